"""What the initiatives of a plan stand in: its document, its strategy and goals, the headings and the bodies."""

from __future__ import annotations

from typing import TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext as _

from initiatives.models import (
    Heading,
    Initiative,
    Objective,
    ObjectiveKind,
    Strategy,
    StrategyKind,
)
from organisation import writing
from organisation.models import Body, Document, DocumentKind, ImportBatch, Provenance, User
from organisation.sorting import search_key
from portfolio.plans.content import PlanContent, PlanGoal
from portfolio.plans.models import PlanDraft
from portfolio.plans.outcome import Line
from portfolio.plans.remarks import place

M = TypeVar("M", bound=models.Model)
_GROUPINGS = {"tema", "spor", "fokusområde", "indsatsområde"}


class Surroundings:
    """Looks everything up once; `make` writes what the plan itself is before its initiatives are written."""

    def __init__(self, draft: PlanDraft, content: PlanContent, batch: ImportBatch, by: User) -> None:
        self.draft, self.content, self.batch, self.by = draft, content, batch, by
        self.home = draft.municipality
        self.shared: list[Line] = []
        self.strategy: Strategy | None = draft.strategy
        self.document: Document | None = None
        self.goals: dict[str, Objective] = {}
        self.headings: dict[str, Heading] = {}
        self.written: dict[int, list[Initiative]] = {}
        self._bodies = _by_names(Body.objects.visible_to(by).filter(municipality__in=[self.home]), "name", "aliases")
        own = Initiative.objects.editable_by(by).filter(municipality=self.home).order_by("-pk")
        self._initiatives = _by_names(own, "title", "display_title", "aliases")
        self._taken: dict[type[models.Model], set[str]] = {}
        self._facts: list[Provenance] = []

    def make(self) -> None:
        self._make_document()
        self._make_strategy()
        self._make_headings()
        for goal in sorted(self.content.goals, key=lambda one: bool(one.parent)):
            self._find_goal(goal)

    def save(self, row: M) -> M:
        return self.save_all([row])[0]

    def cite(self, row: models.Model, line: int, last: int = 0, quote: str = "", field: str = "") -> None:
        """Where the plan says it; written by `finish`."""
        fact = Provenance(
            municipality=self.home,
            content_type=ContentType.objects.get_for_model(row),
            object_id=row.pk,
            field=field,
            document=self.document,
            batch=self.batch,
            line=place(self.content, line, last)[:60],
            quote=quote,
        )
        self._facts.append(fact)

    def save_all(self, rows: list[M]) -> list[M]:
        reason = _("From the plan “%(title)s”") % {"title": self.draft.title}
        return writing.save_many(rows, by=self.by, reason=reason, batch=self.batch)

    def finish(self) -> None:
        """Writes what was cited."""
        writing.save_many(self._facts, by=self.by, batch=self.batch, validate=False)
        self._facts = []

    def reference(self, model: type[models.Model], words: str) -> str:
        taken = self._taken.get(model)
        if taken is None:
            rows = model._default_manager.filter(municipality=self.home)
            taken = self._taken[model] = set(rows.values_list("reference", flat=True))
        stem = slugify(search_key(words))[:70].strip("-") or "nr"
        found = next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)
        taken.add(found)
        return found

    def initiative(self, name: str) -> Initiative | None:
        return self._initiatives.get(_key(name))

    def is_first(self, name: str, seen: set[str]) -> bool:
        is_first = _key(name) not in seen
        seen.add(_key(name))
        return is_first

    def body(self, name: str) -> Body | None:
        return self._bodies.get(_key(name))

    def _make_document(self) -> None:
        same = Document.objects.filter(municipality=self.home, title=self.draft.title, kind=DocumentKind.ACTION_PLAN)
        self.document = same.first()
        if self.document is None:
            row = Document(municipality=self.home, title=self.draft.title, kind=DocumentKind.ACTION_PLAN)
            row.reference = self.reference(Document, self.draft.title)
            self.document = self.save(row)
            self.shared.append(Line(_("Document"), self.draft.title))

    def _make_strategy(self) -> None:
        if self.strategy is not None or not self.draft.makes_strategy:
            return
        same = Strategy.objects.filter(municipality=self.home, title=self.draft.title).unmerged()
        self.strategy = same.first()
        if self.strategy is None:
            row = Strategy(
                municipality=self.home, title=self.draft.title, kind=StrategyKind.ACTION_PLAN, document=self.document
            )
            row.reference = self.reference(Strategy, self.draft.title)
            self.strategy = self.save(row)
            self.shared.append(Line(_("Strategy"), self.draft.title))

    def _make_headings(self) -> None:
        """The municipality's own; those of the plan that it has not, where some text stands under them."""
        self.headings = {str(one.number): one for one in Heading.objects.filter(municipality=self.home)}
        has_some = bool(self.headings)
        used = {key for one in self.content.wanted for key in one.texts}
        for heading in self.content.headings:
            if heading.key in self.headings or (has_some and heading.key not in used):
                continue
            row = Heading(municipality=self.home, number=heading.number, label=heading.label)
            self.headings[heading.key] = self.save(row)
            self.shared.append(Line(_("Heading"), f"{heading.number}. {heading.label}"))

    def _find_goal(self, goal: PlanGoal) -> None:
        if self.strategy is None:
            return
        rows = Objective.objects.filter(strategy=self.strategy)
        numbered = rows.filter(number=goal.number)
        found = numbered.filter(level_label__iexact=goal.word).first() or next(
            (one for one in rows if goal.title and _key(one.title) == _key(goal.title)), None
        )
        self.goals[goal.key] = found or self._made_goal(goal)

    def _made_goal(self, goal: PlanGoal) -> Objective:
        row = Objective(
            municipality=self.home,
            strategy=self.strategy,
            parent=self.goals.get(goal.parent),
            kind=ObjectiveKind.GROUPING if goal.word in _GROUPINGS else ObjectiveKind.GOAL,
            level_label=goal.word,
            number=goal.number,
            title=goal.title or goal.key.capitalize(),
            position=len(self.goals) + 1,
        )
        row.reference = self.reference(Objective, f"{goal.word} {goal.number}")
        self.save(row)
        self.cite(row, goal.line)
        self.shared.append(Line(_("Goal"), f"{goal.key} {goal.title}".strip(), place=place(self.content, goal.line)))
        return row


def _key(words: str) -> str:
    return search_key(words).strip(" .:")


def _by_names(rows: models.QuerySet[M], *fields: str) -> dict[str, M]:
    """The rows by each of their names; of two with the same name the first that is read last."""
    found: dict[str, M] = {}
    for field in reversed(fields):
        for row in rows:
            found |= {_key(name): row for name in getattr(row, field).splitlines() if name.strip()}
    return found
