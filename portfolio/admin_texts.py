"""An initiative's texts: one box for each of the municipality's headings, in the order of the headings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest
from django.urls import reverse

from initiatives.helps import TEXT, UNDER
from initiatives.models import Heading, Initiative, InitiativeText
from organisation.administration import HouseForm, HouseFormSet, HouseInline, meanwhile, rows_of, signed_in
from organisation.pasted import plain
from portfolio.overview import shapes
from portfolio.overview.completeness import completeness


class TextForm(HouseForm):
    """Emptied, the text is taken out; the heading is never chosen."""

    of: Heading | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = False
        self.fields["text"].widget.attrs |= {"data-prose": "", "rows": 6}
        # Also of an empty box: somebody else may fill it meanwhile.
        meanwhile.remember(self)

    def clean_text(self) -> str:
        return plain(self.cleaned_data["text"])

    def _check_rules(self) -> None:
        if self.instance.text.strip():
            super()._check_rules()

    def name_after(self, heading: Heading) -> None:
        self.of = heading
        self.fields["text"].label = f"{heading.number}. {heading.label}"
        self.fields["text"].help_text = heading.help_text or UNDER.get(heading.label.casefold(), TEXT)

    @property
    def is_written(self) -> bool:
        return bool((self["text"].value() or "").strip())


class TextFormSet(HouseFormSet):
    headings: list[Heading]
    # Where they are chosen, for who may.
    headings_url = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        written = {text.heading_id: text for text in kwargs["queryset"].filter(initiative=kwargs["instance"])}
        # What somebody else has written under a heading that was empty when the form was opened.
        self.written = written
        data = args[0] if args else kwargs.get("data")
        self.blank = (
            _sent_blank(data, kwargs["prefix"])
            if data
            else [one.pk for one in self.headings if one.is_active and one.pk not in written]
        )
        super().__init__(*args, initial=[{"heading": pk} for pk in self.blank], **kwargs)

    def total_form_count(self) -> int:
        return super().total_form_count() if self.is_bound else self.initial_form_count() + len(self.blank)

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        heading = self._blank_at(i)
        if self.is_bound and heading in self.written:
            kwargs["instance"] = self.written[heading]
        return super()._construct_form(i, **kwargs)

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        pk = form.instance.heading_id or self._blank_at(index)
        heading = next((one for one in self.headings if one.pk == pk), None)
        if heading is None and self.is_bound:
            # A text that somebody else has taken out still stands under its heading in the form.
            sent = self.data.get(f"{self.prefix}-{index}-heading", "")
            heading = next((one for one in self.headings if str(one.pk) == sent), None)
        if heading is not None:
            form.name_after(heading)

    def _blank_at(self, index: int | None) -> int | None:
        at = -1 if index is None else index - self.initial_form_count()
        return self.blank[at] if 0 <= at < len(self.blank) else None

    def in_order(self) -> list[Any]:
        return sorted((form for form in self.forms if form.of), key=lambda form: form.of.number)

    @property
    def completeness(self) -> shapes.Completeness:
        """As the boxes stand on the screen, of the headings in use."""
        boxes = [(form.of, form.is_written) for form in self.in_order() if form.of.is_active]
        return completeness((shapes.Link(of.label, f"heading-{of.number}"), is_written) for of, is_written in boxes)

    def count_text(self) -> str:
        return self.completeness.text

    def save(self, commit: bool = True) -> Any:
        """Sorts what was emptied to the deleted ones; nothing is written here."""
        super().save(commit=False)
        there = [row for row in self.new_objects if row.pk is not None]
        self.changed_objects = [*self.changed_objects, *((row, []) for row in there)]
        emptied = [row for row, _fields in self.changed_objects if not row.text.strip()]
        self.deleted_objects = [*self.deleted_objects, *emptied]
        self.changed_objects = [one for one in self.changed_objects if one[0].text.strip()]
        self.new_objects = [row for row in self.new_objects if row.pk is None and row.text.strip()]
        return self.new_objects


def _sent_blank(data: Any, prefix: str) -> list[int | None]:
    """The headings of the boxes that were empty when the form was opened, in their order."""
    first, end = (data.get(f"{prefix}-{name}_FORMS", "") for name in ("INITIAL", "TOTAL"))
    # Python reads no number of thousands of digits.
    if not all(number.isdecimal() and len(number) < 7 for number in (first, end)):
        return []
    sent = [data.get(f"{prefix}-{index}-heading", "") for index in range(int(first), min(int(end), int(first) + 1000))]
    return [int(pk) if pk.isdecimal() and len(pk) < 19 else None for pk in sent]


class TextInline(HouseInline):
    model = InitiativeText
    form = TextForm
    formset = TextFormSet
    template = "admin/edit_inline/texts.html"
    fields = ["heading", "text"]
    classes: list[str] = []
    stands_after = 2
    select_related = ("heading",)

    def formfield_for_dbfield(
        self, db_field: models.Field[Any, Any], request: HttpRequest, home: int | None = None, **kwargs: Any
    ) -> Any:
        field = super().formfield_for_dbfield(db_field, request, home, **kwargs)
        if db_field.name == "heading":
            field.widget = forms.HiddenInput()
        return field

    def get_formset(self, request: HttpRequest, obj: models.Model | None = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        headings = rows_of(Heading).visible_to(signed_in(request))
        home = getattr(obj, "municipality_id", None)
        formset.headings = list(headings.filter(municipality=home).order_by("number")) if home else []
        if isinstance(obj, Initiative) and home in signed_in(request).access.administered:
            formset.headings_url = reverse("headings", args=[obj.municipality.code])
        return formset
