"""Proves over the whole database what single writes are held to, and writes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.audit import borders, figures, money, standing, trees
from portfolio.audit.findings import Check, Finding

CHECKS: tuple[Check, ...] = (
    borders.rules_in_place,
    borders.relations,
    borders.generic_relations,
    standing.unchanged,
    standing.somebody_did_it,
    money.amounts,
    money.corrections,
    money.closed_years,
    money.unspecified_changes,
    money.transfers,
    money.parts,
    money.stated_totals,
    trees.circles,
    trees.objectives_of_one_strategy,
    figures.subgroups,
    figures.small_counts,
    figures.reports,
    figures.derived_columns,
)

__all__ = ["CHECKS", "Finding", "audit"]


def audit() -> Iterator[Finding]:
    for check in CHECKS:
        yield from check()
