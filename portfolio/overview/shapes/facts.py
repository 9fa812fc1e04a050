"""Sources, links and counts, which all other shapes hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact stands. `mark` is stated, inferred, computed or external; `label` is all of it on one line."""

    label: str
    title: str
    line: str
    quote: str
    mark: str
    mark_words: str
    note: str = ""
    url: str = ""
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """`url` is empty where the reader gets no page, for example in a report."""

    title: str
    url: str = ""
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """One bar of a count. `code` is for the class, `symbol` stands beside the word so that colour is never alone."""

    code: str
    words: str
    number: int
    text: str
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """`reference` is its own within the municipality, whatever it is called; it is printed nowhere."""

    title: str
    kind: str
    kind_words: str
    date_text: str
    body_text: str
    outcome_words: str
    outcome_text: str = ""
    case_number: str = ""
    sent_on_text: str = ""
    body_url: str = ""
    sent_on_url: str = ""
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False
    reference: str = ""
