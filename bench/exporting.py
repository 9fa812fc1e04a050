"""Exporting 100,000 budget entries to .xlsx, from the database to the file, beside writers with the cells ready made.

Run: .venv/bin/python bench/exporting.py [rows]. The database is a new one on the server of DATABASE_URL, removed after.
Beside it: reading the rows alone; XlsxWriter in constant memory, the fastest library that writes what an export needs;
rustpy-xlsxwriter, the fastest of all, where it is installed (no language, no defined headings, one format a column);
and our own writer. They take turns, so that a busy machine slows them alike.
"""

from __future__ import annotations

import gc
import importlib.util
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portfolio.settings")
os.environ.setdefault("PEJLEMAERKE_PROFILE", "localhost")

LINES, TURNS, LIMIT = 2_500, 3, 1.5
# The fastest of these that is installed is what the whole export is held against.
OTHERS = ("XlsxWriter alone", "rustpy-xlsxwriter alone")
MADE = datetime(2026, 1, 5, 12, tzinfo=UTC)
Cells = list[list[Any]]


def stored(rows: int) -> Any:
    """A municipality with so many posted entries, and who reads them."""
    from bench.portfolios import NOON, written
    from budgets.models import BudgetLine, Entry
    from organisation.models import Membership, Municipality, User

    home = Municipality.objects.create(code="0101", name="København")
    user = User.objects.create_user("maaler@demo.invalid", "x", name="Måler")
    Membership.objects.create(user=user, municipality=home, role="administrator")
    approved = {"approval": "approved", "approved_by": user, "approved_at": NOON}
    lines = written(
        BudgetLine(municipality=home, reference=f"l{n}", code=f"L{n}", name=f"Løn til tovholder nr. {n}", **approved)
        for n in range(LINES)
    )
    written(
        Entry(
            municipality=home, line=lines[n % LINES], kind="original", year=2000 + n // LINES, decision_state="adopted",
            price_level="2026-pl", unit="kr", raw=str(n), value_state="value", amount_ore=(n + 1) * 100,
            note="Vedtaget", effective_text="1. oktober 2025", posted_at=NOON, posted_by=user,
        )
        for n in range(rows)
    )  # fmt: skip
    return user, home


def table_of(user: Any, home: Any) -> Any:
    from organisation.models import User
    from portfolio.sheets.writing.lists import LISTS

    return LISTS["postings"].make(User.objects.get(pk=user.pk), home)


def exported(user: Any, home: Any) -> None:
    """As the download does it."""
    from organisation.models import User
    from portfolio.sheets.writing.books import Reader, of_list
    from portfolio.sheets.writing.files import Format, write

    write(of_list(Reader(User.objects.get(pk=user.pk), home), "postings"), Format.XLSX, MADE).file.close()


def ours_alone(path: Path, table: Any) -> None:
    from portfolio.sheets.writing.xlsx import XlsxFile

    with path.open("wb") as file, XlsxFile(file, ["Data"]) as workbook:
        workbook.table(0, table)
        workbook.finish("Bench", "", "", "da", MADE)


def xlsxwriter_alone(path: Path, cells: Cells) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    number, day = (book.add_format({"num_format": code}) for code in ("#,##0", "dd-mm-yyyy"))
    for row, values in enumerate(cells, 1):
        for column, value in enumerate(values):
            if isinstance(value, str):
                sheet.write_string(row, column, value)
            elif isinstance(value, date):
                sheet.write_datetime(row, column, value, day)
            elif value is not None:
                sheet.write_number(row, column, value, number)
    book.close()


def rust_alone(path: Path, cells: Cells) -> None:
    import rustpy_xlsxwriter

    names = [f"c{place}" for place in range(len(cells[0]))]
    records: Iterator[dict[str, Any]] = (dict(zip(names, row, strict=True)) for row in cells)
    rustpy_xlsxwriter.FastExcel(str(path)).format(float_format="#,##0").freeze(row=1).sheet("Data", records).save()


def plain(value: Any) -> Any:
    return getattr(value, "text", value)


def seconds(run: Callable[[], object]) -> float:
    gc.collect()
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def compare(rows: int, folder: Path) -> bool:
    from dataclasses import replace

    from django.db import connection

    user, home = stored(rows)
    exported(user, home)
    before = megabytes()
    exported(user, home)
    grown = megabytes() - before
    table = table_of(user, home).for_people
    ready = [list(row) for row in table.rows]
    cells = [[plain(value) for value in row] for row in ready]
    runs: dict[str, Callable[[], object]] = {
        "database to file": lambda: exported(user, home),
        "database alone": lambda: sum(1 for _row in table_of(user, home).rows),
        "our writer alone": lambda: ours_alone(folder / "a.xlsx", replace(table, rows=ready)),
        "XlsxWriter alone": lambda: xlsxwriter_alone(folder / "b.xlsx", cells),
    }
    if importlib.util.find_spec("rustpy_xlsxwriter"):
        runs["rustpy-xlsxwriter alone"] = lambda: rust_alone(folder / "c.xlsx", cells)
    turns = [{name: seconds(run) for name, run in runs.items()} for _turn in range(TURNS)]
    medians = {name: statistics.median(turn[name] for turn in turns) for name in runs}
    whole = medians["database to file"]
    print(f"{connection.vendor}: {len(cells)} rows x {len(cells[0])} columns, median of {TURNS}")
    for name, median in medians.items():
        print(f"  {name:<26} {median:6.2f} s   the export takes {whole / median:.2f} x as long")
    print(f"  memory that a second export takes: {grown:.0f} MB")
    return whole <= LIMIT * min(medians[name] for name in medians if name in OTHERS)


def main() -> int:
    import django
    from django.test.utils import setup_databases, teardown_databases
    from django.utils import translation

    django.setup()
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    made = setup_databases(verbosity=0, interactive=False)
    try:
        with translation.override("da"), tempfile.TemporaryDirectory() as folder:
            return 0 if compare(rows, Path(folder)) else 1
    finally:
        teardown_databases(made, verbosity=0)


if __name__ == "__main__":
    raise SystemExit(main())
