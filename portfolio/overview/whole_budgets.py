"""The part of a committee's whole budget that the initiatives of an overview are: one sentence, wherever it is read."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from budgets.models import BodyBudget, ValueState
from organisation.models import Body
from organisation.printing import format_amount, format_table_amount
from organisation.units import Unit
from portfolio.overview import words
from portfolio.overview.viewpoint import Viewpoint


@dataclass(frozen=True)
class Committee:
    """The committee's whole revised budget of the year, where somebody has stated it, and from where."""

    ore: int | None = None
    unit: Unit = Unit.MIO
    source: str = ""
    is_fictional: bool = False


def whole_budget(viewpoint: Viewpoint, body: Body | None, year: int | None) -> Committee:
    """The latest that is stated on the day and known then; nothing where nobody has stated it. One query."""
    if body is None or year is None:
        return Committee()
    stated = BodyBudget.objects.visible_to(viewpoint.user).filter(municipality=viewpoint.municipality)
    found = stated.filter(body=body, year=year).counting(as_of=viewpoint.as_of, known_on=viewpoint.known_on).first()
    if found is None or found.value_state != ValueState.VALUE:
        return Committee()
    source = _("%(source)s, stated as of %(day)s") % {"source": found.source, "day": words.day(found.as_of)}
    return Committee(found.amount_ore, Unit(found.unit), source, found.is_fictional)


def part_of_whole(part: int, part_text: str, year: int | None, whole: Committee) -> str:
    """`part_text` is the initiatives' amount where there is no whole in whose unit it could be printed."""
    if whole.ore is None:
        given = {"amount": part_text, "year": year}
        known = _("The initiatives of the overview: %(amount)s in the revised budget %(year)s.") % given
        return known + " " + _("The committee's whole budget is not stated.")
    given = {
        "part": format_table_amount(part, whole.unit),
        "whole": format_amount(whole.ore, whole.unit),
        "year": year,
    }
    text = (
        _("The initiatives of the overview: %(part)s of the committee's %(whole)s (revised budget %(year)s).") % given
    )
    return f"{text} {_('Source')}: {whole.source}." if whole.source else text
