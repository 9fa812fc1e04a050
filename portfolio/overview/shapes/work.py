"""What somebody has to do, and what a portfolio lacks."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.overview.shapes.facts import Link
from portfolio.overview.shapes.statuses import StatusDue


@dataclass(frozen=True, slots=True)
class Completeness:
    """“7 af 10 udfyldt”, and links to the headings under which nothing is written."""

    text: str
    missing: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MyInitiative:
    """`completeness_text` is “7 af 10 overskrifter udfyldt”; `lacks` says in words what nobody has entered yet."""

    due: StatusDue
    edit_url: str
    completeness_text: str
    lacks: tuple[str, ...]
    deadline_text: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Lack:
    """So many rows of one kind ask for something; `rows` are the first of them, `more_text` tells of the rest.

    `url` is the list of them all.
    """

    code: str
    text: str
    number: int
    rows: tuple[Link, ...]
    more_text: str
    url: str


@dataclass(frozen=True, slots=True)
class StartingStep:
    """A step of a new municipality, with why it is taken and the screen where."""

    code: str
    title: str
    why: str
    url: str
    is_done: bool
    is_optional: bool


@dataclass(frozen=True, slots=True)
class GettingStarted:
    """`next_step` is the first that is left and cannot wait; None when none is. `left` are all that are left."""

    steps: tuple[StartingStep, ...]
    is_done: bool
    is_nearly_done: bool
    text: str
    left: tuple[StartingStep, ...]
    left_text: str
    next_step: StartingStep | None


@dataclass(frozen=True, slots=True)
class Work:
    """`lacks` only for those who keep the whole portfolio; empty when it lacks nothing.

    `number` of initiatives that are not over, drafts too; `starting` only for administrators, while a step is left.
    """

    municipality: str
    code: str
    mine: tuple[MyInitiative, ...]
    round_text: str
    number: int
    waiting: int
    waiting_text: str
    lacks: tuple[Lack, ...]
    keeps_all: bool
    starting: GettingStarted | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """What a search found: the row's name and page, and what tells it from others of the name."""

    title: str
    url: str
    about: str
    is_draft: bool
    is_fictional: bool
