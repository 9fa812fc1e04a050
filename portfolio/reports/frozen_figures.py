"""How a committee's initiatives stood when they were last frozen, read from the report's snapshot alone."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from organisation.models import Body, User
from organisation.printing import format_date
from portfolio.overview.shapes.facts import Link
from portfolio.overview.shapes.front import Behind
from portfolio.overview.standings import Mark, Measured, Money, Standing
from portfolio.overview.statuses import NO_STATUS
from portfolio.reports.models import Report, ReportQuerySet, ReportState

Content = Mapping[str, Any]


def frozen_reports(user: User, committee: Body) -> ReportQuerySet:
    """Those that the user may read: to the committee, on one of its strategies, or on the whole municipality."""
    its_own = Q(committee=committee) | Q(committee=None, strategy__committee=committee)
    found: ReportQuerySet = (
        Report.objects.visible_to(user)
        .filter(its_own | Q(committee=None, strategy=None), municipality=committee.municipality)
        .exclude(state=ReportState.DRAFT)
        .order_by("-as_of", "-frozen_at", "-pk")
    )
    return found


def last_two(user: User, committee: Body) -> list[Report]:
    """The latest report, and the one before it of an earlier day on the same."""
    latest = frozen_reports(user, committee).select_related("municipality").first()
    if latest is None:
        return []
    same = frozen_reports(user, committee).filter(strategy=latest.strategy, as_of__lt=latest.as_of)
    before = same.select_related("municipality").first()
    return [latest] if before is None else [latest, before]


def frozen_standing(report: Report) -> Standing:
    content: Content = json.loads(report.snapshot).get("content", {})
    overview: Content = content.get("overview", {})
    code = report.municipality.code
    return Standing(
        as_of=report.as_of,
        initiatives=dict(_marks(code, overview.get("initiatives", ()))),
        indicators=dict(_measured(code, overview.get("indicators", ()))),
        money=_money(report, content, overview),
    )


def _marks(code: str, cards: Iterable[Content]) -> Iterable[tuple[str, Mark]]:
    for card in cards:
        title = f"{card['code']} {card['title']}" if card["code"] else card["title"]
        status = card["status"]
        yield (
            card["reference"],
            Mark(
                title=title,
                url=reverse("initiative", args=[code, card["reference"]]),
                light=status["worst"]["code"] if status else NO_STATUS,
                reason=status["reason"] if status else "",
                action=status["action"] if status else "",
                status_text=card["status_text"],
                is_old=bool(status and status["stale_text"]),
                is_fictional=card["is_fictional"],
            ),
        )


def _measured(code: str, figures: Iterable[Content]) -> Iterable[tuple[str, Measured]]:
    for one in figures:
        yield (
            one["reference"],
            Measured(
                title=one["name"],
                url=reverse("indicator", args=[code, one["reference"]]),
                verdict=one["verdict"],
                text=one["verdict_words"],
                is_fictional=one["is_fictional"],
            ),
        )


def _money(report: Report, content: Content, overview: Content) -> Money:
    """As the report prints it: the revised budget of its year where it has one, else what is adopted in all."""
    more = Link(_("The report"), report.get_absolute_url())
    tables = (content.get("economy") or {}).get("tables", ())
    said = (content.get("resume") or {}).get("money", ())
    if tables:
        row = tables[0]["total"]["row"]
        revised = row["revised"]
        detail = ", ".join(part for part in (str(tables[0]["year"] or ""), row["deviation"]["text"]) if part)
        return Money(
            revised["ore"], revised["full_text"], detail, " ".join(said), more=more, is_fictional=row["is_fictional"]
        )
    money = overview.get("money") or {"sums": (), "text": ""}
    adopted = [one for one in money["sums"] if one["decision"] == "adopted"]
    parts = tuple(Behind(one["heading"], "", one["money"]["full_text"], one["is_fictional"]) for one in money["sums"])
    if len(adopted) != 1:
        return Money(text=money["text"], parts=parts, more=more)
    [one] = adopted
    return Money(
        one["money"]["ore"], one["money"]["full_text"], one["years_text"], money["text"], parts, more,
        one["is_fictional"],
    )  # fmt: skip


def to_decide(user: User, committee: Body, today: datetime.date) -> tuple[Behind, ...]:
    """The reports that lie before a meeting that is still to come."""
    coming = frozen_reports(user, committee).filter(meeting_on__gte=today).select_related("municipality")
    return tuple(
        Behind(
            one.title,
            one.get_absolute_url(),
            _("meeting on %(day)s") % {"day": format_date(one.meeting_on)} if one.meeting_on else "",
            one.is_fictional,
        )
        for one in coming.defer("snapshot").order_by("meeting_on", "pk")
    )
