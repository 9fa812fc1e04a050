"""The bridge between two readings of the revised budget, each step with its words and what it is made of."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from budgets import ledger
from budgets.bridge import Bridge, Reading, Step, StepKind, bridge
from budgets.models import DecisionState
from organisation.units import Unit
from portfolio.overview import amounts, shapes, words
from portfolio.overview.follow_up_rows import entries_of, reference_of_decision
from portfolio.overview.made_of import made_of
from portfolio.overview.rows import Rows


def step_words(kind: StepKind) -> str:
    return {
        StepKind.ORIGINAL: _("Original budget"),
        StepKind.SUPPLEMENTARY: _("Supplementary appropriation"),
        StepKind.CARRY_OVER: _("Carried over between years"),
        StepKind.TRANSFER_IN: _("Transferred in from other lines"),
        StepKind.TRANSFER_OUT: _("Transferred out to other lines"),
        StepKind.TRANSFER_FROM_OUTSIDE: _("Transferred in from outside the overview"),
        StepKind.TRANSFER_TO_OUTSIDE: _("Transferred out of the overview"),
        StepKind.UNSPECIFIED: _("Change, not specified"),
        StepKind.CORRECTIONS: _("Corrections of typing"),
        StepKind.RECORDED_LATER: _("Recorded later"),
    }[kind]


def bridge_shown(rows: Rows, lines: set[int], before: Reading, year: int | None = None) -> shapes.BridgeShown:
    """From `before` to the rows' own viewpoint, over one budget year or over all."""
    after = Reading(rows.viewpoint.as_of, rows.viewpoint.known_on)
    adopted = [m for m in rows.money.movements_of(lines) if m.decision == DecisionState.ADOPTED]
    found = [m for m in adopted if m.year is not None and year in (None, m.year)]
    built = bridge(found, before, after)
    unit = amounts.unit_of(entries_of(rows, found))
    decimals = amounts.decimals_for(unit, [movement.ore for movement in found])
    refusal = words.refusal(built) if isinstance(built, ledger.Refusal) else ""
    known = None if isinstance(built, ledger.Refusal) else built
    start, end = _ends(known, unit, decimals)
    steps = tuple(_step(rows, step, unit, decimals) for step in known.steps) if known else ()
    ends = (f"{_reading_words(before)}: {start.full_text}", f"{_reading_words(after)}: {end.full_text}")
    return shapes.BridgeShown(
        heading=_heading(year),
        year=year,
        start_words=_reading_words(before),
        start=start,
        end_words=_reading_words(after),
        end=end,
        steps=steps,
        text="; ".join([ends[0], *(step.text for step in steps), ends[1]]),
        unit=unit.value,
        unit_text=str(unit.label),
        refusal=refusal,
        notes=tuple(_notes(known)),
        is_fictional=bool(known and known.is_fictional),
    )


def _ends(known: Bridge | None, unit: Unit, decimals: int) -> tuple[shapes.Money, shapes.Money]:
    """Each says for itself why it has no amount; None where the amounts are not added."""
    if known is None:
        refused = amounts.money(None, unit, missing=_("not added together"))
        return refused, refused
    start_lacks = words.not_stated() if known.start_is_adopted else _("not adopted")
    end_lacks = words.not_stated() if known.end_is_adopted else _("not adopted")
    return (
        amounts.money(known.start, unit, decimals, missing=start_lacks),
        amounts.money(known.end, unit, decimals, missing=end_lacks),
    )


def _heading(year: int | None) -> str:
    if year is None:
        return _("How the revised budget changed")
    return _("How the revised budget changed, %(year)s") % {"year": year}


def _notes(built: Bridge | None) -> Iterable[str]:
    if built and built.undated:
        yield _("Undated amounts that are counted: %(number)d.") % {"number": built.undated}


def _reading_words(reading: Reading) -> str:
    day = words.day(reading.as_of)
    if reading.known_on is None:
        return _("Revised budget as of %(day)s") % {"day": day}
    return _("Revised budget as of %(day)s, as known on %(moment)s") % {"day": day, "moment": moment(reading.known_on)}


def moment(known_on: datetime.datetime) -> str:
    return words.day(timezone.localtime(known_on).date())


def _step(rows: Rows, step: Step, unit: Unit, decimals: int) -> shapes.BridgeStep:
    change = amounts.money(step.ore, unit, decimals)
    opened = made_of(rows, step.movements)
    name = step_words(step.kind)
    if step.outside:
        name = _("%(step)s: %(name)s") % {"step": name, "name": step.outside}
    date_text = words.day(step.effective) if step.effective else ""
    decision = opened.decisions[0] if step.event is not None and opened.decisions else None
    details = [part for part in (decision.title if decision else "", date_text) if part]
    missing = _("amounts not stated, and so not in the sum: %(number)d") % {"number": step.not_stated}
    details += [missing] if step.not_stated else []
    text = f"{name} {_signed(change, step.ore)}"
    return shapes.BridgeStep(
        kind=step.kind.value,
        words=name,
        text=f"{text} ({', '.join(details)})" if details else text,
        money=change,
        date_text=date_text,
        decision=decision,
        made_of=opened,
        reference=_reference(rows, step) if decision else "",
    )


def _reference(rows: Rows, step: Step) -> str:
    """Of its decision, which all its movements have."""
    kind, pk, *_line = step.movements[0].key
    return reference_of_decision(rows, rows.money.transfers[pk] if kind == ledger.TRANSFER else rows.money.entries[pk])


def _signed(change: shapes.Money, ore: int) -> str:
    return f"+{change.full_text}" if ore > 0 else change.full_text
