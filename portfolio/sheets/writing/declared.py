"""Lists as the apps' resources declare them: rows as they are stored, read without making an object of each.

What is written can be read again: the headings, the words of choices and the references are those of the resources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from budgets.resources import Kroner, Names
from organisation.models import Municipality, User
from organisation.resources import Chosen, Coded, Day, HouseResource, Referred
from organisation.resources import Column as Declared
from portfolio.sheets.shown_only import FICTIONAL
from portfolio.sheets.writing.tables import Block, Column, Kind, Row, Table, Value, Words

_AT_ONCE = 2_000
# Fields of figures that are no choice, by the name of the column in its resource.
_KINDS = {
    "year": Kind.YEAR,
    "value": Kind.NUMBER,
    "n": Kind.NUMBER,
    "description": Kind.LONG_TEXT,
    "summary": Kind.LONG_TEXT,
    "text": Kind.LONG_TEXT,
    "result": Kind.LONG_TEXT,
    "note": Kind.LONG_TEXT,
    "question": Kind.LONG_TEXT,
    "title": Kind.LONG_TEXT,
}
# Facts that a reader asks for: where they are empty, the sheet says so. Remarks and other names may well be empty.
_ASKED_FOR = {"period_text", "effective_text"}

Say = Callable[[Any], Value]


@dataclass(frozen=True)
class Extra:
    """A column that the resource does not declare. `paths` are read from the row and given to `say`."""

    column: Column
    paths: tuple[str, ...]
    say: Callable[..., Value]


@dataclass(frozen=True)
class Stored:
    """Rows read when they are written, a column at a time; what no column asks for is not read."""

    rows: models.QuerySet[Any]
    parts: Sequence[Extra]

    def only(self, places: Sequence[int]) -> Stored:
        return Stored(self.rows, [self.parts[place] for place in places])

    def __iter__(self) -> Iterator[Row]:
        for block in self.blocks():
            yield from zip(*block, strict=True)

    def blocks(self) -> Iterator[Block]:
        paths = list(dict.fromkeys(path for part in self.parts for path in part.paths)) or ["pk"]
        rows = self.rows.values_list(*paths).iterator(chunk_size=_AT_ONCE)
        while found := list(islice(rows, _AT_ONCE)):
            stored = dict(zip(paths, zip(*found, strict=True), strict=True))
            yield [_said(part, stored, len(found)) for part in self.parts]


def _said(part: Extra, stored: Mapping[str, Sequence[Any]], number: int) -> Sequence[Value]:
    """What is written as it is stored costs nothing, and what comes back in row after row is said once."""
    if part.say is _plain:
        return stored[part.paths[0]]
    if not part.paths:
        return [part.say()] * number
    if len(part.paths) > 1:
        return list(map(part.say, *(stored[path] for path in part.paths)))
    column = stored[part.paths[0]]
    said = {value: part.say(value) for value in set(column)}
    return [said[value] for value in column]


@dataclass(frozen=True)
class Listed:
    """A list: the rows of a resource. `says` are the columns that are said otherwise than as they are stored."""

    key: str
    name: str
    resource: type[HouseResource]
    rows: models.QuerySet[Any]
    user: User
    municipality: Municipality
    says: Mapping[str, Extra] = field(default_factory=dict)
    extra: Sequence[Extra] = ()
    notes: tuple[str, ...] = ()

    def table(self) -> Table:
        """The rows are read when the table is written."""
        parts = [*(self._part(name, one) for name, one in self.resource.columns().items()), *self.extra]
        if self.municipality.is_demo:
            parts.append(Extra(fictional_column(), ("is_fictional",), yes_or_no))
        columns = tuple(part.column for part in parts)
        return Table(self.key, self.name, columns, Stored(self.rows, parts), self.notes)

    def _part(self, name: str, declared: Declared) -> Extra:
        found = self.says.get(name)
        return found if found is not None else _as_stored(name, declared, self.user, self.municipality)


def _as_stored(name: str, declared: Declared, user: User, municipality: Municipality) -> Extra:
    """Raises TypeError for a column of several rows: those the list says itself."""
    widget, path = declared.widget, declared.attribute
    kind = _KINDS.get(name, Kind.TEXT)
    say: Say = _plain
    if isinstance(widget, Names):
        raise TypeError(f"The rows behind {name} are many.")
    if isinstance(widget, Coded):
        return Extra(_column(name, declared), (), lambda: municipality.code)
    if isinstance(widget, Chosen):
        say = choice(widget.choices)
    elif isinstance(widget, Referred):
        path, say = f"{path}_id", referred(widget.model, user, municipality)
    elif isinstance(widget, Kroner):
        kind, say = Kind.MONEY, _or_missing
    elif isinstance(widget, Day):
        kind = Kind.DATE
    elif name in _ASKED_FOR:
        say = _or_missing
    return Extra(_column(name, declared, kind), (path,), say)


def _plain(value: Any) -> Value:
    return value  # type: ignore[no-any-return]  # as it is stored


def _or_missing(value: Any) -> Value:
    return missing() if value in (None, "") else value


def _column(name: str, declared: Declared, kind: Kind = Kind.TEXT) -> Column:
    return Column(name, declared.heading, kind)


def missing() -> Words:
    return Words(_("not stated"), "not_stated")


def choice(choices: type[models.TextChoices]) -> Say:
    words = {str(one.value): Words(str(one.label), str(one.value)) for one in choices}
    unknown = missing()
    return lambda value: words.get(value, unknown)


def referred(model: Any, user: User, municipality: Municipality) -> Say:
    """The reference of another row, where the reader may know of it. Asked for when the first one is met."""

    @cache
    def known() -> Mapping[int, str]:
        return dict(model.objects.visible_to(user).filter(municipality=municipality).values_list("pk", "reference"))

    return lambda pk: None if pk is None else known().get(pk)


def fictional_column() -> Column:
    return Column("is_fictional", FICTIONAL, width=10)


def yes_or_no(value: Any) -> Words:
    return Words(_("yes"), "true") if value else Words(_("no"), "false")
