"""What is to be said on the day a target is set: whether the survey could ever see that it is reached."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from indicators import certainty, progress, sentences
from indicators.models import IndicatorUnit, Measurement, Target


@dataclass(frozen=True, slots=True)
class Sight:
    """`is_blind` when the wanted change is smaller than the smallest that two such surveys can detect."""

    text: str
    is_blind: bool = False


def sight_of(target: Target, today: datetime.date) -> Sight:
    """Set against the baseline as it stands, also while that is a draft: both are often typed on one day."""
    indicator = target.indicator
    stored = Measurement.objects.filter(indicator=indicator).order_by("pk")
    baseline = progress.pick(stored, [], as_of=today, subgroup=target.subgroup).baseline
    if baseline is None or baseline.value is None:
        return Sight(_("What the survey can see cannot be said before there is a baseline."))
    if indicator.about_citizens and baseline.is_approved and baseline.hides:
        return Sight(_("The baseline is about few people and hidden; what the survey can see is not said."))
    goal = progress.goal_point(target, progress.point(baseline))
    text = sentences.what_can_be_seen(baseline, indicator.unit, goal.value if goal else None)
    if not text:
        return Sight(_why_not(baseline, indicator.unit))
    found = certainty.detectable(baseline, indicator.unit, goal.value if goal else None)
    return Sight(text, is_blind=found is not None and found.wanted is not None and not found.is_seen)


def _why_not(baseline: Measurement, unit: str) -> str:
    if unit != IndicatorUnit.PERCENT:
        return _("The smallest change that the survey can see is only computed for shares.")
    return sentences.how_certain(baseline, unit)
