"""A known word inside a heading decides what the figures are only where no other word may make them something else."""

from __future__ import annotations

from datetime import date

import pytest

from budgets.models import Entry
from portfolio.sheets.guessing import guessed_terms
from portfolio.sheets.opening import opened
from portfolio.sheets.reading import Sheet
from portfolio.sheets.understanding import Correction, Layout, Meaning, read_table, understand
from portfolio.sheets.understanding.asking import asked_of
from tests.cast import Cast
from tests.portfolio.sheets.importing import begun
from tests.portfolio.sheets.test_import_pages import chosen, layout_of
from tests.world import signed_in

MONEY_ASKED = (
    "Resterende forbrug", "Forventet tillægsbevilling", "Forventet overførsel til 2019", "Overført fra regnskab 2017",
    "Forbrug før 2018", "Forbrug pr. borger", "Forbrug tidligere år", "Forventet antal pladser", "Årsværk forventet",
    "Årsværk, budget 2019", "Vedtaget normering 2019", "Enhedspris budget 2019", "Reduktion af budget 2020",
    "Ansøgt beløb 2018", "Regnskab (skøn)", "Budget 2018 (ekskl. 25 % moms)",
)  # fmt: skip
FIGURES_ASKED = (
    "Antal svar ved måling 2018", "Usikkerhed på måling 2019", "Afstand til måltal 2020",
    "Fremgang siden baseline 2016", "Landsgennemsnit måling 2019",
)  # fmt: skip
# Each heading with what it means, and no question.
MONEY_KNOWN = {
    "Forv. regnskab": "forecast", "Est. regnskab": "forecast", "Skønnet regnskab": "forecast",
    "Forventning til regnskab": "forecast", "Forv. forbrug": "forecast", "Prognose for forbrug": "forecast",
    "Forventet regnskab pr. 31/3 2018": "forecast", "Forventet mindreudgift": "deviation",
    "Forventet mer-/mindreudgift": "deviation", "Restkorrigeret budget": "deviation",
    "Rest af bevilling 2019": "deviation", "Forbrug i % af korrigeret budget": "share",
    "Forbrug i pct. af budget": "share", "Vækst i budget 2019 (%)": "ignored", "Pct. af budget 2020": "ignored",
    "Forbrug %": "ignored", "Forbrug pr. 31. august 2018": "actual", "Forbrug til og med 30.06.2018": "actual",
    "Forbrug jan.-juni 2018": "actual", "Årets forbrug": "actual", "Korrigeret budget pr. 30/6": "revised",
    "Oprindeligt vedtaget budget 2018": "original", "Vedtaget bevilling 2018": "original", "Budget i alt": "amount",
    "Forslag til budget 2019 (kr.)": "amount", "Budget 2018, beløb i 1.000 kr.": "amount",
    "Bevilget beløb 2018": "amount", "Regnskab 2016 R": "accounts",
    "Budget 2018 1)": "amount", "Regnskab 2017²)": "accounts", "Forbrug 2018 (1)": "actual",
    "Oprindelig budget 2019": "original", "Opr. budget 2018 drift": "original", "Korrigerede budget": "revised",
    "Gældende budget": "revised", "Korrigeret årsbudget": "revised", "Forventet helårsforbrug": "forecast",
    "Korrigeret budget inkl. tillægsbevillinger 2019": "revised", "Korrigeret budget ekskl. overførsler": "revised",
    "Forventet regnskab BO1": "forecast", "Forventet regnskab ultimo 2018": "forecast",
    "Forventet regnskab 2018 (april)": "forecast", "Forventet regnskab 2018 i alt": "forecast",
    "Forventet regnskab 2. kvartal": "forecast", "Endeligt regnskab 2017": "accounts",
    "Foreløbigt forbrug 2018": "actual", "Forbrug 1. halvår 2018": "actual", "Budget 2018 18-pl": "amount",
    "Forbrug i perioden januar-august 2018": "actual", "Budget 2018 (pl-18)": "amount",
}  # fmt: skip
FIGURES_KNOWN = {
    "Mål 2020 (%)": "target", "Måltal for 2020": "target", "Værdi 2018 (%)": "measured", "1. måling 2016": "measured",
    "Måling forår 2018": "measured", "Baseline måling 2016": "baseline", "Status 2017": "measured",
    "Måling 2018 (n=400)": "measured",
}  # fmt: skip


def table_of(name: str, *headings: str, answers: dict[str, str] | None = None) -> tuple[Sheet, Layout]:
    row: list[str | float | None] = [name, *map(float, range(10, 10 + len(headings)))]
    sheet = Sheet("Ark", [["Beløb i t.kr."], [name, *headings], row, row] if name == "Budgetlinje" else [
        [name, *headings], ["Ensomme", *row[1:]], ["Trivsel", *row[1:]],
    ])  # fmt: skip
    return sheet, understand(sheet, Correction(answers=answers or {}))


@pytest.mark.parametrize(
    ("name", "asked", "known"),
    [("Budgetlinje", MONEY_ASKED, MONEY_KNOWN), ("Indikator", FIGURES_ASKED, FIGURES_KNOWN)],
)
def test_only_a_heading_with_words_of_something_else_is_asked_about(
    name: str, asked: tuple[str, ...], known: dict[str, str]
) -> None:
    sheet, layout = table_of(name, *asked, *known)
    of_headings = {one.text: one for one in asked_of(sheet, layout).questions if one.key.startswith("heading:")}
    found = {column.heading: column.meaning.value for column in layout.columns[1:]}
    assert {heading: found[heading] for heading in asked} == dict.fromkeys(asked, "ignored")
    assert {heading: found[heading] for heading in known} == known
    assert len(of_headings) == len(asked)
    assert all(any(heading in text for text in of_headings) for heading in asked)
    assert not any(one.suggestion for one in of_headings.values())


def test_what_is_left_out_is_told_of() -> None:
    sheet, layout = table_of("Budgetlinje", "Budget 2018", "Forbrug pr. borger", "Vækst i budget 2019 (%)")
    told = {one.address: one.reason for one in read_table(sheet, layout).warnings}
    assert ("kan handle om noget andet" in told["C2"], "siger procent" in told["D2"]) == (True, True)


def test_the_known_words_are_told_as_the_heading_has_them_and_their_meaning_is_offered_first() -> None:
    sheet, layout = table_of("Budgetlinje", "Forventet regnskab BO1", "Forventet forbrug (april)")
    assert layout.columns[1].why.endswith("“Forventet regnskab”")
    assert "“Forventet forbrug”" in layout.columns[2].why
    [question] = asked_of(sheet, layout).questions
    assert (question.choices[0][0], question.suggestion) == ("forecast", "")


@pytest.mark.usefixtures("files")
def test_spending_from_the_new_year_is_booked_up_to_the_last_day_that_its_heading_names(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    for heading, day in (("2018 1. kvartal", date(2018, 3, 31)), ("i perioden januar-august 2018", date(2018, 8, 31))):
        work = begun([["Budgetlinje", f"Forbrug {heading} (kr.)"], ["Leg", 500]], town, ada)
        assert guessed_terms(opened(work)).up_to == day


def test_the_answer_may_be_any_meaning_and_what_is_carried_over_is_of_the_year_after() -> None:
    answers = {"heading:C": "actual", "heading:D": "carry_over", "heading:E": "amount", "heading:F": "ignored"}
    headings = "Budget 2018", "Forbrug hos os 2018", "Overført fra regnskab 2017", "Bevilling til hal 2018-2021"
    sheet, layout = table_of("Budgetlinje", *headings, "Årsværk, budget 2019", answers=answers)
    assert [(one.meaning, one.year, one.period) for one in layout.columns[2:]] == [
        (Meaning.ACTUAL, 2018, ""),
        (Meaning.CARRY_OVER, 2018, ""),
        (Meaning.AMOUNT, None, "2018-2021"),
        (Meaning.IGNORED, None, ""),
    ]
    assert asked_of(sheet, layout).questions == ()
    sheet, layout = table_of("Indikator", "Måling 2017", "Målet for hele byen 2020", "Fremgang siden baseline 2016")
    offered = [[choice for choice, _words in one.choices] for one in asked_of(sheet, layout).questions]
    assert offered == [["measured", "baseline", "target", "ignored"], ["baseline", "measured", "target", "ignored"]]
    said = {"heading:C": "target", "heading:D": "baseline"}
    _sheet, layout = table_of("Indikator", *(one.heading for one in layout.columns[1:]), answers=said)
    assert [(one.meaning, one.year) for one in layout.columns[2:]] == [(Meaning.TARGET, 2020), (Meaning.BASELINE, 2016)]


@pytest.mark.usefixtures("files")
def test_an_answer_stands_beside_a_column_that_is_changed_by_hand_and_is_taken_back_by_hand(cast: Cast) -> None:
    client = signed_in(cast.koebenhavn["finance"])
    head = ["Budgetlinje", "Bevilling til hal 2018-2021 (kr.)", "Rest"]
    page = chosen(client, [head, ["Leg", 500, "x"], ["Lyt", 400, "y"]])
    address, said = page.redirect_chain[-1][0], layout_of(page)
    answer = client.post(address, {**said, "q-heading:B": "amount", "m2": "shown"}, follow=True)
    entries = [one for one in answer.context["plan"].writes[Entry] if isinstance(one, Entry)]
    assert [(one.year, one.period_text, one.amount_ore) for one in entries] == [
        (None, "2018-2021", 50000),
        (None, "2018-2021", 40000),
    ]
    again = client.get(address)
    answer = client.post(address, {**layout_of(again), "m1": "ignored"}, follow=True)
    assert not answer.context["plan"].writes.get(Entry)
