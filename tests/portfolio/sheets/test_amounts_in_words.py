"""An amount that is not there says why: not stated, zero, financed elsewhere, within the existing frame."""

from __future__ import annotations

import pytest

from budgets.models import Entry
from organisation.units import Unit
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.understanding import Correction
from portfolio.sheets.understanding.own_words import paid_elsewhere
from portfolio.sheets.undoing import undo
from tests import factories
from tests.cast import Cast
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, changes, confirmed, effects, preview

TKR = Correction(unit=Unit.TKR)
HEAD = ["Nr.", "Budgetlinje", "2018"]
STATES = {
    "500": ("value", 50_000_000),
    "0": ("zero", 0),
    "ikke angivet": ("not_stated", None),
    "finansieres andetsteds": ("financed_elsewhere", 0),
    "inden for eksisterende ramme": ("within_frame", 0),
}
pytestmark = pytest.mark.usefixtures("files")


def sheet(*amounts: str) -> Rows:
    return [HEAD, *([f"K{number}", f"Linje {number}", said] for number, said in enumerate(amounts))]


def states() -> list[tuple[str, int | None]]:
    return list(Entry.objects.order_by("line__code").values_list("value_state", "amount_ore"))


def test_every_state_is_kept_in_a_new_row_and_is_nothing_new_the_second_time(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    confirmed(begun(sheet(*STATES), town, finn, correction=TKR), finn)
    assert states() == list(STATES.values())
    again = begun([*sheet(*STATES), [], ["*) note"]], town, finn, correction=TKR)
    assert effects(preview(again, finn)) == {"leave": 5}


@pytest.mark.sample(2)
@pytest.mark.parametrize("before", STATES)
def test_a_draft_changes_from_each_state_to_each_other_and_back_again(cast: Cast, before: str) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    confirmed(begun(sheet(*[before] * 5), town, finn, correction=TKR), finn)
    table = begun([*sheet(*STATES), []], town, finn, correction=TKR, name="andet.xlsx")
    said = [address for address, _old, _new in changes(preview(table, finn))]
    assert said == [f"C{row}" for row, after in enumerate(STATES, start=2) if after != before]
    done = confirmed(table, finn)
    assert states() == list(STATES.values())
    undo(done, by=finn)
    assert states() == [STATES[before]] * 5


def test_the_preview_says_why_nothing_is_paid(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    confirmed(begun(sheet("0"), town, finn, correction=TKR), finn)
    table = begun(sheet("Afholdes inden for eksisterende ramme"), town, finn, correction=TKR)
    assert changes(preview(table, finn)) == [("C2", "0 t.kr.", "inden for eksisterende ramme")]


def test_a_posted_zero_that_somebody_else_pays_now_is_corrected_and_keeps_the_words(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    line = factories.line(town, name="Linje 0", code="K0")
    factories.entry(line, 500_000, by=finn, year=2018)
    table = begun(sheet("finansieres andetsteds"), town, finn, correction=TKR, terms=Terms(decision="adopted"))
    confirmed(table, finn, reason="Puljen betaler")
    correction = Entry.objects.get(kind="correction")
    assert (correction.amount_ore, correction.raw) == (-50_000_000, "finansieres andetsteds")
    again = begun([*sheet("finansieres andetsteds"), []], town, finn, correction=TKR, terms=Terms(decision="adopted"))
    assert effects(preview(again, finn)) == {"leave": 1}


def test_the_words_of_municipalities_are_understood_and_no_others() -> None:
    frame = ("inden for rammen", "Indenfor den eksisterende økonomiske ramme", "afholdes inden for egne rammer.")
    elsewhere = ("Finansieres andetsteds", "betales af andre", "financed elsewhere")
    assert {paid_elsewhere(words) for words in frame} == {"within_frame"}
    assert {paid_elsewhere(words) for words in elsewhere} == {"financed_elsewhere"}
    assert {paid_elsewhere(words) for words in ("", "0", "andre", "finansieres af pulje på 2 mio.", "rammen")} == {""}
