"""What the history knows of rows that were loaded before: which is which, and what people have done to them since."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from organisation.models import Action, ChangeRecord, User

Key = tuple[Any, ...]


class Remembered:
    """The loaded rows by their key as it was when they were created, whatever has become of their fields since."""

    def __init__(self, loader: User) -> None:
        self._loader = loader
        self._records: dict[int, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
        self._deleted: dict[int, list[dict[str, Any]]] = defaultdict(list)
        self._edited: set[tuple[int, int]] = set()
        created = ChangeRecord.objects.filter(by=loader, action=Action.CREATED).order_by("pk")
        for kind, pk, changes in created.values_list("content_type_id", "object_id", "changes"):
            self._records[kind].append((pk, changes))
        by_people = ChangeRecord.objects.exclude(by=loader).filter(by__isnull=False)
        for kind, pk, action, changes in by_people.values_list("content_type_id", "object_id", "action", "changes"):
            if action == Action.DELETED:
                self._deleted[kind].append(changes)
            elif action == Action.CHANGED:
                self._edited.add((kind, pk))

    def rows(self, model: type[models.Model], key: tuple[str, ...]) -> dict[Key, models.Model]:
        """The rows that are still there, by key."""
        kind = ContentType.objects.get_for_model(model).pk
        pks = {_key(changes, key, first=False): pk for pk, changes in self._records[kind]}
        present = model._base_manager.in_bulk(list(pks.values()))
        return {one: present[pk] for one, pk in pks.items() if pk in present}

    def deleted_by_people(self, model: type[models.Model], key: tuple[str, ...]) -> set[Key]:
        kind = ContentType.objects.get_for_model(model).pk
        return {_key(changes, key, first=True) for changes in self._deleted[kind]}

    def is_edited(self, row: models.Model) -> bool:
        return (ContentType.objects.get_for_model(row).pk, row.pk) in self._edited


def key_of(row: models.Model, key: tuple[str, ...]) -> Key:
    """The same shape as a key that is read from the history."""
    return tuple(_plain(row, name) for name in key)


def _plain(row: models.Model, name: str) -> Any:
    field = row._meta.get_field(name)
    value = getattr(row, field.attname)  # type: ignore[union-attr]
    if value is None or isinstance(value, bool | int | str):
        return "" if value is None else value
    return field.value_to_string(row)  # type: ignore[union-attr]


def _key(changes: dict[str, Any], key: tuple[str, ...], *, first: bool) -> Key:
    """`first` reads the value before the change, as a deletion records it; otherwise the one after."""
    values = []
    for name in key:
        pair = changes.get(name, [None, None])
        value = pair[0] if first else pair[1]
        value = value["id"] if isinstance(value, dict) else value
        values.append("" if value is None else value)
    return tuple(values)
