"""A short report in each known order of headings, something under every heading, and every section in one of them: both
standards, and readable by all. The long ones of the five portfolios are in test_portfolios.py.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.utils.html import escape

from initiatives.models import Activity
from organisation import writing
from portfolio.reports.changes import differences
from portfolio.reports.composition import StatusPart
from portfolio.reports.deciding import Decided, decide
from portfolio.reports.models import CasePart, Report
from portfolio.reports.ordering import Beginning, begin, correct
from portfolio.reports.orders import KNOWN
from portfolio.reports.pdf import press
from portfolio.reports.pdf.pool import Pool
from portfolio.reports.pdf.tags import tag_of, walk
from portfolio.reports.printed import printed
from portfolio.reports.snapshot import freeze
from tests import factories
from tests.portfolio.reports.reading import text_of
from tests.portfolio.reports.test_lifecycle import frozen
from tests.portfolio.reports.test_portfolios import pressed, written
from tests.portfolio.reports.verapdf import broken_rules_of
from tests.world import Rows, World

AS_OF = date(2018, 12, 31)
# Its headings take no section's place.
WHOLE = "hvidovre"
WRITTEN_IN_THE_EDITOR = """Et afsnit med et [link](https://example.dk/side?a=1&b=2) midt i
og en linje til.

- et punkt
- et punkt med [et andet link](mailto:post@example.dk)
  - et punkt under det
    - og et under dette

1. det første
2. det andet

Den nøgne adresse https://example.dk/ er ord, ikke et link."""


def furnished(rows: Rows) -> None:
    """What the world's town lacks for every section of a report to have something to say."""
    home, ada, initiative = rows.town.municipality, rows.town.administrator, rows.initiative
    second = factories.heading(home, 3, "Indhold, metode og samarbejde")
    factories.text(initiative, second, WRITTEN_IN_THE_EDITOR)
    factories.measurement(rows.indicator, 45, by=ada, effective_text="2017")
    factories.measurement(rows.indicator, 44, by=ada, effective_text="marts 2018")
    factories.target(rows.indicator, 40, by=ada, effective_text="2020")
    factories.target(rows.indicator, 35, by=ada, subgroup="Unge", period_text="2020")
    factories.statement(rows.budgetline, 3000, by=ada)
    milestone = Activity(
        municipality=home, initiative=initiative, title="Åbning", kind="milestone", period_text="maj 2019"
    )
    writing.save(milestone, by=ada)
    factories.status_update(
        initiative, rows.town["caseworker"], approved_by=rows.town["manager"], as_of=date(2018, 11, 1),
        progress_light="red", reason="Ingen frivillige.", action="Der annonceres.",
    )  # fmt: skip


def draft(rows: Rows, order: str, as_of: date) -> Report:
    composition = dataclasses.replace(
        written(order),
        cover="Til udvalgets medlemmer.\n\nLæs først resuméet.",
        consequences={rows.initiative.reference: "Borgerne venter længere."},
    )
    home = rows.town.municipality
    chosen: dict[str, Any] = {"committee": rows.town.committee, "meeting_on": as_of + timedelta(days=10)}
    return begin(
        Beginning(
            municipality=home, as_of=as_of, by=rows.town.administrator, language="da", composition=composition,
            case_number="18/4711", **chosen,
        )
    )  # fmt: skip


@pytest.fixture
def revised(world: World) -> Report:
    """A corrected version, after a report on which the committee has decided."""
    rows, manager = world.ours, world.ours.town["manager"]
    first = frozen(draft(rows, WHOLE, AS_OF - timedelta(days=200)))
    decided = Decided(AS_OF - timedelta(days=180), "approved", "Med en ny status til jul.", rows.town.department)
    decide(first, decided, by=manager)
    furnished(rows)
    second = draft(rows, WHOLE, AS_OF)
    second.composition = {**second.composition, "since": {first.reference: "Status følger her."}}
    third = correct(frozen(second), by=manager, reason="Et beløb manglede.")
    third.composition = {**third.composition, "cover": "Til udvalgets medlemmer, rettet."}
    return writing.save(third, by=manager)


def in_order(report: Report, order: str) -> Report:
    """The draft as it is, under other headings. One has the whole status report, which need not be repeated."""
    changed = {name: written(order).kept()[name] for name in ("headings", "numbering", "opening", "texts")}
    sections = list(StatusPart.values) if order == WHOLE else [StatusPart.OVERVIEW.value]
    report.composition = {**report.composition, **changed, "sections": sections}
    return report


@pytest.fixture
def one_pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The rendering processes serve all reports of the test: starting them takes longer than a short report."""
    opened: list[Pool] = []

    @contextmanager
    def kept(*limits: Any) -> Iterator[Pool]:
        if not opened:
            opened.append(Pool(*limits))
        yield opened[0]

    monkeypatch.setattr(press, "pool", kept)
    yield
    for pool in opened:
        pool.close()


# The same pages come from either database: the quick run asks one.
@pytest.mark.page
@pytest.mark.slow
def test_every_order_of_headings_keeps_both_standards(revised: Report, one_pool: None, tmp_path: Path) -> None:
    made: list[Path] = []
    met: set[str] = set()
    for order, known in KNOWN.items():
        snapshot = freeze(in_order(revised, order), revised.created_at).text
        keys = [section.key for section in printed(snapshot).sections]
        parts = [key.removeprefix("case:") for key in keys if key.startswith("case:")]
        # Summary and recommendation stand first where no heading is for them.
        assert [part for part, _label in known.headings] == parts[-len(known.headings) :]
        met |= {*parts, *(key.partition(":")[0] for key in keys)}
        pdf = pressed(snapshot, tmp_path / "parts")
        assert (pdf.complaints, pdf.findings) == ((), ())
        made.append(tmp_path / f"{order}.pdf")
        made[-1].write_bytes(pdf.pdf)
    assert met >= {*CasePart.values, *StatusPart.values, "front", "changes", "contents", "colophon"} - {"sheets"}
    assert "sheet" in met
    # Prose as it is written in the editor: its links open, its lists are lists.
    whole = tmp_path / f"{WHOLE}.pdf"
    text = " ".join(text_of(whole.read_bytes(), "-layout").split())
    assert "link (https://example.dk/side?a=1&b=2) midt i og en linje til." in text
    assert "1. det første 2. det andet" in text
    assert tags_of(whole) >= {"/L", "/LI", "/Lbl", "/LBody", "/Link", "/Note", "/Table", "/Figure"}
    assert broken_rules_of(made, "ua1", "2a") == [{"ua1": {}, "2a": {}}] * len(KNOWN)


def tags_of(file: Path) -> set[str]:
    with pikepdf.open(file) as document:
        return {tag_of(one) for one in walk(document.Root.StructTreeRoot)}


# Headings and units, which no correction changes, and figures that stand in another fact with their unit or their day.
NOT_FACTS = {
    "1 indikator", "1 indsats", "1 linje", "Aktivitet", "Budget pr. år: vedtaget", "Budgetopfølgning 2018", "Forbrug",
    "Forventet regnskab", "Korrigeret", "Korrigeret budget over for forbrug og forventet regnskab", "København",
    "Målt værdi", "Oprindeligt budget", "Sum som trykt", "Vedtaget", "kr", "kr.", "merforbrug", "procent", "År", "↓",
    "2.000\N{NO-BREAK SPACE}kr.", "3.000", "3.000 (1 af 1 linje)",
    "ikke angivet (0 af 1 linje)",
}  # fmt: skip


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts_in(one)


def with_other(value: Any, text: str) -> Any:
    """The snapshot in which something else stands wherever the text stands alone."""
    if isinstance(value, dict):
        return {key: with_other(one, text) for key, one in value.items()}
    if isinstance(value, list):
        return [with_other(one, text) for one in value]
    return "noget andet" if value == text else value


def test_whatever_is_changed_in_a_corrected_version_is_named(revised: Report) -> None:
    kept = freeze(in_order(revised, WHOLE), revised.created_at).text
    pages = "".join(section.html for section in printed(kept).sections)
    read = {name: json.loads(kept)[name] for name in ("report", "composition", "content", "earlier")}
    for name in ("made_text", "version_text"):
        del read["report"][name]
    # What is about to be frozen has its parts in another order than what was.
    turned = json.loads(json.dumps(read), object_pairs_hook=lambda pairs: dict(reversed(pairs)))
    assert list(differences(read, turned)) == []
    said = [
        text for text in sorted({*texts_in(read)} - {""}) if f">{escape(text)}" in pages or f"{escape(text)}<" in pages
    ]
    assert len(said) > 100
    found = {text: list(differences(read, with_other(turned, text))) for text in said}
    assert not [line for lines in found.values() for line in lines if "{'" in line.what + line.before + line.after]
    unnamed = [text for text, lines in found.items() if not lines]
    assert set(unnamed) <= NOT_FACTS


def test_a_measurement_between_the_first_and_the_latest_is_named(revised: Report) -> None:
    kept = freeze(in_order(revised, WHOLE), revised.created_at).text
    corrected = with_other(json.loads(kept), "44\N{NO-BREAK SPACE}%")
    assert "noget andet" not in {
        corrected["content"]["indicators"][0][name] for name in ("baseline_text", "latest_text")
    }
    [line] = differences(json.loads(kept), corrected)
    assert line.what.endswith("Målt værdi, marts 2018")
    assert (line.before, line.after) == ("44\N{NO-BREAK SPACE}%", "noget andet")


def test_a_target_of_a_group_is_named(revised: Report) -> None:
    kept = freeze(in_order(revised, WHOLE), revised.created_at).text
    [line] = differences(json.loads(kept), with_other(json.loads(kept), "35\N{NO-BREAK SPACE}%"))
    assert line.what.endswith("Måltal, Unge, 2020")
    assert (line.before, line.after) == ("35\N{NO-BREAK SPACE}%", "noget andet")
