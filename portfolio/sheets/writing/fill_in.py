"""Workbooks to fill in and send back: the municipality's own lines or indicators, with lists to choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from budgets.models import BudgetLine, DecisionState, Direction, Dranst, EntryKind
from budgets.resources import BudgetLineResource, EntryResource, StatementResource
from indicators.models import Indicator, IndicatorUnit, Status
from indicators.resources import MeasurementResource, TargetResource
from organisation.models import Municipality, User
from portfolio.sheets.reading.workbook import column_letters
from portfolio.sheets.writing.budget_cells import Cell, Key, budget_cells
from portfolio.sheets.writing.lists_of_money import IN_KRONER
from portfolio.sheets.writing.styles import Style
from portfolio.sheets.writing.tables import Column, Kind, Row, Table, Value
from portfolio.sheets.writing.xlsx import Choices, Form, Page, XlsxFile

SPARE_ROWS = 40
ESTIMATE_YEARS = 3
_IMPORTED_KINDS = (EntryKind.ORIGINAL, EntryKind.SUPPLEMENTARY, EntryKind.CARRY_OVER)


@dataclass(frozen=True)
class Sheet:
    """`rows` counts the table's; `lists` are what may be chosen in a column, `to_fill` the columns to fill in."""

    table: Table
    rows: int
    lists: dict[str, list[str]]
    to_fill: frozenset[str]
    steps: tuple[str, ...]


Make = Callable[[User, Municipality, int], Sheet]


@dataclass(frozen=True)
class FillIn:
    """`years_ahead`: of which year when nobody says. Money is for those who may change the budget, else for staff."""

    slug: str
    name: str | Promise
    about: str | Promise
    make: Make
    is_of_money: bool
    years_ahead: int = 0


def budget(user: User, municipality: Municipality, year: int) -> Sheet:
    """The budget year and its estimate years, with what has been adopted for them."""
    years = range(year, year + 1 + ESTIMATE_YEARS)
    lines, entries = BudgetLineResource.columns(), EntryResource.columns()
    columns = [Column(name, lines[name].heading) for name in ("municipality", "reference", "code")]
    columns.append(Column("name", lines["name"].heading, Kind.LONG_TEXT))
    columns += [Column(name, lines[name].heading) for name in ("direction", "dranst")]
    columns += [Column(name, entries[name].heading) for name in ("kind", "decision_state", "price_level")]
    columns += [Column(f"y{one}", IN_KRONER.format(one), Kind.MONEY) for one in years]
    found = _lines(user, municipality)
    steps = (
        _now("Type each amount in whole kroner under its year. Income is negative. An empty cell changes nothing."),
        _now("A new line stands in one of the empty rows: give it a name, and leave its reference empty."),
        _now("Choose kind and decision in the lists. A line with two kinds of amount stands in two rows."),
    )
    rows = list(_budget_rows(user, municipality, found, years))
    return Sheet(
        Table("budget", _now("Budget"), tuple(columns), rows),
        len(rows),
        {
            "reference": [line.reference for line in found],
            "direction": _labels(Direction),
            "dranst": _labels(Dranst),
            "kind": [str(one.label) for one in _IMPORTED_KINDS],
            "decision_state": _labels(DecisionState),
        },
        frozenset(f"y{one}" for one in years),
        steps,
    )


def _budget_rows(
    user: User, municipality: Municipality, lines: Sequence[BudgetLine], years: Sequence[int]
) -> Iterator[Row]:
    """One row for each price level in which an original budget is adopted; one without amounts for the others."""
    cells = budget_cells(user, municipality)
    levels: dict[int, list[str]] = {}
    adopted = {key: cell for key, cell in cells.items() if key.kind == "original" and key.decision_state == "adopted"}
    for key in sorted(adopted):
        if key.year in years and key.price_level not in levels.setdefault(key.line, []):
            levels[key.line].append(key.price_level)
    for line in lines:
        for level in levels.get(line.pk, [""]):
            amounts = [_amount(adopted, Key(line.pk, 0, level, "original", year, "")) for year in years]
            yield [
                municipality.code, line.reference, line.code or None, line.name, line.get_direction_display(),
                line.get_dranst_display(), str(EntryKind.ORIGINAL.label), str(DecisionState.ADOPTED.label),
                level or None, *amounts,
            ]  # fmt: skip


def _amount(cells: dict[Key, Cell], key: Key) -> Value:
    return cells[key].value if key in cells else None


def follow_up(user: User, municipality: Municipality, year: int) -> Sheet:
    """Actual spending and forecast of each line, of the day and the round that one writes."""
    declared = StatementResource.columns()
    headings = (("actual", "Forbrug"), ("forecast", "Forventet regnskab"))
    columns = [Column(name, declared[name].heading) for name in ("municipality", "line", "code")]
    columns.append(Column("name", declared["name"].heading, Kind.LONG_TEXT))
    columns.append(Column("year", declared["year"].heading, Kind.YEAR))
    columns += [
        Column("as_of", declared["as_of"].heading, Kind.DATE),
        Column("round", declared["round"].heading),
        *(Column(key, IN_KRONER.format(heading), Kind.MONEY) for key, heading in headings),
    ]
    found = _lines(user, municipality)
    rows: list[Row] = [
        [municipality.code, line.reference, line.code or None, line.name, year, None, None, None, None]
        for line in found
    ]
    steps = (
        _now("Write the day of the reading, for example 30-06-2018, and the name of the round in each row."),
        _now("Type each amount in whole kroner. Income is negative. An empty cell changes nothing."),
    )
    return Sheet(
        Table("follow_up", _now("Budget follow-up"), tuple(columns), rows),
        len(rows),
        {"line": [line.reference for line in found]},
        frozenset({"as_of", "round", "actual", "forecast"}),
        steps,
    )


def indicators(user: User, municipality: Municipality, year: int) -> Sheet:
    """One row for each indicator, to be given a value, a target or both."""
    values, targets = MeasurementResource.columns(), TargetResource.columns()
    columns = [Column(name, values[name].heading) for name in ("municipality", "indicator")]
    columns += [
        Column("name", values["name"].heading, Kind.LONG_TEXT),
        Column("unit", "Måleenhed"),
        Column("subgroup", values["subgroup"].heading),
        Column("value", values["value"].heading, Kind.NUMBER),
        Column("effective_text", values["effective_text"].heading),
        Column("n", values["n"].heading, Kind.NUMBER),
        Column("target", targets["value"].heading, Kind.NUMBER),
        Column("period_text", targets["period_text"].heading),
        Column("source", values["source"].heading, Kind.LONG_TEXT),
    ]
    found = list(
        Indicator.objects.visible_to(user).current().filter(municipality=municipality).order_by("sort_key", "pk")
    )
    rows: list[Row] = [
        [municipality.code, one.reference, one.name, one.get_unit_display(), *[None] * 7] for one in found
    ]
    steps = (
        _now("Write each value with its day, for example 2018 or 30-06-2018. Write percentages with their sign."),
        _now("A group has a row of its own: copy the indicator's reference and name the group."),
        _now("Leave counts of few people as they are: small figures are hidden when they are approved."),
    )
    filled = frozenset({"subgroup", "value", "effective_text", "n", "target", "period_text", "source"})
    lists = {"indicator": [one.reference for one in found], "unit": _labels(IndicatorUnit), "status": _labels(Status)}
    return Sheet(Table("indicators", _now("Indicators"), tuple(columns), rows), len(rows), lists, filled, steps)


def _lines(user: User, municipality: Municipality) -> list[BudgetLine]:
    lines = BudgetLine.objects.visible_to(user).filter(municipality=municipality)
    return list(lines.order_by("position", "sort_key", "pk"))


def _labels(choices: type[models.TextChoices]) -> list[str]:
    return [str(one.label) for one in choices]


FILL_INS = {
    one.slug: one
    for one in (
        FillIn(
            "budget",
            _("Budget to fill in"),
            _("Lines with a column for each year."),
            budget,
            is_of_money=True,
            years_ahead=1,
        ),
        FillIn(
            "opfoelgning",
            _("Follow-up to fill in"),
            _("Lines with actual spending and forecast."),
            follow_up,
            is_of_money=True,
        ),
        FillIn(
            "indikatorer",
            _("Indicators to fill in"),
            _("Indicators with value and target."),
            indicators,
            is_of_money=False,
        ),
    )
}


# The workbook: how to fill it in, the table, and the lists behind it.


def write_form(file: IO[bytes], one: FillIn, user: User, municipality: Municipality, *, year: int) -> None:
    sheet = one.make(user, municipality, year)
    title = f"{one.name} {year}, {municipality.name}"
    keys = [column.key for column in sheet.table.columns]
    lists = {key: texts for key, texts in sheet.lists.items() if key in keys and texts}
    places = {key: place for place, key in enumerate(lists)}
    choices = tuple(_choices(keys.index(key), key, places[key], len(texts)) for key, texts in lists.items())
    form = Form(choices, SPARE_ROWS, frozenset(place for place, key in enumerate(keys) if key in sheet.to_fill))
    with XlsxFile(file, [_now("How to fill in"), sheet.table.name, _now("Choices")]) as workbook:
        workbook.page(0, _guide(title, sheet))
        workbook.table(1, sheet.table, form)
        workbook.page(2, _choice_page(list(lists.values())))
        workbook.finish(title, municipality.name, municipality.name, get_language() or "da", timezone.now())


def _choices(column: int, key: str, place: int, number: int) -> Choices:
    letters = column_letters(place)
    formula = f"'{_now('Choices')}'!${letters}$1:${letters}${number}"
    return Choices(column, formula, _now("Not in the list"), _now("Choose from the list, or go on if it is new."))


def _guide(title: str, sheet: Sheet) -> Page:
    number = sheet.rows
    steps = [
        ngettext(
            "%(number)d row is ready on the sheet “%(sheet)s”.",
            "%(number)d rows are ready on the sheet “%(sheet)s”.",
            number,
        )
        % {"number": number, "sheet": sheet.table.name},
        *sheet.steps,
        _now("The headings are locked, so that the file is understood when it comes back. Do not change them."),
        _now("Save the file and choose it under Spreadsheets, Import. You see all changes before anything is stored."),
    ]
    plain = Style(wraps=True)
    rows_shown = [(Style(is_title=True), (title,)), (plain, ()), *((plain, ("", step)) for step in steps)]
    return Page(name="", rows=tuple(rows_shown), widths=(4, 100))


def _choice_page(lists: list[list[str]]) -> Page:
    longest = max(map(len, lists), default=0)
    rows = [
        (Style(wraps=True), tuple(texts[place] if place < len(texts) else "" for texts in lists))
        for place in range(longest)
    ]
    return Page(name="", rows=tuple(rows), widths=(30,) * max(len(lists), 1), is_hidden=True)
