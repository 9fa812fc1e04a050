"""Rows of a sheet that stand under other rows of the same sheet, however they are ordered."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from initiatives.models import Initiative
from portfolio.sheets.undoing import undo
from tests import factories
from tests.cast import Cast
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, confirmed, effects, preview

pytestmark = pytest.mark.usefixtures("files")


@pytest.mark.sample
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


def test_rows_that_stay_where_they_stand_are_not_asked_about_one_by_one(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    above = factories.initiative(town, "Øverst", code="A")
    asked = []
    for count in (3, 12):
        for number in range(count):
            factories.initiative(town, f"Nr. {number}", code=f"B{count}.{number}", parent=above)
        rows: Rows = [["Nr.", "Indsats"], *([f"B{count}.{n}", f"Ny {n}"] for n in range(count))]
        table = begun(rows, town, ada)
        with CaptureQueriesContext(connection) as captured:
            assert effects(preview(table, ada)) == {"change": count}
        asked.append(len(captured))
    # Who asks is asked once for her rights.
    assert asked[1] <= asked[0]


def test_a_row_that_would_come_under_itself_is_refused_and_one_that_stays_is_not(cast: Cast) -> None:
    town = cast.koebenhavn.municipality
    top = factories.initiative(town, "Øverst")
    below = factories.initiative(town, "Nederst", parent=top)
    Initiative.objects.get(pk=below.pk).full_clean()
    row = Initiative.objects.get(pk=top.pk)
    row.parent = below
    with pytest.raises(ValidationError):
        row.full_clean()
