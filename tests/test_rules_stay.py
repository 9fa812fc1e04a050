"""The rules of the database stay: what is removed or switched off is missed, and comes back."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import override_settings

from budgets.models import BudgetLine, Entry
from organisation import triggers
from organisation.models import Municipality
from tests import factories
from tests.cast import Cast
from tests.refusing import change, erase, refused

ROOT = Path(__file__).resolve().parent.parent


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
