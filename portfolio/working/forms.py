"""The answer to “how does it go”: three lights, a short text, and reason and action where a light asks for them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.forms.renderers import BaseRenderer
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from initiatives.models import Initiative, Light, StatusUpdate
from organisation.cpr import holds_cpr
from organisation.fields import DanishDateField
from organisation.models import User
from organisation.printing import format_date
from portfolio.forms import DkfdsRenderer
from portfolio.overview import shapes
from portfolio.overview.shown_by_figures import disagreements

ASPECTS = {"progress_light": "progress", "economy_light": "economy", "effect_light": "effect"}
ASKING = (Light.YELLOW.value, Light.RED.value)
WRITTEN = ("text", "reason", "action")


def lights(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=Light.choices, widget=forms.RadioSelect)


class StatusForm(forms.Form):
    """`submits` is false while it is only kept as a draft: what is not written yet is asked for when it is submitted.

    `show` is what the figures show: a calm light against them asks for a sentence.
    """

    default_renderer: BaseRenderer | type[BaseRenderer] | None = DkfdsRenderer

    progress_light = lights(_("Progress"))
    economy_light = lights(_("Economy"))
    effect_light = lights(_("Effect"))
    text = forms.CharField(
        label=_("Status in short"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Two or three sentences that the committee can read. Never about a single citizen."),
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only when a light is yellow or red, or when the figures show something else than the light."),
    )
    action = forms.CharField(
        label=_("Action"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only when a light is yellow or red: what is done, by whom and when."),
    )
    as_of = DanishDateField(label=_("Status as of"))
    no_person = forms.BooleanField(label=_("The text holds no personal data. Save it as it is."), required=False)

    def __init__(self, *args: Any, show: shapes.FiguresShow, submits: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.show, self.submits = show, submits
        self.asks_about_person = False

    def clean_as_of(self) -> Any:
        day = self.cleaned_data["as_of"]
        if day > timezone.localdate():
            raise ValidationError(_now("A status cannot be dated in the future."))
        return day

    def clean(self) -> None:
        given = {aspect: self.cleaned_data.get(name, "") for name, aspect in ASPECTS.items()}
        if any(code in ASKING for code in given.values()):
            self._ask("reason", _now("Yellow and red need a reason."))
            self._ask("action", _now("Yellow and red need an action."))
        elif self.submits and all(given.values()):
            for sentence in disagreements(self.show, given):
                self._ask("reason", sentence + " " + _now("Write a sentence about why."))
        self._look_for_people()

    def _ask(self, name: str, sentence: str) -> None:
        if not self.cleaned_data.get(name, "").strip():
            self.add_error(name, sentence)

    def _look_for_people(self) -> None:
        """Asks once; whoever has looked may save a number that only looks like one."""
        found = [name for name in WRITTEN if holds_cpr(self.cleaned_data.get(name, ""))]
        self.asks_about_person = bool(found)
        if found and not self.cleaned_data.get("no_person"):
            sentence = _now("This looks like a CPR number. Remove it, or say below that it is none.")
            for name in found:
                self.add_error(name, sentence)

    @property
    def shown(self) -> list[BoundField]:
        return [self[name] for name in self.fields if name != "no_person" or self.asks_about_person]

    def written_meanwhile(self, update: StatusUpdate | None) -> None:
        """What somebody else has answered since the form was opened is shown before it is written over."""
        if update is None:
            sentence = _now(
                "What was begun on this status was approved or taken away meanwhile. Save again to begin anew."
            )
            self.add_error(None, sentence)
            return
        said = [f"{self.fields[name].label}: {Light(getattr(update, name)).label}" for name in ASPECTS]
        said += [words for name in WRITTEN if (words := getattr(update, name))]
        theirs = "; ".join([*said, format_date(update.as_of)])
        sentence = _now(
            "Somebody else has written on this status meanwhile: “%(words)s”. Save again to let yours stand."
        )
        self.add_error(None, sentence % {"words": theirs})

    def fill(self, update: StatusUpdate) -> None:
        for name in (*ASPECTS, *WRITTEN, "as_of"):
            setattr(update, name, self.cleaned_data[name])
        update.no_change = False


def beginning(update: StatusUpdate | None, last: StatusUpdate | None) -> dict[str, Any]:
    """What the form shows at first: what was begun, else the lights of last time with nothing written."""
    today = timezone.localdate()
    if update is not None:
        return {name: getattr(update, name) for name in (*ASPECTS, *WRITTEN, "as_of")}
    if last is None:
        return {"as_of": today}
    return {**{name: getattr(last, name) for name in ASPECTS}, "as_of": today}


def is_typed_beside(said: Mapping[str, str], usual: Mapping[str, Any]) -> bool:
    """Whether a light or a text that was sent is another than the form showed at first."""
    sent = [(name, words) for name in (*ASPECTS, *WRITTEN) if (words := said.get(name)) is not None]
    return any(words.split() != str(usual.get(name) or "").split() for name, words in sent)


def seen(update: StatusUpdate | None) -> str:
    """Names what stood in the form when it was opened."""
    stood = [str(getattr(update, name)) for name in (*ASPECTS, *WRITTEN, "as_of", "state")] if update else []
    return hashlib.sha256(json.dumps(stood).encode()).hexdigest()[:16]


def unchanged(last: StatusUpdate, begun: StatusUpdate | None, *, by: User) -> StatusUpdate:
    """Today's answer that nothing has changed: the lights of last time, and their reason and action.

    It takes the place of what was begun or returned, which would otherwise wait for an answer after this one.
    """
    update = begun or new(last.initiative, by=by)
    for name in (*ASPECTS, "reason", "action"):
        setattr(update, name, getattr(last, name))
    update.text, update.as_of, update.no_change = "", timezone.localdate(), True
    return update


def new(initiative: Initiative, *, by: User) -> StatusUpdate:
    return StatusUpdate(municipality_id=initiative.municipality_id, initiative=initiative, author=by)
