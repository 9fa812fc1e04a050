"""The ledger on the amounts of the documents, and its rules one by one."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db.models import Sum
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from budgets import ledger
from budgets.models import DecisionState, Entry, EntryKind, Transfer
from organisation import writing
from organisation.models import User
from tests import factories

CPH = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2018, 1, 1, tzinfo=CPH)
T_KR = 100_000
MIO = 100_000_000


def moved(line: int, ore: int | None, **fields: Any) -> ledger.Movement:
    defaults: dict[str, Any] = {
        "key": ("entry", fields.pop("pk", hash((line, ore, str(fields)))), line),
        "year": 2018,
        "period": "",
        "kind": "original",
        "decision": "proposed",
        "state": "not_stated" if ore is None else "value" if ore else "zero",
        "price_level": "",
        "is_posted": True,
        "effective": None,
        "recorded": NOW,
    }
    return ledger.Movement(line=line, ore=ore, **defaults | fields)


COPENHAGEN = {8: (2000, 2000, 2000, 0), 9: (3000, 3000, 3000, 3000), 17: (600, 600, 600, 600)}
DOCUMENT_000 = [
    moved(line, amount * T_KR, year=year)
    for line, row in COPENHAGEN.items()
    for year, amount in zip(range(2017, 2021), row, strict=True)
]
DOCUMENT_001 = [
    moved(100 + place, kroner * 100) for place, kroner in enumerate((2_391_480, 288_666, 30_000, 100_000, 15_000, 0))
]
THEMES = {1: (25, 30, 25), 2: (40,), 3: (11, 17, 10), 4: (11, 25, 11), 5: (15, 10, 20)}
DOCUMENT_003 = [
    moved(200 + 10 * theme + place, tenths * MIO // 10, year=None, period="2021-2023", decision="in_hearing")
    for theme, amounts in THEMES.items()
    for place, tenths in enumerate(amounts)
]


def total(found: list[ledger.Movement]) -> ledger.Total:
    added = ledger.add(found)
    assert isinstance(added, ledger.Total)
    return added


@pytest.mark.parametrize(("line", "t_kr"), [(8, 6_000), (9, 12_000), (17, 2_400)])
def test_document_000_rows(line: int, t_kr: int) -> None:
    assert total([m for m in DOCUMENT_000 if m.line == line]).ore == t_kr * T_KR


@pytest.mark.parametrize(("year", "t_kr"), [(2017, 5_600), (2018, 5_600), (2019, 5_600), (2020, 3_600)])
def test_document_000_years(year: int, t_kr: int) -> None:
    assert total([m for m in DOCUMENT_000 if m.year == year]).ore == t_kr * T_KR


def test_document_000_total_with_a_real_0_and_no_stated_total() -> None:
    added = total(DOCUMENT_000)
    assert (added.ore, added.not_stated, added.decision) == (20_400 * T_KR, 0, "proposed")
    assert ledger.check(None, added) == ledger.Check(ledger.Verdict.NOT_STATED, None)


def test_document_001_stated_is_computed() -> None:
    added = total(DOCUMENT_001)
    assert (added.ore, added.decision) == (282_514_600, "proposed")
    assert ledger.check(282_514_600, added) == ledger.Check(ledger.Verdict.MATCHES, 0)


def test_document_003_themes_and_total_and_nothing_per_year() -> None:
    pairs = [(theme, 200 + 10 * theme + place) for theme, row in THEMES.items() for place in range(len(row))]
    grouped = ledger.add_groups(DOCUMENT_003, pairs)
    sums = [grouped.groups[theme] for theme in THEMES]
    assert [added.ore for added in sums if isinstance(added, ledger.Total)] == [
        tenths * MIO // 10 for tenths in (80, 40, 38, 47, 45)
    ]
    assert isinstance(grouped.total, ledger.Total)
    assert ledger.check(25 * MIO, grouped.total).verdict is ledger.Verdict.MATCHES
    assert not [m for m in DOCUMENT_003 if m.year is not None]


def test_the_three_documents_together_are_refused_with_the_reason() -> None:
    added = ledger.add([*DOCUMENT_000, *DOCUMENT_001, *DOCUMENT_003])
    assert added == ledger.Refusal(ledger.Reason.DECISION_STATES, ("proposed", "in_hearing"))
    assert ledger.check(1, added).verdict is ledger.Verdict.CANNOT_BE_COMPARED


def test_nothing_proposed_is_a_revised_budget() -> None:
    found = ledger.revised(DOCUMENT_000)
    assert isinstance(found, ledger.Revised)
    assert (found.ore, found.is_adopted) == (None, False)


def test_price_levels_are_not_mixed_and_a_missing_one_is_said() -> None:
    assert ledger.add([moved(1, 5, price_level="2018-pl"), moved(2, 5, price_level="2019-pl")]) == ledger.Refusal(
        ledger.Reason.PRICE_LEVELS, ("2018-pl", "2019-pl")
    )
    added = total([moved(1, 5, price_level="2018-pl"), moved(2, 5)])
    assert (added.ore, added.price_level, added.price_level_partly_stated) == (10, "2018-pl", True)


def test_an_amount_that_is_not_stated_is_not_0() -> None:
    assert total([moved(1, None)]).ore is None
    added = total([moved(1, None), moved(2, 5)])
    assert (added.ore, added.not_stated) == (5, 1)
    assert total([]).ore is None


def test_what_a_correction_has_stated_is_missing_no_more() -> None:
    unknown = moved(1, None)
    added = total([unknown, moved(1, 5, kind="correction", corrects=unknown.key[1])])
    assert (added.ore, added.not_stated) == (5, 0)


def test_a_line_of_several_initiatives_counts_once() -> None:
    found = [moved(1, 100), moved(2, 10)]
    grouped = ledger.add_groups(found, [("a", 1), ("b", 1), ("b", 2), ("b", 2)])
    assert total([*found, *found]).ore == 110
    assert isinstance(grouped.total, ledger.Total)
    assert grouped.total.ore == 110
    sums = {name: added.ore for name, added in grouped.groups.items() if isinstance(added, ledger.Total)}
    assert sums == {"a": 100, "b": 110}
    assert grouped.shared_lines == {1}


def test_a_difference_is_shown_and_not_repaired() -> None:
    assert ledger.check(990, total([moved(1, 1000)])) == ledger.Check(ledger.Verdict.DIFFERS, -10)


# Revised budget and dates, on rows


@pytest.fixture
def finance(db: None) -> User:
    return factories.user("finn@kommune.invalid")


def test_the_revised_budget_adds_adopted_and_posted_movements(finance: User) -> None:
    municipality = factories.municipality()
    line, other = factories.line(municipality), factories.line(municipality)
    original = factories.entry(line, 1000, by=finance)
    factories.entry(line, 200, by=finance, kind="supplementary", coverage="cash_balance")
    factories.entry(line, 50, by=finance, kind="carry_over")
    factories.entry(line, 7, by=finance, kind="unspecified_change")
    factories.entry(line, -30, by=finance, kind="correction", corrects=original)
    factories.entry(line, 9999)
    factories.entry(line, 8888, by=finance, decision_state="proposed")
    transfer = writing.save(
        Transfer(
            municipality=municipality, from_line=line, to_line=other, year=2018, amount_ore=40_000,
            decision_state="adopted",
        ),
        by=finance,
    )  # fmt: skip
    transfer.post(by=finance)
    entries = Entry.objects.select_related("decision").order_by("pk")
    found = ledger.counting(ledger.movements(entries, Transfer.objects.select_related("decision")))
    revised = ledger.revised([m for m in found if m.line == line.pk])
    assert isinstance(revised, ledger.Revised)
    assert revised.ore == (1000 + 200 + 50 + 7 - 30 - 400) * 100
    # The original budget is the right one: a correction belongs to what it corrects.
    assert (revised.original, revised.steps[ledger.TRANSFER]) == (97_000, -40_000)
    assert EntryKind.CORRECTION not in revised.steps
    received = ledger.revised([m for m in found if m.line == other.pk])
    assert isinstance(received, ledger.Revised)
    assert (received.ore, received.original) == (40_000, None)


def test_a_transfer_out_of_the_overview_has_one_leg(finance: User) -> None:
    line = factories.line(factories.municipality())
    transfer = writing.save(
        Transfer(
            municipality=line.municipality, from_line=line, outside="Børn og Unge", year=2018, amount_ore=5,
            decision_state="adopted",
        ),
        by=finance,
    )  # fmt: skip
    assert [(m.line, m.ore) for m in ledger.movements([], [transfer])] == [(line.pk, -5)]


def test_as_of_filters_on_the_date_of_the_fact_or_of_its_decision_and_keeps_what_is_undated() -> None:
    early = moved(1, 1, effective=date(2017, 10, 6), decision="adopted")
    late = moved(1, 10, effective=date(2018, 5, 1), decision="adopted")
    undated = moved(1, 100, decision="adopted")
    found = ledger.counting([early, late, undated], as_of=date(2018, 1, 1))
    revised = ledger.revised(found)
    assert isinstance(revised, ledger.Revised)
    assert (revised.ore, revised.undated) == (101, 1)


def test_known_on_filters_on_when_it_was_recorded() -> None:
    known = moved(1, 1, recorded=datetime(2018, 1, 1, tzinfo=CPH))
    learnt = moved(1, 10, recorded=datetime(2018, 6, 1, tzinfo=CPH))
    found = ledger.counting([known, learnt], known_on=datetime(2018, 3, 1, tzinfo=CPH))
    assert found == [known]


AMOUNTS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.one_of(st.none(), st.integers(2017, 2019)),
        st.sampled_from([DecisionState.PROPOSED, DecisionState.ADOPTED]),
        st.integers(-(10**12), 10**12),
        st.booleans(),
    ),
    max_size=12,
)


class SqlAndPythonAgree(TestCase):
    @settings(max_examples=25, deadline=None)
    @given(rows=AMOUNTS)
    def test_the_sums_of_sql_are_the_folds_of_python(
        self, rows: list[tuple[int, int | None, DecisionState, int, bool]]
    ) -> None:
        municipality, user = factories.municipality(), factories.user("finn@kommune.invalid")
        lines = [factories.line(municipality) for _ in range(3)]
        for line, year, decision, kroner, is_posted in rows:
            period = {"year": year} if year else {"period_text": "2021-2023"}
            factories.entry(lines[line], kroner, by=user if is_posted else None, decision_state=decision, **period)
        sql = {
            (row["line"], row["year"], row["decision_state"]): row["sum"]
            for row in Entry.objects.posted()
            .order_by()
            .values("line", "year", "decision_state")
            .annotate(sum=Sum("amount_ore"))
        }
        groups: dict[tuple[int, int | None, str], list[ledger.Movement]] = defaultdict(list)
        for movement in ledger.counting(ledger.movements(Entry.objects.select_related("decision"))):
            groups[movement.line, movement.year, movement.decision].append(movement)
        assert {key: total(found).ore for key, found in groups.items()} == sql
