"""Money moved between lines: one row, whose two legs are derived. One end may lie outside the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from budgets.models.entries import (
    DRAFT,
    YEAR_LIMITS,
    DecisionState,
    Posted,
    day_of,
    hold_lines,
    refuse_closed_year,
    replace_unspecified,
)
from budgets.models.lines import BudgetLine
from initiatives.models import Event
from organisation.access import Access, access_of
from organisation.models import ChildQuerySet, HasEffectiveDate, TenantRow, User

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


class TransferQuerySet(ChildQuerySet["Transfer"]):
    roots = ("from_line", "to_line")
    settled_when = ~DRAFT
    removable_when = DRAFT

    def published(self) -> Q:
        return Q(posted_at__isnull=False)

    def editable_by(self, user: User | AnonymousUser) -> Self:
        return self.filter(self.editable(access_of(user)))

    def editable(self, access: Access) -> Q:
        return Q(municipality_id__in=access.financed)

    def addable_in(self, user: User | AnonymousUser) -> frozenset[int]:
        return access_of(user).financed

    def of_line(self, line: BudgetLine) -> Self:
        return self.filter(Q(from_line=line) | Q(to_line=line))

    def posted(self) -> Self:
        return self.filter(posted_at__isnull=False)


class Transfer(Posted, HasEffectiveDate, TenantRow):
    """Money moved between lines: one row, whose two legs are derived. One end may lie outside the overview."""

    from_line = models.ForeignKey(
        BudgetLine,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="transfers_out",
        verbose_name=_("from"),
    )
    to_line = models.ForeignKey(
        BudgetLine, on_delete=models.PROTECT, null=True, blank=True, related_name="transfers_in", verbose_name=_("to")
    )
    outside = models.CharField(
        _("outside the overview"),
        max_length=200,
        blank=True,
        help_text=_("The name of the end that is not a line here."),
    )
    year = models.PositiveSmallIntegerField(_("budget year"), validators=YEAR_LIMITS)
    amount_ore = models.BigIntegerField(_("amount in øre"))
    decision_state = models.CharField(_("decision"), max_length=12, choices=DecisionState.choices)
    decision = models.ForeignKey(
        Event, on_delete=models.PROTECT, null=True, blank=True, related_name="transfers", verbose_name=_("decided at")
    )
    price_level = models.CharField(_("price level"), max_length=30, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = TransferQuerySet.as_manager()

    class Meta:
        verbose_name = _("transfer")
        verbose_name_plural = _("transfers")
        ordering = ["municipality", "year", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount_ore__gt=0),
                name="transfer_amount_positive",
                violation_error_message=_("A transfer is more than 0; turn it round by exchanging from and to."),
            ),
            models.CheckConstraint(
                condition=Q(from_line__isnull=False) | Q(to_line__isnull=False),
                name="transfer_has_a_line",
                violation_error_message=_("At least one end of a transfer is a line of the overview."),
            ),
            models.CheckConstraint(
                condition=Q(from_line__isnull=False, to_line__isnull=False) | ~Q(outside=""),
                name="transfer_outside_is_named",
                violation_error_message=_("Name the end that lies outside the overview."),
            ),
            models.CheckConstraint(
                condition=Q(from_line__isnull=True) | Q(to_line__isnull=True) | ~Q(from_line=F("to_line")),
                name="transfer_between_two_lines",
                violation_error_message=_("A transfer goes from one line to another."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_line or self.outside} → {self.to_line or self.outside} {self.year}"

    def clean(self) -> None:
        super().clean()
        refuse_closed_year(self)

    def post(self, *, by: User, reason: str = "") -> None:
        """As an entry: what a typed revised budget already held takes its place there."""
        with transaction.atomic():
            hold_lines(line for line, _change in self.legs)
            super().post(by=by, reason=reason)
            for line, change in self.legs if self.decision_state == DecisionState.ADOPTED else ():
                replace_unspecified(line, self.year, change, day_of(self), by=by)

    @property
    def legs(self) -> list[tuple[int, int]]:
        """(line id, change in øre) for each end that is a line of the overview."""
        ends: list[tuple[Any, int]] = [(self.from_line_id, -self.amount_ore), (self.to_line_id, self.amount_ore)]
        return [(line, change) for line, change in ends if line is not None]
