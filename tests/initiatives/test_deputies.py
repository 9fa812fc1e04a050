"""A deputy may change what the absent leads from the first day to the last, and nothing before or after."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from initiatives.handing_over import hand_over
from initiatives.models import Initiative, InitiativeText, Involvement
from organisation import writing
from organisation.access import Role
from organisation.models import Absence, ChangeRecord, Membership, User
from portfolio.overview.status_round import status_round
from tests import factories
from tests.cast import Cast


def day(offset: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=offset)


def away(cast: Cast, first: int, last: int, **fields: User) -> Absence:
    people = {"user": cast.koebenhavn[Role.MANAGER], "deputy": cast.koebenhavn[Role.FINANCE]} | fields
    return writing.save(
        Absence(municipality=cast.koebenhavn.municipality, starts_on=day(first), ends_on=day(last), **people), by=None
    )


def as_now(user: User) -> User:
    return User.objects.get(pk=user.pk)


@pytest.fixture
def led(cast: Cast) -> Initiative:
    """By the manager by name; she also manages the department."""
    town = cast.koebenhavn
    found = factories.initiative(town.municipality, "Aktiv ven", by=town.administrator)
    factories.owner(found, user=town[Role.MANAGER])
    factories.text(found, factories.heading(town.municipality))
    factories.owner(factories.initiative(town.municipality, "En andens", by=town.administrator), user=town[Role.READER])
    return found


@pytest.mark.parametrize(
    ("first", "last", "stands_in"),
    [(0, 0, True), (-3, 0, True), (0, 3, True), (-3, 3, True), (-3, -1, False), (1, 3, False)],
)
def test_the_rights_follow_the_days(cast: Cast, led: Initiative, first: int, last: int, stands_in: bool) -> None:
    away(cast, first, last)
    finn = as_now(cast.koebenhavn[Role.FINANCE])
    assert list(Initiative.objects.editable_by(finn)) == ([led] if stands_in else [])
    assert InitiativeText.objects.editable_by(finn).exists() == stands_in
    assert bool(finn.access.stands_in_for) == stands_in
    shown = status_round(finn, cast.koebenhavn.municipality, timezone.localdate())
    [row] = [one for one in shown.rows if one.title == "Aktiv ven"]
    assert (row.is_mine, bool(row.url)) == (stands_in, stands_in)
    assert row.deputy_text.startswith("Du er stedfortræder for Mona") == stands_in


def test_it_gives_no_other_right_of_the_absent(cast: Cast, led: Initiative) -> None:
    away(cast, 0, 0)
    finn = as_now(cast.koebenhavn[Role.FINANCE])
    assert finn.access.approves == frozenset()
    assert finn.access.managed_whole == frozenset()
    assert not Initiative.objects.approvable_by(finn).exists()
    assert not Absence.objects.editable_by(finn).exists()


def test_what_the_absents_department_leads_comes_along(cast: Cast) -> None:
    town = cast.koebenhavn
    of_department = factories.initiative(town.municipality, "Afdelingens", by=town.administrator)
    factories.owner(of_department, town.department)
    away(cast, 0, 0, user=town[Role.CASEWORKER])
    assert list(Initiative.objects.editable_by(as_now(town[Role.FINANCE]))) == [of_department]


def test_who_has_lost_her_role_gives_nothing_and_who_has_lost_hers_gets_nothing(cast: Cast, led: Initiative) -> None:
    town = cast.koebenhavn
    away(cast, -3, 3)
    for role in (Role.MANAGER, Role.FINANCE):
        membership = Membership.objects.get(user=town[role])
        membership.valid_to = day(-1)
        writing.save(membership, by=None)
        assert not Initiative.objects.editable_by(as_now(town[Role.FINANCE])).exists()
        membership.valid_to = None
        writing.save(membership, by=None)
    assert Initiative.objects.editable_by(as_now(town[Role.FINANCE])).exists()


def test_an_absence_in_one_municipality_gives_nothing_in_another(cast: Cast) -> None:
    town, other = cast.koebenhavn, cast.aarhus
    mona, finn = town[Role.MANAGER], town[Role.FINANCE]
    for person in (mona, finn):
        factories.member(person, other.municipality, Role.CASEWORKER, other.department)
    theirs = factories.initiative(other.municipality, "Aarhus' egen", by=other.administrator)
    factories.owner(theirs, user=mona)
    away(cast, 0, 0)
    assert theirs not in Initiative.objects.editable_by(as_now(finn))


@pytest.mark.parametrize("other", ["reader", "stranger", "themselves", "away"])
def test_a_deputy_is_somebody_who_works_there_and_is_there(cast: Cast, other: str) -> None:
    town = cast.koebenhavn
    people = {"reader": town[Role.READER], "stranger": cast.aarhus.administrator, "themselves": town[Role.MANAGER]}
    if other == "away":
        away(cast, 2, 5, user=town[Role.CASEWORKER])
    with pytest.raises(ValidationError):
        away(cast, 0, 2, deputy=people.get(other, town[Role.CASEWORKER]))


def test_one_is_away_once_at_a_time(cast: Cast) -> None:
    away(cast, 0, 2)
    with pytest.raises(ValidationError, match="allerede et fravær"):
        away(cast, 2, 4)
    away(cast, 3, 4)


# --- Leaving --------------------------------------------------------------------------------------------------------


def test_whoever_leaves_hands_all_over_in_one_step(cast: Cast, led: Initiative) -> None:
    town, ada = cast.koebenhavn, cast.koebenhavn.administrator
    mona, carl = town[Role.MANAGER], town[Role.CASEWORKER]
    twice = factories.initiative(town.municipality, "Begge", by=ada)
    ended = factories.initiative(town.municipality, "Slut", by=ada, state="completed")
    for one, person in ((twice, mona), (twice, carl), (ended, mona)):
        factories.owner(one, user=person)
    standing_in = away(cast, 1, 5, user=town[Role.FINANCE], deputy=mona)
    hand_over(mona, carl, town.municipality, by=ada, today=day(0), ends_on=day(30))
    assert set(Involvement.objects.filter(user=carl).values_list("initiative", flat=True)) == {led.pk, twice.pk}
    assert Involvement.objects.filter(initiative=twice).count() == 1
    assert list(Involvement.objects.filter(user=mona).values_list("initiative", flat=True)) == [ended.pk]
    standing_in.refresh_from_db()
    assert standing_in.deputy == carl
    assert Membership.objects.get(user=mona).valid_to == day(30)
    record = ChangeRecord.objects.of_row(Involvement.objects.get(initiative=led))[0]
    assert record.reason == "Overdraget fra Mona til Carl"


def test_a_handing_over_that_cannot_be_is_none(cast: Cast, led: Initiative) -> None:
    town = cast.koebenhavn
    mona = town[Role.MANAGER]
    membership = Membership.objects.get(user=mona)
    membership.valid_from = day(0)
    writing.save(membership, by=None)
    with pytest.raises(ValidationError, match="“Mona: leder, København” begynder først"):
        hand_over(mona, town[Role.CASEWORKER], town.municipality, by=mona, today=day(0), ends_on=day(-9))
    assert Involvement.objects.get(initiative=led).user == mona
    with pytest.raises(ValidationError, match="Vælg en anden"):
        hand_over(mona, mona, town.municipality, by=mona, today=day(0), ends_on=None)


def test_nobody_takes_over_being_her_own_deputy(cast: Cast, led: Initiative) -> None:
    town = cast.koebenhavn
    mona, carl = town[Role.MANAGER], town[Role.CASEWORKER]
    away(cast, 1, 2, user=town[Role.FINANCE], deputy=mona)
    own = away(cast, 3, 5, user=carl, deputy=mona)
    with pytest.raises(ValidationError, match="Mona er stedfortræder for Carl") as refused:
        hand_over(mona, carl, town.municipality, by=town.administrator, today=day(0), ends_on=None)
    assert str(own) in refused.value.messages[0]
    assert Involvement.objects.get(initiative=led).user == mona
    assert set(Absence.objects.values_list("deputy", flat=True)) == {mona.pk}


def test_a_role_that_ends_earlier_is_not_prolonged_by_handing_over(cast: Cast, led: Initiative) -> None:
    town = cast.koebenhavn
    mona, carl = town[Role.MANAGER], town[Role.CASEWORKER]
    earlier = factories.member(mona, town.municipality, Role.FINANCE, valid_to=day(5))
    later = factories.member(mona, town.municipality, Role.READER, valid_to=day(90))
    hand_over(mona, carl, town.municipality, by=town.administrator, today=day(0), ends_on=day(30))
    assert Membership.objects.get(pk=earlier.pk).valid_to == day(5)
    assert Membership.objects.get(pk=later.pk).valid_to == day(30)
    assert Membership.objects.get(user=mona, role=Role.MANAGER).valid_to == day(30)
