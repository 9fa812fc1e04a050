"""The start and the end of initiatives and activities: together they are the row's period.

The words of a period are Danish in every language that pages have: parse_period reads no others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import override

from organisation.periods import Period, PeriodError, format_period, parse_period, period_from_dates
from organisation.resources import Column as SheetColumn
from organisation.resources import HouseResource
from portfolio.sheets.planning.setting import Pairs
from portfolio.sheets.planning.task import Task
from portfolio.sheets.understanding import Column, Meaning, Reading, Record

# An end in these words is none; other words are kept beside the start.
_NO_END = re.compile(r"(?:for)?løbende|vedvarende|permanent|varigt?|ingen|åben|[-–—]*", re.IGNORECASE)
ENDS = frozenset({Meaning.START, Meaning.END})


class Spans:
    """Puts a row's start and end where its period is read. `pairs` are those of the setter, with that column."""

    def __init__(self, task: Task, resource: type[HouseResource], pairs: Pairs) -> None:
        self.task = task
        ends = [task.columns[meaning] for meaning in (Meaning.START, Meaning.END) if meaning in task.columns]
        self._whole = task.columns.get(Meaning.PERIOD) or _both(ends)
        self.pairs: list[tuple[Column, SheetColumn]] = list(pairs)
        if ends and self._whole is not None and Meaning.PERIOD not in task.columns:
            self.pairs.append((self._whole, resource.columns()["period_text"]))
        self._has_ends = bool(ends)

    def joined(self, record: Record) -> Record:
        """The record with its period among the readings; as it is where neither end is stated."""
        if not self._has_ends or self._whole is None:
            return record
        start, end = (self.task.reading(record, meaning) for meaning in (Meaning.START, Meaning.END))
        first = start or end
        if first is None:
            return record
        try:
            period = _joined(_period(start), _period(end))
        except PeriodError:
            reason = _("The period ends before it begins. Write the earlier date first.")
            advice = _("Correct the cell in the file, or leave the row out.")
            self.task.plan.complain(first.address, first.raw, reason, advice)
            return record
        stated = self.task.reading(record, Meaning.PERIOD)
        if stated is not None:
            self._compare(stated, first, period)
            return record
        raw = " – ".join(reading.raw.strip() for reading in (start, end) if reading is not None)
        return record._replace(readings={**record.readings, self._whole.index: Reading(first.address, raw, period)})

    def _compare(self, stated: Reading, first: Reading, period: Period) -> None:
        whole = stated.value
        if isinstance(whole, Period) and (whole.start, whole.end) != (period.start, period.end):
            reason = _("The period of the row is “%(stated)s”, but its start and end say “%(words)s”.")
            words = {"stated": stated.raw.strip(), "words": period.text}
            self.task.plan.warn(first.address, first.raw, reason % words, _("The period is what counts."))


def _both(ends: Sequence[Column]) -> Column | None:
    return replace(ends[0], heading=" – ".join(column.heading for column in ends)) if ends else None


def _period(reading: Reading | None) -> Period | None:
    return reading.value if reading is not None and isinstance(reading.value, Period) else None


# A column of days has few of them, however many rows.
@lru_cache(maxsize=1_024)
def _joined(start: Period | None, end: Period | None) -> Period:
    """Raises PeriodError when it ends before it begins."""
    with override("da"):
        if start is None or end is None:
            return _open(start, end)
        if start.start is not None and not end.is_known and _NO_END.fullmatch(end.text.strip(" .")):
            return _open(start, None)
        words = f"{_words(start)} til {_words(end)}" if start != end else _words(start)
        found = parse_period(words)
        if start.start is None or end.end is None or (found.start, found.end) == (start.start, end.end):
            return found
        dates = period_from_dates(start.start, end.end)
        return replace(dates, text=format_period(dates))


def _open(start: Period | None, end: Period | None) -> Period:
    """With the word for an open end, where the cell has none itself; words that are no time stay as they are."""
    bare = parse_period(_words(start or end))
    found = parse_period(f"fra {bare.text}" if start is not None else f"til {bare.text}")
    has_word = bare.is_known and (bare.start is None or bare.end is None)
    # “31/3-18” is a day that the period does not know; “løbende” is none.
    is_a_time = bare.is_known or any(map(str.isdigit, bare.text))
    return bare if has_word or not is_a_time or (bare.is_known and not found.is_known) else found


def _words(period: Period | None) -> str:
    return "" if period is None else period.text or format_period(period)
