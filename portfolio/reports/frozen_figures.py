"""How a committee's initiatives stood when they were last frozen, read from the report's snapshot alone."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from organisation.models import Body, User
from organisation.printing import format_date
from portfolio.overview import words
from portfolio.overview.shapes.facts import Link
from portfolio.overview.shapes.front import AgendaItem, Behind
from portfolio.overview.standings import Mark, Measured, Money, Standing
from portfolio.overview.statuses import NO_STATUS
from portfolio.overview.viewpoint import Viewpoint, with_day
from portfolio.reports.composition import Composition
from portfolio.reports.earlier import decision_words, scope_of_report
from portfolio.reports.models import CaseKind, Report, ReportQuerySet, ReportState
from portfolio.reports.snapshot import version_text

Content = Mapping[str, Any]


def frozen_reports(user: User, committee: Body) -> ReportQuerySet:
    """Those that can be read, by the user and by the committee: to it, on one of its strategies, or on the whole
    municipality. Of versions only the last; a version that is not frozen takes nobody's place.
    """
    its_own = Q(committee=committee) | Q(committee=None, strategy__committee=committee)
    readable = Report.objects.exclude(state=ReportState.DRAFT).exclude(pdf="")
    found: ReportQuerySet = (
        Report.objects.visible_to(user)
        .filter(its_own | Q(committee=None, strategy=None), municipality=committee.municipality)
        .filter(pk__in=readable.values("pk"))
        .exclude(pk__in=readable.filter(corrects__isnull=False).values("corrects"))
        .order_by("-as_of", "-frozen_at", "-pk")
    )
    return found


def last_two(user: User, committee: Body) -> list[Report]:
    """The latest report, and the one before it of an earlier day on the same."""
    frozen = frozen_reports(user, committee).select_related("municipality", "decision__sent_on_to")
    latest = frozen.first()
    if latest is None:
        return []
    earlier = frozen.filter(strategy=latest.strategy, as_of__lt=latest.as_of).defer("snapshot")
    before = next((one for one in earlier if scope_of_report(one) == scope_of_report(latest)), None)
    return [latest] if before is None else [latest, before]


@dataclass(frozen=True)
class Paper:
    """The report whose figures the page shows, and when they were known. `about` is what it is narrowed to, empty for
    all.
    """

    title: str
    url: str
    about: str
    facts: tuple[str, ...]
    as_of: datetime.date
    known_on: datetime.datetime | None

    def seen_by(self, viewpoint: Viewpoint) -> Viewpoint:
        """From where links lead to its figures."""
        return dataclasses.replace(viewpoint, as_of=self.as_of, known_on=self.known_on, keeps_day=True)


def content_of(report: Report) -> Content:
    """The snapshot, which is large: read once for all that is asked of it."""
    read: Content = json.loads(report.snapshot)
    return read


def paper_of(report: Report, snapshot: Content, user: User) -> Paper:
    """How far it is, which version it is, and what the committee decided on it, if that is for the user."""
    facts = [version_text(report.version)] if report.version > 1 else []
    facts.append(_("not approved yet") if report.state == ReportState.FROZEN else str(report.get_state_display()))
    if report.decision is not None and report.decision.is_for(user):
        facts.append(_("decided: %(words)s") % {"words": decision_words(report.decision) or _("outcome not stated")})
    about = str(snapshot.get("report", {}).get("scope_text", "")) if scope_of_report(report) else ""
    return Paper(report.title, report.get_absolute_url(), about, tuple(facts), report.as_of, _known_on(report))


def frozen_standing(report: Report, snapshot: Content) -> Standing:
    """Its links lead to the pages as of the report's day and as known when it was frozen: to the same figures."""
    content: Content = snapshot.get("content", {})
    overview: Content = content.get("overview", {})
    pages = _Pages(report.municipality.code, report.as_of, _known_on(report))
    return Standing(
        as_of=report.as_of,
        initiatives=dict(_marks(pages, overview.get("initiatives", ()))),
        indicators=dict(_measured(pages, overview.get("indicators", ()))),
        money=_money(report, pages, content, overview),
    )


@dataclass(frozen=True)
class _Pages:
    code: str
    day: datetime.date
    known_on: datetime.datetime | None

    def of(self, kind: str, reference: str) -> str:
        return with_day(reverse(kind, args=[self.code, reference]), self.day, self.known_on)


def _known_on(report: Report) -> datetime.datetime | None:
    """Nothing that came after it was frozen is in it, nor what it was asked to leave out."""
    moments = [moment for moment in (report.known_on, report.frozen_at) if moment is not None]
    return min(moments, default=None)


def _marks(pages: _Pages, cards: Iterable[Content]) -> Iterable[tuple[str, Mark]]:
    for card in cards:
        title = _title(card)
        status = card["status"]
        yield (
            card["reference"],
            Mark(
                title=title,
                url=pages.of("initiative", card["reference"]),
                light=status["worst"]["code"] if status else NO_STATUS,
                reason=status["reason"] if status else "",
                action=status["action"] if status else "",
                status_text=card["status_text"],
                is_old=bool(status and status["stale_text"]),
                is_fictional=card["is_fictional"],
            ),
        )


def _title(card: Content) -> str:
    return f"{card['code']} {card['title']}" if card["code"] else str(card["title"])


def _measured(pages: _Pages, figures: Iterable[Content]) -> Iterable[tuple[str, Measured]]:
    for one in figures:
        yield (
            one["reference"],
            Measured(
                title=one["name"],
                url=pages.of("indicator", one["reference"]),
                verdict=one["verdict"],
                text=one["verdict_words"],
                is_fictional=one["is_fictional"],
            ),
        )


def _parts(pages: _Pages, table: Content, cards: Iterable[Content]) -> Iterable[Behind]:
    """What the sum of the year is over, as the report prints it; what stands below another is part of that."""
    references = {_title(card): card["reference"] for card in cards}
    for group in table["rows"]:
        if not group["depth"]:
            name, row = group["name"]["title"], group["row"]
            url = pages.of("initiative", references[name]) if name in references else ""
            yield Behind(name, url, row["revised"]["full_text"], row["is_fictional"])
    if overlap := table.get("overlap_text"):
        yield Behind(overlap, "", "")


def _over_some(table: Content) -> list[str]:
    """How many of the lines the deviation is over, where the report says under its table that it is not all of them."""
    coverage = table.get("forecast_coverage_text", "")
    return [coverage] if any(coverage and coverage in note for note in table.get("notes", ())) else []


def _money(report: Report, pages: _Pages, content: Content, overview: Content) -> Money:
    """As the report prints it: the revised budget of its year where it has one, else what is adopted in all."""
    more = Link(_("The report"), report.get_absolute_url())
    tables = (content.get("economy") or {}).get("tables", ())
    said = (content.get("resume") or {}).get("money", ())
    if tables:
        row = tables[0]["total"]["row"]
        revised = row["revised"]
        is_unknown = row["deviation"]["verdict"] == "unknown"
        deviation = [words.no_deviation_known()] if is_unknown else [row["deviation"]["text"], *_over_some(tables[0])]
        note = "" if revised["ore"] is None else revised.get("note", "")
        detail = ", ".join(part for part in (str(tables[0]["year"] or ""), *deviation, note) if part)
        return Money(
            revised["ore"], tables[0]["year"], revised["full_text"], detail, " ".join(said),
            tuple(_parts(pages, tables[0], overview.get("initiatives", ()))), more, row["is_fictional"],
        )  # fmt: skip
    money = overview.get("money") or {"sums": (), "text": ""}
    adopted = [one for one in money["sums"] if one["decision"] == "adopted"]
    parts = tuple(Behind(one["heading"], "", one["money"]["full_text"], one["is_fictional"]) for one in money["sums"])
    if len(adopted) != 1:
        return Money(text=money["text"], parts=parts, more=more)
    [one] = adopted
    return Money(
        one["money"]["ore"], None, one["money"]["full_text"], one["years_text"], money["text"], parts, more,
        one["is_fictional"],
    )  # fmt: skip


def agenda(
    user: User, committee: Body, day: datetime.date, known_on: datetime.datetime | None = None
) -> tuple[AgendaItem, ...]:
    """What lay before the committee on the day: frozen by then, for a meeting still to come, not decided by then."""
    its_own = Q(committee=committee) | Q(committee=None, strategy__committee=committee)
    known = Q() if known_on is None else Q(decision__recorded_at__lte=known_on)
    decided = (
        known
        & Q(decision__isnull=False)
        & (Q(decision__effective_start__isnull=True) | Q(decision__effective_start__lte=day))
    )
    end = timezone.make_aware(datetime.datetime.combine(day, datetime.time.max))
    by_then = end if known_on is None else min(end, known_on)
    frozen = frozen_reports(user, committee).filter(its_own, meeting_on__gte=day, frozen_at__lte=by_then)
    coming = frozen.exclude(decided)
    ordered = coming.select_related("municipality").defer("snapshot").order_by("meeting_on", "pk")
    return tuple(_item(one) for one in ordered)


def _item(report: Report) -> AgendaItem:
    asked = Composition.read(report.composition).recommendations
    meeting = _("meeting on %(day)s") % {"day": format_date(report.meeting_on)} if report.meeting_on else ""
    return AgendaItem(
        reference=report.reference,
        title=report.title,
        url=report.get_absolute_url(),
        text=", ".join(part for part in (str(report.get_case_kind_display()), meeting) if part),
        is_asked=report.case_kind == CaseKind.DECISION or bool(asked),
        asked=asked,
        is_fictional=report.is_fictional,
    )
