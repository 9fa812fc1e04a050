"""No amount is cut at the end of a line or stands in another column, however many years or digits a table has."""

from __future__ import annotations

import dataclasses
import json
import re
from itertools import pairwise
from typing import Any

import pytest

from portfolio.overview import shapes
from portfolio.reports.changes import differences
from portfolio.reports.printed import printed
from portfolio.reports.rendering import render
from tests.portfolio.reports import samples
from tests.portfolio.reports.reading import text_of

WORD = re.compile(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]+)</word>')
KRONER = tuple(f"2.825.1{number}" for number in range(40, 49))
BILLIONS = tuple(f"1.282.514.60{number}" for number in range(5))
PERIOD = shapes.PeriodAmount("2021-2023", samples.money("1.100.000"))


def words_of(pdf: bytes) -> list[str]:
    """The words of the PDF, none of which stands upon the next one of its line."""
    found = [(float(left), top, float(right), word) for left, top, right, word in WORD.findall(text_of(pdf, "-bbox"))]
    for (_left, top, right, _word), (left, next_top, _right, _next) in pairwise(found):
        assert top != next_top or left >= right or left < _left
    return [word for *_box, word in found]


def made_of(sheet: shapes.InitiativeSheet, **content: Any) -> list[str]:
    report = render(samples.snapshot(samples.content(sheet, **content)), lambda step: None)
    assert (report.complaints, report.findings) == ((), ())
    return words_of(report.pdf)


@pytest.mark.parametrize(
    ("amounts", "more", "years"),
    [
        (KRONER, {}, ["2018–2021", "2022–2026"]),
        pytest.param(KRONER[:6], {}, ["2018–2020", "2021–2023"], marks=pytest.mark.slow),
        (BILLIONS, {}, ["2018–2019", "2020–2022"]),
        pytest.param(
            KRONER[:4],
            {"undistributed_heading": "Ikke årsfordelt", "stated_heading": "Sum som trykt"},
            ["2018–2019"],
            marks=pytest.mark.slow,
        ),
        pytest.param(KRONER[:4], {}, [], marks=pytest.mark.slow),
        (("250", "", "ikke angivet", "finansieres andetsteds"), {}, []),
    ],
)
def test_every_amount_of_a_table_stands_whole_in_pieces_that_the_page_has_room_for(
    amounts: tuple[str, ...], more: dict[str, Any], years: list[str]
) -> None:
    table = samples.budget_table(2, amounts=amounts, undistributed_total=samples.money("1.100.000"), **more)
    rows = tuple(dataclasses.replace(row, undistributed=(PERIOD,)) for row in table.rows) if more else table.rows
    words = made_of(samples.sheet(budget_tables=(dataclasses.replace(table, rows=rows),)))
    for amount in amounts:
        for word in amount.split():
            assert words.count(word) >= 3
    # What is over all the years stands once, as do the notes.
    assert words.count("20.400") == 2
    assert words.count("stemmer.") == 1
    assert words.count("2021-2023:") == (2 if more else 0)
    assert [word for word in words if re.fullmatch(r"\d{4}–\d{4}", word)][: len(years)] == years


def follow_up(amount: str) -> dict[str, Any]:
    figure = samples.money(amount)
    deviation = samples.made(shapes.Deviation, verdict="over", word="merforbrug", money=figure)
    return {
        "name": "Løn", "original": figure, "revised": figure, "actual": figure, "forecast": figure,
        "deviation": deviation,
    }  # fmt: skip


SHORTER = [pytest.param(amount, marks=pytest.mark.slow) for amount in ("12.345.678", "282.514.600")]


@pytest.mark.parametrize("amount", ["1.282.514.600", *SHORTER])
def test_large_amounts_of_follow_up_stand_whole(amount: str) -> None:
    row = samples.made(shapes.FollowUpRow, **follow_up(amount))
    table = samples.made(shapes.FollowUpTable, heading="Budgetopfølgning 2018", rows=(row,), total=row)
    group = samples.made(shapes.GroupRow, name=shapes.Link("Socialområdet"), row=row)
    groups = samples.made(shapes.GroupTable, caption="Budgetopfølgning", rows=(group,), total=group)
    economy = samples.made(shapes.FollowUpOverview, tables=(groups,))
    words = made_of(samples.sheet(budget_tables=(), follow_up=(table,)), economy=economy)
    assert words.count(amount) == 20


def of_years(number: int) -> dict[str, Any]:
    """The report's JSON with the whole's amounts by year, and the budget year with its estimate years."""
    content = samples.content()
    overview = dataclasses.replace(content.overview, budget_tables=(samples.budget_table(years=number),))
    planning = samples.budget_table(caption="Budgetlægning: Vedtaget", amounts=("71", "72", "73", "74"))
    economy = dataclasses.replace(
        content.economy, planning=(planning,), planning_heading="Budget 2018 med overslagsårene 2019-2021"
    )
    read: dict[str, Any] = json.loads(
        samples.snapshot(dataclasses.replace(content, overview=overview, economy=economy), sections=("economy",))
    )
    return read


def test_the_budget_year_and_its_estimate_years_stand_for_themselves_among_many() -> None:
    few, many = ("".join(one["html"] for one in of_years(number)["printed"]["sections"]) for number in (5, 6))
    assert "Budget 2018 med overslagsårene 2019-2021" not in few
    assert many.index("Budget 2018 med overslagsårene 2019-2021") < many.index("Beløb pr. år")
    assert "Budgetlægning: Vedtaget" in many


def test_what_differs_in_the_estimate_years_is_named() -> None:
    before, after = of_years(6), of_years(6)
    after["content"]["economy"]["planning"][0]["rows"][0]["cells"][1]["text"] = "99"
    [line] = differences(before, after)
    assert (line.before, line.after) == ("72", "99")
    assert line.what.startswith("Budget 2018 med overslagsårene 2019-2021: Budgetlægning: Vedtaget: ")


def test_the_preview_says_the_same() -> None:
    snapshot = samples.snapshot(samples.content(samples.sheet(budget_tables=(samples.budget_table(years=9),))))
    html = printed(snapshot).html
    assert html.count("<caption>Foreslåede beløb, t.kr., 2018-pl: 2018–2021") == 1
    assert html.count("<caption>Foreslåede beløb, t.kr., 2018-pl: 2022–2026") == 1
