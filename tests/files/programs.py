"""What other programs write."""

from __future__ import annotations

from datetime import date

from portfolio.sheets.understanding import TableKind
from tests.files.builders import (
    SHEET,
    STRINGS,
    Formula,
    Rows,
    Styled,
    ods,
    ods_cell,
    ods_row,
    packed,
    parts_of,
    patched,
    xls,
    xlsx,
)
from tests.files.case import HEAD, ROWS, SAID, TKR, WIDE, Case, numbers


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
    made = xlsx([HEAD, *numbers(ROWS)], hidden_rows=[2])
    hidden = " hidden='1'"
    table: Rows = [HEAD, *numbers(ROWS)]
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
