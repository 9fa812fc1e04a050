"""The initiative and its links to objectives, target groups and methods."""

from __future__ import annotations

import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from initiatives.models.catalogue import Method, TargetGroup
from initiatives.models.parts import Involvement, InvolvementRole
from initiatives.models.strategies import Objective, Strategy
from organisation.access import Access, Role
from organisation.models import (
    AWAITS_APPROVAL,
    NEVER_APPROVED,
    Approvable,
    Approval,
    Archivable,
    Chained,
    ChildQuerySet,
    Document,
    HasPeriod,
    Mergeable,
    Named,
    TenantQuerySet,
    TenantRow,
)

LEADING = (InvolvementRole.OWNER, InvolvementRole.DEPUTY, InvolvementRole.RESPONDENT)


class InitiativeKind(models.TextChoices):
    PACKAGE = "package", _("package")
    INITIATIVE = "initiative", _("initiative")
    SUB_INITIATIVE = "sub_initiative", _("sub-initiative")
    AGREEMENT = "agreement", _("agreement")
    EXAMPLE = "example", _("example from practice")


class InitiativeState(models.TextChoices):
    IDEA = "idea", _("idea")
    PROPOSED = "proposed", _("proposed")
    PRIORITISED = "prioritised", _("prioritised")
    IN_HEARING = "in_hearing", _("prioritised, in hearing")
    UNDER_EXAMINATION = "under_examination", _("under examination")
    PLANNED = "planned", _("planned")
    ONGOING = "ongoing", _("ongoing")
    COMPLETED = "completed", _("completed")
    STOPPED = "stopped", _("stopped")
    NOT_STATED = "not_stated", _("not stated")


class InitiativeQuerySet(TenantQuerySet["Initiative"]):
    removable_when = NEVER_APPROVED
    approvable_when = AWAITS_APPROVAL

    def adds(self, access: Access) -> frozenset[int]:
        return access.administered | access.managed_whole

    def published(self) -> Q:
        return Q(approval=Approval.APPROVED)

    def editable(self, access: Access) -> Q:
        """Administrators and managers of the whole municipality; others those of their department or their own."""
        everything = Q(municipality_id__in=access.administered | access.managed_whole)
        works_in = access.municipalities_with(Role.CASEWORKER, Role.MANAGER)
        own = _own_involvements(access).values("initiative")
        rule = everything | Q(municipality_id__in=works_in, pk__in=own)
        if access.stands_in_for:
            rule |= Q(pk__in=involvements_in_trust(access).values("initiative"))
        return rule

    def approved(self) -> Self:
        return self.filter(approval=Approval.APPROVED)

    def known_by(self, moment: datetime.datetime | None) -> Self:
        """Without those that were approved later; all of them where no moment is said."""
        return self if moment is None else self.filter(Q(approved_at__isnull=True) | Q(approved_at__lte=moment))

    def running_in(self, year: int) -> Self:
        """Initiatives whose period overlaps the year, even for one day."""
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        return self.with_known_period().filter(
            Q(period_start__isnull=True) | Q(period_start__lte=last),
            Q(period_end__isnull=True) | Q(period_end__gte=first),
        )

    def wholly_within(self, year: int) -> Self:
        """Initiatives that both start and end in the year."""
        return self.filter(period_start__year=year, period_end__year=year)

    def with_known_period(self) -> Self:
        return self.exclude(period_start__isnull=True, period_end__isnull=True)

    def with_unknown_period(self) -> Self:
        """Initiatives whose period is not stated or cannot be read as dates."""
        return self.filter(period_start__isnull=True, period_end__isnull=True)


def _own_involvements(access: Access) -> models.QuerySet[Involvement]:
    """Involvements by which an initiative is one's own or one's department's."""
    mine = Q(user_id=access.user_id) | Q(body_id__in=access.bodies)
    return Involvement.objects.filter(mine, role__in=LEADING)


def involvements_in_trust(access: Access) -> models.QuerySet[Involvement]:
    """Involvements by which an initiative is led by somebody who is absent today, with the user as deputy."""
    theirs = Q(body_id__in=access.bodies_in_trust)
    for municipality, absent in access.stands_in_for.items():
        theirs |= Q(municipality_id=municipality, user_id__in=absent)
    return Involvement.objects.filter(theirs, role__in=LEADING)


class Initiative(Archivable, Mergeable, Chained, Named, Approvable, HasPeriod, TenantRow):
    reference = models.SlugField(_("reference"), max_length=80)
    code = models.CharField(
        _("code in the document"), max_length=30, blank=True, help_text=_("For example SO8; empty where there is none.")
    )
    title = models.CharField(_("title as printed"), max_length=400)
    display_title = models.CharField(
        _("title to show"), max_length=400, blank=True, help_text=_("Where the printed title has an error.")
    )
    aliases = models.TextField(_("other names"), blank=True, help_text=_("One on each line."))
    kind = models.CharField(_("kind"), max_length=20, choices=InitiativeKind.choices, default=InitiativeKind.INITIATIVE)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    strategy = models.ForeignKey(
        Strategy,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="initiatives",
        verbose_name=_("stands in"),
        help_text=_("The strategy, plan or package whose document names the initiative."),
    )
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="initiatives",
        verbose_name=_("document"),
    )
    state = models.CharField(
        _("state"), max_length=20, choices=InitiativeState.choices, default=InitiativeState.NOT_STATED
    )
    state_note = models.CharField(_("state in the document's words"), max_length=300, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    shared_nationally = models.BooleanField(
        _("shared nationally"), default=False, help_text=_("Other municipalities may see that the initiative exists.")
    )
    objectives: models.ManyToManyField[Objective, InitiativeObjective] = models.ManyToManyField(
        Objective, through="InitiativeObjective", related_name="initiatives", verbose_name=_("objectives")
    )
    target_groups: models.ManyToManyField[TargetGroup, InitiativeTargetGroup] = models.ManyToManyField(
        TargetGroup, through="InitiativeTargetGroup", related_name="initiatives", verbose_name=_("target groups")
    )
    methods: models.ManyToManyField[Method, MethodUse] = models.ManyToManyField(
        Method, through="MethodUse", related_name="initiatives", verbose_name=_("methods")
    )

    objects = InitiativeQuerySet.as_manager()
    leads_on = {"parent": _("An initiative cannot be part of itself.")}

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "reference"],
                name="initiative_reference_unique",
                violation_error_message=_("The municipality already has an initiative with this reference."),
            ),
            models.CheckConstraint(
                condition=Q(period_start__isnull=True)
                | Q(period_end__isnull=True)
                | Q(period_end__gte=models.F("period_start")),
                name="initiative_ends_after_it_starts",
                violation_error_message=_("An initiative cannot end before it starts."),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "sort_key"], name="initiative_in_order"),
            models.Index(fields=["period_start", "period_end"], name="initiative_period"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.shown_title}" if self.code else self.shown_title

    @property
    def shown_title(self) -> str:
        return self.display_title or self.title

    def search_text(self) -> str:
        return f"{self.code} {self.title} {self.display_title} {self.aliases} {self.summary}"

    def get_absolute_url(self) -> str:
        return reverse("initiative", args=[self.municipality.code, self.reference])


class InitiativeObjectiveQuerySet(ChildQuerySet["InitiativeObjective"]):
    roots = ("initiative", "objective")
    removable_when = Q()


class InitiativeObjective(TenantRow):
    initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="objective_links", verbose_name=_("initiative")
    )
    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, related_name="initiative_links", verbose_name=_("objective")
    )
    note = models.CharField(
        _("note"), max_length=300, blank=True, help_text=_("For example how the document quotes the objective.")
    )

    objects = InitiativeObjectiveQuerySet.as_manager()

    class Meta:
        verbose_name = _("objective of the initiative")
        verbose_name_plural = _("objectives of the initiative")
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "objective"],
                name="initiative_objective_once",
                violation_error_message=_("The initiative already stands under this objective."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.objective)


class InitiativeTargetGroupQuerySet(ChildQuerySet["InitiativeTargetGroup"]):
    roots = ("initiative", "target_group")
    removable_when = Q()


class InitiativeTargetGroup(TenantRow):
    initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="target_group_links", verbose_name=_("initiative")
    )
    target_group = models.ForeignKey(
        TargetGroup, on_delete=models.PROTECT, related_name="initiative_links", verbose_name=_("target group")
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = InitiativeTargetGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("target group of the initiative")
        verbose_name_plural = _("target groups of the initiative")
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "target_group"],
                name="initiative_target_group_once",
                violation_error_message=_("The initiative already has this target group."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.target_group)


class MethodUseState(models.TextChoices):
    UNDER_EXAMINATION = "under_examination", _("under examination")
    PLANNED = "planned", _("planned")
    IN_USE = "in_use", _("in use")
    ENDED = "ended", _("ended")


class MethodUseQuerySet(ChildQuerySet["MethodUse"]):
    roots = ("initiative", "method")
    removable_when = Q()


class MethodUse(TenantRow):
    """One initiative's application of a method."""

    initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="method_uses", verbose_name=_("initiative")
    )
    method = models.ForeignKey(Method, on_delete=models.PROTECT, related_name="uses", verbose_name=_("method"))
    state = models.CharField(_("state"), max_length=20, choices=MethodUseState.choices)
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = MethodUseQuerySet.as_manager()

    class Meta:
        verbose_name = _("use of a method")
        verbose_name_plural = _("uses of methods")
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "method"],
                name="method_used_once",
                violation_error_message=_("The initiative already uses this method."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.method} ({self.get_state_display()})"
