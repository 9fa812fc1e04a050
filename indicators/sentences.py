"""What a survey can and cannot tell, in whole sentences."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from indicators import certainty
from indicators.models import Design, IndicatorUnit, Measurement
from organisation.printing import format_number, format_percentage_points
from organisation.units import decimals_of


def how_certain(row: Measurement, unit: str) -> str:
    """How sure a value is, by how it was collected."""
    if row.own_low is not None:
        return _own_interval(row)
    if row.design == Design.CENSUS:
        return " ".join(part for part in (_census(row), _correction(row, unit)) if part)
    if certainty.interval_of(row, unit) is not None:
        return _("95 per cent confidence interval of a sample.")
    return _why_not(row, unit)


def _own_interval(row: Measurement) -> str:
    if row.own_level is None:
        return _("The interval is the source's own; its level is not stated.")
    if row.own_level == certainty.LEVEL:
        return _("The interval is the source's own.")
    level = format_number(row.own_level.normalize(), decimals_of(row.own_level.normalize()))
    return _("The interval is the source's own, of %(level)s per cent.") % {"level": level}


def _census(row: Measurement) -> str:
    if certainty.is_complete(row):
        return _("Everybody was asked and everybody answered; there is no sampling error.")
    if row.n is None or row.invited is None:
        return _("Everybody was asked; how many answered is not stated, and those who did not may differ.")
    return _("Everybody was asked and %(n)s of %(invited)s answered; those who did not may differ.") % {
        "n": format_number(row.n),
        "invited": format_number(row.invited),
    }


def _correction(row: Measurement, unit: str) -> str:
    if certainty.interval_of(row, unit) is None:
        return ""
    return _("The 95 per cent interval takes those who answered as a random part of the population.")


def _why_not(row: Measurement, unit: str) -> str:
    if row.design == Design.REGISTER:
        return _("The figure is from a register and has no sampling error.")
    if row.design == Design.SAME_PEOPLE:
        return _("The same people were asked twice; the uncertainty cannot be computed.")
    if not certainty.answers(row):
        return _("The uncertainty cannot be computed: the source does not state how many answered.")
    return _what_is_lacking(row, unit)


def _what_is_lacking(row: Measurement, unit: str) -> str:
    if row.design == Design.NOT_STATED:
        return _("The uncertainty cannot be computed: the source does not state how they were chosen.")
    if row.is_weighted and row.design_effect is None:
        return _("The uncertainty cannot be computed: the survey is weighted, and the effect on it is not stated.")
    if unit in {IndicatorUnit.MEAN, IndicatorUnit.INDEX}:
        return _("The uncertainty cannot be computed: the source does not state the standard deviation of the mean.")
    return _("The uncertainty cannot be computed for a figure of this kind.")


def what_can_be_seen(baseline: Measurement, unit: str, target: Decimal | None = None) -> str:
    """Whether a repetition of the baseline's survey could see that the target is reached; to be said when it is set.

    `target` is the level to reach in the indicator's unit. Empty when the survey gives no such figure.
    """
    found = certainty.detectable(baseline, unit, target)
    if found is None:
        return ""
    smallest = round(Decimal(found.smallest), 1)
    if found.wanted is None or found.needed is None:
        points = format_percentage_points(smallest, 1)
        return _("The smallest change that two such surveys can detect is %(points)s.") % {"points": points}
    wanted = round(Decimal(found.wanted), 1).normalize()
    words = {
        "n": format_number(found.answers),
        "wanted": format_percentage_points(wanted, decimals_of(wanted)),
        "smallest": format_number(smallest, 1),
        "needed": format_number(found.needed),
    }
    if found.is_seen:
        return _("With %(n)s answers the survey can see a change of %(wanted)s; the smallest is %(smallest)s.") % words
    return (
        _(
            "With %(n)s answers the survey cannot see a change of %(wanted)s; the smallest is %(smallest)s."
            " It would take %(needed)s answers each time."
        )
        % words
    )
