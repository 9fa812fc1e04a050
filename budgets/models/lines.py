"""The budget line: what money is for. Its amounts are entries and statements; it may serve several initiatives."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from budgets.models.sources import FundingSource
from initiatives.models import Initiative
from organisation.access import Access
from organisation.models import (
    NEVER_APPROVED,
    Approvable,
    Approval,
    ChildQuerySet,
    Document,
    Named,
    TenantQuerySet,
    TenantRow,
    nothing_as_zero,
)


class Direction(models.TextChoices):
    EXPENDITURE = "expenditure", _("expenditure")
    INCOME = "income", _("income")


class CostKind(models.TextChoices):
    SALARY = "salary", _("salaries")
    OPERATIONS = "operations", _("other operations")
    GRANT = "grant", _("grants")
    LICENCES = "licences", _("licences")
    ESTABLISHMENT = "establishment", _("establishment")
    NOT_STATED = "not_stated", _("not stated")


class Dranst(models.TextChoices):
    """Operation, state refund or construction, as in the municipal chart of accounts."""

    OPERATIONS = "operations", _("operation")
    STATE_REFUND = "state_refund", _("state refund")
    CONSTRUCTION = "construction", _("construction")
    NOT_STATED = "not_stated", _("not stated")


class Recurrence(models.TextChoices):
    ONE_OFF = "one_off", _("one-off")
    PERMANENT = "permanent", _("permanent")
    NOT_STATED = "not_stated", _("not stated")


class ServiceFrame(models.TextChoices):
    INSIDE = "inside", _("inside the service frame")
    OUTSIDE = "outside", _("outside the service frame")
    NOT_STATED = "not_stated", _("not stated")


class BudgetLineQuerySet(TenantQuerySet["BudgetLine"]):
    removable_when = NEVER_APPROVED
    approvable_when = NEVER_APPROVED

    def adds(self, access: Access) -> frozenset[int]:
        return access.financed

    def published(self) -> Q:
        return Q(approval=Approval.APPROVED)

    def editable(self, access: Access) -> Q:
        return Q(municipality_id__in=access.financed)

    def approved(self) -> BudgetLineQuerySet:
        return self.filter(approval=Approval.APPROVED)

    def of_initiatives(self, initiatives: models.QuerySet[Initiative]) -> BudgetLineQuerySet:
        """Lines that serve at least one of the initiatives, each once."""
        # A subquery, not a join: a join repeats a line once per initiative it serves.
        return self.filter(pk__in=LineInitiative.objects.filter(initiative__in=initiatives).values("line"))


class BudgetLine(Named, Approvable, TenantRow):
    reference = models.SlugField(_("reference"), max_length=80)
    code = models.CharField(_("code in the document"), max_length=30, blank=True)
    name = models.CharField(_("name as printed"), max_length=400)
    aliases = models.TextField(_("other names"), blank=True, help_text=_("One on each line."))
    description = models.TextField(_("description"), blank=True)
    direction = models.CharField(
        _("expenditure or income"), max_length=12, choices=Direction.choices, default=Direction.EXPENDITURE
    )
    cost_kind = models.CharField(_("cost"), max_length=14, choices=CostKind.choices, default=CostKind.NOT_STATED)
    dranst = models.CharField(
        _("operation or construction"), max_length=14, choices=Dranst.choices, default=Dranst.NOT_STATED
    )
    recurrence = models.CharField(
        _("one-off or permanent"), max_length=10, choices=Recurrence.choices, default=Recurrence.NOT_STATED
    )
    service_frame = models.CharField(
        _("service frame"), max_length=10, choices=ServiceFrame.choices, default=ServiceFrame.NOT_STATED
    )
    account_string = models.CharField(_("account"), max_length=60, blank=True)
    budget_round = models.CharField(
        _("budget round"),
        max_length=60,
        blank=True,
        help_text=_("As headed in the document, for example “Budget 2016”."),
    )
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="lines", verbose_name=_("document")
    )
    position = models.PositiveIntegerField(_("position"), default=0)
    initiatives: models.ManyToManyField[Initiative, LineInitiative] = models.ManyToManyField(
        Initiative, through="LineInitiative", related_name="budget_lines", verbose_name=_("initiatives")
    )

    objects = BudgetLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("budget line")
        verbose_name_plural = _("budget lines")
        ordering = ["municipality", "position", "sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "reference"],
                name="budget_line_reference_unique",
                violation_error_message=_("The municipality already has a budget line with this reference."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def search_text(self) -> str:
        return f"{self.code} {self.name} {self.aliases} {self.account_string}"


class LineInitiativeQuerySet(ChildQuerySet["LineInitiative"]):
    roots = ("line", "initiative")
    removable_when = Q()


class LineInitiative(TenantRow):
    """A line serves an initiative. The amount is shared, never divided."""

    line = models.ForeignKey(
        BudgetLine, on_delete=models.CASCADE, related_name="initiative_links", verbose_name=_("budget line")
    )
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, related_name="line_links", verbose_name=_("initiative")
    )

    objects = LineInitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("initiative of the line")
        verbose_name_plural = _("initiatives of the line")
        constraints = [
            models.UniqueConstraint(
                fields=["line", "initiative"],
                name="line_initiative_once",
                violation_error_message=_("The line already serves this initiative."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line}: {self.initiative}"


class RelationKind(models.TextChoices):
    FINANCED_BY = "financed_by", _("financed by")
    MERGES_AND_REDUCES = "merges_and_reduces", _("merges and reduces")
    NO_CHANGE = "no_change", _("no change")


class LineRelationQuerySet(ChildQuerySet["LineRelation"]):
    roots = ("line",)
    removable_when = Q()


class LineRelation(TenantRow):
    """How a line hangs together with a source, an initiative, another line or something only named in words."""

    line = models.ForeignKey(
        BudgetLine, on_delete=models.CASCADE, related_name="relations", verbose_name=_("budget line")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=RelationKind.choices)
    to_line = models.ForeignKey(
        BudgetLine,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="related_from",
        verbose_name=_("other line"),
    )
    initiative = models.ForeignKey(
        Initiative,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="finances",
        verbose_name=_("initiative"),
    )
    funding_source = models.ForeignKey(
        FundingSource,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="finances",
        verbose_name=_("funding source"),
    )
    words = models.CharField(_("the document's words"), max_length=300, blank=True)

    objects = LineRelationQuerySet.as_manager()

    class Meta:
        verbose_name = _("relation of the line")
        verbose_name_plural = _("relations of the line")
        ordering = ["line", "pk"]
        constraints = [
            models.UniqueConstraint(
                "line",
                "kind",
                nothing_as_zero("to_line"),
                nothing_as_zero("initiative"),
                nothing_as_zero("funding_source"),
                name="line_relation_once",
                violation_error_message=_("The line already has this relation."),
            ),
            models.CheckConstraint(
                condition=Q(to_line__isnull=False)
                | Q(initiative__isnull=False)
                | Q(funding_source__isnull=False)
                | ~Q(words=""),
                name="line_relation_says_what",
                violation_error_message=_("Choose a line, an initiative or a source, or say in words what it is."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.other}"

    @property
    def other(self) -> str:
        return str(self.to_line or self.initiative or self.funding_source or self.words)
