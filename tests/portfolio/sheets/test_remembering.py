"""What was said of a layout by hand is known again in the next file of its shape."""

from __future__ import annotations

import pytest

from organisation.units import Unit
from portfolio.sheets.models import RememberedLayout
from portfolio.sheets.opening import opened
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.understanding import ColumnCorrection, Correction, Meaning, TableKind
from tests.cast import Cast
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, changes, confirmed, preview

pytestmark = pytest.mark.usefixtures("files")


def test_what_was_said_of_a_layout_is_remembered_for_the_next_of_its_shape(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    odd: Rows = [["Nr.", "Hvad", "2017"], ["SO8", "Frivillighed", 2000]]
    said = Correction(unit=Unit.TKR, columns={1: ColumnCorrection(Meaning.NAME)})
    confirmed(begun(odd, town, finn, correction=said, terms=Terms(decision="adopted")), finn)
    assert RememberedLayout.objects.count() == 1
    later = begun([["Budget 2018"], [], ["Nr.", "Hvad", "2018"], ["SO8", "Frivillighed", 2500]], town, finn)
    plan = preview(later, finn)
    assert (plan.questions, changes(plan)) == ([], [("C4", "", "2.500 t.kr.")])
    assert later.terms["decision"] == "adopted"


def test_a_heading_that_was_chosen_by_hand_is_known_again_where_none_is_found(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    said = Correction(
        kind=TableKind.BUDGET_WIDE, header_rows=(1, 2),
        columns={0: ColumnCorrection(Meaning.CODE), 1: ColumnCorrection(Meaning.NAME),
                 2: ColumnCorrection(Meaning.AMOUNT, 2018, Unit.TKR)},
    )  # fmt: skip
    first = ["Kolonne A", "Foo", "Bar"]
    confirmed(begun([["Vores"], first, ["", "", "i 2018"], ["V1", "x", 5]], town, finn, correction=said), finn)
    assert RememberedLayout.objects.count() == 1
    later = begun([[], ["Andet"], [], first, ["", "", "i 2019"], ["V1", "x", 5], ["V2", "y", 7]], town, finn)
    layout = opened(later).layout
    assert (layout.kind, layout.header_rows) == (TableKind.BUDGET_WIDE, (3, 4))
    assert [(column.meaning, column.year) for column in layout.columns] == [
        (Meaning.CODE, None), (Meaning.NAME, None), (Meaning.AMOUNT, 2019),
    ]  # fmt: skip
    assert changes(preview(later, finn)) == [("C6", "", "5 t.kr."), ("C7", "", "7 t.kr.")]
    other = begun([["Kolonne A", "Foo", "Baz"], ["", "", "i 2018"], ["V1", "x", 5]], town, finn)
    assert (other.correction, opened(other).layout.header_rows) == ({}, ())
    elsewhere = begun([first, ["", "", "i 2018"], ["V1", "x", 5]], cast.aarhus.municipality, cast.aarhus["finance"])
    assert elsewhere.correction == {}
