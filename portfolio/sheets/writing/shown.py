"""What pages show, as tables: the same values that the overview has made for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from organisation.units import Unit
from portfolio.overview import shapes
from portfolio.sheets.writing.declared import fictional_column, missing, yes_or_no
from portfolio.sheets.writing.tables import Column, Kind, Percent, Row, Table, Value, Words

T = TypeVar("T")
Part = tuple[Column, Callable[[T], Value]]


def table_of(key: str, name: str, parts: Sequence[Part[T]], rows: Iterable[T], notes: Iterable[str] = ()) -> Table:
    """One row for each of what a page shows."""
    return Table(key, name, tuple(column for column, _say in parts), _rows(parts, rows), tuple(notes))


def _rows(parts: Sequence[Part[T]], rows: Iterable[T]) -> Iterator[Row]:
    for row in rows:
        yield [say(row) for _column, say in parts]


def fictional(is_demo: bool) -> list[Part[Any]]:
    """Marks what is made up, where anything can be."""
    return [(fictional_column(), lambda row: yes_or_no(getattr(row, "is_fictional", False)))] if is_demo else []


# Values


def money(shown: shapes.Money | None) -> Value:
    """The øre, or in words why there is none; nothing where nothing stands on the page."""
    if shown is None or shown.state == "none":
        return None
    if shown.ore is not None and shown.state in {"value", "zero"}:
        return shown.ore
    said = shown.text
    if shown.ore == 0 and "(" in said:
        # "0 (finansieres andetsteds)": in a sheet only the words, so that no 0 is added.
        said = said.partition("(")[2].rstrip(")")
    return Words(said, shown.state)


def reading(shown: shapes.Reading | None, unit: str) -> Value:
    if shown is None:
        return missing()
    if shown.is_hidden:
        return Words(shown.text, "hidden")
    return measured(shown.value, unit, shown.text)


def measured(value: Decimal | None, unit: str, text: str) -> Value:
    if value is None:
        return Words(text, "words") if text else missing()
    return Percent(value.normalize()) if unit == "percent" else value.normalize()


def text(words: str) -> str | None:
    return words or None


def titles(links: Iterable[shapes.Link]) -> str | None:
    return "; ".join(link.title for link in links) or None


def labels(sources: Iterable[shapes.Source]) -> str | None:
    return "; ".join(source.label for source in sources) or None


def of_unit(heading: str, unit: str) -> str:
    return f"{heading} ({Unit(unit).label})"


def decimals_of_cells(unit: str, amounts: Iterable[shapes.Money | None]) -> int:
    """As few decimals as show every amount, so that a column stands in line."""
    ore = [one.ore for one in amounts if one is not None and one.ore is not None]
    exponent = Unit(unit).exponent
    return next(
        (places for places in range(exponent) if not any(one % 10 ** (exponent - places) for one in ore)), exponent
    )


# Tables that several pages share


def facts_table(key: str, name: str, facts: Iterable[tuple[str, str]]) -> Table:
    columns = (Column("label", _("What")), Column("text", _("Text"), Kind.LONG_TEXT))
    return Table(key, name, columns, [(capfirst(label), words or missing()) for label, words in facts])


def objectives(strategies: Iterable[shapes.StrategyShown], is_demo: bool) -> Table:
    parts: list[Part[tuple[shapes.StrategyShown, shapes.ObjectiveNode]]] = [
        (Column("strategy", "Strategi", width=36), lambda row: row[0].title),
        (Column("reference", "Reference"), lambda row: row[1].reference),
        (Column("level", _("Level")), lambda row: text(row[1].level_label)),
        (Column("number", "Nr.", width=8), lambda row: text(row[1].number)),
        (Column("title", _("Objective"), Kind.LONG_TEXT), lambda row: row[1].title),
        (Column("kind", "Type"), lambda row: Words(row[1].kind_words, row[1].kind)),
        (Column("depth", _("Depth"), Kind.NUMBER, is_always_known=True), lambda row: row[1].depth),
        (Column("text", "Beskrivelse", Kind.LONG_TEXT), lambda row: text(row[1].text)),
        (Column("initiatives", _("Initiatives"), Kind.LONG_TEXT), lambda row: _cards(row[1].initiatives)),
        (Column("money", _("Money"), width=36), lambda row: row[1].money.text),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: labels(row[1].sources)),
    ]
    if is_demo:
        parts.append((fictional_column(), lambda row: yes_or_no(row[1].is_fictional)))
    found = ((strategy, node) for strategy in strategies for node in _below(strategy.objectives))
    return table_of("objectives", _("Objectives"), parts, found)


def _below(nodes: Iterable[shapes.ObjectiveNode]) -> Iterator[shapes.ObjectiveNode]:
    for node in nodes:
        yield node
        yield from _below(node.children)


def _cards(cards: Iterable[shapes.InitiativeCard]) -> str | None:
    return "; ".join(f"{card.code} {card.title}".strip() for card in cards) or None


def indicators(figures: Iterable[shapes.IndicatorFigure], is_demo: bool) -> Table:
    """Where each indicator stands: baseline, latest value, target, progress and verdict."""
    parts: list[Part[shapes.IndicatorFigure]] = [
        (Column("reference", "Reference"), lambda row: row.reference),
        (Column("name", "Indikator", Kind.LONG_TEXT), lambda row: row.name),
        (Column("unit", "Måleenhed"), lambda row: Words(row.unit_words, row.unit)),
        (Column("direction", "Retning"), lambda row: Words(row.direction_words, row.direction)),
        (Column("population", "Population", width=36), lambda row: text(row.population)),
        (Column("baseline", "Udgangspunkt", Kind.NUMBER), lambda row: reading(row.baseline, row.unit)),
        (Column("baseline_date", _("Date of the baseline")), lambda row: _when(row.baseline)),
        (Column("latest", "Seneste måling", Kind.NUMBER), lambda row: reading(row.latest, row.unit)),
        (Column("latest_date", _("Date of the latest value")), lambda row: _when(row.latest)),
        (Column("target", _("Target in words"), width=36), lambda row: row.target_text),
        (Column("progress", _("Progress towards the target"), width=36), lambda row: row.progress.text),
        (Column("verdict", _("What the figures say")), lambda row: Words(row.verdict_words, row.verdict)),
        (Column("change", _("Change since the baseline")), lambda row: Words(row.change_words, row.change)),
        (Column("certainty", _("Uncertainty"), Kind.LONG_TEXT), lambda row: text(row.certainty_text)),
        (Column("initiatives", _("Initiatives"), Kind.LONG_TEXT), lambda row: titles(row.initiatives)),
        (Column("objectives", _("Objectives"), Kind.LONG_TEXT), lambda row: titles(row.objectives)),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: text(row.source_text)),
        (Column("note", "Bemærkning", Kind.LONG_TEXT), lambda row: text(" ".join(row.notes))),
        *fictional(is_demo),
    ]
    return table_of("indicators", _("Indicators"), parts, figures)


def _when(shown: shapes.Reading | None) -> Value:
    return shown.date_text if shown else None


Measured = tuple[shapes.IndicatorFigure, shapes.Reading]


def measurements(figures: Iterable[shapes.IndicatorFigure], is_demo: bool) -> Table:
    """Every value of the whole and of each group, as it is shown."""
    parts: list[Part[Measured]] = [
        (Column("indicator", "Reference"), lambda row: row[0].reference),
        (Column("name", "Indikator", Kind.LONG_TEXT), lambda row: row[0].name),
        (Column("subgroup", "Undergruppe"), lambda row: text(row[1].group)),
        (Column("effective_text", "Måledato"), lambda row: row[1].date_text),
        (Column("effective_start", "", Kind.DATE, is_for_machines=True), lambda row: row[1].day),
        (Column("value", "Værdi", Kind.NUMBER), lambda row: reading(row[1], row[0].unit)),
        (Column("unit", "Måleenhed"), lambda row: Words(row[0].unit_words, row[0].unit)),
        (Column("low", _("Lower limit"), Kind.NUMBER), lambda row: _limit(row, row[1].low)),
        (Column("high", _("Upper limit"), Kind.NUMBER), lambda row: _limit(row, row[1].high)),
        (Column("answers", _("Answers")), lambda row: text(row[1].n_text)),
        (Column("is_baseline", _("Baseline")), lambda row: yes_or_no(row[1].is_baseline)),
        (Column("starts_new_series", _("Series break")), lambda row: yes_or_no(row[1].starts_new_series)),
        (Column("status", "Status"), lambda row: text(row[1].status_words)),
        (Column("note", "Bemærkning", Kind.LONG_TEXT), lambda row: text(row[1].note)),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: text(row[1].source_text) or labels(row[1].sources)),
    ]
    if is_demo:
        parts.append((fictional_column(), lambda row: yes_or_no(row[1].is_fictional)))
    return table_of("measurements", _("Measured values"), parts, (row for one in figures for row in _values_of(one)))


def _values_of(figure: shapes.IndicatorFigure) -> Iterator[Measured]:
    yield from ((figure, one) for one in figure.series)
    yield from ((figure, one) for group in figure.subgroups for one in group.readings)


def _limit(row: Measured, limit: Decimal | None) -> Value:
    if row[1].is_hidden:
        return Words(_("hidden (few people)"), "hidden")
    if limit is None:
        return Words(_("cannot be computed"), "not_computed")
    return measured(round(limit, 1), row[0].unit, "")


Aimed = tuple[shapes.IndicatorFigure, shapes.TargetShown]


def targets(figures: Iterable[shapes.IndicatorFigure], is_demo: bool) -> Table:
    parts: list[Part[Aimed]] = [
        (Column("indicator", "Reference"), lambda row: row[0].reference),
        (Column("name", "Indikator", Kind.LONG_TEXT), lambda row: row[0].name),
        (Column("subgroup", "Undergruppe"), lambda row: text(row[1].group)),
        (Column("value", "Måltal", Kind.NUMBER), lambda row: measured(row[1].value, row[0].unit, row[1].text)),
        (Column("text", _("Target in words")), lambda row: row[1].text),
        (Column("period_text", "Måldato"), lambda row: row[1].date_text),
        (Column("owner", _("Set by")), lambda row: row[1].owner_words),
        (Column("note", "Bemærkning", Kind.LONG_TEXT), lambda row: text(row[1].note)),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: labels(row[1].sources)),
    ]
    if is_demo:
        parts.append((fictional_column(), lambda row: yes_or_no(row[1].is_fictional)))
    return table_of("targets", _("Targets"), parts, ((one, goal) for one in figures for goal in one.targets))
