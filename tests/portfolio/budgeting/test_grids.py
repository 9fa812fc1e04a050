"""Typing a budget and a follow-up: what a wrong cell says, what is kept, and what is written."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client

from budgets.models import BudgetLine, Entry, StatedTotal, Statement
from organisation import writing
from portfolio.budgeting import grids
from tests import factories
from tests.cast import Cast, Town

pytestmark = pytest.mark.django_db

ENTRIES = "/0101/budget/indtastning/?year=2018&decision=proposed&unit=tkr"
ROUND = "/0101/budget/opfoelgning/?year=2018&round=BO2+2018&as_of=2018-06-30&up_to=2018-05-31&unit=tkr"


@pytest.fixture
def town(cast: Cast) -> Town:
    return cast.koebenhavn


@pytest.fixture
def client(town: Town) -> Client:
    client = Client()
    client.force_login(town["finance"])
    return client


@pytest.fixture
def lines(town: Town) -> list[BudgetLine]:
    initiative = factories.initiative(town.municipality, by=town.administrator)
    factories.owner(initiative, town.department)
    return [
        factories.line(town.municipality, initiative, name="Løn", by=town.administrator, position=1),
        factories.line(town.municipality, name="Kørsel", by=town.administrator, position=2),
    ]


def form_of(client: Client, address: str) -> dict[str, str]:
    """What a browser sends when nothing is touched."""
    page = client.get(address).content.decode()
    return dict(re.findall(r'<input[^>]* name="([^"]+)" value="([^"]*)"', page))


def page_after(client: Client, address: str, **changes: Any) -> str:
    answer = client.post(address, form_of(client, address) | changes, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_typed_becomes_drafts_in_the_unit_of_the_grid(client: Client, lines: list[BudgetLine]) -> None:
    cells = {f"c-{lines[0].pk}-2018": "1.250,5", f"c-{lines[1].pk}-2021": "0", f"c-{lines[1].pk}-2020": "-"}
    assert "3 beløb er gemt." in page_after(client, ENTRIES, **cells)
    found = {(row.line_id, row.year): (row.amount_ore, row.value_state) for row in Entry.objects.all()}
    assert found == {
        (lines[0].pk, 2018): (125_050_000, "value"),
        (lines[1].pk, 2021): (0, "zero"),
        (lines[1].pk, 2020): (None, "not_stated"),
    }
    assert "1.250,5" in client.get(ENTRIES).content.decode()


def test_a_wrong_cell_says_what_is_wrong_where_and_keeps_all_else(client: Client, lines: list[BudgetLine]) -> None:
    wrong, right = f"c-{lines[0].pk}-2018", f"c-{lines[1].pk}-2018"
    page = page_after(client, ENTRIES, **{wrong: "1.25", right: "600"})
    assert not Entry.objects.exists()
    assert "Intet er gemt endnu." in page
    assert f'<a href="#{wrong}">Løn, 2018</a>' in page
    assert re.search(rf'id="{wrong}"[^>]*value="1\.25"[^>]*aria-invalid="true"', page)
    assert re.search(rf'id="{right}"[^>]*value="600"', page)
    assert not re.search(rf'id="{right}"[^>]*aria-invalid', page)


@pytest.mark.parametrize("text", ["ca. 500", "5-6", "abc", "1,1,1", "1,000001", "1" * 201])
def test_what_is_no_certain_amount_is_refused(client: Client, lines: list[BudgetLine], text: str) -> None:
    page = page_after(client, ENTRIES, **{f"c-{lines[0].pk}-2018": text})
    assert "Intet er gemt endnu." in page
    # The browser cuts nothing of what is pasted.
    assert not re.search(r"pm-cell[^>]*maxlength", page)
    assert not Entry.objects.exists()


def test_a_posted_figure_asks_for_its_reason_and_keeps_what_was_typed(
    client: Client, town: Town, lines: list[BudgetLine]
) -> None:
    factories.entry(lines[0], 500_000, by=town["finance"], decision_state="proposed")
    cell = f"c-{lines[0].pk}-2018"
    page = page_after(client, ENTRIES, **{cell: "450"})
    assert "Tallet er bogført. Skriv, hvorfor det ændres." in page
    assert re.search(rf'id="{cell}"[^>]*value="450"', page)
    assert "heraf 1 bogførte tal, der blev rettet" in page_after(client, ENTRIES, **{cell: "450"}, reason="Tastefejl")
    assert sorted(Entry.objects.values_list("kind", "amount_ore")) == [
        ("correction", -5_000_000), ("original", 50_000_000),
    ]  # fmt: skip


def test_two_who_type_in_the_same_cell_do_not_overwrite_each_other(client: Client, lines: list[BudgetLine]) -> None:
    cell = f"c-{lines[0].pk}-2018"
    old = form_of(client, ENTRIES)
    page_after(client, ENTRIES, **{cell: "100"})
    answer = client.post(ENTRIES, old | {cell: "200"})
    assert "En anden har ændret dette i mellemtiden: nu står der 100" in answer.content.decode()
    assert Entry.objects.get().amount_ore == 10_000_000


def test_posting_at_once(client: Client, lines: list[BudgetLine]) -> None:
    page_after(client, ENTRIES, **{f"c-{lines[0].pk}-2018": "100", "is_posted": "on"})
    assert Entry.objects.get().is_posted


def test_the_printed_total_stands_beside_what_is_typed(client: Client, town: Town, lines: list[BudgetLine]) -> None:
    total = StatedTotal(
        municipality=town.municipality, reference="i-alt", label="2018-2021", line=lines[0], unit="tkr",
        value_state="value", amount_ore=100_000_000, raw="1.000", period_text="2018-2021",
    )  # fmt: skip
    writing.save(total, by=town["finance"])
    # What lies outside the grid is part of the sum: here an amount for the whole period.
    factories.entry(lines[0], 300_000, decision_state="proposed", period_text="2018-2021")
    page = page_after(client, ENTRIES, **{f"c-{lines[0].pk}-2018": "x", f"c-{lines[0].pk}-2019": "600"})
    row = page[page.index("Løn: 2018-2021") :]
    assert re.findall(r"<output[^>]*>([^<]*)<", row)[:2] == ["900", "100"]


def test_a_line_of_another_town_is_no_cell_and_takes_nothing(
    client: Client, cast: Cast, lines: list[BudgetLine]
) -> None:
    theirs = factories.line(cast.aarhus.municipality, by=cast.aarhus.administrator)
    assert f"c-{theirs.pk}-2018" not in client.get(ENTRIES).content.decode()
    page_after(client, ENTRIES, **{f"c-{theirs.pk}-2018": "100", f"seen-c-{theirs.pk}-2018": ""})
    assert not Entry.objects.exists()


def test_a_choice_that_cannot_be_used_says_so(client: Client, lines: list[BudgetLine]) -> None:
    answer = client.get("/0101/budget/indtastning/?year=99999&unit=tkr&decision=rejected")
    assert answer.status_code == 200
    assert answer.content.decode().count("form-error-message") == 2


# --- Budget follow-up ------------------------------------------------------------------------------------------------


def test_a_follow_up_is_typed_beside_last_times_figures(client: Client, town: Town, lines: list[BudgetLine]) -> None:
    finn = town["finance"]
    for line in lines:
        factories.entry(line, 1_000_000, by=finn)
    factories.statement(lines[0], 900_000, by=finn, as_of=date(2018, 4, 30), follow_up_round="BO1 2018")
    page = client.get(ROUND).content.decode()
    assert "sidst 900 (BO1 2018)" in page
    assert "2 linjer med et budget har intet bogført forventet regnskab" in page
    page = page_after(
        client, ROUND, **{f"forecast-{lines[0].pk}": "1.100", f"actual-{lines[0].pk}": "400", "is_posted": "on"}
    )
    assert "1 linje med et budget har intet bogført forventet regnskab" in page
    stated = {
        row.kind: (row.amount_ore, str(row.up_to)) for row in Statement.objects.filter(follow_up_round="BO2 2018")
    }
    assert stated == {"forecast": (110_000_000, "2018-05-31"), "actual": (40_000_000, "2018-05-31")}


def test_lines_on_other_pages_are_among_those_not_answered(
    client: Client, town: Town, lines: list[BudgetLine], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is asked about a line without a budget of the year."""
    monkeypatch.setattr(grids, "LINES_ON_A_PAGE", 1)
    for line in lines:
        factories.entry(line, by=town["finance"])
    other_year = factories.line(town.municipality, name="Husleje", by=town.administrator, position=3)
    factories.entry(other_year, by=town["finance"], year=2019)
    said: dict[str, Any] = {"by": town["finance"], "as_of": date(2018, 6, 30), "follow_up_round": "BO2 2018"}
    factories.statement(lines[0], 900_000, **said)
    page = client.get(ROUND).content.decode()
    assert "Alle linjer med et budget har et bogført" not in page
    assert "1 linje med et budget har intet bogført forventet regnskab" in page
    [way] = re.findall(rf'href="([^"]*)#forecast-{lines[1].pk}"', page)
    assert f'id="forecast-{lines[1].pk}"' in client.get(f"/0101/budget/opfoelgning/{unescape(way)}").content.decode()
    factories.statement(lines[1], 900_000, **said)
    assert "Alle linjer med et budget har et bogført" in client.get(ROUND).content.decode()
    newer = factories.statement(lines[0], 0, **said, value_state="not_stated", amount_ore=None, raw="-")
    assert newer.is_posted
    assert "1 linje med et budget har intet bogført forventet regnskab" in client.get(ROUND).content.decode()


def test_where_no_line_has_a_budget_nobody_is_said_to_have_answered(client: Client, lines: list[BudgetLine]) -> None:
    page = client.get(ROUND).content.decode()
    assert "Alle linjer med et budget" not in page
    assert "Ingen af linjerne har et budget for året" in page


def test_a_budget_without_a_sum_is_still_a_budget(client: Client, town: Town, lines: list[BudgetLine]) -> None:
    for level in ("2018", "2019"):
        factories.entry(lines[0], 5, by=town["finance"], year=2018, price_level=level)
    page = client.get(ROUND).content.decode()
    assert "Alle linjer med et budget" not in page
    assert "Ingen af linjerne har et budget for året" not in page
    factories.entry(lines[1], by=town["finance"])
    said: dict[str, Any] = {"by": town["finance"], "as_of": date(2018, 6, 30), "follow_up_round": "BO2 2018"}
    factories.statement(lines[1], 900_000, **said)
    page = client.get(ROUND).content.decode()
    assert "Alle linjer med et budget" not in page
    assert "Alle linjer, hvis budget kan lægges sammen, har et bogført forventet regnskab i denne opfølgning." in page


def test_a_department_answers_for_its_own_lines(client: Client, town: Town, lines: list[BudgetLine]) -> None:
    page = client.get(f"{ROUND}&department={town.department.reference}").content.decode()
    assert f"forecast-{lines[0].pk}" in page
    assert f"forecast-{lines[1].pk}" not in page


def test_spending_is_not_booked_after_the_reading(client: Client, lines: list[BudgetLine]) -> None:
    page = client.get(ROUND.replace("up_to=2018-05-31", "up_to=2018-07-31")).content.decode()
    assert "form-error-message" in page
    assert f"forecast-{lines[0].pk}" not in page
