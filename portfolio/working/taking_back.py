"""What one press of a button did is taken back as one, from its last change to its first, or not at all.

Every change is undone where the row holds what it left there; what was deleted is made again with the key it had;
what was made goes, when nothing hangs on it. What others have built on since stops the whole, with its name. What has
been approved or posted and stands for good, the database refuses to give back (docs/decisions.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, cast

from django.contrib.admin.utils import NestedObjects
from django.core.exceptions import FieldDoesNotExist, PermissionDenied, ValidationError
from django.db import DEFAULT_DB_ALIAS, IntegrityError, models, transaction
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from organisation import writing
from organisation.access import access_of
from organisation.administration.undoing import is_given
from organisation.models import Action, Approvable, Body, ChangeRecord, Membership, Provenance, RuledQuerySet, User
from organisation.models.rows import NOTHING
from organisation.numbers import format_date
from organisation.telling import TOO_LARGE, readable
from organisation.triggers import follows_merges
from portfolio.reports.models import Report, ReportState

APPROVAL = frozenset({"approval", "approved_by", "approved_at"})
# What the write path and its verbs set, and a person decides with a button.
LEAVING = frozenset({"merged_into", "archived_at"})
MAKING = (Action.CREATED, Action.RESTORED)


class Obstacle(ValidationError):
    """The sentence why nothing was taken back."""


def take_back(records: Sequence[ChangeRecord], *, by: User, reason: str) -> None:
    """`records` are all of one act. Raises PermissionDenied or ValidationError, and then nothing has changed."""
    _may(records, by)
    try:
        with transaction.atomic(), writing.one_act():
            # The catalogue is the operator's, and its rows are pointed at by the municipalities'.
            keeps = access_of(by).is_operator and any(record.municipality_id is None for record in records)
            _TakingBack(by, reason, keeps_catalogue=keeps).run(records)
    except IntegrityError as error:
        raise Obstacle(_("Something that has come since stands in the way. Nothing was taken back.")) from error


def why_not(records: Sequence[ChangeRecord], *, by: User) -> list[str]:
    """The sentences that `take_back` would answer with: it is tried, and the trial is undone."""
    try:
        with transaction.atomic():
            take_back(records, by=by, reason="")
            transaction.set_rollback(True)
    except PermissionDenied:
        return [_("Only who did it, and administrators, can take it back, of what they may change.")]
    except ValidationError as error:
        return list(error.messages)
    return []


def _may(records: Sequence[ChangeRecord], by: User) -> None:
    """Who did it, or who administers all the municipalities that it touched; of the catalogue, only the operator."""
    homes = {record.municipality_id for record in records}
    if all(record.by_id == by.pk for record in records) or homes <= access_of(by).administered:
        return
    raise PermissionDenied


class _TakingBack:
    def __init__(self, by: User, reason: str, *, keeps_catalogue: bool) -> None:
        self.by, self.reason, self.changed = by, reason, list[models.Model]()
        self.keeps_catalogue = keeps_catalogue
        self.bodies: set[int] = set()

    def run(self, records: Sequence[ChangeRecord]) -> None:
        made = [record for record in records if record.action in MAKING]
        self.bodies = {record.object_id for record in made if record.content_type.model_class() is Body}
        newest_first = sorted(records, key=lambda record: record.pk, reverse=True)
        for action, run in groupby(newest_first, key=lambda record: record.action):
            if action == Action.DELETED:
                self._make_again(list(run))
                continue
            for record in run:
                (self._unmake if action in MAKING else self._change_back)(record)
        self._check()

    def _change_back(self, record: ChangeRecord) -> None:
        row = _present(record)
        self._refuse_rights(row)
        if isinstance(row, Approvable) and APPROVAL & record.changes.keys():
            self._withdraw_approval(row, record)
            return
        for name, (before, after) in record.changes.items():
            field = _field(type(row), name)
            if name in writing.DERIVED:
                continue
            if not (is_given(type(row), name) or name in LEAVING):
                raise Obstacle(_("“%(row)s”: %(field)s stands and is not taken back.") % _named(record, field))
            if readable(row, field) != after:
                raise Obstacle(_since(record, field))
            _put(row, field, before)
        self._write(row)

    def _withdraw_approval(self, row: Any, record: ChangeRecord) -> None:
        """It waits for an approval again. It is not a draft that was never approved: nobody deletes it."""
        if record.municipality_id not in access_of(self.by).approves or not row.is_approved:
            raise Obstacle(_since(record, _field(type(row), "approval")))
        if type(row)._default_manager.all().settled_when != NOTHING:
            raise Obstacle(_("“%(row)s” is approved and stands; a later one takes its place.") % {"row": row})
        hanging = [str(one) for one in _settled_on(row)]
        reports = Report.objects.filter(municipality=record.municipality, frozen_at__gte=record.at)
        hanging += [str(report) for report in reports.exclude(state=ReportState.DRAFT)[:3]]
        if hanging:
            words = {"row": row, "what": "; ".join(hanging[:3])}
            raise Obstacle(_("“%(row)s” has been built on since its approval: %(what)s.") % words)
        row.approval, row.approved_by = "draft", None
        self._write(row)

    def _write(self, row: models.Model) -> None:
        writing.save(row, by=self.by, reason=self.reason, validate=False)
        self.changed.append(row)

    def _refuse_rights(self, row: models.Model) -> None:
        """A row that was merged away is seen by nobody; what hangs on it is asked about when it is back."""
        rows = type(row)._default_manager.all()
        if isinstance(row, Provenance) or _is_away(row) or self.keeps_catalogue:
            return
        if not isinstance(rows, RuledQuerySet):
            raise PermissionDenied
        if not rows.editable_by(self.by).filter(pk=row.pk).exists():
            raise PermissionDenied

    def _make_again(self, records: Sequence[ChangeRecord]) -> None:
        for record in _above_first(records):
            row = _rebuilt(record)
            if type(row)._base_manager.filter(pk=row.pk).exists():
                raise Obstacle(_("“%(row)s” is there already.") % {"row": record.object_label})
            try:
                row.full_clean()
            except ValidationError as error:
                sentence = _("“%(row)s” cannot be made again: %(why)s")
                raise Obstacle(sentence % {"row": record.object_label, "why": " ".join(error.messages)}) from error
            writing.make_again([row], by=self.by, reason=self.reason)
            self.changed.append(row)

    def _unmake(self, record: ChangeRecord) -> None:
        row = _present(record)
        for name, (_before, after) in record.changes.items():
            if readable(row, _field(type(row), name)) != after:
                raise Obstacle(_since(record, _field(type(row), name)))
        if not self._may_unmake(row):
            raise Obstacle(_("“%(row)s” cannot be deleted, as it is now.") % {"row": record.object_label})
        hanging = _hanging_on(row)
        if hanging:
            words = {"row": record.object_label, "what": "; ".join(map(str, hanging[:3]))}
            raise Obstacle(_("“%(row)s” has been built on since: %(what)s.") % words)
        writing.delete_many([row], by=self.by, reason=self.reason)
        self.changed = [one for one in self.changed if one != row]

    def _may_unmake(self, row: models.Model) -> bool:
        rows = type(row)._default_manager.all()
        if not isinstance(rows, RuledQuerySet) or rows.deletable_by(self.by).filter(pk=row.pk).exists():
            return True
        # Bodies, and roles in them, are closed and not deleted: those that the action itself made were never in use.
        body = row if isinstance(row, Body) else row.body if isinstance(row, Membership) else None
        return body is not None and body.pk in self.bodies and rows.editable_by(self.by).filter(pk=row.pk).exists()

    def _check(self) -> None:
        """The rows stand together as they did, and nobody has got what she may not change."""
        for row in self.changed:
            now: Any = type(row)._base_manager.get(pk=row.pk)
            # It was written unasked: nothing of it has been checked before.
            now.seen = []
            now.clean()
            self._refuse_rights(now)


def _is_away(row: models.Model) -> bool:
    """It was merged into another, or hangs on what was."""
    above = [getattr(row, field.name) for field in follows_merges(type(row))]
    return any(getattr(one, "merged_into_id", None) is not None for one in [row, *above])


def _present(record: ChangeRecord) -> Any:
    model = record.content_type.model_class()
    row = model._base_manager.filter(pk=record.object_id).first() if model else None
    if row is None:
        raise Obstacle(_("“%(row)s” is no longer there.") % {"row": record.object_label})
    return row


def _field(model: type[models.Model], name: str) -> models.Field[Any, Any]:
    try:
        return cast("models.Field[Any, Any]", model._meta.get_field(name))
    except FieldDoesNotExist as error:
        raise Obstacle(_("The history is of an older version: “%(name)s” is not known.") % {"name": name}) from error


def _put(row: models.Model, field: models.Field[Any, Any], value: Any) -> None:
    """The value as the history holds it; nothing and an empty text are the same there."""
    if isinstance(value, dict) and isinstance(field, models.ForeignKey):
        if not field.related_model._base_manager.filter(pk=value["id"]).exists():
            raise Obstacle(_("What it pointed at is no longer there: %(row)s.") % {"row": value["label"]})
        setattr(row, field.attname, value["id"])
    elif value is None:
        setattr(row, field.attname, None if field.null else "")
    else:
        setattr(row, field.attname, value if isinstance(field, models.JSONField) else field.to_python(value))


def _rebuilt(record: ChangeRecord) -> models.Model:
    """The deleted row as its record holds it, with its key and the moment at which it was first recorded."""
    model = record.content_type.model_class()
    if model is None or TOO_LARGE & {field.name for field in model._meta.concrete_fields} - {"snapshot"}:
        raise Obstacle(_("“%(row)s” was thrown away with its contents.") % {"row": record.object_label})
    row = model(pk=record.object_id)
    for field in model._meta.concrete_fields:
        if field.primary_key or field.name in writing.DERIVED:
            continue
        if field.name == "recorded_at" and "recorded_at" not in record.changes:
            made = ChangeRecord.objects.of_row(row).filter(action=Action.CREATED).order_by("pk").first()
            row.recorded_at = made.at if made else record.at  # type: ignore[attr-defined]
            continue
        _put(row, field, record.changes.get(field.name, [None])[0])
    return row


def _above_first(records: Sequence[ChangeRecord]) -> Iterator[ChangeRecord]:
    """Each after what it points at: the database asks of every row that its home is there."""
    waiting = {(record.content_type_id, record.object_id): record for record in records}
    while waiting:
        ready = [key for key, record in waiting.items() if not set(_links(record)) & waiting.keys() - {key}]
        for key in ready or list(waiting):
            yield waiting.pop(key)


def _links(record: ChangeRecord) -> Iterator[tuple[int, int]]:
    from django.contrib.contenttypes.models import ContentType

    model = record.content_type.model_class()
    for name, (before, *_after) in record.changes.items():
        if model is not None and isinstance(before, dict) and "id" in before:
            target = _field(model, name).related_model
            if isinstance(target, type):
                yield ContentType.objects.get_for_model(target).pk, before["id"]


def _since(record: ChangeRecord, field: models.Field[Any, Any]) -> str:
    """Who has changed it since, and when."""
    later = ChangeRecord.objects.filter(
        content_type=record.content_type, object_id=record.object_id, pk__gt=record.pk, changes__has_key=field.name
    ).select_related("by")
    newest = later.first()
    said = _named(record, field)
    if newest is None:
        return _("“%(row)s”: %(field)s is not as it was left. Nothing was taken back.") % said
    said |= {"who": newest.by or _("the installation itself"), "day": format_date(localtime(newest.at).date())}
    return _("“%(row)s”: %(field)s was changed by %(who)s on %(day)s. Nothing was taken back.") % said


def _named(record: ChangeRecord, field: models.Field[Any, Any]) -> dict[str, Any]:
    return {"row": record.object_label, "field": capfirst(str(field.verbose_name))}


def _settled_on(row: models.Model) -> Iterable[models.Model]:
    """What hangs on it and has been approved or posted."""
    for relation in row._meta.get_fields(include_hidden=True):
        model = relation.related_model
        if isinstance(relation, models.ManyToOneRel) and isinstance(model, type):
            rows = model._default_manager.all()
            if isinstance(rows, RuledQuerySet) and rows.settled_when != NOTHING:
                yield from rows.filter(rows.settled_when, **{relation.field.name: row})[:3]


def _hanging_on(row: models.Model) -> list[models.Model]:
    collector = NestedObjects(using=DEFAULT_DB_ALIAS, origin=[row])
    collector.collect([row])
    going = [one for found in collector.data.values() for one in found if one != row]
    return [*going, *collector.protected]
