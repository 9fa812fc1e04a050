"""Amounts in words, as the preview shows them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from budgets.entering import PAID_ELSEWHERE, Amount
from budgets.models import ValueState
from organisation.numbers import format_exact_amount
from organisation.units import Unit


def amount_words(amount: Amount | None, unit: Unit) -> str:
    """ "" where nothing stands; a 0 with the words for why it is one."""
    if amount is None:
        return ""
    if amount.state in PAID_ELSEWHERE:
        return str(ValueState(amount.state).label)
    return _("not stated") if amount.ore is None else format_exact_amount(amount.ore, unit)
