"""A survey is entered on one page: what is typed, what it says, what is asked about first, and who may."""

from __future__ import annotations

import html
import re
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode

from indicators.models import Indicator, IndicatorInitiative, Measurement
from organisation import writing
from tests import factories
from tests.cast import Cast, Town

SURVEY = "Borgerundersøgelsen"


@pytest.fixture
def town(cast: Cast, client: Client) -> Town:
    client.force_login(cast.koebenhavn["manager"])
    return cast.koebenhavn


@pytest.fixture
def lonely(town: Town) -> Indicator:
    """45 % of 400 in 2017, on the way to 40 % in 2020."""
    made = indicator(town, "Ensomhed")
    factories.measurement(made, 45, by=town["manager"], is_baseline=True, effective_text="2017", design="sample", n=400)
    factories.target(made, 40, by=town["manager"], period_text="2020")
    return made


@pytest.fixture
def content(town: Town) -> Indicator:
    return indicator(town, "Livstilfredshed", unit="mean", better="higher")


def indicator(town: Town, name: str, **fields: Any) -> Indicator:
    """Of the survey, and of an initiative that the manager may change."""
    made = factories.indicator(town.municipality, name, by=town["manager"], source=SURVEY, **fields)
    one = factories.initiative(town.municipality, f"Indsats for {name}", by=town["manager"])
    writing.save(IndicatorInitiative(municipality=town.municipality, indicator=made, initiative=one), by=None)
    return made


def address(groups: str = "-", period: str = "2018", survey: str = f"kilde:{SURVEY}") -> str:
    return f"/0101/maalinger/indtastning/?{urlencode({'survey': survey, 'period': period, 'groups': groups})}"


def typed(client: Client, where: str) -> dict[str, str]:
    """What the form would send as it stands."""
    answer = client.get(where)
    cells = re.findall(r'<input[^>]* name="([^"]+)" value="([^"]*)"', answer.content.decode())
    said = {field.name: field.value() for field in answer.context["saving"]}
    kept = {
        name: "on" if value is True else str(value) for name, value in said.items() if value not in {None, False, ""}
    }
    return {name: html.unescape(value) for name, value in cells if name not in said} | kept


def words(answer: Any) -> str:
    text = answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def send(client: Client, where: str, do: str = "check", **changes: str) -> str:
    return words(client.post(where, typed(client, where) | {"do": do} | changes, follow=True))


def cell(row: Indicator, column: int = 0) -> str:
    return f"v-{row.pk}-{column}"


SAMPLE = {"design": "sample", "n-0": "400", "invited-0": "800"}


def test_the_values_of_a_survey_are_drafts_with_what_was_said_once(
    client: Client, town: Town, lonely: Indicator, content: Indicator
) -> None:
    where = address("Køn: Kvinder; Køn: Mænd")
    page = send(client, where, "save", **SAMPLE, **{
        cell(lonely): "43 %", cell(lonely, 1): "44,5", cell(lonely, 2): "41", cell(content): "7,4", "n-1": "210",
        "n-2": "190", "source": SURVEY, "note": "Post og web", "status": "preliminary",
    })  # fmt: skip
    assert "4 værdier er gemt som udkast." in page
    rows = {(row.indicator_id, row.subgroup): row for row in Measurement.objects.filter(effective_text="2018")}
    whole, women = rows[lonely.pk, ""], rows[lonely.pk, "Køn: Kvinder"]
    assert (whole.raw, str(whole.value), whole.n, whole.invited, whole.design) == (
        "43 %",
        "43.000000",
        400,
        800,
        "sample",
    )
    assert (women.n, women.invited, women.status, women.note) == (210, None, "preliminary", "Post og web")
    assert rows[content.pk, ""].value is not None
    assert not any(row.is_approved for row in rows.values())


def test_the_verdict_is_seen_at_once_and_nothing_is_written(client: Client, lonely: Indicator) -> None:
    page = send(client, address(), **SAMPLE, **{cell(lonely): "43 %"})
    assert "Det siger tallene Intet er gemt endnu." in page
    assert "45 % 43 % 38,2–47,9 % 40 % (2020)" in page
    assert "43 %: 2 af de 5 procentpoint (målopfyldelse 40 %)" in page
    assert "ingen sikker ændring" in page
    assert lonely.measurements.count() == 1


def test_one_is_told_when_the_target_lies_inside_the_noise(client: Client, lonely: Indicator) -> None:
    page = send(client, address(), **SAMPLE, **{cell(lonely): "43 %"})
    assert "Ensomhed: måltallet ligger inden for usikkerheden Med 400 besvarelser kan undersøgelsen ikke se" in page
    many = send(client, address(), **SAMPLE | {"n-0": "7.282", "invited-0": ""}, **{cell(lonely): "43 %"})
    # The weaker of the two surveys decides.
    assert "Med 400 besvarelser" in many
    assert "Ensomhed: Med 400 besvarelser" in send(client, address(), "save", **SAMPLE, **{cell(lonely): "43 %"})


def test_doubts_are_asked_about_and_do_not_forbid(client: Client, lonely: Indicator) -> None:
    where = address()
    asked = send(client, where, "save", **SAMPLE, **{cell(lonely): "12 %"})
    assert "fra 45 % (2017) til 12 % er et stort spring. Er det tastet rigtigt?" in asked
    assert not lonely.measurements.filter(effective_text="2018").exists()
    answer = client.post(where, typed(client, where) | SAMPLE | {cell(lonely): "12 %", "do": "check"})
    digest = re.search(r'name="looked_at" value="(\w+)"', answer.content.decode())
    assert digest is not None
    yes = {"confirmed": "on", "looked_at": digest[1]}
    # A yes to these questions is none to others.
    other = send(client, where, "save", **SAMPLE, **yes, **{cell(lonely): "9 %"})
    assert "til 9 % er et stort spring" in other
    assert "1 værdi er gemt som udkast." in send(client, where, "save", **SAMPLE, **yes, **{cell(lonely): "12 %"})


def test_parts_that_do_not_fit_the_whole_are_told(client: Client, town: Town) -> None:
    waiting = indicator(town, "Venteliste", unit="count", aggregation="sum")
    page = send(client, address("Køn: Kvinder; Køn: Mænd", survey=f"indikator:{waiting.reference}"), **{
        cell(waiting): "100", cell(waiting, 1): "40", cell(waiting, 2): "50", "design": "register",
    })  # fmt: skip
    assert "2018: Køn: Kvinder og Køn: Mænd giver tilsammen 90, men helheden er 100." in page


def test_a_share_beyond_its_groups_and_answers_that_do_not_add_up_are_told(client: Client, lonely: Indicator) -> None:
    page = send(client, address("Køn: Kvinder; Køn: Mænd"), **SAMPLE, **{
        cell(lonely): "46", cell(lonely, 1): "40", cell(lonely, 2): "42", "n-1": "210", "n-2": "210",
    })  # fmt: skip
    assert "Køn: grupperne har 420 besvarelser tilsammen, men helheden har 400." in page
    assert "Køn: helheden (46 %) ligger uden for alle sine grupper." in page


@pytest.mark.parametrize("place", ["note", "source"])
def test_what_looks_like_a_cpr_number_is_asked_about(client: Client, lonely: Indicator, place: str) -> None:
    page = send(client, address(), "save", **SAMPLE, **{cell(lonely): "45 %", place: "Se sagen 070761-4285"})
    assert "ligner et CPR-nummer" in page
    assert not lonely.measurements.filter(effective_text="2018").exists()


def test_a_small_group_will_be_hidden_with_another_and_the_page_says_so(client: Client, town: Town) -> None:
    waiting = indicator(town, "Venteliste", unit="count")
    where = address("Unge; Voksne; Ældre", survey=f"indikator:{waiting.reference}")
    values = {cell(waiting, at): text for at, text in enumerate(("55", "3", "40", "12"))}
    page = send(client, where, **values)
    assert "Bliver skjult (få personer): Unge og Ældre." in page
    done = send(client, where, "save", approves="on", **values)
    assert "4 værdier er godkendt." in done
    assert {row.subgroup for row in waiting.measurements.all() if row.hides} == {"Unge", "Ældre"}


def test_what_would_tell_a_hidden_value_is_not_approved(client: Client, town: Town) -> None:
    waiting = indicator(town, "Venteliste", unit="count")
    for value, group in ((43, ""), (40, "Voksne")):
        factories.measurement(waiting, value, subgroup=group, effective_text="2018", raw=str(value)).approve(
            by=town["manager"]
        )
    where = address("Unge; Voksne", survey=f"indikator:{waiting.reference}")
    page = send(client, where, "save", approves="on", **{cell(waiting, 1): "3"})
    assert "Værdierne kan ikke godkendes sådan" in page
    assert waiting.measurements.count() == 2
    assert "1 værdi er gemt som udkast." in send(client, where, "save", **{cell(waiting, 1): "3"})


def test_an_approved_value_stands_and_what_is_typed_over_it_takes_its_place(
    client: Client, town: Town, lonely: Indicator
) -> None:
    where = address(period="2017")
    page = send(client, where, "save", approves="on", reason="Rettet af kilden", **{cell(lonely): "46 %"})
    assert "1 værdi er godkendt." in page
    old, new = lonely.measurements.order_by("pk")
    assert (old.value, new.value, new.replaces, new.n) == (Decimal(45), Decimal(46), old, 400)
    assert new.is_baseline
    refused = send(client, where, "save", **{cell(lonely): ""})
    assert "En godkendt værdi fjernes ikke." in refused


def test_a_draft_is_mended_and_goes_when_it_is_emptied(client: Client, lonely: Indicator) -> None:
    where = address(survey=f"indikator:{lonely.reference}")
    send(client, where, "save", n_0="", **{cell(lonely): "44 %"})
    send(client, where, "save", **{cell(lonely): "43 %", "note": "Efter tælling"})
    draft = lonely.measurements.get(effective_text="2018")
    assert (draft.value, draft.note) == (Decimal(43), "Efter tælling")
    assert "Intet blev ændret." in send(client, where, "save")
    send(client, where, "save", note="Ny note")
    draft.refresh_from_db()
    assert (draft.value, draft.note) == (Decimal(43), "Ny note")
    send(client, where, "save", **{cell(lonely): ""})
    assert not lonely.measurements.filter(effective_text="2018").exists()


def test_of_two_who_enter_the_same_the_second_is_told(client: Client, town: Town, lonely: Indicator) -> None:
    where = address(survey=f"indikator:{lonely.reference}")
    open_form = typed(client, where)
    factories.measurement(lonely, 44, effective_text="2018")
    page = words(client.post(where, open_form | {cell(lonely): "43 %", "do": "save"}))
    assert "En anden har ændret det imens: der står nu 44." in page
    assert lonely.measurements.get(effective_text="2018").value == 44


def test_wrong_cells_say_what_to_write_and_nothing_is_lost(
    client: Client, lonely: Indicator, content: Indicator
) -> None:
    where = address()
    data = typed(client, where) | SAMPLE | {cell(lonely): "abc", cell(content): "7,4", "invited-0": "300", "do": "save"}
    answer = client.post(where, data)
    page = words(answer)
    assert "Intet er gemt endnu. Det, du har tastet, er bevaret." in page
    assert 'value="abc"' in answer.content.decode()
    assert 'value="7,4"' in answer.content.decode()
    assert "Livstilfredshed, Alle : Der kan ikke være flere besvarelser end adspurgte." in page
    assert not Measurement.objects.filter(effective_text="2018").exists()


@pytest.mark.parametrize(
    ("period", "sentence"),
    [("2090", "Perioden er ikke begyndt endnu."), ("engang", "Skriv et år"), ("32. august 2018", "32")],
)
def test_a_period_that_cannot_be_is_refused(client: Client, lonely: Indicator, period: str, sentence: str) -> None:
    answer = client.get(address(period=period))
    assert sentence in words(answer)
    assert "pm-grid" not in answer.content.decode()


def test_a_caseworker_enters_only_what_is_hers_and_approves_nothing(
    client: Client, cast: Cast, lonely: Indicator, content: Indicator
) -> None:
    town = cast.koebenhavn
    client.force_login(town["caseworker"])
    assert client.get(address()).status_code == 403
    (initiative,) = lonely.initiatives.all()
    factories.owner(initiative, town.department)
    mine = address(survey=f"indikator:{lonely.reference}")
    page = client.get(mine).content.decode()
    assert cell(lonely) in page
    assert 'name="approves"' not in page
    assert cell(content) not in client.get(address()).content.decode()
    assert (
        client.post(mine, typed(client, mine) | {cell(lonely): "44", "approves": "on", "do": "save"}).status_code == 302
    )
    assert not lonely.measurements.get(effective_text="2018").is_approved


def test_a_survey_that_the_database_refuses_is_told_and_kept(
    client: Client, lonely: Indicator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise ValidationError("Det kan ikke lade sig gøre.")

    monkeypatch.setattr("indicators.entering.writing.save_many", refuse)
    page = send(client, address(survey=f"indikator:{lonely.reference}"), "save", **{cell(lonely): "44"})
    assert "Det kan ikke lade sig gøre." in page


def test_the_indicator_leads_to_its_survey(client: Client, lonely: Indicator, content: Indicator) -> None:
    page = client.get(lonely.get_absolute_url()).content.decode()
    link = re.search(r'href="(/0101/maalinger/indtastning/[^"]*)"', page)
    assert link is not None
    assert cell(content) in client.get(link[1].replace("&amp;", "&")).content.decode()


def test_the_page_asks_the_database_as_often_for_few_as_for_many(client: Client, town: Town, lonely: Indicator) -> None:
    def queries(where: str) -> int:
        client.get(where)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(where).status_code == 200
        return len(asked)

    factories.measurement(indicator(town, "Nummer to"), 45, by=town["manager"], effective_text="2018")
    few = queries(address("Køn: Kvinder; Køn: Mænd"))
    for number in range(8):
        more = indicator(town, f"Indikator {number}")
        for year in ("2017", "2018"):
            factories.measurement(more, 45, by=town["manager"], effective_text=year)
    assert queries(address("Køn: Kvinder; Køn: Mænd; Alder: 18-29; Alder: 30+")) == few


def test_an_undated_baseline_is_one_too_and_the_next_values_are_not_offered_as_another(
    client: Client, town: Town
) -> None:
    safe = indicator(town, "Tryghed")
    factories.measurement(safe, 45, by=town["manager"], is_baseline=True, effective_text="")
    assert not client.get(address()).context["saving"]["is_baseline"].value()
