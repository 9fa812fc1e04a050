"""A corrected version names what its sections print, and nothing besides: each text of a report changed by itself."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import timezone, translation
from django.utils.html import strip_tags

from portfolio.reports.composition import StatusPart
from portfolio.reports.facts import facts, names_in
from portfolio.reports.models import Report
from portfolio.reports.printed import printed
from portfolio.reports.printed.setting import set_pages
from portfolio.reports.snapshot import canonical, freeze
from tests.portfolio.reports.test_every_template import WHOLE, in_order, revised

__all__ = ["revised"]

# What is swept; the rest of a snapshot tells how it was made.
PARTS = ("report", "composition", "content", "earlier")
# Who and what is meant, which is no text; an amount with the unit that stands in the head of its column; a deviation,
# which is printed as amount and word; prose, whose marks are not printed.
ELSEWHERE = re.compile(r"reference$|\.sections\.|full_text$|deviation\.text$|headings\.\*\.text$")
ALL = list(StatusPart.values)


def texts_of(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any, Any]]:
    """Each text with its place, what holds it, and under which key."""
    found = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in list(found):
        if isinstance(one, str) and one.strip():
            yield (*path, key), value, key
        else:
            yield from texts_of(one, (*path, key))


def told_though_not_printed(snapshot: str) -> dict[str, str]:
    """{place: a fact that is another by it} of each text that is printed nowhere."""
    read = json.loads(snapshot)
    names, body = names_in(read), plain(printed(snapshot).html)
    before = facts(read, names)
    found: dict[str, str] = {}
    for place, holder, key in (one for part in PARTS for one in texts_of(read[part], (part,))):
        name, text = ".".join("*" if isinstance(step, int) else step for step in place), holder[key]
        if name in found or ELSEWHERE.search(name):
            continue
        holder[key] = f"{text} ÆNDRET"
        changed = facts(read, names).items() ^ before.items()
        holder[key] = text
        if changed and plain(text) not in body:
            found[name] = str(min(changed))
    return found


def plain(text: str) -> str:
    return " ".join(html.unescape(strip_tags(text)).split()).casefold()


@pytest.mark.parametrize(
    "chosen",
    [
        [[one] for one in ALL[:3]],
        pytest.param([[one] for one in ALL[3:]], marks=pytest.mark.slow),
        pytest.param([ALL], marks=pytest.mark.slow),
    ],
    ids=["a few one by one", "the others one by one", "together"],
)
def test_no_line_tells_what_is_printed_nowhere(chosen: list[list[str]], revised: Report) -> None:
    read = json.loads(freeze(in_order(revised, WHOLE), timezone.now()).text)
    with translation.override("da"):
        for sections in chosen:
            read["composition"] |= {"sections": sections, "headings": []}
            assert told_though_not_printed(canonical({**read, "printed": set_pages(read)})) == {}, sections
