"""Whoever writes what looks like a CPR number beside a value is warned."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests import factories
from tests.world import World, form_of, signed_in


@pytest.mark.parametrize(("note", "warned"), [("Se sagen 070761-4285", True), ("Se sagen fra 2018", False)])
def test_a_note_that_looks_like_a_cpr_number_is_warned_about(world: World, note: str, warned: bool) -> None:
    town = world.cast.koebenhavn
    indicator = factories.indicator(town.municipality, "Ensomhed", by=town.administrator)
    client, add = signed_in(town.administrator), reverse("admin:indicators_target_add")
    data = form_of(client, add) | {"indicator": str(indicator.pk), "figure": "40 %", "kind": "level", "owner": "own"}
    page = client.post(add, data | {"note": note}, follow=True).content.decode()
    assert ("ligner et CPR-nummer" in page) is warned
    assert indicator.targets.get().note == note
