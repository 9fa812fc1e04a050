"""The same twice is refused on both engines, also where the rows differ only in links that are empty."""

import pytest
from django.db import IntegrityError

from organisation.models import Body, Membership
from tests import factories
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_a_person_has_a_role_without_a_department_only_once(cast: Cast) -> None:
    town = cast.koebenhavn
    again = Membership(municipality=town.municipality, user=town.administrator, role="administrator")
    with pytest.raises(IntegrityError):
        Membership.objects.bulk_create([again])


def test_a_national_partner_has_a_reference_of_its_own() -> None:
    factories.body(None, "KORA", "national_partner")
    reference = Body.objects.get().reference
    with pytest.raises(IntegrityError):
        Body.objects.bulk_create([Body(name="VIVE", kind="national_partner", reference=reference)])
