"""A sheet read by its layout: records with typed values, stated totals, problems and questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from organisation.numbers import ParsedAmount, ParsedFigure
from organisation.periods import Period
from portfolio.sheets.reading import Sheet, address
from portfolio.sheets.understanding.asking import Asked, asked_of
from portfolio.sheets.understanding.checking import duplicate_codes, hidden_content, loose_ends
from portfolio.sheets.understanding.columns_alike import columns_alike
from portfolio.sheets.understanding.decimal_points import with_decimals
from portfolio.sheets.understanding.deviations import deviations_of
from portfolio.sheets.understanding.further_headings import other_headings, tables_above
from portfolio.sheets.understanding.kinds_of_money import kinds_side_by_side
from portfolio.sheets.understanding.layout import Layout, Row, RowRole
from portfolio.sheets.understanding.problems import MOST_ERRORS, Problem, Question, too_many
from portfolio.sheets.understanding.readings import Reading, Record
from portfolio.sheets.understanding.records import Reader
from portfolio.sheets.understanding.totals import StatedTotal, totals_of

__all__ = ["ParsedAmount", "ParsedFigure", "Period", "Reading", "Record", "StatedTotal", "Table", "read_table"]


@dataclass(frozen=True, slots=True)
class Table:
    """`problems` in the order of the sheet; a record is there even when one of its cells could not be read.

    `is_whole` is False when the reading ended at too many errors: what is told of a whole sheet is then not told.
    `mixes_kinds`: columns of amounts of several kinds stand side by side, and a problem says so.
    """

    layout: Layout
    records: tuple[Record, ...]
    totals: tuple[StatedTotal, ...]
    problems: tuple[Problem, ...]
    questions: tuple[Question, ...]
    skipped: Mapping[int, str]
    is_whole: bool = True
    mixes_kinds: bool = False

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "warning")


def read_table(sheet: Sheet, layout: Layout) -> Table:
    """What the sheet says when it is what the layout takes it to be; answers are in the layout's correction."""
    sheet = with_decimals(sheet, layout)
    asked: Asked = asked_of(sheet, layout)
    reader = Reader(sheet, layout, asked)
    for row in layout.rows:
        if not row.is_hidden or layout.correction.with_hidden_rows:
            reader.take(row)
            if reader.errors >= MOST_ERRORS:
                return _cut_off(sheet, layout, reader, asked, row)
    records = tuple(reader.records)
    totals, mismatches = totals_of(sheet, layout, reader)
    headings = [*tables_above(sheet, layout), *other_headings(sheet, layout)]
    problems = [*headings, *reader.problems, *mismatches, *duplicate_codes(sheet, layout, records)]
    problems += deviations_of(sheet, layout, records, totals)
    # The error over columns of several kinds says it of them.
    kinds = kinds_side_by_side(sheet, layout)
    problems += [] if kinds else columns_alike(sheet, layout, records)
    problems += [*hidden_content(sheet, layout), *kinds, *loose_ends(sheet, layout, records)]
    skipped = {
        row.index: str(row.role.label)
        for row in layout.rows
        if row.role not in {RowRole.DATA, RowRole.TOTAL, RowRole.SUBTOTAL, RowRole.BLANK}
    }
    return Table(layout, records, totals, tuple(problems), asked.questions, skipped, mixes_kinds=bool(kinds))


def _cut_off(sheet: Sheet, layout: Layout, reader: Reader, asked: Asked, row: Row) -> Table:
    """Nothing of it can be imported, and its user waits no longer than it takes to see why."""
    problems = (too_many(sheet.name, address(row.index, 0)), *reader.problems, *hidden_content(sheet, layout))
    return Table(layout, tuple(reader.records), (), problems, asked.questions, {}, is_whole=False)
