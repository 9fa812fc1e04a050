"""The looks of cells: each is numbered when it is first used, and all are written at the end."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

_FIRST_FORMAT = 164
"""Number formats below are the program's own."""


@dataclass(frozen=True, slots=True)
class Style:
    number_format: str = ""
    is_bold: bool = False
    is_italic: bool = False
    is_title: bool = False
    is_heading: bool = False
    is_to_fill: bool = False
    is_right: bool = False
    wraps: bool = False
    is_quoted: bool = False
    is_unlocked: bool = False

    @property
    def font(self) -> int:
        return 3 if self.is_title else 1 if self.is_bold or self.is_heading else 2 if self.is_italic else 0

    @property
    def fill(self) -> int:
        return 2 if self.is_heading else 3 if self.is_to_fill else 0

    @property
    def border(self) -> int:
        return 1 if self.is_heading else 0


_FONT = '<font>{marks}<sz val="{size}"/><name val="Calibri"/><family val="2"/></font>'
_FONTS = "".join(
    _FONT.format(marks=marks, size=size) for marks, size in (("", 11), ("<b/>", 11), ("<i/>", 11), ("<b/>", 16))
)
_SOLID = '<fill><patternFill patternType="solid"><fgColor rgb="FF{}"/><bgColor indexed="64"/></patternFill></fill>'
_FILLS = (
    '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    + _SOLID.format("E6EEF5")
    + _SOLID.format("FFFBE6")
)
_NO_BORDER = "<border><left/><right/><top/><bottom/><diagonal/></border>"
_LINE_BELOW = '<border><left/><right/><top/><bottom style="thin"><color rgb="FF004D99"/></bottom><diagonal/></border>'


class Styles:
    def __init__(self) -> None:
        self._numbers: dict[Style, int] = {Style(): 0}

    def number(self, style: Style) -> int:
        return self._numbers.setdefault(style, len(self._numbers))

    def xml(self) -> str:
        formats = dict.fromkeys(style.number_format for style in self._numbers if style.number_format)
        numbered = {code: _FIRST_FORMAT + place for place, code in enumerate(formats)}
        listed = "".join(
            f'<numFmt numFmtId="{number}" formatCode="{escape(code)}"/>' for code, number in numbered.items()
        )
        cells = "".join(_cell(style, numbered.get(style.number_format, 0)) for style in self._numbers)
        return (
            '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            + (f'<numFmts count="{len(numbered)}">{listed}</numFmts>' if numbered else "")
            + f'<fonts count="4">{_FONTS}</fonts><fills count="4">{_FILLS}</fills>'
            + f'<borders count="2">{_NO_BORDER}{_LINE_BELOW}</borders>'
            + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            + f'<cellXfs count="{len(self._numbers)}">{cells}</cellXfs>'
            + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
            + '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium9"'
            + ' defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
        )


def _cell(style: Style, number_format: int) -> str:
    marks = f' fillId="{style.fill}" borderId="{style.border}" xfId="0"'
    if style.is_quoted:
        marks += ' quotePrefix="1"'
    applied = {
        "applyNumberFormat": bool(number_format),
        "applyFont": bool(style.font),
        "applyFill": bool(style.fill),
        "applyBorder": bool(style.border),
        "applyAlignment": True,
        "applyProtection": style.is_unlocked,
    }
    marks += "".join(f' {name}="1"' for name, used in applied.items() if used)
    alignment = '<alignment vertical="top"'
    alignment += ' horizontal="right"' if style.is_right else ""
    alignment += ' wrapText="1"/>' if style.wraps or style.is_heading else "/>"
    protection = '<protection locked="0"/>' if style.is_unlocked else ""
    return f'<xf numFmtId="{number_format}" fontId="{style.font}"{marks}>{alignment}{protection}</xf>'
