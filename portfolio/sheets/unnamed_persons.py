"""Rows of persons whom nobody names: a case or a respondent in each row, with what belongs to one human being.

Either an identity of a case in each row beside one such column (an age, a sex, a year of birth, a diagnosis, who one
lives with), or two such columns without one that counts. Ages as ranges, rows of counts or by year, each age with each
sex, and what is headed as indicators or budgets are statistics.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from math import prod

from organisation.sorting import search_key
from portfolio.sheets.headed_columns import Column, whole
from portfolio.sheets.reading import Sheet
from portfolio.sheets.reading.workbook import Plain

_ENOUGH_ROWS = 3
_MOST = 0.8

# Written as search_key writes them.
_OF = r"(?:(?:borger|barn|elev|klient|beboer|patient|person|deltager|respondent)(?:en|et|ens|ets|s)? ?)?"
_CASE = re.compile(
    r"(?:borger|klient|person|barne?|elev|familie)?-?(?:(?:sag|journal|respondent|besvarelse|svar|forloeb)s?"
    r"[- ]?(?:nr\.?|nummer|id|noegle)|respondent|sag)"
)
_COUNT = re.compile(
    r".*\b(?:antal|andel|procent|pct|gennemsnit|snit|i alt|sum|vaerdi|personer|borgere|n|total|baseline|maal|maaltal"
    r"|maaling|resultat|respondenter|besvarelser|svar|pladser|fordeling)\b.*|.*%.*|antal.*"
)
# What a row is of, where it is not of a person: a figure that is broken down, or a decision with its case and money.
_SUBJECT = re.compile(
    r"indikator(?:en|er)?(?:navn)?|maaleenhed|budget(?:linje|post)?|.*\b(?:budget|regnskab|t\.?kr|mio)\b.*"
)
_AGE = re.compile(rf"{_OF}alder(?: \(?aar\)?)?|age")
_SEX = re.compile(rf"{_OF}koen|sex|gender")
_BIRTH_YEAR = re.compile(rf"{_OF}foedselsaar(?:gang)?|{_OF}foedeaar|year of birth")
_CONDITION = re.compile(rf"{_OF}(?:diagnose(?:r)?|civilstand|civilstatus|samlivsstatus|diagnosis|marital status)")
HEADINGS = (_CASE, _COUNT, _SUBJECT, _AGE, _SEX, _BIRTH_YEAR, _CONDITION)

_AGES = re.compile(r"(?:1[01]\d|\d{1,2})(?: ?aar)?")
_SEXES = frozenset(
    ["m", "k", "f", "d", "p", "mand", "kvinde", "dreng", "pige", "han", "hun", "mandlig", "kvindelig", "male", "female"]
)
_YEARS = re.compile(r"(?:19|20)\d\d")
_IDENTITY = re.compile(r"[^\W\d_]{0,6}[-./ ]?\d[\d./ -]*[^\W_]{0,4}(?:[-./]\w{1,8}){0,6}|[A-ZÆØÅ]{2,4}\d*")

_OF_ONE: Sequence[tuple[re.Pattern[str], Callable[[str], bool]]] = (
    (_AGE, lambda text: _AGES.fullmatch(text) is not None),
    (_SEX, _SEXES.__contains__),
    (_BIRTH_YEAR, lambda text: _YEARS.fullmatch(text) is not None),
    (_CONDITION, lambda text: not text.replace(".", "").replace(",", "").isdigit()),
)


def column_of_them(sheet: Sheet, columns: Sequence[Column]) -> Column | None:
    """The column that makes the sheet one of persons, None when it is not such a sheet."""
    personal = {
        column.heading: column for column in columns if len(column.values) >= _ENOUGH_ROWS and _is_of_one(column)
    }
    if not personal:
        return None
    found = next(iter(personal.values()))
    if _has(columns, _SUBJECT):
        return None
    case = next((column for column in columns if _CASE.fullmatch(column.heading) and _tells_apart(column)), None)
    if case is not None:
        return case
    counts = _has(columns, _COUNT) or _has_years(sheet.values[found.row]) or _are_groups([*personal.values()])
    return found if len(personal) > 1 and not counts else None


def _has(columns: Sequence[Column], words: re.Pattern[str]) -> bool:
    return any(words.fullmatch(column.heading) and column.values for column in columns)


def _are_groups(columns: Sequence[Column]) -> bool:
    """Each age with each sex, all equally often, is how figures are broken down; people have them as they come."""
    texts = [column.texts for column in columns]
    if len({len(one) for one in texts}) > 1 or any(len(set(one)) < 2 for one in texts):
        return False
    met = Counter(zip(*texts, strict=True))
    return len(met) == prod(len(set(one)) for one in texts) and len(set(met.values())) == 1


def _has_years(header: Sequence[Plain]) -> bool:
    """What stands below a year is counted or measured."""
    return any(_YEARS.search(str(one)) for one in header if isinstance(one, str) or whole(one) is not None)


def _is_of_one(column: Column) -> bool:
    """Most of what stands there is said of one human being."""
    is_said = next((of_one for words, of_one in _OF_ONE if words.fullmatch(column.heading)), None)
    return is_said is not None and _share(column.texts, is_said) >= _MOST


def _share(texts: Sequence[str], is_said: Callable[[str], bool]) -> float:
    known = {text: is_said(search_key(text).strip(" .")) for text in set(texts)}
    return sum(known[text] for text in texts) / len(texts)


def _tells_apart(column: Column) -> bool:
    texts = column.texts
    if len(texts) < _ENOUGH_ROWS:
        return False
    return len(set(texts)) >= _MOST * len(texts) and sum(map(_is_identity, texts)) >= _MOST * len(texts)


def _is_identity(text: str) -> bool:
    return _IDENTITY.fullmatch(text) is not None
