"""What an open corrected version leaves out of the version before it: decisions that have been closed since.

All may read it, so it tells neither what such a decision was called nor what it said. Nor does it say that something
did not stand there which did: the version before is read as it would stand now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from initiatives.models import Event
from organisation.models import Action, ChangeRecord, Municipality
from organisation.periods import Period, PeriodError, Precision, parse_period
from portfolio.overview import words
from portfolio.reports.models import Report
from portfolio.reports.printed.footnotes import sources_in

Read = Mapping[str, Any]
# What is printed of an event; by these two of the same day and title are told apart.
OF_EVENT = ("title", "kind_words", "date_text", "body_text", "outcome_words", "outcome_text", "sent_on_text")


@dataclass(frozen=True)
class _Closed:
    """A decision on a closed item, with every title and day (as printed) that it has had."""

    references: frozenset[str]
    titles: frozenset[str]
    days: frozenset[str]


def leave_out_what_is_closed(before: dict[str, Any], read: Read, home: Municipality) -> None:
    """Changes `before`, the version that `read` corrects. Three queries.

    Snapshots know an event by its reference; of older ones, what could be a closed decision by its title and day is
    taken for one, unless it stands in `read` as it is.
    """
    named = [one["reference"] for one in before.get("earlier", ())]
    decided = Report.objects.filter(Q(is_closed=True) | Q(decision__is_closed=True), municipality=home)
    inside = set(decided.filter(reference__in=named).values_list("reference", flat=True))
    before["earlier"] = [one for one in before.get("earlier", ()) if one["reference"] not in inside]
    closed = list(_closed_decisions(home))
    gone = list(_leave_out_events(before["content"], read["content"], closed))
    _leave_out_sources(before["content"], read["content"], gone)
    _leave_out_titles(before["content"], read["content"], closed)


def _closed_decisions(home: Municipality) -> Iterator[_Closed]:
    """Also those that were deleted while they were closed."""
    now = {event.pk: event for event in Event.objects.filter(municipality=home)}
    kind = ContentType.objects.get_for_model(Event)
    past: dict[int, list[ChangeRecord]] = {}
    for record in ChangeRecord.objects.filter(municipality=home, content_type=kind).order_by("at", "pk"):
        past.setdefault(record.object_id, []).append(record)
    for pk in now.keys() | past.keys():
        event, records = now.get(pk), past.get(pk, [])
        if event.is_closed if event else _was_closed(records[-1]):
            texts = _held(records, "effective_text")
            yield _Closed(
                references=frozenset({*_held(records, "reference"), *([event.reference] if event else [])}),
                titles=frozenset({*_held(records, "title"), *([event.title] if event else [])}),
                days=frozenset({*map(_day, texts), words.date(event.effective) if event else _day("")}),
            )


def _was_closed(last: ChangeRecord) -> bool:
    return last.action == Action.DELETED and last.changes.get("is_closed", [False])[0] is True


def _held(records: Iterable[ChangeRecord], field: str) -> set[str]:
    """Each value that the field has had. An unset one is not in the history of a row."""
    return {value or "" for record in records for value in record.changes.get(field, ())} - {""}


def _day(text: str) -> str:
    try:
        period = parse_period(text) if text else Period("", None, None, Precision.UNKNOWN)
    except PeriodError:
        return text
    return words.date(period)


def _leave_out_events(content: Read, now: Read, closed: Iterable[_Closed]) -> Iterator[Read]:
    """From every part that lists events; gives those that were left out."""
    known = {reference for one in closed for reference in one.references}
    ambiguous = {(title, day) for one in closed for title in one.titles for day in one.days}
    stands = {_name(part): Counter(map(_printed, part["events"])) for part in _with_events(now)}
    for part in list(_with_events(content)):
        still = Counter(stands.get(_name(part), ()))
        kept = []
        for event in part["events"]:
            if reference := event.get("reference"):
                is_closed = reference in known
            elif still[_printed(event)]:
                still[_printed(event)] -= 1
                is_closed = False
            else:
                is_closed = (event["title"], event["date_text"]) in ambiguous
            if is_closed:
                yield event
            else:
                kept.append(event)
        part["events"] = kept


def _with_events(value: Any) -> Iterator[dict[str, Any]]:
    """Initiatives and strategies, wherever they stand in the content."""
    if isinstance(value, list):
        for one in value:
            yield from _with_events(one)
    elif isinstance(value, dict):
        if isinstance(value.get("events"), list):
            yield value
        for one in value.values():
            yield from _with_events(one)


def _name(part: Read) -> tuple[str, str]:
    """An initiative's sheet has its reference on its card."""
    return ("initiative", part["card"]["reference"]) if "card" in part else ("strategy", part["reference"])


def _printed(event: Read) -> tuple[str, ...]:
    return tuple(event.get(key, "") for key in OF_EVENT)


def _leave_out_sources(content: dict[str, Any], now: Read, gone: Iterable[Read]) -> None:
    """The documents that only those events rest on. One that the new version names is told to nobody by this."""
    only = {source["title"] for source in sources_in(list(gone))}
    if only:
        only -= {source["title"] for source in sources_in([{**content, "sources": []}])}
        only -= {source["title"] for source in now.get("sources", ())}
        content["sources"] = [one for one in content.get("sources", ()) if one["title"] not in only]


def _leave_out_titles(content: Read, now: Read, closed: Iterable[_Closed]) -> None:
    """What a decision did to the money is told with its title, and without it where it is closed."""
    titles = {reference: one.titles for one in closed for reference in one.references}
    stands = {place: Counter(row.get("changes", ())) for place, row in _lines_of_money(now)}
    for place, row in _lines_of_money(content):
        texts = row.get("changes", ())
        decided_by = row.get("decided_by") or [None] * len(texts)
        still = stands.get(place, Counter())
        row["changes"] = [
            _without(text, _titles_of(text, reference, still, titles))
            for text, reference in zip(texts, decided_by, strict=True)
        ]
    still = Counter(step["text"] for step in _steps(now))
    for step in _steps(content):
        decision = step["decision"] and step["decision"]["title"]
        if decision and decision in _titles_of(step["text"], step.get("reference"), still, titles):
            step["text"] = _without_in_brackets(step["text"], decision)


def _titles_of(
    text: str, reference: str | None, still: Counter[str], titles: Mapping[str, Iterable[str]]
) -> Iterable[str]:
    """The titles that may not stand in the text. `reference` is None in a snapshot that does not know it."""
    if reference is not None:
        return titles.get(reference, ())
    if still[text]:
        still[text] -= 1
        return ()
    return {title for several in titles.values() for title in several}


def _without(text: str, titles: Iterable[str]) -> str:
    """The decision is the last that is said of a change."""
    for title in sorted(titles, key=len, reverse=True):
        if text.endswith(f"; {title}"):
            return f"{text.removesuffix(title)}{words.closed_item()}"
    return text


def _without_in_brackets(text: str, title: str) -> str:
    said, _bracket, details = text.rpartition(f" ({title}")
    return said + (f" ({details.removeprefix(', ')}" if details != ")" else "")


def _lines_of_money(content: Read) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    """With where each stands."""
    for sheet in content["sheets"]:
        for table in sheet.get("follow_up", ()):
            for row in table["rows"]:
                yield (sheet["card"]["reference"], table["year"], row["reference"]), row


def _steps(content: Read) -> list[dict[str, Any]]:
    bridge = (content.get("economy") or {}).get("bridge") or {}
    return list(bridge.get("steps", ()))
