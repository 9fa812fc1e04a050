"""The year: what stands in it, what follows from a rhythm, and the address for a calendar program."""

from __future__ import annotations

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.text import slugify
from pytest_django.asserts import assertContains, assertNotContains

from initiatives.models import Event, FollowUpMeasure
from organisation import writing
from organisation.models import Membership
from portfolio.dashboards.ical import escape, feed, fold
from portfolio.dashboards.models import CalendarFeed
from portfolio.overview.calendars import Occasion
from portfolio.reports.models import Report
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


def parsed(content: bytes) -> list[tuple[str, dict[str, str]]]:
    """(component, its properties) of a calendar, as RFC 5545 has it: unfolded, each line a name and a value."""
    text = content.decode().replace("\r\n ", "")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    found: list[tuple[str, dict[str, str]]] = []
    open_ones: list[tuple[str, dict[str, str]]] = []
    for line in text.removesuffix("\r\n").split("\r\n"):
        name, value = re.split(":", line, maxsplit=1)
        if name == "BEGIN":
            open_ones.append((value, {}))
        elif name == "END":
            found.append(open_ones.pop())
            assert found[-1][0] == value
        else:
            assert name not in open_ones[-1][1]
            open_ones[-1][1][name] = value
    assert not open_ones
    return found


def test_every_component_has_what_the_standard_asks_of_it_also_in_a_year_without_anything() -> None:
    several = [occasion("Ét", is_proposed=True), occasion("To", uid="b@0101", is_fictional=True, url="/0101/x/")]
    for occasions in ([], several):
        components = parsed(feed("År", occasions, STAMP, "https://x.invalid"))
        events = [own for name, own in components if name == "VEVENT"]
        [calendar] = [own for name, own in components if name == "VCALENDAR"]
        assert {"VERSION", "PRODID"} <= calendar.keys()
        assert len(components) > 1
        assert len({own["UID"] for own in events}) == len(occasions)
        assert all(re.fullmatch(r"\d{8}T\d{6}Z", own["DTSTAMP"]) for own in events)
    assert [own["STATUS"] for own in events] == ["TENTATIVE", "CONFIRMED"]
    assert [own["SUMMARY"] for own in events] == ["Møde: Ét", "Møde: To (fiktiv)"]
    assert events[1]["URL"] == "https://x.invalid/0101/x/"


def report(town: Town, title: str, **fields: object) -> Report:
    said: dict[str, object] = {"title": title, "as_of": STAMP.date(), "meeting_on": datetime.date(2018, 6, 12)}
    row = Report(
        municipality=town.municipality, reference=slugify(title), committee=town.committee,
        created_by=town.administrator, **said | fields,
    )  # fmt: skip
    return writing.save(row, by=None)


@pytest.mark.django_db
def test_a_meeting_stands_once_however_many_reports_versions_and_notes_there_are_of_it(cast: Cast) -> None:
    town = cast.koebenhavn
    first = report(town, "Status")
    report(town, "Status, rettet", corrects=first, version=2)
    report(town, "Sag om boliger")
    staff = signed_in(town.administrator)
    [(_when, one)] = staff.get(PAGE, {"year": 2018}).context["months"][5].occasions
    assert (one.title, one.told) == (town.committee.name, "Status, rettet; Sag om boliger")
    committee = f"/0101/udvalg/{town.committee.reference}/"
    assert one.body_page == committee
    assert one.uid == f"meeting-{town.committee.reference}-2018-06-12@0101.pejlemaerke"
    event(town, "a", "Møde i udvalget", "12. juni 2018", kind="meeting", body=town.committee)
    [(_when, one)] = staff.get(PAGE, {"year": 2018}).context["months"][5].occasions
    assert (one.title, one.uid) == ("Møde i udvalget", "event-a@0101.pejlemaerke")
    assert one.told == f"{town.committee.name}, Status, rettet; Sag om boliger"
    page = signed_in(town["reader"]).get(PAGE, {"year": 2018})
    assert page.context["months"][5].occasions[0][1].told == town.committee.name
    assertContains(page, f'<a href="{committee}">{town.committee.name}</a>')


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["nittenhundrede", "1066", "20181", "２０１８"])
def test_a_year_that_cannot_be_shown_is_said_and_this_year_is_shown(cast: Cast, asked: str) -> None:
    page = signed_in(cast.koebenhavn["reader"]).get(PAGE, {"year": asked})
    this_year = timezone.localdate().year
    assertContains(page, f"“{asked}” er ikke et år fra 1990 til 2100. Året {this_year} vises.")
    assertNotContains(signed_in(cast.koebenhavn["reader"]).get(PAGE), "er ikke et år")


@pytest.mark.django_db
def test_before_whom_something_comes_is_a_link(cast: Cast) -> None:
    town = cast.koebenhavn
    measure = follow_up(town, "Status", "half_yearly", recipient=town.committee)
    reader, committee = signed_in(town["reader"]), f"/0101/udvalg/{town.committee.reference}/"
    link = f'<a href="{committee}">'
    assertContains(reader.get(PAGE, {"year": 2018}), f"{link}forelægges {town.committee.name}</a>")
    assert measure.initiative is not None
    page = reader.get(measure.initiative.get_absolute_url())
    assertContains(page, f'<a href="{committee}" lang="da">{town.committee.name}</a>')


def days_of(content: bytes) -> dict[str, str]:
    return {own["UID"]: own["DTSTART;VALUE=DATE"] for name, own in parsed(content) if name == "VEVENT"}


@pytest.mark.django_db
def test_the_identifiers_stay_the_same_from_one_time_to_the_next(cast: Cast, address: str) -> None:
    year = timezone.localdate().year
    follow_up(cast.koebenhavn, "halvårligt", "half_yearly", period_text=f"{year}")
    event(cast.koebenhavn, "a", "Møde", f"12. juni {year}", kind="meeting")
    first, second = (days_of(Client().get(address).content) for _time in range(2))
    assert first == second
    assert len(first) == 3
