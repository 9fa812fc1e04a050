"""The calendar of a municipality's year, and its address for a calendar program."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from organisation.access import access_of
from organisation.models import Municipality, User
from organisation.printing import format_date
from portfolio.dashboards import ical
from portfolio.dashboards.models import CalendarFeed, checksum, close_feeds, open_feed
from portfolio.dashboards.reading import reader_of, said_again
from portfolio.overview.calendars import MEETING, Occasion, Year, year_of
from portfolio.overview.viewpoint import any_fictional
from portfolio.reports.models import Report

FIRST_YEAR, LAST_YEAR = 1990, 2100
YEARS_AHEAD = 2


@dataclass(frozen=True)
class Month:
    name: str
    occasions: tuple[tuple[str, Occasion], ...]
    is_now: bool


@require_safe
@login_required
def year(request: HttpRequest, code: str) -> HttpResponse:
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    today, user = timezone.localdate(), reader_of(request)
    shown, found = shown_year(request, municipality)
    occasions = found.occasions
    context = {
        "municipality": municipality,
        "year": shown,
        "address": f"year={shown}",
        "problem": " ".join(_problems(request, shown)),
        "earlier": shown - 1 if shown > FIRST_YEAR else None,
        "later": shown + 1 if shown < LAST_YEAR else None,
        "months": _months(occasions, shown, today),
        "undated": found.undated,
        "count": len(occasions),
        "feed": CalendarFeed.objects.visible_to(user).in_use().filter(municipality=municipality).first(),
        "new_address": request.session.pop("new_calendar_address", ""),
        "is_fictional": any_fictional(occasions, found.undated),
    }
    return render(request, "dashboards/calendar.html", context)


def shown_year(request: HttpRequest, municipality: Municipality) -> tuple[int, Year]:
    """The year that the address asks for, and what lies in it."""
    shown = _year_asked(request.GET.get("year", ""), timezone.localdate().year)
    first, last = datetime.date(shown, 1, 1), datetime.date(shown, 12, 31)
    return shown, occasions_of(reader_of(request), municipality, first, last)


def _year_asked(text: str, usual: int) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else usual
    return number if FIRST_YEAR <= number <= LAST_YEAR else usual


def _problems(request: HttpRequest, shown: int) -> list[str]:
    asked = request.GET.get("year", str(shown))
    again = said_again(request.GET, {"year": _("Year")})
    return again if asked == str(shown) else [*again, _no_such_year(asked, shown)]


def _no_such_year(asked: str, shown: int) -> str:
    given = {"asked": Truncator(asked).chars(40), "first": FIRST_YEAR, "last": LAST_YEAR, "shown": shown}
    return _("“%(asked)s” is not a year from %(first)d to %(last)d. The year %(shown)d is shown.") % given


def _months(occasions: Sequence[Occasion], year: int, today: datetime.date) -> list[Month]:
    """Each occasion in the month in which it begins; what began before the year stands in its first."""
    found = []
    for number in range(1, 13):
        own = [one for one in occasions if (one.start.month if one.start.year == year else 1) == number]
        shown = tuple((_when(one), one) for one in own)
        is_now = (today.year, today.month) == (year, number)
        found.append(Month(capfirst(str(MONTHS[number])), shown, is_now))
    return found


def _when(one: Occasion) -> str:
    if one.start == one.end:
        return format_date(one.start)
    return _("%(start)s to %(end)s") % {"start": format_date(one.start), "end": format_date(one.end)}


def occasions_of(user: User, municipality: Municipality, first: datetime.date, last: datetime.date) -> Year:
    """The year with the meetings before which reports lie; one meeting stands once, however much is known of it."""
    found = year_of(user, municipality, first, last)
    meetings = _meetings(user, municipality, first, last)
    told = [_with_reports(one, meetings) for one in found.occasions]
    left = [one.occasion for one in meetings.values() if one.key not in {_key(held) for held in found.occasions}]
    return replace(found, occasions=tuple(sorted([*told, *left], key=_place)))


@dataclass(frozen=True)
class Meeting:
    """What is known of a meeting from its reports."""

    key: tuple[datetime.date, str]
    occasion: Occasion
    reports: tuple[Report, ...]


def _key(one: Occasion) -> tuple[datetime.date, str]:
    """A meeting is that of a body on a day; other occasions are none."""
    return one.start, one.body if one.kind == MEETING else ""


def _place(one: Occasion) -> tuple[datetime.date, str, str, str]:
    return one.start, one.kind, one.title, one.uid


def _with_reports(one: Occasion, meetings: Mapping[tuple[datetime.date, str], Meeting]) -> Occasion:
    """A meeting that is stated, with the reports that lie before it."""
    meeting = meetings.get(_key(one))
    if meeting is None or one.kind != MEETING:
        return one
    detail = ", ".join(part for part in (one.detail, meeting.occasion.detail) if part)
    return replace(one, detail=detail, url=one.url or meeting.occasion.url)


def _meetings(
    user: User, municipality: Municipality, first: datetime.date, last: datetime.date
) -> dict[tuple[datetime.date, str], Meeting]:
    reports = Report.objects.visible_to(user).filter(municipality=municipality, meeting_on__range=(first, last))
    current = reports.exclude(pk__in=reports.filter(corrects__isnull=False).values("corrects"))
    found: dict[tuple[datetime.date, str], list[Report]] = {}
    for row in current.select_related("committee", "municipality").defer("snapshot").order_by("pk"):
        if row.meeting_on is not None:
            name = str(row.committee or municipality.council_name or municipality.name)
            found.setdefault((row.meeting_on, name), []).append(row)
    return {key: _meeting(municipality, key, tuple(several)) for key, several in found.items()}


def _meeting(municipality: Municipality, key: tuple[datetime.date, str], reports: tuple[Report, ...]) -> Meeting:
    day, name = key
    body = reports[0].committee.reference if reports[0].committee else "council"
    return Meeting(
        key,
        Occasion(
            # The same meeting stays the same, whichever reports come and go.
            uid=f"meeting-{body}-{day.isoformat()}@{municipality.code}.pejlemaerke",
            start=day,
            end=day,
            kind=MEETING,
            kind_words=_("Meeting"),
            title=name,
            detail="; ".join(one.title for one in reports),
            url=reports[0].get_absolute_url() if len(reports) == 1 else _page_of(reports[0]),
            body=name,
            is_fictional=any(one.is_fictional for one in reports),
            body_page=_page_of(reports[0]) if reports[0].committee else "",
        ),
        reports,
    )


def _page_of(report: Report) -> str:
    """Where all reports to the committee are told of."""
    if report.committee is None:
        return reverse("reports", args=[report.municipality.code])
    return reverse("body", args=[report.municipality.code, report.committee.reference])


@require_POST
@login_required
def subscribe(request: HttpRequest, code: str) -> HttpResponse:
    """A new address, shown once; the one before stops working."""
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    token = open_feed(reader_of(request), municipality)
    path = reverse("calendar-feed", args=[token])
    request.session["new_calendar_address"] = request.build_absolute_uri(path)
    return redirect("calendar", code=code)


@require_POST
@login_required
def unsubscribe(request: HttpRequest, code: str) -> HttpResponse:
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    close_feeds(reader_of(request), municipality)
    messages.success(request, _("The calendar's address no longer works."))
    return redirect("calendar", code=code)


@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """For calendar programs, which cannot sign in: whoever knows the address sees what its user sees today."""
    feeds = CalendarFeed.objects.in_use().select_related("user", "municipality")
    feed = get_object_or_404(feeds, token_sha256=checksum(token))
    feed.user.practises = feed.municipality.practice_of_id is not None
    if feed.municipality_id not in access_of(feed.user).members:
        raise Http404
    today = timezone.localdate()
    first, last = datetime.date(today.year - 1, 1, 1), datetime.date(today.year + YEARS_AHEAD, 12, 31)
    with override("da"):
        found = occasions_of(feed.user, feed.municipality, first, last).occasions
        name = _("The year of %(name)s") % {"name": feed.municipality.name}
    content = ical.feed(name, found, timezone.now(), request.build_absolute_uri("/")[:-1])
    response = HttpResponse(content, content_type=ical.CONTENT_TYPE)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
