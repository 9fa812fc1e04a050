"""What is a CPR number, and what only has as many digits."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organisation.cpr import has_check_digit, has_day_of_birth, holds_cpr, is_cpr_like


def checking(day: str) -> str:
    """A made-up number of that day whose last digit checks."""
    return next(number for serial in range(10_000) if has_check_digit(number := f"{day}{serial:04d}"))


@pytest.mark.parametrize(
    "text",
    [
        "010203-1234",
        "Se sag 010203-1234.",
        "290200-4123",
        "010203 1234",
        "610203–1234",
        "01.03.80-1000",
        "Fødsel 01.03.80 – 1000.",
    ],
)
def test_a_number_with_a_mark_after_the_day_is_found(text: str) -> None:
    assert holds_cpr(text)


def test_ten_digits_are_found_when_they_check() -> None:
    assert holds_cpr(f"nr. {checking('150785')}, se bilag")


@pytest.mark.parametrize(
    "text",
    [
        "Vedr. cpr 0101901234",
        "CPR-nr.: 0101 901234",
        "cpr.nr 01 01 90 1234",
        "(c.p.r. 010190 - 1234)",
        "cprnr 0101901234.",
    ],
)
def test_after_the_word_they_need_not_check(text: str) -> None:
    assert holds_cpr(text)


@pytest.mark.parametrize(
    "text",
    [
        "CPR 01.01.2017-31.12.2018", "CPR 01-01-2017 – 31-12-2018", "CPR 01.01.2019 - 45 %",
        "CPR 30.06.2019. 12 borgere", "CPR 01.01.17-2019", "Kilde: cpr 01-01-2017 12 personer",
        "cpr 3201901234", "cpr 01019012345", "CPR-registret 2017 og 0101901234", "cpr i 2018-2019 og 12345678",
        "0102031234", "320203-1234", "011303-1234", "290201-4123", "36 37 70 00", "1003456789", "5798001234567",
        "XG-0102031234-00001", "sagsnr. 27.03.00-G01-1-17", "1.234.567.890", "010203-12345", "A010203-1234",
        "2017-2018", "010203-1234-5", "10203-1234",
        "01.01.17-2019", "01.01.17 - 31.12.2019", "32.01.80-1000", "01.03.80-1000-2", "2.01.03.80-1000",
    ],
)  # fmt: skip
def test_what_is_no_day_or_part_of_a_longer_number_is_not(text: str) -> None:
    assert not holds_cpr(text)


def test_the_whole_text_can_be_one() -> None:
    assert is_cpr_like(" 010203-1234 ")
    assert is_cpr_like("0102031234")
    assert not is_cpr_like("010203-1234 og flere")
    assert not is_cpr_like("9902031234")


@given(st.dates(date(1900, 3, 1), date(1999, 12, 31)), st.integers(0, 3999))
def test_every_day_of_the_century_is_one_to_be_born_on(day: date, serial: int) -> None:
    assert has_day_of_birth(f"{day:%d%m%y}{serial:04d}")


@given(st.integers(0, 10**10 - 1))
def test_a_number_of_any_ten_digits_is_judged_without_error(number: int) -> None:
    assert holds_cpr(f"{number:010d}") == (is_cpr_like(f"{number:010d}") and has_check_digit(f"{number:010d}"))
