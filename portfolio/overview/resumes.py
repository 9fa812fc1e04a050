"""The résumé of a status report: at most eight lines as they are printed, all of them computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.progress import Verdict
from portfolio.charts.measure import SIZE, wrap
from portfolio.overview import shapes, words
from portfolio.overview.status_tables import Before
from portfolio.overview.statuses import WORST_FIRST
from portfolio.overview.whole_budgets import Committee, part_of_whole

MOST_LINES = 8
MOST_ATTENTION = 3
LONGEST_REASON = 120
# The room of a list's line in a report, 165 mm for letters of 11 points, in the units in which texts are measured, and
# with their margin, which the engine that prints does not need.
ROOM_OF_A_LINE = 165 / 25.4 * 72 * SIZE / 11 * 1.03
MOVES = ("better", "same", "worse", "new", "assessed", "unassessed")


def resume(
    overview: shapes.PortfolioOverview,
    economy: shapes.FollowUpOverview,
    tables: Sequence[shapes.StatusTable],
    off_course: Sequence[shapes.DeviationShown],
    *,
    before: Before | None,
    committee: Committee,
) -> shapes.Resume:
    rows = [row for table in tables for row in table.rows]
    counts, moves = overview.by_light, _moves(rows)
    money = (*_of_money(overview, economy, committee), *_of_forecast(economy))
    lines = [
        *_of_counts(overview, counts),
        *_of_moves(moves, rows, before),
        *money,
        *_of_indicators(overview),
    ]
    lines, attention = within_eight_lines(lines, [_attention(one, rows) for one in off_course[:MOST_ATTENTION]])
    return shapes.Resume(
        lines=tuple(lines),
        money=money,
        attention=tuple(attention),
        counts=counts,
        moves=moves,
        is_fictional=overview.is_fictional or committee.is_fictional,
    )


def within_eight_lines(lines: list[str], attention: list[str]) -> tuple[list[str], list[str]]:
    """As much as stands on eight printed lines: the last figures give way to what needs attention, of which the first
    is always there, under a label of its own.
    """
    kept = MOST_LINES - (1 + printed_lines(attention[0]) if attention else 0)
    while len(lines) > 1 and sum(map(printed_lines, lines)) > kept:
        lines = lines[:-1]
    left = MOST_LINES - 1 - sum(map(printed_lines, lines))
    while len(attention) > 1 and sum(map(printed_lines, attention)) > left:
        attention = attention[:-1]
    return lines, attention


def printed_lines(text: str) -> int:
    """How many lines the text takes in a report."""
    return len(wrap(text, ROOM_OF_A_LINE))


def _moves(rows: Sequence[shapes.StatusRow]) -> tuple[shapes.Count, ...]:
    found = {row.move.code: row.move for row in rows if row.move.code != "none"}
    return tuple(
        shapes.Count(code, found[code].words, number, f"{number} {found[code].words}", found[code].symbol)
        for code in MOVES
        if code in found and (number := sum(row.move.code == code for row in rows))
    )


def _of_counts(overview: shapes.PortfolioOverview, counts: Sequence[shapes.Count]) -> Iterator[str]:
    if not overview.initiative_count:
        yield overview.empty_text
        return
    listed = words.listed([_without_status(one.number) if one.code == "none" else one.text for one in counts])
    yield _("%(initiatives)s: %(counts)s.") % {"initiatives": overview.count_text, "counts": listed}


def _without_status(number: int) -> str:
    given = {"number": number}
    return ngettext("%(number)d without a status at all", "%(number)d without a status at all", number) % given


def _of_moves(moves: Sequence[shapes.Count], rows: Sequence[shapes.StatusRow], before: Before | None) -> Iterator[str]:
    if before is None:
        return
    listed = words.listed([one.text for one in moves]) or _("nothing to compare")
    text = _("Since the previous status as of %(day)s: %(moves)s.") % {"day": words.day(before.as_of), "moves": listed}
    gone = len(before.lights.keys() - {row.reference for row in rows})
    left = _("%(initiatives)s no longer in the overview.") % {"initiatives": words.initiatives(gone)}
    yield f"{text} {capfirst(left)}" if gone else text


def _of_money(
    overview: shapes.PortfolioOverview, economy: shapes.FollowUpOverview, committee: Committee
) -> Iterator[str]:
    total = economy.tables[0].total.row.revised if economy.tables else None
    year = economy.tables[0].year if economy.tables else None
    if total is not None and total.state == "refused":
        yield _("The revised budget of %(year)s has no sum. %(why)s") % {"year": year, "why": total.note}
        return
    if total is not None and total.state == "not_stated":
        yield _("The budget of %(year)s is adopted, but its amounts are not stated.") % {"year": year}
        return
    if total is None or total.ore is None:
        if overview.initiative_count:
            yield _("No budget is adopted for the initiatives: %(money)s.") % {"money": overview.money.text.rstrip(".")}
        return
    text = part_of_whole(total.ore, total.full_text, year, committee)
    yield f"{text} {capfirst(total.note)}." if total.note else text


def _of_forecast(economy: shapes.FollowUpOverview) -> Iterator[str]:
    if not economy.tables or economy.tables[0].total.row.revised.ore is None:
        return
    row = economy.tables[0].total.row
    if row.deviation.verdict == "unknown":
        yield _("No forecast is stated that can be held against the revised budget.")
    else:
        given = {"deviation": row.deviation.text, "coverage": economy.tables[0].forecast_coverage_text}
        yield _("Forecast against the revised budget: %(deviation)s (%(coverage)s).") % given


def _of_indicators(overview: shapes.PortfolioOverview) -> Iterator[str]:
    verdicts = [figure.verdict for figure in overview.indicators]
    if not verdicts:
        return
    listed = [f"{verdicts.count(one)} {words.verdict(one)}" for one in Verdict if one in verdicts]
    given = {"indicators": capfirst(words.indicators(len(verdicts))), "verdicts": words.listed(listed)}
    yield _("%(indicators)s: %(verdicts)s.") % given


def _attention(one: shapes.DeviationShown, rows: Sequence[shapes.StatusRow]) -> str:
    """The initiative, its light in words, and why, in few words."""
    row = next(row for row in rows if row.reference == one.reference)
    because = one.why or (one.what[0] if one.what else "")
    is_off = row.status is not None and one.code in WORST_FIRST[:2]
    light = f"{row.status.worst.word}. " if row.status and is_off else ""
    return f"{one.title}: {light}{Truncator(' '.join(because.split())).chars(LONGEST_REASON)}"
