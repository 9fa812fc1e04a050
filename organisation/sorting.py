"""Danish search and sort keys: plain strings, the same on every database engine.

Search folds æ, ø and å to ae, oe and aa, so that "Aarhus" finds "Århus", and "Roedovre", typed on a keyboard without
the letters, finds "Rødovre". Letters are folded one by one, so the key of a part of a text is part of the text's key.

Sorting follows the Danish alphabet: a … z æ ø å, with aa as å (also where two words meet, as in ICU), ä as æ, ö as ø,
ü as y, other accents ignored, capitals as small letters, punctuation as a space, and runs of digits by their number.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SORT_KEY_LENGTH = 300
"""No sort key is longer; longer texts are told apart by their beginning only."""

_SPECIAL = {
    "ä": "æ", "ǽ": "æ", "ǣ": "æ",
    "ö": "ø", "ő": "ø", "œ": "ø", "ǿ": "ø",
    "ǻ": "å",
    "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
}  # fmt: skip
_SEARCH_LETTERS = {"æ": "ae", "ø": "oe", "å": "aa"}
_DASHES_AND_QUOTES = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("’‘‛`´", "'") | dict.fromkeys("“”„‟«»", '"')
)
_SEARCHED = {ord(letter): written for letter, written in _SEARCH_LETTERS.items()} | _DASHES_AND_QUOTES
_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
_SPACE, _NUMBER, _FIRST_LETTER, _FOREIGN = "01", "10", 20, "9"
_RUNS = re.compile(r"[0-9]+|[^\W\d_]|.", re.DOTALL)
_LONGEST_NUMBER = 99
# What nearly all texts are made of: words of these letters and digits, and ASCII between them.
_WORDS = re.compile(r"[a-zæøå0-9]+")
_UNUSUAL = re.compile(r"[^\x00-\x7fæøå]")


def search_key(text: str) -> str:
    """The text as it is compared in a search; `search_key(part) in search_key(text)` answers whether it is found."""
    letters = _letters(text)
    return " ".join((letters if letters.isascii() else letters.translate(_SEARCHED)).split())


def sort_key(text: str) -> str:
    """A key of decimal digits only, at most SORT_KEY_LENGTH long.

    Digits are ordered alike by bytes and by every collation, so the column needs no collation of its own.
    Texts that differ only in case, accents or punctuation share a key: order by the key, then by something unique.
    """
    letters = _letters(text, u_umlaut="y").replace("aa", "å")
    if letters.isascii() or not _UNUSUAL.search(letters):
        return _SPACE.join(map(_word, _WORDS.findall(letters)))[:SORT_KEY_LENGTH]
    codes = [_code(run) for run in _RUNS.findall(letters)]
    return _joined(codes)[:SORT_KEY_LENGTH]


def _letters(text: str, u_umlaut: str = "u") -> str:
    """The text's letters: small, composed, without accents except those that make a Danish letter."""
    folded = text.casefold()
    if folded.isascii() or not _UNUSUAL.search(folded):
        return folded
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).casefold()
    return "".join([_letter(letter, u_umlaut) for letter in unicodedata.normalize("NFC", composed)])


# Ten thousand rows have few letters between them.
@lru_cache(maxsize=4_096)
def _letter(letter: str, u_umlaut: str) -> str:
    if letter in "üű":
        return u_umlaut
    return letter if letter in "æøå" else _SPECIAL.get(letter) or _without_accents(letter)


def _without_accents(letter: str) -> str:
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(_plain(part) for part in parts if unicodedata.category(part) not in {"Mn", "Cf"})


def _plain(part: str) -> str:
    return str(unicodedata.decimal(part)) if part.isdecimal() else part.casefold()


# A portfolio has some thousand words between its titles.
@lru_cache(maxsize=4_096)
def _word(word: str) -> str:
    return "".join(map(_code, _RUNS.findall(word)))


@lru_cache(maxsize=4_096)
def _code(run: str) -> str:
    if run[0] in "0123456789":
        digits = (run.lstrip("0") or "0")[:_LONGEST_NUMBER]
        return f"{_NUMBER}{len(digits):02d}{digits}"
    if (place := _ALPHABET.find(run)) >= 0:
        return str(_FIRST_LETTER + place)
    return f"{_FOREIGN}{ord(run):07d}" if run.isalpha() else _SPACE


def _joined(codes: list[str]) -> str:
    """The codes with a run of spaces as one, and none at either end."""
    kept: list[str] = []
    for code in codes:
        if code != _SPACE or (kept and kept[-1] != _SPACE):
            kept.append(code)
    return "".join(kept[:-1] if kept and kept[-1] == _SPACE else kept)
