"""Who may see and change what: the roles of a municipality and what a user's memberships of today allow.

The rules themselves are Q objects on each QuerySet (`visible_to`, `editable_by`); this module only answers
in which municipalities, departments and roles a user stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from organisation.models import User


class Role(models.TextChoices):
    ADMINISTRATOR = "administrator", _("administrator")
    CASEWORKER = "caseworker", _("caseworker")
    FINANCE = "finance", _("finance officer")
    MANAGER = "manager", _("manager")
    COMMITTEE_MEMBER = "committee_member", _("committee member")
    READER = "reader", _("reader")


# Staff see drafts; the others see what has been approved or frozen.
STAFF_ROLES = frozenset({Role.ADMINISTRATOR, Role.CASEWORKER, Role.FINANCE, Role.MANAGER})


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
    """Reads the memberships valid today. Two queries at most; three for who practises."""
    from organisation.models import Body, Membership

    held_today = Membership.objects.valid_on(timezone.localdate()).filter(user=user)
    in_earnest = held_today.in_earnest()
    # Who has left the municipality has left its practice area, whatever was copied there.
    practising = held_today.filter(municipality__practice_of__in=in_earnest.values("municipality"))
    roles: dict[int, set[str]] = {}
    departments: set[int] = set()
    managed_whole: set[int] = set()
    for membership in practising if user.practises else in_earnest:
        roles.setdefault(membership.municipality_id, set()).add(membership.role)
        if membership.role in (Role.CASEWORKER, Role.MANAGER) and membership.body_id:
            departments.add(membership.body_id)
        elif membership.role == Role.MANAGER:
            managed_whole.add(membership.municipality_id)
    return Access(
        user_id=user.pk,
        is_operator=user.is_operator and not user.practises,
        roles={municipality: frozenset(held) for municipality, held in roles.items()},
        bodies=Body.objects.with_everything_below(departments) if departments else frozenset(),
        managed_whole=frozenset(managed_whole),
        is_practising=user.practises,
    )
