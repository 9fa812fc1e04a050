"""Rows of a sheet that stand under other rows of the same sheet, however they are ordered."""

from __future__ import annotations

import pytest

from initiatives.models import Initiative
from portfolio.sheets.undoing import undo
from tests.cast import Cast
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, confirmed, effects, preview

pytestmark = pytest.mark.usefixtures("files")


@pytest.mark.parametrize("count", [1, 250], ids=["few", "many"])
def test_new_rows_under_new_rows_are_written_under_them(cast: Cast, count: int) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    rows: Rows = [["Nr.", "Indsats", "Hører under"], ["A", "Øverst", None],
                  *([f"B{n}", f"Mellem {n}", "A"] for n in range(count)),
                  *([f"C{n}", f"Nederst {n}", f"B{n}"] for n in range(count))]  # fmt: skip
    done = confirmed(begun(rows, town, ada), ada)
    assert Initiative.objects.filter(parent__code="A").count() == count
    assert Initiative.objects.filter(parent__parent__code="A").count() == count
    assert effects(preview(begun([*rows, []], town, ada), ada)) == {"leave": 2 * count + 1}
    undo(done, by=ada)
    assert not Initiative.objects.exists()
