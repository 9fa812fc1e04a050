"""The front page of a committee: few figures, what changed, what is off track, what is to be decided."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.overview.shapes.facts import Link

MOST_FIGURES = 7


@dataclass(frozen=True, slots=True)
class Behind:
    """One thing that a figure counts, with what is said of it."""

    title: str
    url: str
    text: str
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A report that lies before a meeting. `is_asked`: the committee is to decide, and `asked` are the sentences."""

    reference: str
    title: str
    url: str
    text: str
    is_asked: bool
    asked: tuple[str, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class FrontFigure:
    """`key` names its place below, where `behind` stands, and `left_text` how many more there are. `why` says in one
    sentence why it moved since last time.

    `code` and `symbol` are a light's, empty for other figures.
    """

    key: str
    value: str
    label: str
    detail: str
    why: str
    code: str
    symbol: str
    behind: tuple[Behind, ...]
    behind_text: str
    left_text: str = ""
    more: Link | None = None
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class OffTrack:
    """An initiative whose status is yellow or red: the owner's reason and what is done."""

    title: str
    url: str
    code: str
    word: str
    symbol: str
    reason: str
    action: str
    is_new: bool
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class DecisionMade:
    """A decision since last time. `note` says where the figures cannot know of it yet."""

    title: str
    url: str
    day_text: str
    text: str
    note: str = ""
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class DecidedSince:
    """`made` the newest first; `unclear` are those that may lie before, with where they stand, None without any."""

    made: tuple[DecisionMade, ...]
    unclear: Link | None = None


@dataclass(frozen=True, slots=True)
class FrontPage:
    """`since_text` says what it is compared with, or that there is nothing to compare with. `decided` are the last
    decisions, None where it is not known since when.
    """

    as_of_text: str
    since_text: str
    count_text: str
    figures: tuple[FrontFigure, ...]
    changes: tuple[Behind, ...]
    changes_more: int
    off_track: tuple[OffTrack, ...]
    off_track_more: int
    money_text: str
    asked: tuple[AgendaItem, ...]
    told: tuple[AgendaItem, ...]
    decided: tuple[DecisionMade, ...] | None = None
    decided_more: int = 0
    decided_unclear: Link | None = None
    is_fictional: bool = False
