"""An indicator as it is shown: baseline, target, latest value, progress, verdict, certainty and series."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from indicators import certainty, progress
from indicators.models import Better, Disclosure, Indicator, IndicatorUnit, Measurement, Status, Target, TargetOwner
from indicators.small_counts import says_how_small
from organisation.models import Approval
from organisation.printing import format_number
from portfolio.overview import shapes, values, words
from portfolio.overview.cards import objective_link
from portfolio.overview.judgements import Judged, certainty_text, detectable_text
from portfolio.overview.pictures import series_picture
from portfolio.overview.rows import Rows, grouped
from portfolio.overview.sources import VALUE_FIELDS


def figures(rows: Rows, indicators: Iterable[int]) -> tuple[shapes.IndicatorFigure, ...]:
    return tuple(Figure(rows, rows.figures.indicators[pk]).shape() for pk in indicators)


@dataclass(frozen=True)
class Figure:
    rows: Rows
    indicator: Indicator

    def shape(self) -> shapes.IndicatorFigure:
        row = self.indicator
        measurements = self.rows.figures.measurements.get(row.pk, [])
        targets = self.rows.figures.targets.get(row.pk, [])
        picked = self.pick(measurements, targets)
        readings = self._readings(measurements, picked)
        baseline, latest = self._of(readings, picked.baseline), self._of(readings, picked.latest)
        judged = Judged.of(row, picked, is_hidden=any(one is not None and one.is_hidden for one in (baseline, latest)))
        shown_targets = dict(self._targets(measurements, targets))
        series = tuple(readings[one.pk] for one in picked.series)
        own = shown_targets[picked.target.pk] if picked.target else None
        notes = tuple(self._notes(picked, readings))
        return shapes.IndicatorFigure(
            reference=row.reference,
            url=self.rows.viewpoint.url("indicator", row.reference),
            name=row.name,
            question=row.question,
            scale=row.scale,
            unit=row.unit,
            unit_words=str(row.get_unit_display()),
            direction=row.better,
            direction_words=_direction_words(row.better),
            population=row.population,
            geography=row.geography,
            instrument=row.instrument.name if row.instrument else "",
            source_text=row.source,
            cadence_words=row.get_cadence_display(),
            baseline=baseline,
            baseline_text=baseline.text if baseline else words.not_stated(),
            latest=latest,
            latest_text=latest.text if latest else _("not measured since the baseline") if baseline else _("no data"),
            targets=tuple(shown_targets.values()),
            target_text=self._target_text(picked.target),
            progress=judged.progress(),
            verdict=judged.verdict.value,
            verdict_words=words.verdict(judged.verdict),
            verdict_symbol=words.symbol(judged.verdict.value),
            change=judged.change.value,
            change_words=words.change(judged.change),
            target_certainty=judged.reached.value,
            target_certainty_words=words.reached(judged.reached) if picked.target else "",
            certainty_text=certainty_text(row, picked, is_hidden=judged.is_hidden),
            detectable_text=detectable_text(row, picked, is_hidden=judged.is_hidden),
            series=series,
            subgroups=tuple(self._subgroups(measurements, readings)),
            initiatives=self._initiatives(),
            objectives=self._objectives(),
            limits=row.limits,
            notes=notes,
            picture=series_picture(row.name, str(row.get_unit_display()), series, baseline, own),
            sources=self.rows.sources.of(row, ["name", "better", "source", "question"]),
            is_draft=row.approval == Approval.DRAFT,
            verdict_reason=judged.why_no_verdict(),
            change_reason=judged.why_no_change(),
            is_fictional=row.is_fictional
            or any(reading.is_fictional for reading in readings.values())
            or any(target.is_fictional for target in shown_targets.values()),
        )

    @property
    def verdict(self) -> progress.Verdict:
        """The verdict alone, without what else is shown of the indicator."""
        row = self.indicator
        measurements = self.rows.figures.measurements.get(row.pk, [])
        picked = self.pick(measurements, self.rows.figures.targets.get(row.pk, []))
        is_hidden = any(one is not None and self.is_hidden(one) for one in (picked.baseline, picked.latest))
        return Judged.of(row, picked, is_hidden=is_hidden).verdict

    @staticmethod
    def _of(readings: dict[int, shapes.Reading], row: Measurement | None) -> shapes.Reading | None:
        return readings[row.pk] if row is not None else None

    def _readings(self, measurements: list[Measurement], picked: progress.Picked) -> dict[int, shapes.Reading]:
        """Every value that counts on the day, of the whole and of subgroups, hidden where it is about few people."""
        counted = list(picked.series)
        for group in {row.subgroup for row in measurements} - {""}:
            counted += self.pick(measurements, [], group).series
        return {row.pk: self.reading(row) for row in counted}

    def pick(self, measurements: list[Measurement], targets: list[Target], subgroup: str = "") -> progress.Picked:
        """What counts on the day, and was known then."""
        eyes = self.rows.viewpoint
        return progress.pick(measurements, targets, as_of=eyes.as_of, known_on=eyes.known_on, subgroup=subgroup)

    def is_hidden(self, row: Measurement) -> bool:
        """As the gate decided when the value was approved."""
        return self.indicator.about_citizens and row.hides

    def reading(self, row: Measurement) -> shapes.Reading:
        unit, decimals, is_hidden = self.indicator.unit, self.indicator.decimals, self.is_hidden(row)
        interval = None if is_hidden else certainty.interval_of(row, unit)
        low, high = _limits(interval)
        text = values.measurement_text(row, unit, decimals)
        if is_hidden:
            k = row.disclosure_threshold or 0
            counts = row.disclosure == Disclosure.SMALL and unit == IndicatorUnit.COUNT and says_how_small(k)
            text = values.hidden_text(is_small_count=counts, k=k)
        return shapes.Reading(
            text=text,
            value=None if is_hidden else row.number,
            raw="" if is_hidden else row.raw,
            day=row.day,
            middle=row.effective.middle if row.is_dated else None,
            date_text=words.date(row.effective),
            group=row.subgroup,
            n_text=_n_text(row, is_hidden=is_hidden),
            interval_text=_interval_text(low, high, unit),
            low=low,
            high=high,
            status_words="" if row.status == Status.NOT_STATED else row.get_status_display(),
            is_baseline=row.is_baseline,
            is_hidden=is_hidden,
            starts_new_series=row.series_break,
            # A note or a quotation may repeat the very number that is hidden.
            note="" if is_hidden else row.note,
            source_text=row.source,
            sources=() if is_hidden else self.rows.sources.of(row, VALUE_FIELDS),
            is_fictional=row.is_fictional,
        )

    def target_shown(self, row: Target, baseline: progress.Point | None) -> shapes.TargetShown:
        goal = progress.goal_point(row, baseline)
        owner = str(row.owner_body) if row.owner_body else str(row.get_owner_display())
        return shapes.TargetShown(
            text=values.target_text(row, self.indicator.unit, self.indicator.decimals),
            value=goal.value if goal else None,
            raw=row.raw,
            day=row.period_end,
            middle=row.period.middle,
            date_text=words.date(row.period),
            kind=row.kind,
            owner_words=owner,
            is_own=row.owner == TargetOwner.OWN,
            group=row.subgroup,
            note=row.note,
            decided_text=decided_text(row),
            sources=self.rows.sources.of(row, VALUE_FIELDS),
            is_fictional=row.is_fictional,
        )

    def _targets(
        self, measurements: list[Measurement], targets: list[Target]
    ) -> Iterable[tuple[int, shapes.TargetShown]]:
        """Those of the whole first, then those of each group, which start at the group's own baseline."""
        for group in sorted({row.subgroup for row in targets}):
            picked = self.pick(measurements, targets, group)
            # A target stated as a change would tell a hidden baseline.
            is_hidden = picked.baseline is not None and self.is_hidden(picked.baseline)
            start = None if is_hidden else progress.point(picked.baseline)
            yield from ((row.pk, self.target_shown(row, start)) for row in targets if row in picked.targets)

    def _target_text(self, target: Target | None) -> str:
        if target is None:
            return words.not_stated()
        text = values.target_text(target, self.indicator.unit, self.indicator.decimals)
        # Words and intervals say themselves what is to be kept.
        better = Better.NOT_STATED if target.number is None else self.indicator.better
        if better == Better.KEEP_AT_LEAST:
            text = _("at least %(value)s") % {"value": text}
        elif better == Better.KEEP_AT_MOST:
            text = _("at most %(value)s") % {"value": text}
        return f"{text} ({words.date(target.period)})"

    def _subgroups(
        self, measurements: list[Measurement], readings: dict[int, shapes.Reading]
    ) -> Iterable[shapes.SubgroupShown]:
        groups = grouped((row for row in measurements if row.subgroup and row.pk in readings), lambda row: row.subgroup)
        for name in groups:
            picked = self.pick(measurements, [], name)
            shown = tuple(readings[row.pk] for row in picked.series)
            newest = picked.latest or picked.baseline
            latest = readings[newest.pk] if newest else None
            yield shapes.SubgroupShown(name, shown, latest, latest.text if latest else _("no data"))

    def _initiatives(self) -> tuple[shapes.Link, ...]:
        seen = [
            self.rows.tree.titles[pk]
            for pk in self.rows.figures.initiatives.get(self.indicator.pk, ())
            if pk in self.rows.tree.titles
        ]
        return tuple(self.rows.viewpoint.link(row, "initiative") for row in seen)

    def _objectives(self) -> tuple[shapes.Link, ...]:
        found = self.rows.figures.objectives.get(self.indicator.pk, ())
        return tuple(objective_link(self.rows, pk) for pk in found if pk in self.rows.objectives)

    def _is_overdue(self, target: Target, latest: Measurement | None) -> bool:
        """The target's day has passed, and nothing was measured in its period or later."""
        if target.period_end is None or target.period_end >= self.rows.viewpoint.as_of:
            return False
        measured = latest.effective_end if latest else None
        return measured is None or measured < (target.period_start or target.period_end)

    def _notes(self, picked: progress.Picked, readings: dict[int, shapes.Reading]) -> Iterable[str]:
        if picked.series and any(row.effective_start is None for row in picked.series):
            yield _("Undated values count, but enter no path.")
        if picked.target is not None and picked.target.period_end is None:
            yield _("The target has no date.")
        if picked.target is not None and self._is_overdue(picked.target, picked.latest):
            yield _("The target's date has passed without a measurement since.")
        if any(row.series_break for row in picked.series):
            yield _("The series is broken: values before and after the break are not compared.")
        if any(reading.is_hidden for reading in readings.values()):
            yield _("Figures about few people are hidden.")


def _direction_words(better: str) -> str:
    return capfirst(str(Better(better).label)) if better != Better.NOT_STATED else _("direction not stated")


def _limits(interval: certainty.Interval | None) -> tuple[Decimal | None, Decimal | None]:
    if interval is None:
        return None, None
    return round(Decimal(interval.low), 6), round(Decimal(interval.high), 6)


def _interval_text(low: Decimal | None, high: Decimal | None, unit: str) -> str:
    if low is None or high is None:
        return ""
    ends = f"{format_number(low, 1)}–{format_number(high, 1)}"
    return f"{ends} %" if unit == IndicatorUnit.PERCENT else ends


def decided_text(row: Target) -> str:
    """“decided 1. marts 2016; approved by Mona”: what is known of it."""
    said = []
    if row.effective_text:
        said.append(_("decided %(day)s") % {"day": words.date(row.effective)})
    if row.approved_by is not None:
        said.append(_("approved by %(name)s") % {"name": row.approved_by.name})
    return "; ".join(said)


def _n_text(row: Measurement, *, is_hidden: bool) -> str:
    if is_hidden:
        return ""
    if row.n is None and row.denominator is not None:
        return _counts_text(row.numerator, row.denominator)
    if row.n is None:
        return ""
    if row.invited is None:
        return _("%(n)s answers") % {"n": format_number(row.n)}
    return _("%(n)s of %(invited)s answered") % {"n": format_number(row.n), "invited": format_number(row.invited)}


def _counts_text(numerator: int | None, base: int) -> str:
    """“10 of 50” where the counts stand in place of a number of answers."""
    if numerator is None:
        return _("of %(base)s") % {"base": format_number(base)}
    return _("%(part)s of %(base)s") % {"part": format_number(numerator), "base": format_number(base)}
