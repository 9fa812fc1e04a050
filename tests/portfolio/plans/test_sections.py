"""A plan under the same headings for each initiative is split into initiatives and headings, in every kind of file."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio.plans.content import PlanContent, PlanHeading, content_of
from portfolio.plans.reading import PlanText, read_pasted_plan, read_plan
from portfolio.plans.remarks import sentence
from portfolio.plans.understanding import TEN_HEADINGS, understand_plan
from portfolio.plans.understanding.facts import owners_of
from portfolio.plans.understanding.money import amounts_of
from tests.portfolio.plans.documents import FIVE, GOALS, OWNERS, Plan, as_page, as_text, as_word, five_by_ten


def read(kind: str, plan: Plan) -> PlanText:
    if kind == "pasted":
        return read_pasted_plan(as_text(plan))
    made = {
        "docx": lambda: as_word(plan),
        "html": lambda: as_page(plan).encode(),
        "txt": lambda: as_text(plan).encode(),
    }
    return read_plan(BytesIO(made[kind]()), f"plan.{kind}")


def cells(content: PlanContent) -> dict[tuple[str, int], str]:
    return {(one.title, int(key)): text.text for one in content.initiatives for key, text in one.texts.items()}


@pytest.mark.parametrize("kind", ["txt", "pasted", "html", "docx"])
def test_all_fifty_cells_are_right(kind: str) -> None:
    plan = five_by_ten()
    content = understand_plan(read(kind, plan))
    assert cells(content) == plan.cells()
    assert [heading.label for heading in content.headings] == list(TEN_HEADINGS)
    assert content.title == "Udsattepolitikkens handleplan"


def test_periods_owners_and_goals_are_recognised() -> None:
    content = understand_plan(read("txt", five_by_ten()))
    assert [one.title for one in content.initiatives] == list(FIVE)
    assert [one.period for one in content.initiatives] == [
        "2017 - 2018.", "2., 3. og 4. kvartal 2017.", "2017 - 2018.", "2017 - 2018.",
        "Medio 2017 til ultimo 2019. Projektperioden forventes påbegyndt i august 2017 og afsluttes i august 2019.",
    ]  # fmt: skip
    assert [one.owners for one in content.initiatives] == [
        ["Udsatterådet"], ["Social- og Sundhedsforvaltningen", "Politik & Kommunikation"],
        ["Udsatterådet", "Social- og Sundhedsforvaltningens ledelsessekretariat"], ["Social- og Psykiatriafdelingen"],
        ["Rødovre Jobcenter"],
    ]  # fmt: skip
    assert len(OWNERS) == len(FIVE)
    assert [one.goals for one in content.initiatives] == [
        ["strategimål 1", "strategimål 2"], ["strategimål 1"], ["strategimål 1", "strategimål 5"],
        ["strategimål 2", "strategimål 3", "strategimål 5"], ["strategimål 4"],
    ]  # fmt: skip
    assert {goal.number: goal.title for goal in content.goals} == {str(n): title for n, title in GOALS.items()}


def test_each_text_knows_its_lines() -> None:
    plan = read_pasted_plan("Plan\n\nAktiv ven\n\n1. Baggrund for indsatsen\n\nEn.\nTo.\n\n4. Målgruppe\n\nAlle.")
    initiative = understand_plan(plan).initiatives[0]
    assert [(key, text.line, text.last) for key, text in initiative.texts.items()] == [("1", 7, 8), ("4", 12, 12)]
    assert initiative.line == 3


def test_a_plan_that_begins_with_a_heading_without_a_text_is_read() -> None:
    content = understand_plan(read_pasted_plan("1. Baggrund for indsatsen\n\n4. Målgruppe\n\nAlle."))
    [initiative] = content.initiatives
    assert (initiative.title, [*initiative.texts]) == ("", ["4"])
    assert [(one.code, one.line) for one in content.remarks] == [("no_title", 5)]


NUMBERED = [f"{number}. {label}" for number, label in enumerate(TEN_HEADINGS, 1)]


def remarks_on(*lines: str) -> list[tuple[str, int, str]]:
    content = understand_plan(read_pasted_plan("\n".join(["Handleplan", "Aktiv ven", *lines])))
    return [(one.code, one.line, one.words.get("number", "")) for one in content.remarks]


def test_a_heading_in_other_words_stays_in_the_text_and_is_told_of() -> None:
    four, other, six = NUMBERED[3], "5. Inddragelse af dem det angår", NUMBERED[5]
    assert remarks_on(four, "Alle.", other, "Møder.", six, "Ture.") == [("heading_in_text", 5, "5")]
    assert remarks_on(four, "Alle.", NUMBERED[4], "Møder.", six, "Ture.", "7) Varighed", "2018") == [
        ("heading_in_text", 9, "7")
    ]
    content = understand_plan(read_pasted_plan("\n".join(["Plan", "Aktiv ven", four, "Alle.", other, six, "Ture."])))
    assert sentence(content.remarks[0]) == (
        "“5. Inddragelse af dem det angår” står i teksten under “Målgruppe”: den kendes ikke som overskrift, men ingen "
        "anden overskrift har nummer 5. Er den en overskrift, så flyt det, der følger, til sin egen plads."
    )


@pytest.mark.parametrize(
    "texts",
    [
        ["1. Unge", "2. Ældre", "3. Børn", "4. Voksne", "5. Alle"], ["5 borgere ad gangen"],
        ["5. maj 2018 begynder den"],
        ["5. Her er en sætning, som ender."], ["7. Inddragelse"],
    ],
)  # fmt: skip
def test_a_list_a_day_and_a_sentence_are_no_heading(texts: list[str]) -> None:
    assert remarks_on(NUMBERED[3], *texts, NUMBERED[5], "Ture.") == []


def test_what_stands_before_and_after_is_kept_outside() -> None:
    outside = [one.text for one in understand_plan(read("txt", five_by_ten())).outside]
    assert outside[:2] == ["Udsattepolitikkens handleplan", "Fold alle ud"]
    assert outside[-2:] == ["Telefon", "36 37 70 00"]


def test_a_page_break_repeats_title_heading_and_page_number_and_the_sentence_goes_on() -> None:
    text = (
        "Handleplan for alle\n\nAktiv ven\n\n1. Baggrund for indsatsen\n\n"
        "Vi vil gerne, at de mange borgere i hele byen får\n\n3\n\nHandleplan for alle\n\nAktiv ven\n\n"
        "1. Baggrund for indsatsen (fortsat)\n\nen ven.\n\n4. Målgruppe\n\nAlle."
    )
    content = understand_plan(read_pasted_plan(text))
    assert cells(content) == {
        ("Aktiv ven", 1): "Vi vil gerne, at de mange borgere i hele byen får en ven.",
        ("Aktiv ven", 4): "Alle.",
    }
    assert {remark.code for remark in content.remarks} == {"heading_again", "printed_again"}


def test_headings_are_known_without_number_with_colon_shortened_and_misspelt() -> None:
    text = (
        "Aktiv ven\nBaggrund\nDerfor.\nMålgruppe: Alle voksne.\n6) Aktiviterer\nEt møde.\nTovholder\nUdsatterådet\n"
        "En anden\nBaggrund\nFordi.\nPeriode\n2018\n"
    )
    content = understand_plan(read_pasted_plan(text))
    assert cells(content) == {
        ("Aktiv ven", 1): "Derfor.", ("Aktiv ven", 4): "Alle voksne.", ("Aktiv ven", 6): "Et møde.",
        ("Aktiv ven", 10): "Udsatterådet", ("En anden", 1): "Fordi.", ("En anden", 7): "2018",
    }  # fmt: skip
    assert [remark.code for remark in content.remarks] == ["misspelt_heading"]


def test_the_municipality_s_own_headings_are_used() -> None:
    own = [PlanHeading(1, "Hvorfor"), PlanHeading(2, "Hvem"), PlanHeading(3, "Hvornår")]
    text = "Café\n1. Hvorfor\nFordi.\n2. Hvem\nAlle.\nBoliger\n1. Hvorfor\nDerfor.\n3. Hvornår\n2018"
    assert cells(understand_plan(read_pasted_plan(text), own)) == {
        ("Café", 1): "Fordi.", ("Café", 2): "Alle.", ("Boliger", 1): "Derfor.", ("Boliger", 3): "2018",
    }  # fmt: skip


def test_headings_of_the_plan_s_own_are_found_by_coming_back() -> None:
    text = "Café\n1. Hvorfor nu\nFordi.\n2. Hvem gør det\nVi.\nBoliger\n1. Hvorfor nu\nDerfor.\n2. Hvem gør det\nDe."
    content = understand_plan(read_pasted_plan(text))
    assert [(one.number, one.label) for one in content.headings] == [(1, "Hvorfor nu"), (2, "Hvem gør det")]
    assert len(cells(content)) == 4


def test_two_columns_of_heading_and_text_are_read_too() -> None:
    rows = "<tr><td>Baggrund</td><td><p>Fordi.</p><ul><li>et</li></ul></td></tr><tr><th>Periode</th><td>2018</td></tr>"
    page = f"<h2>Café</h2><table>{rows}</table>"
    content = understand_plan(read_pasted_plan(f"<html><body>{page}</body></html>"))
    assert cells(content) == {("Café", 1): "Fordi.\n• et", ("Café", 7): "2018"}


def test_a_text_without_headings_has_no_initiatives_and_loses_nothing() -> None:
    content = understand_plan(read_pasted_plan("Kære alle\n\nVi mødes på tirsdag."))
    assert content.initiatives == []
    assert [one.text for one in content.outside] == ["Kære alle", "Vi mødes på tirsdag."]


def test_content_is_the_same_after_it_was_stored() -> None:
    content = understand_plan(read("docx", five_by_ten()))
    assert content_of(content.as_json()) == content


WORDS = st.text(st.sampled_from("abcdefæøå 1.,-"), min_size=1, max_size=60).map(lambda text: f"Om {text.strip()}x.")
TITLES = st.lists(
    st.text(st.sampled_from("abcdeæø "), min_size=2, max_size=30).map(lambda text: f"Q{' '.join(text.split())}z"),
    min_size=1, max_size=4, unique=True,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(titles=TITLES, data=st.data(), kind=st.sampled_from(["txt", "html", "docx"]))
def test_nothing_of_any_plan_is_lost_or_moved(titles: list[str], data: st.DataObject, kind: str) -> None:
    plan = Plan()
    for title in titles:
        texts = [data.draw(st.lists(WORDS, min_size=1, max_size=2, unique=True)) for _heading in TEN_HEADINGS]
        plan.initiatives.append((title, list(zip(TEN_HEADINGS, texts, strict=True))))
    found = cells(understand_plan(read(kind, plan)))
    assert {place: " ".join(text.split()) for place, text in found.items()} == {
        place: " ".join(text.split()) for place, text in plan.cells().items()
    }


def test_money_is_found_with_its_sign_before_and_after_its_unit() -> None:
    read_as: dict[str, list[int | None]] = {
        "Kr. 500.000 i 2021, og 300.000 kr/år": [500_000, 300_000],
        "Budget -200.000 kr. i besparelse": [-200_000],
        "afsat kr. 1,5 mio. årligt": [1_500_000],
        "i 2021 kr. 500.000": [500_000],
        "afsat 2500 kr. 2021-2023": [2500],
        "kr. 2. etape, budget - 200.000 kr.": [200_000],
        "100.000-200.000 kr. eller 1.2 mio. kr.": [None, None],
    }
    found = {text: [one.ore if one.ore is None else one.ore // 100 for one in amounts_of(text)] for text in read_as}
    assert found == read_as


def test_an_owner_is_not_how_one_reaches_it() -> None:
    text = "Socialforvaltningen, tlf. 2345 6789; Center 2020 (tlf.: 23 45 67 89) og Bo Holm, bo@holm.dk"
    assert owners_of(text) == ["Socialforvaltningen", "Center 2020", "Bo Holm"]
