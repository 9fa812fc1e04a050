"""The grid of a survey: its indicators × the whole and the groups, with the numbers of answers above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from indicators import typed
from indicators.entering import Answers, Place, Plan, Said, Standing, Survey, Wanted, common, latest, standing
from indicators.models import Indicator, Measurement
from organisation.periods import Period
from organisation.printing import format_number
from portfolio.grid_cells import TypedCell

COUNTS = ("n", "invited")


@dataclass(frozen=True)
class Row:
    """A row of numbers of answers has no indicator."""

    name: str
    unit_words: str
    url: str
    cells: list[TypedCell]


@dataclass
class SurveyGrid:
    """What is typed comes as `data`; without it the grid shows what stands."""

    indicators: Sequence[Indicator]
    groups: Sequence[str]
    period: Period
    data: Mapping[str, str] | None = None
    values: dict[Place, TypedCell] = field(default_factory=dict)
    counts: dict[tuple[str, str], TypedCell] = field(default_factory=dict)

    @cached_property
    def found(self) -> Mapping[Place, Standing]:
        return standing(self.indicators, self.period)

    @property
    def columns(self) -> list[str]:
        return ["", *self.groups]

    @property
    def headings(self) -> list[str]:
        return [_("All"), *self.groups]

    @cached_property
    def rows(self) -> list[Row]:
        names = {"n": _("Answers"), "invited": _("Asked")}
        above = [
            Row(names[kind], "", "", [self._count_cell(kind, at, names[kind]) for at in enumerate(self.columns)])
            for kind in COUNTS
        ]
        return above + [self._row(number, row) for number, row in enumerate(self.indicators, start=len(COUNTS))]

    def _count_cell(self, kind: str, at: tuple[int, str], name: str) -> TypedCell:
        column, group = at
        now = common([row for row in self._standing_in(group) if row is not None], kind)
        text = "" if now is None else format_number(now)
        cell = TypedCell(
            name=f"{kind}-{column}",
            label=f"{name}, {self.headings[column]}",
            value=text,
            seen=text,
            row=COUNTS.index(kind),
            column=column,
        )
        self.counts[kind, group] = cell
        return self._typed_over(cell)

    def _standing_in(self, group: str) -> list[Measurement | None]:
        return [behind.current for (_pk, name), behind in self.found.items() if name == group]

    def _row(self, number: int, indicator: Indicator) -> Row:
        cells = [self._cell(number, indicator, at) for at in enumerate(self.columns)]
        return Row(indicator.name, str(indicator.get_unit_display()), indicator.get_absolute_url(), cells)

    def _cell(self, number: int, indicator: Indicator, at: tuple[int, str]) -> TypedCell:
        column, group = at
        behind = self.found.get((indicator.pk, group), Standing())
        text = typed.shown(behind.current)
        cell = TypedCell(
            name=f"v-{indicator.pk}-{column}",
            label=f"{indicator.name}, {self.headings[column]}",
            value=text,
            seen=text,
            row=number,
            column=column,
            state=_("draft") if behind.draft else _("approved") if behind.approved else "",
        )
        self.values[indicator.pk, group] = cell
        return self._typed_over(cell)

    def _typed_over(self, cell: TypedCell) -> TypedCell:
        if self.data is not None and cell.name in self.data:
            cell.value = self.data[cell.name].strip()
            cell.seen = self.data.get(cell.seen_name, cell.seen)
        return cell

    @property
    def cells(self) -> list[TypedCell]:
        return [cell for row in self.rows for cell in row.cells]

    @property
    def wrong(self) -> list[TypedCell]:
        return [cell for cell in self.cells if cell.problems]

    @property
    def here(self) -> Measurement | None:
        """A value that stands in the grid, drafts first: by it is known what was said of the survey."""
        rows = [behind.current for behind in self.found.values() if behind.current is not None]
        return min(rows, key=lambda row: row.is_approved, default=None)

    @property
    def has_approved(self) -> bool:
        return any(behind.approved for behind in self.found.values())

    @property
    def source(self) -> str:
        """Where the indicators say that they come from, when they say the same."""
        found = {row.source for row in self.indicators}
        return found.pop() if len(found) == 1 else ""

    @cached_property
    def before(self) -> Measurement | None:
        return latest(self.indicators)

    def plan(self, said: Said, *, mends_drafts: bool) -> Plan:
        """What there is to write. What is wrong stands at the cells, and nothing is to be written then."""
        by_pk = {row.pk: row for row in self.indicators}
        read = (self._wanted(by_pk[place[0]], cell) for place, cell in self.values.items())
        wanted = {place: one for place, one in zip(self.values, read, strict=True) if one is not None}
        answers = {group: self._answers(group) for group in self.columns}
        made = Survey(by_pk, said, answers, self.found, mends_drafts).plan(wanted)
        for place, sentences in made.problems.items():
            self.values[place].problems = sentences
        return made

    def _wanted(self, indicator: Indicator, cell: TypedCell) -> Wanted | None:
        try:
            # What nobody has touched may be words that no cell takes.
            figure = typed.read(cell.value, indicator.unit) if cell.value != cell.seen else None
        except ValidationError as error:
            cell.problems = error.messages
            return None
        return Wanted(cell.seen, cell.value, figure)

    def _answers(self, group: str) -> Answers:
        found: dict[str, int | None] = {}
        cells = [self.counts[kind, group] for kind in COUNTS]
        for kind, cell in zip(COUNTS, cells, strict=True):
            try:
                found[kind] = typed.whole_number(cell.value) if cell.value else None
            except ValidationError as error:
                cell.problems = error.messages
        changed = frozenset(kind for kind, cell in zip(COUNTS, cells, strict=True) if cell.value != cell.seen)
        return Answers(found.get("n"), found.get("invited"), changed)
