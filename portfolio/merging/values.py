"""Indicators that are merged: only where they measure the same in the same way, and where no day has two answers.

Values and targets that both have are held once. What was approved is never changed: of two that say the same, the one
that says less stays with the indicator that is merged away; of drafts, one goes. Where they disagree nothing is
merged, and the sentence says which day and what to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from indicators.models import Indicator, Instrument, Measurement, Target

# What makes two series one: of another question or another population nothing is compared (figures.md).
DEFINING: dict[type[Any], tuple[str, ...]] = {
    Indicator: (
        "unit", "better", "aggregation", "question", "scale", "cut_off", "instrument", "population", "geography",
        "about_citizens",
    ),
    Instrument: ("question", "scale", "cut_off", "unit", "better", "has_own_questions"),
}  # fmt: skip
# What a value says: its number, and what its certainty is reckoned from.
_SAYS: dict[type[Any], tuple[str, ...]] = {
    Measurement: (
        "value", "low", "high", "qualifier", "is_baseline", "numerator", "denominator", "n", "invited", "design",
        "design_effect", "is_weighted", "finite_population", "standard_deviation", "own_low", "own_high", "own_level",
        "status", "series_break",
    ),
    Target: ("value", "low", "high", "qualifier"),
}  # fmt: skip
_UNSAID = (None, "", False, "not_stated")


@dataclass
class Settled:
    """Drafts that go, what stays with the merged indicator, what of the kept one comes to it, and what forbids it."""

    gone: list[Any] = field(default_factory=list)
    stays: list[Any] = field(default_factory=list)
    leaves: list[Any] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)


def is_defining(model: type[Any], name: str) -> bool:
    return name in DEFINING.get(model, ())


def same_words(mine: Any, theirs: Any) -> bool:
    """Apart from spaces, capitals and the stop at the end: that is no other question."""
    return isinstance(mine, str) and isinstance(theirs, str) and _plain(mine) == _plain(theirs)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".?! ")


def differently_defined(label: str, mine: str, theirs: str) -> str:
    sentence = _(
        "%(field)s is not the same: “%(mine)s” and “%(theirs)s”. Figures of two definitions are not one series. If only"
        " the words differ, make them alike on one of them first."
    )
    return sentence % {"field": label, "mine": mine, "theirs": theirs}


def settle(kept: Any, other: Any) -> Settled:
    found = Settled()
    if isinstance(kept, Indicator):
        for model in (Measurement, Target):
            _settle(model, kept, other, found)
        found.refusals += _baselines(kept, other, found)
    return found


def _settle(model: type[Any], kept: Indicator, other: Indicator, found: Settled) -> None:
    mine, theirs = _Series(model, kept), _Series(model, other)
    for row in theirs.standing:
        for same in mine.standing:
            if _place(row) != _place(same) or _are_stages(row, same):
                continue
            if _disagreeing(row, same):
                found.refusals.append(_disagreement(same, row))
            elif _says_more(row, same):
                _let_go(mine.chain(same), found.leaves, found)
            else:
                _let_go(theirs.chain(row), found.stays, found)
            break


def _let_go(rows: Sequence[Any], aside: list[Any], found: Settled) -> None:
    for row in rows:
        (aside if row.is_approved else found.gone).append(row)


class _Series:
    """The values of an indicator, and which of them no later one replaces."""

    def __init__(self, model: type[Any], indicator: Indicator) -> None:
        self.rows = {row.pk: row for row in model._base_manager.filter(indicator=indicator).order_by("pk")}
        replaced = {row.replaces_id for row in self.rows.values()}
        self.standing = [row for pk, row in self.rows.items() if pk not in replaced]

    def chain(self, row: Any) -> list[Any]:
        """The value and all that it has replaced: one stays with the other."""
        found = [row]
        while found[-1].replaces_id in self.rows and len(found) <= len(self.rows):
            found.append(self.rows[found[-1].replaces_id])
        return found


def _place(row: Any) -> tuple[Any, ...]:
    """The group and the day that a value is of, the aim that a target is; undated is a day of its own."""
    group = row.subgroup.strip().casefold()
    if isinstance(row, Target):
        return (group, row.kind, row.owner, row.owner_body_id, row.period_start, row.period_end)
    return (group, row.effective_start, row.effective_end)


def _are_stages(row: Any, same: Any) -> bool:
    """A preliminary and a final value of one day are two, of which the final one counts."""
    stages = [getattr(one, "status", "not_stated") for one in (row, same)]
    return "not_stated" not in stages and stages[0] != stages[1]


def _disagreeing(row: Any, same: Any) -> list[str]:
    names = _SAYS[type(row)]
    pairs = ((name, getattr(row, name), getattr(same, name)) for name in names)
    return [name for name, mine, theirs in pairs if mine != theirs and mine not in _UNSAID and theirs not in _UNSAID]


def _says_more(row: Any, same: Any) -> bool:
    """Approved before draft, then what says more. Equal ones: the kept one's stays."""
    return (row.is_approved, _number_said(row)) > (same.is_approved, _number_said(same))


def _number_said(row: Any) -> int:
    return sum(getattr(row, name) not in _UNSAID for name in _SAYS[type(row)])


def _disagreement(mine: Any, theirs: Any) -> str:
    names = _disagreeing(mine, theirs)
    fields = [str(mine._meta.get_field(name).verbose_name) for name in names]
    said = {
        "kind": capfirst(str(mine._meta.verbose_name)), "day": _day(mine), "mine": mine.printed,
        "theirs": theirs.printed, "fields": ", ".join(fields),
    }  # fmt: skip
    sentence = _(
        "%(kind)s, %(day)s: the two disagree, %(mine)s and %(theirs)s (%(fields)s). Correct the wrong one first, by a"
        " new value that replaces it; nobody can see afterwards which was right."
    )
    return sentence % said


def _day(row: Any) -> str:
    words = row.period_text if isinstance(row, Target) else row.effective_text
    return " ".join(part for part in (row.subgroup, words or _("without date")) if part)


def _baselines(kept: Indicator, other: Indicator, found: Settled) -> Iterator[str]:
    """An indicator has one baseline for each group: with two, nobody knows from where it has come."""
    aside = {row.pk for row in (*found.stays, *found.leaves, *found.gone)}
    rows = Measurement._base_manager.filter(indicator__in=[kept, other], is_baseline=True, replaces__isnull=True)
    by_group: dict[str, list[Measurement]] = {}
    for row in rows.exclude(pk__in=aside).order_by("pk"):
        by_group.setdefault(row.subgroup, []).append(row)
    for both in by_group.values():
        if len(both) > 1:
            named = " / ".join(f"{_day(row)}: {row.printed}" for row in both)
            yield _("Both have a baseline, and not the same: %(named)s. An indicator has one.") % {"named": named}
