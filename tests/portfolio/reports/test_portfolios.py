"""Reports of the five real portfolios in each of the known orders of headings: both standards, and readable by all."""

from __future__ import annotations

import dataclasses
import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from organisation.models import Municipality
from portfolio.reports.composition import WRITTEN, Composition, Hearing, Option, Risk
from portfolio.reports.models import Report
from portfolio.reports.ordering import with_known_order
from portfolio.reports.orders import KNOWN
from portfolio.reports.pdf.press import Limits, Pressed, press
from portfolio.reports.snapshot import freeze
from tests.conftest import load_portfolios
from tests.portfolio.reports.verapdf import broken_rules_of
from tests.recording import recorded

DATED = re.compile(r"\d{4}-\d{2}-\d{2}(T.*)?")
AS_OF = datetime.date(2018, 12, 31)


def written(order: str) -> Composition:
    """Something stands under every heading that somebody may write under."""
    composition = with_known_order(Composition(), order)
    texts = {part.value: f"Det, der skal stå under {part.label}." for part in WRITTEN if part in composition.parts}
    return dataclasses.replace(
        composition,
        texts=texts,
        recommendations=("tage status til efterretning", "drøfte de indsatser, som kræver opmærksomhed"),
        options=(Option("Udvide åbningstiden", "125.000 kr.", "Fra foråret."),),
        risks=(Risk("Stillinger kan stå ledige.", "De slås op igen."),),
        hearings=(Hearing("Handicaprådet", "Rådet bakker op."),),
    )


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The orders differ in the case and its contents alone: the rest is laid out once."""
    return tmp_path_factory.mktemp("parts")


def days_after(day: datetime.date, value: Any) -> Iterator[str]:
    """Every day in the figures that lies after the day, but for those on which a target is to be reached."""
    if isinstance(value, dict):
        for name, one in value.items():
            if name not in ("target", "targets"):
                yield from days_after(day, one)
    elif isinstance(value, list):
        for one in value:
            yield from days_after(day, one)
    elif isinstance(value, str) and DATED.fullmatch(value) and value[:10] > day.isoformat():
        yield value


def pressed(snapshot: str, cache: Path) -> Pressed:
    return press(snapshot, Limits(2, 600, 2048, cache), lambda _progress: None)


@pytest.mark.slow
@pytest.mark.layout
@pytest.mark.parametrize("order", list(KNOWN))
def test_every_portfolio_in_every_order(db: None, order: str, cache: Path, tmp_path: Path) -> None:
    recorded(load_portfolios, step_by_step=True)
    municipalities = list(Municipality.objects.all())
    assert len(municipalities) == 5
    files: list[Path] = []
    for municipality in municipalities:
        report = Report(
            municipality=municipality,
            reference="rapport-1",
            title=f"Statusrapport: {municipality.name}",
            as_of=AS_OF,
            language="da",
            composition=written(order).kept(),
        )
        frozen = freeze(report, timezone.now())
        assert list(days_after(AS_OF, json.loads(frozen.text)["content"])) == []
        made = pressed(frozen.text, cache)
        assert (made.complaints, made.findings) == ((), ())
        files.append(tmp_path / f"{municipality.code}.pdf")
        files[-1].write_bytes(made.pdf)
        again = pressed(frozen.text, cache)
        assert again.reused == again.parts
        assert again.pdf == made.pdf
    assert broken_rules_of(files, "ua1", "2a") == [{"ua1": {}, "2a": {}}] * len(files)
