"""People who sign in by e-mail, and what they are in which municipality."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from organisation.access import Access, Role, access_of, compute_access
from organisation.models.bodies import Body
from organisation.models.municipalities import Municipality
from organisation.models.rows import (
    Row,
    RuledQuerySet,
    TenantQuerySet,
    TenantRow,
    nothing_as_the_first_day,
    nothing_as_zero,
)
from organisation.sorting import search_key


class UserQuerySet(RuledQuerySet["User"]):
    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Oneself, and the colleagues and committee members of municipalities where one works."""
        access = access_of(user)
        if access.is_operator:
            return self
        colleagues = Membership.objects.filter(municipality_id__in=access.staff).values("user")
        return self.filter(Q(pk=access.user_id) | Q(pk__in=colleagues))

    def editable_by(self, user: User | AnonymousUser) -> Self:
        """Whoever is only known in municipalities that one administers; an operator's account only by operators."""
        access = access_of(user)
        if access.is_operator:
            return self
        own = Membership.objects.in_earnest().filter(municipality_id__in=access.administered).values("user")
        elsewhere = Membership.objects.in_earnest().exclude(municipality_id__in=access.administered).values("user")
        return self.filter(pk__in=own, is_operator=False).exclude(pk__in=elsewhere)

    def addable_in(self, user: User | AnonymousUser) -> frozenset[int]:
        access = access_of(user)
        return frozenset() if access.is_practising else access.administered

    def opened_by(self, user: User | AnonymousUser) -> bool:
        return access_of(user).works_in_admin


class UserManager(BaseUserManager["User"]):
    def get_queryset(self) -> UserQuerySet:
        return UserQuerySet(self.model, using=self._db)

    def visible_to(self, user: User | AnonymousUser) -> UserQuerySet:
        return self.get_queryset().visible_to(user)

    def editable_by(self, user: User | AnonymousUser) -> UserQuerySet:
        return self.get_queryset().editable_by(user)

    def get_by_natural_key(self, username: str | None) -> User:
        """E-mail addresses are the same however they are capitalised."""
        return self.get(email=(username or "").strip().lower())

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """The operator of the installation, who stands outside the municipalities' roles."""
        return self.create_user(email, password, is_operator=True, **fields)


class User(Row, AbstractBaseUser):
    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, blank=True)
    is_operator = models.BooleanField(
        _("operator"),
        default=False,
        help_text=_(
            "Runs the installation: municipalities, users and the shared catalogue. Sees no municipal content."
        ),
    )
    is_active = models.BooleanField(
        _("active"), default=True, help_text=_("Remove the mark instead of deleting the user: what they did stays.")
    )
    date_joined = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    search_key = models.TextField(editable=False, default="")

    # Whether this request is about the practice areas; nothing that is stored.
    practises = False

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["email"]

    def __str__(self) -> str:
        return self.name or self.email

    def prepare(self) -> None:
        self.email = self.email.strip().lower()
        self.search_key = search_key(f"{self.name} {self.email}")

    @classmethod
    def decide_together(cls, rows: Sequence[User]) -> None:
        closed = [row.pk for row in rows if row.pk and not row.is_active]
        if closed:
            held = Membership.objects.in_earnest().administering(_tomorrow()).filter(user__in=closed)
            _keep_administered(dict(held.values_list("pk", "municipality")), frozenset())

    def get_short_name(self) -> str:
        return str(self)

    @cached_property
    def access(self) -> Access:
        return compute_access(self)

    # The three questions of Django's admin. Which rows and which screens is answered by the QuerySets' rules.
    @property
    def is_staff(self) -> bool:
        return self.is_active and self.access.works_in_admin

    def has_perm(self, perm: str, obj: object | None = None) -> bool:
        return self.is_active and self.access.works_in_admin

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and self.access.works_in_admin


class MembershipQuerySet(TenantQuerySet["Membership"]):
    def in_earnest(self) -> Self:
        """All but those that a practice area repeats."""
        return self.filter(municipality__practice_of__isnull=True)

    def valid_on(self, day: datetime.date) -> Self:
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day), Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        )

    def administering(self, day: datetime.date) -> Self:
        """Of those who can sign in."""
        return self.valid_on(day).filter(role=Role.ADMINISTRATOR, user__is_active=True)

    def with_deputised(self, user: User, day: datetime.date) -> Self:
        """The user's own, and those of everybody who is absent on the day with the user as deputy there."""
        absent = Q(
            user__absences__deputy=user,
            user__absences__municipality=F("municipality"),
            user__absences__starts_on__lte=day,
            user__absences__ends_on__gte=day,
        )
        # A subquery, not a join: a join repeats a membership once per absence.
        in_trust = Membership.objects.filter(absent).values("pk")
        return self.filter(Q(user=user) | Q(pk__in=in_trust))

    def visible_to(self, user: User | AnonymousUser) -> Self:
        access = access_of(user)
        if access.is_operator:
            return self.in_earnest()
        here = self.filter(municipality_id__in=access.members) if access.is_practising else self.in_earnest()
        return here.filter(Q(municipality_id__in=access.staff) | Q(user_id=access.user_id))

    def editable_by(self, user: User | AnonymousUser) -> Self:
        access = access_of(user)
        own = self if access.is_operator else self.filter(municipality_id__in=access.administered)
        # In a practice area the people are those of the municipality: nobody is invited or let go there.
        return own.in_earnest()

    def addable_in(self, user: User | AnonymousUser) -> frozenset[int]:
        if access_of(user).is_practising:
            return frozenset()
        if access_of(user).is_operator:
            return frozenset(Municipality.objects.in_earnest().values_list("pk", flat=True))
        return super().addable_in(user)

    def opened_by(self, user: User | AnonymousUser) -> bool:
        return access_of(user).works_in_admin


class Membership(TenantRow):
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("municipality")
    )
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("user"))
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("department or committee"),
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["municipality", "role", "user"]
        constraints = [
            models.UniqueConstraint(
                "municipality",
                "user",
                "role",
                nothing_as_zero("body"),
                nothing_as_the_first_day("valid_from"),
                name="membership_once",
                violation_error_message=_("The user already has this role here."),
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="membership_ends_after_it_begins",
                violation_error_message=_("A membership cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.municipality}"

    def clean(self) -> None:
        super().clean()
        if self.body and self.body.municipality_id != self.municipality_id:
            raise ValidationError({"body": _("The body belongs to another municipality.")})

    @classmethod
    def decide_together(cls, rows: Sequence[Membership]) -> None:
        """Only the installation's operator could let somebody in again. What is written together counts together."""
        known, day = [row.pk for row in rows if row.pk], _tomorrow()
        held = Membership.objects.in_earnest().administering(day).filter(pk__in=known) if known else cls.objects.none()
        if before := dict(held.values_list("pk", "municipality")):
            stay = (row for row in rows if row.role == Role.ADMINISTRATOR and row.user.is_active)
            homes = {row.municipality_id for row in stay if _holds(row.valid_from, row.valid_to, day)}
            _keep_administered(before, frozenset(homes))


def _tomorrow() -> datetime.date:
    """A role that ends today is gone then."""
    return timezone.localdate() + datetime.timedelta(days=1)


def _keep_administered(losing: Mapping[int, int], kept: frozenset[int]) -> None:
    """`losing` are the memberships that may end, each with its municipality. Raises ValidationError."""
    # Of two who end each other's role at the same time the second waits, and sees what the first has done.
    homes = Municipality.objects.select_for_update(no_key=True).filter(pk__in=set(losing.values()) - kept)
    for home in homes.order_by("pk"):
        others = Membership.objects.administering(_tomorrow()).filter(municipality=home).exclude(pk__in=losing)
        if not others.exists():
            raise ValidationError(_without_administrator(home))


def _holds(first: datetime.date | None, last: datetime.date | None, day: datetime.date) -> bool:
    return (first is None or first <= day) and (last is None or last >= day)


def _without_administrator(municipality: Municipality) -> str:
    sentence = gettext(
        "%(municipality)s would be without an administrator. Make somebody else an administrator first. "
        "Nothing was changed."
    )
    return sentence % {"municipality": municipality}
