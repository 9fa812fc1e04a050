"""The cast that the other tests rely on is what it says."""

from initiatives.models import Initiative
from tests import factories
from tests.cast import Cast


def test_each_sees_the_initiatives_of_their_own_town_and_readers_only_approved_ones(cast: Cast) -> None:
    ada = cast.koebenhavn.administrator
    draft = factories.initiative(cast.koebenhavn.municipality)
    approved = factories.initiative(cast.koebenhavn.municipality, by=ada)
    for role, user in cast.koebenhavn.people.items():
        expected = {approved} if role in ("committee_member", "reader") else {draft, approved}
        assert set(Initiative.objects.visible_to(user)) == expected, role
    for user in [*cast.aarhus.people.values(), cast.operator, cast.stranger]:
        assert not Initiative.objects.visible_to(user)


def test_the_caseworker_edits_what_the_own_department_owns(cast: Cast) -> None:
    theirs = factories.initiative(cast.koebenhavn.municipality)
    factories.owner(theirs, cast.koebenhavn.department)
    factories.initiative(cast.koebenhavn.municipality, "En anden afdelings")
    assert list(Initiative.objects.editable_by(cast.koebenhavn["caseworker"])) == [theirs]
