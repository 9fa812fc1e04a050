"""What stands in a cell: formulas, errors, signs, dates, several amounts."""

from __future__ import annotations

from datetime import date

from organisation.units import Unit
from portfolio.sheets.understanding import Correction, TableKind
from tests.files.builders import (
    SHEET,
    Formula,
    Styled,
    patched,
    text,
    xlsx,
)
from tests.files.case import HEAD, TKR, WIDE, Case

CELLS = [
    Case(
        "formulas-with-results.xlsx",
        lambda: xlsx([HEAD, ["A", "Leg", Formula.giving("1000*2", 2000), Formula.giving("0.1+0.2", 0.1 + 0.2)]]),
        WIDE,
        ("2 A Leg | 2017=2000000! 2018=300!",),
        correction=TKR,
    ),
    Case(
        "formulas-without-results.xlsx",
        lambda: patched(xlsx([HEAD, ["A", "Leg", Formula.giving("1000*2", 2000), 1]]), SHEET, "<v>2000</v>", ""),
        WIDE,
        ("2 A Leg | 2018=1000",),
        problems=("error C2",),
        correction=TKR,
    ),
    Case(
        "error-cells.xlsx",
        lambda: xlsx([HEAD, ["A", "Leg", Formula.giving("1/0", "#DIV/0!"), Formula.giving("NA()", "#N/A")]]),
        WIDE,
        ("2 A Leg |",),
        problems=("error C2", "error D2"),
        correction=TKR,
    ),
    Case(
        "errors-that-became-text.csv",
        lambda: text(
            [
                ["Nr.", "Indsats", "Tovholder", "2018 (t.kr.)"],
                ["A", "#REF!", "#I/T", "#VÆRDI!"],
                ["B", "Leg #2", "#DIVISION/0!", "########"],
                ["C", "Lyt", "", "5"],
            ]
        ),
        WIDE,
        ("2 A |", "3 B Leg #2 |", "4 C Lyt | 2018=5000"),
        problems=("error B2", "error C2", "error D2", "error C3", "error D3"),
        unit=None,
    ),
    Case(
        "spaces-and-signs.csv",
        lambda: text(
            [
                ["Nr.", "Titel", "Beløb (kr.)"],
                ["A", "nbsp", "2\u00a0825\u00a0146"],
                ["B", "smal", "2\u202f825\u202f146,50"],
                ["C", "tynd", "2\u2009500"],
                ["D", "minus", "\u2212500"],
                ["E", "bagefter", "500-"],
                ["F", "endelse", "100.000,-"],
                ["G", "enhed", "1,1 mio. kr."],
            ]
        ),
        WIDE,
        (
            "2 A nbsp | amount=2825146",
            "3 B smal | amount=2825146.50",
            "4 C tynd | amount=2500",
            "5 D minus | amount=-500",
            "6 E bagefter | amount=-500",
            "7 F endelse | amount=100000",
            "8 G enhed | amount=1100000",
        ),
        unit=None,
    ),
    Case(
        "numbers-in-two-ways.csv",
        lambda: text(
            [
                ["Nr.", "Titel", "Beløb (kr.)"],
                ["A", "punktum", "2.5"],
                ["B", "engelsk", "1,234.50"],
                ["C", "to", "1,1,"],
            ]
        ),
        WIDE,
        ("2 A punktum |", "3 B engelsk |", "4 C to |"),
        problems=("error C2", "error C3", "error C4"),
        unit=None,
    ),
    Case(
        "missing-signs.csv",
        lambda: text([HEAD, ["A", "Leg", "-", "n/a"], ["B", "Lyt", "..", "–"], ["C", "Lær", "", "0"]]),
        WIDE,
        ("2 A Leg | 2017=- 2018=-", "3 B Lyt | 2017=- 2018=-", "4 C Lær | 2018=0"),
        questions=("dash",),
        correction=TKR,
    ),
    Case(
        "dash-is-zero.csv",
        lambda: text([HEAD, ["A", "Leg", "-", "n/a"]]),
        WIDE,
        ("2 A Leg | 2017=0 2018=-",),
        correction=Correction(unit=Unit.TKR, answers={"dash": "zero"}),
    ),
    Case(
        "same-code-twice.xlsx",
        lambda: xlsx([HEAD, ["SO8", "Leg", 1, 1], [" so8 ", "Lyt", 2, 2], ["SO 8.", "Lær", 3, 3]]),
        WIDE,
        ("2 SO8 Leg | 2017=1000 2018=1000", "3 so8 Lyt | 2017=2000 2018=2000", "4 SO 8. Lær | 2017=3000 2018=3000"),
        problems=("error A3", "error A4"),
        correction=TKR,
    ),
    Case(
        "dates-made-numbers.xlsx",
        lambda: xlsx([["Aktivitet", "Start", "Slut"], ["Åbning", "2018", 43252], ["Luk", "43252,5", "maj-19"]]),
        TableKind.ACTIVITIES,
        ("2 Åbning | start=2018-01-01..2018-12-31", "3 Luk | end=2019-05-01..2019-05-31"),
        problems=("error C2", "error B3"),
        unit=None,
    ),
    Case(
        "codes-made-dates.xlsx",
        lambda: xlsx([HEAD, [Styled(date(2020, 2, 1), "d-mmm"), "Leg", 1, 1], [1.3, "Lyt", 1, 1]]),
        WIDE,
        ("2 Leg | 2017=1000 2018=1000", "3 1.3 Lyt | 2017=1000 2018=1000"),
        problems=("error A2",),
        correction=TKR,
    ),
    Case(
        "format-in-thousands.xlsx",
        lambda: xlsx([["Nr.", "Titel", "Beløb (1.000 kr.)"], ["A", "Leg", Styled(2_000_000, "#,##0,")]]),
        WIDE,
        ("2 A Leg | amount=2000000000",),
        problems=("warning C2",),
        unit=None,
    ),
    Case(
        "unit-in-the-number-format.xlsx",
        lambda: xlsx(
            [
                ["Nr.", "Titel", "Beløb (kr.)"],
                ["A", "Leg", Styled(5, '#,##0" t.kr."')],
                ["B", "Lyt", Styled(2.5, '"mio. kr. "0.0')],
                ["C", "Lær", Styled(1_500_000, '#,##0," t.kr."')],
                ["D", "Løb", Styled(500, '#,##0.00" kr."')],
            ]
        ),
        WIDE,
        ("2 A Leg |", "3 B Lyt |", "4 C Lær | amount=1500000", "5 D Løb | amount=500"),
        problems=("error C2", "error C3"),
        unit=None,
    ),
    Case(
        "format-of-currency-under-thousands.xlsx",
        lambda: xlsx([["Nr.", "Titel", "Beløb (t.kr.)"], ["A", "Leg", Styled(5, '#,##0" kr."')], ["I alt", None, 5]]),
        WIDE,
        ("2 A Leg | amount=5000",),
        ("C3 I alt 5000=5000",),
        problems=("warning C2",),
        unit=None,
    ),
    Case(
        "finer-than-an-oere.xlsx",
        lambda: xlsx([["Nr.", "Titel", "Beløb (t.kr.)"], ["A", "Leg", 2000 / 3]]),
        WIDE,
        ("2 A Leg | amount=666666.67",),
        problems=("warning C2",),
        unit=None,
    ),
    Case(
        "two-amounts-in-a-cell.xlsx",
        lambda: xlsx(
            [
                ["Spør:", "Initiativ", "Beløb (i mio. kr.)"],
                ["3.3", "Uddannelse og Job\n- IPS -forløb\n- Flere PEERS", "1,7\n1,0"],
                ["4.1", "Kun et navn", "1,1 2,5"],
            ]
        ),
        WIDE,
        (
            "2.1 IPS -forløb | amount=1700000",
            "2.2 Flere PEERS | amount=1000000",
            "3 4.1 Kun et navn |",
        ),
        problems=("warning C2", "error C3"),
        unit=None,
    ),
    Case(
        "two-amounts-in-some-cells-of-a-row.xlsx",
        lambda: xlsx(
            [
                ["t.kr."],
                ["Nr.", "Indsats", 2017, 2018, 2019, 2020, "I alt"],
                ["A", "Job\n- IPS\n- PEERS", "1\n2", 5, "1\n2\n3", "-", 8],
            ]
        ),
        WIDE,
        ("3.1 IPS | 2017=1000 2020=-", "3.2 PEERS | 2017=2000 2020=-"),
        problems=("error D3", "error E3", "warning C3", "warning G3"),
        questions=("dash",),
    ),
    Case(
        "two-amounts-before-the-unit-is-said.xlsx",
        lambda: xlsx([HEAD, ["A", "Job\n- IPS\n- PEERS", "1\n2", 5], ["I alt", None, 3, 5]]),
        WIDE,
        ("2 A Job/- IPS/- PEERS |",),
        questions=("unit",),
        unit=None,
    ),
    Case(
        "signs-of-notes.csv",
        lambda: text(
            [
                ["Nr.", "Titel", "Beløb (kr.)"],
                ["A", "stjerne", "500*"],
                ["B", "nummer", "1.500 1)"],
                ["C", "hævet", "2 500²"],
                ["D", "kunne være 5001", "5001)"],
                ["E", "kunne være to tal", "500 (1)"],
            ]
        ),
        WIDE,
        (
            "2 A stjerne | amount=500",
            "3 B nummer | amount=1500",
            "4 C hævet | amount=2500",
            "5 D kunne være 5001 |",
            "6 E kunne være to tal |",
        ),
        problems=("error C5", "error C6", "warning C2", "warning C3", "warning C4"),
        unit=None,
    ),
    Case(
        "amounts-in-brackets.csv",
        lambda: text([["Nr.", "Titel", "Beløb (kr.)"], ["A", "Leg", "(1.500)"], ["B", "Lyt", "( 500 kr.)"]]),
        WIDE,
        ("2 A Leg | amount=-1500", "3 B Lyt | amount=-500"),
        questions=("brackets",),
        unit=None,
    ),
    Case(
        "brackets-of-what-is-told-of.csv",
        lambda: text([["Nr.", "Titel", "Beløb (kr.)"], ["A", "Leg", "(1.500)"], ["B", "Lyt", "(500"]]),
        WIDE,
        ("2 A Leg | amount=1500", "3 B Lyt |"),
        problems=("error C3",),
        unit=None,
        correction=Correction(answers={"brackets": "positive"}),
    ),
]
