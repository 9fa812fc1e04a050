"""Whoever writes what looks like a CPR number beside a value is warned."""

from __future__ import annotations

from django.urls import reverse

from tests import factories
from tests.world import World, form_of, signed_in


def test_a_note_that_looks_like_a_cpr_number_is_asked_about(world: World) -> None:
    town = world.cast.koebenhavn
    indicator = factories.indicator(town.municipality, "Ensomhed", by=town.administrator)
    client, add = signed_in(town.administrator), reverse("admin:indicators_target_add")
    data = form_of(client, add) | {"indicator": str(indicator.pk), "figure": "40 %", "kind": "level", "owner": "own"}
    page = client.post(add, data | {"note": "Se sagen 070761-4285"}).content.decode()
    assert "ligner et CPR-nummer" in page
    assert not indicator.targets.exists()
    assert client.post(add, data | {"note": "Se sagen fra 2018"}).status_code == 302
    assert indicator.targets.get().note == "Se sagen fra 2018"
