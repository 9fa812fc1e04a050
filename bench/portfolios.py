"""A made-up portfolio of any size, written straight into the database: for benchmarks and tests of size only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from django.db import models

from budgets.models import BudgetLine, Entry, FundingSource, LineInitiative, LineRelation, Statement
from indicators.models import Indicator, IndicatorInitiative, Measurement, Target
from initiatives.models import (
    Initiative,
    InitiativeObjective,
    InitiativeState,
    InitiativeTargetGroup,
    Involvement,
    Light,
    Method,
    MethodUse,
    Objective,
    StatusUpdate,
    Strategy,
    TargetGroup,
)
from organisation.models import Approval, Body, Membership, Municipality, Row, User

M = TypeVar("M", bound=models.Model)

NOON = datetime(2026, 1, 5, 12, tzinfo=ZoneInfo("Europe/Copenhagen"))
YEARS = (2025, 2026, 2027)
AS_OF = date(2026, 11, 1)
STATES = [state.value for state in InitiativeState]
LIGHTS = [Light.GREEN, Light.GREEN, Light.YELLOW, Light.GREEN, Light.RED, Light.GREY]
LINES_EACH = 3


def written(rows: Iterable[M]) -> list[M]:
    rows = list(rows)
    for row in rows:
        if isinstance(row, Row):
            row.prepare()
    return type(rows[0])._default_manager.bulk_create(rows, batch_size=2000)


class Portfolio:
    """`size` approved initiatives with three budget lines each, an indicator for every third, two status updates."""

    def __init__(self, size: int, code: str = "0101", name: str = "København") -> None:
        self.size = size
        self.home = Municipality.objects.create(code=code, name=name)
        self.user = User.objects.create_user(f"maaler{code}@demo.invalid", "x", name="Måler")
        Membership.objects.create(user=self.user, municipality=self.home, role="administrator")
        self.approved: dict[str, Any] = {
            "approval": Approval.APPROVED, "approved_by": self.user, "approved_at": NOON,
        }  # fmt: skip
        self.posted: dict[str, Any] = {"posted_at": NOON, "posted_by": self.user}
        self.bodies = written(self._body(number) for number in range(8))
        self.strategies = self._strategies()
        self.objectives = self._objectives()
        self.initiatives = self._initiatives()
        self._surroundings()
        self._budget()
        self._indicators()

    def _body(self, number: int) -> Body:
        kind = "committee" if number == 0 else "department"
        return Body(municipality=self.home, reference=f"b{number}", name=f"Afdeling {number}", kind=kind)

    def _strategies(self) -> list[Strategy]:
        return written(
            Strategy(
                municipality=self.home, reference=f"s{number}", title=f"Strategi {number}", kind="strategy",
                committee=self.bodies[0], period_text="2025-2028", **self.approved,
            )
            for number in range(3)
        )  # fmt: skip

    def _objectives(self) -> list[Objective]:
        tops = written(self._objective(one, f"m{place}", f"Mål {place}") for place, one in enumerate(self.strategies))
        return written(
            self._objective(top.strategy, f"{top.reference}-{n}", f"Delmål {n} under {top.title}", top)
            for top in tops
            for n in range(8)
        )

    def _objective(self, strategy: Strategy, reference: str, title: str, parent: Objective | None = None) -> Objective:
        return Objective(
            municipality=self.home, strategy=strategy, parent=parent, reference=reference, title=title, kind="goal",
            level_label="mål",
        )  # fmt: skip

    def _initiatives(self) -> list[Initiative]:
        return written(
            Initiative(
                municipality=self.home, reference=f"i{n}", code=f"SO{n}", title=f"Indsats for ældre og udsatte nr. {n}",
                strategy=self.strategies[n % 3], state=STATES[n % len(STATES)],
                period_text="" if n % 11 == 0 else f"{2024 + n % 3}-{2026 + n % 3}", **self.approved,
            )
            for n in range(self.size)
        )  # fmt: skip

    def _surroundings(self) -> None:
        home, rows, goals = self.home, list(enumerate(self.initiatives)), self.objectives
        groups = written(TargetGroup(municipality=home, reference=f"t{n}", name=f"Målgruppe {n}") for n in range(12))
        methods = written(Method(reference=f"metode{home.code}{n}", name=f"Metode {n}") for n in range(4))
        written(InitiativeObjective(municipality=home, initiative=i, objective=goals[n % 24]) for n, i in rows)
        written(InitiativeTargetGroup(municipality=home, initiative=i, target_group=groups[n % 12]) for n, i in rows)
        written(Involvement(municipality=home, initiative=i, role="owner", body=self.bodies[n % 8]) for n, i in rows)
        written(MethodUse(municipality=home, initiative=i, method=methods[n % 4], state="in_use") for n, i in rows[::5])
        written(self._update(place + turn, i, day) for place, i in rows for turn, day in enumerate(UPDATES))

    def _update(self, place: int, initiative: Initiative, day: date) -> StatusUpdate:
        light = LIGHTS[place % len(LIGHTS)]
        words = {"reason": "Det halter.", "action": "Vi retter op."} if light in (Light.YELLOW, Light.RED) else {}
        return StatusUpdate(
            municipality=self.home, initiative=initiative, as_of=day, author=self.user, progress_light=light,
            text="Det går.", state="approved", approved_by=self.user, approved_at=NOON, **words,
        )  # fmt: skip

    def _budget(self) -> None:
        home = self.home
        lines = written(
            BudgetLine(municipality=home, reference=f"l{n}", name=f"Linje {n}", position=n, **self.approved)
            for n in range(self.size * LINES_EACH)
        )
        served = [(line, self.initiatives[n // LINES_EACH]) for n, line in enumerate(lines)]
        shared = [(line, self.initiatives[(n + 7) % self.size]) for n, line in list(enumerate(lines))[::10]]
        written(LineInitiative(municipality=home, line=line, initiative=one) for line, one in served + shared)
        sources = written(
            FundingSource(
                municipality=home, reference=f"k{n}", name=f"Pulje {n}", kind="local_pool", value_state="not_stated"
            )
            for n in range(3)
        )
        written(
            LineRelation(municipality=home, line=line, kind="financed_by", funding_source=sources[n % 3])
            for n, line in enumerate(lines[::6])
        )
        written(self._entry(line, year) for line in lines for year in YEARS)
        written(self._statement(line, kind) for line in lines for kind in ("forecast", "actual"))

    def _entry(self, line: BudgetLine, year: int) -> Entry:
        ore = (line.position % 97 + 1) * 1_000_00
        state = "proposed" if line.position % 9 == 0 else "adopted"
        return Entry(
            municipality=self.home, line=line, kind="original", year=year, decision_state=state, unit="kr",
            raw=str(ore // 100), value_state="value", amount_ore=ore, effective_text="1. oktober 2024", **self.posted,
        )  # fmt: skip

    def _statement(self, line: BudgetLine, kind: str) -> Statement:
        ore, day = (line.position % 89 + 1) * 1_000_00, date(2026, 9, 30)
        return Statement(
            municipality=self.home, line=line, kind=kind, year=2026, as_of=day, unit="kr", amount_ore=ore,
            raw=str(ore // 100), value_state="value", up_to=day if kind == "actual" else None, **self.posted,
        )  # fmt: skip

    def _indicators(self) -> None:
        home, measured = self.home, self.initiatives[::3]
        indicators = written(
            Indicator(
                municipality=home, reference=f"n{n}", name=f"Andel ensomme {n}", unit="percent", better="lower",
                **self.approved,
            )
            for n in range(len(measured))
        )  # fmt: skip
        written(
            IndicatorInitiative(municipality=home, indicator=one, initiative=initiative)
            for one, initiative in zip(indicators, measured, strict=True)
        )
        written(
            Measurement(
                municipality=home, indicator=one, value=Decimal(value + n % 5), raw=str(value), effective_text=when,
                is_baseline=when == "2023", disclosure="shown", **self.approved,
            )
            for n, one in enumerate(indicators) for when, value in (("2023", 45), ("2024", 44), ("2025", 43))
        )  # fmt: skip
        written(
            Target(
                municipality=home, indicator=one, value=Decimal(40), raw="40", kind="level", period_text="2028",
                **self.approved,
            )
            for one in indicators
        )  # fmt: skip


UPDATES = (date(2026, 3, 31), date(2026, 9, 30))
