"""Every field of every screen and group: what to write in it, with an example, and Danish numbers and days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.contrib import admin
from django.db import models
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from initiatives.headings import KNOWN
from initiatives.helps import TEXT, UNDER
from organisation.administration import HouseInline, rows_of
from organisation.administration.rights import has_municipality
from organisation.fields import DanishDateField, DanishDecimalField, DanishIntegerField, YearField
from organisation.models import User
from tests.world import World, screens, signed_in

pytestmark = pytest.mark.django_db

# Says its example by a quotation, a figure, a file's name, or the words themselves.
EXAMPLE = re.compile(r"“.+”|\d|eksempel")
# A text's heading is chosen for the user, and what to write is said of each heading.
BY_HEADING = {("TextInline", "heading"), ("TextInline", "text")}
# Screens on which the operator sets more than an administrator.
OPERATED = {"organisation_municipality", "organisation_user"}
NUMBERS = (DanishDecimalField, DanishIntegerField)
COMPUTERS_OWN = (forms.IntegerField, forms.FloatField, forms.DecimalField, forms.DateField, forms.DateTimeField)
DANISH = (*NUMBERS, DanishDateField)


Fields = dict[tuple[str, str, str], forms.Field]


@dataclass(frozen=True)
class Place:
    """A form as a screen or a group of rows makes it."""

    screen: str
    group: str
    form: Any
    row: Any

    def fields(self) -> dict[str, forms.Field]:
        form: forms.Form = self.form(instance=self.row) if self.row is not None else self.form()
        return form.fields


def places(world: World) -> Iterator[Place]:
    """Every form of new and of stored rows, as an administrator gets them, or else the operator."""
    for name, model in screens():
        for user in (world.cast.koebenhavn.administrator, world.cast.operator):
            found = [one for row in (None, *_stored(model, user)) for one in _of_screen(user, name, model, row)]
            yield from found
            if any(not place.group for place in found) and name not in OPERATED:
                break


def _stored(model: type[models.Model], user: User) -> list[Any]:
    """The row of the most fields: one that the user may change, if there is any."""
    rows: Any = rows_of(model)
    return list(rows.changeable_by(user).order_by("pk")[:1] if has_municipality(model) else rows.order_by("pk")[:1])


def _of_screen(user: User, name: str, model: type[models.Model], row: Any) -> Iterator[Place]:
    screen = admin.site._registry[model]
    request = RequestFactory().get("/")
    request.user = user
    allowed = screen.has_change_permission(request, row) if row is not None else screen.has_add_permission(request)
    if not allowed:
        return
    yield Place(name, "", screen.get_form(request, row, change=row is not None), row)
    for group in screen.get_inline_instances(request, row):
        assert isinstance(group, HouseInline)
        if group.has_add_permission(request, row) or group.has_change_permission(request, row):
            yield Place(name, type(group).__name__, group.get_formset(request, row).form, None)


# The walk takes a second or two, and the fields that it finds are the same for all tests.
_walked: Fields = {}


@pytest.fixture
def fields(world: World) -> Fields:
    if not _walked:
        for place in places(world):
            told = {name: field for name, field in place.fields().items() if (place.group, name) not in BY_HEADING}
            _walked.update({(place.screen, place.group, name): field for name, field in told.items()})
    return _walked


def test_every_field_says_what_to_write_with_an_example(fields: Fields) -> None:
    assert len(fields) > 250
    for language in ("da", "en"):
        with translation.override(language):
            lacking = [f"{key}: {field.help_text}" for key, field in fields.items() if not _exemplifies(field)]
            assert lacking == []


def _exemplifies(field: forms.Field) -> bool:
    return bool(EXAMPLE.search(str(field.help_text)) or "for example" in str(field.help_text).lower())


def test_help_is_short_enough_to_be_read_while_typing(fields: Fields) -> None:
    with translation.override("da"):
        long = {key: text for key, field in fields.items() if len(text := str(field.help_text)) > 160}
    assert long == {}


def test_a_heading_without_words_of_its_own_says_what_to_write_too(world: World) -> None:
    address = reverse("admin:initiatives_initiative_change", args=[world.ours.initiative.pk])
    boxes = signed_in(world.cast.koebenhavn.administrator).get(address).context["inline_admin_formsets"][0].formset
    assert {str(form.fields["text"].help_text) for form in boxes.in_order()} == {str(TEXT)}


def test_every_heading_of_the_known_sets_says_what_to_write_under_it() -> None:
    assert {label.casefold() for known in KNOWN for label in known.labels} == set(UNDER)
    with translation.override("da"):
        assert all(EXAMPLE.search(str(text)) and len(str(text)) <= 160 for text in UNDER.values())


def test_no_field_reads_or_shows_numbers_and_days_as_computers_write_them(fields: Fields) -> None:
    wrong = [key for key, field in fields.items() if isinstance(field, COMPUTERS_OWN) and not isinstance(field, DANISH)]
    native = [
        key
        for key, field in fields.items()
        if getattr(field.widget, "input_type", "") in {"number", "date", "datetime-local"}
    ]
    assert (wrong, native) == ([], [])


def test_numbers_and_days_are_read_as_danes_write_them_and_shown_so(fields: Fields) -> None:
    for key, field in fields.items():
        if isinstance(field, DanishDateField):
            for typed in ("29.8.2017", "29. august 2017", "29 aug. 2017", "29/8 2017", "29-08-2017", "2017-08-29"):
                assert field.to_python(typed) == date(2017, 8, 29), key
            assert field.prepare_value(date(2017, 8, 29)) == "29.8.2017"
        elif isinstance(field, YearField):
            assert (field.to_python("2018"), field.prepare_value(2018)) == (2018, "2018"), key
        elif isinstance(field, DanishIntegerField):
            assert (field.to_python("1.250"), field.prepare_value(1250)) == (1250, "1.250"), key
        elif isinstance(field, DanishDecimalField):
            assert field.to_python("1.234,5") == Decimal("1234.5"), key
            assert field.prepare_value(Decimal("1234.5000")) == "1.234,5"


WRONG = {
    DanishDateField: ("31.2.2018", "maj 2018", "5.18", "i morgen"),
    YearField: ("18", "to tusind", "2018,5"),
    DanishIntegerField: ("tolv", "1,5", "1.2.3"),
    DanishDecimalField: ("tolv", "1.2.3", "1,,5"),
}


def test_a_wrong_number_or_day_is_explained_in_danish_with_an_example(fields: Fields) -> None:
    with translation.override("da"):
        for key, field in fields.items():
            for typed in next((wrong for kind, wrong in WRONG.items() if isinstance(field, kind)), ()):
                with pytest.raises(forms.ValidationError) as refused:
                    field.clean(typed)
                sentence = " ".join(refused.value.messages)
                assert re.search(r"[Ss]kriv|ingen tal", sentence), (key, typed, sentence)
                assert re.search(r"for eksempel|fx", sentence) or re.search(r"\d", sentence), (key, typed, sentence)


TYPED_WRONG = {"amount": "12,5,0", "figure": "49,,5", "period_text": "32. marts 2018", "effective_text": "31.2.2018"}


def test_a_wrong_amount_value_or_period_is_explained_at_its_field(world: World) -> None:
    asked = set()
    with translation.override("da"):
        for place in places(world):
            for name in TYPED_WRONG.keys() & place.fields().keys():
                form = place.form({name: TYPED_WRONG[name]}, instance=place.row)
                sentence = " ".join(form.errors.get(name, []))
                assert TYPED_WRONG[name] in sentence, (place.screen, place.group, name, form.errors)
                assert re.search(r"[Ss]kriv", sentence), (place.screen, name, sentence)
                asked.add((place.screen, place.group, name))
    assert len(asked) > 20
