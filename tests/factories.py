"""Plain makers of rows, without randomness: what a test does not name has a dull, valid value."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from budgets.models import BodyBudget, BudgetLine, Entry, LineInitiative, Statement
from indicators.models import Indicator, Measurement, Target
from initiatives.models import (
    Heading,
    Initiative,
    InitiativeObjective,
    InitiativeText,
    Involvement,
    Objective,
    StatusUpdate,
    Strategy,
    TargetGroup,
)
from organisation import writing
from organisation.models import Approval, Body, Document, ImportBatch, Membership, Municipality, User
from organisation.numbers import Unit
from portfolio.sheets.models import TableImport, Upload

_numbers = count(1)
NOON = datetime(2018, 6, 1, 12, tzinfo=ZoneInfo("Europe/Copenhagen"))
PASSWORD = "fire små ænder på en sø"


def municipality(code: str = "0101", name: str = "København", **fields: Any) -> Municipality:
    return writing.save(Municipality(code=code, name=name, **fields), by=None)


def user(email: str, *, name: str = "", **fields: Any) -> User:
    shown = name or email.partition("@")[0].capitalize()
    return User.objects.create_user(email, PASSWORD, name=shown, **fields)


def member(user: User, municipality: Municipality, role: str, body: Body | None = None, **fields: Any) -> Membership:
    return writing.save(Membership(user=user, municipality=municipality, role=role, body=body, **fields), by=None)


def body(
    municipality: Municipality | None, name: str = "Socialudvalget", kind: str = "committee", **fields: Any
) -> Body:
    return writing.save(
        Body(municipality=municipality, name=name, kind=kind, reference=f"body-{next(_numbers)}", **fields), by=None
    )


def document(municipality: Municipality, title: str = "Et notat", **fields: Any) -> Document:
    defaults = {"reference": f"document-{next(_numbers)}", "kind": "note"}
    return writing.save(Document(municipality=municipality, title=title, **defaults | fields), by=None)


def approved(by: User | None) -> dict[str, Any]:
    """The fields of a row that somebody has approved; a draft without somebody."""
    if by is None:
        return {}
    return {"approval": Approval.APPROVED, "approved_by": by, "approved_at": NOON}


def strategy(
    municipality: Municipality, title: str = "Socialstrategi", *, by: User | None = None, **fields: Any
) -> Strategy:
    defaults = {"reference": f"strategy-{next(_numbers)}", "kind": "strategy"}
    return writing.save(Strategy(municipality=municipality, title=title, **defaults | approved(by) | fields), by=by)


def objective(strategy: Strategy, title: str = "Færre ensomme", **fields: Any) -> Objective:
    defaults = {"reference": f"objective-{next(_numbers)}", "kind": "goal", "level_label": "mål"}
    return writing.save(
        Objective(municipality=strategy.municipality, strategy=strategy, title=title, **defaults | fields), by=None
    )


def target_group(municipality: Municipality, name: str = "Ældre", **fields: Any) -> TargetGroup:
    defaults = {"reference": f"target-group-{next(_numbers)}"}
    return writing.save(TargetGroup(municipality=municipality, name=name, **defaults | fields), by=None)


def initiative(
    municipality: Municipality, title: str = "Aktiv ven", *, by: User | None = None, **fields: Any
) -> Initiative:
    defaults = {"reference": f"initiative-{next(_numbers)}"}
    return writing.save(Initiative(municipality=municipality, title=title, **defaults | approved(by) | fields), by=by)


def under(initiative: Initiative, objective: Objective) -> InitiativeObjective:
    return writing.save(
        InitiativeObjective(municipality=initiative.municipality, initiative=initiative, objective=objective), by=None
    )


def heading(municipality: Municipality, number: int = 1, label: str = "Baggrund") -> Heading:
    return writing.save(Heading(municipality=municipality, number=number, label=label), by=None)


def text(initiative: Initiative, heading: Heading, text: str = "Hvorfor indsatsen er sat i gang.") -> InitiativeText:
    return writing.save(
        InitiativeText(municipality=initiative.municipality, initiative=initiative, heading=heading, text=text), by=None
    )


def owner(initiative: Initiative, body: Body | None = None, user: User | None = None) -> Involvement:
    return writing.save(
        Involvement(municipality=initiative.municipality, initiative=initiative, role="owner", body=body, user=user),
        by=None,
    )


def line(
    municipality: Municipality,
    *initiatives: Initiative,
    name: str = "Løn til tovholder",
    by: User | None = None,
    **fields: Any,
) -> BudgetLine:
    defaults = {"reference": f"line-{next(_numbers)}"}
    made = writing.save(BudgetLine(municipality=municipality, name=name, **defaults | approved(by) | fields), by=by)
    for one in initiatives:
        writing.save(LineInitiative(municipality=municipality, line=made, initiative=one), by=by)
    return made


def entry(line: BudgetLine, kroner: int = 1000, *, by: User | None = None, **fields: Any) -> Entry:
    """A draft in kroner for 2018, adopted; posted when somebody stands behind it."""
    defaults: dict[str, Any] = {
        "kind": "original",
        "decision_state": "adopted",
        "raw": str(kroner),
        "unit": Unit.KR,
        "value_state": "value" if kroner else "zero",
        "amount_ore": kroner * 100,
    }
    if "period_text" not in fields:
        defaults["year"] = 2018
    made = writing.save(Entry(municipality=line.municipality, line=line, **defaults | fields), by=by)
    if by:
        made.post(by=by)
    return made


def statement(line: BudgetLine, kroner: int = 1000, *, by: User | None = None, **fields: Any) -> Statement:
    defaults: dict[str, Any] = {
        "kind": "forecast",
        "year": 2018,
        "as_of": date(2018, 9, 30),
        "raw": str(kroner),
        "unit": Unit.KR,
        "value_state": "value" if kroner else "zero",
        "amount_ore": kroner * 100,
    }
    made = writing.save(Statement(municipality=line.municipality, line=line, **defaults | fields), by=by)
    if by:
        made.post(by=by)
    return made


def body_budget(body: Body, kroner: int = 5_000_000, *, by: User | None = None, **fields: Any) -> BodyBudget:
    """Posted when `by` is given."""
    said: dict[str, Any] = {"year": 2018, "as_of": date(2018, 1, 1), "source": "Budget 2018, side 14"}
    said |= {"unit": "kr", "value_state": "value", "amount_ore": kroner * 100}
    row = BodyBudget(municipality=body.municipality, body=body, **said | fields)
    row = writing.save(row, by=by)
    if by is not None:
        row.post(by=by)
    return row


def indicator(
    municipality: Municipality, name: str = "Andel ensomme", *, by: User | None = None, **fields: Any
) -> Indicator:
    defaults = {"reference": f"indicator-{next(_numbers)}", "unit": "percent", "better": "lower"}
    return writing.save(Indicator(municipality=municipality, name=name, **defaults | approved(by) | fields), by=by)


def measurement(indicator: Indicator, value: int, *, by: User | None = None, **fields: Any) -> Measurement:
    defaults = {"value": Decimal(value), "raw": f"{value} %"}
    return writing.save(
        Measurement(municipality=indicator.municipality, indicator=indicator, **defaults | approved(by) | fields), by=by
    )


def target(indicator: Indicator, value: int | None, *, by: User | None = None, **fields: Any) -> Target:
    defaults: dict[str, Any] = {"value": None if value is None else Decimal(value), "raw": f"{value} %"}
    return writing.save(
        Target(municipality=indicator.municipality, indicator=indicator, **defaults | approved(by) | fields), by=by
    )


def status_update(
    initiative: Initiative, author: User, *, approved_by: User | None = None, **fields: Any
) -> StatusUpdate:
    defaults: dict[str, Any] = {"as_of": date(2018, 5, 1), "progress_light": "green", "text": "Det går efter planen."}
    made = writing.save(
        StatusUpdate(municipality=initiative.municipality, initiative=initiative, author=author, **defaults | fields),
        by=author,
    )
    if approved_by:
        made.submit(by=author)
        made.approve(by=approved_by)
    return made


def table_import(
    municipality: Municipality, by: User, batch: ImportBatch | None = None, *, name: str = "ark.xlsx", **fields: Any
) -> TableImport:
    """Of a file that is not there any more; confirmed when it has a batch."""
    upload = Upload(
        municipality=municipality, reference="ark", filename=name, kind="xlsx", sha256="1" * 64, size=1, created_by=by
    )
    done: dict[str, Any] = {"state": "confirmed", "confirmed_by": by, "confirmed_at": NOON} if batch else {}
    table = TableImport(
        municipality=municipality, upload=writing.save(upload, by=by), position=0, sheet=f"Ark i {name}",
        kind="budget_wide", batch=batch, created_by=by, **done | fields,
    )  # fmt: skip
    return writing.save(table, by=by)
