"""Amounts, budget tables and budget follow-up."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.overview.shapes.facts import Link, Source


@dataclass(frozen=True, slots=True)
class Money:
    """One amount, or in words why there is none.

    `state` is value, zero, not_stated, financed_elsewhere, within_frame, not_adopted, refused or none (an empty cell).
    `text` goes under a heading that names the unit, `full_text` names it. `ore` is None exactly when there is none.
    `raw` is the document's print, `raw_note` quotes it when it is no number (“-”).
    """

    text: str
    full_text: str
    ore: int | None
    state: str
    note: str = ""
    raw: str = ""
    raw_note: str = ""
    unit: str = "kr"
    unit_is_inferred: bool = False
    unit_note: str = ""
    decision: str = ""
    decision_words: str = ""
    is_computed: bool = False
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class PeriodAmount:
    """An amount for a period that is no single year: never spread. `period_text` is the document's words."""

    period_text: str
    money: Money


@dataclass(frozen=True, slots=True)
class AmountPart:
    """“Of which”: shown under its amount, never added to it."""

    code: str
    label: str
    cost_words: str
    money: Money


@dataclass(frozen=True, slots=True)
class Relation:
    """`text` is the whole sentence: “finansieres af den nuværende ensomhedsindsats”."""

    kind: str
    text: str
    link: Link | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Sharing:
    """The initiatives that a line serves. `and_others`: it also serves some that the reader may not see."""

    initiatives: tuple[Link, ...]
    and_others: bool
    text: str


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """A line in a table: `cells` stand in the order of the table's `years`; parts and relations go under the name."""

    reference: str
    code: str
    name: str
    description: str
    direction: str
    direction_words: str
    cost_words: str
    cells: tuple[Money, ...]
    undistributed: tuple[PeriodAmount, ...]
    total: Money
    stated_total: Money | None = None
    parts: tuple[AmountPart, ...] = ()
    relations: tuple[Relation, ...] = ()
    sharing: Sharing | None = None
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class TotalCheck:
    """A printed total beside the computed one. `verdict` is matches, differs, not_stated or cannot_be_compared."""

    label: str
    stated: Money
    computed: Money
    difference: Money
    verdict: str
    text: str
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class BudgetTable:
    """Amounts of one decision state and one price level, in their document's unit. The totals count each line once.

    `undistributed_heading` is empty when no amount is for a period (then leave the column out), as is
    `stated_heading` when no row has a printed total. `computed_notes` and `notes` stand under the table.
    """

    decision: str
    heading: str
    price_level_text: str
    unit: str
    unit_text: str
    unit_is_inferred: bool
    caption: str
    years: tuple[str, ...]
    undistributed_heading: str
    stated_heading: str
    rows: tuple[BudgetRow, ...]
    totals: tuple[Money, ...]
    undistributed_total: Money | None
    total: Money
    checks: tuple[TotalCheck, ...]
    notes: tuple[str, ...]
    budget_rounds: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class Deviation:
    """`verdict` is over, under, more_income, less_income, none or unknown; `text` is “merforbrug 120 t.kr.”."""

    money: Money
    verdict: str
    word: str
    text: str
    percent_text: str


@dataclass(frozen=True, slots=True)
class SumShown:
    """The union of distinct lines of one decision state and price level."""

    decision: str
    heading: str
    price_level_text: str
    money: Money
    lines: int
    lines_text: str
    years_text: str
    is_fictional: bool = False
    external_text: str = ""


@dataclass(frozen=True, slots=True)
class MoneySummary:
    """`sums` are never added together: `refusal` says why, or is empty when there is only one. `text` says it all."""

    sums: tuple[SumShown, ...]
    refusal: str
    text: str
    notes: tuple[str, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class FundingSourceShown:
    """A pool's size is context: it enters no sum."""

    name: str
    kind_words: str
    giver: str
    money: Money
    period_text: str
    note: str
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False
    url: str = ""
