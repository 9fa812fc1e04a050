"""Totals that a follow-up prints, each beside what the lines' own figures of its day come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from budgets import follow_up, ledger
from budgets.models import StatedTotal
from portfolio.overview import shapes, words
from portfolio.overview.follow_up_rows import Printer, line_years_of
from portfolio.overview.rows import Rows
from portfolio.overview.sources import AMOUNT_FIELDS
from portfolio.overview.tables import check_words, lines_of_total, stated_money, totals_within


def follow_up_checks(rows: Rows, lines: set[int], year: int, printer: Printer) -> tuple[shapes.TotalCheck, ...]:
    """Of each thing and kind the latest that was printed on or before the page's day."""
    of_year = [total for total in rows.money.totals_read if total.period.year == year and _is_known(rows, total)]
    shown = totals_within(rows, lines, _latest(of_year))
    return tuple(_check(rows, total, printer) for total in shown)


def _is_known(rows: Rows, total: StatedTotal) -> bool:
    return total.as_of is None or total.as_of <= rows.viewpoint.as_of


def _latest(totals: Iterable[StatedTotal]) -> Sequence[StatedTotal]:
    found: dict[tuple[object, ...], StatedTotal] = {}
    for total in sorted(totals, key=lambda one: (str(one.as_of or ""), one.pk)):
        found[total.kind, total.strategy_id, total.objective_id, total.initiative_id, total.line_id] = total
    return sorted(found.values(), key=lambda one: one.reference)


def _check(rows: Rows, total: StatedTotal, printer: Printer) -> shapes.TotalCheck:
    computed = follow_up.read_together(total.kind, _line_years(rows, total))
    result = ledger.compare(total.amount_ore, computed.ore)
    difference = printer.money(result.difference, missing=_("cannot be compared"))
    text = check_words(result.verdict, difference)
    if computed.ore is not None and computed.known < computed.lines:
        text = _("%(text)s; computed over %(coverage)s") % {
            "text": text, "coverage": words.coverage(computed.known, computed.lines),
        }  # fmt: skip
    return shapes.TotalCheck(
        label=_label(total),
        stated=stated_money(rows, total, printer.unit, printer.decimals),
        computed=printer.money(computed.ore, missing=_("cannot be computed")),
        difference=difference,
        verdict=result.verdict.value,
        text=text,
        sources=rows.sources.of(total, AMOUNT_FIELDS),
        is_fictional=total.is_fictional,
    )


def _label(total: StatedTotal) -> str:
    label = f"{total.label}, {total.get_kind_display()}"
    return label if total.as_of is None else f"{label} {words.day(total.as_of)}"


def _line_years(rows: Rows, total: StatedTotal) -> list[follow_up.LineYear]:
    """The lines that it is over, as they stood on its day."""
    found = line_years_of(rows, lines_of_total(rows, total), as_of=total.as_of)
    return [row for row in found if row.year == total.period.year]
