"""Council terms, and the step from one to the next: committees close and their successors open, in one go.

A term is four years from 1 January of the year after the election. What a committee decided and received stays with it
under its old name; what it answers for is found from its successor through the chain (docs/decisions.md).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisation import writing
from organisation.models import Body, BodyKind, Membership, Municipality, User
from organisation.sorting import search_key, sort_key

A_FIRST_YEAR, YEARS = 2026, 4
# Bodies that a new council appoints anew, or may.
OF_A_TERM = (BodyKind.COMMITTEE, BodyKind.SETTLEMENT_PARTIES, BodyKind.ADVISORY_COUNCIL)
# From the autumn of an election the next term is the one to prepare.
PREPARED_FROM_MONTH = 9


@dataclass(frozen=True, order=True)
class CouncilTerm:
    first_year: int

    @property
    def starts_on(self) -> datetime.date:
        return datetime.date(self.first_year, 1, 1)

    @property
    def ends_on(self) -> datetime.date:
        return datetime.date(self.first_year + YEARS - 1, 12, 31)

    @property
    def day_before(self) -> datetime.date:
        return datetime.date(self.first_year - 1, 12, 31)

    @property
    def name(self) -> str:
        return f"{self.first_year}–{self.first_year + YEARS - 1}"


def term_on(day: datetime.date) -> CouncilTerm:
    return CouncilTerm(day.year - (day.year - A_FIRST_YEAR) % YEARS)


def term_to_prepare(today: datetime.date) -> CouncilTerm:
    """The next from the autumn before it begins; until then the one that runs."""
    now = term_on(today)
    is_near = today.year == now.ends_on.year and today.month >= PREPARED_FROM_MONTH
    return CouncilTerm(now.first_year + YEARS) if is_near else now


def term_of(body: Body) -> CouncilTerm | None:
    """The term that the body's days are those of; None for a body that outlives councils or has no days."""
    if body.valid_from is None or body.valid_to is None:
        return None
    term = term_on(body.valid_from)
    return term if term_on(body.valid_to) == term else None


def closing_bodies(municipality: Municipality, term: CouncilTerm) -> list[Body]:
    """Committees from before the term that nobody has closed or replaced yet."""
    older = Q(valid_from__isnull=True) | Q(valid_from__lt=term.starts_on)
    is_open = Q(valid_to__isnull=True) | Q(valid_to__gte=term.day_before)
    rows = Body.objects.filter(older, is_open, municipality=municipality, kind__in=OF_A_TERM, successor__isnull=True)
    return list(rows.unmerged().current().order_by("sort_key", "pk"))


class Fate(models.TextChoices):
    SUCCEEDED = "succeeded", gettext_lazy("a successor takes over")
    CONTINUES = "continues", gettext_lazy("goes on as it is")
    CLOSES = "closes", gettext_lazy("closes without a successor")


@dataclass(frozen=True)
class Change:
    """What becomes of a body. Bodies that are given the same `name` get one successor together."""

    body: Body
    fate: Fate
    name: str = ""
    carries_members: bool = False


@dataclass(frozen=True)
class NewTerm:
    opened: tuple[Body, ...]
    closed: tuple[Body, ...]
    carried: int
    ended: int
    # Whose last role in the municipality ends: they see nothing of it from then on.
    left: tuple[User, ...] = ()


def what_happens(
    municipality: Municipality, term: CouncilTerm, changes: Sequence[Change], more: Iterable[str] = (), *, by: User
) -> NewTerm:
    """What `open_term` would do: it is tried, and the trial is undone. Raises ValidationError as it does."""
    with transaction.atomic():
        done = open_term(municipality, term, changes, more, by=by)
        transaction.set_rollback(True)
    return done


@transaction.atomic
def open_term(
    municipality: Municipality, term: CouncilTerm, changes: Sequence[Change], more: Iterable[str] = (), *, by: User
) -> NewTerm:
    """All or nothing. `more` are names of committees that follow none. Raises ValidationError."""
    more = [name for name in more if name.strip()]
    Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
    _refuse_decided(municipality, term, changes)
    names = [*(one.name for one in changes if one.fate == Fate.SUCCEEDED), *more]
    _refuse_opened(municipality, term, names, [one.body.pk for one in changes if one.fate != Fate.CONTINUES])
    reason = _("New council term %(term)s") % {"term": term.name}
    wanted = [one for one in changes if one.fate == Fate.SUCCEEDED]
    opened = _opened(municipality, term, wanted, more, by=by, reason=reason)
    closing = [one for one in changes if one.fate != Fate.CONTINUES]
    for one in closing:
        one.body.valid_to = term.day_before
        one.body.successor = opened.get(_key(one.name)) if one.fate == Fate.SUCCEEDED else None
        if one.fate == Fate.CLOSES:
            # Nobody answers for it any more: it leaves lists, and is not asked about again.
            one.body.archived_at = timezone.now()
    writing.save_many([one.body for one in closing], by=by, reason=reason)
    carried, ended = _members(term, closing, by=by, reason=reason)
    left = _without_a_role(municipality, term, ended)
    return NewTerm(tuple(opened.values()), tuple(one.body for one in closing), carried, len(ended), left)


def _refuse_decided(municipality: Municipality, term: CouncilTerm, changes: Sequence[Change]) -> None:
    still = {body.pk for body in closing_bodies(municipality, term)}
    for one in changes:
        if one.body.pk not in still:
            sentence = _("“%(body)s” was closed or replaced by somebody else meanwhile. Nothing was saved; look again.")
            raise ValidationError(sentence % {"body": one.body})
        if one.fate == Fate.SUCCEEDED and not one.name.strip():
            raise ValidationError(_("Write what the successor of “%(body)s” is called.") % {"body": one.body})


def _refuse_opened(municipality: Municipality, term: CouncilTerm, names: Iterable[str], closing: Sequence[int]) -> None:
    """Two committees of one name in one term are one that was opened twice. `closing` are keys of those that close."""
    goes_on = Q(kind__in=OF_A_TERM) & (Q(valid_to__isnull=True) | Q(valid_to__gte=term.starts_on))
    rows = Body.objects.filter(goes_on | Q(valid_from=term.starts_on), municipality=municipality).exclude(
        pk__in=closing
    )
    there = {_key(body.name): body for body in rows.unmerged().current()}
    for name in names:
        if body := there.get(_key(name)):
            sentence = _("“%(body)s” is there already in the term %(term)s. Nothing was saved; give it another name.")
            raise ValidationError(sentence % {"body": body, "term": term.name})


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _opened(
    municipality: Municipality,
    term: CouncilTerm,
    wanted: Sequence[Change],
    more: Iterable[str],
    *,
    by: User,
    reason: str,
) -> dict[str, Body]:
    taken = set(Body.objects.filter(municipality=municipality).values_list("reference", flat=True))
    opened: dict[str, Body] = {}
    models_ = [(one.name, one.body) for one in wanted] + [(name, None) for name in more]
    for name, before in models_:
        if _key(name) in opened:
            continue
        reference = _free(name, term, taken)
        taken.add(reference)
        opened[_key(name)] = Body(
            municipality=municipality,
            reference=reference,
            name=" ".join(name.split()),
            kind=before.kind if before else BodyKind.COMMITTEE,
            parent=before.parent if before else None,
            agenda_deadline_days=before.agenda_deadline_days if before else None,
            valid_from=term.starts_on,
            valid_to=term.ends_on,
        )
    writing.save_many(opened.values(), by=by, reason=reason)
    return opened


def _free(name: str, term: CouncilTerm, taken: set[str]) -> str:
    stem = f"{slugify(search_key(name))[:60].strip('-') or 'udvalg'}-{term.first_year}"
    tries = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    return next(one for one in tries if one not in taken)


def _members(term: CouncilTerm, closing: Sequence[Change], *, by: User, reason: str) -> tuple[int, list[Membership]]:
    """Ends the roles in the closed bodies with the old term; those that are carried over begin with the new one.

    (How many are carried over, those that end.)
    """
    by_body = {one.body.pk: one for one in closing}
    still = Q(valid_to__isnull=True) | Q(valid_to__gte=term.starts_on)
    rows = list(Membership.objects.filter(still, body__in=by_body).select_related("user", "municipality", "body"))
    new: dict[tuple[int, str, int], Membership] = {}
    ended = []
    for row in rows:
        change = by_body[row.body_id or 0]
        if row.valid_from is not None and row.valid_from >= term.starts_on:
            continue  # Given for the new term already: whoever did so said where.
        if change.carries_members and change.body.successor is not None:
            carried = Membership(
                municipality=row.municipality, user=row.user, role=row.role, body=change.body.successor,
                valid_from=term.starts_on, valid_to=row.valid_to,
            )  # fmt: skip
            new.setdefault((row.user_id, row.role, change.body.successor.pk), carried)
        row.valid_to = term.day_before
        ended.append(row)
    # First those that begin: who administers in a body that closes goes on in its successor.
    writing.save_many(new.values(), by=by, reason=reason)
    writing.save_many(ended, by=by, reason=reason)
    return len(new), ended


def _without_a_role(municipality: Municipality, term: CouncilTerm, ended: Sequence[Membership]) -> tuple[User, ...]:
    still = Q(valid_to__isnull=True) | Q(valid_to__gte=term.starts_on)
    kept = Membership.objects.filter(still, municipality=municipality).values_list("user", flat=True)
    people = {row.user_id: row.user for row in ended}
    for pk in kept.filter(user__in=people):
        people.pop(pk, None)
    return tuple(sorted(people.values(), key=lambda one: sort_key(str(one))))
