"""What others wrote while a form stood open: taken over where its user changed nothing, told where both did.

Each field of a stored row carries, hidden beside it, what it showed when the form was opened.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.text import normalize_newlines

if TYPE_CHECKING:
    from organisation.administration.forms import HouseForm


def remember(form: HouseForm) -> None:
    """A form that is sent without what it showed, as a program may send it, is taken as it is."""
    for name, field in form.fields.items():
        simple = field.hidden_widget is forms.HiddenInput and not isinstance(field, forms.FileField)
        if simple and (not form.is_bound or f"initial-{form.add_prefix(name)}" in form.data):
            field.show_hidden_initial = True


def take_over(form: HouseForm) -> list[str]:
    """Puts what others wrote into the fields that the user left alone; returns those that both have changed."""
    by_others = {name: now for name, shown, now in _shown(form) if shown != now}
    by_user = set(form.changed_data)
    # Amount, unit and words make one figure: half of it is never taken over.
    both = set(by_others) & by_user if not form.stands_for else set(by_others) if by_others and by_user else set()
    taken = {name: now for name, now in by_others.items() if name not in both}
    if taken:
        data: Any = copy.copy(form.data)
        for name, now in taken.items():
            data[form[name].html_name] = data[form[name].html_initial_name] = now
        form.data = data
    return sorted(both)


def _shown(form: HouseForm) -> list[tuple[str, str, str]]:
    """(field, what it showed when the form was opened, what it would show now)"""
    found = []
    for name, field in form.fields.items():
        if field.show_hidden_initial and form[name].html_initial_name in form.data:
            now: Any = field.hidden_widget().format_value(field.prepare_value(form.get_initial_for_field(field, name)))
            shown = form.data[form[name].html_initial_name]
            found.append((name, normalize_newlines(shown), normalize_newlines(now or "")))
    return found
