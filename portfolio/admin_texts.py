"""An initiative's texts: one box for each of the municipality's headings, in the order of the headings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest

from initiatives.models import Heading, InitiativeText
from organisation.administration import HouseForm, HouseFormSet, HouseInline, rows_of, signed_in


class TextForm(HouseForm):
    """Emptied, the text is taken out; the heading is never chosen."""

    of: Heading | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = False

    def _check_rules(self) -> None:
        if self.instance.text.strip():
            super()._check_rules()

    def name_after(self, heading: Heading) -> None:
        self.of = heading
        self.fields["text"].label = f"{heading.number}. {heading.label}"
        self.fields["text"].help_text = heading.help_text


class TextFormSet(HouseFormSet):
    headings: list[Heading]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        written = {text.heading_id for text in kwargs["queryset"].filter(initiative=kwargs["instance"])}
        self.blank = [one for one in self.headings if one.is_active and one.pk not in written]
        super().__init__(*args, initial=[{"heading": one.pk} for one in self.blank], **kwargs)

    def total_form_count(self) -> int:
        return super().total_form_count() if self.is_bound else self.initial_form_count() + len(self.blank)

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        heading = self._heading_of(form, index)
        if heading is not None:
            form.name_after(heading)

    def _heading_of(self, form: Any, index: int | None) -> Heading | None:
        pk = form.instance.heading_id
        if pk is None and index is not None and index - self.initial_form_count() < len(self.blank):
            pk = self.blank[index - self.initial_form_count()].pk
        return next((one for one in self.headings if one.pk == pk), None)

    def in_order(self) -> list[Any]:
        return sorted((form for form in self.forms if form.of), key=lambda form: form.of.number)

    def save(self, commit: bool = True) -> Any:
        """Sorts what was emptied to the deleted ones; nothing is written here."""
        super().save(commit=False)
        emptied = [row for row, _fields in self.changed_objects if not row.text.strip()]
        self.deleted_objects = [*self.deleted_objects, *emptied]
        self.changed_objects = [one for one in self.changed_objects if one[0].text.strip()]
        self.new_objects = [row for row in self.new_objects if row.text.strip()]
        return self.new_objects


class TextInline(HouseInline):
    model = InitiativeText
    form = TextForm
    formset = TextFormSet
    template = "admin/edit_inline/texts.html"
    fields = ["heading", "text"]
    classes: list[str] = []
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
        return formset
