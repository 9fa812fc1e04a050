"""An extract of a finance system as it was read: kept as JSON while a person says what its columns mean."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class ExtractRow:
    """`number` is the row in the sheet; `cells` are texts, numbers among them in Danish without thousands."""

    number: int
    cells: list[str]
    is_total: bool = False
    is_left_out: bool = False


@dataclass
class ExtractContent:
    sheet: str = ""
    headings: list[str] = field(default_factory=list)
    rows: list[ExtractRow] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def content_of(stored: dict[str, Any]) -> ExtractContent:
    rows = [ExtractRow(**one) for one in stored["rows"]]
    return ExtractContent(stored["sheet"], stored["headings"], rows, stored["remarks"])


@dataclass
class Terms:
    """What the columns mean (by index, None where there is none) and what is said of all rows.

    `basis` says whether the amounts are the year's up to the month ("year") or the month's alone ("month"), `sign`
    whether expenditure is positive ("usual") or not ("reversed"); "" where nobody has said. `first_month` is the
    first that the rows or headings name, None where they name none; `up_to` is "" where it is not known. `stated` is
    the total as typed, where the extract has none. `side` says D or K of `amount`. `months` are the columns of a month
    each, up to that of `amount`, which is the last; `rivals` those that may hold the amounts too, until somebody has
    said which does. `chosen` is the heading that was said, `among` those that it was chosen among.
    """

    account: int | None = None
    cost_centre: int | None = None
    project: int | None = None
    text: int | None = None
    month: int | None = None
    amount: int | None = None
    debit: int | None = None
    credit: int | None = None
    side: int | None = None
    unit: str = "kr"
    basis: str = "year"
    sign: str = ""
    year: int | None = None
    first_month: int | None = None
    up_to: str = ""
    as_of: str = ""
    price_level: str = ""
    stated: str = ""
    months: list[int] = field(default_factory=list)
    rivals: list[int] = field(default_factory=list)
    among: list[str] = field(default_factory=list)
    chosen: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def amounts(self) -> list[int]:
        """The columns of amounts that are read."""
        if self.are_months_added:
            return self.months
        return [column for column in (self.amount, self.debit, self.credit) if column is not None]

    @property
    def are_months_added(self) -> bool:
        return bool(self.months) and self.basis == "month"

    @property
    def keys(self) -> dict[str, int]:
        """{field of a rule: column}."""
        found = {"account": self.account, "cost_centre": self.cost_centre, "project": self.project}
        return {name: column for name, column in found.items() if column is not None}
