"""The same instrument in several municipalities: side by side where that is fair, else apart with the reasons.

Of other municipalities only what they share nationally is read. Nothing is added, averaged or put in order of size.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from indicators import comparing, progress
from indicators.comparing import Asked, Difference, Lack, Years
from indicators.models import Indicator, Instrument, Measurement
from organisation.models import Municipality, User
from portfolio.overview import shapes, words
from portfolio.overview.indicator_figures import Figure
from portfolio.overview.indicator_pages import NO_MONEY
from portfolio.overview.rows import IndicatorRows, Rows, Tree, grouped
from portfolio.overview.sources import Sources
from portfolio.overview.viewpoint import Viewpoint, any_fictional


@dataclass(frozen=True)
class _Eyes:
    """Who looks, as of which day and as known when, at whichever municipality."""

    user: User
    as_of: datetime.date
    known_on: datetime.datetime | None
    keeps_day: bool

    def at(self, home: Municipality) -> Viewpoint:
        return Viewpoint(self.user, home, self.as_of, has_links=False, known_on=self.known_on, keeps_day=self.keeps_day)


def instrument_page(
    user: User,
    instrument: Instrument,
    as_of: datetime.date,
    *,
    keeps_day: bool = False,
    known_on: datetime.datetime | None = None,
) -> shapes.InstrumentPage:
    found = _load(_Eyes(user, as_of, known_on, keeps_day), instrument)
    compared, together = _side_by_side(found)
    apart = tuple(_set_apart(one, found) for one in found if one.indicator.pk not in together)
    return shapes.InstrumentPage(
        reference=instrument.reference,
        name=instrument.name,
        aliases=tuple(line for line in instrument.aliases.splitlines() if line.strip()),
        question=instrument.question,
        scale=instrument.scale,
        cut_off=instrument.cut_off,
        comparable_with=instrument.comparable_with,
        not_comparable_with=instrument.not_comparable_with,
        limits=instrument.limits,
        compared=compared,
        apart=apart,
        empty_text="" if found else _("No municipality shows figures of this instrument."),
        is_fictional=any_fictional(apart, *(group.figures for group in compared)),
    )


@dataclass(frozen=True)
class _Measured:
    """An indicator with the values of its whole that count, and how they are shown."""

    indicator: Indicator
    series: tuple[Measurement, ...]
    figure: Figure
    asked: Asked
    lacks: tuple[Lack, ...]
    years: dict[Years, Measurement]
    url: str

    @property
    def town(self) -> str:
        return self.indicator.municipality.name


def _load(eyes: _Eyes, instrument: Instrument) -> list[_Measured]:
    """The reader's own indicators and those shared nationally, in the order of the municipalities' names."""
    own = Indicator.objects.visible_to(eyes.user).values("pk")
    shared = Indicator.objects.shared_nationally().values("pk")
    rows = Indicator.objects.filter(Q(pk__in=own) | Q(pk__in=shared), instrument=instrument)
    indicators = list(
        rows.select_related("municipality", "instrument").order_by(
            "municipality__sort_key", "municipality__code", "sort_key", "pk"
        )
    )
    opened = set(own.filter(instrument=instrument).values_list("pk", flat=True))
    values = Measurement.objects.approved().of_the_whole().filter(indicator__in=indicators).order_by("pk")
    by_indicator = grouped(values, lambda row: row.indicator_id)
    return [_measured(row, by_indicator.get(row.pk, []), eyes, has_page=row.pk in opened) for row in indicators]


def _measured(row: Indicator, values: list[Measurement], eyes: _Eyes, *, has_page: bool) -> _Measured:
    viewpoint = eyes.at(row.municipality)
    figures = IndicatorRows({row.pk: row}, {row.pk: values}, {}, {}, {})
    rows = Rows(
        viewpoint=viewpoint, tree=Tree({}, {}), chosen=[], initiatives={}, strategies={}, objectives={}, branches={},
        under={}, stands_under={}, involvements={}, target_groups={}, statuses={}, money=NO_MONEY, figures=figures,
        sources=Sources(),
    )  # fmt: skip
    series = progress.pick(values, [], as_of=eyes.as_of, known_on=eyes.known_on).series
    return _Measured(
        indicator=row,
        series=series,
        figure=Figure(rows, row),
        asked=comparing.asked(row),
        lacks=tuple(comparing.lacks(row, series)),
        years=comparing.by_years(series),
        url=viewpoint.going_on(row.get_absolute_url()) if has_page else "",
    )


def _side_by_side(found: Iterable[_Measured]) -> tuple[tuple[shapes.Compared, ...], set[int]]:
    """The groups of at least two municipalities, newest years first, and the indicators that stand in one."""
    groups: dict[tuple[Asked, Years], list[_Measured]] = defaultdict(list)
    for one in found:
        for years in () if one.lacks else one.years:
            groups[one.asked, years].append(one)
    fair = {key: several for key, several in groups.items() if len({one.town for one in several}) > 1}
    in_order = sorted(fair, key=lambda key: (*(-year for year in reversed(key[1])), key[0].population, key[0].question))
    compared = tuple(_compared(fair[key], key[1]) for key in in_order)
    return compared, {one.indicator.pk for several in fair.values() for one in several}


def _compared(several: list[_Measured], years: Years) -> shapes.Compared:
    first = several[0].indicator
    return shapes.Compared(
        caption=f"{first.name}, {_years(years)}",
        unit_words=str(first.get_unit_display()),
        figures=tuple(
            shapes.ComparedFigure(
                municipality=one.town,
                name=one.indicator.name,
                reading=one.figure.reading(one.years[years]),
                url=one.url,
                is_fictional=one.indicator.is_fictional or one.years[years].is_fictional,
            )
            for one in several
        ),
    )


def _years(years: Years) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _set_apart(one: _Measured, found: Iterable[_Measured]) -> shapes.SetApart:
    latest = one.series[-1] if one.series else None
    reading = one.figure.reading(latest) if latest else None
    text = f"{reading.text} ({reading.date_text})" if reading else _("no data")
    return shapes.SetApart(
        municipality=one.town,
        name=one.indicator.name,
        text=text,
        reasons=tuple(_reasons(one, [other for other in found if other.town != one.town])),
        url=one.url,
        is_fictional=one.indicator.is_fictional or any(row.is_fictional for row in one.series),
    )


def _reasons(one: _Measured, others: list[_Measured]) -> Iterator[str]:
    """What it lacks, and in what it differs from the others; each difference once, with the municipalities."""
    yield from (_lack(lack) for lack in one.lacks)
    if not others:
        yield _("No other municipality shows a figure of this instrument.")
    differing: dict[Difference, list[str]] = defaultdict(list)
    for other in others:
        share = bool(one.years.keys() & other.years.keys())
        for difference in comparing.differences(one.asked, other.asked, share_a_period=share):
            if other.town not in differing[difference]:
                differing[difference].append(other.town)
    for difference in Difference:
        if difference in differing and not _is_said(difference, one.lacks):
            yield _difference(difference) % {"municipalities": words.listed(differing[difference])}
    lacking = [other.town for other in others if other.lacks]
    if lacking and not one.lacks and not differing:
        towns = words.listed(list(dict.fromkeys(lacking)))
        yield _("Question, population or period are not stated, or not shared, in: %(municipalities)s.") % {
            "municipalities": towns
        }


def _is_said(difference: Difference, lacks: tuple[Lack, ...]) -> bool:
    return {
        Difference.QUESTION: Lack.NO_QUESTION in lacks,
        Difference.POPULATION: Lack.NO_POPULATION in lacks,
        Difference.PERIOD: Lack.NO_PERIOD in lacks or Lack.NO_VALUE in lacks,
    }.get(difference, False)


def _lack(lack: Lack) -> str:
    return {
        Lack.NOT_SHARED: _("The indicator is not shared nationally."),
        Lack.NO_QUESTION: _("The question is not stated."),
        Lack.NO_POPULATION: _("It is not stated who was asked."),
        Lack.NO_VALUE: _("There is no measured value."),
        Lack.NO_PERIOD: _("It is not stated when it was measured."),
    }[lack]


def _difference(difference: Difference) -> str:
    return {
        Difference.QUESTION: _("Another question than in: %(municipalities)s."),
        Difference.SCALE: _("Another scale or cut-off than in: %(municipalities)s."),
        Difference.UNIT: _("Another unit than in: %(municipalities)s."),
        Difference.POPULATION: _("Other people were asked than in: %(municipalities)s."),
        Difference.PERIOD: _("Not measured in the same year as in: %(municipalities)s."),
    }[difference]
