"""What one cell says: an amount, a figure, a share, a year, a period, a date, a code or a text.

Nothing is guessed. What can be read in two ways raises Unreadable with the reason and what to do.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from organisation.numbers import (
    LARGEST_ORE,
    DanishNumberError,
    ParsedAmount,
    ParsedFigure,
    parse_amount,
    parse_figure,
    parse_percent,
)
from organisation.periods import Period, PeriodError, parse_period, period_from_dates
from organisation.units import Unit
from portfolio.sheets.reading import Cell
from portfolio.sheets.reading.number_formats import foreign_currency, words_of
from portfolio.sheets.understanding.headings import FIRST_YEAR, LAST_YEAR, unit_of_row
from portfolio.sheets.understanding.own_words import paid_elsewhere

_MISSING = re.compile(
    r"-{0,3}|\.{1,3}|…|n\.?/?a\.?|i\.?/?[tr]\.?|\?+|ukendt|mangler|ikke oplyst|ikke angivet|ingen data"
    r"|foreligger ikke|tbd|not stated",
    re.IGNORECASE,
)
# As Excel in Danish and in English and LibreOffice write them; #### is a column that was too narrow.
_ERROR = re.compile(
    r"#(?:ref|reference|i/t|n/a|værdi|value|navn|name|num|tal|nul|null|div/0|division/0|overløb|spill|beregn|calc)[!?]?"
    r"|(?:err|fejl):[0-9]{3}|#{3,}",
    re.IGNORECASE,
)
# The days that a spreadsheet program counts: 20000 is in 1954, 79999 in 2119.
_DAY_NUMBER = re.compile(r"[2-7][0-9]{4}(?:[.,][0-9]+)?")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_LABELS = {"r": "r", "regnskab": "r", "b": "b", "budget": "b", "bo": "bo", "budgetoverslag": "bo", "overslag": "bo"}
_LABELLED_YEAR = re.compile(
    rf"(?P<label>{'|'.join(_LABELS)})[ \u00a0'’-]{{0,2}}(?P<year>(?:19|20)?[0-9]{{2}})", re.IGNORECASE
)
# Nothing is below 0.
_SMALL = re.compile(r"(?:<|under|færre end) ?(?!0+\b)(?P<bound>[0-9]{1,3})(?: ?%)?")
_DIRECTION = re.compile(
    r"(?:under|over|færre end|flere end|mindre end|mere end|mindst|højst|mindstemål|min\.?|minimum|maks\.?|maksimum"
    r"|maksimalt|minimalt) ?[0-9]",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\((?P<inside>\s*[0-9][0-9.,\s]*(?:(?:t\.? ?|mio\.? ?)?kr\.?)?\s*)\)")
# “5001)” could be note 1 or a number with a bracket: a space or a mark of its own must stand between.
_NOTE_SIGN = re.compile(r"(?<=[0-9%.])(?:\s*(?:\*{1,3}|[¹²³⁰⁴-⁹]{1,2}|[†‡])\)?|\s+(?:[0-9]{1,2}|[a-z])\))$")
_PERCENT_END = re.compile(r"(?:%|procent|pct\.?)\s*$", re.IGNORECASE)


class Unreadable(Exception):
    """The cell does not say what its column asks for."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Missing:
    """A sign in place of a value: "-", "n/a", ".."; "" for an empty cell."""

    sign: str


@dataclass(frozen=True, slots=True)
class SmallCount:
    """What its source hides: "<5", below five of what the row is measured in, or "<5 %", a share below five percent."""

    below: int
    is_share: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """Percent as hundredths: 49 is 49 %."""

    percent: Decimal


def in_brackets(text: str) -> str:
    """500 of “(500)”; "" when the text is no number in brackets."""
    found = _BRACKETS.fullmatch(text.strip())
    return found["inside"].strip() if found else ""


def note_sign(text: str) -> str:
    """The sign of a footnote after a number: “*” of “500*”, “1)” of “500 1)”; "" when there is none."""
    found = _NOTE_SIGN.search(text.rstrip())
    return found[0].strip() if found else ""


def without_note(text: str) -> str:
    return _NOTE_SIGN.sub("", text.rstrip()) if note_sign(text) else text


def is_missing(text: str) -> bool:
    return _MISSING.fullmatch(" ".join(text.split()).translate(_DASHES)) is not None


def error_in(text: str) -> str:
    """The error that a text, a pasted cell or a page shows where the formula is gone; "" for none."""
    bare = text.strip()
    return bare if bare[:1] in "#EeFf" and _ERROR.fullmatch(bare) else ""


def check(cell: Cell) -> None:
    """Raises Unreadable for an error cell, and for a formula whose result is not in the file."""
    error = cell.error or (error_in(cell.value) if isinstance(cell.value, str) else "")
    if error.startswith("##"):
        raise Unreadable(
            _("The column was too narrow to show what the cell holds."),
            _("Make the column wider in the spreadsheet program, and save or copy it again."),
        )
    if error:
        raise Unreadable(
            _("The cell shows the error %(error)s.") % {"error": error},
            _("Correct the formula in the spreadsheet program, save the file and choose it again."),
        )
    if cell.lacks_result:
        raise Unreadable(
            _("The cell holds a formula whose result is not saved in the file."),
            _("Open the file in the spreadsheet program, save it and choose it again."),
        )


def check_figure(cell: Cell) -> None:
    """As `check`, and raises Unreadable for a figure that is struck out, or stands beside one that is."""
    check(cell)
    if cell.is_struck:
        raise Unreadable(
            _("What stands in the cell is struck out, or a part of it is."),
            _("Delete what is struck out in the file, or remove the line through it."),
        )


def amount_of(cell: Cell, unit: Unit | None, *, brackets_are_negative: bool = True) -> ParsedAmount:
    """The amount; a number without a unit anywhere is Unreadable. Numbers finer than an øre are rounded to it."""
    check_figure(cell)
    if isinstance(cell.value, Decimal):
        return _typed_amount(cell, unit)
    if cell.value is not None and not isinstance(cell.value, str):
        raise Unreadable(_("There is a date or a time where an amount was expected."), _retype())
    text = without_note(cell.raw).strip()
    if is_missing(text):
        return ParsedAmount(cell.raw, None, unit, missing=True)
    if paid_elsewhere(text):
        return ParsedAmount(cell.raw, 0, unit, unit_stated=True)
    inside = in_brackets(text)
    try:
        found = replace(parse_amount(inside or text, unit), raw=cell.raw)
        return replace(found, ore=-found.ore) if inside and found.ore and brackets_are_negative else found
    except DanishNumberError as error:
        raise Unreadable(str(error), _("Correct the cell in the file, or leave the row out.")) from error


def _typed_amount(cell: Cell, unit: Unit | None) -> ParsedAmount:
    value = cell.value
    if unit is None or not isinstance(value, Decimal):
        raise Unreadable(
            _("Nothing says whether the amount is in kr., t.kr. or mio. kr."), _("Choose the unit of the table.")
        )
    if cell.is_percent:
        raise Unreadable(_("There is a percentage where an amount was expected."), _retype())
    ore = value.scaleb(unit.exponent)
    # Compared before it is rounded: a number of very many digits cannot be.
    if abs(ore) > LARGEST_ORE:
        raise Unreadable(
            _("The amount is larger than can be stored."), _("Check the number and the unit of the table.")
        )
    return ParsedAmount(cell.raw, int(ore.quantize(Decimal(1), ROUND_HALF_UP)), unit)


def is_rounded(cell: Cell, amount: ParsedAmount) -> bool:
    """The cell's own number is finer than the øre that it was read as."""
    if not isinstance(cell.value, Decimal) or amount.ore is None or amount.unit is None:
        return False
    return cell.value.scaleb(amount.unit.exponent) != amount.ore


def unit_shown(cell: Cell) -> tuple[Unit | None, int]:
    """The unit that the number format shows beside the number, and the power of ten of the number to øre in it."""
    if not cell.number_format or not isinstance(cell.value, Decimal):
        return None, 0
    words, scale = words_of(cell.number_format)
    unit = unit_of_row(words)
    return unit, 0 if unit is None else unit.exponent - 3 * scale


def check_unit_shown(cell: Cell, unit: Unit | None) -> None:
    """Raises Unreadable where the format says thousands or millions and the amount would be read as something else,
    and where it says another currency.

    A format of currency says kroner whatever the number counts, and is only told of.
    """
    if isinstance(cell.value, Decimal) and (currency := foreign_currency(cell.number_format)):
        raise Unreadable(
            _("The number format shows the amount in %(currency)s, and amounts are read in kroner.")
            % {"currency": currency},
            _("Write the amount in kroner, or correct the number format in the file."),
        )
    shown, exponent = unit_shown(cell)
    if unit is None or shown in {None, Unit.KR} or exponent == unit.exponent:
        return
    raise Unreadable(
        # A unit ends in a full stop of its own.
        (
            _("The number format shows %(shown)s, but the heading or the table says %(unit)s.")
            % {"shown": cell.raw, "unit": unit.label}
        ).replace("..", "."),
        _("Choose the unit of the column, or correct the number format in the file."),
    )


def several_amounts(cell: Cell, unit: Unit | None) -> list[ParsedAmount]:
    """The amounts of a cell that holds more than one, on lines or with spaces between; empty when it does not."""
    if not isinstance(cell.value, str) or cell.is_struck:
        return []
    for pieces in (cell.raw.split("\n"), re.split(r"\s{2,}|;", cell.raw), cell.raw.split()):
        words = [piece.strip() for piece in pieces if piece.strip()]
        # "2 000 3 000" could be anything; with decimals each piece is a whole amount.
        if len(words) < 2 or (len(pieces) == len(cell.raw.split()) and "\n" not in cell.raw and not _decimals(words)):
            continue
        try:
            found = [parse_amount(word, unit) for word in words]
        except DanishNumberError:
            continue
        if all(amount.ore is not None for amount in found):
            return found
    return []


def _decimals(words: list[str]) -> bool:
    return all("," in word for word in words)


def figure_of(cell: Cell) -> ParsedFigure | SmallCount | Missing:
    """A figure that is no money and no percentage."""
    check_figure(cell)
    if isinstance(cell.value, Decimal):
        return ParsedFigure(cell.raw, cell.value)
    text = cell.raw.strip()
    if is_missing(text):
        return Missing(text)
    if found := _SMALL.fullmatch(text.casefold()):
        return SmallCount(int(found["bound"]))
    try:
        return replace(parse_figure(without_note(text)), raw=text)
    except DanishNumberError as error:
        raise Unreadable(str(error), _("Correct the cell in the file, or leave the row out.")) from error


def says_percent(cell: Cell) -> bool:
    return cell.is_percent or (isinstance(cell.value, str) and text_says_percent(cell.raw))


def text_says_percent(text: str) -> bool:
    return _PERCENT_END.search(without_note(text)) is not None


def has_direction(text: str) -> bool:
    """“under 5”, “mindst 80 %”."""
    return _DIRECTION.match(text.strip()) is not None


def is_bare(text: str) -> bool:
    """It says a value without saying percent; what is hidden (“<5”) or missing says none."""
    is_none = not text.strip() or is_missing(text) or error_in(text) or _SMALL.fullmatch(text.strip().casefold())
    return not is_none and not text_says_percent(text)


def share_of(cell: Cell, as_fraction: bool) -> Share | SmallCount | Missing:
    """A share; `as_fraction` says what a bare number is: 0,49 for 49 %, or 49."""
    check_figure(cell)
    text = cell.raw.strip()
    if isinstance(cell.value, Decimal):
        return Share(cell.value * 100 if cell.is_percent or as_fraction else cell.value)
    if is_missing(text):
        return Missing(text)
    if found := _SMALL.fullmatch(text.casefold()):
        return SmallCount(int(found["bound"]), is_share=True)
    try:
        value = parse_percent(without_note(text))
    except DanishNumberError as error:
        raise Unreadable(str(error), _("Correct the cell in the file, or leave the row out.")) from error
    return Share(value * 100 if as_fraction and not says_percent(cell) else value)


def bare_share(cell: Cell) -> Decimal | None:
    """The number of a share that does not say whether it is a fraction; None when it says so, or is no number."""
    if says_percent(cell) or cell.error or cell.lacks_result:
        return None
    if isinstance(cell.value, Decimal):
        return cell.value
    try:
        return parse_percent(without_note(cell.raw).strip()) if cell.raw.strip() and not is_missing(cell.raw) else None
    except DanishNumberError:
        return None


def kind_of_year(text: str) -> str:
    """ "r" of “R2016”, “Regnskab 2016” and “R 16”, "b" of a budget, "bo" of an estimate; "" of a bare year."""
    found = _LABELLED_YEAR.fullmatch(text.strip())
    return _LABELS[found["label"].casefold()] if found else ""


def year_of_cell(cell: Cell) -> int:
    """The year, also of “R2016”, “B 2017” and “BO18”: kind_of_year tells which of them it is."""
    check_figure(cell)
    if isinstance(cell.value, date):
        return cell.value.year
    text = cell.raw.strip()
    if found := _LABELLED_YEAR.fullmatch(text):
        text = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
    if len(text) == 4 and text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    raise Unreadable(
        _("“%(text)s” is not a year.") % {"text": text}, _("Write the year with four digits, for instance 2018.")
    )


def is_day_number(text: str) -> bool:
    """A date that has become the number by which the spreadsheet program counts its day."""
    return _DAY_NUMBER.fullmatch(text) is not None


def period_of_cell(cell: Cell) -> Period:
    """The period with the cell's words; a date of the spreadsheet program is that day."""
    check(cell)
    if isinstance(cell.value, datetime):
        return period_from_dates(cell.value.date(), cell.value.date())
    if isinstance(cell.value, date):
        return period_from_dates(cell.value, cell.value)
    if is_day_number(cell.raw.strip()):
        raise Unreadable(
            _("“%(text)s” is a number: the date has lost its format.") % {"text": cell.raw.strip()},
            _("Give the column the format Date, save the file and choose it again."),
        )
    try:
        return parse_period("" if is_missing(cell.raw.strip()) else cell.raw.strip())
    except PeriodError as error:
        raise Unreadable(str(error), _("Correct the cell in the file, or leave the row out.")) from error


def code_of(cell: Cell) -> str:
    """The code as a person sees it, without stray spaces."""
    check(cell)
    if isinstance(cell.value, date):
        raise Unreadable(
            _("The spreadsheet program has made a date, %(text)s, of the code.") % {"text": cell.raw},
            _("Give the column the format Text, write the codes again and save the file."),
        )
    if isinstance(cell.value, Decimal) and not cell.number_format:
        # A code such as 1.2 that was taken for a number shows as 1,2.
        return str(cell.value)
    return " ".join(unicodedata.normalize("NFKC", cell.raw).split())


def code_key(code: str) -> str:
    """The same for codes that differ only in case, spaces or a full stop at the end."""
    plain = code if code.isascii() else unicodedata.normalize("NFKC", code)
    return "".join(plain.split()).casefold().rstrip(".:")


def text_of(cell: Cell) -> str:
    check(cell)
    lines = (" ".join(line.split()) for line in cell.raw.replace("\r", "").split("\n"))
    return "\n".join(line for line in lines if line)


def _retype() -> str:
    return _("Write the number, give the cell a number format, and save the file again.")
