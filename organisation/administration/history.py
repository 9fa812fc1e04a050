"""The history of a row in words: who, when, from what to what, and why."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, cast

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast
from django.urls import NoReverseMatch, reverse
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from organisation import writing
from organisation.administration.rights import rows_of
from organisation.administration.undoing import can_be_undone
from organisation.models import Action, ChangeRecord, Municipality, Row, User
from organisation.numbers import format_date, format_kroner, format_number
from organisation.sorting import search_key

ON_A_PAGE = 100
# Where the page is anyhow, and the number and kind of the row that a source is of.
UNSAID = frozenset({"municipality", "object_id", "content_type"})


@dataclass(frozen=True)
class Changed:
    """One field of one change, in words. `restores` names the field when its earlier text can be put back."""

    field: str
    before: str
    after: str
    restores: str = ""
    # Holds the marks of paragraphs, lists and links, and is shown with them set.
    is_prose: bool = False


@dataclass(frozen=True)
class Event:
    """`of` is the part of a row, or the row where many are shown; `url` its screen, where it has one."""

    record: ChangeRecord
    of: str
    changes: list[Changed]
    url: str = ""
    can_be_undone: bool = False
    # The page of the whole action, where there is more to take back than this change.
    act_url: str = ""
    act_size: int = 0


def history_of(
    row: models.Model, parts: Iterable[tuple[type[models.Model], str]], user: User, number: str | None = None
) -> tuple[list[Event], Page[ChangeRecord]]:
    """The row's changes and those of its parts, given as (model, field that points at the row), newest first; and the
    page of them, `number` as the address has it, that they are.
    """
    kind = ContentType.objects.get_for_model(row)
    rule = Q(content_type=kind, object_id=row.pk)
    for model, link in parts:
        rule |= _of_part(model, link, row)
    records = (
        ChangeRecord.objects.shown_at_its_row(user)
        .filter(rule)
        .select_related("by", "content_type", "batch", "municipality")
    )
    page = Paginator(records, ON_A_PAGE).get_page(number)
    events = [_event(record, row) for record in page]
    return _with_acts(events, opens_catalogue=user.access.is_operator), page


def _of_part(model: type[models.Model], link: str, row: models.Model) -> Q:
    """Changes of the parts that are there, and the removal of those that are not."""
    kind = ContentType.objects.get_for_model(model)
    present = model._base_manager.filter(**{link: row}).values("pk")
    return Q(content_type=kind, object_id__in=present) | Q(
        content_type=kind, action=Action.DELETED, **{f"changes__{link}__0__id": row.pk}
    )


def _event(record: ChangeRecord, row: models.Model) -> Event:
    model = record.content_type.model_class() or type(row)
    same = model is type(row) and record.object_id == row.pk
    of = "" if same else f"{capfirst(str(model._meta.verbose_name))}: {record.object_label}"
    return Event(record, of, _changes(record, model), can_be_undone=can_be_undone(record))


def events_of(records: Iterable[ChangeRecord]) -> list[Event]:
    """Changes of many rows, each with the name and the screen of its row."""
    return _with_acts(_named_events(records))


def _with_acts(events: list[Event], *, opens_catalogue: bool = True) -> list[Event]:
    """One query: where an action is taken back as a whole."""
    sizes = dict(
        ChangeRecord.objects.filter(act__in={event.record.act for event in events} - {""})
        .order_by()
        .values("act")
        .annotate(number=models.Count("pk"))
        .values_list("act", "number")
    )
    return [
        replace(
            event,
            act_url=_act_of(event.record, opens_catalogue=opens_catalogue),
            act_size=sizes.get(event.record.act, 0),
        )
        if sizes.get(event.record.act, 0) > 1 or _has_no_button(event)
        else event
        for event in events
    ]


def _has_no_button(event: Event) -> bool:
    """What was deleted, and what was done to the catalogue, is taken back on the page of the action alone."""
    record = event.record
    return record.action == Action.DELETED or (record.municipality_id is None and event.can_be_undone)


def _act_of(record: ChangeRecord, *, opens_catalogue: bool) -> str:
    if not record.act:
        return ""
    if record.municipality is None:
        return reverse("catalogue-act", args=[record.act]) if opens_catalogue else ""
    return reverse("history-act", args=[record.municipality.code, record.act])


def _named_events(records: Iterable[ChangeRecord]) -> list[Event]:
    return [
        Event(
            record,
            f"{_kind(record)}: {record.object_label}",
            _changes(record, model),
            _address(record),
            can_be_undone(record),
        )
        for record in records
        if (model := record.content_type.model_class()) is not None
    ]


def _changes(record: ChangeRecord, model: type[models.Model]) -> list[Changed]:
    return [_changed(model, name, pair) for name, pair in record.changes.items() if _is_shown(model, name)]


def _is_shown(model: type[models.Model], name: str) -> bool:
    """What is derived from words that are shown themselves is left out, and what only the database reads."""
    return not name.endswith(("_start", "_end", "_precision")) and name not in UNSAID


def _changed(model: type[models.Model], name: str, pair: list[Any]) -> Changed:
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return Changed(name, str(pair[0]), str(pair[1]))
    label = _("Amount") if name.endswith("amount_ore") else capfirst(str(getattr(field, "verbose_name", name)))
    restores = name if pair[0] and isinstance(pair[0], str) and is_text(field) else ""
    is_prose = issubclass(model, Row) and name in model.prose_fields
    return Changed(label, _words(field, pair[0]), _words(field, pair[1]), restores, is_prose)


def is_text(field: Any) -> bool:
    """Text that a person writes: not a choice, not a key and not what is derived."""
    written = isinstance(field, models.CharField | models.TextField) and not isinstance(field, models.SlugField)
    return bool(written and field.editable and not field.choices)


def restore(record: ChangeRecord, name: str, *, by: User) -> models.Model:
    """Writes the text that stood before the change, as a change of today. Raises PermissionDenied, ValidationError."""
    model = record.content_type.model_class()
    if model is None or record.action != Action.CHANGED or name not in record.changes:
        raise PermissionDenied
    field, before = model._meta.get_field(name), record.changes[name][0]
    row = rows_of(model).changeable_by(by).filter(pk=record.object_id).first()
    if row is None or not is_text(field) or not isinstance(before, str):
        raise PermissionDenied
    setattr(row, name, before)
    day = format_date(localtime(record.at).date())
    writing.save(row, by=by, reason=_("Put back the text from before %(day)s") % {"day": day})
    return cast("models.Model", row)


def search_history(user: User, municipality: Municipality, words: str) -> models.QuerySet[ChangeRecord]:
    """Changes in the municipality whose row's name, reason, file or texts hold every one of the words."""
    found = ChangeRecord.objects.visible_to(user).filter(municipality=municipality)
    for word in words.split():
        # SQLite tells Danish letters by their case, also where it should not.
        cases = {case for one in _spellings(word) for case in (one, one.lower(), one.upper(), one.capitalize())}
        rule = Q()
        for one in cases:
            rule |= Q(object_label__icontains=one) | Q(reason__icontains=one) | Q(batch__filename__icontains=one)
            rule |= Q(by__name__icontains=one) | Q(texts__contains=one)
            # SQLite keeps Danish letters in JSON as escapes.
            rule |= Q(texts__contains=json.dumps(one)[1:-1])
        found = found.alias(texts=Cast("changes", models.TextField())).filter(rule)
    return found.select_related("by", "content_type", "batch", "municipality")


def _spellings(word: str) -> set[str]:
    """Danish letters and how they are typed without: “aarhus” finds “Århus”, and the other way round."""
    folded = search_key(word)
    danish = folded.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")
    return {word, folded, danish}


def _words(field: Any, value: Any) -> str:
    if value is None or value == "":
        return _("nothing")
    if isinstance(value, dict) and "label" in value:
        return str(value["label"])
    if isinstance(value, dict | list):
        return _("what its own page shows")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if getattr(field, "choices", None):
        return str(dict(field.flatchoices).get(value, value))
    return _plain(field, value)


def _plain(field: Any, value: Any) -> str:
    if field.name.endswith("amount_ore"):
        return format_kroner(int(value))
    if isinstance(field, models.DecimalField):
        return format_number(field.to_python(value).normalize() + 0)
    if isinstance(field, models.DateTimeField) and (moment := parse_datetime(str(value))):
        local = localtime(moment)
        return f"{format_date(local.date())} {local:%H.%M}"
    if isinstance(field, models.DateField) and (day := parse_date(str(value))):
        return format_date(day)
    return str(value)


@dataclass(frozen=True)
class Recent:
    record: ChangeRecord
    kind: str
    url: str


def recent_changes(user: User, most: int = 10) -> list[Recent]:
    """What the user has changed lately, of what the user may still see the history of."""
    records = ChangeRecord.objects.visible_to(user).filter(by=user).select_related("content_type")[:most]
    return [Recent(record, _kind(record), _address(record)) for record in records]


def _kind(record: ChangeRecord) -> str:
    model = record.content_type.model_class()
    return capfirst(str(model._meta.verbose_name)) if model else ""


def _address(record: ChangeRecord) -> str:
    """The screen of the row; empty when it is deleted or has none of its own."""
    if record.action == Action.DELETED:
        return ""
    kind = record.content_type
    try:
        return reverse(f"admin:{kind.app_label}_{kind.model}_change", args=[record.object_id])
    except NoReverseMatch:
        return ""
