"""The ledger's invariants, parts against their whole, and printed totals against computed ones."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from django.apps import apps
from django.db.models import Q
from django.utils.translation import gettext as _

from budgets.follow_up import follow_up, read_together
from budgets.ledger import Check, Verdict, add, check, compare, counting, movements
from budgets.models import (
    BudgetLine,
    DecisionState,
    Direction,
    Entry,
    EntryKind,
    EntryPart,
    LineInitiative,
    MoneyFact,
    StatedTotal,
    Statement,
    TotalKind,
    Transfer,
    ValueState,
    day_of,
)
from initiatives.models import Initiative, InitiativeObjective, Objective
from organisation.numbers import Unit
from organisation.printing import format_exact_amount
from portfolio.audit.findings import Finding, worth_knowing, wrong
from portfolio.audit.trees import below


def amounts() -> Iterator[Finding]:
    for model in apps.get_models():
        if issubclass(model, MoneyFact):
            for row in model._base_manager.all().iterator():
                if not _fits(row.value_state, row.amount_ore):
                    yield wrong("amount_does_not_fit", row, _("The amount does not fit the kind of value."))


def _fits(state: str, ore: int | None) -> bool:
    if state == ValueState.NOT_STATED:
        return ore is None
    return bool(ore) if state == ValueState.VALUE else ore == 0


def corrections() -> Iterator[Finding]:
    for entry in Entry.objects.select_related("corrects").iterator():
        mended = entry.corrects
        if mended is None:
            if entry.kind == EntryKind.CORRECTION:
                yield wrong("correction_of_nothing", entry, _("It does not say what it corrects."))
        elif mended.line_id != entry.line_id:
            yield wrong("correction_elsewhere", entry, _("It corrects an entry of another line."))
        elif not mended.is_posted:
            yield wrong("correction_of_draft", entry, _("It corrects an entry that is not posted."))


def closed_years() -> Iterator[Finding]:
    """Appropriations lapse with their year: what was decided after it is carried over, never added to it."""
    own = [EntryKind.CORRECTION, EntryKind.UNSPECIFIED]
    adopted = Entry.objects.exclude(kind__in=own).select_related("decision", "line")
    for rows in (adopted, Transfer.objects.select_related("decision", "from_line", "to_line")):
        for row in rows.filter(decision_state=DecisionState.ADOPTED, year__isnull=False).iterator():
            day = day_of(row)
            if day is not None and row.year is not None and day.year > row.year:
                yield wrong("closed_year_changed", row, _("Its budget year was over on the day of the decision."))


def unspecified_changes() -> Iterator[Finding]:
    """One for each line, year and day, of a day in its year; it is adopted, and one figure with its corrections."""
    stated: set[tuple[int, int | None, datetime.date | None]] = set()
    # A draft that states the revised budget becomes a correction when it is posted, where the day has one already.
    found = Entry.objects.filter(kind=EntryKind.UNSPECIFIED).exclude(states_ore__isnull=False, posted_at__isnull=True)
    for entry in found.select_related("line").order_by("pk").iterator():
        place = (entry.line_id, entry.year, entry.effective_start)
        if entry.year is None or entry.effective_start is None or entry.effective_start.year != entry.year:
            yield wrong("unspecified_outside_its_year", entry, _("Its day does not lie in its budget year."))
        elif entry.decision_state != DecisionState.ADOPTED:
            yield wrong("unspecified_not_adopted", entry, _("A stated revised budget is adopted money."))
        elif place in stated:
            yield wrong("unspecified_twice", entry, _("The revised budget of this day is stated twice."))
        stated.add(place)


def transfers() -> Iterator[Finding]:
    """What leaves one line arrives at another; a single end names the other in words."""
    for transfer in Transfer.objects.iterator():
        changes = [change for _line, change in transfer.legs]
        balance = changes[0] + changes[1] if len(changes) == 2 else 0
        if transfer.amount_ore <= 0 or balance:
            yield wrong("transfer_does_not_balance", transfer, _("Its two ends do not cancel out."))
        if len(changes) == 1 and not transfer.outside:
            yield wrong("transfer_to_nowhere", transfer, _("One end is neither a line nor named."))
        if transfer.from_line_id is not None and transfer.from_line_id == transfer.to_line_id:
            yield wrong("transfer_to_itself", transfer, _("It goes from a line to the same line."))


def parts() -> Iterator[Finding]:
    """Stated parts may leave a rest, which is worth knowing, but are together no more than the amount."""
    found: dict[int, list[EntryPart]] = {}
    for part in EntryPart.objects.select_related("entry", "entry__line").iterator():
        found.setdefault(part.entry_id, []).append(part)
    for members in found.values():
        whole, known = members[0].entry, [part.amount_ore for part in members if part.amount_ore is not None]
        if whole.amount_ore is None or not known:
            continue
        words = {"parts": _kroner(sum(known)), "whole": _kroner(whole.amount_ore)}
        if abs(sum(known)) > abs(whole.amount_ore) or sum(known) * whole.amount_ore < 0:
            yield wrong("parts_exceed_amount", whole, _("Its parts are %(parts)s, itself only %(whole)s.") % words)
        elif sum(known) != whole.amount_ore:
            yield worth_knowing("parts_leave_rest", whole, _("Its parts are %(parts)s of %(whole)s.") % words)


def stated_totals() -> Iterator[Finding]:
    for total in StatedTotal.objects.select_related("strategy", "objective", "initiative", "line").iterator():
        compared = _budgeted(total) if total.kind == TotalKind.BUDGET else _followed(total)
        if compared.verdict == Verdict.DIFFERS and compared.difference is not None:
            words = {"difference": _kroner(compared.difference)}
            yield worth_knowing(
                "stated_total_differs", total, _("The printed total is %(difference)s from the computed one.") % words
            )


def _budgeted(total: StatedTotal) -> Check:
    entries = Entry.objects.filter(line__in=_lines(total)).select_related("decision")
    moved = [
        movement
        for movement in counting(movements(entries))
        if (not total.decision_state or movement.decision == total.decision_state)
        and (total.period.year is None or movement.year == total.period.year)
    ]
    return check(total.amount_ore, add(moved))


def _followed(total: StatedTotal) -> Check:
    """Against the figures of its kind as they stood on its day."""
    lines = BudgetLine.objects.filter(pk__in=_lines(total))
    entries = Entry.objects.filter(line__in=lines).select_related("decision")
    transfers = Transfer.objects.filter(Q(from_line__in=lines) | Q(to_line__in=lines)).select_related("decision")
    found = follow_up(
        {line.pk: line.direction == Direction.INCOME for line in lines},
        movements(entries, transfers),
        Statement.objects.filter(line__in=lines),
        as_of=total.as_of or datetime.date.max,
    )
    rows = [row for row in found if row.year == total.period.year]
    return compare(total.amount_ore, read_together(total.kind, rows).ore)


def _kroner(ore: int) -> str:
    return format_exact_amount(ore, Unit.KR)


def _lines(total: StatedTotal) -> set[int]:
    """The distinct lines that a printed total is of."""
    if total.line_id:
        return {total.line_id}
    initiatives = Initiative.objects.filter(municipality=total.municipality_id)
    if total.strategy_id:
        initiatives = initiatives.filter(strategy=total.strategy_id)
    elif total.objective_id:
        under = InitiativeObjective.objects.filter(objective__in=below(Objective, total.objective_id))
        initiatives = initiatives.filter(pk__in=under.values("initiative"))
    else:
        initiatives = initiatives.filter(pk__in=below(Initiative, total.initiative_id))
    links = LineInitiative.objects.filter(initiative__in=initiatives).values("line")
    return set(BudgetLine.objects.filter(pk__in=links).values_list("pk", flat=True))
