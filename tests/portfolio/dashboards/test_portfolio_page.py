"""The portfolio page: filters in the address, fragments, pages, and how many queries it takes."""

from datetime import date

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects
from pytest_django.fixtures import DjangoAssertNumQueries

from budgets.models import FundingSource, LineRelation
from initiatives.models import Initiative, InitiativeObjective, InitiativeTargetGroup, Involvement
from organisation import writing
from tests import factories
from tests.cast import Cast, Town

ADDRESS = "/0101/"


@pytest.fixture
def town(cast: Cast, client: Client) -> Town:
    client.force_login(cast.koebenhavn["reader"])
    return cast.koebenhavn


def make_portfolio(town: Town, size: int) -> list[Initiative]:
    """`size` approved initiatives under one objective, each with a target group and an owner; every tenth has money."""
    ada, municipality = town.administrator, town.municipality
    strategy = factories.strategy(municipality, by=ada)
    objective, group = factories.objective(strategy), factories.target_group(municipality)
    rows = [
        Initiative(
            municipality=municipality, reference=f"i{number}", title=f"Indsats {number}", strategy=strategy,
            period_text="2018", **factories.approved(ada),
        )
        for number in range(size)
    ]  # fmt: skip
    initiatives = writing.save_many(rows, by=ada, validate=False)
    links = [InitiativeObjective(municipality=municipality, initiative=one, objective=objective) for one in initiatives]
    writing.save_many(links, by=ada, validate=False)
    groups = [InitiativeTargetGroup(municipality=municipality, initiative=i, target_group=group) for i in initiatives]
    writing.save_many(groups, by=ada, validate=False)
    owners = [
        Involvement(municipality=municipality, initiative=one, role="owner", body=town.department)
        for one in initiatives
    ]
    writing.save_many(owners, by=ada, validate=False)
    for one in initiatives[::10]:
        factories.entry(factories.line(municipality, one, by=ada), by=ada)
    return initiatives


def test_the_page_says_what_there_is_and_how_it_was_narrowed(client: Client, town: Town) -> None:
    make_portfolio(town, 3)
    factories.initiative(town.municipality, "Uden for", by=town.administrator, period_text="2020")
    page = client.get(ADDRESS)
    assertContains(page, "Viser 4 af 4 indsatser")
    narrowed = client.get(ADDRESS, {"year": "2018"})
    assertContains(narrowed, "Viser 3 af 4 indsatser: kører i 2018")
    assertNotContains(narrowed, "Uden for")


def test_an_empty_portfolio_says_so(client: Client, town: Town) -> None:
    assertContains(client.get(ADDRESS), "pm-empty")


def test_nonsense_in_the_address_gets_a_sentence_and_no_initiatives(client: Client, town: Town) -> None:
    make_portfolio(town, 2)
    page = client.get(ADDRESS, {"state": "nonsens"})
    assertContains(page, "“nonsens” kan ikke bruges til “Tilstand”. Ingen indsatser vises")
    assertContains(page, "Viser 0 af 2 indsatser")
    assertNotContains(page, "Indsats 1")


def test_what_is_searched_for_is_shown_as_text(client: Client, town: Town) -> None:
    page = client.get(ADDRESS, {"q": "<script>alert(1)</script>"})
    assertNotContains(page, "<script>alert")


def test_blank_fields_of_the_form_leave_the_address(client: Client, town: Town) -> None:
    answer = client.get(ADDRESS, {"q": "", "state": "ongoing", "year": ""})
    assertRedirects(answer, f"{ADDRESS}?state=ongoing", fetch_redirect_response=False)
    assertRedirects(client.get(ADDRESS, {"q": ""}), ADDRESS, fetch_redirect_response=False)


def test_htmx_gets_the_results_alone_with_an_announcement_and_the_clean_address(client: Client, town: Town) -> None:
    make_portfolio(town, 2)
    fragment = client.get(ADDRESS, {"q": "indsats 1", "year": ""}, headers={"HX-Request": "true"})
    assertNotContains(fragment, "<html")
    assertContains(fragment, 'id="announcement" hx-swap-oob="innerHTML">Viser 1 af 2 indsatser')
    assert fragment.headers["HX-Push-Url"] == f"{ADDRESS}?q=indsats+1"
    assert "HX-Request" in fragment.headers["Vary"]


def test_htmx_gets_the_whole_page_when_it_goes_back(client: Client, town: Town) -> None:
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assertContains(client.get(ADDRESS, headers=headers), "<html")


def test_htmx_is_sent_to_the_sign_in_as_a_whole_page_when_the_session_has_ended(client: Client, town: Town) -> None:
    client.logout()
    answer = client.get(ADDRESS, {"q": "x"}, headers={"HX-Request": "true"})
    assert answer.content == b""
    assert answer.headers["HX-Redirect"] == f"{ADDRESS}?q=x"


def test_groups_may_share_initiatives_and_say_so(client: Client, town: Town) -> None:
    ada = town.administrator
    policy = factories.strategy(town.municipality, "Politik", by=ada)
    serving = factories.initiative(town.municipality, "Tjener to mål", by=ada)
    factories.initiative(town.municipality, "For sig selv", by=ada)
    for position, title in enumerate(("Et mål", "Et andet")):
        factories.under(serving, factories.objective(policy, title, position=position))
    page = client.get(ADDRESS, {"by": "objective"})
    groups = [(group.name.title, [line.title for line in group.lines]) for group in page.context["listing"].groups]
    assert groups == [
        ("mål: Et mål", ["Tjener to mål"]),
        ("mål: Et andet", ["Tjener to mål"]),
        ("Ikke angivet", ["For sig selv"]),
    ]
    assertContains(page, "1 indsats står i mere end én gruppe: gruppernes tal kan ikke lægges sammen.")
    assertContains(page, "Viser 2 af 2 indsatser")


def test_a_group_tells_its_money_and_a_line_of_two_groups_keeps_the_sums_apart(client: Client, town: Town) -> None:
    ada, home = town.administrator, town.municipality
    policy = factories.strategy(home, "Politik", by=ada)
    one, other, below = (factories.initiative(home, title, by=ada) for title in ("Et", "Andet", "Del"))
    below.parent = one
    writing.save(below, by=ada)
    for position, initiative in enumerate((one, other)):
        factories.under(initiative, factories.objective(policy, f"Mål {position}", position=position))
    factories.entry(factories.line(home, one, below, by=ada), 1000, by=ada)
    factories.entry(factories.line(home, below, by=ada), 20, by=ada)
    page = client.get(ADDRESS, {"by": "objective", "q": "et"})
    assert not page.context["listing"].overlap_text
    factories.entry(factories.line(home, one, other, by=ada), 500, by=ada)
    page = client.get(ADDRESS, {"by": "objective"})
    listing = page.context["listing"]
    said = {group.name.title: group.money.text for group in listing.groups}
    assert said == {
        "mål: Mål 0": "vedtaget: 1.520\u00a0kr.", "mål: Mål 1": "vedtaget: 500\u00a0kr.",
        "Ikke angivet": "vedtaget: 1.020\u00a0kr.",
    }  # fmt: skip
    assert listing.money.text == "vedtaget: 1.520\u00a0kr."
    assertContains(page, "3 budgetlinjer betjener mere end én gruppe: gruppernes summer kan ikke lægges sammen.")


def test_a_department_is_where_the_work_is_done_and_an_owner_is_anybody(client: Client, town: Town) -> None:
    ada, home = town.administrator, town.municipality
    council = factories.body(home, "Ældrerådet", "advisory_council")
    led, done = (factories.initiative(home, title, by=ada) for title in ("Ledes af et råd", "Udføres"))
    factories.owner(led, body=council)
    writing.save(Involvement(municipality=home, initiative=done, role="executing", body=town.department), by=ada)

    def groups(by: str) -> list[tuple[str, list[str]]]:
        found = client.get(ADDRESS, {"by": by}).context["listing"].groups
        return [(group.name.title, [line.title for line in group.lines]) for group in found]

    assert groups("department") == [(town.department.name, ["Udføres"]), ("Ikke angivet", ["Ledes af et råd"])]
    assert groups("owner") == [("Ældrerådet", ["Ledes af et råd"]), ("Ikke angivet", ["Udføres"])]


def test_what_nothing_is_known_of_is_said_and_not_left_out(client: Client, town: Town) -> None:
    factories.initiative(town.municipality, "Uden alt", by=town.administrator)
    for view in ("table", "cards"):
        page = client.get(ADDRESS, {"view": view})
        for said in ("ingen status", "tovholder ikke angivet", "ingen beløb angivet", "intet budget vedtaget"):
            assertContains(page, said, msg_prefix=view)


def test_a_national_source_of_money_leads_to_its_own_page(client: Client, town: Town) -> None:
    ada, home = town.administrator, town.municipality
    pool = FundingSource(reference="pulje", name="Statspulje", kind="state_pool", value_state="not_stated")
    writing.save(pool, by=None)
    line = factories.line(home, factories.initiative(home, by=ada), by=ada)
    writing.save(LineRelation(municipality=home, line=line, kind="financed_by", funding_source=pool), by=ada)
    [group] = client.get(ADDRESS, {"by": "funding_source"}).context["listing"].groups
    assert client.get(group.name.url).status_code == 200


def test_groups_come_in_danish_order(client: Client, town: Town) -> None:
    for name in ("Åben gruppe", "Ældre", "Øvrige", "Aarhusborgere", "Zebraer"):
        one = factories.initiative(town.municipality, f"For {name}", by=town.administrator)
        group = factories.target_group(town.municipality, name)
        link = InitiativeTargetGroup(municipality=town.municipality, initiative=one, target_group=group)
        writing.save(link, by=None)
    groups = client.get(ADDRESS, {"by": "target_group"}).context["listing"].groups
    assert [group.name.title for group in groups] == ["Zebraer", "Ældre", "Øvrige", "Åben gruppe", "Aarhusborgere"]


def test_the_address_keeps_how_the_list_is_shown(client: Client, town: Town) -> None:
    make_portfolio(town, 3)
    page = client.get(ADDRESS, {"by": "nobody", "view": "cards", "as_of": "2018-06-01", "state": "not_stated"})
    assertContains(page, "Tal, måltal og status er opgjort pr. 1. juni 2018. Navne og tekster er, som de lyder i dag.")
    assertContains(page, 'href="/0101/?state=not_stated&amp;as_of=2018-06-01"')
    assertContains(page, 'href="/0101/?as_of=2018-06-01&amp;view=cards"')
    assertContains(page, "Grupperet efter: ")
    assertContains(page, 'class="pm-line-card"', count=3)


def test_status_is_that_of_the_day_and_says_how_it_moved(client: Client, town: Town) -> None:
    ada, mona = town.administrator, town["manager"]
    one = factories.initiative(town.municipality, by=ada)
    reason = {"reason": "Sygdom", "action": "Vikar"}
    factories.status_update(one, ada, approved_by=mona, as_of=date(2018, 3, 1))
    factories.status_update(one, ada, approved_by=mona, as_of=date(2018, 5, 1), progress_light="red", **reason)
    [line] = client.get(ADDRESS, {"as_of": "2018-06-01"}).context["listing"].groups[0].lines
    assert line.status is not None
    assert line.change is not None
    assert (line.status.worst.code, line.change.words) == ("red", "dårligere end sidst")
    [before] = client.get(ADDRESS, {"as_of": "2018-04-01"}).context["listing"].groups[0].lines
    assert before.status is not None
    assert before.change is not None
    assert (before.status.worst.code, before.change.code) == ("green", "first")
    assert client.get(ADDRESS, {"light": "red", "as_of": "2018-06-01"}).context["listing"].count == 1
    assert client.get(ADDRESS, {"light": "red", "as_of": "2018-04-01"}).context["listing"].count == 0
    assert client.get(ADDRESS, {"light": "none", "as_of": "2018-02-01"}).context["listing"].count == 1


def test_more_than_fifty_initiatives_come_in_pages_that_keep_the_filters(client: Client, town: Town) -> None:
    make_portfolio(town, 51)
    first = client.get(ADDRESS, {"year": "2018"})
    assertContains(first, "Viser 51 af 51 indsatser")
    assertContains(first, 'href="/0101/?year=2018&amp;page=2"')
    assertContains(first, "Side 1 af 2")
    second = client.get(ADDRESS, {"year": "2018", "page": "2"})
    assertContains(second, 'class="pm-line-title"', count=1)


@pytest.mark.parametrize("size", [5, 500])
def test_the_page_takes_as_many_queries_for_five_initiatives_as_for_five_hundred(
    client: Client, town: Town, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    make_portfolio(town, size)
    with django_assert_num_queries(QUERIES):
        client.get(ADDRESS, {"year": "2018"})


@pytest.mark.parametrize(("size", "queries"), [(5, 32), (20, 32), (500, 23)])
def test_so_does_the_page_of_a_strategy_and_fewer_where_it_names_no_lines(
    client: Client, town: Town, django_assert_num_queries: DjangoAssertNumQueries, size: int, queries: int
) -> None:
    strategy = make_portfolio(town, size)[0].strategy
    assert strategy is not None
    with django_assert_num_queries(queries):
        client.get(strategy.get_absolute_url())


QUERIES = 37
