"""The library of instruments: known ways of measuring, and what their figures may be compared with."""

from __future__ import annotations

from collections import Counter

from indicators.models import Indicator, Instrument
from organisation.models import User
from portfolio.overview import shapes, words


def instrument_lines(user: User) -> tuple[shapes.InstrumentLine, ...]:
    """In the order of their names, with how many indicators the reader sees of each."""
    used = Counter(Indicator.objects.visible_to(user).values_list("instrument", flat=True))
    return tuple(
        shapes.InstrumentLine(
            name=row.name,
            url=row.get_absolute_url(),
            question=row.question,
            comparable_with=row.comparable_with,
            not_comparable_with=row.not_comparable_with,
            used_text=words.indicators(used[row.pk]),
        )
        for row in Instrument.objects.visible_to(user)
        # What has left the catalogue is found where it is in use.
        if row.archived_at is None or used[row.pk]
    )
