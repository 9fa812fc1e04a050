"""The one way to write rows: validation, tenancy and history in the same transaction.

`save_many` writes any number of rows of one model with a fixed number of statements (validation apart);
`save` is the same for one. Two people who change different fields of a row both get their way; of two who change the
same field, the second is told.
Nothing else may use `bulk_create`, `bulk_update`, `.update(` or `.save(` on rows of the domain: those write no history.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, NamedTuple, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DEFAULT_DB_ALIAS, IntegrityError, models, transaction
from django.db.models.deletion import Collector
from django.utils import timezone
from django.utils.text import normalize_newlines
from django.utils.translation import gettext as _

from organisation import triggers
from organisation.inserting import Mould, insert_many, overwrite_many
from organisation.models import Action, ChangeRecord, ImportBatch, Municipality, Provenance, User
from organisation.tenancy import tenant_relations

M = TypeVar("M", bound=models.Model)

# Derived from other columns, or said better by the record itself.
NOT_IN_HISTORY = frozenset({"id", "search_key", "sort_key", "recorded_at", "last_login", "date_joined"})
# As large as the report itself, whose checksum is kept; a plan that is being read, of which nothing is saved yet.
TOO_LARGE = frozenset({"snapshot", "plan_content", "read_rows"})
SECRET = frozenset({"password"})
# What `prepare()` makes anew from the other columns.
DERIVED = {"search_key", "sort_key"} | {
    f"{words}_{part}" for words in ("period", "effective") for part in ("start", "end", "precision")
}


_act: ContextVar[str] = ContextVar("act", default="")


@contextmanager
def one_act(name: str = "") -> Iterator[str]:
    """What is written inside is one action of one person, by its name, and is taken back as one."""
    token = _act.set(_act.get() or name or uuid.uuid4().hex)
    try:
        yield _act.get()
    finally:
        _act.reset(token)


def current_act() -> str:
    return _act.get()


class CrossMunicipalityError(ValidationError):
    """A row points at a row of another municipality."""


class RefusedError(ValidationError):
    """The database keeps a rule that the write would break, for example that a posted entry stands."""


class ChangedMeanwhileError(ValidationError):
    """Somebody else has changed the same field since the row was read."""


def save(row: M, *, by: User | None, reason: str = "", batch: ImportBatch | None = None, validate: bool = True) -> M:
    """Writes one row with its history. Raises ValidationError and writes nothing when the row is not right."""
    return save_many([row], by=by, reason=reason, batch=batch, validate=validate)[0]


def save_many(
    rows: Iterable[M],
    *,
    by: User | None,
    reason: str = "",
    batch: ImportBatch | None = None,
    validate: bool = True,
) -> list[M]:
    """Creates the rows without a primary key, changes those with one, and records each change; all or nothing.

    All rows are of one model. `by` is None only for what the installation itself does. With `validate=False`
    the caller has run `full_clean` itself; tenancy is checked all the same. Raises ValidationError.
    """
    rows = list(rows)
    if not rows:
        return rows
    model = type(rows[0])
    if any(type(row) is not model for row in rows):
        raise TypeError("save_many writes rows of one model at a time")
    for row in rows:
        _prepare(row)
    with _in_words():
        _decide(rows)
        if validate:
            for row in rows:
                row.full_clean()
        check_tenancy(rows)
        new = [row for row in rows if row.pk is None]
        changed = _changed(model, [row for row in rows if row.pk is not None], validate=validate)
        insert_many(model, new)
        overwrite_many(model, [row for row, _changes in changed])
        records = [_record(row, Action.CREATED, _values(row, {})) for row in new]
        records += [_record(row, Action.CHANGED, changes) for row, changes in changed]
        _keep(records, by=by, reason=reason, batch=batch)
    for row in new:
        _mark_seen(row, [_columns(row)])
    for row, _changes in changed:
        # Both: when a transaction around this one is undone, what was read is in the database again.
        _mark_seen(row, [*_seen(row)[:1], _columns(row)])
    return rows


def cite(facts: Sequence[Provenance]) -> None:
    """Writes the sources of what an import wrote. They have no history of their own: the batch says who and when."""
    if any(fact.batch_id is None for fact in facts):
        raise TypeError("only what an import writes is cited without history")
    with _in_words():
        check_tenancy(facts)
        insert_many(Provenance, facts)


def delete_many(rows: Sequence[models.Model], *, by: User | None, reason: str = "") -> None:
    """Deletes rows, what hangs on them and their sources, and records what each held.

    Raises ProtectedError when something depends on one of them, and RefusedError when one of them stands.
    """
    if not rows:
        return
    with _in_words():
        collector = Collector(using=DEFAULT_DB_ALIAS, origin=rows[0])
        for model in {type(row) for row in rows}:
            collector.collect([row for row in rows if type(row) is model])
        going = [row for found in collector.data.values() for row in found]
        going += [row for found in collector.fast_deletes for row in found]
        delete_many(_sources(going), by=by, reason=reason)
        records = [_record(row, Action.DELETED, _values(row, {}, deleted=True)) for row in going]
        collector.delete()
        _keep(records, by=by, reason=reason, batch=None)


def make_again(rows: Sequence[models.Model], *, by: User | None, reason: str = "") -> None:
    """Writes deleted rows of one model with the keys they had. The caller checks them when all of them are there."""
    for row in rows:
        _prepare(row)
    with _in_words():
        check_tenancy(rows)
        type(rows[0])._base_manager.bulk_create(rows)
        records = [_record(row, Action.RESTORED, _values(row, {})) for row in rows]
        _keep(records, by=by, reason=reason, batch=None)


def _sources(rows: Sequence[models.Model]) -> list[Provenance]:
    by_model: dict[type[models.Model], list[int]] = {}
    for row in rows:
        by_model.setdefault(type(row), []).append(row.pk)
    by_model.pop(Provenance, None)
    return [fact for model, pks in by_model.items() for fact in Provenance.objects.of_rows(model, pks)]


@contextmanager
def _in_words() -> Iterator[None]:
    """A transaction in which a refusal by the database is an error that a person can read."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        rule = triggers.rule_of(error)
        if rule is None:
            raise
        raise RefusedError(str(rule.sentence), code=rule.code) from error


def set_links(
    link: type[models.Model], owner: tuple[str, models.Model], target: str, targets: Iterable[models.Model], *, by: User
) -> None:
    """Makes the rows of a link model say exactly that `owner` is linked to `targets`; `owner` is (field, row)."""
    field, row = owner
    manager = link._default_manager
    wanted = {one.pk: one for one in targets}
    present = {getattr(one, f"{target}_id"): one for one in manager.filter(**{field: row})}
    with transaction.atomic():
        delete_many([one for pk, one in present.items() if pk not in wanted], by=by)
        new = [one for pk, one in wanted.items() if pk not in present]
        municipality = row.municipality  # type: ignore[attr-defined]
        save_many([link(municipality=municipality, **{field: row, target: one}) for one in new], by=by)


def check_tenancy(rows: Sequence[models.Model]) -> None:
    """Raises CrossMunicipalityError when a row points at a row of another municipality. One query a relation."""
    for field in tenant_relations(type(rows[0])):
        targets = {getattr(row, field.attname) for row in rows} - {None}
        if not targets:
            continue
        model = field.related_model
        homes = dict(model._base_manager.filter(pk__in=targets).values_list("pk", "municipality"))
        for row in rows:
            home = homes.get(getattr(row, field.attname))
            if home is not None and home != getattr(row, "municipality_id", None):
                message = _("%(field)s belongs to another municipality.") % {"field": field.verbose_name}
                raise CrossMunicipalityError({field.name: message})


@cache
def _texts(model: type[models.Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields if isinstance(field, models.TextField)]


def _prepare(row: models.Model) -> None:
    for name in _texts(type(row)):
        # Browsers and spreadsheets end lines each in their own way; that is no change of the text.
        if "\r" in (words := getattr(row, name) or ""):
            setattr(row, name, normalize_newlines(words))
    prepare = getattr(row, "prepare", None)
    if prepare is not None:
        prepare()


def _decide(rows: Sequence[models.Model]) -> None:
    """What a model decides about rows together, as which of a table's small counts are hidden."""
    decide = getattr(type(rows[0]), "decide_together", None)
    if decide is not None:
        decide(rows)


def _changed(model: type[M], rows: Sequence[M], *, validate: bool) -> list[tuple[M, dict[str, list[Any]]]]:
    """The rows that differ from what is stored, with {field: [before, after]}; the stored rows are locked."""
    # By primary key: two writers of the same rows then wait for each other instead of locking each other out.
    stored = model._base_manager.order_by("pk").select_for_update().in_bulk([row.pk for row in rows])
    differing = []
    for row in rows:
        if row.pk not in stored:
            raise ObjectDoesNotExist(f"{model.__name__} {row.pk} is no longer there")
        if _take_over(row, stored[row.pk]) and validate:
            row.full_clean()
        changes = _values(row, _plain(stored[row.pk]), before_row=stored[row.pk])
        if changes:
            differing.append((row, changes))
    return differing


def only_as_read(row: models.Model) -> None:
    """The row's next writing takes over nothing: what others have written since it was read stops it."""
    row.only_as_read = True  # type: ignore[attr-defined]


def _take_over(row: models.Model, stored: models.Model) -> bool:
    """Takes over what others have written since the row was read. Raises ChangedMeanwhileError for a field of both."""
    seen, taken = _seen(row), False
    for field in row._meta.concrete_fields:
        name, now = field.attname, getattr(stored, field.attname)
        by_others = seen and all(name in one and one[name] != now for one in seen)
        if not by_others or getattr(row, name) == now or field.name in DERIVED:
            continue
        if getattr(row, name) != seen[0][name] or getattr(row, "only_as_read", False):
            raise ChangedMeanwhileError({field.name: _("Somebody else has changed this meanwhile. Load it again.")})
        setattr(row, name, now)
        taken = True
    if taken:
        _prepare(row)
    return taken


@cache
def _column_names(model: type[models.Model]) -> tuple[list[str], list[str]]:
    """All columns, and those of files."""
    fields = model._meta.concrete_fields
    return [field.attname for field in fields], [one.attname for one in fields if isinstance(one, models.FileField)]


def _columns(row: models.Model) -> dict[str, Any]:
    """The values as they are now: a file is one object that takes another name when a new file is saved into it."""
    names, files = _column_names(type(row))
    columns = {name: getattr(row, name) for name in names}
    return columns | {name: str(columns[name]) for name in files}


def _seen(row: models.Model) -> list[dict[str, Any]]:
    """How the row was read and last written; empty for a row that was made with a key of its own."""
    return getattr(row, "seen", [])


def _mark_seen(row: models.Model, seen: list[dict[str, Any]]) -> None:
    row.seen = seen  # type: ignore[attr-defined]


def _plain(row: models.Model) -> dict[str, Any]:
    return {field.name: getattr(row, field.attname) for field in row._meta.concrete_fields}


class _Told(NamedTuple):
    """A column of the history. `is_plain`: a text, number or flag stands there as it is."""

    field: models.Field[Any, Any]
    name: str
    attname: str
    is_plain: bool


_READABLE = frozenset({str, int, bool})


def _as_told(field: models.Field[Any, Any]) -> _Told:
    is_plain = field.name not in SECRET and not isinstance(field, models.ForeignKey)
    return _Told(field, field.name, field.attname, is_plain)


@cache
def _told(model: type[models.Model]) -> list[_Told]:
    told = (field for field in model._meta.concrete_fields if field.name not in NOT_IN_HISTORY | TOO_LARGE)
    return list(map(_as_told, told))


@cache
def _held(model: type[models.Model]) -> list[_Told]:
    """Of a row that goes also when it was recorded: it is made again with that."""
    recorded = [field for field in model._meta.concrete_fields if field.name == "recorded_at"]
    return [*_told(model), *map(_as_told, recorded)]


def _values(
    row: models.Model, before: dict[str, Any], *, before_row: models.Model | None = None, deleted: bool = False
) -> dict[str, list[Any]]:
    """{field: [before, after]} for every field that differs; for a new or deleted row, every field that is set."""
    changes: dict[str, list[Any]] = {}
    for field, name, attname, is_plain in _told(type(row)) if not deleted else _held(type(row)):
        value = getattr(row, attname)
        if (value is None or value == "") if not before else value == before.get(name):
            continue
        after = value if is_plain and type(value) in _READABLE else readable(row, field)
        pair = [readable(before_row, field) if before_row else None, after]
        changes[name] = pair[::-1] if deleted else pair
    return changes


def readable(row: models.Model, field: models.Field[Any, Any]) -> Any:
    """A value that JSON can hold and a person can read."""
    if field.name in SECRET:
        return "•••"
    value = getattr(row, field.attname)
    if value is None or isinstance(value, bool | int | str):
        if isinstance(field, models.ForeignKey) and value is not None:
            return {"id": value, "label": str(getattr(row, field.name))}
        return value
    return value if isinstance(field, models.JSONField) else field.value_to_string(row)


def _record(row: models.Model, action: Action, changes: dict[str, list[Any]]) -> dict[str, Any]:
    municipality = row.pk if isinstance(row, Municipality) else getattr(row, "municipality_id", None)
    return {
        "municipality_id": None if isinstance(row, Municipality) and action == Action.DELETED else municipality,
        "action": action.value,
        "model": type(row),
        "object_id": row.pk,
        "object_label": str(row)[:300],
        "changes": changes,
    }


def _keep(records: Sequence[dict[str, Any]], *, by: User | None, reason: str, batch: ImportBatch | None) -> None:
    kinds = {model: ContentType.objects.get_for_model(model).pk for model in {record["model"] for record in records}}
    act = "" if batch is not None else _act.get()
    like = ChangeRecord(at=timezone.now(), by=by, reason=reason, batch=batch, changes=None, act=act)
    mould = Mould(like)
    insert_many(ChangeRecord, [mould.row(content_type_id=kinds[record.pop("model")], **record) for record in records])
