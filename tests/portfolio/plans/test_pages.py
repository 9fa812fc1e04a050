"""The pages of a plan, as the person uses them: choose, correct, look, save; nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from initiatives.models import Heading, Initiative, InitiativeText
from organisation import writing
from organisation.models import ImportBatch
from portfolio.plans.models import PlanDraft
from tests.cast import Cast
from tests.meanwhile import meanwhile
from tests.portfolio.plans.documents import FIVE, as_word, five_by_ten
from tests.portfolio.plans.test_saving import SMALL
from tests.world import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada(cast: Cast) -> Client:
    return signed_in(cast.koebenhavn.administrator)


def address(name: str, *more: object) -> str:
    return reverse(name, args=["0101", *more])


def pasted(client: Client, text: str = SMALL) -> PlanDraft:
    answer = client.post(address("plans"), {"text": text})
    assert answer.status_code == 302
    return PlanDraft.objects.latest("pk")


def fields_of(client: Client, draft: PlanDraft, number: int) -> dict[str, Any]:
    """What the browser sends when nothing is changed."""
    form = client.get(address("plan-initiative", draft.reference, number)).context["form"]
    found = {}
    for bound in form:
        value = bound.value()
        if isinstance(value, bool):
            if value:
                found[bound.html_name] = "on"
        elif value is not None:
            found[bound.html_name] = value
    return found


def test_a_word_document_is_chosen_corrected_looked_at_and_saved(ada: Client) -> None:
    file = SimpleUploadedFile("plan.docx", as_word(five_by_ten()))
    page = ada.post(address("plans"), {"file": file}, follow=True)
    assert "5 indsatser blev fundet" in page.content.decode()
    draft = PlanDraft.objects.get()
    said = fields_of(ada, draft, 1) | {"names": "Synliggøre Udsatterådet", "text-4": "Alle over 18 år."}
    ada.post(address("plan-initiative", draft.reference, 1), said)
    shown = ada.get(address("plan-save", draft.reference)).context["outcome"]
    assert (shown.created, shown.problems) == (5, [])
    page = ada.post(address("plan-save", draft.reference), {"seen": shown.token}, follow=True)
    assert "Planen er gemt" in page.content.decode()
    text = InitiativeText.objects.get(initiative__title="Synliggøre Udsatterådet", heading__number=4)
    assert text.text == "Alle over 18 år."
    batch = ImportBatch.objects.get()
    with batch.file.open() as kept:
        assert (batch.filename, kept.read()) == ("plan.docx", as_word(five_by_ten()))


def test_a_text_is_moved_to_another_heading_of_another_initiative(ada: Client) -> None:
    draft = pasted(ada)
    ada.post(address("plan-initiative", draft.reference, 1), fields_of(ada, draft, 1) | {"to-4": "2:1"})
    content = PlanDraft.objects.get().content
    assert "4" not in content.initiatives[0].texts
    assert content.initiatives[1].texts["1"].text.endswith("\nAlle voksne borgere.")


def test_two_halves_of_an_initiative_are_joined(ada: Client) -> None:
    draft = pasted(ada)
    for _again in range(2):
        page = ada.post(address("plan-join", draft.reference, 3), {"into": "2", "mark": "3"}, follow=True)
    assert "Planen er rettet imens" in page.content.decode()
    content = PlanDraft.objects.get().content
    assert [one.title for one in content.initiatives] == [FIVE[0], FIVE[1]]
    assert content.initiatives[1].texts["7"].text == "2018\n2017 - 2018."


def test_what_stands_outside_is_taken_in_and_a_missing_initiative_is_added(ada: Client) -> None:
    draft = pasted(ada, "Kære alle\nVi mødes.")
    answer = ada.post(address("plan-add", draft.reference), {"name": "Aktiv ven"})
    assert answer.headers["Location"] == address("plan-initiative", draft.reference, 1)
    # The page that answers says that it is saved: only then the browser lets go of what it keeps.
    assert "“Aktiv ven” er tilføjet" in ada.get(answer.headers["Location"]).content.decode()
    page = ada.get(address("plan-outside", draft.reference))
    ada.post(address("plan-outside", draft.reference), {"seen": page.context["seen"], "to-1": "1:6"})
    content = PlanDraft.objects.get().content
    assert [(key, text.text) for key, text in content.initiatives[0].texts.items()] == [("6", "Vi mødes.")]
    assert [one.text for one in content.outside] == ["Kære alle"]


def test_what_was_typed_stands_when_something_is_wrong(ada: Client) -> None:
    draft = pasted(ada)
    said = fields_of(ada, draft, 1) | {"period": "32. januar 2018", "text-4": "Alle over 18 år."}
    page = ada.post(address("plan-initiative", draft.reference, 1), said)
    assert page.status_code == 400
    assert "Alle over 18 år." in page.content.decode()
    assert "32. januar 2018" in page.content.decode()


def test_who_corrects_the_same_initiative_meanwhile_is_not_overwritten_unseen(ada: Client) -> None:
    draft = pasted(ada)
    mine, theirs = fields_of(ada, draft, 1), fields_of(ada, draft, 1)
    ada.post(address("plan-initiative", draft.reference, 1), theirs | {"text-4": "Deres ord."})
    page = ada.post(address("plan-initiative", draft.reference, 1), mine | {"text-4": "Mine ord."})
    assert page.status_code == 400
    assert "Mine ord." in page.content.decode()
    assert PlanDraft.objects.get().content.initiatives[0].texts["4"].text == "Deres ord."
    again = mine | {"text-4": "Mine ord.", "seen": page.context["form"]["seen"].value()}
    ada.post(address("plan-initiative", draft.reference, 1), again)
    assert PlanDraft.objects.get().content.initiatives[0].texts["4"].text == "Mine ord."


def test_a_form_follows_its_initiative_when_others_are_joined(ada: Client) -> None:
    draft = pasted(ada)
    second, third = fields_of(ada, draft, 2), fields_of(ada, draft, 3)
    ada.post(address("plan-join", draft.reference, 1), {"into": "3", "mark": "1"})
    before = [one.texts for one in PlanDraft.objects.get().content.initiatives]
    said = second | {"period": "2019", "to-1": "3:1", "next": "1"}
    answer = ada.post(address("plan-initiative", draft.reference, 2), said)
    assert answer.headers["Location"] == address("plan-initiative", draft.reference, 2)
    first, last = PlanDraft.objects.get().content.initiatives
    assert (first.title, first.period, "1" in first.texts, last.title) == (FIVE[1], "2019", False, FIVE[2])
    assert last.texts["1"].text == f"{before[1]['1'].text}\n{before[0]['1'].text}"
    ada.post(address("plan-join", draft.reference, 2), {"into": "2", "mark": "3"})
    gone = ada.post(address("plan-initiative", draft.reference, 3), third | {"period": "2020"}, follow=True)
    assert "Planen er rettet imens" in gone.content.decode()
    assert [one.period for one in PlanDraft.objects.get().content.initiatives] == ["2019"]


def test_a_mark_is_not_given_twice(ada: Client) -> None:
    draft = pasted(ada)
    ada.post(address("plan-join", draft.reference, 3), {"into": "1", "mark": "3"})
    ada.post(address("plan-add", draft.reference), {"name": "Aktiv ven"})
    assert [one.mark for one in PlanDraft.objects.get().content.initiatives] == [1, 2, 4]


def test_an_initiative_whose_button_is_pressed_twice_is_added_once(cast: Cast, ada: Client) -> None:
    draft, again = pasted(ada), signed_in(cast.koebenhavn.administrator)
    said = {"name": "Aktiv ven"}
    with meanwhile(lambda: again.post(address("plan-add", draft.reference), said)):
        ada.post(address("plan-add", draft.reference), said)
    answer = ada.post(address("plan-add", draft.reference), said)
    assert answer.headers["Location"] == address("plan-initiative", draft.reference, 4)
    assert [one.title for one in PlanDraft.objects.get().content.initiatives].count("Aktiv ven") == 1


def test_what_two_correct_in_the_same_moment_is_kept_of_both(cast: Cast, ada: Client) -> None:
    draft, other = pasted(ada), signed_in(cast.koebenhavn.administrator)
    first, second = fields_of(ada, draft, 1) | {"period": "2020"}, fields_of(ada, draft, 2) | {"period": "2021"}
    with meanwhile(lambda: other.post(address("plan-initiative", draft.reference, 2), second)):
        assert ada.post(address("plan-initiative", draft.reference, 1), first).status_code == 302
    assert [one.period for one in PlanDraft.objects.get().content.initiatives][:2] == ["2020", "2021"]
    mine, theirs = fields_of(ada, draft, 1) | {"period": "2022"}, fields_of(ada, draft, 1) | {"period": "2023"}
    with meanwhile(lambda: other.post(address("plan-initiative", draft.reference, 1), theirs)):
        told = ada.post(address("plan-initiative", draft.reference, 1), mine)
    assert (told.status_code, told.context["form"]["period"].value()) == (400, "2022")
    assert PlanDraft.objects.get().content.initiatives[0].period == "2023"


def test_the_same_text_again_opens_what_was_read(ada: Client) -> None:
    first = pasted(ada)
    assert pasted(ada) == first
    assert PlanDraft.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "Vælg et dokument, eller sæt en tekst ind"),
        ({"text": "Ring til 010203-1234"}, "Teksten indeholder CPR-numre"),
        ({"file": SimpleUploadedFile("x.pdf", b"%PDF-1.7")}, "Det er en PDF"),
        ({"file": SimpleUploadedFile("x.docx", b"")}, "tom"),
    ],
)
def test_what_cannot_be_read_is_said_and_not_kept(ada: Client, said: dict[str, Any], sentence: str) -> None:
    page = ada.post(address("plans"), said)
    assert page.status_code == 400
    assert sentence in page.content.decode()
    assert not PlanDraft.objects.exists()


def test_a_discarded_plan_is_gone_with_its_file(ada: Client, django_capture_on_commit_callbacks: Any) -> None:
    draft = pasted(ada)
    storage, name = draft.file.storage, str(draft.file)
    with django_capture_on_commit_callbacks(execute=True):
        ada.post(address("plan-drop", draft.reference))
    assert not PlanDraft.objects.exists()
    assert not storage.exists(name)


def test_a_saved_plan_is_not_corrected_any_more(ada: Client) -> None:
    draft = pasted(ada)
    token = ada.get(address("plan-save", draft.reference)).context["outcome"].token
    ada.post(address("plan-save", draft.reference), {"seen": token})
    again = ada.post(address("plan-save", draft.reference), {"seen": token}, follow=True)
    assert "Planen er allerede gemt" in again.content.decode()
    assert Initiative.objects.count() == 3
    for name in ("plan-drop", "plan-add", "plan"):
        assert ada.post(address(name, draft.reference)).status_code == 403
    assert ada.get(address("plan", draft.reference)).status_code == 200


def test_the_pages_ask_the_database_as_often_for_many_initiatives_as_for_few(ada: Client) -> None:
    many = "".join(f"Indsats {n}\n1. Baggrund\nFordi.\n" for n in range(20))
    asked, drafts = [], (pasted(ada, f"Plan\n{SMALL}"), pasted(ada, f"Plan\n{many}"))
    # That they were read is said once, with what comes next.
    ada.get(address("plans"))
    for draft in drafts:
        for name, more in (("plan", []), ("plan-initiative", [1]), ("plan-outside", [])):
            with CaptureQueriesContext(connection) as queries:
                assert ada.get(address(name, draft.reference, *more)).status_code == 200
            asked.append(len(queries))
    assert asked[:3] == asked[3:]
    assert max(asked) <= 8


def saved(client: Client) -> PlanDraft:
    draft = pasted(client)
    token = client.get(address("plan-save", draft.reference)).context["outcome"].token
    client.post(address("plan-save", draft.reference), {"seen": token})
    return draft


def test_a_saved_plan_is_taken_back_whole(ada: Client) -> None:
    draft = saved(ada)
    for _again in range(2):
        assert ada.post(address("plan-undo", draft.reference)).status_code == 302
    assert not Initiative.objects.exists()
    assert not Heading.objects.exists()
    assert PlanDraft.objects.get().state == "undone"
    assert pasted(ada) != draft


def test_a_plan_that_something_builds_on_is_not_taken_back(ada: Client) -> None:
    draft = saved(ada)
    row = Initiative.objects.latest("pk")
    row.state = "ongoing"
    writing.save(row, by=None)
    page = ada.post(address("plan-undo", draft.reference), follow=True).content.decode()
    assert "kan ikke tages tilbage" in page
    assert Initiative.objects.count() == 3


def test_what_is_not_one_amount_is_told_of_beside_those_that_are(ada: Client) -> None:
    afterwards = "2. Formål\nX\nCafé\n1. Baggrund\nY\n2. Formål\nZ"
    draft = pasted(ada, f"Plan\nBostøtte\n1. Baggrund\nAfsat 1.2 mio. kr. og kr. 500.000.\n{afterwards}")
    page = ada.get(address("plan-initiative", draft.reference, 1)).content.decode()
    assert "“1.2 mio. kr.” er ikke læst som ét beløb" in page
    assert "Gem 500.000" in page
