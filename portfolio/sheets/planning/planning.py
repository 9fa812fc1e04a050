"""One plan for each kind of table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Protocol

from organisation.models import Municipality, User
from portfolio.sheets.planning.lists import ActivityPlanner, BodyPlanner, InitiativePlanner, TargetGroupPlanner
from portfolio.sheets.planning.measurements import MeasurementPlanner
from portfolio.sheets.planning.money import MoneyPlanner
from portfolio.sheets.planning.plan import Plan, TooManyErrors
from portfolio.sheets.planning.signs import tell_of_positive_income
from portfolio.sheets.planning.task import Task, Terms
from portfolio.sheets.understanding import Meaning, Table, TableKind
from portfolio.sheets.understanding.problems import too_many


class Planner(Protocol):
    """`reads`: what the columns may mean that are read; `several`: of which more than one column is."""

    @property
    def reads(self) -> Collection[Meaning]: ...

    @property
    def several(self) -> Collection[Meaning]: ...

    def plan(self) -> None: ...


PLANNERS: Mapping[TableKind, Callable[[Task], Planner]] = {
    TableKind.INITIATIVES: InitiativePlanner,
    TableKind.BUDGET_WIDE: MoneyPlanner,
    TableKind.BUDGET_LONG: MoneyPlanner,
    TableKind.FOLLOW_UP: MoneyPlanner,
    TableKind.MEASUREMENTS: MeasurementPlanner,
    TableKind.ACTIVITIES: ActivityPlanner,
    TableKind.BODIES: BodyPlanner,
    TableKind.TARGET_GROUPS: TargetGroupPlanner,
}


def plan_import(table: Table, municipality: Municipality, user: User, terms: Terms) -> Plan:
    """What importing the table would do now; it writes nothing. Problems of the reading come first."""
    price_level = terms.price_level or table.layout.price_level
    plan = Plan(table.layout.sheet, problems=list(table.problems), questions=list(table.questions), totals=table.totals)
    planner_of = PLANNERS.get(table.layout.kind)
    if planner_of is not None and table.is_whole:
        task = Task(table, municipality, user, replace(terms, price_level=price_level), plan)
        try:
            planner = planner_of(task)
            task.tell_of_unused(planner.reads, planner.several)
            planner.plan()
            if isinstance(planner, MoneyPlanner):
                tell_of_positive_income(task, ((line, record) for line, record, _shown in planner.rows))
        except TooManyErrors as stopped:
            plan.problems.insert(0, too_many(plan.sheet, stopped.address))
    return plan
