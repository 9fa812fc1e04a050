"""What is approved follows a merge unchanged; of one day one reading counts; figures of two definitions never meet."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from indicators.models import Indicator, Measurement
from initiatives.models import Initiative, InitiativeObjective, Objective, StatusUpdate, Strategy
from organisation import writing
from organisation.access import Role
from organisation.models import ChangeRecord, User
from portfolio import overview
from portfolio.merging.choosing import KEPT, OTHER
from portfolio.merging.planning import plan
from tests import factories
from tests.portfolio.merging.test_merging import TODAY, merge, wrong
from tests.world import World, signed_in


@pytest.fixture
def twice(world: World) -> Initiative:
    """Approved twice, each with a status of its own day and one of the first of March."""
    carl, ada = world.cast.koebenhavn[Role.CASEWORKER], world.cast.koebenhavn.administrator
    twin = factories.initiative(world.ours.town.municipality, "Indsats Valby", by=ada, reference="tvilling")
    factories.status_update(twin, carl, approved_by=ada, as_of=datetime.date(2018, 3, 1), text="Set fra den anden.")
    factories.status_update(twin, carl, approved_by=ada, as_of=datetime.date(2018, 5, 20), text="Den nyeste.")
    return twin


def shown(world: World) -> Any:
    ada = User.objects.get(pk=world.cast.koebenhavn.administrator.pk)
    return overview.initiative_sheet(ada, Initiative.objects.get(pk=world.ours.initiative.pk), TODAY)


def march(initiative: Initiative) -> list[str]:
    day = datetime.date(2018, 3, 1)
    return list(StatusUpdate.objects.filter(initiative=initiative, as_of=day).values_list("text", flat=True))


@pytest.mark.parametrize(("choice", "counts"), [(KEPT, "Det går efter planen."), (OTHER, "Set fra den anden.")])
def test_both_series_go_on_and_the_latest_is_the_current(
    world: World, twice: Initiative, choice: str, counts: str
) -> None:
    kept, ada, faults = world.ours.initiative, world.cast.koebenhavn.administrator, wrong()
    [day] = plan(kept, twice).days
    assert "1. marts 2018" in day.label
    assert "Set fra den anden. (Carl)" in day.other
    with pytest.raises(ValidationError, match="Vælg for hver forskel"):
        merge(kept, twice, ada, **{day.name: ""})
    merge(kept, twice, ada, **{day.name: choice})
    assert march(kept) == [counts]
    assert len(march(twice)) == 1, "the other is kept, with the row that was merged"
    newest = StatusUpdate.objects.filter(initiative=kept).approved_as_of(TODAY)[0]
    assert (newest.text, newest.as_of) == ("Den nyeste.", datetime.date(2018, 5, 20))
    assert "Den nyeste." in str(shown(world))
    assert wrong() == faults


def test_an_approved_status_is_moved_by_nothing_else(world: World, twice: Initiative) -> None:
    status = StatusUpdate.objects.filter(initiative=twice).latest("as_of")
    for change in ({"initiative": world.ours.initiative}, {"text": "Pyntet"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            StatusUpdate.objects.filter(pk=status.pk).update(**change)
    merge(world.ours.initiative, twice, world.cast.koebenhavn.administrator)
    with pytest.raises(IntegrityError), transaction.atomic():
        StatusUpdate.objects.filter(pk=status.pk).update(initiative=twice, text="Pyntet")
    with pytest.raises(IntegrityError), transaction.atomic():
        StatusUpdate.objects.filter(pk=status.pk).update(initiative=world.ours.draft)


def test_two_bodies_with_whole_budgets_of_one_day(world: World) -> None:
    town, ada = world.cast.koebenhavn, world.cast.koebenhavn.administrator
    double = factories.body(town.municipality, "Soc.udv.", "committee")
    factories.body_budget(double, 7_000_000, by=ada)
    later = factories.body_budget(double, 8_000_000, by=ada, as_of=datetime.date(2018, 4, 1))
    [day] = plan(town.committee, double).days
    merge(town.committee, double, ada, **{day.name: OTHER})
    budgets = type(later).objects.filter(body=town.committee).counting(as_of=datetime.date(2018, 3, 1))
    first = budgets.first()
    assert first is not None
    assert first.amount_ore == 700_000_000
    later.refresh_from_db()
    assert later.body == town.committee


def test_a_strategy_takes_over_the_tree_and_what_stands_in_it(world: World) -> None:
    home, ada, kept = world.ours.town.municipality, world.cast.koebenhavn.administrator, world.ours.strategy
    double = factories.strategy(home, "Strategi Valby", by=ada, reference="dobbelt")
    top = factories.objective(double, "Tema", position=1)
    leaf = factories.objective(double, "Under temaet", parent=top, position=2)
    factories.objective(double, str(world.ours.objective.title), position=3)
    factories.under(world.ours.draft, leaf)
    stood = factories.initiative(home, "Stod i den anden", strategy=double)
    looked = plan(kept, double)
    assert "Mål for Valby" in looked.notes[0]
    merge(kept, double, ada)
    assert Initiative.objects.get(pk=stood.pk).strategy == kept
    tree = list(Objective.objects.filter(strategy=kept).order_by("position").values_list("title", flat=True))
    assert tree == ["Mål for Valby", "Tema", "Under temaet", "Mål for Valby"]
    assert Objective.objects.get(pk=leaf.pk).parent == top
    assert InitiativeObjective.objects.filter(objective=leaf).exists()
    assert "Strategi Valby" in Strategy.objects.get(pk=kept.pk).aliases.splitlines()
    assert double not in Strategy.objects.visible_to(ada)
    client = signed_in(ada)
    for path in ("strategier/dobbelt/", "strategier/dobbelt/regneark"):
        answer = client.get(f"/0101/{path}")
        assert answer.headers["Location"] == f"/0101/{path}".replace("dobbelt", kept.reference)
        assert client.get(answer.headers["Location"]).status_code == 200
    assert client.get("/0101/?strategy=dobbelt").context["filters"].data["strategy"] == kept.reference


# --- Indicators -------------------------------------------------------------------------------------------------------


@pytest.fixture
def same(world: World) -> Indicator:
    ada = world.cast.koebenhavn.administrator
    row = factories.indicator(world.ours.town.municipality, "Andel i Valby (ny)", by=ada, reference="andel-ny")
    factories.measurement(row, 41, by=ada, effective_text="2019")
    factories.measurement(row, 43, by=ada, effective_text="2018")
    return row


def years(indicator: Indicator) -> list[tuple[str, int]]:
    rows = Measurement.objects.filter(indicator=indicator, approval="approved").order_by("effective_start", "pk")
    return [(row.effective_text, int(row.value or 0)) for row in rows]


def test_values_of_both_make_one_series_and_what_both_say_is_held_once(world: World, same: Indicator) -> None:
    kept, ada, faults = world.ours.indicator, world.cast.koebenhavn.administrator, wrong()
    assert plan(kept, same).refusals == ()
    merge(kept, same, ada, name=KEPT)
    assert years(kept) == [("2018", 43), ("2019", 41)]
    assert years(same) == [("2018", 43)], "what was approved is not thrown away"
    assert same not in Indicator.objects.visible_to(ada)
    answer = signed_in(ada).get("/0101/indikatorer/andel-ny/")
    assert answer.headers["Location"] == f"/0101/indikatorer/{kept.reference}/"
    assert wrong() == faults


def test_of_two_that_say_the_same_the_one_that_says_more_counts(world: World, same: Indicator) -> None:
    kept, ada = world.ours.indicator, world.cast.koebenhavn.administrator
    factories.measurement(kept, 39, by=ada, effective_text="2020")
    factories.measurement(same, 39, by=ada, effective_text="2020", n=400, design="sample")
    merge(kept, same, ada)
    [row] = Measurement.objects.filter(indicator=kept, effective_text="2020")
    assert row.n == 400


def test_values_of_one_day_that_disagree_are_refused_with_the_day_and_the_way_out(
    world: World, same: Indicator
) -> None:
    kept, ada = world.ours.indicator, world.cast.koebenhavn.administrator
    value = factories.measurement(same, 51, by=ada, effective_text="2017")
    factories.measurement(kept, 50, by=ada, effective_text="2017")
    [refusal] = plan(kept, same).refusals
    assert "Måling, 2017: de to er uenige, 50 % og 51 %" in refusal
    assert "Ret" in refusal
    factories.measurement(same, 50, by=ada, effective_text="2017", replaces=value)
    merge(kept, same, ada)
    assert years(kept) == [("2017", 50), ("2018", 43), ("2019", 41)]
    assert years(same) == [("2017", 51), ("2017", 50), ("2018", 43)], "the replaced one stays with what replaced it"


def test_targets_of_one_aim_that_disagree_are_refused(world: World, same: Indicator) -> None:
    ada = world.cast.koebenhavn.administrator
    factories.target(same, 35, by=ada, period_text="2022")
    factories.target(world.ours.indicator, 30, by=ada, period_text="2022")
    [refusal] = plan(world.ours.indicator, same).refusals
    assert "Måltal, 2022: de to er uenige" in refusal


def test_two_baselines_are_refused(world: World, same: Indicator) -> None:
    ada = world.cast.koebenhavn.administrator
    for row, value, year in ((same, 48, "2015"), (world.ours.indicator, 47, "2016")):
        factories.measurement(row, value, by=ada, effective_text=year, is_baseline=True)
    [refusal] = plan(world.ours.indicator, same).refusals
    assert "2016: 47 % / 2015: 48 %" in refusal or "2015: 48 % / 2016: 47 %" in refusal


@pytest.mark.parametrize(
    ("field", "mine", "theirs"),
    [
        ("question", "Føler du dig ensom?", "Er du tilfreds?"),
        ("population", "Borgere over 65", "Borgere over 80"),
        ("unit", "percent", "count"),
        ("better", "lower", "higher"),
        ("aggregation", "none", "sum"),
    ],
)
def test_what_is_measured_in_another_way_is_not_one_series(
    world: World, same: Indicator, field: str, mine: str, theirs: str
) -> None:
    kept, ada = world.ours.indicator, world.cast.koebenhavn.administrator
    for row, words in ((kept, mine), (same, theirs)):
        setattr(row, field, words)
        writing.save(row, by=ada)
    [refusal] = plan(kept, same).refusals
    assert "er ikke det samme" in refusal
    with pytest.raises(ValidationError, match="er ikke det samme"):
        merge(kept, same, ada)


def test_a_definition_that_only_one_says_is_pointed_out_and_small_words_are_no_difference(
    world: World, same: Indicator
) -> None:
    kept, ada = world.ours.indicator, world.cast.koebenhavn.administrator
    kept.question, same.question, kept.population = "Føler du dig ensom?", "føler du dig  ensom", "Borgere over 65"
    for row in (kept, same):
        writing.save(row, by=ada)
    looked = plan(kept, same)
    assert looked.refusals == ()
    assert "population" in looked.notes[0]


def test_hidden_counts_are_not_told_by_putting_two_together(world: World) -> None:
    home, ada = world.ours.town.municipality, world.cast.koebenhavn.administrator
    counts: dict[str, Any] = {"unit": "count", "better": "higher", "aggregation": "sum"}
    parts = factories.indicator(home, "Antal", by=ada, **counts)
    whole = factories.indicator(home, "Antal", by=ada, **counts)
    for group, value in (("Mænd", 3), ("Kvinder", 40)):
        factories.measurement(parts, value, by=ada, effective_text="2018", subgroup=group)
    factories.measurement(whole, 43, by=ada, effective_text="2018")
    before = ChangeRecord.objects.count()
    with pytest.raises(ValidationError, match="små tal"):
        merge(parts, whole, ada)
    assert ChangeRecord.objects.count() == before


def test_the_preview_names_what_both_say_and_what_one_should_know(world: World, same: Indicator) -> None:
    kept, ada = world.ours.indicator, world.cast.koebenhavn.administrator
    kept.population = "Borgere over 65"
    writing.save(kept, by=ada)
    address = f"/0101/dubletter/?slags=indikator&keep={kept.pk}&other={same.pk}"
    page = signed_in(ada).get(address).content.decode()
    assert "Andel i Valby (ny) 43 %</span>" in page
    assert "oplyser: population" in page
