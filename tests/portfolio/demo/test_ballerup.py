"""Ballerup's note: six lines in whole kroner and a total that adds up."""

import pytest

from budgets.models import BudgetLine, RelationKind, StatedTotal
from initiatives.models import FollowUpMeasure, Initiative, Objective
from tests.portfolio.demo.reading import cell, entries_of, in_unit, lines_of, table

pytestmark = pytest.mark.usefixtures("loaded")

TABLE = """\
Den samlede fællesskabsindsats | Budget 2018 | Beskrivelse | Ændring i forhold 2017
Aktivitetsmedarbejdere på plejecentre | 2.391.480 | Lønudgifter til de ansatte aktivitetsmedarbejdere | ingen
Fællesskabskoordinator | 288.666 | Lønudgift til at koordinere og drive den samlede fællesskabsindsats | \
Samling og reduktion af projektledelse af følgende tidligere indsatser: frivillighedskonsulent, peer-to-peer og \
ensomhedsindsatsen
Kompetenceudvikling af decentrale ledere, Inspirationsmøde | 30.000 | Afholdelse, eksterne konsulenter, materialer | \
Finansieres af den nuværende ensomhedsindsats
Boblberg | 100.000 | Licenser og drift | Finansieres af den nuværende ensomhedsindsats
Pulje til frivillige | 15.000 | Målrettet aktiviteter for ensomme ældre | Finansieres af den nuværende \
ensomhedsindsats
Gentagelse af spørgeskemaundersøgelse | 0 | Opfølgning på oplevelsen af ensomhed blandt hjemmeplejens borgere og evt. \
plejecenterbeboere | Finansieres via bruger-/pårørendeundersøgelsen
I alt | 2.825.146"""


def last_cell(line: BudgetLine) -> str:
    """The relation that stands on the line's own row of the table, in the document's words."""
    said = {one.words for one in line.relations.all() if not one.words.startswith("I værdighedspuljen")}
    return said.pop() if len(said) == 1 else repr(said)


def test_the_budget_table_with_its_total() -> None:
    rows = [["Den samlede fællesskabsindsats", "Budget 2018", "Beskrivelse", "Ændring i forhold 2017"]]
    amounts = []
    for line in lines_of("0151"):
        (entry,) = entries_of(line)
        assert (entry.year, entry.decision_state, line.budget_round) == (2018, "proposed", rows[0][1])
        amounts.append(entry.amount_ore or 0)
        rows.append([line.name, cell(entry), line.description, last_cell(line)])
    total = StatedTotal.objects.get(municipality__code="0151")
    rows.append([total.label, cell(total)])
    assert table(rows) == TABLE
    assert in_unit(sum(amounts), "kr") == "2.825.146"


def test_the_zero_is_financed_elsewhere() -> None:
    (entry,) = entries_of(lines_of("0151").get(reference="b6"))
    assert (entry.value_state, entry.amount_ore, entry.raw) == ("financed_elsewhere", 0, "0")


def test_the_coordinator_merges_three_earlier_efforts() -> None:
    line = lines_of("0151").get(reference="b2")
    merged = line.relations.filter(kind=RelationKind.MERGES_AND_REDUCES).values_list("initiative__reference", flat=True)
    assert sorted(merged) == ["aktiv-ven", "ensomhedsindsatsen", "frivillighedskonsulent"]


def test_four_efforts_and_an_agreement_under_one_hat() -> None:
    children = Initiative.objects.filter(parent__reference="faellesskabsindsatsen").order_by("pk")
    assert [(child.shown_title, child.kind) for child in children] == [
        ("Ensomhedsindsatsen", "sub_initiative"),
        ("Frivillighedskonsulent", "sub_initiative"),
        ("Aktivitetsmedarbejderne", "sub_initiative"),
        ("Aktiv ven", "sub_initiative"),
        ("Boblberg", "agreement"),
    ]
    friend = children.get(reference="aktiv-ven")
    assert friend.title == '"Aktiv ven" (tidligere "peer to peer")'
    assert friend.aliases.splitlines() == ["peer to peer", "peer-to-peer"]


def test_three_goals_and_nine_focus_points() -> None:
    objectives = Objective.objects.filter(strategy__reference="faellesskabsindsats").order_by("position")
    assert [one.title for one in objectives.filter(kind="goal")] == [
        "Borger hjælper borger.",
        "Flere borgere deltager i aktiviteter, og færre føler sig dermed ensomme.",
        "Kommunale medarbejdere hjælper borgere med at forebygge eller afhjælpe ensomhed.",
    ]
    assert objectives.filter(kind="focus_point").count() == 9


def test_four_measures_come_half_yearly_before_the_committee_and_the_survey_yearly() -> None:
    measures = FollowUpMeasure.objects.filter(municipality__code="0151")
    said = sorted((one.cadence, str(one.recipient or "")) for one in measures)
    assert said == [("half_yearly", "Social- og Sundhedsudvalget")] * 4 + [("yearly", "")]
