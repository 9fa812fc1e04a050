"""What pages and reports say of an indicator: certainty beside the figure, the target's day, and few people."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from indicators import progress
from indicators.models import ContextFigure, Indicator, IndicatorObjective, Measurement, Target
from organisation import writing
from portfolio import overview
from portfolio.overview import shapes
from portfolio.overview.judgements import Judged
from portfolio.overview.values import difference_text, measurement_text, value_text
from portfolio.overview.viewpoint import reader_of
from tests import factories
from tests.cast import Cast, Town

pytestmark = pytest.mark.django_db


def figure(town: Town, *values: tuple[int, str, dict[str, Any]], target: int | None = 40) -> shapes.IndicatorFigure:
    """The first value is the baseline; as a reader sees it on the first day of 2019."""
    manager, home = town["manager"], town.municipality
    strategy = factories.strategy(home, by=manager)
    indicator = factories.indicator(home, by=manager)
    goal = factories.objective(strategy)
    writing.save(IndicatorObjective(municipality=home, indicator=indicator, objective=goal), by=None)
    for place, (value, year, fields) in enumerate(values):
        factories.measurement(indicator, value, effective_text=year, is_baseline=place == 0, **fields).approve(
            by=manager
        )
    if target is not None:
        factories.target(indicator, target, by=manager, period_text="2020")
    with translation.override("da"):
        shown = overview.strategy_overview(reader_of(home), strategy, date(2019, 1, 1))
    (found,) = shown.indicators
    return found


def text(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


SAMPLE: dict[str, Any] = {"design": "sample", "n": 400}


def test_45_to_43_among_400_is_no_certain_change(cast: Cast) -> None:
    shown = figure(cast.koebenhavn, (45, "2016", SAMPLE), (43, "2018", SAMPLE))
    assert shown.change_words == "ingen sikker ændring"
    assert shown.target_certainty_words == "kan ikke afgøres"
    assert text(shown.progress.text) == "43 %: 2 af de 5 procentpoint (målopfyldelse 40 %)"
    assert shown.latest is not None
    assert text(shown.latest.interval_text) == "38,2–47,9 %"


@pytest.mark.parametrize(
    ("unit", "values", "said"),
    [
        ("yes_no", (0, 1, 1), "ja: målopfyldelse 100 %"),
        ("one_in", (5, 10, 7), "én ud af 7: målopfyldelse 40 %"),
        ("one_in", (5, 10, 4), "én ud af 4: i den forkerte retning"),
        ("one_in", (5, 10, 12), "én ud af 12: forbi målet"),
        ("kr", (1_000_000, 6_000_000, 3_000_000), "3,0 mio. kr.: 2,0 af de 5,0 mio. kr. (målopfyldelse 40 %)"),
        ("kr", (0, 5_000_000, 2_345_678), "2.345.678 kr.: 2.345.678 af de 5.000.000 kr. (målopfyldelse 47 %)"),
        ("count", (10, 15, 12), "12: 2 af de 5 (målopfyldelse 40 %)"),
        ("mean", (49, 55, 52), "52: 3 af de 6 (målopfyldelse 50 %)"),
        ("percentage_points", (1, 6, 3), "3 procentpoint: 2 af de 5 procentpoint (målopfyldelse 40 %)"),
    ],
)
def test_progress_is_said_in_the_indicators_unit(unit: str, values: tuple[int, int, int], said: str) -> None:
    baseline, target, latest = (Decimal(value) for value in values)
    indicator = Indicator(unit=unit, better="higher")
    picked = progress.Picked(
        baseline=Measurement(value=baseline), latest=Measurement(value=latest), target=Target(value=target),
        series=(), targets=(), series_break=False,
    )  # fmt: skip
    with translation.override("da"):
        assert text(Judged.of(indicator, picked, is_hidden=False).progress().text) == said


def judged(indicator: Indicator, latest: int, target: Target, baseline: Measurement | None = None) -> Judged:
    """The latest value is of a register, so that nothing but the rule is unsure."""
    picked = progress.Picked(
        baseline=baseline, latest=Measurement(value=Decimal(latest), design="register"), target=target,
        series=(), targets=(), series_break=False,
    )  # fmt: skip
    return Judged.of(indicator, picked, is_hidden=False)


@pytest.mark.parametrize(("latest", "is_reached"), [(80, True), (79, True), (78, True), (77, False)])
@pytest.mark.parametrize(("better", "baseline"), [("keep_at_least", None), ("higher", 80)])
def test_a_level_that_is_kept_within_the_tolerance_is_nowhere_said_not_to_be_reached(
    better: str, baseline: int | None, latest: int, is_reached: bool
) -> None:
    before = None if baseline is None else Measurement(value=Decimal(baseline), design="register")
    indicator = Indicator(unit="count", better=better, tolerance=Decimal(2))
    found = judged(indicator, latest, Target(value=Decimal(80)), before)
    assert (found.verdict == "reached", found.reached) == (is_reached, "reached" if is_reached else "not_reached")


def test_a_level_to_come_to_has_no_tolerance() -> None:
    indicator = Indicator(unit="count", better="lower", tolerance=Decimal(2))
    assert judged(indicator, 41, Target(value=Decimal(40)), Measurement(value=Decimal(45))).reached == "not_reached"


def test_a_target_from_a_baseline_that_is_only_bounded_is_not_said_to_be_reached() -> None:
    over_40 = Measurement(value=Decimal(40), qualifier="more_than", design="register")
    indicator = Indicator(unit="count", better="higher")
    found = judged(indicator, 46, Target(kind="change", value=Decimal(5)), over_40)
    assert (found.verdict, found.reached) == ("cannot_be_judged", "cannot_be_decided")


def test_on_the_day_the_target_is_set_the_page_says_what_400_answers_cannot_see(cast: Cast) -> None:
    shown = figure(cast.koebenhavn, (45, "2016", SAMPLE))
    assert text(shown.detectable_text) == (
        "Med 400 besvarelser kan undersøgelsen ikke se en ændring på 5 procentpoint; den mindste er 9,9. "
        "Det kræver 1.555 besvarelser hver gang."
    )


def test_without_a_number_of_answers_nothing_is_claimed(cast: Cast) -> None:
    shown = figure(cast.koebenhavn, (45, "2016", {}), (20, "2018", {}))
    assert (shown.change_words, shown.detectable_text) == ("kan ikke vurderes", "")
    assert shown.certainty_text.startswith("Usikkerhed kan ikke beregnes")


def test_a_worse_value_is_worsened_and_never_on_course(cast: Cast) -> None:
    shown = figure(cast.koebenhavn, (45, "2016", SAMPLE), (60, "2018", SAMPLE))
    assert (shown.change_words, shown.verdict_words) == ("forværret", "dårligere end udgangspunktet")


def test_what_is_said_of_a_hidden_value_holds_none_of_its_counts(cast: Cast) -> None:
    few = {"design": "census", "n": 67, "invited": 71, "numerator": 3, "denominator": 67, "note": "3 af 67 svarede ja"}
    shown = figure(cast.koebenhavn, (45, "2016", {"design": "census", "n": 88, "invited": 93}), (4, "2018", few))
    assert shown.latest is not None
    assert shown.latest.is_hidden
    assert shown.certainty_text == ""
    assert "67" not in str(shown.latest)
    assert (shown.verdict, shown.progress.percent, shown.change) == ("cannot_be_judged", None, "cannot_be_assessed")


def context(town: Town, **fields: Any) -> shapes.ContextFigureShown:
    strategy = factories.strategy(town.municipality, by=town["manager"])
    row = ContextFigure(
        municipality=town.municipality,
        reference="23-ud-af-27",
        label="beboere med et aktivt rusmiddelbrug",
        raw="23 ud af 27",
        value=23,
        out_of=27,
        unit="count",
        about_citizens=True,
        strategy=strategy,
        **fields,
    )
    writing.save(row, by=None)
    with translation.override("da"):
        shown = overview.report_content(town.municipality, strategy, date(2019, 1, 1))
    (found,) = shown.context_figures
    return found


def test_23_out_of_27_is_hidden_for_the_4_that_are_left(cast: Cast) -> None:
    shown = context(cast.koebenhavn)
    assert (shown.is_hidden, shown.text) == (True, "skjult (få personer)")


def test_what_the_source_has_published_is_shown_with_the_reason(cast: Cast) -> None:
    shown = context(cast.koebenhavn, published_reason="Kilden har selv offentliggjort tallet.")
    assert (shown.is_hidden, shown.note) == (False, "Kilden har selv offentliggjort tallet.")
    assert "23" in shown.text


@pytest.mark.parametrize(("n", "shown"), [(999, "45 %"), (1000, "45,4 %")])
def test_a_survey_of_fewer_than_1000_is_shown_without_decimals(n: int, shown: str) -> None:
    row = Measurement(value=Decimal("45.4"), raw="45,4 %", n=n)
    with translation.override("da"):
        assert text(measurement_text(row, "percent", 0)) == shown


def test_shares_differ_by_percentage_points() -> None:
    with translation.override("da"):
        assert text(difference_text(Decimal(5), "percent")) == "5 procentpoint"


def test_a_changed_question_lets_nothing_be_compared(cast: Cast) -> None:
    shown = figure(cast.koebenhavn, (45, "2016", SAMPLE), (20, "2018", {**SAMPLE, "break_reason": "question"}))
    assert (shown.change, shown.verdict, shown.progress.percent) == ("cannot_be_assessed", "cannot_be_judged", None)
    assert shown.series[-1].starts_new_series


def test_a_share_of_counts_has_no_decimals_that_nobody_stated() -> None:
    share = Decimal("85.185185")
    few = Measurement(value=share, numerator=23, denominator=27)
    many = Measurement(value=share, numerator=2300, denominator=2700)
    shown = [measurement_text(row, "percent", decimals) for row in (few, many) for decimals in (0, 1)]
    assert [text(words) for words in shown] == ["85 %", "85 %", "85 %", "85,2 %"]


def test_a_true_0_is_printed_as_0() -> None:
    assert [text(value_text(Decimal(0), unit)) for unit in ("percent", "count", "kr")] == ["0 %", "0", "0 kr."]
    assert measurement_text(Measurement(value=Decimal(0), n=200), "percent", 0)[0] == "0"
