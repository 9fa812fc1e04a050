"""What a reader may not see is on no page: neither as a row, nor in a sum, nor by name."""

from __future__ import annotations

import datetime

import pytest

from budgets.models import LineRelation, StatedTotal
from initiatives.models import Initiative, Strategy
from organisation import writing
from organisation.models import User
from portfolio import overview
from portfolio.overview import shapes
from tests import factories
from tests.cast import Cast, Town, make_cast

pytestmark = pytest.mark.django_db
DAY = datetime.date(2018, 12, 31)


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def town(cast: Cast) -> Town:
    return cast.koebenhavn


def seen_by(user: User, town: Town) -> shapes.PortfolioOverview:
    return overview.portfolio_overview(user, town.municipality, Initiative.objects.all(), DAY)


def test_a_committee_member_sees_no_draft_and_staff_does(town: Town) -> None:
    factories.initiative(town.municipality, "Godkendt", by=town.administrator)
    factories.initiative(town.municipality, "Udkast")
    member = seen_by(town.people["committee_member"], town)
    staff = seen_by(town.administrator, town)
    assert [card.title for card in member.initiatives] == ["Godkendt"]
    assert [(card.title, card.is_draft) for card in staff.initiatives] == [("Godkendt", False), ("Udkast", True)]


def test_another_municipality_shows_nothing(cast: Cast, town: Town) -> None:
    factories.initiative(town.municipality, "Godkendt", by=town.administrator)
    found = seen_by(cast.aarhus.administrator, town)
    assert (found.initiatives, found.strategies, found.empty_text) == ((), (), "Der er ingen indsatser her.")


def test_the_queryset_of_the_caller_cannot_widen_what_is_seen(cast: Cast, town: Town) -> None:
    factories.initiative(cast.aarhus.municipality, "Andre", by=cast.aarhus.administrator)
    assert seen_by(town.administrator, town).initiatives == ()


def test_a_strategy_or_initiative_that_one_may_not_see_is_not_there(cast: Cast, town: Town) -> None:
    initiative = factories.initiative(town.municipality, "Udkast")
    strategy = factories.strategy(town.municipality)
    member = town.people["committee_member"]
    with pytest.raises(Initiative.DoesNotExist):
        overview.initiative_sheet(member, initiative, DAY)
    with pytest.raises(Strategy.DoesNotExist):
        overview.strategy_overview(member, strategy, DAY)


def test_a_line_shared_with_a_draft_says_and_others_without_its_title(town: Town) -> None:
    ada = town.administrator
    known = factories.initiative(town.municipality, "Kendt", by=ada)
    secret = factories.initiative(town.municipality, "Hemmelig")
    line = factories.line(town.municipality, known, secret, by=ada)
    factories.entry(line, 100, by=ada)
    sheet = overview.initiative_sheet(town.people["committee_member"], known, DAY)
    sharing = sheet.budget_tables[0].rows[0].sharing
    assert sharing is not None
    assert (sharing.text, sharing.and_others) == ("deles af Kendt og andre", True)
    assert "Hemmelig" not in repr(sheet)


def test_a_relation_to_a_draft_does_not_name_it(town: Town) -> None:
    ada = town.administrator
    known = factories.initiative(town.municipality, "Kendt", by=ada)
    secret = factories.initiative(town.municipality, "Hemmelig")
    hidden_line = factories.line(town.municipality, name="Hemmelig linje")
    line = factories.line(town.municipality, known, by=ada)
    factories.entry(line, 100, by=ada)
    for other in ({"initiative": secret}, {"to_line": hidden_line}):
        relation = LineRelation(municipality=town.municipality, line=line, kind="financed_by", **other)
        writing.save(relation, by=ada)
    member = repr(overview.initiative_sheet(town.people["committee_member"], known, DAY))
    assert "Hemmelig" not in member
    assert "en anden indsats" in member
    assert "Hemmelig linje" in repr(overview.initiative_sheet(ada, known, DAY))


def test_drafts_of_entries_are_in_no_sum_for_anybody(town: Town) -> None:
    ada = town.administrator
    known = factories.initiative(town.municipality, "Kendt", by=ada)
    line = factories.line(town.municipality, known, by=ada)
    factories.entry(line, 100, by=ada)
    factories.entry(line, 900)
    for user in (ada, town.people["committee_member"]):
        assert overview.initiative_sheet(user, known, DAY).card.money.text == "vedtaget: 100\N{NO-BREAK SPACE}kr."
    assert "1 beløb er et udkast og ikke regnet med." in overview.initiative_sheet(ada, known, DAY).missing
    assert "udkast" not in repr(overview.initiative_sheet(town.people["committee_member"], known, DAY))


def test_a_report_shows_only_what_is_approved(town: Town) -> None:
    ada = town.administrator
    known = factories.initiative(town.municipality, "Kendt", by=ada)
    factories.initiative(town.municipality, "Hemmelig")
    indicator = factories.indicator(town.municipality, "Hemmelig andel")
    factories.status_update(known, ada, text="Hemmelig kladde")
    content = overview.report_content(town.municipality, None, DAY)
    assert [sheet.card.title for sheet in content.sheets] == ["Kendt"]
    assert indicator.name not in repr(content)
    assert "Hemmelig" not in repr(content)


def test_the_lights_add_up_and_the_worst_is_seen(town: Town) -> None:
    ada, mona = town.administrator, town.people["manager"]
    rows = [factories.initiative(town.municipality, f"Indsats {place}", by=ada) for place in range(3)]
    factories.status_update(rows[0], ada, approved_by=mona)
    factories.status_update(
        rows[1], ada, approved_by=mona, economy_light="red", reason="Huslejen stiger", action="Nye lokaler"
    )
    found = seen_by(ada, town)
    assert {count.code: count.number for count in found.by_light} == {"red": 1, "green": 1, "none": 1}
    assert sum(count.number for count in found.by_light) == found.initiative_count
    assert all(count.words and count.symbol for count in found.by_light)
    red = next(card.status for card in found.initiatives if card.status and card.status.worst.code == "red")
    assert (red.reason, red.action) == ("Huslejen stiger", "Nye lokaler")


def test_an_old_status_says_since_when(town: Town) -> None:
    ada = town.administrator
    row = factories.initiative(town.municipality, by=ada)
    factories.status_update(row, ada, approved_by=town.people["manager"])
    (card,) = seen_by(ada, town).initiatives
    assert card.status is not None
    assert card.status.stale_text == "ikke opdateret siden 1. maj 2018"
    (earlier,) = overview.portfolio_overview(
        ada, town.municipality, Initiative.objects.all(), datetime.date(2018, 4, 1)
    ).initiatives
    assert earlier.status is None


def test_a_printed_total_is_checked_only_when_all_of_it_is_shown(town: Town) -> None:
    ada = town.administrator
    strategy = factories.strategy(town.municipality, by=ada)
    rows = [
        factories.initiative(town.municipality, f"Indsats {place}", by=ada, strategy=strategy) for place in range(2)
    ]
    for row in rows:
        factories.entry(factories.line(town.municipality, row, by=ada), 100, by=ada)
    total = StatedTotal(
        municipality=town.municipality,
        reference="i-alt",
        label="I alt",
        strategy=strategy,
        raw="250",
        unit="kr",
        value_state="value",
        amount_ore=25_000,
    )
    writing.save(total, by=ada)
    whole = overview.strategy_overview(ada, strategy, DAY).budget_tables[0]
    assert [check.text for check in whole.checks] == ["stemmer ikke: forskel 50\N{NO-BREAK SPACE}kr."]
    part = overview.portfolio_overview(ada, town.municipality, Initiative.objects.filter(pk=rows[0].pk), DAY)
    assert part.budget_tables[0].checks == ()
