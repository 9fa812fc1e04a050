"""Two people with the same screen open: neither loses the other's work, and nobody's browser makes up a change."""

from __future__ import annotations

import html
import re
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from budgets.models import Entry
from indicators.models import Indicator
from initiatives.models import Activity, Initiative
from organisation import writing
from organisation.models import ChangeRecord
from tests.world import World, form_of, signed_in


def change(row: Any) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def test_two_who_change_different_fields_of_an_open_screen_both_get_their_way(world: World) -> None:
    town, row = world.cast.koebenhavn, world.ours.initiative
    client = signed_in(town.administrator)
    opened = form_of(client, change(row))
    other = Initiative.objects.get(pk=row.pk)
    other.title = "Rettet imens"
    writing.save(other, by=town["manager"])
    assert client.post(change(row), opened | {"summary": "Skrevet af mig"}).status_code == 302
    stored = Initiative.objects.get(pk=row.pk)
    assert (stored.title, stored.summary) == ("Rettet imens", "Skrevet af mig")


def test_of_two_who_change_the_same_field_of_an_open_screen_the_second_is_told(world: World) -> None:
    town, row = world.cast.koebenhavn, world.ours.initiative
    client = signed_in(town.administrator)
    opened = form_of(client, change(row))
    other = Initiative.objects.get(pk=row.pk)
    other.title = "Rettet imens"
    writing.save(other, by=town["manager"])
    answer = client.post(change(row), opened | {"title": "Mit navn", "summary": "Skrevet af mig"})
    assert answer.status_code == 200
    assert "Rettet imens" in str(answer.context["adminform"].form.errors["title"])
    assert answer.context["adminform"].form["title"].value() == "Mit navn"
    stored = Initiative.objects.get(pk=row.pk)
    assert (stored.title, stored.summary) == ("Rettet imens", row.summary)


@pytest.mark.parametrize(("choice", "title"), [("mine", "Mit navn"), ("theirs", "Rettet imens")])
def test_she_sees_both_versions_and_chooses(world: World, choice: str, title: str) -> None:
    town, row = world.cast.koebenhavn, world.ours.initiative
    client = signed_in(town.administrator)
    opened = form_of(client, change(row)) | {"title": "Mit navn", "summary": "Skrevet af mig"}
    other = Initiative.objects.get(pk=row.pk)
    other.title = "Rettet imens"
    writing.save(other, by=town["manager"])
    page = client.post(change(row), opened).content.decode()
    assert 'name="choose-title"' in page
    assert 'name="saw-title" value="Rettet imens"' in page
    chosen = {"saw-title": "Rettet imens", "choose-title": choice}
    assert client.post(change(row), opened | chosen).status_code == 302
    stored = Initiative.objects.get(pk=row.pk)
    assert (stored.title, stored.summary) == (title, "Skrevet af mig")


def test_a_choice_on_what_has_changed_once_more_is_asked_again(world: World) -> None:
    town, row = world.cast.koebenhavn, world.ours.initiative
    client = signed_in(town.administrator)
    opened = form_of(client, change(row)) | {"title": "Mit navn"}
    for title in ("Rettet imens", "Rettet igen"):
        other = Initiative.objects.get(pk=row.pk)
        other.title = title
        writing.save(other, by=town["manager"])
    chosen = {"saw-title": "Rettet imens", "choose-title": "mine"}
    answer = client.post(change(row), opened | chosen)
    assert "Rettet igen" in str(answer.context["adminform"].form.errors["title"])
    assert Initiative.objects.get(pk=row.pk).title == "Rettet igen"


def test_of_a_choice_from_a_list_the_words_are_shown(world: World) -> None:
    town, row = world.cast.koebenhavn, world.ours.initiative
    client = signed_in(town.administrator)
    opened = form_of(client, change(row)) | {"state": "planned"}
    other = Initiative.objects.get(pk=row.pk)
    other.state = "ongoing"
    writing.save(other, by=town["manager"])
    answer = client.post(change(row), opened)
    assert "<q>i gang</q>" in str(answer.context["adminform"].form.errors["state"])


def test_a_row_in_a_group_is_not_overwritten_either(world: World) -> None:
    town, row = world.cast.koebenhavn, world.ours.initiative
    client = signed_in(town.administrator)
    opened = form_of(client, change(row))
    activity = Activity.objects.filter(initiative=row).first()
    assert activity is not None
    activity.title = "Rettet imens"
    writing.save(activity, by=town["manager"])
    assert client.post(change(row), opened | {"summary": "Skrevet af mig"}).status_code == 302
    assert Activity.objects.get(pk=activity.pk).title == "Rettet imens"


def test_in_a_group_both_versions_are_shown_too(world: World) -> None:
    town, row = world.cast.koebenhavn, world.ours.initiative
    client = signed_in(town.administrator)
    opened = form_of(client, change(row)) | {"activities-0-title": "Mit navn"}
    activity = Activity.objects.filter(initiative=row).first()
    assert activity is not None
    activity.title = "Rettet imens"
    writing.save(activity, by=town["manager"])
    assert 'name="choose-activities-0-title"' in client.post(change(row), opened).content.decode()
    chosen = {"saw-activities-0-title": "Rettet imens", "choose-activities-0-title": "mine"}
    assert client.post(change(row), opened | chosen).status_code == 302
    assert Activity.objects.get(pk=activity.pk).title == "Mit navn"


def test_the_line_ends_of_a_browser_are_no_change(world: World) -> None:
    town, row = world.cast.koebenhavn, world.ours.initiative
    row.summary = "Første linje\nAnden linje"
    writing.save(row, by=town.administrator)
    client, before = signed_in(town.administrator), ChangeRecord.objects.count()
    sent = {
        name: text.replace("\n", "\r\n") if isinstance(text, str) else text
        for name, text in form_of(client, change(row)).items()
    }
    assert "\r\n" in sent["summary"]
    assert client.post(change(row), sent).status_code == 302
    assert Initiative.objects.get(pk=row.pk).summary == "Første linje\nAnden linje"
    assert ChangeRecord.objects.count() == before


def test_half_of_a_figure_is_not_taken_over(world: World) -> None:
    """The unit of one and the amount of the other would make a figure that nobody has typed."""
    town, entry = world.cast.koebenhavn, world.ours.entry
    client = signed_in(town["finance"])
    opened = form_of(client, change(entry))
    other = Entry.objects.get(pk=entry.pk)
    other.amount_ore, other.raw = 200_000_00, ""
    writing.save(other, by=town.administrator)
    typed = opened | {"unit": "mio", "raw": ""}
    answer = client.post(change(entry), typed)
    assert answer.status_code == 200
    assert Entry.objects.get(pk=entry.pk).amount_ore == 200_000_00
    page = answer.content.decode()
    saw = {name: html.unescape(value) for name, value in re.findall(r'name="(saw-[^"]+)" value="([^"]*)"', page)}
    choices = re.findall(r'name="(choose-[^"]+)" value="theirs"', page)
    assert len(choices) == 1
    assert client.post(change(entry), typed | saw | {choices[0]: "theirs"}).status_code == 302
    assert Entry.objects.get(pk=entry.pk).amount_ore == 200_000_00


def test_numbers_of_others_are_taken_over_in_danish(world: World) -> None:
    town, row = world.cast.koebenhavn, world.ours.indicator
    client = signed_in(town.administrator)
    opened = form_of(client, change(row))
    other = Indicator.objects.get(pk=row.pk)
    other.tolerance = Decimal("2.5")
    writing.save(other, by=town["manager"])
    answer = client.post(change(row), opened | {"population": "Voksne"})
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    stored = Indicator.objects.get(pk=row.pk)
    assert (stored.tolerance, stored.population) == (Decimal("2.5"), "Voksne")
