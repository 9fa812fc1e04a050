"""What the words of a heading mean. The order of the list decides between words that both fit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from organisation.numbers import DanishNumberError, parse_unit
from organisation.sorting import search_key
from organisation.units import Unit
from portfolio.sheets import shown_only
from portfolio.sheets.understanding.layout import DERIVED, FIGURES, MONEY, Meaning, UnitGuess

FIRST_YEAR, LAST_YEAR = 1990, 2070
# Short, so that the words below stand in line.
M = Meaning
_EXPECTED = (
    r"(?:forv\.?|forvente(?:t|de)|forventning(?:er)? til|est\.?|estimeret|skoennet|skoen (?:over|for)"
    r"|prognose(?: for)?)"
)
_EXPECTED_RESULT = rf"{_EXPECTED} ?(?:(?:hel)?aars)?(?:regnskab|forbrug|resultat)"
_BUDGETED = r"(?:budget|bevilling|beloeb)"
_REVISED_BUDGET = r"(?:korrigere(?:t|de)|korr\.?|ajourfoert?e?|gaeldende|revidere(?:t|de)) ?(?:aars)?budget"
_ORIGINAL_BUDGET = r"(?:oprindelig[te]?|vedtag(?:et|ne)|opr\.?) ?(?:aars)?budget"

# Written as search_key writes them: ae, oe and aa, small letters.
_WORDS: tuple[tuple[M, str], ...] = (
    (M.MUNICIPALITY, r"kommune ?(?:kode|nr\.?)|municipality(?: code)?"),
    (M.REFERENCE, r"reference"),
    (M.DECISION, r"beslutning|decision"),
    (M.PRICE_LEVEL, r"prisniveau|price level"),
    (M.DIRECTION, r"udgift eller indtaegt|expenditure or income|retning|direction"),
    (M.DRANST, r"drift (?:eller|/) anlaeg|dranst|operation or construction"),
    (M.SUBGROUP, r"undergruppe|subgroup"),
    (M.ROUND, r"(?:opfoelgnings)?runde|(?:follow-up )?round"),
    (M.STRATEGY, r"strategi|strategy"),
    (M.DEVIATION, r"afvigelse|mer-?/ ?mindre\w*|merforbrug|mindreforbrug|forskel|difference|"
        rf"rest(?:erende)?(?: ?(?:af )?(?:korrigeret )?{_BUDGETED})?|"
        rf"{_EXPECTED} (?:mer-?/ ?)?(?:mer|mindre)\w+(?:[ /]+(?:mer|mindre)\w+)?"),
    (M.SHARE, r"forbrugs(?:procent|pct\.?)|(?:forbrug|afvigelse) i (?:%|pct\.?|procent)"
        r"(?: af (?:\w+ )?budget(?:tet)?)?|svarprocent|andel(?: i %)?|%|pct\.?"),
    (M.TARGET_AT, r"target date|maal(?:aar|dato)|maal (?:i )?aar|naas senest"),
    (M.MEASURED_AT, r"measured on|as of|maale?(?:dato|tidspunkt|t)|maalt (?:i|d\.|den)|opgjort(?: pr\.?)?|"
        r"tidspunkt for maaling|maaletidspunkt"),
    (M.RESPONDENTS, r"n|antal (?:svar|besvarelser|respondenter)|besvarelser|respondenter|answers"),
    (M.BASELINE, r"baseline|udgangspunkt|startvaerdi|basisaar"),
    (M.TARGET, r"maal|maaltal|maalsaetning|target|succeskriterie|ambition"),
    (M.MEASURED, r"vaerdi|value|maaling|maalt vaerdi|seneste maaling|resultat|seneste"),
    (M.CARRY_OVER, r"carry-over|overfoersel(?: mellem aar)?|overfoert(?: fra \d{4})?|overfoersler"),
    (M.TRANSFER, r"transfers?|omplacering(?:er)?|budgetneutrale? flytning(?:er)?"),
    (M.SUPPLEMENTARY, r"supplementary(?: appropriations?)?|tillaegsbevilling(?:er)?|till\. ?bev\.?|tb"),
    (M.REVISED, rf"revised(?: budget)?|{_REVISED_BUDGET}|korrigeret|kb"),
    (M.ORIGINAL, rf"original(?: budget)?|{_ORIGINAL_BUDGET}|(?:oprindeligt|vedtaget|opr\.) ?|ob"),
    (M.FORECAST, rf"forecast|{_EXPECTED_RESULT}|forventet|skoen|estimat|prognose|fr"),
    (M.ACTUAL, r"actuals?|actual spending|forbrug(?: til dato)?|realiseret|aar til dato|aatd|bogfoert"),
    (M.ACCOUNTS, r"accounts|regnskab|r"),
    (M.ESTIMATE, r"(?:(?:budgetoverslag|overslag(?:saar)?|bo) ?[1-9]?(?: |$))+"),
    (M.ROW_TOTAL, r"i ?alt|sum|total|samlet(?: beloeb)?|aar i ?alt|hele perioden"),
    (M.ACCOUNT, r"account|konto(?:nr\.?|nummer|streng)?|funktion|psp(?:-?element)?|omkostningssted|omk\.? ?sted|"
        r"artskonto|projekt ?nr\.?"),
    (M.BUDGET_LINE, r"budget line|budget(?:linje|post|omraade)|post|linje"),
    (M.AMOUNT, r"amount|beloeb|(?:netto|brutto)?budget(?:ramme|forslag|beloeb|tal)?|(?:netto|brutto)?bevilling|"
        r"bevilget|(?:netto|brutto|mer)?udgift(?:er)?|(?:netto|udgifts)?ramme|oekonomi|finansieringsbehov|b|kr\.?|"
        r"tkr\.?|t\.? ?kr\.?|mio\.? ?kr\.?"),
    (M.FINANCING, r"finansiering(?:skilde)?|finansieret af|finansieres af|pulje"),
    (M.CODE, r"nr\.?|nummer|kode|id|code|ref\.?|lb\.? ?nr\.?|loebenr\.?|spor|spoer|indsats ?nr\.?|"
        r"initiativ ?nr\.?|forslags?nr\.?"),
    (M.INDICATOR, r"indicator|indikator(?:er)?|noegletal|effektmaal|maalepunkt"),
    (M.ACTIVITY, r"activity|aktivitet(?:er)?|milepael(?:e)?|handling(?:er)?|opgave(?:r)?"),
    (M.TARGET_GROUP, r"target group|maalgruppe(?:r)?|population"),
    (M.BODY, r"body|udvalg|enhed|organisation|forvaltning|center|afdeling|organ|raad|magistratsafdeling|part"),
    (M.OWNER, r"owner|tovholder|ansvarlig|ansvar|kontaktperson|projektleder|indsatsansvarlig"),
    (M.STATE, r"state|status|tilstand|fase"),
    (M.THEME, r"tema|fokusomraade|pejlemaerke|strategimaal|indsatsomraade|omraade"),
    (M.START, r"valid from|start(?:dato|tidspunkt)?|fra|begynder|opstart|gyldig fra"),
    (M.END, r"valid to|slut(?:dato|tidspunkt)?|til|frist|deadline|afsluttes|udloeb|gyldig til"),
    (M.PERIOD, r"period|periode|tidsplan|tidspunkt|tidsramme|kvartal|hvornaar|dato"),
    (M.YEAR, r"year|aar|budgetaar|regnskabsaar|aarstal"),
    (M.UNIT, r"unit|enhed(?:er)? for maaling|maaleenhed|skala"),
    (M.SOURCE, r"source|kilde|datakilde|undersoegelse"),
    (M.KIND, r"kind|type|slags|art"),
    (M.PARENT, r"part of|hoerer under|overordnet|del af|foraelder|under"),
    (M.ALIASES, r"other names|andre navne|alias(?:ser)?|forkortelse|tidligere navn|ogsaa kaldet"),
    (M.NAME, r"name|title|titel|navn|betegnelse|overskrift"),
    (M.INITIATIVE, r"initiatives?|indsats(?:er)?|initiativ(?:er)?|forslag|projekt(?:er)?|tiltag|indsatsens navn"),
    (M.DESCRIPTION, r"description|beskrivelse|formaal|indhold|tekst"),
    (M.NOTE, r"bemaerkning(?:er)?|note(?:r)?|kommentar(?:er)?|aendring(?:er)?|forklaring"),
)  # fmt: skip
_WHOLE = tuple((meaning, re.compile(rf"(?:{words})")) for meaning, words in _WORDS)
# Words that make a heading a certain one wherever they stand in it; short ones would be found everywhere.
_INSIDE = tuple((meaning, re.compile(rf"\b(?:{_long})\b")) for meaning, _long in (
    (M.NOTE, r"aendring|bemaerkning(?:er)?"),
    (M.DEVIATION, r"afvigelse|mindreforbrug|merforbrug"),
    (M.REVISED, rf"{_REVISED_BUDGET}|korrigeret"),
    (M.ORIGINAL, rf"{_ORIGINAL_BUDGET}|oprindeligt|vedtaget"),
    (M.FORECAST, rf"{_EXPECTED_RESULT}|forventet"),
    (M.ACTUAL, r"forbrug"),
    (M.ACCOUNTS, r"regnskab"),
    (M.BASELINE, r"baseline|udgangspunkt"),
    (M.ESTIMATE, r"budgetoverslag|overslag(?:saar)?"),
    (M.AMOUNT, r"beloeb|budget|bevilling"),
    (M.TARGET, r"maaltal"),
    (M.MEASURED, r"maaling"),
    (M.INDICATOR, r"indikator"),
    (M.ACTIVITY, r"aktivitet"),
    (M.TARGET_GROUP, r"maalgruppe"),
    (M.OWNER, r"tovholder|ansvarlig"),
    (M.INITIATIVE, r"\w*indsats|initiativ"),
))  # fmt: skip
_WORDS_OF = {meaning: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for meaning, words in _WORDS}
_MONTH = (
    r"(?:jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = rf"(?:\d{{1,2}}[./-] ?\d{{1,2}}(?:[./-] ?(?:\d{{4}}|\d\d))?|\d{{4}}-\d\d-\d\d|\d{{1,2}}\.? ?{_MONTH})"
_UP_TO = (
    rf"(?:pr\.?|(?:pr\.? )?ultimo|til og med|t\.? ?o\.? ?m\.?) (?:d\. |den )?(?:{_DAY}|{_MONTH})|{_DAY}"
    rf"|jan(?:uar)?\.? ?(?:[-–]|til) ?{_MONTH}"
)
# What may stand beside a word for money or figures without making it a word for something else.
_BESIDE_ALL = rf"{_UP_TO}|i|for|aar|ny|nyt"
_BESIDE_MONEY = (
    rf"{_BESIDE_ALL}|netto|brutto|drift|anlaeg|udgift(?:er)?|indtaegt(?:er)?|aarets|hele aaret|forslag til"
    r"|\w*udvalgets|byraadets|kommunens|(?:in|eks)kl\.? moms|endelig[te]?|foreloebig[te]?"
)
_WITH_CARRIED = r"inkl\.? tillaegsbevilling(?:er)?|(?:in|eks)kl\.? overfoers(?:el|ler)"
_BESIDE_FIGURES = (
    rf"{_BESIDE_ALL}|{_MONTH}|vinter|foraar|sommer|efteraar|kvartal|halvaar|n ?= ?[\d.]+|\d+\.?|primo|ultimo"
    r"|vaerdi|niveau"
)
_BESIDE = {
    **dict.fromkeys(MONEY, rf"i ?alt|samlet|{_BESIDE_MONEY}"),
    # Of work over several years all that is spent is not what is spent in one.
    M.ACTUAL: rf"{_BESIDE_MONEY}|faktisk|realiseret|bogfoert|til dato",
    # The number of the follow-up: a forecast is of the year, whichever it was made in.
    M.FORECAST: rf"{_BESIDE_MONEY}|(?:bo|fr|oer) ?-?\d|{_WITH_CARRIED}",
    # Of the original budget these would make another one.
    M.REVISED: rf"i ?alt|samlet|{_BESIDE_MONEY}|{_WITH_CARRIED}",
    **dict.fromkeys(FIGURES, _BESIDE_FIGURES),
    M.BASELINE: rf"{_BESIDE_FIGURES}|maaling",
    M.TARGET: rf"{_BESIDE_FIGURES}|til|senest|inden|udgangen af",
}
# Beside a year as well: without it “i alt” may be of several, and “ultimo” of any month.
_BESIDE_YEAR = {
    M.FORECAST: r"i ?alt|ultimo",
    # What is spent in the first of them is spent up to its last day.
    M.ACTUAL: r"i perioden(?= jan)|1\. ?(?:kvartal|halvaar)",
}
_HARMLESS_WITH_YEAR = {meaning: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for meaning, words in _BESIDE_YEAR.items()}
# A forecast of accounts is of the whole year, so these are when it was made.
_WHEN_MADE = re.compile(rf"(?<!\w)(?:[1-4]\. ?kvartal|{_MONTH})(?!\w)")
_HARMLESS = {meaning: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for meaning, words in _BESIDE.items()}
_BUDGETS = frozenset({M.ORIGINAL, M.REVISED, M.ESTIMATE})
_SHORT_YEAR = re.compile(r"(?P<label>r|b|bo|kb|ob|fr|regnskab|budget)[ '’]{0,2}(?P<year>\d{2})")
_NUMBERED_ESTIMATE = re.compile(r"\b(?:bo|budgetoverslag|overslag(?:saar)?) ?([1-9])\b")
# A hyphen before it is a sign or part of a date, but not after a letter: “R-2016”.
_YEAR = re.compile(r"(?:(?<![\d.,-])|(?<=[^\W\d_]-))((?:19|20)\d{2})(?![\d.,]*\d|-)")
_NOTE_SIGN = re.compile(r"(?<=\w) ?[⁰¹²³⁴⁵⁶⁷⁸⁹]+\)?$|(?<=\S)\s*\(\d\)$")
_CLOSED_NOTE_SIGN = re.compile(r"(?<=\S)\s+\d{1,2}\)$")
_PERIOD = re.compile(r"(?<!\d)((?:19|20)\d{2}) ?[-–/] ?((?:19|20)?\d{2})(?!\d)")
_KRONER = r"(?:kr\.?|kroner|dkk)"
_MILLION = r"(?:mio\.?|mill\.?|million(?:er)?)"
_UNIT = (
    rf"(?:hele )?(?:1[., ]?000[., ]?000 ?{_KRONER}|(?:1[., ]?)?000 ?{_KRONER}|t\.? ?{_KRONER}|tusinde? ?{_KRONER}"
    rf"|mdkk|{_MILLION} ?{_KRONER}|mio\.|{_KRONER} ?(?:\(|i )?{_MILLION}|{_KRONER} ?(?:\(|i )?1[., ]?000[., ]?000"
    rf"|{_KRONER} ?(?:\(|i )?(?:1[., ]?|['’])?000|{_KRONER} ?(?:\(|i )?tusind(?:e|er)?|{_KRONER})"
)
_UNIT_PLACE = re.compile(
    rf"(?:^|[(\[]|\b(?:in?|tal|beløb):? |[,:;] |\n|\d ?)(?P<unit>{_UNIT})(?=$|[)\],.;:\n ])", re.IGNORECASE
)
# An amount after “kr.”: neither a year, a day, “1. kvartal” nor the sign of a note.
_GOES_ON = re.compile(r"(?!\d{1,2}([-./])\d{1,2}\1\d{2,4}(?!\d))[.,]?\d{1,3}(?!\d|\. ?[^\W\d_]|(?<!\d\d)\))|[.,]\d")
_PERCENT = re.compile(r"(?:%|\bpct\b|\bprocent\b)(?!\.?-? ?point)", re.IGNORECASE)
_LAST_PERCENT = re.compile(r"(?:(?<= )i )?(?:%|(?<!\w)(?:pct\.?|procent))$")
# “25 %” is of a text about something else, and an amount may stand beside it.
_IN_PERCENT = re.compile(r"(?<!\d)(?<!\d )(?:%|(?<!\w)(?:pct|procent)(?!\w))(?!\.?-? ?point)")
_PRICE_LEVEL = re.compile(
    r"\b(?:20\d{2}[- ]?(?:pl|p/l|priser|prisniveau|pris- og lønniveau)|(?:p/l|pl)[- ]?(?:niveau )?20\d{2}"
    r"|(?:pris|løn)\S* 20\d{2}|løbende priser|faste priser|\d{2}-pl|pl-\d{2})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """`meaning` is None when no word is known; `is_whole` when the known word is all of the heading.

    `is_certain` is False when it holds a word for money or figures beside others that may make it something else;
    `is_percent` when it says that what stands under it is in percent.
    """

    meaning: Meaning | None
    year: int | None = None
    period: str = ""
    is_whole: bool = True
    words: str = ""
    is_certain: bool = True
    is_percent: bool = False


_SHOWN = frozenset(map(search_key, (*shown_only.ENGLISH, *shown_only.ENGLISH.values())))


@lru_cache(maxsize=4_096)
def heading_of(text: str) -> Heading:
    """What a heading says, its year and unit taken away first."""
    if search_key(text) in _SHOWN:
        return Heading(M.SHOWN, words=text.strip())
    text = _NOTE_SIGN.sub("", text)
    if text.count(")") > text.count("("):
        text = _CLOSED_NOTE_SIGN.sub("", text)
    year, period = year_of(text), period_of(text)
    bare = bare_words(text)
    if found := _SHORT_YEAR.fullmatch(search_key(text)):
        year, bare = 2000 + int(found["year"]), found["label"]
    if not bare:
        if period:
            return Heading(M.ROW_TOTAL, None, period, words=text.strip())
        is_unit = unit_in(text).unit is not None
        return Heading(M.AMOUNT if year or is_unit else None, year, "", words=text.strip())
    is_percent = _IN_PERCENT.search(bare) is not None
    if (meaning := _whole(bare)) is not None:
        return Heading(meaning, year, period, words=bare, is_percent=is_percent)
    for meaning, words in _INSIDE:
        if found := words.search(bare):
            is_certain = _is_certain(meaning, bare, found[0], has_year=year is not None)
            return Heading(meaning, year, period, False, _as_written(text, found[0]), is_certain, is_percent)
    return Heading(None, year, period, False)


def _whole(bare: str) -> Meaning | None:
    """What the heading is a word for; one for amounts or figures may have percent after it."""
    found = next((meaning for meaning, words in _WHOLE if words.fullmatch(bare)), None)
    if found is None and (rest := _LAST_PERCENT.sub("", bare).strip(" ,-")) not in {"", bare}:
        found = next((meaning for meaning, words in _WHOLE if words.fullmatch(rest)), None)
        return found if found in MONEY | FIGURES - {M.RESPONDENTS} else None
    return found


def _is_certain(meaning: Meaning, bare: str, found: str, *, has_year: bool) -> bool:
    """Whether all words beside a known one for money or figures leave it what it is."""
    if meaning not in MONEY | FIGURES or meaning in DERIVED:
        return True
    rest = _WORDS_OF[meaning].sub(" ", bare).replace(found, " ")
    if meaning in _BUDGETS:
        rest = _WORDS_OF[M.AMOUNT].sub(" ", rest)
    if has_year and meaning in _HARMLESS_WITH_YEAR:
        rest = _HARMLESS_WITH_YEAR[meaning].sub(" ", rest)
    rest = _HARMLESS[meaning].sub(" ", _LAST_PERCENT.sub("", rest.strip()))
    if meaning is M.FORECAST and "regnskab" in found:
        rest = _WHEN_MADE.sub(" ", rest)
    return re.search(r"\w", rest) is None


def _as_written(text: str, key: str) -> str:
    """The known words as the heading has them; all of it where they are parts of others."""
    words, wanted = text.split(), key.strip(".,:;() ")
    count = len(wanted.split())
    pieces = (" ".join(words[at : at + count]).strip(".,:;()") for at in range(len(words) - count + 1))
    return next((piece for piece in pieces if search_key(piece) == wanted), text)


def bare_words(text: str) -> str:
    """The heading's words without unit, year and marks, as search_key writes them."""
    rest = _UNIT_PLACE.sub(lambda found: found[0].removesuffix(found["unit"]) + " ", text)
    rest = _PRICE_LEVEL.sub(" ", _PERIOD.sub(" ", rest))
    rest = _YEAR.sub(" ", rest)
    key = re.sub(r"[()\[\]:*]|\bin?$", " ", search_key(re.sub(r"[\n/]+(?= )|\n", " ", rest)))
    return re.sub(r"\bin?$", "", " ".join(key.split()).strip(" .,-")).strip() or ("%" if "%" in text else "")


def year_of(text: str) -> int | None:
    """The one year that the text names."""
    found = {int(year) for year in _YEAR.findall(_PERIOD.sub(" ", text))}
    return found.pop() if len(found) == 1 and FIRST_YEAR <= min(found) <= LAST_YEAR else None


def period_of(text: str) -> str:
    """The several years that the text names, as it writes them."""
    found = _PERIOD.search(text)
    return found[0] if found else ""


def unit_in(text: str) -> UnitGuess:
    """The unit that a heading or title names; a unit beside an amount is that amount's only."""
    for found in _UNIT_PLACE.finditer(text):
        before = text[: found.start("unit")].rstrip()
        if before[-1:].isdigit() and not _YEAR.search(before[-5:]):
            continue
        if _GOES_ON.match(text[found.end("unit") :].lstrip()):
            continue
        try:
            return UnitGuess(parse_unit(found["unit"]))
        except DanishNumberError:
            continue
    return UnitGuess(None, is_percent=_PERCENT.search(text) is not None)


def number_of_estimate(text: str) -> int | None:
    """2 of “BO2” and “Overslagsår 2”."""
    found = _NUMBERED_ESTIMATE.search(search_key(text))
    return int(found[1]) if found else None


@lru_cache(maxsize=512)
def unit_of_row(text: str) -> Unit | None:
    """The unit of money that a cell beside an amount names, and nothing else."""
    try:
        return parse_unit(text) if text.strip() else None
    except DanishNumberError:
        return None


def price_level_in(text: str) -> str:
    found = _PRICE_LEVEL.search(text)
    return found[0] if found else ""


def unit_words(unit: Unit | None) -> str:
    return str(unit.label) if unit else _("not stated")
