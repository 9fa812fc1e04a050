"""Writes that go past the write path, and what the database says to them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction

from budgets.models import Statement
from organisation import triggers
from tests import factories
from tests.cast import Town


@contextmanager
def refused(code: str) -> Iterator[None]:
    with pytest.raises(IntegrityError, match=rf"^{code} ") as caught, transaction.atomic():
        yield
    rule = triggers.rule_of(caught.value)
    assert rule is not None
    assert str(rule.sentence)


def change(row: models.Model, **values: Any) -> None:
    type(row)._base_manager.filter(pk=row.pk).update(**values)


def erase(row: models.Model) -> None:
    type(row)._base_manager.filter(pk=row.pk)._raw_delete(using="default")


def overwrite(row: models.Model) -> None:
    """The statement by which the write path changes rows."""
    columns = [field.name for field in row._meta.concrete_fields if not field.primary_key]
    type(row)._base_manager.bulk_create([row], update_conflicts=True, unique_fields=["pk"], update_fields=columns)


def statement(town: Town, posted: bool, **fields: Any) -> Statement:
    return factories.statement(factories.line(town.municipality), by=town["finance"] if posted else None, **fields)
