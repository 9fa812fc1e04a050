"""Plans as they are written: a text, a page or a document becomes paragraphs and rows of tables, or is refused."""

from __future__ import annotations

from portfolio.plans.reading.blocks import Block, Paragraph, PlanText, TableRow
from portfolio.plans.reading.files import read_pasted_plan, read_plan
from portfolio.plans.reading.refusals import NotReadError

__all__ = ["Block", "NotReadError", "Paragraph", "PlanText", "TableRow", "read_pasted_plan", "read_plan"]
