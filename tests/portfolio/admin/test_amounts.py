"""Amounts and values on the screens: read the Danish way, with their words kept."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from budgets.models import Entry, UnitOrigin, ValueState
from indicators.models import Measurement
from organisation.access import Role
from tests.portfolio.admin.screens import change, errors
from tests.world import World, form_of, signed_in

# --- Amounts


AMOUNTS = [
    ("2.825.146", "kr", 282514600, "kr", "2.825.146"),
    ("1,1", "mio", 110000000, "mio", "1,1"),
    ("1,1 mio. kr.", "kr", 110000000, "mio", "1,1 mio. kr."),
    ("6.000", "tkr", 600000000, "tkr", "6.000"),
    ("ca. 2,5 mio. kr.", "tkr", 250000000, "mio", "ca. 2,5 mio. kr."),
    ("-300", "kr", -30000, "kr", "-300"),
]


def entry_data(world: World, **typed: str) -> dict[str, Any]:
    return {
        "line": world.ours.budgetline.pk,
        "kind": "original",
        "year": "2019",
        "unit": "kr",
        "unit_origin": "inferred",
        "decision_state": "adopted",
        "recurrence": "not_stated",
        "parts-TOTAL_FORMS": "0",
        "parts-INITIAL_FORMS": "0",
    } | typed


@pytest.mark.parametrize("case", AMOUNTS)
def test_an_amount_is_read_the_danish_way_and_its_words_are_kept(
    world: World, case: tuple[str, str, int, str, str]
) -> None:
    typed, unit, ore, kept_unit, raw = case
    client = signed_in(world.cast.koebenhavn[Role.FINANCE])
    answer = client.post(reverse("admin:budgets_entry_add"), entry_data(world, amount=typed, unit=unit))
    assert answer.status_code == 302, errors(answer)
    made = Entry.objects.get(year=2019)
    assert (made.amount_ore, made.unit, made.raw, made.value_state) == (ore, kept_unit, raw, ValueState.VALUE)
    stated = unit != kept_unit or typed.endswith("kr.")
    assert made.unit_origin == (UnitOrigin.STATED if stated else UnitOrigin.INFERRED)


@pytest.mark.parametrize("typed", ["2.5", "1,1, mio. kr.", "mange penge", "2016-2019", "25-30"])
def test_what_cannot_be_read_with_certainty_is_refused_at_the_field(world: World, typed: str) -> None:
    client = signed_in(world.cast.koebenhavn[Role.FINANCE])
    answer = client.post(reverse("admin:budgets_entry_add"), entry_data(world, amount=typed))
    assert list(errors(answer)) == ["amount"]
    assert not Entry.objects.filter(year=2019).exists()


@pytest.mark.parametrize(
    ("typed", "why", "ore", "state"),
    [
        ("", "not_stated", None, ValueState.NOT_STATED),
        ("-", "not_stated", None, ValueState.NOT_STATED),
        ("0", "", 0, ValueState.ZERO),
        ("", "financed_elsewhere", 0, ValueState.FINANCED_ELSEWHERE),
        ("", "within_frame", 0, ValueState.WITHIN_FRAME),
    ],
)
def test_unknown_zero_and_financed_elsewhere_are_kept_apart(
    world: World, typed: str, why: str, ore: int | None, state: str
) -> None:
    client = signed_in(world.cast.koebenhavn[Role.FINANCE])
    answer = client.post(reverse("admin:budgets_entry_add"), entry_data(world, amount=typed, no_amount=why))
    assert answer.status_code == 302, errors(answer)
    made = Entry.objects.get(year=2019)
    assert (made.amount_ore, made.value_state, made.raw) == (ore, state, typed)


@pytest.mark.parametrize(("typed", "why"), [("", ""), ("-", ""), ("5", "not_stated"), ("5", "within_frame")])
def test_an_amount_or_a_reason_why_there_is_none_but_not_both(world: World, typed: str, why: str) -> None:
    client = signed_in(world.cast.koebenhavn[Role.FINANCE])
    answer = client.post(reverse("admin:budgets_entry_add"), entry_data(world, amount=typed, no_amount=why))
    assert list(errors(answer)) == ["amount"]


def test_the_words_of_the_document_stay_when_they_say_the_same_or_cannot_be_read(world: World) -> None:
    client, entry = signed_in(world.cast.koebenhavn[Role.FINANCE]), world.ours.entry
    for raw, typed, kept in [("1,1, mio. kr.", "1.100.000", "1,1, mio. kr."), ("2.000", "2500", "2500")]:
        data = form_of(client, change(entry)) | {"raw": raw, "amount": typed}
        assert client.post(change(entry), data).status_code == 302
        assert Entry.objects.get(pk=entry.pk).raw == kept


def test_a_transfer_is_typed_in_kroner_or_with_its_unit(world: World) -> None:
    client, row = signed_in(world.cast.koebenhavn[Role.FINANCE]), world.ours.transfer
    for typed, ore in (("250.000", 25000000), ("1,1 mio. kr.", 110000000)):
        assert client.post(change(row), form_of(client, change(row)) | {"amount": typed}).status_code == 302
        row.refresh_from_db()
        assert row.amount_ore == ore
    assert list(errors(client.post(change(row), form_of(client, change(row)) | {"amount": "-"}))) == ["amount"]


@pytest.mark.parametrize(
    "case",
    [
        ("49 %", 49, "exact", None, None),
        ("67,4", 67.4, "exact", None, None),
        ("ca. 1.600", 1600, "about", None, None),
        ("25-30", None, "interval", 25, 30),
        ("flere end 210", 210, "more_than", 210, None),
    ],
)
def test_a_measured_value_is_read_the_danish_way(
    world: World, case: tuple[str, float | None, str, int | None, int | None]
) -> None:
    typed, value, qualifier, low, high = case
    client, row = signed_in(world.cast.koebenhavn[Role.CASEWORKER]), world.ours.measurement
    answer = client.post(change(row), form_of(client, change(row)) | {"figure": typed, "raw": ""})
    assert answer.status_code == 302, errors(answer)
    kept = Measurement.objects.get(pk=row.pk)
    assert kept.raw == typed
    assert [None if one is None else float(one) for one in (kept.value, kept.low, kept.high)] == [value, low, high]
    assert kept.qualifier == qualifier
