"""At a new council term committees close and successors open in one go; the old ones are still found by their name."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError

from organisation import terms, writing
from organisation.access import Role
from organisation.models import Body, ChangeRecord, Membership
from organisation.terms import Change, CouncilTerm, Fate
from tests import factories
from tests.cast import Cast

TERM = CouncilTerm(2026)


def test_a_term_is_four_years_from_the_first_of_january() -> None:
    day = datetime.date
    assert [terms.term_on(one).name for one in (day(2025, 12, 31), day(2026, 1, 1), day(2029, 12, 31))] == [
        "2022–2025", "2026–2029", "2026–2029",
    ]  # fmt: skip
    assert terms.term_to_prepare(day(2029, 8, 31)).name == "2026–2029"
    assert terms.term_to_prepare(day(2029, 9, 1)).name == "2030–2033"
    assert (TERM.starts_on, TERM.ends_on, TERM.day_before) == (day(2026, 1, 1), day(2029, 12, 31), day(2025, 12, 31))


def members(body: Body) -> dict[str, tuple[datetime.date | None, datetime.date | None]]:
    return {str(one.user): (one.valid_from, one.valid_to) for one in Membership.objects.filter(body=body)}


def test_committees_close_and_open_with_their_members_by_choice(cast: Cast) -> None:
    town, ada = cast.koebenhavn, cast.koebenhavn.administrator
    culture = factories.body(town.municipality, "Kulturudvalget")
    council = factories.body(town.municipality, "Udsatterådet", "advisory_council")
    sports = factories.user("sif@kbh.invalid")
    factories.member(sports, town.municipality, Role.COMMITTEE_MEMBER, culture)
    done = terms.open_term(
        town.municipality, TERM,
        [
            Change(town.committee, Fate.SUCCEEDED, "Social- og Sundhedsudvalget", carries_members=True),
            Change(culture, Fate.SUCCEEDED, "social- og  sundhedsudvalget"),
            Change(council, Fate.CONTINUES),
        ],
        ["Klimaudvalget", "  "], by=ada,
    )  # fmt: skip
    [new, climate] = done.opened
    assert (new.name, climate.name, done.carried) == ("Social- og Sundhedsudvalget", "Klimaudvalget", 1)
    assert (new.reference, new.valid_from, new.valid_to) == (
        "social-og-sundhedsudvalget-2026", TERM.starts_on, TERM.ends_on,
    )  # fmt: skip
    assert set(new.predecessors.all()) == {town.committee, culture}
    town.committee.refresh_from_db()
    assert (town.committee.valid_to, town.committee.name) == (TERM.day_before, "Socialudvalget i København")
    assert members(new) == {"Kim": (TERM.starts_on, None)}
    assert members(town.committee) == {"Kim": (None, TERM.day_before)}
    assert members(culture) == {"Sif": (None, TERM.day_before)}
    council.refresh_from_db()
    assert (council.valid_to, council.successor) == (None, None)
    assert ChangeRecord.objects.of_row(town.committee)[0].reason == "Ny byrådsperiode 2026–2029"
    assert terms.term_of(new) == TERM
    assert [body.name for body in terms.closing_bodies(town.municipality, TERM)] == ["Udsatterådet"]


def test_it_is_all_or_nothing(cast: Cast) -> None:
    town, ada = cast.koebenhavn, cast.koebenhavn.administrator
    before = Body.objects.count()
    with pytest.raises(ValidationError, match="Skriv, hvad afløseren"):
        terms.open_term(town.municipality, TERM, [Change(town.committee, Fate.SUCCEEDED, " ")], ["Ny"], by=ada)
    assert Body.objects.count() == before
    terms.open_term(town.municipality, TERM, [Change(town.committee, Fate.CLOSES)], by=ada)
    with pytest.raises(ValidationError, match="imens lukket"):
        terms.open_term(town.municipality, TERM, [Change(town.committee, Fate.SUCCEEDED, "X")], by=ada)
    assert Body.objects.count() == before
    assert cast.aarhus.committee.valid_to is None


def test_no_committee_is_opened_beside_an_open_one_of_its_name(cast: Cast) -> None:
    town, ada = cast.koebenhavn, cast.koebenhavn.administrator
    culture = factories.body(town.municipality, "Kulturudvalget")
    stays, taken = Change(culture, Fate.CONTINUES), Change(town.committee, Fate.SUCCEEDED, "Kulturudvalget")
    with pytest.raises(ValidationError, match="findes allerede i perioden"):
        terms.open_term(town.municipality, TERM, [stays], ["kulturudvalget"], by=ada)
    with pytest.raises(ValidationError, match="findes allerede i perioden"):
        terms.open_term(town.municipality, TERM, [taken, stays], by=ada)
    # What closes gives its name on, and a department may be called as its committee.
    closes, department = Change(culture, Fate.CLOSES), town.department.name
    done = terms.open_term(town.municipality, TERM, [closes], ["Kulturudvalget", department], by=ada)
    assert [body.name for body in done.opened] == ["Kulturudvalget", department]


def test_nothing_follows_itself(cast: Cast) -> None:
    town = cast.koebenhavn
    new = factories.body(town.municipality, "Nyt udvalg")
    town.committee.successor = new
    writing.save(town.committee, by=None)
    new.successor = town.committee
    with pytest.raises(ValidationError, match="ikke afløse sig selv"):
        writing.save(new, by=None)
    assert Body.objects.with_predecessors(new) == {new.pk, town.committee.pk}


def test_who_works_in_a_successor_changes_what_the_old_department_led(cast: Cast) -> None:
    from initiatives.models import Initiative
    from organisation.models import User

    town = cast.koebenhavn
    old = factories.body(town.municipality, "Det gamle center", "centre")
    new = factories.body(town.municipality, "Det nye center", "centre")
    old.successor = new
    writing.save(old, by=None)
    led = factories.initiative(town.municipality, "Aktiv ven", by=town.administrator)
    factories.owner(led, old)
    person = factories.user("ny@kbh.invalid")
    factories.member(person, town.municipality, Role.CASEWORKER, new)
    assert led in Initiative.objects.editable_by(User.objects.get(pk=person.pk))
    before = factories.user("gammel@kbh.invalid")
    factories.member(before, town.municipality, Role.CASEWORKER, old)
    factories.owner(factories.initiative(town.municipality, "Anden", by=town.administrator), new)
    assert list(Initiative.objects.editable_by(User.objects.get(pk=before.pk))) == [led]
