"""What is written for a report. Beside each field stands what was written last time."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.forms.formsets import BaseFormSet, formset_factory
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from initiatives.models import Initiative
from organisation.numbers import DanishNumberError, parse_amount
from organisation.printing import format_date
from portfolio.forms import DkfdsRenderer, HouseForm
from portfolio.overview.shapes import DeviationShown
from portfolio.overview.viewpoint import reader_of
from portfolio.reports.composition import ALWAYS, Composition, Hearing, Option, Risk, StatusPart
from portfolio.reports.earlier import decided_on, decision_words
from portfolio.reports.models import CasePart, RecommendationSentence, Report

NOT_WRITTEN = (CasePart.SUMMARY, CasePart.RECOMMENDATION, CasePart.CASE_NUMBER)
COUNCILS = ("Handicaprådet", "Ældrerådet", "Udsatterådet")
LONGEST = 20_000
COPY_IT = gettext_noop("Copy what you have written, and load the page again.")
EMPTY_LINES = 2


def text_area(label: Any, *, rows: int = 4, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(required=False, max_length=LONGEST, label=label, widget=widget, help_text=help_text)


class RowForm(HouseForm):
    """A row of a group; one that says nothing in the fields that it is `told_by` is no row."""

    told_by: ClassVar[tuple[str, ...]] = ()

    @property
    def said(self) -> dict[str, str]:
        return {name: str(value or "").strip() for name, value in self.cleaned_data.items()}


class OptionForm(RowForm):
    told_by = ("title", "price", "text")

    title = forms.CharField(required=False, max_length=300, label=_("Option"))
    price = forms.CharField(
        required=False, max_length=100, label=_("Price"), help_text=_("For example 250.000 kr. or inden for rammen.")
    )
    text = forms.CharField(required=False, max_length=2000, label=_("What it means"))
    initiative = forms.ChoiceField(required=False, label=_("Concerns"))

    def clean(self) -> None:
        if any(self.said.get(name) for name in ("price", "text")) and not self.said.get("title"):
            self.add_error("title", _now("Say what the option is."))


class RiskForm(RowForm):
    told_by = ("text", "action")

    text = forms.CharField(required=False, max_length=1000, label=_("Risk"))
    action = forms.CharField(required=False, max_length=1000, label=_("What is done"))

    def clean(self) -> None:
        if self.said.get("action") and not self.said.get("text"):
            self.add_error("text", _now("Say what the risk is."))


class HearingForm(RowForm):
    told_by = ("text",)

    body = forms.CharField(required=False, max_length=200, label=_("Heard"))
    text = forms.CharField(required=False, max_length=4000, label=_("Answer"), widget=forms.Textarea(attrs={"rows": 2}))

    def clean(self) -> None:
        if self.said.get("text") and not self.said.get("body"):
            self.add_error("body", _now("Say who was heard."))


class RowFormSet(BaseFormSet):  # type: ignore[type-arg]  # generic only for the type checker
    renderer = DkfdsRenderer()
    # Where what is written is not printed as the report is composed: a sentence that says so.
    unprinted = ""

    def rows(self) -> list[dict[str, str]]:
        return [form.said for form in self.forms if any(form.said.get(name) for name in form.told_by)]


def _rows_of(form: type[RowForm]) -> Any:
    return formset_factory(form, formset=RowFormSet, extra=EMPTY_LINES, max_num=60)


OPTIONS, RISKS, HEARINGS = _rows_of(OptionForm), _rows_of(RiskForm), _rows_of(HearingForm)


@dataclasses.dataclass(frozen=True)
class Answer:
    """A field with what was written in its place last time, empty when nothing was."""

    field: BoundField
    last: str
    help_text: str = ""


def state_of(composition: Composition) -> str:
    """What a form was opened on: another state means that somebody else has written meanwhile."""
    return hashlib.sha256(json.dumps(composition.kept(), sort_keys=True).encode()).hexdigest()[:32]


class TextsForm(HouseForm):
    """`last` is the previous report's composition; `off_course` the initiatives that the report calls deviations."""

    cover = text_area(_("Cover text"), rows=3, help_text=_("Stands on the first page, under the facts of the case."))
    recommendations = text_area(
        _("Recommendation"), help_text=_("One sentence on each line, without “at” and numbers: those are set.")
    )
    committee_budget = forms.CharField(
        required=False,
        max_length=60,
        label=_("The committee's whole revised budget of the year"),
        help_text=_("For example 120,0 mio. kr. Empty: what is posted in the administration, or “not stated”."),
    )
    committee_budget_source = forms.CharField(required=False, max_length=200, label=_("Where that stands"))
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: QueryDict | None,
        *,
        report: Report,
        composition: Composition,
        last: Composition,
        off_course: Sequence[DeviationShown],
        decided: Sequence[Report],
    ) -> None:
        super().__init__(data, prefix="t", initial=_initial(composition))
        self.report, self.composition, self.last = report, composition, last
        self.off_course = off_course
        # What is printed nowhere is not asked for; the last decision stands in the opening, whatever is chosen.
        self.asked_of = off_course if StatusPart.DEVIATIONS in composition.sections else ()
        follows = StatusPart.FOLLOW_UP in composition.sections or CasePart.HISTORY in composition.parts
        self.decided = decided if follows else decided[:1]
        asked = composition.parts | (set(ALWAYS) if StatusPart.OUTLOOK in composition.sections else set())
        # In the order in which they are printed; what has no heading comes after.
        places = {heading.part: place for place, heading in enumerate(composition.headings)}
        written = [part for part in CasePart if part in asked and part not in NOT_WRITTEN]
        self.parts = sorted(written, key=lambda part: places.get(part, len(places)))
        labels = {heading.part: heading.label for heading in composition.headings}
        for part in self.parts:
            label = labels.get(part, str(part.label).capitalize())
            self.fields[f"text-{part}"] = text_area(label)
            self.initial[f"text-{part}"] = composition.texts.get(part, "")
        for one in self.asked_of:
            self.fields[f"consequence-{one.reference}"] = text_area(one.title, rows=3)
            self.initial[f"consequence-{one.reference}"] = composition.consequences.get(one.reference, "")
        for earlier in self.decided:
            self.fields[f"since-{earlier.reference}"] = text_area(earlier.title, rows=3, help_text=_decided(earlier))
            self.initial[f"since-{earlier.reference}"] = composition.since.get(earlier.reference, "")
        self._add_groups(data)
        self._offer_sentences()

    def _add_groups(self, data: QueryDict | None) -> None:
        composition = self.composition
        hearings = [dataclasses.asdict(one) for one in composition.hearings]
        heard = {one["body"] for one in hearings}
        hearings += [{"body": council, "text": ""} for council in COUNCILS if council not in heard]
        self.options = OPTIONS(data, prefix="option", initial=[dataclasses.asdict(one) for one in composition.options])
        self.risks = RISKS(data, prefix="risk", initial=[dataclasses.asdict(one) for one in composition.risks])
        self.hearings = HEARINGS(data, prefix="hearing", initial=hearings)
        about = [("", _now("the case as a whole")), *((one.reference, one.title) for one in self.off_course)]
        known = {reference for reference, _title in about}
        about += self._named([one.initiative for one in composition.options if one.initiative not in known])
        for form in self.options:
            form.fields["initiative"].choices = about
        self._say_what_is_not_printed()

    def _named(self, references: Sequence[str]) -> list[tuple[str, str]]:
        """What options are about that is no deviation, or not in the report any more, by its title."""
        if not references:
            return []
        home = self.report.municipality
        seen = Initiative.objects.visible_to(reader_of(home)).filter(municipality=home, reference__in=references)
        titles = dict(seen.values_list("reference", "title"))
        return [(one, titles.get(one, one)) for one in dict.fromkeys(references)]

    def _say_what_is_not_printed(self) -> None:
        sections, parts = self.composition.sections, self.composition.parts
        if StatusPart.OUTLOOK in sections:
            return
        section = {"section": StatusPart.OUTLOOK.label}
        nothing = _now("“%(section)s” is not among the chosen sections, so this is not printed.") % section
        some = _now("“%(section)s” is not among the chosen sections, so only what concerns a deviation is printed.")
        self.risks.unprinted = nothing
        self.hearings.unprinted = "" if CasePart.HEARING in parts else nothing
        if CasePart.ALTERNATIVES not in parts:
            self.options.unprinted = some % section if StatusPart.DEVIATIONS in sections else nothing

    def _offer_sentences(self) -> None:
        sentences = RecommendationSentence.objects.filter(municipality=self.report.municipality, is_active=True)
        kinds = ("", self.report.case_kind)
        self.sentences = [one.text for one in sentences if one.case_kind in kinds]

    @property
    def case_answers(self) -> list[Answer]:
        return [Answer(self[f"text-{part}"], self.last.text(part)) for part in self.parts]

    @property
    def consequence_answers(self) -> list[Answer]:
        return [
            Answer(
                self[f"consequence-{one.reference}"], self.last.consequences.get(one.reference, ""), " ".join(one.what)
            )
            for one in self.asked_of
        ]

    @property
    def since_answers(self) -> list[Answer]:
        return [Answer(self[f"since-{one.reference}"], self.last.since.get(one.reference, "")) for one in self.decided]

    @property
    def cover_answer(self) -> Answer:
        return Answer(self["cover"], self.last.cover)

    @property
    def recommendation_answer(self) -> Answer:
        return Answer(self["recommendations"], "\n".join(self.last.recommendations))

    def clean_committee_budget(self) -> str:
        said: str = self.cleaned_data["committee_budget"].strip()
        try:
            amount = parse_amount(said) if said else None
        except DanishNumberError as error:
            raise forms.ValidationError(str(error)) from error
        if amount is not None and amount.ore is None:
            raise forms.ValidationError(_("Write one amount with its unit, for example 120,0 mio. kr."))
        return said

    def clean(self) -> None:
        if self.cleaned_data.get("seen") != state_of(self.composition):
            self.add_error(None, _now("Somebody else has changed the report meanwhile.") + " " + _now(COPY_IT))

    def is_valid(self) -> bool:
        # All of them, so that every wrong field is told at once.
        return all([super().is_valid(), *(group.is_valid() for group in self.groups)])

    @property
    def groups(self) -> tuple[RowFormSet, ...]:
        return self.options, self.risks, self.hearings

    @property
    def problems(self) -> bool:
        return bool(self.errors) or any(any(group.errors) for group in self.groups)

    def composed(self) -> Composition:
        said = self.cleaned_data
        return dataclasses.replace(
            self.composition,
            cover=said["cover"].strip(),
            recommendations=tuple(line.strip() for line in said["recommendations"].splitlines() if line.strip()),
            texts=_written(self.composition.texts, {part.value: said[f"text-{part}"] for part in self.parts}),
            consequences=_written(
                self.composition.consequences,
                {one.reference: said[f"consequence-{one.reference}"] for one in self.asked_of},
            ),
            since=_written(
                self.composition.since, {one.reference: said[f"since-{one.reference}"] for one in self.decided}
            ),
            options=tuple(Option(**row) for row in self.options.rows()),
            risks=tuple(Risk(**row) for row in self.risks.rows()),
            hearings=tuple(Hearing(**row) for row in self.hearings.rows()),
            committee_budget=said["committee_budget"],
            committee_budget_source=said["committee_budget_source"].strip(),
        )


def _decided(earlier: Report) -> str:
    """What it was that something has become of."""
    return f"{format_date(decided_on(earlier))}: {decision_words(earlier.decision) or _now('outcome not stated')}"


def _initial(composition: Composition) -> dict[str, Any]:
    return {
        "cover": composition.cover,
        "recommendations": "\n".join(composition.recommendations),
        "committee_budget": composition.committee_budget,
        "committee_budget_source": composition.committee_budget_source,
        "seen": state_of(composition),
    }


def _written(before: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    """What the form asked for takes the place of what stood there; the rest stays, for another choice of headings."""
    kept = {**before, **{name: text.replace("\r\n", "\n").strip() for name, text in said.items()}}
    return {name: text for name, text in kept.items() if text}


def with_sentences(composition: Composition, chosen: Iterable[str]) -> Composition:
    """The chosen sentences after those that stand there, each once."""
    together = dict.fromkeys([*composition.recommendations, *chosen])
    return dataclasses.replace(composition, recommendations=tuple(together))


def with_answers_of(composition: Composition, last: Composition) -> Composition:
    """What was written last time, wherever nothing is written now."""
    return dataclasses.replace(
        composition,
        cover=composition.cover or last.cover,
        recommendations=composition.recommendations or last.recommendations,
        texts={**last.texts, **composition.texts},
        consequences={**last.consequences, **composition.consequences},
        options=composition.options or last.options,
        risks=composition.risks or last.risks,
        hearings=composition.hearings or last.hearings,
        since={**last.since, **composition.since},
    )
