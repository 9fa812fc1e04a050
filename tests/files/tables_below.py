"""Times that stand where headings may, and headings that come back further down."""

from __future__ import annotations

from datetime import date

from portfolio.sheets.understanding import ColumnCorrection, Correction, Meaning, RowRole, TableKind
from tests.files.builders import Rows, text, xlsx
from tests.files.case import HEAD, ROWS, SAID, TKR, WIDE, Case, numbers

# As they are written, and the days that they are.
_TIMES: dict[str, dict[str | date, str]] = {
    "months": {"maj 2018": "2018-05-01..2018-05-31", "dec. 2019": "2019-12-01..2019-12-31"},
    "long-months": {"januar 2018": "2018-01-01..2018-01-31", "september 2019": "2019-09-01..2019-09-30"},
    "seasons": {"efterår 2018": "2018-09-01..2018-11-30", "forår 2019": "2019-03-01..2019-05-31"},
    "dates": {date(2018, 5, 3): "2018-05-03..2018-05-03", date(2019, 6, 1): "2019-06-01..2019-06-01"},
    "years": {"2018": "2018-01-01..2018-12-31", "2019": "2019-01-01..2019-12-31"},
}


def _milestones(name: str, times: dict[str | date, str]) -> Case:
    (first, first_days), (last, last_days) = times.items()
    rows: Rows = [["Milepæl", "Frist"], ["Aktivitet i haven", first], ["Baseline er målt", last]]
    records = (f"2 Aktivitet i haven | end={first_days}", f"3 Baseline er målt | end={last_days}")
    return Case(f"milestones-by-{name}.xlsx", lambda: xlsx(rows), TableKind.ACTIVITIES, records, unit=None)


_LIST = [["Titel", "Ansvarlig", "Status"], ["Leg", "Center A", "i gang"], ["Lyt", "Center B", "i gang"]]
_LONG_HEAD = ["Budgetlinje", "År", "Beløb (t.kr.)"]
_MEASURED = ["Indikator", "Enhed", "År", "Værdi"]

TABLES_BELOW = [
    *(_milestones(name, times) for name, times in _TIMES.items()),
    Case(
        "activities-from-month-to-month.xlsx",
        lambda: xlsx(
            [
                ["Milepæl", "Start", "Slut"],
                ["Aktivitet i haven", "maj 2018", "juni 2018"],
                ["Projekt", "juni 2018", "juli 2018"],
            ]
        ),
        TableKind.ACTIVITIES,
        (
            "2 Aktivitet i haven | start=2018-05-01..2018-05-31 end=2018-06-01..2018-06-30",
            "3 Projekt | start=2018-06-01..2018-06-30 end=2018-07-01..2018-07-31",
        ),
        unit=None,
    ),
    Case(
        "columns-of-quarters.xlsx",
        lambda: xlsx([["Indikator", *(f"{number}. kvartal 2018" for number in (1, 2, 3))], ["Ensomme", 5, 6, 7]]),
        TableKind.MEASUREMENTS,
        ("2 Ensomme |",),
        problems=("warning B1", "warning C1", "warning D1"),
        questions=("heading:B", "heading:C", "heading:D"),
        unit=None,
    ),
    Case(
        "long-tables-of-a-year-each.xlsx",
        lambda: xlsx(
            [["Budget 2018"], _LONG_HEAD, ["Leg", 2018, 5], [], ["Budget 2019"], _LONG_HEAD, ["Leg", 2019, 6]]
        ),
        TableKind.BUDGET_LONG,
        ("3 Leg | year=2018 amount=5000", "7 Leg | year=2019 amount=6000"),
        unit=None,
    ),
    Case(
        "measurements-of-a-year-each.xlsx",
        lambda: xlsx(
            [
                ["Målinger 2018"],
                _MEASURED,
                ["Ensomme", "antal", 2018, 5],
                ["Målinger 2019"],
                _MEASURED,
                ["Ensomme", "antal", 2019, 6],
            ]
        ),
        TableKind.MEASUREMENTS,
        ("3 Ensomme | year=2018 measured=5", "6 Ensomme | year=2019 measured=6"),
        unit=None,
    ),
    Case(
        "initiatives-of-a-year-each.xlsx",
        lambda: xlsx([["Indsatser 2018"], *_LIST[:2], ["Indsatser 2019"], _LIST[0], _LIST[2]]),
        TableKind.INITIATIVES,
        ("3 Leg |", "6 Lyt |"),
        unit=None,
    ),
    Case(
        "other-heading-that-is-data.xlsx",
        lambda: xlsx([HEAD, numbers(ROWS)[0], ["Kode", "Indsats", "2017", "2018"], numbers(ROWS)[1]]),
        WIDE,
        (SAID[0], "3 Kode Indsats | 2017=2017000 2018=2018000", "4" + SAID[1][1:]),
        correction=Correction(unit=TKR.unit, rows={2: RowRole.DATA}),
    ),
    Case(
        "other-heading-left-out.xlsx",
        lambda: xlsx([HEAD, numbers(ROWS)[0], ["Kode", "Indsats", "2019", "2020"], numbers(ROWS)[1]]),
        WIDE,
        (SAID[0], "4" + SAID[1][1:]),
        problems=("error A3",),
        correction=Correction(unit=TKR.unit, rows={2: RowRole.BLANK}),
    ),
    Case(
        "cell-without-heading-only-shown.csv",
        lambda: text([["Nr.", "Indsats", "2018 (kr.)"], ["A", "Leg", "1", "5"]]),
        WIDE,
        ("2 A Leg | 2018=1",),
        problems=("warning D2",),
        unit=None,
        correction=Correction(
            columns={
                0: ColumnCorrection(Meaning.CODE),
                1: ColumnCorrection(Meaning.NAME),
                2: ColumnCorrection(Meaning.AMOUNT, 2018),
                3: ColumnCorrection(Meaning.SHOWN),
            }
        ),
    ),
]
