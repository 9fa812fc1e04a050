"""Whoever leaves hands all over to another in one step: what she leads, whom she stands in for, and her roles' end."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from initiatives.models import InitiativeState, Involvement
from organisation import writing
from organisation.models import Absence, Membership, Municipality, User
from organisation.printing import format_date

ENDED = (InitiativeState.COMPLETED, InitiativeState.STOPPED)


@dataclass(frozen=True)
class Estate:
    """What somebody has in hand in a municipality, and would hand over."""

    involvements: tuple[Involvement, ...]
    of_ended: tuple[Involvement, ...]
    deputising: tuple[Absence, ...]
    memberships: tuple[Membership, ...]


def estate_of(person: User, municipality: Municipality, today: datetime.date) -> Estate:
    """What has ended or is archived keeps the name of who led it, and is not handed over."""
    rows = Involvement.objects.filter(municipality=municipality, user=person, initiative__merged_into__isnull=True)
    ordered = rows.select_related("initiative__municipality", "body", "user").order_by("initiative__sort_key", "pk")
    over = Q(initiative__state__in=ENDED) | Q(initiative__archived_at__isnull=False)
    standing_in = Absence.objects.filter(municipality=municipality, deputy=person, ends_on__gte=today)
    held = Membership.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=today), municipality=municipality)
    return Estate(
        involvements=tuple(ordered.exclude(over)),
        of_ended=tuple(ordered.filter(over)),
        deputising=tuple(standing_in.select_related("user", "deputy", "municipality")),
        memberships=tuple(held.filter(user=person).select_related("user", "body", "municipality")),
    )


@transaction.atomic
def hand_over(
    person: User, to: User, municipality: Municipality, *, by: User, today: datetime.date, ends_on: datetime.date | None
) -> Estate:
    """All or nothing. With `ends_on` the roles end that day. Raises ValidationError."""
    if person.pk == to.pk:
        raise ValidationError(_("Choose somebody else than the one who leaves."))
    estate = estate_of(person, municipality, today)
    reason = _("Handed over from %(person)s to %(to)s") % {"person": person, "to": to}
    _hand_over_initiatives(estate.involvements, to, by=by, reason=reason)
    _hand_over_deputising(estate.deputising, to, by=by, reason=reason)
    if ends_on is not None:
        _end(estate.memberships, ends_on, by=by, reason=reason)
    return estate


def _end(rows: Sequence[Membership], ends_on: datetime.date, *, by: User, reason: str) -> None:
    """A role that ends earlier goes on ending then."""
    ending = [row for row in rows if row.valid_to is None or row.valid_to > ends_on]
    for row in ending:
        if row.valid_from is not None and row.valid_from > ends_on:
            sentence = _("“%(role)s” begins only on %(day)s. Choose a last day that is not before it.")
            raise ValidationError(sentence % {"role": row, "day": format_date(row.valid_from)})
        row.valid_to = ends_on
    writing.save_many(ending, by=by, reason=reason)


def _hand_over_initiatives(rows: Sequence[Involvement], to: User, *, by: User, reason: str) -> None:
    """Where the other has the same part already, the two become one."""
    initiatives = [row.initiative_id for row in rows]
    there = {_part(row) for row in Involvement.objects.filter(initiative__in=initiatives, user=to)}
    doubled = [row for row in rows if _part(row) in there]
    moved = [row for row in rows if _part(row) not in there]
    for row in moved:
        row.user = to
    writing.delete_many(doubled, by=by, reason=reason)
    writing.save_many(moved, by=by, reason=reason)


def _hand_over_deputising(rows: Sequence[Absence], to: User, *, by: User, reason: str) -> None:
    for absence in rows:
        if absence.user_id == to.pk:
            sentence = _(
                "%(person)s is the deputy of %(absence)s, and nobody stands in for herself. Choose another deputy there"
                " first, or hand over to somebody else."
            )
            raise ValidationError(sentence % {"person": absence.deputy, "absence": absence})
    for absence in rows:
        absence.deputy = to
    writing.save_many(rows, by=by, reason=reason)


def _part(row: Involvement) -> tuple[int, str, int | None, str]:
    return (row.initiative_id, row.role, row.body_id, row.words)
