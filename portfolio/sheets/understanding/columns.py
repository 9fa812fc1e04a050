"""What each column means, from its heading, its neighbours and what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from django.utils.translation import gettext as _

from organisation.numbers import DanishNumberError, parse_figure
from organisation.sorting import search_key
from portfolio.sheets.reading import Cell, Sheet
from portfolio.sheets.understanding.header import Header
from portfolio.sheets.understanding.headings import (
    Heading,
    heading_of,
    number_of_estimate,
    period_of,
    unit_in,
    unit_of_row,
    unit_words,
    year_of,
)
from portfolio.sheets.understanding.kinds_of_money import kind_of_money
from portfolio.sheets.understanding.layout import (
    FIGURES,
    MONEY,
    SUBJECTS,
    Column,
    Correction,
    Meaning,
    TableKind,
    UnitGuess,
    heading_question,
)
from portfolio.sheets.understanding.units_of_rows import is_count, unit_said
from portfolio.sheets.understanding.values import error_in, is_missing, says_percent

_LOOKED_AT = 200
_LONGEST_UNIT = 30
_STATES_OF_A_YEAR = frozenset({"status", "tilstand"})
_HIGHEST_LIGHT = 5
_LIGHT = re.compile(r"\s*(?:[0-5](?![\d%]|[.,]\d| ?%)|[-–—−]\s*$)")
_KINDS = {
    Meaning.INDICATOR: TableKind.MEASUREMENTS,
    Meaning.ACTIVITY: TableKind.ACTIVITIES,
    Meaning.INITIATIVE: TableKind.INITIATIVES,
    Meaning.NAME: TableKind.INITIATIVES,
    Meaning.TARGET_GROUP: TableKind.TARGET_GROUPS,
    Meaning.BUDGET_LINE: TableKind.BUDGET_WIDE,
    Meaning.BODY: TableKind.BODIES,
}
# What has been spent or is expected is read on a day, which only a follow-up asks for.
READ_ON_A_DAY = frozenset({Meaning.ACTUAL, Meaning.FORECAST})
_FROM_YEAR = re.compile(r"\bfra\b")
# What a person may say that a heading means whose words do not.
ASKED_FOR = (MONEY - {Meaning.ROW_TOTAL}) | {Meaning.MEASURED, Meaning.BASELINE, Meaning.TARGET}
_FOLLOWED = frozenset({Meaning.ORIGINAL, Meaning.REVISED, *READ_ON_A_DAY})


@dataclass(frozen=True, slots=True)
class Content:
    """What stands under a heading: how many cells are filled, and how many of them are figures and are short.

    `lights` are the figures that may be traffic lights or steps of a scale: whole numbers from 0 to 5.
    """

    filled: int
    figures: int
    short: int
    lights: int

    @property
    def is_figures(self) -> bool:
        return self.figures * 2 > self.filled

    @property
    def is_text(self) -> bool:
        return self.filled > 0 and self.figures * 4 < self.filled


def columns_of(sheet: Sheet, header: Header, correction: Correction) -> tuple[Column, ...]:
    first = header.rows[-1] + 1 if header.rows else 0
    contents = [_content(sheet, first, column) for column in range(sheet.width)]
    headings = [heading_of(text) for text in header.texts]
    columns = [
        _column(sheet, index, header.texts[index], headings[index], contents[index]) for index in range(sheet.width)
    ]
    columns = _money_units(sheet, first, _settled(columns, headings, contents))
    return tuple(_corrected(column, correction) for column in columns)


def kind_of(columns: Sequence[Column]) -> tuple[TableKind, str]:
    """What the table is of, and why."""
    meanings = {column.meaning for column in columns if not column.is_hidden}
    subject = next((meaning for meaning in SUBJECTS if meaning in meanings), None)
    if len(meanings & _FOLLOWED) >= 2 or meanings & READ_ON_A_DAY:
        return TableKind.FOLLOW_UP, _("there are columns of %(columns)s") % {"columns": _labels(meanings & _FOLLOWED)}
    if meanings & {Meaning.BASELINE, Meaning.TARGET, Meaning.MEASURED} and not meanings & (MONEY - {Meaning.ROW_TOTAL}):
        found = _labels(meanings & {Meaning.BASELINE, Meaning.TARGET, Meaning.MEASURED})
        return TableKind.MEASUREMENTS, _("there are columns of %(columns)s") % {"columns": found}
    if meanings & MONEY:
        if Meaning.YEAR in meanings:
            return TableKind.BUDGET_LONG, _("there are a column of years and a column of amounts")
        return TableKind.BUDGET_WIDE, _("there are columns of amounts")
    if subject in _KINDS:
        return _KINDS[subject], _("the rows are named by “%(heading)s”") % {
            "heading": next(column.heading for column in columns if column.meaning is subject)
        }
    return TableKind.UNKNOWN, _("no column says what the rows are of")


def named(columns: Sequence[Column], kind: TableKind) -> tuple[Column, ...]:
    """The column that names the rows is called name, whatever word its heading uses."""
    subject = next((one for one in SUBJECTS if any(column.meaning is one for column in columns)), None)
    if subject in {None, Meaning.NAME} or kind is TableKind.UNKNOWN:
        return tuple(columns)
    if any(column.meaning is Meaning.NAME for column in columns):
        # "Titel" beside "Målgruppe": the title names the row.
        return tuple(columns)
    first = next(column.index for column in columns if column.meaning is subject)
    return tuple(replace(column, meaning=Meaning.NAME) if column.index == first else column for column in columns)


def _labels(meanings: frozenset[Meaning] | set[Meaning]) -> str:
    return ", ".join(str(meaning.label) for meaning in Meaning if meaning in meanings)


def _content(sheet: Sheet, first: int, column: int) -> Content:
    cells = [
        cell
        for row in range(first, min(sheet.height, first + _LOOKED_AT))
        if sheet.plain(row, column) not in (None, "") and _tells(cell := sheet.cell(row, column))
    ]
    short, lights = sum(len(cell.raw) <= 12 for cell in cells), sum(map(_may_be_light, cells))
    return Content(len(cells), sum(map(_is_figure, cells)), short, lights)


def _may_be_light(cell: Cell) -> bool:
    if isinstance(cell.value, Decimal):
        return not cell.is_percent and 0 <= cell.value <= _HIGHEST_LIGHT and cell.value % 1 == 0
    return isinstance(cell.value, str) and _LIGHT.match(cell.value) is not None


def _is_figure(cell: Cell) -> bool:
    if not isinstance(cell.value, str):
        return cell.value is not None and not isinstance(cell.value, date)
    text = cell.raw.strip().split("\n")[0].split("  ")[0].strip()
    if is_missing(text) or says_percent(cell):
        return True
    return any(_reads(piece) for piece in (text, *text.split()[:1]))


def _tells(cell: Cell) -> bool:
    """An error says nothing of its column."""
    return not cell.is_blank and not cell.error and not error_in(cell.raw)


@lru_cache(maxsize=4_096)
def _reads(text: str) -> bool:
    """It begins as a figure or an amount: several may stand in one cell."""
    try:
        figure = parse_figure(text)
        return figure.value is not None or figure.low is not None
    except DanishNumberError:
        return text.lstrip("(")[:1].isdigit() or text.startswith("<")


def _column(sheet: Sheet, index: int, text: str, heading: Heading, content: Content) -> Column:
    meaning, why = _meaning(text, heading, content)
    unit = unit_in(text)
    if unit.unit:
        unit = replace(unit, why=_("the heading says %(unit)s") % {"unit": unit_words(unit.unit)})
    hidden = index in sheet.facts.hidden_columns
    period = heading.period if meaning in MONEY else ""
    year = heading.year if meaning in MONEY | FIGURES else None
    return Column(index, text, meaning, why, year, period, unit, hidden)


def _meaning(text: str, heading: Heading, content: Content) -> tuple[Meaning, str]:
    if heading.meaning is None:
        is_empty = not text and not content.filled
        return Meaning.IGNORED, _("the column is empty") if is_empty else _("the heading is not known")
    if unlike := _unlike_content(heading, heading.meaning, content):
        return unlike
    if heading.is_percent and heading.meaning in MONEY:
        return Meaning.IGNORED, _("the heading says percent, which no amount is in")
    if not heading.is_certain:
        words = {"words": heading.words}
        return Meaning.IGNORED, _("the heading holds the word “%(words)s”, but may be of something else") % words
    if heading.is_whole:
        return heading.meaning, _("the heading is “%(words)s”") % {"words": text}
    return heading.meaning, _("the heading holds the word “%(words)s”") % {"words": heading.words}


def _unlike_content(heading: Heading, meaning: Meaning, content: Content) -> tuple[Meaning, str] | None:
    """What a column is when its content does not fit its heading."""
    if meaning in MONEY and content.is_text and not heading.year:
        return Meaning.NOTE, _("the heading is a word for amounts, but texts stand under it")
    if meaning in FIGURES and content.is_text and meaning is not Meaning.BASELINE:
        return Meaning.DESCRIPTION, _("the heading is a word for figures, but texts stand under it")
    if meaning in {Meaning.INITIATIVE, Meaning.INDICATOR, Meaning.ACTIVITY} and content.is_figures:
        return Meaning.IGNORED, _("the heading names things, but figures stand under it")
    return None


def _settled(columns: list[Column], headings: list[Heading], contents: list[Content]) -> list[Column]:
    """What only the columns together tell."""
    by_year = [column for column in columns if column.is_money and column.year]
    settled = [_period_alone(column) if not by_year else column for column in columns]
    settled = _states_in_figures(_indicators_by_year(_estimates_by_number(settled)), headings, contents)
    settled = _kinds_of_money(_units_of_measure(_codes(settled, contents)), headings, contents)
    if not any(column.meaning in SUBJECTS for column in settled):
        settled = _first_text_names(settled, contents)
    return settled


def _period_alone(column: Column) -> Column:
    """“2021-2023” beside year columns is their total; alone it is what the amounts are for."""
    if column.meaning is Meaning.ROW_TOTAL and column.period:
        return replace(
            column, meaning=Meaning.AMOUNT, why=_("the heading is a period, and no column is of a single year")
        )
    return column


def _estimates_by_number(columns: list[Column]) -> list[Column]:
    """“BO1” is the year after the budget's, when the budget beside it is of one year."""
    budgets = {one.year for one in columns if one.meaning in {Meaning.AMOUNT, Meaning.ORIGINAL} and one.year}
    if len(budgets) != 1:
        return columns
    budget = budgets.pop()
    why = _("estimate number %(number)d after the budget of %(year)d")
    return [
        replace(column, year=budget + number, why=why % {"number": number, "year": budget})
        if column.meaning is Meaning.ESTIMATE and not column.year and (number := number_of_estimate(column.heading))
        else column
        for column in columns
    ]


def _indicators_by_year(columns: list[Column]) -> list[Column]:
    """Under “Indikator”, columns that are only years hold measurements, unless a unit of money is named."""
    meanings = {column.meaning for column in columns}
    if Meaning.INDICATOR not in meanings or any(column.unit.unit for column in columns):
        return columns
    why = _("the heading is a year, and the rows are indicators")
    return [
        replace(column, meaning=Meaning.MEASURED, why=why)
        if column.meaning is Meaning.AMOUNT and column.year and column.heading.strip() == str(column.year)
        else column
        for column in columns
    ]


def _states_in_figures(columns: list[Column], headings: list[Heading], contents: list[Content]) -> list[Column]:
    """“Status 2017” over figures, beside indicators, is what was measured then, unless they may be traffic lights."""
    if not any(column.meaning is Meaning.INDICATOR for column in columns) or any(one.is_money for one in columns):
        return columns
    return [
        _state_of_year(column, headings[column.index].year, contents[column.index])
        if column.meaning is Meaning.STATE and headings[column.index].words in _STATES_OF_A_YEAR
        else column
        for column in columns
    ]


def _state_of_year(column: Column, year: int | None, content: Content) -> Column:
    if year is None or not content.is_figures:
        return column
    if content.lights * 2 >= content.figures:
        why = _("the heading may be of a state in figures, or of what was measured")
        return replace(column, meaning=Meaning.IGNORED, why=why)
    return replace(column, meaning=Meaning.MEASURED, year=year, why=_("figures stand under it, beside indicators"))


def _units_of_measure(columns: list[Column]) -> list[Column]:
    """“Enhed” is a part of an organisation, but beside indicators what they are measured in."""
    if not any(column.meaning in FIGURES or column.meaning is Meaning.INDICATOR for column in columns):
        return columns
    why = _("the heading is “%(words)s”, beside figures of indicators")
    return [
        replace(column, meaning=Meaning.UNIT, why=why % {"words": column.heading})
        if column.meaning is Meaning.BODY and column.heading.strip().casefold() == "enhed"
        else column
        for column in columns
    ]


def _kinds_of_money(columns: list[Column], headings: list[Heading], contents: list[Content]) -> list[Column]:
    """“Drift” and “Anlæg”, “Udgifter” and “Indtægter” side by side hold amounts."""
    alike = {one.index for one in columns if kind_of_money(one.heading) and contents[one.index].is_figures}
    if len(alike) < 2:
        return columns
    why = _("the heading is a kind of money")
    return [
        replace(column, meaning=Meaning.AMOUNT, year=headings[column.index].year, why=why)
        if column.meaning is Meaning.IGNORED and column.index in alike
        else column
        for column in columns
    ]


def _money_units(sheet: Sheet, first: int, columns: list[Column]) -> list[Column]:
    """“Enhed” beside amounts is their unit, row by row, when that is what stands under it."""
    if not any(column.is_money for column in columns):
        return columns
    why = _("units of money stand under it")
    return [
        replace(column, meaning=Meaning.UNIT, why=why)
        if column.meaning in {Meaning.BODY, Meaning.IGNORED} and _holds_units_of_money(sheet, first, column)
        else column
        for column in columns
    ]


def _holds_units_of_money(sheet: Sheet, first: int, column: Column) -> bool:
    """One is enough: the other rows are then in other units, or in none of money. So are units of counts alone."""
    rows = sheet.height if column.meaning is Meaning.BODY else min(sheet.height, first + _LOOKED_AT)
    filled = {text for row in range(first, rows) if (text := sheet.plain(row, column.index)) not in (None, "")}
    texts = [text for text in filled if isinstance(text, str) and len(text) <= _LONGEST_UNIT]
    if any(map(unit_of_row, texts)):
        return True
    is_all = bool(filled) and len(texts) == len(filled)
    # “t.kr. netto”
    named = column.heading.strip().casefold() == "enhed"
    return is_all and all(is_count(text) or (named and unit_said(text) is not None) for text in texts)


def _codes(columns: list[Column], contents: list[Content]) -> list[Column]:
    """Long texts under “Spor” are themes, not codes."""
    why = _("the heading is a word for codes, but long texts stand under it")
    return [
        replace(column, meaning=Meaning.NAME, why=why)
        if column.meaning is Meaning.CODE
        and contents[column.index].short * 3 < contents[column.index].filled
        and not any(other.meaning in SUBJECTS for other in columns)
        else column
        for column in columns
    ]


def _first_text_names(columns: list[Column], contents: list[Content]) -> list[Column]:
    texts = [column for column in columns if column.meaning is Meaning.IGNORED and contents[column.index].is_text]
    if not texts or not any(column.meaning is not Meaning.IGNORED for column in columns):
        return columns
    why = _("the first column of texts whose heading is not known")
    return [replace(c, meaning=Meaning.NAME, why=why) if c.index == texts[0].index else c for c in columns]


def _corrected(column: Column, correction: Correction) -> Column:
    chosen = correction.columns.get(column.index)
    if chosen is None or (chosen.meaning is Meaning.IGNORED and heading_question(column) in correction.answers):
        # Who changes another column leaves this one as it was guessed, and has said what it means.
        return _answered(column, correction)
    unit = UnitGuess(chosen.unit, why=_("chosen by hand"), is_stated=False) if chosen.unit else column.unit
    year, period = chosen.year or column.year, column.period
    if chosen.meaning in MONEY and not year:
        period = period or period_of(column.heading)
    return replace(column, meaning=chosen.meaning, year=year, period=period, unit=unit, why=_("chosen by hand"))


def _answered(column: Column, correction: Correction) -> Column:
    said = correction.answers.get(heading_question(column))
    if column.meaning is not Meaning.IGNORED or said not in ASKED_FOR:
        return column
    meaning, year = Meaning(said), year_of(column.heading)
    if meaning is Meaning.CARRY_OVER and year and _FROM_YEAR.search(search_key(column.heading)):
        # What is carried over from a year is an appropriation of the next.
        year += 1
    period = period_of(column.heading) if meaning in MONEY else ""
    return replace(column, meaning=meaning, year=year, period=period, why=_("chosen by hand"))
