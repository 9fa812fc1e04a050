"""The database itself refuses what nobody may do, whoever writes; nothing here goes through the write path."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction
from django.test import override_settings

from budgets.models import BudgetLine, Entry, EntryPart, LineInitiative, LineRelation, StatedTotal, Statement, Transfer
from indicators.models import IndicatorInitiative, IndicatorObjective, Measurement, Target
from initiatives.models import InitiativeObjective, Involvement, StatusUpdate
from organisation import triggers, writing
from organisation.models import Body, ChangeRecord, Membership, Municipality
from organisation.tenancy import tenant_models, tenant_relations
from portfolio.reports.models import Report, ReportScope
from tests import factories
from tests.cast import Cast, Town

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def refused(code: str) -> Iterator[None]:
    with pytest.raises(IntegrityError, match=rf"^{code} ") as caught, transaction.atomic():
        yield
    rule = triggers.rule_of(caught.value)
    assert rule is not None
    assert str(rule.sentence)


def change(row: models.Model, **values: Any) -> None:
    type(row)._base_manager.filter(pk=row.pk).update(**values)


def erase(row: models.Model) -> None:
    type(row)._base_manager.filter(pk=row.pk)._raw_delete(using="default")


def overwrite(row: models.Model) -> None:
    """The statement by which the write path changes rows."""
    columns = [field.name for field in row._meta.concrete_fields if not field.primary_key]
    type(row)._base_manager.bulk_create([row], update_conflicts=True, unique_fields=["pk"], update_fields=columns)


# --- What stands ----------------------------------------------------------------------------------------------------


def entry(town: Town, posted: bool, **fields: Any) -> Entry:
    return factories.entry(factories.line(town.municipality), by=town["finance"] if posted else None, **fields)


def part(town: Town, posted: bool, **fields: Any) -> EntryPart:
    whole = entry(town, False)
    made = EntryPart(
        municipality=town.municipality, entry=whole, label="Løn", value_state="value", amount_ore=100, **fields
    )
    writing.save(made, by=None)
    if posted:
        whole.post(by=town["finance"])
    return made


def transfer(town: Town, posted: bool, **fields: Any) -> Transfer:
    ends = {"from_line": factories.line(town.municipality), "to_line": factories.line(town.municipality)}
    made = Transfer(
        municipality=town.municipality, year=2018, amount_ore=500, decision_state="adopted", **ends, **fields
    )
    writing.save(made, by=None)
    if posted:
        made.post(by=town["finance"])
    return made


def statement(town: Town, posted: bool, **fields: Any) -> Statement:
    return factories.statement(factories.line(town.municipality), by=town["finance"] if posted else None, **fields)


def target(town: Town, approved: bool, **fields: Any) -> Target:
    made = factories.target(factories.indicator(town.municipality), 40, **fields)
    if approved:
        made.approve(by=town["manager"])
    return made


def measurement(town: Town, approved: bool, **fields: Any) -> Measurement:
    made = factories.measurement(factories.indicator(town.municipality), 45, **fields)
    if approved:
        made.approve(by=town["manager"])
    return made


def status_update(town: Town, approved: bool, **fields: Any) -> StatusUpdate:
    manager = town["manager"] if approved else None
    return factories.status_update(
        factories.initiative(town.municipality), town["caseworker"], approved_by=manager, **fields
    )


Make = Callable[..., models.Model]
STANDING: list[tuple[Make, str, dict[str, Any]]] = [
    (entry, "posted_stands", {"amount_ore": 1}),
    (part, "posted_stands", {"label": "Andet"}),
    (transfer, "posted_stands", {"amount_ore": 1}),
    (statement, "posted_stands", {"amount_ore": 1}),
    (measurement, "approved_stands", {"value": 1}),
    (target, "target_stands", {"value": 1}),
    (status_update, "approved_stands", {"text": "Omskrevet."}),
]
each_standing = pytest.mark.parametrize(
    ("make", "code", "values"), STANDING, ids=lambda one: getattr(one, "__name__", "")
)


def test_no_part_comes_to_a_posted_entry(cast: Cast) -> None:
    posted, draft = entry(cast.koebenhavn, True), part(cast.koebenhavn, False)
    with refused("part_comes_late"):
        EntryPart._base_manager.bulk_create(
            [EntryPart(municipality=posted.municipality, entry=posted, label="Løn", value_state="value", amount_ore=1)]
        )
    with refused("part_comes_late"):
        change(draft, entry_id=posted.pk)
    change(draft, label="Andet")


@each_standing
def test_what_is_posted_or_approved_is_neither_changed_nor_deleted(
    cast: Cast, make: Make, code: str, values: dict[str, Any]
) -> None:
    row = make(cast.koebenhavn, True)
    with refused(code):
        change(row, **values)
    with refused(code):
        change(row, is_fictional=True)
    with refused(code):
        erase(row)
    for name, value in values.items():
        setattr(row, name, value)
    with refused(code):
        overwrite(row)
    assert not type(row)._base_manager.filter(pk=row.pk, **values).exists()


@each_standing
def test_a_draft_is_freely_changed_and_deleted(cast: Cast, make: Make, code: str, values: dict[str, Any]) -> None:
    row = make(cast.koebenhavn, False)
    change(row, **values)
    assert type(row)._base_manager.filter(pk=row.pk, **values).exists()
    overwrite(row)
    erase(row)
    assert not type(row)._base_manager.filter(pk=row.pk).exists()


@each_standing
def test_what_is_fictional_is_removed_but_not_changed(
    cast: Cast, make: Make, code: str, values: dict[str, Any]
) -> None:
    row = make(cast.koebenhavn, True, is_fictional=True)
    with refused(code):
        change(row, is_fictional=False)
    with refused(code):
        change(row, **values)
    erase(row)
    assert not type(row)._base_manager.filter(pk=row.pk).exists()


def test_history_is_only_added_to(cast: Cast) -> None:
    record = ChangeRecord.objects.all()[0]
    with refused("history_stands"):
        change(record, reason="En anden")
    with refused("history_stands"):
        erase(record)


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no TRUNCATE")
def test_a_table_with_what_stands_is_not_emptied_at_once(cast: Cast) -> None:
    connection.check_constraints()
    with refused("history_stands"), connection.cursor() as cursor:
        cursor.execute(f'TRUNCATE "{ChangeRecord._meta.db_table}"')


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has no REPLACE")
def test_a_posted_row_is_not_replaced(cast: Cast) -> None:
    row = entry(cast.koebenhavn, True)
    table = Entry._meta.db_table
    with refused("posted_stands"), connection.cursor() as cursor:
        cursor.execute(f'INSERT OR REPLACE INTO "{table}" SELECT * FROM "{table}" WHERE id = %s', [row.pk])


# --- Borders --------------------------------------------------------------------------------------------------------


def rows_of(town: Town) -> dict[type[models.Model], models.Model]:
    """One row of every model that money or access hangs on, all inside the town."""
    home, people = town.municipality, town.people
    strategy = factories.strategy(home, committee=town.committee)
    objective, initiative = factories.objective(strategy), factories.initiative(home, strategy=strategy)
    line, other, indicator = factories.line(home), factories.line(home), factories.indicator(home)
    whole = factories.entry(line, coverage="line", coverage_line=other)
    correction = factories.entry(line, by=people["finance"])
    made: list[models.Model] = [
        writing.save(row, by=None)
        for row in (
            LineInitiative(municipality=home, line=line, initiative=initiative),
            LineRelation(municipality=home, line=line, kind="financed_by", to_line=other),
            EntryPart(municipality=home, entry=whole, label="Løn", value_state="zero", amount_ore=0),
            Transfer(
                municipality=home, from_line=line, to_line=other, year=2018, amount_ore=1, decision_state="adopted"
            ),
            StatedTotal(
                municipality=home, reference="i-alt", label="I alt", line=line, value_state="zero", amount_ore=0
            ),
            InitiativeObjective(municipality=home, initiative=initiative, objective=objective),
            IndicatorObjective(municipality=home, indicator=indicator, objective=objective),
            IndicatorInitiative(municipality=home, indicator=indicator, initiative=initiative),
            Involvement(municipality=home, initiative=initiative, role="owner", body=town.department),
        )
    ]
    report = Report(
        municipality=home,
        reference="rapport",
        title="Status",
        strategy=strategy,
        committee=town.committee,
        as_of=factories.NOON.date(),
        created_by=town.administrator,
    )
    writing.save(report, by=None)
    scope = writing.save(ReportScope(municipality=home, report=report, initiative=initiative), by=None)
    measured = [factories.measurement(indicator, 45), factories.target(indicator, 40)]
    readings = [whole, correction, factories.statement(line), *measured, report, scope]
    memberships = list(Membership.objects.filter(municipality=home, body=town.department))
    return {type(row): row for row in [*made, *reversed(readings), *memberships]}


BORDERS: list[tuple[type[models.Model], str]] = [
    (LineInitiative, "line"),
    (LineInitiative, "initiative"),
    (LineRelation, "line"),
    (LineRelation, "to_line"),
    (Entry, "line"),
    (Entry, "coverage_line"),
    (EntryPart, "entry"),
    (Transfer, "from_line"),
    (Transfer, "to_line"),
    (Statement, "line"),
    (StatedTotal, "line"),
    (InitiativeObjective, "initiative"),
    (InitiativeObjective, "objective"),
    (IndicatorObjective, "indicator"),
    (IndicatorObjective, "objective"),
    (IndicatorInitiative, "indicator"),
    (IndicatorInitiative, "initiative"),
    (Measurement, "indicator"),
    (Target, "indicator"),
    (Involvement, "initiative"),
    (Involvement, "body"),
    (Membership, "body"),
    (ReportScope, "report"),
    (ReportScope, "initiative"),
    (Report, "strategy"),
    (Report, "committee"),
]


def test_no_row_points_across_the_border(cast: Cast) -> None:
    here, there = rows_of(cast.koebenhavn), rows_of(cast.aarhus)
    for model, field in BORDERS:
        row, stranger = here[model], getattr(there[model], f"{field}_id")
        assert stranger, (model, field)
        with refused("other_municipality"):
            change(row, **{f"{field}_id": stranger})
        setattr(row, f"{field}_id", stranger)
        with refused("other_municipality"):
            overwrite(row)
        row.pk = None
        with refused("other_municipality"):
            model._base_manager.bulk_create([row])
        here[model] = model._base_manager.filter(municipality=cast.koebenhavn.municipality)[0]


def test_no_row_moves_to_another_municipality(cast: Cast) -> None:
    aarhus = cast.aarhus.municipality
    for model, row in rows_of(cast.koebenhavn).items():
        with refused("(fixed|other)_municipality"):
            change(row, municipality=aarhus)
        assert model._base_manager.filter(pk=row.pk).exclude(municipality=aarhus).exists()


def test_a_row_with_children_does_not_become_national(cast: Cast) -> None:
    with refused("fixed_municipality"):
        change(cast.koebenhavn.department, municipality=None, kind="national_partner")


def test_everybody_may_point_at_a_national_body(cast: Cast) -> None:
    national = factories.body(None, "Socialstyrelsen", "national_partner")
    for town in (cast.koebenhavn, cast.aarhus):
        initiative = factories.initiative(town.municipality)
        assert factories.owner(initiative, national).body == national


def test_a_national_body_is_not_part_of_a_municipal_one(cast: Cast) -> None:
    national = factories.body(None, "Socialstyrelsen", "national_partner")
    with refused("other_municipality"):
        change(national, parent=cast.koebenhavn.department)


def test_a_row_cannot_come_before_what_it_points_at(cast: Cast) -> None:
    """Otherwise a foreign key, checked at the end of the transaction, would let the other row come from anywhere."""
    line = factories.line(cast.koebenhavn.municipality)
    ahead = LineInitiative(municipality=cast.koebenhavn.municipality, line=line, initiative_id=987_654)
    with refused("other_municipality"):
        LineInitiative._base_manager.bulk_create([ahead])


def test_every_relation_between_tenants_has_its_rule() -> None:
    rules = {(rule.table, rule.event): rule for rule in triggers.all_rules() if rule.code == "other_municipality"}
    fixed = {rule.table for rule in triggers.all_rules() if rule.code == "fixed_municipality"}
    for model in tenant_models():
        if model is ChangeRecord:
            continue
        assert model._meta.db_table in fixed
        for field in tenant_relations(model):
            for event in (triggers.INSERT, triggers.UPDATE):
                assert f"NEW.{field.column} IS NOT NULL" in rules[model._meta.db_table, event].condition


# --- In place -------------------------------------------------------------------------------------------------------


def test_names_fit_both_engines() -> None:
    names = [rule.name for rule in triggers.all_rules()]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 63


def test_a_rule_that_somebody_removed_is_missed_and_comes_back(cast: Cast) -> None:
    rule = next(rule for rule in triggers.all_rules() if rule.table == Entry._meta.db_table)
    assert triggers.missing(connection) == []
    with connection.cursor() as cursor:
        for statement in triggers._dropping(connection, rule.name):
            cursor.execute(statement)
    assert triggers.missing(connection) == [rule]
    triggers.install(connection)
    assert triggers.missing(connection) == []


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no switch for triggers")
def test_a_rule_that_is_switched_off_is_missed(cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f'ALTER TABLE "{Entry._meta.db_table}" DISABLE TRIGGER USER')
    assert {rule.table for rule in triggers.missing(connection)} == {Entry._meta.db_table}


def test_rules_come_back_when_what_was_done_without_them_fails(cast: Cast) -> None:
    with pytest.raises(RuntimeError), triggers.lifted():
        raise RuntimeError
    assert triggers.missing(connection) == []


def test_rules_come_back_when_the_database_refuses_something_else(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), triggers.lifted():
        Municipality.objects.filter(code="0101").update(suppression_threshold=0)
    assert triggers.missing(connection) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_flush_takes_what_stands_and_leaves_the_rules(turn: int) -> None:
    assert not Municipality.objects.exists()
    assert triggers.missing(connection) == []
    town = factories.municipality()
    posted = factories.entry(factories.line(town), by=factories.user("finn@kbh.invalid"))
    with refused("posted_stands"):
        erase(posted)


LATER = """
from django.db import migrations, models

class Migration(migrations.Migration):
    dependencies = [("budgets", "{before}")]
    operations = [
        migrations.AlterField("entry", "note", models.TextField(blank=True, default="")),
        migrations.AlterField("budgetline", "name", models.CharField(max_length=500)),
        migrations.AddField("budgetline", "colour", models.CharField(max_length=10, default="")),
        migrations.RemoveField("budgetline", "colour"),
    ]
"""


@pytest.mark.django_db(transaction=True)
def test_rules_are_in_place_after_tables_are_rebuilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite makes a changed table anew, which takes its triggers away."""
    package = tmp_path / "later_budgets"
    shutil.copytree(ROOT / "budgets" / "migrations", package, ignore=shutil.ignore_patterns("__pycache__"))
    latest = sorted(package.glob("0*.py"))[-1].stem
    (package / "9999_later.py").write_text(LATER.format(before=latest))
    monkeypatch.syspath_prepend(tmp_path)
    posted = factories.entry(factories.line(factories.municipality()), by=factories.user("finn@kbh.invalid"))
    with override_settings(MIGRATION_MODULES={"budgets": "later_budgets"}):
        call_command("migrate", "budgets", verbosity=0)
        try:
            assert triggers.missing(connection) == []
            with refused("posted_stands"):
                change(posted, note="Omskrevet")
            assert BudgetLine.objects.count() == 1
        finally:
            call_command("migrate", "budgets", latest, verbosity=0)
    sys.modules.pop("later_budgets", None)
    assert triggers.missing(connection) == []


def test_the_write_path_says_why_in_words(cast: Cast) -> None:
    posted = entry(cast.koebenhavn, True)
    posted.note = "Omskrevet"
    with pytest.raises(writing.RefusedError, match="En bogført postering står fast"):
        writing.save(posted, by=cast.koebenhavn["finance"])
    with pytest.raises(writing.RefusedError):
        writing.delete_many([posted], by=cast.koebenhavn["finance"])
    assert Body.objects.exists()
