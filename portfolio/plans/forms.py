"""The forms of a plan: choosing it, what is said of it as a whole, and correcting one initiative."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from budgets.models import DecisionState
from initiatives.models import InitiativeState, Strategy
from organisation.models import User
from organisation.periods import PeriodError, parse_period
from organisation.printing import format_exact_amount
from organisation.units import Unit
from portfolio.forms import HouseForm
from portfolio.plans.content import WITHOUT_HEADING, Passage, PlanContent, PlanInitiative
from portfolio.plans.correcting import OUTSIDE, fingerprint
from portfolio.plans.models import PlanDraft
from portfolio.plans.reading import NotReadError, PlanText, read_pasted_plan, read_plan

NO_STRATEGY, OWN_STRATEGY = "", "-"
STAY = ""


class ChoosingForm(HouseForm):
    asks_about_people = False
    file = forms.FileField(
        label=_("A document"),
        required=False,
        help_text=_("Word (.docx), a web page (.html) or plain text (.txt)."),
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.html,.htm,.txt"}),
    )
    text = forms.CharField(
        label=_("Or paste the text"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 8})
    )
    plan: PlanText

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        file, text = said.get("file"), said.get("text") or ""
        if self.errors:
            return said
        if bool(file) == bool(text.strip()):
            raise ValidationError(_("Choose a document or paste a text, one of the two."))
        try:
            self.plan = read_plan(file, file.name) if file else read_pasted_plan(text)
        except NotReadError as refused:
            self.add_error("file" if file else "text", str(refused))
        return said


class PlanForm(HouseForm):
    """What is said of the whole plan."""

    title = forms.CharField(label=_("Title of the plan"), max_length=300)
    strategy = forms.ChoiceField(
        label=_("Strategy"), required=False, help_text=_("The strategy whose goals the initiatives stand under.")
    )
    initiative_state = forms.ChoiceField(label=_("State of new initiatives"), choices=InitiativeState.choices)
    decision_state = forms.ChoiceField(
        label=_("Decision of the amounts"),
        choices=[one for one in DecisionState.choices if one[0] != DecisionState.REJECTED],
    )

    def __init__(self, draft: PlanDraft, user: User, data: Any = None) -> None:
        chosen = draft.strategy.reference if draft.strategy else OWN_STRATEGY if draft.makes_strategy else NO_STRATEGY
        super().__init__(
            data,
            initial={
                "title": draft.title,
                "strategy": chosen,
                "initiative_state": draft.initiative_state,
                "decision_state": draft.decision_state,
            },
        )
        self.draft = draft
        self.strategies = {
            one.reference: one
            for one in Strategy.objects.editable_by(user).filter(municipality=draft.municipality).order_by("sort_key")
        }
        self.fields["strategy"] = forms.ChoiceField(
            label=_("Strategy"),
            required=False,
            help_text=_("The strategy whose goals the initiatives stand under."),
            choices=[
                (OWN_STRATEGY, _("a new one, named as the plan")),
                *((reference, str(one)) for reference, one in self.strategies.items()),
                (NO_STRATEGY, _("none")),
            ],
        )
        self.order_fields(["title", "strategy", "initiative_state", "decision_state"])

    def put(self) -> None:
        said = self.cleaned_data
        draft = self.draft
        draft.title = said["title"]
        draft.strategy = self.strategies.get(said["strategy"])
        draft.makes_strategy = said["strategy"] == OWN_STRATEGY
        draft.initiative_state, draft.decision_state = said["initiative_state"], said["decision_state"]


def targets(content: PlanContent, without: int | None = None) -> list[tuple[str, Any]]:
    """Where a text may be moved, by initiative; `without` is the initiative whose own headings come first."""
    headings = [(WITHOUT_HEADING, _now("Summary"))]
    headings += [(one.key, f"{one.number}. {one.label}") for one in content.headings]
    groups: list[tuple[str, Any]] = []
    for at, one in enumerate(content.initiatives):
        group = (one.title or _now("Without a name"), [(f"{one.mark}:{key}", label) for key, label in headings])
        groups.insert(0, group) if at == without else groups.append(group)
    return groups


class InitiativeForm(HouseForm):
    """One initiative as it was read. Each text can be changed, and moved; `seen` says what the page was made from.

    `mark` says of which: others are joined while the page is open, and numbers shift.
    """

    names = forms.CharField(
        label=_("Name"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Several initiatives that share text and amount stand on a line each."),
    )
    is_wanted = forms.BooleanField(label=_("Save this initiative"), required=False)
    period = forms.CharField(label=_("Period"), required=False, max_length=400)
    owners = forms.CharField(
        label=_("Owners"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One on each line: a body of the municipality, or a function in words."),
    )
    goals = forms.MultipleChoiceField(label=_("Goals"), required=False, widget=forms.CheckboxSelectMultiple)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    mark = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, content: PlanContent, index: int, data: Any = None) -> None:
        self.content, self.index = content, index
        self.row: PlanInitiative = content.initiatives[index]
        super().__init__(data, initial=self._initial())
        if data is not None and data.get("seen") != fingerprint(self.row):
            # The next attempt is made with open eyes.
            again = data.copy()
            again["seen"] = fingerprint(self.row)
            self.data = again
            self.is_overtaken = True
        else:
            self.is_overtaken = False
        self._add_goals()
        self._add_texts()
        self._add_amounts()

    def _initial(self) -> dict[str, Any]:
        row = self.row
        return {
            "names": "\n".join(row.names),
            "is_wanted": row.is_wanted,
            "period": row.period,
            "owners": "\n".join(row.owners),
            "goals": row.goals,
            "seen": fingerprint(row),
            "mark": row.mark,
        }

    def _add_goals(self) -> None:
        choices = [(goal.key, f"{goal.key} {goal.title}".strip()) for goal in self.content.goals]
        if choices:
            self.fields["goals"] = forms.MultipleChoiceField(
                label=_("Goals"), required=False, choices=choices, widget=forms.CheckboxSelectMultiple
            )
        else:
            del self.fields["goals"]

    def _add_texts(self) -> None:
        places = targets(self.content, self.index)
        for key, label in self.labels.items():
            passage = self.row.texts.get(key)
            if passage is None and key == WITHOUT_HEADING:
                continue
            text = passage.text if passage else ""
            self.fields[f"text-{key}"] = forms.CharField(
                label=label,
                required=False,
                initial=text,
                widget=forms.Textarea(attrs={"rows": min(14, 2 + text.count("\n") + len(text) // 80)}),
            )
            if text:
                self.fields[f"to-{key}"] = forms.ChoiceField(
                    label=_now("Move “%(heading)s” to") % {"heading": label},
                    required=False,
                    choices=[(STAY, _("it stays here")), (OUTSIDE, _("outside, not saved")), *places],
                )

    def _add_amounts(self) -> None:
        for number, amount in enumerate(self.row.amounts):
            if amount.ore is None:
                continue
            shown = format_exact_amount(amount.ore, Unit(amount.unit))
            self.fields[f"amount-{number}"] = forms.BooleanField(
                label=_now("Save %(amount)s as a budget line") % {"amount": shown},
                required=False,
                initial=amount.is_wanted,
                help_text=_now("“%(quote)s”") % {"quote": amount.quote[:300]},
            )
            self.fields[f"amount-period-{number}"] = forms.CharField(
                label=_now("Period of %(amount)s") % {"amount": shown},
                required=False,
                initial=amount.period,
                max_length=400,
            )

    @property
    def labels(self) -> dict[str, str]:
        headings = {one.key: f"{one.number}. {one.label}" for one in self.content.headings}
        return {WITHOUT_HEADING: _now("Summary"), **headings}

    @property
    def texts(self) -> list[tuple[Any, Any]]:
        """(text, where it moves) as fields, in the order of the headings."""
        return [
            (self[f"text-{key}"], self[f"to-{key}"] if f"to-{key}" in self.fields else None)
            for key in self.labels
            if f"text-{key}" in self.fields
        ]

    @property
    def facts(self) -> list[Any]:
        return [self[name] for name in ("names", "is_wanted", "period", "owners", "goals") if name in self.fields]

    @property
    def amounts(self) -> list[Any]:
        return [self[name] for name in self.fields if name.startswith("amount-")]

    @property
    def amounts_not_read(self) -> list[str]:
        return [amount.raw for amount in self.row.amounts if amount.ore is None]

    def clean_names(self) -> list[str]:
        names = [line.strip() for line in self.cleaned_data["names"].splitlines() if line.strip()]
        if any(len(name) > 400 for name in names):
            raise ValidationError(_("A name has at most 400 characters."))
        return names

    def clean_period(self) -> str:
        return _checked_period(self.cleaned_data["period"])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if self.is_overtaken:
            raise ValidationError(
                _("Somebody else has corrected this initiative meanwhile. Save again to let yours stand.")
            )
        for name in self.fields:
            if name.startswith("amount-period-"):
                try:
                    _checked_period(said.get(name, ""))
                except ValidationError as error:
                    self.add_error(name, error)
        return said

    def put(self) -> list[tuple[str, str]]:
        """Takes over what was typed; the moves that were chosen are (key, target)."""
        said, row = self.cleaned_data, self.row
        row.names, row.is_wanted, row.period = said["names"], said["is_wanted"], said["period"]
        row.owners = [line.strip() for line in said["owners"].splitlines() if line.strip()]
        row.goals = said.get("goals", row.goals)
        for key in self.labels:
            self._put_text(key)
        for number, amount in enumerate(row.amounts):
            amount.is_wanted = bool(said.get(f"amount-{number}", amount.is_wanted))
            amount.period = said.get(f"amount-period-{number}", amount.period)
        moves = ((key, said.get(f"to-{key}", STAY)) for key in self.labels)
        return [(key, target) for key, target in moves if target != STAY]

    def _put_text(self, key: str) -> None:
        if f"text-{key}" not in self.fields:
            return
        text = self.cleaned_data[f"text-{key}"].replace("\r\n", "\n").strip()
        passage = self.row.texts.get(key)
        if not text:
            self.row.texts.pop(key, None)
        elif passage is None:
            self.row.texts[key] = Passage(text)
        else:
            passage.text = text


def _checked_period(words: str) -> str:
    try:
        parse_period(words)
    except PeriodError as error:
        raise ValidationError(str(error)) from error
    return words


class JoiningForm(HouseForm):
    into = forms.ChoiceField(label=_("Join with"))
    mark = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, content: PlanContent, index: int, data: Any = None) -> None:
        # It stands beside the form of the initiative itself.
        super().__init__(data, auto_id="id_join_%s", initial={"mark": content.initiatives[index].mark})
        others = [(str(one.mark), one.title) for at, one in enumerate(content.initiatives) if at != index]
        self.fields["into"] = forms.ChoiceField(
            label=_("Join with"),
            choices=others,
            help_text=_("The texts are joined heading by heading; the name of the other is kept."),
        )


class AddingForm(HouseForm):
    name = forms.CharField(label=_("Name of one more initiative"), max_length=400)
