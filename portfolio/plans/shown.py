"""A plan as its pages show it: words and numbers ready to print."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from organisation.printing import format_exact_amount
from organisation.units import Unit
from portfolio.plans.content import WITHOUT_HEADING, PlanContent, PlanInitiative, PlanTotal
from portfolio.plans.remarks import place, sentence

_WORDS = 40


@dataclass(frozen=True, slots=True)
class TextShown:
    """`position` counts from 0."""

    position: int
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class InitiativeShown:
    """`number` counts from 1; `missing` are the headings without a text."""

    number: int
    title: str
    place: str
    is_wanted: bool
    period: str
    owners: str
    goals: str
    amounts: str
    filled: int
    headings: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TotalShown:
    label: str
    stated: str
    computed: str
    difference: str
    place: str


@dataclass(frozen=True, slots=True)
class PlanShown:
    initiatives: tuple[InitiativeShown, ...]
    remarks: tuple[str, ...]
    totals: tuple[TotalShown, ...]
    outside: int
    headings: tuple[str, ...]

    @property
    def wanted(self) -> int:
        return sum(one.is_wanted for one in self.initiatives)


def overview(content: PlanContent) -> PlanShown:
    return PlanShown(
        initiatives=tuple(initiative(content, index) for index in range(len(content.initiatives))),
        remarks=tuple(_remark(content, sentence(one), one.line) for one in content.remarks),
        totals=tuple(_total(content, one) for one in content.totals),
        outside=len(content.outside),
        headings=tuple(f"{one.number}. {one.label}" for one in content.headings),
    )


def initiative(content: PlanContent, index: int) -> InitiativeShown:
    row = content.initiatives[index]
    keys = [heading.key for heading in content.headings]
    has_headings = any(key in row.texts for key in keys) or WITHOUT_HEADING not in row.texts
    missing = [one.label for one in content.headings if has_headings and one.key not in row.texts]
    return InitiativeShown(
        number=index + 1,
        title=row.title or _("Without a name"),
        place=place(content, row.line),
        is_wanted=row.is_wanted,
        period=row.period,
        owners=", ".join(row.owners),
        goals=", ".join(row.goals),
        amounts=_amounts(row),
        filled=sum(key in row.texts for key in keys) if has_headings else 0,
        headings=len(keys) if has_headings else 0,
        missing=tuple(missing),
    )


def _amounts(row: PlanInitiative) -> str:
    wanted = [one for one in row.amounts if one.is_wanted and one.ore is not None]
    return ", ".join(format_exact_amount(one.ore or 0, Unit(one.unit)) for one in wanted)


def outside(content: PlanContent, position: int) -> TextShown:
    passage = content.outside[position]
    return TextShown(position, Truncator(passage.text).words(_WORDS), place(content, passage.line, passage.last))


def _remark(content: PlanContent, words: str, line: int) -> str:
    where = place(content, line)
    return f"{where[:1].upper()}{where[1:]}: {words}" if where else words


def _total(content: PlanContent, total: PlanTotal) -> TotalShown:
    difference = total.stated_ore - total.computed_ore
    return TotalShown(
        label=total.label,
        stated=format_exact_amount(total.stated_ore, Unit.MIO),
        computed=format_exact_amount(total.computed_ore, Unit.MIO),
        difference=format_exact_amount(difference, Unit.MIO) if difference else "",
        place=place(content, total.line),
    )
