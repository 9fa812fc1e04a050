"""Sheets of indicators: values, baselines and targets.

The rules in words:
- A value is known by its indicator, subgroup and day; there is one baseline of each group. A draft is mended; what is
  approved stands, and a value that says otherwise is a new draft that replaces it.
- Values and targets are of who may change the indicator.
- Where no column says when a value was measured, the period and the year of the row do; of targets too where the values
  beside them have years of their own or there are none, and else the deadline. Words that are no time are told of.
- A share is only of an indicator in percent, and a unit that the sheet names is that of the indicator. A bare number up
  to one of an indicator in percent may be a fraction, and is asked about; beside larger ones nothing is suggested.
- A hidden count (“<5”) is kept as its words and bounds, never as a number, and a hidden share (“<5 %”) or mean as its
  words alone: 0,4 is one too. A sign for a missing value is no value.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from indicators.models import Indicator, IndicatorObjective, IndicatorUnit, Measurement, Target
from indicators.resources import IndicatorResource
from organisation.numbers import ParsedFigure, Qualifier
from organisation.periods import Period, PeriodError, format_period, parse_period
from portfolio.sheets.planning.answered import answered, is_of_baseline
from portfolio.sheets.planning.lists import ListPlanner
from portfolio.sheets.planning.plan import CellChange, RowPlan
from portfolio.sheets.planning.task import Task
from portfolio.sheets.planning.themes import Themes
from portfolio.sheets.planning.times import tell_unknown_time
from portfolio.sheets.planning.units import has_decimals, numbers_of, printed, unit_said
from portfolio.sheets.understanding import Column, Meaning, Missing, Question, Reading, Record, Share, SmallCount
from portfolio.sheets.understanding.asking import FRACTION, share_key, share_readings

V = TypeVar("V", Measurement, Target)
VALUES = (Meaning.BASELINE, Meaning.MEASURED, Meaning.SHARE, Meaning.TARGET)
_SIX = Decimal("0.000001")
# Twelve digits before the comma and six after it; what would be rounded up to more is too large too.
_TOO_LARGE = 10**12 - _SIX
_OF_THE_VALUE = ("numerator", "denominator", "standard_deviation", "own_low", "own_high", "own_level")
# How it was collected and what it is, which no sheet says.
_OF_THE_SURVEY = (
    "invited", "design", "design_effect", "is_weighted", "finite_population", "series_break", "break_reason", "note"
)  # fmt: skip
_OF_THE_TARGET = ("kind", "owner", "owner_body", "note")
Key = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell with a value, and the row that it stands in."""

    record: Record
    shown: RowPlan
    column: Column
    reading: Reading


class MeasurementPlanner(ListPlanner[Indicator]):
    comes_back = True
    several = frozenset(VALUES)

    def __init__(self, task: Task) -> None:
        super().__init__(task, IndicatorResource, Indicator.objects.all(), ("name", "aliases"))
        # Beside values a source is that of the value; and what an indicator is measured in is never changed.
        self.apart = frozenset({"unit", "source"} if set(VALUES) & task.columns.keys() else {"unit"})
        task.plan.in_order([IndicatorObjective, Measurement, Target])
        self.themes = Themes(task) if any(record.theme for record in task.table.records) else None
        under = IndicatorObjective.objects.filter(municipality=task.municipality)
        self.under = set(under.values_list("indicator", "objective")) if self.themes else set()
        by_pk = {row.pk: row for row in self.directory.rows}
        home = task.municipality
        self.measured = _latest(Measurement.objects.filter(municipality=home).order_by("pk"), by_pk, _measured_key)
        self.targets = _latest(
            Target.objects.filter(municipality=home).select_related("owner_body").order_by("pk"), by_pk, _target_key
        )
        values = [one for one in task.table.layout.used if one.meaning in VALUES and one.meaning is not Meaning.TARGET]
        self._times_targets = all(column.year for column in values)
        self._times: set[str] = set()
        self.met: dict[object, str] = {}
        self.bare: dict[Column, list[Reading]] = {}
        self._large: dict[Column, bool] = {}

    def row(self, record: Record, shown: RowPlan) -> Indicator | None:
        indicator = super().row(record, shown)
        if indicator is None or not self._has_unit(indicator, record):
            return None
        self._objective(indicator, record, shown)
        answers = answered(self.task, record, indicator)
        for column in self.task.table.layout.used:
            reading = record.readings.get(column.index)
            if column.meaning in VALUES and reading is not None and self._is_value(indicator, reading):
                spot = Spot(record, shown, column, self._in_unit(indicator, column, reading))
                if column.meaning is Meaning.TARGET:
                    self._target(indicator, spot)
                else:
                    self._measurement(indicator, spot, answers)
        return indicator

    @property
    def reads(self) -> frozenset[Meaning]:
        """The times of a row are of those values and targets whose own column says none."""
        columns = [column for column in self.task.table.layout.used if column.meaning in VALUES]
        values = [column for column in columns if column.meaning is not Meaning.TARGET]
        found = super().reads | {Meaning.UNIT, Meaning.SUBGROUP, Meaning.SOURCE, Meaning.THEME}
        if values:
            found |= {Meaning.RESPONDENTS}
        if any(not column.year and not self._is_of_other(column) for column in values):
            found |= {Meaning.MEASURED_AT, Meaning.PERIOD, Meaning.YEAR}
        if any(not column.year and column.meaning is Meaning.TARGET for column in columns):
            found |= {Meaning.TARGET_AT, Meaning.END}
            found |= {Meaning.PERIOD, Meaning.YEAR} if self._times_targets else frozenset()
        return found

    def plan(self) -> None:
        super().plan()
        for column, found in self.bare.items():
            raw, addresses = found[0].raw, tuple(reading.address for reading in found)
            text = _("How is %(raw)s in column %(column)s to be read?") % {"raw": raw, "column": column.letters}
            suggestion = FRACTION if any(map(has_decimals, found)) and not self._has_large(column) else ""
            why = _("the indicator is measured in per cent")
            self.task.plan.questions.append(
                Question(share_key(column), text, share_readings(), suggestion, why, addresses)
            )

    def _in_unit(self, indicator: Indicator, column: Column, reading: Reading) -> Reading:
        """A bare number of an indicator in percent as the answer reads it; until then as it is suggested."""
        value, numbers = reading.value, numbers_of(reading.value)
        is_bare = isinstance(value, ParsedFigure) and indicator.unit == IndicatorUnit.PERCENT and any(numbers)
        if not is_bare or not isinstance(value, ParsedFigure) or any(abs(number) > 1 for number in numbers):
            return reading
        answer = self.task.table.layout.correction.answers.get(share_key(column), "")
        if not answer:
            self.bare.setdefault(column, []).append(reading)
        if answer != FRACTION and (answer or not has_decimals(reading) or self._has_large(column)):
            return reading
        whole, low, high = (number and number * 100 for number in (value.value, value.low, value.high))
        return reading._replace(value=replace(value, value=whole, low=low, high=high))

    def _has_large(self, column: Column) -> bool:
        """Whether the column holds a bare number above one of an indicator in percent: then fractions are unlikely."""
        if column not in self._large:
            self._large[column] = any(
                self._is_in_percent(record)
                for record in self.task.table.records
                if isinstance(value := record.value(column), ParsedFigure)
                and any(abs(number) > 1 for number in numbers_of(value))
            )
        return self._large[column]

    def _is_in_percent(self, record: Record) -> bool:
        found = self.directory.find(self.task.called(record)).row
        return found is not None and found.unit == IndicatorUnit.PERCENT

    def _is_value(self, indicator: Indicator, reading: Reading) -> bool:
        """Whether it is one that can be stored; a sign for a missing value is none."""
        value = reading.value
        if isinstance(value, Missing):
            return False
        is_share = isinstance(value, Share) or (isinstance(value, SmallCount) and value.is_share)
        if is_share and indicator.unit != IndicatorUnit.PERCENT:
            unit = IndicatorUnit(indicator.unit).label
            self._complain(
                reading, _("It is a percentage, but the indicator is measured in: %(unit)s.") % {"unit": unit}
            )
            return False
        if all(abs(number) < _TOO_LARGE for number in numbers_of(reading.value)):
            return True
        self._complain(reading, _("The number is larger than can be stored."))
        return False

    def _complain(self, reading: Reading, reason: str) -> None:
        advice = _("Correct the cell in the file, or leave the row out.")
        self.task.plan.complain(reading.address, reading.raw, reason, advice)

    def _objective(self, indicator: Indicator, record: Record, shown: RowPlan) -> None:
        objective = self.themes.objective(record.theme, record.theme_at) if self.themes and record.theme else None
        if objective is None or (_of(indicator), objective.pk) in self.under:
            return
        self.under.add((_of(indicator), objective.pk))
        self._check_rights(indicator, record)
        link = IndicatorObjective(municipality=self.task.municipality, indicator=indicator, objective=objective)
        self.task.plan.write(link)
        self.task.plan.cite(link, "", record.theme_at, record.theme)
        column = self.task.columns.get(Meaning.THEME)
        heading = column.heading if column else _("Theme")
        shown.note(CellChange(record.theme_at, heading, "", str(objective)))

    def _has_unit(self, indicator: Indicator, record: Record) -> bool:
        stated = self.task.reading(record, Meaning.UNIT)
        said = unit_said(str(stated.value)) if stated is not None else ""
        if indicator.unit:
            return stated is None or self._is_its_unit(indicator, stated, said)
        has_share = any(isinstance(reading.value, Share) for reading in record.readings.values())
        found = said or (IndicatorUnit.PERCENT if has_share else "")
        if not found:
            reason = _("The indicator is new, and nothing says what it is measured in.")
            known = ", ".join(f"“{unit.label}”" for unit in IndicatorUnit)
            advice = _("Write the unit in a column headed Måleenhed: %(known)s.") % {"known": known}
            self.task.plan.complain(self.task.place(record), record.name, reason, advice)
            return False
        indicator.unit = found
        return True

    def _is_its_unit(self, indicator: Indicator, stated: Reading, said: str) -> bool:
        """A unit of ours is the same or an error; other words are told of."""
        if said == indicator.unit:
            return True
        reason = _("The unit is “%(said)s” here, but the indicator is measured in: %(unit)s.")
        reason %= {"said": stated.raw.strip(), "unit": IndicatorUnit(indicator.unit).label}
        if said:
            self._complain(stated, reason)
        else:
            self.task.plan.warn(stated.address, stated.raw, reason, _("Check that the values are in that unit."))
        return not said

    def _measurement(self, indicator: Indicator, spot: Spot, answers: int | None) -> None:
        record, column = spot.record, spot.column
        is_baseline = column.meaning is Meaning.BASELINE
        when = str(column.year) if column.year else "" if self._is_of_other(column) else self._when(record)
        made = Measurement(
            municipality=self.task.municipality,
            indicator=indicator,
            is_baseline=is_baseline,
            subgroup=self._words(Measurement, "subgroup", record, Meaning.SUBGROUP),
            effective_text=when,
            source=self._words(Measurement, "source", record, Meaning.SOURCE),
        )
        made.n = answers if not is_baseline or is_of_baseline(self.task, record) else None
        _say(made, spot.reading)
        self._keep(made, self.measured, _measured_key(made), spot)

    def _is_of_other(self, column: Column) -> bool:
        """The date of a row belongs to its value when it has both a value and a baseline."""
        return column.meaning is Meaning.BASELINE and Meaning.MEASURED in self.task.columns

    def _when(self, record: Record) -> str:
        stated = self.task.reading(record, Meaning.MEASURED_AT)
        if stated is None:
            words, stated = self._time_of_row(record)
        else:
            words = _words(stated)
        tell_unknown_time(self.task.plan, words, stated, self._times)
        return self.setter.whole((Measurement, "effective_text"), words, record, stated) or (
            self.task.terms.effective_text
        )

    def _time_of_row(self, record: Record) -> tuple[str, Reading | None]:
        """Its period, else its year; both together where the period alone is no time (“1. kvartal”)."""
        stated, year = self.task.reading(record, Meaning.PERIOD), self.task.reading(record, Meaning.YEAR)
        words, of_year = _words(stated), "" if year is None else str(year.value)
        if stated is None or year is None:
            return (words, stated) if stated is not None else (of_year, year)
        period = stated.value
        if isinstance(period, Period) and not period.is_known:
            words = f"{words} {of_year}"
            if not parse_period(words).is_known:
                self._complain(stated, _("“%(words)s” is no time that can be read.") % {"words": words})
        return words, stated

    def _words(self, model: type[Measurement | Target], name: str, record: Record, meaning: Meaning) -> str:
        reading = self.task.reading(record, meaning)
        return self.setter.whole((model, name), self.task.words(record, meaning), record, reading)

    def _target(self, indicator: Indicator, spot: Spot) -> None:
        record, year = spot.record, spot.column.year
        stated = self.task.reading(record, Meaning.TARGET_AT) or self.task.reading(record, Meaning.END)
        words = _words(stated)
        if stated is None and self._times_targets:
            words, stated = self._time_of_row(record)
        if not year:
            tell_unknown_time(self.task.plan, words, stated, self._times)
        when = str(year) if year else self.setter.whole((Target, "period_text"), words, record, stated)
        made = Target(
            municipality=self.task.municipality,
            indicator=indicator,
            subgroup=self._words(Target, "subgroup", record, Meaning.SUBGROUP),
            period_text=when,
        )
        _say(made, spot.reading)
        self._keep(made, self.targets, _target_key(made), spot)

    def _keep(self, made: V, standing: dict[Key, V], key: Key, spot: Spot) -> None:
        reading, plan = spot.reading, self.task.plan
        first = self.met.setdefault((type(made), key), reading.address)
        if first != reading.address:
            reason = _("The same indicator and day already have a value in %(address)s.") % {"address": first}
            plan.complain(reading.address, reading.raw, reason, _("Leave one of them out."))
            return
        stands = standing.get(key)
        if stands is not None and _says_the_same(stands, made):
            return
        row, old = made, printed(stands) if stands is not None else ""
        if stands is not None and stands.is_approved:
            row.replaces = stands
            _take_over(stands, row)
            plan.corrections += 1
        elif stands is not None:
            row = stands
            _copy(made, row)
        self._check_rights(made.indicator, spot.record)
        self.setter.check(row, spot.record)
        plan.write(row)
        plan.cite(row, "value", reading.address, reading.raw)
        spot.shown.note(CellChange(reading.address, spot.column.heading, old, printed(row)))


def _latest(rows: Iterable[V], by_pk: dict[int, Indicator], key: Any) -> dict[Key, V]:
    """Of each group and day the value that none replaces: the last that was recorded."""
    found: dict[Key, V] = {}
    for row in rows:
        row.indicator = by_pk[row.indicator_id]
        found[key(row)] = row
    return found


def _measured_key(row: Measurement) -> Key:
    return _of(row.indicator), row.subgroup, "baseline" if row.is_baseline else _day(row.effective_text)


def _target_key(row: Target) -> Key:
    return _of(row.indicator), row.subgroup, _day(row.period_text)


def _of(indicator: Indicator) -> int:
    return indicator.pk if indicator.pk is not None else -id(indicator)


def _day(words: str) -> str:
    """The same for words that mean the same days."""
    try:
        period = parse_period(words) if words else None
    except PeriodError:
        period = None
    return f"{period.start}..{period.end}" if period is not None and period.is_known else words.strip().casefold()


def _words(reading: Reading | None) -> str:
    if reading is None:
        return ""
    value = reading.value
    return (value.text or format_period(value)) if isinstance(value, Period) else reading.raw.strip()


def _say(row: Measurement | Target, reading: Reading) -> None:
    """Sets the words, the number and its bounds."""
    value = reading.value
    row.raw = reading.raw.strip()[:200]
    if isinstance(value, Share):
        row.value = value.percent.quantize(_SIX)
    elif isinstance(value, SmallCount) and (
        value.is_share or row.indicator.unit != IndicatorUnit.COUNT or isinstance(row, Target)
    ):
        row.qualifier = Qualifier.WORDS
    elif isinstance(value, SmallCount) and value.below == 1:
        # Of whole people fewer than one is none.
        row.value = Decimal(0)
    elif isinstance(value, SmallCount):
        row.low, row.high, row.qualifier = Decimal(1), Decimal(value.below - 1), Qualifier.INTERVAL
    elif isinstance(value, ParsedFigure):
        row.value = None if value.value is None else value.value.quantize(_SIX)
        row.low, row.high, row.qualifier = value.low, value.high, value.qualifier


def _says_the_same(stands: V, made: V) -> bool:
    """A sheet that does not say how many answered changes nothing of that."""
    answers = getattr(made, "n", None)
    return _says(stands) == _says(made) and answers in (None, getattr(stands, "n", None))


def _says(row: Measurement | Target) -> tuple[object, ...]:
    return row.value, row.low, row.high, row.qualifier, row.raw if row.qualifier == Qualifier.WORDS else ""


def _copy(made: V, row: V) -> None:
    """What the sheet says. The counts of another value are not those of this one."""
    if isinstance(row, Measurement) and _says(row) != _says(made):
        for name in _OF_THE_VALUE:
            setattr(row, name, None)
    for name in ("raw", "value", "qualifier", "low", "high"):
        setattr(row, name, getattr(made, name))
    if isinstance(made, Measurement) and isinstance(row, Measurement) and made.n is not None:
        row.n = made.n


def _take_over(stands: V, row: V) -> None:
    """What the sheet does not say of a value that is replaced: what kind of target it is; how the value was collected
    and how many answered; and of the same value its counts.
    """
    names = list(_OF_THE_TARGET if isinstance(row, Target) else _OF_THE_SURVEY)
    if isinstance(row, Measurement):
        names += [name for name in ("n", "source") if getattr(row, name) in (None, "")]
        names += _OF_THE_VALUE if _says(stands) == _says(row) else ()
    for name in names:
        setattr(row, name, getattr(stands, name))
