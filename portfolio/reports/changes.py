"""What a corrected version changes, in words and figures: the facts of the two snapshots held against each other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from portfolio.reports.models import Report

LONGEST_SHOWN = 240
Fact = tuple[str, str]


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
    given = {"before": report.corrects.version, "version": report.version}
    return Changes(
        reason=report.correction,
        text=_("This is a revised attachment, version %(version)d. It replaces version %(before)d.") % given,
        before_text=_("Version %(before)d") % given,
        version_text=_("Version %(version)d") % given,
        lines=tuple(differences(before, read)),
    )


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Line]:
    old, new = dict(facts(before)), dict(facts(after))
    for what in dict.fromkeys([*new, *old]):
        if old.get(what, "") != new.get(what, ""):
            yield Line(what, _shown(old.get(what, "")), _shown(new.get(what, "")))


def _shown(text: str) -> str:
    return Truncator(text).chars(LONGEST_SHOWN) if text else _("did not stand there")


def facts(read: Mapping[str, Any]) -> Iterator[Fact]:
    """Every fact that a reader would miss or trip over, under a name that is its own in the report."""
    yield from _of_the_case(read)
    content = read["content"]
    for number, line in enumerate(content.get("resume", {}).get("lines", ()), start=1):
        yield _("Summary, line %(number)d") % {"number": number}, line
    for sheet in content["sheets"]:
        yield from _of_initiative(sheet)
    for figure in content["indicators"]:
        yield from _of_indicator(figure)
    for table in content["overview"]["budget_tables"]:
        yield f"{table['caption']}, {table['price_level_text']}: {_('Total')}", table["total"]["text"]
    for table in content.get("economy", {}).get("tables", ()):
        yield from _of_follow_up(table["heading"], table["total"]["row"])


def _of_the_case(read: Mapping[str, Any]) -> Iterator[Fact]:
    about, composition = read["report"], read.get("composition", {})
    yield _("Title"), about["title"]
    yield _("Figures as of"), read["content"]["as_of_text"]
    yield _("Committee"), about["committee_text"]
    yield _("Meeting"), about["meeting_text"]
    for number, sentence in enumerate(composition.get("recommendations", ()), start=1):
        yield _("Recommendation, sentence %(number)d") % {"number": number}, sentence
    labels = {heading["part"]: heading["label"] for heading in composition.get("headings", ())}
    for part, text in composition.get("texts", {}).items():
        yield labels.get(part, part), text
    for name, label, columns in (
        ("options", _("Option"), ("price", "text")),
        ("risks", _("Risk"), ("action",)),
        ("hearings", _("Hearing"), ("text",)),
    ):
        for one in composition.get(name, ()):
            first = one.get("title") or one.get("body") or one.get("text", "")
            yield f"{label}: {Truncator(first).chars(80)}", ", ".join(one[column] for column in columns if one[column])


def _of_initiative(sheet: Mapping[str, Any]) -> Iterator[Fact]:
    card = sheet["card"]
    name, status = f"{card['code']} {card['title']}".strip(), card["status"]
    yield f"{name}: {_('State')}", card["state_words"]
    yield f"{name}: {_('Owner')}", card["owner_text"]
    yield (
        f"{name}: {_('Status')}",
        "; ".join(f"{one['aspect_words']}: {one['word']}" for one in status["lights"])
        if (status)
        else card["status_text"],
    )
    if status:
        yield f"{name}: {_('Status in words')}", " ".join((status["text"], status["reason"], status["action"])).strip()
    yield f"{name}: {_('Economy')}", card["money"]["text"]
    for heading in sheet["headings"]:
        if not heading["is_missing"]:
            yield f"{name}: {heading['label']}", heading["text"]
    for table in sheet["follow_up"]:
        row = table["total"] or table["rows"][0]
        yield from _of_follow_up(f"{name}, {table['year']}", row)


def _of_follow_up(name: str, row: Mapping[str, Any]) -> Iterator[Fact]:
    for key, words in (
        ("original", _("Original budget")),
        ("revised", _("Revised budget")),
        ("actual", _("Spent")),
        ("forecast", _("Forecast")),
    ):
        yield f"{name}: {words}", row[key]["full_text"]


def _of_indicator(figure: Mapping[str, Any]) -> Iterator[Fact]:
    name = capfirst(figure["name"])
    for key, words in (("baseline_text", _("Baseline")), ("latest_text", _("Latest")), ("target_text", _("Target"))):
        yield f"{name}: {words}", figure[key]
