"""Who is asked for a status, in a fixed number of queries: the latest approved word, what is open, what waits."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from initiatives.models import (
    Initiative,
    Involvement,
    InvolvementRole,
    StatusUpdate,
    UpdateState,
)
from initiatives.models.initiatives import InitiativeQuerySet
from organisation.access import access_of
from organisation.models import Absence, Municipality, User
from organisation.printing import format_date
from portfolio.overview import shapes, words
from portfolio.overview.lacks import ENDED
from portfolio.overview.rows import grouped
from portfolio.overview.statuses import rank, status
from portfolio.overview.viewpoint import any_fictional

OPEN = (UpdateState.DRAFT, UpdateState.RETURNED, UpdateState.SUBMITTED)
LEADING = (InvolvementRole.OWNER, InvolvementRole.DEPUTY, InvolvementRole.RESPONDENT)


def status_round(user: User, municipality: Municipality, as_of: datetime.date) -> shapes.StatusRound:
    """The initiatives of the municipality that run, whether or not the user may give their status.

    A draft does not run, and nobody is asked how it goes.
    """
    running = Initiative.objects.visible_to(user).current().filter(municipality=municipality).exclude(state__in=ENDED)
    asked = _Asked.of(user, municipality, running, as_of)
    found = sorted((asked.row(one) for one in asked.initiatives), key=_urgency)
    rows = [row for row in found if not row.is_draft]
    # What deviates is read first; of the same light what has waited longest.
    waiting = tuple(sorted(map(asked.waiting, asked.submitted), key=lambda one: rank(one.proposed.worst.code)))
    due = sum(row.is_due for row in rows)
    returned = sum(row.open_state == UpdateState.RETURNED for row in rows)
    return shapes.StatusRound(
        rows=tuple(rows),
        drafts=tuple(row for row in found if row.is_draft),
        waiting=waiting,
        count_text=_count(due, len(rows)),
        due=due,
        returned=returned,
        is_fictional=any_fictional(rows, waiting),
    )


def _urgency(row: shapes.StatusDue) -> tuple[bool, bool, int]:
    """Mine first; of those what was returned, then the longest silence."""
    age = row.last.age_days if row.last else 10**6
    return (not row.is_mine, row.open_state != UpdateState.RETURNED, -age)


def _count(due: int, number: int) -> str:
    if not number:
        return _("No initiatives are running.")
    if not due:
        return _("All running initiatives have a status that is not old.")
    words_ = ngettext(
        "%(due)d of %(number)d running initiative lacks a status or has an old one.",
        "%(due)d of %(number)d running initiatives lack a status or have an old one.",
        number,
    )
    return words_ % {"due": due, "number": number}


@dataclass(frozen=True)
class _Asked:
    user: User
    as_of: datetime.date
    initiatives: list[Initiative]
    latest: Mapping[int, StatusUpdate]
    open: Mapping[int, StatusUpdate]
    submitted: list[StatusUpdate]
    owners: Mapping[int, list[Involvement]]
    editable: frozenset[int]
    absences: list[Absence]

    @classmethod
    def of(cls, user: User, municipality: Municipality, running: InitiativeQuerySet, as_of: datetime.date) -> _Asked:
        initiatives = list(running.select_related("municipality").order_by("sort_key", "pk"))
        updates = StatusUpdate.objects.visible_to(user).filter(municipality=municipality)
        newest = updates.approved_as_of(as_of).filter(initiative=OuterRef("initiative")).values("pk")[:1]
        approved = updates.filter(pk=Subquery(newest)).select_related("author")
        unfinished = updates.filter(state__in=OPEN).order_by("pk")
        approves = municipality.pk in access_of(user).approves
        submitted = unfinished.approvable_by(user).select_related("initiative__municipality", "author")
        leading = Involvement.objects.filter(initiative__in=running, role__in=LEADING)
        return cls(
            user=user,
            as_of=as_of,
            initiatives=initiatives,
            latest={row.initiative_id: row for row in approved},
            open={row.initiative_id: row for row in unfinished} if municipality.pk in access_of(user).staff else {},
            submitted=list(submitted.order_by("submitted_at", "pk")) if approves else [],
            owners=grouped(leading.select_related("body", "user"), lambda row: row.initiative_id),
            editable=frozenset(running.editable_by(user).values_list("pk", flat=True)),
            absences=stood_in_for(user, municipality, as_of),
        )

    def row(self, one: Initiative) -> shapes.StatusDue:
        update, unfinished = self.latest.get(one.pk), self.open.get(one.pk)
        last = status(update, self.as_of) if update else None
        open_state = unfinished.state if unfinished else ""
        old = last is None or bool(last.stale_text)
        return shapes.StatusDue(
            reference=one.reference,
            title=str(one),
            initiative_url=one.get_absolute_url(),
            url=update_url(one) if one.pk in self.editable else "",
            owner_text=self._owner(one),
            last=last,
            last_text=_last_text(last),
            is_due=old and one.is_approved and open_state != UpdateState.SUBMITTED,
            open_state=open_state,
            open_text=_open_text(unfinished, self.user),
            return_reason=unfinished.return_reason if unfinished and open_state == UpdateState.RETURNED else "",
            is_draft=not one.is_approved,
            is_mine=self._is_mine(one) or self._is_in_trust(one),
            deputy_text="" if self._is_mine(one) else self._deputy_text(one),
            is_fictional=one.is_fictional or bool(last and last.is_fictional),
        )

    def _owner(self, one: Initiative) -> str:
        owners = [row.who for row in self.owners.get(one.pk, ()) if row.role == InvolvementRole.OWNER]
        return words.listed(owners) or _("owner not stated")

    def _is_mine(self, one: Initiative) -> bool:
        """One's own or one's department's, not everything that an administrator may change."""
        access = access_of(self.user)
        found: Iterable[Involvement] = self.owners.get(one.pk, ())
        return any(row.user_id == self.user.pk or row.body_id in access.bodies for row in found)

    def _is_in_trust(self, one: Initiative) -> bool:
        """Led by somebody who is absent, or by her department, with the user as deputy."""
        access = access_of(self.user)
        absent = access.stands_in_for.get(one.municipality_id, frozenset())
        found: Iterable[Involvement] = self.owners.get(one.pk, ())
        return any(row.user_id in absent or row.body_id in access.bodies_in_trust for row in found)

    def _deputy_text(self, one: Initiative) -> str:
        if not self._is_in_trust(one):
            return ""
        people = {row.user_id for row in self.owners.get(one.pk, ())}
        by_name = [row for row in self.absences if row.user_id in people]
        absence = next(iter(by_name or self.absences), None)
        if absence is None:
            return ""
        words_ = {"person": absence.user, "day": format_date(absence.ends_on)}
        return _("You stand in for %(person)s to %(day)s") % words_

    def waiting(self, update: StatusUpdate) -> shapes.UpdateWaiting:
        before = self.latest.get(update.initiative_id)
        return shapes.UpdateWaiting(
            stamp=stamp(update),
            title=str(update.initiative),
            initiative_url=update.initiative.get_absolute_url(),
            author=str(update.author),
            submitted_text=format_date(localtime(update.submitted_at).date()) if update.submitted_at else "",
            proposed=status(update, self.as_of),
            before=status(before, self.as_of) if before else None,
            is_fictional=update.is_fictional or update.initiative.is_fictional,
        )


def stood_in_for(user: User, municipality: Municipality, today: datetime.date) -> list[Absence]:
    """The absences that make the user a deputy; asks only when her access says that there are any."""
    if municipality.pk not in access_of(user).stands_in_for:
        return []
    return list(Absence.objects.filter(municipality=municipality, deputy=user).on(today).select_related("user"))


def update_url(initiative: Initiative) -> str:
    return reverse("status-update", args=[initiative.municipality.code, initiative.reference])


def stamp(update: StatusUpdate) -> str:
    """Names an update as it was submitted, so that nobody approves what was written after she read it."""
    return f"{update.pk}-{int(update.submitted_at.timestamp() * 1_000_000)}" if update.submitted_at else ""


def by_stamps(updates: QuerySet[StatusUpdate], stamps: Iterable[str]) -> list[StatusUpdate]:
    """Those of the updates that still stand as they were named, one for each stamp that does."""
    wanted = set(stamps)
    # What is longer is the key of no row, and more than SQLite can take.
    pks = [int(pk) for pk in (one.partition("-")[0] for one in wanted) if pk.isdecimal() and len(pk) < 19]
    return [row for row in updates.filter(Q(pk__in=pks)) if stamp(row) in wanted]


def _last_text(last: shapes.StatusShown | None) -> str:
    if last is None:
        return _("no status yet")
    return f"{capfirst(last.worst.word)}, {last.stale_text or last.as_of_text}"


def _open_text(update: StatusUpdate | None, reader: User) -> str:
    """Everybody on the staff sees it; it was returned to its author."""
    if update is None:
        return ""
    return {
        UpdateState.DRAFT.value: _("begun, not submitted"),
        UpdateState.RETURNED.value: _("returned to you") if update.author_id == reader.pk else _("returned"),
        UpdateState.SUBMITTED.value: _("waits for approval"),
    }[update.state]
