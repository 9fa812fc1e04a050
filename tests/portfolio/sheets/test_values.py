"""Values that a sheet changes: what is known of the old one and what is not, and values that their source hides."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from indicators.models import Measurement, Target
from tests import factories
from tests.cast import Cast
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, confirmed, effects, preview

pytestmark = pytest.mark.usefixtures("files")
COUNTED: dict[str, Any] = {"numerator": 23, "denominator": 47, "n": 47, "invited": 60}
SURVEYED = ["Indikator", "Måleenhed", "Værdi", "Måledato", "Antal svar"]


def test_another_value_of_a_draft_has_no_counts_of_the_old_one_and_keeps_its_answers(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    indicator = factories.indicator(town, "Ensomme", by=ada)
    draft = factories.measurement(indicator, 49, effective_text="2017", standard_deviation=3, **COUNTED)
    for said, counts, answers in (("49 %", (23, 47, 3), 48), ("60 %", (None, None, None), None)):
        rows: Rows = [SURVEYED, ["Ensomme", "procent", said, "2017", answers]]
        confirmed(begun(rows, town, ada), ada)
        draft.refresh_from_db()
        assert (draft.raw, draft.numerator, draft.denominator, draft.standard_deviation) == (said, *counts)
        assert (draft.n, draft.invited) == (48, 60)


@pytest.mark.parametrize(("said", "counts"), [("60 %", (None, None)), ("49 %", (23, 47))])
def test_what_replaces_an_approved_value_takes_over_how_many_were_asked(
    cast: Cast, said: str, counts: tuple[int | None, int | None]
) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    indicator = factories.indicator(town, "Ensomme", by=ada)
    approved = factories.measurement(indicator, 49, by=ada, effective_text="2017", **COUNTED)
    answers = 48 if said == "49 %" else None
    rows: Rows = [SURVEYED, ["Ensomme", "procent", said, "2017", answers]]
    confirmed(begun(rows, town, ada), ada, reason="talt om")
    made = Measurement.objects.get(replaces=approved)
    assert (made.n, made.invited, made.numerator, made.denominator) == (answers or 47, 60, *counts)


def test_what_replaces_an_approved_value_is_of_the_same_survey_or_kind_of_target(cast: Cast) -> None:
    """A survey without its weights would get a margin that it does not have, and a change to reach is no level."""
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    indicator = factories.indicator(town, "Ensomme", by=ada)
    survey: dict[str, Any] = {
        "design": "sample", "design_effect": Decimal("1.5"), "is_weighted": True, "finite_population": True,
        "series_break": True, "break_reason": "method", "note": "Ny stikprøve", "source": "Sundhedsprofilen",
    }  # fmt: skip
    kind: dict[str, Any] = {"kind": "change", "owner": "external", "owner_body": factories.body(town), "note": "KL"}
    old = factories.measurement(indicator, 49, by=ada, effective_text="2017", **survey)
    target = factories.target(indicator, 5, by=ada, period_text="2020", **kind)
    rows: Rows = [[*SURVEYED, "Måltal", "Måldato"], ["Ensomme", "procent", "60 %", "2017", 50, "6 %", "2020"]]
    confirmed(begun(rows, town, ada), ada, reason="talt om")
    value, aim = Measurement.objects.get(replaces=old), Target.objects.get(replaces=target)
    assert {name: getattr(value, name) for name in survey} == survey
    assert {name: getattr(aim, name) for name in kind} == kind
    assert (value.raw, value.n, aim.raw) == ("60 %", 50, "6 %")


@pytest.mark.parametrize("unit", ["skala", "indeks", "kr"])
def test_a_hidden_value_of_what_is_not_counted_in_people_is_kept_in_its_words(cast: Cast, unit: str) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    head = ["Indikator", "Måleenhed", "Værdi", "Måledato", "Måltal"]
    rows: Rows = [head, ["Trivsel", unit, "<1", "2018", "<5"]]
    confirmed(begun(rows, town, ada), ada)
    for row, raw in ((Measurement.objects.get(), "<1"), (Target.objects.get(), "<5")):
        assert (row.raw, row.value, row.low, row.high, row.qualifier) == (raw, None, None, None, "words")
    assert effects(preview(begun([*rows, []], town, ada), ada)) == {"leave": 1}


def test_answers_that_are_no_number_are_an_error_where_the_rule_of_small_counts_goes_by_them(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    said = [("%", "<5"), ("%", "1-4"), ("%", "ca. 6"), ("%", "over 3"), ("%", "ca. 400"), ("antal", "<5"), ("%", 4)]
    rows: Rows = [SURVEYED, *([f"I{at}", unit, 50, "2017", n] for at, (unit, n) in enumerate(said))]
    table = begun([*rows, ["Skjult", "%", "..", "2017", "<5"]], town, ada)
    plan = preview(table, ada)
    assert [(one.address, one.raw) for one in plan.errors] == [
        ("E2", "<5"), ("E3", "1-4"), ("E4", "ca. 6"), ("E5", "over 3"),
    ]  # fmt: skip
    assert {one.reason for one in plan.errors} == {
        "Der står ikke, hvor mange der har svaret: Er de få, skal værdien ved siden af skjules."
    }
    assert [(one.address, one.reason) for one in plan.warnings] == [
        ("E6", "Gemmes som 400 svar, som om tallet var præcist: Usikkerheden beregnes ud fra det."),
        ("E7", "Der står ikke, hvor mange der har svaret, og cellen gemmes ikke."),
    ]
    assert [row.n for row in plan.writes[Measurement] if isinstance(row, Measurement)][4:] == [400, None, 4]


def test_so_many_answers_that_no_value_is_of_few_are_told_of_and_not_kept(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    said = [
        ("over 400", 50),
        ("mere end 1.000", 50),
        ("400-450", 98),
        ("400-450", 99),
        ("8-40", 50),
        ("op til 400", 50),
    ]
    rows: Rows = [SURVEYED, *([f"I{at}", "%", share, "2017", answers] for at, (answers, share) in enumerate(said))]
    plan = preview(begun([*rows, ["Skala", "skala", 1, "2017", "over 400"]], town, ada), ada)
    assert [one.address for one in plan.errors] == ["E5", "E6", "E7"]
    assert [one.address for one in plan.warnings if "gemmes ikke" in one.reason] == ["E2", "E3", "E4", "E8"]
    values = [row for row in plan.writes[Measurement] if isinstance(row, Measurement)]
    assert [row.n for row in values if row.raw in {"50", "98", "1"}][:3] == [None] * 3


def test_the_answers_of_a_row_with_a_baseline_alone_are_those_of_the_baseline(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    head = ["Indikator", "Måleenhed", "Udgangspunkt 2016", "Værdi 2018", "Antal svar"]
    rows: Rows = [head, ["Ensomme", "%", 50, None, 4], ["Trivsel", "%", 50, 55, 300]]
    made = preview(begun(rows, town, ada), ada).writes[Measurement]
    assert [(row.is_baseline, row.n) for row in made if isinstance(row, Measurement)] == [
        (True, 4), (True, None), (False, 300),
    ]  # fmt: skip


def test_the_year_of_a_row_is_that_of_its_target_where_its_values_have_years_of_their_own(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    rows: Rows = [["Indikator", "Måleenhed", "Udgangspunkt 2016", "Måltal", "År"], ["Ensomme", "%", 9, 8, 2020]]
    plan = preview(begun(rows, town, ada), ada)
    assert plan.warnings == []
    assert [row.period_text for row in plan.writes[Target] if isinstance(row, Target)] == ["2020"]
    assert [row.effective_text for row in plan.writes[Measurement] if isinstance(row, Measurement)] == ["2016"]


def test_words_that_are_no_time_are_told_of_once(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    days = ["1/13-18", "uge 12", "uge 12", "juni 2018", "2. kvartal 2018", "løbende"]
    rows: Rows = [SURVEYED, *([f"I{at}", "%", 50, day, None] for at, day in enumerate(days))]
    plan = preview(begun(rows, town, ada), ada)
    assert [(one.address, "har ingen dato" in one.reason) for one in plan.warnings] == [("D2", True), ("D3", True)]


def test_a_target_in_words_is_no_hidden_count(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    rows: Rows = [["Indikator", "Måleenhed", "Måltal", "Måldato"]]
    rows = [*rows, ["A", "antal", "under 5", "2020"], ["B", "%", "mindst 80 %", "2020"], ["C", "antal", "<5", "2020"]]
    plan = preview(begun(rows, town, ada), ada)
    assert [problem.address for problem in plan.errors] == ["C2", "C3"]
    [target] = [row for row in plan.writes[Target] if isinstance(row, Target)]
    assert (target.raw, target.value, target.low, target.high, target.qualifier) == ("<5", None, None, None, "words")


def test_amounts_above_0_on_lines_of_income_are_told_of(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    head = ["Budgetlinje", "Udgift eller indtægt", "2018 (t.kr.)", "2019 (t.kr.)"]
    rows: Rows = [head, ["Leg", "udgift", 500, 5], ["Tilskud", "indtægt", 600, -5], ["Takst", "indtægt", -7, 0]]
    plan = preview(begun(rows, town, finn), finn)
    assert [(problem.address, problem.raw) for problem in plan.warnings] == [("C3", "600")]
