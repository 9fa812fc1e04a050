"""What a person does to a plan before it is saved: move, rename, join, leave out. Nothing that was typed is lost."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256

from portfolio.plans.content import Passage, PlanContent, PlanInitiative

OUTSIDE = "outside"


def move_text(content: PlanContent, index: int, key: str, target: str) -> None:
    """To "2:4", heading 4 of the initiative with mark 2, or outside. What stands there already comes first."""
    passage = content.initiatives[index].texts.pop(key, None)
    if passage is None:
        return
    if not _put(content, passage, target):
        content.initiatives[index].texts[key] = passage


def place_outside(content: PlanContent, position: int, target: str) -> bool:
    """Takes a text from outside in; False when there is no such place."""
    return _put(content, content.outside[position], target) if target != OUTSIDE else False


def _put(content: PlanContent, passage: Passage, target: str) -> bool:
    if target == OUTSIDE:
        content.outside.append(passage)
        return True
    mark, _colon, key = target.partition(":")
    place = content.place_of(mark)
    if place is None:
        return False
    if key and key not in {heading.key for heading in content.headings}:
        return False
    texts = content.initiatives[place].texts
    texts[key] = joined(texts.get(key), passage)
    content.initiatives[place].texts = in_order(content, texts)
    return True


def joined(first: Passage | None, second: Passage) -> Passage:
    if first is None or not first.text.strip():
        return second
    lines = [line for line in (first.line, second.line) if line]
    lasts = [one.last or one.line for one in (first, second)]
    return Passage(f"{first.text}\n{second.text}", min(lines, default=0), max(lasts))


def in_order(content: PlanContent, texts: dict[str, Passage]) -> dict[str, Passage]:
    order = {heading.key: number for number, heading in enumerate(content.headings, 1)}
    return dict(sorted(texts.items(), key=lambda one: order.get(one[0], 0)))


def join_initiatives(content: PlanContent, index: int, into: int) -> None:
    """All of one becomes part of the other, heading by heading; the other's name, period and owners stay."""
    source, target = content.initiatives[index], content.initiatives[into]
    for key, passage in source.texts.items():
        target.texts[key] = joined(target.texts.get(key), passage)
    target.texts = in_order(content, target.texts)
    target.period = target.period or source.period
    target.owners = target.owners or source.owners
    target.goals = _union(target.goals, source.goals)
    target.amounts += source.amounts
    del content.initiatives[index]


def _union(one: Iterable[str], other: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*one, *other]))


def add_initiative(content: PlanContent, name: str) -> int:
    """Its place. It has no texts yet: they are moved to it."""
    # The button may be pressed twice.
    last = content.initiatives[-1] if content.initiatives else None
    if last is not None and last.names == [name] and not last.texts:
        return len(content.initiatives) - 1
    content.initiatives.append(PlanInitiative([name]))
    content.give_marks()
    return len(content.initiatives) - 1


def fingerprint(initiative: PlanInitiative | PlanContent) -> str:
    """What a page was made from, so that two people who correct the same do not overwrite each other unseen."""
    return sha256(json.dumps(asdict(initiative), sort_keys=True).encode()).hexdigest()[:16]
