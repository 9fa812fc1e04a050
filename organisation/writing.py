"""The one way to write rows: validation, tenancy and history in the same transaction.

`save_many` writes any number of rows of one model with a fixed number of statements (validation apart);
`save` is the same for one. Two people who change different fields of a row both get their way; of two who change the
same field, the second is told.
Nothing else may use `bulk_create`, `bulk_update`, `.update(` or `.save(` on rows of the domain: those write no history.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, NamedTuple, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DEFAULT_DB_ALIAS, IntegrityError, models, transaction
from django.db.models.base import ModelState
from django.db.models.deletion import Collector
from django.utils import timezone
from django.utils.text import normalize_newlines
from django.utils.translation import gettext as _

from organisation import triggers
from organisation.columns import column_of, columns_in
from organisation.inserting import FEWEST, Same, insert_columns, insert_many, overwrite_many
from organisation.models import Action, ChangeRecord, ImportBatch, Municipality, Provenance, User
from organisation.telling import all_new, changes_of
from organisation.tenancy import tenant_relations

M = TypeVar("M", bound=models.Model)

# What `prepare()` makes anew from the other columns.
DERIVED = {"search_key", "sort_key"} | {
    f"{words}_{part}" for words in ("period", "effective") for part in ("start", "end", "precision")
}

_HELD = "held_as_it_stands"

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
        told: Sequence[_Changes] = all_new(new) if len(new) >= FEWEST else list(map(changes_of, new))
        records = [_record(row, Action.CREATED, changes) for row, changes in zip(new, told, strict=True)]
        records += [_record(row, Action.CHANGED, changes) for row, changes in changed]
        _keep(records, by=by, reason=reason, batch=batch)
    for row in new:
        _mark_seen(row, [_columns(row)])
    for row, _changes in changed:
        # Both: when a transaction around this one is undone, what was read is in the database again.
        _mark_seen(row, [*_seen(row)[:1], _columns(row)])
    return rows


class Sources(NamedTuple):
    """Where the figures of an import come from: for each its row, the field, and the cell with its words.

    `like` is what all of them are of: municipality, import and sheet.
    """

    like: Provenance
    rows: Sequence[models.Model]
    fields: Sequence[str]
    cells: Sequence[str]
    quotes: Sequence[str]


def cite(sources: Sources) -> None:
    """Writes the sources of what an import wrote. They have no history of their own: the batch says who and when."""
    like = sources.like
    if like.batch_id is None:
        raise TypeError("only what an import writes is cited without history")
    if not sources.rows:
        return
    kinds = {model: ContentType.objects.get_for_model(model).pk for model in set(map(type, sources.rows))}
    with _in_words():
        check_tenancy([like])
        insert_columns(
            Provenance,
            {
                "content_type_id": [kinds[type(row)] for row in sources.rows],
                "object_id": [row.pk for row in sources.rows],
                "field": sources.fields,
                "cell": sources.cells,
                "quote": sources.quotes,
                "municipality_id": Same(like.municipality_id),
                "batch_id": Same(like.batch_id),
                "sheet": Same(like.sheet),
            },
        )


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
        records = [_record(row, Action.DELETED, changes_of(row, deleted=True)) for row in going]
        collector.delete()
        _keep(records, by=by, reason=reason, batch=None)


def make_again(rows: Sequence[models.Model], *, by: User | None, reason: str = "") -> None:
    """Writes deleted rows of one model with the keys they had. The caller checks them when all of them are there."""
    for row in rows:
        _prepare(row)
    with _in_words():
        check_tenancy(rows)
        type(rows[0])._base_manager.bulk_create(rows)
        records = [_record(row, Action.RESTORED, changes_of(row)) for row in rows]
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
        ends = column_of(rows, field.attname)
        targets = set(ends) - {None}
        if not targets:
            continue
        model = field.related_model
        homes = dict(model._base_manager.filter(pk__in=targets).values_list("pk", "municipality"))
        for row, end in zip(rows, ends, strict=True):
            home = homes.get(end)
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
    stored = _locked(model, [row.pk for row in rows if _HELD not in vars(row)])
    differing = []
    for row in rows:
        before: M | None = vars(row).pop(_HELD, None) or stored.get(row.pk)
        if before is None:
            raise ObjectDoesNotExist(f"{model.__name__} {row.pk} is no longer there")
        if _take_over(row, before) and validate:
            row.full_clean()
        changes = changes_of(row, before)
        if changes:
            differing.append((row, changes))
    return differing


def _locked(model: type[M], keys: Sequence[Any]) -> dict[Any, M]:
    # By primary key: two writers of the same rows then wait for each other instead of locking each other out.
    return model._base_manager.order_by("pk").select_for_update().in_bulk(keys)


def held(model: type[M], keys: Sequence[Any]) -> dict[Any, M]:
    """Rows to be changed and written later in the same transaction, which need not be read again then: they are locked,
    and each has beside it how it stands. In between nobody may write them.
    """
    rows = _locked(model, keys)
    for row in rows.values():
        stands = model.__new__(model)
        vars(stands).update(vars(row))
        # What the row is led to point at is nothing that the other one points at.
        stands._state = ModelState()
        stands._state.adding, stands._state.db = False, row._state.db
        setattr(row, _HELD, stands)
    return rows


def only_as_read(row: models.Model) -> None:
    """The row's next writing takes over nothing: what others have written since it was read stops it."""
    row.only_as_read = True  # type: ignore[attr-defined]


def _take_over(row: models.Model, stored: models.Model) -> bool:
    """Takes over what others have written since the row was read. Raises ChangedMeanwhileError for a field of both."""
    seen, taken = _seen(row), False
    if any(one == now for one in seen for now in _seen(stored)):
        return False
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
def _reader(model: type[models.Model]) -> tuple[Callable[[models.Model], dict[str, Any]], list[str]]:
    """What reads all columns but those of files, and those of files."""
    files = [field.attname for field in model._meta.concrete_fields if isinstance(field, models.FileField)]
    return columns_in([field.attname for field in model._meta.concrete_fields if field.attname not in files]), files


def _columns(row: models.Model) -> dict[str, Any]:
    """The values as they are now: a file is one object that takes another name when a new file is saved into it."""
    columns_of, files = _reader(type(row))
    found = columns_of(row)
    for name in files:
        found[name] = str(getattr(row, name))
    return found


def _seen(row: models.Model) -> list[dict[str, Any]]:
    """How the row was read and last written; empty for a row that was made with a key of its own."""
    return getattr(row, "seen", [])


def _mark_seen(row: models.Model, seen: list[dict[str, Any]]) -> None:
    row.seen = seen  # type: ignore[attr-defined]


# Of each field before and after; also as JSON already.
_Changes = dict[str, list[Any]] | str


class _Record(NamedTuple):
    model: type[models.Model]
    municipality: int | None
    action: str
    object_id: int
    label: str
    changes: _Changes


def _record(row: models.Model, action: Action, changes: _Changes) -> _Record:
    municipality = row.pk if isinstance(row, Municipality) else getattr(row, "municipality_id", None)
    home = None if isinstance(row, Municipality) and action == Action.DELETED else municipality
    return _Record(type(row), home, action.value, row.pk, str(row)[:300], changes)


def _keep(records: Sequence[_Record], *, by: User | None, reason: str, batch: ImportBatch | None) -> None:
    if not records:
        return
    kinds = {model: ContentType.objects.get_for_model(model).pk for model in {record.model for record in records}}
    models_, homes, actions, keys, labels, changes = map(list, zip(*records, strict=True))
    insert_columns(
        ChangeRecord,
        {
            "content_type_id": [kinds[model] for model in models_],
            "municipality_id": homes,
            "action": actions,
            "object_id": keys,
            "object_label": labels,
            "changes": [one if isinstance(one, str) else json.dumps(one) for one in changes],
            "at": Same(timezone.now()),
            "by_id": Same(by.pk if by is not None else None),
            "reason": Same(reason),
            "batch_id": Same(batch.pk if batch is not None else None),
            "act": Same("" if batch is not None else _act.get()),
        },
    )
