"""What the tables of a workbook mean, each guess with its reason, and what their cells then say."""

from __future__ import annotations

from portfolio.sheets.understanding.layout import (
    Column,
    ColumnCorrection,
    Correction,
    Layout,
    Meaning,
    Row,
    RowRole,
    TableKind,
    UnitGuess,
)
from portfolio.sheets.understanding.problems import Problem, Question, Severity
from portfolio.sheets.understanding.readings import Reading, Record
from portfolio.sheets.understanding.recognising import understand
from portfolio.sheets.understanding.tables import Table, read_table
from portfolio.sheets.understanding.totals import StatedTotal
from portfolio.sheets.understanding.values import Missing, Share, SmallCount

__all__ = [
    "Column",
    "ColumnCorrection",
    "Correction",
    "Layout",
    "Meaning",
    "Missing",
    "Problem",
    "Question",
    "Reading",
    "Record",
    "Row",
    "RowRole",
    "Severity",
    "Share",
    "SmallCount",
    "StatedTotal",
    "Table",
    "TableKind",
    "UnitGuess",
    "read_table",
    "understand",
]
