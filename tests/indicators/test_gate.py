"""What may be shown of a survey is decided when it is approved, stands, and lets nobody compute what is hidden."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from indicators import gate
from indicators.models import Disclosure, Indicator, Measurement
from organisation import writing
from organisation.models import ChangeRecord, User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def author() -> User:
    return factories.user("ada@kommune.invalid")


@pytest.fixture
def count(author: User) -> Indicator:
    return factories.indicator(factories.municipality(), "Antal på venteliste", by=author, unit="count")


def draft(indicator: Indicator, value: int, subgroup: str = "", **fields: Any) -> Measurement:
    defaults = {"raw": str(value), "effective_text": "2018"}
    return factories.measurement(indicator, value, subgroup=subgroup, **defaults | fields)


def survey(indicator: Indicator, **groups: int) -> dict[str, Measurement]:
    """Drafts of a total and its groups."""
    rows = {"": draft(indicator, sum(groups.values()))}
    return rows | {name: draft(indicator, value, name) for name, value in groups.items()}


def hidden(indicator: Indicator) -> dict[str, str]:
    return {row.subgroup: row.disclosure for row in indicator.measurements.all() if row.hides}


def approve(rows: dict[str, Measurement], by: User) -> None:
    for row in rows.values():
        row.approve(by=by)


def test_a_small_group_takes_the_next_with_it_whoever_is_approved_first(count: Indicator, author: User) -> None:
    rows = survey(count, unge=3, voksne=40, ældre=12)
    approve(dict(reversed(rows.items())), author)
    assert hidden(count) == {"unge": Disclosure.SMALL, "ældre": Disclosure.SECONDARY}
    assert gate.told(count) == []


def test_the_decision_is_in_the_history_with_the_threshold(count: Indicator, author: User) -> None:
    rows = survey(count, unge=3, voksne=40, ældre=12)
    approve(rows, author)
    row = rows["unge"]
    assert row.disclosure_threshold == 5
    record = ChangeRecord.objects.filter(object_id=row.pk, changes__has_key="disclosure").get()
    assert (record.changes["disclosure"][1], record.changes["disclosure_threshold"][1]) == ("small", 5)
    assert record.by == author


def test_what_was_decided_stands_when_the_threshold_moves(count: Indicator, author: User) -> None:
    approve(survey(count, unge=3, voksne=40, ældre=12), author)
    town = count.municipality
    town.suppression_threshold = 1
    writing.save(town, by=author)
    assert set(hidden(count)) == {"unge", "ældre"}


def test_a_draft_is_not_decided_and_shown_to_nobody(count: Indicator) -> None:
    row = draft(count, 40)
    assert (row.disclosure, row.hides) == ("", True)


def test_the_database_takes_no_approved_value_that_the_gate_has_not_seen(count: Indicator, author: User) -> None:
    row = draft(count, 40)
    with pytest.raises(IntegrityError), transaction.atomic():
        Measurement.objects.filter(pk=row.pk).update(**factories.approved(author))


def test_a_value_that_would_tell_another_is_refused_once_the_rest_is_shown(count: Indicator, author: User) -> None:
    for row in (draft(count, 43), draft(count, 40, "voksne")):
        row.approve(by=author)
    late = draft(count, 3, "unge")
    with pytest.raises(ValidationError, match="unge"):
        late.approve(by=author)
    late.refresh_from_db()
    assert not late.is_approved


def test_what_the_source_has_published_is_shown_with_its_reason(count: Indicator, author: User) -> None:
    for row in (draft(count, 43), draft(count, 40, "voksne")):
        row.approve(by=author)
    late = draft(count, 3, "unge", published_reason="Trykt i dagsordenen")
    late.approve(by=author, reason="Kilden er offentlig")
    assert late.disclosure == Disclosure.PUBLISHED
    record = ChangeRecord.objects.filter(object_id=late.pk, changes__has_key="disclosure").get()
    assert record.reason == "Kilden er offentlig"
    assert hidden(count) == {}


def test_the_replacement_of_a_hidden_value_stays_hidden(count: Indicator, author: User) -> None:
    rows = survey(count, unge=3, voksne=40, ældre=12)
    approve(rows, author)
    later = draft(count, 9, "unge", replaces=rows["unge"])
    later.approve(by=author)
    assert later.disclosure == Disclosure.SECONDARY


def test_the_quarters_of_a_year_hide_each_other_where_they_add_up(author: User) -> None:
    town = factories.municipality()
    count = factories.indicator(town, "Henvendelser", by=author, unit="count", aggregation="sum")
    quarters = {f"{n}. kvartal 2018": value for n, value in ((1, 3), (2, 10), (3, 20), (4, 30))}
    rows = [draft(count, value, effective_text=words) for words, value in quarters.items()]
    rows.append(draft(count, 63))
    for row in rows:
        row.approve(by=author)
    assert [row.effective_text for row in rows if row.hides] == ["1. kvartal 2018", "2. kvartal 2018"]


def test_a_baseline_and_its_undated_groups_are_one_table(count: Indicator, author: User) -> None:
    rows = {"": draft(count, 43, is_baseline=True)}
    rows |= {name: draft(count, value, name, effective_text="") for name, value in (("unge", 3), ("voksne", 40))}
    approve(rows, author)
    assert gate.told(count) == []
    assert len(hidden(count)) == 2


def test_what_the_source_hides_itself_is_not_given_away_by_the_rest(count: Indicator, author: User) -> None:
    rows = {"": draft(count, 55), "voksne": draft(count, 40, "voksne"), "ældre": draft(count, 12, "ældre")}
    unknown = Measurement(municipality=count.municipality, indicator=count, subgroup="unge", raw="<5", high=4)
    unknown.qualifier, unknown.effective_text = "up_to", "2018"
    rows["unge"] = writing.save(unknown, by=author)
    approve(rows, author)
    assert hidden(count) == {"unge": Disclosure.SMALL, "ældre": Disclosure.SECONDARY}


def test_0_is_shown_and_so_are_all_of_many(author: User) -> None:
    share = factories.indicator(factories.municipality(), by=author)
    none = factories.measurement(share, 0, subgroup="a", numerator=0, denominator=200)
    every = factories.measurement(share, 100, subgroup="b", numerator=200, denominator=200)
    for row in (none, every):
        row.approve(by=author)
    assert hidden(share) == {}


def test_public_money_is_never_hidden_but_the_pattern_is_there_if_it_turns_out_to_be_people(author: User) -> None:
    town = factories.municipality()
    places = factories.indicator(town, "Pladser", by=author, unit="count", about_citizens=False)
    for row in (draft(places, 43), draft(places, 40, "b"), draft(places, 3, "a")):
        row.approve(by=author)
    assert hidden(places) == {"a": Disclosure.SMALL, "b": Disclosure.SECONDARY}


def test_once_a_value_is_approved_nobody_lifts_what_hides_the_small_ones(count: Indicator, author: User) -> None:
    draft(count, 43)
    assert writing.save(count, by=author).about_citizens
    approve(survey(count, unge=3, voksne=40), author)
    count.about_citizens = False
    with pytest.raises(ValidationError, match="om borgere"):
        writing.save(count, by=author)
    with pytest.raises(IntegrityError, match="stays_about_citizens"), transaction.atomic():
        Indicator.objects.filter(pk=count.pk).update(about_citizens=False)
    count.refresh_from_db()
    assert count.about_citizens


def test_before_the_first_approval_it_may_still_be_said_that_it_is_not_about_citizens(
    count: Indicator, author: User
) -> None:
    draft(count, 3)
    count.about_citizens = False
    assert not writing.save(count, by=author).about_citizens


def test_many_at_once_are_decided_together(count: Indicator, author: User) -> None:
    rows = [
        Measurement(
            municipality=count.municipality,
            indicator=count,
            subgroup=name,
            value=value,
            raw=str(value),
            effective_text="2018",
            **factories.approved(author),
        )
        for name, value in (("", 55), ("unge", 3), ("voksne", 40), ("ældre", 12))
    ]
    writing.save_many(rows, by=author)
    assert set(hidden(count)) == {"unge", "ældre"}


def test_in_the_administration_many_are_approved_at_once_and_a_leak_is_refused_in_words(
    count: Indicator, author: User, client: Client
) -> None:
    manager = factories.user("mona@kommune.invalid")
    factories.member(manager, count.municipality, "manager")
    client.force_login(manager)
    rows = survey(count, unge=3, voksne=40, ældre=12)
    address = reverse("admin:indicators_measurement_changelist")
    client.post(address, {"action": "approve", "_selected_action": [row.pk for row in rows.values()]})
    assert set(hidden(count)) == {"unge", "ældre"}
    assert not Measurement.objects.filter(indicator=count, approval="draft").exists()
    second = {"": draft(count, 23, effective_text="2019"), "voksne": draft(count, 20, "voksne", effective_text="2019")}
    approve(second, author)
    late = draft(count, 3, "unge", effective_text="2019")
    answer = client.post(address, {"action": "approve", "_selected_action": [late.pk]}, follow=True)
    late.refresh_from_db()
    assert not late.is_approved
    assert "unge" in " ".join(str(message) for message in answer.context["messages"])


def test_what_is_printed_below_an_old_threshold_is_counted_with_when_it_has_changed(
    count: Indicator, author: User
) -> None:
    """“<5” goes on telling 1 to 4, also when the municipality hides below 10 or 3 now."""
    approve(survey(count, unge=4, voksne=40, ældre=6), author)
    assert hidden(count) == {"unge": Disclosure.SMALL, "ældre": Disclosure.SECONDARY}
    town = count.municipality
    for threshold in (10, 3):
        town.suppression_threshold = threshold
        writing.save(town, by=author)
        count = Indicator.objects.get(pk=count.pk)
        assert gate.told(count) == []


def test_a_group_that_comes_later_is_hidden_with_what_stands_or_refused(count: Indicator, author: User) -> None:
    approve(survey(count, unge=3, voksne=40, ældre=12), author)
    for name in ("Køn: kvinder", "Køn: mænd"):
        draft(count, 53 if name.endswith("kvinder") else 2, name)
    for row in count.measurements.filter(approval="draft"):
        row.approve(by=author)
    assert {"Køn: mænd", "Køn: kvinder"} <= set(hidden(count))
    assert gate.told(count) == []


def test_a_revision_that_becomes_small_takes_another_with_it(count: Indicator, author: User) -> None:
    rows = survey(count, unge=7, voksne=40, ældre=12)
    approve(rows, author)
    assert hidden(count) == {}
    with pytest.raises(ValidationError, match="unge"):
        draft(count, 3, "unge", replaces=rows["unge"]).approve(by=author)
    draft(count, 55, replaces=rows[""]).approve(by=author)
    count.measurements.get(subgroup="unge", approval="draft").approve(by=author)
    assert hidden(count) == {"": Disclosure.SECONDARY, "unge": Disclosure.SMALL}
    assert gate.told(count) == []
