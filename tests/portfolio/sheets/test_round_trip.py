"""What is fetched and sent back as it is changes nothing, also texts of several lines with lists and links."""

from __future__ import annotations

import pytest

from initiatives.models import Activity
from organisation import writing
from portfolio.sheets.planning.made_dates import is_day_made_of
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


def test_a_code_that_has_become_a_day_is_told_of_and_not_taken(cast: Cast) -> None:
    town = cast.koebenhavn
    home, ada = town.municipality, town.administrator
    factories.initiative(home, "Aktiv ven", by=ada, code="1.2")
    factories.line(home, by=ada, name="Leg", account_string="5.12.18")
    sheets = {"indsatser": (b";1.2;", b";01-feb;"), "budgetlinjer": (b"5.12.18", b"05-12-2018")}
    for slug, (code, day) in sheets.items():
        content = fetched(signed_in(town, "administrator"), f"/0101/regneark/{slug}", format="csv")
        assert code in content
        plan = preview(begun_file(content.replace(code, day), f"{slug}.csv", home, ada), ada)
        assert set(effects(plan)) == {"leave"}
        [warning] = plan.warnings
        assert (warning.raw, "en dato" in warning.reason) == (day.strip(b";").decode(), True)


@pytest.mark.parametrize(("code", "text", "is_made"), [
    ("5.18", "maj-18", True), ("12.2018", "dec-18", True), ("1.2", "01-02-2026", True),
    ("1.2", "01-mar", False), ("1-2", "1.2", False), ("5.12.18", "05-12-2019", False), ("10", "10-okt", False),
])  # fmt: skip
def test_which_days_are_made_of_codes(code: str, text: str, is_made: bool) -> None:
    assert is_day_made_of(code, text) is is_made
