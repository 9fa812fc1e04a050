"""An import opened: its sheet, what the sheet is taken to be, and what importing it would do now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from budgets.models import DecisionState
from organisation.inserting import many_rows_live
from organisation.models import User
from portfolio.sheets.models import TableImport, Upload
from portfolio.sheets.planning.plan import Plan
from portfolio.sheets.planning.planning import plan_import
from portfolio.sheets.planning.task import Terms, terms_from
from portfolio.sheets.reading import Notice, Sheet, Workbook
from portfolio.sheets.remembering import from_json
from portfolio.sheets.storing import unpacked
from portfolio.sheets.understanding import Correction, Layout, Meaning, Table, TableKind, read_table, understand

_ADOPTED = frozenset({Meaning.ORIGINAL, Meaning.REVISED})


class FileGone(Exception):
    """The file has been deleted by rule; str() is a sentence."""

    def __str__(self) -> str:
        return _("The file has been deleted, as files are after a while. Choose it again to go on.")


def workbook_of(upload: Upload) -> Workbook:
    """Raises FileGone."""
    if not upload.is_there:
        raise FileGone
    try:
        with many_rows_live(), upload.reading.open("rb") as file:
            return unpacked(file.read())
    except FileNotFoundError as error:
        raise FileGone from error


@dataclass
class Opened:
    """`guess` is what the sheet is taken for by itself, `layout` what it is with what a person has said.

    `notices` are about the file that the sheet is of.
    """

    table: TableImport
    sheet: Sheet
    notices: tuple[Notice, ...] = ()

    @cached_property
    def guess(self) -> Layout:
        with many_rows_live():
            return understand(self.sheet)

    @cached_property
    def correction(self) -> Correction:
        return from_json(self.table.correction)

    @cached_property
    def layout(self) -> Layout:
        if not self.table.correction:
            return self.guess
        with many_rows_live():
            return understand(self.sheet, self.correction, guess=vars(self).get("guess"))

    @cached_property
    def read(self) -> Table:
        with many_rows_live():
            return read_table(self.sheet, self.layout)

    @property
    def terms(self) -> Terms:
        """An original or a revised budget that is followed up is adopted, where nobody says otherwise."""
        layout = self.layout
        is_followed = layout.kind is TableKind.FOLLOW_UP and any(one.meaning in _ADOPTED for one in layout.used)
        if is_followed and not self.table.terms:
            return Terms(decision=DecisionState.ADOPTED.value)
        return terms_from(self.table.terms)

    def plan(self, by: User, terms: Terms | None = None) -> Plan:
        with many_rows_live():
            return plan_import(self.read, self.table.municipality, by, terms or self.terms)


def opened(table: TableImport) -> Opened:
    """Raises FileGone."""
    workbook = workbook_of(table.upload)
    return Opened(table, workbook.sheets[table.position], workbook.notices)
