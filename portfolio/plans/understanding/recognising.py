"""The way in: a plan's text becomes its content, by the layout that it has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from organisation.sorting import search_key
from portfolio.plans.content import PlanContent, PlanHeading, Remark
from portfolio.plans.reading import Paragraph, PlanText, TableRow
from portfolio.plans.understanding.facts import find_facts
from portfolio.plans.understanding.matrices import unfolded
from portfolio.plans.understanding.sections import Splitter
from portfolio.plans.understanding.template import labels_in, template_of
from portfolio.plans.understanding.tracks import TrackReader, has_tracks

_LONGEST_TITLE = 200
_PLAN = ("handleplan", "plan", "politik", "strategi")


def understand_plan(plan: PlanText, headings: Sequence[PlanHeading] = ()) -> PlanContent:
    """`headings` are the municipality's own, in their order; without any, the usual ten are looked for."""
    is_in_tracks = has_tracks(plan.blocks)
    blocks = plan.blocks if is_in_tracks else unfolded(plan.blocks)
    paragraphs = [one for block in blocks for one in _paragraphs(block)]
    if is_in_tracks:
        reader = TrackReader()
        for block in blocks:
            reader.take(block)
        content = reader.content()
        content.headings = list(headings)
    else:
        splitter = Splitter(template_of(paragraphs, headings, labels_in(blocks)))
        for paragraph in paragraphs:
            splitter.take(paragraph)
        content = splitter.content()
    content.title, content.has_lines = _title(paragraphs, content), plan.has_lines
    find_facts(content)
    _remark_on_titles(content)
    return content


def _paragraphs(block: Paragraph | TableRow) -> list[Paragraph]:
    return [block] if isinstance(block, Paragraph) else list(chain.from_iterable(block.cells))


def _title(paragraphs: Sequence[Paragraph], content: PlanContent) -> str:
    """The last short line before the first initiative that names a plan, else the first line of all."""
    first = min((one.line for one in content.initiatives if one.line), default=0)
    front = [one for one in paragraphs if one.line < first and not one.is_item and len(one.text) <= _LONGEST_TITLE]
    named = [one for one in front if one.text[-1] not in ".:,;" and _names_a_plan(one.text)]
    return (named or front or list(paragraphs[:1]) or [Paragraph(0, "")])[-1 if named else 0].text[:_LONGEST_TITLE]


def _names_a_plan(text: str) -> bool:
    words = search_key(text).split()
    return len(words) <= 12 and any(word.endswith(_PLAN) or word.endswith("planen") for word in words)


def _remark_on_titles(content: PlanContent) -> None:
    """Initiatives by the same name: often one that a page divided."""
    seen: dict[str, int] = {}
    for one in content.initiatives:
        key = search_key(one.title)
        if key and key in seen:
            content.remarks.append(Remark("title_twice", one.line, {"title": one.title}))
        seen.setdefault(key, one.line)
