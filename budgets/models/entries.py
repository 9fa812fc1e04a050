"""Movements of a budget: they add up, and once posted they are corrected, never changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from budgets.models.lines import BudgetLine, CostKind, Recurrence
from budgets.models.money import MoneyFact, ValueState
from initiatives.models import Event
from organisation import writing
from organisation.models import ChildQuerySet, HasEffectiveDate, HasPeriod, TenantRow, User

if TYPE_CHECKING:
    from budgets.models.transfers import Transfer

YEAR_LIMITS = [MinValueValidator(1970), MaxValueValidator(2100)]


class EntryKind(models.TextChoices):
    ORIGINAL = "original", _("original budget")
    SUPPLEMENTARY = "supplementary", _("supplementary appropriation")
    CARRY_OVER = "carry_over", _("carried over between years")
    UNSPECIFIED = "unspecified_change", _("change, not specified")
    CORRECTION = "correction", _("correction")


# `get_kind_display` compares all choices in every language anew, for each of an import's ten thousand rows.
_KINDS = dict(EntryKind.choices)


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
        recorded: datetime.datetime = self.recorded_at
        return max(recorded, self.posted_at) if self.posted_at else recorded

    def post(self, *, by: User, reason: str = "") -> None:
        """Raises ValidationError when it is already posted."""
        if self.is_posted:
            raise ValidationError(_("It is already posted."))
        self.posted_at, self.posted_by = timezone.now(), by
        writing.save(self, by=by, reason=reason or _now("Posted"))


DRAFT = Q(posted_at__isnull=True)


def day_of(row: Entry | Transfer) -> datetime.date | None:
    """The day of a movement: its own, else its decision's."""
    if row.effective_start is None and row.decision is not None:
        return row.decision.effective_start
    return row.effective_start


def refuse_closed_year(row: Entry | Transfer) -> None:
    """Appropriations lapse at the end of the year; what is left is carried over, as an appropriation of the new one."""
    day = day_of(row)
    if row.decision_state == DecisionState.ADOPTED and row.year and day and day.year > row.year:
        raise ValidationError(
            _("The year %(year)d was over on that day, and its budget no longer changes. Carry the money over instead.")
            % {"year": row.year}
        )


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
    states_ore = models.BigIntegerField(
        _("states the revised budget as, in øre"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Of a change that is not specified: the revised budget of its day is this when it is posted."),
    )

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
        return f"{self.line}: {_KINDS.get(self.kind, self.kind)} {self.year or self.period_text}".strip()

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
        if self.kind not in {EntryKind.CORRECTION, EntryKind.UNSPECIFIED}:
            refuse_closed_year(self)

    def correction(self, ore: int, *, note: str) -> Entry:
        """A new draft that changes this posted entry by so many øre, on its day and in its terms."""
        return Entry(
            municipality=self.municipality,
            line_id=self.line_id,
            kind=EntryKind.CORRECTION,
            corrects=self,
            year=self.year,
            period_text=self.period_text,
            effective_text=self.effective_text,
            decision_state=self.decision_state,
            decision_id=self.decision_id,
            price_level=self.price_level,
            recurrence=self.recurrence,
            unit=self.unit,
            value_state=ValueState.VALUE if ore else ValueState.ZERO,
            amount_ore=ore,
            note=note,
            is_fictional=self.is_fictional,
        )

    @property
    def counts_as(self) -> str:
        """Its kind, or that of the entry which it finally corrects."""
        entry = self
        while entry.kind == EntryKind.CORRECTION and entry.corrects is not None:
            entry = entry.corrects
        return entry.kind

    def post(self, *, by: User, reason: str = "") -> None:
        """An adopted movement that a typed revised budget already held takes its place in the unspecified change. One
        that states the revised budget comes to what is then missing of it.

        Raises ValidationError when it is already posted, or when there is no revised budget to change.
        """
        with transaction.atomic():
            hold_lines([self.line_id])
            if self.states_ore is not None and not self.is_posted:
                # It adds up what the models hold.
                from budgets.stating import come_to_what_is_stated

                come_to_what_is_stated(self)
            super().post(by=by, reason=reason)
            if self.decision_state == DecisionState.ADOPTED and self.counts_as != EntryKind.UNSPECIFIED:
                replace_unspecified(self.line_id, self.year, self.amount_ore, day_of(self), by=by)


def hold_lines(lines: Iterable[int]) -> None:
    """Until the transaction ends, whoever posts on the lines or states their revised budget waits."""
    list(BudgetLine.objects.select_for_update().filter(pk__in=list(lines)).order_by("pk").values_list("pk"))


def replace_unspecified(
    line: int, year: int | None, ore: int | None, day: datetime.date | None, *, by: User
) -> Entry | None:
    """The first revised budget that was typed on or after the day held the movement, so its unspecified change shrinks.

    An undated movement was held by the first of all. The stated revised budget stays what it was.
    """
    typed = Entry.objects.adopted().filter(
        line=line, year=year, kind=EntryKind.UNSPECIFIED, effective_start__gte=day or datetime.date.min
    )
    first = typed.order_by("effective_start", "pk").first()
    if first is None or year is None or not ore:
        return None
    correction = first.correction(-ore, note=_now("Its decision has been recorded."))
    writing.save(correction, by=by, reason=correction.note)
    correction.post(by=by, reason=correction.note)
    return correction


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
