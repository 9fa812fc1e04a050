"""The pictures of a budget in a report, drawn from what the snapshot keeps: those of the budget's page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portfolio.charts import draw
from portfolio.charts.frozen import thawed_budget


def budget_charts(economy: Mapping[str, Any]) -> list[dict[str, Any]]:
    """[{sentence, chart}], the bridge last, its sentence its text."""
    kept = [(one["sentence"], one["definition"]) for one in economy["pictures"]]
    if economy["bridge_picture"]:
        kept.append((economy["bridge"]["text"], economy["bridge_picture"]))
    return [{"sentence": sentence, "chart": draw(thawed_budget(definition))} for sentence, definition in kept]
