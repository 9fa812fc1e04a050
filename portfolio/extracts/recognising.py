"""What an extract is taken to be: its table, what its columns mean, its month, and which of its rows are totals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from organisation.printing import format_number
from organisation.sorting import search_key
from organisation.units import Unit
from portfolio.extracts.content import ExtractContent, ExtractRow, Terms
from portfolio.extracts.dating import find_month
from portfolio.extracts.headings import COLUMNS, ROW_SUM, is_amount, is_called, plain
from portfolio.extracts.months import (
    columns_of_months,
    is_month_alone,
    names_several,
    without_months,
)
from portfolio.sheets.reading import Cell, Sheet, Visibility, Workbook
from portfolio.sheets.reading.workbook import column_letters
from portfolio.sheets.understanding import Correction, Layout, RowRole, understand
from portfolio.sheets.understanding.headings import unit_in

MOST_ROWS = 20_000
_HEADING_ROWS = 30
_TOTAL = re.compile(
    r"(?:i alt|sum|subtotal|total|hovedtotal|samlet(?: sum)?|overall result|(?:samlet )?resultat)\b.*|.* i ?alt"
)


class NoExtractError(ValueError):
    """There is no table of amounts on accounts in the file; str() is a sentence."""


def read_extract(workbook: Workbook, today: date, answered: Iterable[Terms] = ()) -> tuple[ExtractContent, Terms]:
    """The first visible sheet with a column of accounts and one of amounts. Raises NoExtractError.

    Which of several columns is the amount may have been said of an earlier extract: `answered`, the latest first.
    """
    for sheet in workbook.sheets:
        if sheet.visibility is not Visibility.VISIBLE:
            continue
        found = _header(sheet)
        if found is not None:
            row, headings, terms = found
            layout = understand(sheet, Correction(header_rows=(row,)))
            _choose_amounts(sheet, row, headings, terms)
            _choose_as_before(headings, terms, answered)
            content = _content(sheet, layout, headings, terms)
            content.remarks += [
                *_months_told(headings, terms),
                *_sides_told(headings, terms),
                *_choice_told(terms),
                *_hidden_columns(sheet, terms),
                *_other_sheets(workbook, sheet),
            ]
            _find_unit(content, terms, layout)
            find_month(content, terms, layout, workbook.name, today)
            return content, terms
    raise NoExtractError(
        _(
            "No table of amounts on accounts is found. There must be a column of accounts, cost centres or projects, "
            "and one of amounts."
        )
    )


def _hidden_columns(sheet: Sheet, terms: Terms) -> list[str]:
    read = sorted({*terms.keys.values(), *terms.amounts, *terms.months} & set(sheet.facts.hidden_columns))
    return [
        _("Column %(letters)s is hidden in the file, and is read all the same.") % {"letters": column_letters(column)}
        for column in read
    ]


def _other_sheets(workbook: Workbook, taken: Sheet) -> list[str]:
    """An extract is one sheet; that others hold accounts too must not go unseen."""
    others = [sheet.name for sheet in workbook.sheets if sheet is not taken and _header(sheet) is not None]
    if not others:
        return []
    return [
        _("Only the sheet “%(sheet)s” is read. There are accounts on %(others)s too: save each as a file of its own.")
        % {"sheet": taken.name, "others": ", ".join(f"“{name}”" for name in others)}
    ]


def _header(sheet: Sheet) -> tuple[int, list[str], Terms] | None:
    """(row, headings, what they mean) of the first row that names accounts and amounts."""
    for row in range(min(sheet.height, _HEADING_ROWS)):
        headings = [" ".join(cell.raw.split()) for cell in sheet.cells(row)]
        terms = _terms(headings)
        if terms.keys and (terms.amount is not None or terms.debit is not None):
            return row, headings, terms
    return None


def _find_unit(content: ExtractContent, terms: Terms, layout: Layout) -> None:
    """What the heading of the amounts says, else the last title that says something; kroner where nobody does."""
    heading = content.headings[_amount_column(terms)]
    titles = [row.label for row in layout.rows if row.role is RowRole.TITLE]
    for text in (heading, *reversed(titles)):
        unit = unit_in(text).unit
        if unit is not None:
            terms.unit = unit.value
            if unit is not Unit.KR:
                words = {"unit": unit.label, "text": " ".join(text.split())[:100]}
                content.remarks.append(_("The amounts are read as %(unit)s, because “%(text)s” stands there.") % words)
            return


def _amount_column(terms: Terms) -> int:
    return next(column for column in (terms.amount, terms.debit, terms.credit, 0) if column is not None)


def _terms(headings: Sequence[str]) -> Terms:
    terms = Terms()
    for index, heading in enumerate(headings):
        name = next((name for name in COLUMNS if is_called(heading, name)), None)
        if name is not None and getattr(terms, name) is None:
            setattr(terms, name, index)
    if terms.amount is None and terms.debit is None:
        sums = [place for place, heading in enumerate(headings) if ROW_SUM.fullmatch(plain(heading))]
        alone = [place for place, heading in enumerate(headings) if is_month_alone(heading)]
        terms.amount = sums[-1] if sums else alone[0] if alone else None
    if terms.amount is not None:
        terms.debit = terms.credit = None
    else:
        terms.side = None
    return terms


def _choose_amounts(sheet: Sheet, row: int, headings: Sequence[str], terms: Terms) -> None:
    """Which of several columns of amounts is read; that of the last month in which something is booked."""
    if terms.amount is None:
        return
    columns = _called_amounts(headings)
    sums = [place for place, heading in enumerate(headings) if ROW_SUM.fullmatch(plain(heading))]
    months = columns_of_months(headings, columns) if terms.month is None else []
    booked = [column for column in months if _is_filled(sheet, row, column)] or months[:1]
    if months and len(months) == len(columns):
        if sums:
            terms.amount = sums[-1]
        else:
            terms.amount = booked[-1]
            terms.months = months_to(headings, terms)
            terms.basis = "" if terms.months else terms.basis
    elif len(columns) > 1:
        terms.rivals, terms.basis = columns, ""


def _choose_as_before(headings: Sequence[str], terms: Terms, answered: Iterable[Terms]) -> None:
    """The column that was said of an earlier extract with the same ones; its basis is asked for all the same."""
    here = {column: _alike(headings[column]) for column in terms.rivals}
    for earlier in answered:
        found = [column for column, heading in here.items() if heading == _alike(earlier.chosen)]
        if len(found) == 1 and sorted(here.values()) == sorted(map(_alike, earlier.among)):
            terms.among = [headings[column] for column in terms.rivals]
            terms.amount, terms.chosen, terms.rivals = found[0], headings[found[0]], []
            return


def _alike(heading: str) -> str:
    """Without its month and year, which differ from one extract to the next."""
    return " ".join(without_months(plain(heading)).split())


def _choice_told(terms: Terms) -> list[str]:
    if not terms.chosen:
        return []
    others = ", ".join(f"“{heading}”" for heading in terms.among if heading != terms.chosen)
    words = {"column": terms.chosen, "others": others}
    return [_("“%(column)s” is read as the amounts, as was said of an earlier extract, and not %(others)s.") % words]


def months_to(headings: Sequence[str], terms: Terms) -> list[int]:
    """The columns of a month each up to the chosen one; none where that is not one of several."""
    if terms.month is not None or terms.amount is None:
        return []
    months = columns_of_months(headings, _called_amounts(headings))
    if terms.amount not in months or all(names_several(headings[column]) for column in months):
        return []
    return months[: months.index(terms.amount) + 1]


def _called_amounts(headings: Sequence[str]) -> list[int]:
    """The columns of amounts by their headings; those of a month alone where nothing else is called so."""
    named = [place for place, heading in enumerate(headings) if is_called(heading, "amount")]
    return named or [place for place, heading in enumerate(headings) if is_month_alone(heading)]


def _is_filled(sheet: Sheet, header: int, column: int) -> bool:
    cells = (sheet.plain(row, column) for row in range(header + 1, sheet.height))
    return any(cell is not None and is_amount(str(cell)) for cell in cells)


def _months_told(headings: Sequence[str], terms: Terms) -> list[str]:
    if not terms.months:
        return []
    words = {"columns": ", ".join(f"“{headings[column]}”" for column in terms.months)}
    return [
        _(
            "There is a column for each month: %(columns)s. Where each is the month's alone, they are added up; where "
            "each is the year's up to the month, only the chosen one is read."
        )
        % words
    ]


def _sides_told(headings: Sequence[str], terms: Terms) -> list[str]:
    if terms.side is None:
        return []
    return [
        _(
            "The column “%(column)s” says debit or credit: amounts of K are subtracted. Where all of K have a minus "
            "already, they are read as they stand."
        )
        % {"column": headings[terms.side]}
    ]


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
    # "Sum 5.38.42" names an account and is a sum all the same.
    is_total = _TOTAL.fullmatch(label) is not None
    has_key = not is_total and any(any(sign.isdigit() for sign in key) for key in keys)
    is_total = is_total or (not has_key and role is RowRole.TOTAL)
    # Footnotes, page numbers and headings between the rows have no account, or no amount.
    columns = {*terms.amounts, *terms.months, *terms.rivals}
    has_amount = any(cells[column].strip() for column in columns if column < len(cells))
    return ExtractRow(number, cells, is_total and has_amount, is_left_out=not has_amount or not (has_key or is_total))


def _text(cell: Cell) -> str:
    if cell.error or (cell.lacks_result and cell.formula is not None):
        # A row of which an amount is not known is not a row without one.
        return cell.error or f"={cell.formula.text if cell.formula else ''}"
    if cell.is_struck and cell.raw.strip():
        # What is struck out is no amount, and a row of which it is a part is told of.
        return f"~{cell.raw.strip()}~"
    if isinstance(cell.value, Decimal):
        # As Danish writes it, without marks between thousands: an account is also a number to a spreadsheet.
        whole = cell.value == cell.value.to_integral_value()
        return f"{int(cell.value)}" if whole else format_number(cell.value).replace(".", "").replace("−", "-")
    if isinstance(cell.value, datetime | date):
        return f"{cell.value:%Y-%m}"
    return " ".join(cell.raw.split())


def columns_of(content: ExtractContent) -> Iterable[tuple[str, str]]:
    return [(str(index), heading or f"({index + 1})") for index, heading in enumerate(content.headings)]
