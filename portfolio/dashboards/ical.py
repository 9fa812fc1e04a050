"""iCalendar files (RFC 5545): text escaped, lines folded at 75 octets, whole days, identifiers that stay the same."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from portfolio.overview.calendars import Occasion

LINE_OCTETS = 75
# A calendar must hold something, also in a year in which nothing stands; whole days need no zone.
ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Europe/Copenhagen",
    "BEGIN:DAYLIGHT", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT",
    "BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD",
    "END:VTIMEZONE",
)  # fmt: skip
CONTENT_TYPE = "text/calendar; charset=utf-8"


def feed(name: str, occasions: Iterable[Occasion], stamp: datetime.datetime, address: str) -> bytes:
    """`stamp`: when it was made; `address`: of the installation, before the path of each page."""
    lines = [*_head(name), *ZONE, *(line for one in occasions for line in _event(one, stamp, address)), "END:VCALENDAR"]
    return b"".join(fold(line) for line in lines)


def _head(name: str) -> list[str]:
    return [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Pejlemaerke//Aarshjul//DA",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escape(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    ]


def _event(one: Occasion, stamp: datetime.datetime, address: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escape(one.uid)}"
    yield f"DTSTAMP:{stamp.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{one.start:%Y%m%d}"
    # The end of a whole day is the day after it.
    yield f"DTEND;VALUE=DATE:{one.end + datetime.timedelta(days=1):%Y%m%d}"
    mark = f" ({_('fictional')})" if one.is_fictional else ""
    yield f"SUMMARY:{escape(f'{one.kind_words}: {one.title}{mark}')}"
    if one.told:
        yield f"DESCRIPTION:{escape(one.told)}"
    if one.url:
        yield f"URL:{address}{one.url}"
    # A day that only follows from a rhythm is nobody's word.
    yield f"STATUS:{'TENTATIVE' if one.is_proposed else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escape(text: str) -> str:
    """A value of the type TEXT; control characters cannot stand in one and are left out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(letter for letter in lines if letter in "\n\t" or (ord(letter) >= 32 and ord(letter) != 127))
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> bytes:
    """The line with its end, in pieces of at most 75 octets, of which none ends within a letter."""
    pieces, room, piece = [], LINE_OCTETS, b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > room:
            pieces.append(piece)
            # The blank that begins a continued line counts.
            piece, room = b"", LINE_OCTETS - 1
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
