"""Hvidovre: a strategy of commitments, without money, indicators or owners."""

import pytest

from budgets.models import BudgetLine
from indicators.models import Indicator
from initiatives.models import FollowUpMeasure, Initiative, Involvement, Method, Objective
from organisation.models import Document

pytestmark = pytest.mark.usefixtures("loaded")

TREE = """\
fokusområde 1: Borgeren i centrum
  guiding_sentence: Alle borgere har ret og pligt til at tage ansvar for sit eget liv og træffe egne valg
  subheading: Løsninger skabes i dialog
  subheading: Løsninger til den enkelte
  subheading: Alle kan være noget for andre
  Derfor vil vi 1.1: Sætte borgerens ressourcer og udviklingsperspektiv i centrum
  Derfor vil vi 1.2: Tilbyde indsatser, der er skræddersyet til den enkeltes behov og har et rehabiliterende sigte
  Derfor vil vi 1.3: Understøtte borgerens muligheder for at involvere sig i frivilligt arbejde eller ansættes som \
medarbejdere med brugerbaggrund
  DET GODE EKSEMPEL: VOKSENUDREDNINGSMETODEN (VUM)
fokusområde 2: Sundhed, forebyggelse og ansvar
  guiding_sentence: Alle borgere har en drøm om et godt liv
  subheading: Mere lighed i sundhed
  subheading: Kommunen skal understøtte borgernes egne ressourcer
  subheading: Tilgængelig støtte, når behovet opstår
  Derfor vil vi 2.1: Sikre, at flere borgere med sociale udfordringer eller handicap får en uddannelse eller et \
arbejde og involverer sig i fritids- og foreningslivet
  Derfor vil vi 2.2: Møde borgerne gennem opsporende og opsøgende arbejde
  Derfor vil vi 2.3: Arbejde for at mindske ensomheden ved at udvikle særlige klub- og gruppetilbud
  DET GODE EKSEMPEL: KYS LIVET
fokusområde 3: Borgeren i lokalmiljøet
  guiding_sentence: Alle Hvidovres borgere har ret til at være en del af lokalmiljøet
  subheading: Familien, de pårørende og netværket
  subheading: Bosætning
  Derfor vil vi 3.1: Systematisk inddragelse af familie, pårørende og netværksressourcer
  Derfor vil vi 3.2: Systematisk støtte til, at borgeren skrives op til egen bolig
  Derfor vil vi 3.3: Udvikle en bred vifte af boligtilbud, der sikrer mulighed for en livsførelse så tæt på egne \
idealer som muligt
  Derfor vil vi 3.4: Udvikle fleksible indsatser, der i højere grad støtter borgeren i egen bolig
  DET GODE EKSEMPEL: HOUSING FIRST"""


def printed(objective: Objective) -> str:
    return str(objective) if objective.level_label else f"{objective.kind}: {objective.title}"


def test_the_tree_with_ten_commitments_and_three_good_examples() -> None:
    rows = []
    for area in Objective.objects.filter(municipality__code="0167", level_label="fokusområde").order_by("position"):
        rows.append(printed(area))
        rows += [f"  {printed(one)}" for one in area.children.order_by("position")]
        rows += [f"  {one.title}" for one in area.initiatives.all()]
    assert "\n".join(rows) == TREE
    assert Objective.objects.filter(municipality__code="0167", kind="commitment").count() == 10


def test_what_the_strategy_does_not_state_is_not_there() -> None:
    for model in (BudgetLine, Indicator, FollowUpMeasure):
        assert not model.objects.filter(municipality__code="0167", is_fictional=False).exists()
    assert not Involvement.objects.filter(municipality__code="0167", role="owner").exists()


def test_nothing_of_the_page_around_the_strategy_came_along() -> None:
    assert [one.title for one in Document.objects.filter(municipality__code="0167")] == [
        "RAMME OG RETNING 2016-2020 Strategi for borgere med handicap samt borgere med sociale udfordringer"
    ]
    assert Initiative.objects.filter(municipality__code="0167").count() == 3


def test_housing_first_is_one_method_with_two_applications() -> None:
    method = Method.objects.get(name="Housing First")
    uses = method.uses.order_by("municipality__code")
    assert [(use.municipality.name, use.initiative.shown_title, use.state) for use in uses] == [
        ("Hvidovre", "Housing First", "in_use"),
        ("Rødovre", "Flere unge og udsatte borgere har en bolig", "under_examination"),
    ]
