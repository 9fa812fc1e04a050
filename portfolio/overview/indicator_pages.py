"""An indicator by itself: its definition sheet, its figures, what they were revised from and whom they serve."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from indicators import parts, progress
from indicators.models import Indicator, Measurement, Target
from initiatives.models import Initiative, Objective
from organisation.models import User
from organisation.printing import format_date
from portfolio.overview import shapes, values, words
from portfolio.overview.indicator_figures import Figure
from portfolio.overview.pages import link_to
from portfolio.overview.rows import MoneyRows, Rows, Tree, figures_of, of_figures
from portfolio.overview.sources import Sources, load_sources
from portfolio.overview.viewpoint import Viewpoint, any_fictional

NO_MONEY = MoneyRows(
    lines={}, order={}, serves={}, lines_by_initiative={}, and_others=frozenset(), seen_lines=frozenset(), entries={},
    drafts=0, movements={}, transfers={}, statements={}, parts={}, relations={}, totals=[],
)  # fmt: skip


def indicator_page(
    user: User,
    indicator: Indicator,
    as_of: datetime.date,
    *,
    keeps_day: bool = False,
    known_on: datetime.datetime | None = None,
) -> shapes.IndicatorPage:
    """Raises Indicator.DoesNotExist when the user may not see the indicator."""
    viewpoint = Viewpoint(user, indicator.municipality, as_of, keeps_day=keeps_day, known_on=known_on)
    chosen = Indicator.objects.filter(pk=indicator.pk).select_related("instrument", "data_owner", "document")
    rows = rows_of_indicators(viewpoint, chosen)
    if indicator.pk not in rows.figures.indicators:
        raise Indicator.DoesNotExist
    return _Page(rows, rows.figures.indicators[indicator.pk]).shape()


def definition_of(
    rows: Rows, indicator: Indicator, figure: shapes.IndicatorFigure
) -> tuple[shapes.DefinitionLine, ...]:
    """What is stated of the indicator, without links; lines without an answer are left out."""
    lines = _Page(rows, indicator).definition([target for target in figure.targets if target.is_own])
    return tuple(shapes.DefinitionLine(line.label, line.text) for line in lines if not line.is_missing)


def rows_of_indicators(viewpoint: Viewpoint, chosen: QuerySet[Indicator]) -> Rows:
    """The indicators with the objectives and initiatives that they serve and the reader sees, and nothing of those."""
    figures = figures_of(viewpoint, chosen)
    served = {pk for several in figures.initiatives.values() for pk in several}
    aims = {pk for several in figures.objectives.values() for pk in several}
    initiatives = Initiative.objects.visible_to(viewpoint.user).filter(pk__in=served)
    objectives = Objective.objects.visible_to(viewpoint.user).filter(pk__in=aims).select_related("strategy")
    by_pk = {row.pk: row for row in objectives}
    return Rows(
        viewpoint=viewpoint,
        tree=Tree({row.pk: row for row in initiatives.order_by("sort_key", "pk")}, {}),
        chosen=[], initiatives={}, branches={}, under={}, stands_under={}, involvements={}, target_groups={},
        strategies={row.strategy_id: row.strategy for row in by_pk.values()},
        objectives=by_pk,
        statuses={},
        money=NO_MONEY,
        figures=figures,
        sources=load_sources(viewpoint, of_figures(figures)) if viewpoint.has_links else Sources(),
    )  # fmt: skip


@dataclass(frozen=True)
class _Page:
    rows: Rows
    indicator: Indicator

    def shape(self) -> shapes.IndicatorPage:
        row, figure = self.indicator, Figure(self.rows, self.indicator)
        shown, instrument = figure.shape(), row.instrument
        return shapes.IndicatorPage(
            figure=shown,
            definition=tuple(self.definition([target for target in shown.targets if target.is_own])),
            instrument=shapes.Link(instrument.name, instrument.get_absolute_url()) if instrument else None,
            own_targets=tuple(target for target in shown.targets if target.is_own),
            external_targets=tuple(target for target in shown.targets if not target.is_own),
            parts=tuple(self._parts(figure)),
            revisions=(*self._revised_values(figure), *self._revised_targets()),
            is_fictional=any_fictional([shown]),
        )

    def definition(self, targets: Sequence[shapes.TargetShown]) -> Iterator[shapes.DefinitionLine]:
        """What the indicator does not say itself is its instrument's."""
        row, instrument = self.indicator, self.indicator.instrument
        yield _line(_("Question"), row.question or (instrument.question if instrument else ""))
        yield _line(_("Answer scale"), row.scale or (instrument.scale if instrument else ""))
        yield _line(_("Cut-off"), row.cut_off or (instrument.cut_off if instrument else ""))
        yield _line(_("Unit"), str(row.get_unit_display()))
        yield _line(_("Direction"), "" if row.better == "not_stated" else str(row.get_better_display()))
        yield _line(_("Population"), row.population)
        yield _line(_("Area"), row.geography)
        if instrument is None:
            yield _line(_("Instrument"), "")
        else:
            yield shapes.DefinitionLine(_("Instrument"), instrument.name, url=instrument.get_absolute_url())
            yield _line(_("May be compared with"), instrument.comparable_with)
            yield _line(_("May not be compared with"), instrument.not_comparable_with)
        yield _line(_("Data source"), row.source)
        yield _line(_("Measured"), "" if row.cadence == "not_stated" else str(row.get_cadence_display()))
        if row.data_owner is None:
            yield _line(_("Data owner"), "")
        else:
            owner = link_to(self.rows.viewpoint, row.data_owner)
            yield shapes.DefinitionLine(_("Data owner"), owner.title, url=owner.url)
        yield _line(_("How it adds up"), str(row.get_aggregation_display()))
        yield _line(_("Tolerance"), self._tolerance())
        yield _line(_("Milestones"), milestones(targets))
        yield _line(_("Limits of interpretation"), row.limits)
        yield _line(_("Shared nationally"), _("yes") if row.shared_nationally else _("no"))
        if row.document:
            yield shapes.DefinitionLine(_("Document"), str(row.document), url=row.document.url)

    def _tolerance(self) -> str:
        found: Decimal | None = self.indicator.tolerance
        return "" if found is None else values.difference_text(found, self.indicator.unit)

    # Parts and total

    def _parts(self, figure: Figure) -> Iterator[shapes.PartsShown]:
        measurements = self._measurements()
        names = {row.subgroup for row in measurements} - {""}
        groups = [row for name in sorted(names) for row in figure.pick(measurements, [], name).series]
        for whole in figure.pick(measurements, []).series:
            unit, aggregation = self.indicator.unit, self.indicator.aggregation
            for division in parts.divisions(whole, groups, unit=unit, aggregation=aggregation):
                if any(figure.is_hidden(row) for row in (whole, *division.parts)):
                    yield shapes.PartsShown(
                        "hidden", _("Some of the groups are hidden; they are not held against the whole.")
                    )
                else:
                    yield held(whole, division)

    # Revisions

    def _measurements(self) -> list[Measurement]:
        return self.rows.figures.measurements.get(self.indicator.pk, [])

    def _revised_values(self, figure: Figure) -> Iterator[shapes.RevisionShown]:
        known = {row.pk: row for row in self._measurements()}
        for row in known.values():
            before = known.get(row.replaces_id or 0)
            if before is None or not self._is_known(row):
                continue
            note = " ".join(part for part in (_status(row), "" if figure.is_hidden(row) else row.note) if part)
            what = ", ".join(part for part in (row.subgroup, words.date(row.effective)) if part)
            old, new = figure.reading(before).text, figure.reading(row).text
            yield shapes.RevisionShown(what, old, new, _day_known(row), note, _approver(row))

    def _revised_targets(self) -> Iterator[shapes.RevisionShown]:
        known = {row.pk: row for row in self.rows.figures.targets.get(self.indicator.pk, [])}
        for row in known.values():
            before = known.get(row.replaces_id or 0)
            if before is not None and self._is_known(row):
                when = words.date(row.effective) if row.effective_text else _day_known(row)
                note = " ".join(part for part in (str(row.owner_body or ""), row.note) if part)
                old, new = self._target(before), self._target(row)
                what = ", ".join(part for part in (_("Target"), row.subgroup) if part)
                yield shapes.RevisionShown(what, old, new, when, note, _approver(row))

    def _target(self, row: Target) -> str:
        text = values.target_text(row, self.indicator.unit, self.indicator.decimals)
        return f"{text} ({words.date(row.period)})"

    def _is_known(self, row: Measurement | Target) -> bool:
        eyes = self.rows.viewpoint
        is_of_its_day = row.effective_start is None or row.effective_start <= eyes.as_of
        return is_of_its_day and (eyes.known_on is None or progress.known_at(row) <= eyes.known_on)


def _day_known(row: Measurement | Target) -> str:
    return format_date(timezone.localtime(progress.known_at(row)).date())


def _approver(row: Measurement | Target) -> str:
    return row.approved_by.name if row.approved_by else ""


def _line(label: str, text: str) -> shapes.DefinitionLine:
    return shapes.DefinitionLine(label, capfirst(text) if text else words.not_stated(), is_missing=not text)


def _status(row: Measurement) -> str:
    return "" if row.status == "not_stated" else capfirst(str(row.get_status_display()))


def milestones(targets: Sequence[shapes.TargetShown]) -> str:
    """The municipality's own targets on the way to the last one: “44 % (2018); 42 % (2019)”."""
    dated = sorted(
        (target for target in targets if target.day and not target.group), key=lambda target: target.day or 0
    )
    on_the_way = [target for target in dated if target.day != dated[-1].day]
    return "; ".join(f"{target.text} ({target.date_text})" for target in on_the_way)


def held(whole: Measurement, division: parts.Division) -> shapes.PartsShown:
    names = words.listed([row.subgroup for row in division.parts])
    said = {
        "groups": names,
        "made": _counts(division.made),
        "whole": _counts(division.whole),
        "when": words.date(whole.effective),
    }
    if division.fits:
        return shapes.PartsShown("matches", _("%(when)s: %(groups)s make %(made)s together, as the whole.") % said)
    sentence = _("%(when)s: %(groups)s make %(made)s together, but the whole is %(whole)s.")
    return shapes.PartsShown("differs", sentence % said)


def _counts(found: parts.Counts) -> str:
    told = [values.in_unit(Decimal(one), "count") for one in found]
    return _("%(part)s of %(base)s") % {"part": told[0], "base": told[1]} if len(told) == 2 else told[0]
