"""Arranges what a snapshot says for the templates; it computes no figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from portfolio.reports.printed.aligning import align_rows, lacking
from portfolio.reports.printed.budget_pictures import budget_charts
from portfolio.reports.printed.columns import is_wide, prints_planning
from portfolio.reports.printed.footnotes import Calls, Footnotes
from portfolio.reports.printed.pictures import WHOLE, pictured, places
from portfolio.reports.printed.sheets import budget_tables, called, sheet_of

# Sections that have footnotes of their own; so has each sheet, each deviation, and the case.
NOTED = ("overview", "indicators", "economy", "objectives")
FACTS_ON_A_LINE, LONGEST_OF_TWO = 2, 34
# In eleven points and on five lines each; where they are shorter, a page holds ten or more.
INITIATIVES_ON_A_PAGE = 7


def arranged(read: Mapping[str, Any]) -> dict[str, Any]:
    """The context of all sections."""
    content = read["content"]
    measured = [figure for figure in content["indicators"] if not figure["initiatives"]]
    # Each picture is printed once: with the initiative that it belongs to, where the sheets are printed.
    whole, sheets = (measured, content["sheets"]) if _prints(read, "sheets") else (content["indicators"], [])
    where = places(whole, sheets)
    titles = {number: sheet["card"]["title"] for number, sheet in enumerate(content["sheets"], start=1)}
    titles[WHOLE] = _("Indicators")
    notes = {name: Footnotes(name) for name in NOTED}
    context = {
        **read,
        "owner": full_name(content["municipality"]),
        "lost": 0,
        "facts": list(_pairs([one for one in _facts(read) if one["text"]])),
        "before_text": _since_previous(read),
        "last_decision": next(iter(read["earlier"]), None),
        "overview_longer": _longer(content["tables"]),
        "overview_calls": _of_overview(notes["overview"]),
        "status_tables": [_status_table(table) for table in content["tables"]],
        "sheets": [
            sheet_of(number, {**sheet, "indicators": pictured(sheet["indicators"], number, where, titles)})
            for number, sheet in enumerate(content["sheets"], start=1)
        ],
        "measured": called(pictured(content["indicators"], WHOLE, where, titles), notes["indicators"]),
        "context_figures": called(content["context_figures"], notes["indicators"]),
        "strategies": [_strategy(one, notes["objectives"]) for one in content["strategies"]],
        "economy": _economy(content["economy"], notes["economy"]),
        "planning": budget_tables(_planning(content), notes["economy"]),
        "budget_tables": budget_tables(content["overview"]["budget_tables"], notes["economy"]),
    }
    return {**context, "notes_of": {name: found.lines for name, found in notes.items()}}


def full_name(name: str) -> str:
    """What a municipality is called in full; two are not called by their name with “Kommune” after it."""
    own_names = {"København": _("City of Copenhagen"), "Bornholm": _("Regional Municipality of Bornholm")}
    return own_names.get(name) or _("%(name)s Municipality") % {"name": name}


def _longer(tables: Sequence[Mapping[str, Any]]) -> str:
    """That it may go on, where there are more initiatives than surely stand on one page."""
    number = sum(len(table["rows"]) for table in tables)
    if number <= INITIATIVES_ON_A_PAGE:
        return ""
    given = {"number": number}
    return (
        _("The overview holds %(number)d initiatives. Where it takes more than a page, its head stands on each.")
        % given
    )


def _of_overview(notes: Footnotes) -> dict[str, Calls]:
    status = _("the owners' latest approved assessments, with their age on the day of the figures")
    worst = _("the worst of progress, economy and effect stands for the initiative")
    deviation = _("forecast held against the revised budget of the year, from the tables under “Economy”")
    return {"status": notes.cite(words=f"{status}; {worst}"), "deviation": notes.cite(words=deviation)}


def _status_table(table: dict[str, Any]) -> dict[str, Any]:
    moved = lacking([row["deviation_text"] for row in table["rows"]])
    return {**table, "rows": [{**row, "moved": one} for row, one in zip(table["rows"], moved, strict=True)]}


def _strategy(strategy: dict[str, Any], notes: Footnotes) -> dict[str, Any]:
    """One note for the strategy and its tree, which stand in the same document."""
    return {**strategy, "calls": notes.cite({"sources": strategy["sources"]}, *_of_tree(strategy["objectives"]))}


def _of_tree(nodes: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        yield {"sources": node["sources"]}
        yield from _of_tree(node["children"])


def arranged_sheet(sheet: dict[str, Any]) -> dict[str, Any]:
    """One sheet alone, with all its pictures."""
    figures = pictured(sheet["indicators"], 1, places([], [sheet]), {1: sheet["card"]["title"]})
    return sheet_of(1, {**sheet, "indicators": figures})


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


def _economy(economy: dict[str, Any], notes: Footnotes) -> dict[str, Any]:
    """The table of the budget year with the documents that it rests on; other years stand in the sheets."""
    tables = [_group_table(table, notes) for table in economy["tables"][:1]]
    bridge = economy["bridge"]
    if bridge:
        bridge = {**bridge, "calls": notes.cite(bridge)}
    return {**economy, "tables": tables, "bridge": bridge, "charts": budget_charts(economy)}


def _planning(content: Mapping[str, Any]) -> list[dict[str, Any]]:
    return content["economy"]["planning"] if prints_planning(content) else []


def _group_table(table: dict[str, Any], notes: Footnotes) -> dict[str, Any]:
    made_of = [row["made_of"] for row in table["rows"]]
    cited = [one[name] for one in made_of for name in ("postings", "readings")]
    rows = [*table["rows"], *table["gross"], table["total"]]
    aligned = dict(zip(map(id, rows), align_rows([one["row"] for one in rows]), strict=True))
    return {
        **table,
        "calls": notes.cite(*cited),
        "rows": [{**one, "row": aligned[id(one)]} for one in table["rows"]],
        "gross": [{**one, "row": aligned[id(one)]} for one in table["gross"]],
        "total": {**table["total"], "row": aligned[id(table["total"])]},
        "is_wide": is_wide([one["row"] for one in rows]),
    }
