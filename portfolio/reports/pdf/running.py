"""The lines in the margins. The parts have none: their pages learn their numbers when they are joined."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from portfolio.reports.pdf.packed import POINTS_PER_PIXEL
from portfolio.reports.pdf.typefaces import Fonts, Texts, glyphs_of
from portfolio.reports.printed import Printed

FILE = "IBMPlexSans-Regular.ttf"
# Under this name the pages know the font of their numbers.
FONT = "PageNumber"
# As the other lines of the foot, in running.css: 9 points in the same grey, in the middle of a margin of 22 mm.
SIZE, GREY = 9.0, 0.271
# The engine's own unit, so that all sizes in the file are of one kind.
SCALE = POINTS_PER_PIXEL
POINTS_PER_MM = 72 / 25.4
RIGHT = (210 - 20) * POINTS_PER_MM
MIDDLE = 11 * POINTS_PER_MM
# Between the height over and under the line of this font, in parts of its size.
ASCENT, DESCENT = 1.025, 0.275
BASELINE = MIDDLE - SIZE * (ASCENT - DESCENT) / 2


def running_html(report: Printed) -> str:
    """A document of two pages with margins only: that of the cover, and that of all others."""
    return f'{report.opening}<div class="running-cover"></div><div class="running-page"></div>{report.closing}'


@dataclass(frozen=True)
class Numbering:
    """ "Side 3 af 12": the words are the report's own."""

    page: str
    of: str

    def line(self, number: int, total: int) -> str:
        return f"{self.page} {number} {self.of} {total}"

    def content(self, number: int, total: int) -> bytes:
        """The instructions that set the line at the right margin, set aside as pagination."""
        glyphs, width = _set(self.line(number, total))
        numbers = "".join(f"{glyph:04x}" for glyph in glyphs)
        return (
            f"/Artifact <</Type /Pagination /Subtype /Footer>> BDC\nq\nBT\n/{FONT} {SIZE / SCALE:g} Tf\n{GREY} g\n"
            f"{SCALE} 0 0 {SCALE} {RIGHT - width * SIZE / 1000:.3f} {BASELINE:.3f} Tm\n<{numbers}> Tj\nET\nQ\nEMC\n"
        ).encode()

    def fonts(self, total: int) -> Fonts:
        numbers, _widths = glyphs_of(FILE)
        texts: Texts = {numbers[letter]: letter for letter in self.line(total, total) + "0123456789"}
        return {FONT: (FILE, texts)}


def numbering(report: Printed) -> Numbering:
    return Numbering(_attribute(report.opening, "data-page"), _attribute(report.opening, "data-of"))


def _attribute(opening: str, name: str) -> str:
    found = re.search(rf'{name}="([^"]*)"', opening)
    if found is None:
        raise ValueError(f"The opening of the report has no {name}.")
    return html.unescape(found[1])


def _set(line: str) -> tuple[list[int], int]:
    """The glyphs of a line and its width, in thousandths of the size. The digits of this font have one width."""
    numbers, widths = glyphs_of(FILE)
    glyphs = [numbers[letter] for letter in line]
    return glyphs, sum(widths[glyph] for glyph in glyphs)
