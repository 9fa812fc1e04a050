"""Each field of the ledger is typed on a screen, posted there, and then read on the line's page."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from budgets.models import BudgetLine, Entry, Statement, Transfer
from initiatives.models import Event
from organisation import writing
from tests import factories
from tests.cast import Cast, Town
from tests.portfolio.budgeting.test_grids import ENTRIES, ROUND, page_after
from tests.world import form_of

pytestmark = pytest.mark.django_db

LINE = {"name": "Støttekontakt", "direction": "expenditure"}
ADOPTED = {"kind": "original", "year": "2018", "amount": "900", "decision_state": "adopted"}
READ = {"kind": "actual", "year": "2018", "amount": "400", "as_of": "30.06.2018", "up_to": "31.05.2018"}
DECIDED = "Budget 2018 ved 2. behandling"
MOVED = {"to_line": "", "outside": "Børn og Unge", "year": "2018", "amount": "300", "decision_state": "adopted"}

# Screen, what is typed on it, and the words on the line's page: as many fields at once as one row has.
FIELDS: list[tuple[str, dict[str, str], list[str]]] = [
    (
        "budgetline",
        LINE
        | {"cost_kind": "licences", "dranst": "state_refund", "recurrence": "permanent"}
        | {"service_frame": "outside", "account_string": "5.38.59.1", "budget_round": "Budget 2018"},
        ["Udgift", "Licenser", "Statsrefusion", "Varig", "Uden for servicerammen", "5.38.59.1", "Budget 2018"],
    ),
    ("budgetline", LINE | {"direction": "income"}, ["Indtægt"]),
    (
        "entry",
        ADOPTED
        | {"amount": "912,55", "decision": "decision", "effective_text": "24. maj 2018", "price_level": "2018-pl"}
        | {"recurrence": "one_off", "note": "Til to stillinger"},
        ["912,55", DECIDED, "24. maj 2018", "2018-pl, engangsbeløb", "Til to stillinger", "vedtaget"],
    ),
    ("entry", ADOPTED | {"kind": "supplementary", "coverage": "cash_balance"}, ["Tillægsbevilling", "kassebeholdning"]),
    ("entry", ADOPTED | {"kind": "supplementary", "coverage": "not_assigned"}, ["endnu ikke anvist"]),
    ("entry", ADOPTED | {"kind": "supplementary", "coverage": "line", "coverage_line": "reserve"}, ["Reserven"]),
    ("entry", ADOPTED | {"kind": "carry_over"}, ["Overførsel mellem år"]),
    (
        "entry",
        ADOPTED | {"year": "", "period_text": "2021-2023", "decision_state": "proposed"},
        ["2021-2023", "oreslået"],
    ),
    ("statement", READ, ["til og med 31. maj 2018, foreløbig"]),
    ("statement", READ | {"is_final": "on"}, ["til og med 31. maj 2018, endelig"]),
    ("statement", READ | {"kind": "forecast", "up_to": "", "follow_up_round": "BO2 2018"}, ["Forventet", "BO2 2018"]),
    ("statement", READ | {"kind": "accounts", "up_to": ""}, ["Regnskab"]),
    ("transfer", MOVED | {"decision": "decision"}, ["Børn og Unge", DECIDED]),
    ("transfer", MOVED | {"outside": "", "to_line": "reserve"}, ["Reserven"]),
]


@pytest.fixture
def town(cast: Cast) -> Town:
    return cast.koebenhavn


@pytest.fixture
def line(town: Town) -> BudgetLine:
    return factories.line(town.municipality, name="Koordinator", by=town.administrator, reference="koordinator")


@pytest.fixture
def decision(town: Town) -> Event:
    event = Event(
        municipality=town.municipality, reference="b18", kind="decision", title=DECIDED,
        effective_text="12. oktober 2017",
    )  # fmt: skip
    return writing.save(event, by=town.administrator)


def signed_in(town: Town) -> Client:
    client = Client()
    client.force_login(town["finance"])
    return client


@pytest.mark.parametrize("case", FIELDS, ids=lambda case: case[2][0])
def test_what_is_typed_on_the_screen_stands_on_the_page(
    town: Town, line: BudgetLine, decision: Event, case: tuple[str, dict[str, str], list[str]]
) -> None:
    screen, typed, words = case
    client = signed_in(town)
    reserve = factories.line(town.municipality, name="Reserven", by=town.administrator)
    rows = {"line": line, "from_line": line, "reserve": reserve, "decision": decision}
    shown = made(client, screen, {name: pk_of(rows, name, value) for name, value in typed.items()}, line)
    page = client.get(page_of(shown)).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert [one for one in words if one not in page.partition("<h1")[2]] == []


def page_of(line: BudgetLine) -> str:
    return f"/0101/budget/linjer/{line.reference}/"


def pk_of(rows: dict[str, Any], name: str, value: str) -> str:
    is_link = name in {"coverage_line", "to_line", "decision"}
    return str(rows[value].pk) if is_link and value else value


def made(client: Client, screen: str, typed: dict[str, str], line: BudgetLine) -> BudgetLine:
    """The line whose page shows what was typed, posted where it is posted."""
    address = reverse(f"admin:budgets_{screen}_add")
    under = {"transfer": {"from_line": line.pk}, "budgetline": {}}.get(screen, {"line": line.pk})
    answer = client.post(address, form_of(client, address) | under | typed)
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    if screen == "budgetline":
        return BudgetLine.objects.get(name=LINE["name"])
    models: dict[str, Any] = {"entry": Entry, "statement": Statement, "transfer": Transfer}
    rows = models[screen].objects
    client.post(reverse(f"admin:budgets_{screen}_verb", args=[rows.get().pk, "post"]))
    assert rows.get().is_posted
    return line


def test_the_grid_takes_the_decision_and_its_day(town: Town, line: BudgetLine, decision: Event) -> None:
    cell = {f"c-{line.pk}-2018": "250", "event": str(decision.pk), "is_posted": "on"}
    page_after(signed_in(town), ENTRIES.replace("proposed", "adopted"), **cell)
    entry = Entry.objects.get()
    assert (entry.decision, entry.is_posted) == (decision, True)
    page = signed_in(town).get("/0101/budget/linjer/koordinator/?as_of=2017-10-11").content.decode()
    assert DECIDED not in page
    page = signed_in(town).get("/0101/budget/linjer/koordinator/?as_of=2017-10-12").content.decode()
    assert DECIDED in page


def test_another_towns_decision_is_no_choice(cast: Cast, town: Town, line: BudgetLine) -> None:
    theirs = Event(municipality=cast.aarhus.municipality, reference="x", kind="decision", title="Deres")
    writing.save(theirs, by=cast.aarhus.administrator)
    page = page_after(signed_in(town), ENTRIES, **{f"c-{line.pk}-2018": "250", "event": str(theirs.pk)})
    assert not Entry.objects.exists()
    assert "Deres" not in page


def test_a_follow_up_says_whether_its_spending_is_final_and_posts_the_drafts_that_stand(
    town: Town, line: BudgetLine
) -> None:
    client = signed_in(town)
    page_after(client, ROUND, **{f"actual-{line.pk}": "400", f"forecast-{line.pk}": "900"})
    later = ROUND.replace("up_to=2018-05-31", "up_to=2018-06-30")
    said = page_after(client, later, **{f"actual-{line.pk}": "420", "is_final": "on", "is_posted": "on"})
    assert "1 beløb er gemt; 1 udkast er bogført." in said
    found = {row.kind: (row.amount_ore, row.is_final, str(row.up_to), row.is_posted) for row in Statement.objects.all()}
    assert found == {
        "actual": (42_000_000, True, "2018-06-30", True),
        "forecast": (90_000_000, False, "2018-05-31", True),
    }


def test_the_pages_lead_to_the_screens_with_what_is_known_filled_in(town: Town, line: BudgetLine) -> None:
    client = signed_in(town)
    screen = f"{reverse('admin:budgets_entry_add')}?kind=supplementary&decision_state=adopted"
    assert screen.replace("&", "&amp;") in client.get("/0101/budget/").content.decode()
    on_line = f"{screen}&line={line.pk}"
    assert on_line.replace("&", "&amp;") in client.get(page_of(line)).content.decode()
    form = form_of(client, on_line)
    assert (form["kind"], form["decision_state"], form["line"]) == ("supplementary", "adopted", str(line.pk))
    reader = Client()
    reader.force_login(town["reader"])
    assert reverse("admin:budgets_entry_add") not in reader.get(page_of(line)).content.decode()
