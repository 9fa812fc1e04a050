"""Sheets with one row for each person. They are refused before anything of them is kept, and no value is repeated.

The rules in words; hidden rows, columns and sheets count like others:
- A number written as a CPR number refuses the sheet wherever it stands, and so does a filled column headed as one.
  Ten digits alone may be an account or a production unit: they count when most of their column also checks.
- One date of birth under its heading does, and a column of citizens with a name or a number of its own in each row.
- Names of people with home addresses do. A list of bodies or of contact persons says where they work: a column of
  unit, organisation, position or e-mail makes it that.
- So do names of people under a heading of staff, participants or receivers, a first and a last name, names beside a
  benefit, a wage or an amount, texts and creditors of an extract that are names, and lines or titles that nearly all
  are. Columns of initiatives, positions or e-mail make staff those whom one asks, unless there is one of wages or
  benefits too.
- Tables that are turned, with each person in a column, are looked at along their rows.
- Nobody need be named: a case or a respondent of each row beside an age, a sex or a diagnosis is a person too.
- One or two rows are enough where what they hold leaves no doubt: a citizen's whole name or dotted initials, a heading
  of citizens' names or numbers, first names, a private address. What is called as houses and associations are is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from organisation.cpr import has_check_digit, holds_cpr, is_cpr_like
from portfolio.sheets import unnamed_persons
from portfolio.sheets.headed_columns import Column, headed, headed_in_rows, whole
from portfolio.sheets.names_of_people import LOOKED_AT, share_of_people
from portfolio.sheets.reading import Reason, Refused, Sheet, Workbook
from portfolio.sheets.reading.workbook import Plain, column_letters

_ENOUGH_ROWS = 3
_MANY, _MOST = 0.5, 0.8

# Written as search_key writes them.
_OF = r"(?:(?:borger(?:en)?s?|barnets?|elevens?|klientens?|beboerens?|personens?) )?"
_CPR = re.compile(rf"{_OF}(?:cpr|c\.p\.r\.?)(?:[-. /]*(?:nr|nummer|no|number))?\.?|{_OF}person ?-?(?:nr\.?|nummer)")
_BIRTH = re.compile(rf"{_OF}(?:foedselsda(?:to|g)|foedt(?: den| d\.)?|foeds\.? ?dato|date of birth|birth ?da(?:te|y))")
_CITIZEN = re.compile(
    r"(?:borger(?:en)?s?|klient(?:en)?s?|beboer(?:en)?s?|elev(?:en)?s?|barn(?:et)?s?|patient(?:en)?s?|pensionist)"
    r"(?:[- ]?(?:navn|nr\.?|nummer|id|kode|initialer|cpr))?"
)
_EMPLOYED = re.compile(r"(?:medarbejder(?:en|ne|e)?s?|ansat(?:te)?s?|loenmodtager(?:en|e)?s?)(?:[- ]?navne?)?")
_RECEIVING = re.compile(
    r"(?:deltager(?:en|ne|e)?s?|(?:ydelses|stoette|hjaelpe)?modtager(?:en|ne|e)?s?|kursist(?:en|er)?s?"
    r"|plejefamilie(?:n|r)?s?|plejeforaeldre|plejeb(?:arn|oern)(?:et)?s?|paaroerendes?)(?:[- ]?navne?)?"
)
_EMPLOYED_NUMBER = re.compile(
    r"(?:loen|tjeneste|ansaettelses|medarbejder|deltager|kursist)[- ]?(?:nr\.?|nummer|id|initialer)"
)
_SURNAME = re.compile(r"efternavn(?:e)?|last name|surname")
_GIVEN_NAME = re.compile(r"fornavn(?:e)?|first name")
_TEXT = re.compile(r"(?:posterings?|konto|linje|bilags?)?tekst(?:en)?|betegnelse|kontonavn")
_CREDITOR = re.compile(r"(?:kreditor|debitor|leverandoer)(?:en|er|s)?(?:[- ]?navn)?")
_OWN = re.compile(
    r"(?:ydelse(?:r|n|s-?art|stype)?|loen(?:art|sum|trin|udgift(?:er)?)?"
    r"|(?:loen|tjeneste|ansaettelses|medarbejder)[- ]?(?:nr\.?|nummer)"
    r"|bevilget ydelse|diagnose|forloeb|paragraf|honorar|vederlag)"
)
_SUM = re.compile(r".*\b(?:t?kr|kroner|beloeb|mio)\b.*|(?:19|20)\d\d|udgift(?:er)?|pris|forbrug")
_INITIATIVE = re.compile(
    r"(?:indsats|initiativ|aktivitet|projekt|handling|opgave|tiltag|budgetlinje|milepael)(?:en|et|er)?s?(?:[- ]?navn)?"
)
# What names a line or an initiative; people under it are those that the money goes to.
_NAMING = re.compile(
    rf"{_INITIATIVE.pattern}|titel|overskrift|emne|post(?:ens navn)?|linje(?:navn)?|(?:budget|bevillings)post"
)
_AT_WORK = re.compile(r".*(?:e-?mail|mail|stilling|titel|rolle|organisation|arbejdsplads|funktion|forvaltning).*")
_ONE_CITIZEN = re.compile(r".+[- ]?(?:navn|nr\.?|nummer|id|initialer|cpr)")
_NAME = re.compile(r"(?:fulde )?navn|for- og efternavn|fornavn(?:e)?|efternavn|name|first name|last name")
_HOME = re.compile(r"(?:bopaels?|privat|hjemme|folkeregister)?-?adresse|vej(?:navn)?|gade(?:navn)?|bopael|home address")
_PRIVATE = re.compile(r"(?:bopaels?|privat|hjemme|folkeregister)-?adresse|bopael|home address")
_WORKPLACE = re.compile(
    r".*(?:enhed|organisation|afdeling|center|forvaltning|virksomhed|forening|institution|arbejdsplads|stilling|titel"
    r"|rolle|cvr|p-?n(?:umme)?r|ean|type|slags|overordnet|kontaktperson|e-?mail|mail|tovholder|hjemmeside|udvalg"
    r"|funktion|tilbud|leder).*"
)
_PERSONS_NAME = re.compile(r"[A-ZÆØÅÖÄÉ][\w.'’-]*(?: (?:[A-ZÆØÅÖÄÉ][\w.'’-]*|af|de|den|la|van|von|el|al)){1,4}")
# In names of houses and associations, which may be written as names of people are.
_HOUSE = re.compile(
    r"\b\w*(?:caf[eé]|hus(?:et)?|centere?t?|forening(?:en)?|gymnasi(?:um|et)|skolen?|kommune|klub(?:ben)?|bosted(?:et)?|fond(?:en)?"
    r"|kirken?|hjem(?:met)?|sted(?:et)?|netværk(?:et)?|rådet?|institut(?:tet)?|gård(?:en)?|afdeling(?:en)?|lauget|aps|a/s"
    r"|bibliotek(?:et)?|hospital(?:et)?|klinik(?:ken)?|tilbud(?:det)?|enhed(?:en)?|udvalg(?:et)?|organisation(?:en)?)\b",
    re.IGNORECASE,
)
# What ends in the name of a firm or a place that is called after a person: “Martin Byg”, “Klara Have”.
_TRADE = re.compile(
    r"(?:villa|café|hotel) .*|.* (?:byg|byggeri|auto|biler|el|vvs|transport|taxa|service|rengøring|consult|consulting"
    r"|design|data|it|foto|teknik|entreprise|anlæg|kloak|tag|gulve|vinduer|bageri|catering|kantine|kiosk|køkken|tryk"
    r"|forlag|tømrer|murer|maler|smed|haven?|haver|park(?:en)?|plads(?:en)?|projekt(?:et)?|i/s|k/s|ivs)",
    re.IGNORECASE,
)
# Many families are called after a place.
_FAMILY_OF_PLACE = re.compile(r".* \w{2,}(?:gård|(?<!være)(?<!bo)sted)", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[A-ZÆØÅ]\.){2,4}")
_INITIALS_OR_NUMBER = re.compile(r"[A-ZÆØÅ]{1,4}\.?|[A-ZÆØÅa-zæøå]{0,12}[ -]?\d{1,10}|(?:[A-ZÆØÅ]\.){1,4}")
_HEADINGS = (
    *(_CPR, _BIRTH, _CITIZEN, _NAME, _HOME, _WORKPLACE),
    *(_EMPLOYED, _RECEIVING, _EMPLOYED_NUMBER, _TEXT, _CREDITOR, _NAMING, _OWN, _SUM, _INITIATIVE, _AT_WORK),
)


def refuse_persons(workbook: Workbook) -> None:
    """Raises Refused when a sheet looks like one row for each person."""
    for sheet in workbook.sheets:
        _refuse_numbers(sheet)
        columns = headed(sheet, (*_HEADINGS, *unnamed_persons.HEADINGS))
        _refuse_columns(sheet, columns)
        _refuse_homes(sheet, columns)
        _refuse_people(sheet, columns)
        _refuse_unnamed(sheet, columns)
        _refuse_turned(sheet, headed_in_rows(sheet, _HEADINGS))


def _refuse_numbers(sheet: Sheet) -> None:
    bare: dict[int, list[str]] = {}
    for row in sheet.values:
        for column, value in enumerate(row):
            text = _digits(value)
            if text is None:
                continue
            if len(text) == 10 and text.isdigit():
                bare.setdefault(column, []).append(text)
            elif holds_cpr(text):
                raise _refused(Reason.PERSON_NUMBERS, sheet, column)
    for column, found in bare.items():
        checking = sum(is_cpr_like(one) and has_check_digit(one) for one in found)
        if checking * 2 > len(found):
            raise _refused(Reason.PERSON_NUMBERS, sheet, column)


def _digits(value: Plain) -> str | None:
    """The text of a cell that may hold such a number; a spreadsheet takes the first zero of one away."""
    if isinstance(value, str):
        text = value.strip()
        return text if len(text) >= 10 else None
    number = whole(value)
    return f"{number:010d}" if number is not None and 10**8 <= number < 10**10 else None


def _refuse_columns(sheet: Sheet, columns: list[Column]) -> None:
    for column in columns:
        if _CPR.fullmatch(column.heading) and column.values:
            raise _refused(Reason.PERSON_NUMBERS, sheet, column.index)
        if _BIRTH.fullmatch(column.heading) and any(map(_is_day, column.values)):
            raise _refused(Reason.PERSON_BIRTHDAYS, sheet, column.index)
        if (_CITIZEN.fullmatch(column.heading) or _EMPLOYED_NUMBER.fullmatch(column.heading)) and _is_one_each(column):
            raise _refused(Reason.PERSON_ROWS, sheet, column.index)


def _is_day(value: Plain) -> bool:
    return isinstance(value, date) or (
        isinstance(value, str)
        and re.fullmatch(r"\d{1,2}[-./ ]+\d{1,2}[-./ ]+(?:\d{2}|\d{4})|\d{6}", value.strip()) is not None
    )


def _is_one_each(column: Column) -> bool:
    """Mostly names, initials or numbers, and few of them twice. Counts of citizens come back; their numbers do not."""
    texts = column.texts
    persons = [text for text in texts if _PERSONS_NAME.fullmatch(text) or _INITIALS_OR_NUMBER.fullmatch(text)]
    named = [text for text in persons if not text.isdigit() or len(text) >= 4]
    if len(texts) < _ENOUGH_ROWS:
        says_who = _ONE_CITIZEN.fullmatch(column.heading) is not None
        return bool(named) and (says_who or all(_is_person(text) or _DOTTED.fullmatch(text) for text in texts))
    return len(named) >= _ENOUGH_ROWS and len(named) * 10 >= len(texts) * 6 and len(set(named)) * 10 >= len(named) * 8


def _refuse_homes(sheet: Sheet, columns: list[Column]) -> None:
    names = [column for column in columns if _NAME.fullmatch(column.heading) and column.values]
    homes = [column for column in columns if _HOME.fullmatch(column.heading) and column.values]
    if not names or not homes or any(_WORKPLACE.fullmatch(column.heading) for column in columns):
        return
    is_split = any("fornavn" in column.heading or "first" in column.heading for column in names)
    is_private = any(_PRIVATE.fullmatch(column.heading) for column in homes)
    if is_split or any(_are_names(column.texts, is_certain=is_private) for column in names):
        raise _refused(Reason.PERSON_ROWS, sheet, names[0].index)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What the filled columns of a sheet say of the people in it."""

    has_own: bool
    has_sums: bool
    has_initiatives: bool
    is_of_work: bool
    has_workplaces: bool

    def least(self, column: Column) -> float | None:
        """How large a share of a column must be names of people to refuse it; None where no share does."""
        is_asked = not self.has_own and (self.has_initiatives or (self.is_of_work and not self.has_sums))
        if _RECEIVING.fullmatch(column.heading):
            return None if is_asked and not self.has_initiatives else _MANY
        if _EMPLOYED.fullmatch(column.heading):
            return None if is_asked else _MANY
        if _NAME.fullmatch(column.heading):
            is_asked = self.has_workplaces or self.is_of_work or not (self.has_sums or self.has_initiatives)
            return _MANY if self.has_own else None if is_asked else _MOST
        if len(column.values) < _ENOUGH_ROWS:
            return None
        if _NAMING.fullmatch(column.heading):
            return _MOST
        return _MANY if _TEXT.fullmatch(column.heading) or _CREDITOR.fullmatch(column.heading) else None


def _share(column: Column) -> float:
    # Firms, houses and woods are called as people are: under what names them a whole name counts.
    if _CREDITOR.fullmatch(column.heading):
        return share_of_people(column.texts, with_family=True)
    if _NAMING.fullmatch(column.heading):
        return share_of_people(["" if _is_house(text) else text for text in column.texts[:LOOKED_AT]], whole=True)
    is_alone = _RECEIVING.fullmatch(column.heading) is not None or _CITIZEN.fullmatch(column.heading) is not None
    return share_of_people(column.texts, alone=is_alone)


def _refuse_people(sheet: Sheet, columns: list[Column]) -> None:
    filled = [column for column in columns if column.values]
    said = (
        any(words.fullmatch(column.heading) for column in filled)
        for words in (_OWN, _SUM, _INITIATIVE, _AT_WORK, _WORKPLACE)
    )
    around = _Surroundings(*said)
    for column in filled:
        least = around.least(column)
        if least is not None and _share(column) >= least:
            raise _refused(Reason.PERSON_ROWS, sheet, column.index)
    surname = next((column for column in filled if _SURNAME.fullmatch(column.heading)), None)
    is_split = surname is not None and any(_GIVEN_NAME.fullmatch(column.heading) for column in filled)
    if surname and is_split and (around.has_own or not (around.has_workplaces or around.has_initiatives)):
        raise _refused(Reason.PERSON_ROWS, sheet, surname.index)


def _refuse_turned(sheet: Sheet, rows: list[Column]) -> None:
    """A table whose headings stand in the first column, and each person in a column."""
    for row in rows:
        if _BIRTH.fullmatch(row.heading) and sum(map(_is_day, row.values)) * 2 >= len(row.values):
            raise _refused(Reason.PERSON_BIRTHDAYS, sheet, row.index)
        if _CITIZEN.fullmatch(row.heading) and _share(row) >= _MANY:
            raise _refused(Reason.PERSON_ROWS, sheet, row.index)
    _refuse_people(sheet, rows)


def _refuse_unnamed(sheet: Sheet, columns: list[Column]) -> None:
    found = unnamed_persons.column_of_them(sheet, columns)
    if found is not None:
        raise _refused(Reason.PERSON_ROWS, sheet, found.index)


def _are_names(texts: list[str], *, is_certain: bool) -> bool:
    if len(texts) < _ENOUGH_ROWS:
        return all(_is_person(text) or is_certain for text in texts)
    return sum(map(_is_name, texts)) * 10 >= len(texts) * 8


def _is_name(text: str) -> bool:
    return _PERSONS_NAME.fullmatch(text) is not None


def _is_house(text: str) -> bool:
    if _TRADE.fullmatch(text.strip()):
        return True
    return _HOUSE.search(text) is not None and _FAMILY_OF_PLACE.fullmatch(text.strip()) is None


def _is_person(text: str) -> bool:
    return _is_name(text) and _HOUSE.search(text) is None


def _refused(reason: Reason, sheet: Sheet, column: int) -> Refused:
    return Refused(reason, sheet=sheet.name, column=column_letters(column))
