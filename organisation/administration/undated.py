"""Words for a period that nobody understands are kept as they are, and it is said that they are no dates."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib import messages
from django.db import models
from django.http import HttpRequest
from django.utils.translation import ngettext

from organisation.models.rows import HasEffectiveDate, HasPeriod


def tell_undated(request: HttpRequest, written: Iterable[tuple[models.Model, Collection[str]]]) -> None:
    """`written`: rows with the names of the fields that were changed. Words without a number are meant as words."""
    found = [words for row, names in written for words in _undated(row, names)]
    if not found:
        return
    sentence = ngettext(
        "%(words)s could not be read as a time: it is kept as it is written, and stands without dates in the calendar.",
        "%(words)s could not be read as times: they are kept as written, and stand without dates in the calendar.",
        len(found),
    )
    messages.warning(request, sentence % {"words": ", ".join(f"“{words}”" for words in dict.fromkeys(found))})


def _undated(row: Any, names: Collection[str]) -> list[str]:
    kinds = ((HasPeriod, "period"), (HasEffectiveDate, "effective"))
    mine = [prefix for kind, prefix in kinds if isinstance(row, kind) and f"{prefix}_text" in names]
    return [words for prefix in mine if _is_no_time(words := getattr(row, f"{prefix}_text"), row, prefix)]


def _is_no_time(words: str, row: Any, prefix: str) -> bool:
    has_dates = getattr(row, f"{prefix}_start") or getattr(row, f"{prefix}_end")
    return not has_dates and any(letter.isdigit() for letter in words)
