"""The fonts of the parts, joined: each font file once in the report, cut down to the glyphs that any part uses.

A part is laid out with the whole font, and names a glyph by its number in the font's file. The numbers are therefore
the same in all parts, and one program serves them all.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from portfolio.reports.pdf.fonts import FOLDER, NAMES

Texts = dict[int, str]
Fonts = dict[str, tuple[str, Texts]]

SYMBOLIC, ITALIC = 1 << 2, 1 << 6
MAPPED = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")
MAPPED_AT_ONCE = 100
TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{mapped}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def take_fonts(document: Pdf) -> Fonts:
    """What the joined font must hold, by the name in the pages; the programs are taken out of the document."""
    taken: Fonts = {}
    for page in document.pages:
        for name, font in page.obj.Resources.get(Name.Font, Dictionary()).items():
            if Name.DescendantFonts in font:
                texts = _texts(font.ToUnicode.read_bytes())
                taken[name.removeprefix("/")] = (_file_of(font), texts)
                for key in (Name.DescendantFonts, Name.ToUnicode):
                    del font[key]
    return taken


def _texts(to_unicode: bytes) -> Texts:
    found = MAPPED.findall(to_unicode.partition(b"endcodespacerange")[2])
    return {int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in found}


def _file_of(font: Any) -> str:
    program = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
    with TTFont(io.BytesIO(program), lazy=True) as read:
        name = f"{read['name'].getDebugName(6)}.ttf"
    # The regular cut is named after the family alone.
    name = name if name in NAMES else name.replace(".ttf", "-Regular.ttf")
    if name not in NAMES:
        raise ValueError(f"The font {name} is not one of ours.")
    return name


def joined(parts: Iterable[Fonts]) -> Fonts:
    """The glyphs of all parts. A glyph that stands for several texts (a space) stands for the least of them."""
    fonts: Fonts = {}
    for part in parts:
        for name, (file, texts) in part.items():
            _file, known = fonts.setdefault(name, (file, {}))
            for glyph, text in texts.items():
                known[glyph] = min(known.get(glyph, text), text)
    return fonts


def font_dictionary(document: Pdf, fonts: Fonts) -> Dictionary:
    """The fonts as the resources of a page, each file's program written once."""
    by_file: Fonts = joined({file: (file, texts)} for file, texts in fonts.values())
    made = {file: document.make_indirect(_font(document, file, by_file[file][1])) for file in sorted(by_file)}
    return Dictionary({f"/{name}": made[file] for name, (file, _texts) in sorted(fonts.items())})


def _font(document: Pdf, file: str, texts: Texts) -> Dictionary:
    program, about = cut_down(file, tuple(sorted(texts)))
    tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(program).digest()[:6])
    name = Name(f"/{tag}+{file.removesuffix('.ttf')}")
    widths = about["widths"]
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=SYMBOLIC + (ITALIC if about["angle"] else 0),
        FontBBox=Array(about["box"]),
        ItalicAngle=about["angle"],
        Ascent=about["ascent"],
        Descent=about["descent"],
        CapHeight=about["capitals"],
        StemV=80,
        FontFile2=Stream(document, program, Length1=len(program)),
    )
    glyphs = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        CIDToGIDMap=Name.Identity,
        FontDescriptor=document.make_indirect(descriptor),
        W=Array([one for glyph in sorted(texts) for one in (glyph, Array([widths[glyph]]))]),
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=name,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([document.make_indirect(glyphs)]),
        ToUnicode=Stream(document, _to_unicode(texts)),
    )


def _to_unicode(texts: Texts) -> bytes:
    lines = [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(texts.items())]
    runs = [lines[at : at + MAPPED_AT_ONCE] for at in range(0, len(lines), MAPPED_AT_ONCE)]
    mapped = [word for run in runs for word in (f"{len(run)} beginbfchar", *run, "endbfchar")]
    return TO_UNICODE.format(mapped="\n".join(mapped)).encode()


def cut_down(file: str, glyphs: tuple[int, ...]) -> tuple[bytes, dict[str, Any]]:
    """The font's program with these glyphs under their own numbers, and its measures in thousandths of the size."""
    with TTFont(FOLDER / file, recalcTimestamp=False) as font:
        scale = 1000 / font["head"].unitsPerEm
        order, advances = font.getGlyphOrder(), font["hmtx"]
        about = {
            "widths": {glyph: round(advances[order[glyph]][0] * scale) for glyph in glyphs},
            "box": [round(font["head"].__dict__[name] * scale) for name in ("xMin", "yMin", "xMax", "yMax")],
            "angle": round(font["post"].italicAngle, 1),
            "ascent": round(font["hhea"].ascent * scale),
            "descent": round(font["hhea"].descent * scale),
            "capitals": round(font["OS/2"].sCapHeight * scale),
        }
        options = subset.Options(retain_gids=True, hinting=False, notdef_outline=True, layout_features=[])
        options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "meta", "gasp"]
        cutter = subset.Subsetter(options)
        cutter.populate(gids=glyphs)
        cutter.subset(font)
        out = io.BytesIO()
        font.save(out)
    return out.getvalue(), about


@cache
def glyphs_of(file: str) -> tuple[dict[str, int], dict[int, int]]:
    """For a line that we set ourselves: each character's glyph, and each glyph's width in thousandths of the size."""
    with TTFont(FOLDER / file, lazy=True) as font:
        scale = 1000 / font["head"].unitsPerEm
        numbers = {chr(code): font.getGlyphID(name) for code, name in font.getBestCmap().items()}
        widths = {number: round(font["hmtx"][font.getGlyphName(number)][0] * scale) for number in numbers.values()}
    return numbers, widths
