"""One of every kind of chart, ordinary and at the edges: what the tests measure and people look at."""

from __future__ import annotations

import datetime
from decimal import Decimal

from organisation.numbers import format_number, format_percent
from portfolio.charts import (
    Bars,
    Bullet,
    BulletRow,
    Definition,
    Level,
    Line,
    Node,
    Point,
    Series,
    StackedBars,
    Step,
    Tree,
    Value,
    Waterfall,
)

NOT_STATED = Value(None, "ikke angivet")
ELSEWHERE = Value(None, "finansieres andetsteds")
LONG = "Ressourceforløbskoordinatorfunktionen for særligt udsatte borgere med dobbeltdiagnose og uden fast bopæl"
WORD = "Speciallægepraksisplanlægningsstabiliseringsperiode"


def money(number: int | str, decimals: int | None = None) -> Value:
    exact = Decimal(number)
    return Value(exact, format_number(exact, decimals))


def share(number: int | str) -> Value:
    exact = Decimal(number)
    return Value(exact, format_percent(exact, None))


def signed(number: str) -> Value:
    exact = Decimal(number)
    return Value(exact, ("+" if exact > 0 else "") + format_number(exact, 1))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


BARS = Bars(
    "Korrigeret budget, forbrug og forventet regnskab pr. år",
    "Beløb i t.kr.",
    "År",
    ("2017", "2018", "2019", "2020"),
    (
        Series("Korrigeret budget", (money(5600), money(5600), money(5600), money(3600))),
        Series("Forbrug", (money(5480), money(2300), NOT_STATED, NOT_STATED)),
        Series("Forventet regnskab", (money(5480), money(6100), money(5600), ELSEWHERE)),
    ),
)
ONE_SERIES = Bars(
    "Budget pr. år", "t.kr.", "År", ("2019", "2020"), (Series("Budget", (money(600), Value(Decimal(0), "0"))),)
)
NEGATIVE = Bars(
    "Afvigelse pr. år",
    "t.kr.",
    "År",
    ("2017", "2018", "2019"),
    (
        Series("Udgifter", (money(-120), money(480), money(0))),
        Series("Indtægter (statsrefusion, tilskud og egenbetaling)", (money(-2120), money(-80), NOT_STATED)),
    ),
)
HUGE = Bars(
    LONG,
    "kr.",
    "Udvalg",
    (LONG, WORD, "Å"),
    (
        Series(LONG, (money("20400000000000"), money("-19999999999999.55"), money("0.01"))),
        Series("B" * 90, (Value(None, "inden for eksisterende ramme"), money(1), Value(None, LONG))),
    ),
)
STACKED = StackedBars(
    "Budget pr. år efter indsats",
    "t.kr.",
    "År",
    ("2017", "2018", "2019", "2020"),
    (
        Series("SO6 Styrket indsats for sårbare gravide", (money(1500), money(1500), money(1500), money(1500))),
        Series("SO7 Social vicevært", (money(3500), money(3500), money(3500), NOT_STATED)),
        Series("SO8 Bostøtte", (money(600), money(600), money(600), money(0))),
        Series("Statsrefusion", (money(-300), money(-300), money(-250), money(-100))),
    ),
    (money(5300), money(5300), money(5350), money(1400)),
)
MANY_PARTS = StackedBars(
    "Budget efter tema",
    "mio. kr.",
    "Tema",
    ("Alle temaer", "Halvdelen"),
    tuple(Series(f"Tema {n}: {LONG[: 8 + 5 * n]}", (money(n), money(11 - n))) for n in range(1, 12)),
    (money(66), money(55)),
)
BULLET = Bullet(
    "Budgetopfølgning pr. 31. august 2018",
    "t.kr.",
    "Budgetlinje",
    (
        BulletRow("Bostøtte", money(5600), money(3300), money(5900)),
        BulletRow("Opsøgende medarbejdere på gadeplan", money(2400), money(2000), money(2250)),
        BulletRow("Statsrefusion", money(-900), money(-400), money(-850)),
        BulletRow("Frivilligcenter", money(350), NOT_STATED, NOT_STATED),
        BulletRow("Herberg", NOT_STATED, NOT_STATED, NOT_STATED),
    ),
)
WATERFALL = Waterfall(
    "Fra 47,7 til 35,7 mio. kr.",
    "mio. kr.",
    Step("Oprindeligt budget", money("47.7", 1)),
    (
        Step("Tillægsbevillinger", signed("3.2")),
        Step("Overført fra tidligere år", signed("1.1")),
        Step("Omplaceringer til andre udvalg", signed("-15.2")),
        Step("Registreret senere", signed("0")),
        Step("Rettelser", signed("-1.1")),
    ),
    Step("Korrigeret budget", money("35.7", 1)),
)
BELOW_ZERO = Waterfall(
    "Under nul",
    "t.kr.",
    Step("Indtægter", money(-200)),
    (Step("Flere", signed("350")), Step("Færre", signed("-500"))),
    Step("Nu", money(-350)),
)
UNKNOWN_STEP = Waterfall(
    "Et ukendt trin",
    "t.kr.",
    Step("Start", money(200)),
    (Step("Kendt", signed("50")), Step("Ukendt", NOT_STATED), Step("Efter", signed("10"))),
    Step("Slut", money(300)),
)
LINE = Line(
    "Ensomhed blandt borgere i alderen 18-29 år",
    "Andel i %",
    "Andel, der ofte føler sig ensomme",
    (
        Point(None, "uden dato", share(45)),
        Point(day("2015-06-30"), "2015", share(47), Decimal(43), Decimal(51), "43–51 %"),
        Point(day("2016-06-30"), "2016", share(46), Decimal(42), Decimal(50), "42–50 %"),
        Point(day("2017-06-30"), "2017", NOT_STATED),
        Point(day("2018-06-30"), "2018", share(44), Decimal(40), Decimal(48), "40–48 %"),
        Point(day("2019-06-30"), "2019", share(52), Decimal(48), Decimal(56), "48–56 %", starts_new_series=True),
        Point(day("2020-06-30"), "2020", share(50), Decimal(46), Decimal(54), "46–54 %", note="foreløbig"),
    ),
    Level("Udgangspunkt", share(45), "uden dato"),
    Level("Måltal", share(40), "ultimo 2021", day("2021-12-31")),
    "95 %-sikkerhedsinterval",
)
CUT_LINE = Line(
    "Livstilfredshed, gennemsnit på en skala fra 0 til 10",
    "Gennemsnit, 0-10",
    "Livstilfredshed",
    tuple(
        Point(day(f"{2010 + n}-12-31"), str(2010 + n), Value(v, format_number(v)))
        for n, v in enumerate(map(Decimal, ("7.1", "7.2", "7.15", "7.4", "7.3", "7.5", "7.45", "7.6")))
    ),
    Level("Udgangspunkt", Value(Decimal("7.1"), "7,1")),
    Level("Måltal", Value(Decimal("7.8"), "7,8"), "2020", day("2020-12-31")),
)
UNDATED_LINE = Line(
    "Livskvalitet", "%", "Andel", (Point(None, "uden dato", share(49)),), None, Level("Måltal", share(55)), width=312
)
EMPTY_LINE = Line(
    "Ingen tal",
    "%",
    "Andel",
    (Point(day("2018-01-01"), "2018", Value(None, "skjult (få personer)")), Point(None, "uden dato", NOT_STATED)),
    Level("Udgangspunkt", NOT_STATED),
    Level("Måltal", NOT_STATED),
)
CROWDED_LINE = Line(
    "Mange målinger",
    "kr.",
    LONG,
    tuple(
        Point(
            day(f"{1990 + n // 4}-{1 + 3 * (n % 4):02}-15"),
            f"{1 + n % 4}. kvartal {1990 + n // 4}",
            money(((n * 7919) % 101 - 50) * 10**9),
            Decimal(((n * 7919) % 101 - 60) * 10**9),
            Decimal(((n * 7919) % 101 - 40) * 10**9),
            starts_new_series=n % 17 == 9,
        )
        for n in range(80)
    ),
    Level(LONG, money(10**10), LONG),
    Level(WORD, money(-(10**10)), WORD, day("2030-01-01")),
    LONG,
)
TREE = Tree(
    "Strategi for socialt udsatte",
    Node(
        "Strategi for socialt udsatte borgere 2018-2022",
        "Strategi",
        "",
        (
            Node(
                "Flere skal have en bolig",
                "Pejlemærke",
                "2 indikatorer",
                (
                    Node("SO7 Social vicevært", "Indsats", "3.500 t.kr."),
                    Node("Housing First", "Indsats", "ikke angivet"),
                ),
            ),
            Node("Færre skal være ensomme", "Pejlemærke", "", (Node(LONG, "Indsats", "gul: forsinket"),)),
            Node("Bedre sundhed", "Pejlemærke", "ingen indsatser"),
        ),
    ),
)
DEEP_TREE = Tree(
    "Dybt",
    Node(
        WORD, "", "", (Node(LONG, "Tema", "", (Node("A", "", LONG, (Node(WORD, "", "", (Node("Sti", "Spor"),)),)),)),)
    ),
)
HOSTILE = Bars(
    "<script>alert('a')</script> & \x00\x0b \"citat\"",
    "</svg><img src=x onerror=alert(1)>",
    "<b>",
    ("</text></svg><script>1</script>", "🏠 hjem \u202e bagvendt"),
    (
        Series(
            "]]><!--",
            (money(1), Value(None, "<i>ikke</i>")),
        ),
    ),
)
TALL = Bars(
    "Mere end en side",
    "t.kr.",
    "Indsats",
    tuple(f"Indsats {n}" for n in range(60)),
    (Series("Budget", tuple(money(n) for n in range(60))),),
)
NOTHING = Bars("Ingenting", "t.kr.", "År", (), (Series("Budget", ()),))
ALL_ZERO = Bars("Lutter nuller", "t.kr.", "År", ("2017", "2018"), (Series("Budget", (money(0), money(0))),))
NO_VALUES = StackedBars(
    "Ingen budgettal", "t.kr.", "År", ("2017",), (Series("A", (NOT_STATED,)), Series("B", (ELSEWHERE,))), (NOT_STATED,)
)

SAMPLES: dict[str, Definition] = {
    name.lower(): value
    for name, value in list(globals().items())
    if isinstance(value, Bars | StackedBars | Bullet | Waterfall | Line | Tree)
}
