"""Words for what figures say and for what is missing. Every choice is written out, so that each word is translated."""

from __future__ import annotations

import datetime

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from budgets.follow_up import DeviationWord
from budgets.ledger import Reason, Refusal
from budgets.models import DecisionState, ValueState
from budgets.year_sums import YearSum
from indicators.certainty import Change, Reached, Unsure
from indicators.progress import Because, Verdict
from initiatives.models import Light
from organisation.periods import Period, format_period
from organisation.printing import format_date

SYMBOLS = {
    Light.GREEN: "●",
    Light.YELLOW: "▲",
    Light.RED: "■",
    Light.GREY: "○",
    Light.BLUE: "✓",
    Verdict.REACHED: "✓",
    Verdict.ON_COURSE: "●",
    Verdict.BEHIND: "▲",
    Verdict.WORSE: "■",
}
"""A shape for each light and verdict, so that none is told by its colour. Others have the open circle."""


CHANGE_SYMBOLS = {"better": "↗", "worse": "↘", "same": "→", "first": "+"}


def status_change(code: str) -> str:
    """How the status moved since the update before."""
    return {
        "better": _("better than last time"),
        "worse": _("worse than last time"),
        "same": _("as last time"),
        "first": _("first status"),
    }[code]


def symbol(code: str) -> str:
    return {str(key): sign for key, sign in SYMBOLS.items()}.get(code, "○")


def not_stated() -> str:
    return _("not stated")


def value_state(state: str) -> str:
    """The words in place of an amount; "" for an amount and for a plain zero, which are printed."""
    return {
        ValueState.NOT_STATED.value: _("not stated"),
        ValueState.FINANCED_ELSEWHERE.value: _("financed elsewhere"),
        ValueState.WITHIN_FRAME.value: _("within the existing frame"),
    }.get(state, "")


def decision(state: str) -> str:
    """As a heading: “Foreslået”."""
    return capfirst(str(DecisionState(state).label)) if state else _("Decision not stated")


def price_level(level: str) -> str:
    return _("price level %(level)s") % {"level": level} if level else _("price level not stated")


def lines(number: int) -> str:
    return ngettext("%(number)d line", "%(number)d lines", number) % {"number": number}


def initiatives(number: int) -> str:
    return ngettext("%(number)d initiative", "%(number)d initiatives", number) % {"number": number}


def indicators(number: int) -> str:
    if number == 0:
        return _("no indicators")
    return ngettext("%(number)d indicator", "%(number)d indicators", number) % {"number": number}


def coverage(known: int, of: int) -> str:
    return ngettext("%(known)d of %(number)d line", "%(known)d of %(number)d lines", of) % {
        "known": known,
        "number": of,
    }


def over_some(known: int, of: int) -> str:
    """The coverage where a sum is over some of the lines only; "" where it is over all of them, or over none."""
    return coverage(known, of) if 0 < known < of else ""


def no_revised(found: YearSum | None) -> str:
    """Why there is no revised budget of some lines; None where nothing is adopted."""
    if found is None:
        return _("not adopted")
    return not_stated() if found.refusal is None else _("not added together")


def refusal(refused: Refusal) -> str:
    """Why the amounts are not added."""
    if refused.reason is Reason.DECISION_STATES:
        states = listed([str(DecisionState(state).label) for state in refused.found])
        return _("Not added together: the amounts are %(states)s.") % {"states": states}
    return _("Not added together: the price levels differ (%(levels)s).") % {"levels": listed(list(refused.found))}


def listed(words: list[str]) -> str:
    """a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def deviation(word: DeviationWord) -> str:
    return {
        DeviationWord.OVERSPENDING: _("overspending"),
        DeviationWord.UNDERSPENDING: _("underspending"),
        DeviationWord.MORE_INCOME: _("additional income"),
        DeviationWord.LESS_INCOME: _("lacking income"),
        DeviationWord.NONE: _("no deviation"),
    }[word]


def no_deviation_known() -> str:
    """In place of a deviation: no forecast is stated, or only of lines without a budget or in other prices."""
    return _("no forecast that can be held against the budget")


def verdict(code: Verdict) -> str:
    return {
        Verdict.REACHED: _("reached"),
        Verdict.ON_COURSE: _("on course"),
        Verdict.BEHIND: _("behind"),
        Verdict.WORSE: _("worse than the baseline"),
        Verdict.NOT_MEASURED: _("not measured since the baseline"),
        Verdict.CANNOT_BE_JUDGED: _("cannot be judged"),
        Verdict.NO_DATA: _("no data"),
    }[code]


def because(code: Because) -> str:
    """The reason as a part of a sentence."""
    return {
        Because.NOTHING: "",
        Because.NO_BASELINE: _("there is no baseline"),
        Because.NO_TARGET: _("there is no target"),
        Because.TARGET_NOT_MEASURABLE: _("the target is not stated as one number"),
        Because.NO_MEASUREMENT: _("not measured since the baseline"),
        Because.NO_PATH: _("the dates of baseline, measurement and target are not all stated"),
        Because.SERIES_BREAK: _("the series was broken after the baseline"),
        Because.AGAINST_DIRECTION: _("the target lies against the direction"),
        Because.BASELINE_IS_TARGET: _("the baseline is the target"),
        Because.KEEPS_A_LEVEL: _("the goal is to keep a level"),
        Because.ONLY_BOUNDED: _("a value is only stated as “more than”, “up to” or “almost”"),
    }[code]


def change(code: Change) -> str:
    return {
        Change.IMPROVED: _("improved"),
        Change.WORSENED: _("worsened"),
        Change.NOT_CERTAIN: _("no certain change"),
        Change.CANNOT_BE_ASSESSED: _("cannot be assessed"),
    }[code]


def why_unsure(code: Unsure) -> str:
    """Why nothing is claimed of a change, as a part of a sentence."""
    return {
        Unsure.NO_VALUE: _("one of the two has no value"),
        Unsure.NO_DIRECTION: _("it is not stated which way is better"),
        Unsure.ONLY_BOUNDED: _("a value is only stated as “more than”, “up to” or “almost”"),
        Unsure.SAME_PEOPLE: _("the same people were asked twice"),
        Unsure.NO_DESIGN: _("it is not stated how those asked were chosen"),
        Unsure.OTHER_DESIGN: _("the two were not collected in the same way"),
        Unsure.NO_ANSWERS: _("the number of answers is not stated for both"),
        Unsure.OTHER_LEVEL: _("a source's own interval is not of 95 per cent"),
        Unsure.NO_INTERVAL: _("the uncertainty cannot be computed for both"),
    }[code]


def reached(code: Reached) -> str:
    return {
        Reached.REACHED: _("target reached"),
        Reached.NOT_REACHED: _("target not reached"),
        Reached.CANNOT_BE_DECIDED: _("cannot be decided"),
    }[code]


def closed_item() -> str:
    """In the place of the title of a decision, for those for whom that is not."""
    return _("closed item")


def date(period: Period) -> str:
    """When a fact holds, or that nobody says."""
    return format_period(period) or _("undated")


def period(found: Period) -> str:
    return format_period(found) or _("period not stated")


def day(value: datetime.date) -> str:
    return format_date(value)


def age(days: int) -> str:
    """In the largest unit of which two have passed; what is begun of the next one is not counted."""
    if days == 0:
        return _("today")
    months = days * 48 // 1461  # four years of 1,461 days have 48 months
    if months < 2:
        return ngettext("%(number)d day ago", "%(number)d days ago", days) % {"number": days}
    if months < 24:
        return ngettext("%(number)d month ago", "%(number)d months ago", months) % {"number": months}
    return ngettext("%(number)d year ago", "%(number)d years ago", months // 12) % {"number": months // 12}


def status(code: str) -> str:
    """A light's word; “none” where there is no status."""
    return str(Light(code).label) if code in Light.values else _("no status")
