"""Tables as text: for Danish Excel, and for machines. One line a row; the first line names the columns."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import StringIO

from organisation.units import decimals_of
from portfolio.sheets.formula_signs import neutralised
from portfolio.sheets.writing.headings import in_language
from portfolio.sheets.writing.tables import Column, Kind, Percent, Row, Table, Value, Words

_ROWS_AT_ONCE = 500
Say = Callable[[Column, Value], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells are said, and what the file begins with."""

    separator: str
    begins: bytes
    heading: Callable[[Column], Iterable[str]]
    say: Say


def lines(table: Table, dialect: Dialect) -> Iterator[bytes]:
    """The file in pieces."""
    yield dialect.begins
    waiting = StringIO(newline="")
    writer = csv.writer(waiting, delimiter=dialect.separator, lineterminator="\r\n")
    writer.writerow([text for column in table.columns for text in dialect.heading(column)])
    for number, row in enumerate(table.rows, 1):
        writer.writerow(_said(table.columns, row, dialect.say))
        if number % _ROWS_AT_ONCE == 0:
            yield _encoded(waiting)
    yield _encoded(waiting)


def _said(columns: tuple[Column, ...], row: Row, say: Say) -> list[str]:
    return [text for column, value in zip(columns, row, strict=True) for text in say(column, value)]


def _encoded(waiting: StringIO) -> bytes:
    content = waiting.getvalue().encode(errors="replace")
    waiting.seek(0)
    waiting.truncate()
    return content


# As the program of a Danish office reads it: a comma in numbers, 49 %, 31-12-2018, words for what is missing.


def _danish(column: Column, value: Value) -> tuple[str]:
    if isinstance(value, int | Decimal):
        return (str(value) if column.kind is Kind.YEAR else _with_comma(_in_unit(column, value), column.decimals),)
    return (_danish_words(column, value),)


def _danish_words(column: Column, value: Words | str | Percent | date | None) -> str:
    if isinstance(value, Words | str):
        return neutralised(value.text if isinstance(value, Words) else value)
    if isinstance(value, Percent):
        return f"{_with_comma(value.value, column.decimals)} %"
    return f"{value:%d-%m-%Y}" if value is not None else ""


def _with_comma(value: Decimal, fewest: int) -> str:
    return f"{value:.{max(fewest, decimals_of(value.normalize()))}f}".replace(".", ",")


def _in_unit(column: Column, value: int | Decimal) -> Decimal:
    if column.kind is Kind.MONEY and isinstance(value, int):
        return Decimal(value).scaleb(-column.unit.exponent)
    return Decimal(value)


# For machines: ISO dates, a decimal point, money in kroner, and why there is no figure in a column of its own.


def _for_machines(column: Column, value: Value) -> tuple[str, ...]:
    if not column.has_state:
        return (_bare(column, value),)
    if isinstance(value, Words):
        return "", neutralised(value.code)
    if isinstance(value, str) or value is None:
        return "", neutralised(value or "")
    return _bare(column, value), "value" if value or isinstance(value, date) else "zero"


def _bare(column: Column, value: Value) -> str:
    if isinstance(value, int | Decimal):
        if column.kind is Kind.MONEY:
            return f"{Decimal(value).scaleb(-2) if isinstance(value, int) else value:.2f}"
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    if isinstance(value, Percent):
        return f"{value.value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return neutralised(value.code if isinstance(value, Words) else value or "")


def _keys(column: Column) -> Iterable[str]:
    key = f"{column.key}_kr" if column.kind is Kind.MONEY else column.key
    return (key, f"{column.key}_state") if column.has_state else (key,)


# The mark at the beginning tells the program that the file is UTF-8.
DANISH = Dialect(";", b"\xef\xbb\xbf", lambda column: (neutralised(in_language(column.heading)),), _danish)
MACHINE = Dialect(",", b"", _keys, _for_machines)
