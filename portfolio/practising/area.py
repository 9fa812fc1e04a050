"""The practice area of a municipality: a municipality of its own, where what is made counts nowhere.

It has the same people in the same roles, the same bodies and headings, and a code that no Danish municipality has. Who
may see what does the rest: in earnest nobody has access to it, and who practises has access to nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from initiatives.models import Heading
from organisation import writing
from organisation.models import Body, Membership, Municipality, User
from organisation.tenancy import is_tenant
from portfolio.erasing import empty

M = TypeVar("M", bound=models.Model)
OF_ITSELF = frozenset({"id", "municipality", "code", "name", "logo", "practice_of", "search_key", "sort_key"})


@transaction.atomic
def open_area(municipality: Municipality, *, by: User) -> Municipality:
    """Made the first time; each time its people, bodies and headings are brought up to those of the municipality."""
    Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
    practice = Municipality.objects.filter(practice_of=municipality).first() or _new(municipality, by)
    _furnish(practice)
    return practice


@transaction.atomic
def clear(practice: Municipality) -> int:
    """All that was made there is gone, for everybody; the number of rows. Its people, bodies and headings stay."""
    Municipality.objects.select_for_update(no_key=True).get(pk=practice.pk)
    before = empty(practice)
    _furnish(practice)
    return before - _furniture(practice)


def _new(municipality: Municipality, by: User) -> Municipality:
    with override(settings.LANGUAGE_CODE):
        name = _("Practice area %(name)s") % {"name": municipality.name}
    own = {"code": f"9{municipality.code[1:]}", "name": name, "practice_of": municipality}
    return writing.save(Municipality(**_values(municipality, {}), **own), by=by, reason=_why())


def _why() -> str:
    return _("Practice area opened")


def _furniture(practice: Municipality) -> int:
    return sum(model._base_manager.filter(municipality=practice).count() for model in (Body, Heading, Membership))


def _furnish(practice: Municipality) -> None:
    """By the installation: what is copied is nobody's change."""
    home = practice.practice_of
    bodies = _bodies(home, practice)
    numbers = set(Heading.objects.filter(municipality=practice).values_list("number", flat=True))
    lacking = Heading.objects.filter(municipality=home).exclude(number__in=numbers)
    writing.save_many([_copy(row, practice, {}) for row in lacking], by=None, reason=_why())
    _people(home, practice, bodies)


def _bodies(home: Municipality | None, practice: Municipality) -> dict[int, int]:
    """Copies those that are not there, those above before those below; {body: its copy}."""
    references = dict(Body.objects.filter(municipality=practice).values_list("reference", "pk"))
    rows = list(Body.objects.filter(municipality=home).unmerged())
    copies = {row.pk: references[row.reference] for row in rows if row.reference in references}
    left = [row for row in rows if row.pk not in copies]
    while left:
        ready = [row for row in left if row.parent_id is None or row.parent_id in copies]
        made = writing.save_many([_copy(row, practice, copies) for row in ready], by=None, reason=_why())
        copies |= {row.pk: copy.pk for row, copy in zip(ready, made, strict=True)}
        left = [row for row in left if row not in ready] if ready else []
    return copies


def _people(home: Municipality | None, practice: Municipality, bodies: dict[int, int]) -> None:
    wanted = [_copy(row, practice, bodies) for row in Membership.objects.filter(municipality=home)]
    there = list(Membership.objects.filter(municipality=practice))
    keys = {_key(row) for row in wanted}
    writing.delete_many([row for row in there if _key(row) not in keys], by=None, reason=_why())
    held = {_key(row) for row in there}
    writing.save_many(_once(row for row in wanted if _key(row) not in held), by=None, reason=_why())


def _key(row: Membership) -> tuple[Any, ...]:
    return row.user_id, row.role, row.body_id, row.valid_from, row.valid_to


def _once(rows: Iterable[Membership]) -> Iterator[Membership]:
    yield from {_key(row): row for row in rows}.values()


def _copy(row: M, practice: Municipality, copies: dict[int, int]) -> M:
    return type(row)(municipality=practice, **_values(row, copies))


def _values(row: models.Model, copies: dict[int, int]) -> dict[str, Any]:
    """What the copy of a row holds; its bodies are the copies of those, and links to other rows are left out."""
    values = {}
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        own = OF_ITSELF if isinstance(row, Municipality) else OF_ITSELF - {"code", "name", "logo"}
        if field.name in own:
            continue
        if isinstance(field, models.ForeignKey) and isinstance(field.related_model, type):
            if field.related_model is Body:
                value = copies.get(value)
            elif is_tenant(field.related_model):
                value = None
        values[field.attname] = value
    return values
