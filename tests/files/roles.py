"""Themes, totals, blank and hidden rows and columns."""

from __future__ import annotations

from organisation.units import Unit
from portfolio.sheets.understanding import Correction
from tests.files.builders import (
    Rows,
    text,
    xlsx,
)
from tests.files.case import FOLLOW, HEAD, ROWS, SAID, TKR, WIDE, Case, numbers

_THEMES: Rows = [
    ["Nr.", "Indsats", "Beløb (mio. kr.)"],
    ["Tema 1: Børn", None, None],
    ["1.1", "Leg", 2.5],
    ["1.2", "Lyt", 3],
    [None, "I alt Tema 1", 5.5],
    [],
    ["Tema 2: Unge", None, None],
    ["2.1", "Job", 4],
    [None, "I alt Tema 2", 4],
    ["I alt", None, 9.5],
    [],
    ["Kilde: Økonomiafdelingen"],
]

ROLES = [
    Case(
        "themes-and-subtotals.xlsx",
        lambda: xlsx(_THEMES),
        WIDE,
        (
            "3 1.1 Leg [Tema 1: Børn] | amount=2500000",
            "4 1.2 Lyt [Tema 1: Børn] | amount=3000000",
            "8 2.1 Job [Tema 2: Unge] | amount=4000000",
        ),
        ("C5 I alt Tema 1 5500000=5500000", "C9 I alt Tema 2 4000000=4000000", "C10 I alt 9500000=9500000"),
        unit=None,
    ),
    Case(
        "totals-by-other-names.xlsx",
        lambda: xlsx(
            [
                ["Nr.", "Indsats", "2018 (t.kr.)"],
                ["A", "Leg", 5],
                ["B", "Lyt", 6],
                [None, "Samlet budget", 11],
                ["C", "Job", 4],
                ["D", "Fritid", 3],
                [None, "Unge under ét", 7],
                [None, "Total, netto", 18],
            ]
        ),
        WIDE,
        (
            "2 A Leg | 2018=5000",
            "3 B Lyt | 2018=6000",
            "5 C Job | 2018=4000",
            "6 D Fritid | 2018=3000",
            "7 Unge under ét | 2018=7000",
        ),
        ("C4 Samlet budget 11000=11000", "C8 Total, netto 18000≠25000"),
        ("warning B7", "warning C8"),
        unit=None,
    ),
    Case(
        "total-that-does-not-match.xlsx",
        lambda: xlsx([HEAD, *numbers(ROWS), ["I alt", None, 5100, 2000]]),
        WIDE,
        SAID,
        ("C4 I alt 5100000≠5000000", "D4 I alt 2000000=2000000"),
        ("warning C4",),
        correction=TKR,
    ),
    Case(
        "page-breaks-and-blank-rows.xlsx",
        lambda: xlsx([HEAD, [], numbers(ROWS)[0], [], HEAD, numbers(ROWS)[1]]),
        WIDE,
        ("3" + SAID[0][1:], "6" + SAID[1][1:]),
        correction=TKR,
    ),
    Case(
        "row-totals.xlsx",
        lambda: xlsx([[*HEAD, "2017-2018"], ["A", "Leg", 1, 2, 3], ["B", "Lyt", 1, 2, 4], ["C", "Lær", 1, 2, "-"]]),
        WIDE,
        ("2 A Leg | 2017=1000 2018=2000", "3 B Lyt | 2017=1000 2018=2000", "4 C Lær | 2017=1000 2018=2000"),
        ("E2 Leg 3000=3000", "E3 Lyt 4000≠3000", "E4 Lær -"),
        ("warning E3",),
        ("dash",),
        correction=TKR,
    ),
    Case(
        "hidden-rows-and-columns.xlsx",
        lambda: xlsx(
            [[*HEAD, "2019"], ["A", "Leg", 1, 2, 3], ["B", "Lyt", 1, 2, 3]], hidden_rows=[2], hidden_columns=[3]
        ),
        WIDE,
        ("2 A Leg | 2017=1000 2019=3000",),
        problems=("warning 3:3", "warning D:D"),
        correction=TKR,
    ),
    Case(
        "hidden-rows-let-in.xlsx",
        lambda: xlsx(
            [[*HEAD, "2019"], ["A", "Leg", 1, 2, 3], ["B", "Lyt", 1, 2, 3]], hidden_rows=[2], hidden_columns=[3]
        ),
        WIDE,
        ("2 A Leg | 2017=1000 2018=2000 2019=3000", "3 B Lyt | 2017=1000 2018=2000 2019=3000"),
        correction=Correction(unit=Unit.TKR, with_hidden_rows=True, with_hidden_columns=True),
    ),
    Case(
        "hidden-sheets.xlsx",
        lambda: xlsx(
            {"Gammelt": [["x"]], "Budget": [HEAD, *numbers(ROWS)], "Noter": [["y"]]},
            hidden_sheets=["Noter"],
            very_hidden=["Noter"],
        ),
        WIDE,
        SAID,
        correction=TKR,
        sheet=1,
    ),
    Case(
        "theme-written-once.xlsx",
        lambda: xlsx(
            [
                ["Tema", "Nr.", "Indsats", "2018 (t.kr.)"],
                ["Børn", "1", "Leg", 1],
                [None, "2", "Lyt", 2],
                [None, None, "I alt Børn", 3],
                ["Unge", "3", "Job", 3],
                [None, "4", "Fritid", 4],
            ]
        ),
        WIDE,
        (
            "2 1 Leg [Børn] | 2018=1000",
            "3 2 Lyt [Børn] | 2018=2000",
            "5 3 Job [Unge] | 2018=3000",
            "6 4 Fritid [Unge] | 2018=4000",
        ),
        ("D4 I alt Børn 3000=3000",),
        problems=("warning A3",),
        unit=None,
    ),
    Case(
        "rows-of-no-theme.xlsx",
        lambda: xlsx(
            [
                ["Tema", "Nr.", "Indsats", "2018 (t.kr.)"],
                ["Børn", "1", "Leg", 1],
                ["Børn", "2", "Lyt", 2],
                [None, "3", "Job", 3],
            ]
        ),
        WIDE,
        ("2 1 Leg [Børn] | 2018=1000", "3 2 Lyt [Børn] | 2018=2000", "4 3 Job | 2018=3000"),
        unit=None,
    ),
    Case(
        "second-table-of-another-year-and-unit.xlsx",
        lambda: xlsx(
            [
                ["Nr.", "Indsats", "2018 (t.kr.)"],
                ["A1", "Leg", 5],
                [],
                ["Tabel 2"],
                ["Nr.", "Indsats", "2019 (mio. kr.)"],
                ["A2", "Lyt", 7],
            ]
        ),
        WIDE,
        ("2 A1 Leg | 2018=5000", "6 A2 Lyt | 2018=7000"),
        problems=("error C5",),
        unit=None,
    ),
    Case(
        "second-table-with-columns-in-another-order.xlsx",
        lambda: xlsx(
            [
                ["Budgetlinje", "Oprindeligt budget", "Forbrug"],
                ["Leg", 100, 70],
                ["Budgetlinje", "Forbrug", "Oprindeligt budget"],
                ["Lyt", 60, 90],
            ]
        ),
        FOLLOW,
        ("2 Leg | original=100000 actual=70000", "4 Lyt | original=60000 actual=90000"),
        problems=("error B3",),
        correction=TKR,
    ),
    Case(
        "second-table-in-other-words.csv",
        lambda: text([HEAD, *ROWS, ["Kode", "Indsats", "2019", "2020"], ["A", "Leg", "1", "2"]]),
        WIDE,
        (*SAID, "5 A Leg | 2017=1000 2018=2000"),
        problems=("error A4",),
        correction=TKR,
    ),
    Case(
        "second-table-with-more-headings.csv",
        lambda: text([HEAD, *ROWS, ["Kode", "Indsats", "2017", "2018", "2019"], ["A", "Leg", "1", "2", "3"]]),
        WIDE,
        ("5 A Leg | 2017=1000 2018=2000 2019=3000",),
        problems=("error A1",),
        correction=TKR,
    ),
    Case(
        "second-table-under-a-title-of-another-unit.xlsx",
        lambda: xlsx(
            [
                ["Budget 2018 (t.kr.)"],
                ["Nr.", "Indsats", "Beløb"],
                ["A", "Leg", 5],
                [],
                ["Budget 2019 (mio. kr.)"],
                ["Nr.", "Indsats", "Beløb"],
                ["B", "Lyt", 7],
            ]
        ),
        WIDE,
        ("3 A Leg |", "7 B Lyt |"),
        problems=("error A6",),
        questions=("unit",),
        unit=None,
    ),
    Case(
        "second-table-of-the-same-kind.xlsx",
        lambda: xlsx([["Tabel 1 (t.kr.)"], HEAD, numbers(ROWS)[0], [], ["Tabel 2"], HEAD, numbers(ROWS)[1]]),
        WIDE,
        ("3" + SAID[0][1:], "7" + SAID[1][1:]),
    ),
    Case(
        "page-breaks-of-two-rows.xlsx",
        lambda: xlsx(
            [
                *(top := [["Nr.", "Titel", "Budget", None], [None, None, "2017", "2018"]]),
                numbers(ROWS)[0],
                *top,
                numbers(ROWS)[1],
            ]
        ),
        WIDE,
        ("3" + SAID[0][1:], "6" + SAID[1][1:]),
        correction=TKR,
    ),
    Case(
        "page-breaks-of-one-text.xlsx",
        lambda: xlsx([["Indsats", 2018], ["Leg", 5], ["Indsats", 2018], ["Indsats", 5]]),
        WIDE,
        ("2 Leg | 2018=5000", "4 Indsats | 2018=5000"),
        correction=TKR,
    ),
    Case(
        "figures-without-a-heading.xlsx",
        lambda: xlsx([["t.kr."], ["Nr.", "Indsats", "2018", None], ["A", "Leg", 5, 6], ["B", "Lyt", 7, 8]]),
        WIDE,
        ("3 A Leg | 2018=5000", "4 B Lyt | 2018=7000"),
        problems=("warning D3",),
    ),
    Case(
        "tables-side-by-side.xlsx",
        lambda: xlsx(
            [
                ["Nr.", "Indsats", "2018 (t.kr.)", None, "Nr.", "Indsats", "2019 (t.kr.)"],
                ["A", "Leg", 5, None, "B", "Lyt", 6],
            ]
        ),
        WIDE,
        ("2 A Leg | 2018=5000 2019=6000",),
        problems=("error E1",),
        unit=None,
    ),
    Case(
        "sums-above-their-rows.xlsx",
        lambda: xlsx(
            [
                ["Nr.", "Indsats", "2017 (t.kr.)", "2018 (t.kr.)"],
                [None, "I alt", 6, 16],
                [None, "Børn i alt", 3, 10],
                ["1", "Leg", 1, 4],
                ["2", "Lyt", 2, 6],
                [None, "Unge i alt", 3, 5],
                ["3", "Job", 3, 6],
            ]
        ),
        WIDE,
        ("4 1 Leg | 2017=1000 2018=4000", "5 2 Lyt | 2017=2000 2018=6000", "7 3 Job | 2017=3000 2018=6000"),
        (
            "C2 I alt 6000=6000",
            "D2 I alt 16000=16000",
            "C3 Børn i alt 3000=3000",
            "D3 Børn i alt 10000=10000",
            "C6 Unge i alt 3000=3000",
            "D6 Unge i alt 5000≠6000",
        ),
        problems=("warning D6",),
        unit=None,
    ),
    Case(
        "sum-of-nothing-first.xlsx",
        lambda: xlsx(
            [["Nr.", "Indsats", "2018 (t.kr.)"], [None, "Børn i alt", 0], ["3", "Job", 3], [None, "Unge i alt", 3]]
        ),
        WIDE,
        ("3 3 Job | 2018=3000",),
        ("C2 Børn i alt 0=0", "C4 Unge i alt 3000=3000"),
        unit=None,
    ),
    Case(
        "of-which.xlsx",
        lambda: xlsx(
            [
                ["Nr.", "Indsats", "2018 (t.kr.)"],
                ["1", "Leg", 5],
                ["1.1", "- heraf løn", 3],
                ["1.2", "Deraf uden beløb", None],
                ["2", "Heraf", 6],
                ["I alt", None, 11],
            ]
        ),
        WIDE,
        ("2 1 Leg | 2018=5000", "3 1.1 - heraf løn | 2018=3000", "4 1.2 Deraf uden beløb |", "5 2 Heraf | 2018=6000"),
        ("C6 I alt 11000≠14000",),
        problems=("warning B3", "warning B5", "warning C6"),
        unit=None,
    ),
    Case(
        "amounts-merged-over-several.xlsx",
        lambda: xlsx(
            [HEAD, ["A", "Leg", 1, None], ["B", "Lyt", None, 4], ["C", "Lær", 5, None], ["D", "Løb", 6, 7]],
            merged=["C2:C3", "C4:D4"],
        ),
        WIDE,
        (
            "2 A Leg | 2017=1000",
            "3 B Lyt | 2018=4000",
            "4 C Lær | 2017=5000",
            "5 D Løb | 2017=6000 2018=7000",
        ),
        problems=("warning C2", "warning C4"),
        correction=TKR,
    ),
    Case(
        "net-where-codes-stand.xlsx",
        lambda: xlsx(
            [
                ["Nr.", "Indsats", "2018 (t.kr.)"],
                ["1", "Udgift", 10],
                ["2", "Tilskud", -2],
                ["Netto", None, 8],
                ["3", "Leg", 1],
                ["4", "Lyt", 1],
                ["Netto", "Leg og lyt", 2],
            ]
        ),
        WIDE,
        (
            "2 1 Udgift | 2018=10000",
            "3 2 Tilskud | 2018=-2000",
            "4 Netto | 2018=8000",
            "5 3 Leg | 2018=1000",
            "6 4 Lyt | 2018=1000",
            "7 Netto Leg og lyt | 2018=2000",
        ),
        problems=("error A7", "warning B4", "warning B7"),
        unit=None,
    ),
]
