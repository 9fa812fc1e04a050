"""What cannot be known from the sheet: the unit, what a dash means, whether 0,49 is 49 %."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from organisation.units import Unit
from portfolio.sheets.reading import Cell, Sheet
from portfolio.sheets.understanding.columns import ASKED_FOR
from portfolio.sheets.understanding.decimal_points import points_question
from portfolio.sheets.understanding.headings import Heading, heading_of
from portfolio.sheets.understanding.layout import (
    FIGURES,
    MONEY,
    Column,
    Layout,
    Meaning,
    RowRole,
    TableKind,
    heading_question,
)
from portfolio.sheets.understanding.problems import Question
from portfolio.sheets.understanding.units_of_rows import is_count, unit_said
from portfolio.sheets.understanding.values import bare_share, in_brackets, is_bare, is_missing, text_says_percent

DASH, UNIT, SHARE_BY_UNIT, BRACKETS = "dash", "unit", "share:unit", "brackets"
NOT_STATED, ZERO, FRACTION, PERCENT, NUMBER = "not_stated", "zero", "fraction", "percent", "number"
NEGATIVE, POSITIVE = "negative", "positive"
_PERCENT = re.compile(r"(?:%|\bpct\b|procent|per cent)(?!\.?-? ?point)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions without an answer yet, and for each column of shares how bare numbers are read.

    `brackets_are_negative`: “(500)” is −500, as accountants write it.
    """

    questions: tuple[Question, ...]
    shares: frozenset[int]
    fractions: frozenset[int]
    dash_is_zero: bool
    fractions_by_unit: bool = False
    brackets_are_negative: bool = True


def asked_of(sheet: Sheet, layout: Layout) -> Asked:
    answers = layout.correction.answers
    questions = [*_unit(sheet, layout), *_dash(sheet, layout), *_brackets(sheet, layout)]
    questions += filter(None, [points_question(sheet, layout)])
    questions += _unknown_headings(sheet, layout)
    shares, fractions = set(), set()
    for column in layout.used:
        if column.meaning in FIGURES - {Meaning.RESPONDENTS} and _is_of_shares(sheet, layout, column):
            shares.add(column.index)
            question = _share(sheet, layout, column)
            chosen = answers.get(share_key(column), question.suggestion if question else "")
            if chosen == FRACTION:
                fractions.add(column.index)
            questions += [question] if question else []
    by_unit = _share_by_unit(sheet, layout, shares)
    chosen = answers.get(SHARE_BY_UNIT, by_unit.suggestion if by_unit else "")
    questions += [by_unit] if by_unit else []
    open_ones = tuple(question for question in questions if question.key not in answers)
    dash_is_zero = answers.get(DASH) == ZERO
    return Asked(
        open_ones,
        frozenset(shares),
        frozenset(fractions),
        dash_is_zero,
        chosen == FRACTION,
        answers.get(BRACKETS) != POSITIVE,
    )


def _unknown_headings(sheet: Sheet, layout: Layout) -> list[Question]:
    """A heading over figures whose words are not known, but that names a year, or of whose words only some are."""
    columns = [
        column
        for column in layout.columns
        if column.meaning is Meaning.IGNORED and column.heading and column.index not in layout.correction.columns
        if layout.correction.with_hidden_columns or not column.is_hidden
        if _may_be_read(heading_of(column.heading))
    ]
    found = []
    for column in columns:
        cells = data_cells(sheet, layout, column)
        figures = [cell for cell in cells if isinstance(cell.value, Decimal) or cell.raw.strip()[:1].isdecimal()]
        if len(figures) * 2 > len(cells):
            text = _("What are the figures under “%(heading)s” (%(letters)s)?") % {
                "heading": column.heading, "letters": column.letters,
            }  # fmt: skip
            places = tuple(cell.address for cell in figures[:3])
            found.append(Question(heading_question(column), text, _meanings(layout, column), "", "", places))
    return found


def _may_be_read(heading: Heading) -> bool:
    if heading.meaning in MONEY and heading.is_percent:
        return False
    return heading.year is not None or not heading.is_certain


def _meanings(layout: Layout, column: Column) -> tuple[tuple[str, str], ...]:
    """Values of indicators or amounts, by what the table is of, else by the word that is known."""
    of_figures = layout.kind is TableKind.MEASUREMENTS or heading_of(column.heading).meaning in FIGURES
    first, words = (
        (Meaning.MEASURED, _("values of the indicators")) if of_figures else (Meaning.AMOUNT, _("amounts of a budget"))
    )
    others = [one for one in Meaning if one in (FIGURES if of_figures else MONEY) & ASKED_FOR and one is not first]
    offered = [(first.value, words), *((one.value, str(one.label)) for one in others)]
    known = heading_of(column.heading).meaning
    # sorted keeps the order of the others.
    return (
        *sorted(offered, key=lambda choice: choice[0] != known),
        (Meaning.IGNORED.value, _("something else, which is not to be read")),
    )


def _text_cells(sheet: Sheet, layout: Layout, column: Column) -> list[Cell]:
    """Those that may show a dash: a text, or a number whose format does."""
    texts = sheet.facts.texts or any('"' in one or "-" in one for one in set(sheet.facts.formats.values()))
    return [
        sheet.cell(row, column.index)
        for row in _data_rows(layout)
        if texts or isinstance(sheet.plain(row, column.index), str)
    ]


def _data_rows(layout: Layout) -> list[int]:
    hidden_too = layout.correction.with_hidden_rows
    return [row.index for row in layout.rows if row.role is RowRole.DATA and (hidden_too or not row.is_hidden)]


def data_cells(sheet: Sheet, layout: Layout, column: Column) -> list[Cell]:
    return [cell for row in _data_rows(layout) if not (cell := sheet.cell(row, column.index)).is_blank]


def _unit(sheet: Sheet, layout: Layout) -> list[Question]:
    without = [column for column in layout.used if column.is_money and not column.unit.unit]
    if layout.unit.unit or not without or layout.kind is TableKind.MEASUREMENTS:
        return []
    cells = [cell for column in without for cell in data_cells(sheet, layout, column)]
    if (by_row := layout.first(Meaning.UNIT)) is not None:
        said = {cell.row: sheet.cell(cell.row, by_row.index).raw for cell in cells}
        cells = [cell for cell in cells if not (unit_said(said[cell.row]) or is_count(said[cell.row]))]
        if not cells:
            return []
    suggestion, why = _likely_unit([cell.value for cell in cells if isinstance(cell.value, Decimal)], cells)
    choices = tuple((str(unit.value), str(unit.label)) for unit in Unit)
    text = _("Which unit are the amounts in?")
    return [Question(UNIT, text, choices, suggestion, why, tuple(cell.address for cell in cells[:3]))]


def _likely_unit(numbers: list[Decimal], cells: list[Cell]) -> tuple[str, str]:
    """Kroner when an amount is too exact to be anything else; otherwise nothing is suggested."""
    digits = ["".join(sign for sign in cell.raw if sign.isdigit()) for cell in cells]
    exact = any(
        len(text) >= 6 and not text.endswith("00") and "," not in cell.raw
        for text, cell in zip(digits, cells, strict=True)
    )
    if exact:
        return str(Unit.KR.value), _("an amount has six digits or more and is not round")
    return "", ""


def _dash(sheet: Sheet, layout: Layout) -> list[Question]:
    """Only where a dash stands for an amount or a figure; other signs say themselves that the value is missing."""
    addresses = [
        cell.address
        for column in layout.used
        if column.is_money or column.meaning in FIGURES
        for cell in _text_cells(sheet, layout, column)
        if is_missing(cell.raw) and cell.raw.strip() in {"-", "–", "—", "−"}
    ]
    if not addresses:
        return []
    choices = ((NOT_STATED, _("not stated")), (ZERO, _("zero")))
    return [Question(DASH, _("What does “-” mean in this sheet?"), choices, NOT_STATED, "", tuple(addresses))]


def _brackets(sheet: Sheet, layout: Layout) -> list[Question]:
    """An amount in brackets may be negative, or one that is only told of."""
    cells = [
        cell
        for column in layout.used
        if column.is_money
        for cell in _text_cells(sheet, layout, column)
        if isinstance(cell.value, str) and in_brackets(cell.raw)
    ]
    if not cells:
        return []
    inside = in_brackets(cells[0].raw)
    choices = (
        (NEGATIVE, _("a negative amount: −%(amount)s") % {"amount": inside}),
        (POSITIVE, _("the amount as it stands: %(amount)s") % {"amount": inside}),
    )
    text = _("What does “%(raw)s” mean in this sheet?") % {"raw": cells[0].raw.strip()}
    why = _("accountants write negative amounts in brackets")
    return [Question(BRACKETS, text, choices, NEGATIVE, why, tuple(cell.address for cell in cells))]


def _is_of_shares(sheet: Sheet, layout: Layout, column: Column) -> bool:
    """All of its cells are shares. Where some say percent and others do not, each cell is what it says itself."""
    if column.meaning is Meaning.SHARE or column.unit.is_percent:
        return True
    unit = layout.first(Meaning.UNIT)
    if unit is not None:
        return False
    cells = data_cells(sheet, layout, column)
    numbers = {cell.is_percent for cell in cells if isinstance(cell.value, Decimal)}
    texts = {cell.raw for cell in cells if isinstance(cell.value, str)}
    if True not in numbers and not any(map(text_says_percent, texts)):
        return False
    return False not in numbers and not any(map(is_bare, texts))


def share_key(column: Column) -> str:
    return f"share:{column.letters}"


def share_readings() -> tuple[tuple[str, str], ...]:
    return (
        (FRACTION, _("as a fraction: 0,49 is 49 %%") % {}),
        (PERCENT, _("as percent: 0,49 is 0,49 %%") % {}),
    )


def unit_says_percent(words: str) -> bool:
    return _PERCENT.search(words) is not None


def _share_by_unit(sheet: Sheet, layout: Layout, apart: set[int]) -> Question | None:
    """Rows whose unit is percent and that hold bare numbers up to one: asked once for all of them."""
    unit = layout.first(Meaning.UNIT)
    if unit is None:
        return None
    rows = [row for row in _data_rows(layout) if unit_says_percent(sheet.cell(row, unit.index).raw)]
    columns = [
        column.index
        for column in layout.used
        if column.meaning in FIGURES - {Meaning.RESPONDENTS} and column.index not in apart
    ]
    cells = [sheet.cell(row, column) for row in rows for column in columns]
    bare = [(cell, value) for cell in cells if (value := bare_share(cell)) is not None]
    small = [(cell, value) for cell, value in bare if 0 < abs(value) <= 1]
    if not small:
        return None
    all_small = all(abs(value) <= 1 for _cell, value in bare)
    text = _("The unit is percent. How is %(raw)s to be read?") % {"raw": small[0][0].raw}
    suggestion = FRACTION if all_small and any(value % 1 for _cell, value in small) else ""
    addresses = tuple(cell.address for cell, _value in small)
    return Question(SHARE_BY_UNIT, text, share_readings(), suggestion, "", addresses)


def _share(sheet: Sheet, layout: Layout, column: Column) -> Question | None:
    """Asked when bare numbers could be fractions: none is above one, or only some are."""
    bare = [(cell, value) for cell in data_cells(sheet, layout, column) if (value := bare_share(cell)) is not None]
    small = [cell for cell, value in bare if 0 < abs(value) <= 1]
    if not small:
        return None
    all_small = all(abs(value) <= 1 for _cell, value in bare)
    first = small[0]
    text = _("How is %(raw)s in column %(column)s to be read?") % {"raw": first.raw, "column": column.letters}
    choices = share_readings()
    why = _("no number in the column is above 1") if all_small else ""
    suggestion = FRACTION if all_small and any(value % 1 for _cell, value in bare) else ""
    return Question(share_key(column), text, choices, suggestion, why, tuple(cell.address for cell in small))
