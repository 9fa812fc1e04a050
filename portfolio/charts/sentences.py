"""The text alternative: whole sentences that say what the picture shows."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext

from portfolio.charts.measure import clean

# A picture of more figures than this is not told one by one: the table behind it is the better way to read them.
MOST_TOLD = 30


def sentence(text: str) -> str:
    plain = clean(text)
    return plain if not plain or plain[-1] in ".!?" else f"{plain}."


def told(title: str, unit: str, parts: Sequence[str]) -> str:
    """Title, unit and the parts; of very many parts the first and the last ones."""
    kept = list(parts)
    if len(kept) > MOST_TOLD:
        half = MOST_TOLD // 2
        kept = [*kept[:half], "…", *kept[-half:]]
        kept[-1] = sentence(kept[-1]) + " " + gettext("All the figures stand in the table.")
    heading = sentence(title)
    unit_sentence = sentence(gettext("Unit: %(unit)s") % {"unit": clean(unit)}) if clean(unit) else ""
    return " ".join(one for one in (heading, unit_sentence, sentence("; ".join(kept))) if one)


def pair(name: str, text: str) -> str:
    return f"{clean(name)}: {clean(text)}" if clean(name) else clean(text)


def nothing() -> str:
    return gettext("There are no figures to show.")
