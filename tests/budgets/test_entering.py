"""Many amounts at once: drafts, corrections with a reason, all or nothing, and nobody overwrites anybody unseen."""

from __future__ import annotations

from datetime import date

import pytest

from budgets.entering import (
    Amount,
    AmountsRefusedError,
    Outcome,
    RoundTerms,
    Terms,
    Wanted,
    budget_standing,
    entered,
    read,
    reading_standing,
    set_amounts,
    set_readings,
)
from budgets.models import BudgetLine, Entry, Statement
from budgets.stating import revised_as_of
from organisation.units import Unit
from tests import factories
from tests.cast import Cast

pytestmark = pytest.mark.django_db

ADOPTED = Terms("adopted", "", Unit.TKR, "12. oktober 2017")
BO1 = RoundTerms("BO1 2018", 2018, date(2018, 4, 30), Unit.TKR, up_to=date(2018, 3, 31))


@pytest.fixture
def line(cast: Cast) -> BudgetLine:
    return factories.line(cast.koebenhavn.municipality, by=cast.koebenhavn.administrator)


def typed(ore: int | None, raw: str = "", *, over: int | None = None) -> Wanted:
    return Wanted(None if over is None else Amount(over), Amount(ore, raw))


def stands(line: BudgetLine, year: int = 2018) -> Amount | None:
    return entered(budget_standing([line.pk], [year], ADOPTED)[line.pk, year])


def test_a_new_amount_is_a_draft_in_the_terms_and_the_words_of_the_grid(cast: Cast, line: BudgetLine) -> None:
    done = set_amounts(
        wanted={(line.pk, 2018): typed(125_000_000, "1.250")}, terms=ADOPTED, by=cast.koebenhavn["finance"]
    )
    made = Entry.objects.get(line=line)
    assert done == Outcome(drafted=1, corrected=0, removed=0)
    assert (made.year, made.amount_ore, made.raw, made.unit, made.kind) == (
        2018,
        125_000_000,
        "1.250",
        "tkr",
        "original",
    )
    assert (made.effective_start, made.is_posted) == (date(2017, 10, 12), False)


def test_a_draft_is_mended_and_emptied_without_a_reason(cast: Cast, line: BudgetLine) -> None:
    finn = cast.koebenhavn["finance"]
    draft = factories.entry(line, 1000)
    set_amounts(wanted={(line.pk, 2018): typed(50_000, "500", over=100_000)}, terms=ADOPTED, by=finn)
    draft.refresh_from_db()
    assert (draft.amount_ore, draft.raw, Entry.objects.count()) == (50_000, "500", 1)
    done = set_amounts(wanted={(line.pk, 2018): Wanted(Amount(50_000), None)}, terms=ADOPTED, by=finn)
    assert done.removed == 1
    assert not Entry.objects.exists()


def test_a_posted_figure_asks_for_a_reason_and_becomes_a_correction(cast: Cast, line: BudgetLine) -> None:
    finn = cast.koebenhavn["finance"]
    posted = factories.entry(line, 1000, by=finn)
    wanted = {(line.pk, 2018): typed(90_000, over=100_000)}
    with pytest.raises(AmountsRefusedError) as refused:
        set_amounts(wanted=wanted, terms=ADOPTED, by=finn)
    assert refused.value.needs_reason == {(line.pk, 2018)}
    assert Entry.objects.count() == 1

    assert set_amounts(wanted=wanted, terms=ADOPTED, by=finn, reason="Tastefejl").corrected == 1
    correction = Entry.objects.get(corrects=posted)
    assert (correction.amount_ore, correction.note, correction.is_posted) == (-10_000, "Tastefejl", True)
    assert stands(line) == Amount(90_000)
    assert getattr(revised_as_of(line, 2018, date(2018, 12, 31)), "ore", None) == 90_000


def test_a_posted_figure_is_never_removed(cast: Cast, line: BudgetLine) -> None:
    finn = cast.koebenhavn["finance"]
    factories.entry(line, 1000, by=finn)
    for gone in (None, Amount(None, "-")):
        with pytest.raises(AmountsRefusedError) as refused:
            set_amounts(wanted={(line.pk, 2018): Wanted(Amount(100_000), gone)}, terms=ADOPTED, by=finn, reason="Væk")
        assert "bogført" in refused.value.problems[line.pk, 2018][0]
    assert stands(line) == Amount(100_000)


def test_nothing_is_written_unless_all_of_it_can_be(cast: Cast, line: BudgetLine) -> None:
    finn = cast.koebenhavn["finance"]
    factories.entry(line, 1000, by=finn)
    wanted = {(line.pk, 2019): typed(5_000_000), (line.pk, 2018): typed(1_000_000, over=100_000)}
    with pytest.raises(AmountsRefusedError) as refused:
        set_amounts(wanted=wanted, terms=ADOPTED, by=finn)
    assert list(refused.value.problems) == [(line.pk, 2018)]
    assert stands(line, 2019) is None


def test_who_saw_another_figure_is_told_and_changes_nothing(cast: Cast, line: BudgetLine) -> None:
    finn = cast.koebenhavn["finance"]
    factories.entry(line, 2000)
    with pytest.raises(AmountsRefusedError) as refused:
        set_amounts(wanted={(line.pk, 2018): typed(300_000, over=100_000)}, terms=ADOPTED, by=finn)
    assert "2 t.kr." in refused.value.problems[line.pk, 2018][0].replace("\N{NO-BREAK SPACE}", " ")
    assert stands(line) == Amount(200_000)


def test_a_cell_that_nobody_touched_stays_what_somebody_else_made_it(cast: Cast, line: BudgetLine) -> None:
    """One who saved an old page without touching a cell that has changed meanwhile is told of it too."""
    factories.entry(line, 2000)
    unseen = {(line.pk, 2018): Wanted(Amount(100_000), Amount(100_000))}
    with pytest.raises(AmountsRefusedError):
        set_amounts(wanted=unseen, terms=ADOPTED, by=cast.koebenhavn["finance"])
    assert stands(line) == Amount(200_000)


@pytest.mark.parametrize("role", ["caseworker", "manager", "reader", "committee_member"])
def test_those_who_may_not_change_the_budget_change_nothing(cast: Cast, line: BudgetLine, role: str) -> None:
    with pytest.raises(AmountsRefusedError):
        set_amounts(wanted={(line.pk, 2018): typed(100)}, terms=ADOPTED, by=cast.koebenhavn[role])
    assert not Entry.objects.exists()


def test_another_towns_finance_officer_changes_nothing(cast: Cast, line: BudgetLine) -> None:
    with pytest.raises(AmountsRefusedError):
        set_amounts(wanted={(line.pk, 2018): typed(100)}, terms=ADOPTED, by=cast.aarhus["finance"])
    assert not Entry.objects.exists()


def test_a_year_that_was_over_refuses_a_new_amount_in_its_own_cell(cast: Cast, line: BudgetLine) -> None:
    late = Terms("adopted", "", Unit.TKR, "12. oktober 2019")
    with pytest.raises(AmountsRefusedError) as refused:
        set_amounts(wanted={(line.pk, 2018): typed(100)}, terms=late, by=cast.koebenhavn["finance"])
    assert "2018" in refused.value.problems[line.pk, 2018][0]


def test_amounts_of_other_terms_are_other_cells(cast: Cast, line: BudgetLine) -> None:
    factories.entry(line, 1000, decision_state="proposed", by=cast.koebenhavn["finance"])
    factories.entry(line, 2000, price_level="2018-pl", by=cast.koebenhavn["finance"])
    factories.entry(line, 4000, kind="carry_over", by=cast.koebenhavn["finance"])
    assert stands(line) is None


def test_a_reading_that_is_posted_stands_and_a_later_one_takes_its_place(cast: Cast, line: BudgetLine) -> None:
    finn = cast.koebenhavn["finance"]
    place = (line.pk, "forecast")
    set_readings(wanted={place: typed(100_000, "1")}, terms=BO1, by=finn, is_posted=True)
    with pytest.raises(AmountsRefusedError) as refused:
        set_readings(wanted={place: typed(200_000, "2", over=100_000)}, terms=BO1, by=finn, is_posted=True)
    assert refused.value.needs_reason == {place}
    set_readings(wanted={place: typed(200_000, "2", over=100_000)}, terms=BO1, by=finn, reason="Ny lønaftale")
    assert [one.amount_ore for one in Statement.objects.order_by("pk")] == [100_000, 200_000]
    assert read(reading_standing([line.pk], BO1)[place]) == Amount(200_000)


def test_actual_spending_says_up_to_when(cast: Cast, line: BudgetLine) -> None:
    set_readings(wanted={(line.pk, "actual"): typed(100_000)}, terms=BO1, by=cast.koebenhavn["finance"])
    made = Statement.objects.get()
    assert (made.up_to, made.as_of, made.follow_up_round) == (date(2018, 3, 31), date(2018, 4, 30), "BO1 2018")
