"""What a survey's values would say once they are approved, before anybody has saved them: as the pages would say it."""

from __future__ import annotations

import copy
import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators import gate, parts, plausible, progress, target_day
from indicators.models import Aggregation, Indicator, IndicatorUnit, Measurement
from organisation.models import Approval, Municipality, User
from organisation.printing import format_number
from portfolio.overview import shapes, values, words
from portfolio.overview.indicator_figures import Figure
from portfolio.overview.indicator_pages import held, rows_of_indicators
from portfolio.overview.rows import Rows
from portfolio.overview.viewpoint import Viewpoint


def preview(
    user: User, municipality: Municipality, made: Sequence[Measurement], as_of: datetime.date
) -> shapes.SurveyPreview:
    """`made` are rows that are not written; they are looked at and left as they are."""
    viewpoint = Viewpoint(user, municipality, as_of)
    rows = rows_of_indicators(viewpoint, Indicator.objects.filter(pk__in={row.indicator_id for row in made}))
    stand_ins, refusal = _decided([_stand_in(row, -place, user) for place, row in enumerate(made, start=1)])
    with_them = _with(rows, stand_ins)
    by_indicator: dict[int, list[Measurement]] = defaultdict(list)
    for row in stand_ins:
        by_indicator[row.indicator_id].append(row)
    return shapes.SurveyPreview(
        lines=tuple(
            _line(rows, with_them, rows.figures.indicators[pk], new)
            for pk, new in by_indicator.items()
            if pk in rows.figures.indicators
        ),
        refusal=refusal,
    )


def _stand_in(row: Measurement, key: int, user: User) -> Measurement:
    """As it would be once approved. One that is not stored yet gets a key of its own."""
    found = copy.copy(row)
    found.prepare()
    found.pk = key if row.pk is None else row.pk
    found.approval, found.approved_by, found.approved_at = Approval.APPROVED, user, timezone.now()
    found.disclosure, found.recorded_at = "", timezone.now()
    return found


def _decided(rows: list[Measurement]) -> tuple[list[Measurement], str]:
    """What the gate would decide; the sentence with which it would refuse, and then nothing is shown."""
    try:
        with transaction.atomic():
            gate.decide(rows)
    except ValidationError as error:
        return rows, " ".join(error.messages)
    return rows, ""


def _with(rows: Rows, new: Sequence[Measurement]) -> Rows:
    measurements: dict[int, list[Measurement]] = {
        pk: [*rows.figures.measurements.get(pk, []), *(row for row in new if row.indicator_id == pk)]
        for pk in rows.figures.indicators
    }
    return replace(rows, figures=replace(rows.figures, measurements=measurements))


def _line(before: Rows, after: Rows, indicator: Indicator, new: list[Measurement]) -> shapes.PreviewLine:
    figure = Figure(after, indicator).shape()
    measurements = after.figures.measurements[indicator.pk]
    return shapes.PreviewLine(
        before_text=_newest(Figure(before, indicator).shape()),
        now_text=_newest(figure),
        figure=figure,
        hidden_text=_hidden_text(indicator, new),
        doubts=(
            *_implausible(indicator, new, measurements),
            *_unfit(indicator, measurements, new),
        ),
        noise_text=_noise(after, indicator, new),
    )


def _newest(figure: shapes.IndicatorFigure) -> str:
    return figure.latest_text if figure.latest or not figure.baseline else figure.baseline_text


def _hidden_text(indicator: Indicator, new: Sequence[Measurement]) -> str:
    if not indicator.about_citizens:
        return ""
    names = [_group(row) for row in new if row.hides]
    return _("Will be hidden (few people): %(groups)s.") % {"groups": words.listed(names)} if names else ""


def _group(row: Measurement) -> str:
    return row.subgroup or _("the whole")


# --- What is asked about --------------------------------------------------------------------------------------------


def _implausible(
    indicator: Indicator, new: Iterable[Measurement], measurements: Sequence[Measurement]
) -> Iterator[str]:
    for row in new:
        if row.value is None:
            continue
        before = _before(row, measurements)
        found = plausible.doubt(row.value, indicator.unit, before.value if before else None)
        said = {"group": _group(row), "value": _text(row, indicator)}
        if found is plausible.Doubt.OUTSIDE:
            yield _("%(group)s: %(value)s lies outside what the unit allows. Is it typed right?") % said
        elif found is plausible.Doubt.JUMPS and before is not None:
            said |= {"before": _text(before, indicator), "when": words.date(before.effective)}
            yield _("%(group)s: from %(before)s (%(when)s) to %(value)s is a large jump. Is it typed right?") % said


def _before(row: Measurement, measurements: Iterable[Measurement]) -> Measurement | None:
    """The last value of the same people before this one's period, or what this one takes the place of."""
    if row.series_break:
        return None
    same = [one for one in measurements if one.subgroup == row.subgroup and one.pk != row.pk and one.value is not None]
    earlier = [one for one in same if one.day is None or (row.day is not None and one.day < row.day)]
    replaced = [one for one in same if one.pk == row.replaces_id]
    by_day = sorted(earlier, key=lambda one: (one.day or datetime.date.min, one.pk))
    return next(reversed(by_day or replaced), None)


def _text(row: Measurement, indicator: Indicator) -> str:
    return values.measurement_text(row, indicator.unit, indicator.decimals)


def _unfit(indicator: Indicator, measurements: Sequence[Measurement], new: Sequence[Measurement]) -> Iterator[str]:
    """Groups that do not make the whole, by their counts, by their answers, or as a share beyond every group's."""
    replaced = {row.replaces_id for row in new}
    standing = [row for row in measurements if row.pk not in replaced]
    times = {(row.effective_start, row.effective_end) for row in new}
    here = [row for row in standing if (row.effective_start, row.effective_end) in times]
    for whole in (row for row in here if not row.subgroup):
        groups = [row for row in here if row.subgroup]
        yield from _counts_unfit(indicator, whole, groups)
        for name, several in parts.named(groups).items():
            yield from _answers_unfit(name, whole, several)
            yield from _share_unfit(indicator, name, whole, several)


def _counts_unfit(indicator: Indicator, whole: Measurement, groups: Sequence[Measurement]) -> Iterator[str]:
    for several in (groups, *parts.named(groups).values()):
        is_named = several is not groups
        adding = Aggregation.SUM if is_named and indicator.unit == IndicatorUnit.COUNT else indicator.aggregation
        own = [row for row in several if is_named or ":" not in row.subgroup]
        for division in parts.divisions(whole, own, unit=indicator.unit, aggregation=adding):
            if not division.fits:
                yield held(whole, division).text


def _answers_unfit(name: str, whole: Measurement, several: Sequence[Measurement]) -> Iterator[str]:
    counts = [row.n for row in several]
    known = [n for n in counts if n is not None]
    if whole.n is None or len(known) < len(counts) or len(counts) < 2 or sum(known) == whole.n:
        return
    said = {"name": name, "sum": format_number(sum(known)), "whole": format_number(whole.n)}
    yield _("%(name)s: the groups have %(sum)s answers together, but the whole has %(whole)s.") % said


def _share_unfit(indicator: Indicator, name: str, whole: Measurement, several: Sequence[Measurement]) -> Iterator[str]:
    shares = [row.value for row in several if row.value is not None]
    if indicator.unit not in _AVERAGES or whole.value is None or len(shares) < max(2, len(several)):
        return
    rounding = Decimal(1) / 2
    if not min(shares) - rounding <= whole.value <= max(shares) + rounding:
        said = {"name": name, "value": _text(whole, indicator)}
        yield _("%(name)s: the whole (%(value)s) lies beyond every one of its groups.") % said


_AVERAGES = frozenset({IndicatorUnit.PERCENT, IndicatorUnit.MEAN, IndicatorUnit.INDEX})


def _noise(rows: Rows, indicator: Indicator, new: Sequence[Measurement]) -> str:
    """The target asks for less than two surveys of this size can see; "" when it does not."""
    measurements, targets = rows.figures.measurements[indicator.pk], rows.figures.targets.get(indicator.pk, [])
    picked = progress.pick(measurements, targets, as_of=rows.viewpoint.as_of)
    baseline, whole = picked.baseline, next((row for row in new if not row.subgroup), None)
    goal = progress.goal_point(picked.target, progress.point(baseline or whole))
    surveys = [row for row in (baseline, whole) if row is not None and not (indicator.about_citizens and row.hides)]
    if not surveys or goal is None:
        return ""
    found = target_day.seen(surveys[0], surveys[-1], indicator.unit, goal.value)
    return found.text if found.is_blind else ""
