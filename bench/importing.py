"""Preview and confirm of 10,000 rows: ours, django-import-export's default path, and the bare limit.

The bare limit reads with calamine, compares with what stands, and writes the rows by one upsert: no checks, no history,
no sources. Ours also reads in a process of its own, understands the sheet, plans and keeps the plan for confirming it,
checks every row, and writes a history record and a source for each. Run: make bench, or
DATABASE_URL=… .venv/bin/python bench/importing.py [rows]
"""

from __future__ import annotations

import gc
import os
import re
import resource
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

django.setup()

import tablib
import xlsxwriter
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.utils import timezone
from python_calamine import CalamineWorkbook

from budgets.models import BudgetLine, Entry
from initiatives.models import Initiative
from initiatives.resources import InitiativeResource
from organisation.models import ChangeRecord, ImportBatch, Municipality, Provenance, User
from organisation.units import Unit
from portfolio.sheets.confirming import confirm
from portfolio.sheets.keeping import previewed
from portfolio.sheets.opening import opened, workbook_of
from portfolio.sheets.remembering import as_json
from portfolio.sheets.understanding import Correction
from portfolio.sheets.uploading import begin, take_file
from tests import factories

ROWS = next((int(word) for word in sys.argv[1:] if word.isdigit()), 10_000)
TURNS = 3
HEAD = ["Kommunekode", "Reference", "Kode", "Indsats", "Type", "Tilstand", "Periode", "Hører under", "Strategi",
        "Beskrivelse", "Andre navne"]  # fmt: skip


def initiatives(word: str) -> bytes:
    rows = ([ "0101", f"i{n}", f"SO{n}", f"Indsats nummer {n}", "indsats", "i gang", "2017-2018", "", "",
             f"{word} nummer {n} for borgere i kommunen", ""] for n in range(ROWS))  # fmt: skip
    return sheet(HEAD, rows)


def amounts() -> bytes:
    """A row for each line and year, of four years."""
    rows = ([f"L{n // 4}", f"Budgetlinje nummer {n // 4}", 2018 + n % 4, 1000 + n] for n in range(ROWS))
    return sheet(["Kode", "Budgetlinje", "År", "Beløb i t.kr."], rows)


def sheet(head: list[str], rows: Any) -> bytes:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    page = book.add_worksheet()
    page.write_row(0, 0, head)
    for number, row in enumerate(rows, start=1):
        page.write_row(number, 0, row)
    book.close()
    return file.getvalue()


def ours(content: bytes, town: Municipality, by: User) -> None:
    upload = take_file(BytesIO(content), "bench.xlsx", town, by=by).upload
    table = begin(upload, workbook_of(upload), 0, by=by)
    table.correction = as_json(Correction(unit=Unit.TKR))
    plan = previewed(opened(table), by)
    assert not plan.problems, plan.problems[0]
    table.save(update_fields=["correction"])
    confirm(table, by=by, fingerprint=plan.fingerprint)


def rows_of(content: bytes) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()[1:]


def bare_initiatives(content: bytes, town: Municipality, by: User) -> None:
    stand = {row.reference: row for row in Initiative.objects.filter(municipality=town)}
    changed = []
    for _code, reference, code, title, _kind, _state, period, _parent, _strategy, summary, _aliases in rows_of(content):
        row = stand.get(reference) or Initiative(municipality=town, reference=reference)
        if (row.code, row.title, row.period_text, row.summary) != (code, title, period, summary):
            row.code, row.title, row.period_text, row.summary, row.state = code, title, period, summary, "ongoing"
            changed.append(row)
    fields = ["code", "title", "period_text", "summary", "state"]
    Initiative.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["municipality", "reference"], update_fields=fields
    )


def bare_with_history(content: bytes, town: Municipality, by: User) -> None:
    """The limit with what the house requires beside it: a history record and a source for each row."""
    bare_initiatives(content, town, by)
    batch = ImportBatch.objects.create(municipality=town, filename="bench.xlsx", sha256="0" * 64, created_by=by)
    kind, now = ContentType.objects.get_for_model(Initiative), timezone.now()
    rows = list(Initiative.objects.filter(municipality=town))
    said = {"municipality": town, "content_type": kind, "batch": batch}
    ChangeRecord.objects.bulk_create(
        ChangeRecord(object_id=row.pk, object_label=str(row), action="created", at=now, by=by,
                     changes={"title": [None, row.title], "code": [None, row.code], "summary": [None, row.summary]},
                     **said)
        for row in rows
    )  # fmt: skip
    Provenance.objects.bulk_create(
        Provenance(object_id=row.pk, sheet="Sheet1", cell="A2:J2", quote=row.title, **said) for row in rows
    )


def bare_amounts(content: bytes, town: Municipality, by: User) -> None:
    lines: dict[str, BudgetLine] = {}
    entries = []
    for code, name, year, amount in rows_of(content):
        line = lines.setdefault(code, BudgetLine(municipality=town, reference=code.lower(), code=code, name=name))
        terms = {"kind": "original", "decision_state": "proposed", "value_state": "value", "unit": "tkr"}
        entry = Entry(municipality=town, line=line, year=int(year), period_text=str(int(year)), **terms)
        entry.amount_ore, entry.raw = int(amount) * 100_000, str(amount)
        entries.append(entry)
    BudgetLine.objects.bulk_create(lines.values())
    for entry in entries:
        entry.line = entry.line
    Entry.objects.bulk_create(entries)


class ByDefault(InitiativeResource):
    """Our columns with the library's own settings: each row is saved by itself, and not checked as ours check it."""

    class Meta(InitiativeResource.Meta):
        skip_unchanged = clean_model_instances = False


def library(content: bytes, town: Municipality, by: User) -> None:
    """As django-import-export runs it by itself: a dry run to show, then the same for real."""
    data = tablib.Dataset(*(["0101", *row[1:]] for row in rows_of(content)), headers=HEAD)
    for dry_run in (True, False):
        result = ByDefault().import_data(data, dry_run=dry_run, use_transactions=True)
        if result.has_errors() or result.has_validation_errors():
            raise RuntimeError("the library refused the rows")


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    ContentType.objects.clear_cache()


def seconds(work: Callable[..., None], *arguments: Any) -> float:
    gc.collect()
    with undone():
        began = time.perf_counter()
        work(*arguments)
        return time.perf_counter() - began


def compare(name: str, ways: dict[str, tuple[Callable[..., None], int]], *arguments: Any) -> None:
    """`ways` are (work, turns); the last is the limit that the others are compared with."""
    turns: dict[str, list[float]] = {way: [] for way in ways}
    for turn in range(TURNS):
        for way, (work, most) in ways.items():
            if turn < most:
                turns[way].append(seconds(work, *arguments))
    medians = {way: statistics.median(found) for way, found in turns.items()}
    limit = medians[list(ways)[-1]]
    print(f"{name}, {ROWS} rows, medians")
    for way, median in medians.items():
        print(f"  {way:<32} {median:7.2f} s   {median / limit:6.1f} x the limit", flush=True)


def measure(town: Municipality, by: User, *, turns: int) -> None:
    """The library takes so long that it has one turn, or none."""
    new = initiatives("Beskrivelse")
    limits = {"bare limit with history": (bare_with_history, TURNS), "bare limit": (bare_initiatives, TURNS)}
    ways = {"ours": (ours, TURNS), **({"django-import-export": (library, turns)} if turns else {})}
    compare("new initiatives", ways | limits, new, town, by)
    compare("new budget entries", {"ours": (ours, TURNS), "bare limit": (bare_amounts, TURNS)}, amounts(), town, by)
    ours(new, town, by)
    del limits["bare limit with history"]
    compare("changed initiatives", ways | limits, initiatives("Ny tekst"), town, by)


def tell_memory(town: Municipality, by: User) -> None:
    """The most that the process and those it starts hold at one moment; pages that they share count once for each."""
    content = initiatives("Beskrivelse")
    before, most, ended = held_by(os.getpid()), 0, threading.Event()

    def watch() -> None:
        nonlocal most
        while not ended.wait(0.005):
            most = max(most, held_by(os.getpid()))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        with undone():
            ours(content, town, by)
            assert Provenance.objects.count() == ROWS
    finally:
        ended.set()
        watcher.join()
    alone = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"memory of the process and its children: {max(most // 1024, alone)} MB at most together, "
          f"{alone} MB of the process alone, {before // 1024} MB before it began")  # fmt: skip


def held_by(process: int) -> int:
    """The resident kB of a process and of all that it has started; nothing of one that has just ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
        children = [
            int(child)
            for task in Path(f"/proc/{process}/task").iterdir()
            for child in (task / "children").read_text().split()
        ]
    except (FileNotFoundError, ProcessLookupError):
        return 0
    own = re.search(r"VmRSS:\s+(\d+)", status)
    return (int(own[1]) if own else 0) + sum(map(held_by, children))


def main() -> None:
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        town = factories.municipality()
        by = factories.user("ada@bench.invalid")
        factories.member(by, town, "administrator")
        if "--memory" in sys.argv:
            tell_memory(town, by)
            return
        measure(town, by, turns=0 if "--quick" in sys.argv else 1)
    finally:
        connection.creation.destroy_test_db("", verbosity=0)
    if "--memory" not in sys.argv:
        subprocess.run([sys.executable, __file__, str(ROWS), "--memory"], check=True)


if __name__ == "__main__":
    main()
