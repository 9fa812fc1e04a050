"""Amounts as they are shown: the only place where øre become text for a table."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from budgets.ledger import Refusal, Revised, Total
from budgets.models import MoneyFact, UnitOrigin, ValueState
from budgets.year_sums import YearSum
from organisation.printing import format_table_amount
from organisation.units import NBSP, Unit
from portfolio.overview import shapes, words

MOST_DECIMALS = {Unit.KR: 2, Unit.TKR: 2, Unit.MIO: 3}


def unit_of(facts: Iterable[MoneyFact]) -> Unit:
    """The unit that all the amounts are stated in; kroner when they differ."""
    units = {fact.unit for fact in facts}
    return Unit(units.pop()) if len(units) == 1 else Unit.KR


def decimals_for(unit: Unit, amounts: Iterable[int | None]) -> int:
    """As few decimals as print every stated amount exactly, from the unit's own number up to its most."""
    stated = [ore for ore in amounts if ore is not None]
    fewest, most = unit.decimals, MOST_DECIMALS[unit]
    exact = (
        places for places in range(fewest, most) if not any(ore % 10 ** (unit.exponent - places) for ore in stated)
    )
    return next(exact, most)


def fact_money(
    fact: MoneyFact,
    *,
    unit: Unit | None = None,
    decimals: int | None = None,
    decision: str = "",
    sources: tuple[shapes.Source, ...] = (),
) -> shapes.Money:
    """One stated amount, in the table's unit or else its own."""
    shown_in = unit or Unit(fact.unit)
    missing = words.value_state(fact.value_state)
    if decimals is None:
        decimals = decimals_for(shown_in, [fact.amount_ore])
    number = "" if fact.amount_ore is None else format_table_amount(fact.amount_ore, shown_in, decimals)
    text, full_text = _texts(number, missing, shown_in)
    return shapes.Money(
        text=text,
        full_text=full_text,
        ore=fact.amount_ore,
        state=fact.value_state,
        raw=fact.raw,
        raw_note=_("the document prints “%(raw)s”") % {"raw": fact.raw} if missing and fact.raw else "",
        unit=shown_in.value,
        unit_is_inferred=fact.unit_origin == UnitOrigin.INFERRED,
        unit_note=fact.unit_note,
        decision=decision,
        decision_words=words.decision(decision) if decision else "",
        sources=sources,
        is_fictional=bool(getattr(fact, "is_fictional", False)),
    )


def _texts(number: str, missing: str, unit: Unit) -> tuple[str, str]:
    """Under a heading with the unit, and alone. A 0 that is paid elsewhere says both: “0 (finansieres andetsteds)”."""
    if not number:
        return missing, missing
    full = f"{number}{NBSP}{unit.label}"
    return (f"{number} ({missing})", f"{full} ({missing})") if missing else (number, full)


def money(
    ore: int | None,
    unit: Unit,
    decimals: int | None = None,
    *,
    missing: str = "",
    state: str = "",
    note: str = "",
    decision: str = "",
    is_fictional: bool = False,
) -> shapes.Money:
    """A computed amount; `missing` are the words, and `state` their code, when there is none. Without words of its own
    a state that an amount can have is said as it is of one amount.

    A 0 of nothing but amounts of one `state` keeps its words.
    """
    if ore is None:
        text = full_text = missing or words.value_state(state) or words.not_stated()
        state = state or ValueState.NOT_STATED
    else:
        kept = words.value_state(state) if ore == 0 else ""
        text, full_text = _texts(format_table_amount(ore, unit, decimals), kept, unit)
        if not kept:
            state = ValueState.VALUE if ore else ValueState.ZERO
    return shapes.Money(
        text=text,
        full_text=full_text,
        ore=ore,
        state=state,
        note=note,
        unit=unit.value,
        decision=decision,
        decision_words=words.decision(decision) if decision else "",
        is_computed=True,
        is_fictional=is_fictional,
    )


def empty_cell(unit: Unit) -> shapes.Money:
    """Nothing stands here in the source, not even a dash."""
    return shapes.Money(text="", full_text="", ore=None, state="none", unit=unit.value)


def total_money(total: Total | Refusal, unit: Unit, decimals: int | None = None) -> shapes.Money:
    if isinstance(total, Refusal):
        return money(None, unit, missing=_("not added together"), state="refused", note=words.refusal(total))
    return money(
        total.ore,
        unit,
        decimals,
        state=total.state,
        note=total_note(total),
        decision=total.decision,
        is_fictional=total.is_fictional,
    )


def total_note(total: Total | Revised | YearSum) -> str:
    """What the sum leaves out, when it leaves something out."""
    if total.not_stated and total.ore is not None:
        return _("amounts not stated, and so not in the sum: %(number)d") % {"number": total.not_stated}
    return ""


def revised_money(revised: Revised | Refusal, unit: Unit, decimals: int | None = None) -> shapes.Money:
    """The revised budget; “ikke vedtaget” when nothing is adopted."""
    if isinstance(revised, Refusal):
        return money(None, unit, missing=_("not added together"), state="refused", note=words.refusal(revised))
    if not revised.is_adopted:
        return money(None, unit, missing=_("not adopted"), state="not_adopted")
    note, is_fictional = total_note(revised), revised.is_fictional
    return money(revised.ore, unit, decimals, state=revised.state, note=note, is_fictional=is_fictional)
