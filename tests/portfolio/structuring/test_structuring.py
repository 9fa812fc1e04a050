"""Headings, objectives, a new term and the catalogue, each through its page."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from django.utils import timezone

from indicators.models import Instrument
from initiatives import headings as verbs
from initiatives.models import Heading, InitiativeText, Method, MethodUse, Objective, Suggestion
from organisation.access import Role
from organisation.models import Body, Membership
from organisation.terms import CouncilTerm
from tests import factories
from tests.cast import Cast
from tests.meanwhile import meanwhile
from tests.world import World, signed_in

HEADINGS, TERM, CATALOGUE = "/0101/overskrifter/", "/0101/byraadsperiode/", "/0101/katalog/"


def labels(cast: Cast, *, active: bool = True) -> list[str]:
    rows = Heading.objects.filter(municipality=cast.koebenhavn.municipality, is_active=active)
    return list(rows.values_list("label", flat=True))


# --- Headings -------------------------------------------------------------------------------------------------------


def test_a_municipality_begins_with_roedovres_ten_and_adds_its_own(cast: Cast) -> None:
    ada = signed_in(cast.koebenhavn.administrator)
    assert "Begynd med et kendt sæt" in ada.get(HEADINGS).content.decode()
    ada.post(HEADINGS, {"begin": "roedovre"})
    assert labels(cast)[:2] == ["Baggrund for indsatsen", "Formål med indsatsen"]
    assert len(labels(cast)) == 10
    ada.post(HEADINGS, {"begin": "budgetforslag"})
    assert len(labels(cast)) == 16  # “Målgruppe” was there.
    ada.post(HEADINGS, {"add": "1", "label": "Særlige forhold", "help_text": "For eksempel samtykke."})
    assert labels(cast)[-1] == "Særlige forhold"
    page = ada.post(HEADINGS, {"add": "1", "label": "økonomi", "help_text": ""}).content.decode()
    assert "“Økonomi” er allerede en overskrift" in page
    assert ada.post(HEADINGS, {"begin": "ukendt"}).status_code == 404


def test_what_is_added_stands_last_though_the_numbers_have_gaps(cast: Cast) -> None:
    for number, label in ((10, "a"), (20, "b"), (30, "c")):
        factories.heading(cast.koebenhavn.municipality, number, label)
    ada = signed_in(cast.koebenhavn.administrator)
    ada.post(HEADINGS, {"add": "1", "label": "Sidst", "help_text": ""})
    ada.post(HEADINGS, {"begin": "forandringsteori"})
    assert labels(cast)[:5] == ["a", "b", "c", "Sidst", "Udfordring"]


def test_where_no_numbers_are_left_the_headings_are_numbered_anew(cast: Cast) -> None:
    for number, label in ((10, "a"), (32_767, "b")):
        factories.heading(cast.koebenhavn.municipality, number, label)
    ada = signed_in(cast.koebenhavn.administrator)
    ada.post(HEADINGS, {"add": "1", "label": "c", "help_text": ""})
    rows = Heading.objects.filter(municipality=cast.koebenhavn.municipality)
    assert list(rows.values_list("number", "label")) == [(1, "a"), (2, "b"), (3, "c")]
    rows.filter(label="c").update(number=32_767)
    ada.post(HEADINGS, {"begin": "budgetforslag"})
    assert labels(cast)[:4] == ["a", "b", "c", "Baggrund"]


def test_headings_are_moved_renamed_and_retired_with_what_hangs_on_them_said(cast: Cast) -> None:
    town = cast.koebenhavn
    ada = signed_in(town.administrator)
    one, two, three = (factories.heading(town.municipality, n, label) for n, label in enumerate("abc", start=1))
    factories.text(factories.initiative(town.municipality, by=town.administrator), one)
    ada.post(HEADINGS, {"up": three.pk})
    moved = ada.post(HEADINGS, {"down": one.pk}, follow=True).content.decode()
    assert re.search(rf'value="{one.pk}"[^>]*autofocus', moved)
    assert labels(cast) == ["c", "a", "b"]
    assert "kan ikke flyttes længere" in ada.post(HEADINGS, {"up": three.pk}, follow=True).content.decode()
    ada.post(HEADINGS, {"rename": one.pk, "label": "Baggrund", "help_text": "Hvorfor?"})
    assert labels(cast) == ["c", "Baggrund", "b"]
    assert (
        "“Baggrund” er allerede"
        in ada.post(HEADINGS, {"rename": two.pk, "label": "baggrund"}, follow=True).content.decode()
    )
    kept = ada.post(HEADINGS, {"rename": two.pk, "label": "baggrund", "help_text": "Skrevet længe"}).content.decode()
    assert 'value="baggrund"' in kept
    assert ">Skrevet længe</textarea>" in kept
    long = "Baggrund " * 30
    kept = ada.post(HEADINGS, {"rename": two.pk, "label": long}).content.decode()
    assert "højst have 200 tegn (den har 269)" in kept
    assert f'value="{long}"' in kept
    # It is said at the heading that it is about, and in the title.
    assert re.search(rf'id="l{two.pk}"[^>]*aria-invalid="true" aria-describedby="e{two.pk}"', kept)
    assert "<title>Fejl: Overskrifter" in kept
    assert "1 tekst står under den" in ada.get(HEADINGS).content.decode()
    ada.post(HEADINGS, {"retire": one.pk})
    assert (labels(cast), labels(cast, active=False)) == (["c", "b"], ["Baggrund"])
    assert InitiativeText.objects.filter(heading=one).exists()
    refused = ada.post(HEADINGS, {"add": "1", "label": "Baggrund", "help_text": ""}).content.decode()
    assert "tag den i brug igen i stedet" in refused
    ada.post(HEADINGS, {"take_back": one.pk})
    assert labels(cast) == ["c", "Baggrund", "b"]
    theirs = factories.heading(cast.aarhus.municipality, 1, "Deres")
    assert ada.post(HEADINGS, {"retire": theirs.pk}).status_code == 404


def test_two_who_order_headings_do_not_lose_each_others_moves(cast: Cast) -> None:
    """Both looked at a b c d; each moves relative to what stands there when it is done."""
    home, ada = cast.koebenhavn.municipality, cast.koebenhavn.administrator
    rows = [factories.heading(home, number, label) for number, label in enumerate("abcd", start=1)]
    first, last = Heading.objects.get(pk=rows[0].pk), Heading.objects.get(pk=rows[3].pk)
    verbs.move(first, down=True, by=ada)
    verbs.move(last, down=False, by=cast.koebenhavn[Role.MANAGER])
    assert labels(cast) == ["b", "a", "d", "c"]


# --- Objectives -----------------------------------------------------------------------------------------------------


def test_an_objective_is_added_where_it_belongs_with_word_and_number_suggested(world: World) -> None:
    strategy, top = world.ours.strategy, world.ours.objective
    address = f"/0101/strategier/{strategy.reference}/maal/"
    ada = signed_in(world.cast.koebenhavn.administrator)
    page = ada.get(f"{address}?under={top.reference}")
    assert page.context["form"].initial["parent"] == top.pk
    assert "Pejlemærke" in page.context["words"]
    said = {"add": "1", "parent": top.pk, "level_label": "Delmål", "number": "1.1", "title": "Nyt", "kind": "goal"}
    ada.post(address, said)
    made = Objective.objects.get(title="Nyt")
    assert (made.parent, made.strategy, made.reference, made.municipality) == (
        top, strategy, "delmaal-11-nyt", world.ours.town.municipality,
    )  # fmt: skip
    again = ada.get(f"{address}?under={top.reference}").context["form"].initial
    assert (again["level_label"], again["number"]) == ("Delmål", "1.2")
    wrong = ada.post(address, said | {"title": "", "parent": world.theirs.objective.pk})
    assert set(wrong.context["form"].errors) == {"title", "parent"}


def test_an_objective_whose_button_is_pressed_twice_is_added_once(world: World) -> None:
    ada, again = (signed_in(world.cast.koebenhavn.administrator) for _time in range(2))
    address = f"/0101/strategier/{world.ours.strategy.reference}/maal/"
    said = {"add": "1", "parent": "", "level_label": "Mål", "number": "2", "title": "Flere i job", "kind": "goal"}
    with meanwhile(lambda: again.post(address, said)):
        answer = ada.post(address, said)
    assert answer.status_code == 200
    assert "Kommunen har allerede et mål" in str(answer.context["form"].errors)
    assert Objective.objects.filter(title="Flere i job").count() == 1


def test_objectives_are_moved_by_buttons_and_by_dragging(world: World) -> None:
    strategy, top = world.ours.strategy, world.ours.objective
    other = factories.objective(strategy, "Andet", position=5)
    address = f"/0101/strategier/{strategy.reference}/maal/"
    ada = signed_in(world.cast.koebenhavn.administrator)
    answer = ada.post(address, {"move": f"{other.pk}-in"})
    assert answer.headers["Location"] == f"{address}?moved={other.pk}-in"
    assert Objective.objects.get(pk=other.pk).parent == top
    ada.post(address, {"dragged": other.pk, "parent": "", "after": ""})
    assert list(Objective.objects.filter(strategy=strategy)) == [other, top]
    for nonsense in ({"move": "x-up"}, {"move": f"{top.pk}-sideways"}, {}, {"dragged": "²"}):
        assert ada.post(address, nonsense).status_code == 404
    stranger = world.theirs.objective
    ada.post(address, {"dragged": other.pk, "parent": stranger.pk, "after": ""})
    assert Objective.objects.get(pk=other.pk).parent is None
    carl = signed_in(world.cast.koebenhavn[Role.CASEWORKER])
    assert carl.post(address, {"move": f"{other.pk}-down"}).status_code == 403


def test_a_heading_that_somebody_else_has_renamed_is_told_before_it_is_written_over(cast: Cast) -> None:
    ada, other = (signed_in(cast.koebenhavn.administrator) for _window in range(2))
    row = factories.heading(cast.koebenhavn.municipality, label="Baggrund")
    seen = [one.words for one in other.get(HEADINGS).context["rows"] if one.pk == row.pk]
    ada.post(HEADINGS, {"rename": row.pk, "label": "Udgangspunkt", "help_text": "Tal fra 2017", "seen": seen})
    said = {"rename": row.pk, "label": "Baggrund", "help_text": "Hvorfor?", "seen": seen}
    told: Any = other.post(HEADINGS, said)
    page = told.content.decode()
    assert "En anden har skrevet her imens: “Udgangspunkt; Tal fra 2017”" in page
    assert "Hvorfor?</textarea>" in page
    assert "Udgangspunkt" in labels(cast)
    [now] = [one.words for one in told.context["rows"] if one.pk == row.pk]
    assert other.post(HEADINGS, said | {"seen": now}).status_code == 302
    assert "Baggrund" in labels(cast)


# --- A new term -----------------------------------------------------------------------------------------------------


@pytest.fixture
def in_2025(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda: datetime.date(2025, 11, 30))


def fates(page: Any, **said: str) -> dict[str, str]:
    data = {"more": ""}
    for row in page.context["rows"]:
        data |= {f"b{row.body.pk}-fate": "succeeded", f"b{row.body.pk}-name": row.body.name}
    return data | said


def test_a_new_term_is_opened_from_one_page(world: World, in_2025: None) -> None:
    town = world.cast.koebenhavn
    ada = signed_in(town.administrator)
    page = ada.get(TERM)
    assert "Byrådsperioden 2026–2029" in page.content.decode()
    old = f"b{town.committee.pk}"
    empty = ada.post(TERM, fates(page, **{f"{old}-name": " "}))
    assert "Skriv, hvad afløseren hedder" in empty.content.decode()
    said = {f"{old}-name": "Socialudvalget", f"{old}-carries_members": "on", "more": "Klimaudvalget"}
    asked = ada.post(TERM, fates(page, **said))
    assert "2 organisationer åbner: " in asked.content.decode()
    assert "1 af dem følger med" in asked.content.decode()
    assert not Body.objects.filter(name="Socialudvalget").exists()
    said |= {"carry_out": "1", "looked_at": asked.context["shown"].digest}
    # Something else than what was seen is shown first, where the browser is led by the address of the form.
    another = ada.post(TERM, fates(page, **said | {"more": "Kulturudvalget"})).content.decode()
    assert "dette er ikke det, du så før" in another
    assert '<form method="post" action="#happens"' in another
    assert 'id="happens" class="h4" tabindex="-1"' in another
    assert ada.post(TERM, fates(page, **said)).status_code == 302
    twice = ada.post(TERM, fates(page, **said))
    assert "findes allerede i perioden 2026–2029" in twice.content.decode()
    assert "Klimaudvalget</textarea>" in twice.content.decode()
    assert Body.objects.filter(name="Klimaudvalget").count() == 1
    new = Body.objects.get(name="Socialudvalget")
    assert (new.valid_from, Membership.objects.get(body=new).user) == (
        CouncilTerm(2026).starts_on,
        town[Role.COMMITTEE_MEMBER],
    )
    # What it answers for, and the filter of its name, follow the chain.
    shown = ada.get(f"/0101/udvalg/{new.reference}/").content.decode()
    assert "Overtog fra" in shown
    assert "Ingen strategi nævner" not in shown
    listed = ada.get(f"/0101/?committee={new.reference}").content.decode()
    assert "Indsats i Valby" in listed
    before = ada.get(f"/0101/udvalg/{town.committee.reference}/").content.decode()
    assert "Socialudvalget i København" in before
    assert "Afløst af" in before


def test_it_is_named_who_loses_her_access_before_it_is_taken(world: World, in_2025: None) -> None:
    town = world.cast.koebenhavn
    ada = signed_in(town.administrator)
    page = ada.get(TERM)
    # Unless something else is chosen the roles go along.
    assert {row.form["carries_members"].value() for row in page.context["rows"]} == {True}
    sentences = ada.post(TERM, fates(page)).context["shown"].sentences
    lost = "1 person har ingen rolle tilbage og kan intet se i kommunen fra 1. januar 2026: Kim."
    assert sentences[-1] == lost
    assert not [one for one in sentences if one.startswith("0 ")]
    carried = ada.post(TERM, fates(page, **{f"b{town.committee.pk}-carries_members": "on"})).context["shown"].sentences
    assert lost not in carried


def test_a_term_that_was_opened_by_mistake_is_undone_as_one(world: World, in_2025: None) -> None:
    town = world.cast.koebenhavn
    ada = signed_in(town.administrator)
    role = Membership.objects.get(user=town[Role.COMMITTEE_MEMBER], body=town.committee)
    said = fates(ada.get(TERM), **{f"b{town.committee.pk}-carries_members": "on"})
    said |= {"carry_out": "1", "looked_at": ada.post(TERM, said).context["shown"].digest}
    done = ada.post(TERM, said, follow=True).content.decode()
    act = re.search(r'href="(/0101/historik/handling/[^"]+)"', done)
    assert act, "the way to undo it is told"
    asked = ada.get(act[1])
    assert asked.context["refusals"] == []
    ada.post(act[1])
    assert not Body.objects.filter(valid_from=CouncilTerm(2026).starts_on).exists()
    town.committee.refresh_from_db()
    assert (town.committee.valid_to, town.committee.successor) == (None, None)
    assert Membership.objects.get(body=town.committee, user=town[Role.COMMITTEE_MEMBER]).valid_to == role.valid_to


def test_a_body_that_something_hangs_on_is_not_taken_back(world: World, in_2025: None) -> None:
    town = world.cast.koebenhavn
    ada = signed_in(town.administrator)
    said = fates(ada.get(TERM))
    said |= {"carry_out": "1", "looked_at": ada.post(TERM, said).context["shown"].digest}
    done = ada.post(TERM, said, follow=True).content.decode()
    new = Body.objects.filter(valid_from=CouncilTerm(2026).starts_on).first()
    factories.member(town[Role.READER], town.municipality, Role.COMMITTEE_MEMBER, new)
    act = re.search(r'href="(/0101/historik/handling/[^"]+)"', done)
    assert act
    assert "er der bygget videre på" in ada.post(act[1], follow=True).content.decode()
    assert Body.objects.filter(pk=new.pk).exists()  # type: ignore[union-attr]


# --- The catalogue --------------------------------------------------------------------------------------------------


def test_a_method_is_suggested_taken_in_and_attached(world: World) -> None:
    carl, oda = signed_in(world.cast.koebenhavn[Role.CASEWORKER]), signed_in(world.cast.operator)
    known = carl.post(CATALOGUE, {"suggest": "1", "kind": "method", "name": "housing first", "description": "x"})
    assert "Den findes allerede i kataloget" in known.content.decode()
    carl.post(CATALOGUE, {"suggest": "1", "kind": "method", "name": "Bostøtte", "description": "Se socialkartoteket"})
    row = Suggestion.objects.get()
    assert "venter på svar" in carl.get(CATALOGUE).content.decode()
    assert "Bostøtte" in oda.get("/katalog/forslag/").content.decode()
    oda.post("/katalog/forslag/", {"decline": row.pk, f"s{row.pk}-answer": ""})
    row.refresh_from_db()
    assert row.state == "open"
    oda.post("/katalog/forslag/", {"accept": row.pk, f"s{row.pk}-answer": "Tak.", f"s{row.pk}-existing": ""})
    method = Method.objects.get(reference="bostoette")
    page = carl.get(CATALOGUE).content.decode()
    assert "Tak." in page
    use = {"use": "1", "initiative": world.ours.initiative.pk, "method": method.pk, "state": "planned"}
    carl.post(CATALOGUE, use)
    assert MethodUse.objects.get(method=method).initiative == world.ours.initiative
    finn = signed_in(world.cast.koebenhavn[Role.FINANCE])
    assert finn.post(CATALOGUE, use).status_code == 200
    assert carl.post(CATALOGUE, use | {"initiative": world.theirs.initiative.pk}).status_code == 200
    assert MethodUse.objects.filter(method=method).count() == 1
    carl.post(CATALOGUE, {"suggest": "1", "kind": "instrument", "name": "SF-36", "description": "Helbred"})
    other = Suggestion.objects.get(name="SF-36")
    oda.post("/katalog/forslag/", {"accept": other.pk})
    assert Instrument.objects.get(reference="sf-36").question == "Helbred"


def test_an_answer_that_looks_like_a_cpr_number_is_kept_and_asked_about(world: World) -> None:
    carl, oda = signed_in(world.cast.koebenhavn[Role.CASEWORKER]), signed_in(world.cast.operator)
    carl.post(CATALOGUE, {"suggest": "1", "kind": "method", "name": "Bostøtte", "description": "Se socialkartoteket"})
    row = Suggestion.objects.get()
    said = {"decline": row.pk, f"s{row.pk}-answer": "Se sag 010190-1234"}
    answer = oda.post("/katalog/forslag/", said)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "Se sag 010190-1234" in page
    assert f'name="no-person-s{row.pk}"' in page
    assert Suggestion.objects.get().state == "open"
    assert "Skriv, hvorfor forslaget afvises" in oda.post("/katalog/forslag/", {"decline": row.pk}).content.decode()
    assert oda.post("/katalog/forslag/", said | {f"no-person-s{row.pk}": "on"}).status_code == 302
    assert Suggestion.objects.get().state == "declined"


def test_a_suggestion_names_no_citizen(world: World) -> None:
    carl = signed_in(world.cast.koebenhavn[Role.CASEWORKER])
    said = {"suggest": "1", "kind": "method", "name": "Sag 010190-1234", "description": "x"}
    form = carl.post(CATALOGUE, said).context["suggesting"]
    assert list(form.errors) == ["name"]
    assert len(form.errors["name"]) == 1
    assert not Suggestion.objects.exists()
