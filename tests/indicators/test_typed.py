"""Values as people type them, and which of them are asked about."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from indicators import typed
from indicators.models import Measurement
from indicators.plausible import Doubt, doubt


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("49 %", "percent", "49"),
        ("67,4", "percent", "67.4"),
        ("0", "percent", "0"),
        ("ca. 1.600", "count", "1600"),
        ("10 af 50", "count", "10"),
        ("10 af 50", "percent", "20"),
        ("23 ud af 27", "percent", "85.185185"),
        ("ja", "yes_no", "1"),
        ("hver 4.", "one_in", "4"),
        ("-2,5", "percentage_points", "-2.5"),
    ],
)
def test_danish_words_and_numbers_are_read(text: str, unit: str, value: str) -> None:
    found = typed.read(text, unit)
    assert found is not None
    assert (found.value, found.raw) == (Decimal(value), text)


def test_a_count_that_the_source_has_hidden_is_only_known_to_be_smaller() -> None:
    found = typed.read("<5", "count")
    assert found is not None
    assert (found.value, found.high, found.raw) == (None, Decimal(4), "<5")
    row = Measurement()
    found.put(row)
    assert typed.shown(row) == "<5"


@pytest.mark.parametrize("text", ["", "-", "–", ".."])
def test_nothing_is_nothing(text: str) -> None:
    assert typed.read(text, "percent") is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [("49 %", "count"), ("50 af 10", "percent"), ("1 af 0", "percent"), ("1 af 2", "mean"), ("1.5", "percent")],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(text: str, unit: str) -> None:
    with pytest.raises(ValidationError) as refused:
        typed.read(text, unit)
    assert all(len(sentence) > 20 for sentence in refused.value.messages)


@pytest.mark.parametrize("text", ["1" + " " * 100_000 + "x", "1 " * 101 + "%", "x" * 201])
def test_an_endless_text_is_refused_at_once(text: str) -> None:
    with pytest.raises(ValidationError, match=r"too long|for lang"):
        typed.read(text, "percent")


@pytest.mark.parametrize(
    ("value", "unit", "before", "found"),
    [
        ("101", "percent", None, Doubt.OUTSIDE),
        ("-1", "count", None, Doubt.OUTSIDE),
        ("2", "yes_no", None, Doubt.OUTSIDE),
        ("0.45", "percent", "45", Doubt.JUMPS),
        ("43", "percent", "45", None),
        ("60", "percent", "45", None),
        ("60.1", "percent", "45", Doubt.JUMPS),
        ("7391", "count", "739", Doubt.JUMPS),
        ("9", "count", "2", None),
        ("7.5", "mean", "7.3", None),
        ("75", "mean", "7.3", Doubt.JUMPS),
        ("0.5", "one_in", None, Doubt.OUTSIDE),
        ("1", "one_in", None, None),
        ("-5", "kr", None, None),
        ("45", "percent", None, None),
    ],
)
def test_slips_of_the_hand_are_asked_about(value: str, unit: str, before: str | None, found: Doubt | None) -> None:
    assert doubt(Decimal(value), unit, None if before is None else Decimal(before)) is found
