"""What the texts of an initiative say that has a place of its own: its period, its owners, its goals, its amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from organisation.numbers import DanishNumberError, parse_amount
from organisation.periods import PeriodError, parse_period
from organisation.sorting import search_key
from organisation.units import Unit
from portfolio.plans.content import PlanAmount, PlanContent, PlanGoal, PlanInitiative
from portfolio.plans.reading.blocks import BULLET

LONGEST_PERIOD = 400
_LONGEST_OWNER = 300
_PERIOD_LABEL = re.compile(r"periode|tidsplan|tidsramme|tidspunkt")
_OWNER_LABEL = re.compile(r"tovholder|ansvarlig|kontaktperson|ejer")
# "Social- og Sundhedsforvaltningen" is one name: a hyphen before "og" holds it together.
_BETWEEN_OWNERS = re.compile(r"\n|;|,\s+|(?<!-)\s+(?:og|samt)\s+", re.IGNORECASE)
_GOAL_WORDS = r"strategimål|pejlemærker?|fokusområder?|indsatsområder?|delmål|målsætning|hovedmål|mål|spor|tema"
_GOALS = re.compile(
    rf"\b(?P<word>{_GOAL_WORDS})\s+(?P<numbers>\d{{1,2}}(?:\.\d{{1,2}})?(?:(?:,|\s+og|\s+samt)\s+\d{{1,2}}(?:\.\d{{1,2}})?(?![\d,.]*\s*(?:%|procent|kr)))*)"
    r"(?![\d%]|\s*(?:%|procent|mio|kr|borgere))(?::\s*(?P<title>[^\n]{3,300}))?",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?P<number>(?:ca\. |cirka |op til |over |mere end )?\d{1,3}(?:[. ]\d{3})*(?:,\d+)?"
    r"(?:\s?[-–]\s?\d+(?:,\d+)?)?),?\s*"
    r"(?P<unit>mio\.?\s?kr\.?|millioner kr(?:\.|oner)|mia\.?\s?kr\.?|t\.?\s?kr\.?|tusind kr(?:\.|oner)|kr\.|kroner)",
    re.IGNORECASE,
)
_OWN_AMOUNT = re.compile(
    r"\b(?:prioriteret|afsat|bevilget|bevilling|engangsbeløb|engangstilskud|budget|beløb|økonomi|finansiering)\b", re.I
)
_ONE_OFF = re.compile(r"engangs", re.IGNORECASE)
_PERIODS = re.compile(
    r"\b(?:\d-årigt [\w ]{0,40}?(?:forløb|projekt)\w* med opstart i \d{4}"
    r"|(?:19|20)\d{2}\s?[-–/]\s?(?:(?:19|20)\d{2}|\d{2})|(?:19|20)\d{2})\b"
)


def find_facts(content: PlanContent) -> None:
    """Fills in what the texts say; what somebody has filled in already stays."""
    labels = {heading.key: search_key(heading.label) for heading in content.headings}
    for initiative in content.initiatives:
        for key, passage in initiative.texts.items():
            label = labels.get(key, "")
            if _PERIOD_LABEL.search(label) and not initiative.period:
                initiative.period = period_of(passage.text)
            elif _OWNER_LABEL.search(label) and not initiative.owners:
                initiative.owners = owners_of(passage.text)
        _find_goals(content, initiative)
        if not initiative.amounts:
            initiative.amounts = [
                amount for passage in initiative.texts.values() for amount in amounts_of(passage.text, passage.line)
            ]
    _leave_out_plain_goals(content)
    content.goals = _in_order(content.goals)


def period_of(text: str) -> str:
    """The words of the period: all of them, or the first sentence where they are long or cannot be read."""
    plain = " ".join(line.removeprefix(BULLET) for line in text.split("\n"))
    first = re.split(r"(?<=\.)\s+(?=[A-ZÆØÅ])", plain)[0]
    for words in (plain, first):
        if len(words) <= LONGEST_PERIOD and _is_known(words):
            return words
    return first[:LONGEST_PERIOD]


def _is_known(words: str) -> bool:
    try:
        return parse_period(words).is_known
    except PeriodError:
        return False


def owners_of(text: str) -> list[str]:
    pieces = (piece.removeprefix(BULLET).strip(" .:") for piece in _BETWEEN_OWNERS.split(text))
    return [piece[:_LONGEST_OWNER] for piece in pieces if piece]


def _find_goals(content: PlanContent, initiative: PlanInitiative) -> None:
    for passage in initiative.texts.values():
        for goal in goals_of(passage.text, passage.line):
            known = content.goal(goal.key)
            if known is None:
                content.goals.append(goal)
            elif not known.title:
                known.title = goal.title
            if goal.key not in initiative.goals:
                initiative.goals.append(goal.key)


def goals_of(text: str, line: int = 0) -> Iterator[PlanGoal]:
    """ "strategimål 1: Vi forebygger …, strategimål 2" gives two; a title ends where the next goal begins."""
    at = 0
    while found := _GOALS.search(text, at):
        word = _singular(found["word"].casefold())
        numbers = re.findall(r"\d+(?:\.\d+)?", found["numbers"])
        title = found["title"] or ""
        following = _GOALS.search(title)
        if following:
            title = title[: following.start()]
        for number in numbers:
            yield PlanGoal(word, number, _title(title) if len(numbers) == 1 else "", line=line)
        at = found.end("numbers")


def _leave_out_plain_goals(content: PlanContent) -> None:
    """ "Mål 1" is a goal of the initiative itself where the plan has a word of its own for those of the strategy."""
    if any(goal.word != "mål" for goal in content.goals):
        content.goals = [goal for goal in content.goals if goal.word != "mål"]
        for initiative in content.initiatives:
            initiative.goals = [key for key in initiative.goals if not key.startswith("mål ")]


def _singular(word: str) -> str:
    return word.removesuffix("r") if word in {"pejlemærker", "fokusområder", "indsatsområder"} else word


def _title(text: str) -> str:
    """The first sentence, without what joins it to the next goal."""
    first = re.split(r"(?<=[^\W\d])\.(?:\s+(?=[A-ZÆØÅ])|$)", text)[0]
    return re.sub(r"(?:,|\s+(?:og|samt))\s*$", "", first.strip()).strip(" .")


def _in_order(goals: list[PlanGoal]) -> list[PlanGoal]:
    return sorted(goals, key=lambda goal: (goal.word, [int(part) for part in re.findall(r"\d+", goal.number)]))


def amounts_of(text: str, line: int = 0) -> list[PlanAmount]:
    """Every amount of money in the text. Whether it is the initiative's own is left to the person, unless the sentence
    says so; what a "herunder" lists is part of another and no amount of its own."""
    found = []
    for sentence in re.split(r"\n|(?<=\w\.)\s+(?=[A-ZÆØÅ])", text):
        if re.match(r"herunder\b|heraf\b", sentence, re.IGNORECASE):
            continue
        found += [_amount(sentence, one, line) for one in _MONEY.finditer(sentence)]
    return found


def _amount(sentence: str, found: re.Match[str], line: int) -> PlanAmount:
    unit = _unit(found["unit"])
    raw = f"{found['number']} {found['unit']}"
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
