"""What an audit says: which row breaks which rule, or something worth knowing that is no error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import models


@dataclass(frozen=True)
class Finding:
    """`rule` is a stable word; `row` tells the row apart to a person with access to the database."""

    rule: str
    row: str
    sentence: str
    is_error: bool = True

    def __str__(self) -> str:
        return f"{self.rule}: {self.row}: {self.sentence}"


Check = Callable[[], Iterator[Finding]]


def named(row: models.Model) -> str:
    return f"{row._meta.label} {row.pk} “{str(row)[:80]}”"


def wrong(rule: str, row: models.Model, sentence: str) -> Finding:
    return Finding(rule, named(row), sentence)


def worth_knowing(rule: str, row: models.Model, sentence: str) -> Finding:
    return Finding(rule, named(row), sentence, is_error=False)
