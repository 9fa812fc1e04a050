"""A plan carried out: all of it in one transaction, exactly as it was shown, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from budgets.models import BudgetLine
from organisation import writing
from organisation.inserting import many_rows_live
from organisation.models import ImportBatch, Municipality, Provenance, User
from portfolio.sheets.keeping import ToWrite, forget, kept, to_write
from portfolio.sheets.models import ImportState, TableImport
from portfolio.sheets.opening import opened
from portfolio.sheets.planning.plan import Fact, Plan
from portfolio.sheets.remembering import remember

WRITTEN_AT_ONCE = 2_000
Tell = Callable[[int, int], None]


class NotConfirmed(Exception):
    """Nothing was written; str() says why, and what to do."""


class AlreadyImported(NotConfirmed):
    pass


class PreviewChanged(NotConfirmed):
    def __str__(self) -> str:
        return _("Something has changed since you saw the preview, so nothing was imported. Look at the new preview.")


def confirm(
    table: TableImport, *, by: User, fingerprint: str, reason: str = "", tell: Tell | None = None
) -> TableImport:
    """Writes what the preview with this fingerprint showed. Raises NotConfirmed and writes nothing.

    `tell` is told how many rows are written, of how many.
    """
    try:
        return _confirmed(table, by, fingerprint, reason, tell or _tell_nobody)
    except ValidationError as error:
        # What the rows themselves object to as they are written, where no preview has said it.
        raise NotConfirmed(" ".join(error.messages)) from error


def _confirmed(table: TableImport, by: User, fingerprint: str, reason: str, tell: Tell) -> TableImport:
    with many_rows_live(), transaction.atomic():
        _hold(table)
        held = (
            TableImport.objects.select_for_update(of=("self",))
            .select_related("upload", "municipality")
            .get(pk=table.pk)
        )
        if not held.is_open:
            raise AlreadyImported(_already(held))
        wanted = kept(held, by, fingerprint) or _planned(held, by, fingerprint, reason)
        said = reason.strip() or _("Imported from %(file)s") % {"file": held.upload.filename}
        _carry_out(held, wanted, by, said, tell)
        writing.save(_settled(held, wanted, by), by=by, reason=said)
        remember(held, wanted.shape, by=by)
        transaction.on_commit(partial(forget, held))
    return held


def _planned(held: TableImport, by: User, fingerprint: str, reason: str) -> ToWrite:
    """The plan made anew, which must say what was shown."""
    work = opened(held)
    plan = work.plan(by, replace(work.terms, reason=reason))
    _check(plan, fingerprint, reason)
    return to_write(work, plan)


def _hold(table: TableImport) -> None:
    """One import at a time in a municipality; and who posts on its lines waits, so that what was shown still stands."""
    list(Municipality.objects.select_for_update(no_key=True).filter(pk=table.municipality_id))
    list(
        BudgetLine.objects.select_for_update()
        .filter(municipality=table.municipality_id)
        .order_by("pk")
        .values_list("pk")
    )


def _already(held: TableImport) -> str:
    if held.state == ImportState.UNDONE:
        return _("The import has been taken back. Begin a new one to import the file again.")
    return _("%(who)s has already imported this sheet. Nothing was imported twice.") % {"who": held.confirmed_by}


def _check(plan: Plan, fingerprint: str, reason: str) -> None:
    if plan.fingerprint != fingerprint:
        raise PreviewChanged
    if not plan.may_be_confirmed:
        raise NotConfirmed(_("There are errors or questions left, so nothing was imported."))
    if plan.corrections and not reason.strip():
        raise NotConfirmed(_("Figures that are posted or approved change. Write why."))


def _carry_out(held: TableImport, wanted: ToWrite, by: User, said: str, tell: Tell) -> None:
    upload = held.upload
    batch = ImportBatch(
        municipality=held.municipality,
        filename=upload.filename,
        file=upload.file.name,
        sha256=upload.sha256,
        created_by=by,
        note=_("Sheet “%(sheet)s”") % {"sheet": held.sheet},
    )
    writing.save(batch, by=by, validate=False)
    done, whole = 0, sum(map(len, wanted.writes.values()))
    tell(done, whole)
    for model, rows in wanted.writes.items():
        for part in _parts(model, rows):
            writing.save_many(_linked(part), by=by, reason=said, batch=batch, validate=False)
            done += len(part)
            tell(min(done, whole - 1), whole)
    writing.cite(_sources(wanted.facts, held, batch))
    held.batch = batch


def _settled(held: TableImport, wanted: ToWrite, by: User) -> TableImport:
    held.state, held.kind = ImportState.CONFIRMED, wanted.kind
    held.confirmed_by, held.confirmed_at = by, timezone.now()
    held.created, held.changed, held.left = wanted.counts
    return held


def _tell_nobody(done: int, whole: int) -> None:
    pass


def _parts(model: type[models.Model], rows: list[models.Model]) -> Iterator[list[models.Model]]:
    """Some thousand rows at a time, so that it can be told how far it is; what is decided together stays together."""
    once = list({id(row): row for row in rows}.values())
    size = len(once) if hasattr(model, "decide_together") else WRITTEN_AT_ONCE
    for generation in _generations(model, once):
        for first in range(0, len(generation), size):
            yield generation[first : first + size]


def _generations(model: type[models.Model], rows: list[models.Model]) -> Iterator[list[models.Model]]:
    """Rows that stand under others of the sheet come after those: a row is pointed at when it has its key."""
    own = [one.name for one in model._meta.concrete_fields if one.related_model is model]
    waiting = rows
    while waiting:
        pointing = [row for row in waiting if any(map(row._state.fields_cache.get, own))] if own else []
        here = {id(row) for row in waiting if row.pk is None} if pointing else set()
        later = [row for row in pointing if any(id(row._state.fields_cache.get(name)) in here for name in own)]
        # Rows in a circle are refused by the model, in a sentence.
        behind = {id(row) for row in later}
        ready = [row for row in waiting if id(row) not in behind]
        if not ready:
            ready, later = waiting, []
        yield ready
        waiting = later


def _linked(rows: list[models.Model]) -> list[models.Model]:
    """Pointing at rows that have been written a moment ago."""
    fields = rows[0]._meta.concrete_fields
    columns = {field.name: field.attname for field in fields if isinstance(field, models.ForeignKey)}
    for row in rows:
        # A link's own column is slow to ask the row for.
        held, known = vars(row), row._state.fields_cache
        for name in [name for name in known if name in columns and held.get(columns[name]) is None]:
            setattr(row, name, known[name])
    return rows


def _sources(facts: list[Fact], held: TableImport, batch: ImportBatch) -> writing.Sources:
    like = Provenance(municipality=held.municipality, batch=batch, sheet=held.sheet[:100])
    return writing.Sources(
        like,
        rows=[fact.row for fact in facts],
        fields=[fact.field for fact in facts],
        cells=[fact.cell[:20] for fact in facts],
        quotes=[fact.quote for fact in facts],
    )
