"""A merge carried out: links, texts, money, indicators and sources come to the row that is kept, in one transaction."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from indicators.gate import told
from indicators.models import Indicator
from initiatives.models import Objective, Strategy
from organisation import writing
from organisation.models import Provenance, User
from portfolio.merging.choosing import BOTH, KEPT, NOTED, OTHER, both_said
from portfolio.merging.planning import Doubled, Merge, Moved, names_of, plan
from portfolio.merging.same_day import SameDay


@transaction.atomic
def carry_out(kept: Any, other: Any, chosen: Mapping[str, str], *, seen: str, by: User, reason: str) -> Any:
    """`chosen` says kept, other or both for each choice by its name; `seen` is the digest of what was looked at.

    Raises ValidationError when something forbids it, a choice is missing, or it is no longer as it was seen.
    """
    model = type(kept)
    locked = model._base_manager.select_for_update().order_by("pk").in_bulk([kept.pk, other.pk])
    if len(locked) < 2 or any(row.merged_into_id for row in locked.values()):
        raise ValidationError(_("One of them is merged already."))
    merge = plan(locked[kept.pk], locked[other.pk])
    if merge.refusals:
        raise ValidationError(list(merge.refusals))
    if merge.digest != seen:
        raise ValidationError(_("Somebody changed one of them since you looked. Nothing was merged; look again."))
    missing = [one for one in merge.choices if chosen.get(one.name) not in (KEPT, OTHER, BOTH)]
    if missing:
        raise ValidationError(_("Choose for each difference which words are kept."))
    why = _("Merged “%(other)s” into “%(kept)s”: %(reason)s") % {"other": other, "kept": kept, "reason": reason}
    hidden = _told(merge.kept) | _told(merge.other)
    with writing.one_act():
        _Merging(merge, chosen, by, why).run()
    if _told(merge.kept) - hidden:
        raise ValidationError(
            _("Put together, the figures of the two would tell small counts that are hidden. Nothing was merged.")
        )
    return merge.kept


def _told(row: Any) -> set[Any]:
    found: list[Any] = told(row) if isinstance(row, Indicator) and row.about_citizens else []
    return {one.pk for one in found}


class _Merging:
    def __init__(self, merge: Merge, chosen: Mapping[str, str], by: User, why: str) -> None:
        self.merge, self.chosen, self.by, self.why = merge, chosen, by, why

    def run(self) -> None:
        # First: what stands follows only what is merged.
        self.merge.other.merged_into = self.merge.kept
        self._write([self.merge.other])
        for day in self.merge.days:
            self._decide(day)
        self._settle()
        for one in self.merge.moved:
            self._move(one)
        for doubled in self.merge.doubled:
            self._fold(doubled)
        self._sources(self.merge.other, self.merge.kept, self._taken())
        self._close()

    def _write(self, rows: Sequence[Any]) -> None:
        writing.save_many(rows, by=self.by, reason=self.why)

    def _move(self, moved: Moved) -> None:
        if moved.relation.model is Objective and isinstance(self.merge.kept, Strategy):
            self._plant(moved.rows)
        else:
            self._hang(moved.rows, moved.relation.field.name, self.merge.kept)

    def _hang(self, rows: Sequence[Any], link: str, on: Any) -> None:
        for row in rows:
            setattr(row, link, on)
        self._write(rows)

    def _plant(self, objectives: Sequence[Objective]) -> None:
        """The other's tree after the kept one's, from the top: an objective stands in the strategy of the one above."""
        last = self.merge.kept.objectives.aggregate(last=models.Max("position"))["last"] or 0
        left = list(objectives)
        placed: set[int | None] = {None}
        while left:
            level = [row for row in left if row.parent_id in placed] or left
            for row in level:
                row.strategy, row.position = self.merge.kept, row.position + last + 1
                # Read anew with its own strategy.
                row.parent = Objective.objects.get(pk=row.parent_id) if row.parent_id else None
            self._write(level)
            placed |= {row.pk for row in level}
            left = [row for row in left if row not in level]

    def _decide(self, day: SameDay) -> None:
        """Of two readings of one day that stand, one counts; the other stays with the row that is merged away."""
        if day.is_choice and self.chosen[day.name] == OTHER:
            self._hang(day.kept_rows, day.link, self.merge.other)
            self._hang(day.other_rows, day.link, self.merge.kept)

    def _settle(self) -> None:
        settled = self.merge.settled
        for row in settled.gone:
            writing.delete_many([row], by=self.by, reason=self.why)
        for row in settled.leaves:
            self._hang([row], "indicator", self.merge.other)

    def _fold(self, doubled: Doubled) -> None:
        """Of two that say the same, one stays, with what only the other says."""
        kept, other = doubled.kept, doubled.other
        if doubled.stays_apart:
            setattr(other, doubled.relation.field.name, self.merge.kept)
            other.title = _told_apart(other.title, str(self.merge.other))
            self._write([other])
            return
        if doubled.is_text and doubled.is_choice:
            kept.text = joined(kept.text, other.text, self.chosen[doubled.name])
        for name in NOTED:
            if hasattr(kept, name):
                setattr(kept, name, both_said(kept, other, name))
        if hasattr(kept, "valid_to"):
            kept.valid_to = _longest(kept.valid_to, other.valid_to)
        self._sources(other, kept, None)
        writing.delete_many([other], by=self.by, reason=self.why)
        self._write([kept])

    def _taken(self) -> set[str]:
        """The fields in which the other's words are taken over: their sources come along."""
        filled = {one.name for one in self.merge.filled}
        return filled | {name for name, choice in self.chosen.items() if choice in (OTHER, BOTH)}

    def _sources(self, other: models.Model, kept: models.Model, fields: set[str] | None) -> None:
        """The sources of the whole row, and those of the fields that are taken over; None: of all fields."""
        there = {_said(fact) for fact in Provenance.objects.of_row(kept)}
        facts = [
            fact
            for fact in Provenance.objects.of_row(other)
            if (not fact.field or fields is None or fact.field in fields) and _said(fact) not in there
        ]
        for fact in facts:
            fact.content_type, fact.object_id = ContentType.objects.get_for_model(kept), kept.pk
        self._write(facts)

    def _close(self) -> None:
        """The other leads on to the kept row, which answers to its names."""
        kept, other = self.merge.kept, self.merge.other
        before, names = names_of(kept), names_of(other)
        for one in self.merge.differing:
            choice = OTHER if one.is_filled else self.chosen[one.name]
            mine, theirs = getattr(kept, one.field.name), getattr(other, one.field.name)
            if choice == BOTH and one.may_join:
                setattr(kept, one.field.name, joined(mine, theirs, BOTH))
            elif choice == OTHER:
                setattr(kept, one.field.name, theirs)
        own = {name.casefold() for name in (kept_name(kept),)}
        lines = dict.fromkeys(name.strip() for name in [*kept.aliases.splitlines(), *before, *names])
        kept.aliases = "\n".join(name for name in lines if name and name.casefold() not in own)
        self._write([kept])


def kept_name(row: Any) -> str:
    return str(getattr(row, "title", "") or getattr(row, "name", ""))


def joined(mine: str, theirs: str, choice: str) -> str:
    """Both, as the words of the one and then of the other."""
    return {KEPT: mine, OTHER: theirs, BOTH: f"{mine}\n\n{theirs}"}[choice]


def _longest(mine: datetime.date | None, theirs: datetime.date | None) -> datetime.date | None:
    """A role that one of two has still is a role that is held; nothing means that it has no end."""
    return None if mine is None or theirs is None else max(mine, theirs)


def _told_apart(title: str, other: str) -> str:
    mark = f" ({other})"
    return f"{title[: max(0, 300 - len(mark))]}{mark}"[:300]


def _said(fact: Provenance) -> tuple[Any, ...]:
    return (fact.field, fact.document_id, fact.line, fact.batch_id, fact.sheet, fact.cell)
