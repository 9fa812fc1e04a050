"""The forms of the administration: every rule of the row is asked before anything is written."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from organisation.administration import meanwhile, rows_meanwhile
from organisation.administration.linked import keep_linked_choices
from organisation.cpr import holds_cpr
from organisation.models import ChildQuerySet, User
from organisation.sorting import search_key
from organisation.writing import check_tenancy

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
    InlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
else:
    ModelForm = forms.ModelForm
    InlineFormSet = forms.BaseInlineFormSet


class HouseForm(ModelForm):
    """Validates the whole row, also what the form does not show. The admin classes set what is declared here."""

    user: ClassVar[User]
    addable: ClassVar[frozenset[int]] = frozenset()
    # What the write path refused a moment ago: shown at the form, instead of an error page.
    refusal: ClassVar[ValidationError | None] = None
    # Form fields that stand for columns of another name.
    stands_for: ClassVar[dict[str, str]] = {}
    # Of a row in a group: the row that the group stands under, which may not be saved yet.
    parent: models.Model | None = None
    link: str = ""
    # Fields that somebody else has changed since the form was opened, and its user too.
    changed_by_both: Sequence[meanwhile.Both] = ()
    # What stands now in the fields that somebody else has changed since.
    changed_by_others: Mapping[str, str] = MappingProxyType({})
    # Of a row in a group: somebody else has taken it out since the form was opened; it is made anew.
    is_gone: bool = False
    is_made_again: bool = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keep_linked_choices(self)
        for field in self.fields.values():
            # A browser cuts what is pasted off at the limit, and says nothing; the form says that it is too long.
            field.widget.attrs.pop("maxlength", None)
        if self.instance.pk is not None:
            meanwhile.remember(self)

    def full_clean(self) -> None:
        if self.is_bound and self.instance.pk is not None:
            self.changed_by_both = meanwhile.take_over(self)
        asks = self.is_gone and rows_meanwhile.settle_gone(self)
        super().full_clean()
        if asks:
            self.add_error(None, rows_meanwhile.gone_question(self))

    def fill(self) -> None:
        """Sets on the instance what nobody types."""

    def _post_clean(self) -> None:
        self._settle_municipality()
        self.fill()
        super()._post_clean()  # type: ignore[misc]
        for at, both in enumerate(self.changed_by_both):
            self.add_error(both.field, meanwhile.question(self, at, self.changed_by_both))
        if self.refusal is not None:
            self._report(self.refusal)
        self._look_for_people()
        if not self.errors:
            make_reference(self.instance)
            self._check_rules()

    def _look_for_people(self) -> None:
        """Warns of what looks like a CPR number, once: whoever has looked may save it."""
        confirmed = f"no-person-{self.prefix or 'row'}"
        if confirmed in self.data:
            return
        written = [name for name in self.changed_data if isinstance(self.fields[name], forms.CharField)]
        for name in written:
            if holds_cpr(str(self.cleaned_data.get(name) or "")):
                self.add_error(name, cpr_question(confirmed))

    def _settle_municipality(self) -> None:
        row = self.instance
        if not hasattr(row, "municipality_id") or row.municipality_id is not None or "municipality" in self.fields:
            return
        row.municipality_id = self._home()

    def _home(self) -> int | None:
        """The municipality of what the row stands under, else the only one in which the user may make such rows."""
        for above in (self.parent, *self._roots()):
            home = getattr(above, "municipality_id", None)
            if isinstance(home, int):
                return home
        return next(iter(self.addable)) if len(self.addable) == 1 else None

    def _roots(self) -> list[Any]:
        rows = type(self.instance)._default_manager.all()
        names = rows.roots if isinstance(rows, ChildQuerySet) else ()
        return [self.cleaned_data.get(name) for name in names]

    def _check_rules(self) -> None:
        """Every rule, also those over columns that are not in the form, which Django leaves out."""
        row = self.instance
        unsaved = self.unmade() | ({self.link} if self.parent is not None and self.parent.pk is None else set())
        if self.parent is not None and getattr(row, "municipality_id", 0) is None:
            return  # The row above is not right yet, and says so itself.
        try:
            row.full_clean(exclude=unsaved)
            check_tenancy([row])
        except ValidationError as error:
            self._report(error)

    def unmade(self) -> set[str]:
        """Links to rows that are made together with this one."""
        return set()

    def _report(self, error: ValidationError) -> None:
        """Each sentence at the field that it is about, or above the form when that field is not shown."""
        if not hasattr(error, "error_dict"):
            self.add_error(None, error)
            return
        for name, errors in error.error_dict.items():
            shown = name if name in self.fields else self.stands_for.get(name, "")
            self.add_error(shown if shown in self.fields and name != NON_FIELD_ERRORS else None, errors)


def make_reference(row: Any) -> None:
    """A reference of our own where none was typed: it is part of the row's address and of its key in sheets."""
    if getattr(row, "reference", None) != "":
        return
    stem = slugify(search_key(getattr(row, "code", "") or str(row)))[:70].strip("-") or "nr"
    home = {"municipality": row.municipality_id} if hasattr(row, "municipality_id") else {}
    taken = set(
        type(row)._default_manager.filter(reference__startswith=stem, **home).values_list("reference", flat=True)
    )
    tries = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    row.reference = next(one for one in tries if one not in taken)


def cpr_question(name: str) -> SafeString:
    warning = gettext("This looks like a CPR number. Personal data of citizens do not belong here: take it out.")
    answer = gettext("It is none: save it as it is.")
    return format_html('{} <label><input type="checkbox" name="{}"> {}</label>', warning, name, answer)


class RowForm(HouseForm):
    """The form of a screen of its own, with room for the reason of a change."""

    change_reason = forms.CharField(
        label=_("Reason for the change"),
        required=False,
        max_length=500,
        help_text=_(
            "Kept in the history beside what is changed, for example “corrected after the committee's decision”."
        ),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "reference" in self.fields:
            self.fields["reference"].required = False
            self.fields["reference"].help_text = _(
                "Part of the address, for example flere-i-egen-bolig. Left empty, it is made from the code or the "
                "name. It is not changed later."
            )


class HouseFormSet(InlineFormSet):
    """Rows in a group know the row above them, and with it their municipality.

    Where nobody's script adds rows, what is written in the blank one at the end is a row too.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound and any(name.startswith(self.add_prefix("__prefix__")) for name in self.data):
            self._take_blank_row()

    def _take_blank_row(self) -> None:
        """What was written in it is the row after the last."""
        prefix = self.add_prefix("__prefix__")
        blank = self.form(self.data, prefix=prefix, **self.get_form_kwargs(None))
        if not set(blank.changed_data) - {self.fk.name}:
            return
        data: Any = copy.copy(self.data)
        number = int(data[f"{self.prefix}-TOTAL_FORMS"])
        for name in [name for name in data if name.startswith(f"{prefix}-")]:
            data[f"{self.add_prefix(number)}{name.removeprefix(prefix)}"] = data.pop(name)[-1]
        data[f"{self.prefix}-TOTAL_FORMS"] = str(number + 1)
        self.data = data

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        form = self._with_parent(super()._construct_form(i, **kwargs))  # type: ignore[misc]
        form.is_gone = self.is_bound and i < self.initial_form_count() and form.instance.pk is None
        return form

    @property
    def empty_form(self) -> Any:
        return self._with_parent(super().empty_form)

    def _with_parent(self, form: Any) -> Any:
        form.parent, form.link = self.instance, self.fk.name
        return form

    def _should_delete_form(self, form: Any) -> bool:
        return bool(super()._should_delete_form(form)) and not rows_meanwhile.is_kept(form)  # type: ignore[misc]

    def clean(self) -> None:
        super().clean()
        going = [form for form in self.initial_forms if self._should_delete_form(form)]
        asked = rows_meanwhile.changed_before_deleting(going)
        if asked:
            raise ValidationError([ValidationError(one) for one in asked])

    def save(self, commit: bool = True) -> Any:
        saved = super().save(commit=commit)
        again = [form for form in self.initial_forms if form.is_made_again and not self._should_delete_form(form)]
        self.new_objects += [self.save_new(form, commit=False) for form in again]
        return saved
