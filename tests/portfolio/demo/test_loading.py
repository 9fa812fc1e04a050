"""Loading again doubles nothing and takes nothing back from people."""

import pytest
from django.db import models

from budgets.models import Entry, FundingSource
from initiatives.models import Activity, Initiative, InitiativeText, Strategy
from organisation import writing
from organisation.models import ChangeRecord, User
from portfolio.demo.loading import RealDataError, Report, load
from portfolio.demo.sections import all_sections
from tests import factories
from tests.portfolio.demo.conftest import Edit


def counts() -> dict[str, int]:
    kinds: list[type[models.Model]] = [*(section.model for section in all_sections()), ChangeRecord]
    return {model.__name__: model._base_manager.count() for model in kinds}


def somebody() -> User:
    return User.objects.get(email="administrator.roedovre@demo.invalid")


def test_a_second_load_writes_nothing(loaded: Report) -> None:
    before = counts()
    report = load()
    assert counts() == before
    assert (report.created.total(), report.changed.total(), report.kept) == (0, 0, [])
    assert loaded.created["Initiative"] == before["Initiative"] == 36


def test_an_edited_title_survives(loaded: Report) -> None:
    text = InitiativeText.objects.get(initiative__reference="flere-skal-med", heading__number=2)
    initiative = text.initiative
    initiative.title, text.text = "Alle skal med", "Vores egne ord"
    writing.save(initiative, by=somebody())
    writing.save(text, by=somebody())
    report = load()
    assert Initiative.objects.get(pk=initiative.pk).title == "Alle skal med"
    assert InitiativeText.objects.get(pk=text.pk).text == "Vores egne ord"
    assert [line.split(": ", 1)[1] for line in report.kept] == [
        "initiative flere-skal-med: was changed by a person (title)",
        "initiative flere-skal-med: texts 2: was changed by a person (text)",
    ]


def test_an_activity_that_was_renamed_does_not_come_back_under_its_old_name(loaded: Report) -> None:
    activity = Activity.objects.get(title="Folkekøkken")
    activity.title = "Fælleskøkken"
    writing.save(activity, by=somebody())
    before = counts()
    load()
    assert counts() == before
    assert not Activity.objects.filter(title="Folkekøkken").exists()


def test_a_reference_that_was_changed_is_still_found(loaded: Report) -> None:
    strategy = Strategy.objects.get(reference="handleplan")
    strategy.reference = "handleplan-2017"
    writing.save(strategy, by=somebody())
    before = counts()
    load()
    assert counts() == before


def test_what_a_person_deleted_stays_deleted(loaded: Report) -> None:
    writing.delete_many([Activity.objects.get(title="Folkekøkken")], by=somebody())
    before = counts()
    report = load()
    assert counts() == before
    assert [line.endswith("was deleted") for line in report.kept] == [True]


def test_a_changed_file_brings_untouched_rows_up_to_date(loaded: Report, edited: Edit) -> None:
    folder = edited("0167-hvidovre.toml", "Bygger bro til sundhedsvæsenet", "Går med til lægen og bygger bro")
    report = load(folder)
    assert dict(report.changed) == {"Initiative": 1}
    assert Initiative.objects.get(reference="kys-livet").summary.startswith("Går med til lægen og bygger bro")
    record = ChangeRecord.objects.of_row(Initiative.objects.get(reference="kys-livet")).latest("pk")
    assert (list(record.changes), record.reason) == (["summary"], "Demonstrationsdata indlæst")


def test_a_posted_amount_stands_when_the_file_says_another(loaded: Report, edited: Edit) -> None:
    folder = edited("0151-ballerup.toml", 'raw = "288.666"', 'raw = "288.667"')
    report = load(folder)
    assert Entry.objects.get(line__reference="b2", decision_state="proposed").raw == "288.666"
    assert report.kept == [
        "0151-ballerup.toml: budget_line b2: entries 1: is posted or approved and stands (amount_ore, raw)"
    ]


@pytest.mark.slow
def test_a_correction_is_not_loaded_under_an_amount_that_stands_otherwise(loaded: Report, edited: Edit) -> None:
    correction = ', corrections = [{ raw = "1", note = "Tastefejl." }]'
    folder = edited("0151-ballerup.toml", 'raw = "288.666"', f'raw = "288.667"{correction}')
    before = counts()
    report = load(folder)
    assert counts() == before
    assert [line.partition(": entries 1")[2] for line in report.kept] == [
        ": is posted or approved and stands (amount_ore, raw)",
        ": corrections 1: corrects a row that stands otherwise",
    ]


def test_a_real_municipality_among_the_demonstration_stops_a_second_load(loaded: Report) -> None:
    factories.municipality("0461", "Odense")
    with pytest.raises(RealDataError):
        load()


def test_the_pools_belong_to_nobody(loaded: Report) -> None:
    pools = FundingSource.objects.filter(municipality__isnull=True).order_by("reference")
    assert [(pool.name, pool.raw, pool.amount_ore) for pool in pools] == [
        ("Flere skal med", "262,5 mio. kr.", 26_250_000_000),
        ("Værdighedsmilliarden", "1 milliard kr. årligt", 100_000_000_000),
    ]
