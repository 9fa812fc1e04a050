"""Arranges what a snapshot says for the templates; it computes no figure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from portfolio.reports.printed.pictures import WHOLE, pictured, places

OBJECTIVES_IN_OVERVIEW = 3


def arranged(read: dict[str, Any], digest: str) -> dict[str, Any]:
    """The context of all sections."""
    content = read["content"]
    cards = [_card(card) for card in content["overview"]["initiatives"]]
    measured = [figure for figure in content["indicators"] if not figure["initiatives"]]
    where = places(measured, content["sheets"])
    titles = {number: sheet["card"]["title"] for number, sheet in enumerate(content["sheets"], start=1)}
    titles[WHOLE] = _("Indicators and figures of the whole")
    return {
        **read,
        "owner": _("%(name)s Municipality") % {"name": content["municipality"]},
        "digest": digest,
        "lost": 0,
        "tables": _by_strategy(cards),
        "attention": [card for card in cards if _needs_attention(card)],
        "sections": [
            _section(number, {**sheet, "indicators": pictured(sheet["indicators"], number, where, titles)})
            for number, sheet in enumerate(content["sheets"], start=1)
        ],
        "measured": pictured(measured, WHOLE, where, titles),
    }


def _card(card: dict[str, Any]) -> dict[str, Any]:
    """A line of the overview names a few objectives; the section names all."""
    objectives = card["objectives"]
    few = objectives if len(objectives) <= OBJECTIVES_IN_OVERVIEW else objectives[: OBJECTIVES_IN_OVERVIEW - 1]
    headings = [one["heading"] for one in card["money"]["sums"]]
    # The price level is named where it alone tells two sums apart; the tables always name it.
    sums = [
        {**one, "level": one["price_level_text"] if headings.count(one["heading"]) > 1 else ""}
        for one in card["money"]["sums"]
    ]
    return {**card, "aims": few, "more_aims": len(objectives) - len(few), "money": {**card["money"], "sums": sums}}


def _by_strategy(cards: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """One overview table a strategy, in the order in which the overview names them."""
    tables: dict[str, list[dict[str, Any]]] = {}
    for card in cards:
        tables.setdefault(card["strategy"]["title"] if card["strategy"] else "", []).append(card)
    return [{"title": title, "cards": rows} for title, rows in tables.items()]


def _needs_attention(card: dict[str, Any]) -> bool:
    return bool(card["status"]) and card["status"]["worst"]["code"] in ("yellow", "red")


def _section(number: int, sheet: dict[str, Any]) -> dict[str, Any]:
    """A sheet with its written and its empty headings apart, and each source named once."""
    return {
        **sheet,
        "number": number,
        "written": [heading for heading in sheet["headings"] if not heading["is_missing"]],
        "unwritten": [heading["label"] for heading in sheet["headings"] if heading["is_missing"]],
        "follow_up": [_follow_up(table) for table in sheet["follow_up"]],
        "places": _places(sources_in(sheet)),
    }


def _follow_up(table: dict[str, Any]) -> dict[str, Any]:
    """Each row with what there is to remark, which stands once under the table."""
    return {
        **table,
        "rows": [{**row, "short": row["code"] or row["name"], "remarks": _remarks(row)} for row in table["rows"]],
    }


def _remarks(row: dict[str, Any]) -> list[str]:
    spent = _("%(percent)s of the revised budget spent") % {"percent": row["spent_text"]}
    return [
        *([row["actual_note"]] if row["actual_note"] else []),
        *([spent] if row["spent_percent"] is not None else []),
        *row["changes"],
        *row["notes"],
    ]


def _places(sources: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each document once, with the lines that are cited, in the order of the lines: "linje 4, 17, 20"."""
    lines: dict[str, set[str]] = {}
    for source in sources:
        mark = "" if source["mark"] == "stated" else f" ({source['mark_words']})"
        cited = {source["line"] + mark} if source["line"] else set()
        lines.setdefault(source["title"], set()).update(cited)
    return [
        {"title": title, "lines": _one_word(sorted(cited, key=_by_number))} for title, cited in sorted(lines.items())
    ]


def _one_word(lines: list[str]) -> list[str]:
    """The word that the first begins with is not repeated by the others."""
    word = f"{lines[0].split()[0]} " if lines else ""
    return [line if number == 0 else line.removeprefix(word) for number, line in enumerate(lines)]


def _by_number(line: str) -> tuple[list[int], str]:
    return [int(number) for number in re.findall(r"\d+", line)], line


def sources_in(value: Any) -> Iterable[dict[str, Any]]:
    """All sources that stand anywhere in a part of the snapshot."""
    if isinstance(value, list):
        for one in value:
            yield from sources_in(one)
    elif isinstance(value, dict):
        yield from value.get("sources") or ()
        for name, one in value.items():
            if name != "sources":
                yield from sources_in(one)
