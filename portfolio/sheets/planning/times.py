"""Times that a sheet states of its values and targets in words that are none."""

from __future__ import annotations

from django.utils.translation import gettext as _

from organisation.periods import PeriodError, parse_period
from portfolio.sheets.planning.plan import Plan
from portfolio.sheets.understanding import Reading


def tell_unknown_time(plan: Plan, words: str, at: Reading | None, met: set[str]) -> None:
    """Once of each text with a digit (“uge 12”, “2018/19”) that is no time; `met` are those looked at before."""
    if at is None or not words or words in met:
        return
    met.add(words)
    if any(sign.isdigit() for sign in words) and not _is_time(words):
        reason = _("“%(words)s” is kept in these words, but is no time that can be read: the value has no date.")
        advice = _("Write a day, a month, a quarter or a year: 30-06-2018, juni 2018, 2. kvartal 2018 or 2018.")
        plan.warn(at.address, at.raw, reason % {"words": words}, advice)


def _is_time(words: str) -> bool:
    try:
        return parse_period(words).is_known
    except PeriodError:
        return False
