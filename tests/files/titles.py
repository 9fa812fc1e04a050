"""Titles, headings of several rows and units above the table."""

from __future__ import annotations

from datetime import date

from organisation.units import Unit
from portfolio.sheets.understanding import ColumnCorrection, Correction, Meaning, TableKind
from tests.files.builders import (
    Styled,
    text,
    xlsx,
)
from tests.files.case import HEAD, ROWS, SAID, TKR, WIDE, Case, moved, numbers

_COUNTED = {
    "DKK 1.000": Unit.TKR,
    "Beløb i DKK 1.000": Unit.TKR,
    "Alle tal er i kr. 1.000": Unit.TKR,
    "Budget 2018, DKK '000": Unit.TKR,
    "Beløb i kr. (1.000)": Unit.TKR,
    "kr. 1.000.000": Unit.MIO,
    "Beløb i DKK mio.": Unit.MIO,
    "Forbrug i kr. til og med marts": Unit.KR,
    "Ramme: kr. 25.000.000": None,
    "Beløb i kr. i tusinder": Unit.TKR,
    "Budget 2018, kr. i tusinde": Unit.TKR,
    "Ramme: kr. 5 mio.": None,
    "Ramme: kr. 2,5 mio.": None,
    "Gebyr: kr. 100": None,
    "Budget i kr. 2018": Unit.KR,
    "Forbrug i kr. 1. kvartal 2018": Unit.KR,
    "Forbrug i kr. 31.12.2018": Unit.KR,
    "Budget i kr. 1)": Unit.KR,
}


def _counted(title: str, unit: Unit | None) -> Case:
    """What stands after kroner is what the amounts are counted in, or an amount of its own."""
    sign = "".join(letter if letter.isalnum() else "-" for letter in title.casefold())
    said = "" if unit is None else f" 2018={5 * unit.ore // 100}"
    asked = ("unit",) if unit is None else ()
    return Case(
        f"{sign}.xlsx",
        lambda: xlsx([[title], ["Nr.", "Titel", "2018"], ["A", "Leg", 5]]),
        WIDE,
        (f"3 A Leg |{said}",),
        questions=asked,
        unit=unit,
    )


TITLES = [
    *(_counted(title, unit) for title, unit in _COUNTED.items()),
    Case(
        "unit-in-title.xlsx",
        lambda: xlsx([["Socialområdet"], ["Alle beløb i 1.000 kr. (2018-pl)"], [], HEAD, *numbers(ROWS)]),
        WIDE,
        moved(SAID, 3),
    ),
    Case(
        "unit-in-headings.xlsx",
        lambda: xlsx([["Nr.", None, "Titel", "2017\nt.kr.", "2018 (mio. kr.)"], ["A", None, "Leg", 1500, 2.5]]),
        WIDE,
        ("2 A Leg | 2017=1500000 2018=2500000",),
        unit=None,
    ),
    Case(
        "unit-in-footnote.xlsx",
        lambda: xlsx([HEAD, ["A", "Leg", 1.1, 2], [], ["*) Beløb i mio. kr., løbende priser"]]),
        WIDE,
        ("2 A Leg | 2017=1100000 2018=2000000",),
        unit=Unit.MIO,
    ),
    Case(
        "two-texts-of-two-units.xlsx",
        lambda: xlsx([["Budget i mio. kr."], HEAD, ["A", "Leg", 1.1, 2], [], ["Alle beløb er i 1.000 kr."]]),
        WIDE,
        ("3 A Leg |",),
        questions=("unit",),
        unit=None,
    ),
    Case(
        "unit-in-sheet-name.xlsx",
        lambda: xlsx({"Budget (t.kr.)": [HEAD, *numbers(ROWS)]}),
        WIDE,
        SAID,
    ),
    Case(
        "amount-in-title-is-no-unit.xlsx",
        lambda: xlsx([["Engangstilskud for i alt 25 mio. kr. i 2020"], HEAD, *numbers(ROWS)]),
        WIDE,
        ("3 SO8 Frivillighed på tværs |", "4 SO9 Ældre og ensomhed |"),
        questions=("unit",),
        unit=None,
    ),
    Case(
        "merged-header.xlsx",
        lambda: xlsx(
            [["Budget 2017-2018 i t.kr."], ["Nr.", "Titel", "Budget", None], [None, None, 2017, 2018], *numbers(ROWS)],
            merged=["A1:D1", "A2:A3", "B2:B3", "C2:D2"],
        ),
        WIDE,
        moved(SAID, 2),
    ),
    Case(
        "accounts-budget-estimates.xlsx",
        lambda: xlsx(
            [
                ["(1.000 kr.)", "R", "R", "B", "BO", "BO", "BO"],
                ["Indsats", 2016, 2017, 2018, 2019, 2020, 2021],
                ["Boblberg", 90, 95, 100, 100, 100, 0],
            ]
        ),
        WIDE,
        (
            "3 Boblberg | accounts:2016=90000 accounts:2017=95000 2018=100000 estimate:2019=100000 "
            "estimate:2020=100000 estimate:2021=0",
        ),
    ),
    Case(
        "estimates-by-number.xlsx",
        lambda: xlsx(
            [
                ["Indsats", "Regnskab 2016", "Budget 2017", "BO1", "Overslagsår 2", "BO3 2020"],
                ["(i TDKK)", "R", "B", "BO", "BO", "BO"],
                ["Boblberg", 90, 95, 100, 110, 120],
            ]
        ),
        WIDE,
        ("3 Boblberg | accounts:2016=90000 2017=95000 estimate:2018=100000 estimate:2019=110000 estimate:2020=120000",),
    ),
    Case(
        "unit-in-each-row.xlsx",
        lambda: xlsx(
            [["Indsats", "Beløb", "Enhed"], ["Leg", 5, "t.kr."], ["Lyt", 2.5, "mio. kr."], ["Lær", "1.000,-", "kr."]]
        ),
        WIDE,
        ("2 Leg | amount=5000", "3 Lyt | amount=2500000", "4 Lær | amount=1000"),
        unit=None,
    ),
    Case(
        "unit-in-all-rows-but-the-total.xlsx",
        lambda: xlsx([["Indsats", "Beløb", "Enhed"], ["Leg", 5, "t.kr."], ["Lyt", 2, "t.kr."], ["I alt", 7, None]]),
        WIDE,
        ("2 Leg | amount=5000", "3 Lyt | amount=2000"),
        ("B4 I alt 7000=7000",),
        unit=None,
    ),
    Case(
        "unit-in-some-rows.xlsx",
        lambda: xlsx([["Indsats", "Beløb", "Enhed"], ["Leg", 5, "t.kr."], ["Lyt", 2, None]]),
        WIDE,
        ("2 Leg | amount=5000", "3 Lyt |"),
        questions=("unit",),
        unit=None,
    ),
    Case(
        "short-years.csv",
        lambda: text([["Indsats", "R16", "B 18", "BO19"], ["Boblberg", "90", "100", "-"]]),
        WIDE,
        ("2 Boblberg | accounts:2016=90000 2018=100000 estimate:2019=-",),
        questions=("dash",),
        correction=TKR,
    ),
    Case(
        "years-as-dates.xlsx",
        lambda: xlsx(
            [["Nr.", "Titel", Styled(date(2017, 1, 1), "yyyy"), Styled(date(2018, 1, 1), "yyyy")], *numbers(ROWS)]
        ),
        WIDE,
        SAID,
        correction=TKR,
    ),
    Case(
        "numbered-columns.xlsx",
        lambda: xlsx([HEAD, [1, 2, 3, 4], *numbers(ROWS)]),
        WIDE,
        moved(SAID, 1),
        correction=TKR,
    ),
    Case(
        "operation-and-construction.xlsx",
        lambda: xlsx(
            [
                ["Budget i t.kr."],
                [None, None, "Drift", None, "Anlæg", None],
                ["Nr.", "Titel", 2017, 2018, 2017, 2018],
                ["A", "Leg", 1, 2, 3, 4],
            ],
            merged=["C2:D2", "E2:F2"],
        ),
        WIDE,
        ("4 A Leg | 2017=1000 2018=2000 2017=3000 2018=4000",),
        problems=("error E2",),
    ),
    Case(
        "only-operation.xlsx",
        lambda: xlsx(
            [
                ["Budget i t.kr."],
                [None, None, "Drift", None, "Anlæg", None],
                ["Nr.", "Titel", 2017, 2018, 2017, 2018],
                ["A", "Leg", 1, 2, 3, 4],
            ],
        ),
        WIDE,
        ("4 A Leg | 2017=1000 2018=2000",),
        problems=("warning E3", "warning F3"),
        correction=Correction(
            columns={column: ColumnCorrection(Meaning.IGNORED) for column in (4, 5)},
        ),
    ),
    Case(
        "expenditure-and-income.xlsx",
        lambda: xlsx(
            [
                ["Budget i t.kr."],
                ["Nr.", "Titel", "Udgifter", None, "Indtægter", None],
                [None, None, 2017, 2018, 2017, 2018],
                ["A", "Leg", 10, 20, -3, -4],
            ]
        ),
        WIDE,
        ("4 A Leg | 2017=10000 2018=20000 2017=-3000 2018=-4000",),
        problems=("error E2",),
    ),
    Case(
        "expenditure-income-and-net.xlsx",
        lambda: xlsx([["Budget 2018 i t.kr."], ["Titel", "Udgifter", "Indtægter", "Netto"], ["Leg", 10, -2, 8]]),
        WIDE,
        ("3 Leg | 2018=10000 2018=-2000 2018=8000",),
        problems=("error C2",),
    ),
    Case(
        "one-heading-with-the-sign-of-a-note.xlsx",
        lambda: xlsx([["t.kr."], ["Nr.", "Indsats", "2018¹"], ["A", "Leg", 5]]),
        WIDE,
        ("3 A Leg | 2018=5000",),
    ),
    Case(
        "one-heading-with-a-hyphen.xlsx",
        lambda: xlsx([["t.kr."], ["Nr.", "Indsats", "R-2016"], ["A", "Leg", 5]]),
        WIDE,
        ("3 A Leg | accounts:2016=5000",),
    ),
    *(
        Case(
            f"heading-{word}.xlsx",
            lambda word=word: xlsx([["t.kr."], ["Nr.", "Indsats", f"{word} 2018"], ["A", "Leg", 5]]),  # type: ignore[misc]
            WIDE,
            ("3 A Leg | 2018=5000",),
        )
        for word in ("Nettobudget", "Budgetramme", "Budgetforslag", "Nettoudgift", "Ramme", "Merudgift")
    ),
    *(
        Case(
            f"unknown-heading-{word}.xlsx",
            lambda word=word: xlsx([["t.kr."], ["Nr.", "Indsats", f"{word} 2018"], ["A", "Leg", 5]]),  # type: ignore[misc]
            TableKind.INITIATIVES,
            ("3 A Leg |",),
            problems=("warning C2",),
            questions=("heading:C",),
        )
        for word in ("Foo", "Drift")
    ),
    Case(
        "unknown-heading-answered.xlsx",
        lambda: xlsx([["t.kr."], ["Nr.", "Indsats", "Foo 2018"], ["A", "Leg", 5]]),
        WIDE,
        ("3 A Leg | 2018=5000",),
        correction=Correction(answers={"heading:C": "amount"}),
    ),
]
