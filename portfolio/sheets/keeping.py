"""The plan that a preview showed, kept for its confirmation: it need not be made twice when nothing has changed.

It is worth something only while all stands that it was made from: the sheet and what was said of it, who asks, in which
language and on which day, and every row here. Of the rows the history tells, since nothing is written past it. Where
anything differs, or the file was not written by us, the plan is made anew and compared with what was shown. It lies
beside the upload, and goes with the confirmation, or at the first daily tidying an hour later, as all do there that no
row names.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Count, Q, Sum
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import get_language

from organisation import writing
from organisation.columns import column_of
from organisation.inserting import Mould, many_rows_live
from organisation.models import ChangeRecord, Municipality, Searched, User
from portfolio.reports.models import Job
from portfolio.sheets.models import RememberedLayout, TableImport, Upload
from portfolio.sheets.opening import Opened
from portfolio.sheets.planning.plan import Effect, Fact, Plan
from portfolio.sheets.understanding.recognising import shape_of

# Fewer rows are planned again sooner than they are kept.
FEWEST = 1_000
# Longer than any transaction lasts: what was begun before the preview and ends after it tells an earlier moment.
MARGIN = timedelta(hours=1)
_FORM = 1
_SEAL = 64
# What the import itself writes before its rows, and what nobody plans by.
_APART = (TableImport, Upload, RememberedLayout, Job)
_NOT_KEPT = frozenset({"recorded_at"})
_OF_ROWS = frozenset({"_state", "_searched", "_sorted", "seen"})
_AS_THEY_ARE = (
    models.CharField, models.TextField, models.IntegerField, models.BooleanField, models.ForeignKey, models.JSONField
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ToWrite:
    """What a confirmation needs of a plan. `counts` are by effect, `shape` that of the sheet and its heading rows."""

    writes: dict[type[models.Model], list[models.Model]]
    facts: list[Fact]
    kind: str
    counts: tuple[int, ...]
    shape: tuple[str, tuple[int, ...]]


class _NotKept(Exception):
    """The plan holds what cannot be kept, or what was kept is not what stands."""


def previewed(work: Opened, by: User) -> Plan:
    """The plan, kept where it is large and can be confirmed as it is."""
    if work.sheet.height < FEWEST:
        return work.plan(by)
    with many_rows_live():
        return _previewed(work, by)


def _previewed(work: Opened, by: User) -> Plan:
    since = timezone.now() - MARGIN
    # Before anything is compared: what changes meanwhile is then seen as a change.
    version = _version(work.table.municipality, since)
    plan = work.plan(by)
    # The reason for a correction, which is not said yet, is written into the row.
    if plan.may_be_confirmed and not plan.corrections:
        about = {"made_from": _made_from(work.table, by), "fingerprint": plan.fingerprint,
                 "since": since.isoformat(), "version": version}  # fmt: skip
        try:
            _write(work.table, about | _described(to_write(work, plan)))
        except _NotKept:
            forget(work.table)
    return plan


def to_write(work: Opened, plan: Plan) -> ToWrite:
    counts = tuple(plan.count(effect) for effect in Effect)
    return ToWrite(
        plan.writes, plan.facts, work.layout.kind.value, counts, shape_of(work.sheet, work.correction.header_rows)
    )


def kept(table: TableImport, by: User, fingerprint: str) -> ToWrite | None:
    """What the preview with this fingerprint was to write; None when it must be planned anew. Call it under the lock
    under which the rows are then written.
    """
    found = _read(table)
    if found is None or not table.upload.is_there:
        return None
    is_the_same = found["fingerprint"] == fingerprint and found["made_from"] == _made_from(table, by)
    since = datetime.fromisoformat(found["since"])
    if not is_the_same or found["version"] != _version(table.municipality, since):
        return None
    try:
        return _restored(found, table.municipality)
    except _NotKept:
        return None


def forget(table: TableImport) -> None:
    _path(table).unlink(missing_ok=True)


def _made_from(table: TableImport, by: User) -> str:
    said = [_FORM, table.upload.sha256, table.position, table.correction, table.terms, by.pk, get_language(),
            timezone.localdate().isoformat()]  # fmt: skip
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _version(municipality: Municipality, since: datetime) -> list[int]:
    """Another one whenever a row that a plan may have been compared with has been written or deleted."""
    apart = [kind.pk for kind in ContentType.objects.get_for_models(*_APART).values()]
    told = ChangeRecord.objects.filter(Q(municipality=municipality) | Q(municipality__isnull=True), at__gte=since)
    found = told.exclude(content_type__in=apart).order_by().aggregate(count=Count("pk"), sum=Sum("pk"))
    return [found["count"], int(found["sum"] or 0)]


# --- The file -------------------------------------------------------------------------------------------------------


def _path(table: TableImport) -> Path:
    return Path(default_storage.path(f"imports/{table.pk}.plan"))


def _seal(content: bytes) -> str:
    return salted_hmac(__name__, content, algorithm="sha256").hexdigest()


def _write(table: TableImport, found: dict[str, Any]) -> None:
    content = zlib.compress(json.dumps(found, ensure_ascii=False, default=str).encode(), 1)
    path = _path(table)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}.new")
    beside.write_bytes(_seal(content).encode() + content)
    os.replace(beside, path)


def _read(table: TableImport) -> dict[str, Any] | None:
    """None when there is none, or when somebody else has written it."""
    try:
        sealed = _path(table).read_bytes()
    except FileNotFoundError:
        return None
    seal, content = sealed[:_SEAL], sealed[_SEAL:]
    if not constant_time_compare(seal, _seal(content)):
        return None
    found: dict[str, Any] = json.loads(zlib.decompress(content))
    return found


# --- Rows as they are kept --------------------------------------------------------------------------------------------


def _described(wanted: ToWrite) -> dict[str, Any]:
    """Rows are known by their place among all that are written: of each model the new ones, then the changed."""
    parts = []
    for model, rows in wanted.writes.items():
        once = list({id(row): row for row in rows}.values())
        keys = column_of(once, model._meta.pk.attname)
        new = [row for row, key in zip(once, keys, strict=True) if key is None]
        changed = [row for row, key in zip(once, keys, strict=True) if key is not None]
        parts.append((model, new, changed))
    places = {id(row): place for place, row in enumerate(chain.from_iterable((*new, *old) for _, new, old in parts))}
    try:
        facts: list[list[Any]] = [[places[id(fact.row)] for fact in wanted.facts]]
    except KeyError as error:
        raise _NotKept from error
    facts += [list(column) for column in list(zip(*wanted.facts, strict=True))[1:]]
    return {
        "parts": [_part(model, new, changed, places) for model, new, changed in parts],
        "facts": facts,
        "kind": wanted.kind,
        "counts": wanted.counts,
        "shape": wanted.shape,
    }


def _part(
    model: type[models.Model], new: Sequence[models.Model], changed: Sequence[models.Model], places: dict[int, int]
) -> dict[str, Any]:
    fields = [field for field in model._meta.concrete_fields if not field.primary_key and field.name not in _NOT_KEPT]
    known = {field.attname for field in model._meta.concrete_fields} | _OF_ROWS
    if any(not known.issuperset(vars(row)) for row in chain(new, changed)):
        raise _NotKept
    columns = {field.attname: _column(column_of(new, field.attname)) for field in fields} if new else {}
    return {
        "model": model._meta.label_lower,
        "new": len(new),
        "columns": columns,
        "changed": [[row.pk, _changes(row, [field.attname for field in fields])] for row in changed],
        "has_keys": issubclass(model, Searched) and all(row.has_its_keys() for row in chain(new, changed)),  # type: ignore[attr-defined]
        "links": {name: _links(name, [*new, *changed], places) for name in _cached(chain(new, changed))},
    }


def _column(values: list[Any]) -> list[Any]:
    """One value for all rows, or one for each."""
    first = values[0]
    if isinstance(first, list | dict):
        raise _NotKept
    return [first] if values.count(first) == len(values) else values


def _changes(row: models.Model, names: Sequence[str]) -> dict[str, list[Any]]:
    """{column: [before, after]}"""
    if not (seen := getattr(row, "seen", [])):
        raise _NotKept
    before, after = seen[-1], vars(row)
    return {name: [before[name], after[name]] for name in names if before[name] != after[name]}


def _cached(rows: Iterable[models.Model]) -> list[str]:
    """The links whose rows are at hand."""
    return sorted({name for row in rows for name, target in row._state.fields_cache.items() if target is not None})


def _links(name: str, rows: Sequence[models.Model], places: dict[int, int]) -> list[int | None]:
    """The places of those that are written too; [] when none is."""
    found = []
    for row in rows:
        target = row._state.fields_cache.get(name)
        place = places.get(id(target)) if target is not None else None
        if place is None and target is not None and target.pk is None:
            raise _NotKept
        found.append(place)
    return found if any(place is not None for place in found) else []


# --- And as they are again --------------------------------------------------------------------------------------------


def _restored(found: dict[str, Any], municipality: Municipality) -> ToWrite:
    writes: dict[type[models.Model], list[models.Model]] = {}
    for part in found["parts"]:
        model = apps.get_model(part["model"])
        writes[model] = [*_new(model, part), *_changed(model, part)]
    rows = list(chain.from_iterable(writes.values()))
    for part, (model, own) in zip(found["parts"], writes.items(), strict=True):
        for name, places in part["links"].items():
            _link(model, name, own, [None if place is None else rows[place] for place in places], municipality)
        if part["has_keys"]:
            for row in own:
                row.take_keys()  # type: ignore[attr-defined]
    facts = [Fact(rows[place], *said) for place, *said in zip(*found["facts"], strict=True)]
    shape, heading = found["shape"]
    return ToWrite(writes, facts, found["kind"], tuple(found["counts"]), (shape, tuple(heading)))


def _new(model: type[models.Model], part: dict[str, Any]) -> list[models.Model]:
    if not part["new"]:
        return []
    columns = {name: _values(_field(model, name), values) for name, values in part["columns"].items()}
    mould = Mould(model(**{name: values[0] for name, values in columns.items()}))
    names = [name for name, values in columns.items() if len(values) > 1]
    if not names:
        return [mould.row() for _number in range(part["new"])]
    rows = zip(*(columns[name] for name in names), strict=True)
    return [mould.row(**dict(zip(names, row, strict=True))) for row in rows]


def _field(model: type[models.Model], attname: str) -> models.Field[Any, Any]:
    return next(field for field in model._meta.concrete_fields if field.attname == attname)


def _values(field: models.Field[Any, Any], values: list[Any]) -> list[Any]:
    """JSON has no days and no decimals; the field reads them from their words."""
    return values if isinstance(field, _AS_THEY_ARE) else [field.to_python(value) for value in values]


def _changed(model: type[models.Model], part: dict[str, Any]) -> list[models.Model]:
    """The rows as they stand, changed as they were to be; they must be as they were seen."""
    stored = writing.held(model, [pk for pk, _changes in part["changed"]])
    fields = {field.attname: field for field in model._meta.concrete_fields}
    found = []
    for pk, changes in part["changed"]:
        row = stored.get(pk)
        if row is None:
            raise _NotKept
        for name, pair in changes.items():
            before, after = _values(fields[name], pair)
            if getattr(row, name) != before:
                raise _NotKept
            setattr(row, name, after)
        found.append(row)
    return found


def _link(
    model: type[models.Model],
    name: str,
    rows: Sequence[models.Model],
    written: Sequence[models.Model | None],
    municipality: Municipality,
) -> None:
    """The rows pointed at are at hand again: what a row is called is told without a query for each."""
    field: Any = model._meta.get_field(name)
    written = written or [None] * len(rows)
    others = {getattr(row, field.attname) for row, target in zip(rows, written, strict=True) if target is None} - {None}
    if field.related_model is Municipality:
        stored: dict[Any, models.Model] = {municipality.pk: municipality}
    else:
        stored = field.related_model._base_manager.in_bulk(others) if others else {}
    if not others <= stored.keys():
        raise _NotKept
    for row, target in zip(rows, written, strict=True):
        found = target if target is not None else stored.get(getattr(row, field.attname))
        if found is not None:
            row._state.fields_cache[name] = found
