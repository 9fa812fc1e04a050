"""A button and an action of a list are done to the rows as their user saw them."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.urls import reverse

from budgets.models import Entry, EntryPart
from initiatives.models import StatusUpdate
from organisation import writing
from organisation.access import Role
from tests.world import World, signed_in

LIST = "admin:budgets_entry_changelist"


def mark_on(client: Any, address: str) -> str:
    """What the page carries of what it shows."""
    found = re.search(r'name="seen" value="([^"]*)"', client.get(address).content.decode())
    assert found is not None
    return html.unescape(found[1])


def is_posted(entry: Entry) -> bool:
    return Entry.objects.get(pk=entry.pk).is_posted


def mend(entry: Entry, ore: int = 999_900) -> None:
    other = Entry.objects.get(pk=entry.pk)
    other.amount_ore = ore
    writing.save(other, by=None)


def test_what_somebody_changed_since_it_was_seen_is_not_posted(world: World) -> None:
    client, entry = signed_in(world.cast.koebenhavn[Role.FINANCE]), world.ours.entry
    screen = reverse("admin:budgets_entry_change", args=[entry.pk])
    post, rows = reverse("admin:budgets_entry_verb", args=[entry.pk, "post"]), reverse(LIST)
    on_screen, on_list = mark_on(client, screen), mark_on(client, rows)
    mend(entry)
    sent = [(post, {"seen": on_screen}), (rows, {"seen": on_list, "action": "post", "_selected_action": [entry.pk]})]
    for address, data in sent:
        assert "ændret dette, siden du så det" in client.post(address, data, follow=True).content.decode()
    assert not is_posted(entry)
    client.post(post, {"seen": mark_on(client, screen)})
    assert is_posted(entry)


def test_a_button_pressed_again_says_that_it_is_done_and_shows_the_row(world: World) -> None:
    finance, entry = world.cast.koebenhavn[Role.FINANCE], world.ours.entry
    client, post = signed_in(finance), reverse("admin:budgets_entry_verb", args=[entry.pk, "post"])
    said = {"seen": mark_on(client, reverse("admin:budgets_entry_change", args=[entry.pk]))}
    assert client.post(post, said).status_code == 302
    again = client.post(post, said)
    assert again.status_code == 400
    assert "“Bogfør” kan ikke gøres her nu; måske er det gjort allerede. Intet er gjort." in again.content.decode()
    assert 'verb/post/"' not in again.content.decode()
    assert signed_in(world.cast.koebenhavn[Role.CASEWORKER]).post(post, said).status_code == 403


def test_nor_is_it_when_a_part_under_it_is_new(world: World) -> None:
    client, entry = signed_in(world.cast.koebenhavn[Role.FINANCE]), world.ours.entry
    before = mark_on(client, reverse("admin:budgets_entry_change", args=[entry.pk]))
    part = EntryPart(municipality=entry.municipality, entry=entry, label="Løn", value_state="value", amount_ore=5)
    writing.save(part, by=None)
    client.post(reverse("admin:budgets_entry_verb", args=[entry.pk, "post"]), {"seen": before})
    assert not is_posted(entry)


def test_the_list_posts_what_it_showed(world: World) -> None:
    client, entry = signed_in(world.cast.koebenhavn[Role.FINANCE]), world.ours.entry
    data = {"seen": mark_on(client, reverse(LIST)), "action": "post", "_selected_action": [entry.pk]}
    client.post(reverse(LIST), data)
    assert is_posted(entry)


def test_what_is_changed_between_reading_and_writing_is_not_taken_over(world: World) -> None:
    row = Entry.objects.get(pk=world.ours.entry.pk)
    mend(row)
    writing.only_as_read(row)
    with pytest.raises(writing.ChangedMeanwhileError):
        row.post(by=world.cast.koebenhavn[Role.FINANCE])
    assert not is_posted(row)


def test_a_screen_that_can_only_be_read_says_nothing_of_saving(world: World) -> None:
    client, update = signed_in(world.cast.koebenhavn.administrator), world.ours.statusupdate
    screen = reverse("admin:initiatives_statusupdate_change", args=[update.pk])
    assert "Gem først dine ændringer" in client.get(screen).content.decode()
    StatusUpdate.objects.get(pk=update.pk).submit(by=world.cast.koebenhavn[Role.CASEWORKER])
    page = client.get(screen).content.decode()
    assert 'id="next-step"' in page
    assert "Gem først dine ændringer" not in page
