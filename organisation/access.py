"""Who may see and change what: the roles of a municipality and what a user's memberships of today allow.

The rules themselves are Q objects on each QuerySet (`visible_to`, `editable_by`); this module only answers
in which municipalities, departments and roles a user stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from organisation.models import Membership, User


class Role(models.TextChoices):
    ADMINISTRATOR = "administrator", _("administrator")
    CASEWORKER = "caseworker", _("caseworker")
    FINANCE = "finance", _("finance officer")
    MANAGER = "manager", _("manager")
    COMMITTEE_MEMBER = "committee_member", _("committee member")
    READER = "reader", _("reader")


# Staff see drafts; the others see what has been approved or frozen.
STAFF_ROLES = frozenset({Role.ADMINISTRATOR, Role.CASEWORKER, Role.FINANCE, Role.MANAGER})
# Those who may change initiatives that they lead.
LEADING_ROLES = frozenset({Role.ADMINISTRATOR, Role.CASEWORKER, Role.MANAGER})


@dataclass(frozen=True)
class Access:
    """What one user's memberships allow on one day. Empty for anonymous and inactive users."""

    user_id: int | None = None
    is_operator: bool = False
    roles: Mapping[int, frozenset[str]] = field(default_factory=dict)
    # The bodies, with everything below them, that the user works in as caseworker or manager.
    bodies: frozenset[int] = frozenset()
    managed_whole: frozenset[int] = frozenset()
    # In the practice areas, and then nowhere else.
    is_practising: bool = False
    # Who is absent today with the user as deputy, by municipality; and the bodies that the absent ones work in.
    stands_in_for: Mapping[int, frozenset[int]] = field(default_factory=dict)
    bodies_in_trust: frozenset[int] = frozenset()

    def municipalities_with(self, *roles: str) -> frozenset[int]:
        """Ids of the municipalities in which the user holds at least one of the roles."""
        wanted = frozenset(roles)
        return frozenset(municipality for municipality, held in self.roles.items() if held & wanted)

    @property
    def members(self) -> frozenset[int]:
        return frozenset(self.roles)

    @property
    def staff(self) -> frozenset[int]:
        return self.municipalities_with(*STAFF_ROLES)

    @property
    def readers(self) -> frozenset[int]:
        """Municipalities where the user sees approved content only."""
        return self.members - self.staff

    @property
    def reads_closed(self) -> frozenset[int]:
        """Municipalities whose closed items are for the user: the committee's, and those who work there."""
        return self.staff | self.municipalities_with(Role.COMMITTEE_MEMBER)

    @property
    def administered(self) -> frozenset[int]:
        return self.municipalities_with(Role.ADMINISTRATOR)

    @property
    def financed(self) -> frozenset[int]:
        """Municipalities whose budgets the user may change."""
        return self.municipalities_with(Role.ADMINISTRATOR, Role.FINANCE)

    @property
    def approves(self) -> frozenset[int]:
        return self.municipalities_with(Role.ADMINISTRATOR, Role.MANAGER)

    @property
    def works_in_admin(self) -> bool:
        return self.is_operator or bool(self.staff)


NO_ACCESS = Access()


def access_of(user: User | AnonymousUser) -> Access:
    """The user's access today; computed once per user object, that is once per request."""
    if isinstance(user, AnonymousUser) or not user.is_active:
        return NO_ACCESS
    return user.access


def compute_access(user: User) -> Access:
    """Reads the memberships valid today, and those of whom the user stands in for.

    Two queries at most; one more for a deputy, and one for who practises.
    """
    from organisation.models import Body, Membership

    today = timezone.localdate()
    held_today = Membership.objects.valid_on(today)
    in_earnest = held_today.in_earnest()
    # Who has left the municipality has left its practice area, whatever was copied there.
    homes = in_earnest.filter(user=user).values("municipality")
    there = held_today.filter(municipality__practice_of__in=homes) if user.practises else in_earnest
    held = list(there.with_deputised(user, today))
    own = [one for one in held if one.user_id == user.pk]
    roles: dict[int, set[str]] = {}
    for one in own:
        roles.setdefault(one.municipality_id, set()).add(one.role)
    departments = _departments(own)
    works_in = {home for home, names in roles.items() if names & STAFF_ROLES}
    # Standing in gives what the absent may do in her own initiatives, where the deputy works herself; no role of hers.
    in_trust = [
        one for one in held if one.user_id != user.pk and one.municipality_id in works_in and one.role in LEADING_ROLES
    ]
    departments_in_trust = _departments(in_trust)
    below = Body.objects.with_everything_below
    return Access(
        user_id=user.pk,
        is_operator=user.is_operator and not user.practises,
        roles={municipality: frozenset(names) for municipality, names in roles.items()},
        bodies=below(departments, with_predecessors=True) if departments else frozenset(),
        managed_whole=frozenset(one.municipality_id for one in own if one.role == Role.MANAGER and not one.body_id),
        stands_in_for={
            home: frozenset(one.user_id for one in in_trust if one.municipality_id == home)
            for home in {one.municipality_id for one in in_trust}
        },
        bodies_in_trust=below(departments_in_trust, with_predecessors=True) if departments_in_trust else frozenset(),
        is_practising=user.practises,
    )


def _departments(memberships: Iterable[Membership]) -> set[int]:
    """The bodies in which somebody works, so that their initiatives are hers."""
    works = (Role.CASEWORKER, Role.MANAGER)
    return {one.body_id for one in memberships if one.role in works and one.body_id is not None}
