"""Where an initiative stands in full on the portfolio page: once, however many objectives it serves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portfolio.overview.shapes import InitiativeCard, ObjectiveNode, PortfolioOverview, StrategyShown


@dataclass(frozen=True)
class StrategySection:
    """A strategy with the initiatives that are shown under it; its tree only names those that stand elsewhere."""

    strategy: StrategyShown
    cards: tuple[InitiativeCard, ...]


def sections(overview: PortfolioOverview) -> list[StrategySection]:
    """An initiative stands under the strategy that names it, else under the first whose objectives it serves."""
    places: dict[str, str] = {}
    for strategy in reversed(overview.strategies):
        places.update(dict.fromkeys(_urls_in(strategy), strategy.url))
    shown = {strategy.url for strategy in overview.strategies}
    for card in overview.initiatives:
        if card.strategy is not None and card.strategy.url in shown:
            places[card.url] = card.strategy.url
    return [
        StrategySection(strategy, tuple(card for card in overview.initiatives if places.get(card.url) == strategy.url))
        for strategy in overview.strategies
    ]


def _urls_in(strategy: StrategyShown) -> Iterator[str]:
    yield from (card.url for card in strategy.initiatives)
    yield from _urls_under(strategy.objectives)


def _urls_under(nodes: Iterable[ObjectiveNode]) -> Iterator[str]:
    for node in nodes:
        yield from (card.url for card in node.initiatives)
        yield from _urls_under(node.children)
