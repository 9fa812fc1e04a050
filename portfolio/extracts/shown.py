"""An extract as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from budgets.models import BudgetLine
from organisation.printing import format_date, format_exact_amount
from organisation.units import Unit
from portfolio.extracts.booking import Booked, LineReading
from portfolio.extracts.groups import GroupShown, group_shown
from portfolio.extracts.models import FinanceExtract
from portfolio.extracts.summing import Group

_MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Part:
    """One line of the comparison with the stated total."""

    label: str
    amount: str
    rows: str = ""
    is_sum: bool = False
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class LineShown:
    line: BudgetLine
    rows: int
    extract: str
    now: str
    after: str
    state: str


@dataclass(frozen=True, slots=True)
class PageShown:
    read_as: str
    parts: tuple[Part, ...]
    lines: tuple[LineShown, ...]
    outside: tuple[GroupShown, ...]
    torn: tuple[GroupShown, ...]
    problems: tuple[str, ...]
    blockers: tuple[str, ...]
    remarks: tuple[str, ...]
    groups: tuple[GroupShown, ...]
    more: int
    changed: int
    may_book: bool
    is_unsaid: bool
    is_nothing: bool


def page_of(found: FinanceExtract, booked: Booked) -> PageShown:
    sums = booked.sums
    remarks = list(found.content.remarks)
    if sums.left_out:
        remarks.append(
            _("%(count)d rows without an account or an amount (notes, page numbers) are not added.")
            % {"count": sums.left_out}
        )
    names = {one.line.pk: str(one.line) for one in booked.lines}
    return PageShown(
        read_as=_read_as(found),
        parts=tuple(_parts(booked)),
        lines=tuple(_line(one) for one in booked.lines),
        outside=tuple(group_shown(one) for one in sums.outside[:_MOST_SHOWN]),
        torn=tuple(
            group_shown(
                group,
                " / ".join(
                    f"{rule.pattern} → {names.get(rule.line or 0, _('outside the overview'))}" for rule in rules
                ),
            )
            for group, rules in sums.torn
        ),
        problems=tuple(sums.problems[:_MOST_SHOWN]),
        blockers=tuple(booked.blockers),
        remarks=tuple(remarks),
        groups=tuple(group_shown(one) for one in sums.unmapped),
        more=max(0, len(sums.problems) - _MOST_SHOWN),
        changed=len(booked.changed),
        may_book=not booked.blockers and bool(booked.changed),
        is_unsaid=not found.said.basis or not found.said.up_to or bool(found.said.rivals),
        is_nothing=booked.is_nothing,
    )


def _read_as(found: FinanceExtract) -> str:
    """What everything below rests on, so that nobody books a month's amounts as a year's."""
    terms, headings = found.said, found.content.headings
    keys = [headings[column] for column in terms.keys.values()]
    basis = {
        "year": _("the year's up to the month"),
        "month": _("the month's alone"),
    }.get(terms.basis, _("not said whether the year's or the month's"))
    return _("Accounts: %(keys)s. Amounts: %(amounts)s, in %(unit)s, booked up to %(day)s, %(basis)s.") % {
        "keys": ", ".join(keys),
        "amounts": ", ".join(headings[column] for column in terms.amounts),
        "unit": Unit(terms.unit).label,
        "day": format_date(date.fromisoformat(terms.up_to)) if terms.up_to else _("a day that is not said yet"),
        "basis": basis,
    }


def _parts(booked: Booked) -> list[Part]:
    sums = booked.sums
    unmapped = [*sums.unmapped, *(group for group, _rules in sums.torn)]
    parts = [
        Part(_("On budget lines"), _kr(sums.mapped_ore), _rows(list(sums.lines.values()))),
        Part(_("Outside the overview"), _kr(sums.outside_ore), _rows(sums.outside)),
        Part(_("Without a budget line"), _kr(sums.unmapped_ore), _rows(unmapped), is_wrong=bool(unmapped)),
        Part(_("Computed total"), _kr(sums.computed), is_sum=True),
        Part(
            _("Stated total (%(cell)s)") % {"cell": sums.stated_at} if sums.stated_at else _("Stated total"),
            _("not stated") if sums.stated is None else _kr(sums.stated),
            is_sum=True,
            is_wrong=sums.stated is None,
        ),
    ]
    if sums.difference is not None:
        parts.append(Part(_("Difference"), _kr(sums.difference), is_sum=True, is_wrong=bool(sums.difference)))
    return parts


def _rows(groups: list[Group]) -> str:
    return str(sum(len(group.rows) for group in groups))


def _kr(ore: int) -> str:
    return format_exact_amount(ore, Unit.KR)


def _line(one: LineReading) -> LineShown:
    now = _("not stated") if one.now is None or one.now.ore is None else _kr(one.now.ore)
    state = _("unchanged")
    if one.problem:
        state = _("error")
    elif one.is_new:
        state = _("new") if one.now is None else _("changed")
    after = "" if one.ore is None else _kr(one.ore)
    return LineShown(one.line, len(one.group.rows), _kr(one.extract_ore), now, after, state)
