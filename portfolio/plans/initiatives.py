"""One initiative of a plan becomes a row with its texts, owners and goals, or changes the row that it names."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from initiatives.models import (
    Initiative,
    InitiativeObjective,
    InitiativeText,
    Involvement,
    InvolvementRole,
)
from portfolio.plans.content import WITHOUT_HEADING, Passage, PlanInitiative
from portfolio.plans.outcome import Line, Written
from portfolio.plans.remarks import place
from portfolio.plans.surroundings import Surroundings

_MOST_SHOWN = 60


class InitiativeWriter:
    def __init__(self, around: Surroundings, initiative: PlanInitiative, written: Written) -> None:
        self.around, self.initiative, self.written = around, initiative, written

    def write(self, name: str) -> None:
        """Raises ValidationError when a rule is broken."""
        row = self._row(name.strip())
        self._write_texts(row)
        self._write_owners(row)
        self._write_goals(row)
        self.around.written.setdefault(self.written.index, []).append(row)

    def _row(self, name: str) -> Initiative:
        found = self.around.initiative(name)
        summary = self.initiative.texts.get(WITHOUT_HEADING)
        if found is None:
            return self._made(name, summary)
        self._change(found, "period_text", _("Period"), self.initiative.period)
        self._change(found, "summary", _("Summary"), summary.text if summary else "")
        if found.document_id is None:
            found.document = self.around.document
        self.around.save(found)
        return found

    def _change(self, row: Initiative, field: str, label: str, words: str) -> None:
        before = getattr(row, field)
        if not words or _same(before, words):
            self.written.unchanged += bool(words)
            return
        setattr(row, field, words)
        self._say(label, words, before or _("not stated"), self.initiative.line)

    def _made(self, name: str, summary: Passage | None) -> Initiative:
        around = self.around
        row = Initiative(
            municipality=around.home,
            title=name,
            strategy=around.strategy,
            document=around.document,
            state=around.draft.initiative_state,
            period_text=self.initiative.period,
            summary=summary.text if summary else "",
        )
        row.reference = around.reference(Initiative, name)
        around.save(row)
        around.cite(row, self.initiative.line)
        self.written.is_new = True
        self._say(_("Initiative"), name, "", self.initiative.line)
        if row.period_text:
            self._say(_("Period"), row.period_text, "", 0)
        if summary:
            around.cite(row, summary.line, summary.last, field="summary")
            self._say(_("Summary"), summary.text, "", summary.line, summary.last)
        return row

    def _write_texts(self, row: Initiative) -> None:
        present = {one.heading_id: one for one in InitiativeText.objects.filter(initiative=row)}
        texts: list[tuple[InitiativeText, Passage]] = []
        for key, passage in self.initiative.texts.items():
            if key == WITHOUT_HEADING or not passage.text.strip():
                continue
            heading = self.around.headings.get(key)
            if heading is None:
                raise ValidationError(_("A text stands under a heading that is not there any more. Choose another."))
            text = present.get(heading.pk) or InitiativeText(
                municipality=self.around.home, initiative=row, heading=heading
            )
            if _same(text.text, passage.text):
                self.written.unchanged += 1
                continue
            self._say(f"{heading.number}. {heading.label}", passage.text, text.text, passage.line, passage.last)
            text.text = passage.text
            texts.append((text, passage))
        self.around.save_all([text for text, _passage in texts])
        for text, passage in texts:
            self.around.cite(text, passage.line, passage.last)

    def _write_owners(self, row: Initiative) -> None:
        present = Involvement.objects.filter(initiative=row, role=InvolvementRole.OWNER).select_related("body")
        known = {(one.body_id, one.words.casefold() if one.body_id is None else "") for one in present}
        new = []
        for name in self.initiative.owners:
            body = self.around.body(name)
            key = (body.pk if body else None, "" if body else name.casefold())
            if key in known:
                self.written.unchanged += 1
                continue
            known.add(key)
            words = "" if body else name
            made = Involvement(
                municipality=self.around.home, initiative=row, role=InvolvementRole.OWNER, body=body, words=words
            )
            new.append(made)
            self._say(_("Owner") if body else _("Owner, in words"), str(body or name), "", 0)
        self.around.save_all(new)

    def _write_goals(self, row: Initiative) -> None:
        if self.initiative.goals and self.around.strategy is None:
            self.written.remarks.append(_("Its goals are not saved, because no strategy is chosen."))
            return
        present = set(InitiativeObjective.objects.filter(initiative=row).values_list("objective", flat=True))
        new = []
        for key in self.initiative.goals:
            goal = self.around.goals.get(key)
            if goal is None:
                continue
            if goal.pk in present:
                self.written.unchanged += 1
                continue
            present.add(goal.pk)
            new.append(InitiativeObjective(municipality=self.around.home, initiative=row, objective=goal))
            self._say(_("Goal"), str(goal), "", 0)
        self.around.save_all(new)

    def _say(self, label: str, after: str, before: str, line: int, last: int = 0) -> None:
        where = place(self.around.content, line, last)
        self.written.lines.append(Line(label, _short(after), _short(before), where))


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _short(text: str) -> str:
    return Truncator(text).words(_MOST_SHOWN)
