"""The cells of a grid: what stands in them, what somebody typed over it, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from budgets.entering import Amount, Wanted
from budgets.forms import read_amount, typed_amount
from budgets.models import BudgetLine
from budgets.year_sums import YearSum
from organisation.numbers import Qualifier
from organisation.units import Unit
from portfolio.grid_cells import TypedCell
from portfolio.overview import amounts, words

NOT_STATED = "-"


@dataclass(kw_only=True)
class Cell(TypedCell):
    """`ore` is what it adds up with."""

    ore: int | None
    wanted: Wanted | None = None


@dataclass
class Row:
    line: BudgetLine
    cells: list[Cell]
    beside: str = ""
    total: str = ""

    @property
    def names(self) -> str:
        return " ".join(cell.name for cell in self.cells)


@dataclass(frozen=True)
class RunningTotal:
    """`names` are the cells that it is over, `rest_ore` what else it holds, `stated` what the document prints."""

    label: str
    names: str
    rest_ore: int
    stated_ore: int | None
    stated: str
    computed: str
    difference: str


@dataclass
class Grid:
    """`columns` are headings of cells, `totals` those of the columns in their order."""

    unit: Unit
    columns: list[str]
    rows: list[Row]
    totals: list[RunningTotal] = field(default_factory=list)
    stated: list[RunningTotal] = field(default_factory=list)
    beside_heading: str = ""
    beside_total: str = ""
    has_row_totals: bool = False

    @property
    def cells(self) -> list[Cell]:
        return [cell for row in self.rows for cell in row.cells]

    @property
    def wrong(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.problems]

    @property
    def exponent(self) -> int:
        return self.unit.exponent


def shown(amount: Amount | None, unit: Unit) -> str:
    """As one would type it."""
    if amount is None:
        return ""
    return NOT_STATED if amount.ore is None else typed_amount(amount.ore, unit)


def seen(amount: Amount | None) -> str:
    if amount is None:
        return ""
    return NOT_STATED if amount.ore is None else str(amount.ore)


def make_cell(
    place: tuple[str, str], at: tuple[int, int], stands: Amount | None, unit: Unit, data: Mapping[str, str] | None
) -> Cell:
    """`place` is (name, label), `at` (row, column). With `data` the cell holds what was typed, right or wrong."""
    name, label = place
    ore = stands.ore if stands else None
    row, column = at
    cell = Cell(name=name, label=label, value=shown(stands, unit), seen=seen(stands), ore=ore, row=row, column=column)
    if data is not None and name in data:
        _type_over(cell, unit, data)
    return cell


def _type_over(cell: Cell, unit: Unit, data: Mapping[str, str]) -> None:
    cell.value, cell.seen = data[cell.name].strip(), data.get(cell.seen_name, cell.seen)
    try:
        typed = read_cell(cell.value, unit)
        cell.wanted = Wanted(read_seen(cell.seen), typed)
        cell.ore = typed.ore if typed else None
    except ValidationError as error:
        cell.problems, cell.ore = error.messages, None


def read_cell(text: str, unit: Unit) -> Amount | None:
    """Raises ValidationError with a sentence that says what to write instead."""
    if not text:
        return None
    found = read_amount(text, unit)
    if found.missing:
        return Amount(None, text)
    if found.qualifier != Qualifier.EXACT or found.ore is None:
        raise ValidationError(_("Write one amount without words or an interval, for instance 1.250 or 1,1."))
    return Amount(found.ore, text)


def read_seen(text: str) -> Amount | None:
    if text == "":
        return None
    if text == NOT_STATED:
        return Amount(None)
    if not text.removeprefix("-").isdecimal() or len(text) > 20:
        raise ValidationError(_("The page was changed on its way. Load it again."))
    return Amount(int(text))


def revised_text(found: YearSum | None, unit: Unit) -> str:
    """Beside what is typed, with what it leaves out; None where nothing is adopted."""
    if found is None or found.ore is None:
        return words.no_revised(found)
    typed, note = typed_amount(found.ore, unit), amounts.total_note(found)
    return f"{typed} ({note})" if note else typed


def total_of(cells: Iterable[Cell], rest_ore: int = 0) -> int | None:
    """Whole øre, or None when nothing of it is known: unknown is not zero."""
    known = [cell.ore for cell in cells if cell.ore is not None]
    return rest_ore + sum(known) if known or rest_ore else None


def running(label: str, cells: list[Cell], unit: Unit, *, rest_ore: int = 0, stated: int | None = None) -> RunningTotal:
    computed = total_of(cells, rest_ore)
    return RunningTotal(
        label=label,
        names=" ".join(cell.name for cell in cells),
        rest_ore=rest_ore,
        stated_ore=stated,
        stated="" if stated is None else typed_amount(stated, unit),
        computed="" if computed is None else typed_amount(computed, unit),
        difference="" if stated is None or computed is None else typed_amount(stated - computed, unit),
    )
