"""The amounts of money in the texts of an initiative."""

from __future__ import annotations

import re

from organisation.numbers import DanishNumberError, parse_amount
from organisation.units import Unit
from portfolio.plans.content import PlanAmount

# A minus stands at its number and after a space: "100-200.000" is a range, and "kr. – 200.000" a dash.
_NUMBER = r"(?:\d{1,3}(?: \d{3}){1,4}(?!\d)|\d{1,15}(?:\.\d{1,9}){0,4})(?:,\d{1,9})?"
_SIGNED = rf"(?<!\d)(?<!\d[.,])(?:(?<![^\s(:])[-–−](?=\d))?{_NUMBER}(?:\s?[-–]\s?{_NUMBER})?"
_HEDGED = rf"(?:ca\. |cirka |op til |over |mere end )?{_SIGNED}"
_BEFORE_UNIT = re.compile(
    rf"(?P<number>{_HEDGED}),?\s*(?P<unit>mio\.?\s?kr\b\.?|millioner kr(?:\.|oner)|mia\.?\s?kr\b\.?"
    r"|t\.?\s?kr\b\.?|tusind kr(?:\.|oner)|kr\b\.?|kroner)",
    re.IGNORECASE,
)
# After "kr." a year, the number of a step or of pieces may stand: an amount has thousands, decimals or a unit.
_AFTER_UNIT = re.compile(
    rf"(?:\b(?P<scale>mio\.?|t\.?)\s?|\b)(?:kr\b\.?|dkk)\s?(?P<number>{_HEDGED})(?![\d%]|[.,]\d)"
    r"(?:\s?(?P<large>mio\b\.?|millioner|mia\b\.?|milliarder|tusind)|(?<=[.\s]\d{3})|(?<=,\d)|(?<=,\d\d))",
    re.IGNORECASE,
)
_DAY_OR_YEAR = re.compile(r"(?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d{2}")
_OWN_AMOUNT = re.compile(
    r"\b(?:prioriteret|afsat|bevilget|bevilling|engangsbeløb|engangstilskud|budget|beløb|økonomi|finansiering)\b", re.I
)
_ONE_OFF = re.compile(r"engangs", re.IGNORECASE)
_PERIODS = re.compile(
    r"\b(?:\d-årigt [\w ]{0,40}?(?:forløb|projekt)\w* med opstart i \d{4}"
    r"|(?:19|20)\d{2}\s?[-–/]\s?(?:(?:19|20)\d{2}|\d{2})|(?:19|20)\d{2})\b"
)


def amounts_of(text: str, line: int = 0) -> list[PlanAmount]:
    """Every amount of money in the text. Whether it is the initiative's own is left to the person, unless the sentence
    says so; what a "herunder" lists is part of another and no amount of its own."""
    found = []
    for sentence in re.split(r"\n|(?<=\w\.)\s+(?=[A-ZÆØÅ])", text):
        if re.match(r"herunder\b|heraf\b", sentence, re.IGNORECASE):
            continue
        found += [_amount(sentence, one, line) for one in _in_order(sentence)]
    return found


def _in_order(sentence: str) -> list[re.Match[str]]:
    """Amounts before “kr.”, and those after it that no unit follows; "i 2021 kr. 500.000" is one of the second kind."""
    before, after = list(_BEFORE_UNIT.finditer(sentence)), list(_AFTER_UNIT.finditer(sentence))
    before = [
        one
        for one in before
        if not (_DAY_OR_YEAR.fullmatch(one["number"]) and any(_meet(one, other) for other in after))
    ]
    after = [one for one in after if not any(_meet(one, other) for other in before)]
    return sorted([*before, *after], key=re.Match.start)


def _meet(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _amount(sentence: str, found: re.Match[str], line: int) -> PlanAmount:
    is_after = found.re is _AFTER_UNIT
    words = f"{found['large'] or found['scale'] or ''} kr.".strip() if is_after else found["unit"]
    unit, raw = _unit(words), f"{found['number']} {words}"
    try:
        # A misprint such as "1,1, mio. kr." is read without its last comma: the person sees the words beside.
        parsed = parse_amount(raw)
        ore, printed = parsed.ore, parsed.unit or unit
    except DanishNumberError:
        ore, printed = None, unit
    return PlanAmount(
        raw=found[0],
        ore=ore,
        unit=printed.value,
        quote=sentence.strip(),
        line=line,
        period=_period_near(sentence),
        is_one_off=_ONE_OFF.search(sentence) is not None,
    )


def is_own(amount: PlanAmount) -> bool:
    """The sentence says that the money is set aside here."""
    return amount.ore is not None and _OWN_AMOUNT.search(amount.quote[: amount.quote.find(amount.raw)]) is not None


def _unit(words: str) -> Unit:
    plain = words.casefold()
    if plain.startswith(("mi", "millioner")):
        return Unit.MIO
    return Unit.TKR if plain.startswith("t") else Unit.KR


def _period_near(sentence: str) -> str:
    found = _PERIODS.search(sentence)
    return found[0] if found else ""
