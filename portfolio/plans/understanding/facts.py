"""What the texts of an initiative say that has a place of its own: its period, its owners, its goals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from organisation.periods import PeriodError, parse_period
from organisation.sorting import search_key
from portfolio.plans.content import PlanContent, PlanGoal, PlanInitiative
from portfolio.plans.reading.blocks import BULLET
from portfolio.plans.understanding.money import amounts_of

LONGEST_PERIOD = 400
_LONGEST_OWNER = 300
_PERIOD_LABEL = re.compile(r"periode|tidsplan|tidsramme|tidspunkt")
_OWNER_LABEL = re.compile(r"tovholder|ansvarlig|kontaktperson|ejer")
# "Social- og Sundhedsforvaltningen" is one name: a hyphen before "og" holds it together.
_BETWEEN_OWNERS = re.compile(r"\n|;|,\s+|(?<!-)\s+(?:og|samt)\s+", re.IGNORECASE)
_REACHED_BY = re.compile(
    r"\(?(?:\b(?:e-?mail|mail)\b[.:]? ?)?[^\s@(]{1,64}@[^\s@)]{1,190}\)?"
    r"|\(?\b(?:tlf|telefon|mobil|mob|tel|lokal)(?:nr|nummer)?\b[.:]{0,2} ?\+?\d[\d ]{2,18}\)?"
    r"|(?<![\w.,-])(?:\+45 ?)?\d{2} ?\d{2} ?\d{2} ?\d{2}(?![.,-]?\w)",
    re.IGNORECASE,
)
_GOAL_WORDS = r"strategimål|pejlemærker?|fokusområder?|indsatsområder?|delmål|målsætning|hovedmål|mål|spor|tema"
_GOALS = re.compile(
    rf"\b(?P<word>{_GOAL_WORDS})\s+(?P<numbers>\d{{1,2}}(?:\.\d{{1,2}})?(?:(?:,|\s+og|\s+samt)\s+\d{{1,2}}(?:\.\d{{1,2}})?(?![\d,.]*\s*(?:%|procent|kr)))*)"
    r"(?![\d%]|\s*(?:%|procent|mio|kr|borgere))(?::\s*(?P<title>[^\n]{3,300}))?",
    re.IGNORECASE,
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
    """Those named, without the numbers and addresses by which they are reached."""
    pieces = (_REACHED_BY.sub("", piece.removeprefix(BULLET)).strip(" .:") for piece in _BETWEEN_OWNERS.split(text))
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
