"""What each role changes: one's own, one's department's, and the money; and from when to when."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from budgets.models import Entry
from indicators.models import IndicatorInitiative
from initiatives.models import (
    Involvement,
)
from organisation import writing
from organisation.access import NO_ACCESS, Access, access_of
from organisation.models import User
from tests import factories
from tests.cast import Cast
from tests.organisation.seeing import FINANCE, MANAGER, READER, edits, sees

# --- One's own initiatives ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "theirs"),
    [("owner", True), ("deputy", True), ("respondent", True), ("contact", False), ("partner", False)],
)
def test_a_caseworker_changes_the_initiatives_that_are_theirs(cast: Cast, role: str, theirs: bool) -> None:
    town, carl = cast.koebenhavn, cast.koebenhavn["caseworker"]
    initiative = factories.initiative(town.municipality)
    assert not edits(carl, initiative)
    writing.save(Involvement(municipality=town.municipality, initiative=initiative, role=role, user=carl), by=None)
    assert edits(carl, initiative) == theirs
    text = factories.text(initiative, factories.heading(town.municipality))
    update = factories.status_update(initiative, carl)
    assert edits(carl, text) == edits(carl, update) == theirs


def test_a_caseworker_changes_what_departments_below_their_own_have(cast: Cast) -> None:
    town, carl = cast.koebenhavn, cast.koebenhavn["caseworker"]
    centre = factories.body(town.municipality, "Hjemløseenheden", "centre", parent=town.department)
    team = factories.body(town.municipality, "Et hold", "group", parent=centre)
    beside = factories.body(town.municipality, "Sundhed", "department")
    below, other = factories.initiative(town.municipality), factories.initiative(town.municipality)
    factories.owner(below, team)
    factories.owner(other, beside)
    assert edits(carl, below)
    assert not edits(carl, other)


def test_a_manager_of_a_department_changes_only_its_initiatives(cast: Cast) -> None:
    town = cast.koebenhavn
    chief = factories.user("chef@kbh.invalid")
    factories.member(chief, town.municipality, MANAGER, town.department)
    theirs, other = factories.initiative(town.municipality), factories.initiative(town.municipality)
    factories.owner(theirs, town.department)
    assert edits(chief, theirs)
    assert not edits(chief, other)
    assert edits(town["manager"], other)


def test_a_caseworker_changes_the_indicators_of_their_initiatives(cast: Cast) -> None:
    town, carl = cast.koebenhavn, cast.koebenhavn["caseworker"]
    theirs, other = factories.indicator(town.municipality), factories.indicator(town.municipality)
    initiative = factories.initiative(town.municipality)
    factories.owner(initiative, user=carl)
    link = IndicatorInitiative(municipality=town.municipality, indicator=theirs, initiative=initiative)
    writing.save(link, by=None)
    assert edits(carl, theirs)
    assert edits(carl, factories.measurement(theirs, 45))
    assert not edits(carl, other)


def test_being_a_caseworker_elsewhere_gives_nothing_here(cast: Cast) -> None:
    """Acarl of Aarhus reads in København; that an initiative here names him does not let him change it."""
    acarl = cast.aarhus["caseworker"]
    factories.member(acarl, cast.koebenhavn.municipality, READER)
    initiative = factories.initiative(cast.koebenhavn.municipality, by=cast.koebenhavn["manager"])
    factories.owner(initiative, user=acarl)
    assert sees(acarl, initiative)
    assert not edits(acarl, initiative)
    assert not sees(acarl, factories.initiative(cast.koebenhavn.municipality))


def test_money_of_ones_own_initiative_is_the_finance_officers(cast: Cast) -> None:
    town, carl = cast.koebenhavn, cast.koebenhavn["caseworker"]
    initiative = factories.initiative(town.municipality)
    factories.owner(initiative, user=carl)
    line = factories.line(town.municipality, initiative)
    entry = factories.entry(line)
    assert not edits(carl, line)
    assert not edits(carl, entry)
    assert edits(town["finance"], entry)
    assert not edits(town["finance"], initiative)
    assert Entry.objects.editable_by(town["manager"]).count() == 0


# --- People ---------------------------------------------------------------------------------------------------------


def test_a_membership_counts_from_its_first_day_to_its_last(cast: Cast) -> None:
    today, day = timezone.localdate(), datetime.timedelta(days=1)
    initiative = factories.initiative(cast.koebenhavn.municipality)
    spans = {
        (None, None): True,
        (today, None): True,
        (None, today): True,
        (today + day, None): False,
        (None, today - day): False,
    }
    for number, ((first, last), counts) in enumerate(spans.items()):
        user = factories.user(f"nr{number}@kbh.invalid")
        factories.member(user, cast.koebenhavn.municipality, FINANCE, valid_from=first, valid_to=last)
        assert sees(user, initiative) == counts, (first, last)


def test_two_roles_add_up(cast: Cast) -> None:
    town, rie = cast.koebenhavn, cast.koebenhavn["reader"]
    line = factories.line(town.municipality)
    assert not sees(rie, line)
    factories.member(rie, town.municipality, FINANCE)
    assert edits(User.objects.get(pk=rie.pk), line)


def test_who_is_not_signed_in_or_not_active_has_no_access(cast: Cast) -> None:
    away = factories.user("gaaet@kbh.invalid", is_active=False, is_operator=True)
    assert access_of(AnonymousUser()) == access_of(away) == NO_ACCESS
    assert Access() == NO_ACCESS
    assert not NO_ACCESS.works_in_admin


def test_access_is_asked_for_once(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    user = User.objects.get(pk=cast.koebenhavn["caseworker"].pk)
    with django_assert_num_queries(2):
        access_of(user)
    with django_assert_num_queries(0):
        access_of(user)
