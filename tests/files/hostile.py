"""Files made to do harm, and files that are not what they seem; each is refused with its reason."""

from __future__ import annotations

import random
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from portfolio.sheets.reading import Reason
from tests.files.builders import SHEET, STRINGS, cells, packed, page, parts_of, text, xls, xlsx

ROWS = [["Nr.", "Titel"], ["A", "Leg"]]
_ZERO_FAR_DOWN = [*ROWS * 600, ["B", "L\0b"]]


@dataclass(frozen=True)
class Hostile:
    name: str
    make: Callable[[], bytes]
    reason: Reason


def _with(part: str, content: bytes | str) -> Callable[[], bytes]:
    return lambda: packed({**parts_of(xlsx(ROWS)), part: content})


def _sheet_of(rows: str) -> Callable[[], bytes]:
    """A workbook whose sheet is what is written."""
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = f'<?xml version="1.0"?><worksheet xmlns="{namespace}"><sheetData>{rows}</sheetData></worksheet>'
    return _with(SHEET, xml)


def _lying_bomb() -> bytes:
    """The directory says 100 bytes; the part unpacks to 130 MB."""
    content = bytearray(packed({**parts_of(xlsx(ROWS)), SHEET: b"<worksheet>" + b" " * (130 * 2**20)}))
    with zipfile.ZipFile(BytesIO(bytes(content))) as archive:
        true_size = archive.getinfo(SHEET).file_size
    return bytes(content.replace(struct.pack("<I", true_size), struct.pack("<I", 100)))


def _overlapping_bomb() -> bytes:
    """Many names for the same packed bytes."""
    first = packed({**parts_of(xlsx(ROWS)), "xl/media/a.bin": b"\0" * (5 * 2**20)})
    return packed({**parts_of(first), **{f"xl/media/{n}.bin": b"\0" * (5 * 2**20) for n in range(30)}})


def _renamed_stream(name: str) -> bytes:
    """A container of Excel 97 whose stream is called otherwise."""
    old = "Workbook".encode("utf-16-le")
    entry = old + b"\0" * (64 - len(old)) + struct.pack("<H", len(old) + 2)
    new = name.encode("utf-16-le")
    content = xls(ROWS)
    if entry not in content:
        raise ValueError("no entry of the directory was found")
    return content.replace(entry, new + b"\0" * (64 - len(new)) + struct.pack("<H", len(new) + 2))


def _protected_xls() -> bytes:
    """The first record after the beginning says that the rest is encrypted."""
    content = xls(ROWS)
    start = content.index(struct.pack("<HHH", 0x809, 16, 0x600))
    return content[: start + 20] + struct.pack("<H", 0x2F) + content[start + 22 :]


def _noise() -> bytes:
    return random.Random(8).randbytes(50_000)


_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><worksheet><sheetData>&c;</sheetData></worksheet>'
)
_ELSEWHERE = (
    '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>'
)
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'

HOSTILE = [
    Hostile("nothing.xlsx", lambda: b"", Reason.EMPTY),
    Hostile("bomb.xlsx", _with("xl/media/a.bin", b"\0" * (121 * 2**20)), Reason.UNPACKS_TOO_LARGE),
    Hostile("bomb-of-many.xlsx", _overlapping_bomb, Reason.UNPACKS_TOO_LARGE),
    Hostile("bomb-that-lies.xlsx", _lying_bomb, Reason.DAMAGED),
    Hostile("too-large.csv", lambda: b"a;b\n" * (6 * 2**20), Reason.TOO_LARGE),
    Hostile("macros.xlsm", _with("xl/vbaProject.bin", b"\0"), Reason.MACROS),
    Hostile("macros-under-another-name.xlsx", _with("xl/VBAPROJECT.BIN", b"\0"), Reason.MACROS),
    Hostile("macro-sheet.xlsx", _with("xl/macrosheets/sheet1.xml", "<x/>"), Reason.MACROS),
    Hostile("entities.xlsx", _with(SHEET, _LAUGHS), Reason.ENTITIES),
    Hostile("entity-from-elsewhere.xlsx", _with(STRINGS, _ELSEWHERE), Reason.ENTITIES),
    Hostile(
        "entities-in-utf-16.xlsx",
        _with(SHEET, _LAUGHS.replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16")),
        Reason.ENTITIES,
    ),
    Hostile("two-hundred-sheets.xlsx", lambda: xlsx({f"Ark{n}": ROWS for n in range(200)}), Reason.TOO_MANY_SHEETS),
    Hostile(
        "far-corner.xlsx",
        _sheet_of('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        Reason.TOO_MANY_ROWS,
    ),
    Hostile(
        "corner-within-limits.xlsx",
        _sheet_of('<row r="1"><c r="A1"><v>1</v></c></row><row r="49999"><c r="RZ49999"><v>1</v></c></row>'),
        Reason.TOO_MANY_CELLS,
    ),
    Hostile("far-right.xlsx", _sheet_of('<row r="1"><c r="XFD1"><v>1</v></c></row>'), Reason.TOO_MANY_COLUMNS),
    Hostile(
        "far-corner-in-a-near-row.xlsx",
        _sheet_of('<row r="1"><c r="A1048576"><v>1</v></c></row>'),
        Reason.TOO_MANY_ROWS,
    ),
    Hostile(
        "too-many-rows.csv",
        lambda: text([["Nr.", "Titel"], *([str(n), "x"] for n in range(60_000))]),
        Reason.TOO_MANY_ROWS,
    ),
    Hostile("too-many-columns.csv", lambda: text([["x"] * 600]), Reason.TOO_MANY_COLUMNS),
    Hostile(
        "quote-closed-in-a-later-row.csv",
        b'Nr.;Titel;2017;2018\n1;"Leg;500;400\n2;Lyt";3500;0\n3;Job;10;20\n'.strip,
        Reason.OPEN_QUOTE,
    ),
    Hostile("quote-left-open.csv", 'Nr.;Titel;2018\nG1;"Café;5\nG2;y;6\n'.encode, Reason.OPEN_QUOTE),
    Hostile("unclosed-quote.csv", lambda: b'Nr.;Titel\nA;"' + b"x" * 300_000, Reason.TEXT_TOO_LONG),
    Hostile("wide-page.xls", lambda: b"<table><tr>" + b"<td>x" * 600 + b"</table>", Reason.TOO_MANY_COLUMNS),
    Hostile(
        "spans.xls",
        lambda: b"<table>" + b'<tr><td colspan="9999" rowspan="9999">x</td></tr>' * 5 + b"</table>",
        Reason.TOO_MANY_COLUMNS,
    ),
    Hostile("page-without-table.xls", lambda: b"<html><body><p>Fejl 500</p></body></html>", Reason.NO_TABLE),
    Hostile("protected.xlsx", lambda: _renamed_stream("EncryptedPackage"), Reason.ENCRYPTED),
    Hostile("protected.xls", _protected_xls, Reason.ENCRYPTED),
    Hostile(
        "protected.ods",
        lambda: packed(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>",
                "content.xml": b"\x93\x12",
            }
        ),
        Reason.ENCRYPTED,
    ),
    Hostile("letter.xlsx", lambda: packed({"[Content_Types].xml": _TYPES, "word/document.xml": "<w/>"}), Reason.WORD),
    Hostile("letter.xls", lambda: _renamed_stream("WordDocument"), Reason.WORD),
    Hostile("report.xlsx", lambda: b"%PDF-1.7\n%...", Reason.PDF),
    Hostile("picture.xls", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, Reason.PICTURE),
    Hostile("archive.xlsx", lambda: packed({"budget.csv": "a;b"}), Reason.ARCHIVE),
    Hostile(
        "binary.xlsb", lambda: packed({"[Content_Types].xml": _TYPES, "xl/workbook.bin": b"\0"}), Reason.BINARY_WORKBOOK
    ),
    Hostile("numbers.xlsx", lambda: packed({"Index/Document.iwa": b"\0"}), Reason.NUMBERS),
    Hostile(
        "xml-2003.xls",
        lambda: b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
        Reason.XML_2003,
    ),
    Hostile("noise.xlsx", _noise, Reason.UNKNOWN),
    Hostile("zero-far-down.csv", lambda: text(_ZERO_FAR_DOWN), Reason.UNKNOWN),
    Hostile("zero-far-down-in-utf-16.csv", lambda: text(_ZERO_FAR_DOWN, encoding="utf-16"), Reason.UNKNOWN),
    Hostile("zero-far-down.html", lambda: page([cells("A", "Leg" * 4_000), cells("B", "L\0b")]), Reason.UNKNOWN),
    Hostile("noise-in-a-packet.xlsx", lambda: b"PK\x03\x04" + _noise(), Reason.DAMAGED),
    Hostile("noise-in-a-container.xls", lambda: xls(ROWS)[:512] + _noise(), Reason.UNKNOWN),
    Hostile("cut-off.xlsx", lambda: xlsx(ROWS)[:2_000], Reason.DAMAGED),
    Hostile("broken-sheet.xlsx", _with(SHEET, "<worksheet><sheetData><row>"), Reason.DAMAGED),
    Hostile("broken-numbers.xlsx", _sheet_of('<row r="x"><c r="?"><v>1</v></c></row>'), Reason.DAMAGED),
    Hostile("empty-archive.xlsx", lambda: packed({}), Reason.DAMAGED),
    Hostile("empty-sheets.xlsx", lambda: xlsx({"Ark1": [], "Ark2": []}), Reason.NO_TABLE),
    Hostile("blank.csv", lambda: b"\r\n;;;\r\n\r\n", Reason.NO_TABLE),
]
