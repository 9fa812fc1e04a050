"""A corrected plan becomes rows. The preview is the same writing, taken back: what it shows is what will happen.

The rules in words:
- An initiative is the one of the municipality that has the name, the shown name or an alias; else it is new, a draft.
- What the plan does not say is left as it is. A text under a heading takes the place of the one that stands there.
- An owner is a body by its name or another spelling; one that is no body is kept in words.
- Goals are found in the strategy by their word and number, and made where they are missing. Without a strategy none is.
- An amount becomes a draft entry on a budget line of its own, for those who may change the budget.
- Everything is written, or nothing is. Each row knows the document and the lines that it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from organisation import writing
from organisation.models import ImportBatch, User
from portfolio.plans.amounts import write_amounts
from portfolio.plans.initiatives import InitiativeWriter
from portfolio.plans.models import PlanDraft, PlanState
from portfolio.plans.outcome import Outcome, Written
from portfolio.plans.surroundings import Surroundings


class NothingSavedError(Exception):
    """The plan cannot be saved as it is, or is not what was shown any more; `outcome` says what is wrong."""

    def __init__(self, outcome: Outcome | None = None) -> None:
        super().__init__()
        self.outcome = outcome


def preview(draft: PlanDraft, *, by: User) -> Outcome:
    """What saving would do. Writes nothing."""
    with transaction.atomic():
        outcome = _write(draft, _batch(draft, by), by)
        transaction.set_rollback(True)
    return outcome


def save_plan(draft: PlanDraft, *, by: User, seen: str) -> Outcome:
    """Saves what was shown, whose `token` is `seen`. Raises NothingSavedError; then nothing is written."""
    with transaction.atomic():
        # Whoever confirms the same plan at the same time waits here.
        held = PlanDraft.objects.select_for_update().get(pk=draft.pk)
        if not held.is_open:
            raise NothingSavedError
        batch = _batch(held, by)
        outcome = _write(held, batch, by)
        if outcome.problems or outcome.token != seen:
            raise NothingSavedError(outcome)
        held.state, held.batch = PlanState.CONFIRMED, batch
        writing.save(held, by=by, batch=batch, validate=False)
    return outcome


def _batch(draft: PlanDraft, by: User) -> ImportBatch:
    return writing.save(
        ImportBatch(
            municipality=draft.municipality,
            filename=draft.filename or draft.title[:255],
            file=str(draft.file),
            sha256=draft.sha256,
            created_by=by,
            note=draft.title,
        ),
        by=by,
    )


def _write(draft: PlanDraft, batch: ImportBatch, by: User) -> Outcome:
    content = draft.content
    around = Surroundings(draft, content, batch, by)
    outcome = Outcome(shared=around.shared)
    around.make()
    seen: set[str] = set()
    for index, initiative in enumerate(content.initiatives):
        if not initiative.is_wanted:
            continue
        for name in initiative.names:
            written = Written(index, name)
            outcome.rows.append(written)
            with _problems_of(written):
                if not name.strip():
                    raise ValidationError(_("The initiative has no name. Write one, or leave it out."))
                if not around.is_first(name, seen):
                    raise ValidationError(_("Two initiatives of the plan have this name. Join them, or rename one."))
                writer = InitiativeWriter(around, initiative, written)
                writer.write(name)
    for index, initiative in enumerate(content.initiatives):
        for written in [one for one in outcome.rows if one.index == index][:1]:
            with _problems_of(written):
                write_amounts(around, initiative, written)
    around.finish()
    return outcome


@contextmanager
def _problems_of(written: Written) -> Iterator[None]:
    """What is wrong with one initiative is said of it, and the next ones are looked at too."""
    try:
        with transaction.atomic():
            yield
    except ValidationError as error:
        written.problems += error.messages
