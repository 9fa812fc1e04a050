"""What the portfolio's filters find, what they offer to whom, and what they say."""

from datetime import date
from typing import Any

import pytest
from django.http import QueryDict

from budgets.models import FundingSource, LineRelation
from initiatives.models import Initiative, Method, MethodUse
from organisation import writing
from portfolio.dashboards.filters import InitiativeFilter
from tests import factories
from tests.cast import Cast, Town


@pytest.fixture
def town(cast: Cast) -> Town:
    return cast.koebenhavn


def filters(town: Town, address: str, role: str = "administrator") -> InitiativeFilter:
    return InitiativeFilter(QueryDict(address), town[role], town.municipality, date(2018, 6, 1))


def found(town: Town, address: str, role: str = "administrator") -> set[str]:
    return {initiative.title for initiative in filters(town, address, role).narrowed}


def made(town: Town, title: str, **fields: Any) -> Initiative:
    return factories.initiative(town.municipality, title, by=town.administrator, **fields)


@pytest.mark.parametrize("words", ["aarhus", "Århus", "AARHUS netværk", "netvaerk århus", "A7"])
def test_the_search_finds_every_word_however_danish_letters_are_typed(town: Town, words: str) -> None:
    made(town, "Netværk i Århus", code="A7")
    made(town, "Netværk i Odense", code="A8")
    assert found(town, f"q={words}") == {"Netværk i Århus"}


def test_the_search_knows_other_names(town: Town) -> None:
    made(town, "Aktiv ven", aliases="peer to peer")
    assert found(town, "q=peer") == {"Aktiv ven"}


def test_the_search_reads_the_texts_and_the_summary(town: Town) -> None:
    one = made(town, "Netværk")
    factories.text(one, factories.heading(town.municipality), "Borgerne mødes på Århus Havn.")
    made(town, "Café", summary="Kaffe for ældre")
    assert found(town, "q=aarhus netvaerk") == {"Netværk"}
    assert found(town, "q=ÆLDRE") == {"Café"}
    assert found(town, "q=aarhus ældre") == set()


def test_a_department_holds_those_below_it_and_is_not_who_only_decides(town: Town) -> None:
    centre = factories.body(town.municipality, "Center for Voksne", "centre", parent=town.department)
    factories.owner(made(town, "I centret"), centre)
    factories.owner(made(town, "I udvalget"), town.committee)
    assert found(town, f"department={town.department.reference}") == {"I centret"}
    assert [one.name for one in filters(town, "").choices.departments] == [str(town.department), "Center for Voksne"]


def test_a_source_of_money_is_offered_and_found_through_lines_that_the_reader_sees(town: Town) -> None:
    source = FundingSource(
        municipality=town.municipality, reference="pulje", name="Pulje", kind="local_pool", value_state="not_stated"
    )
    writing.save(source, by=None)
    for title, by in (("Åben", town.administrator), ("Skjult", None)):
        line = factories.line(town.municipality, made(town, title), by=by)
        relation = LineRelation(municipality=town.municipality, line=line, kind="financed_by", funding_source=source)
        writing.save(relation, by=None)
    assert found(town, "funding_source=pulje") == {"Åben", "Skjult"}
    assert found(town, "funding_source=pulje", "reader") == {"Åben"}


def test_a_period_lies_before_on_or_after_the_day(town: Town) -> None:
    made(town, "Før", period_text="2017")
    made(town, "Nu", period_text="2018")
    made(town, "Uden ende", period_text="2016-")
    made(town, "Efter", period_text="2020")
    made(town, "Ukendt")
    assert found(town, "period=ended") == {"Før"}
    assert found(town, "period=running") == {"Nu", "Uden ende"}
    assert found(town, "period=not_begun") == {"Efter"}
    assert found(town, "period=unknown") == {"Ukendt"}


def test_an_objective_holds_what_stands_under_the_objectives_below_it(town: Town) -> None:
    strategy = factories.strategy(town.municipality, by=town.administrator)
    theme = factories.objective(strategy, "Tema", reference="tema")
    track = factories.objective(strategy, "Spor", parent=theme, reference="spor")
    factories.under(made(town, "På sporet"), track)
    factories.under(made(town, "Under temaet"), theme)
    made(town, "For sig selv")
    assert found(town, "objective=tema") == {"På sporet", "Under temaet"}
    assert found(town, "objective=spor") == {"På sporet"}


def test_a_strategy_holds_what_its_document_names_and_what_serves_its_objectives(town: Town) -> None:
    strategy = factories.strategy(town.municipality, by=town.administrator, reference="plan")
    made(town, "Nævnt", strategy=strategy)
    factories.under(made(town, "Tjener et mål"), factories.objective(strategy))
    made(town, "For sig selv")
    assert found(town, "strategy=plan") == {"Nævnt", "Tjener et mål"}


def test_a_wide_target_group_holds_the_detailed_ones(town: Town) -> None:
    wide = factories.target_group(town.municipality, "Ældre", reference="aeldre")
    detailed = factories.target_group(town.municipality, "Ældre på plejecenter", reference="plejecenter", parent=wide)
    give_target_group(made(town, "Café"), detailed)
    assert found(town, "target_group=aeldre") == {"Café"}


def give_target_group(initiative: Initiative, group: Any) -> None:
    from initiatives.models import InitiativeTargetGroup

    link = InitiativeTargetGroup(municipality=initiative.municipality, initiative=initiative, target_group=group)
    writing.save(link, by=None)


def test_owner_method_and_state(town: Town) -> None:
    mine = made(town, "Bolig først", state="ongoing")
    made(town, "En anden", state="planned")
    factories.owner(mine, town.department)
    method = writing.save(Method(reference="housing-first", name="Housing First"), by=None)
    use = MethodUse(municipality=town.municipality, initiative=mine, method=method, state="in_use")
    writing.save(use, by=None)
    for address in (f"owner={town.department.reference}", "method=housing-first", "state=ongoing"):
        assert found(town, address) == {"Bolig først"}, address


def test_a_year_finds_what_runs_in_it_and_the_unknown_is_a_choice_of_its_own(town: Town) -> None:
    made(town, "To år", period_text="2017-2018")
    made(town, "Et år", period_text="2018")
    made(town, "Uden ende", period_text="2018-")
    made(town, "Uden periode")
    made(town, "Uden datoer", period_text="når det passer")
    assert found(town, "year=2017") == {"To år"}
    assert found(town, "year=2018") == {"To år", "Et år", "Uden ende"}
    assert found(town, "year=2030") == {"Uden ende"}
    assert found(town, "year=unknown") == {"Uden periode", "Uden datoer"}


def test_filters_narrow_together(town: Town) -> None:
    made(town, "Den rigtige", state="ongoing", period_text="2018")
    made(town, "Forkert år", state="ongoing", period_text="2020")
    made(town, "Forkert tilstand", state="planned", period_text="2018")
    assert found(town, "state=ongoing&year=2018") == {"Den rigtige"}


def test_a_reader_is_not_offered_what_only_drafts_use(town: Town) -> None:
    draft = factories.initiative(town.municipality, "Hemmelig kladde", period_text="1999")
    group = factories.target_group(town.municipality, "Hemmelig gruppe", reference="hemmelig")
    give_target_group(draft, group)
    factories.owner(draft, town.department)
    secret_strategy = factories.strategy(town.municipality, "Hemmelig strategi", reference="hemmelig-strategi")
    factories.under(draft, factories.objective(secret_strategy, reference="hemmeligt-maal"))
    method = writing.save(Method(reference="hemmelig-metode", name="Hemmelig metode"), by=None)
    writing.save(MethodUse(municipality=town.municipality, initiative=draft, method=method, state="in_use"), by=None)
    assert offered(town, "administrator") == {
        "hemmelig", town.department.reference, "hemmelig-strategi", "hemmeligt-maal", "hemmelig-metode", "1999",
    }  # fmt: skip
    for role in ("committee_member", "reader"):
        assert offered(town, role) == set()


def offered(town: Town, role: str) -> set[str]:
    choices = filters(town, "", role).choices
    rows = (choices.strategies, choices.objectives, choices.target_groups, choices.methods, choices.owners)
    return {row.reference for some in rows for row in some} | {str(year) for year in choices.years}


def test_a_choice_of_another_municipality_is_no_choice(town: Town, cast: Cast) -> None:
    theirs = factories.initiative(cast.aarhus.municipality, by=cast.aarhus.administrator)
    give_target_group(theirs, factories.target_group(cast.aarhus.municipality, reference="deres"))
    made(town, "Vores")
    asked = filters(town, "target_group=deres")
    assert list(asked.narrowed) == []
    assert asked.problems == ["“deres” kan ikke bruges til “Målgruppe”."]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("state=ongoning", "“ongoning” kan ikke bruges til “Tilstand”."),
        ("year=abc", "“abc” kan ikke bruges til “Kører i året”."),
        ("year=20", "“20” kan ikke bruges til “Kører i året”."),
        ("year=٢٠١٨", "“٢٠١٨” kan ikke bruges til “Kører i året”."),
        ("q=a%00b", "“a\x00b” kan ikke bruges til “Søg i titler, koder og tekster”."),
        ("objective=%00", "“\x00” kan ikke bruges til “Mål”."),
    ],
)
def test_an_invalid_value_gets_a_sentence_and_finds_nothing(town: Town, address: str, sentence: str) -> None:
    made(town, "Findes")
    asked = filters(town, address)
    assert asked.problems == [sentence]
    assert list(asked.narrowed) == []


def test_the_filters_say_what_they_do(town: Town) -> None:
    give_target_group(
        made(town, "Café", period_text="2018"), factories.target_group(town.municipality, "Ældre", reference="ae")
    )
    made(town, "En anden")
    asked = filters(town, "year=2018&target_group=ae")
    assert asked.summary(1, 2) == "Viser 1 af 2 indsatser: målgruppe: Ældre · kører i 2018"
    assert [one.address_without for one in asked.applied] == ["year=2018", "target_group=ae"]
    assert filters(town, "year=unknown").summary(0, 1) == "Viser 0 af 1 indsats: periode ikke kendt"
    assert filters(town, "").summary(2, 2) == "Viser 2 af 2 indsatser"


def test_blank_repeated_and_foreign_parameters_leave_the_address(town: Town) -> None:
    assert filters(town, "q=&state=ongoing&state=planned&year=&utm_source=x&page=2").address == "state=planned"


def test_no_initiative_comes_twice(town: Town) -> None:
    strategy = factories.strategy(town.municipality, by=town.administrator, reference="plan")
    one = made(town, "Under to mål", strategy=strategy)
    top = factories.objective(strategy, reference="top")
    for title in ("Et", "To"):
        factories.under(one, factories.objective(strategy, title, parent=top))
    assert [row.title for row in filters(town, "strategy=plan&objective=top").narrowed] == ["Under to mål"]
