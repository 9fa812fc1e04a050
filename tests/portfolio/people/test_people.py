"""Inviting from a pasted list, all or nothing; roles that end; absences; and who may do it."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from organisation import writing
from organisation.access import Role
from organisation.models import Absence, Membership, User
from tests import factories
from tests.cast import Cast
from tests.meanwhile import meanwhile
from tests.world import form_of, signed_in

INVITE, PEOPLE, AWAY = "/0101/personer/inviter/", "/0101/personer/", "/0101/fravaer/"


def look(cast: Cast, text: str, **said: Any) -> Any:
    return signed_in(cast.koebenhavn.administrator).post(INVITE, {"people": text, "look": "1", **said})


def send(cast: Cast, text: str, **said: Any) -> Any:
    shown = look(cast, text, **said)
    return signed_in(cast.koebenhavn.administrator).post(
        INVITE, {"people": text, "invite": "1", "looked_at": shown.context["digest"], **said}
    )


def test_a_pasted_list_becomes_users_with_roles_and_mails(cast: Cast) -> None:
    town = cast.koebenhavn
    text = (
        "Navn;E-mail;Rolle;Udvalg\nNy Leder;leder@kbh.invalid;leder;Socialforvaltningen i København\n"
        "carl@koebenhavn.invalid;økonomikonsulent\nadd <ada@koebenhavn.invalid>;administrator\n"
        "Frida <frida@kbh.invalid>"
    )
    shown = look(cast, text, role=Role.READER)
    standings = [(one.pasted.line, one.standing.value) for one in shown.context["found"]]
    assert standings == [(2, "new"), (3, "known"), (4, "holds"), (5, "new")]
    assert User.objects.filter(email="leder@kbh.invalid").count() == 0
    answer = send(cast, text, role=Role.READER, valid_to="2029-12-31")
    assert answer.status_code == 302
    leader = User.objects.get(email="leder@kbh.invalid")
    held = Membership.objects.get(user=leader)
    assert (leader.name, held.role, held.body, held.valid_to) == (
        "Ny Leder", Role.MANAGER, town.department, datetime.date(2029, 12, 31),
    )  # fmt: skip
    assert Membership.objects.filter(user=town[Role.CASEWORKER]).count() == 2
    assert Membership.objects.filter(user=town.administrator).count() == 1
    # Carl has never signed in either.
    assert sorted(one.to[0] for one in mail.outbox) == [
        "carl@koebenhavn.invalid", "frida@kbh.invalid", "leder@kbh.invalid",
    ]  # fmt: skip
    letter = next(one for one in mail.outbox if one.to == ["leder@kbh.invalid"])
    assert letter.subject == "København inviterer dig til Pejlemærke"
    assert "Ada har oprettet dig" in letter.body
    assert "/konto/ny-adgangskode/" in letter.body


def test_one_wrong_line_stops_all_and_is_said_at_its_line(cast: Cast) -> None:
    text = "Frida <frida@kbh.invalid>\nIngen adresse\nfrida@kbh.invalid"
    page = look(cast, text, role=Role.READER)
    problems = {one.pasted.line: one.problems for one in page.context["found"]}
    assert problems[1] == ()
    assert "ingen mailadresse" in problems[2][0]
    assert "står allerede i linje 1" in problems[3][0]
    send(cast, text, role=Role.READER)
    assert (User.objects.filter(email="frida@kbh.invalid").count(), mail.outbox) == (0, [])


def test_a_line_without_a_role_asks_for_one_and_a_closed_user_is_told(cast: Cast) -> None:
    factories.user("lukket@kbh.invalid", is_active=False)
    [one] = look(cast, "frida@kbh.invalid").context["found"]
    assert "Rollen mangler" in one.problems[0]
    [one] = look(cast, "lukket@kbh.invalid", role=Role.READER).context["found"]
    assert "Brugeren er lukket" in one.problems[0]
    assert "CPR" in str(look(cast, "Ole 010190-1234 <o@kbh.invalid>", role=Role.READER).context["form"].errors)


def test_what_changed_since_it_was_seen_is_shown_again(cast: Cast) -> None:
    shown = look(cast, "frida@kbh.invalid", role=Role.READER)
    factories.user("frida@kbh.invalid")
    said = {"people": "frida@kbh.invalid", "role": Role.READER, "invite": "1", "looked_at": shown.context["digest"]}
    answer = signed_in(cast.koebenhavn.administrator).post(INVITE, said)
    assert answer.status_code == 200
    assert not Membership.objects.filter(user__email="frida@kbh.invalid").exists()


def test_an_administrator_is_kept_also_when_two_roles_end_at_once_or_an_action_is_taken_back(cast: Cast) -> None:
    town, client = cast.koebenhavn, signed_in(cast.koebenhavn.administrator)
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    one = town.administrator.memberships.get()
    two = factories.member(town.administrator, town.municipality, Role.ADMINISTRATOR, town.department)
    for row in (one, two):
        row.valid_to = yesterday
    with pytest.raises(ValidationError, match="uden administrator"):
        writing.save_many([one, two], by=town.administrator)
    # Mona becomes administrator and Ada stops; taking back Mona's role would leave nobody.
    other = Membership.objects.get(user=town[Role.MANAGER])
    other.role = Role.ADMINISTRATOR
    with writing.one_act() as act:
        writing.save(other, by=town.administrator)
    for row in Membership.objects.filter(user=town.administrator):
        row.valid_to = yesterday
        writing.save(row, by=town.administrator)
    mona = signed_in(town[Role.MANAGER])
    mona.post(reverse("history-act", args=["0101", act]))
    assert Membership.objects.filter(municipality=town.municipality).administering(timezone.localdate()).exists()
    assert client.get("/0101/personer/").status_code == 404


def test_people_stand_in_danish_order(cast: Cast) -> None:
    town, ada = cast.koebenhavn, cast.koebenhavn.administrator
    for number, name in enumerate(("Åse", "Økonomi", "Ægir", "Zenia")):
        factories.member(factories.user(f"p{number}@kbh.invalid", name=name), town.municipality, Role.READER)
    order = ["Zenia", "Ægir", "Økonomi", "Åse"]
    client = signed_in(ada)
    assert [one.name for one in client.get("/0101/personer/").context["people"]][-4:] == order
    by = re.search(r'<select name="by".*?</select>', client.get("/0101/historik/").content.decode(), re.DOTALL)
    assert by
    assert [name for name in re.findall(r">([^<>]+)</option>", by[0]) if name in order] == order


def test_a_list_that_is_refused_in_the_last_moment_stays_in_its_field(cast: Cast) -> None:
    shown = look(cast, "frida@kbh.invalid", role=Role.READER)
    said = {"people": "frida@kbh.invalid", "role": Role.READER, "invite": "1", "looked_at": shown.context["digest"]}
    ada = signed_in(cast.koebenhavn.administrator)
    with meanwhile(lambda: factories.user("frida@kbh.invalid")):
        answer: Any = ada.post(INVITE, said)
    assert answer.context["form"]["people"].value() == "frida@kbh.invalid"
    assert not Membership.objects.filter(user__email="frida@kbh.invalid").exists()


def test_a_municipality_keeps_an_administrator(cast: Cast) -> None:
    town, client = cast.koebenhavn, signed_in(cast.koebenhavn.administrator)
    role = town.administrator.memberships.get()
    end, yesterday = reverse("role-end", args=["0101", role.pk]), timezone.localdate() - datetime.timedelta(days=1)
    said = {"ends_on": yesterday.strftime("%d-%m-%Y"), "role": role.pk}
    # What the page proposes is today: tomorrow nobody would be left.
    assert client.post(end, said | {"ends_on": timezone.localdate().isoformat()}).status_code == 400
    refused = client.post(end, said)
    assert refused.status_code == 400
    assert "København ville stå uden administrator" in refused.content.decode()
    user = reverse("admin:organisation_user_change", args=[town.administrator.pk])
    data = {name: value for name, value in form_of(client, user).items() if name != "is_active"}
    assert "ville stå uden administrator" in client.post(user, data).content.decode()
    # A role that ends later ends nothing yet.
    assert client.post(end, said | {"ends_on": "31-12-2090"}).status_code == 302
    factories.member(town[Role.MANAGER], town.municipality, Role.ADMINISTRATOR)
    # Who is no longer known here is led to where she still belongs, with what was done.
    left = client.post(end, said, follow=True)
    assert (left.status_code, left.redirect_chain[0][0]) == (200, "/")
    assert "er administrator til og med" in left.content.decode()


def test_a_mail_server_that_is_away_takes_no_role_back(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*args: Any, **kwargs: Any) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(mail.EmailMessage, "send", away)
    send(cast, "frida@kbh.invalid", role=Role.READER)
    page = signed_in(cast.koebenhavn.administrator).get(PEOPLE)
    assert Membership.objects.filter(user__email="frida@kbh.invalid").exists()
    assert "har ikke logget ind endnu" in page.content.decode()


def test_the_link_is_sent_again(cast: Cast) -> None:
    rie = cast.koebenhavn[Role.READER]
    ada = signed_in(cast.koebenhavn.administrator)
    ada.post(f"{PEOPLE}{rie.pk}/link/")
    assert [one.to for one in mail.outbox] == [[rie.email]]
    assert ada.post(f"{PEOPLE}{cast.aarhus[Role.READER].pk}/link/").status_code == 404


def test_a_role_is_ended_by_date(cast: Cast) -> None:
    town = cast.koebenhavn
    row = Membership.objects.get(user=town[Role.READER])
    ada = signed_in(town.administrator)
    ada.post(f"/0101/roller/{row.pk}/slut/", {"ends_on": "2018-01-01"})
    row.refresh_from_db()
    assert row.valid_to == datetime.date(2018, 1, 1)
    assert signed_in(town[Role.READER]).get("/0101/").status_code == 404
    ada.post(f"/0101/roller/{row.pk}/slut/", {"ends_on": "i morgen"})
    row.refresh_from_db()
    assert row.valid_to == datetime.date(2018, 1, 1)
    theirs = Membership.objects.get(user=cast.aarhus[Role.READER])
    assert ada.post(f"/0101/roller/{theirs.pk}/slut/", {"ends_on": "2018-01-01"}).status_code == 404


def test_somebody_whose_role_has_ended_is_invited_again_from_today(cast: Cast) -> None:
    """The list with her in it is taken, and what she was before stays as it was."""
    town, rie = cast.koebenhavn, cast.koebenhavn[Role.READER]
    before = Membership.objects.get(user=rie)
    before.valid_to = timezone.localdate() - datetime.timedelta(days=30)
    before.save()
    assert signed_in(rie).get("/0101/").status_code == 404
    answer = send(cast, f"{rie.email}\nfrida@kbh.invalid", role=Role.READER)
    assert (answer.status_code, answer.headers["Location"]) == (302, PEOPLE)
    first, second = Membership.objects.filter(user=rie, municipality=town.municipality).order_by("pk")
    assert (first.valid_from, first.valid_to) == (None, before.valid_to)
    assert (second.role, second.valid_from, second.valid_to) == (Role.READER, timezone.localdate(), None)
    assert Membership.objects.get(user__email="frida@kbh.invalid").valid_from is None
    assert signed_in(User.objects.get(pk=rie.pk)).get("/0101/").status_code == 200


def test_one_writes_ones_own_absence_and_an_administrator_everybodys(cast: Cast) -> None:
    town, today = cast.koebenhavn, timezone.localdate()
    carl, mona = town[Role.CASEWORKER], town[Role.MANAGER]
    said = {"add": "1", "starts_on": today.isoformat(), "ends_on": today.isoformat(), "deputy": town.administrator.pk}
    signed_in(carl).post(AWAY, said | {"user": mona.pk})
    assert not Absence.objects.exists()
    signed_in(carl).post(AWAY, said | {"user": carl.pk})
    signed_in(town.administrator).post(AWAY, said | {"user": mona.pk, "deputy": carl.pk})
    assert [row.user for row in Absence.objects.all()] == [carl]
    page = signed_in(town.administrator).post(AWAY, said | {"user": mona.pk, "deputy": carl.pk})
    assert "Stedfortræderen er også fraværende" in page.content.decode()
    signed_in(mona).post(AWAY, {"end": Absence.objects.get().pk})
    assert Absence.objects.exists()
    signed_in(carl).post(AWAY, {"end": Absence.objects.get().pk})
    assert not Absence.objects.exists()


def test_what_is_wrong_with_an_absence_is_said_at_its_field_and_in_the_title(cast: Cast) -> None:
    town, first = cast.koebenhavn, timezone.localdate()
    ada, carl = signed_in(town.administrator), town[Role.CASEWORKER]
    said = {"add": "1", "user": carl.pk, "starts_on": (first + datetime.timedelta(days=2)).isoformat()}
    backwards = ada.post(AWAY, said | {"ends_on": first.isoformat(), "deputy": town.administrator.pk})
    assert set(backwards.context["form"].errors) == {"ends_on"}
    assert "<title>Fejl: Fravær" in backwards.content.decode()
    alone = ada.post(AWAY, said | {"ends_on": said["starts_on"], "deputy": carl.pk})
    assert set(alone.context["form"].errors) == {"deputy"}
    assert "<title>Fravær" in ada.get(AWAY).content.decode()


def test_absences_come_in_pages_and_in_as_many_queries_for_many_as_for_few(cast: Cast) -> None:
    town, first = cast.koebenhavn, timezone.localdate()
    ada = signed_in(town.administrator)

    def grow(many: range) -> int:
        for number in many:
            day = first + datetime.timedelta(days=number)
            said = {"user": town[Role.CASEWORKER], "deputy": town.administrator, "starts_on": day, "ends_on": day}
            writing.save(Absence(municipality=town.municipality, **said), by=town.administrator)
        with CaptureQueriesContext(connection) as captured:
            ada.get(AWAY)
        return len(captured)

    grow(range(2))
    assert grow(range(2, 4)) == grow(range(4, 52))
    page = ada.get(f"{AWAY}?page=2")
    assert [row.starts_on for row, _may, _now in page.context["rows"]] == [
        first + datetime.timedelta(days=n) for n in (50, 51)
    ]
    assert f'href="{AWAY}?page=1"' in page.content.decode()


def test_who_is_back_early_ends_the_deputys_rights_at_once(cast: Cast) -> None:
    town, today = cast.koebenhavn, timezone.localdate()
    carl = town[Role.CASEWORKER]
    days = {"starts_on": today - datetime.timedelta(days=4), "ends_on": today + datetime.timedelta(days=4)}
    row = Absence(municipality=town.municipality, user=carl, deputy=town[Role.FINANCE], **days)
    row.save()
    signed_in(carl).post(AWAY, {"end": row.pk})
    row.refresh_from_db()
    assert row.ends_on == today - datetime.timedelta(days=1)
    assert not User.objects.get(pk=town[Role.FINANCE].pk).access.stands_in_for


def absence(cast: Cast, who: str, deputy: str, first: int, last: int) -> Absence:
    """From and to so many days after today."""
    town, today = cast.koebenhavn, timezone.localdate()
    days = [today + datetime.timedelta(days=number) for number in (first, last)]
    row = Absence(
        municipality=town.municipality, user=town[who], deputy=town[deputy], starts_on=days[0], ends_on=days[1]
    )
    row.save()
    return row


def test_who_is_back_is_back_though_the_deputy_is_away_or_has_left(cast: Cast) -> None:
    town, today = cast.koebenhavn, timezone.localdate()
    row = absence(cast, Role.CASEWORKER, Role.FINANCE, -4, 4)
    absence(cast, Role.FINANCE, Role.MANAGER, -1, 4)
    Membership.objects.filter(user=town[Role.FINANCE]).update(valid_to=today - datetime.timedelta(days=9))
    assert signed_in(town[Role.CASEWORKER]).post(AWAY, {"end": row.pk}).status_code == 302
    row.refresh_from_db()
    assert row.ends_on == today - datetime.timedelta(days=1)


def test_an_absence_that_is_over_is_not_prolonged_from_an_old_page(cast: Cast) -> None:
    row = absence(cast, Role.CASEWORKER, Role.FINANCE, -9, -5)
    page = signed_in(cast.koebenhavn[Role.CASEWORKER]).post(AWAY, {"end": row.pk}, follow=True).content.decode()
    assert "Fraværet er allerede slut" in page
    assert Absence.objects.get().ends_on == row.ends_on


def test_a_deputy_who_becomes_absent_is_told_for_whom_she_was_to_stand_in(cast: Cast) -> None:
    town, today = cast.koebenhavn, timezone.localdate()
    absence(cast, Role.CASEWORKER, Role.FINANCE, 2, 4)
    absence(cast, Role.MANAGER, Role.FINANCE, 20, 24)
    said = {
        "add": "1", "user": town[Role.FINANCE].pk, "deputy": town.administrator.pk, "starts_on": today.isoformat(),
        "ends_on": (today + datetime.timedelta(days=2)).isoformat(),
    }  # fmt: skip
    page = signed_in(town[Role.FINANCE]).post(AWAY, said, follow=True).content.decode()
    assert "Finn skulle være stedfortræder for Carl" in page
    assert "Sig det til Carl eller en administrator." in page
    assert "Finn skulle være stedfortræder for Mona" not in page


def test_who_may_choose_another_deputy_is_asked_to(cast: Cast) -> None:
    town, today = cast.koebenhavn, timezone.localdate()
    absence(cast, Role.CASEWORKER, Role.FINANCE, 0, 4)
    said = {
        "add": "1", "user": town[Role.FINANCE].pk, "deputy": town[Role.MANAGER].pk, "starts_on": today.isoformat(),
        "ends_on": today.isoformat(),
    }  # fmt: skip
    page = signed_in(town.administrator).post(AWAY, said, follow=True).content.decode()
    assert "Finn skulle være stedfortræder for Carl" in page
    assert "Vælg en anden stedfortræder, mens begge er fraværende." in page
    assert "Sig det til" not in page


def test_an_absence_that_is_over_is_not_begun(cast: Cast) -> None:
    town, today = cast.koebenhavn, timezone.localdate()
    said = {
        "add": "1", "user": town[Role.FINANCE].pk, "deputy": town[Role.MANAGER].pk, "starts_on": "2018-05-01",
        "ends_on": (today - datetime.timedelta(days=1)).isoformat(),
    }  # fmt: skip
    page = signed_in(town.administrator).post(AWAY, said).content.decode()
    assert "Den dag er forbi" in page
    assert not Absence.objects.exists()


def test_handing_over_from_the_page(cast: Cast) -> None:
    town = cast.koebenhavn
    led = factories.initiative(town.municipality, by=town.administrator)
    factories.owner(led, user=town[Role.MANAGER])
    address = f"{PEOPLE}{town[Role.MANAGER].pk}/overdrag/"
    ada = signed_in(town.administrator)
    assert "Aktiv ven" in ada.get(address).content.decode()
    assert ada.post(address, {"to": town[Role.READER].pk}).status_code == 200
    assert ada.post(address, {"to": town[Role.CASEWORKER].pk}).status_code == 302
    assert led.involvements.get().user == town[Role.CASEWORKER]
    assert ada.get(f"{PEOPLE}{cast.aarhus[Role.MANAGER].pk}/overdrag/").status_code == 404
