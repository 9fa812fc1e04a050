"""What others wrote while a form stood open: taken over where its user changed nothing, chosen between where both did.

Each field of a stored row carries, hidden beside it, what it showed when the form was opened. Of a field that both have
changed, the form shows both versions and asks which is to stand.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import normalize_newlines
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from organisation.administration.forms import HouseForm

MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True)
class Both:
    """A field that two have changed; `theirs` is what stands now, as the form would carry it."""

    field: str
    theirs: str


def remember(form: HouseForm) -> None:
    """A form that is sent without what it showed, as a program may send it, is taken as it is."""
    for name, field in form.fields.items():
        simple = field.hidden_widget is forms.HiddenInput and not isinstance(field, forms.FileField)
        if simple and (not form.is_bound or f"initial-{form.add_prefix(name)}" in form.data):
            field.show_hidden_initial = True


def take_over(form: HouseForm) -> list[Both]:
    """Puts what others wrote into the fields that the user left alone, and where she chose theirs.

    Returns the fields that both have changed and between which nobody has chosen yet.
    """
    standing = _shown(form)
    by_others = {name: now for name, shown, now in standing if shown != now}
    form.changed_by_others = by_others
    by_user = set(form.changed_data)
    # Amount, unit and words make one figure: half of it is never taken over.
    both = set(by_others) & by_user if not form.stands_for else set(by_others) if by_others and by_user else set()
    chosen = {name: _choice(form, name, by_others[name], both) for name in both}
    data: Any = copy.copy(form.data)
    for name, now in by_others.items():
        if name not in both or chosen[name] == THEIRS:
            data[form[name].html_name] = now
        if name not in both or chosen[name]:
            data[form[name].html_initial_name] = now
    if form.stands_for and THEIRS in chosen.values():
        # All of their figure, with its unit.
        for name, _then, now in standing:
            data[form[name].html_name] = now
    form.data = data
    return [Both(name, by_others[name]) for name in sorted(both) if not chosen[name]]


def _choice(form: HouseForm, name: str, now: str, both: set[str]) -> str:
    """What the user chose on seeing what stands now; nothing when it has changed once more since."""
    # Of one figure there is one choice, at its first field.
    asked = min(both) if form.stands_for else name
    if normalize_newlines(form.data.get(_named(form, "saw", name), "")) != now:
        return ""
    answer: str = form.data.get(_named(form, "choose", asked), "")
    return answer if answer in (MINE, THEIRS) else ""


def _named(form: HouseForm, what: str, name: str) -> str:
    return f"{what}-{form.add_prefix(name)}"


def question(form: HouseForm, at: int, found: Sequence[Both]) -> SafeString:
    """The two versions of the field and the choice; of one figure the choice stands at its first field."""
    both = found[at]
    saw = format_html('<input type="hidden" name="{}" value="{}">', _named(form, "saw", both.field), both.theirs)
    theirs = format_html(
        "{} <q>{}</q>{}", _("Somebody else wrote here meanwhile:"), in_words(form, both.field, both.theirs), saw
    )
    if form.stands_for and at:
        return theirs
    name = _named(form, "choose", both.field)
    choices = [(name, MINE, _("Let mine stand")), (name, THEIRS, _("Take theirs"))]
    radios = format_html_join(" ", '<label><input type="radio" name="{}" value="{}"> {}</label>', choices)
    return format_html(
        '{}<fieldset class="pm-both"><legend>{}</legend>{}</fieldset>', theirs, _("Which is to stand?"), radios
    )


def in_words(form: HouseForm, name: str, value: str) -> str:
    """What a stored value is called where one chooses from a list."""
    field: Any = form.fields[name]
    if isinstance(field, forms.BooleanField):
        return _("yes") if value in ("True", "on", "1") else _("no")
    if isinstance(field, forms.ModelChoiceField):
        found = field.queryset.filter(pk=value).first() if value and field.queryset is not None else None
        return str(found) if found else _("nothing")
    if isinstance(field, forms.ChoiceField):
        return str(dict(_flat(field.choices)).get(value, value)) or _("nothing")
    return value or _("nothing")


def _flat(choices: Any) -> list[tuple[str, Any]]:
    """Choices in groups, as Django nests them, without their groups."""
    found: list[tuple[str, Any]] = []
    for value, label in choices:
        found += _flat(label) if isinstance(label, list | tuple) else [(str(value), label)]
    return found


def _shown(form: HouseForm) -> list[tuple[str, str, str]]:
    """(field, what it showed when the form was opened, what it would show now)"""
    found = []
    for name, field in form.fields.items():
        if field.show_hidden_initial and form[name].html_initial_name in form.data:
            now: Any = field.hidden_widget().format_value(field.prepare_value(form.get_initial_for_field(field, name)))
            shown = form.data[form[name].html_initial_name]
            found.append((name, normalize_newlines(shown), normalize_newlines(now or "")))
    return found
