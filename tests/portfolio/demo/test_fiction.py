"""What is made up is marked, can be left out, and can be taken out again without touching anything else."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import models

from budgets.models import BudgetLine, Entry, Statement
from indicators.models import Indicator, Measurement
from initiatives.models import StatusUpdate
from organisation import writing
from organisation.models import Action, ChangeRecord, Provenance, User
from portfolio.demo.loading import LOADER_EMAIL, Report, load
from portfolio.demo.removal import fictional_models
from tests import factories


def fictional() -> dict[str, int]:
    found = {model.__name__: model._base_manager.filter(is_fictional=True).count() for model in fictional_models()}
    return {name: count for name, count in found.items() if count}


def kept() -> dict[str, set[int]]:
    models_of_tenants: list[type[models.Model]] = [*fictional_models(), Provenance]
    return {
        model.__name__: set(model._base_manager.filter(is_fictional=False).values_list("pk", flat=True))
        for model in models_of_tenants
    }


def test_statements_statuses_and_adopted_budgets_are_all_fiction(loaded: Report) -> None:
    assert not Statement.objects.filter(is_fictional=False).exists()
    assert not StatusUpdate.objects.filter(is_fictional=False).exists()
    assert not Entry.objects.filter(is_fictional=False, decision_state="adopted").exists()
    assert {entry.decision_state for entry in Entry.objects.filter(is_fictional=True)} == {"adopted"}


def test_four_municipalities_have_a_trend_and_a_status_of_each_colour(loaded: Report) -> None:
    updates = StatusUpdate.objects.filter(state="approved")
    assert {update.municipality.code for update in updates} == {"0101", "0151", "0175", "0751"}
    assert {light for update in updates for light in update.lights} == {"green", "yellow", "red", "grey", "blue"}
    for code in ("0101", "0151", "0175", "0751"):
        indicators = Indicator.objects.filter(municipality__code=code)
        assert any(indicator.measurements.of_the_whole().count() > 1 for indicator in indicators)


def test_a_forecast_is_missing_and_a_line_is_income(loaded: Report) -> None:
    lines = BudgetLine.objects.filter(municipality__code="0101")
    forecast = Statement.objects.filter(kind="forecast", year=2018).values("line")
    assert [line.code for line in lines.exclude(pk__in=forecast)] == ["SO17"]
    assert lines.get(direction="income").entries.filter(amount_ore__lt=0).count() == 2


def test_the_second_measurement_says_of_how_many(loaded: Report) -> None:
    later = Measurement.objects.get(indicator__reference="oplever-at-vaere-ensomme", is_fictional=True)
    assert (later.raw, later.n, later.invited, later.design) == ("43 %", 1850, 3200, "sample")


def test_it_is_taken_out_exactly_and_the_history_keeps_it(loaded: Report) -> None:
    before, stays = fictional(), kept()
    out = StringIO()
    call_command("remove_fictional", stdout=out)
    assert fictional() == {}
    assert kept() == stays
    removed = ChangeRecord.objects.filter(action=Action.DELETED, reason="Fiktive data fjernet")
    assert removed.count() == sum(before.values())
    assert {record.by.email for record in removed if record.by} == {LOADER_EMAIL}
    assert out.getvalue().endswith(f"{sum(before.values())} fictional rows removed\n")


def test_it_can_come_back(loaded: Report) -> None:
    before = fictional()
    call_command("remove_fictional", stdout=StringIO())
    load()
    assert fictional() == before


def test_nothing_is_removed_while_something_of_a_persons_depends_on_it(loaded: Report) -> None:
    before = fictional()
    line = BudgetLine.objects.get(reference="fiktiv-fondstilskud")
    writing.save(factories.statement(line, by=None), by=None)
    with pytest.raises(CommandError, match="depends on a fictional row"):
        call_command("remove_fictional")
    assert fictional() == before


def test_the_remover_must_exist(loaded: Report) -> None:
    with pytest.raises(CommandError, match=r"There is no user nobody@example\.invalid"):
        call_command("remove_fictional", "--by", "nobody@example.invalid")
    assert User.objects.filter(email=LOADER_EMAIL, is_active=False).exists()
