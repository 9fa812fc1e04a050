"""Themes of a sheet, and the objectives that the municipality calls by those names. What is not certain is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from initiatives.models import Objective
from portfolio.sheets.planning.finding import Directory, Found, name_key
from portfolio.sheets.planning.task import Task
from portfolio.sheets.understanding import Question

NONE = "none"
MOST_ASKED = 40
# “Tema 1: Børn”, “Pejlemærke 2.1 – Fællesskab”.
_LEVEL = re.compile(
    r"(?:tema|fokusområde|pejlemærke|strategimål|indsatsområde|område|mål|spor|delmål)\s*(?P<number>[0-9]+(?:\.[0-9]+)*|[ivx]+)?"
    r"\s*[.:–—-]*\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED = re.compile(r"[0-9]+(?:\.[0-9]+)*[.:)]?\s+(?P<title>\S.*)", re.DOTALL)


class ObjectiveDirectory(Directory[Objective]):
    """An objective is also called by its level and number, before its title or alone."""

    def names_of(self, row: Objective) -> Iterable[str]:
        yield from super().names_of(row)
        for title in {row.title, row.display_title} - {""}:
            yield f"{row.number} {title}".strip()
            yield f"{row.level_label} {row.number} {title}".strip()
            # As we write it ourselves.
            yield f"{row.label}: {title}"
        if row.number and row.level_label:
            yield f"{row.level_label} {row.number}"


class Themes:
    """The objective of each theme that the sheet names; the same theme is asked about once."""

    def __init__(self, task: Task) -> None:
        self.task = task
        rows = Objective.objects.filter(municipality=task.municipality).select_related("strategy")
        self.objectives = list(rows)
        self.directory = ObjectiveDirectory(self.objectives, ("title", "display_title", "aliases"))
        self._found: dict[str, Objective | None] = {}

    def objective(self, words: str, address: str) -> Objective | None:
        """None where the theme is none of the objectives here, or has been asked about and not answered yet."""
        key = name_key(words)
        if key not in self._found:
            self._found[key] = self._find(words, key, address)
        return self._found[key]

    def knows(self, words: str) -> bool:
        return any(self._called(name) != Found() for name in _spellings(words))

    def _find(self, words: str, key: str, address: str) -> Objective | None:
        if not key or not self.objectives:
            return None
        answer = self.task.table.layout.correction.answers.get(question_key(key), "")
        if answer:
            return self.directory.by_reference.get(answer)
        found = next((one for name in _spellings(words) if (one := self._called(name)) != Found()), Found())
        if found.row is None:
            self._ask(words, key, address, found.several or tuple(self.objectives))
        return found.row

    def _called(self, name: str) -> Found[Objective]:
        rows = self.directory.by_name.get(name_key(name), [])
        own = self.directory.by_reference.get(name.strip().casefold())
        if own is not None:
            return Found(own)
        return Found(rows[0]) if len(rows) == 1 else Found(several=tuple(rows))

    def _ask(self, words: str, key: str, address: str, among: tuple[Objective, ...]) -> None:
        asked = sum(question.key.startswith("theme:") for question in self.task.plan.questions)
        text = _("Which objective is the theme “%(theme)s”?") % {"theme": words[:120]}
        if asked >= MOST_ASKED:
            advice = _("The rows are imported without an objective. Make the objective, or link them afterwards.")
            self.task.plan.warn(address, words, _("There is no objective of this name."), advice)
            return
        choices = (
            (NONE, _("none of the objectives here")),
            *((one.reference.casefold(), f"{one} ({one.strategy})") for one in among),
        )
        why = "" if len(among) < len(self.objectives) else _("no objective has this name")
        alike = self._of_the_same_number(words)
        suggestion = alike.reference.casefold() if alike in among and alike is not None else NONE
        self.task.plan.questions.append(Question(question_key(key), text, choices, suggestion, why, (address,)))

    def _of_the_same_number(self, words: str) -> Objective | None:
        """“Tema 1: Børn” may be the “Tema 1 Børn og unge” of here: likely, and asked."""
        level = _LEVEL.fullmatch(" ".join(words.split()))
        if level is None or not level["number"]:
            return None
        kind = words.split(maxsplit=1)[0].casefold()
        same = [one for one in self.objectives if (one.level_label.casefold(), one.number) == (kind, level["number"])]
        return same[0] if len(same) == 1 else None


def question_key(key: str) -> str:
    return f"theme:{key[:80]}"


def _spellings(words: str) -> list[str]:
    """The words themselves, then without the word for the level and its number."""
    plain = " ".join(words.split())
    found = [plain]
    if level := _LEVEL.fullmatch(plain):
        found.append(level["title"])
    if numbered := _NUMBERED.fullmatch(plain):
        found.append(numbered["title"])
    return [one for one in found if one.strip()]
