"""Arranges what a snapshot says for the templates; it computes no figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from portfolio.reports.printed.budget_pictures import budget_charts
from portfolio.reports.printed.pictures import WHOLE, pictured, places

FACTS_ON_A_LINE, LONGEST_OF_TWO = 2, 34


def arranged(read: Mapping[str, Any]) -> dict[str, Any]:
    """The context of all sections."""
    content = read["content"]
    measured = [figure for figure in content["indicators"] if not figure["initiatives"]]
    # Each picture is printed once: with the initiative that it belongs to, where the sheets are printed.
    whole, sheets = (measured, content["sheets"]) if _prints(read, "sheets") else (content["indicators"], [])
    where = places(whole, sheets)
    titles = {number: sheet["card"]["title"] for number, sheet in enumerate(content["sheets"], start=1)}
    titles[WHOLE] = _("Indicators")
    return {
        **read,
        "owner": _("%(name)s Municipality") % {"name": content["municipality"]},
        "lost": 0,
        "facts": list(_pairs([one for one in _facts(read) if one["text"]])),
        "before_text": _since_previous(read),
        "sheets": [
            _sheet(number, {**sheet, "indicators": pictured(sheet["indicators"], number, where, titles)})
            for number, sheet in enumerate(content["sheets"], start=1)
        ],
        "measured": pictured(content["indicators"], WHOLE, where, titles),
        "economy": _economy(content["economy"]),
        "budget_tables": [_with_places(table) for table in content["overview"]["budget_tables"]],
    }


def _facts(read: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    about, content = read["report"], read["content"]
    yield {"label": _("Committee"), "text": about["committee_text"]}
    yield {"label": _("Meeting"), "text": about["meeting_text"]}
    yield {"label": _("Figures as of"), "text": content["as_of_text"]}
    yield {"label": _("Previous status"), "text": about["previous_text"] or _("none")}
    yield {"label": _("Case number"), "text": about["case_number"] or _("not stated")}
    yield {"label": _("Item"), "text": f"{about['case_kind_text']} {about['openness_text']}"}
    yield {"label": _("Scope"), "text": f"{content['overview']['count_text']}: {about['scope_text']}"}
    yield {"label": _("Version"), "text": about["version_text"]}
    yield {"label": _("As known on"), "text": about["known_text"]}


def _pairs(facts: Sequence[dict[str, str]]) -> Iterator[list[dict[str, str]]]:
    """Two to a line; one that is long stands alone."""
    line: list[dict[str, str]] = []
    for fact in facts:
        if len(fact["text"]) > LONGEST_OF_TWO:
            yield from [line] if line else []
            line = []
            yield [fact]
            continue
        line.append(fact)
        if len(line) == FACTS_ON_A_LINE:
            yield line
            line = []
    yield from [line] if line else []


def _since_previous(read: Mapping[str, Any]) -> str:
    previous = read["report"]["previous_text"]
    return _("Decisions since the previous status as of %(day)s") % {"day": previous} if previous else ""


def _prints(read: Mapping[str, Any], section: str) -> bool:
    return section in read["composition"]["sections"]


def _with_places(table: dict[str, Any]) -> dict[str, Any]:
    return {**table, "places": _places(sources_in(table))}


def _economy(economy: dict[str, Any]) -> dict[str, Any]:
    """The table of the budget year with the documents that it rests on; other years stand in the sheets."""
    tables = [{**table, "places": _places(_documents(table))} for table in economy["tables"][:1]]
    return {**economy, "tables": tables, "charts": budget_charts(economy)}


def _documents(table: dict[str, Any]) -> Iterable[dict[str, Any]]:
    yield from sources_in([row["made_of"]["postings"] for row in table["rows"]])
    yield from sources_in([row["made_of"]["readings"] for row in table["rows"]])


def _sheet(number: int, sheet: dict[str, Any]) -> dict[str, Any]:
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
