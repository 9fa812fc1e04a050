"""The first sheet of a workbook, or the first text of several: what it is, and what one must know of its figures."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from portfolio.sheets.writing.styles import Style
from portfolio.sheets.writing.tables import Book, Column, Kind, Table
from portfolio.sheets.writing.xlsx import Page

_LABEL = Style(is_bold=True)
_TITLE = Style(is_title=True)
_PLAIN = Style()


def front_page(book: Book) -> Page:
    return Page(name=_("About this workbook"), rows=tuple(_rows(book)), widths=(26, 90))


def about(book: Book) -> Table:
    """The same as a table, for those who fetch text."""
    columns = (Column("label", _("What")), Column("text", _("Text"), Kind.LONG_TEXT))
    rows = [(_("What it is"), book.title), *book.facts, *((one.name, " ".join(one.notes)) for one in book.tables)]
    return Table("about", _("About this workbook"), columns, rows)


def _rows(book: Book) -> Iterator[tuple[Style, tuple[str, ...]]]:
    yield _TITLE, (book.title,)
    yield _PLAIN, ()
    for label, text in book.facts:
        yield _LABEL, (label, text)
    yield _PLAIN, ()
    yield _LABEL, (_("Sheets"),)
    for table in book.tables:
        yield _LABEL, (table.name, " ".join(table.notes))
