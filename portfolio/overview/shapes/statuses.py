"""The round of status updates: who is asked, what is returned, and what waits for approval."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.overview.shapes.initiatives import StatusShown


@dataclass(frozen=True, slots=True)
class StatusDue:
    """An initiative in the round. `open_state` is draft, returned, submitted or empty; `is_due` asks for an answer.

    `url` is the page on which the status is given, empty for those who may not. `deputy_text` says for whom one stands
    in, of what is mine for a time.
    """

    reference: str
    title: str
    initiative_url: str
    url: str
    owner_text: str
    last: StatusShown | None
    last_text: str
    is_due: bool
    open_state: str
    open_text: str
    return_reason: str
    is_draft: bool
    is_mine: bool
    is_fictional: bool
    deputy_text: str = ""


@dataclass(frozen=True, slots=True)
class UpdateWaiting:
    """A submitted update. `stamp` names it as it was submitted: what was sent again since has another."""

    stamp: str
    title: str
    initiative_url: str
    author: str
    submitted_text: str
    proposed: StatusShown
    before: StatusShown | None
    is_fictional: bool


@dataclass(frozen=True, slots=True)
class StatusRound:
    """`rows` of what runs, those that most need an answer first; `drafts` of what does not run yet.

    `waiting` only for those who approve, oldest first.
    """

    rows: tuple[StatusDue, ...]
    drafts: tuple[StatusDue, ...]
    waiting: tuple[UpdateWaiting, ...]
    count_text: str
    due: int
    returned: int
    is_fictional: bool
