"""Each kind of table, and shares in percent."""

from __future__ import annotations

from datetime import date

from organisation.units import Unit
from portfolio.sheets.understanding import Correction, TableKind
from tests.files.builders import (
    Rows,
    Styled,
    text,
    xlsx,
)
from tests.files.case import FOLLOW, LONG, Case

_FOLLOW_UP: Rows = [
    ["Budgetopfølgning pr. 31. oktober 2025 (mio. kr.)"],
    ["Område", "Oprindeligt budget", "Korrigeret budget", "Forbrug pr. 31/10", "Forventet regnskab", "Afvigelse"],
    ["Voksne", 100, 102.5, 80.25, 103, 0.5],
    ["Skatter", -2093.8, -2093.8, -1700, -2091.7, 2.1],
    ["I alt", -1993.8, -1991.3, -1619.75, -1988.7, 2.6],
]

LAYOUTS = [
    Case(
        "follow-up.xlsx",
        lambda: xlsx(_FOLLOW_UP),
        FOLLOW,
        (
            "3 Voksne | original:2025=100000000 revised:2025=102500000 actual:2025=80250000 forecast:2025=103000000 "
            "deviation:2025=500000",
            "4 Skatter | original:2025=-2093800000 revised:2025=-2093800000 actual:2025=-1700000000 "
            "forecast:2025=-2091700000 deviation:2025=2100000",
        ),
        (
            "B5 I alt -1993800000=-1993800000",
            "C5 I alt -1991300000=-1991300000",
            "D5 I alt -1619750000=-1619750000",
            "E5 I alt -1988700000=-1988700000",
            "F5 I alt 2600000=2600000",
        ),
        unit=Unit.MIO,
    ),
    Case(
        "long.csv",
        lambda: text(
            [["Kode", "Budgetlinje", "År", "Beløb (t.kr.)"], ["SO8", "Leg", "2017", "600"], ["SO8", "Leg", "2018", "0"]]
        ),
        LONG,
        ("2 SO8 Leg | year=2017 amount=600000", "3 SO8 Leg | year=2018 amount=0"),
        unit=None,
    ),
    Case(
        "long-without-years.csv",
        lambda: text([["Kode", "Budgetlinje", "År", "Beløb (t.kr.)"], ["SO8", "Leg", "snart", "600"]]),
        LONG,
        ("2 SO8 Leg | amount=600000",),
        problems=("error C2",),
        unit=None,
    ),
    Case(
        "long-with-accounts-and-estimates.csv",
        lambda: text(
            [
                ["Kode", "Budgetlinje", "År", "Beløb (t.kr.)"],
                ["SO8", "Leg", "R2016", "500"],
                ["SO8", "Leg", "B 2017", "600"],
                ["SO8", "Leg", "BO18", "700"],
                ["SO8", "Leg", "KB2017", "800"],
            ]
        ),
        LONG,
        (
            "2 SO8 Leg | year=2016 amount=500000",
            "3 SO8 Leg | year=2017 amount=600000",
            "4 SO8 Leg | year=2018 amount=700000",
            "5 SO8 Leg | amount=800000",
        ),
        problems=("error C5",),
        unit=None,
    ),
    Case(
        "initiatives.xlsx",
        lambda: xlsx(
            [
                ["Nr.", "Indsats", "Målgruppe", "Tovholder", "Periode", "Status"],
                [1, "Uge 17 mod ensomhed", "Ældre", "Sundhedsafdelingen", "medio 2017 til ultimo 2019", "I gang"],
                [2, "Folkekøkken", "Alle", "Frivilligcentret", "2., 3. og 4. kvartal 2017", "Undersøges"],
            ]
        ),
        TableKind.INITIATIVES,
        (
            "2 1 Uge 17 mod ensomhed | period=2017-05-01..2019-12-31",
            "3 2 Folkekøkken | period=2017-04-01..2017-12-31",
        ),
        unit=None,
    ),
    Case(
        "activities.xlsx",
        lambda: xlsx(
            [
                ["Indsats", "Aktivitet", "Start", "Frist", "Status"],
                ["Boblberg", "Aftale", date(2017, 8, 29), "uge 17, 2018", "Gennemført"],
                ["Boblberg", "Møde", "33. juni 2018", "2018", "Planlagt"],
            ]
        ),
        TableKind.ACTIVITIES,
        (
            "2 Aftale | start=2017-08-29..2017-08-29 end=2018-04-23..2018-04-29",
            "3 Møde | end=2018-01-01..2018-12-31",
        ),
        problems=("error C3",),
        unit=None,
    ),
    Case(
        "bodies.csv",
        lambda: text([["Udvalg", "Type", "Hører under"], ["Socialudvalget", "udvalg", "Borgerrepræsentationen"]]),
        TableKind.BODIES,
        ("2 Socialudvalget |",),
        unit=None,
    ),
    Case(
        "target-groups.csv",
        lambda: text([["Målgruppe", "Beskrivelse"], ["Borgere med sindslidelse", "Over 18 år"], ["Ældre", ""]]),
        TableKind.TARGET_GROUPS,
        ("2 Borgere med sindslidelse |", "3 Ældre |"),
        unit=None,
    ),
]

MEASURED = TableKind.MEASUREMENTS
SHARES = [
    Case(
        "shares-in-three-ways.xlsx",
        lambda: xlsx(
            [
                ["Indikator", "Udgangspunkt", "Måltal", "Kilde"],
                ["tilfredse med livet", "49 %", Styled(0.55, "0%"), "Undersøgelsen"],
                ["oplever at være ensomme", Styled(0.45, "0.0%"), "40 procent", "Undersøgelsen"],
            ]
        ),
        MEASURED,
        (
            "2 tilfredse med livet | baseline=49% target=55%",
            "3 oplever at være ensomme | baseline=45% target=40%",
        ),
        unit=None,
    ),
    Case(
        # A number beside a percentage is not one too.
        "percent-and-days-in-one-column.xlsx",
        lambda: xlsx(
            [
                ["Indikator", "Værdi 2018", "Måltal"],
                ["Andel ensomme", "43 %", Styled(0.4, "0%")],
                ["Ventetid i dage", 12, "ca. 10"],
                ["Hjemløse", "<5", "-"],
            ]
        ),
        MEASURED,
        (
            "2 Andel ensomme | measured:2018=43% target=40%",
            "3 Ventetid i dage | measured:2018=12 target=~10",
            "4 Hjemløse | measured:2018=<5 target=-",
        ),
        questions=("dash",),
        unit=None,
    ),
    Case(
        "shares-that-must-be-asked.xlsx",
        lambda: xlsx([["Indikator", "Andel i %"], ["tilfredse", 0.49], ["ensomme", 1], ["ukendt", "-"]]),
        MEASURED,
        ("2 tilfredse | share=49%", "3 ensomme | share=100%", "4 ukendt | share=-"),
        questions=("dash", "share:B"),
        unit=None,
    ),
    Case(
        "shares-answered.xlsx",
        lambda: xlsx([["Indikator", "Andel i %"], ["tilfredse", 0.49], ["ensomme", 45]]),
        MEASURED,
        ("2 tilfredse | share=0.49%", "3 ensomme | share=45%"),
        unit=None,
        correction=Correction(answers={"share:B": "percent"}),
    ),
    Case(
        "counts.csv",
        lambda: text(
            [
                ["Indikator", "Enhed", "Måling", "Antal besvarelser"],
                ["ensomme ældre", "antal", "ca. 1.600", "7.282"],
                ["hjemløse", "antal", "<5", "n/a"],
                ["tilfredse", "%", "49", "1.000"],
                ["trygge", "%", "0,49", "1.000"],
            ]
        ),
        MEASURED,
        (
            "2 ensomme ældre | measured=~1600 respondents=7282",
            "3 hjemløse | measured=<5 respondents=n/a",
            "4 tilfredse | measured=49% respondents=1000",
            "5 trygge | measured=0.49% respondents=1000",
        ),
        questions=("share:unit",),
        unit=None,
    ),
    Case(
        "measurements-by-year.csv",
        lambda: text([["Indikator", "2015", "2016", "Måltal 2020"], ["ensomme", "45 %", "46 %", "40 %"]]),
        MEASURED,
        ("2 ensomme | measured:2015=45% measured:2016=46% target:2020=40%",),
        unit=None,
    ),
]
