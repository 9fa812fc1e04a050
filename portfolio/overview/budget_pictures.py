"""The pictures of a budget: revised against actual and forecast, the budget of each year, and the bridge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from budgets import ledger
from organisation.units import Unit
from portfolio.charts.definitions import Bars, Definition, Series, StackedBars, Step, Value, Waterfall
from portfolio.charts.sentences import sentence
from portfolio.overview import amounts, shapes, words
from portfolio.overview.follow_up_rows import line_years_of
from portfolio.overview.group_tables import group_table
from portfolio.overview.groupings import Group, GroupBy, groups, lowest_of
from portfolio.overview.rows import Rows, grouped

# More colours than this nobody tells apart.
MOST_PARTS = 8


def pictures_of(rows: Rows, lines: set[int], by: str, told: int | None) -> Iterable[shapes.Picture]:
    """Of every year, the year `told` in words: how it went, and what was budgeted by the group."""
    years = sorted({row.year for row in line_years_of(rows, lines)})
    followed = follow_up_picture([group_table(rows, lines, by, year) for year in years], told)
    if followed is not None:
        yield followed
    # Where the groups share lines, each line still is of one cost and either of operation or of construction.
    ways = dict.fromkeys((by, GroupBy.COST_KIND.value, GroupBy.DRANST.value))
    yield from budget_pictures(rows, lines, [_parts(groups(rows, way, lines)) for way in ways])


def _parts(found: list[Group]) -> list[tuple[str, frozenset[int]]]:
    """Of a tree its tops; when it has only one, what stands lowest in it."""
    tops = [group for group in found if not group.above]
    chosen = tops if len(tops) > 1 else lowest_of(found)
    return [(group.name.title, group.lines) for group in chosen]


def value(money: shapes.Money, note: str = "") -> Value:
    """In the table's unit, exact."""
    number = None if money.ore is None else Decimal(money.ore).scaleb(-Unit(money.unit).exponent)
    return Value(number, f"{money.text} ({note})" if note else money.text)


def follow_up_picture(tables: Sequence[shapes.GroupTable], told: int | None = None) -> shapes.Picture | None:
    """Revised, actual and forecast of each year's total; the year `told` in words, else the latest."""
    by_year = {table.year: table for table in tables if table.year is not None}
    years = sorted(by_year)
    if not years:
        return None
    totals = [by_year[year].total.row for year in years]
    if len({by_year[year].unit for year in years}) > 1:
        return None
    definition = Bars(
        title=_("Revised budget against actual and forecast"),
        unit=by_year[years[0]].unit_text,
        category_heading=_("Year"),
        categories=tuple(str(year) for year in years),
        series=(
            Series(_("Revised"), tuple(value(row.revised) for row in totals)),
            Series(_("Actual"), tuple(value(row.actual, row.actual_note) for row in totals)),
            Series(_("Forecast"), tuple(value(row.forecast, row.forecast_note) for row in totals)),
        ),
    )
    year = told if told in by_year else years[-1]
    return shapes.Picture(definition, _in_words(year, by_year[year].total.row))


def _in_words(year: int, row: shapes.FollowUpRow) -> str:
    if row.forecast.ore is None:
        text = _("In %(year)s the revised budget is %(revised)s; no forecast is stated")
        return sentence(text % {"year": year, "revised": row.revised.full_text})
    text = _("In %(year)s the revised budget is %(revised)s and the forecast %(forecast)s: %(deviation)s")
    return sentence(
        text
        % {
            "year": year,
            "revised": row.revised.full_text,
            "forecast": f"{row.forecast.full_text} ({row.forecast_note})",
            "deviation": row.deviation.text,
        }
    )


Parts = Sequence[tuple[str, frozenset[int]]]


def budget_pictures(rows: Rows, lines: Iterable[int], ways: Sequence[Parts]) -> list[shapes.Picture]:
    """The budget per year, one picture a decision state and price level. `ways` are the groups of lines that may be
    shown, the wanted ones first.

    Parts that share lines cannot be stacked: then the next way is taken, and at last the totals stand alone.
    """
    found = grouped(rows.money.movements_of(lines), lambda movement: (movement.decision, movement.price_level))
    made = (_budget(rows, key[0], several, ways) for key, several in found.items() if key[0] != "rejected")
    return [picture for picture in made if picture is not None]


def _budget(rows: Rows, decision: str, found: list[ledger.Movement], ways: Sequence[Parts]) -> shapes.Picture | None:
    years = sorted({movement.year for movement in found if movement.year is not None})
    entries = [rows.money.entries[m.key[1]] for m in found if m.key[0] == "entry"]
    unit = amounts.unit_of(entries)
    decimals = amounts.decimals_for(unit, [movement.ore for movement in found])

    def over(year: int, lines: frozenset[int] | None = None) -> Value:
        chosen = [m for m in found if m.year == year and (lines is None or m.line in lines)]
        return value(amounts.total_money(ledger.add(chosen), unit, decimals))

    totals = tuple(over(year) for year in years)
    if not years or all(total.number is None for total in totals):
        return None
    title = _("Budget per year: %(decision)s") % {"decision": words.decision(decision).lower()}
    told = [
        _("%(amount)s in %(year)s") % {"amount": f"{total.text} {unit.label}", "year": year}
        for year, total in zip(years, totals, strict=True)
    ]
    in_words = sentence(_("Per year: %(years)s") % {"years": words.listed(told)})
    categories = tuple(str(year) for year in years)
    budgeted = {movement.line for movement in found}
    every = ([(name, lines) for name, lines in parts if lines & budgeted] for parts in ways)
    used = next((parts for parts in every if _can_be_stacked(parts, budgeted)), None)
    definition: Definition
    if used:
        series = tuple(Series(name, tuple(over(year, lines) for year in years)) for name, lines in used)
        definition = StackedBars(title, str(unit.label), _("Year"), categories, series, totals)
    else:
        definition = Bars(title, str(unit.label), _("Year"), categories, (Series(_("Total"), totals),))
    return shapes.Picture(definition, in_words)


def _can_be_stacked(parts: Parts, lines: set[int]) -> bool:
    """Two to eight parts that share no line and together hold them all."""
    every = [line for _name, own in parts for line in own & lines]
    return 1 < len(parts) <= MOST_PARTS and len(every) == len(lines) and set(every) == lines


def bridge_picture(bridge: shapes.BridgeShown) -> Definition | None:
    """None where there is nothing to lead from or to, or no step between."""
    if bridge.refusal or bridge.end.ore is None or not bridge.steps:
        return None
    unit = Unit(bridge.unit)
    start = value(bridge.start) if bridge.start.ore is not None else Value(Decimal(0), bridge.start.text)
    return Waterfall(
        title=bridge.heading,
        unit=str(unit.label),
        start=Step(bridge.start_words, start),
        steps=tuple(Step(step.words, _change(step)) for step in bridge.steps),
        end=Step(bridge.end_words, value(bridge.end)),
    )


def _change(step: shapes.BridgeStep) -> Value:
    found = value(step.money)
    return Value(found.number, f"+{found.text}" if (step.money.ore or 0) > 0 else found.text)
