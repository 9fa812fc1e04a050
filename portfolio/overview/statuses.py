"""The owner's word on an initiative: lights with word and symbol, and how old they are."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from initiatives.models import Light, StatusUpdate
from portfolio.overview import shapes, words

# The documents that state a cadence ask for a half-yearly or yearly follow-up.
STALE_AFTER_DAYS = 183

NO_STATUS = "none"
# Completed is the best; from not assessed to a light is no worsening in itself, so grey lies between.
WORSE_IS_MORE = [Light.BLUE, Light.GREEN, Light.GREY, Light.YELLOW, Light.RED]

# From the one that most needs to be seen; grey stands for an initiative only when nothing of it is assessed.
WORST_FIRST = [Light.RED, Light.YELLOW, Light.BLUE, Light.GREEN, Light.GREY]


def rank(code: str) -> int:
    """The place of a light, the worst first."""
    return WORST_FIRST.index(Light(code))


def worst_code(lights: Iterable[str]) -> str:
    return min((Light(code) for code in lights), key=WORST_FIRST.index).value


def change_of(latest: StatusUpdate, before: StatusUpdate | None) -> str:
    """Whether the worst light is better, worse or the same as in the update before; “first” without one."""
    if before is None:
        return "first"
    now, then = (WORSE_IS_MORE.index(Light(worst_code(update.lights))) for update in (latest, before))
    return "same" if now == then else "worse" if now > then else "better"


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
    return count_codes([card.status.worst.code if card.status else NO_STATUS for card in cards])


def count_codes(codes: Sequence[str]) -> tuple[shapes.Count, ...]:
    """How many there are of each light, the worst first; `NO_STATUS` too, so that the counts add up."""
    return tuple(
        shapes.Count(code, words.status(code), codes.count(code), _text(code, codes), words.symbol(code))
        for code in [*(light.value for light in WORST_FIRST), NO_STATUS]
        if code in codes
    )


def _text(code: str, codes: Sequence[str]) -> str:
    return f"{codes.count(code)} {words.status(code)}"
