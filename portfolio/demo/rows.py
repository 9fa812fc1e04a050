"""From the words of a fact to a row that has not been written yet."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from budgets.models import Entry, EntryKind, ValueState
from budgets.models.entries import Posted
from initiatives.models import StatusUpdate, UpdateState
from organisation.models import Approvable, Approval, Municipality, User
from organisation.numbers import DanishNumberError, parse_amount
from portfolio.demo.files import DemoFile, DemoFileError, Fact
from portfolio.demo.references import References, has_home


def build(fact: Fact, file: DemoFile, town: Municipality | None, references: References) -> models.Model:
    """A new row with its derived columns, checked except against other rows. Raises DemoFileError and LeftOut."""
    values = {**_bookkeeping(fact, file, town), **_terms(fact), **_values(fact, town, references)}
    kroner = values.pop("kroner", None)
    if "recorded_at" in values and not file.is_fictional:
        raise DemoFileError(f"{fact.place}: only what is made up says when it was recorded")
    row = fact.section.model(**values)
    try:
        _price(row, kroner)
        prepare = getattr(row, "prepare", None)
        if prepare:
            prepare()
        row.clean_fields(exclude=_checked_elsewhere(fact.section.model))
    except (ValidationError, DanishNumberError) as error:
        raise DemoFileError(f"{fact.place}: {_sentence(error)}") from error
    return row


def given_fields(fact: Fact, row: models.Model) -> list[str]:
    """The fields whose value the file decides: what it says, and what follows from that."""
    names = {*fact.words} - {"kroner"}
    if hasattr(row, "amount_ore"):
        names.add("amount_ore")
    return sorted(names)


def stands(row: models.Model) -> bool:
    """Posted and approved facts are never changed; a later one takes their place."""
    if isinstance(row, StatusUpdate):
        return row.state == UpdateState.APPROVED
    if isinstance(row, Posted):
        return row.is_posted
    return row._meta.model_name in {"measurement", "target"} and isinstance(row, Approvable) and row.is_approved


def signed(row: models.Model, *, by: User, is_whole: bool = True) -> models.Model:
    """The row as approved or posted by the loader, so that those who only see approved content see it.

    An entry is posted when it is whole: its parts come first.
    """
    now = timezone.now()
    if isinstance(row, Approvable):
        row.approval, row.approved_by, row.approved_at = Approval.APPROVED, by, now
    if isinstance(row, Posted) and is_whole:
        row.posted_at, row.posted_by = row.recorded_at, by
    if isinstance(row, StatusUpdate):
        row.state, row.submitted_at, row.approved_at = UpdateState.APPROVED, now, now
        row.approved_by = row.approved_by or by
    if isinstance(row, User):
        row.set_unusable_password()
    return row


def _bookkeeping(fact: Fact, file: DemoFile, town: Municipality | None) -> dict[str, Any]:
    names = {field.name for field in fact.section.model._meta.concrete_fields}
    values: dict[str, Any] = {}
    if has_home(fact.section.model):
        values["municipality"] = town
    if "is_fictional" in names:
        values["is_fictional"] = file.is_fictional
    if "is_demo" in names:
        values["is_demo"] = True
    if "position" in names:
        values["position"] = fact.position
    if fact.parent:
        values[fact.section.parent] = fact.parent.row
    if "value_state" in names:
        values["value_state"] = ValueState.NOT_STATED
    return values


# What a correction has of the entry that it corrects.
TERMS = (
    "line",
    "year",
    "period_text",
    "effective_text",
    "decision_state",
    "decision",
    "price_level",
    "recurrence",
    "unit",
)


def _terms(fact: Fact) -> dict[str, Any]:
    corrected = fact.parent.row if fact.parent else None
    if fact.section.model is not Entry or not isinstance(corrected, Entry):
        return {}
    own = {"kind": EntryKind.CORRECTION, "value_state": ValueState.VALUE}
    return own | {name: getattr(corrected, name) for name in TERMS}


def _values(fact: Fact, town: Municipality | None, references: References) -> dict[str, Any]:
    values = {}
    for name, word in fact.words.items():
        field = None if name == "kroner" else fact.section.model._meta.get_field(name)
        if not isinstance(field, models.ForeignKey):
            values[name] = word
            continue
        row = references.find(field.remote_field.model, word, town)
        if row is None:
            raise DemoFileError(f"{fact.place}: there is no {field.remote_field.model.__name__} “{word}” for {name}")
        values[name] = row
    return values


def _price(row: models.Model, kroner: int | None) -> None:
    """Øre from the printed amount, or from `kroner` where the printed words are no plain number."""
    if not hasattr(row, "amount_ore"):
        return
    if kroner is not None:
        row.amount_ore = kroner * 100
        return
    state, raw = getattr(row, "value_state", ""), getattr(row, "raw", "")
    parsed = parse_amount(raw, row.unit)  # type: ignore[attr-defined]
    if parsed.missing != (state == ValueState.NOT_STATED) or (parsed.ore == 0) != (state in _NOTHING):
        raise ValidationError(f"“{raw}” is not what {state} looks like")
    row.amount_ore = parsed.ore


_NOTHING = (ValueState.ZERO, ValueState.FINANCED_ELSEWHERE, ValueState.WITHIN_FRAME)


def _checked_elsewhere(model: type[models.Model]) -> list[str]:
    """Relations were looked up already, and the loader gives nobody a password."""
    relations = [field.name for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    return [*relations, "password"]


def _sentence(error: Exception) -> str:
    if isinstance(error, ValidationError) and hasattr(error, "message_dict"):
        return "; ".join(f"{name}: {' '.join(said)}" for name, said in error.message_dict.items())
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
