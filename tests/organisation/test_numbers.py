import contextlib
import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation
from hypothesis import example, given
from hypothesis import strategies as st

from organisation.numbers import (
    DanishNumberError,
    Qualifier,
    Unit,
    format_amount,
    format_date,
    format_exact_amount,
    format_kroner,
    format_number,
    format_percent,
    format_percentage_points,
    format_table_amount,
    format_year,
    parse_amount,
    parse_figure,
    parse_number,
    parse_percent,
    parse_unit,
)

ORE = st.integers(-(10**16), 10**16)
UNITS = st.sampled_from(list(Unit))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.825.146", "2825146"),
        ("1.100", "1100"),
        ("1,100", "1.100"),
        ("1100", "1100"),
        ("67,4", "67.4"),
        ("1.234,50", "1234.50"),
        ("1 100", "1100"),
        ("2\N{NO-BREAK SPACE}825\N{NO-BREAK SPACE}146", "2825146"),
        ("2\N{NARROW NO-BREAK SPACE}825\N{THIN SPACE}146,5", "2825146.5"),
        ("\N{MINUS SIGN}500", "-500"),
        ("–500", "-500"),
        ("-2.500,5", "-2500.5"),
        ("500-", "-500"),
        ("500 –", "-500"),
        ("+2,1", "2.1"),
        (" 0 ", "0"),
        ("-0", "0"),
        ("2018", "2018"),
    ],
)
def test_a_danish_number_is_read(text: str, value: str) -> None:
    assert str(parse_number(text)) == value


@pytest.mark.parametrize(
    "text",
    [
        "2.5", "2.50", "0.500", "1234.5", "1.2345", "12.34.567", "1.100.5", "1.1000", "1234.567", "1,234.50",
        "1,234,567", "1.000 000", "1 000.000", "2020 2021", "12 34", "1,", ",5", "1,1,", "1,1, ", "1, 5", "1 ,5", "--5",
        "-5-", "5 5", "2.500.", "abc", "1e6", "0x10", "١٢٣", "½", "1'000", "1_000", "∞", "nan", "-", "", "..", "9" * 25,
        "1" * 500, "25-30", "ca. 5", "5 %", "5 kr.",
    ],
)  # fmt: skip
def test_what_is_no_certain_number_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(DanishNumberError, match=r"^“.*” kan ikke læses\. .+\.$"):
        parse_number(text)


def test_an_ambiguous_full_stop_is_refused_with_both_readings() -> None:
    with pytest.raises(DanishNumberError) as refused:
        parse_number("2.5")
    assert str(refused.value) == (
        "“2.5” kan ikke læses. Det kan læses som 2,5 eller som 2.500. "
        "Skriv 2,5, hvis punktummet er et decimaltegn, og 2.500, hvis det adskiller tusinder."
    )


def test_a_refusal_is_in_the_reader_s_language() -> None:
    with translation.override("en"), pytest.raises(DanishNumberError, match=r"It can be read as 2,5 or as 2\.500"):
        parse_number("2.5")


@pytest.mark.parametrize(
    ("text", "heading", "ore", "unit", "stated"),
    [
        ("2.000", Unit.TKR, 200_000_000, Unit.TKR, False),
        ("2.000", "tkr", 200_000_000, Unit.TKR, False),
        ("2.391.480", Unit.KR, 239_148_000, Unit.KR, False),
        ("0", Unit.TKR, 0, Unit.TKR, False),
        ("1,1 mio. kr.", None, 110_000_000, Unit.MIO, True),
        ("1,1 mio.kr.", Unit.KR, 110_000_000, Unit.MIO, True),
        ("1,1\N{NO-BREAK SPACE}mio.\N{NO-BREAK SPACE}kr.", None, 110_000_000, Unit.MIO, True),
        ("3 millioner kroner", None, 300_000_000, Unit.MIO, True),
        ("1 mia. kr.", None, 100_000_000_000, Unit.MIO, True),
        ("600 t.kr.", None, 60_000_000, Unit.TKR, True),
        ("600 tkr", None, 60_000_000, Unit.TKR, True),
        ("600 tusinde kr.", None, 60_000_000, Unit.TKR, True),
        ("2.825.146 kr.", Unit.TKR, 282_514_600, Unit.KR, True),
        ("kr. 500,50", None, 50_050, Unit.KR, True),
        ("DKK 500", None, 50_000, Unit.KR, True),
        ("500,-", None, 50_000, Unit.KR, True),
        ("2.500,- kr.", None, 250_000, Unit.KR, True),
        ("50 øre", None, 50, Unit.KR, True),
        ("-500 kr.", None, -50_000, Unit.KR, True),
        ("500- kr.", None, -50_000, Unit.KR, True),
        ("500 kr", None, 50_000, Unit.KR, True),
    ],
)
def test_an_amount_is_read_in_its_unit(text: str, heading: Any, ore: int, unit: Unit, stated: bool) -> None:
    amount = parse_amount(text, heading)
    assert (amount.raw, amount.ore, amount.unit, amount.unit_stated) == (text, ore, unit, stated)
    assert (amount.qualifier, amount.missing) == (Qualifier.EXACT, False)


@pytest.mark.parametrize(
    "text", ["", " ", "-", "–", "—", "\N{MINUS SIGN}", ".", "..", "...", "…", "\N{NO-BREAK SPACE}"]
)
def test_a_mark_for_a_missing_value_is_neither_zero_nor_an_error(text: str) -> None:
    amount = parse_amount(text, Unit.TKR)
    assert (amount.raw, amount.ore, amount.missing) == (text, None, True)
    assert not parse_amount("0", Unit.TKR).missing


@pytest.mark.parametrize(
    ("text", "heading", "because"),
    [
        ("500", None, "mangler en enhed"),
        ("1,1, mio. kr.", None, "et komma for meget"),
        ("2.5 mio. kr.", None, "2,5 eller som 2.500"),
        ("2,500 kr.", None, "højst to decimaler"),
        ("0,001", Unit.KR, "højst to decimaler"),
        ("0,5 øre", None, "finere end én øre"),
        ("0,000001 t.kr.", None, "finere end én øre"),
        ("500,-", Unit.TKR, "overskriften har en anden enhed"),
        ("2017-2020", Unit.TKR, "ligner to årstal"),
        ("300-150 kr.", None, "slutter lavere"),
        ("99.999.999.999.999.999 t.kr.", None, "større, end der er plads til"),
        ("t.kr.", None, "ikke et tal"),
        ("12-05-2017 kr.", None, "ikke et tal"),
        ("500.- kr.", None, "grupper på tre"),
        ("5 procent", Unit.KR, "ikke et tal"),
    ],
)
def test_an_uncertain_amount_is_refused_with_the_reason(text: str, heading: Unit | None, because: str) -> None:
    with pytest.raises(DanishNumberError, match=because):
        parse_amount(text, heading)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("150-300 mio.kr.", 15_000_000_000, 30_000_000_000),
        ("150 – 300 mio. kr.", 15_000_000_000, 30_000_000_000),
        ("mellem 150 og 300 kr.", 15_000, 30_000),
        ("fra 1.500 til 3.000 kr.", 150_000, 300_000),
        ("500 kr. - 1 mio. kr.", 50_000, 100_000_000),
    ],
)
def test_an_interval_has_two_bounds_and_no_value(text: str, low: int, high: int) -> None:
    amount = parse_amount(text)
    assert (amount.ore, amount.low_ore, amount.high_ore) == (None, low, high)
    assert amount.qualifier is Qualifier.INTERVAL


@pytest.mark.parametrize(
    ("text", "qualifier", "value", "low", "high"),
    [
        ("ca. 1.600", Qualifier.ABOUT, 1600, None, None),
        ("Cirka 1.600", Qualifier.ABOUT, 1600, None, None),
        ("flere end 210.000", Qualifier.MORE_THAN, 210_000, 210_000, None),
        ("mere end 5", Qualifier.MORE_THAN, 5, 5, None),
        ("op til 30", Qualifier.UP_TO, 30, None, 30),
        ("næsten 500", Qualifier.ALMOST, 500, None, 500),
        ("25-30", Qualifier.INTERVAL, None, 25, 30),
        ("ca. 25-30", Qualifier.INTERVAL, None, 25, 30),
        ("1.600", Qualifier.EXACT, 1600, None, None),
    ],
)
def test_the_words_around_a_figure_are_kept(
    text: str, qualifier: Qualifier, value: int | None, low: int | None, high: int | None
) -> None:
    figure = parse_figure(text)
    assert (figure.qualifier, figure.value, figure.low, figure.high) == (qualifier, value, low, high)


@pytest.mark.parametrize("text", ["hver fjerde", "op til", "ca.", "flere", "1.600 borgere", "mindst 5"])
def test_words_that_are_no_figure_are_refused(text: str) -> None:
    with pytest.raises(DanishNumberError):
        parse_figure(text)


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("kr.", Unit.KR), ("hele kr.", Unit.KR), ("1.000 kr.", Unit.TKR), ("1000 kr.", Unit.TKR), ("t.kr.", Unit.TKR),
        ("Beløb i t.kr.", Unit.TKR), ("(mio. kr.)", Unit.MIO), ("i mio.kr.:", Unit.MIO), ("1.000.000 kr.", Unit.MIO),
        ("kr. 1.000", Unit.TKR), ("DKK 1000", Unit.TKR), ("DKK '000", Unit.TKR), ("1.000 DKK", Unit.TKR),
        ("000 kr.", Unit.TKR), ("kr. 1.000.000", Unit.MIO), ("DKK mio.", Unit.MIO),
        ("kr. i tusinder", Unit.TKR), ("Beløb i kr. i tusinde", Unit.TKR), ("kr. i 1.000", Unit.TKR),
        ("kr. i mio.", Unit.MIO),
    ],
)  # fmt: skip
def test_a_heading_names_the_unit(heading: str, unit: Unit) -> None:
    assert parse_unit(heading) is unit


@pytest.mark.parametrize("heading", ["", "2017", "100 kr.", "procent", "t.kr. og mio. kr."])
def test_a_heading_without_a_unit_is_refused(heading: str) -> None:
    with pytest.raises(DanishNumberError, match="Enheden er ukendt"):
        parse_unit(heading)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("67,4 %", "67.4"),
        ("49 procent", "49"),
        ("49 pct.", "49"),
        ("49%", "49"),
        ("49\N{NO-BREAK SPACE}%", "49"),
        ("49", "49"),
        ("-2,5 %", "-2.5"),
    ],
)
def test_a_percentage_is_read(text: str, value: str) -> None:
    assert parse_percent(text) == Decimal(value)


@pytest.mark.parametrize("text", ["5 procentpoint", "5 pp", "2.5 %", "%", "", "-", "5 % %", "4 kr."])
def test_what_is_no_certain_percentage_is_refused(text: str) -> None:
    with pytest.raises(DanishNumberError):
        parse_percent(text)


# Printing


def nbsp(text: str) -> str:
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def test_amounts_print_in_their_unit() -> None:
    assert format_kroner(282_514_600) == nbsp("2.825.146 kr.")
    assert format_amount(600_000_000, Unit.TKR) == nbsp("6.000 t.kr.")
    assert format_amount(110_000_000, "mio") == nbsp("1,1 mio. kr.")
    assert format_amount(2_500_000_000, Unit.MIO) == nbsp("25,0 mio. kr.")
    assert format_table_amount(2_500_000_000, Unit.MIO) == "25,0"
    assert format_kroner(-50_000) == nbsp("\N{MINUS SIGN}500 kr.")
    assert format_exact_amount(282_514_650, Unit.KR) == nbsp("2.825.146,50 kr.")


def test_rounding_is_half_up_and_never_truncates() -> None:
    assert format_amount(115_000_000, Unit.MIO) == nbsp("1,2 mio. kr.")
    assert format_amount(295_000_000, Unit.MIO) == nbsp("3,0 mio. kr.")
    assert format_number(Decimal("-2.5"), 0) == "\N{MINUS SIGN}3"


def test_an_amount_that_is_not_zero_never_prints_as_zero() -> None:
    assert format_amount(30_000 * 100, Unit.MIO) == nbsp("0,03 mio. kr.")
    assert format_kroner(-4) == nbsp("\N{MINUS SIGN}0,04 kr.")
    assert format_percent(Decimal("0.3")) == nbsp("0,3 %")
    assert format_kroner(0) == nbsp("0 kr.")
    assert format_percent(Decimal("-0.0"), 1) == nbsp("0,0 %")


def test_percent_points_years_and_dates() -> None:
    assert format_percent(49) == nbsp("49 %")
    assert format_percent(Decimal("67.4"), 1) == nbsp("67,4 %")
    assert format_percent(Decimal("67.4"), None) == nbsp("67,4 %")
    assert format_percentage_points(2) == "2 procentpoint"
    assert format_year(2018) == "2018"
    assert format_date(date(2017, 8, 29)) == "29. august 2017"


def test_english_changes_words_but_not_numbers() -> None:
    with translation.override("en"):
        assert format_date(date(2017, 8, 29)) == "29 August 2017"
        assert format_percentage_points(Decimal("-1")) == "\N{MINUS SIGN}1 percentage point"
        assert format_percentage_points(Decimal("1.5"), 1) == "1,5 percentage points"
        assert format_kroner(282_514_600) == nbsp("2.825.146 kr.")


@pytest.mark.parametrize("value", [None, 1.5, "5", True, Decimal("NaN")])
def test_only_exact_numbers_are_printed(value: Any) -> None:
    with pytest.raises(TypeError):
        format_number(value)


# Print and parse are inverse


@given(ORE, UNITS)
@example(1, Unit.MIO)
@example(-1, Unit.KR)
def test_an_exactly_printed_amount_reads_back_to_the_ore(ore: int, unit: Unit) -> None:
    amount = parse_amount(format_exact_amount(ore, unit))
    assert (amount.ore, amount.unit, amount.unit_stated) == (ore, unit, True)


@given(ORE, UNITS, st.integers(0, 4))
def test_a_rounded_amount_reads_back_within_half_of_its_last_digit(ore: int, unit: Unit, decimals: int) -> None:
    decimals = min(decimals, unit.exponent)
    read = parse_amount(format_table_amount(ore, unit, decimals), unit).ore
    assert read is not None
    assert 2 * abs(read - ore) <= 10 ** (unit.exponent - decimals)
    assert (read == 0) == (ore == 0)


@given(st.decimals(-(10**9), 10**9, places=4))
def test_a_printed_number_reads_back(value: Decimal) -> None:
    assert parse_number(format_number(value)) == value
    assert parse_percent(format_percent(value, None)) == value


# Nothing is off by ten or a thousand without an error

SEPARATORS = ["", ".", ",", " ", "\N{NO-BREAK SPACE}", "'", "..", ", ", ". ", "\N{NARROW NO-BREAK SPACE}"]


@given(st.integers(1_000, 999_999_999), st.sampled_from(SEPARATORS), st.sampled_from(SEPARATORS))
def test_other_separators_between_thousands_give_the_value_or_an_error(value: int, first: str, second: str) -> None:
    groups = f"{value:,}".split(",")
    text = groups[0] + first + groups[1] + (second + groups[2] if len(groups) > 2 else "")
    try:
        ore = parse_amount(f"{text} kr.").ore
    except DanishNumberError:
        return
    assert ore == value * 100


@given(st.integers(1_000, 999_999_999), st.data())
def test_a_lost_or_added_digit_in_a_group_is_an_error(value: int, data: st.DataObject) -> None:
    text = f"{value:,}".replace(",", ".")
    place = data.draw(st.integers(text.index(".") + 1, len(text)))
    damaged = data.draw(st.sampled_from([text[:place] + "7" + text[place:], text[: place - 1] + text[place:]]))
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+", damaged):
        return
    with pytest.raises(DanishNumberError):
        parse_number(damaged)


@given(st.integers(0, 99_999_999), st.integers(0, 99), UNITS)
def test_english_decimals_are_never_read_as_something_else(whole: int, part: int, unit: Unit) -> None:
    for text in (f"{whole}.{part:02d}", f"{whole:,}.{part:02d}"):
        with pytest.raises(DanishNumberError):
            parse_amount(text, unit)


@given(st.text(alphabet="0123456789.,- –−+krmiotøe%\N{NO-BREAK SPACE}", max_size=14), UNITS)
def test_any_text_is_read_by_the_plain_rules_or_refused(text: str, unit: Unit) -> None:
    """An oracle of its own: what was accepted has the digits of the text, the comma in its place, and no other mark."""
    try:
        number = parse_number(text)
    except DanishNumberError:
        return
    bare = re.sub(r"[\s.+–−-]", "", text)
    assert abs(number) == Decimal(bare.replace(",", "."))
    assert all(len(re.sub(r"[^0-9]", "", group)) == 3 for group in text.strip().split(",")[0].split(".")[1:])


@given(st.text(max_size=30))
def test_no_text_breaks_the_readers(text: str) -> None:
    for read in (parse_number, parse_figure, parse_amount, parse_percent, parse_unit):
        with contextlib.suppress(DanishNumberError):
            read(text)
