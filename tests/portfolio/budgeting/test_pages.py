"""The budget's pages: what is shown, as of when, and what is not shown to whom."""

from __future__ import annotations

import pytest
from django.test import Client

from budgets.models import BudgetLine, FundingSource, LineRelation, Transfer
from organisation import writing
from organisation.models import User
from tests import factories
from tests.cast import Cast, Town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(cast: Cast) -> Town:
    return cast.koebenhavn


def seen_by(user: User, address: str) -> str:
    client = Client()
    client.force_login(user)
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_a_line_without_an_initiative_is_part_of_the_whole_budget(town: Town) -> None:
    factories.entry(factories.line(town.municipality, name="Reserve", by=town.administrator), 700, by=town["finance"])
    page = seen_by(town["reader"], "/0101/budget/")
    assert "Reserve" in page
    assert "700 kr." in page


def test_the_page_says_when_it_looks_back(town: Town) -> None:
    line = factories.line(town.municipality, by=town.administrator)
    factories.entry(line, 1000, by=town["finance"], effective_text="12. oktober 2017")
    factories.entry(
        line, 300, by=town["finance"], kind="supplementary", coverage="cash_balance", effective_text="1. juni 2018"
    )
    assert "1.300 kr." in seen_by(town["reader"], "/0101/budget/")
    page = seen_by(town["reader"], "/0101/budget/?as_of=2018-05-31")
    assert "Tallene er pr. 31. maj 2018." in page
    assert "1.000 kr." in page
    assert "1.300 kr." not in page
    early = seen_by(town["reader"], "/0101/budget/?known_on=2017-01-01")
    assert "Kun det, der var registreret senest 1. januar 2017, er talt med." in early
    assert "1.000 kr." not in early


def test_what_is_asked_wrongly_is_said_and_the_usual_shown(town: Town) -> None:
    page = seen_by(town["reader"], "/0101/budget/?as_of=2018-05-31&since=2018-06-30&by=weather")
    assert page.count("form-error-message") == 2
    assert "Den første dag ligger efter tallenes dag." in page


def test_a_strategys_budget_holds_its_own_lines_only(town: Town) -> None:
    ada = town.administrator
    strategy = factories.strategy(town.municipality, by=ada)
    ours = factories.line(
        town.municipality, factories.initiative(town.municipality, by=ada, strategy=strategy), name="Vores", by=ada
    )
    other = factories.line(town.municipality, name="En anden", by=ada)
    for line in (ours, other):
        factories.entry(line, 100, by=ada)
    page = seen_by(town["reader"], f"/0101/budget/?strategy={strategy.reference}")
    assert "Vores" in page
    assert "En anden" not in page
    hidden = factories.strategy(town.municipality, "Hemmelig")
    client = Client()
    client.force_login(town["reader"])
    assert client.get(f"/0101/budget/?strategy={hidden.reference}").status_code == 404


def test_a_line_says_that_it_serves_others_whom_the_reader_may_not_see(town: Town) -> None:
    secret = factories.initiative(town.municipality, "Hemmelig indsats")
    line = factories.line(town.municipality, secret, by=town.administrator)
    address = f"/0101/budget/linjer/{line.reference}/"
    page = seen_by(town["committee_member"], address)
    assert "og andre" in page
    assert "Hemmelig indsats" not in page
    assert "Hemmelig indsats" in seen_by(town["finance"], address)


def test_drafts_are_counted_for_those_who_see_them_and_are_in_no_figure(town: Town) -> None:
    line = factories.line(town.municipality, by=town.administrator)
    factories.entry(line, 4321)
    address = f"/0101/budget/linjer/{line.reference}/"
    assert "1 udkast er ikke bogført" in seen_by(town["finance"], address)
    for person in ("finance", "reader"):
        assert "4.321" not in seen_by(town[person], address)
    assert "udkast er ikke bogført" not in seen_by(town["reader"], address)


def test_a_line_opens_to_its_bridge(town: Town) -> None:
    """The case 47,7 → 35,7."""
    finn, line = town["finance"], factories.line(town.municipality, by=town.administrator)
    factories.entry(line, 47_700_000, by=finn, unit="mio", effective_text="12. oktober 2017")
    factories.entry(
        line, -12_000_000, by=finn, unit="mio", kind="supplementary", coverage="cash_balance",
        effective_text="1. juni 2018",
    )  # fmt: skip
    page = seen_by(town["reader"], f"/0101/budget/linjer/{line.reference}/?since=2018-01-01&as_of=2018-12-31")
    bridge = page[page.index("bridge-1-caption") :]
    assert bridge.index("47,7") < bridge.index("−12,0") < bridge.index("35,7")


def test_a_source_shows_its_own_towns_lines_only(cast: Cast) -> None:
    pool = FundingSource(
        reference="pulje", name="Statens pulje", kind="state_pool", unit="mio", value_state="value",
        amount_ore=50_000_000_000, raw="500",
    )  # fmt: skip
    writing.save(pool, by=cast.operator)
    for town, name in ((cast.koebenhavn, "Vores"), (cast.aarhus, "Deres")):
        line: BudgetLine = factories.line(town.municipality, name=name, by=town.administrator)
        factories.entry(line, 1_000_000, by=town["finance"], unit="mio")
        relation = LineRelation(municipality=town.municipality, line=line, kind="financed_by", funding_source=pool)
        writing.save(relation, by=town.administrator)
    page = seen_by(cast.koebenhavn["reader"], "/0101/budget/kilder/landsdaekkende/pulje/")
    assert "Vores" in page
    assert "Deres" not in page
    assert "Størrelse, som baggrund" in page


def test_what_cannot_be_added_is_still_shown_each_under_its_own_decision(town: Town) -> None:
    pool = FundingSource(
        municipality=town.municipality, reference="pulje", name="Vores pulje", kind="local_pool",
        value_state="value", amount_ore=500_000, raw="5.000",
    )  # fmt: skip
    writing.save(pool, by=town.administrator)
    line = factories.line(town.municipality, by=town.administrator)
    factories.entry(line, 1_000, by=town["finance"])
    factories.entry(line, 2_000, by=town["finance"], decision_state="proposed")
    relation = LineRelation(municipality=town.municipality, line=line, kind="financed_by", funding_source=pool)
    writing.save(relation, by=town.administrator)
    page = seen_by(town["reader"], "/0101/budget/kilder/pulje/")
    assert "vedtaget: 1.000 kr.; foreslået: 2.000 kr." in page
    assert "3.000" not in page


def test_a_national_source_is_not_hidden_by_ones_own_of_the_same_reference(cast: Cast) -> None:
    town = cast.koebenhavn
    for home, kind, name in ((None, "state_pool", "Statens pulje"), (town.municipality, "local_pool", "Byens pulje")):
        pool = FundingSource(
            municipality=home, reference="pulje", name=name, kind=kind, value_state="value", amount_ore=100_000,
        )  # fmt: skip
        writing.save(pool, by=cast.operator)
        line = factories.line(town.municipality, name=f"Af {name}", by=town.administrator)
        factories.entry(line, 1_000, by=town["finance"])
        relation = LineRelation(municipality=town.municipality, line=line, kind="financed_by", funding_source=pool)
        writing.save(relation, by=town.administrator)
        page = seen_by(town["reader"], f"/0101/budget/linjer/{line.reference}/")
        address = "kilder/landsdaekkende/pulje/" if home is None else "kilder/pulje/"
        assert f'href="/0101/budget/{address}"' in page
        assert f"Af {name}" in seen_by(town["reader"], f"/0101/budget/{address}")


def test_a_line_shows_all_its_terms_and_those_of_its_entries(town: Town) -> None:
    """One-off or permanent, service frame, account, dranst, cost, price level, cover, relations in their own words."""
    finn, ada, home = town["finance"], town.administrator, town.municipality
    old = factories.line(home, name="Projektledelse", by=ada)
    line = factories.line(
        home, name="Koordinator", by=ada, cost_kind="salary", dranst="construction", recurrence="permanent",
        service_frame="inside", account_string="5.38.59.1", budget_round="Budget 2018",
    )  # fmt: skip
    factories.entry(line, 900, by=finn, price_level="2018-pl", recurrence="one_off", effective_text="12. oktober 2017")
    terms = {"kind": "supplementary", "coverage": "line", "coverage_line": old, "price_level": "2018-pl"}
    factories.entry(line, 100, by=finn, **terms)
    for kind, other, words in (
        ("merges_and_reduces", {"to_line": old}, "Samling og reduktion af projektledelse"),
        ("financed_by", {}, "Finansieres af brugerundersøgelsen"),
    ):
        writing.save(LineRelation(municipality=home, line=line, kind=kind, words=words, **other), by=ada)
    page = seen_by(town["reader"], f"/0101/budget/linjer/{line.reference}/")
    for words in (
        "Lønudgifter", "Anlæg", "Varig", "Inden for servicerammen", "5.38.59.1", "Budget 2018", "2018-pl, engangsbeløb",
        "dækkes af: Projektledelse", "Projektledelse (“Samling og reduktion af projektledelse”)",
        "“Finansieres af brugerundersøgelsen”",
    ):  # fmt: skip
        assert words in page, words


def test_money_moved_outside_the_overview_is_named_and_in_no_total(town: Town) -> None:
    finn, line = town["finance"], factories.line(town.municipality, by=town.administrator)
    factories.entry(line, 1_000, by=finn, effective_text="12. oktober 2017")
    transfer = Transfer(
        municipality=town.municipality, from_line=line, outside="Børn og Velfærd", year=2018, amount_ore=30_000,
        decision_state="adopted", effective_text="1. juni 2018",
    )  # fmt: skip
    writing.save(transfer, by=finn)
    transfer.post(by=finn)
    page = seen_by(town["reader"], "/0101/budget/?since=2018-01-01&as_of=2018-12-31")
    assert "Omplacering ud, uden for oversigten: Børn og Velfærd" in page
    assert "700 kr." in page
    assert "1.300" not in page
