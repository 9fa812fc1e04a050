"""What only a status report shows: the résumé, the one-page table, deviations, and how the indicators are defined."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.overview.shapes.facts import Count, Link, Source
from portfolio.overview.shapes.indicators import DefinitionLine
from portfolio.overview.shapes.initiatives import StatusShown
from portfolio.overview.shapes.money import Deviation


@dataclass(frozen=True, slots=True)
class Move:
    """How the status went since the previous report. `code` is better, worse, same, new or none (nothing before)."""

    code: str
    symbol: str
    words: str


@dataclass(frozen=True, slots=True)
class StatusRow:
    """An initiative on the one-page table. `deviation` is None where there is none to state; `deviation_text` is its
    amount in the table's unit, empty where it is none or not known, and `deviation_covered` is “3 of 4 lines” where it
    is not over all of them.
    """

    reference: str
    code: str
    title: str
    objectives: tuple[Link, ...]
    more_objectives: int
    owner_text: str
    status: StatusShown | None
    status_text: str
    move: Move
    age_text: str
    milestone_text: str
    deviation: Deviation | None
    deviation_text: str = ""
    deviation_covered: str = ""
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class StatusTable:
    """The initiatives of one strategy; `title` is empty for those of none. `deviation_heading` names year and unit."""

    title: str
    rows: tuple[StatusRow, ...]
    deviation_heading: str = ""


@dataclass(frozen=True, slots=True)
class DeviationShown:
    """An initiative off its course: what, why and what is done, in the approved update's and the figures' words."""

    reference: str
    title: str
    code: str
    what: tuple[str, ...]
    why: str
    action: str
    as_of_text: str
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class Resume:
    """At most eight lines as printed, with the label over `attention`; `money` are those of them about the economy.
    `counts` and `moves` each add up to the number of initiatives.
    """

    lines: tuple[str, ...]
    money: tuple[str, ...]
    attention: tuple[str, ...]
    counts: tuple[Count, ...]
    moves: tuple[Count, ...]
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorDefinition:
    reference: str
    name: str
    lines: tuple[DefinitionLine, ...]
