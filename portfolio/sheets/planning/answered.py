"""How many answered a survey, as a row says.

Only a whole number is kept. What says less (“<5”, “8-40”) beside a value that goes by it is an error: without the
number the rule of small counts would show the value. “ca. 400” is kept as 400, and told of, unless it may be few.
“over 400” is not kept, and told of, where neither those who answered nor those whom a share counts can be few.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from indicators.models import Indicator, IndicatorUnit
from organisation.numbers import ParsedFigure, Qualifier
from portfolio.sheets.planning.plan import Plan
from portfolio.sheets.planning.task import Task
from portfolio.sheets.planning.units import numbers_of
from portfolio.sheets.understanding import Meaning, Missing, Reading, Record

_MOST = 2**31 - 1
_OF_A_VALUE = (Meaning.MEASURED, Meaning.SHARE)


def answered(task: Task, record: Record, indicator: Indicator) -> int | None:
    """None where the row does not say, and where a problem says why not."""
    reading = task.reading(record, Meaning.RESPONDENTS)
    if reading is None or isinstance(reading.value, Missing):
        return None
    value = reading.value
    number = value.value if isinstance(value, ParsedFigure) else None
    if not isinstance(value, ParsedFigure) or number is None:
        _tell_unsaid(task, record, indicator, reading)
        return None
    if not (0 <= number <= _MOST and number == number.to_integral_value()):
        reason = _("The number of those who answered is a whole number, and not below 0.")
        advice = _("Correct the cell in the file, or leave the row out.")
        task.plan.complain(reading.address, reading.raw, reason, advice)
        return None
    if value.qualifier == Qualifier.EXACT:
        return int(number)
    if value.qualifier == Qualifier.ABOUT and number >= 2 * task.municipality.suppression_threshold:
        return _about(task.plan, reading, int(number))
    _tell_unsaid(task, record, indicator, reading)
    return None


def is_of_baseline(task: Task, record: Record) -> bool:
    """The row's only value is a baseline: beside another value its number of answers is that one's."""
    return not _values(task, record, _OF_A_VALUE)


def _values(task: Task, record: Record, meanings: Sequence[Meaning]) -> list[object]:
    columns = [column for column in task.table.layout.used if column.meaning in meanings]
    values = [record.value(column) for column in columns]
    return [value for value in values if value is not None and not isinstance(value, Missing)]


def _tell_unsaid(task: Task, record: Record, indicator: Indicator, reading: Reading) -> None:
    values = _values(task, record, (*_OF_A_VALUE, Meaning.BASELINE))
    goes_by_it = indicator.about_citizens and indicator.unit != IndicatorUnit.COUNT
    if goes_by_it and any(map(numbers_of, values)) and not _are_many(task, indicator, reading, values):
        reason = _("It does not say how many answered: if they are few, the value beside it is to be hidden.")
        task.plan.complain(
            reading.address, reading.raw, reason, _("Write the number in the file, or leave the row out.")
        )
    elif values:
        reason = _("It does not say how many answered, and is not kept.")
        task.plan.warn(reading.address, reading.raw, reason, _("Write the number, if it is to be kept."))


def _are_many(task: Task, indicator: Indicator, reading: Reading, values: Sequence[object]) -> bool:
    """At least so many answered that no rule of small counts hides anything of the values."""
    low = reading.value.low if isinstance(reading.value, ParsedFigure) else None
    threshold = task.municipality.suppression_threshold
    if low is None or low < 2 * threshold:
        return False
    if indicator.unit != IndicatorUnit.PERCENT:
        return True
    shares = [number for value in values for number in numbers_of(value)]
    return all(min(share, 100 - share) * low >= 100 * threshold for share in shares if share not in (0, 100))


def _about(plan: Plan, reading: Reading, number: int) -> int:
    reason = _("It is kept as %(number)d answers, as if it were exact: uncertainty is computed from it.")
    plan.warn(reading.address, reading.raw, reason % {"number": number}, _("Write the exact number, if it is known."))
    return number
