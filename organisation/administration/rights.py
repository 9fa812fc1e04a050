"""What screens and groups of rows have in common: rows and choices come from the QuerySets' rules, nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q
from django.http import HttpRequest

from organisation.administration.helps import COMMON
from organisation.fields import DanishDateField, DanishDecimalField, DanishIntegerField, DayInput, YearField
from organisation.models import Membership, RuledQuerySet, User

if TYPE_CHECKING:
    BaseAdmin = admin.options.BaseModelAdmin[Any]
else:
    BaseAdmin = object


def signed_in(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def rows_of(model: type[models.Model]) -> RuledQuerySet[Any]:
    """All rows, to be narrowed by a rule. Raises TypeError for a model that has none: it cannot have a screen."""
    rows = model._default_manager.all()
    if not isinstance(rows, RuledQuerySet):
        raise TypeError(f"{model.__name__} has no rule of who may see it")
    return rows


def may(user: User, rule: str, row: models.Model) -> bool:
    """Whether the row is among those that the rule gives the user. Asked once for each object read."""
    known: dict[tuple[str, int], bool] = row.__dict__.setdefault("_rights", {})
    key = (rule, user.pk)
    if key not in known:
        known[key] = getattr(rows_of(type(row)), rule)(user).filter(pk=row.pk).exists()
    return known[key]


def home_of(row: models.Model | None) -> int | None:
    home = getattr(row, "municipality_id", None)
    return home if isinstance(home, int) else None


def has_municipality(model: type[models.Model]) -> bool:
    return any(field.name == "municipality" for field in model._meta.concrete_fields)


def asked_once(choices: Callable[[], list[tuple[Any, str]]]) -> Callable[[], list[tuple[Any, str]]]:
    """The rows of a form's groups all offer the same choices: one query for all of them."""
    found: list[tuple[Any, str]] = []

    def ask() -> list[tuple[Any, str]]:
        if not found:
            found.extend(choices())
        return found

    return ask


class RuledRows(BaseAdmin):
    """Rows and choices through the rules, for screens and groups alike."""

    # Related rows that a choice's words need, by field.
    choices_with: dict[str, tuple[str, ...]] = {}
    # What to write in a field, with an example, by its name: in place of what COMMON and the model say.
    helps: ClassVar[dict[str, Any]] = {}
    formfield_overrides = {
        models.DateField: {"form_class": DanishDateField, "widget": DayInput},
        models.DecimalField: {"form_class": DanishDecimalField},
        models.PositiveBigIntegerField: {"form_class": DanishIntegerField},
        models.PositiveIntegerField: {"form_class": DanishIntegerField},
        models.PositiveSmallIntegerField: {"form_class": DanishIntegerField},
        models.URLField: {"widget": forms.URLInput(attrs={"class": "vTextField"}), "assume_scheme": "https"},
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"})},
        models.FileField: {"widget": forms.FileInput},
    }

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = super().get_queryset(request)
        if not isinstance(rows, RuledQuerySet):
            raise TypeError(f"{self.model.__name__} has no rule of who may see it")
        return rows.visible_to(request.user)

    def formfield_for_dbfield(
        self, db_field: models.Field[Any, Any], request: HttpRequest, home: int | None = None, **kwargs: Any
    ) -> Any:
        """`home` is the municipality of the object that the form is of, when it is known."""
        if isinstance(db_field, models.ForeignKey):
            kwargs["queryset"] = self.choices(db_field, request, home)
        if db_field.name == "year":
            kwargs["form_class"] = YearField
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            # The small icons beside a choice open windows that the keyboard gets lost in.
            field.widget = field.widget.widget
        if field is not None:
            field.help_text = self.helps.get(db_field.name) or COMMON.get(db_field.name) or field.help_text
        if isinstance(field, forms.ModelChoiceField):
            field.choices = asked_once(lambda: list(_choices_of(field)))
        return field

    def choices(self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, home: int | None) -> Any:
        model = db_field.related_model
        if not isinstance(model, type):
            raise TypeError(f"{db_field} is not a relation")
        user = signed_in(request)
        rows = rows_of(model).visible_to(user).select_related(*self.choices_with.get(db_field.name, ()))
        if db_field.name == "municipality":
            return rows.filter(pk__in=rows_of(self.model).addable_in(user))
        rows = rows.choosable()
        if home is not None and has_municipality(model):
            rows = rows.filter(Q(municipality=home) | Q(municipality__isnull=True))
        elif home is not None and model is User:
            rows = rows.filter(pk__in=Membership.objects.filter(municipality=home).values("user"))
        return rows


def _choices_of(field: forms.ModelChoiceField[Any]) -> Iterator[tuple[Any, str]]:
    """As plain values: the rows themselves need not be kept."""
    yield from ((getattr(value, "value", value), label) for value, label in field.iterator(field))
