"""What a caseworker's table may look like, and what it then says.

Each case is a file and what it is understood as: one line for each record (row, code, name, then what its figures
are), totals, the cells that have problems, and what is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from organisation.units import Unit
from portfolio.sheets.understanding import Correction, TableKind
from tests.files.builders import (
    SHEET,
    STRINGS,
    Formula,
    Rows,
    Styled,
    cells,
    ods,
    ods_cell,
    ods_row,
    packed,
    page,
    parts_of,
    patched,
    text,
    xls,
    xlsx,
)


@dataclass(frozen=True)
class Case:
    name: str
    make: Callable[[], bytes]
    kind: TableKind
    records: tuple[str, ...]
    totals: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    unit: Unit | None = Unit.TKR
    correction: Correction = field(default_factory=Correction)
    sheet: int = 0


TKR = Correction(unit=Unit.TKR)
WIDE, LONG, FOLLOW = TableKind.BUDGET_WIDE, TableKind.BUDGET_LONG, TableKind.FOLLOW_UP
HEAD = ["Nr.", "Titel", "2017", "2018"]
ROWS = [["SO8", "Frivillighed på tværs", "2.000", "2.000"], ["SO9", "Ældre og ensomhed", "3.000", "0"]]
SAID = (
    "2 SO8 Frivillighed på tværs | 2017=2000000 2018=2000000",
    "3 SO9 Ældre og ensomhed | 2017=3000000 2018=0",
)


def _moved(lines: tuple[str, ...], rows: int) -> tuple[str, ...]:
    return tuple(f"{int(line.split()[0]) + rows} {line.split(' ', 1)[1]}" for line in lines)


def _plain(encoding: str = "utf-8", separator: str = ";", end: str = "\r\n") -> Callable[[], bytes]:
    return lambda: text([HEAD, *ROWS], separator, encoding, end)


TEXTS = [
    Case("semicolon.csv", _plain(), WIDE, SAID, correction=TKR),
    Case("bom.csv", _plain("utf-8-sig"), WIDE, SAID, correction=TKR),
    Case("windows-1252.csv", _plain("cp1252"), WIDE, SAID, correction=TKR),
    Case("dos.csv", _plain("cp850"), WIDE, SAID, correction=TKR),
    Case("utf-16.txt", _plain("utf-16", "\t"), WIDE, SAID, correction=TKR),
    Case("utf-16-without-mark.csv", _plain("utf-16-le"), WIDE, SAID, correction=TKR),
    Case("utf-16-big-endian.csv", lambda: b"\xfe\xff" + _plain("utf-16-be")(), WIDE, SAID, correction=TKR),
    Case("comma.csv", _plain(separator=","), WIDE, SAID, correction=TKR),
    Case("tab.tsv", _plain(separator="\t"), WIDE, SAID, correction=TKR),
    Case("old-mac.csv", _plain(end="\r"), WIDE, SAID, correction=TKR),
    Case("sep-line.csv", lambda: b"sep=|\r\n" + _plain(separator="|")(), WIDE, SAID, correction=TKR),
    Case(
        "quoted-lines-and-commas.csv",
        'Nr.,Titel,"Beløb (mio. kr.)"\nA1,"Leg, lyt og\nlær ""sammen""","2,5"\n'.encode,
        WIDE,
        ('2 A1 Leg, lyt og/lær "sammen" | amount=2500000',),
        unit=None,
    ),
    Case(
        "decimal-commas-and-semicolons.csv",
        lambda: text([["Titel", "2017 (mio. kr.)", "2018 (mio. kr.)"], ["Leg", "1,5", "2,5"], ["Lyt", "0,5", "3,5"]]),
        WIDE,
        ("2 Leg | 2017=1500000 2018=2500000", "3 Lyt | 2017=500000 2018=3500000"),
        unit=None,
    ),
    Case(
        "title-above-comma.csv",
        "Budget 2018, hele kr.\n\nTitel,Beløb\nBoblberg,100.000\nPulje,15.000\nI alt,115.000\n".encode,
        WIDE,
        ("4 Boblberg | 2018=100000", "5 Pulje | 2018=15000"),
        ("B6 I alt 115000=115000",),
        unit=Unit.KR,
    ),
]

PAGES = [
    Case(
        "page-as.xls",
        lambda: page(
            [
                '<td colspan="4"><b>Oversigt &ndash; bel&oslash;b i t.kr.</b></td>',
                '<th rowspan="2">Nr.</th><th rowspan="2">Titel</th><th colspan="2">Budget</th>',
                "<th>2017</th><th>2018</th>",
                *(cells(*row) for row in ROWS),
            ],
            charset="windows-1252",
        ),
        WIDE,
        _moved(SAID, 2),
    ),
    Case(
        "page-with-numbers.xls",
        lambda: page(
            [
                cells("Nr.", "Titel", "Beløb (kr.)"),
                '<td>A</td><td>Leg</td><td x:num="2000.5">2.001</td>',
                '<tr style="display:none"><td>B</td><td>Skjult</td><td>1</td></tr>',
                "<td>C</td><td>Lyt<br>og lær</td><td x:num>0</td>",
            ],
            attributes=' xmlns:x="urn:schemas-microsoft-com:office:excel"',
        ),
        WIDE,
        ("2 A Leg | amount=2000.50", "4 C Lyt/og lær | amount=0"),
        problems=("warning 3:3",),
        unit=None,
    ),
]

TITLES = [
    Case(
        "unit-in-title.xlsx",
        lambda: xlsx([["Socialområdet"], ["Alle beløb i 1.000 kr. (2018-pl)"], [], HEAD, *_numbers(ROWS)]),
        WIDE,
        _moved(SAID, 3),
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
        "unit-in-sheet-name.xlsx",
        lambda: xlsx({"Budget (t.kr.)": [HEAD, *_numbers(ROWS)]}),
        WIDE,
        SAID,
    ),
    Case(
        "amount-in-title-is-no-unit.xlsx",
        lambda: xlsx([["Engangstilskud for i alt 25 mio. kr. i 2020"], HEAD, *_numbers(ROWS)]),
        WIDE,
        ("3 SO8 Frivillighed på tværs |", "4 SO9 Ældre og ensomhed |"),
        questions=("unit",),
        unit=None,
    ),
    Case(
        "merged-header.xlsx",
        lambda: xlsx(
            [["Budget 2017-2018 i t.kr."], ["Nr.", "Titel", "Budget", None], [None, None, 2017, 2018], *_numbers(ROWS)],
            merged=["A1:D1", "A2:A3", "B2:B3", "C2:D2"],
        ),
        WIDE,
        _moved(SAID, 2),
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
            [["Nr.", "Titel", Styled(date(2017, 1, 1), "yyyy"), Styled(date(2018, 1, 1), "yyyy")], *_numbers(ROWS)]
        ),
        WIDE,
        SAID,
        correction=TKR,
    ),
    Case(
        "numbered-columns.xlsx",
        lambda: xlsx([HEAD, [1, 2, 3, 4], *_numbers(ROWS)]),
        WIDE,
        _moved(SAID, 1),
        correction=TKR,
    ),
]


def _numbers(rows: list[list[str]]) -> list[list[str | int]]:
    return [[*row[:2], *(int(amount.replace(".", "")) for amount in row[2:])] for row in rows]


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
        lambda: xlsx([HEAD, *_numbers(ROWS), ["I alt", None, 5100, 2000]]),
        WIDE,
        SAID,
        ("C4 I alt 5100000≠5000000", "D4 I alt 2000000=2000000"),
        ("warning C4",),
        correction=TKR,
    ),
    Case(
        "page-breaks-and-blank-rows.xlsx",
        lambda: xlsx([HEAD, [], _numbers(ROWS)[0], [], HEAD, _numbers(ROWS)[1]]),
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
            {"Gammelt": [["x"]], "Budget": [HEAD, *_numbers(ROWS)], "Noter": [["y"]]},
            hidden_sheets=["Noter"],
            very_hidden=["Noter"],
        ),
        WIDE,
        SAID,
        correction=TKR,
        sheet=1,
    ),
]

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
            "2.1 3.3 IPS -forløb | amount=1700000",
            "2.2 3.3 Flere PEERS | amount=1000000",
            "3.1 4.1 Kun et navn | amount=1100000",
            "3.2 4.1 Kun et navn | amount=2500000",
        ),
        problems=("warning C2", "warning C3"),
        unit=None,
    ),
]

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
            "5 trygge | measured=49% respondents=1000",
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


def _open_document() -> bytes:
    twice = ods_cell(600, 'table:number-columns-repeated="2"')
    rows = [
        ods_row("Budget i t.kr.", None, None, None),
        ods_row("Nr.", "Titel", 2017, 2018).replace(">2.017<", ">2017<").replace(">2.018<", ">2018<"),
        ods_row("A", "Leg", 2000, 0),
        ods_row("B", "Skjult", 1, 1, attributes='table:visibility="collapse"'),
        f"<table:table-row>{ods_cell('C')}{ods_cell('Lyt')}{twice}"
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>',
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>',
    ]
    column = '<table:table-column table:number-columns-repeated="16384"/>'
    hidden = f'<table:table table:name="Gammelt" table:style-name="gone">{column}{ods_row("x")}</table:table>'
    return ods(f'<table:table table:name="Budget">{column}{"".join(rows)}</table:table>{hidden}')


def _prefixed() -> bytes:
    """As some systems write: every element with a prefix, attributes in single quotes, cells without addresses."""
    made = xlsx([HEAD, *_numbers(ROWS)], hidden_rows=[2])
    hidden = " hidden='1'"
    table: Rows = [HEAD, *_numbers(ROWS)]
    rows = "".join(
        f"<x:row r='{number}'{hidden if number == 3 else ''}>"
        + "".join(
            f"<x:c><x:v>{value}</x:v></x:c>"
            if isinstance(value, int)
            else f"<x:c t='inlineStr'><x:is><x:t>{value}</x:t></x:is></x:c>"
            for value in row
        )
        + "</x:row>"
        for number, row in enumerate(table, 1)
    )
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f"<x:worksheet xmlns:x='{namespace}'><x:sheetData>{rows}</x:sheetData></x:worksheet>"
    return packed({**parts_of(made), SHEET: sheet})


PROGRAMS = [
    Case(
        "excel-97.xls",
        lambda: xls(
            [
                ["Budget i t.kr."],
                [*HEAD, "Andel i %"],
                ["A", "Leg", 2000, 0, Styled(0.5, "0%")],
                ["B", "Skjult", 1, 1],
                ["C", "Lyt", "600", Formula("C3*2")],
            ],
            merged=[(0, 0, 0, 3)],
            hidden_rows=[3],
            hidden_sheets={"Gammelt": 1, "Dybt": 2},
        ),
        WIDE,
        ("3 A Leg | 2017=2000000 2018=0 share=50%", "5 C Lyt | 2017=600000"),
        problems=("error D5", "warning 4:4"),
    ),
    Case(
        "open-document.ods",
        _open_document,
        WIDE,
        ("3 A Leg | 2017=2000000 2018=0", "5 C Lyt | 2017=600000 2018=600000"),
        problems=("warning 4:4",),
    ),
    Case("prefixed-namespace.xlsx", _prefixed, WIDE, SAID[:1], problems=("warning 3:3",), correction=TKR),
    Case(
        "dates-from-1904.xlsx",
        lambda: xlsx([["Aktivitet", "Start"], ["Aftale", date(2017, 8, 29)]], options={"date_1904": True}),
        TableKind.ACTIVITIES,
        ("2 Aftale | start=2017-08-29..2017-08-29",),
        unit=None,
    ),
    Case(
        "escaped-line-ends.xlsx",
        lambda: patched(
            xlsx([["Indsats", "Beskrivelse"], ["Leg_x000D_\nog lær", "x"]]), STRINGS, "_x005F_x000D_", "_x000D_"
        ),
        TableKind.INITIATIVES,
        ("2 Leg/og lær |",),
        unit=None,
    ),
    Case(
        "only-prose.xlsx",
        lambda: xlsx([["Til Socialudvalget"], ["Her er en tekst uden tabel."]]),
        TableKind.UNKNOWN,
        (),
        problems=("error ",),
        unit=None,
    ),
]

CASES = [*TEXTS, *PAGES, *TITLES, *ROLES, *CELLS, *LAYOUTS, *SHARES, *PROGRAMS]
