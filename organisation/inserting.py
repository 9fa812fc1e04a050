"""Many new rows written at once: the same rows as `bulk_create` makes, in a fraction of its time.

An import writes a record of history and a source for each row, and Django spends most of the time on each value of
them. Here the keys are set aside first, so that nothing has to be handed back, and the rows go to the database as it
takes them fastest: by COPY on PostgreSQL, some rows a statement on SQLite. Signals are not sent; none of the write
path's rows has any.
"""

from __future__ import annotations

import datetime
import gc
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, repeat
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import connection, models
from django.db.models.base import ModelState

from organisation.columns import column_of

M = TypeVar("M", bound=models.Model)

# Below it, setting keys aside costs more than it saves.
FEWEST = 200
# What the database has not read yet waits on its way: about as much of it as there is room for.
_SENT = 250
_PLAIN = (models.CharField, models.TextField, models.IntegerField, models.BooleanField, models.ForeignKey)
_AS_IT_IS = frozenset({str, int, bool, type(None)})
_SPECIAL = re.compile(r"[\\\t\n\r]")


def insert_many(model: type[M], rows: Sequence[M]) -> None:
    """Writes rows without a primary key and gives each its own. Raises what the database raises; call it in a
    transaction.
    """
    if len(rows) < FEWEST or connection.vendor not in _WAYS or len(model._meta.parents):
        model._base_manager.bulk_create(rows)
        return
    for row, key in zip(rows, _keys(model, len(rows)), strict=True):
        row.pk = key
    try:
        _WAYS[connection.vendor](model, list(model._meta.concrete_fields), rows)
    except Exception:
        for row in rows:
            row.pk = None
        raise
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


class Same(NamedTuple):
    """One value of a column for all rows."""

    value: Any


def insert_columns(model: type[models.Model], columns: Mapping[str, Sequence[Any] | Same]) -> None:
    """Writes new rows that nobody needs again, given by the columns of their table (`line_id`) and as the database
    takes them: a text, a number or nothing, and JSON as its text. A column that is not named has its default in every
    row. Call it in a transaction.
    """
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    alike = model(**{name: values.value for name, values in columns.items() if isinstance(values, Same)})
    given = {name: values for name, values in columns.items() if not isinstance(values, Same)}
    count = len(next(iter(given.values())))
    same = {field: _values(field, [alike])[0] for field in fields if field.attname not in given}
    names = [*(field.attname for field in same), *given]
    if connection.vendor == "postgresql" and count >= FEWEST:
        begin = "\t".join(map(_copied, same.values()))
        parts = ([values[at : at + _SENT] for values in given.values()] for at in range(0, count, _SENT))
        cells = ([[begin] * len(part[0]), *map(_copied_column, part)] for part in parts)
        _send_copy(connection.ops.quote_name(model._meta.db_table), names, cells)
    else:
        repeated = (repeat(value, count) for value in same.values())
        _send_rows(model, names, list(zip(*repeated, *given.values(), strict=True)), "")


def overwrite_many(model: type[M], rows: Sequence[M]) -> None:
    """Writes all columns of rows that are there, in as few statements as the engine needs. Call it in a transaction."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    if len(rows) < FEWEST or connection.vendor not in _WAYS:
        # An upsert on the primary key: `bulk_update` is many times slower.
        names = [field.name for field in fields]
        model._base_manager.bulk_create(rows, update_conflicts=True, unique_fields=["pk"], update_fields=names)
    elif connection.vendor == "sqlite":
        _update_by_statement(model, fields, rows)
    else:
        _update_from_copy(model, fields, rows)


def _update_by_statement(model: type[M], fields: Sequence[models.Field[Any, Any]], rows: Sequence[M]) -> None:
    quoted = connection.ops.quote_name
    places = ", ".join(f"{name} = excluded.{name}" for name in (quoted(str(field.column)) for field in fields))
    ending = f" ON CONFLICT ({quoted(str(model._meta.pk.column))}) DO UPDATE SET {places}"
    _by_statements(model, [*fields, model._meta.pk], rows, ending)


def _update_from_copy(model: type[M], fields: Sequence[models.Field[Any, Any]], rows: Sequence[M]) -> None:
    """The rows go beside the table first, and from there into it."""
    _read_whole(fields, rows)
    quoted = connection.ops.quote_name
    table, beside, key = map(quoted, (model._meta.db_table, "rows_to_write", str(model._meta.pk.column)))
    places = ", ".join(f"{name} = beside.{name}" for name in (quoted(str(field.column)) for field in fields))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE {beside} (LIKE {table} INCLUDING DEFAULTS) ON COMMIT DROP")
    _copy(beside, [model._meta.pk, *fields], rows)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {places} FROM {beside} beside WHERE {table}.{key} = beside.{key}"  # noqa: S608
        )
        cursor.execute(f"DROP TABLE {beside}")


def _read_whole(fields: Sequence[models.Field[Any, Any]], rows: Sequence[models.Model]) -> None:
    """While rows are being copied their database answers nothing else."""
    names = {field.attname for field in fields}
    for row in rows:
        if not names <= vars(row).keys():
            row.refresh_from_db(fields=row.get_deferred_fields())


def _keys(model: type[models.Model], count: int) -> Iterable[int]:
    """Keys that nobody else gets."""
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{table}"', column])
            cursor.execute("SELECT nextval(%s) FROM generate_series(1, %s)", [*cursor.fetchone(), count])
            return [key for (key,) in cursor.fetchall()]
        # One writes at a time: the write lock is taken before the last key is read. A key is never given twice.
        cursor.execute("UPDATE sqlite_sequence SET seq = seq WHERE name = %s", [table])
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        found = cursor.fetchone()
        last = found[0] if found else 0
    return range(last + 1, last + count + 1)


def _values(field: models.Field[Any, Any], rows: Sequence[models.Model]) -> list[Any]:
    """The field's value of each row, as the database takes it."""
    found = column_of(rows, field.attname)
    if isinstance(field, models.JSONField):
        return [json.dumps(value, cls=field.encoder) for value in found]
    # A text, a number or nothing goes in as it is; a choice of an enumeration is no plain text.
    if isinstance(field, _PLAIN) and _AS_IT_IS.issuperset(map(type, found)):
        return found
    if (
        isinstance(field, models.FileField)
        or getattr(field, "auto_now", False)
        or getattr(field, "auto_now_add", False)
    ):
        found = [field.pre_save(row, True) for row in rows]
    # Ten thousand rows have few days and choices between them.
    kinds = list(zip(map(type, found), found, strict=True))
    prepared = {kind: field.get_db_prep_save(kind[1], connection=connection) for kind in set(kinds)}
    return [prepared[kind] for kind in kinds]


def _tuples(fields: Sequence[models.Field[Any, Any]], rows: Sequence[models.Model]) -> Iterator[tuple[Any, ...]]:
    return zip(*(_values(field, rows) for field in fields), strict=True)


def _by_statement(
    model: type[models.Model], fields: Sequence[models.Field[Any, Any]], rows: Sequence[models.Model]
) -> None:
    _by_statements(model, fields, rows, "")


def _by_statements(
    model: type[models.Model], fields: Sequence[models.Field[Any, Any]], rows: Sequence[models.Model], ending: str
) -> None:
    """Some rows with each statement: a table with triggers keeps what each statement has changed, to undo it alone."""
    _send_rows(model, [str(field.column) for field in fields], list(_tuples(fields, rows)), ending)


def _send_rows(model: type[models.Model], names: Sequence[str], tuples: Sequence[tuple[Any, ...]], ending: str) -> None:
    columns = ", ".join(map(connection.ops.quote_name, names))
    row = f"({', '.join(['%s'] * len(names))})"
    table = connection.ops.quote_name(model._meta.db_table)
    size = max(1, (connection.features.max_query_params or 999) // len(names))
    begin = f"INSERT INTO {table} ({columns}) VALUES "  # noqa: S608 - names of our own tables
    whole = len(tuples) - len(tuples) % size
    with connection.cursor() as cursor:
        for count, first, last in ((size, 0, whole), (len(tuples) - whole, whole, len(tuples))):
            if first == last:
                continue
            parts = [list(chain.from_iterable(tuples[at : at + count])) for at in range(first, last, count)]
            cursor.executemany(begin + ", ".join([row] * count) + ending, parts)


def _by_copy(model: type[models.Model], fields: Sequence[models.Field[Any, Any]], rows: Sequence[models.Model]) -> None:
    _copy(connection.ops.quote_name(model._meta.db_table), fields, rows)


def _copy(table: str, fields: Sequence[models.Field[Any, Any]], rows: Sequence[models.Model]) -> None:
    parts = (rows[first : first + _SENT] for first in range(0, len(rows), _SENT))
    cells = ([_copied_column(_values(field, part)) for field in fields] for part in parts)
    _send_copy(table, [str(field.column) for field in fields], cells)


def _send_copy(table: str, names: Sequence[str], parts: Iterable[Sequence[Sequence[str]]]) -> None:
    """The columns of some rows at a time, so that the text of all of them is never held: the next are made ready while
    the database takes these.
    """
    statement = f"COPY {table} ({', '.join(map(connection.ops.quote_name, names))}) FROM STDIN"
    lines = _Lines(parts)
    with connection.cursor() as cursor, connection.wrap_database_errors:
        try:
            cursor.cursor.copy_expert(statement, lines)
        except Exception:
            # What the driver says of it is only that there was an error.
            if lines.error is not None:
                raise lines.error from None
            raise


class _Lines:
    """A file that is read a part at a time, of whatever length. `error` is what ended it before its end."""

    def __init__(self, parts: Iterable[Sequence[Sequence[str]]]) -> None:
        self._parts = iter(parts)
        self.error: BaseException | None = None

    def read(self, _size: int = -1) -> str:
        try:
            cells = next(self._parts, None)
            return "" if cells is None else "\n".join(map("\t".join, zip(*cells, strict=True))) + "\n"
        except BaseException as error:
            # Also what ends the process: the driver makes a database error of all alike.
            self.error = error
            raise


def _copied_column(values: Sequence[Any]) -> Sequence[str]:
    """Most columns hold one kind of value, which then need not be asked for at each."""
    kinds = set(map(type, values))
    if kinds == {int}:
        return list(map(str, values))
    if kinds == {type(None)}:
        return [r"\N"] * len(values)
    if kinds == {str} and not _SPECIAL.search("".join(values)):
        return values
    if str not in kinds and len(kinds - {type(None)}) == 1:
        # Ten thousand rows have few days and flags between them.
        written = {value: _copied(value) for value in set(values)}
        return [written[value] for value in values]
    return list(map(_copied, values))


def _copied(value: Any) -> str:
    """As COPY reads it."""
    if value is None:
        return r"\N"
    if isinstance(value, str):
        return str(value).replace("\\", r"\\").replace("\t", r"\t").replace("\n", r"\n").replace("\r", r"\r")
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


_WAYS: dict[str, Callable[[Any, Any, Any], None]] = {"sqlite": _by_statement, "postgresql": _by_copy}


@contextmanager
def many_rows_live() -> Iterator[None]:
    """While tens of thousands of rows are made that all go on living, looking through them again and again for what
    may be thrown away takes a third of the time and finds nothing. What is not in a circle is freed all the same.

    Afterwards they count as long-lived, as after having been looked through: once more would find nothing either.
    What was then garbage in a circle waits for the next full collection, and does not hasten it: plans leave none.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # What somebody else has frozen stays so.
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


class Mould(Generic[M]):
    """Rows like one that is given, made without asking every field for what it is by itself."""

    def __init__(self, like: M) -> None:
        self._model, self._links = type(like), dict(like._state.fields_cache)
        self._columns = {name: value for name, value in vars(like).items() if name != "_state"}
        if any(isinstance(value, list | dict | set) for value in self._columns.values()):
            raise TypeError("rows of one mould would share a value that can change")

    def row(self, **columns: Any) -> M:
        """`columns` are by the names of columns: `line_id`, not `line`."""
        made = self._model.__new__(self._model)
        made._state = ModelState()
        made._state.fields_cache = dict(self._links)
        vars(made).update(self._columns)
        vars(made).update(columns)
        return made
