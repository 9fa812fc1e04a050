"""What a sheet is taken to be: its kind of table, the role of each row and the meaning of each column, with reasons.

Every guess can be corrected: a Correction goes in with the sheet, and what it says is not guessed at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from organisation.sorting import search_key
from organisation.units import Unit
from portfolio.sheets.reading.workbook import column_letters


class TableKind(TextChoices):
    INITIATIVES = "initiatives", _("initiatives")
    BUDGET_WIDE = "budget_wide", _("budget lines, one column for each year")
    BUDGET_LONG = "budget_long", _("budget lines, one row for each year")
    FOLLOW_UP = "follow_up", _("budget follow-up")
    MEASUREMENTS = "measurements", _("indicator values and targets")
    ACTIVITIES = "activities", _("activities")
    BODIES = "bodies", _("bodies")
    TARGET_GROUPS = "target_groups", _("target groups")
    UNKNOWN = "unknown", _("not recognised")


class Meaning(TextChoices):
    CODE = "code", _("code")
    NAME = "name", _("name")
    INITIATIVE = "initiative", _("initiative")
    BUDGET_LINE = "budget_line", _("budget line")
    INDICATOR = "indicator", _("indicator")
    ACTIVITY = "activity", _("activity")
    TARGET_GROUP = "target_group", _("target group")
    BODY = "body", _("body")
    DESCRIPTION = "description", _("description")
    NOTE = "note", _("note")
    THEME = "theme", _("theme")
    OWNER = "owner", _("owner")
    STATE = "state", _("state")
    ACCOUNT = "account", _("account")
    FINANCING = "financing", _("financing")
    PERIOD = "period", _("period")
    START = "start", _("start date")
    END = "end", _("end date")
    YEAR = "year", _("year")
    AMOUNT = "amount", _("amount")
    ACCOUNTS = "accounts", _("accounts")
    ESTIMATE = "estimate", _("budget estimate")
    ORIGINAL = "original", _("original budget")
    SUPPLEMENTARY = "supplementary", _("supplementary appropriation")
    TRANSFER = "transfer", _("transfer between lines")
    CARRY_OVER = "carry_over", _("carried over between years")
    REVISED = "revised", _("revised budget")
    ACTUAL = "actual", _("actuals")
    FORECAST = "forecast", _("forecast")
    DEVIATION = "deviation", _("deviation")
    ROW_TOTAL = "row_total", _("total of the row")
    SHARE = "share", _("share in percent")
    MEASURED = "measured", _("measured value")
    BASELINE = "baseline", _("baseline")
    TARGET = "target", _("target")
    MEASURED_AT = "measured_at", _("date of measurement")
    TARGET_AT = "target_at", _("target date")
    UNIT = "unit", _("unit")
    SOURCE = "source", _("source")
    RESPONDENTS = "respondents", _("number of answers")
    KIND = "kind", _("kind")
    PARENT = "parent", _("belongs under")
    ALIASES = "aliases", _("other names")
    MUNICIPALITY = "municipality", _("municipality code")
    REFERENCE = "reference", _("reference")
    STRATEGY = "strategy", _("strategy")
    DIRECTION = "direction", _("direction")
    DRANST = "dranst", _("operation or construction")
    DECISION = "decision", _("decision")
    PRICE_LEVEL = "price_level", _("price level")
    SUBGROUP = "subgroup", _("subgroup")
    ROUND = "round", _("follow-up round")
    SHOWN = "shown", _("only shown")
    IGNORED = "ignored", _("not used")


M = Meaning  # short, for the sets below
MONEY = frozenset(
    {M.AMOUNT, M.ACCOUNTS, M.ESTIMATE, M.ORIGINAL, M.SUPPLEMENTARY, M.TRANSFER, M.CARRY_OVER, M.REVISED, M.ACTUAL,
     M.FORECAST, M.DEVIATION, M.ROW_TOTAL}
)  # fmt: skip
# What follows from other columns: compared with them, never read as a fact of its own.
DERIVED = frozenset({M.DEVIATION, M.ROW_TOTAL})
NOT_READ = frozenset({M.SHOWN, M.IGNORED})
FIGURES = frozenset({M.MEASURED, M.BASELINE, M.TARGET, M.RESPONDENTS, M.SHARE})
DATES = frozenset({M.PERIOD, M.START, M.END, M.MEASURED_AT, M.TARGET_AT})
CODES = frozenset({M.CODE, M.REFERENCE, M.MUNICIPALITY})
# What a table may be of, the most telling first.
SUBJECTS = (M.INDICATOR, M.ACTIVITY, M.BUDGET_LINE, M.NAME, M.INITIATIVE, M.TARGET_GROUP, M.BODY, M.THEME)


class RowRole(TextChoices):
    TITLE = "title", _("title")
    HEADER = "header", _("heading")
    DATA = "data", _("data")
    THEME = "theme", _("theme")
    SUBTOTAL = "subtotal", _("subtotal")
    TOTAL = "total", _("total")
    FOOTNOTE = "footnote", _("footnote")
    BLANK = "blank", _("blank")


@dataclass(frozen=True, slots=True)
class UnitGuess:
    """`unit` is None when nothing states it; `is_percent` when the heading says percent."""

    unit: Unit | None = None
    is_percent: bool = False
    why: str = ""
    is_stated: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """`heading` is the text of all heading rows; `year` or `period` what an amount is for.

    `price_level` is that of the heading where the columns are of several, else the table's.
    """

    index: int
    heading: str
    meaning: Meaning
    why: str
    year: int | None = None
    period: str = ""
    unit: UnitGuess = field(default_factory=UnitGuess)
    is_hidden: bool = False
    price_level: str = ""

    @property
    def letters(self) -> str:
        return column_letters(self.index)

    @property
    def is_money(self) -> bool:
        return self.meaning in MONEY


def heading_question(column: Column) -> str:
    """Under which key it is asked what a column means whose heading is not known."""
    return f"heading:{column.letters}"


@dataclass(frozen=True, slots=True)
class Row:
    """`is_other_heading`: what stands below it is read by the first heading, which is not its own."""

    index: int
    role: RowRole
    why: str = ""
    is_hidden: bool = False
    label: str = ""
    is_other_heading: bool = False

    @property
    def number(self) -> int:
        return self.index + 1


@dataclass(frozen=True, slots=True)
class ColumnCorrection:
    meaning: Meaning
    year: int | None = None
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person has decided. `header_rows`, `rows` and `columns` count from 0; `answers` are by Question.key.

    Hidden rows and columns stay out unless they are let in.
    """

    kind: TableKind | None = None
    header_rows: tuple[int, ...] | None = None
    columns: Mapping[int, ColumnCorrection] = field(default_factory=dict)
    rows: Mapping[int, RowRole] = field(default_factory=dict)
    unit: Unit | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    with_hidden_rows: bool = False
    with_hidden_columns: bool = False


def shape_by(headings: Iterable[str]) -> str:
    """The shape of a table with these headings, one for each column, "" for those without."""
    keys = [search_key("".join("#" if sign.isdigit() else sign for sign in heading)) for heading in headings]
    return sha256("\n".join(keys).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Layout:
    """`unit` is the table's own; a column's heading may say otherwise."""

    sheet: str
    kind: TableKind
    why: str
    header_rows: tuple[int, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unit: UnitGuess
    title: str = ""
    price_level: str = ""
    correction: Correction = field(default_factory=Correction)

    @property
    def shape(self) -> str:
        """The same for files of the same shape, whatever their years and rows: what a correction is remembered by."""
        return shape_by(column.heading for column in self.columns)

    @property
    def used(self) -> tuple[Column, ...]:
        """The columns that are read."""
        return tuple(
            column
            for column in self.columns
            if column.meaning not in NOT_READ and (self.correction.with_hidden_columns or not column.is_hidden)
        )

    def first(self, meaning: Meaning) -> Column | None:
        return next((column for column in self.used if column.meaning is meaning), None)

    def role(self, row: int) -> RowRole:
        return next((found.role for found in self.rows if found.index == row), RowRole.BLANK)
