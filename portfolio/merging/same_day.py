"""Two readings of one day that both stand: statuses of an initiative, whole budgets of a body. One of them counts.

What was approved or posted is never changed, and of one day only one can be the word on it. So the one that is not
chosen stays with the row that is merged away, under which the history finds it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from budgets.models import BodyBudget
from initiatives.models import StatusUpdate, UpdateState
from organisation.printing import format_amount, format_date
from portfolio.merging.choosing import Option, options

READINGS: tuple[tuple[type[models.Model], str], ...] = ((StatusUpdate, "initiative"), (BodyBudget, "body"))


@dataclass(frozen=True)
class SameDay:
    """All that each of the two has of the day, the one that counts first."""

    link: str
    kept_rows: tuple[Any, ...]
    other_rows: tuple[Any, ...]

    @property
    def name(self) -> str:
        return f"{self.other_rows[0]._meta.model_name}-{self.other_rows[0].pk}"

    @property
    def label(self) -> str:
        row = self.other_rows[0]
        said = {"what": capfirst(str(row._meta.verbose_name)), "day": format_date(row.as_of)}
        if isinstance(row, BodyBudget):
            return _("%(what)s %(year)s, stated as of %(day)s: which counts") % (said | {"year": row.year})
        return _("%(what)s as of %(day)s: which counts") % said

    @property
    def kept(self) -> str:
        return _words(self.kept_rows[0])

    @property
    def other(self) -> str:
        return _words(self.other_rows[0])

    @property
    def options(self) -> list[Option]:
        return options(self.kept, self.other)

    @property
    def is_choice(self) -> bool:
        """The same words twice are no question."""
        return _said(self.kept_rows[0]) != _said(self.other_rows[0])


def same_days(kept: Any, other: Any) -> Iterator[SameDay]:
    for model, link in READINGS:
        if model._meta.get_field(link).related_model is type(kept):
            mine, theirs = _by_day(model, link, kept), _by_day(model, link, other)
            yield from (SameDay(link, mine[day], theirs[day]) for day in sorted(mine.keys() & theirs.keys()))


def _by_day(model: type[Any], link: str, row: Any) -> dict[tuple[int, datetime.date], tuple[Any, ...]]:
    """What stands, by its year and day; the one that counts first."""
    standing = {"posted_at__isnull": False} if model is BodyBudget else {"state": UpdateState.APPROVED}
    moment = "-posted_at" if model is BodyBudget else "-approved_at"
    found: dict[tuple[int, datetime.date], tuple[Any, ...]] = {}
    for one in model._base_manager.filter(**{link: row}, **standing).order_by(moment, "-pk"):
        day = (getattr(one, "year", 0), one.as_of)
        found[day] = (*found.get(day, ()), one)
    return found


def _said(row: Any) -> tuple[Any, ...]:
    if isinstance(row, BodyBudget):
        return (row.amount_ore, row.value_state)
    return (*row.lights, row.text, row.reason, row.action)


def _words(row: Any) -> str:
    if isinstance(row, BodyBudget):
        ore = row.amount_ore
        amount = row.get_value_state_display() if ore is None else format_amount(ore, row.unit)
        return f"{amount} ({row.source})"
    lights = [
        f"{row._meta.get_field(name).verbose_name}: {getattr(row, f'get_{name}_display')()}"
        for name in ("progress_light", "economy_light", "effect_light")
    ]
    said = [capfirst(", ".join(lights)), row.text, row.reason, row.action]
    return f"{'. '.join(part.rstrip('.') for part in said if part)}. ({row.author})"
