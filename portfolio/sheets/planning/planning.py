"""One plan for each kind of table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from organisation.models import Municipality, User
from portfolio.sheets.planning.lists import ActivityPlanner, BodyPlanner, InitiativePlanner, TargetGroupPlanner
from portfolio.sheets.planning.measurements import MeasurementPlanner
from portfolio.sheets.planning.money import plan_money
from portfolio.sheets.planning.plan import Plan, TooManyErrors
from portfolio.sheets.planning.task import Task, Terms
from portfolio.sheets.understanding import Table, TableKind
from portfolio.sheets.understanding.problems import too_many

PLANNERS: Mapping[TableKind, Callable[[Task], None]] = {
    TableKind.INITIATIVES: lambda task: InitiativePlanner(task).plan(),
    TableKind.BUDGET_WIDE: plan_money,
    TableKind.BUDGET_LONG: plan_money,
    TableKind.FOLLOW_UP: plan_money,
    TableKind.MEASUREMENTS: lambda task: MeasurementPlanner(task).plan(),
    TableKind.ACTIVITIES: lambda task: ActivityPlanner(task).plan(),
    TableKind.BODIES: lambda task: BodyPlanner(task).plan(),
    TableKind.TARGET_GROUPS: lambda task: TargetGroupPlanner(task).plan(),
}


def plan_import(table: Table, municipality: Municipality, user: User, terms: Terms) -> Plan:
    """What importing the table would do now; it writes nothing. Problems of the reading come first."""
    price_level = terms.price_level or table.layout.price_level
    plan = Plan(table.layout.sheet, problems=list(table.problems), questions=list(table.questions), totals=table.totals)
    planner = PLANNERS.get(table.layout.kind)
    if planner is not None and table.is_whole:
        try:
            planner(Task(table, municipality, user, replace(terms, price_level=price_level), plan))
        except TooManyErrors as stopped:
            plan.problems.insert(0, too_many(plan.sheet, stopped.address))
    return plan
