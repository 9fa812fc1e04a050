"""Which indicators are entered together: those of one source, those of one instrument, or one alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from django.utils.translation import gettext as _

from indicators.models import Indicator, Measurement
from organisation.models import Municipality, User

SOURCE, INSTRUMENT, ALONE = "kilde", "instrument", "indikator"
Choice = tuple[str, str]


def measured_by(user: User, municipality: Municipality) -> list[Indicator]:
    """The indicators whose values the user may enter, in the order of their names."""
    rows = Indicator.objects.editable_by(user).current().filter(municipality=municipality)
    return list(rows.select_related("instrument", "municipality").order_by("sort_key", "pk"))


def choices(indicators: Sequence[Indicator]) -> list[tuple[str, list[Choice]]]:
    """Grouped, as a select takes them; an instrument of one indicator stands only among the indicators."""
    by_source = {f"{SOURCE}:{row.source}": row.source for row in indicators if row.source}
    shared = Counter(row.instrument for row in indicators if row.instrument)
    by_instrument = {f"{INSTRUMENT}:{one.reference}": one.name for one, times in shared.items() if times > 1}
    found = [(_("Surveys"), [*by_source.items()]), (_("Instruments"), [*by_instrument.items()])]
    alone = [(f"{ALONE}:{row.reference}", row.name) for row in indicators]
    return [(heading, several) for heading, several in [*found, (_("One indicator"), alone)] if several]


def of_survey(indicators: Iterable[Indicator], survey: str) -> list[Indicator]:
    kind, _colon, name = survey.partition(":")
    asks: dict[str, Callable[[Indicator], str]] = {
        SOURCE: lambda row: row.source,
        INSTRUMENT: lambda row: row.instrument.reference if row.instrument else "",
        ALONE: lambda row: row.reference,
    }
    return [row for row in indicators if kind in asks and name and asks[kind](row) == name]


def survey_of(indicator: Indicator, indicators: Iterable[Indicator]) -> str:
    """The widest that the indicator is entered in: its source's, else its instrument's, else itself."""
    if indicator.source:
        return f"{SOURCE}:{indicator.source}"
    survey = f"{INSTRUMENT}:{indicator.instrument.reference}" if indicator.instrument else ""
    return survey if len(of_survey(indicators, survey)) > 1 else f"{ALONE}:{indicator.reference}"


def groups_of(indicators: Iterable[Indicator]) -> list[str]:
    """The subgroups in which these have been measured before, in the order in which they came."""
    rows = Measurement.objects.filter(indicator__in=list(indicators)).exclude(subgroup="")
    return list(dict.fromkeys(rows.order_by("pk").values_list("subgroup", flat=True)))
