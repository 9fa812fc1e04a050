"""What is looked for across a whole sheet: codes used twice, hidden content, what was left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from organisation.sorting import search_key
from portfolio.sheets.reading import Sheet, address
from portfolio.sheets.reading.number_formats import hides_numbers
from portfolio.sheets.reading.workbook import column_letters
from portfolio.sheets.understanding.headings import heading_of
from portfolio.sheets.understanding.layout import DERIVED, FIGURES, Column, Layout, Meaning, RowRole, TableKind
from portfolio.sheets.understanding.problems import MOST_ERRORS, Problem, Severity
from portfolio.sheets.understanding.readings import Record
from portfolio.sheets.understanding.sums_among_rows import amounts_of, says_of_which, sums_among_rows
from portfolio.sheets.understanding.values import code_key

# Tables in which a code comes back: once for each year, measurement or activity.
_REPEATED = {TableKind.BUDGET_LONG, TableKind.MEASUREMENTS, TableKind.ACTIVITIES}


def duplicate_codes(sheet: Sheet, layout: Layout, records: Sequence[Record]) -> list[Problem]:
    column = layout.first(Meaning.CODE)
    if column is None or _comes_back(layout):
        return []
    rows: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if isinstance(record.value(column), str) and record.part <= 1:
            rows[code_key(str(record.value(column)))].append(record)
    return [_error(sheet, record, column.index, same[0]) for same in rows.values() for record in same[1:]]


def _comes_back(layout: Layout) -> bool:
    """By a reference each row is found, and a line may have a row for each decision; in a follow-up for each year."""
    is_by_year = layout.kind is TableKind.FOLLOW_UP and layout.first(Meaning.YEAR) is not None
    return layout.kind in _REPEATED or is_by_year or layout.first(Meaning.REFERENCE) is not None


def _error(sheet: Sheet, record: Record, column: int, first: Record) -> Problem:
    cell, other = sheet.cell(record.row, column), sheet.cell(first.row, column)
    reason = _("The code “%(code)s” is already used in %(address)s (“%(other)s”).") % {
        "code": cell.raw,
        "address": other.address,
        "other": other.raw,
    }
    advice = _("Give each row its own code; case, spaces and a full stop at the end make no difference.")
    return Problem(Severity.ERROR, sheet.name, cell.address, cell.raw, reason, advice)


def hidden_content(sheet: Sheet, layout: Layout) -> list[Problem]:
    """Hidden rows and columns with content: told of, and not read until they are let in."""
    found = []
    rows = [row for row in layout.rows if row.is_hidden and row.role is not RowRole.BLANK]
    if rows and not layout.correction.with_hidden_rows:
        numbers = ", ".join(str(row.number) for row in rows[:20])
        reason = ngettext(
            "Row %(numbers)s is hidden and is not read.", "Rows %(numbers)s are hidden and are not read.", len(rows)
        ) % {"numbers": numbers}
        found.append(_hidden(sheet, f"{rows[0].number}:{rows[-1].number}", reason))
    columns = [
        column.letters
        for column in layout.columns
        if column.is_hidden and (column.heading or column.meaning is not Meaning.IGNORED)
    ]
    if columns and not layout.correction.with_hidden_columns:
        reason = ngettext(
            "Column %(letters)s is hidden and is not read.",
            "Columns %(letters)s are hidden and are not read.",
            len(columns),
        ) % {"letters": ", ".join(columns)}
        found.append(_hidden(sheet, f"{columns[0]}:{columns[-1]}", reason))
    return [*found, *_hidden_numbers(sheet, layout), *_struck_texts(sheet, layout)]


def _hidden_numbers(sheet: Sheet, layout: Layout) -> list[Problem]:
    """A number that its format does not show is no more read than a hidden row."""
    formats = sheet.facts.formats
    codes = {code for code in set(formats.values()) if hides_numbers(code)}
    if not codes:
        return []
    rows = {row.index for row in layout.rows if row.role in {RowRole.DATA, RowRole.SUBTOTAL, RowRole.TOTAL}}
    columns = {column.index for column in layout.used}
    places = sorted(
        (row, column)
        for (row, column), code in formats.items()
        if code in codes and row in rows and column in columns
        if (cell := sheet.cell(row, column)).value and cell.is_blank
    )
    if not places:
        return []
    reason = ngettext(
        "The number in %(addresses)s is hidden by its number format and is not read.",
        "The numbers in %(addresses)s are hidden by their number format and are not read.",
        len(places),
    ) % {"addresses": ", ".join(address(*place) for place in places[:20])}
    advice = _("Give the cells another number format in the file, if they are to be read.")
    return [Problem(Severity.WARNING, sheet.name, address(*places[0]), "", reason, advice)]


def _struck_texts(sheet: Sheet, layout: Layout) -> list[Problem]:
    """Names and other words that are struck out are read as they stand; a figure that is, is an error at its cell."""
    words = {one.index for one in layout.used if not (one.is_money or one.meaning in FIGURES)}
    rows = {row.index for row in layout.rows if row.role is RowRole.DATA} if sheet.facts.struck else set()
    places = sorted(place for place in sheet.facts.struck if place[0] in rows and place[1] in words)
    if not places:
        return []
    reason = ngettext(
        "The text of %(addresses)s is struck out, and is read all the same.",
        "The texts of %(addresses)s are struck out, and are read all the same.",
        len(places),
    ) % {"addresses": ", ".join(address(*place) for place in places[:20])}
    advice = _("Leave the rows out that no longer hold, or delete them in the file.")
    cell = sheet.cell(*places[0])
    return [Problem(Severity.WARNING, sheet.name, cell.address, cell.raw, reason, advice)]


def _hidden(sheet: Sheet, address: str, reason: str) -> Problem:
    advice = _("Show them in the file, or choose here that they are to be read too.")
    return Problem(Severity.WARNING, sheet.name, address, "", reason, advice)


def loose_ends(sheet: Sheet, layout: Layout, records: Sequence[Record]) -> list[Problem]:
    found = []
    if layout.kind is TableKind.UNKNOWN or not layout.header_rows:
        found.append(
            _whole(
                sheet,
                _("The sheet is not recognised as a table."),
                _("Choose its heading row and what its columns mean."),
            )
        )
    elif not records:
        found.append(
            _whole(sheet, _("There are headings, but no rows of data."), _("Check that the right sheet is chosen."))
        )
    for column in layout.columns:
        is_filled = any(sheet.plain(row.index, column.index) not in (None, "") for row in layout.rows)
        if column.meaning is Meaning.IGNORED and column.heading and is_filled and not column.is_hidden:
            first = sheet.cell(layout.header_rows[-1] if layout.header_rows else 0, column.index)
            found.append(not_used(layout, column, first.raw, column.why))
    found += [*_without_heading(sheet, layout), *_side_by_side(sheet, layout)]
    found += [*_nameless(sheet, layout, records), *sums_among_rows(sheet, layout, records)]
    return [*found, *_of_which(sheet, layout, records), *_over_several(sheet, layout)]


def not_used(layout: Layout, column: Column, raw: str, why: str) -> Problem:
    reason = _("The column “%(heading)s” (%(letters)s) is not used: %(why)s.") % {
        "heading": column.heading, "letters": column.letters, "why": why,
    }  # fmt: skip
    place = address(layout.header_rows[-1] if layout.header_rows else 0, column.index)
    return Problem(Severity.WARNING, layout.sheet, place, raw, reason, _("Choose what it means, if it is to be read."))


def _without_heading(sheet: Sheet, layout: Layout) -> list[Problem]:
    """Filled columns that no heading names; in a text a row that goes on past the headings is divided wrongly."""
    headed = max((column.index for column in layout.columns if column.heading), default=-1)
    rows = [row.index for row in layout.rows if row.role in {RowRole.DATA, RowRole.SUBTOTAL, RowRole.TOTAL}]
    is_text = sheet.separator in _WRITTEN_IN_NUMBERS
    # What a person says is only shown is no error, but the next file may be divided wrongly there.
    told = {Meaning.IGNORED, Meaning.SHOWN} if is_text else {Meaning.IGNORED}
    columns = [one for one in layout.columns if one.meaning in told and not one.heading and not one.is_hidden]
    if not layout.header_rows:
        return []
    if is_text:
        beyond = [one.index for one in columns if one.index > headed and one.meaning is Meaning.IGNORED]
        divided = {row: column for column in reversed(beyond) for row in rows if _is_filled(sheet, row, column)}
        if divided:
            return [_divided(sheet, row, column) for row, column in sorted(divided.items())[:MOST_ERRORS]]
    first = {
        column.index: next((row for row in rows if _is_filled(sheet, row, column.index)), None) for column in columns
    }
    return [_unnamed(sheet, row, column) for column, row in first.items() if row is not None]


# A tab or a line between cells is no part of a number.
_WRITTEN_IN_NUMBERS = {",", ";"}


def _is_filled(sheet: Sheet, row: int, column: int) -> bool:
    value = sheet.plain(row, column)
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _divided(sheet: Sheet, row: int, column: int) -> Problem:
    cell = sheet.cell(row, column)
    reason = _(
        "The row has more cells than there are headings: “%(separator)s” may stand inside a text or a number."
    ) % {"separator": sheet.separator}
    advice = _(
        "Put what holds “%(separator)s” in quotation marks, write a heading for the cell, or choose what its column "
        "means: “only shown”, if it is not to be read."
    ) % {"separator": sheet.separator}
    return Problem(Severity.ERROR, sheet.name, cell.address, cell.raw, reason, advice)


def _unnamed(sheet: Sheet, row: int, column: int) -> Problem:
    cell = sheet.cell(row, column)
    reason = _("Column %(letters)s has no heading and is not used.") % {"letters": column_letters(column)}
    return Problem(
        Severity.WARNING, sheet.name, cell.address, cell.raw, reason, _("Choose what it means, if it is to be read.")
    )


def _side_by_side(sheet: Sheet, layout: Layout) -> list[Problem]:
    """The headings that name the rows come back further right, with figures of their own after them."""
    names = [column for column in layout.columns if column.heading and heading_of(column.heading).meaning in _NAMING]
    first = {search_key(column.heading): column for column in reversed(names)}
    again = [column for column in names if first[search_key(column.heading)] is not column]
    figures = [column.index for column in layout.used if column.is_money or column.meaning in FIGURES]
    if not again or not names[0].index < min(figures, default=0) < again[0].index < max(figures):
        return []
    ours = [key for key, column in first.items() if column.index < again[0].index]
    if not set(ours) <= {search_key(column.heading) for column in again}:
        return []
    cell = sheet.cell(layout.header_rows[-1], again[0].index) if layout.header_rows else sheet.cell(0, again[0].index)
    reason = _(
        "A second table begins here, beside the first: “%(heading)s” is in column %(first)s too. "
        "Its figures would be read as those of the first."
    ) % {"heading": again[0].heading, "first": first[search_key(again[0].heading)].letters}
    return [
        Problem(Severity.ERROR, sheet.name, cell.address, cell.raw, reason, _("Put each table in a sheet of its own."))
    ]


_NAMING = frozenset({Meaning.CODE, Meaning.NAME, Meaning.INITIATIVE, Meaning.BUDGET_LINE, Meaning.INDICATOR})


def _whole(sheet: Sheet, reason: str, advice: str) -> Problem:
    return Problem(Severity.ERROR, sheet.name, "", "", reason, advice)


def _nameless(sheet: Sheet, layout: Layout, records: Sequence[Record]) -> list[Problem]:
    """Figures in a row that nothing names."""
    names = [column for column in layout.used if column.meaning in {Meaning.NAME, Meaning.CODE}]
    if not names:
        return []
    figures = [column for column in layout.used if column.is_money or column.meaning in FIGURES]
    reason, advice = _("The row has figures, but neither a name nor a code."), _("Write a name, or delete the row.")
    nameless = [
        sheet.cell(record.row, names[0].index).address
        for record in records
        if not any(record.value(column) for column in names)
        if any(record.value(column) is not None for column in figures)
    ]
    return [Problem(Severity.ERROR, sheet.name, address, "", reason, advice) for address in nameless]


def _of_which(sheet: Sheet, layout: Layout, records: Sequence[Record]) -> list[Problem]:
    """Rows that say themselves that they are a part of the one above."""
    columns = [one for one in layout.used if one.is_money and one.meaning not in DERIVED]
    if not columns:
        return []
    named = [one for one in (layout.first(Meaning.NAME), layout.first(Meaning.CODE)) if one is not None]
    found = []
    for record in records:
        for column in named:
            words = record.value(column)
            if isinstance(words, str) and says_of_which(words):
                if amounts_of(record, columns):
                    found.append(_part_of(sheet, record, column))
                break
    return found


def _part_of(sheet: Sheet, record: Record, column: Column) -> Problem:
    cell = sheet.cell(record.row, column.index)
    reason = _("The row says that it is a part of another. As a line of its own its amount counts twice.")
    advice = _(
        "If the row above has its amount too, choose on the page of the columns, under titles, themes, totals and "
        "notes, that the row is a note."
    )
    return Problem(Severity.WARNING, sheet.name, cell.address, cell.raw, reason, advice)


def _over_several(sheet: Sheet, layout: Layout) -> list[Problem]:
    """Amounts in a cell merged over several rows or columns of amounts: only the first has it."""
    if not sheet.facts.merged:
        return []
    money = {one.index for one in layout.used if one.is_money}
    hidden_too = layout.correction.with_hidden_rows
    data = {row.index for row in layout.rows if row.role is RowRole.DATA and (hidden_too or not row.is_hidden)}
    found = []
    for area in sheet.facts.merged:
        if area.top not in data or area.left not in money:
            continue
        rows = sum(row in data for row in range(area.top, min(area.bottom + 1, sheet.height)))
        columns = sum(column in money for column in range(area.left, min(area.right + 1, sheet.width)))
        cell = sheet.cell(area.top, area.left)
        if rows * columns > 1 and not cell.is_blank:
            reason = _(
                "The cell is merged over several: its amount is read for row %(row)d and column %(column)s only."
            )
            words = {"row": area.top + 1, "column": column_letters(area.left)}
            advice = _("Split the cell in the file, and write what each row and column has.")
            found.append(Problem(Severity.WARNING, sheet.name, cell.address, cell.raw, reason % words, advice))
    return found
