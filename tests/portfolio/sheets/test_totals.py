"""Totals that a sheet states are kept beside the computed ones: of lines, of objectives, of the strategy."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from budgets.models import BudgetLine, Entry, LineInitiative, StatedTotal, Statement
from initiatives.models import InitiativeObjective
from organisation import writing
from organisation.models import Provenance
from organisation.units import Unit
from portfolio.audit import audit
from portfolio.sheets.opening import opened
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.shown import totals
from portfolio.sheets.understanding import Correction
from portfolio.sheets.undoing import undo
from tests import factories
from tests.cast import Cast
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, changes, confirmed, effects, preview

THEMES: Rows = [
    ["Nr.", "Budgetlinje", "2018", "2019", "I alt"],
    ["Tema 1: Børn"],
    ["1.1", "Leg", 500, 600, 1100],
    ["1.2", "Lyt", 100, 100, 250],
    [None, "I alt Tema 1", 600, 700, 1350],
    ["I alt", None, 600, 700, 1300],
]
TKR = Correction(unit=Unit.TKR)
ALL_OF = Correction(unit=Unit.TKR, answers={"total:all": "social"})
DAY = date(2018, 9, 30)
TERMS = Terms(decision="adopted", year=2018, as_of=DAY)
pytestmark = pytest.mark.usefixtures("files")


def kept() -> list[tuple[str, str, int | None]]:
    found = StatedTotal.objects.select_related("line", "objective", "strategy").order_by("pk")
    return [
        (f"{(row.line and row.line.code) or row.objective or row.strategy}", row.period_text, row.amount_ore)
        for row in found
    ]


def test_totals_of_rows_themes_and_the_sheet_are_kept_as_they_are_stated(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    strategy = factories.strategy(town, "Socialstrategi", reference="social")
    factories.objective(strategy, "Børn", level_label="tema", number="1")
    table = begun(THEMES, town, finn, correction=ALL_OF, terms=Terms(decision="adopted"))
    plan = preview(table, finn)
    assert plan.questions == []
    assert ("E3", "", "1.100 t.kr.") in changes(plan)
    assert [(one.address, one.is_equal, one.kept) for one in totals(plan, opened(table).layout)] == [
        ("C5", True, "som total af tema 1: Børn (ny)"),
        ("D5", True, "som total af tema 1: Børn (ny)"),
        ("E5", True, "som total af tema 1: Børn (ny)"),
        ("C6", True, "som total af Socialstrategi (ny)"),
        ("D6", True, "som total af Socialstrategi (ny)"),
        ("E6", False, "som total af Socialstrategi (ny)"),
    ]
    done = confirmed(table, finn)
    assert kept() == [
        ("tema 1: Børn", "2018", 60_000_000), ("tema 1: Børn", "2019", 70_000_000),
        ("tema 1: Børn", "2018-2019", 135_000_000),
        ("Socialstrategi", "2018", 60_000_000), ("Socialstrategi", "2019", 70_000_000),
        ("Socialstrategi", "2018-2019", 130_000_000),
        ("1.1", "2018-2019", 110_000_000), ("1.2", "2018-2019", 25_000_000),
    ]  # fmt: skip
    whole = StatedTotal.objects.get(strategy=strategy, period_text="2018")
    assert (whole.label, whole.raw, whole.unit, whole.decision_state) == ("I alt", "600", "tkr", "adopted")
    assert [(one.cell, one.quote) for one in Provenance.objects.of_row(whole)] == [("C6", "600")]
    assert [finding for finding in audit() if finding.is_error] == []
    undo(done, by=finn)
    assert (kept(), BudgetLine.objects.count()) == ([], 0)


def test_the_same_totals_again_are_nothing_new_and_others_are_mended(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    factories.strategy(town, reference="social")
    confirmed(begun(THEMES, town, finn, correction=ALL_OF), finn)
    before = kept()
    again = begun([*THEMES, []], town, finn, correction=ALL_OF)
    assert effects(preview(again, finn)) == {"leave": 2}
    assert not preview(again, finn).may_be_confirmed
    other = begun([*THEMES[:-1], ["I alt", None, 600, 750, 1350]], town, finn, correction=ALL_OF)
    assert [one.kept.rpartition("(")[2] for one in totals(preview(other, finn), opened(other).layout)][-3:] == [
        "uændret)",
        "ændret)",
        "ændret)",
    ]
    done = confirmed(other, finn)
    assert [amount for _of, _period, amount in kept()] == [60_000_000, 75_000_000, 135_000_000, 110_000_000, 25_000_000]
    undo(done, by=finn)
    assert kept() == before


def test_what_the_total_is_of_is_asked_where_it_is_not_certain(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    factories.strategy(town, "Socialstrategi", reference="social")
    rows: Rows = [["Nr.", "Budgetlinje", "2018"], ["1", "Leg", 500], ["I alt", None, 500]]
    plan = preview(begun(rows, town, finn, correction=TKR), finn)
    [question] = plan.questions
    assert (question.key, [value for value, _words in question.choices]) == ("total:all", ["none", "social"])
    assert not plan.may_be_confirmed
    none = begun(rows, town, finn, correction=Correction(unit=Unit.TKR, answers={"total:all": "none"}))
    assert [one.kept for one in totals(preview(none, finn), opened(none).layout)] == ["sammenlignes kun"]
    confirmed(none, finn)
    assert kept() == []


def test_lines_of_the_initiatives_of_one_strategy_say_what_their_total_is_of(cast: Cast) -> None:
    """“Indsats” over the names says that each row is the money of an initiative."""
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    strategy = factories.strategy(town, "Socialstrategi")
    initiative = factories.initiative(town, "Leg", code="1", strategy=strategy)
    rows: Rows = [["Nr.", "Indsats", "2018"], ["1", "Leg", 500], ["I alt", None, 500]]
    plan = preview(begun(rows, town, finn, correction=TKR), finn)
    assert (plan.questions, ("B2", "", "1 Leg") in changes(plan)) == ([], True)
    confirmed(begun(rows, town, finn, correction=TKR), finn)
    assert LineInitiative.objects.get().initiative == initiative
    assert kept() == [("Socialstrategi", "2018", 50_000_000)]


def test_a_total_that_is_not_stated_is_kept_as_not_stated(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    rows: Rows = [["Nr.", "Budgetlinje", "2018", "2019", "I alt"], ["1", "Leg", 500, 500, "-"]]
    said = Correction(unit=Unit.TKR, answers={"dash": "not_stated"})
    confirmed(begun(rows, town, finn, correction=said), finn)
    total = StatedTotal.objects.get()
    assert (total.value_state, total.amount_ore, total.raw) == ("not_stated", None, "-")


def test_long_rows_are_totalled_over_their_years(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    factories.strategy(town, reference="social")
    rows: Rows = [["Nr.", "Budgetlinje", "År", "Beløb (t.kr.)"], ["1", "Leg", 2018, 500], ["1", "Leg", 2020, 500],
            [None, "I alt", None, 1000]]  # fmt: skip
    confirmed(begun(rows, town, finn, correction=Correction(answers={"total:all": "social"})), finn)
    assert [(period, amount) for _of, period, amount in kept()] == [("2018-2020", 100_000_000)]


def test_a_printed_total_stands_on_the_page_beside_the_computed_one(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    strategy = factories.strategy(town, "Socialstrategi", by=ada)
    objective = factories.objective(strategy, "Børn", level_label="tema", number="1")
    initiative = factories.initiative(town, "Leg", code="1", strategy=strategy, by=ada)
    writing.save(InitiativeObjective(municipality=town, initiative=initiative, objective=objective), by=ada)
    rows: Rows = [["Nr.", "Indsats", "2018"], ["1", "Leg", 500], ["I alt", None, 700]]
    confirmed(begun(rows, town, ada, correction=TKR, terms=Terms(decision="adopted")), ada)
    for entry in BudgetLine.objects.get().entries.all():
        entry.post(by=ada)
    client = Client()
    client.force_login(ada)
    page = client.get(strategy.get_absolute_url()).content.decode()
    assert "700" in page
    assert "500" in page


FOLLOWED: Rows = [
    ["Budgetopfølgning pr. 30. september 2018, t.kr."],
    ["Nr.", "Budgetlinje", "Oprindeligt budget", "Korrigeret budget", "Forbrug", "Forventet regnskab", "Afvigelse"],
    ["Tema 1: Børn"],
    ["1.1", "Leg", 500, 500, 300, 520, 20],
    ["1.2", "Lyt", 100, 100, 50, 100, 5],
    [None, "I alt Tema 1", 600, 600, 350, 620, 20],
    ["I alt", None, 600, 600, 350, 630, -20],
]


def test_totals_of_a_follow_up_are_kept_by_kind_and_day_and_held_against_what_stands(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    strategy = factories.strategy(town, "Socialstrategi", reference="social", by=ada)
    objective = factories.objective(strategy, "Børn", level_label="tema", number="1")
    for code, name in (("1.1", "Leg"), ("1.2", "Lyt")):
        initiative = factories.initiative(town, name, strategy=strategy, by=ada)
        factories.under(initiative, objective)
        factories.line(town, initiative, code=code, name=name, by=ada)
    table = begun(FOLLOWED, town, ada, terms=TERMS)
    plan = preview(table, ada)
    assert (plan.questions, plan.errors) == ([], [])
    done = confirmed(table, ada)
    found = StatedTotal.objects.select_related("objective", "strategy").order_by("pk")
    assert [(str(one.objective or one.strategy), one.kind, one.as_of, one.amount_ore) for one in found] == [
        (name, kind, day, ore * 100_000)
        for name, forecast in (("tema 1: Børn", 620), ("Socialstrategi", 630))
        for kind, day, ore in (
            ("original", None, 600), ("revised", DAY, 600), ("actual", DAY, 350), ("forecast", DAY, forecast),
        )
    ]  # fmt: skip
    assert {(one.period_text, one.label) for one in found} == {("2018", "I alt Tema 1"), ("2018", "I alt")}
    for draft in [*Entry.objects.all(), *Statement.objects.all()]:
        draft.post(by=ada)
    assert {finding.rule for finding in audit()} == {"stated_total_differs"}
    client = Client()
    client.force_login(ada)
    page = client.get(strategy.get_absolute_url()).content.decode()
    assert "I alt, forventet regnskab 30. september 2018" in page
    assert "stemmer ikke: forskel 10" in page.replace("\xa0", " ")
    text = b"".join(client.get(f"{strategy.get_absolute_url()}regneark", {"format": "csv"}).streaming_content)  # type: ignore[attr-defined]
    assert b"PK" in text
    again = begun([*FOLLOWED, []], town, ada, terms=TERMS)
    assert not preview(again, ada).may_be_confirmed
    october = Terms(decision="adopted", year=2018, as_of=date(2018, 10, 31))
    later = begun([["Budgetopfølgning pr. 31. oktober 2018, t.kr."], *FOLLOWED[1:]], town, ada, terms=october)
    confirmed(later, ada, reason="ny måned")
    assert StatedTotal.objects.filter(strategy=strategy, kind="forecast").count() == 2
    assert done.batch is not None


def test_a_budget_beside_what_is_spent_keeps_its_total_and_is_not_taken_for_adopted(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    factories.strategy(town, reference="social")
    rows: Rows = [["Nr.", "Budgetlinje", "Budget 2018 (t.kr.)", "Forbrug 2018 (t.kr.)"], ["1", "Leg", 500, 300],
                  ["2", "Lyt", 100, 50], ["I alt", None, 600, 350]]  # fmt: skip
    said = Correction(answers={"total:all": "social"})
    confirmed(begun(rows, town, finn, correction=said, terms=Terms(as_of=DAY)), finn)
    fields = ("kind", "period_text", "as_of", "decision_state", "amount_ore")
    assert list(StatedTotal.objects.order_by("pk").values_list(*fields)) == [
        ("budget", "2018", None, "proposed", 60_000_000), ("actual", "2018", DAY, "", 35_000_000),
    ]  # fmt: skip
    assert not preview(begun([*rows, []], town, finn, correction=said, terms=Terms(as_of=DAY)), finn).may_be_confirmed
    proposal: Rows = [["Budgetlinje", "Forslag til budget 2019 (kr.)", "Forventet 2018 (kr.)"], ["Leg", 5, 6]]
    work = opened(begun(proposal, town, finn))
    assert (work.layout.kind, work.terms.decision) == ("follow_up", "proposed")


def test_a_deviation_that_does_not_follow_from_its_row_is_told(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    warnings = preview(begun(FOLLOWED, town, ada), ada).warnings
    told = [(one.address, one.reason) for one in warnings if "afvigelse" in one.reason.casefold()]
    assert [address for address, _reason in told] == ["G5", "G7"]
    assert "5\xa0t.kr." in told[0][1]
    assert "30\xa0t.kr." in told[1][1]


def test_a_total_of_a_follow_up_says_its_day(cast: Cast) -> None:
    town = cast.koebenhavn.municipality
    total = StatedTotal(
        municipality=town, reference="x", label="I alt", strategy=factories.strategy(town), kind="forecast",
        period_text="2018", value_state="value", amount_ore=100,
    )  # fmt: skip
    with pytest.raises(ValidationError):
        writing.save(total, by=None)


def test_the_name_of_a_total_is_not_cut(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    factories.strategy(town, "Socialstrategi", reference="social")
    for length, errors in ((200, []), (201, [("A3", "længere end 200")])):
        rows: Rows = [
            ["Nr.", "Budgetlinje", "2018", "2019"],
            ["1.1", "Leg", 500, 600],
            ["a" * length, "I alt", 500, 600],
        ]
        plan = preview(begun(rows, town, finn, correction=ALL_OF, terms=Terms(decision="adopted")), finn)
        assert [(one.address, "længere end 200" * ("længere end 200" in one.reason)) for one in plan.errors] == errors


def test_a_subtotal_of_a_part_of_a_theme_is_no_total_of_the_theme(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    factories.objective(factories.strategy(town), "Børn", level_label="tema", number="1")
    rows: Rows = [
        ["Nr.", "Budgetlinje", "2018"], ["Tema 1: Børn"], ["1", "Leg", 500], [None, "Drift i alt", 500],
        ["2", "Hal", 100], [None, "Anlæg i alt", 100], [None, "Børn i alt", 600],
    ]  # fmt: skip
    confirmed(begun(rows, town, finn, correction=TKR), finn)
    assert kept() == [("tema 1: Børn", "2018", 60_000_000)]
