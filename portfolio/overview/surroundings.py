"""What stands around initiatives and strategies: decisions, follow-up measures and context figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from indicators.models import ContextFigure
from indicators.small_counts import cell_of_context, is_small, says_how_small
from initiatives.models import Cadence, Event, EventInitiative, FollowUpMeasure, Outcome
from organisation.models import Body
from organisation.periods import format_period
from portfolio.overview import shapes, values, words
from portfolio.overview.rows import grouped
from portfolio.overview.sources import Sources
from portfolio.overview.viewpoint import Viewpoint


@dataclass(frozen=True)
class Surroundings:
    """`sources` is set once the sources of everything on the page are loaded."""

    viewpoint: Viewpoint
    events: list[Event]
    events_by_initiative: Mapping[int, list[int]]
    measures: list[FollowUpMeasure]
    context: list[ContextFigure]
    sources: Sources

    @property
    def rows(self) -> list[models.Model]:
        return [*self.events, *self.measures, *self.context]

    def events_of_strategy(self, pk: int) -> tuple[shapes.Event, ...]:
        return tuple(self._event(row) for row in self.events if row.strategy_id == pk)

    def events_of_initiatives(self, pks: Iterable[int]) -> tuple[shapes.Event, ...]:
        wanted = {event for pk in pks for event in self.events_by_initiative.get(pk, ())}
        return tuple(self._event(row) for row in self.events if row.pk in wanted)

    def measures_of_strategy(self, pk: int) -> tuple[shapes.FollowUpMeasureShown, ...]:
        return tuple(self._measure(row) for row in self.measures if row.strategy_id == pk)

    def measures_of_initiative(self, pk: int) -> tuple[shapes.FollowUpMeasureShown, ...]:
        return tuple(self._measure(row) for row in self.measures if row.initiative_id == pk)

    def context_of_strategy(self, pk: int) -> tuple[shapes.ContextFigureShown, ...]:
        return tuple(self._context(row) for row in self.context if row.strategy_id == pk)

    def context_of_initiative(self, pk: int) -> tuple[shapes.ContextFigureShown, ...]:
        return tuple(self._context(row) for row in self.context if row.initiative_id == pk)

    def _event(self, row: Event) -> shapes.Event:
        return shapes.Event(
            title=row.title,
            kind=row.kind,
            kind_words=capfirst(row.get_kind_display()),
            date_text=words.date(row.effective),
            body_text=str(row.body) if row.body else "",
            outcome_words="" if row.outcome == Outcome.NOT_STATED else capfirst(row.get_outcome_display()),
            outcome_text=row.outcome_text,
            case_number=row.case_number,
            sent_on_text=_("sent on to %(body)s") % {"body": row.sent_on_to} if row.sent_on_to else "",
            body_url=self._page_of(row.body),
            sent_on_url=self._page_of(row.sent_on_to),
            sources=self.sources.of(row),
            is_fictional=row.is_fictional,
            reference=row.reference,
        )

    def _page_of(self, body: Body | None) -> str:
        return self.viewpoint.url("body", body.reference) if body else ""

    def _measure(self, row: FollowUpMeasure) -> shapes.FollowUpMeasureShown:
        cadence = _("how often is not stated") if row.cadence == Cadence.NOT_STATED else row.get_cadence_display()
        return shapes.FollowUpMeasureShown(
            title=row.title,
            kind_words=row.get_kind_display(),
            cadence_words=cadence,
            recipient_text=str(row.recipient) if row.recipient else _("recipient not stated"),
            period_text=format_period(row.period),
            note=row.note,
            recipient_url=self._page_of(row.recipient),
            sources=self.sources.of(row),
            is_fictional=row.is_fictional,
        )

    def _context(self, row: ContextFigure) -> shapes.ContextFigureShown:
        """A small count of citizens is hidden unless a reason to show it is given."""
        k = self.viewpoint.municipality.suppression_threshold
        is_hidden = row.about_citizens and is_small(cell_of_context(row), k)
        return shapes.ContextFigureShown(
            reference=row.reference,
            label=row.label,
            text=values.hidden_text(is_small_count=row.out_of is None and says_how_small(k), k=k)
            if is_hidden
            else values.context_text(row),
            unit_words=str(row.get_unit_display()),
            population=row.population,
            geography=row.geography,
            date_text=words.date(row.effective),
            source_text=row.source,
            note="" if is_hidden else " ".join(part for part in (row.note, row.published_reason) if part),
            is_hidden=is_hidden,
            sources=() if is_hidden else self.sources.of(row),
            is_fictional=row.is_fictional,
        )


def load_surroundings(viewpoint: Viewpoint, initiatives: Iterable[int], strategies: Iterable[int]) -> Surroundings:
    user, pks, plans = viewpoint.user, list(initiatives), list(strategies)
    links = list(EventInitiative.objects.filter(initiative__in=pks).values_list("initiative", "event"))
    about = Q(initiative__in=pks) | Q(strategy__in=plans)
    by_then = Q(effective_start__isnull=True) | Q(effective_start__lte=viewpoint.as_of)
    if viewpoint.known_on is not None:
        by_then &= Q(recorded_at__lte=viewpoint.known_on)
    events = Event.objects.visible_to(user).filter(
        by_then, Q(pk__in={event for _initiative, event in links}) | Q(strategy__in=plans)
    )
    measures = FollowUpMeasure.objects.visible_to(user).filter(about).select_related("recipient")
    context = ContextFigure.objects.visible_to(user).filter(by_then, about)
    by_initiative = grouped(links, lambda link: link[0])
    return Surroundings(
        viewpoint=viewpoint,
        events=list(events.select_related("body", "sent_on_to").order_by("effective_start", "reference")),
        events_by_initiative={pk: [event for _pk, event in several] for pk, several in by_initiative.items()},
        measures=list(measures.order_by("pk")),
        context=list(context.order_by("pk")),
        sources=Sources(),
    )
