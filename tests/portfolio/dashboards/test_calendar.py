"""The year: what stands in it, what follows from a rhythm, and the address for a calendar program."""

from __future__ import annotations

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from initiatives.models import Event, FollowUpMeasure
from organisation import writing
from organisation.models import Membership
from portfolio.dashboards.ical import escape, feed, fold
from portfolio.dashboards.models import CalendarFeed
from portfolio.overview.calendars import Occasion
from tests import factories
from tests.cast import Cast, Town
from tests.world import signed_in

PAGE = "/0101/aarshjul/"
STAMP = datetime.datetime(2018, 6, 1, 10, tzinfo=datetime.UTC)


def event(town: Town, reference: str, title: str, when: str, **fields: object) -> Event:
    row = Event(municipality=town.municipality, reference=reference, title=title, effective_text=when, **fields)
    return writing.save(row, by=None)


def follow_up(town: Town, title: str, cadence: str, **fields: object) -> FollowUpMeasure:
    initiative = factories.initiative(town.municipality, f"Om {title}", by=town.administrator)
    row = FollowUpMeasure(
        municipality=town.municipality, reference=f"f-{cadence}", title=title, kind="status", cadence=cadence,
        initiative=initiative, **fields,
    )  # fmt: skip
    return writing.save(row, by=None)


def shown(client: Client, year: int) -> list[tuple[str, str]]:
    months = client.get(PAGE, {"year": year}).context["months"]
    return [(when, one.title) for month in months for when, one in month.occasions]


@pytest.mark.django_db
def test_days_that_are_stated_and_days_that_follow_from_a_rhythm(cast: Cast) -> None:
    town = cast.koebenhavn
    event(town, "a", "Møde i udvalget", "12. juni 2018", kind="meeting", body=town.committee)
    event(town, "b", "Uge mod ensomhed", "uge 17 i 2018", kind="event")
    event(town, "c", "Engang", "2018", kind="event")
    follow_up(town, "halvårligt", "half_yearly", period_text="2018-2019")
    follow_up(town, "uvist", "not_stated")
    reader = signed_in(town["reader"])
    assert shown(reader, 2018) == [
        ("23. april 2018 til 29. april 2018", "Uge mod ensomhed"),
        ("12. juni 2018", "Møde i udvalget"),
        ("30. juni 2018", "halvårligt"),
        ("31. december 2018", "halvårligt"),
    ]
    page = reader.get(PAGE, {"year": 2018})
    assert [one.title for one in page.context["undated"]] == ["Engang", "uvist"]
    assertContains(page, "(efter hyppigheden)", count=2)
    assert [title for _when, title in shown(reader, 2020)] == []


@pytest.mark.django_db
def test_nonsense_for_a_year_is_this_year(cast: Cast) -> None:
    reader = signed_in(cast.koebenhavn["reader"])
    for year in ("abc", "0001", "99999", "٢٠١٨"):
        assert reader.get(PAGE, {"year": year}).context["year"] == timezone.localdate().year


@pytest.fixture
def address(cast: Cast) -> str:
    return new_address(signed_in(cast.koebenhavn["reader"]))


def new_address(client: Client) -> str:
    page = client.post(f"{PAGE}adresse", follow=True).content.decode()
    found = re.search(r"/kalender/[\w-]+\.ics", page)
    assert found is not None
    return found[0]


@pytest.mark.django_db
def test_the_address_needs_no_sign_in_is_shown_once_and_kept_as_a_checksum(cast: Cast, address: str) -> None:
    year = timezone.localdate().year
    event(cast.koebenhavn, "a", "Møde", f"12. juni {year}", kind="meeting")
    answer = Client().get(address)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"DTSTART;VALUE=DATE:{year}0612\r\n" in answer.content.decode()
    assert "UID:event-a@0101.pejlemaerke\r\n" in answer.content.decode()
    reader = signed_in(cast.koebenhavn["reader"])
    assertNotContains(reader.get(PAGE), "/kalender/")
    token = address.removeprefix("/kalender/").removesuffix(".ics")
    assert token not in CalendarFeed.objects.get().token_sha256


@pytest.mark.django_db
def test_it_shows_what_its_user_may_see_and_ends_with_her_membership(cast: Cast, address: str) -> None:
    year, town = timezone.localdate().year, cast.koebenhavn
    draft = factories.initiative(town.municipality, "Hemmelig kladde")
    row = FollowUpMeasure(
        municipality=town.municipality, reference="h", title="Hemmelig opfølgning", kind="status", cadence="yearly",
        initiative=draft, period_text=str(year),
    )  # fmt: skip
    writing.save(row, by=None)
    event(cast.aarhus, "x", "Møde i Aarhus", f"1. juni {year}", kind="meeting")
    staff = new_address(signed_in(town.administrator))
    assert "Hemmelig opfølgning" in Client().get(staff).content.decode()
    read = Client().get(address).content.decode()
    assert "Hemmelig" not in read
    assert "Aarhus" not in read
    Membership.objects.filter(user=town["reader"]).update(valid_to=datetime.date(2020, 1, 1))
    assert Client().get(address).status_code == 404


@pytest.mark.django_db
def test_a_new_address_and_a_withdrawal_end_the_old_one(cast: Cast, address: str) -> None:
    reader = signed_in(cast.koebenhavn["reader"])
    newer = new_address(reader)
    assert [Client().get(one).status_code for one in (address, newer)] == [404, 200]
    assertContains(reader.post(f"{PAGE}luk", follow=True), "Kalenderens adresse virker ikke længere.")
    assert Client().get(newer).status_code == 404
    assert Client().get("/kalender/gaet.ics").status_code == 404


def occasion(title: str, **fields: object) -> Occasion:
    day = datetime.date(2018, 6, 12)
    usual: dict[str, object] = {"uid": "a@0101", "start": day, "end": day, "kind": "meeting", "kind_words": "Møde"}
    usual |= {"title": title, "detail": "", "url": ""}
    return Occasion(**usual | fields)  # type: ignore[arg-type]


def test_text_cannot_break_out_of_its_line() -> None:
    evil = "Kaffe, te; kage\\\r\nBEGIN:VEVENT\x00\x1b"
    assert escape(evil) == "Kaffe\\, te\\; kage\\\\\\nBEGIN:VEVENT"
    lines = feed("År", [occasion(evil)], STAMP, "https://x.invalid").decode().split("\r\n")
    assert lines.count("BEGIN:VEVENT") == 1


def test_no_line_is_longer_than_75_octets_and_unfolded_it_is_what_it_was() -> None:
    title = "Ældre på Ærø " * 30 + "🎉" * 40
    content = feed("År", [occasion(title)], STAMP, "https://x.invalid")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    for line in content.split(b"\r\n"):
        line.decode()
    assert f"SUMMARY:Møde: {title}" in content.decode().replace("\r\n ", "")
    assert fold("a" * 75) == b"a" * 75 + b"\r\n"


def test_a_whole_day_ends_on_the_day_after_its_last() -> None:
    one = occasion("Uge", end=datetime.date(2018, 6, 30))
    content = feed("År", [one], STAMP, "https://x.invalid").decode()
    assert "DTSTART;VALUE=DATE:20180612\r\nDTEND;VALUE=DATE:20180701\r\n" in content
    assert content.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert content.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
