"""What is known of one amount: the printed words, the unit and where it comes from, whole øre, or why there is none."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organisation.models import Row
from organisation.numbers import Unit


class UnitOrigin(models.TextChoices):
    STATED = "stated", _("stated in the source")
    INFERRED = "inferred", _("inferred")


class ValueState(models.TextChoices):
    """Unknown is not zero, and zero has several reasons."""

    VALUE = "value", _("amount")
    ZERO = "zero", _("zero")
    NOT_STATED = "not_stated", _("not stated")
    FINANCED_ELSEWHERE = "financed_elsewhere", _("financed elsewhere")
    WITHIN_FRAME = "within_frame", _("within the existing frame")


NOTHING_ADDED = (ValueState.ZERO, ValueState.FINANCED_ELSEWHERE, ValueState.WITHIN_FRAME)


class MoneyFact(Row):
    """`amount_ore` is None exactly when the amount is not stated, and 0 exactly when the state says why."""

    raw = models.CharField(_("as printed"), max_length=200, blank=True)
    unit = models.CharField(_("unit"), max_length=4, choices=Unit.choices, default=Unit.KR)
    unit_origin = models.CharField(
        _("where the unit comes from"), max_length=10, choices=UnitOrigin.choices, default=UnitOrigin.STATED
    )
    unit_note = models.CharField(_("note on the unit"), max_length=200, blank=True)
    value_state = models.CharField(_("kind of value"), max_length=20, choices=ValueState.choices)
    amount_ore = models.BigIntegerField(_("amount in øre"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(value_state=ValueState.NOT_STATED, amount_ore__isnull=True)
                | (Q(value_state=ValueState.VALUE) & Q(amount_ore__isnull=False) & ~Q(amount_ore=0))
                | Q(value_state__in=NOTHING_ADDED, amount_ore=0),
                name="%(app_label)s_%(class)s_amount_fits_state",
                violation_error_message=_(
                    "An amount that is not stated is left empty; zero, financed elsewhere and within the frame are 0."
                ),
            ),
        ]
