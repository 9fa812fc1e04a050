"""The books: one list, or what a page shows. Each says of itself what it is, as of when and for whom."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from initiatives.models import Initiative
from organisation.access import access_of
from organisation.models import Municipality, User
from organisation.printing import format_date
from portfolio.overview import shapes
from portfolio.overview.calendars import Occasion, Undated
from portfolio.overview.shapes.budget_pages import BudgetPage, LinePage
from portfolio.overview.shapes.listing import Listing
from portfolio.overview.strategy_maps import MapRow, StrategyMap
from portfolio.sheets.writing import shown, shown_money
from portfolio.sheets.writing.declared import fictional_column, yes_or_no
from portfolio.sheets.writing.lists import LISTS, initiatives
from portfolio.sheets.writing.shown_groups import group_budgets
from portfolio.sheets.writing.shown_initiative import initiative_tables, strategy_tables
from portfolio.sheets.writing.shown_listing import groups, key_figures, of_lines
from portfolio.sheets.writing.tables import Book, Column, Kind, Table, Value, Words
from portfolio.templatetags.days import moment

Fact = tuple[str, str]


@dataclass(frozen=True)
class Reader:
    """Who asks, of which municipality, as of which day, and as known when; None is today, and all that is known."""

    user: User
    municipality: Municipality
    as_of: datetime.date | None = None
    known_on: datetime.datetime | None = None

    @property
    def day(self) -> Fact:
        known = _("as known on %(day)s") % {"day": moment(self.known_on)} if self.known_on else ""
        return _as_of(format_date(self.as_of or timezone.localdate()), known)

    @property
    def is_demo(self) -> bool:
        return self.municipality.is_demo

    def book(self, title: str, name: Sequence[str], facts: Iterable[Fact], tables: Iterable[Table]) -> Book:
        """`name` are the parts of the file's name, `facts` what this book says of itself beside what all say."""
        home = self.municipality
        said = [(label, text) for label, text in facts if text]
        own = [
            (_("Municipality"), f"{home.name} ({home.code})"),
            *said,
            *(fact for fact in _usual() if fact[0] not in dict(said)),
            (_("Written"), format_date(timezone.localdate())),
            (_("Who may see it"), self._readers()),
            (
                _("Missing figures"),
                _("Words stand where there is no figure. An empty cell means that nothing is meant."),
            ),
        ]
        if self.is_demo:
            own.append((_("Fictional data"), _("Rows marked “ja” under “Fiktive data” are made up for demonstration.")))
        parts = [home.code, *(part.replace("_", "-") for part in name), timezone.localdate().isoformat()]
        return Book(title, "-".join(parts), tuple(own), tuple(tables), home.name, get_language() or "da")

    def _readers(self) -> str:
        if self.municipality.pk in access_of(self.user).staff:
            return _("Staff of the municipality: drafts may be among the rows. Do not pass it on unread.")
        return _("Everybody with access to the municipality's pages: only what is approved and posted.")


def _usual() -> list[Fact]:
    """What every first sheet says, where its book has nothing of its own to say of it."""
    return [
        (_("Unit"), _("The unit stands in the heading of each column of figures; percentages are percentages.")),
        _as_of(format_date(timezone.localdate())),
        (_("Filters"), _("None: all that you may see.")),
        (_("Source"), _("The municipality's own rows, as they are stored now.")),
    ]


def _sources(labels: Iterable[str]) -> Fact:
    return _("Source"), "; ".join(dict.fromkeys(filter(None, labels)))


def _as_of(text: str, known: str = "") -> Fact:
    return _("Figures as of"), ", ".join(part for part in (text, known) if part)


# Lists


def of_list(reader: Reader, key: str) -> Book:
    """Raises KeyError for a list that is not there."""
    one = LISTS[key]
    facts = [
        (_("What it is"), str(one.about)),
        (_("Unit"), _("Amounts in kroner; percentages as percentages.")),
    ]
    title = f"{one.name}, {reader.municipality.name}"
    return reader.book(title, [one.slug], facts, [one.make(reader.user, reader.municipality)])


# Pages


@dataclass(frozen=True, slots=True)
class Narrowed:
    """How a page is narrowed and shown, in words: its filters, its groups, and the name it is saved under.

    `title` and `name`, that of the file, where it is another page than the portfolio's.
    """

    filters: str
    groups: str = ""
    views: str = ""
    title: str = ""
    name: str = "indsatsoversigt"

    @property
    def facts(self) -> list[Fact]:
        return [(_("Saved view"), self.views), (_("Filters"), self.filters), (_("In groups by"), self.groups)]


def of_portfolio(reader: Reader, shown: Listing, chosen: QuerySet[Initiative], narrowed: Narrowed) -> Book:
    """`chosen` are the page's initiatives, all of them."""
    tables = [
        initiatives(reader.user, reader.municipality, chosen, of_lines(shown)),
        key_figures(shown),
        *groups(shown),
    ]
    title = narrowed.title or _("Portfolio overview for %(name)s") % {"name": reader.municipality.name}
    facts = [reader.day, *narrowed.facts, (_("Money"), shown.money.text)]
    return reader.book(title, [narrowed.name], facts, tables)


def of_maps(reader: Reader, maps: Iterable[StrategyMap]) -> Book:
    """The trees of all strategies, a row for each node and initiative, with money and effect side by side."""
    parts: list[shown.Part[tuple[StrategyMap, MapRow]]] = [
        (Column("strategy", "Strategi", width=36), lambda row: row[0].strategy.title),
        (Column("kind", "Type"), lambda row: row[1].kind_words),
        (Column("title", _("Objectives and initiatives"), Kind.LONG_TEXT), lambda row: row[1].title.title),
        (Column("depth", _("Depth"), Kind.NUMBER, is_always_known=True), lambda row: row[1].depth),
        (Column("money", _("Money"), width=40), lambda row: row[1].money_text or _("no initiatives")),
        (Column("effect", _("Effect"), width=40), lambda row: _counts(row[1].effect)),
        (Column("status", _("Status"), width=30), lambda row: _counts(row[1].lights)),
    ]
    if reader.is_demo:
        parts.append((fictional_column(), lambda row: yes_or_no(row[1].is_fictional)))
    title = _("Map of the strategies in %(name)s") % {"name": reader.municipality.name}
    rows = [(one, row) for one in maps for row in one.rows]
    tables = [shown.table_of("map", _("Map of the strategies"), parts, rows)]
    return reader.book(title, ["strategikort"], [reader.day], tables)


def _counts(found: Iterable[shapes.Count]) -> Value:
    return "; ".join(f"{one.number} {one.words}" if one.number > 1 else one.words for one in found) or None


def of_year(reader: Reader, year: int, occasions: Iterable[Occasion], undated: Iterable[Undated]) -> Book:
    """What is in the calendar of a year, and what nobody has said the day of."""
    parts: list[shown.Part[Occasion]] = [
        (Column("start", _("From"), Kind.DATE, is_always_known=True), lambda row: row.start),
        (Column("end", _("To"), Kind.DATE, is_always_known=True), lambda row: row.end),
        (Column("kind", "Type"), lambda row: Words(row.kind_words, row.kind)),
        (Column("title", _("What"), Kind.LONG_TEXT), lambda row: row.title),
        (Column("detail", "Beskrivelse", Kind.LONG_TEXT), lambda row: shown.text(row.told)),
        (Column("is_proposed", _("By its rhythm"), width=14), lambda row: yes_or_no(row.is_proposed)),
        *shown.fictional(reader.is_demo),
    ]
    without: list[shown.Part[Undated]] = [
        (Column("kind", "Type"), lambda row: row.kind_words),
        (Column("title", _("What"), Kind.LONG_TEXT), lambda row: row.title),
    ]
    title = _("The year %(year)d in %(name)s") % {"year": year, "name": reader.municipality.name}
    tables = [
        shown.table_of("occasions", _("The year"), parts, occasions),
        shown.table_of("undated", _("Without a day"), without, undated),
    ]
    return reader.book(title, ["aarshjul", str(year)], [(_("Period"), str(year))], tables)


def of_strategy(reader: Reader, strategy: shapes.StrategyShown) -> Book:
    document = strategy.document.title if strategy.document else ""
    facts = [reader.day, _sources([document, *_labels(strategy.sources)])]
    tables = strategy_tables(strategy, reader.is_demo)
    return reader.book(strategy.title, ["strategi", strategy.reference], facts, tables)


def of_initiative(reader: Reader, sheet: shapes.InitiativeSheet) -> Book:
    document = sheet.document.title if sheet.document else ""
    facts = [reader.day, _sources([document, *_labels(sheet.sources)])]
    title = f"{sheet.card.code} {sheet.card.title}".strip()
    tables = initiative_tables(sheet, reader.is_demo)
    return reader.book(title, ["indsats", sheet.card.reference], facts, tables)


def _labels(sources: Iterable[shapes.Source]) -> list[str]:
    return [source.label for source in sources]


def of_indicator(reader: Reader, page: shapes.IndicatorPage) -> Book:
    figure, is_demo = page.figure, reader.is_demo
    tables = [
        shown.facts_table("definition", _("Definition"), [(line.label, line.text) for line in page.definition]),
        shown.measurements([figure], is_demo),
        shown.targets([figure], is_demo),
        shown.indicators([figure], is_demo),
    ]
    if page.revisions:
        tables.append(_revisions(page.revisions))
    notes = [reader.day, (_("Unit"), figure.unit_words)]
    notes += [_sources([figure.source_text, *_labels(figure.sources)])]
    return reader.book(figure.name, ["indikator", figure.reference], notes, tables)


def _revisions(found: Iterable[shapes.RevisionShown]) -> Table:
    parts: list[shown.Part[shapes.RevisionShown]] = [
        (Column("what", _("What"), width=36), lambda row: row.what),
        (Column("before", _("Before")), lambda row: row.before_text),
        (Column("after", _("After")), lambda row: row.after_text),
        (Column("when", _("When")), lambda row: row.when_text),
        (Column("note", "Bemærkning", Kind.LONG_TEXT), lambda row: shown.text(row.note)),
    ]
    return shown.table_of("revisions", _("Revisions"), parts, found)


def of_budget(reader: Reader, page: BudgetPage, part: str) -> Book:
    """`part`: the strategy or initiative that the page is narrowed to, or nothing."""
    is_demo, told = reader.is_demo, page.follow_up
    tables = [*shown_money.group_tables(told.tables, is_demo)]
    if told.bridge:
        tables.append(shown_money.bridge(told.bridge))
    if told.rounds:
        tables.append(shown_money.rounds(told.rounds, is_demo))
    tables += group_budgets(told.by_group, is_demo)
    tables += shown_money.budget_tables(page.tables, is_demo)
    if not page.planning_is_all:
        tables += shown_money.budget_tables(told.planning, is_demo, key="planning")
    title = _("Budget and follow-up, %(name)s") % {"name": part or reader.municipality.name}
    facts = [_as_of(told.as_of_text, told.known_text), (_("Filters"), part), (_("Money"), page.money.text)]
    facts += [(_("Remark"), text) for text in (page.money.refusal, told.empty_text)]
    return reader.book(title, ["budget"], facts, tables or [_nothing(told.empty_text)])


def _nothing(text: str) -> Table:
    return shown.facts_table("nothing", _("Budget"), [(_("Budget"), text)])


def of_line(reader: Reader, line: LinePage) -> Book:
    is_demo = reader.is_demo
    facts = [(_("Budget line"), line.name), (_("Code"), line.code), (_("Description"), line.description), *line.facts]
    facts += [(_("Initiatives"), "; ".join([*(one.title for one in line.initiatives), *_others(line)]))]
    facts += [(_("Relations"), one.text) for one in line.relations]
    tables = [shown.facts_table("facts", _("Facts"), facts)]
    tables += shown_money.budget_tables(line.tables, is_demo)
    tables += shown_money.follow_up_tables(line.follow_up, is_demo)
    tables += [
        shown_money.postings(line.made_of.postings, is_demo),
        shown_money.readings(line.made_of.readings, is_demo),
        *(shown_money.bridge(one, f"bridge_{one.year}") for one, _picture in line.bridges),
    ]
    if line.funding:
        tables.append(shown_money.funding(line.funding, is_demo))
    said = [_as_of(line.as_of_text, line.known_text), _sources(_labels(line.made_of.documents))]
    title = f"{line.code} {line.name}".strip()
    return reader.book(title, ["budgetlinje", line.reference], said, tables)


def _others(line: LinePage) -> list[str]:
    return [_("and others")] if line.and_others else []


def of_funding(reader: Reader, source: shapes.FundingOverview, reference: str) -> Book:
    facts = [
        (_("Funding source"), source.name),
        (_("Kind"), source.kind_words),
        (_("Giver"), source.giver),
        (_("Period"), source.period_text),
        (_("Size, as context") if source.is_context else _("Size"), source.size.full_text),
        (_("Drawn"), source.drawn_text),
        (_("Left"), source.left_text),
        (_("Conditions"), source.conditions),
        (_("Deadline for accounts"), source.accounts_deadline),
        (_("Note"), source.note),
    ]
    tables = [
        shown.facts_table("facts", _("Facts"), facts),
        shown_money.draws(source.draws, reader.is_demo),
        shown_money.postings((one for draw in source.draws for one in draw.made_of.postings), reader.is_demo),
    ]
    said = [reader.day, _sources(_labels(source.sources))]
    return reader.book(source.name, ["finansiering", reference], said, tables)


def of_instrument(page: shapes.InstrumentPage, day_text: str, known_text: str = "") -> Book:
    """Of no municipality: what is shared nationally, and one's own."""
    about = [
        (_("Instrument"), page.name),
        (_("Question"), page.question),
        (_("Answer scale"), page.scale),
        (_("Cut-off"), page.cut_off),
        (_("May be compared with"), page.comparable_with),
        (_("May not be compared with"), page.not_comparable_with),
        (_("Limits of interpretation"), page.limits),
    ]
    readers = _("Everybody with access to a municipality's pages: one's own figures, and those shared nationally.")
    remark = _("Figures stand side by side only where they ask the same of the same people. Add nothing up.")
    facts = [_as_of(day_text, known_text), (_("Who may see it"), readers), (_("Remark"), remark)]
    tables = [shown.facts_table("facts", _("Facts"), about), _compared(page.compared), _apart(page.apart)]
    name = f"instrument-{page.reference}-{timezone.localdate().isoformat()}"
    return Book(page.name, name, tuple(facts), tuple(tables), language=get_language() or "da")


def _compared(found: Iterable[shapes.Compared]) -> Table:
    parts: list[shown.Part[tuple[shapes.Compared, shapes.ComparedFigure]]] = [
        (Column("group", _("Held against each other"), Kind.LONG_TEXT), lambda row: row[0].caption),
        (Column("municipality", _("Municipality")), lambda row: row[1].municipality),
        (Column("name", "Indikator", Kind.LONG_TEXT), lambda row: row[1].name),
        (Column("value", _("Value"), width=18), lambda row: _read(row[1].reading)),
        (Column("unit", _("Unit")), lambda row: row[0].unit_words),
        (Column("date", _("When")), lambda row: row[1].reading.date_text),
        (Column("answers", _("Answers")), lambda row: shown.text(row[1].reading.n_text)),
        (Column("interval", _("Uncertainty")), lambda row: shown.text(row[1].reading.interval_text)),
    ]  # fmt: skip
    rows = ((group, one) for group in found for one in group.figures)
    return shown.table_of("compared", _("Side by side"), parts, rows)


def _read(reading: shapes.Reading) -> Value:
    return Words(reading.text, "hidden") if reading.is_hidden else reading.text


def _apart(found: Iterable[shapes.SetApart]) -> Table:
    parts: list[shown.Part[shapes.SetApart]] = [
        (Column("municipality", _("Municipality")), lambda row: row.municipality),
        (Column("name", "Indikator", Kind.LONG_TEXT), lambda row: row.name),
        (Column("text", _("Figure")), lambda row: row.text),
        (Column("reasons", _("Why it stands apart"), Kind.LONG_TEXT), lambda row: "; ".join(row.reasons)),
    ]
    return shown.table_of("apart", _("Set apart"), parts, found)
