"""Rows with the same accounts, as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from budgets.models import AccountField
from organisation.printing import format_exact_amount
from organisation.units import Unit
from portfolio.extracts.summing import Group


@dataclass(frozen=True, slots=True)
class GroupShown:
    accounts: str
    text: str
    rows: int
    amount: str
    lines: str = ""


def group_shown(group: Group, lines: str = "") -> GroupShown:
    labels = dict(AccountField.choices)
    accounts = ", ".join(f"{labels[name]} {key}" for name, key in group.keys.items() if key)
    return GroupShown(accounts, group.text, len(group.rows), format_exact_amount(group.ore, Unit.KR), lines)
