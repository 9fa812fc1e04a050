"""What a report is about: the portfolio's own filters, kept as their query string and said in words."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from initiatives.models import Initiative, Strategy
from organisation.models import Municipality
from portfolio.dashboards.filters import InitiativeFilter
from portfolio.overview.viewpoint import reader_of


@dataclass(frozen=True)
class Scope:
    """`initiatives` is None for all of them, `strategy` None unless the report is about one and nothing narrower."""

    words: str
    query: str
    initiatives: QuerySet[Initiative] | None
    strategy: Strategy | None
    problems: tuple[str, ...] = ()


def scope_of(
    municipality: Municipality, query: str, as_of: datetime.date, known_on: datetime.datetime | None = None
) -> Scope:
    """Found as somebody who only reads finds it, whoever asks: a report shows no drafts. Both of its days bound it."""
    reader = reader_of(municipality)
    filters = InitiativeFilter(QueryDict(query), reader, municipality, as_of, keeps_archived=True, known_on=known_on)
    words = " · ".join(one.words for one in filters.applied) or _("the whole municipality")
    strategies = Strategy.objects.visible_to(reader).filter(municipality=municipality)
    only_strategy = list(filters.data) == ["strategy"]
    strategy = strategies.filter(reference=filters.data.get("strategy")).first() if only_strategy else None
    initiatives = filters.narrowed if filters.address and strategy is None else None
    return Scope(words, filters.address, initiatives, strategy, tuple(filters.problems))
