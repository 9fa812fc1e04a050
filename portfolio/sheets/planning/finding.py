"""Rows of the database found by what a sheet calls them: reference, code, name. Never by a guess between two."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import models
from django.utils.text import slugify

from organisation.sorting import search_key
from portfolio.sheets.understanding.values import code_key

M = TypeVar("M", bound=models.Model)
_LONGEST = 60
_MARKS = re.compile(r"[^\w\s-]+")


class Called(NamedTuple):
    """What a row of a sheet calls something."""

    reference: str = ""
    code: str = ""
    name: str = ""

    def __bool__(self) -> bool:
        return bool(self.reference or self.code or self.name)

    def __str__(self) -> str:
        return " ".join(filter(None, [self.reference or self.code, self.name]))


class Found(NamedTuple, Generic[M]):
    """`row` when it is one and certain; `several` when a person must say which."""

    row: M | None = None
    several: tuple[M, ...] = ()


@dataclass
class Directory(Generic[M]):
    """`names` are the fields that name a row; of `aliases` each line is a name."""

    rows: Iterable[M]
    names: tuple[str, ...]
    by_reference: dict[str, M] = field(default_factory=dict)
    by_code: dict[str, list[M]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[str, list[M]] = field(default_factory=lambda: defaultdict(list))

    _last: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows = list(self.rows)
        known = {row.pk: row for row in rows}
        for row in rows:
            if getattr(row, "merged_into_id", None) is not None:
                self._lead_on(row, known)
                continue
            self.by_reference[str(getattr(row, "reference", row.pk)).casefold()] = row
            if code := code_key(str(getattr(row, "code", ""))):
                self.by_code[code].append(row)
            for name in self.names_of(row):
                same = self.by_name[name_key(name)]
                # Its names come one after the other.
                if not same or same[-1] is not row:
                    same.append(row)

    def _lead_on(self, row: M, known: Mapping[Any, M]) -> None:
        """A row that was merged is found by its reference and its code, as the one that is kept."""
        kept: Any = row
        while kept is not None and kept.merged_into_id is not None:
            kept = known.get(kept.merged_into_id)
        if kept is not None:
            self.by_reference[str(getattr(row, "reference", row.pk)).casefold()] = kept
            code = code_key(str(getattr(row, "code", "")))
            if code and code != code_key(str(getattr(kept, "code", ""))):
                self.by_code[code].append(kept)

    def names_of(self, row: M) -> Iterable[str]:
        for name in self.names:
            text = getattr(row, name)
            yield from text.splitlines() if name == "aliases" else [text] if text else []

    def find(self, called: Called) -> Found[M]:
        if called.reference:
            found = self._by_key(called.reference)
            return found if found != Found() else self._by_own_spelling(called.reference)
        if called.code:
            found = self._by_key(called.code)
            if found.row is None and found.several and called.name:
                found = self._narrowed(found, called.name)
            if found.row or found.several:
                return found
        return self._by_name(called)

    def _by_key(self, key: str) -> Found[M]:
        if row := self.by_reference.get(key.strip().casefold()):
            return Found(row)
        return _one_or_several(self.by_code.get(code_key(key), []))

    def _by_own_spelling(self, reference: str) -> Found[M]:
        """“SO 8”, of which the import has made “so-8”: the rows below, and the next import, mean the same."""
        slug = _slug(reference)
        return Found(self.by_reference.get(slug) if len(slug) <= _LONGEST else None)

    def _narrowed(self, found: Found[M], name: str) -> Found[M]:
        same = [row for row in found.several if row in self.by_name.get(name_key(name), [])]
        return Found(same[0]) if len(same) == 1 else found

    def _by_name(self, called: Called) -> Found[M]:
        """A code that is not known and a name that is are of one row only when that row has no code of its own."""
        rows = self.by_name.get(name_key(called.name), []) if called.name else []
        if called.code:
            rows = [row for row in rows if not getattr(row, "code", "")]
        return _one_or_several(rows)

    def find_words(self, words: str) -> Found[M]:
        """By a text that is a reference, a code or a name; also “SO8 Aktiv ven”, a code and a name in one."""
        found = self._by_key(words)
        if found.row is None and not found.several:
            found = _one_or_several(self.by_name.get(name_key(words), []))
        first, _space, rest = words.strip().partition(" ")
        if found.row is None and not found.several and rest:
            found = self.find(Called(code=first, name=rest)) if self._by_key(first) != Found() else found
        return found

    def add(self, row: M, called: Called) -> None:
        """A row that the import makes is found by the rows below it."""
        self.by_reference[str(row.reference).casefold()] = row  # type: ignore[attr-defined]
        if called.code:
            self.by_code[code_key(called.code)].append(row)
        if called.name:
            self.by_name[name_key(called.name)].append(row)

    def fresh_reference(self, called: Called) -> str:
        """A reference that no row has, from the reference, code or name."""
        stem = _slug(called.reference or called.code or called.name)[:_LONGEST].strip("-") or "nr"
        found = stem
        while found in self.by_reference:
            self._last[stem] = self._last.get(stem, 1) + 1
            found = f"{stem}-{self._last[stem]}"
        return found


# What is not found is made right after, by the same words.
@lru_cache(maxsize=64)
def _slug(words: str) -> str:
    key = search_key(words)
    # One word of plain letters and digits, as most codes are, is as it should be.
    if key.isascii() and key.isalnum():
        return key
    # A mark parts what it stands between: “1.1” is not “11”.
    return slugify(_MARKS.sub(" ", key))


def _one_or_several(rows: list[M]) -> Found[M]:
    return Found(rows[0]) if len(rows) == 1 else Found(several=tuple(rows))


def name_key(name: str) -> str:
    plain = name if name.isascii() else unicodedata.normalize("NFKC", name)
    return " ".join(plain.casefold().replace("\u00ad", "").split())
