"""What an indicator's figures say, and how surely: progress in words, change, target and the reasons."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from indicators import certainty, progress, sentences, target_day
from indicators.models import Indicator
from organisation.printing import format_percent
from portfolio.overview import shapes, values, words


@dataclass(frozen=True)
class Judged:
    """Everything that is said of an indicator's values; nothing when one of them is hidden."""

    indicator: Indicator
    picked: progress.Picked
    assessment: progress.Assessment
    direction: int
    is_hidden: bool

    @classmethod
    def of(cls, indicator: Indicator, picked: progress.Picked, *, is_hidden: bool) -> Judged:
        baseline, latest = progress.point(picked.baseline), progress.point(picked.latest)
        goal = progress.goal_point(picked.target, baseline)
        assessment = progress.assess(
            better=indicator.better,
            tolerance=indicator.tolerance,
            baseline=baseline,
            target=goal,
            latest=latest,
            series_break=picked.series_break,
            why_no_target=progress.why_no_goal(picked.target, baseline),
        )
        direction = progress.direction_of(indicator.better, baseline, goal)
        return cls(indicator, picked, assessment, direction, is_hidden)

    @property
    def verdict(self) -> progress.Verdict:
        return progress.Verdict.CANNOT_BE_JUDGED if self.is_hidden else self.assessment.verdict

    @property
    def change(self) -> certainty.Change:
        before, after = self.picked.baseline, self.picked.latest
        if before is None or after is None or self.picked.series_break or self.is_hidden:
            return certainty.Change.CANNOT_BE_ASSESSED
        return certainty.change(before, after, unit=self.indicator.unit, direction=self.direction)

    def why_no_verdict(self) -> str:
        """A part of a sentence; "" where the verdict says something."""
        if self.is_hidden:
            return _("figures about few people are hidden")
        return words.because(self.assessment.why_no_verdict)

    def why_no_change(self) -> str:
        """Why nothing is claimed of the change; "" where something is."""
        if self.change is not certainty.Change.CANNOT_BE_ASSESSED:
            return ""
        before, after = self.picked.baseline, self.picked.latest
        if self.is_hidden:
            return _("figures about few people are hidden")
        if before is None:
            return words.because(progress.Because.NO_BASELINE)
        if after is None:
            return words.because(progress.Because.NO_MEASUREMENT)
        if self.picked.series_break:
            return words.because(progress.Because.SERIES_BREAK)
        return words.why_unsure(certainty.why_unsure(before, after, unit=self.indicator.unit, direction=self.direction))

    @property
    def reached(self) -> certainty.Reached:
        """By the rules of the verdict: a level to keep has the tolerance, one that is only bounded decides nothing."""
        indicator, latest, before = self.indicator, self.picked.latest, progress.point(self.picked.baseline)
        goal = progress.goal_point(self.picked.target, before)
        if latest is None or goal is None or goal.bound or self.picked.series_break or self.is_hidden:
            return certainty.Reached.CANNOT_BE_DECIDED
        spare = (indicator.tolerance or 0) if progress.keeps(indicator.better, before, goal) else 0
        enough = goal.value - self.direction * spare
        return certainty.reached(latest, enough, unit=indicator.unit, direction=self.direction)

    def progress(self) -> shapes.ProgressShown:
        """In units first; below 0 and above 100 % in words only."""
        share = None if self.is_hidden else self.assessment.progress
        if share is None:
            reason = _("figures about few people are hidden") if self.is_hidden else None
            because = reason or words.because(self.assessment.why_no_progress)
            return shapes.ProgressShown(None, _("no figure: %(reason)s") % {"reason": because}, "")
        units = self._units(share)
        return shapes.ProgressShown(share * 100, f"{self._latest_text()}: {units}", units)

    def _latest_text(self) -> str:
        latest = self.picked.latest
        return values.measurement_text(latest, self.indicator.unit, self.indicator.decimals) if latest else ""

    def _units(self, share: Decimal) -> str:
        """“2 af de 5 procentpoint (målopfyldelse 40 %)”."""
        before, after = progress.point(self.picked.baseline), progress.point(self.picked.latest)
        goal = progress.goal_point(self.picked.target, before)
        if before is None or after is None or goal is None:
            return ""
        unit = self.indicator.unit
        if unit in values.WITHOUT_DISTANCE:
            return _without_distance(share)
        size = abs(after.value - (goal.value if share > 1 else before.value))
        covered, said, whole = values.way_texts(size, abs(goal.value - before.value), unit)
        if share < 0:
            return _("%(size)s in the wrong direction; the way to the target was %(whole)s") % {
                "size": said,
                "whole": whole,
            }
        if share > 1:
            return _("%(size)s past the target; the way to it was %(whole)s") % {"size": said, "whole": whole}
        return _("%(covered)s of the %(whole)s (progress %(percent)s)") % {
            "covered": covered,
            "whole": whole,
            "percent": percent_of_way(share),
        }


def _without_distance(share: Decimal) -> str:
    if share < 0:
        return _("in the wrong direction")
    return _("past the target") if share > 1 else _("progress %(percent)s") % {"percent": percent_of_way(share)}


def percent_of_way(share: Decimal) -> str:
    """Whole per cent; never 100 before the target is reached."""
    decimals = 0
    while share < 1 and round(share * 100, decimals) >= 100:
        decimals += 1
    return format_percent(share * 100, decimals)


def certainty_text(indicator: Indicator, picked: progress.Picked, *, is_hidden: bool) -> str:
    """How sure the figures are, by how they were collected; of hidden ones nothing, as it may hold the counts."""
    row = picked.latest or picked.baseline
    return "" if row is None or is_hidden else sentences.how_certain(row, indicator.unit)


def detectable_text(indicator: Indicator, picked: progress.Picked, *, is_hidden: bool) -> str:
    """What the surveys can see, set against the target where there is one."""
    baseline = picked.baseline
    if baseline is None or is_hidden:
        return ""
    goal = progress.goal_point(picked.target, progress.point(baseline))
    return target_day.seen(baseline, target_day.later_survey(picked), indicator.unit, goal.value if goal else None).text
