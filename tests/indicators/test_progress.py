"""Golden cases of progress and verdicts, and the traps that others fell into."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from indicators.models import Better, Break, Indicator
from indicators.progress import (
    Assessment,
    Because,
    Point,
    Verdict,
    assess,
    expected_value,
    goal_point,
    pick,
    point,
    why_no_goal,
)
from organisation.models import User
from tests import factories

pytestmark = pytest.mark.django_db


def judged(
    baseline: int | str | None,
    target: int | str | None,
    latest: int | str | None,
    better: str = Better.LOWER,
    *,
    days: tuple[date | None, date | None, date | None] = (None, None, None),
    tolerance: str | None = None,
    bounds: tuple[int, int] = (0, 0),
) -> Assessment:
    """`bounds` are those of the baseline and the latest."""
    points = [
        None if v is None else Point(Decimal(v), day, bound)
        for v, day, bound in zip((baseline, target, latest), days, (bounds[0], 0, bounds[1]), strict=True)
    ]
    return assess(
        better=better,
        tolerance=None if tolerance is None else Decimal(tolerance),
        baseline=points[0],
        target=points[1],
        latest=points[2],
    )


@pytest.mark.parametrize(("latest", "percent"), [(50, -100), (46, -20), (45, 0), (43, 40), (40, 100), (33, 240)])
def test_loneliness_from_45_to_40(latest: int, percent: int) -> None:
    assert judged(45, 40, latest).progress == Decimal(percent) / 100


def test_life_satisfaction_from_49_to_55() -> None:
    assert judged(49, 55, 52, Better.HIGHER).progress == Decimal("0.5")


def test_a_true_0_is_a_measurement() -> None:
    found = judged(10, 5, 0)
    assert (found.progress, found.verdict) == (Decimal(2), Verdict.REACHED)


def test_progress_of_0_is_a_figure_and_not_missing() -> None:
    found = judged(45, 40, 45)
    assert found.progress == 0
    assert found.why_no_progress is Because.NOTHING


# Measured exactly halfway.
DATED = (date(2017, 1, 1), date(2019, 1, 1), date(2018, 1, 1))


def test_a_worsening_indicator_is_never_on_course() -> None:
    assert judged(45, 40, 46, days=DATED, tolerance="10").verdict is Verdict.WORSE


def test_the_direction_does_not_turn_once_the_target_is_passed() -> None:
    assert judged(45, 40, 38, days=DATED).verdict is Verdict.REACHED


def test_a_target_of_0_is_a_target() -> None:
    found = judged(10, 0, 5, days=DATED)
    assert (found.progress, found.verdict) == (Decimal("0.5"), Verdict.ON_COURSE)


def test_a_rising_goal_runs_from_the_baselines_day_to_the_targets() -> None:
    start, goal = Point(Decimal(10), date(2016, 1, 1)), Point(Decimal(20), date(2018, 1, 1))
    assert expected_value(start, goal, date(2017, 1, 1)) == Decimal(10) + Decimal(10) * 366 / 731
    assert expected_value(goal, start, date(2017, 1, 1)) is None


def test_after_its_day_the_path_stays_at_the_target() -> None:
    path = Point(Decimal(10), date(2016, 1, 1)), Point(Decimal(20), date(2018, 1, 1))
    assert expected_value(*path, date(2020, 1, 1)) == 20


@pytest.mark.parametrize(
    ("latest", "verdict"), [("42.5", Verdict.ON_COURSE), ("43.5", Verdict.ON_COURSE), ("43.6", Verdict.BEHIND)]
)
def test_on_course_allows_the_tolerance_in_units(latest: str, verdict: Verdict) -> None:
    assert judged(45, 40, latest, days=DATED, tolerance="1").verdict is verdict


def test_measured_after_the_targets_day_and_not_reached_is_behind() -> None:
    days = (date(2016, 1, 1), date(2018, 1, 1), date(2019, 1, 1))
    assert judged(45, 40, "40.5", days=days, tolerance="1").verdict is Verdict.BEHIND


@pytest.mark.parametrize("unknown", [0, 1, 2])
def test_without_one_of_the_days_there_is_no_path(unknown: int) -> None:
    days = tuple(None if place == unknown else day for place, day in enumerate(DATED))
    found = judged(45, 40, 43, days=days)  # type: ignore[arg-type]
    assert (found.verdict, found.why_no_verdict, found.expected) == (Verdict.CANNOT_BE_JUDGED, Because.NO_PATH, None)
    assert found.progress == Decimal("0.4")


@pytest.mark.parametrize(
    ("values", "reason", "verdict"),
    [
        ((45, 40, None), Because.NO_MEASUREMENT, Verdict.NOT_MEASURED),
        ((None, None, None), Because.NO_BASELINE, Verdict.NO_DATA),
        ((None, 40, None), Because.NO_BASELINE, Verdict.NO_DATA),
        ((None, 40, 43), Because.NO_BASELINE, Verdict.CANNOT_BE_JUDGED),
        ((None, 40, 39), Because.NO_BASELINE, Verdict.REACHED),
        ((45, None, 43), Because.NO_TARGET, Verdict.CANNOT_BE_JUDGED),
        ((45, 50, 43), Because.AGAINST_DIRECTION, Verdict.CANNOT_BE_JUDGED),
    ],
)
def test_what_is_missing_gives_no_figure_but_a_reason(
    values: tuple[int | None, int | None, int | None], reason: Because, verdict: Verdict
) -> None:
    found = judged(*values)
    assert (found.progress, found.why_no_progress, found.verdict) == (None, reason, verdict)


@pytest.mark.parametrize(
    ("latest", "tolerance", "verdict"),
    [
        ("67.4", None, Verdict.REACHED),
        ("68.9", None, Verdict.REACHED),
        ("67.3", None, Verdict.WORSE),
        ("67.3", "0.1", Verdict.REACHED),
        ("67.2", "0.1", Verdict.WORSE),
    ],
)
def test_keep_at_least(latest: str, tolerance: str | None, verdict: Verdict) -> None:
    found = judged("67.4", "67.4", latest, Better.KEEP_AT_LEAST, tolerance=tolerance)
    assert (found.progress, found.why_no_progress, found.verdict) == (None, Because.KEEPS_A_LEVEL, verdict)


def test_keep_at_least_may_lie_below_the_baseline() -> None:
    assert judged(70, 65, 66, Better.KEEP_AT_LEAST).verdict is Verdict.REACHED
    assert judged(70, 65, 60, Better.KEEP_AT_LEAST).verdict is Verdict.WORSE
    assert judged(60, 65, 62, Better.KEEP_AT_LEAST).verdict is Verdict.BEHIND


def test_keep_at_most() -> None:
    assert judged(10, 10, 10, Better.KEEP_AT_MOST).verdict is Verdict.REACHED
    assert judged(10, 10, 11, Better.KEEP_AT_MOST, tolerance="1").verdict is Verdict.REACHED
    assert judged(10, 10, 12, Better.KEEP_AT_MOST, tolerance="1").verdict is Verdict.WORSE


def test_a_baseline_that_is_the_target_divides_by_nothing() -> None:
    found = judged(40, 40, 39)
    assert (found.progress, found.why_no_progress, found.verdict) == (None, Because.BASELINE_IS_TARGET, Verdict.REACHED)


@pytest.mark.parametrize(
    ("values", "better", "bounds", "verdict"),
    [
        ((40, 55, 55), Better.HIGHER, (0, -1), Verdict.CANNOT_BE_JUDGED),
        ((40, 55, 55), Better.HIGHER, (0, 1), Verdict.REACHED),
        ((50, 45, 45), Better.LOWER, (0, 1), Verdict.CANNOT_BE_JUDGED),
        ((50, 45, 45), Better.LOWER, (0, -1), Verdict.REACHED),
        ((50, 45, 52), Better.LOWER, (0, 1), Verdict.WORSE),
        ((50, 45, 52), Better.LOWER, (0, -1), Verdict.CANNOT_BE_JUDGED),
        ((50, 45, 48), Better.LOWER, (0, -1), Verdict.CANNOT_BE_JUDGED),
        ((50, 45, 52), Better.LOWER, (1, 0), Verdict.CANNOT_BE_JUDGED),
        ((50, 45, 44), Better.LOWER, (1, 0), Verdict.REACHED),
        ((None, 50, 40), Better.KEEP_AT_LEAST, (0, -1), Verdict.BEHIND),
        ((45, 45, 45), Better.NOT_STATED, (0, -1), Verdict.CANNOT_BE_JUDGED),
    ],
)
def test_a_bounded_value_is_judged_only_where_it_cannot_be_otherwise(
    values: tuple[int | None, int, int], better: Better, bounds: tuple[int, int], verdict: Verdict
) -> None:
    found = judged(*values, better, days=DATED, bounds=bounds)
    assert (found.progress, found.verdict) == (None, verdict)
    is_open = verdict is Verdict.CANNOT_BE_JUDGED
    assert found.why_no_verdict is (Because.ONLY_BOUNDED if is_open else Because.NOTHING)


def test_without_a_direction_the_target_shows_the_way() -> None:
    assert judged(45, 40, 39, Better.NOT_STATED).verdict is Verdict.REACHED
    assert judged(45, 40, 46, Better.NOT_STATED).verdict is Verdict.WORSE


# Which rows count


@pytest.fixture
def author() -> User:
    return factories.user("ada@kommune.invalid")


@pytest.fixture
def indicator(author: User) -> Indicator:
    return factories.indicator(factories.municipality(), by=author)


def test_a_measurement_after_the_day_is_not_used(indicator: Indicator, author: User) -> None:
    rows = [
        factories.measurement(indicator, 45, by=author, is_baseline=True, effective_text="1. marts 2015"),
        factories.measurement(indicator, 43, by=author, effective_text="1. marts 2017"),
        factories.measurement(indicator, 41, by=author, effective_text="1. marts 2019"),
    ]
    assert pick(rows, [], as_of=date(2018, 6, 1)).latest == rows[1]
    assert pick(rows, [], as_of=date(2016, 6, 1)).latest is None


def test_rows_of_0_are_values_and_targets(indicator: Indicator, author: User) -> None:
    rows = [
        factories.measurement(indicator, 4, by=author, is_baseline=True, effective_text="2015"),
        factories.measurement(indicator, 0, by=author, effective_text="2017"),
    ]
    picked = pick(rows, [factories.target(indicator, 0, by=author)], as_of=date(2018, 6, 1))
    assert (point(picked.latest), goal_point(picked.target, None)) == (
        Point(Decimal(0), date(2017, 12, 31)),
        Point(Decimal(0)),
    )


def test_a_subgroup_never_stands_for_the_whole(indicator: Indicator, author: User) -> None:
    rows = [factories.measurement(indicator, 41, by=author, subgroup="unge", effective_text="2017")]
    assert pick(rows, [], as_of=date(2018, 6, 1)).latest is None
    assert pick(rows, [], as_of=date(2018, 6, 1), subgroup="unge").latest == rows[0]


def test_a_replaced_value_does_not_count_once_the_new_one_is_there(indicator: Indicator, author: User) -> None:
    old = factories.measurement(indicator, 47, by=author, effective_text="2015", status="preliminary")
    new = factories.measurement(indicator, 45, by=author, effective_text="2015", status="final", replaces=old)
    assert pick([old, new], [], as_of=date(2018, 1, 1)).series == (new,)


def test_a_break_in_the_series_ends_the_comparison(indicator: Indicator, author: User) -> None:
    rows = [
        factories.measurement(indicator, 45, by=author, is_baseline=True, effective_text="2015"),
        factories.measurement(indicator, 44, by=author, effective_text="2016", series_break=True),
        factories.measurement(indicator, 39, by=author, effective_text="2017"),
    ]
    picked = pick(rows, [], as_of=date(2018, 1, 1))
    found = assess(
        better=Better.LOWER,
        tolerance=None,
        baseline=point(picked.baseline),
        target=Point(Decimal(40)),
        latest=point(picked.latest),
        series_break=picked.series_break,
    )
    assert (found.progress, found.verdict, found.why_no_verdict) == (
        None,
        Verdict.CANNOT_BE_JUDGED,
        Because.SERIES_BREAK,
    )


def test_an_undated_baseline_comes_before_what_is_dated(indicator: Indicator, author: User) -> None:
    later = factories.measurement(indicator, 43, by=author, effective_text="2017")
    baseline = factories.measurement(indicator, 45, by=author, is_baseline=True)
    picked = pick([later, baseline], [], as_of=date(2018, 1, 1))
    assert (picked.series, picked.latest) == ((baseline, later), later)


def test_history_before_the_baseline_is_no_latest_value(indicator: Indicator, author: User) -> None:
    rows = [
        factories.measurement(indicator, 60, by=author, effective_text="2009"),
        factories.measurement(indicator, 67, by=author, is_baseline=True, effective_text="2013"),
    ]
    assert pick(rows, [], as_of=date(2018, 1, 1)).latest is None


def test_the_next_target_counts_and_an_external_one_never(indicator: Indicator, author: User) -> None:
    first = factories.target(indicator, 44, by=author, period_text="2018")
    second = factories.target(indicator, 40, by=author, period_text="2020")
    external = factories.target(indicator, 22, by=author, period_text="2018", owner="external")
    targets = [second, external, first]
    assert pick([], targets, as_of=date(2018, 6, 1)).target == first
    assert pick([], targets, as_of=date(2019, 6, 1)).target == second
    assert pick([], targets, as_of=date(2025, 6, 1)).target == second
    assert pick([], [external], as_of=date(2018, 6, 1)).target is None


def test_a_target_in_words_counts_where_none_has_a_number(indicator: Indicator, author: User) -> None:
    near, far = (
        factories.target(indicator, None, by=author, raw="færre", qualifier="words", period_text=year)
        for year in ("2018", "2022")
    )
    numbered = factories.target(indicator, 40, by=author, period_text="2017")
    assert pick([], [far, near], as_of=date(2018, 6, 1)).target == near
    assert pick([], [far, near], as_of=date(2019, 6, 1)).target == far
    assert pick([], [far, near, numbered], as_of=date(2019, 6, 1)).target == numbered


def test_a_hedged_value_is_bounded_by_its_words(indicator: Indicator, author: User) -> None:
    bounds = {"exact": 0, "about": 0, "more_than": 1, "up_to": -1, "almost": -1}
    for at, (qualifier, bound) in enumerate(bounds.items()):
        row = factories.measurement(indicator, 55, by=author, qualifier=qualifier, effective_text=str(2010 + at))
        found = point(row)
        assert found is not None
        assert found.bound == bound


def test_a_target_stated_as_a_change_is_added_to_the_baseline(indicator: Indicator, author: User) -> None:
    target = factories.target(indicator, 5, by=author, kind="change")
    assert goal_point(target, Point(Decimal(60))) == Point(Decimal(65))
    assert goal_point(target, None) is None


def known(year: int, month: int) -> dict[str, datetime]:
    return dict.fromkeys(("recorded_at", "approved_at"), datetime(year, month, 1, tzinfo=UTC))


def test_what_waited_for_an_approval_was_known_to_nobody(indicator: Indicator, author: User) -> None:
    row = factories.measurement(
        indicator,
        47,
        by=author,
        effective_text="2015",
        **known(2015, 4) | {"approved_at": datetime(2016, 2, 1, tzinfo=UTC)},
    )
    for month, found in ((1, ()), (3, (row,))):
        then = datetime(2016, month, 1, tzinfo=UTC)
        assert pick([row], [], as_of=date(2016, 6, 1), known_on=then).series == found


def test_a_number_beside_words_is_not_judged(indicator: Indicator, author: User) -> None:
    said = {"qualifier": "words", "raw": "knap halvdelen"}
    measured = factories.measurement(indicator, 48, by=author, effective_text="2018", **said)
    target = factories.target(indicator, 45, by=author, period_text="2020", **said)
    assert pick([measured], [target], as_of=date(2019, 1, 1)).latest is None
    assert (point(measured), goal_point(target, None)) == (None, None)
    assert why_no_goal(target, None) is Because.TARGET_NOT_MEASURABLE


def test_a_years_value_stands_where_its_target_does(indicator: Indicator, author: User) -> None:
    """The value of 2018 halfway from 2016 to 2020, that of the target's year against the target itself."""
    baseline = factories.measurement(indicator, 45, by=author, is_baseline=True, effective_text="2016")
    target = factories.target(indicator, 41, by=author, period_text="2020")
    for year, expected in ((2017, 44), (2020, 41)):
        latest = factories.measurement(indicator, 43, by=author, effective_text=str(year))
        picked = pick([baseline, latest], [target], as_of=date(2021, 1, 1))
        start, end, now = point(picked.baseline), goal_point(picked.target, None), point(picked.latest)
        assert start is not None
        assert end is not None
        assert now is not None
        assert expected_value(start, end, now.day) == pytest.approx(Decimal(expected), abs=Decimal("0.01"))


def test_the_year_comes_after_its_first_quarter_and_before_its_last(indicator: Indicator, author: User) -> None:
    rows = [
        factories.measurement(indicator, 45, by=author, effective_text=words)
        for words in ("2018", "4. kvartal 2018", "1. kvartal 2018")
    ]
    assert pick(rows, [], as_of=date(2019, 1, 1)).series == (rows[2], rows[0], rows[1])


def test_a_revision_counts_from_its_own_date_and_only_once_it_is_known(indicator: Indicator, author: User) -> None:
    old = factories.measurement(indicator, 47, by=author, effective_text="1. marts 2015", **known(2015, 4))
    new = factories.measurement(indicator, 45, by=author, effective_text="1. juni 2015", replaces=old, **known(2016, 2))
    assert pick([old, new], [], as_of=date(2015, 5, 1)).series == (old,)
    assert pick([old, new], [], as_of=date(2015, 7, 1)).series == (new,)
    then = datetime(2015, 12, 31, tzinfo=UTC)
    assert pick([old, new], [], as_of=date(2015, 7, 1), known_on=then).series == (old,)


def test_the_target_of_a_day_is_the_one_decided_then(indicator: Indicator, author: User) -> None:
    first = factories.target(indicator, 40, by=author, period_text="2020", effective_text="1. marts 2016")
    milder = factories.target(
        indicator, 42, by=author, period_text="2020", effective_text="1. marts 2018", replaces=first
    )
    assert pick([], [first, milder], as_of=date(2017, 1, 1)).target == first
    assert pick([], [first, milder], as_of=date(2018, 6, 1)).target == milder
    stricter = factories.target(indicator, 38, by=author, period_text="2020", effective_text="1. juni 2019")
    assert pick([], [first, milder, stricter], as_of=date(2019, 7, 1)).target == stricter


@pytest.mark.parametrize("reason", list(Break))
def test_a_changed_question_or_another_population_ends_the_line(
    indicator: Indicator, author: User, reason: Break
) -> None:
    rows = [
        factories.measurement(indicator, 45, by=author, is_baseline=True, effective_text="2015"),
        factories.measurement(indicator, 39, by=author, effective_text="2017", break_reason=reason),
    ]
    assert rows[1].series_break
    assert pick(rows, [], as_of=date(2018, 1, 1)).series_break
