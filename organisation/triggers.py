"""Rules that the database itself keeps, whoever writes: declared once, rendered for SQLite and PostgreSQL.

A rule refuses an insert, an update or a delete when its condition holds. Each app declares its own in `triggers.py`
and hands them to `keep_installed` when it starts. Migrations run without them, as SQLite cannot rebuild a table that
a trigger reads, and get them back afterwards. The error is an IntegrityError that begins with the rule's code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from django.apps import AppConfig, apps
from django.db import DEFAULT_DB_ALIAS, IntegrityError, connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.signals import post_migrate, pre_migrate
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from organisation.models.leaving import is_mergeable
from organisation.tenancy import OWNER, tenant_models, tenant_relations

PREFIX = "guard_"
INSERT, UPDATE, DELETE, TRUNCATE = "insert", "update", "delete", "truncate"

_registry: dict[str, tuple[Rule, ...]] = {}


@dataclass(frozen=True)
class Rule:
    """`condition` is SQL over OLD and NEW that both engines read alike; the write is refused when it is true."""

    code: str
    table: str
    event: str
    condition: str
    sentence: str | Promise
    reads: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return f"{PREFIX}{self.table}_{self.code}_{self.event[:3]}"

    @property
    def message(self) -> str:
        with translation.override("en"):
            return f"{self.code} ({self.table}): {self.sentence}".replace("'", "''")


# --- What rules there are -------------------------------------------------------------------------------------------


def stands(model: type[models.Model], code: str, when: str, sentence: str | Promise, reads: str = "") -> list[Rule]:
    """Rows for which `when` holds, SQL with {row} for the row, are neither changed nor, unless fictional, deleted.

    What they hang on may be merged into another: then they follow, every word and figure as it was.
    """
    table = model._meta.db_table
    condition = when.format(row="OLD")
    real = " AND NOT OLD.is_fictional" if _has_field(model, "is_fictional") else ""
    read = frozenset({reads} - {""})
    following = follows_merges(model)
    ends = frozenset(field.related_model._meta.db_table for field in following)
    changed = f"({condition}) AND NOT ({_only_follows(model, following)})" if following else condition
    return [
        Rule(code, table, UPDATE, changed, sentence, read | ends),
        Rule(code, table, DELETE, f"({condition}){real}", sentence, read),
        Rule(code, table, TRUNCATE, f'EXISTS (SELECT 1 FROM "{table}")', sentence, read),  # noqa: S608 - a table's name
    ]


def follows_merges(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    """The links by which a row hangs on something that can be merged into another of its kind."""
    links = [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    return [field for field in links if isinstance(field.related_model, type) and is_mergeable(field.related_model)]


def _only_follows(model: type[models.Model], following: Sequence[models.ForeignKey[Any, Any]]) -> str:
    """Nothing differs but such links, each from a row to the one that it was merged into, or back."""
    columns = {field.column for field in following}
    same = [
        f"NEW.{field.column} IS NOT DISTINCT FROM OLD.{field.column}"
        for field in model._meta.concrete_fields
        if field.column not in columns
    ]
    moved = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in sorted(columns))
    return " AND ".join([f"({moved})", *same, *map(_follows, following)])


def _follows(field: models.ForeignKey[Any, Any]) -> str:
    old, new, table = f"OLD.{field.column}", f"NEW.{field.column}", field.related_model._meta.db_table
    merged = f"(m.id = {old} AND m.merged_into_id = {new}) OR (m.id = {new} AND m.merged_into_id = {old})"
    found = f'SELECT 1 FROM "{table}" m WHERE {merged}'  # noqa: S608 - names of columns
    return f"({new} IS NOT DISTINCT FROM {old} OR EXISTS ({found}))"


def stays_home(model: type[models.Model]) -> list[Rule]:
    """A row never changes municipality, and points only at rows of its own and at national ones."""
    table = model._meta.db_table
    strangers = [_stranger(field.column, target) for field, target in _targets(model)]
    fixed = f"OLD.{OWNER}_id <> NEW.{OWNER}_id OR (OLD.{OWNER}_id IS NULL) <> (NEW.{OWNER}_id IS NULL)"
    rules = [Rule("fixed_municipality", table, UPDATE, fixed, _("A row stays with its municipality."))]
    if strangers:
        reads = frozenset(target for _field, target in _targets(model))
        condition, sentence = " OR ".join(strangers), _("The row points at a row of another municipality.")
        rules += [Rule("other_municipality", table, event, condition, sentence, reads) for event in (INSERT, UPDATE)]
    return rules


def _stranger(column: str, target: str) -> str:
    # The row pointed at must be there already: a foreign key is checked only when the transaction ends,
    # and the row could then come from anywhere.
    at_home = f"home.{OWNER}_id IS NULL OR home.{OWNER}_id = NEW.{OWNER}_id"
    found = f'SELECT 1 FROM "{target}" home WHERE home.id = NEW.{column} AND ({at_home})'  # noqa: S608 - names of columns
    return f"(NEW.{column} IS NOT NULL AND NOT EXISTS ({found}))"


def _targets(model: type[models.Model]) -> list[tuple[models.ForeignKey[Any, Any], str]]:
    return [(field, field.related_model._meta.db_table) for field in tenant_relations(model)]


def _has_field(model: type[models.Model], name: str) -> bool:
    return any(field.name == name for field in model._meta.concrete_fields)


# --- Where they are installed ---------------------------------------------------------------------------------------


def keep_installed(app: AppConfig, rules: Sequence[Rule]) -> None:
    """The app's rules are in place after every migration and every flush."""
    owned = {model._meta.db_table for model in tenant_models()}
    _registry[app.label] = tuple(
        _unless_practised(rule) if rule.event == DELETE and rule.table in owned else rule for rule in rules
    )
    pre_migrate.connect(_before_migrations, sender=app, dispatch_uid=f"triggers of {app.label}")
    post_migrate.connect(_after_migrations, sender=app, dispatch_uid=f"triggers of {app.label}")


def _unless_practised(rule: Rule) -> Rule:
    """What was made for practice never stood, and is cleared."""
    homes = apps.get_model("organisation", "Municipality")._meta.db_table
    home = f'SELECT 1 FROM "{homes}" home WHERE home.id = OLD.{OWNER}_id AND home.practice_of_id IS NOT NULL'  # noqa: S608 - names of columns
    return replace(rule, condition=f"({rule.condition}) AND NOT EXISTS ({home})", reads=rule.reads | {homes})


def all_rules() -> list[Rule]:
    return [rule for rules in _registry.values() for rule in rules]


def _before_migrations(using: str, plan: list[Any] | None = None, **kwargs: Any) -> None:
    if plan:
        remove(connections[using])


def _after_migrations(sender: AppConfig, using: str, **kwargs: Any) -> None:
    install(connections[using], _registry[sender.label])


def install(connection: BaseDatabaseWrapper, rules: Iterable[Rule] | None = None) -> None:
    """Makes the rules stand as they are declared; writes nothing when they do."""
    lacking = missing(connection, rules)
    if lacking:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            for rule in lacking:
                for statement in [*_dropping(connection, rule.name), *_creating(connection, rule)]:
                    cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    names = [*_present(connection)]
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for name in names:
            for statement in _dropping(connection, name):
                cursor.execute(statement)


def missing(connection: BaseDatabaseWrapper, rules: Iterable[Rule] | None = None) -> list[Rule]:
    """The rules that the database does not keep, or keeps in other words than declared."""
    present, tables = _present(connection), set(connection.introspection.table_names())
    return [
        rule
        for rule in (all_rules() if rules is None else rules)
        if (rule.event != TRUNCATE or connection.vendor == "postgresql")
        # In the middle of the migrations of a later app, its tables are not there yet.
        and {rule.table, *rule.reads} <= tables
        and present.get(rule.name) != _body(connection, rule)
    ]


@contextmanager
def lifted(using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Nothing is refused inside. For a test's flush, and for erasing what an operator has been asked to erase.

    Inside a transaction the rules come back, or the whole is undone; others wait or still meet the rules.
    """
    connection = connections[using]
    remove(connection)
    try:
        yield
    finally:
        # After a database error inside a transaction nothing more can be said to it; undoing brings the rules back.
        if not connection.needs_rollback:
            if connection.in_atomic_block:
                # PostgreSQL changes no table whose foreign keys are still to be checked.
                connection.check_constraints()
            install(connection)


def rule_of(error: IntegrityError) -> Rule | None:
    """The rule that refused, or None when the error is another one."""
    words = str(error)
    return next((rule for rule in all_rules() if words.startswith(f"{rule.code} ({rule.table})")), None)


# --- The two dialects -----------------------------------------------------------------------------------------------


def _present(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """{name: body} of the triggers in force."""
    if connection.vendor == "postgresql":
        query = (
            "SELECT t.tgname, p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
            " JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = current_schema()::regnamespace"
            " AND NOT t.tgisinternal AND t.tgenabled = 'O'"
        )
    else:
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {name: body for name, body in cursor.fetchall() if name.startswith(PREFIX)}


def _body(connection: BaseDatabaseWrapper, rule: Rule) -> str:
    if connection.vendor == "postgresql":
        answer = {DELETE: "OLD", TRUNCATE: "NULL"}.get(rule.event, "NEW")
        return (
            f"BEGIN IF {rule.condition} THEN RAISE EXCEPTION USING MESSAGE = '{rule.message}',"
            f" ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {answer}; END"
        )
    return (
        f'CREATE TRIGGER "{rule.name}" BEFORE {rule.event.upper()} ON "{rule.table}" FOR EACH ROW'
        f" WHEN {rule.condition} BEGIN SELECT RAISE(ABORT, '{rule.message}'); END"
    )


def _creating(connection: BaseDatabaseWrapper, rule: Rule) -> list[str]:
    if connection.vendor != "postgresql":
        return [_body(connection, rule)]
    each = "STATEMENT" if rule.event == TRUNCATE else "ROW"
    return [
        f'CREATE FUNCTION "{rule.name}"() RETURNS trigger LANGUAGE plpgsql AS $guard${_body(connection, rule)}$guard$',
        f'CREATE TRIGGER "{rule.name}" BEFORE {rule.event.upper()} ON "{rule.table}"'
        f' FOR EACH {each} EXECUTE FUNCTION "{rule.name}"()',
    ]


def _dropping(connection: BaseDatabaseWrapper, name: str) -> list[str]:
    if connection.vendor == "postgresql":
        # The trigger goes with its function.
        return [f'DROP FUNCTION IF EXISTS "{name}"() CASCADE']
    return [f'DROP TRIGGER IF EXISTS "{name}"']
