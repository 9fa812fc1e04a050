"""Why a plan is not read, in a sentence that says what to do."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from organisation.printing import format_number
from portfolio.sheets.reading import Reason

_SENTENCES: dict[Reason, Promise] = {
    Reason.EMPTY: _("The file is empty (0 bytes). Save it again and choose it once more."),
    Reason.TOO_LARGE: _("The text is larger than %(limit)s MB. Delete pictures and what is not the plan."),
    Reason.UNPACKS_TOO_LARGE: _("The file unpacks to more than %(limit)s MB. Copy the text and paste it instead."),
    Reason.TOO_MANY_PARTS: _("The file consists of more than %(limit)s parts. Copy the text and paste it instead."),
    Reason.TOO_MUCH_MEMORY: _("Reading the file takes too much memory. Copy the text and paste it instead."),
    Reason.TOO_MANY_ROWS: _("The text has more than %(limit)s paragraphs. Divide it."),
    Reason.ENCRYPTED: _("The file is protected by a password. Save it without a password and choose it again."),
    Reason.MACROS: _("The document holds macros. Save it as an ordinary document (.docx) and choose that."),
    Reason.ENTITIES: _(
        "The file holds definitions that a document does not need and that can be misused (XML entities). "
        "Copy the text and paste it instead."
    ),
    Reason.DAMAGED: _("The file is damaged or incomplete. Open it, save it again and choose that."),
    Reason.WORD: _("Documents of the old kind (.doc, .rtf, .odt) are not read. Save it as .docx and choose that."),
    Reason.PDF: _("It is a PDF. Open it, copy the text and paste it instead."),
    Reason.PICTURE: _("It is a picture. Choose a document with text."),
    Reason.ARCHIVE: _("It is a packed archive. Unpack it and choose one document."),
    Reason.XML_2003: _("It is a spreadsheet. Plans are read from .docx, .html and .txt."),
    Reason.UNKNOWN: _("The content is no text that can be read. Choose a file saved as .docx, .html or .txt."),
    Reason.NO_TABLE: _("There is no text in it."),
    Reason.PERSON_NUMBERS: _(
        "The text holds CPR numbers. Nothing of it is kept: information about single persons does not belong here. "
        "Take them out and choose it again."
    ),
}
_PERSONS = _(
    "The text holds a list with a row for each person. Nothing of it is kept: information about single persons does "
    "not belong here. Take the list out and choose it again."
)
_SENTENCES |= {Reason.PERSON_BIRTHDAYS: _PERSONS, Reason.PERSON_ROWS: _PERSONS}


class NotReadError(Exception):
    """The plan is not read; str() is a sentence saying why and what to do."""

    def __init__(self, reason: Reason, **numbers: Any) -> None:
        super().__init__(reason, numbers)
        self.reason = reason if reason in _SENTENCES else Reason.UNKNOWN
        self.numbers = numbers

    def __str__(self) -> str:
        shown = {name: format_number(it) if isinstance(it, int) else it for name, it in self.numbers.items()}
        return str(_SENTENCES[self.reason]) % shown
