"""An import taken back: what it created goes, what it changed is as it was, unless something later builds on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef, ProtectedError, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from organisation import writing
from organisation.access import access_of
from organisation.models import Action, ChangeRecord, ImportBatch, Municipality, Provenance, User
from organisation.printing import format_date
from organisation.trees import in_circles, onward_from
from portfolio.sheets.models import ImportState, TableImport
from portfolio.sheets.understanding import TableKind

MOST_NAMED = 20
_OF_MONEY = frozenset({TableKind.BUDGET_WIDE, TableKind.BUDGET_LONG, TableKind.FOLLOW_UP})


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something that builds on what the import wrote."""

    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.what}: {self.why}"


class NotUndone(Exception):
    """Nothing was taken back. `obstacles` are the first of what is in the way."""

    def __init__(self, obstacles: list[Obstacle]) -> None:
        super().__init__(obstacles)
        self.obstacles = obstacles

    def __str__(self) -> str:
        return _("The import cannot be taken back, because something later builds on it.")


class NotYours(NotUndone):
    def __init__(self) -> None:
        super().__init__([])

    def __str__(self) -> str:
        return _("Only who imported it and still may, and administrators, can take it back.")


class UndoneAlready(NotUndone):
    def __init__(self) -> None:
        super().__init__([])

    def __str__(self) -> str:
        return _("The import has been taken back already.")


def undo_batch(batch: ImportBatch, *, by: User, reason: str) -> None:
    """Takes back what any import wrote. Raises NotUndone and changes nothing; the caller marks its own row."""
    with transaction.atomic():
        list(Municipality.objects.select_for_update(no_key=True).filter(pk=batch.municipality_id))
        found = obstacles_of(batch)
        if found:
            raise NotUndone(found)
        try:
            _take_back(batch, by, reason)
        except ValidationError as error:
            raise NotUndone([Obstacle(str(batch), " ".join(error.messages))]) from error


def undo(table: TableImport, *, by: User, reason: str = "") -> TableImport:
    """Raises NotUndone and changes nothing."""
    with transaction.atomic():
        list(Municipality.objects.select_for_update(no_key=True).filter(pk=table.municipality_id))
        held = TableImport.objects.select_for_update(of=("self",)).select_related("batch", "upload").get(pk=table.pk)
        if held.state != ImportState.CONFIRMED or held.batch is None:
            raise UndoneAlready
        if not may_undo(held, by):
            raise NotYours
        found = obstacles(held)
        if found:
            raise NotUndone(found)
        said = reason.strip() or _("The import of %(file)s was taken back") % {"file": held.upload}
        _take_back(held.batch, by, said)
        held.state, held.undone_by, held.undone_at = ImportState.UNDONE, by, timezone.now()
        writing.save(held, by=by, reason=said, validate=False)
    return held


def may_undo(table: TableImport, by: User) -> bool:
    """As of any other act: whoever works there sees the import, but may not change all that it wrote."""
    access, home = access_of(by), table.municipality_id
    may_import = access.financed if table.kind in _OF_MONEY else access.staff
    return home in access.administered or (table.confirmed_by_id == by.pk and home in may_import)


def obstacles(table: TableImport) -> list[Obstacle]:
    """What builds on the import: later changes of its rows, and rows made since that hang on them."""
    return [] if table.batch is None else obstacles_of(table.batch)


def obstacles_of(batch: ImportBatch) -> list[Obstacle]:
    later = [*_deleted_file(batch), *_later_changes(batch), *_hanging(batch)]
    return later[:MOST_NAMED]


def _deleted_file(batch: ImportBatch) -> Iterator[Obstacle]:
    """After the file has gone by rule nobody can see what was imported: the figures stand."""
    for model in _bearers():
        for row in model._default_manager.filter(batch=batch):
            day = row.file_deleted_at
            if day is not None:
                why = _("its file was deleted by rule on %(day)s") % {"day": format_date(timezone.localdate(day))}
                yield Obstacle(batch.filename, why)


def _bearers() -> list[type[Any]]:
    """The models whose rows say that they are imports: what is recorded of them is no part of what they wrote."""
    relations = ImportBatch._meta.related_objects
    return [one.related_model for one in relations if one.one_to_one and isinstance(one.related_model, type)]


def _records(batch: ImportBatch) -> QuerySet[ChangeRecord]:
    own = [kind.pk for kind in ContentType.objects.get_for_models(ImportBatch, *_bearers()).values()]
    return ChangeRecord.objects.filter(batch=batch).exclude(content_type__in=own)


def _later_changes(batch: ImportBatch) -> Iterator[Obstacle]:
    """Later records of the same row that leave it otherwise than the import did: somebody has gone on from there.

    What was changed and put back since, as by a later import that was taken back, is in nobody's way.
    """
    same = _records(batch).filter(
        content_type=OuterRef("content_type"), object_id=OuterRef("object_id"), pk__lt=OuterRef("pk")
    )
    later = ChangeRecord.objects.filter(Exists(same), municipality=batch.municipality)
    in_rows = later.exclude(batch=batch).select_related("by").order_by("content_type", "object_id", "pk")
    found: list[ChangeRecord] = []
    for _row, records in groupby(in_rows.iterator(), key=attrgetter("content_type_id", "object_id")):
        found += _that_stand(list(records))
        if len(found) >= MOST_NAMED:
            break
    for record in sorted(found, key=attrgetter("pk"))[:MOST_NAMED]:
        who = record.by or _("the system")
        why = _("%(what)s by %(who)s on %(day)s") % {
            "what": record.get_action_display(), "who": who, "day": format_date(timezone.localdate(record.at))
        }  # fmt: skip
        yield Obstacle(record.object_label, why)


def _that_stand(records: Sequence[ChangeRecord]) -> list[ChangeRecord]:
    """Of the records of a row those of fields that are not as they were before the first of them."""
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for record in records:
        for name, (old, new) in record.changes.items():
            before.setdefault(name, _plain(old))
            after[name] = _plain(new)
    stand = {name for name, value in after.items() if value != before[name]}
    return [one for one in records if one.action != Action.CHANGED or not stand.isdisjoint(one.changes)]


def _plain(value: Any) -> Any:
    """What a link leads to may have been renamed since."""
    return value.get("id") if isinstance(value, dict) else value


def _created(batch: ImportBatch) -> dict[type[models.Model], list[int]]:
    """The keys of the rows that the import made, those that point at others first."""
    found: dict[type[models.Model], list[int]] = defaultdict(list)
    rows = _records(batch).filter(action=Action.CREATED).order_by("-pk").values_list("content_type", "object_id")
    for kind, pk in rows:
        model = ContentType.objects.get_for_id(kind).model_class()
        if model is not None:
            found[model].append(pk)
    return dict(found)


def _hanging(batch: ImportBatch) -> Iterator[Obstacle]:
    """Rows that point at one that the import made, and that it neither made nor changed itself.

    Of a row that it led there, and that somebody has changed since, the later change is told.
    """
    for model in _created(batch):
        made = _keys(batch, model)
        for relation in model._meta.get_fields(include_hidden=True):
            other = relation.related_model
            if not isinstance(relation, models.ManyToOneRel) or not isinstance(other, type):
                continue
            pointing = other._base_manager.filter(**{f"{relation.field.name}__in": made})
            for row in pointing.exclude(pk__in=_keys(batch, other, [Action.CREATED, Action.CHANGED]))[:MOST_NAMED]:
                yield Obstacle(f"{row._meta.verbose_name} “{row}”", _("it was added to it since"))


def _keys(
    batch: ImportBatch, model: type[models.Model], actions: Sequence[str] = (Action.CREATED,)
) -> QuerySet[ChangeRecord, int]:
    kind = ContentType.objects.get_for_model(model)
    found = _records(batch).filter(action__in=actions, content_type=kind)
    return found.order_by().values_list("object_id", flat=True)


def _take_back(batch: ImportBatch, by: User, reason: str) -> None:
    _restore(batch, by, reason)
    writing.delete_many(list(Provenance.objects.filter(batch=batch)), by=by, reason=reason)
    # Those that point at others first, so that none of them is in the way.
    for model, pks in _created(batch).items():
        _delete(_in_bulk(model, pks), by, reason)


def _delete(rows: list[models.Model], by: User, reason: str) -> None:
    try:
        writing.delete_many(rows, by=by, reason=reason)
    except ProtectedError:
        # Rows of one model may stand under each other: what was made last goes first.
        for row in rows:
            writing.delete_many([row], by=by, reason=reason)


def _restore(batch: ImportBatch, by: User, reason: str) -> None:
    """Each field as it was before the import changed it."""
    before: dict[type[models.Model], dict[int, dict[str, Any]]] = defaultdict(dict)
    changed = _records(batch).filter(action=Action.CHANGED).order_by("-pk")
    for kind, pk, changes in changed.values_list("content_type", "object_id", "changes"):
        model = ContentType.objects.get_for_id(kind).model_class()
        if model is not None:
            before[model].setdefault(pk, {}).update({name: pair[0] for name, pair in changes.items()})
    for model, rows in before.items():
        stored = _in_bulk(model, list(rows))
        for row in stored:
            for name, value in rows[row.pk].items():
                _put(row, name, value)
        writing.save_many(stored, by=by, reason=reason, validate=False)
        _refuse_circles(model, rows, batch.municipality)


def _refuse_circles(model: type[models.Model], put_back: Mapping[int, Collection[str]], home: Municipality) -> None:
    """What others have moved since may stand under what is put back: the fields of each row, by its key."""
    for field in model._meta.concrete_fields:
        if field.related_model is not model:
            continue
        moved = {pk for pk, names in put_back.items() if field.name in names}
        ahead = dict(model._base_manager.filter(municipality=home).values_list("pk", field.attname)) if moved else {}
        circles = {one for pk in in_circles(ahead) & moved for one in onward_from(pk, ahead)}
        found = model._base_manager.filter(pk__in=circles).order_by("pk")[:MOST_NAMED]
        why = _("By “%(field)s” it leads back to itself.") % {"field": field.verbose_name}
        if found:
            raise NotUndone([Obstacle(f"{model._meta.verbose_name} “{row}”", why) for row in found])


def _put(row: models.Model, name: str, value: Any) -> None:
    field = row._meta.get_field(name)
    if isinstance(field, models.ForeignKey):
        setattr(row, field.attname, value["id"] if value else None)
    else:
        # History keeps an empty text as nothing.
        empty = "" if isinstance(field, models.CharField | models.TextField) and not field.null else None
        setattr(row, name, empty if value is None else field.to_python(value))  # type: ignore[union-attr]


def _in_bulk(model: type[models.Model], pks: list[int]) -> list[models.Model]:
    """In the order of the keys given, in as few questions as the database allows."""
    found = model._base_manager.in_bulk(pks)
    return [found[pk] for pk in pks if pk in found]
