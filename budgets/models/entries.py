"""Movements of a budget: they add up, and once posted they are corrected, never changed."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from budgets.models.lines import BudgetLine, CostKind, Recurrence
from budgets.models.money import MoneyFact
from initiatives.models import Event
from organisation import writing
from organisation.access import Access, access_of
from organisation.models import ChildQuerySet, HasEffectiveDate, HasPeriod, TenantRow, User

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

YEAR_LIMITS = [MinValueValidator(1970), MaxValueValidator(2100)]


class EntryKind(models.TextChoices):
    ORIGINAL = "original", _("original budget")
    SUPPLEMENTARY = "supplementary", _("supplementary appropriation")
    CARRY_OVER = "carry_over", _("carried over between years")
    UNSPECIFIED = "unspecified_change", _("change, not specified")
    CORRECTION = "correction", _("correction")


class DecisionState(models.TextChoices):
    PROPOSED = "proposed", _("proposed")
    PRIORITISED = "prioritised", _("prioritised")
    IN_HEARING = "in_hearing", _("prioritised, in hearing")
    ADOPTED = "adopted", _("adopted")
    REJECTED = "rejected", _("rejected")


class Coverage(models.TextChoices):
    LINE = "line", _("another budget line")
    CASH_BALANCE = "cash_balance", _("the cash balance")
    NOT_ASSIGNED = "not_assigned", _("not yet assigned")


class Posted(models.Model):
    """A draft may be mended; once posted it stands, and the database refuses to change it."""

    posted_at = models.DateTimeField(_("posted at"), null=True, blank=True, editable=False)
    posted_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("posted by"),
    )

    recorded_at: Any

    class Meta:
        abstract = True

    @property
    def is_posted(self) -> bool:
        return self.posted_at is not None

    @property
    def known_at(self) -> datetime.datetime:
        """When it came to count: what was a draft on a day is in no figure of that day."""
        return max(self.recorded_at, self.posted_at) if self.posted_at else self.recorded_at

    def post(self, *, by: User, reason: str = "") -> None:
        """Raises ValidationError when it is already posted."""
        if self.is_posted:
            raise ValidationError(_("It is already posted."))
        self.posted_at, self.posted_by = timezone.now(), by
        writing.save(self, by=by, reason=reason or _now("Posted"))


DRAFT = Q(posted_at__isnull=True)


class EntryQuerySet(ChildQuerySet["Entry"]):
    roots = ("line",)
    settled_when = ~DRAFT
    removable_when = DRAFT

    def published(self) -> Q:
        return Q(posted_at__isnull=False)

    def posted(self) -> Self:
        return self.filter(posted_at__isnull=False)

    def adopted(self) -> Self:
        return self.posted().filter(decision_state=DecisionState.ADOPTED)


class Entry(Posted, HasPeriod, HasEffectiveDate, MoneyFact, TenantRow):
    """One movement on a line. `period` is what the money is for; `year` is set only when that is one budget year."""

    line = models.ForeignKey(
        BudgetLine, on_delete=models.PROTECT, related_name="entries", verbose_name=_("budget line")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=EntryKind.choices)
    year = models.PositiveSmallIntegerField(
        _("budget year"),
        null=True,
        blank=True,
        validators=YEAR_LIMITS,
        help_text=_("Empty when the amount is for a period of several years: it is never spread over them."),
    )
    decision_state = models.CharField(_("decision"), max_length=12, choices=DecisionState.choices)
    decision_note = models.CharField(_("decision in the document's words"), max_length=200, blank=True)
    decision = models.ForeignKey(
        Event, on_delete=models.PROTECT, null=True, blank=True, related_name="entries", verbose_name=_("decided at")
    )
    price_level = models.CharField(
        _("price level"), max_length=30, blank=True, help_text=_("For example 2018-pl; empty when it is not stated.")
    )
    recurrence = models.CharField(
        _("one-off or permanent"), max_length=10, choices=Recurrence.choices, default=Recurrence.NOT_STATED
    )
    coverage = models.CharField(_("covered by"), max_length=14, choices=Coverage.choices, blank=True)
    coverage_line = models.ForeignKey(
        BudgetLine,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="covers",
        verbose_name=_("covering line"),
    )
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections", verbose_name=_("corrects")
    )
    note = models.TextField(_("note"), blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("budget entry")
        verbose_name_plural = _("budget entries")
        ordering = ["line", "year", "pk"]
        indexes = [models.Index(fields=["line", "decision_state", "year", "amount_ore"], name="entry_sums")]
        constraints = [
            *MoneyFact.Meta.constraints,
            models.CheckConstraint(
                condition=Q(posted_at__isnull=True, posted_by__isnull=True)
                | Q(posted_at__isnull=False, posted_by__isnull=False),
                name="entry_posted_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(kind="correction") | Q(corrects__isnull=False),
                name="entry_correction_says_of_what",
                violation_error_message=_("A correction points at the entry that it corrects."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="supplementary") | ~Q(decision_state="adopted") | ~Q(coverage=""),
                name="entry_supplementary_is_covered",
                violation_error_message=_("An adopted supplementary appropriation says how it is covered."),
            ),
            models.CheckConstraint(
                condition=~Q(coverage="line") | Q(coverage_line__isnull=False),
                name="entry_coverage_names_line",
                violation_error_message=_("Choose the line that covers the appropriation."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line}: {self.get_kind_display()} {self.year or self.period_text}".strip()

    def prepare(self) -> None:
        super().prepare()
        if self.year is None and self.period_text:
            self.year = self.period.year
        elif self.year is not None and not self.period_text:
            self.period_text = str(self.year)
            super().prepare()

    def clean(self) -> None:
        super().clean()
        if self.corrects and self.corrects.line_id != self.line_id:
            raise ValidationError({"corrects": _("A correction stands on the same line as what it corrects.")})
        if self.corrects and not self.corrects.is_posted:
            raise ValidationError({"corrects": _("A draft is mended, not corrected.")})


class EntryPartQuerySet(ChildQuerySet["EntryPart"]):
    roots = ("entry",)
    settled_when = Q(entry__posted_at__isnull=False)
    removable_when = Q()


class EntryPart(MoneyFact, TenantRow):
    """A stated part of an amount (“of which”), shown under it and never added to it."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="parts", verbose_name=_("budget entry"))
    code = models.CharField(_("code in the document"), max_length=30, blank=True)
    label = models.CharField(_("name"), max_length=200)
    cost_kind = models.CharField(_("cost"), max_length=14, choices=CostKind.choices, default=CostKind.NOT_STATED)

    objects = EntryPartQuerySet.as_manager()

    class Meta:
        verbose_name = _("part of an entry")
        verbose_name_plural = _("parts of an entry")
        ordering = ["entry", "pk"]
        constraints = [
            *MoneyFact.Meta.constraints,
            models.UniqueConstraint(
                fields=["entry", "label"],
                name="entry_part_once",
                violation_error_message=_("The entry already has a part with this name."),
            ),
        ]

    def __str__(self) -> str:
        return self.label


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

    @property
    def legs(self) -> list[tuple[int, int]]:
        """(line id, change in øre) for each end that is a line of the overview."""
        ends: list[tuple[Any, int]] = [(self.from_line_id, -self.amount_ore), (self.to_line_id, self.amount_ore)]
        return [(line, change) for line, change in ends if line is not None]
