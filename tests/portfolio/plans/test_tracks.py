"""A plan in tables under themes and tracks: amounts with their periods, names that share one, pages that repeat."""

from __future__ import annotations

import pytest

from portfolio.plans.content import PlanContent
from portfolio.plans.reading import read_pasted_plan
from portfolio.plans.understanding import understand_plan

OVERVIEW = [
    "Oversigt over investeringsinitiativer", "", "Spør:\tInitiativ\tBeløb (i mio. kr.)",
    "<i>Tema 1: Bedre hverdag for børn med særlige behov</i>\t\t", "1.2.\tDet gode børneliv\t2,5",
    "1.3\tDøgnområdet Gentænkt\t3,0", "<i>Tema 3: Bedre hverdag for aarhusianere med psykisk sygdom</i>\t\t",
    "3.2\tSammenhæng i indsatsen\t1,1", "3.3\tUddannelse og Job - IPS - Flere peers\t1,7 1,0", "I alt:\t\t9,3",
]  # fmt: skip
PAGES = [
    "", "Tema 1: Bedre hverdag for børn med særlige behov", "", "Spør 1.2: Det gode børneliv\t\t",
    "<p>Sunde børn leger bedst</p> <p>Lyt til mig</p>\t"
    "<p>Her står hvorfor.</p> <p>Prioriteret engangsbeløb: 2,5 mio. kr.</p>\t",
    "Spør 1.3: Døgnområdet Gentænkt\t\t",
    "Ni nye interne døgnpladser\t<p>Der er fire dele: 1) pladser og 2) etablering af en ny</p>\t",
    "Familieindsats med Ventilpladser\t\t", "",
    "\t<p>indsats for familier.</p> "
    "<p>Prioriteret engangsbeløb: 3 mio. kr. til et 3-årigt forløb med opstart i 2021.</p>",
    "", "Tema 3: Bedre hverdag for aarhusianere med psykisk sygdom", "", "Spør 3.2. Sammenhæng i indsatsen\t",
    "<p>Samarbejde om rusmidler</p>\t<p>Tre steder har 23 ud af 27 beboere.</p>", "",
    "Spor 3.2. Sammenhæng i indsatsen\t"
    "<p>Det fortsætter her.</p> <p>Prioriteret engangsbeløb i 2021-2023: 1,1, mio. kr.</p>",
    "Spor 3.3. Uddannelse og Job\t<p>IPS -forløb</p> <p>Borgerne har i dag deres gang omkring</p>", "",
    "Spør 3.2. Sammenhæng i indsatsen\t",
    "\t<p>omkring torvet.</p> <p>De tjener op til 20.000 kr. om året.</p> "
    "<p>Prioriteret engangsbeløb i 2021-2023: 1,7 mio. kr.</p>",
    "Flere peers\t<p>Peers er ansatte.</p> "
    "<p>Prioriteret engangsbeløb: 1 mio. kr. til indsats i 2021-22. Herunder 0,4 mio. kr. til løn.</p>",
]  # fmt: skip


@pytest.fixture(scope="module")
def content() -> PlanContent:
    return understand_plan(read_pasted_plan("\n".join([*OVERVIEW, *PAGES])))


def test_each_amount_has_its_names_its_track_and_its_period(content: PlanContent) -> None:
    found = [(one.goals, one.names, [(a.raw, a.ore, a.period) for a in one.amounts]) for one in content.initiatives]
    assert found == [
        (["spor 1.2"], ["Sunde børn leger bedst", "Lyt til mig"], [("2,5 mio. kr.", 250_000_000, "")]),
        (
            ["spor 1.3"], ["Ni nye interne døgnpladser", "Familieindsats med Ventilpladser"],
            [("3 mio. kr.", 300_000_000, "3-årigt forløb med opstart i 2021")],
        ),
        (["spor 3.2"], ["Samarbejde om rusmidler"], [("1,1, mio. kr.", 110_000_000, "2021-2023")]),
        (["spor 3.3"], ["IPS -forløb"], [("1,7 mio. kr.", 170_000_000, "2021-2023")]),
        (["spor 3.3"], ["Flere peers"], [("1 mio. kr.", 100_000_000, "2021-22")]),
    ]  # fmt: skip


def test_themes_hold_their_tracks(content: PlanContent) -> None:
    assert {goal.key: (goal.title, goal.parent) for goal in content.goals if goal.word == "spor"} == {
        "spor 1.2": ("Det gode børneliv", "tema 1"), "spor 1.3": ("Døgnområdet Gentænkt", "tema 1"),
        "spor 3.2": ("Sammenhæng i indsatsen", "tema 3"), "spor 3.3": ("Uddannelse og Job", "tema 3"),
    }  # fmt: skip


def test_what_a_page_break_divided_is_joined(content: PlanContent) -> None:
    texts = [one.texts[""].text for one in content.initiatives]
    assert texts[1].startswith("Der er fire dele: 1) pladser og 2) etablering af en ny indsats for familier.\n")
    assert texts[2].startswith("Tre steder har 23 ud af 27 beboere.\nDet fortsætter her.\n")
    assert texts[3].startswith("Borgerne har i dag deres gang omkring torvet.\n")


def test_a_track_printed_again_with_the_wrong_number_is_told_of(content: PlanContent) -> None:
    assert [(one.code, one.line) for one in content.remarks] == [("printed_again", 27), ("wrong_track_again", 30)]


def test_the_printed_total_is_compared(content: PlanContent) -> None:
    assert [(one.label, one.stated_ore, one.computed_ore, one.matches) for one in content.totals] == [
        ("I alt", 930_000_000, 930_000_000, True)
    ]


def test_an_overview_that_says_another_amount_than_the_text_is_told_of() -> None:
    lines = [line.replace("3,0", "3,5").replace("9,3", "9,8") for line in OVERVIEW]
    content = understand_plan(read_pasted_plan("\n".join([*lines, *PAGES])))
    assert not content.totals[0].matches
    assert [one.words for one in content.remarks if one.code == "overview_differs"] == [
        {"number": "1.3", "overview": "3,5\u00a0mio.\u00a0kr.", "text": "3\u00a0mio.\u00a0kr."}
    ]
