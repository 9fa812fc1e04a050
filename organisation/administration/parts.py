"""The parts of a screen, in the order in which one fills them in: its own fields, and the groups of rows under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.text import capfirst

# With fewer parts the screen is seen at a glance.
FEWEST_TO_JUMP_TO = 5


@dataclass(frozen=True)
class ScreenPart:
    """Either `fieldset` (the `number`th) or `group`; `count` is what the list of parts says of it."""

    anchor: str
    title: str
    number: int = 0
    fieldset: Any = None
    group: Any = None
    count: str = ""
    is_wrong: bool = False


@dataclass(frozen=True)
class WrongField:
    """A field, or row, to be mended: `anchor` is its place on the screen, `of` the row of a group that it is in."""

    anchor: str
    of: str
    label: str
    problems: tuple[str, ...]


def wrong_fields(form: Any, groups: Sequence[Any]) -> Iterator[WrongField]:
    """In the order of the screen's own fields, then of the groups; what is wrong with the whole stands above them."""
    yield from _wrong_in(form, "", "")
    for group in groups:
        formset = group.formset
        if not formset.is_bound:
            continue
        name = capfirst(str(group.opts.verbose_name))
        for number, row in enumerate(formset.forms):
            if formset.can_delete and formset._should_delete_form(row):
                continue
            yield from _wrong_in(row, f"{name} {number + 1}", f"{formset.prefix}-{number}")


def _wrong_in(form: Any, of: str, anchor: str) -> Iterator[WrongField]:
    for name, problems in form.errors.items():
        # What holds a box to tick stands once, at the field.
        said = tuple(str(one) for one in problems if not hasattr(one, "__html__"))
        field = form[name] if name != NON_FIELD_ERRORS and name in form.fields else None
        if field is not None and not field.is_hidden:
            yield WrongField(field.id_for_label or field.auto_id, of, capfirst(str(field.label)), said)
        elif anchor:
            yield WrongField(anchor, of, "", said)


def parts_of(fieldsets: Sequence[Any], groups: Sequence[Any]) -> Iterator[ScreenPart]:
    """A group stands after as many fieldsets as its inline says, else after them all but the reason of the change."""
    left = list(groups)
    shown = [fieldset for fieldset in fieldsets if _is_shown(fieldset)]
    closing = shown[-1:] if shown and _closes(shown[-1]) else []
    for number, fieldset in enumerate(shown[: len(shown) - len(closing)]):
        yield from (_group(one) for one in _taken(left, number))
        yield _fieldset(fieldset, number)
    yield from (_group(one) for one in left)
    yield from (_fieldset(fieldset, len(shown)) for fieldset in closing)


def _taken(left: list[Any], number: int) -> list[Any]:
    """Takes the groups that stand before the fieldset."""
    now = [one for one in left if one.opts.stands_after is not None and one.opts.stands_after <= number]
    left[:] = [one for one in left if one not in now]
    return now


def _is_shown(fieldset: Any) -> bool:
    return any(field.field for line in fieldset for field in line)


def _closes(fieldset: Any) -> bool:
    return "change_reason" in fieldset.fields


def _fieldset(fieldset: Any, number: int) -> ScreenPart:
    wrong = any(line.errors() for line in fieldset)
    return ScreenPart(f"part-{number}", str(fieldset.name or ""), number, fieldset, is_wrong=wrong)


def _group(group: Any) -> ScreenPart:
    formset = group.formset
    counted = getattr(formset, "count_text", None)
    count = counted() if counted else str(formset.initial_form_count())
    wrong = formset.is_bound and bool(formset.total_error_count())
    title = str(group.opts.verbose_name_plural)
    return ScreenPart(f"part-{formset.prefix}", title, group=group, count=count, is_wrong=wrong)
