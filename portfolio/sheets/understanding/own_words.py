"""The words that our own sheets write where there is no figure, in every language that people choose between."""

from __future__ import annotations

import re
from functools import cache

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from organisation.sorting import search_key

# "<5 (skjult: få personer)" names the threshold.
_ANY = "\N{NUMBER SIGN}"


def says_nothing(text: str) -> bool:
    """The words explain why there is no figure: nothing is changed by them."""
    return bool(text) and _key(text) in _nothing()


def says_nothing_is_paid(text: str) -> bool:
    """Somebody else pays, or it is within the frame: 0, and why."""
    return bool(text) and _key(text) in _paid_elsewhere()


def _key(text: str) -> str:
    return re.sub(r"<\s*\d+", f"<{_ANY}", search_key(text))


@cache
def _nothing() -> frozenset[str]:
    found = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            found |= {
                _("hidden (few people)"),
                _("<%(threshold)d (hidden: few people)") % {"threshold": 5},
                _("not adopted"),
                _("not added together"),
                _("not read"),
                _("cannot be computed"),
            }
    return frozenset(map(_key, found))


@cache
def _paid_elsewhere() -> frozenset[str]:
    found = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            found |= {_("financed elsewhere"), _("within the existing frame")}
    return frozenset(map(_key, found))
