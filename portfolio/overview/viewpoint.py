"""Who looks, at which municipality, as of which day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from django.db import models
from django.urls import reverse

from organisation.access import Access, Role
from organisation.models import Approvable, Municipality, User
from portfolio.overview.shapes import Link

NOBODY = 0


class Marked(Protocol):
    """A shape that says whether it shows fictional demonstration data."""

    @property
    def is_fictional(self) -> bool: ...


def any_fictional(*groups: Iterable[Marked]) -> bool:
    return any(part.is_fictional for group in groups for part in group)


def with_day(address: str, day: datetime.date, known_on: datetime.datetime | None = None) -> str:
    """The page as of the day, and as known at the moment; all pages that show figures know the words."""
    page, _hash, anchor = address.partition("#")
    known = f"&known_on={in_address(known_on)}" if known_on else ""
    return f"{page}{'&' if '?' in page else '?'}as_of={day.isoformat()}{known}{'#' if anchor else ''}{anchor}"


def in_address(moment: datetime.datetime) -> str:
    """To the microsecond, so that what was posted in the same minute is told apart."""
    return moment.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """`has_links` is false where the reader may not be able to follow them, as in a report. `known_on` is the moment
    until which postings are known, None for all. `keeps_day`: the reader has chosen the day, and links go on with it.
    """

    user: User
    municipality: Municipality
    as_of: datetime.date
    has_links: bool = True
    known_on: datetime.datetime | None = None
    keeps_day: bool = False

    def url(self, kind: str, reference: str) -> str:
        """The address of the page of one of the municipality's rows, without a query for the municipality."""
        page = _pattern(kind, self.municipality.code).replace(PLACE, reference) if self.has_links else ""
        return self.going_on(page) if page else ""

    def going_on(self, address: str) -> str:
        """The address of a page of figures, with the day that the reader has chosen."""
        return with_day(address, self.as_of, self.known_on) if self.keeps_day else address

    def knew_of(self, row: Approvable) -> bool:
        """Not of what was approved later."""
        return self.known_on is None or row.approved_at is None or row.approved_at <= self.known_on

    def link(self, row: models.Model, kind: str = "") -> Link:
        """A row's title, with its page where it has one and links are shown."""
        url = self.url(kind, str(getattr(row, "reference", ""))) if kind else ""
        return Link(str(row), url, bool(getattr(row, "is_fictional", False)))


# Stands for any reference.
PLACE = "a-b-c"


@cache
def _pattern(kind: str, code: str) -> str:
    """Asked once: a page has thousands of addresses of the same kind."""
    return reverse(kind, args=[code, PLACE])


def reader_of(municipality: Municipality) -> User:
    """A reader who is nobody: found through the same rule as everybody, she sees what is approved and posted."""
    reader = User(pk=NOBODY, email="reader@invalid")
    access = Access(user_id=NOBODY, roles={municipality.pk: frozenset({Role.READER.value})})
    # What the cached property would compute from memberships.
    reader.__dict__["access"] = access
    return reader
