"""Where an initiative stands in full on the portfolio page: once, however many objectives it serves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from initiatives.models import ObjectiveKind
from portfolio.overview.shapes import InitiativeCard, ObjectiveNode, PortfolioOverview, StrategyShown

# What a municipality steers by. Values, challenges and subheadings are read on the strategy's own page.
STEERED_BY = frozenset({ObjectiveKind.VISION, ObjectiveKind.GOAL, ObjectiveKind.GROUPING, ObjectiveKind.COMMITMENT})


@dataclass(frozen=True)
class StrategySection:
    """A strategy with the initiatives that are shown under it; its tree only names those that stand elsewhere."""

    strategy: StrategyShown
    cards: tuple[InitiativeCard, ...]
    tree: tuple[ObjectiveNode, ...]


def sections(overview: PortfolioOverview) -> list[StrategySection]:
    """An initiative stands under the strategy that names it, else under the first whose objectives it serves."""
    places: dict[str, str] = {}
    for strategy in reversed(overview.strategies):
        places.update(dict.fromkeys(_urls_in(strategy), strategy.url))
    shown = {strategy.url for strategy in overview.strategies}
    for card in overview.initiatives:
        if card.strategy is not None and card.strategy.url in shown:
            places[card.url] = card.strategy.url
    return [_section(strategy, overview.initiatives, places) for strategy in overview.strategies]


def _section(strategy: StrategyShown, cards: Iterable[InitiativeCard], places: dict[str, str]) -> StrategySection:
    """The initiatives come in the order of the tree, as in the document, and those outside the tree after them."""
    order = {url: place for place, url in reversed(list(enumerate(_urls_under(strategy.objectives))))}
    here = [card for card in cards if places.get(card.url) == strategy.url]
    here.sort(key=lambda card: order.get(card.url, len(order)))
    return StrategySection(strategy, tuple(here), tuple(steering(strategy.objectives)))


def steering(nodes: Iterable[ObjectiveNode]) -> Iterator[ObjectiveNode]:
    """The tree without the nodes that nobody steers by; a node stays for what stands under it."""
    for node in nodes:
        pruned = replace(node, children=tuple(steering(node.children)))
        if node.kind in STEERED_BY or pruned.children or node.initiatives or node.indicators:
            yield pruned


def _urls_in(strategy: StrategyShown) -> Iterator[str]:
    yield from (card.url for card in strategy.initiatives)
    yield from _urls_under(strategy.objectives)


def _urls_under(nodes: Iterable[ObjectiveNode]) -> Iterator[str]:
    for node in nodes:
        yield from (card.url for card in node.initiatives)
        yield from _urls_under(node.children)
