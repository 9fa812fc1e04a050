"""The words that stand where there is no figure: those of our own sheets, in every language that people choose
between, and those that municipalities write for money that somebody else pays.
"""

from __future__ import annotations

import re
from functools import cache

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from budgets.models import ValueState
from organisation.sorting import search_key

# "<5 (skjult: få personer)" names the threshold.
_ANY = "\N{NUMBER SIGN}"

FINANCED_ELSEWHERE, WITHIN_FRAME = ValueState.FINANCED_ELSEWHERE.value, ValueState.WITHIN_FRAME.value
_PAYS = r"(?:(?:finansier(?:es|et|ing)|afhold(?:es|t)|daekke(?:s|t)|betales|loeses) )?"
# As search_key writes them.
_PAID = (
    (WITHIN_FRAME, re.compile(
        _PAYS + r"(?:inden ?for|i|af) (?:de[nt]? )?(?:(?:eksisterende|nuvaerende|givne|egen|egne) )?(?:oekonomiske? )?"
        r"(?:budget)?ramme(?:r|n|rne)?\.?"
    )),
    (FINANCED_ELSEWHERE, re.compile(
        r"(?:finansier(?:es|et|ing)|afhold(?:es|t)|daekke(?:s|t)|betales) "
        r"(?:andetsteds|andre steder|anden ?steds(?: fra)?|fra anden side|af andre|via anden konto|paa anden konto)\.?"
    )),
)  # fmt: skip


def says_nothing(text: str) -> bool:
    """The words explain why there is no figure: nothing is changed by them."""
    return bool(text) and _key(text) in _nothing()


def paid_elsewhere(text: str) -> str:
    """The state of an amount that is 0 because somebody else pays, or because it is within the frame; else ""."""
    key = _key(text)
    if not key or key[:1].isdigit():
        return ""
    return _paid_elsewhere().get(key) or next((state for state, words in _PAID if words.fullmatch(key)), "")


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
def _paid_elsewhere() -> dict[str, str]:
    found = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            found[_key(_("financed elsewhere"))] = FINANCED_ELSEWHERE
            found[_key(_("within the existing frame"))] = WITHIN_FRAME
    return found
