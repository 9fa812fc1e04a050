"""An attacker takes every number out of page, report, PDF and sheet, solves for the rest, and learns nothing hidden.

The counts are large and all different, and so is the threshold: a number that turns up anywhere, in a text, a chart, an
attribute or a comment, is one that the attacker has.
"""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import product
from typing import Any
from zipfile import ZipFile

import numpy as np
import pytest
from django.test import Client
from django.urls import reverse

from indicators.models import Indicator, IndicatorObjective, Instrument, Measurement
from indicators.small_counts import Cell, Equation, Pattern
from initiatives.models import InitiativeTargetGroup, Method, MethodUse, Objective, TargetGroup
from organisation import writing
from organisation.models import Municipality, User
from portfolio.reports.models import Report
from portfolio.reports.rendering import render
from portfolio.reports.snapshot import freeze
from portfolio.sheets.writing.fill_in import FILL_INS
from portfolio.sheets.writing.lists import LISTS
from tests import factories
from tests.cast import Cast, Town
from tests.indicators.attack import attack

K = 5000
SEXES, AGES = ("Køn: Kvinder", "Køn: Mænd"), ("Alder: 18-29", "Alder: 30-64", "Alder: 65+")
COUNTS = {"2017": ((3719, 20113, 45707), (38903, 52127, 67709)), "2018": ((6133, 21317, 44101), (4409, 57203, 61871))}


@dataclass
class Published:
    town: Town
    elsewhere: User
    indicator: Indicator
    paths: list[str]


def tables() -> dict[str, dict[str, int]]:
    """{year: {subgroup: count}}, with both margins and the total under the empty name."""
    found: dict[str, dict[str, int]] = {}
    for year, rows in COUNTS.items():
        cells = found.setdefault(year, {})
        for (place, sex), (column, age) in product(enumerate(SEXES), enumerate(AGES)):
            for name in (f"{sex} × {age}", sex, age, ""):
                cells[name] = cells.get(name, 0) + rows[place][column]
    return found


@pytest.fixture
def published(cast: Cast) -> Published:
    """A strategy with one indicator, whose surveys of two years are approved and printed everywhere."""
    town = cast.koebenhavn
    manager, home = town["manager"], town.municipality
    # Far above what a municipality can choose: so that small counts are numbers that stand nowhere else.
    Municipality.objects.filter(pk=home.pk).update(suppression_threshold=K)
    home.refresh_from_db()
    strategy = factories.strategy(home, "Strategi mod ensomhed", by=manager, committee=town.committee)
    goal = factories.objective(strategy)
    initiative = factories.initiative(home, "Aktiv ven", by=manager, strategy=strategy)
    factories.under(initiative, goal)
    instrument = writing.save(Instrument(reference="venteliste", name="Venteliste"), by=None)
    indicator = factories.indicator(
        home, "Borgere på venteliste", by=manager, unit="count", aggregation="sum", instrument=instrument,
        shared_nationally=True,
    )  # fmt: skip
    writing.save(IndicatorObjective(municipality=home, indicator=indicator, objective=goal), by=None)
    factories.owner(initiative, town.committee)
    group, method = factories.target_group(home), writing.save(Method(reference="metode", name="Metode"), by=None)
    for link in (
        InitiativeTargetGroup(municipality=home, initiative=initiative, target_group=group),
        MethodUse(municipality=home, initiative=initiative, method=method, state="in_use"),
    ):
        writing.save(link, by=manager)
    drafts = [
        factories.measurement(
            indicator,
            count,
            raw=str(count),
            subgroup=name,
            effective_text=year,
            design="register",
            note=f"Der var {count} borgere.",
            is_baseline=year == "2017" and not name,
        )
        for year, cells in tables().items()
        for name, count in cells.items()
    ]
    factories.target(indicator, 200_000, raw="200.000", by=manager)
    for row in drafts:
        row.approve(by=manager)
    paths = [each.get_absolute_url() for each in (home, strategy, initiative, indicator)]
    return Published(town, cast.aarhus["reader"], indicator, paths)


def numbers(text: str) -> set[int]:
    """Every whole number, however the thousands are parted."""
    plain = re.sub(r"(?<=\d)[.\s\u00a0\u202f](?=\d{3}(?!\d))", "", html.unescape(text))
    return {int(found) for found in re.findall(r"\d+", plain)}


def pages(published: Published) -> Iterator[str]:
    """With the charts in them and the tables behind these, as who sees only what is approved gets them."""
    client = Client()
    client.force_login(published.town["committee_member"])
    committee = reverse("body", args=[published.town.municipality.code, published.town.committee.reference])
    for path in (*published.paths, committee):
        answer = client.get(path)
        assert answer.status_code == 200
        yield answer.content.decode()


def comparison(published: Published) -> Iterator[str]:
    """What another municipality is shown, where it may."""
    client = Client()
    client.force_login(published.elsewhere)
    answer = client.get("/instrumenter/venteliste/")
    assert answer.status_code == 200
    yield answer.content.decode()


def report(published: Published) -> Iterator[str]:
    """The frozen content, and the text layer of the PDF."""
    report = Report(
        municipality=published.town.municipality,
        reference="status",
        title="Status",
        committee=published.town.committee,
        as_of=date(2019, 1, 1),
        created_by=published.town["caseworker"],
    )
    frozen = freeze(report, factories.NOON)
    made = render(frozen.text, lambda step: None)
    text = subprocess.run(["pdftotext", "-", "-"], input=made.pdf, capture_output=True, check=True).stdout.decode()
    yield frozen.text
    yield text


def sheets(published: Published) -> Iterator[str]:
    """Every download of who sees only what is approved and of staff: each part of the workbook, and both texts."""
    lists = [f"/0101/regneark/{one.slug}" for one in LISTS.values()]
    downloads = [*lists, *(f"{path}regneark" for path in published.paths[1:]), "/0101/indsatser/regneark"]
    downloads += of_nodes(published)
    for role in ("committee_member", "manager"):
        client = Client()
        client.force_login(published.town[role])
        for path in [*downloads, "/instrumenter/venteliste/regneark"]:
            for form in ("xlsx", "csv", "data"):
                yield from texts_of(client.get(path, {"format": form}))
    client.force_login(published.town.administrator)
    for slug in FILL_INS:
        yield from texts_of(client.get(f"/0101/regneark/skabeloner/{slug}"))


def of_nodes(published: Published) -> list[str]:
    """What initiatives hang on, and what shows all of them together."""
    goal, group = Objective.objects.get(), TargetGroup.objects.get()
    committee = published.town.committee.reference
    return [
        "/0101/strategikort/regneark", "/0101/aarshjul/regneark", f"/0101/maal/{goal.reference}/regneark",
        f"/0101/maalgrupper/{group.reference}/regneark", "/0101/metoder/metode/regneark",
        f"/0101/udvalg/{committee}/regneark",
    ]  # fmt: skip


def texts_of(answer: Any) -> Iterator[str]:
    assert answer.status_code == 200
    content = b"".join(answer.streaming_content)
    if not content.startswith(b"PK"):
        yield content.decode()
        return
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            yield archive.read(name).decode()


# Every way out of the house: a function that yields what it shows as text.
OUTPUTS: list[Callable[[Published], Iterable[str]]] = [pages, comparison, report, sheets]


def everything_shown(published: Published) -> set[int]:
    seen: set[int] = set()
    for output in OUTPUTS:
        shown = list(output(published))
        assert any("Borgere på venteliste" in text for text in shown), output
        seen |= {number for text in shown for number in numbers(text)}
    return seen


def sums_of(names: list[str]) -> list[Equation]:
    """What the attacker knows of how the table is built, without looking at how we found it out."""
    at = {name: index for index, name in enumerate(names)}
    crossings = [(sex, age) for sex in SEXES for age in AGES]
    found = [Equation(at[sex], tuple(at[f"{sex} × {age}"] for age in AGES)) for sex in SEXES]
    found += [Equation(at[age], tuple(at[f"{sex} × {age}"] for sex in SEXES)) for age in AGES]
    found += [Equation(at[""], tuple(at[name] for name in names_of)) for names_of in (SEXES, AGES)]
    return [*found, Equation(at[""], tuple(at[f"{sex} × {age}"] for sex, age in crossings))]


def solved(names: list[str], counts: dict[str, int], known: set[str]) -> dict[str, float]:
    """The unknown cells that the sums leave only one value, by linear algebra alone."""
    unknown = [name for name in names if name not in known]
    rows, right = [], []
    for equation in sums_of(names):
        signs = {**dict.fromkeys(equation.parts, 1), equation.whole: -1}
        rows.append([signs.get(names.index(name), 0) for name in unknown])
        right.append(-sum(sign * counts[names[index]] for index, sign in signs.items() if names[index] in known))
    matrix = np.array(rows, dtype=float)
    answer = np.linalg.lstsq(matrix, np.array(right, dtype=float), rcond=None)[0]
    free = np.linalg.svd(matrix)[2][np.linalg.matrix_rank(matrix) :]
    return {
        name: float(answer[place])
        for place, name in enumerate(unknown)
        if not free.size or np.abs(free[:, place]).max() < 1e-9
    }


@pytest.mark.once
def test_no_output_and_no_sum_tells_what_is_hidden(published: Published) -> None:
    shown = everything_shown(published)
    rows = Measurement.objects.filter(indicator=published.indicator)
    for year, counts in tables().items():
        names = list(counts)
        known = {name for name, count in counts.items() if count in shown}
        hidden = {row.subgroup for row in rows.filter(effective_text=year) if row.hides}
        assert {name for name, count in counts.items() if count < K} < hidden
        assert known
        assert known <= set(names) - hidden
        assert solved(names, counts, known) == {}
        small = frozenset(names.index(name) for name in hidden if counts[name] < K)
        seen = Pattern(frozenset(names.index(name) for name in names if name not in known), small, frozenset())
        assert attack([Cell(count) for count in counts.values()], sums_of(names), seen, K).cells == frozenset()


def test_the_attacker_would_have_found_a_single_hidden_cell() -> None:
    counts = tables()["2017"]
    names = list(counts)
    lonely = f"{SEXES[0]} × {AGES[0]}"
    assert solved(names, counts, set(names) - {lonely}) == {lonely: pytest.approx(3719)}


def test_what_is_shown_of_a_whole_survey_is_the_same_to_staff(published: Published, client: Client) -> None:
    """On the pages; in the administration they see what they have entered."""
    client.force_login(published.town["manager"])
    text = " ".join(client.get(path).content.decode() for path in published.paths)
    assert 3719 not in numbers(text)
    assert 4409 not in numbers(text)
