"""What is fetched and sent back as it is changes nothing, also texts of several lines with lists and links."""

from __future__ import annotations

import pytest

from initiatives.models import Activity
from organisation import writing
from tests import factories
from tests.cast import Cast
from tests.portfolio.sheets.importing import begun_file, effects, preview
from tests.portfolio.sheets.test_downloads import fetched, signed_in

pytestmark = pytest.mark.django_db
TEXT = "Først en bolig:\n- støtte hjemme\n  - om aftenen\n- [planen](https://www.rk.dk/plan)\n\n1. ring\n2. besøg; igen"


@pytest.mark.parametrize(("slug", "form", "position"), [
    ("indsatser", "xlsx", 1), ("indsatser", "csv", 0), ("aktiviteter", "xlsx", 1), ("aktiviteter", "csv", 0),
])  # fmt: skip
def test_texts_with_lists_come_back_as_they_were(cast: Cast, slug: str, form: str, position: int) -> None:
    town = cast.koebenhavn
    home, ada = town.municipality, town.administrator
    row = factories.initiative(home, "Flere i egen bolig", by=ada, summary=TEXT, aliases="Bolig først\nEgen bolig")
    activity = Activity(
        municipality=home, initiative=row, title="Besøg", text=TEXT, result="- 42 deltagere\n- tre forløb"
    )
    writing.save(activity, by=ada)
    content = fetched(signed_in(town, "administrator"), f"/0101/regneark/{slug}", format=form)
    table = begun_file(content, f"{slug}.{form}", home, ada, position=position)
    plan = preview(table, ada)
    assert set(effects(plan)) == {"leave"}, [(cell.old, cell.new) for one in plan.rows for cell in one.cells]
