"""The whole of one initiative, and of a strategy: a sheet for each part of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from django.utils.translation import gettext as _

from portfolio.overview import shapes
from portfolio.sheets import shown_only
from portfolio.sheets.writing import shown, shown_money
from portfolio.sheets.writing.declared import missing
from portfolio.sheets.writing.shown import Part, facts_table, fictional, labels, table_of, text
from portfolio.sheets.writing.tables import Column, Kind, Table, Value, Words


def initiative_tables(sheet: shapes.InitiativeSheet, is_demo: bool) -> Iterator[Table]:
    """Parts of which there is nothing have no sheet; what the sources lack is listed."""
    yield facts_table("facts", _("Facts"), _facts(sheet))
    found = [
        _texts(sheet.headings, is_demo),
        _activities(sheet.activities, is_demo),
        _parties(sheet.involvements),
        _target_groups(sheet.target_groups),
        _methods(sheet.methods),
        cards(sheet.children, is_demo, key="children", name=_("Sub-initiatives")),
        measures(sheet.follow_up_measures, is_demo),
        events(sheet.events, is_demo),
        _statuses(sheet.statuses, is_demo),
    ]
    yield from (table for table, rows in zip(found, _parts_of(sheet), strict=True) if rows)
    yield from shown_money.budget_tables(sheet.budget_tables, is_demo)
    yield from shown_money.follow_up_tables(sheet.follow_up, is_demo)
    if sheet.funding_sources:
        yield shown_money.funding(sheet.funding_sources, is_demo)
    yield from figures(sheet.indicators, sheet.context_figures, is_demo)
    if sheet.missing:
        yield facts_table("missing", _("Not stated"), [(_("Not stated"), one) for one in sheet.missing])


def _parts_of(sheet: shapes.InitiativeSheet) -> list[object]:
    return [
        sheet.headings, sheet.activities, sheet.involvements, sheet.target_groups, sheet.methods, sheet.children,
        sheet.follow_up_measures, sheet.events, sheet.statuses,
    ]  # fmt: skip


def figures(
    indicators: tuple[shapes.IndicatorFigure, ...],
    context: tuple[shapes.ContextFigureShown, ...],
    is_demo: bool,
) -> Iterator[Table]:
    if indicators:
        yield shown.indicators(indicators, is_demo)
        yield shown.measurements(indicators, is_demo)
        yield shown.targets(indicators, is_demo)
    if context:
        yield context_figures(context, is_demo)


def strategy_tables(strategy: shapes.StrategyShown, is_demo: bool) -> Iterator[Table]:
    yield facts_table("facts", _("Facts"), _strategy_facts(strategy))
    yield shown.objectives([strategy], is_demo)
    yield cards(_cards_of(strategy), is_demo)
    yield from shown_money.budget_tables(strategy.budget_tables, is_demo)
    yield from shown_money.follow_up_tables(strategy.follow_up, is_demo)
    yield from figures(strategy.indicators, strategy.context_figures, is_demo)
    if strategy.follow_up_measures:
        yield measures(strategy.follow_up_measures, is_demo)
    if strategy.events:
        yield events(strategy.events, is_demo)


def _cards_of(strategy: shapes.StrategyShown) -> list[shapes.InitiativeCard]:
    """Each once, in the order of the page, however many objectives it serves."""

    def under(nodes: Iterable[shapes.ObjectiveNode]) -> Iterator[shapes.InitiativeCard]:
        for node in nodes:
            yield from node.initiatives
            yield from under(node.children)

    found = {card.reference: card for card in (*under(strategy.objectives), *strategy.initiatives)}
    return list(found.values())


def _strategy_facts(strategy: shapes.StrategyShown) -> Iterator[tuple[str, str]]:
    yield _("Strategy"), strategy.title
    yield _("Kind"), strategy.kind_words
    yield _("Period"), strategy.period_text
    yield _("Committee"), strategy.committee_text
    yield _("Budget"), strategy.money.text
    yield _("Document"), strategy.document.title if strategy.document else ""
    yield _("Summary"), strategy.summary
    yield _("Note"), strategy.note
    yield _("Source"), labels(strategy.sources) or ""
    yield from ((_("Not stated"), one) for one in strategy.missing)


def _facts(sheet: shapes.InitiativeSheet) -> Iterator[tuple[str, str]]:
    card = sheet.card
    yield _("Initiative"), card.title
    yield _("Title as printed"), sheet.printed_title
    yield _("Reference"), card.reference
    yield _("Code"), card.code
    yield _("Kind"), card.kind_words
    yield _("State"), card.state_words
    yield _("Period"), card.period_text
    yield _("Owner"), card.owner_text
    yield _("Strategy"), card.strategy.title if card.strategy else ""
    yield _("Objectives"), shown.titles(card.objectives) or ""
    yield _("Other names"), "; ".join(sheet.aliases)
    yield _("Summary"), sheet.summary
    yield _("Status"), card.status_text
    yield _("Money"), card.money.text
    yield _("Document"), sheet.document.title if sheet.document else ""
    yield _("Source"), labels(sheet.sources) or ""


def cards(found: Iterable[shapes.InitiativeCard], is_demo: bool, key: str = "initiatives", name: str = "") -> Table:
    parts: list[Part[shapes.InitiativeCard]] = [
        (Column("reference", "Reference"), lambda row: row.reference),
        (Column("code", "Kode"), lambda row: text(row.code)),
        (Column("title", "Indsats", Kind.LONG_TEXT), lambda row: row.title),
        (Column("kind", "Type"), lambda row: Words(row.kind_words, row.kind)),
        (Column("state", "Tilstand"), lambda row: Words(row.state_words, row.state)),
        (Column("period_text", "Periode", width=30), lambda row: row.period_text),
        (Column("owner", shown_only.OWNER, width=30), lambda row: row.owner_text),
        *of_card(),
        *fictional(is_demo),
    ]
    return table_of(key, name or _("Initiatives"), parts, found)


def of_card() -> list[Part[shapes.InitiativeCard]]:
    """What only the overview knows of an initiative."""
    return [
        (Column("target_groups", shown_only.TARGET_GROUPS, width=36), lambda row: text("; ".join(row.target_groups))),
        (Column("objectives", shown_only.OBJECTIVES, Kind.LONG_TEXT), lambda row: shown.titles(row.objectives)),
        *((column, _of_status(say)) for column, say in lights()),
        (Column("money", shown_only.MONEY, width=40), lambda row: row.money.text),
        (Column("indicators", shown_only.INDICATORS, width=20), lambda row: row.indicators_text),
    ]


def lights() -> list[tuple[Column, Callable[[shapes.StatusShown | None], Value]]]:
    return [
        (Column("progress_light", shown_only.PROGRESS), lambda status: _light(status, "progress")),
        (Column("economy_light", shown_only.ECONOMY), lambda status: _light(status, "economy")),
        (Column("effect_light", shown_only.EFFECT), lambda status: _light(status, "effect")),
        (Column("status_as_of", shown_only.STATUS_DAY, Kind.DATE), _status_day),
    ]


def _of_status(say: Callable[[shapes.StatusShown | None], Value]) -> Callable[[shapes.InitiativeCard], Value]:
    return lambda card: say(card.status)


def _light(status: shapes.StatusShown | None, aspect: str) -> Value:
    found = [light for light in status.lights if light.aspect == aspect] if status else []
    return Words(found[0].word, found[0].code) if found else Words(_("no status"), "no_status")


def _status_day(status: shapes.StatusShown | None) -> Value:
    return status.as_of if status else Words(_("no status"), "no_status")


def _texts(found: Iterable[shapes.HeadingText], is_demo: bool) -> Table:
    parts: list[Part[shapes.HeadingText]] = [
        (Column("number", "Nr.", Kind.NUMBER, is_always_known=True), lambda row: row.number),
        (Column("heading", _("Heading"), width=36), lambda row: row.label),
        (Column("text", _("Text"), Kind.LONG_TEXT, width=90), lambda row: missing() if row.is_missing else row.text),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: labels(row.sources)),
        *fictional(is_demo),
    ]
    return table_of("texts", _("Headings"), parts, found)


def _activities(found: Iterable[shapes.ActivityShown], is_demo: bool) -> Table:
    parts: list[Part[shapes.ActivityShown]] = [
        (Column("title", "Aktivitet", Kind.LONG_TEXT), lambda row: row.title),
        (Column("kind", "Type"), lambda row: Words(row.kind_words, row.kind)),
        (Column("state", "Tilstand"), lambda row: Words(row.state_words, row.state)),
        (Column("period_text", "Periode"), lambda row: row.period_text or missing()),
        (Column("text", "Beskrivelse", Kind.LONG_TEXT), lambda row: text(row.text)),
        (Column("result", "Bemærkning", Kind.LONG_TEXT), lambda row: text(row.result)),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: labels(row.sources)),
        *fictional(is_demo),
    ]
    return table_of("activities", _("Activities and milestones"), parts, found)


def _parties(found: Iterable[shapes.InvolvementGroup]) -> Table:
    parts: list[Part[tuple[shapes.InvolvementGroup, shapes.InvolvedParty]]] = [
        (Column("role", _("Role")), lambda row: Words(row[0].role_words, row[0].role)),
        (Column("name", _("Who"), width=40), lambda row: row[1].name),
        (Column("note", "Bemærkning", Kind.LONG_TEXT), lambda row: text(row[1].note)),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: labels(row[1].sources)),
    ]
    return table_of("parties", _("Involved"), parts, ((group, one) for group in found for one in group.parties))


def _target_groups(found: Iterable[shapes.TargetGroupShown]) -> Table:
    parts: list[Part[shapes.TargetGroupShown]] = [
        (Column("name", "Målgruppe", width=40), lambda row: row.name),
        (Column("within", "Hører under", width=40), lambda row: text(row.within)),
        (Column("note", "Bemærkning", Kind.LONG_TEXT), lambda row: text(row.note)),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: labels(row.sources)),
    ]
    return table_of("target_groups", _("Target groups"), parts, found)


def _methods(found: Iterable[shapes.MethodShown]) -> Table:
    parts: list[Part[shapes.MethodShown]] = [
        (Column("name", _("Method"), width=30), lambda row: row.name),
        (Column("state", "Tilstand"), lambda row: Words(row.state_words, row.state)),
        (Column("description", "Beskrivelse", Kind.LONG_TEXT), lambda row: text(row.description)),
        (Column("note", "Bemærkning", Kind.LONG_TEXT), lambda row: text(row.note)),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: labels(row.sources)),
    ]
    return table_of("methods", _("Methods"), parts, found)


def measures(found: Iterable[shapes.FollowUpMeasureShown], is_demo: bool) -> Table:
    parts: list[Part[shapes.FollowUpMeasureShown]] = [
        (Column("title", _("Follow-up"), Kind.LONG_TEXT), lambda row: row.title),
        (Column("kind", "Type"), lambda row: row.kind_words),
        (Column("cadence", _("How often")), lambda row: row.cadence_words),
        (Column("recipient", _("Recipient"), width=36), lambda row: text(row.recipient_text)),
        (Column("period_text", "Periode"), lambda row: row.period_text or missing()),
        (Column("note", "Bemærkning", Kind.LONG_TEXT), lambda row: text(row.note)),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: labels(row.sources)),
        *fictional(is_demo),
    ]
    return table_of("follow_up_measures", _("Follow-up"), parts, found)


def events(found: Iterable[shapes.Event], is_demo: bool) -> Table:
    parts: list[Part[shapes.Event]] = [
        (Column("date", _("Date")), lambda row: row.date_text),
        (Column("title", _("Decision or event"), Kind.LONG_TEXT), lambda row: row.title),
        (Column("kind", "Type"), lambda row: Words(row.kind_words, row.kind)),
        (Column("body", _("By"), width=36), lambda row: text(row.body_text)),
        (Column("outcome", _("Outcome"), width=30), lambda row: text(row.outcome_words)),
        (Column("outcome_text", _("In words"), Kind.LONG_TEXT), lambda row: text(row.outcome_text)),
        (Column("case_number", _("Case number")), lambda row: text(row.case_number)),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: labels(row.sources)),
        *fictional(is_demo),
    ]
    return table_of("events", _("Decisions and events"), parts, found)


def _statuses(found: Iterable[shapes.StatusShown], is_demo: bool) -> Table:
    parts: list[Part[shapes.StatusShown]] = [
        (Column("as_of", shown_only.STATUS_DAY, Kind.DATE, is_always_known=True), lambda row: row.as_of),
        (Column("progress_light", shown_only.PROGRESS), lambda row: _light(row, "progress")),
        (Column("economy_light", shown_only.ECONOMY), lambda row: _light(row, "economy")),
        (Column("effect_light", shown_only.EFFECT), lambda row: _light(row, "effect")),
        (Column("author", _("Author")), lambda row: row.author),
        (Column("text", "Beskrivelse", Kind.LONG_TEXT), lambda row: text(row.text)),
        (Column("reason", _("Reason"), Kind.LONG_TEXT), lambda row: text(row.reason)),
        (Column("action", _("Action"), Kind.LONG_TEXT), lambda row: text(row.action)),
        *fictional(is_demo),
    ]
    return table_of("statuses", _("Status"), parts, found)


def context_figures(found: Iterable[shapes.ContextFigureShown], is_demo: bool) -> Table:
    parts: list[Part[shapes.ContextFigureShown]] = [
        (Column("reference", "Reference"), lambda row: row.reference),
        (Column("label", _("Context figure"), Kind.LONG_TEXT), lambda row: row.label),
        (Column("value", _("Figure")), lambda row: Words(row.text, "hidden") if row.is_hidden else row.text),
        (Column("unit", _("Unit")), lambda row: row.unit_words),
        (Column("population", "Population", width=30), lambda row: text(row.population)),
        (Column("geography", _("Area")), lambda row: text(row.geography)),
        (Column("date", _("When")), lambda row: row.date_text),
        (Column("note", "Bemærkning", Kind.LONG_TEXT), lambda row: text(row.note)),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: text(row.source_text) or labels(row.sources)),
        *fictional(is_demo),
    ]
    return table_of("context_figures", _("Context figures"), parts, found)
