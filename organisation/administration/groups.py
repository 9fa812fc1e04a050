"""Groups of rows under the row of a screen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.contrib.admin.helpers import InlineAdminForm, InlineAdminFormSet
from django.contrib.admin.utils import flatten_fieldsets
from django.db import models
from django.forms.models import _get_foreign_key
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from organisation.administration.forms import HouseForm, HouseFormSet
from organisation.administration.rights import RuledRows, home_of, may, rows_of, signed_in
from organisation.models import ChildQuerySet, User

if TYPE_CHECKING:
    StackedInline = admin.StackedInline[Any, Any]
else:
    StackedInline = admin.StackedInline


class HouseInline(RuledRows, StackedInline):
    """Rows under the row of the screen. Changed by whoever may change what they hang on first."""

    form = HouseForm
    formset = HouseFormSet
    extra = 0
    classes = ["collapse"]
    # A sentence under the heading of the group: what belongs in it, with an example.
    help_text: ClassVar[Any] = ""
    template = "admin/edit_inline/group.html"
    show_change_link = True
    may_add = may_change = may_delete = True
    # How many fieldsets of the screen come before the group; all of them where it is not said.
    stands_after: ClassVar[int | None] = None
    # Narrows the rows of the group, for example to drafts.
    only: ClassVar[models.Q] = models.Q()
    select_related: tuple[str, ...] = ()
    # The row of the screen. Django makes a new object of this class for each request.
    above: models.Model | None = None

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).filter(self.only).select_related(*self.select_related)

    def get_formset(self, request: HttpRequest, obj: models.Model | None = None, **kwargs: Any) -> Any:
        self.above = obj
        kwargs["formfield_callback"] = partial(self.formfield_for_dbfield, request=request, home=home_of(obj))
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.form.user = signed_in(request)
        return formset

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        """Without the fields by which somebody else makes what is missing."""
        makes = getattr(self.form, "makes", ())
        hidden = {name for one in makes if not one.may(signed_in(request), home_of(obj)) for name in one.names()}
        shown = []
        for title, options in super().get_fieldsets(request, obj):
            fields = [name for name in options["fields"] if name not in hidden]
            if fields:
                shown.append((title, {**options, "fields": fields}))
        return shown

    def choices(self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, home: int | None) -> Any:
        """A link from another root is made to what the user may change; what is linked already stays a choice."""
        rows, own = super().choices(db_field, request, home), rows_of(self.model)
        if not isinstance(own, ChildQuerySet) or db_field.name != own.roots[0] or self._is_under(db_field.name):
            return rows
        mine = rows_of(rows.model).editable_by(signed_in(request)).values("pk")
        linked = self.get_queryset(request).filter(**{self.link(): self.above}).values(db_field.name)
        return rows.filter(models.Q(pk__in=mine) | models.Q(pk__in=linked))

    def link(self) -> str:
        return _get_foreign_key(self.parent_model, self.model, fk_name=self.fk_name).name

    def _right(self, request: HttpRequest, obj: models.Model | None) -> bool:
        """Rows that hang on another root first, as a line's initiatives do, are changed by who may change that root."""
        rows, user = rows_of(self.model), signed_in(request)
        if obj is not None and not may(user, "changeable_by", obj):
            return False
        if not isinstance(rows, ChildQuerySet) or self._is_under(rows.roots[0]):
            return True
        homes = rows.addable_in(user)
        return bool(homes) if obj is None else home_of(obj) in homes

    def _is_under(self, root: str) -> bool:
        return self.model._meta.get_field(root).related_model is self.parent_model

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.may_add and self._right(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.may_change and self._right(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.may_delete and self._right(request, obj)

    def get_view_on_site_url(self, obj: models.Model | None = None) -> str | None:
        return None


class TakenOut:
    """Stands for a row that somebody else has taken out, whose own words may lead to what it no longer has."""

    pk = None

    def __str__(self) -> str:
        return _("taken out meanwhile")


class ShownRows(InlineAdminFormSet):
    """Each form with the row that it is of, also one that somebody else has taken out meanwhile.

    Django pairs the forms with the rows that stand now, one by one, and leaves out what is then too many.
    """

    def __iter__(self) -> Iterator[Any]:
        fixed = self.readonly_fields
        if not self.has_change_permission:
            fixed = (*fixed, *flatten_fieldsets(self.fieldsets))
        yield from (
            self._shown(form, form.instance if form.instance.pk else TakenOut(), fixed)
            for form in self.formset.initial_forms
        )
        yield from (self._shown(form, None, self.readonly_fields) for form in self.formset.extra_forms)
        if self.has_add_permission:
            yield self._shown(self.formset.empty_form, None, self.readonly_fields)

    def inline_formset_data(self) -> str:
        """Without “another”, which has a gender that the names of rows have not told, and in words that go on."""
        said = json.loads(super().inline_formset_data())
        said["options"]["addText"] = _("Add %(name)s") % {"name": self.opts.verbose_name}
        return json.dumps(said)

    def _shown(self, form: Any, row: Any, fixed: Any) -> Any:
        shown: Any = InlineAdminForm(
            self.formset, form, self.fieldsets, self.prepopulated_fields, row, fixed, model_admin=self.opts
        )
        shown.may_go = bool(row and row.pk and (self._going is None or row.pk in self._going))
        return shown

    @cached_property
    def _going(self) -> frozenset[int] | None:
        """The rows that may be taken out; None for all. What was approved stands, and taking it out is not offered."""
        rows, forms = rows_of(self.formset.model), self.formset.initial_forms
        if not self.has_delete_permission or not forms or rows.removable_when == models.Q():
            return None
        asked = [form.instance.pk for form in forms if form.instance.pk]
        return frozenset(rows.deletable_by(forms[0].user).filter(pk__in=asked).values_list("pk", flat=True))


def goes_with_the_screen(formset: Any) -> bool:
    """Rows that stand first under the row of the screen, which the formset never moves to another.

    The right to them is the right to that row, which was asked when the groups were made and after that row was
    written. Asked anew it would refuse whoever gives her initiative to a colleague: it is no longer hers by then.
    """
    rows = rows_of(formset.model)
    return isinstance(rows, ChildQuerySet) and rows.roots[0] == formset.fk.name


def deletable_in(formset: Any, user: User) -> Any:
    rows = rows_of(formset.model)
    if goes_with_the_screen(formset):
        return rows.filter(**{formset.fk.name: formset.instance}).exclude(rows.settled_when).filter(rows.removable_when)
    return rows.deletable_by(user)


def with_their_rows(groups: list[Any]) -> list[Any]:
    for group in groups:
        group.__class__ = ShownRows
    return groups


class ShownInline(HouseInline):
    """Rows that stand, or that are changed on their own screen: shown, never edited."""

    may_add = may_change = may_delete = False

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        return self.fields
