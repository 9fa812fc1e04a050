"""The columns of rows, read where a row holds them: through its class each value of a link is a call in Python."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter, itemgetter
from typing import Any

from django.db import models


def column_of(rows: Sequence[models.Model], name: str) -> list[Any]:
    """The values of one column (`line_id`), in the order of the rows; a file is a text or an object."""
    try:
        return list(map(itemgetter(name), map(vars, rows)))
    except KeyError:
        # A row was read without this column: its class fetches it.
        return list(map(attrgetter(name), rows))


def columns_in(names: Sequence[str]) -> Callable[[models.Model], dict[str, Any]]:
    """Asks rows for these columns, two or more: {name: value} of each; a file is a text or an object."""
    held = itemgetter(*names)

    def columns_of(row: models.Model) -> dict[str, Any]:
        try:
            return dict(zip(names, held(vars(row)), strict=True))
        except KeyError:
            return {name: getattr(row, name) for name in names}

    return columns_of
