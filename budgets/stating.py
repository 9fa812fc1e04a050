"""A revised budget that is typed without its decisions, as a municipality does that starts in the middle of a year."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from budgets.entering import Amount, AmountsRefusedError, Place, Wanted, check_seen, line_of
from budgets.ledger import Refusal, Revised, counting, movements, revised
from budgets.models import BudgetLine, DecisionState, Entry, EntryKind, Transfer, ValueState, hold_lines
from organisation import writing
from organisation.models import User
from organisation.printing import format_date, format_exact_amount
from organisation.units import Unit


def revised_as_of(line: BudgetLine, year: int, day: datetime.date) -> Revised | Refusal:
    """The computed revised budget of one line and year."""
    entries = Entry.objects.filter(line=line, year=year).select_related("decision").order_by("pk")
    transfers = Transfer.objects.of_line(line).filter(year=year).select_related("decision").order_by("pk")
    found = counting(movements(entries, transfers), as_of=day)
    return revised(row for row in found if row.line == line.pk)


def state_revised(
    *, line: BudgetLine, year: int, ore: int, as_of: datetime.date, by: User, reason: str, unit: Unit = Unit.KR
) -> Entry | None:
    """Makes the revised budget of the day what is stated: the difference to the computed one is one entry, *change, not
    specified*, posted at once; a second statement of the same day corrects it. None when it says nothing new: there
    is no difference, and no amount is lacking.

    Decisions of the day or before it that are posted later take its place, and the stated figure stays. Raises
    ValidationError when the day is not in the year, or when the computed one cannot be added up.
    """
    if as_of.year != year:
        raise ValidationError(_("The day of a stated revised budget lies in the budget year."))
    with transaction.atomic():
        hold_lines([line.pk])
        computed = revised_as_of(line, year, as_of)
        if isinstance(computed, Refusal):
            raise ValidationError(
                _("The line's amounts are of different price levels, so they have no revised budget.")
            )
        difference = ore - (computed.ore or 0)
        if not difference and computed.is_adopted and not computed.not_stated:
            return None
        note = _("Revised budget stated as %(amount)s on %(day)s. %(reason)s") % {
            "amount": format_exact_amount(ore, unit), "day": format_date(as_of), "reason": reason
        }  # fmt: skip
        entry = _entry(line, year, difference, as_of=as_of, note=note, price_level=computed.price_level, unit=unit)
        writing.save(entry, by=by, reason=reason)
        entry.post(by=by, reason=reason)
        return entry


def state_many(
    *, wanted: Mapping[int, Wanted], year: int, as_of: datetime.date, by: User, reason: str, unit: Unit
) -> int:
    """States the revised budgets of several lines, {line id: what was typed over the computed one that was seen}; an
    empty cell states nothing. Returns how many entries were written. Raises AmountsRefusedError, its places (line,
    year), and then nothing is written.
    """
    problems: dict[Place, list[str]] = {}
    written = 0
    with transaction.atomic():
        typed = {pk: one for pk, one in wanted.items() if one.typed is not None}
        hold_lines(typed)
        lines = BudgetLine.objects.editable_by(by).in_bulk(list(typed))
        for pk, one in sorted(typed.items()):
            try:
                with transaction.atomic():
                    written += _state(line_of(lines, pk), one, year, as_of=as_of, by=by, reason=reason, unit=unit)
            except ValidationError as error:
                problems[pk, year] = error.messages
        if problems:
            raise AmountsRefusedError(problems, ())
    return written


def _state(
    line: BudgetLine, one: Wanted, year: int, *, as_of: datetime.date, by: User, reason: str, unit: Unit
) -> bool:
    if one.typed is None or one.typed.ore is None:
        raise ValidationError(_("A revised budget is stated as an amount, for example 0."))
    if not reason.strip():
        raise ValidationError(_("Write where the figure comes from."))
    computed = revised_as_of(line, year, as_of)
    now = None if isinstance(computed, Refusal) or computed.ore is None else Amount(computed.ore)
    check_seen(one, now, unit)
    made = state_revised(line=line, year=year, ore=one.typed.ore, as_of=as_of, by=by, reason=reason.strip(), unit=unit)
    return made is not None


def come_to_what_is_stated(entry: Entry) -> None:
    """Makes a draft that states the revised budget the change that is missing as of its day. Raises ValidationError."""
    day = entry.effective_start
    if entry.states_ore is None or entry.year is None or day is None:
        return
    computed = revised_as_of(entry.line, entry.year, day)
    if isinstance(computed, Refusal):
        raise ValidationError(_("The line's amounts are of different price levels, so they have no revised budget."))
    entry.amount_ore = entry.states_ore - (computed.ore or 0)
    entry.value_state = ValueState.VALUE if entry.amount_ore else ValueState.ZERO
    before = _stated_on(entry.line_id, entry.year, day)
    if before is not None and entry.kind == EntryKind.UNSPECIFIED:
        # Somebody has stated the revised budget of the day since: there is one of each day.
        entry.kind, entry.corrects = EntryKind.CORRECTION, before


def _stated_on(line: int, year: int, day: datetime.date) -> Entry | None:
    stated = Entry.objects.adopted().filter(line=line, year=year, kind=EntryKind.UNSPECIFIED, effective_start=day)
    return stated.order_by("pk").first()


def stated_draft(stated: Entry, before: Entry | None, ore: int, difference: int, *, note: str) -> Entry:
    """`stated` as a draft that makes the revised budget of its day `ore` when it is posted; `before` is what is stated
    of the day already. The difference is as it stands now, for the eye.
    """
    draft = before.correction(difference, note=note) if before is not None else stated
    draft.note, draft.states_ore = note, ore
    draft.amount_ore, draft.value_state = difference, ValueState.VALUE if difference else ValueState.ZERO
    return draft


def _entry(
    line: BudgetLine, year: int, ore: int, *, as_of: datetime.date, note: str, price_level: str, unit: Unit
) -> Entry:
    before = _stated_on(line.pk, year, as_of)
    if before is not None:
        return before.correction(ore, note=note)
    return Entry(
        municipality=line.municipality,
        line=line,
        kind=EntryKind.UNSPECIFIED,
        year=year,
        effective_text=f"{as_of:%d-%m-%Y}",
        decision_state=DecisionState.ADOPTED,
        price_level=price_level,
        unit=unit,
        value_state=ValueState.VALUE if ore else ValueState.ZERO,
        amount_ore=ore,
        note=note,
    )
