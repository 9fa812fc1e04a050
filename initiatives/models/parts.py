"""What an initiative is made of: texts under the municipality's headings, activities, people and bodies."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organisation.models import (
    Approval,
    Body,
    BodyKind,
    ChildQuerySet,
    HasPeriod,
    Searched,
    TenantQuerySet,
    TenantRow,
    User,
    nothing_as_zero,
)
from organisation.prose import words_of


class HeadingQuerySet(TenantQuerySet["Heading"]):
    pass


class Heading(TenantRow):
    """One of the headings under which a municipality describes its initiatives."""

    number = models.PositiveSmallIntegerField(_("number"))
    label = models.CharField(_("heading"), max_length=200)
    help_text = models.TextField(_("help text"), blank=True)
    is_active = models.BooleanField(_("in use"), default=True)

    objects = HeadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("heading")
        verbose_name_plural = _("headings")
        # Two may have the same number while they change places: SQLite cannot wait with such a rule.
        ordering = ["municipality", "number", "pk"]

    def __str__(self) -> str:
        return self.label


class InitiativeTextQuerySet(ChildQuerySet["InitiativeText"]):
    removable_when = Q()


class InitiativeText(Searched, TenantRow):
    initiative = models.ForeignKey(
        "initiatives.Initiative", on_delete=models.CASCADE, related_name="texts", verbose_name=_("initiative")
    )
    heading = models.ForeignKey(Heading, on_delete=models.PROTECT, related_name="texts", verbose_name=_("heading"))
    text = models.TextField(_("text"))
    prose_fields = frozenset({"text"})

    objects = InitiativeTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text under a heading")
        verbose_name_plural = _("texts under the headings")
        ordering = ["heading__number"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "heading"],
                name="initiative_heading_once",
                violation_error_message=_("The initiative already has a text under this heading."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.heading)

    def search_text(self) -> str:
        return words_of(self.text)


class ActivityKind(models.TextChoices):
    ACTIVITY = "activity", _("activity")
    MILESTONE = "milestone", _("milestone")


class ActivityState(models.TextChoices):
    PLANNED = "planned", _("planned")
    ONGOING = "ongoing", _("ongoing")
    CARRIED_OUT = "carried_out", _("carried out")
    MAY_BE_REPEATED = "may_be_repeated", _("carried out, may be repeated")
    UNDER_EXAMINATION = "under_examination", _("under examination")
    CANCELLED = "cancelled", _("cancelled")
    NOT_STATED = "not_stated", _("not stated")


class ActivityQuerySet(ChildQuerySet["Activity"]):
    # Of an approved initiative they are cancelled, not deleted.
    removable_when = Q(initiative__approval=Approval.DRAFT, initiative__approved_at__isnull=True)


class Activity(Searched, HasPeriod, TenantRow):
    initiative = models.ForeignKey(
        "initiatives.Initiative", on_delete=models.CASCADE, related_name="activities", verbose_name=_("initiative")
    )
    position = models.PositiveIntegerField(_("position"), default=0)
    kind = models.CharField(_("kind"), max_length=10, choices=ActivityKind.choices, default=ActivityKind.ACTIVITY)
    title = models.CharField(_("title"), max_length=300)
    text = models.TextField(_("text"), blank=True)
    state = models.CharField(_("state"), max_length=20, choices=ActivityState.choices, default=ActivityState.NOT_STATED)
    result = models.TextField(_("result"), blank=True)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities and milestones")
        ordering = ["initiative", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "title"],
                name="activity_title_unique",
                violation_error_message=_("The initiative already has an activity with this title."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def search_text(self) -> str:
        return f"{self.title} {self.text} {self.result} {self.period_text}"


class InvolvementRole(models.TextChoices):
    OWNER = "owner", _("owner")
    DEPUTY = "deputy", _("deputy")
    RESPONDENT = "respondent", _("respondent")
    CONTACT = "contact", _("contact person")
    EXECUTING = "executing", _("carries out")
    SECRETARIAT = "secretariat", _("secretariat")
    PARTNER = "partner", _("partner")


# Where people work, as against who decides, is heard or takes part.
DEPARTMENTS = (BodyKind.ADMINISTRATION, BodyKind.DEPARTMENT, BodyKind.CENTRE, BodyKind.INSTITUTION, BodyKind.GROUP)
CARRIES = (InvolvementRole.OWNER, InvolvementRole.DEPUTY, InvolvementRole.EXECUTING, InvolvementRole.SECRETARIAT)


class InvolvementQuerySet(ChildQuerySet["Involvement"]):
    removable_when = Q()

    def carried_by_departments(self) -> Self:
        """Where an initiative is led or carried out."""
        return self.filter(role__in=CARRIES, body__kind__in=DEPARTMENTS)


class Involvement(TenantRow):
    """Who stands behind an initiative and how: a body (often the owner), a user, or a function in words."""

    initiative = models.ForeignKey(
        "initiatives.Initiative", on_delete=models.CASCADE, related_name="involvements", verbose_name=_("initiative")
    )
    role = models.CharField(_("role"), max_length=12, choices=InvolvementRole.choices)
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="involvements", verbose_name=_("body")
    )
    user = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="involvements", verbose_name=_("user")
    )
    words = models.CharField(
        _("in words"),
        max_length=300,
        blank=True,
        help_text=_("As the document prints it, or a function such as “coordinator”. Never a citizen's name."),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = InvolvementQuerySet.as_manager()

    class Meta:
        verbose_name = _("involvement")
        verbose_name_plural = _("involvements")
        ordering = ["initiative", "pk"]
        constraints = [
            models.UniqueConstraint(
                "initiative",
                "role",
                nothing_as_zero("body"),
                nothing_as_zero("user"),
                "words",
                name="involvement_once",
                violation_error_message=_("The initiative already has this involvement."),
            ),
            models.CheckConstraint(
                condition=Q(body__isnull=False) | Q(user__isnull=False) | ~Q(words=""),
                name="involvement_says_who",
                violation_error_message=_("Choose a body or a user, or say in words who it is."),
            ),
            models.CheckConstraint(
                condition=~Q(role="respondent") | Q(user__isnull=False),
                name="respondent_is_a_user",
                violation_error_message=_("A respondent is a user who can sign in."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.who}"

    @property
    def who(self) -> str:
        return str(self.body or self.user or self.words)
