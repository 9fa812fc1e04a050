"""Aarhus: five themes, ten tracks, thirteen amounts that serve eighteen initiatives, and 25,0 in all."""

import re

import pytest

from budgets.models import BudgetLine, Entry, EntryPart, LineInitiative, StatedTotal
from initiatives.models import Initiative, Objective
from tests.portfolio.demo.reading import cell, entries_of, in_unit, lines_of, sources, table

pytestmark = pytest.mark.usefixtures("loaded")

OVERVIEW = """\
Tema 1: Bedre hverdag for børn med særlige behov | | 8,0
1.2 | Det gode børneliv | 2,5
1.3 | Døgnområdet Gentænkt | 3,0
1.4 | Meningsfulde Fællesskaber | 2,5
Tema 2: Flere Unge i Job og Uddannelse | | 4,0
2.3 | Unge med Særlige Udfordringer tættere på job og uddannelse - Etablering af samarbejdsaftaler ift. fritidsjob og \
flex-uddannelse | 4,0
Tema 3: Bedre hverdag for aarhusianere med psykisk sygdom | | 3,8
3.2 | Sammenhæng i indsatsen - Rusmiddelbehandlingen ift. borgere med dobbeltdiagnose | 1,1
3.3 | Uddannelse og Job - IPS -forløb for udvalgte målgrupper med psykisk sygdom - Flere PEERS til at understøtte \
social- og beskæftigelsesrettede indsatser | 1,7 1,0
Tema 4: Flere Hjemløse i Egen Bolig | | 4,7
4.1 | Forebyggelse - Etablering af ny-indflyttergrupper/netværk til udsatte borgere, der er flyttet i egen bolig. - \
ACT-indsats for udsatte og hjemløse borgere over 25 år. | 1,1 2,5
4.3 | Uddannelse og job til byens udsatte og hjemløse - Flere hjemløse i beskæftigelse | 1,1
Tema 5: Bedre hverdag for voksne med handicap | | 4,5
5.2 | Læring og mestring – Det jeg kan selv - Flow fra beskyttet beskæftigelse til flex- og skånejob kombineret med \
samværstilbud - Pårørendesamarbejde | 1,5 1,0
5.3 | Sundhed og fællesskaber – Min sundhed - Sundhedsprojekt i Voksne, Job og Handicap | 2,0
I alt: | | 25,0"""


def lines_under(track: Objective) -> list[BudgetLine]:
    """The lines of the track's initiatives, each once."""
    linked = LineInitiative.objects.filter(initiative__in=track.initiatives.all()).values("line")
    return list(lines_of("0751").filter(pk__in=linked))


def amount(line: BudgetLine) -> Entry:
    (entry,) = entries_of(line)
    return entry


def track_row(track: Objective) -> list[str]:
    lines = lines_under(track)
    names = [line.name for line in lines if line.name != track.title]
    return [track.number, " - ".join([track.title, *names]), " ".join(cell(amount(line), 1) for line in lines)]


def test_the_overview_by_theme_and_track() -> None:
    rows, total = [], 0
    for theme in Objective.objects.filter(municipality__code="0751", level_label="tema").order_by("position"):
        tracks = theme.children.filter(level_label="spor").order_by("position")
        ore = sum(amount(line).amount_ore or 0 for track in tracks for line in lines_under(track))
        rows += [[f"Tema {theme.number}: {theme.title}", "", in_unit(ore, "mio", 1)], *map(track_row, tracks)]
        total += ore
    stated = StatedTotal.objects.get(municipality__code="0751")
    assert stated.amount_ore == total
    rows.append([stated.label, "", cell(stated, 1)])
    assert table(rows).replace(" |  | ", " | | ") == OVERVIEW


def test_each_track_quotes_the_row_that_was_printed() -> None:
    tracks = Objective.objects.filter(municipality__code="0751", level_label="spor")
    assert tracks.count() == 10
    for track in tracks:
        (printed,) = [one for one in sources(track) if one.field == "" and int(one.line[1:]) < 26]
        assert re.match(rf"{re.escape(track.number)}\.? {re.escape(track.title)}", printed.quote)


def test_one_amount_for_several_initiatives_is_not_divided() -> None:
    shared = {line.reference: line.initiatives.count() for line in lines_of("0751") if line.initiatives.count() > 1}
    assert shared == {"a1": 2, "a2": 4, "a3": 2}
    assert Initiative.objects.filter(municipality__code="0751").count() == 18
    for line in lines_of("0751"):
        assert len(entries_of(line)) == 1


def test_no_amount_is_spread_over_years() -> None:
    periods = {line.reference: (amount(line).year, amount(line).period_text) for line in lines_of("0751")}
    assert {year for year, _words in periods.values()} == {None}
    assert periods["a1"][1] == ""
    assert periods["a2"][1] == "3-årigt implementeringsforløb med opstart i 2021"
    assert periods["a11"][1] == "2021-22"
    assert periods["a13"][1] == "2022-2023"


def test_the_parts_of_the_third_amount_are_no_amounts_of_their_own() -> None:
    parts = EntryPart.objects.filter(municipality__code="0751").order_by("pk")
    assert [(one.label, one.raw, one.cost_kind) for one in parts] == [
        ("etableringsomkostninger", "1,5", "establishment"),
        ("lønudgifter", "1,0", "salary"),
    ]
    assert {one.entry.line.reference for one in parts} == {"a3"}


def test_all_are_one_off_in_hearing_and_paid_by_the_underspend() -> None:
    for line in lines_of("0751"):
        entry = amount(line)
        assert (entry.recurrence, entry.decision_state, entry.unit_origin) == ("one_off", "in_hearing", "stated")
        assert line.relations.get().other == "Sociale Forhold og Beskæftigelses mindre-forbrug i 2020"
