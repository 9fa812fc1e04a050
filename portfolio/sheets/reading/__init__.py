"""Spreadsheets as they come: read whole, or refused with a reason. No models, no settings, no language.

`read_apart` is for files from people: it reads in a process of its own with limits of time and memory.
"""

from __future__ import annotations

from portfolio.sheets.reading.apart import read_apart
from portfolio.sheets.reading.files import read_pasted, read_workbook
from portfolio.sheets.reading.limits import Limits
from portfolio.sheets.reading.refusals import Notice, Reason, Refused, Remark
from portfolio.sheets.reading.workbook import Area, Cell, Facts, FileKind, Formula, Sheet, Visibility, Workbook, address

__all__ = [
    "Area",
    "Cell",
    "Facts",
    "FileKind",
    "Formula",
    "Limits",
    "Notice",
    "Reason",
    "Refused",
    "Remark",
    "Sheet",
    "Visibility",
    "Workbook",
    "address",
    "read_apart",
    "read_pasted",
    "read_workbook",
]
