"""Which budget line an account of the finance system belongs to: a map that is remembered from extract to extract."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from budgets.models.lines import BudgetLine
from organisation.access import Access
from organisation.models import TenantQuerySet, TenantRow


class AccountField(models.TextChoices):
    """What of an extract's row the pattern is compared with; the first is the most specific."""

    PROJECT = "project", _("project or PSP element")
    ACCOUNT = "account", _("account")
    COST_CENTRE = "cost_centre", _("cost centre")


class AccountRuleQuerySet(TenantQuerySet["AccountRule"]):
    removable_when = Q()

    def editable(self, access: Access) -> Q:
        return Q(municipality_id__in=access.financed)

    def adds(self, access: Access) -> frozenset[int]:
        return access.financed


class AccountRule(TenantRow):
    """`pattern` may hold * for any signs and ? for one. Without a line the rows lie outside the overview."""

    field = models.CharField(_("compared with"), max_length=12, choices=AccountField.choices)
    pattern = models.CharField(
        _("account or pattern"),
        max_length=60,
        help_text=_("The whole of it, or with * for any signs and ? for one: 5.38.42*."),
    )
    line = models.ForeignKey(
        BudgetLine,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="account_rules",
        verbose_name=_("budget line"),
        help_text=_("Empty: the rows lie outside the overview, and are named but in no figure."),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = AccountRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("account of a budget line")
        verbose_name_plural = _("accounts of budget lines")
        ordering = ["municipality", "field", "pattern"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "field", "pattern"],
                name="account_rule_once",
                violation_error_message=_("This account has a budget line already. Change that rule instead."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_field_display()} {self.pattern}"

    def prepare(self) -> None:
        super().prepare()
        self.pattern = "".join(self.pattern.split()).upper()

    def clean(self) -> None:
        super().clean()
        if not self.pattern.strip("*?"):
            raise ValidationError({"pattern": _("The pattern fits every account. Write at least one sign of it.")})
