"""The audit is silent about a database that is right, and finds every kind of wrong that can be planted in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import OperationalError, connection, models, transaction, utils

from budgets.models import BodyBudget, BudgetLine, Entry, EntryPart, LineInitiative, StatedTotal, Statement, Transfer
from indicators.models import Indicator, Measurement, Target
from initiatives.models import Initiative, Objective, StatusUpdate, Strategy
from organisation import triggers, writing
from organisation.models import Body, ChangeRecord, Membership, Provenance, User
from portfolio.audit import CHECKS, Finding, audit
from portfolio.management.commands.audit import one_view
from portfolio.reports.models import Report
from tests import factories
from tests.cast import Cast, make_cast
from tests.furnished import PDF, furnish


@pytest.fixture(autouse=True)
def own_files(settings: Any, tmp_path: Path) -> None:
    storages = {name: dict(value) for name, value in settings.STORAGES.items()}
    storages["default"]["OPTIONS"] = {"location": tmp_path, "base_url": None}
    settings.STORAGES = storages


@pytest.fixture
def world(cast: Cast) -> Cast:
    for town in (cast.koebenhavn, cast.aarhus):
        furnish(town)
    return cast


@contextmanager
def nothing_refused() -> Iterator[None]:
    """No trigger and no check constraint of the tables that the tests plant wrong rows in."""
    with triggers.lifted(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = ON")
        else:
            connection.check_constraints()
            for model in (Entry, Transfer, Measurement, StatusUpdate, Report):
                for constraint in model._meta.constraints:
                    if isinstance(constraint, models.CheckConstraint):
                        name = constraint.name
                        cursor.execute(f'ALTER TABLE "{model._meta.db_table}" DROP CONSTRAINT IF EXISTS "{name}"')
        yield
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = OFF")


def errors() -> set[tuple[str, str]]:
    return {(finding.rule, finding.row.split()[0]) for finding in audit() if finding.is_error}


def notes() -> list[Finding]:
    return [finding for finding in audit() if not finding.is_error]


def change(model: type[models.Model], values: dict[str, Any], **which: Any) -> None:
    """Exactly one row, as somebody with the database in hand would."""
    row = model._base_manager.filter(**which).order_by("pk")[0]
    model._base_manager.filter(pk=row.pk).update(**values)


def test_a_database_that_is_right_gives_nothing(world: Cast) -> None:
    assert list(audit()) == []


def other(cast: Cast, model: type[models.Model]) -> models.Model:
    return model._base_manager.filter(municipality=cast.aarhus.municipality).order_by("pk")[0]


def again(cast: Cast, entry: Entry) -> None:
    entry.note = "Omskrevet"
    writing.save(entry, by=cast.koebenhavn["finance"])


def rename_file(cast: Cast) -> None:
    report = Report.objects.order_by("pk")[0]
    report.pdf.storage.delete(report.pdf.name or "")


def rewrite_file(cast: Cast) -> None:
    report = Report.objects.order_by("pk")[0]
    name = report.pdf.name or ""
    report.pdf.storage.delete(name)
    report.pdf.storage.save(name, ContentFile(PDF + b" nyt"))


def stand_under_itself(cast: Cast) -> None:
    below = Objective.objects.filter(parent__isnull=False).order_by("pk")[0]
    change(Objective, {"parent": below}, pk=below.parent_id)


def unspecified(cast: Cast, day: date = date(2018, 3, 31), decision: str = "adopted") -> Entry:
    entry = factories.entry(BudgetLine.objects.order_by("pk")[0], 5)
    change(
        Entry,
        {"kind": "unspecified_change", "effective_start": day, "year": 2018, "decision_state": decision},
        pk=entry.pk,
    )
    return entry


Plant = Callable[[Cast], object]
PLANTED: list[tuple[str, str, Plant]] = [
    (
        "other_municipality",
        "budgets.LineInitiative",
        lambda cast: change(LineInitiative, {"initiative": other(cast, Initiative)}),
    ),
    ("other_municipality", "budgets.Entry", lambda cast: change(Entry, {"line": other(cast, BudgetLine)})),
    (
        "other_municipality",
        "organisation.Membership",
        lambda cast: change(Membership, {"body": cast.aarhus.department}, body__isnull=False),
    ),
    (
        "other_municipality",
        "organisation.Body",
        lambda cast: change(
            Body, {"parent": cast.aarhus.department}, pk=factories.body(None, "SST", "national_partner").pk
        ),
    ),
    (
        "other_municipality",
        "organisation.Provenance",
        lambda cast: change(Provenance, {"object_id": other(cast, Initiative).pk}),
    ),
    (
        "other_municipality",
        "organisation.ChangeRecord",
        lambda cast: change(
            ChangeRecord, {"municipality": cast.aarhus.municipality}, object_label__startswith="Aktiv ven"
        ),
    ),
    ("row_is_gone", "organisation.Provenance", lambda cast: change(Provenance, {"object_id": 987_654})),
    ("not_as_recorded", "budgets.Entry", lambda cast: change(Entry, {"amount_ore": 123})),
    ("not_as_recorded", "budgets.EntryPart", lambda cast: change(EntryPart, {"label": "Andet"})),
    ("not_as_recorded", "budgets.Transfer", lambda cast: change(Transfer, {"amount_ore": 123})),
    ("not_as_recorded", "budgets.BodyBudget", lambda cast: change(BodyBudget, {"as_of": date(2018, 2, 1)})),
    ("not_as_recorded", "budgets.Statement", lambda cast: change(Statement, {"as_of": date(2018, 1, 1)})),
    ("not_as_recorded", "indicators.Measurement", lambda cast: change(Measurement, {"value": 12})),
    ("not_as_recorded", "indicators.Target", lambda cast: change(Target, {"value": 12})),
    ("gate_not_asked", "indicators.Measurement", lambda cast: change(Measurement, {"disclosure": ""})),
    (
        "small_count_can_be_computed",
        "indicators.Measurement",
        lambda cast: change(Measurement, {"disclosure": "shown"}, subgroup="Kvinder"),
    ),
    ("not_as_recorded", "initiatives.StatusUpdate", lambda cast: change(StatusUpdate, {"progress_light": "blue"})),
    ("changed_after", "budgets.Entry", lambda cast: again(cast, Entry.objects.order_by("pk")[0])),
    (
        "no_history",
        "budgets.Statement",
        lambda cast: ChangeRecord.objects.filter(changes__has_key="posted_at").delete(),
    ),
    ("posted_by_nobody", "budgets.Transfer", lambda cast: change(Transfer, {"posted_by": None})),
    ("posted_by_nobody", "budgets.Entry", lambda cast: change(Entry, {"posted_by": None})),
    ("approved_by_nobody", "initiatives.Strategy", lambda cast: change(Strategy, {"approved_by": None})),
    ("approved_by_nobody", "initiatives.StatusUpdate", lambda cast: change(StatusUpdate, {"approved_at": None})),
    ("approved_by_nobody", "indicators.Indicator", lambda cast: change(Indicator, {"approved_at": None})),
    ("amount_does_not_fit", "budgets.Entry", lambda cast: change(Entry, {"amount_ore": None})),
    ("amount_does_not_fit", "budgets.Entry", lambda cast: change(Entry, {"value_state": "zero"})),
    ("correction_of_nothing", "budgets.Entry", lambda cast: change(Entry, {"corrects": None}, kind="correction")),
    (
        "correction_elsewhere",
        "budgets.Entry",
        lambda cast: change(Entry, {"line": factories.line(cast.koebenhavn.municipality)}, kind="correction"),
    ),
    (
        "correction_of_draft",
        "budgets.Entry",
        lambda cast: change(Entry, {"posted_at": None, "posted_by": None}, kind="original"),
    ),
    (
        "closed_year_changed",
        "budgets.Entry",
        lambda cast: change(
            Entry, {"effective_start": date(2019, 2, 1), "decision_state": "adopted", "year": 2018}, kind="original"
        ),
    ),
    (
        "closed_year_changed",
        "budgets.Transfer",
        lambda cast: change(Transfer, {"effective_start": date(2030, 1, 1), "decision_state": "adopted"}),
    ),
    ("unspecified_outside_its_year", "budgets.Entry", lambda cast: unspecified(cast, date(2017, 3, 31))),
    ("unspecified_not_adopted", "budgets.Entry", lambda cast: unspecified(cast, decision="proposed")),
    ("unspecified_twice", "budgets.Entry", lambda cast: [unspecified(cast) for _again in range(2)]),
    ("transfer_does_not_balance", "budgets.Transfer", lambda cast: change(Transfer, {"amount_ore": -5})),
    ("transfer_to_nowhere", "budgets.Transfer", lambda cast: change(Transfer, {"to_line": None})),
    (
        "transfer_to_itself",
        "budgets.Transfer",
        lambda cast: change(Transfer, {"to_line": Transfer.objects.order_by("pk")[0].from_line}),
    ),
    ("parts_exceed_amount", "budgets.Entry", lambda cast: change(EntryPart, {"amount_ore": 1_000_000})),
    ("parts_exceed_amount", "budgets.Entry", lambda cast: change(EntryPart, {"amount_ore": -50_000})),
    ("circle", "initiatives.Objective", stand_under_itself),
    (
        "circle",
        "organisation.Body",
        lambda cast: change(Body, {"successor": cast.aarhus.department}, pk=cast.aarhus.department.pk),
    ),
    (
        "objective_of_two_strategies",
        "initiatives.Objective",
        lambda cast: change(
            Objective, {"strategy": factories.strategy(cast.koebenhavn.municipality)}, parent__isnull=False
        ),
    ),
    ("snapshot_changed", "reports.Report", lambda cast: change(Report, {"snapshot": '{"title":"Andet"}'})),
    ("pdf_is_gone", "reports.Report", rename_file),
    ("pdf_changed", "reports.Report", rewrite_file),
    ("derived_column_is_stale", "initiatives.Initiative", lambda cast: change(Initiative, {"search_key": "x"})),
    ("derived_column_is_stale", "initiatives.Strategy", lambda cast: change(Strategy, {"period_end": None})),
    ("derived_column_is_stale", "organisation.User", lambda cast: change(User, {"email": "ADA@kbh.invalid"})),
    ("words_not_understood", "initiatives.Strategy", lambda cast: change(Strategy, {"period_text": "2018-2017"})),
]


# Of the kinds of checks one each, and every circle.
A_FEW = [
    ("other_municipality", "budgets.Entry"),
    ("not_as_recorded", "budgets.Entry"),
    ("circle", "initiatives.Objective"),
    ("circle", "organisation.Body"),
    ("pdf_changed", "reports.Report"),
    ("derived_column_is_stale", "initiatives.Strategy"),
]


@pytest.mark.parametrize("which", [A_FEW, pytest.param(None, marks=pytest.mark.slow)], ids=["a few", "all"])
@pytest.mark.once
def test_each_planted_wrong_is_found(world: Cast, which: list[tuple[str, str]] | None) -> None:
    """One after the other in the same world, each undone before the next."""
    overlooked = []
    planted = [one for one in PLANTED if which is None or one[:2] in which]
    assert which is None or len(planted) == len(which)
    with nothing_refused():
        for rule, row, plant in planted:
            with transaction.atomic():
                plant(world)
                if (rule, row) not in errors():
                    overlooked.append((rule, row))
                transaction.set_rollback(True)
    assert overlooked == []


def test_every_rule_has_a_planted_wrong() -> None:
    """The names of the rules, as the checks' code spells them."""
    source = "".join(path.read_text() for path in Path(audit.__code__.co_filename).parent.glob("*.py"))
    planted = {rule for rule, _row, _plant in PLANTED} - {"other_municipality"}
    for rule in planted:
        assert f'"{rule}"' in source
    assert source.count("wrong(") - source.count("def wrong(") <= len(planted) + 4


def test_a_rule_missing_in_the_database_is_found(world: Cast) -> None:
    triggers.remove(connection)
    assert {rule for rule, _row in errors()} == {"missing_trigger"}


def test_a_rest_that_parts_leave_is_only_noted(world: Cast) -> None:
    with nothing_refused():
        change(EntryPart, {"amount_ore": 10_000}, label="Løn")
    assert [finding.sentence for finding in notes()] == ["Dens dele er 500\u00a0kr. af 1.000\u00a0kr.."]


def test_a_printed_total_that_differs_is_only_noted(world: Cast) -> None:
    total = StatedTotal.objects.order_by("pk")[0]
    total.amount_ore = 100_000
    writing.save(total, by=None)
    assert [finding.rule for finding in audit()] == ["stated_total_differs"]
    assert "50\u00a0kr." in notes()[0].sentence


def test_groups_that_do_not_make_the_total_are_only_noted(world: Cast) -> None:
    indicator = Indicator.objects.order_by("pk")[0]
    share: dict[str, Any] = {"subgroup": "Andet", "numerator": 1, "denominator": 9, "effective_text": "2017"}
    factories.measurement(indicator, 11, by=world.koebenhavn["manager"], **share)
    assert [finding.rule for finding in audit()] == ["groups_differ_from_total"]
    assert "(92, 111)" in notes()[0].sentence


def test_the_command_ends_with_0_and_says_how_much_it_looked_at(
    world: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("audit")
    assert capsys.readouterr().out == f"{len(CHECKS)} kontroller udført, 0 fejl.\n"


def test_the_command_ends_with_1_and_names_row_and_rule(world: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    with nothing_refused():
        change(Transfer, {"amount_ore": 123})
    with pytest.raises(SystemExit) as ended:
        call_command("audit")
    assert ended.value.code == 1
    transfer = Transfer.objects.order_by("pk")[0]
    assert f"FEJL not_as_recorded: budgets.Transfer {transfer.pk} “" in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_nothing_can_be_written_while_it_looks() -> None:
    make_cast()
    with pytest.raises((OperationalError, utils.InternalError)), one_view():
        User.objects.filter(name="Oda").update(name="Olga")
    assert User.objects.get(email="oda@drift.invalid").name == "Oda"
    call_command("audit")
