"""Rows of a group that others have taken out, changed or added while the form stood open.

A row that is gone asks whether it is made again with what was written in it; one that is to be taken out, and that
somebody else has changed, whether it is. Rows that others have added stand beside one's own, and are told of.
"""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from organisation.administration import meanwhile
from organisation.administration.meanwhile import MINE, THEIRS

if TYPE_CHECKING:
    from organisation.administration.forms import HouseForm, HouseFormSet


def settle_gone(form: HouseForm) -> bool:
    """Readies a row that somebody else has taken out. Returns whether its user has to be asked."""
    meanwhile.remember(form)
    data: Any = copy.copy(form.data)
    data[form.add_prefix("id")] = ""
    form.data = data
    form.fields["id"].required = False
    form.empty_permitted = True
    # The formset has asked before, of what was sent.
    form.__dict__.pop("changed_data", None)
    answer = form.data.get(f"choose-{form.prefix}-gone", "")
    is_changed = bool(form.changed_data)
    if is_changed and answer == THEIRS:
        _as_shown(form)
    form.__dict__.pop("changed_data", None)
    form.is_made_again = is_changed and answer == MINE
    return is_changed and answer not in (MINE, THEIRS)


def _as_shown(form: HouseForm) -> None:
    data: Any = form.data
    for name, field in form.fields.items():
        if field.show_hidden_initial:
            data[form[name].html_name] = data.get(form[name].html_initial_name, "")


def gone_question(form: HouseForm) -> SafeString:
    said = _("Somebody else has taken this row out meanwhile. What you have written in it is not saved.")
    choices = [(MINE, _("Make it again, with what I have written")), (THEIRS, _("Let it be gone"))]
    return _asked(said, f"choose-{form.prefix}-gone", choices)


def is_kept(form: HouseForm) -> bool:
    """Her answer was to keep the row that she had asked to take out."""
    return form.data.get(f"choose-{form.prefix}-delete") == THEIRS


def changed_before_deleting(forms: Sequence[HouseForm]) -> list[SafeString]:
    """A question for each row that is to go, that others have changed, and that nobody has been asked about yet."""
    asked = []
    for form in forms:
        by_others = list(form.changed_by_others.items())
        if form.instance.pk is None or not by_others:
            continue
        name, mark = f"choose-{form.prefix}-delete", _mark(by_others)
        if form.data.get(name) == MINE and form.data.get(f"saw-{form.prefix}-delete") == mark:
            continue
        words = "; ".join(
            f"{form.fields[field].label}: {meanwhile.in_words(form, field, now)}" for field, now in by_others
        )
        said = format_html(
            '{} <q>{}</q><input type="hidden" name="saw-{}-delete" value="{}">',
            _("You take out “%(row)s”. Somebody else has changed it meanwhile:") % {"row": form.instance},
            words,
            form.prefix,
            mark,
        )
        asked.append(_asked(said, name, [(MINE, _("Take it out all the same")), (THEIRS, _("Keep it"))]))
    return asked


def added_by_others(formset: HouseFormSet) -> list[models.Model]:
    """Rows of the group that stand now and did not when the form was opened."""
    if not formset.is_bound or formset.instance.pk is None:
        return []
    known = {str(formset.data.get(f"{formset.prefix}-{index}-id", "")) for index in range(formset.total_form_count())}
    return [row for row in formset.get_queryset() if str(row.pk) not in known]


def _asked(said: str, name: str, choices: Sequence[tuple[str, str]]) -> SafeString:
    radios = format_html_join(
        " ",
        '<label><input type="radio" name="{}" value="{}"> {}</label>',
        ((name, value, words) for value, words in choices),
    )
    return format_html(
        '{}<fieldset class="pm-both"><legend>{}</legend>{}</fieldset>', said, _("Which is to stand?"), radios
    )


def _mark(standing: Sequence[tuple[str, str]]) -> str:
    return hashlib.sha256(json.dumps(standing).encode()).hexdigest()[:16]
