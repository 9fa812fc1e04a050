"""What a body answers for, as the reader may see it: its strategies, its part in initiatives, the data that it owns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from indicators.models import Indicator
from initiatives.models import Initiative, Involvement, Strategy
from organisation.models import Body
from portfolio.overview.pages import link_to
from portfolio.overview.shapes import Link
from portfolio.overview.viewpoint import Viewpoint

MOST_NAMED = 30


@dataclass(frozen=True, slots=True)
class Answers:
    """`initiatives` are those that it has a part in itself, `more_initiatives` how many are not named."""

    strategies: tuple[Link, ...]
    initiatives: tuple[Link, ...]
    more_initiatives: int
    indicators: tuple[Link, ...]
    below: tuple[Link, ...]


def answers_of(viewpoint: Viewpoint, body: Body) -> Answers:
    """With the strategies of those whom it took over from. The same number of queries however much there is."""
    user, home = viewpoint.user, viewpoint.municipality
    part_in = (
        Initiative.objects.visible_to(user)
        .filter(municipality=home, pk__in=part_in_initiatives(body))
        .known_by(viewpoint.known_on)
    )
    chain = Body.objects.all().with_predecessors(body)
    strategies = Strategy.objects.visible_to(user).filter(municipality=home, committee__in=chain)
    owned = Indicator.objects.visible_to(user).filter(municipality=home, data_owner=body)
    below = Body.objects.visible_to(user).filter(parent=body)
    return Answers(
        strategies=_links(viewpoint, strategies.order_by("sort_key", "pk")),
        initiatives=_links(viewpoint, part_in.order_by("sort_key", "pk")[:MOST_NAMED]),
        more_initiatives=max(0, part_in.count() - MOST_NAMED),
        indicators=_links(viewpoint, owned.order_by("sort_key", "pk")),
        below=_links(viewpoint, below.order_by("sort_key", "pk")),
    )


def part_in_initiatives(body: Body) -> QuerySet[Involvement, int]:
    return Involvement.objects.filter(body=body).order_by().values_list("initiative", flat=True)


Answering = Initiative | Strategy | Indicator | Body


def _links(viewpoint: Viewpoint, rows: Iterable[Answering]) -> tuple[Link, ...]:
    return tuple(link_to(viewpoint, row) for row in rows)
