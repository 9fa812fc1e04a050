"""The owner's word on an initiative: lights with word and symbol, and how old they are."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.utils.translation import gettext as _

from initiatives.models import Light, StatusUpdate
from portfolio.overview import shapes, words

# The documents that state a cadence ask for a half-yearly or yearly follow-up.
STALE_AFTER_DAYS = 183

# From the one that most needs to be seen; grey stands for an initiative only when nothing of it is assessed.
WORST_FIRST = [Light.RED, Light.YELLOW, Light.BLUE, Light.GREEN, Light.GREY]


def status(update: StatusUpdate, as_of: datetime.date) -> shapes.StatusShown:
    days = (as_of - update.as_of).days
    lights = tuple(
        _light(aspect, words_, code)
        for (aspect, words_), code in zip(
            (("progress", _("progress")), ("economy", _("economy")), ("effect", _("effect"))),
            update.lights,
            strict=True,
        )
    )
    day = words.day(update.as_of)
    return shapes.StatusShown(
        lights=lights,
        worst=min(lights, key=lambda light: WORST_FIRST.index(Light(light.code))),
        as_of=update.as_of,
        as_of_text=day,
        age_days=days,
        age_text=words.age(days),
        stale_text=_("not updated since %(day)s") % {"day": day} if days > STALE_AFTER_DAYS else "",
        author=str(update.author),
        text=update.text,
        reason=update.reason,
        action=update.action,
        no_change=update.no_change,
        is_fictional=update.is_fictional,
    )


def _light(aspect: str, aspect_words: str, code: str) -> shapes.LightShown:
    return shapes.LightShown(aspect, aspect_words, code, words.status(code), words.symbol(code))


def count_lights(cards: Iterable[shapes.InitiativeCard]) -> tuple[shapes.Count, ...]:
    """Each initiative once, by its worst light; those without a status too, so that the counts add up."""
    codes = [card.status.worst.code if card.status else "none" for card in cards]
    return tuple(
        shapes.Count(code, words.status(code), codes.count(code), _text(code, codes), words.symbol(code))
        for code in [*(light.value for light in WORST_FIRST), "none"]
        if code in codes
    )


def _text(code: str, codes: list[str]) -> str:
    return f"{codes.count(code)} {words.status(code)}"
