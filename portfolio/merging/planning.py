"""What a merge would do: what moves, what says the same twice, what must be chosen, and what forbids it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from initiatives.models import Activity, Initiative, InitiativeText, Objective, StatusUpdate, Strategy, UpdateState
from organisation.models import Approvable, Archivable
from organisation.sorting import search_key
from portfolio.merging.choosing import NOTED, Option, both_said, options
from portfolio.merging.relations import Relation, relations_to
from portfolio.merging.same_day import SameDay, same_days
from portfolio.merging.values import DEFINING, Settled, differently_defined, is_defining, same_words, settle

MOST_NAMED = 8
# Never chosen between: what the row is found by, where it stands, what is derived and what has a rule of its own.
NOT_CHOSEN = frozenset(
    (
        "id", "municipality", "reference", "aliases", "search_key", "sort_key", "merged_into", "archived_at",
        "approval", "approved_by", "approved_at", "is_fictional", "position", "shared_nationally",
        "agenda_deadline_days",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Moved:
    """Rows of one kind that come to point at the row that is kept."""

    relation: Relation
    rows: tuple[Any, ...]

    @property
    def text(self) -> str:
        names = [str(row) for row in self.rows[:MOST_NAMED]]
        rest = len(self.rows) - len(names)
        more = [ngettext("and %(n)d more", "and %(n)d more", rest) % {"n": rest}] if rest > 0 else []
        return "; ".join([*names, *more])

    @property
    def kind(self) -> str:
        return f"{capfirst(str(self.relation.model._meta.verbose_name_plural))} ({len(self.rows)})"


@dataclass(frozen=True)
class Doubled:
    """A row that says what one of the kept row says already."""

    relation: Relation
    kept: Any
    other: Any

    @property
    def is_text(self) -> bool:
        return isinstance(self.other, InitiativeText)

    @property
    def is_choice(self) -> bool:
        """Two texts under one heading: words are never thrown away unasked."""
        return self.is_text and bool(self.kept.text != self.other.text)

    @property
    def name(self) -> str:
        return f"text-{self.other.pk}"

    @property
    def label(self) -> str:
        return str(self.kept.heading)

    @property
    def options(self) -> list[Option]:
        return options(self.kept.text, self.other.text, may_join=True)

    @property
    def stays_apart(self) -> bool:
        """Activities of the same title may be two; both are kept, the other under a name that tells it apart."""
        return isinstance(self.other, Activity)


@dataclass(frozen=True)
class Differing:
    """A field in which the two differ. `is_filled` when only the other says something: then it is taken over."""

    field: models.Field[Any, Any]
    kept: str
    other: str
    is_filled: bool

    @property
    def name(self) -> str:
        return self.field.name

    @property
    def label(self) -> str:
        return capfirst(str(self.field.verbose_name))

    @property
    def may_join(self) -> bool:
        return isinstance(self.field, models.TextField)

    @property
    def options(self) -> list[Option]:
        return options(self.kept, self.other, may_join=self.may_join)


@dataclass(frozen=True)
class Merge:
    kept: Any
    other: Any
    moved: tuple[Moved, ...]
    doubled: tuple[Doubled, ...]
    differing: tuple[Differing, ...]
    days: tuple[SameDay, ...]
    settled: Settled
    notes: tuple[str, ...]
    refusals: tuple[str, ...]

    @property
    def choices(self) -> list[Differing | Doubled | SameDay]:
        fields: list[Differing | Doubled | SameDay] = [one for one in self.differing if not one.is_filled]
        days = (one for one in self.days if one.is_choice)
        return [*fields, *(one for one in self.doubled if one.is_choice), *days]

    @property
    def filled(self) -> list[Differing]:
        return [one for one in self.differing if one.is_filled]

    @property
    def said_twice(self) -> list[str]:
        """What both say, and what is kept once."""
        doubled = [str(one.other) for one in self.doubled if not one.is_choice and not one.stays_apart]
        days = [str(one.other_rows[0]) for one in self.days if not one.is_choice]
        return [*doubled, *days, *map(str, (*self.settled.stays, *self.settled.leaves, *self.settled.gone))]

    @property
    def digest(self) -> str:
        """Names what was looked at, so that nothing else is carried out."""
        said: list[Any] = [self.kept.pk, self.other.pk, self.refusals]
        said += [(one.relation.model._meta.label, [row.pk for row in one.rows]) for one in self.moved]
        said += [(one.relation.model._meta.label, one.kept.pk, one.other.pk) for one in self.doubled]
        said += [(one.name, one.kept, one.other) for one in self.differing]
        said += [(one.kept.text, one.other.text) for one in self.doubled if one.is_text]
        said += [(one.name, one.kept, one.other) for one in self.days]
        said += [[row.pk for row in rows] for rows in (self.settled.gone, self.settled.stays, self.settled.leaves)]
        return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def plan(kept: Any, other: Any) -> Merge:
    """Looks, and writes nothing. Both are of one model and found through the rights of whoever asks."""
    moved: list[Moved] = []
    doubled: list[Doubled] = []
    days, settled = tuple(same_days(kept, other)), settle(kept, other)
    apart = [*settled.gone, *settled.stays, *(row for day in days for row in day.other_rows)]
    handled = {(type(row), row.pk) for row in apart}
    for relation in relations_to(type(kept)):
        there = {key: row for row in relation.rows(kept) for key in relation.keys(row, kept.pk)}
        going = []
        for row in relation.rows(other):
            if (type(row), row.pk) in handled:
                continue
            same = next((there[key] for key in relation.keys(row, kept.pk) if key in there), None)
            if same is None:
                going.append(row)
            else:
                doubled.append(Doubled(relation, same, row))
        if going:
            moved.append(Moved(relation, tuple(going)))
    differing = tuple(_differing(kept, other))
    refusals = (*_refusals(kept, other, moved, doubled), *_definitions(kept, differing, other), *settled.refusals)
    notes = tuple(_notes(kept, other))
    return Merge(kept, other, tuple(moved), tuple(doubled), differing, days, settled, notes, refusals)


def _differing(kept: Any, other: Any) -> Iterator[Differing]:
    for field in kept._meta.concrete_fields:
        if field.name in NOT_CHOSEN or field.name.endswith(("_start", "_end", "_precision")):
            continue
        mine, theirs = getattr(kept, field.attname), getattr(other, field.attname)
        if mine == theirs or _is_empty(other, field):
            continue
        is_filled = _is_empty(kept, field)
        yield Differing(field, _words(kept, field), _words(other, field), is_filled)


def _definitions(kept: Any, differing: Sequence[Differing], other: Any) -> Iterator[str]:
    for one in differing:
        mine, theirs = (getattr(row, one.field.attname) for row in (kept, other))
        if is_defining(type(kept), one.name) and not one.is_filled and not same_words(mine, theirs):
            yield differently_defined(one.label, one.kept, one.other)


def _notes(kept: Any, other: Any) -> Iterator[str]:
    """What the one who decides should know, and no row says."""
    if defining := DEFINING.get(type(kept)):
        fields = [field for field in kept._meta.concrete_fields if field.name in defining]
        unsaid = [str(field.verbose_name) for field in fields if _is_empty(other, field) and not _is_empty(kept, field)]
        if unsaid:
            words = _("Only “%(kept)s” says: %(fields)s. You say that it holds for the figures of the other too.")
            yield words % {"kept": kept, "fields": ", ".join(unsaid)}
    if isinstance(kept, Strategy):
        names = Counter(search_key(row.title) for row in kept.objectives.unmerged())
        twice = [str(row) for row in other.objectives.unmerged() if search_key(row.title) in names]
        if twice:
            words = _("In both, and then twice in the tree: %(objectives)s. Merge them afterwards, under Objectives.")
            yield words % {"objectives": "; ".join(twice[:MOST_NAMED])}


def _is_empty(row: Any, field: models.Field[Any, Any]) -> bool:
    value = getattr(row, field.attname)
    return value in (None, "") or _says_nothing(field, value)


def _says_nothing(field: Any, value: Any) -> bool:
    return bool(field.choices) and value == "not_stated"


def _words(row: Any, field: models.Field[Any, Any]) -> str:
    display = getattr(row, f"get_{field.name}_display", None)
    value = display() if display is not None else getattr(row, field.name)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return _("nothing") if value in (None, "") else str(value)


# --- What forbids it ------------------------------------------------------------------------------------------------


def _refusals(kept: Any, other: Any, moved: Sequence[Moved], doubled: Sequence[Doubled]) -> Iterator[str]:
    if kept.pk == other.pk:
        yield _("A row is not merged with itself. Choose two.")
        return
    if getattr(kept, "municipality_id", None) != getattr(other, "municipality_id", None):
        yield _("They belong to different municipalities.")
    if getattr(kept, "is_fictional", False) != getattr(other, "is_fictional", False):
        yield _("One is made up for the demonstration, the other is real.")
    if isinstance(kept, Objective) and isinstance(other, Objective) and kept.strategy_id != other.strategy_id:
        yield _("They stand in different strategies. Objectives are merged within one.")
    yield from _of_states(kept, other)
    if isinstance(kept, Initiative):
        waiting = StatusUpdate.objects.filter(state=UpdateState.SUBMITTED, initiative__in=(kept.pk, other.pk))
        if len(set(waiting.values_list("initiative", flat=True))) > 1:
            yield _("Both have a status that waits for approval. Approve or return one of them first.")
    for name in ("parent", "successor"):
        if _leads_to(kept, other, name) or _leads_to(other, kept, name):
            yield _("One stands under or follows the other. Change that first, if they are the same.")
    standing = [row for one in moved for row in one.rows if one.relation.stands(row)]
    standing += [one.other for one in doubled if one.relation.stands(one.other)]
    if standing:
        yield _standing(other, standing)
    for one in doubled:
        if not one.stays_apart:
            yield from _too_long(one.kept, one.other)


def _too_long(kept: Any, other: Any) -> Iterator[str]:
    """Nothing that is written is cut off."""
    for name in (name for name in NOTED if hasattr(kept, name)):
        field, n = kept._meta.get_field(name), len(both_said(kept, other, name))
        if field.max_length is not None and n > field.max_length:
            sentence = _(
                "“%(row)s”: “%(field)s” of the two is too long together (%(n)d characters, at most %(most)d). Shorten"
                " one of them first."
            )
            yield sentence % {"row": kept, "field": field.verbose_name, "n": n, "most": field.max_length}


def _of_states(kept: Any, other: Any) -> Iterator[str]:
    if isinstance(kept, Archivable) and kept.is_archived:
        yield _("“%(row)s” is archived: take it back first, or keep the other.") % {"row": kept}
    if isinstance(kept, Approvable) and isinstance(other, Approvable) and other.is_approved and not kept.is_approved:
        yield _("“%(kept)s” is a draft, and the other is approved. Keep the approved one.") % {"kept": kept}


def _leads_to(start: Any, end: Any, name: str) -> bool:
    if not any(field.name == name for field in start._meta.concrete_fields):
        return False
    ahead = dict(type(start)._base_manager.values_list("pk", name))
    seen: set[int] = set()
    current = ahead.get(start.pk)
    while current is not None and current not in seen:
        if current == end.pk:
            return True
        seen.add(current)
        current = ahead.get(current)
    return False


def _standing(other: Any, rows: Sequence[Any]) -> str:
    kinds = Counter(str(row._meta.verbose_name_plural) for row in rows)
    said = ", ".join(f"{kind} ({number})" for kind, number in kinds.items())
    sentence = _(
        "“%(other)s” has what is approved or posted, which stands and cannot be moved: %(kinds)s. "
        "Keep that one instead."
    )
    return sentence % {"other": other, "kinds": said}


def names_of(row: Any) -> list[str]:
    """All that a row is called; what is kept is found by them from now on."""
    fields = ("code", "title", "display_title", "name")
    found = [str(getattr(row, name, "") or "") for name in fields]
    if isinstance(row, Initiative) and row.code:
        found.append(str(row))
    return [*filter(None, found), *row.aliases.splitlines()]
