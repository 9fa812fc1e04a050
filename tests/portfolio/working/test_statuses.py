"""Giving a status: what is asked for, what is kept, and approving as one saw it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from initiatives.models import Activity, Initiative, StatusUpdate
from organisation import writing
from organisation.access import Role
from organisation.models import User
from tests import factories
from tests.cast import Cast
from tests.meanwhile import meanwhile

LIST = "/0101/status/"
ANSWER = {
    "progress_light": "green",
    "economy_light": "green",
    "effect_light": "grey",
    "text": "Tre er flyttet ind.",
    "reason": "",
    "action": "",
}


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def initiative(cast: Cast) -> Initiative:
    town = cast.koebenhavn
    found = factories.initiative(town.municipality, "Housing First", by=town.administrator, reference="housing-first")
    factories.owner(found, town.department)
    return found


def page_of(initiative: Initiative) -> str:
    return f"{initiative.get_absolute_url()}status/"


def send(client: Client, initiative: Initiative, *, button: str = "submit", **said: str) -> Any:
    seen = client.get(page_of(initiative)).context["seen"]
    today = timezone.localdate().isoformat()
    answer = {} if button == "no_change" else ANSWER
    return client.post(page_of(initiative), {**answer, "as_of": today, "seen": seen, **said, button: "1"})


def old_status(cast: Cast, initiative: Initiative, **fields: Any) -> StatusUpdate:
    people = cast.koebenhavn
    return factories.status_update(
        initiative,
        people[Role.CASEWORKER],
        approved_by=people[Role.MANAGER],
        as_of=datetime.date(2018, 6, 30),
        **fields,
    )


def test_an_answer_is_submitted_and_then_approved(cast: Cast, initiative: Initiative) -> None:
    carl, mona = signed_in(cast.koebenhavn[Role.CASEWORKER]), signed_in(cast.koebenhavn[Role.MANAGER])
    assert send(carl, initiative).status_code == 302
    waiting = mona.get(LIST).context["round"].waiting
    assert [(one.title, one.proposed.text) for one in waiting] == [("Housing First", "Tre er flyttet ind.")]
    mona.post(f"{LIST}godkend/", {"update": [waiting[0].stamp]})
    update = StatusUpdate.objects.get()
    assert (update.state, update.approved_by) == ("approved", cast.koebenhavn[Role.MANAGER])
    assert update.author == cast.koebenhavn[Role.CASEWORKER]
    row = mona.get(LIST).context["round"].rows[0]
    assert (row.is_due, row.last.worst.code) == (False, "green")


def test_while_one_waits_it_is_shown_and_no_other_is_asked_for(cast: Cast, initiative: Initiative) -> None:
    carl = signed_in(cast.koebenhavn[Role.CASEWORKER])
    send(carl, initiative)
    page = carl.get(page_of(initiative)).content.decode()
    assert "Tre er flyttet ind." in page
    assert "Træk statussen tilbage" in page
    assert 'name="text"' not in page
    # Who had the form open meanwhile has her words before her, and no button that is refused again.
    late = send(carl, initiative, text="Skrevet imens").content.decode()
    assert "Skrevet imens</textarea>" in late
    assert 'name="submit"' not in late
    assert 'name="keep"' not in late


def test_yellow_asks_for_reason_and_action_at_their_fields_and_keeps_what_was_typed(
    cast: Cast, initiative: Initiative
) -> None:
    answer = send(signed_in(cast.koebenhavn[Role.CASEWORKER]), initiative, economy_light="yellow")
    form = answer.context["form"]
    assert set(form.errors) == {"reason", "action"}
    assert form["text"].value() == "Tre er flyttet ind."
    assert not StatusUpdate.objects.exists()


def test_a_calm_light_against_the_figures_asks_for_a_sentence(cast: Cast, initiative: Initiative) -> None:
    milestone: dict[str, Any] = {"kind": "milestone", "period_text": "30. juni 2018", "state": "planned"}
    row = Activity(municipality=initiative.municipality, initiative=initiative, title="Åbning", **milestone)
    writing.save(row, by=None)
    carl = signed_in(cast.koebenhavn[Role.CASEWORKER])
    answer = send(carl, initiative)
    assert "milepælen “Åbning” havde frist 30. juni 2018" in answer.context["form"].errors["reason"][0]
    assert send(carl, initiative, reason="Åbningen er flyttet til maj.").status_code == 302
    assert StatusUpdate.objects.get().reason == "Åbningen er flyttet til maj."


def test_a_green_economy_is_held_against_this_years_budget_and_not_the_next(cast: Cast, initiative: Initiative) -> None:
    town, today = cast.koebenhavn, timezone.localdate()
    line = factories.line(town.municipality, initiative, by=town.administrator)
    for year in (today.year, today.year + 1):
        factories.entry(line, 1_000, by=town["finance"], year=year)
    factories.statement(line, 1_500, by=town["finance"], year=today.year, as_of=today)
    answer = send(signed_in(town[Role.CASEWORKER]), initiative)
    assert f"{today.year}: merforbrug 500" in answer.context["form"].errors["reason"][0]


def test_a_draft_is_kept_and_goes_on_where_it_was(cast: Cast, initiative: Initiative) -> None:
    carl = signed_in(cast.koebenhavn[Role.CASEWORKER])
    send(carl, initiative, button="keep")
    assert carl.get(page_of(initiative)).context["form"]["text"].value() == "Tre er flyttet ind."
    send(carl, initiative, text="Fire er flyttet ind.")
    assert [(one.state, one.text) for one in StatusUpdate.objects.all()] == [("submitted", "Fire er flyttet ind.")]


def test_what_somebody_else_wrote_meanwhile_is_shown_before_it_is_written_over(
    cast: Cast, initiative: Initiative
) -> None:
    carl, ada = signed_in(cast.koebenhavn[Role.CASEWORKER]), signed_in(cast.koebenhavn.administrator)
    opened = carl.get(page_of(initiative)).context["seen"]
    send(ada, initiative, button="keep", text="Adas ord")
    today = timezone.localdate().isoformat()
    answer = carl.post(page_of(initiative), {**ANSWER, "as_of": today, "seen": opened, "keep": "1"})
    assert "Adas ord" in answer.content.decode()
    assert StatusUpdate.objects.get().text == "Adas ord"
    carl.post(page_of(initiative), {**ANSWER, "as_of": today, "seen": answer.context["seen"], "keep": "1"})
    assert StatusUpdate.objects.get().text == "Tre er flyttet ind."


def test_no_change_is_one_click_and_dated_today(cast: Cast, initiative: Initiative) -> None:
    last = old_status(cast, initiative, economy_light="red", reason="Dyrt", action="Spar")
    send(signed_in(cast.koebenhavn[Role.CASEWORKER]), initiative, button="no_change")
    update = StatusUpdate.objects.exclude(pk=last.pk).get()
    assert (update.state, update.no_change, update.as_of) == ("submitted", True, timezone.localdate())
    assert (update.lights, update.reason, update.action) == (last.lights, "Dyrt", "Spar")


def test_no_change_needs_something_that_has_not_changed(cast: Cast, initiative: Initiative) -> None:
    send(signed_in(cast.koebenhavn[Role.CASEWORKER]), initiative, button="no_change")
    assert not StatusUpdate.objects.exists()


def test_no_change_submits_nothing_while_an_answer_is_typed_and_keeps_it(cast: Cast, initiative: Initiative) -> None:
    carl, last = signed_in(cast.koebenhavn[Role.CASEWORKER]), old_status(cast, initiative)
    said = {**ANSWER, **{name: getattr(last, name) for name in ANSWER if name.endswith("_light")}}
    answer = send(carl, initiative, button="no_change", **said)
    assert StatusUpdate.objects.get() == last
    assert answer.context["form"]["text"].value() == "Tre er flyttet ind."
    assert "Du har skrevet et svar" in answer.content.decode()
    seen = answer.context["seen"]
    carl.post(page_of(initiative), {**said, "seen": seen, "no_change": "anyway"})
    assert [(one.no_change, one.text) for one in StatusUpdate.objects.exclude(pk=last.pk)] == [(True, "")]


def test_no_change_takes_the_place_of_what_was_returned(cast: Cast, initiative: Initiative) -> None:
    carl, mona = signed_in(cast.koebenhavn[Role.CASEWORKER]), signed_in(cast.koebenhavn[Role.MANAGER])
    last = old_status(cast, initiative, economy_light="red", reason="Dyrt", action="Spar")
    send(carl, initiative, text="For meget.")
    stamp = mona.get(LIST).context["round"].waiting[0].stamp
    mona.post(f"{LIST}returner/", {"update": stamp, "reason": "Kortere"})
    send(carl, initiative, button="no_change")
    mona.post(f"{LIST}godkend/", {"update": [mona.get(LIST).context["round"].waiting[0].stamp]})
    update = StatusUpdate.objects.exclude(pk=last.pk).get()
    assert (update.state, update.no_change, update.text, update.lights) == ("approved", True, "", last.lights)
    assert carl.get(LIST).context["round"].rows[0].open_state == ""


def test_it_is_said_what_no_change_takes_the_place_of(cast: Cast, initiative: Initiative) -> None:
    carl, said = signed_in(cast.koebenhavn[Role.CASEWORKER]), "De erstatter det, der er begyndt på"
    old_status(cast, initiative)
    assert said not in carl.get(page_of(initiative)).content.decode()
    send(carl, initiative, button="keep")
    assert said in carl.get(page_of(initiative)).content.decode()


@pytest.mark.parametrize("typed", ["", "Carls ord"])
def test_no_change_writes_over_nothing_that_somebody_has_begun_meanwhile(
    cast: Cast, initiative: Initiative, typed: str
) -> None:
    carl, ada = signed_in(cast.koebenhavn[Role.CASEWORKER]), signed_in(cast.koebenhavn.administrator)
    last, address = old_status(cast, initiative), page_of(initiative)
    form = carl.get(address).context["form"]
    said = {name: form[name].value() or "" for name in ANSWER} | {"text": typed}
    opened = carl.get(address).context["seen"]
    send(ada, initiative, button="keep", text="Adas ord")
    answer: Any = carl.post(address, {**said, "no_change": "1", "seen": opened}, follow=True)
    update = StatusUpdate.objects.exclude(pk=last.pk).get()
    assert (update.state, update.text) == ("draft", "Adas ord")
    # Her words stand in a form that nobody touched, else they are told beside what was typed.
    assert answer.context["form"]["text"].value() == (typed or "Adas ord")
    page = answer.content.decode()
    assert "Adas ord" in page
    assert "En anden har skrevet på denne status" in page
    assert "Du har skrevet et svar" not in page


def test_what_somebody_else_has_answered_meanwhile_is_told_with_its_lights(cast: Cast, initiative: Initiative) -> None:
    carl, ada = signed_in(cast.koebenhavn[Role.CASEWORKER]), signed_in(cast.koebenhavn.administrator)
    opened = carl.get(page_of(initiative)).context["seen"]
    send(ada, initiative, button="keep", text="", effect_light="blue", as_of="2018-05-01")
    page = send(carl, initiative, button="keep", seen=opened).content.decode()
    assert "Fremdrift: følger planen; Økonomi: følger planen; Effekt: afsluttet; 1. maj 2018" in page
    # It has been approved while Carl looked: there is nothing of hers to write over.
    other = signed_in(cast.koebenhavn[Role.MANAGER])
    begun = carl.get(page_of(initiative)).context["seen"]
    send(ada, initiative)
    other.post(f"{LIST}godkend/", {"update": [other.get(LIST).context["round"].waiting[0].stamp]})
    assert "er imens godkendt eller fjernet" in send(carl, initiative, button="keep", seen=begun).content.decode()


def test_a_cpr_number_is_asked_about_once(cast: Cast, initiative: Initiative) -> None:
    carl = signed_in(cast.koebenhavn[Role.CASEWORKER])
    answer = send(carl, initiative, text="Borgeren 010190-1234 er flyttet ind.")
    assert "CPR-nummer" in answer.context["form"].errors["text"][0]
    assert 'name="no_person"' in answer.content.decode()
    assert send(carl, initiative, text="Sag 010190-1234", no_person="on").status_code == 302


def test_a_returned_status_shows_why_and_is_sent_again(cast: Cast, initiative: Initiative) -> None:
    carl, mona = signed_in(cast.koebenhavn[Role.CASEWORKER]), signed_in(cast.koebenhavn[Role.MANAGER])
    send(carl, initiative)
    stamp = mona.get(LIST).context["round"].waiting[0].stamp
    mona.post(f"{LIST}returner/", {"update": stamp, "reason": ""})
    assert StatusUpdate.objects.get().state == "submitted"
    mona.post(f"{LIST}returner/", {"update": stamp, "reason": "Skriv antallet"})
    assert "Skriv antallet" in carl.get(page_of(initiative)).content.decode()
    assert carl.get(LIST).context["round"].rows[0].return_reason == "Skriv antallet"
    said = [client.get(LIST).context["round"].rows[0].open_text for client in (carl, mona)]
    assert said == ["sendt tilbage til dig", "sendt tilbage"]
    send(carl, initiative, text="Tre af fem er flyttet ind.")
    assert StatusUpdate.objects.get().state == "submitted"


def test_nobody_approves_what_was_written_after_she_read_it(cast: Cast, initiative: Initiative) -> None:
    carl, mona = signed_in(cast.koebenhavn[Role.CASEWORKER]), signed_in(cast.koebenhavn[Role.MANAGER])
    send(carl, initiative)
    stamp = mona.get(LIST).context["round"].waiting[0].stamp
    mona.post(f"{LIST}returner/", {"update": stamp, "reason": "Kortere"})
    send(carl, initiative, text="Noget helt andet.")
    answer = mona.post(f"{LIST}godkend/", {"update": [stamp]}, follow=True)
    assert "ikke længere, som du så det" in answer.content.decode()
    assert StatusUpdate.objects.get().state == "submitted"


def test_many_are_approved_at_once_or_none(cast: Cast, initiative: Initiative) -> None:
    town = cast.koebenhavn
    others = [factories.initiative(town.municipality, f"Indsats {n}", by=town.administrator) for n in range(9)]
    carl = town[Role.CASEWORKER]
    for one in [initiative, *others]:
        factories.status_update(one, carl).submit(by=carl)
    mona = signed_in(town[Role.MANAGER])
    stamps = [one.stamp for one in mona.get(LIST).context["round"].waiting]
    mona.post(f"{LIST}godkend/", {"update": [*stamps, "1-1"]})
    assert set(StatusUpdate.objects.values_list("state", flat=True)) == {"submitted"}
    mona.post(f"{LIST}godkend/", {"update": stamps})
    assert set(StatusUpdate.objects.values_list("state", flat=True)) == {"approved"}


def test_of_two_who_approve_at_once_the_second_is_told(cast: Cast, initiative: Initiative) -> None:
    town = cast.koebenhavn
    send(signed_in(town[Role.CASEWORKER]), initiative)
    mona, ada = signed_in(town[Role.MANAGER]), signed_in(town.administrator)
    said = {"update": [mona.get(LIST).context["round"].waiting[0].stamp]}
    with meanwhile(lambda: ada.post(f"{LIST}godkend/", said)):
        answer = mona.post(f"{LIST}godkend/", said)
    assert answer.status_code == 302
    assert "ikke længere, som du så det" in mona.get(LIST).content.decode()
    assert StatusUpdate.objects.get().approved_by == town.administrator


def test_what_is_approved_in_the_same_moment_is_not_withdrawn(cast: Cast, initiative: Initiative) -> None:
    town = cast.koebenhavn
    carl, mona = signed_in(town[Role.CASEWORKER]), signed_in(town[Role.MANAGER])
    send(carl, initiative)
    said = {"update": [mona.get(LIST).context["round"].waiting[0].stamp]}
    with meanwhile(lambda: mona.post(f"{LIST}godkend/", said)):
        answer = carl.post(f"{page_of(initiative)}traek-tilbage/")
    assert answer.status_code == 302
    assert "ikke længere, som du så det" in carl.get(LIST).content.decode()
    assert StatusUpdate.objects.get().state == "approved"


@pytest.mark.parametrize("button", ["submit", "keep", "no_change"])
def test_a_button_pressed_twice_gives_one_status(cast: Cast, initiative: Initiative, button: str) -> None:
    last = old_status(cast, initiative)
    carl, again = (signed_in(cast.koebenhavn[Role.CASEWORKER]) for _time in range(2))
    seen = carl.get(page_of(initiative)).context["seen"]
    answered = {} if button == "no_change" else ANSWER
    said = {**answered, "as_of": timezone.localdate().isoformat(), "seen": seen, button: "1"}
    with meanwhile(lambda: again.post(page_of(initiative), said)):
        answer = carl.post(page_of(initiative), said)
    assert answer.status_code == (302 if button == "no_change" else 200)
    assert StatusUpdate.objects.exclude(pk=last.pk).count() == 1


def test_what_was_typed_stands_there_when_somebody_writes_in_the_same_moment(
    cast: Cast, initiative: Initiative
) -> None:
    carl, ada = signed_in(cast.koebenhavn[Role.CASEWORKER]), signed_in(cast.koebenhavn.administrator)
    said = {**ANSWER, "as_of": timezone.localdate().isoformat(), "seen": carl.get(page_of(initiative)).context["seen"]}
    with meanwhile(lambda: ada.post(page_of(initiative), {**said, "text": "Adas ord", "keep": "1"})):
        answer: Any = carl.post(page_of(initiative), {**said, "text": "Carls ord", "submit": "1"})
    assert answer.context["form"]["text"].value() == "Carls ord"
    assert "Adas ord" in answer.content.decode()
    assert StatusUpdate.objects.get().text == "Adas ord"
    # What stands now has been said, so another press is meant.
    carl.post(page_of(initiative), {**said, "text": "Carls ord", "submit": "1", "seen": answer.context["seen"]})
    assert StatusUpdate.objects.get().text == "Carls ord"


def test_the_list_begins_with_what_is_ones_own_and_old(cast: Cast, initiative: Initiative) -> None:
    town = cast.koebenhavn
    other = factories.initiative(town.municipality, "Aktiv ven", by=town.administrator)
    factories.initiative(town.municipality, "Afsluttet", by=town.administrator, state="completed")
    old_status(cast, initiative)
    carl = signed_in(town[Role.CASEWORKER])
    rows = carl.get(LIST).context["page"].object_list
    assert [(row.title, row.is_mine, bool(row.url)) for row in rows] == [
        ("Housing First", True, True),
        ("Aktiv ven", False, False),
    ]
    assert carl.get(page_of(other)).status_code == 403
    assert [row.title for row in carl.get(f"{LIST}?vis=mine").context["page"]] == ["Housing First"]
    assert "2 af 2 indsatser i gang mangler en status" in carl.get(LIST).content.decode()


def test_the_number_of_queries_does_not_grow(cast: Cast, initiative: Initiative) -> None:
    town = cast.koebenhavn
    mona, carl = signed_in(town[Role.MANAGER]), town[Role.CASEWORKER]

    def grow(number: int) -> None:
        for n in range(number):
            one = factories.initiative(town.municipality, f"Indsats {number}-{n}", by=town.administrator)
            factories.owner(one, town.department)
            old_status(cast, one)
            factories.status_update(one, carl).submit(by=carl)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            mona.get(LIST)
        return len(captured)

    grow(2)
    mona.get(LIST)
    few = queries()
    grow(24)
    assert queries() == few < 25
    first, second = (mona.get(f"{LIST}?venter={number}") for number in (1, 2))
    assert [len(one.context["waiting"]) for one in (first, second)] == [25, 1]
    stamp = second.context["waiting"][0].stamp
    assert stamp in (page := second.content.decode())
    # Each waiting status says once who wrote it and when.
    assert page.partition('id="all"')[0].count(str(carl)) == 2
