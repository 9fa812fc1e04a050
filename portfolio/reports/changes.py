"""What a corrected version changes, in words and figures: the facts of the two snapshots held against each other."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from initiatives.models import Event
from organisation.models import Municipality
from portfolio.overview import words
from portfolio.reports.facts import facts, names_in
from portfolio.reports.models import Report

LONGEST_SHOWN = 240


@dataclass(frozen=True)
class Line:
    """A fact that is not the same in both; what is not there is said so."""

    what: str
    before: str
    after: str


@dataclass(frozen=True)
class Changes:
    reason: str
    text: str
    before_text: str
    version_text: str
    lines: tuple[Line, ...]


def changes(report: Report, read: Mapping[str, Any]) -> Changes | None:
    """Between the version that the report corrects and `read`, its own content; None for a first version."""
    if report.corrects is None:
        return None
    before = json.loads(report.corrects.snapshot)
    if not report.is_closed:
        _leave_out_what_is_closed(before, read, report.municipality)
    given = {"before": report.corrects.version, "version": report.version}
    return Changes(
        reason=report.correction,
        text=_("This is a revised attachment, version %(version)d. It replaces version %(before)d.") % given,
        before_text=_("Version %(before)d") % given,
        version_text=_("Version %(version)d") % given,
        lines=tuple(differences(before, read)),
    )


def _leave_out_what_is_closed(before: dict[str, Any], read: Mapping[str, Any], home: Municipality) -> None:
    """All may read an open version: decisions that the one before it named, and that are closed now, are not named."""
    named = [one["reference"] for one in before.get("earlier", ())]
    decided = Report.objects.filter(Q(is_closed=True) | Q(decision__is_closed=True), municipality=home)
    inside = set(decided.filter(reference__in=named).values_list("reference", flat=True))
    before["earlier"] = [one for one in before.get("earlier", ()) if one["reference"] not in inside]
    closed, days, is_open = set(), set(), set()
    for event in Event.objects.filter(municipality=home):
        day = words.date(event.effective)
        if event.is_closed:
            closed.add(event.title)
            days.add(day)
        else:
            is_open.add((event.title, day))
    now = {sheet["card"]["reference"]: sheet["events"] for sheet in read["content"]["sheets"]}
    for sheet in before["content"]["sheets"]:
        # One that was closed may have got another title since, and then is known by its day. What stands there still,
        # or is open under its title, is told.
        stands = [*is_open, *((one["title"], one["date_text"]) for one in now.get(sheet["card"]["reference"], ()))]
        sheet["events"] = [
            one
            for one in sheet.get("events", ())
            if (one["title"], one["date_text"]) in stands or not (one["title"] in closed or one["date_text"] in days)
        ]
    _leave_out_titles(before["content"], closed - {title for title, _date in is_open})


def _leave_out_titles(content: dict[str, Any], closed: Collection[str]) -> None:
    """What a decision did to the money is told with its title: no such line of the version before."""
    economy = content.get("economy") or {}
    found: list[Any] = []
    for table in (table for sheet in content["sheets"] for table in sheet.get("follow_up", ())):
        found += [*table["rows"], table["total"]]
    for table in economy.get("tables", ()):
        found += [one["row"] for one in [*table.get("rows", ()), *table.get("gross", ()), table.get("total")] if one]
    for row in filter(None, found):
        row["changes"] = [one for one in row.get("changes", ()) if not _names(one, closed)]
    if bridge := economy.get("bridge"):
        bridge["steps"] = [one for one in bridge["steps"] if not _names(one.get("text", ""), closed)]


def _names(text: str, titles: Collection[str]) -> bool:
    return any(title in text for title in titles if title)


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Line]:
    was, is_now = names_in(before), names_in(after)
    both = {reference: name for reference, name in is_now.items() if reference in was}
    for reference, name in (was | is_now).items():
        if reference not in both:
            yield Line(name, _there(reference in was), _there(reference in is_now))
    old, new = facts(before, both), facts(after, both)
    for what in dict.fromkeys([*new, *old]):
        if old.get(what, "") != new.get(what, ""):
            yield Line(what, _shown(old.get(what, "")), _shown(new.get(what, "")))


def _there(stands: bool) -> str:
    return _("stood in the report") if stands else _shown("")


def _shown(text: str) -> str:
    return Truncator(text).chars(LONGEST_SHOWN) if text else _("did not stand there")
