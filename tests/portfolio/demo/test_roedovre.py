"""Rødovre's policy and action plan: five efforts under ten headings, in a tree of five strategimål."""

import pytest

from indicators.models import ContextFigure, Indicator
from initiatives.models import Heading, Initiative, InitiativeText, Objective
from tests.portfolio.demo.reading import source_lines

pytestmark = pytest.mark.usefixtures("loaded")

HEADINGS = [
    "Baggrund for indsatsen",
    "Formål med indsatsen",
    "Mål og succeskriterier",
    "Målgruppe",
    "Involvering af målgruppen",
    "Aktiviteter",
    "Periode",
    "Samarbejdspartnere og interessenter",
    "Dokumentation og evaluering (kvantitative og/eller kvalitative metoder)",
    "Tovholder/kontaktperson for indsatsen",
]
# Title as printed, strategimål, period, and the lines of the document in which the effort stands.
EFFORTS = [
    ("Synligøre Udsatterådet og tilbud til udsatte", "1 2", "2017 - 2018.", (252, 296)),
    ("Øge stemmeprocenten til kommunalvalget", "1", "2., 3. og 4. kvartal 2017.", (298, 343)),
    ("Færre ensomme og flere fællesskaber", "1 5", "2017 - 2018.", (345, 402)),
    ("Flere unge og udsatte borgere har en bolig", "2 3 5", "2017 - 2018.", (404, 454)),
    ("Flere skal med på arbejdsmarkedet", "4", "Medio 2017 til ultimo 2019.", (456, 511)),
]
OWNERS = [
    {"Udsatterådet"},
    {"Social- og Sundhedsforvaltningen", "Politik og Kommunikation"},
    {"Udsatterådet", "Social- og Sundhedsforvaltningens ledelsessekretariat"},
    {"Social- og Psykiatriafdelingen"},
    {"Rødovre Jobcenter"},
]


def efforts() -> list[Initiative]:
    return list(Initiative.objects.filter(municipality__code="0175").order_by("pk"))


def test_ten_headings_to_the_letter() -> None:
    headings = Heading.objects.filter(municipality__code="0175").order_by("number")
    assert [(one.number, one.label) for one in headings] == list(enumerate(HEADINGS, start=1))


def test_five_efforts_have_a_text_under_each_of_the_ten() -> None:
    printed = [
        (initiative.title, [text.heading.label for text in initiative.texts.order_by("heading__number")])
        for initiative in efforts()
    ]
    assert printed == [(title, HEADINGS) for title, *_rest in EFFORTS]
    texts = InitiativeText.objects.filter(municipality__code="0175")
    assert texts.count() == 50
    assert not [text for text in texts if not text.text.strip()]
    assert max(len(text.text) for text in texts) < 450, "short, in our own words"


def test_each_text_names_lines_within_its_effort() -> None:
    for initiative, (_title, _goals, _period, (first, last)) in zip(efforts(), EFFORTS, strict=True):
        for text in initiative.texts.all():
            lines = source_lines(text)
            assert lines
            assert lines <= set(range(first, last + 1))


def test_strategimaal_and_periods_of_the_efforts() -> None:
    printed = []
    for initiative in efforts():
        goals = " ".join(sorted(goal.number for goal in initiative.objectives.all()))
        printed.append((initiative.title, goals, initiative.period_text))
    assert printed == [effort[:3] for effort in EFFORTS]


def test_the_owners_are_councils_and_departments() -> None:
    owners = [{one.who for one in initiative.involvements.filter(role="owner")} for initiative in efforts()]
    assert owners == OWNERS


def test_the_fifth_effort_has_two_titles_and_the_first_a_printing_error() -> None:
    first, *_others, fifth = efforts()
    assert str(first) == "Synliggøre Udsatterådet og tilbud til udsatte"
    assert fifth.aliases == "Flere har et arbejde"


def test_the_vision_stands_over_five_strategimaal() -> None:
    tree = Objective.objects.filter(strategy__reference="udsattepolitik", municipality__code="0175")
    vision = tree.get(kind="vision")
    assert vision.title == "I Rødovre Kommune er der plads til alle – også dem på kanten af samfundet."
    goals = tree.filter(level_label="strategimål", parent=vision).order_by("position")
    assert [f"{goal.number}. {goal.title}" for goal in goals] == [
        "1. Vi forebygger, at mennesker bliver socialt udsatte",
        "2. Vi finder løsninger sammen med borgeren",
        "3. Alle har en tryg base/bolig",
        "4. Alle har en meningsfuld beskæftigelse",
        "5. Alle har et godt og sundt liv",
    ]
    assert [goal.children.filter(kind="subheading").count() for goal in goals] == [3, 3, 2, 2, 2]
    assert tree.filter(kind="value").count() == 4
    challenges = [one.title for one in tree.filter(kind="challenge").order_by("position")]
    assert challenges == [
        "Hjemløshed", "Ledighed", "Misbrug", "Sindslidelse", "Ensomhed", "Kriminalitet", "Fattigdom",
    ]  # fmt: skip


def test_the_turnout_is_to_be_kept() -> None:
    turnout = Indicator.objects.get(reference="stemmeprocent")
    assert turnout.better == "keep_at_least"
    baseline, target = turnout.measurements.get(is_baseline=True), turnout.targets.get()
    assert (baseline.raw, target.raw, baseline.value) == ("67,4 %", "67,4 %", target.value)
    groups = turnout.measurements.filter(is_fictional=False, is_baseline=False).order_by("pk")
    assert [(one.subgroup, one.raw) for one in groups] == [
        ("kontanthjælpsmodtagere", "41 %"),
        ("borgere uden for arbejdsstyrken", "40,1 %"),
        ("19-21årige", "52,3 %"),
        ("22-29årige", "46,9 %"),
        ("indvandrere og efterkommere", ""),
    ]
    assert groups.last().value is None  # type: ignore[union-attr]


def test_248_persons_in_two_ways_of_dividing_them() -> None:
    indicator = Indicator.objects.get(reference="fem-aar-i-kontanthjaelpssystemet")
    values = {one.subgroup: one.value for one in indicator.measurements.filter(is_fictional=False)}
    assert values.pop("") == 248
    assert sorted(int(value or 0) for value in values.values()) == [14, 15, 233, 234]
    assert not indicator.targets.exists()
    assert indicator.better == "lower"


def test_foreign_figures_are_context_and_nothing_else() -> None:
    figures = ContextFigure.objects.filter(municipality__code="0175")
    printed = {one.reference: (one.raw, one.qualifier) for one in figures}
    assert len(printed) == 21
    assert printed["sundhedsvaesenets-udgift"] == ("ca. 150-300 mio.kr. om året", "interval")
    assert printed["folkebevaegelsen-maal"] == ("106.000", "exact")
    assert printed["boligsociale-liste"] == ("næsten hver tredje", "almost")
    cost = figures.get(reference="sundhedsvaesenets-udgift")
    assert [cost.low, cost.high] == [150_000_000, 300_000_000]
