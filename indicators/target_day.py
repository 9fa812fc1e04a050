"""What is to be said on the day a target is set: whether the survey could ever see that it is reached.

Said in the same words wherever it is said: on the target's and the indicator's page, and when a survey is entered. Two
surveys see no more than the one of them with fewer answers, so the weaker of the baseline's and the later one counts.
"""

from __future__ import annotations

import copy
import datetime
from dataclasses import dataclass
from decimal import Decimal

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
    stored = Measurement.objects.filter(indicator=indicator).select_related("indicator").order_by("pk")
    picked = progress.pick(stored, [], as_of=today, subgroup=target.subgroup)
    baseline, later = picked.baseline, later_survey(picked)
    if baseline is None or baseline.number is None:
        return Sight(_("What the survey can see cannot be said before there is a baseline."))
    if _is_hidden(baseline):
        return Sight(_("The baseline is about few people and hidden; what the survey can see is not said."))
    goal = progress.goal_point(target, progress.point(baseline))
    later = None if later is None or _is_hidden(later) else later
    found = seen(baseline, later, indicator.unit, goal.value if goal else None)
    return found if found.text else Sight(_why_not(baseline, indicator.unit))


def later_survey(picked: progress.Picked) -> Measurement | None:
    """The latest, where it may be held against the baseline."""
    return None if picked.series_break else picked.latest


def seen(baseline: Measurement, later: Measurement | None, unit: str, goal: Decimal | None) -> Sight:
    """What the weaker of the two surveys sees of the way to the goal; without words where no such figure is known.

    Where it is not known how certain the baseline is, only that the later survey sees too little can be said.
    """
    if baseline.number is None:
        return Sight("")
    surveys = [baseline, *([_at(baseline, later)] if later is not None and later is not baseline else [])]
    told = [(row, found) for row in surveys if (found := certainty.detectable(row, unit, goal))]
    if not told:
        return Sight("")
    weaker, found = max(told, key=lambda one: one[1].smallest)
    is_blind = found.wanted is not None and not found.is_seen
    if told[0][0] is not baseline and not is_blind:
        return Sight("")
    return Sight(sentences.what_can_be_seen(weaker, unit, goal), is_blind)


def _at(baseline: Measurement, row: Measurement) -> Measurement:
    """A survey like this one of the baseline's share: the change that is wanted is the one from the baseline."""
    found = copy.copy(row)
    found.value, found.numerator, found.denominator = baseline.value, None, None
    found.n = certainty.answers(row)
    return found


def _is_hidden(row: Measurement) -> bool:
    return row.indicator.about_citizens and row.is_approved and row.hides


def _why_not(baseline: Measurement, unit: str) -> str:
    if unit != IndicatorUnit.PERCENT:
        return _("The smallest change that the survey can see is only computed for shares.")
    return sentences.how_certain(baseline, unit)
