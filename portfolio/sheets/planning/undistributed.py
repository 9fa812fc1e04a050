"""Amounts of a period beside columns of single years: never spread over them, and told of where both are there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from organisation.numbers import ParsedAmount
from portfolio.sheets.planning.places import EntryPlace, Places
from portfolio.sheets.planning.task import Task
from portfolio.sheets.understanding import Column, Meaning, Reading, Record
from portfolio.sheets.understanding.totals import columns_of_years, is_of_period


class Undistributed:
    """`standing` are the places of the amounts that are there."""

    def __init__(self, task: Task, places: Places, standing: Iterable[EntryPlace]) -> None:
        self.task, self.places = task, places
        self.column = task.table.layout.first(Meaning.ROW_TOTAL)
        self.summed = columns_of_years(task.table.layout)
        is_needed = self.column is not None and bool(self.column.period) and bool(self.summed)
        self._there = {(one.line, one.year or one.period) for one in standing} if is_needed else set()

    def of(self, line: int, record: Record) -> Column | None:
        """The column of the period where it holds the row's only amount."""
        column = self.column
        reading = record.readings.get(column.index) if column is not None and column.period and self.summed else None
        if column is None or reading is None or not isinstance(reading.value, ParsedAmount):
            return None
        is_alone = is_of_period(self.task.table.layout, record, column, self.summed)
        if reading.value.ore is not None:
            self._tell(line, column, reading, is_alone)
        return replace(column, meaning=Meaning.AMOUNT) if is_alone and reading.value.ore is not None else None

    def _tell(self, line: int, column: Column, reading: Reading, is_alone: bool) -> None:
        others = [one.year for one in self.summed] if is_alone else [column.period]
        if any((line, other) in self._there for other in others):
            reason = (
                _("The line has amounts of single years already: that of the period is added to them.")
                if is_alone
                else _("The line has an amount of %(period)s already: those of the years are added to it.")
                % {"period": column.period}
            )
            advice = _("Check that nothing is counted twice, and write 0 where an amount no longer holds.")
            self.task.plan.warn(reading.address, reading.raw, reason, advice)
