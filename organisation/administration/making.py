"""A row that is missing from a choice is made beside it, by its name, with the form that needs it.

Nobody makes what is there already: the same name, or another spelling that is known, chooses the row that has it, and
names that are like it are shown first. Who may not make such a row is not offered it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext as _

from organisation import writing
from organisation.administration.forms import HouseForm, make_reference
from organisation.administration.rights import rows_of
from organisation.models import Municipality, User
from organisation.sorting import search_key

if TYPE_CHECKING:
    from organisation.administration.forms import HouseFormSet

LIKE = 0.75
MOST_SHOWN = 5
NEW = "new"


@dataclass(frozen=True)
class Making:
    """Of the choice `field` rows of `model` are made; `also` are (column, form field) that are asked for too."""

    field: str
    model: type[models.Model]
    also: tuple[tuple[str, str], ...] = ()

    @property
    def asked(self) -> str:
        return f"new_{self.field}"

    def may(self, user: User, home: int | None) -> bool:
        return home is not None and home in rows_of(self.model).addable_in(user)

    def names(self) -> list[str]:
        """All form fields, for the screen."""
        return [self.asked, *(field for _column, field in self.also)]


class MakingForm(HouseForm):
    """A form of a group whose choices may lack a row."""

    makes: ClassVar[tuple[Making, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.to_make: dict[str, models.Model] = {}
        for making in self.makes:
            if making.field not in self.fields:
                continue
            self.fields[making.field].widget.attrs["data-make"] = making.asked
            if self.is_bound and self.data.get(self.add_prefix(making.asked), "").strip():
                self.fields[making.field].required = False

    def clean(self) -> Any:
        cleaned = super().clean()
        for making in self.makes:
            name = " ".join((self.cleaned_data.get(making.asked) or "").split())
            if name:
                self._make(making, name)
        return cleaned

    def _make(self, making: Making, name: str) -> None:
        home = self._home()
        if self.cleaned_data.get(making.field):
            self.add_error(making.asked, _("Choose from the list or write a new name, not both."))
        elif not making.may(self.user, home):
            self.add_error(
                making.asked, _("Your role does not make such rows. Ask an administrator of the municipality.")
            )
        elif (found := self._found(making, name, home)) is not None:
            self.cleaned_data[making.field] = found
        else:
            self._ready(making, name, home)

    def _found(self, making: Making, name: str, home: int | None) -> models.Model | None:
        """The row that is meant: the one of that name, or the one that she chose among those like it."""
        rows = rows_of(making.model).visible_to(self.user).filter(Q(municipality=home) | Q(municipality__isnull=True))
        same: models.Model | None
        same, like = _like(name, rows)
        if same is not None:
            return same
        answer = self.data.get(f"use-{self.prefix}-{making.field}", "")
        chosen: models.Model | None = next((row for row in like if str(row.pk) == answer), None)
        if chosen is None and like and answer != NEW:
            self.add_error(making.asked, _which(f"use-{self.prefix}-{making.field}", name, like))
        return chosen

    def _ready(self, making: Making, name: str, home: int | None) -> None:
        if making.asked in self.errors:
            return
        row = making.model(name=name, municipality=Municipality.objects.get(pk=home or 0))
        for column, asked in making.also:
            value = self.cleaned_data.get(asked)
            if not value:
                self.add_error(asked, _("Needed for what is new."))
                return
            setattr(row, column, value)
        make_reference(row)
        try:
            row.full_clean()
        except ValidationError as error:
            self.add_error(making.asked, error.messages)
            return
        self.to_make[making.field] = row

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() | set(self.to_make)  # type: ignore[misc, no-any-return]

    def unmade(self) -> set[str]:
        return set(self.to_make)


def make_missing(formset: HouseFormSet, *, by: User, reason: str) -> None:
    """Writes the rows that the forms lack, one for each name, and links the forms' rows to them."""
    made: dict[tuple[type[models.Model], str], models.Model] = {}
    for form in formset.forms:
        for field, row in getattr(form, "to_make", {}).items():
            key = (type(row), search_key(str(row)))
            if key not in made:
                made[key] = writing.save(row, by=by, reason=reason)
            setattr(form.instance, field, made[key])


def _like(name: str, rows: Iterable[Any]) -> tuple[Any, list[Any]]:
    """The row that is called so, or rows whose names one could have meant, the likest first."""
    asked = search_key(name)
    found: list[tuple[float, Any]] = []
    for row in rows:
        called = [search_key(one) for one in (str(row), *getattr(row, "aliases", "").splitlines()) if one.strip()]
        if asked in called:
            return row, []
        likeness = max((_likeness(asked, one) for one in called), default=0.0)
        if likeness >= LIKE:
            found.append((likeness, row))
    found.sort(key=lambda one: (-one[0], str(one[1])))
    return None, [row for _likeness_, row in found[:MOST_SHOWN]]


def _likeness(asked: str, called: str) -> float:
    shorter, longer = sorted((slugify(asked), slugify(called)), key=len)
    if len(shorter) >= 4 and f"-{shorter}-" in f"-{longer}-":
        return 1.0
    return SequenceMatcher(None, asked, called).ratio()


def _which(name: str, typed: str, like: list[Any]) -> SafeString:
    choices = [(name, str(row.pk), _("Use “%(row)s”") % {"row": row}) for row in like]
    choices.append((name, NEW, _("Make “%(name)s” as a new one") % {"name": typed}))
    radios = format_html_join(" ", '<label><input type="radio" name="{}" value="{}"> {}</label>', choices)
    legend = _("There are names like it. Which is meant?")
    return format_html('<fieldset class="pm-both"><legend>{}</legend>{}</fieldset>', legend, radios)


class NewName(forms.CharField):
    """The name of what is missing."""

    def __init__(self, *, label: Any, help_text: Any) -> None:
        widget = forms.TextInput(attrs={"class": "vTextField"})
        super().__init__(label=label, help_text=help_text, required=False, max_length=200, widget=widget)
