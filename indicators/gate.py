"""The gate of small counts: which values of an indicator may be shown, decided once, when they are approved.

Every output reads what is decided here: page, chart, sheet and report. The rule itself is in `small_counts`.
Values that wait for approval are looked at too, so that those that are entered together are hidden well together;
what has been approved before stays as it was shown. The replacement of a hidden value stays hidden: with the rest of
its table it would tell what it replaces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from indicators import small_counts, sums
from indicators.models import Aggregation, Disclosure, Indicator, IndicatorUnit, Measurement
from indicators.models.values import HIDDEN


def decide(rows: Sequence[Measurement]) -> None:
    """Marks the rows that are being approved; inside a transaction. Raises ValidationError when one could be told."""
    waiting = [row for row in rows if row.is_approved and not row.disclosure and row.indicator_id is not None]
    # Locked in one order: two approvals of one survey would each decide without the other's.
    keys = sorted({row.indicator_id for row in waiting})
    indicators = Indicator.objects.select_for_update().order_by("pk").in_bulk(keys)
    for pk, indicator in indicators.items():
        _Survey(indicator, [row for row in waiting if row.indicator_id == pk]).decide()


def told(indicator: Indicator) -> list[Measurement]:
    """Hidden values that can be computed from what is shown, as everything approved stands now."""
    survey = _Survey(indicator, [])
    found = survey.pattern(approved_only=True)
    return [survey.rows[index] for index in sorted(found.told)]


class _Survey:
    """All values of an indicator that count, in the order of their days."""

    def __init__(self, indicator: Indicator, approving: Sequence[Measurement]) -> None:
        self.indicator, self.approving = indicator, approving
        self.k = indicator.municipality.suppression_threshold
        known = [row.pk for row in approving if row.pk is not None]
        stored = Measurement.objects.filter(indicator=indicator).exclude(pk__in=known).order_by("effective_start", "pk")
        self._all = [*stored, *approving]
        replaced = {row.replaces_id for row in self._all if row.is_approved}
        self.rows = [row for row in self._all if row.pk is None or row.pk not in replaced]

    def decide(self) -> None:
        found = self.pattern()
        places = {id(row): index for index, row in enumerate(self.rows)}
        for row in self.approving:
            index = places.get(id(row))
            if index is not None:
                row.disclosure = self._decision(row, index, found)
                row.disclosure_threshold = self.k
        if self.indicator.about_citizens:
            self._refuse(found)

    def pattern(self, *, approved_only: bool = False) -> small_counts.Pattern:
        if approved_only:
            self.rows = [row for row in self.rows if row.is_approved]
        cells = self.cells()
        return small_counts.pattern(cells, self.equations(cells), self.k, self._decided())

    def cells(self) -> list[small_counts.Cell]:
        """With the counts that a source hides as “<5” and the rest of its table tells: they are hidden here too."""
        cells = [
            replace(
                small_counts.cell_of(row, self.indicator.unit),
                threshold=row.disclosure_threshold,
                unsaid=row.disclosure == Disclosure.SECONDARY,
            )
            for row in self.rows
        ]
        if self.indicator.unit == IndicatorUnit.COUNT:
            most = {at: int(row.high) for at, row in enumerate(self.rows) if row.value is None and row.high is not None}
            places = [sums.place_of(row) for row in self.rows]
            for at, count in list(sums.told_by_the_rest(cells, places, most)):
                cells[at] = replace(cells[at], count=count)
        return cells

    def equations(self, cells: Sequence[small_counts.Cell]) -> list[small_counts.Equation]:
        adds_up = self.indicator.aggregation == Aggregation.SUM
        return sums.equations(cells, [sums.place_of(row) for row in self.rows], self.k, adds_up_in_time=adds_up)

    def _decided(self) -> dict[int, bool]:
        hidden_before = {row.pk for row in self._all if row.disclosure in HIDDEN}
        decided = {}
        for index, row in enumerate(self.rows):
            if row.disclosure:
                decided[index] = row.disclosure in HIDDEN
            elif row.replaces_id in hidden_before and not row.published_reason:
                decided[index] = True
        return decided

    def _decision(self, row: Measurement, index: int, found: small_counts.Pattern) -> Disclosure:
        if index in found.small:
            return Disclosure.SMALL
        if index in found.hidden:
            return Disclosure.SECONDARY
        return Disclosure.PUBLISHED if row.published_reason else Disclosure.SHOWN

    def _refuse(self, found: small_counts.Pattern) -> None:
        """What is told when the new values come, and was not told before by the old ones alone."""
        # Where nothing of the kind is shown already, all that could be hidden is: chance sums have tied it too much.
        shown = any(not row.hides and row.value for row in self.rows if row not in self.approving)
        if not found.told or not (shown or any(row.published_reason for row in self.approving)):
            return
        before = {row.pk for row in told(self.indicator)}
        leaks = [row for row in (self.rows[index] for index in sorted(found.told)) if row.pk not in before]
        if leaks:
            names = ", ".join(row.subgroup or _("the whole") for row in leaks)
            raise ValidationError(
                _(
                    "Few people, and computable from what is already shown: %(groups)s. Approve the values of a survey"
                    " together, or say why they may be shown."
                )
                % {"groups": names}
            )
