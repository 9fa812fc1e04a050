"""What an extract is taken to be: its table, what its columns mean, its month, and which of its rows are totals."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from organisation.printing import format_number
from organisation.sorting import search_key
from portfolio.extracts.content import ExtractContent, ExtractRow, Terms
from portfolio.sheets.reading import Cell, Sheet, Visibility, Workbook
from portfolio.sheets.understanding import Correction, Layout, RowRole, understand

MOST_ROWS = 20_000
_HEADING_ROWS = 30
# Written as search_key writes them; the first that fits decides.
_COLUMNS = {
    "project": r"psp(?:-?element)?|projekt(?: ?-?(?:nr\.?|nummer|definition))?|wbs(?:-?element)?|ordre(?:nr\.?)?",
    "cost_centre": r"omkostningssted|omk\.? ?-?sted|omkostningscenter|profitcenter|delregnskab|sted(?:nr\.?)?",
    "account": r"konto(?:streng|nr\.?|nummer)?|kontering|finanskonto|artskonto|autoriseret konto|account",
    "debit": r"debet|debit|udgift(?:er)?",
    "credit": r"kredit|credit|indtaegt(?:er)?",
    "month": r"maaned|periode|bogfoeringsperiode|bogfoert maaned|regnskabsperiode|bogf\.? ?dato"
    r"|bogfoeringsdato|posteringsdato",
    "amount": r"(?:beloeb|forbrug|netto(?:beloeb)?|bogfoert(?: beloeb)?|saldo|bevaegelse|aatd|aar til dato)"
    r"(?: i (?:dkk|kr\.?)| \(?(?:dkk|kr\.?)\)?| i alt| aar til dato)?",
    "text": r"(?:posterings?|konto|linje)?tekst|betegnelse|beskrivelse|navn|kontonavn",
}
_TOTAL = re.compile(r"(?:i alt|sum|total|hovedtotal|samlet(?: sum)?|overall result|samlet resultat)\b.*")
_MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
_YEAR_MONTH = re.compile(
    r"(20\d{2})[-./ ]?(?:m|p)?(0?[1-9]|1[0-2])(?!\d)|(?<!\d)(0?[1-9]|1[0-2])[-./](20\d{2})", re.IGNORECASE
)


class NoExtractError(ValueError):
    """There is no table of amounts on accounts in the file; str() is a sentence."""


def read_extract(workbook: Workbook, today: date) -> tuple[ExtractContent, Terms]:
    """The first visible sheet with a column of accounts and one of amounts. Raises NoExtractError."""
    for sheet in workbook.sheets:
        if sheet.visibility is not Visibility.VISIBLE:
            continue
        found = _header(sheet)
        if found is not None:
            row, headings, terms = found
            layout = understand(sheet, Correction(header_rows=(row,)))
            content = _content(sheet, layout, headings, terms)
            _find_month(content, terms, layout, workbook.name, today)
            return content, terms
    raise NoExtractError(
        _(
            "No table of amounts on accounts is found. There must be a column of accounts, cost centres or projects, "
            "and one of amounts."
        )
    )


def _header(sheet: Sheet) -> tuple[int, list[str], Terms] | None:
    """(row, headings, what they mean) of the first row that names accounts and amounts."""
    for row in range(min(sheet.height, _HEADING_ROWS)):
        headings = [" ".join(cell.raw.split()) for cell in sheet.cells(row)]
        terms = _terms(headings)
        if terms.keys and (terms.amount is not None or terms.debit is not None):
            return row, headings, terms
    return None


def _terms(headings: Sequence[str]) -> Terms:
    terms = Terms()
    for index, heading in enumerate(headings):
        key = search_key(heading).strip(" .:*")
        name = next((name for name, words in _COLUMNS.items() if re.fullmatch(words, key)), None)
        if name is not None and getattr(terms, name) is None:
            setattr(terms, name, index)
    if terms.amount is not None:
        terms.debit = terms.credit = None
    return terms


def _content(sheet: Sheet, layout: Layout, headings: list[str], terms: Terms) -> ExtractContent:
    content = ExtractContent(sheet.name, headings)
    first = layout.header_rows[-1] + 1 if layout.header_rows else 0
    hidden = 0
    for row in layout.rows:
        if row.index < first or row.role is RowRole.BLANK:
            continue
        if row.is_hidden:
            # An extract is added up whole: what a filter hides is part of it.
            hidden += 1
        cells = [_text(cell) for cell in sheet.cells(row.index)]
        content.rows.append(_row(row.index + 1, cells, row.role, terms))
    if len(content.rows) > MOST_ROWS:
        raise NoExtractError(
            _("The extract has more than %(limit)s rows. Draw it with sums by account.") % {"limit": MOST_ROWS}
        )
    if hidden:
        content.remarks.append(_("%(count)d hidden rows are read too.") % {"count": hidden})
    return content


def _row(number: int, cells: list[str], role: RowRole, terms: Terms) -> ExtractRow:
    keys = [cells[column] for column in terms.keys.values() if column < len(cells)]
    label = search_key(next((cell for cell in cells if cell.strip()), ""))
    has_key = any(any(sign.isdigit() for sign in key) for key in keys)
    is_total = not has_key and (_TOTAL.fullmatch(label) is not None or role is RowRole.TOTAL)
    # Subtotals, footnotes and headings between the rows have no account.
    return ExtractRow(number, cells, is_total, is_left_out=not has_key and not is_total)


def _text(cell: Cell) -> str:
    if isinstance(cell.value, Decimal):
        # As Danish writes it, without marks between thousands: an account is also a number to a spreadsheet.
        whole = cell.value == cell.value.to_integral_value()
        return f"{int(cell.value)}" if whole else format_number(cell.value).replace(".", "").replace("−", "-")
    if isinstance(cell.value, datetime | date):
        return f"{cell.value:%Y-%m}"
    return " ".join(cell.raw.split())


def _find_month(content: ExtractContent, terms: Terms, layout: Layout, name: str, today: date) -> None:
    """The last month that the rows name, else the one of the title or the file's name, else last month."""
    named: list[tuple[int, int]] = []
    if terms.month is not None:
        named = [
            found for row in content.rows if not row.is_total and (found := month_of(row.cells[terms.month], today))
        ]
    titles = [row.label for row in layout.rows if row.role is RowRole.TITLE]
    named = named or [found for text in [*titles, name] if (found := month_of(text, None))]
    year, month = max(named, default=_month_before(today))
    terms.year = year
    terms.up_to = date(year, month, calendar.monthrange(year, month)[1]).isoformat()
    terms.as_of = max(today, date.fromisoformat(terms.up_to)).isoformat()
    if terms.month is not None and len(set(named)) == 1 and month != 1:
        # One month alone may be the month's own or the year's so far: nobody but a person knows.
        terms.basis = ""


def month_of(text: str, today: date | None) -> tuple[int, int] | None:
    """(year, month) of "2017-05", "05.2017", "201705", "maj 2017"; a month without a year is of `today`'s year."""
    if found := _YEAR_MONTH.search(text):
        return (int(found[1]), int(found[2])) if found[1] else (int(found[4]), int(found[3]))
    key = search_key(text)
    month = next((at for at, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}\b", key)), None)
    if month is None and today is not None and re.fullmatch(r"(?:p|m)?(0?[1-9]|1[0-2])", key):
        month = int(re.sub(r"\D", "", key))
    year = re.search(r"\b(20\d{2})\b", key)
    if month is None or (year is None and today is None):
        return None
    return (int(year[1]) if year else today.year if today else 0, month)


def _month_before(day: date) -> tuple[int, int]:
    return (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)


def columns_of(content: ExtractContent) -> Iterable[tuple[str, str]]:
    return [(str(index), heading or f"({index + 1})") for index, heading in enumerate(content.headings)]
