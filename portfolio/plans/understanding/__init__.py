"""What the paragraphs of a plan mean: pure functions from a PlanText to a PlanContent."""

from __future__ import annotations

from portfolio.plans.understanding.recognising import understand_plan
from portfolio.plans.understanding.template import TEN_HEADINGS

__all__ = ["TEN_HEADINGS", "understand_plan"]
