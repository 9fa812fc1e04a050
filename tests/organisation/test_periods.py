from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from organisation.periods import Period, PeriodError, Precision, format_period, parse_period, period_from_dates

DAYS = st.dates(date(1901, 1, 1), date(2190, 12, 31))


UNDERSTOOD = [
    ("2018", "2018-01-01", "2018-12-31", "year"),
    ("i 2018", "2018-01-01", "2018-12-31", "year"),
    ("2017 - 2018.", "2017-01-01", "2018-12-31", "year"),
    ("2016-2020", "2016-01-01", "2020-12-31", "year"),
    ("2021-22", "2021-01-01", "2022-12-31", "year"),
    ("2020/2021", "2020-01-01", "2021-12-31", "year"),
    ("2021–2023", "2021-01-01", "2023-12-31", "year"),
    ("2021\N{NO-BREAK SPACE}–\N{NO-BREAK SPACE}2023", "2021-01-01", "2023-12-31", "year"),
    ("i perioden fra 2021-2023.", "2021-01-01", "2023-12-31", "year"),
    ("for perioden 2017-2019", "2017-01-01", "2019-12-31", "year"),
    ("2017 og 2018", "2017-01-01", "2018-12-31", "year"),
    ("mellem 2017 og 2019", "2017-01-01", "2019-12-31", "year"),
    ("2., 3. og 4. kvartal 2017.", "2017-04-01", "2017-12-31", "quarter"),
    ("2.-4. kvartal 2017", "2017-04-01", "2017-12-31", "quarter"),
    ("4. kvartal 2014", "2014-10-01", "2014-12-31", "quarter"),
    ("1. halvår 2018", "2018-01-01", "2018-06-30", "half_year"),
    ("andet halvår af 2018", "2018-07-01", "2018-12-31", "half_year"),
    ("primo 2018", "2018-01-01", "2018-04-30", "part"),
    ("Primo 2018", "2018-01-01", "2018-04-30", "part"),
    ("slutningen af 2018", "2018-09-01", "2018-12-31", "part"),
    ("medio august 2017", "2017-08-11", "2017-08-20", "part"),
    ("ultimo februar 2020", "2020-02-21", "2020-02-29", "part"),
    ("medio 2017 til ultimo 2019", "2017-05-01", "2019-12-31", "part"),
    (
        "Medio 2017 til ultimo 2019. Projektperioden forventes påbegyndt i august 2017 og afsluttes i august 2019.",
        "2017-05-01",
        "2019-12-31",
        "part",
    ),
    ("uge 17 i 2018", "2018-04-23", "2018-04-29", "week"),
    ("uge 17, 2018", "2018-04-23", "2018-04-29", "week"),
    ("uge 53 i 2020", "2020-12-28", "2021-01-03", "week"),
    ("ugerne 17 og 18 i 2018", "2018-04-23", "2018-05-06", "week"),
    ("december 2016", "2016-12-01", "2016-12-31", "month"),
    ("AUGUST 2017", "2017-08-01", "2017-08-31", "month"),
    ("januar-marts 2018", "2018-01-01", "2018-03-31", "month"),
    ("2017-08", "2017-08-01", "2017-08-31", "month"),
    ("i efteråret 2020", "2020-09-01", "2020-11-30", "season"),
    ("efterår 2020", "2020-09-01", "2020-11-30", "season"),
    ("foråret 2018", "2018-03-01", "2018-05-31", "season"),
    ("vinteren 2020/21", "2020-12-01", "2021-02-28", "season"),
    ("29. august 2017", "2017-08-29", "2017-08-29", "day"),
    ("tirsdag den 29. august 2017", "2017-08-29", "2017-08-29", "day"),
    ("29-08-2017", "2017-08-29", "2017-08-29", "day"),
    ("29.08.2017", "2017-08-29", "2017-08-29", "day"),
    ("29/8-2017", "2017-08-29", "2017-08-29", "day"),
    ("2017-08-29", "2017-08-29", "2017-08-29", "day"),
    ("1.-15. august 2017", "2017-08-01", "2017-08-15", "day"),
    ("29-08-2017 - 31-12-2018", "2017-08-29", "2018-12-31", "day"),
    ("fra den 1. august til den 31. december 2018", "2018-08-01", "2018-12-31", "day"),
    ("august 2017 til 2019", "2017-08-01", "2019-12-31", "year"),
    ("ult. 2018", "2018-09-01", "2018-12-31", "part"),
    ("3. kv. 2018", "2018-07-01", "2018-09-30", "quarter"),
    ("mar-18", "2018-03-01", "2018-03-31", "month"),
    ("inden udgangen af 2019", None, "2019-12-31", "open_start"),
    ("senest ved udgangen af 2019", None, "2019-12-31", "open_start"),
    ("fra 2021", "2021-01-01", None, "open_end"),
    ("fra og med august 2021", "2021-08-01", None, "open_end"),
    ("2021-", "2021-01-01", None, "open_end"),
    ("2021 og frem", "2021-01-01", None, "open_end"),
    ("til 2019", None, "2019-12-31", "open_start"),
    ("til og med august 2019", None, "2019-08-31", "open_start"),
    ("3-årigt forløb med opstart i 2021", "2021-01-01", "2023-12-31", "duration"),
    ("3-årigt implementeringsforløb med opstart i 2021", "2021-01-01", "2023-12-31", "duration"),
    ("2-årigt forløb med opstart i 2021.", "2021-01-01", "2022-12-31", "duration"),
    ("2-årigt med opstart i 2021", "2021-01-01", "2022-12-31", "duration"),
    ("toårigt forløb med opstart i august 2021", "2021-08-01", "2023-07-31", "duration"),
    ("18 måneder fra august 2017", "2017-08-01", "2019-01-31", "duration"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), UNDERSTOOD)
def test_the_words_of_documents_are_understood(text: str, start: str | None, end: str | None, precision: str) -> None:
    period = parse_period(text)
    assert period.text == text
    assert (period.start and period.start.isoformat(), period.end and period.end.isoformat()) == (start, end)
    assert period.precision == precision


@pytest.mark.parametrize(
    "text",
    [
        "", "budget 2018", "KV 2013", "løbende", "snarest", "17", "uge 17", "29. august", "31. marts",
        "1. og 3. kvartal 2017", "vinteren 2020", "november - februar 2018", "2017-2018-2019", "29-08-17", "99999",
        "2018 (forventet)", "3-årigt forløb", "0 år fra 2021", "i 2018 eller 2019", "skoleåret 2020/21", "1234",
        "inden 2019", "18-maj",
        "2. runde", "uge 17 og 19 i 2018", "sag 2017-18-19", "-", "til",
    ],
)  # fmt: skip
def test_other_words_are_kept_and_give_no_dates(text: str) -> None:
    assert parse_period(text) == Period(text, None, None, Precision.UNKNOWN)


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("31. februar", "ikke i kalenderen"),
        ("31. februar 2018", "ikke i kalenderen"),
        ("29.02.2018", "ikke i kalenderen"),
        ("12-13-2018", "ikke i kalenderen"),
        ("2018-02-30", "ikke i kalenderen"),
        ("0. maj 2018", "ikke i kalenderen"),
        ("uge 54", "uge fra 1 til 53"),
        ("uge 54 i 2018", "uge fra 1 til 52"),
        ("uge 53, 2018", "uge fra 1 til 52"),
        ("5. kvartal 2017", "fire kvartaler"),
        ("3. halvår 2017", "to halvår"),
        ("2020-2018", "slutter, før den begynder"),
        ("2022-21", "slutter, før den begynder"),
        ("ultimo 2019 til medio 2017", "slutter, før den begynder"),
        ("uge 18-17 i 2018", "slutter, før den begynder"),
    ],
)
def test_what_cannot_exist_is_refused_with_a_sentence(text: str, because: str) -> None:
    with pytest.raises(PeriodError, match=because) as refused:
        parse_period(text)
    assert str(refused.value).startswith(f"“{text}” er ikke en periode.")


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(PeriodError):
        Period("", date(2018, 1, 2), date(2018, 1, 1), Precision.DAY)


@pytest.mark.parametrize("text", [text for text, *_rest in UNDERSTOOD])
def test_words_made_of_the_dates_say_the_same(text: str) -> None:
    period = parse_period(text)
    assert format_period(period) == text
    bare = Period("", period.start, period.end, period.precision)
    assert parse_period(format_period(bare)) == Period(format_period(bare), period.start, period.end, period.precision)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2018, 1, 1), date(2018, 12, 31), "2018"),
        (date(2017, 1, 1), date(2019, 12, 31), "2017-2019"),
        (date(2018, 7, 1), date(2018, 12, 31), "2. halvår 2018"),
        (date(2017, 10, 1), date(2017, 12, 31), "4. kvartal 2017"),
        (date(2017, 4, 1), date(2017, 12, 31), "2. kvartal 2017 til 4. kvartal 2017"),
        (date(2017, 8, 1), date(2019, 8, 31), "august 2017 til august 2019"),
        (date(2017, 8, 29), date(2017, 8, 29), "29. august 2017"),
        (date(2017, 8, 29), date(2018, 1, 1), "29. august 2017 til 1. januar 2018"),
        (date(2021, 1, 1), None, "fra 2021"),
        (date(2021, 8, 15), None, "fra 15. august 2021"),
        (None, date(2019, 8, 31), "til august 2019"),
        (None, None, ""),
    ],
)
def test_dates_get_the_words_that_a_person_would_use(start: date | None, end: date | None, words: str) -> None:
    assert format_period(period_from_dates(start, end)) == words


@given(DAYS, DAYS)
def test_any_two_dates_print_and_read_back(one: date, other: date) -> None:
    for start, end in ((min(one, other), max(one, other)), (one, None), (None, one), (one, one)):
        period = period_from_dates(start, end)
        read = parse_period(format_period(period))
        assert (read.start, read.end, read.precision) == (start, end, period.precision)


QUARTERS = st.builds("{}. kvartal {}".format, st.integers(1, 4), st.integers(1900, 2199))
POINTS = st.one_of(
    st.integers(1900, 2199).map(str),
    QUARTERS,
    st.builds("{}. halvår {}".format, st.integers(1, 2), st.integers(1900, 2199)),
    st.builds("uge {} i {}".format, st.integers(1, 52), st.integers(1900, 2199)),
    st.builds("{} {}".format, st.sampled_from(["primo", "medio", "ultimo", "efteråret"]), st.integers(1900, 2199)),
    st.builds(
        "{} {} {}".format, st.sampled_from(["primo", "medio", "ultimo"]), st.just("maj"), st.integers(1900, 2199)
    ),
    DAYS.map(lambda day: f"{day.day}-{day.month}-{day.year}"),
)


@given(POINTS, POINTS, st.sampled_from(["{} til {}", "{} - {}", "fra {} til {}", "{}–{}"]))
def test_a_range_of_any_two_expressions_covers_both_and_reads_back(one: str, other: str, joined: str) -> None:
    first, last = sorted((parse_period(one), parse_period(other)), key=lambda period: str(period.start))
    assert first.end is not None
    assert last.end is not None
    if last.end < first.end:
        return
    period = parse_period(joined.format(first.text, last.text))
    assert (period.start, period.end) == (first.start, last.end)
    bare = Period("", period.start, period.end, period.precision)
    read = parse_period(format_period(bare))
    assert (read.start, read.end, read.precision) == (period.start, period.end, period.precision)


@given(st.integers(1, 30), st.integers(1900, 2150), st.sampled_from(["{}", "august {}", "1. maj {}", "15. maj {}"]))
def test_a_length_from_a_beginning_reads_back(years: int, year: int, begin: str) -> None:
    period = parse_period(f"{years}-årigt forløb med opstart i {begin.format(year)}")
    assert period.precision is Precision.DURATION
    assert period.start is not None
    assert period.end is not None
    assert (period.end + timedelta(1)).replace(year=period.start.year) == period.start
    read = parse_period(format_period(Period("", period.start, period.end, period.precision)))
    assert (read.start, read.end, read.precision) == (period.start, period.end, period.precision)


@given(st.text(alphabet="0123456789.-– ,/ugekvartlmdiofåhs", max_size=24) | st.text(max_size=24))
def test_the_words_are_never_lost(text: str) -> None:
    try:
        period = parse_period(text)
    except PeriodError:
        return
    assert (period.text, format_period(period)) == (text, text)


def test_english_words_for_dates() -> None:
    with translation.override("en"):
        assert format_period(Period("", date(2017, 4, 1), date(2017, 6, 30), Precision.QUARTER)) == "quarter 2 of 2017"
        assert format_period(parse_period("2. kvartal 2017")) == "2. kvartal 2017"


def test_a_period_knows_its_years() -> None:
    plan = parse_period("2017 - 2018")
    assert plan.years == [2017, 2018]
    assert (plan.year, parse_period("2018").year, parse_period("1. halvår 2018").year) == (None, 2018, None)
    assert [year for year in range(2015, 2021) if plan.overlaps_year(year)] == [2017, 2018]
    assert parse_period("4. kvartal 2017").within_year(2017)
    assert not plan.within_year(2017)
    assert parse_period("fra 2021").years is None


def test_open_ends_cover_all_on_that_side_and_unknown_periods_nothing() -> None:
    later, earlier, unknown = parse_period("fra 2021"), parse_period("til 2019"), parse_period("løbende")
    assert [later.covers(date(year, 6, 1)) for year in (1900, 2020, 2021, 2199)] == [False, False, True, True]
    assert [earlier.covers(date(year, 6, 1)) for year in (1900, 2019, 2020, 2199)] == [True, True, False, False]
    assert earlier.covers(date(2019, 12, 31))
    assert later.covers(date(2021, 1, 1))
    assert (later.overlaps_year(2050), later.overlaps_year(2020), earlier.overlaps_year(2020)) == (True, False, False)
    assert not any([unknown.covers(date(2020, 1, 1)), unknown.overlaps_year(2020), unknown.within_year(2020)])
    assert not unknown.is_known


def test_primo_and_seasons_are_approximate_and_dates_are_not() -> None:
    assert parse_period("primo 2018").is_approximate
    assert parse_period("efteråret 2020").is_approximate
    assert not parse_period("29. august 2017").is_approximate
