"""Totals that a sheet of a budget states: kept beside the computed ones as the sheet has them, and never repaired.

The rules in words:
- The total of a row is of its line; a subtotal under a theme is of the objective that the theme is; the total of the
  sheet is of the strategy that its lines serve. Where that is not certain a person is asked once, and may say that the
  total is only compared.
- A total that stands already, of the same thing, years and decision, is mended; a total has no draft: it quotes.
- Of a follow-up each kind of figure has a total of its own, of the day that its rows are of. A budget beside them
  that is not said to be the original one has its total as in any budget. A deviation follows from the others and is
  not kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from budgets.entering import Amount, differs, state_of
from budgets.models import BudgetLine, LineInitiative, StatedTotal, TotalKind, UnitOrigin
from initiatives.models import Initiative, Objective, Strategy
from organisation.sorting import search_key
from organisation.units import Unit
from portfolio.sheets.planning.amounts import amount_words
from portfolio.sheets.planning.places import Places, key_of, rows_of_accounts
from portfolio.sheets.planning.plan import CellChange, Kept, RowPlan
from portfolio.sheets.planning.setting import too_long
from portfolio.sheets.planning.task import Task
from portfolio.sheets.planning.themes import NONE, Themes
from portfolio.sheets.understanding import Meaning, Question, Record, RowRole, TableKind
from portfolio.sheets.understanding import StatedTotal as Total
from portfolio.sheets.understanding.own_words import paid_elsewhere

Subject = Strategy | Objective | BudgetLine
BUDGETED = frozenset({Meaning.AMOUNT, Meaning.ORIGINAL, Meaning.ESTIMATE})
_BESIDE_FOLLOWED = frozenset({Meaning.AMOUNT, Meaning.ESTIMATE})
FOLLOWED = {
    Meaning.ORIGINAL: TotalKind.ORIGINAL,
    Meaning.REVISED: TotalKind.REVISED,
    Meaning.ACTUAL: TotalKind.ACTUAL,
    Meaning.FORECAST: TotalKind.FORECAST,
    Meaning.ACCOUNTS: TotalKind.ACCOUNTS,
}
OF_ALL = "total:all"
_LONGEST_REFERENCE = 70


@dataclass(frozen=True, slots=True)
class Place:
    """Of two totals of one place the second is another total of the same. `subject` is a kind of row and its number."""

    subject: tuple[str, int]
    kind: str
    period: str
    as_of: date | None
    decision: str


@dataclass(frozen=True, slots=True)
class Planned:
    """What the rows have come to: the line of each record, its row of the preview, and what the lines will serve."""

    lines: Mapping[int, BudgetLine]
    shown: Mapping[int, RowPlan]
    links: Iterable[LineInitiative]


class TotalPlanner:
    def __init__(self, task: Task, planned: Planned) -> None:
        self.task, self.planned = task, planned
        self.records = {record.row: record for record in task.table.records}
        self.columns = {column.index: column for column in task.table.layout.columns}
        self.themes = Themes(task)
        self._strategies = list(Strategy.objects.filter(municipality=task.municipality).unmerged())
        self.places = Places(task)
        self.of_accounts = rows_of_accounts(task)
        self.is_followed = task.table.layout.kind is TableKind.FOLLOW_UP
        self._stand: dict[Place, StatedTotal] = {}
        self._met: set[Place] = set()
        self._too_long: set[str] = set()
        self._taken: set[str] = set()
        for row in StatedTotal.objects.filter(municipality=task.municipality):
            self._taken.add(row.reference)
            self._stand[Place(_subject_of(row), row.kind, row.period_text, row.as_of, row.decision_state)] = row
        task.plan.in_order([StatedTotal])

    def plan(self) -> None:
        for total in self.task.table.totals:
            if self._is_kept(self.columns[total.column].meaning):
                self._total(total)

    def _is_kept(self, meaning: Meaning) -> bool:
        if self.is_followed:
            return meaning in FOLLOWED or meaning in _BESIDE_FOLLOWED
        return meaning in BUDGETED or meaning is Meaning.ROW_TOTAL

    def _total(self, total: Total) -> None:
        # Over accounts and budgets it is a total of neither: it is only compared.
        subject = None if self.of_accounts.intersection(total.covers) else self._subject(total)
        if subject is None:
            return
        place = self._place(subject, total)
        if place is None or place in self._met:
            # Two columns of one year and decision: only the first total is one of that year.
            return
        self._met.add(place)
        stands = self._stand.get(place)
        typed = self._typed(total)
        now = None if stands is None else Amount(stands.amount_ore, state=stands.value_state)
        if differs(now, typed):
            row = stands or self._fresh(subject, total, place)
            self._set(row, total, typed)
            self.task.plan.write(row)
            self.task.plan.cite(row, "amount_ore", total.address, total.stated.raw)
            self._tell(total, now, typed)
        if not total.is_of_row:
            self.task.plan.kept[total.address] = Kept(str(subject), now is None, differs(now, typed))

    def _typed(self, total: Total) -> Amount:
        """A dash under a total says that the document states none."""
        state = paid_elsewhere(total.stated.raw) if total.stated.ore == 0 else ""
        amount = Amount(total.stated.ore, total.stated.raw[:200], state)
        return Amount(amount.ore, amount.raw, str(state_of(amount)))

    def _place(self, subject: Subject, total: Total) -> Place | None:
        """None when the rows of a follow-up are not of one year and day."""
        kind = type(subject)._meta.model_name or ""
        of = (kind, subject.pk or -id(subject))
        column = self.columns[total.column]
        if not self.is_followed or column.meaning in _BESIDE_FOLLOWED:
            return Place(of, TotalKind.BUDGET.value, self._period(total), None, self._decision(total))
        followed = FOLLOWED[column.meaning]
        try:
            days = {self.places.day_of(record, column) for record in self._covered(total)}
        except ValidationError:
            return None
        if len(days) != 1:
            return None
        [(year, day)] = days
        is_original = followed is TotalKind.ORIGINAL
        decision = self._decision(total) if is_original else ""
        return Place(of, followed.value, str(year), None if is_original else day, decision)

    def _fresh(self, subject: Subject, total: Total, place: Place) -> StatedTotal:
        kind, _pk = place.subject
        row = StatedTotal(
            municipality=self.task.municipality,
            reference=self._reference(subject, total, place),
            label=self._label(total),
            kind=place.kind,
            period_text=place.period,
            as_of=place.as_of,
            decision_state=place.decision,
        )
        setattr(row, kind if kind in {"strategy", "objective"} else "line", subject)
        return row

    def _label(self, total: Total) -> str:
        """As all texts it is never cut: one that has no room is an error, once at its cell."""
        label = self.columns[total.column].heading if total.is_of_row else total.label
        if (sentence := too_long(StatedTotal, "label", label)) and total.label_at not in self._too_long:
            self._too_long.add(total.label_at)
            advice = _("Shorten it in the file.")
            self.task.plan.complain(total.label_at, label, sentence, advice)
        return label

    def _set(self, row: StatedTotal, total: Total, typed: Amount) -> None:
        row.raw, row.amount_ore, row.value_state = typed.raw, typed.ore, typed.state
        row.unit = total.stated.unit or Unit.KR
        column = self.columns[total.column]
        guess = column.unit if column.unit.unit else self.task.table.layout.unit
        row.unit_origin = UnitOrigin.STATED if guess.is_stated else UnitOrigin.INFERRED
        row.unit_note = "" if guess.is_stated else guess.why[:200]

    def _reference(self, subject: Subject, total: Total, place: Place) -> str:
        kind = "" if place.kind == TotalKind.BUDGET else place.kind
        label = "" if total.is_of_row else total.label
        stem = slugify(search_key(f"{subject.reference} {label} {kind} {place.as_of or place.period}"))
        stem = stem[:_LONGEST_REFERENCE].strip("-") or "i-alt"
        found, number = stem, 1
        while found in self._taken:
            number += 1
            found = f"{stem}-{number}"
        self._taken.add(found)
        return found

    def _tell(self, total: Total, now: Amount | None, typed: Amount) -> None:
        shown = self.planned.shown.get(total.row)
        if total.is_of_row and shown is not None:
            unit = total.stated.unit or Unit.KR
            before, after = amount_words(now, unit), amount_words(typed, unit)
            shown.note(CellChange(total.address, self.columns[total.column].heading, before, after))

    # --- Years and decision -----------------------------------------------------------------------------------------

    def _period(self, total: Total) -> str:
        """The years that it is over, as one writes them; "" when the sheet does not say."""
        column = self.columns[total.column]
        if column.year or (column.period and column.meaning is not Meaning.ROW_TOTAL):
            return str(column.year or column.period)
        if column.meaning is Meaning.ROW_TOTAL:
            years: list[int | None] = [one.year for one in self.task.table.layout.used if one.meaning in BUDGETED]
        else:
            of_row = [self.task.reading(record, Meaning.YEAR) for record in self._covered(total)]
            years = [reading.value for reading in of_row if reading is not None and isinstance(reading.value, int)]
            years = years or [self.task.terms.year]
        known = sorted({year for year in years if year})
        return "" if not known else str(known[0]) if len(known) == 1 else f"{known[0]}-{known[-1]}"

    def _decision(self, total: Total) -> str:
        """That of all the rows it covers; "" when they differ."""
        found = {self.places.decision(record) for record in self._covered(total)}
        return found.pop() if len(found) == 1 else ""

    def _covered(self, total: Total) -> list[Record]:
        return [self.records[row] for row in total.covers if row in self.records]

    # --- What it is a total of --------------------------------------------------------------------------------------

    def _subject(self, total: Total) -> Subject | None:
        if total.is_of_row:
            return self.planned.lines.get(total.row)
        if self.task.table.layout.role(total.row) is RowRole.SUBTOTAL:
            themes = {(record.theme, record.theme_at) for record in self._covered(total) if record.theme}
            # Of operation alone under a theme that has construction too, it is no total of the theme.
            is_of_one = len(themes) == 1 and self._rows_of_themes[next(iter(themes))] <= {*total.covers}
            return self.themes.objective(*themes.pop()) if is_of_one else None
        return self._strategy(total)

    @cached_property
    def _rows_of_themes(self) -> Mapping[tuple[str, str], set[int]]:
        found: dict[tuple[str, str], set[int]] = defaultdict(set)
        for record in self.task.table.records:
            found[record.theme, record.theme_at].add(record.row)
        return found

    def _strategy(self, total: Total) -> Strategy | None:
        answer = self.task.table.layout.correction.answers.get(OF_ALL, "")
        if answer or not self._strategies:
            return next((one for one in self._strategies if one.reference.casefold() == answer), None)
        served = self._served(total)
        if len(served) == 1:
            return next((one for one in self._strategies if one.pk in served), None)
        if all(question.key != OF_ALL for question in self.task.plan.questions):
            text = _("Which strategy is the total “%(label)s” of?") % {"label": total.label}
            choices = ((NONE, _("none: it is only compared")),
                       *((one.reference.casefold(), str(one)) for one in self._strategies))  # fmt: skip
            why = _("it is kept beside the computed total of the strategy")
            self.task.plan.questions.append(Question(OF_ALL, text, choices, NONE, why, (total.address,)))
        return None

    def _served(self, total: Total) -> set[int]:
        """The strategies of the initiatives that all the covered lines serve; none when a line serves nothing."""
        found: set[int] = set()
        for record in self._covered(total):
            line = self.planned.lines.get(record.row)
            own = self._strategies_of.get(key_of(line), set()) if line is not None else set()
            if not own:
                return set()
            found |= own
        return found

    @cached_property
    def _strategies_of(self) -> Mapping[int, set[int]]:
        """{line: strategies}, by the keys of key_of."""
        found: dict[int, set[int]] = defaultdict(set)
        home = Initiative.objects.filter(municipality=self.task.municipality, strategy__isnull=False)
        strategy_of = dict(home.values_list("pk", "strategy"))
        links = LineInitiative.objects.filter(municipality=self.task.municipality)
        pairs = [*links.values_list("line", "initiative")]
        pairs += [(key_of(link.line), link.initiative.pk) for link in self.planned.links]
        for line, initiative in pairs:
            if initiative in strategy_of:
                found[line].add(strategy_of[initiative])
        return found


def _subject_of(row: StatedTotal) -> tuple[str, int]:
    for kind, pk in (("strategy", row.strategy_id), ("objective", row.objective_id), ("budgetline", row.line_id)):
        if pk is not None:
            return kind, pk
    return "initiative", row.initiative_id or 0


def plan_totals(task: Task, planned: Planned) -> None:
    if task.table.totals:
        TotalPlanner(task, planned).plan()
