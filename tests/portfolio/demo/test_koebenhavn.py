"""Copenhagen's note: three proposals, four years, and a sum column in which nothing is stated."""

import pytest

from budgets.models import StatedTotal
from indicators.models import Better, Indicator
from initiatives.models import Initiative, Objective
from organisation.models import Document, Mark, Municipality
from tests.portfolio.demo.reading import cell, entries_of, lines_of, sources, table

pytestmark = pytest.mark.usefixtures("loaded")

TABLE = """\
Nr. | Titel | Målgruppe | 2017 | 2018 | 2019 | 2020 | 2017-2020
SO8 | Ensomhed og livskvalitet – Samarbejde med frivillig- og interesseorganisationer om at engagere borgere i \
lokalsamfundets fællesskaber | Flere målgrupper | 2.000 | 2.000 | 2.000 | 0 | -
SO9 | Ensomhed og livskvalitet – Frivillighed i socialpsykiatrien: Udvidelse af Team ud i livet | Flere målgrupper | \
3.000 | 3.000 | 3.000 | 3.000 | -
SO17 | Tilskud til Netværksstedet Thorvaldsen | Borgere med sindslidelse | 600 | 600 | 600 | 600 | -"""


def test_the_table_is_the_documents() -> None:
    rows = [["Nr.", "Titel", "Målgruppe", "2017", "2018", "2019", "2020", "2017-2020"]]
    for line in lines_of("0101"):
        initiative = line.initiatives.get()
        groups = " og ".join(group.name for group in initiative.target_groups.all())
        years = {str(entry.year): cell(entry) for entry in entries_of(line)}
        total = StatedTotal.objects.get(line=line)
        assert list(years) == rows[0][3:7]
        assert (initiative.code, initiative.title) == (line.code, line.name)
        rows.append([line.code, line.name, groups, *years.values(), cell(total)])
    assert table(rows) == TABLE


def test_a_zero_and_a_dash_are_two_things() -> None:
    line = lines_of("0101").get(reference="so8")
    ends, total = line.entries.get(is_fictional=False, year=2020), line.stated_totals.get()
    assert (ends.value_state, ends.amount_ore) == ("zero", 0)
    assert (total.value_state, total.amount_ore) == ("not_stated", None)


def test_the_unit_is_inferred_and_the_round_is_not_the_years() -> None:
    for line in lines_of("0101"):
        assert line.budget_round == "Budget 2016"
        for fact in [*entries_of(line), *line.stated_totals.all()]:
            assert (fact.unit, fact.unit_origin) == ("tkr", "inferred")
            assert "enhed" in fact.unit_note
            marks = {one.field: one.mark for one in sources(fact)}
            assert marks["unit"] == Mark.INFERRED


def test_the_proposals_stand_in_a_package_under_pejlemaerke_8() -> None:
    package = Initiative.objects.get(municipality__code="0101", kind="package")
    children = Initiative.objects.filter(parent=package).order_by("reference")
    assert [child.code for child in children] == ["SO17", "SO8", "SO9"]
    goal = Objective.objects.get(municipality__code="0101", number="8")
    assert str(goal) == "pejlemærke 8: flere borgere med særlige behov oplever høj livskvalitet"
    assert set(goal.initiatives.all()) == {package, *children}
    assert {child.state for child in [package, *children]} == {"proposed"}


@pytest.mark.parametrize(
    ("reference", "baseline", "target", "better"),
    [
        ("tilfredse-med-livet", "49 %", "55 %", Better.HIGHER),
        ("oplever-at-vaere-ensomme", "45 %", "40 %", Better.LOWER),
    ],
)
def test_the_two_indicators(reference: str, baseline: str, target: str, better: str) -> None:
    indicator = Indicator.objects.get(municipality__code="0101", reference=reference)
    first, goal = indicator.measurements.get(is_baseline=True), indicator.targets.get()
    assert (first.raw, goal.raw, indicator.better) == (baseline, target, better)
    assert (f"{first.value:.0f} %", f"{goal.value:.0f} %") == (baseline, target)
    assert (first.n, first.effective_text, goal.period_text) == (None, "", "")
    assert indicator.population == "Socialforvaltningens brugere"


def test_the_printed_title_is_kept_and_a_right_one_shown() -> None:
    document = Document.objects.get(municipality__code="0101")
    assert document.title == "Governotat: Ensomhed og livskvalitet"
    assert str(document) == "Covernotat: Ensomhed og livskvalitet"


def test_the_document_does_not_name_the_municipality() -> None:
    town = Municipality.objects.get(code="0101")
    assert {one.mark for one in sources(town) if one.field == ""} == {Mark.INFERRED}
