"""What is said of a file that is not read, and of one that is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from organisation.printing import format_number
from portfolio.sheets.reading.refusals import Reason, Remark

_REFUSALS: dict[Reason, Promise] = {
    Reason.EMPTY: _("The file is empty (0 bytes). Save it again and choose it once more."),
    Reason.TOO_LARGE: _("The file is larger than %(limit)s MB. Delete what is not to be imported, or divide it."),
    Reason.UNPACKS_TOO_LARGE: _(
        "The file unpacks to more than %(limit)s MB. Copy the cells that are to be imported to a new workbook."
    ),
    Reason.TOO_MANY_PARTS: _(
        "The file consists of more than %(limit)s parts. Copy the cells that are to be imported to a new workbook."
    ),
    Reason.TOO_MANY_SHEETS: _(
        "The workbook has %(count)s sheets, and at most %(limit)s are read. Delete those that are not to be imported."
    ),
    Reason.TOO_MANY_ROWS: _(
        "The sheet “%(sheet)s” has content down to row %(count)s, and at most %(limit)s rows are read. Divide the file."
    ),
    Reason.TOO_MANY_COLUMNS: _(
        "The sheet “%(sheet)s” has content out to column %(count)s, and at most %(limit)s columns are read. "
        "Delete what stands far to the right."
    ),
    Reason.TOO_MANY_CELLS: _("The workbook has more than %(limit)s cells with content. Divide the file."),
    Reason.TEXT_TOO_LONG: _(
        "A cell holds more than %(limit)s characters. Check that quotation marks in the file come in pairs."
    ),
    Reason.OPEN_QUOTE: _(
        "A quotation mark in line %(line)s is not closed where its cell ends, so what follows would be part of the "
        "cell. Close it, or delete it, and choose the file again."
    ),
    Reason.TOO_SLOW: _("The file could not be read in %(limit)s seconds. Copy the cells to a new workbook."),
    Reason.TOO_MUCH_MEMORY: _("Reading the file takes too much memory. Copy the cells to a new workbook."),
    Reason.ENCRYPTED: _("The file is protected by a password. Save it without a password and choose it again."),
    Reason.MACROS: _("The workbook holds macros. Save it as an ordinary workbook (.xlsx) and choose that."),
    Reason.ENTITIES: _(
        "The file holds definitions that a spreadsheet does not need and that can be misused (XML entities). "
        "Open it in the spreadsheet program, save it as .xlsx and choose that."
    ),
    Reason.DAMAGED: _(
        "The file is damaged or incomplete. Open it in the spreadsheet program, save it again and choose that."
    ),
    Reason.BINARY_WORKBOOK: _("Binary workbooks (.xlsb) are not read. Save it as .xlsx and choose that."),
    Reason.XML_2003: _("The format “XML Spreadsheet 2003” is not read. Save it as .xlsx and choose that."),
    Reason.NUMBERS: _("Files from Numbers are not read. Export it as .xlsx and choose that."),
    Reason.WORD: _("It is a text document, not a spreadsheet. Copy the table to a sheet and save it as .xlsx."),
    Reason.PDF: _("It is a PDF, not a spreadsheet. Copy the table to a sheet and save it as .xlsx."),
    Reason.PICTURE: _("It is a picture, not a spreadsheet."),
    Reason.ARCHIVE: _("It is a packed archive, not a spreadsheet. Unpack it and choose one file."),
    Reason.UNKNOWN: _(
        "The content is not a spreadsheet that can be read. Choose a file saved as .xlsx, .xls, .ods or .csv."
    ),
    Reason.NO_TABLE: _("There is no table in the file."),
    Reason.PERSON_NUMBERS: _(
        "Column %(column)s of “%(sheet)s” holds CPR numbers. Nothing of the file is kept: information about single "
        "persons does not belong here. Count the rows for each initiative or group, and import the counts."
    ),
    Reason.PERSON_BIRTHDAYS: _(
        "Column %(column)s of “%(sheet)s” holds dates of birth, so the sheet looks like one row for each person. "
        "Nothing of the file is kept: information about single persons does not belong here. Count the rows for each "
        "initiative or group, and import the counts."
    ),
    Reason.PERSON_ROWS: _(
        "“%(sheet)s” looks like one row for each person (column %(column)s). Nothing of the file is kept: information "
        "about single persons does not belong here. Count the rows for each initiative or group, and import the counts."
    ),
}

_REMARKS: dict[Remark, Promise] = {
    Remark.OTHER_EXTENSION: _("The name ends in %(ending)s, but the content is %(kind)s. It is read as what it is."),
    Remark.EXTERNAL_LINKS: _(
        "The workbook fetches figures from other files. Nothing is fetched: the figures last saved in it are used."
    ),
    Remark.ENCODING: _("The text is read as %(encoding)s. Check that æ, ø and å are right."),
    Remark.FOR_PROGRAMS: _(
        "The file is a list as it is fetched for other programs: its codes, days and numbers are read as what they are "
        "there, and shown here as in the list for Excel."
    ),
    Remark.NOT_A_TABLE_SHEET: _("“%(sheet)s” is not a sheet of cells and is not read."),
}


def refusal(reason: Reason, numbers: Mapping[str, Any]) -> str:
    shown = {name: format_number(it) if isinstance(it, int) else it for name, it in numbers.items()}
    return str(_REFUSALS[reason]) % shown


def remark(said: Remark, words: Mapping[str, str]) -> str:
    return str(_REMARKS[said]) % words
