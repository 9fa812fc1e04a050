"""The front page of a committee as a book: its figures, what each is made of, and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from organisation.models import Body
from portfolio.overview.shapes.front import AgendaItem, Behind, DecisionMade, FrontFigure, FrontPage, OffTrack
from portfolio.sheets.writing import shown
from portfolio.sheets.writing.books import Fact, Reader
from portfolio.sheets.writing.declared import yes_or_no
from portfolio.sheets.writing.tables import Book, Column, Kind, Table


def of_front(reader: Reader, committee: Body, page: FrontPage, facts: Iterable[Fact]) -> Book:
    """`facts` say where the figures are from: a report, or how they are today."""
    is_demo = reader.is_demo
    said = [
        (_("Figures as of"), page.as_of_text),
        *facts,
        (_("Compared with"), page.since_text),
        (_("Initiatives"), page.count_text),
        (_("Money"), page.money_text),
        (_("Decided since last time"), page.decided_unclear.title if page.decided_unclear else ""),
    ]
    tables = [
        _figures(page.figures, is_demo),
        _made_of(page.figures, is_demo),
        _changes(page, is_demo),
        _decided(page.decided or (), is_demo),
        _off_track(page, is_demo),
        _agenda((*page.asked, *page.told), is_demo),
    ]
    return reader.book(committee.name, ["udvalg", committee.reference], said, tables)


def _figures(figures: Iterable[FrontFigure], is_demo: bool) -> Table:
    parts: list[shown.Part[FrontFigure]] = [
        (Column("figure", _("Figure"), width=36), lambda row: capfirst(row.label)),
        (Column("value", _("Value"), width=18), lambda row: row.value),
        (Column("detail", "Beskrivelse", Kind.LONG_TEXT), lambda row: shown.text(row.detail)),
        (Column("why", _("Since last time"), Kind.LONG_TEXT), lambda row: row.why),
        *shown.fictional(is_demo),
    ]
    return shown.table_of("figures", _("The figures"), parts, figures)


def _made_of(figures: Iterable[FrontFigure], is_demo: bool) -> Table:
    """As much of each as the page names, and how much more there is."""
    parts: list[shown.Part[tuple[str, Behind]]] = [
        (Column("figure", _("Figure"), width=36), lambda row: row[0]),
        (Column("title", _("What"), Kind.LONG_TEXT), lambda row: row[1].title),
        (Column("text", _("Text"), Kind.LONG_TEXT), lambda row: shown.text(row[1].text)),
    ]
    if is_demo:
        parts += [(column, lambda row: yes_or_no(row[1].is_fictional)) for column, _say in shown.fictional(is_demo)]
    rows = [
        (capfirst(figure.label), one)
        for figure in figures
        for one in (*figure.behind, *([Behind(figure.left_text, "", "")] if figure.left_text else []))
    ]
    return shown.table_of("made_of", _("What the figures are made of"), parts, rows)


def _changes(page: FrontPage, is_demo: bool) -> Table:
    parts: list[shown.Part[Behind]] = [
        (Column("title", _("Initiative"), Kind.LONG_TEXT), lambda row: row.title),
        (Column("text", _("Change"), Kind.LONG_TEXT), lambda row: row.text),
        *shown.fictional(is_demo),
    ]
    return shown.table_of("changes", _("Changed since last time"), parts, page.changes, _left(page.changes_more))


def _decided(found: Iterable[DecisionMade], is_demo: bool) -> Table:
    parts: list[shown.Part[DecisionMade]] = [
        (Column("title", _("Decision"), Kind.LONG_TEXT), lambda row: row.title),
        (Column("text", _("Outcome"), Kind.LONG_TEXT), lambda row: row.text),
        (Column("when", _("When"), width=30), lambda row: row.day_text),
        (Column("note", "Bemærkning"), lambda row: shown.text(row.note)),
        *shown.fictional(is_demo),
    ]
    return shown.table_of("decided", _("Decided since last time"), parts, found)


def _off_track(page: FrontPage, is_demo: bool) -> Table:
    parts: list[shown.Part[OffTrack]] = [
        (Column("title", _("Initiative"), Kind.LONG_TEXT), lambda row: row.title),
        (Column("status", _("Status"), width=24), lambda row: capfirst(row.word)),
        (Column("reason", _("Reason"), Kind.LONG_TEXT), lambda row: shown.text(row.reason)),
        (Column("action", _("What is done:").rstrip(":"), Kind.LONG_TEXT), lambda row: shown.text(row.action)),
        *shown.fictional(is_demo),
    ]
    return shown.table_of("off_track", _("What is off track"), parts, page.off_track, _left(page.off_track_more))


def _agenda(found: Iterable[AgendaItem], is_demo: bool) -> Table:
    parts: list[shown.Part[AgendaItem]] = [
        (Column("title", _("What"), Kind.LONG_TEXT), lambda row: row.title),
        (Column("text", _("Item"), Kind.LONG_TEXT), lambda row: row.text),
        (
            Column("asked", _("Recommendation"), Kind.LONG_TEXT),
            lambda row: shown.text("; ".join(f"at {one}" for one in row.asked)),
        ),
        *shown.fictional(is_demo),
    ]
    return shown.table_of("agenda", _("What the committee is asked to decide"), parts, found)


def _left(number: int) -> list[str]:
    return [_("and %(number)d more") % {"number": number}] if number else []
