"""Each page's server time beside the same figures by hand-written SQL, at 30 and 3,000 initiatives. Run: make bench

Page and SQL take turns, so that a busy machine slows them alike. Printed: medians and their ratio.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
os.environ["LOG_LEVEL"] = "ERROR"

import django

django.setup()

from django.db import connection
from django.test import Client
from django.test.utils import setup_test_environment

from bench.portfolios import Portfolio
from initiatives.models import Initiative, Method, MethodUse

TOWNS = (("0101", "København", 30), ("0751", "Aarhus", 3_000))
TURNS = 7
# The method that both towns work with, each sharing with the other what it does.
SHARED = "metode01010"

# What the figures of each page come to in SQL alone. Each is asked for one municipality.
STATES = "SELECT state, COUNT(*) FROM initiatives_initiative WHERE municipality_id = %s GROUP BY state"
LIGHTS = """
SELECT progress_light, economy_light, effect_light, COUNT(*) FROM (
    SELECT progress_light, economy_light, effect_light,
           ROW_NUMBER() OVER (PARTITION BY initiative_id ORDER BY as_of DESC, id DESC) AS place
    FROM initiatives_statusupdate WHERE municipality_id = %s AND state = 'approved' AND as_of <= '2026-11-01'
) latest WHERE place = 1 GROUP BY progress_light, economy_light, effect_light"""
MONEY = """
SELECT decision_state, price_level, SUM(amount_ore), COUNT(DISTINCT line_id) FROM budgets_entry
WHERE posted_at IS NOT NULL AND line_id IN (
    SELECT line_id FROM budgets_lineinitiative WHERE municipality_id = %s
) GROUP BY decision_state, price_level"""
YEAR = """
SELECT SUM(amount_ore) FROM budgets_entry
WHERE posted_at IS NOT NULL AND decision_state = 'adopted' AND year = 2026 AND municipality_id = %s"""
FORECAST = """
SELECT SUM(amount_ore) FROM budgets_statement
WHERE posted_at IS NOT NULL AND kind = 'forecast' AND year = 2026 AND municipality_id = %s"""
MEASURED = """
SELECT indicator_id, value FROM (
    SELECT indicator_id, value,
           ROW_NUMBER() OVER (PARTITION BY indicator_id ORDER BY effective_start DESC, id DESC) AS place
    FROM indicators_measurement WHERE municipality_id = %s
) latest WHERE place = 1"""
OF_LINES = """
SELECT l.initiative_id, e.decision_state, SUM(e.amount_ore) FROM budgets_lineinitiative l
JOIN budgets_entry e ON e.line_id = l.line_id WHERE l.municipality_id = %s AND e.posted_at IS NOT NULL
GROUP BY l.initiative_id, e.decision_state"""
DAYS = "SELECT as_of, COUNT(*) FROM initiatives_statusupdate WHERE municipality_id = %s GROUP BY as_of"
# An objective, a target group, a method, a body and a strategy: which initiatives stand there.
BRANCH = """SELECT initiative_id FROM initiatives_initiativeobjective WHERE objective_id IN (
    SELECT id FROM initiatives_objective WHERE municipality_id = %s AND (reference = 'm0' OR reference LIKE 'm0-%%'))"""
GROUP = """SELECT initiative_id FROM initiatives_initiativetargetgroup WHERE target_group_id IN (
    SELECT id FROM initiatives_targetgroup WHERE municipality_id = %s AND reference = 't0')"""
USES = """SELECT u.initiative_id FROM initiatives_methoduse u JOIN initiatives_method m ON m.id = u.method_id
    WHERE u.municipality_id = %s AND m.name = 'Metode 0'"""
USES_OF_OTHERS = USES.replace("u.municipality_id = %s", "u.municipality_id <> %s")
PART = """SELECT initiative_id FROM initiatives_involvement WHERE body_id IN (
    SELECT id FROM organisation_body WHERE municipality_id = %s AND reference = 'b1')"""
STRATEGY = """SELECT id FROM initiatives_initiative WHERE strategy_id IN (
    SELECT id FROM initiatives_strategy WHERE municipality_id = %s AND reference = 's0')"""
ONE = "SELECT id FROM initiatives_initiative WHERE municipality_id = %s AND reference = 'i0'"
FINANCED = """
SELECT r.line_id, e.decision_state, SUM(e.amount_ore) FROM budgets_linerelation r
JOIN budgets_fundingsource f ON f.id = r.funding_source_id JOIN budgets_entry e ON e.line_id = r.line_id
WHERE r.municipality_id = %s AND f.reference = 'k0' AND e.posted_at IS NOT NULL GROUP BY r.line_id, e.decision_state"""
SERIES = """
SELECT m.effective_start, m.value, t.value FROM indicators_indicator i
JOIN indicators_measurement m ON m.indicator_id = i.id JOIN indicators_target t ON t.indicator_id = i.id
WHERE i.municipality_id = %s AND i.reference = 'n0' ORDER BY m.effective_start"""


MEASURED_AMONG = """
SELECT indicator_id, value FROM (
    SELECT indicator_id, value,
           ROW_NUMBER() OVER (PARTITION BY indicator_id ORDER BY effective_start DESC, id DESC) AS place
    FROM indicators_measurement WHERE indicator_id IN (
        SELECT indicator_id FROM indicators_indicatorinitiative WHERE municipality_id = %s
    )
) latest WHERE place = 1"""


def of(initiatives: str) -> tuple[str, ...]:
    """The same figures of the initiatives that a statement finds."""
    everybody = "municipality_id = %s"
    return (
        STATES.replace(everybody, f"id IN ({initiatives})"),
        *(one.replace(everybody, f"initiative_id IN ({initiatives})") for one in (LIGHTS, MONEY, MEASURED_AMONG)),
    )


BY_HAND = {
    "portfolio, 50 a page": ("/{code}/?as_of=2026-11-01", (STATES, LIGHTS, MONEY)),
    "portfolio as cards": ("/{code}/?view=cards&as_of=2026-11-01", (STATES, LIGHTS, MONEY)),
    "portfolio by target group": ("/{code}/?as_of=2026-11-01&by=target_group", (STATES, LIGHTS, MONEY)),
    "committee, live": ("/{code}/udvalg/b0/?live=1", (LIGHTS, YEAR, FORECAST, MEASURED)),
    "map of the strategies": ("/{code}/strategikort/?as_of=2026-11-01", (LIGHTS, OF_LINES, MEASURED)),
    "a strategy": ("/{code}/strategier/s0/?as_of=2026-11-01", of(STRATEGY)),
    "an objective": ("/{code}/maal/m0/?as_of=2026-11-01", of(BRANCH)),
    "a target group": ("/{code}/maalgrupper/t0/?as_of=2026-11-01", of(GROUP)),
    "a method, and who shares it": (f"/{{code}}/metoder/{SHARED}/?as_of=2026-11-01", of(USES) + of(USES_OF_OTHERS)),
    "a department": ("/{code}/udvalg/b1/?as_of=2026-11-01", of(PART)),
    "an initiative": ("/{code}/indsatser/i0/?as_of=2026-11-01", of(ONE)),
    "an indicator": ("/{code}/indikatorer/n0/?as_of=2026-11-01", (SERIES,)),
    "a funding source": ("/{code}/budget/kilder/k0/", (FINANCED,)),
    "the year": ("/{code}/aarshjul/?year=2026", (DAYS,)),
}


def share() -> None:
    method = Method.objects.get(reference=SHARED)
    uses = MethodUse.objects.filter(method__name=method.name)
    uses.update(method=method)
    Initiative.objects.filter(pk__in=uses.values("initiative")).update(shared_nationally=True)


def milliseconds(work: Callable[..., object], *words: object) -> float:
    began = time.perf_counter()
    work(*words)
    return (time.perf_counter() - began) * 1000


def page(client: Client, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        sys.exit(f"{address} answers {answer.status_code}")


def by_hand(statements: Sequence[str], municipality: int) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement, [municipality] * statement.count("%s"))
            cursor.fetchall()


def compare(client: Client, portfolio: Portfolio) -> None:
    print(f"{portfolio.size} initiatives: page | by hand | ratio (medians of {TURNS})")
    for name, (address, statements) in BY_HAND.items():
        where, home = address.format(code=portfolio.home.code), portfolio.home.pk
        page(client, where)
        turns = [(milliseconds(page, client, where), milliseconds(by_hand, statements, home)) for _turn in range(TURNS)]
        ours, theirs = (statistics.median(one[place] for one in turns) for place in (0, 1))
        print(f"  {name:<28}{ours:8.0f} ms {theirs:8.1f} ms {ours / theirs:8.1f} x", flush=True)


def main() -> None:
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        portfolios = [Portfolio(size, code, name) for code, name, size in TOWNS]
        share()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        for portfolio in portfolios:
            client = Client()
            client.force_login(portfolio.user)
            compare(client, portfolio)
    finally:
        connection.creation.destroy_test_db(str(connection.settings_dict["NAME"]), verbosity=0)


if __name__ == "__main__":
    main()
