"""Contents of reports, built by hand: what a test does not name is empty, so that each test says all that it shows."""

from __future__ import annotations

import dataclasses
import datetime
import types
import typing
from decimal import Decimal
from typing import Any, TypeVar

from django.utils import translation

from portfolio.charts import Level, Line, Point, Value
from portfolio.overview import shapes
from portfolio.reports.composition import Composition
from portfolio.reports.snapshot import build

S = TypeVar("S")
DAY = datetime.date(2018, 3, 1)
DULL: dict[Any, Any] = {str: "", int: 0, bool: False, Decimal: Decimal(0), datetime.date: DAY}


def made(kind: type[S], **values: Any) -> S:
    """A shape with the given values; texts empty, collections empty, what may be missing missing."""
    hints = typing.get_type_hints(kind)
    for field in dataclasses.fields(kind):  # type: ignore[arg-type]
        values.setdefault(field.name, _dull(hints[field.name]))
    return kind(**values)


def _dull(hint: Any) -> Any:
    if isinstance(hint, types.UnionType):
        return None
    if typing.get_origin(hint) is tuple:
        return ()
    return DULL[hint] if hint in DULL else made(hint)


def money(text: str, **values: Any) -> shapes.Money:
    return made(shapes.Money, text=text, full_text=f"{text} t.kr.", **values)


def budget_table(
    rows: int = 3, years: int = 4, name: str = "Løn til tovholder", amounts: tuple[str, ...] = (), **values: Any
) -> shapes.BudgetTable:
    """`amounts` are those of the years, where they are not a few thousand."""
    cells = tuple(map(money, amounts or [f"{5_600 + year}" for year in range(years)]))
    row = made(shapes.BudgetRow, code="SO8", name=name, cells=cells, total=money("20.400"))
    defaults: dict[str, Any] = {
        "caption": "Foreslåede beløb, t.kr., 2018-pl",
        "unit_text": "t.kr.",
        "years": tuple(str(2018 + year) for year in range(len(cells))),
        "rows": (row,) * rows,
        "totals": cells,
        "total": money("61.200"),
        "checks": (
            made(shapes.TotalCheck, label="I alt", text="Oplyst 61.200 t.kr., beregnet 61.200 t.kr.: stemmer."),
        ),
        "notes": ("Tallene er afrundet.",),
    }
    return made(shapes.BudgetTable, **defaults | values)


def indicator(name: str = "Andel der ofte er uønsket alene") -> shapes.IndicatorFigure:
    return made(
        shapes.IndicatorFigure,
        name=name,
        unit_words="procent",
        baseline_text="45 % (2017)",
        latest_text="43 % (2019)",
        target_text="40 % (2025)",
        verdict_words="på vej",
        progress=made(shapes.ProgressShown, text="40 %: 2 af de 5 procentpoint"),
        certainty_text="Usikkerheden kan ikke beregnes, fordi antallet af svar ikke er oplyst.",
        reference=name,
        picture=picture(name),
    )


def picture(name: str) -> Line:
    """An undated baseline, two measured values with a break between them, one of them uncertain, and a target."""
    measured = (
        Point(None, "uden dato", Value(Decimal(45), "45 %")),
        Point(DAY, "marts 2018", Value(Decimal(43), "43 %"), Decimal("40.8"), Decimal("45.3"), "40,8–45,3 %"),
        Point(DAY.replace(year=2019), "2019", Value(Decimal("41.5"), "41,5 %"), starts_new_series=True),
    )
    baseline, target = Level("Udgangspunkt", measured[0].value), Level("Måltal", Value(Decimal(40), "40 %"))
    return Line(name, "procent", "Målt værdi", measured, baseline, target)


def status(code: str = "yellow", **values: Any) -> shapes.StatusShown:
    light = made(shapes.LightShown, aspect_words="fremdrift", code=code, word="kræver opmærksomhed")
    return made(
        shapes.StatusShown, lights=(light,), worst=light, as_of_text="1. februar 2018", reason="To er syge.", **values
    )


def card(title: str = "Aktiv ven", **values: Any) -> shapes.InitiativeCard:
    defaults = {
        "reference": "aktiv-ven",
        "kind_words": "indsats",
        "state_words": "i gang",
        "period_text": "2018-2020",
        "owner_text": "Socialforvaltningen",
        "status_text": "ingen status",
        "strategy": shapes.Link("Strategi mod ensomhed"),
        "objectives": (shapes.Link("Pejlemærke 8: Færre er ensomme"),),
    }
    return made(shapes.InitiativeCard, title=title, **defaults | values)


def sheet(title: str = "Aktiv ven", text: str = "Frivillige besøger ældre.", **values: Any) -> shapes.InitiativeSheet:
    heading = made(shapes.HeadingText, number=1, label="Baggrund", text=text)
    defaults: dict[str, Any] = {
        "card": card(title, status=status()),
        "headings": (heading, made(shapes.HeadingText, number=2, label="Jura", is_missing=True)),
        "activities": (made(shapes.ActivityShown, title="Opstart", state_words="planlagt", period_text="medio 2018"),),
        "budget_tables": (budget_table(),),
        "indicators": (indicator(),),
    }
    return made(shapes.InitiativeSheet, **defaults | values)


def content(*sheets: shapes.InitiativeSheet, **values: Any) -> shapes.ReportContent:
    shown = sheets or (sheet(),)
    overview = made(
        shapes.PortfolioOverview,
        initiatives=tuple(one.card for one in shown),
        count_text=f"{len(shown)} indsatser",
        by_light=(made(shapes.Count, code="yellow", words="kræver opmærksomhed", number=1, text="1"),),
        by_state=(made(shapes.Count, code="ongoing", words="i gang", number=len(shown), text=str(len(shown))),),
        money=made(shapes.MoneySummary, text="61.200 t.kr. er foreslået; intet er vedtaget."),
    )
    rows = tuple(made(shapes.StatusRow, title=one.card.title, status=one.card.status) for one in shown)
    source = made(shapes.Source, label="Notat om indsatser, linje 4-9")
    defaults: dict[str, Any] = {
        "municipality": "Ballerup",
        "municipality_code": "0151",
        "as_of_text": "1. marts 2018",
        "overview": overview,
        "sheets": shown,
        "resume": made(shapes.Resume, lines=(f"{len(shown)} indsatser: 1 kræver opmærksomhed.",)),
        "tables": (shapes.StatusTable("Strategi mod ensomhed", rows),),
        "deviations": (made(shapes.DeviationShown, title=shown[0].card.title, what=("To er syge.",)),),
        "economy": made(shapes.FollowUpOverview),
        "sources": (source,),
    }
    return made(shapes.ReportContent, **defaults | values)


def snapshot(
    shown: shapes.ReportContent | None = None, *, title: str = "Statusrapport: Ballerup", **composed: Any
) -> str:
    """`composed` is what differs from the usual composition, which has no headings."""
    about = {
        "reference": "rapport-1",
        "title": title,
        "version": 1,
        "version_text": "version 1",
        "committee_text": "Socialudvalget",
        "meeting_text": "14. marts 2018",
        "case_number": "",
        "case_kind_text": "Sag til orientering.",
        "openness_text": "Åben sag.",
        "known_text": "",
        "previous_text": "",
        "scope_text": "hele kommunen",
        "made_at": "2018-03-01T12:00:00+01:00",
        "made_text": "1. marts 2018, 12.00",
    }
    composition = dataclasses.replace(Composition(), **composed)
    with translation.override("da"):
        return build(about, shown or content(), composition.kept(), language="da")
