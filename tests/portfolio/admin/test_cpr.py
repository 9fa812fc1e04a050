"""A CPR-like number in any text of any screen warns before it is saved; whoever has looked may save it."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from initiatives.models import Initiative, InitiativeText
from tests.world import World, form_of, signed_in

TEXT = "Borgeren 010190-1234 er flyttet ind."


def test_it_warns_at_the_field_and_keeps_what_was_typed(world: World) -> None:
    client, row = signed_in(world.cast.koebenhavn.administrator), world.ours.initiative
    address = reverse("admin:initiatives_initiative_change", args=[row.pk])
    typed = form_of(client, address) | {"summary": TEXT}
    answer = client.post(address, typed)
    form = answer.context["adminform"].form
    assert "CPR-nummer" in str(form.errors["summary"])
    assert form["summary"].value() == TEXT
    assert Initiative.objects.get(pk=row.pk).summary == row.summary
    assert client.post(address, typed | {"no-person-row": "on"}).status_code == 302
    assert Initiative.objects.get(pk=row.pk).summary == TEXT


@pytest.mark.slow
def test_it_warns_of_a_row_in_a_group_too(world: World) -> None:
    client, row = signed_in(world.cast.koebenhavn.administrator), world.ours.initiative
    address = reverse("admin:initiatives_initiative_change", args=[row.pk])
    typed = form_of(client, address) | {"texts-0-text": TEXT}
    page = client.post(address, typed).content.decode()
    assert "CPR-nummer" in page
    # What is wrong is listed on top, with a way to its place.
    assert re.search(r'pm-wrong-fields"><li><a href="#id_texts-0-text">[^<]+</a></li></ul>', page)
    assert page.count('name="no-person-texts-0"') == 1
    assert client.post(address, typed | {"no-person-texts-0": "on"}).status_code == 302
    assert InitiativeText.objects.filter(initiative=row, text=TEXT).exists()
