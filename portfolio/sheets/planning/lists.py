"""Sheets of initiatives, activities, bodies and target groups: one row a row.

The rules in words:
- A row is found by its reference, its code, or its name; of several with the same name a person is asked which.
- What is new is a draft. What is there is changed where its cell says something else; an empty cell changes nothing.
- What a row stands under may be a row further down.
- The start and the end of an initiative or an activity are its period, where the row states none in words.
- A theme, of a column or of a row above, is an objective: found by its name, else asked for once.
- A row that the person may not change stops the import, and is named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import models
from django.utils.translation import gettext as _

from initiatives.models import (
    Activity,
    Initiative,
    InitiativeObjective,
    InitiativeTargetGroup,
    Involvement,
    InvolvementRole,
    Strategy,
    TargetGroup,
)
from initiatives.resources import ActivityResource, InitiativeResource, TargetGroupResource
from organisation.inserting import Mould
from organisation.models import Body, RuledQuerySet
from organisation.resources import BodyResource, HouseResource
from portfolio.sheets.planning.finding import Called, Directory, name_key
from portfolio.sheets.planning.plan import CellChange, RowPlan
from portfolio.sheets.planning.setting import Setter
from portfolio.sheets.planning.several import Named, several
from portfolio.sheets.planning.spans import ENDS, Spans
from portfolio.sheets.planning.task import Task, columns_for
from portfolio.sheets.planning.themes import Themes
from portfolio.sheets.understanding import Meaning, Record
from portfolio.sheets.understanding.values import code_key

M = TypeVar("M", bound=models.Model)
_NEVER_CHANGED = frozenset({"municipality", "reference"})
INITIATIVE_NAMES = ("title", "display_title", "aliases")


class ListPlanner(Generic[M]):
    """`names` are the fields that name a row, the first of them the one that the sheet's name goes into.

    `comes_back`: a row of the database has several rows of the sheet, as an indicator has one for each value.
    """

    comes_back = False
    several: Collection[Meaning] = ()
    # Beside what fills a field of its own.
    also_reads = frozenset({Meaning.NAME, Meaning.CODE, Meaning.REFERENCE, Meaning.MUNICIPALITY})

    def __init__(
        self,
        task: Task,
        resource: type[HouseResource],
        rows: RuledQuerySet[M],
        names: tuple[str, ...],
        linked: Mapping[str, Directory[Any]] | None = None,
    ) -> None:
        self.task, self.names = task, names
        self.apart: frozenset[str] = frozenset()
        # The number of the row in which each was met first.
        self.first_rows: dict[int, int] = {}
        self._refused: set[tuple[int, int]] = set()
        self.model: type[M] = resource._meta.model
        self._mould: Mould[M] = Mould(self.model(municipality=task.municipality))
        ours = rows.filter(municipality=task.municipality)
        links = [name for name in linked or {} if any(field.name == name for field in self.model._meta.concrete_fields)]
        self.directory: Directory[M] = Directory(list(ours.select_related(*links) if links else ours), names)
        self.changeable = set(ours.editable_by(task.user).values_list("pk", flat=True))
        self.may_add = task.municipality.pk in rows.addable_in(task.user)
        # What stands under itself is found among its own kind.
        own = {name: self.directory for name in links if self.model._meta.get_field(name).related_model is self.model}
        self.setter = Setter(task, columns_for(task, resource), {**(linked or {}), **own}, own)
        task.plan.in_order([self.model])

    @property
    def reads(self) -> frozenset[Meaning]:
        return self.also_reads | {column.meaning for column, _field in self.setter.pairs}

    def plan(self) -> None:
        for record in self.task.table.records:
            shown = self.task.row_plan(record)
            if self.task.is_at_home(record):
                self.row(record, shown)
        self._under_rows_further_down()

    def _under_rows_further_down(self) -> None:
        for cell in self.setter.postponed:
            if self.setter.put(cell):
                row: Any = cell.row
                self._check_rights(row, cell.record)
                self.setter.check(row, cell.record)
                self.task.plan.write(row)
        self._refuse_circles()

    def _refuse_circles(self) -> None:
        """The model sees those of rows that are stored; these are not."""
        stored = {row.pk: row for row in self.directory.by_reference.values() if row.pk is not None}
        for cell in self.setter.led:
            name, seen = str(cell.sheet_column.attribute), set[int]()
            above: Any = cell.row
            while above is not None and id(above) not in seen:
                seen.add(id(above))
                above = getattr(above, name)
                above = stored.get(above.pk, above) if above is not None else None
            if above is cell.row:
                reason = _("“%(name)s” would stand under itself.") % {"name": cell.row}
                advice = _("Correct the cell in the file, or leave the row out.")
                self.task.plan.complain(cell.reading.address, cell.reading.raw, reason, advice)

    def row(self, record: Record, shown: RowPlan) -> M | None:
        called = self.task.called(record)
        if not called:
            return None
        found, is_certain = self.task.chosen(record, self.directory.find(called), self.directory)
        if not is_certain:
            return None
        row = found if found is not None else self.fresh(record, called)
        self._tell_of_twins(row, record, called)
        is_written = self.setter.set(row, record, shown, skip=self._fixed(row, record, called))
        if found is None and not (called.reference or called.code):
            self._refer_by_name(row, called)
        if is_written:
            self._check_rights(row, record)
            self.setter.check(row, record)
            self.task.plan.write(row)
        if found is None:
            self.directory.add(row, called)
            self.task.plan.cite(row, "", self.task.span(record), record.name)
        return row

    def _refer_by_name(self, row: M, called: Called) -> None:
        """Where another cell than that of the name ends as the title, the public address is of the title."""
        name = str(getattr(row, self.names[0]))
        if name and name_key(name) != name_key(called.name):
            row.reference = self.directory.fresh_reference(Called(name=name))  # type: ignore[attr-defined]

    def _tell_of_twins(self, row: M, record: Record, called: Called) -> None:
        """Two rows of the same name are one; of two with the same code the reading complains."""
        first = self.first_rows.setdefault(id(row), record.number)
        if first == record.number or called.code or called.reference or self.comes_back:
            return
        reason = _("Row %(number)d has the same name: both are read as one, and what stands last counts.")
        advice = _("Give each a code or a name of its own, if they are two.")
        self.task.plan.warn(self.task.place(record), record.name, reason % {"number": first}, advice)

    def fresh(self, record: Record, called: Called) -> M:
        """A new row with what it cannot be without."""
        columns = {self.names[0]: called.name or called.code, "reference": self.directory.fresh_reference(called)}
        return self._mould.row(**columns)

    def _fixed(self, row: M, record: Record, called: Called) -> frozenset[str]:
        """A reference is never changed, nor a code or a name by another way of writing it."""
        kept = _NEVER_CHANGED | self.apart
        is_known = row.pk is not None or self.first_rows.get(id(row), record.number) != record.number
        if not is_known:
            return kept
        same = set()
        if code_key(called.code) == code_key(getattr(row, "code", "")):
            same.add("code")
        if name_key(called.name) in map(name_key, self.directory.names_of(row)):
            same.add(self.names[0])
        return kept | same

    def _check_rights(self, row: M, record: Record) -> None:
        """Told once of a row, however many of its cells would change something."""
        if row.pk in self.changeable or (row.pk is None and self.may_add) or (id(row), record.number) in self._refused:
            return
        self._refused.add((id(row), record.number))
        reason = (
            _("You may not make such rows here.")
            if row.pk is None
            else _("You may not change “%(row)s”.") % {"row": row}
        )
        advice = _("Leave the row out, or ask an administrator to import the file.")
        self.task.plan.complain(self.task.place(record), record.name, reason, advice)


@dataclass(frozen=True, slots=True)
class Spot:
    """An initiative, and the row that names it."""

    row: Initiative
    record: Record
    shown: RowPlan


class InitiativePlanner(ListPlanner[Initiative]):
    """Owners, target groups and themes stand in the sheet too: they are links of their own, added and never taken away.

    A theme is one of the municipality's objectives.
    """

    also_reads = ListPlanner.also_reads | {Meaning.THEME, Meaning.TARGET_GROUP, Meaning.OWNER} | ENDS

    def __init__(self, task: Task) -> None:
        home = task.municipality
        linked: dict[str, Directory[Any]] = {
            "parent": Directory([], INITIATIVE_NAMES),
            "strategy": Directory(Strategy.objects.filter(municipality=home), ("title", "display_title", "aliases")),
        }
        super().__init__(task, InitiativeResource, Initiative.objects.all(), INITIATIVE_NAMES, linked)
        self.spans = Spans(task, InitiativeResource, self.setter.pairs)
        self.setter.take(self.spans.pairs)
        task.plan.in_order([InitiativeTargetGroup, InitiativeObjective, Involvement])
        self.themes = Themes(task) if any(record.theme for record in task.table.records) else None
        under = InitiativeObjective.objects.filter(municipality=home).values_list("initiative", "objective")
        self.under: set[tuple[int, int]] = set(under) if self.themes else set()
        self.groups = _directory(task, Meaning.TARGET_GROUP, TargetGroup.objects.filter(municipality=home))
        self.bodies = _directory(task, Meaning.OWNER, Body.objects.filter(municipality=home))
        links = InitiativeTargetGroup.objects.filter(municipality=home).values_list("initiative", "target_group")
        self.grouped: set[tuple[int, int]] = set(links) if self.groups else set()
        owners = Involvement.objects.filter(municipality=home, role=InvolvementRole.OWNER)
        self.owned: set[tuple[int, int | None, str]] = (
            set(owners.values_list("initiative", "body", "words")) if self.bodies else set()
        )

    def row(self, record: Record, shown: RowPlan) -> Initiative | None:
        row = super().row(self.spans.joined(record), shown)
        if row is not None:
            self._target_groups(row, record, shown)
            self._owners(row, record, shown)
            self._objectives(row, record, shown)
        return row

    def _target_groups(self, row: Initiative, record: Record, shown: RowPlan) -> None:
        reading = self.task.reading(record, Meaning.TARGET_GROUP) if self.groups is not None else None
        if reading is None or self.groups is None:
            return
        groups = self.groups
        named = several(str(reading.value), lambda words: groups.find_words(words).row is not None)
        for words in named.unknown:
            reason = _("There is no target group “%(text)s”.") % {"text": words}
            self.task.plan.complain(reading.address, reading.raw, reason, _unknown_part())
        for words in named.names:
            group = groups.find_words(words).row
            if group is None:
                reason = _("There is no target group “%(text)s”.") % {"text": words}
                advice = _("The initiative is imported without it. Make the target group first, or import it.")
                self.task.plan.warn(reading.address, reading.raw, reason, advice)
            elif (_key(row), group.pk) not in self.grouped:
                self.grouped.add((_key(row), group.pk))
                link = InitiativeTargetGroup(municipality=row.municipality, initiative=row, target_group=group)
                self._note(Spot(row, record, shown), link, Meaning.TARGET_GROUP, group.name)

    def _owners(self, row: Initiative, record: Record, shown: RowPlan) -> None:
        reading = self.task.reading(record, Meaning.OWNER) if self.bodies is not None else None
        if reading is None or self.bodies is None:
            return
        words = self.setter.whole((Involvement, "words"), " ".join(str(reading.value).split()), record, reading)
        body = self.bodies.find_words(words).row
        wanted = (_key(row), body.pk if body else None, "" if body else words)
        if wanted not in self.owned:
            self.owned.add(wanted)
            link = Involvement(
                municipality=row.municipality, initiative=row, role=InvolvementRole.OWNER, body=body, words=wanted[2]
            )
            self._note(Spot(row, record, shown), link, Meaning.OWNER, words)

    def _objectives(self, row: Initiative, record: Record, shown: RowPlan) -> None:
        """A cell may name several, a theme row is one."""
        if self.themes is None or not record.theme:
            return
        column = self.task.columns.get(Meaning.THEME)
        named = several(record.theme, self.themes.knows) if column else Named([record.theme], [])
        heading = column.heading if column else _("Theme")
        for words in named.unknown if self.themes.objectives else []:
            reason = _("There is no objective “%(text)s”.") % {"text": words}
            self.task.plan.complain(record.theme_at, record.theme, reason, _unknown_part())
        for words in named.names:
            objective = self.themes.objective(words, record.theme_at)
            if objective is not None and (_key(row), objective.pk) not in self.under:
                self.under.add((_key(row), objective.pk))
                link = InitiativeObjective(municipality=row.municipality, initiative=row, objective=objective)
                change = CellChange(record.theme_at, heading, "", str(objective))
                self._say(Spot(row, record, shown), link, change, record.theme)

    def _note(self, spot: Spot, link: models.Model, meaning: Meaning, words: str) -> None:
        reading, column = self.task.reading(spot.record, meaning), self.task.columns[meaning]
        if reading is not None:
            self._say(spot, link, CellChange(reading.address, column.heading, "", words), reading.raw)

    def _say(self, spot: Spot, link: models.Model, change: CellChange, quote: str) -> None:
        self._check_rights(spot.row, spot.record)
        self.task.plan.write(link)
        self.task.plan.cite(link, "", change.address, quote)
        spot.shown.note(change)


class ActivityPlanner:
    """An activity is known by its initiative and its title."""

    several: Collection[Meaning] = ()

    def __init__(self, task: Task) -> None:
        self.task = task
        home = task.municipality
        self.initiatives = Directory(list(Initiative.objects.filter(municipality=home)), INITIATIVE_NAMES)
        by_pk = {row.pk: row for row in self.initiatives.rows}
        self.known: dict[tuple[int, str], Activity] = {}
        for row in Activity.objects.filter(municipality=home):
            row.initiative = by_pk[row.initiative_id]
            self.known[row.initiative_id, name_key(row.title)] = row
        editable = Initiative.objects.filter(municipality=home).editable_by(task.user)
        self.changeable = set(editable.values_list("pk", flat=True))
        self.spans = Spans(task, ActivityResource, columns_for(task, ActivityResource))
        self.setter = Setter(task, self.spans.pairs)
        task.plan.in_order([Activity])

    @property
    def reads(self) -> frozenset[Meaning]:
        named = {Meaning.NAME, Meaning.INITIATIVE, Meaning.CODE, Meaning.THEME, Meaning.MUNICIPALITY}
        return ENDS | named | {column.meaning for column, _field in self.setter.pairs}

    def plan(self) -> None:
        for record in self.task.table.records:
            shown = self.task.row_plan(record)
            initiative = self._initiative(record) if self.task.is_at_home(record) else None
            if initiative is not None and record.name:
                self._row(record, shown, initiative)

    def _initiative(self, record: Record) -> Initiative | None:
        words = self.task.words(record, Meaning.INITIATIVE) or self.task.words(record, Meaning.CODE) or record.theme
        found = self.initiatives.find_words(words) if words else None
        if found is not None and found.row is not None:
            return found.row
        reason = _("There is no initiative “%(text)s”.") % {"text": words} if words else _("No initiative is named.")
        advice = _("Write the initiative's reference, code or title in a column headed Indsats.")
        self.task.plan.complain(self.task.place(record), record.name, reason, advice)
        return None

    def _row(self, record: Record, shown: RowPlan, initiative: Initiative) -> None:
        title, named = " ".join(record.name.split()), self.task.reading(record, Meaning.NAME)
        row = self.known.get((initiative.pk, name_key(title)))
        if row is None:
            self.setter.whole((Activity, "title"), title, record, named)
            row = Activity(
                municipality=initiative.municipality, initiative=initiative, title=title, position=record.number
            )
            self.known[initiative.pk, name_key(title)] = row
            self.task.plan.cite(row, "", self.task.span(record), record.name)
        skip = frozenset({"municipality", "initiative", "title"})
        if self.setter.set(row, self.spans.joined(record), shown, skip=skip):
            if initiative.pk not in self.changeable:
                reason = _("You may not change “%(row)s”.") % {"row": initiative}
                advice = _("Leave the row out, or ask an administrator to import the file.")
                self.task.plan.complain(self.task.place(record), record.name, reason, advice)
            self.setter.check(row, record)
            self.task.plan.write(row)


class BodyPlanner(ListPlanner[Body]):
    def __init__(self, task: Task) -> None:
        linked: dict[str, Directory[Any]] = {"parent": Directory([], ("name",))}
        super().__init__(task, BodyResource, Body.objects.all(), ("name", "aliases"), linked)

    def row(self, record: Record, shown: RowPlan) -> Body | None:
        row = super().row(record, shown)
        if row is not None and not row.kind:
            reason = _("Nothing says what kind of body it is.")
            advice = _("Write it in a column headed Type, for instance udvalg or forvaltning.")
            self.task.plan.complain(self.task.place(record), record.name, reason, advice)
        return row


class TargetGroupPlanner(ListPlanner[TargetGroup]):
    def __init__(self, task: Task) -> None:
        linked: dict[str, Directory[Any]] = {"parent": Directory([], ("name",))}
        super().__init__(task, TargetGroupResource, TargetGroup.objects.all(), ("name", "aliases"), linked)


def _directory(task: Task, meaning: Meaning, rows: Iterable[M]) -> Directory[M] | None:
    return Directory(list(rows), ("name", "aliases")) if meaning in task.columns else None


def _unknown_part() -> str:
    return _("The other names of the cell are known. Correct this one, make it first, or take it out of the cell.")


def _key(row: models.Model) -> int:
    return row.pk if row.pk is not None else -id(row)
