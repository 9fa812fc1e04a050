"""What a choice offers is what fits it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from organisation import writing
from organisation.models import Body, BodyKind
from tests import factories
from tests.cast import Cast
from tests.world import form_of, signed_in

pytestmark = pytest.mark.django_db


def test_a_strategy_is_adopted_by_a_committee_or_the_council_and_no_department(cast: Cast) -> None:
    town = cast.koebenhavn
    council = Body(municipality=town.municipality, reference="br", name="Borgerrepræsentationen", kind=BodyKind.COUNCIL)
    writing.save(council, by=town.administrator)
    answer = signed_in(town.administrator).get(reverse("admin:initiatives_strategy_add"))
    offered = {label for value, label in answer.context["adminform"].form.fields["committee"].choices if value}
    assert offered == {str(town.committee), str(council)}


def test_a_department_that_an_older_strategy_names_is_kept(cast: Cast) -> None:
    town = cast.koebenhavn
    strategy = factories.strategy(town.municipality, "Ældre strategi", committee=town.department)
    client, address = signed_in(town.administrator), reverse("admin:initiatives_strategy_change", args=[strategy.pk])
    assert client.post(address, form_of(client, address) | {"note": "Set igennem"}).status_code == 302
    strategy.refresh_from_db()
    assert (strategy.committee, strategy.note) == (town.department, "Set igennem")
