"""An import from rows to preview and on, without a page and without a process of its own for reading."""

from __future__ import annotations

from io import BytesIO
from unittest.mock import patch

from organisation import writing
from organisation.models import Municipality, User
from organisation.units import NBSP
from portfolio.sheets.confirming import confirm
from portfolio.sheets.models import TableImport
from portfolio.sheets.opening import opened, workbook_of
from portfolio.sheets.planning.plan import Effect, Plan
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.reading import read_workbook
from portfolio.sheets.remembering import as_json
from portfolio.sheets.understanding import Correction
from portfolio.sheets.uploading import begin, take_file
from tests.files.builders import Rows, xlsx


def begun(
    rows: Rows,
    town: Municipality,
    by: User,
    *,
    correction: Correction | None = None,
    terms: Terms | None = None,
    name: str = "ark.xlsx",
) -> TableImport:
    return begun_file(xlsx(rows), name, town, by, correction=correction, terms=terms)


def begun_file(
    content: bytes,
    name: str,
    town: Municipality,
    by: User,
    *,
    correction: Correction | None = None,
    terms: Terms | None = None,
    position: int = 0,
) -> TableImport:
    with patch("portfolio.sheets.uploading.read_apart", read_workbook):
        upload = take_file(BytesIO(content), name, town, by=by).upload
    table = begin(upload, workbook_of(upload), position, by=by)
    if correction is not None or terms is not None:
        table.correction = as_json(correction) if correction else table.correction
        table.terms = terms.as_json() if terms else table.terms
        writing.save(table, by=by)
    return table


def preview(table: TableImport, by: User) -> Plan:
    return opened(table).plan(by)


def confirmed(table: TableImport, by: User, reason: str = "") -> TableImport:
    return confirm(table, by=by, fingerprint=preview(table, by).fingerprint, reason=reason)


def effects(plan: Plan) -> dict[str, int]:
    return {effect.value: plan.count(effect) for effect in Effect if plan.count(effect)}


def changes(plan: Plan) -> list[tuple[str, str, str]]:
    """Address, before and after of each cell that would change."""
    said = [(cell.address, cell.old, cell.new) for row in plan.rows for cell in row.cells]
    return [(address, old.replace(NBSP, " "), new.replace(NBSP, " ")) for address, old, new in said]
