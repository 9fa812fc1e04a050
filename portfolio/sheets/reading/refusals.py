"""Why a file is not read, and what is worth saying about one that is.

Both carry a code and numbers, so that a process without settings or language may raise them; the sentence is made
where it is shown. The process that reads a file ends with it: what only a sentence needs takes longer to load than most
files take to read.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Reason(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    TOO_MANY_PARTS = "too_many_parts"
    TOO_MANY_SHEETS = "too_many_sheets"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_MANY_CELLS = "too_many_cells"
    TEXT_TOO_LONG = "text_too_long"
    OPEN_QUOTE = "open_quote"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    ENTITIES = "entities"
    DAMAGED = "damaged"
    BINARY_WORKBOOK = "binary_workbook"
    XML_2003 = "xml_2003"
    NUMBERS = "numbers"
    WORD = "word"
    PDF = "pdf"
    PICTURE = "picture"
    ARCHIVE = "archive"
    UNKNOWN = "unknown"
    NO_TABLE = "no_table"
    PERSON_NUMBERS = "person_numbers"
    PERSON_BIRTHDAYS = "person_birthdays"
    PERSON_ROWS = "person_rows"


class Refused(Exception):
    """The file is not read; str() is a sentence saying why and what to do."""

    def __init__(self, reason: Reason, **numbers: Any) -> None:
        super().__init__(reason, numbers)
        self.reason = reason
        self.numbers = numbers

    def __str__(self) -> str:
        from portfolio.sheets.reading.sentences import refusal

        return refusal(self.reason, self.numbers)


class Remark(StrEnum):
    OTHER_EXTENSION = "other_extension"
    EXTERNAL_LINKS = "external_links"
    ENCODING = "encoding"
    NOT_A_TABLE_SHEET = "not_a_table_sheet"
    FOR_PROGRAMS = "for_programs"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the file that the person should know; str() is the sentence."""

    remark: Remark
    words: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        from portfolio.sheets.reading.sentences import remark

        return remark(self.remark, dict(self.words))
