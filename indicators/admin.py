"""Screens of indicators with their targets and measurements, of instruments and of context figures."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from indicators import helps
from indicators.forms import FigureFields, FigureForm, typed_figure
from indicators.models import (
    ContextFigure,
    Indicator,
    IndicatorInitiative,
    IndicatorObjective,
    Instrument,
    Measurement,
    Reading,
    Target,
)
from indicators.target_day import sight_of
from initiatives.models import Initiative, Objective
from organisation.administration import HouseAdmin, HouseInline, ShownInline, signed_in
from organisation.administration.links import catalogue_links, structure_links
from organisation.models import Approval, Municipality, User

COUNTED = ["numerator", "denominator", "n", "invited"]
REPLACED = _("What is approved is not deleted: a new value takes its place from its date.")


class ShowsFigure:
    """The words for a value in lists and for those who read only."""

    @admin.display(description=_("Value"))
    def figure(self, row: Reading) -> str:
        return typed_figure(row) or row.raw or "–"


def survey_links(user: User) -> list[tuple[str, str]]:
    """Where the values of a whole survey are entered on one page: (words, address) for each of one's municipalities."""
    homes = Municipality.objects.filter(pk__in=Measurement.objects.addable_in(user)).order_by("sort_key")
    links = [(home.name, reverse("survey", args=[home.code])) for home in homes]
    words = gettext("Enter a survey")
    return [(words if len(links) == 1 else f"{words}: {name}", url) for name, url in links]


class LeadsToSurvey:
    """A list with a way to the page where a whole survey is entered."""

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        links = {"links": survey_links(signed_in(request))}
        return super().changelist_view(request, {**links, **(extra_context or {})})  # type: ignore[misc]


class DraftTargetInline(ShowsFigure, HouseInline):
    model = Target
    helps = helps.VALUE | helps.TARGET
    form = FigureFields
    verbose_name_plural = _("targets that are drafts")
    only = Q(approval=Approval.DRAFT)
    select_related = ("indicator",)
    fields = ["kind", "figure", "raw", "period_text", "owner", "owner_body", "subgroup", "effective_text", "replaces"]


class ApprovedTargetInline(ShowsFigure, ShownInline):
    model = Target
    verbose_name_plural = _("targets that are approved")
    only = Q(approval=Approval.APPROVED)
    select_related = ("indicator", "owner_body")
    fields = ["kind", "figure", "raw", "period_text", "owner", "owner_body", "subgroup", "effective_text"]


class DraftMeasurementInline(ShowsFigure, HouseInline):
    model = Measurement
    helps = helps.ASKED | helps.VALUE | helps.MEASUREMENT
    form = FigureFields
    verbose_name_plural = _("measurements that are drafts")
    only = Q(approval=Approval.DRAFT)
    select_related = ("indicator",)
    fields = [
        "is_baseline", "figure", "raw", "effective_text", "subgroup", "numerator", "denominator", "n", "invited",
        "design", "status", "series_break", "source", "replaces",
    ]  # fmt: skip


class ApprovedMeasurementInline(ShowsFigure, ShownInline):
    model = Measurement
    verbose_name_plural = _("measurements that are approved")
    only = Q(approval=Approval.APPROVED)
    select_related = ("indicator",)
    fields = ["is_baseline", "figure", "raw", "effective_text", "subgroup", "n", "status", "source", "disclosure"]


class IndicatorObjectiveInline(HouseInline):
    model = IndicatorObjective
    helps = helps.LINKED
    verbose_name, verbose_name_plural = Objective._meta.verbose_name, Objective._meta.verbose_name_plural
    fields = ["objective"]
    select_related = ("indicator", "objective")


class IndicatorInitiativeInline(HouseInline):
    model = IndicatorInitiative
    verbose_name, verbose_name_plural = Initiative._meta.verbose_name, Initiative._meta.verbose_name_plural
    fields = ["initiative"]
    select_related = ("indicator", "initiative")


@admin.register(Indicator)
class IndicatorAdmin(LeadsToSurvey, HouseAdmin):
    belongs = _("Here belongs what is measured to see whether initiatives work.")
    helps = helps.ASKED | helps.INDICATOR
    list_display = ["name", "unit", "better", "cadence", "approval"]
    list_filter = ["unit", "better", "approval", "instrument"]
    search_fields = ["search_key"]
    inlines = [
        DraftMeasurementInline,
        ApprovedMeasurementInline,
        DraftTargetInline,
        ApprovedTargetInline,
        IndicatorInitiativeInline,
        IndicatorObjectiveInline,
    ]
    fieldsets = [
        (None, {"fields": ["name", "aliases", "reference"]}),
        (_("What is asked"), {"fields": ["question", "scale", "cut_off", "instrument", "population", "geography"]}),
        (_("How it is read"), {"fields": ["unit", "decimals", "better", "tolerance", "aggregation", "limits"]}),
        (_("Where it comes from"), {"fields": ["source", "cadence", "data_owner", "document"]}),
        (_("Who may see it"), {"fields": ["about_citizens", "shared_nationally"]}),
    ]
    instead_of_deleting = _("An approved indicator is not deleted: its values are part of what was reported.")

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        if formset.model is Target:
            for row in (*formset.new_objects, *(row for row, _names in formset.changed_objects)):
                tell_sight(request, row)


def tell_sight(request: HttpRequest, target: Target) -> None:
    """On the day a target is set, what the survey can see of it; a warning when that is less than the target asks."""
    sight = sight_of(target, timezone.localdate())
    (messages.warning if sight.is_blind else messages.info)(request, f"{target}. {sight.text}")


class ValueAdmin(ShowsFigure, HouseAdmin):
    """A target or a measurement: a revision names the value of the same indicator that it replaces."""

    form = FigureForm
    choices_with = {"replaces": ("indicator",)}
    list_select_related = ["indicator"]
    search_fields = ["indicator__search_key"]
    instead_of_deleting = REPLACED

    def choices(self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, home: int | None) -> Any:
        rows = super().choices(db_field, request, home)
        return rows.filter(approval=Approval.APPROVED) if db_field.name == "replaces" else rows


@admin.register(Measurement)
class MeasurementAdmin(LeadsToSurvey, ValueAdmin):
    belongs = _("Here stand the values that were measured, a row for each indicator and day.")
    helps = helps.ASKED | helps.VALUE | helps.MEASUREMENT
    list_display = ["indicator", "figure", "subgroup", "effective_text", "is_baseline", "status", "approval"]
    list_filter = ["approval", "is_baseline", "status", "indicator"]
    fieldsets = [
        (None, {"fields": ["indicator", "is_baseline", "figure", "raw", "effective_text", "subgroup"]}),
        (
            _("Who answered"),
            {"fields": [*COUNTED, "design", "finite_population", "is_weighted", "design_effect", "standard_deviation"]},
        ),
        (_("The source's own interval"), {"fields": ["own_low", "own_high", "own_level"]}),
        (_("Status"), {"fields": ["status", "series_break", "break_reason", "source", "replaces", "note"]}),
        (_("Who may see it"), {"fields": ["published_reason"]}),
    ]


@admin.register(Target)
class TargetAdmin(ValueAdmin):
    belongs = _("Here stand the values that are to be reached.")
    helps = helps.VALUE | helps.TARGET
    list_display = ["indicator", "figure", "kind", "period_text", "owner", "approval"]
    list_filter = ["approval", "kind", "owner", "indicator"]
    fieldsets = [
        (None, {"fields": ["indicator", "kind", "figure", "raw", "period_text", "subgroup"]}),
        (_("What the survey can see"), {"fields": ["sight"]}),
        (_("Whose target"), {"fields": ["owner", "owner_body", "effective_text", "replaces", "note"]}),
    ]

    readonly_fields = ["sight"]

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        """Nothing can be said of a target before it is there."""
        shown = super().get_fieldsets(request, obj)
        return shown if obj else [one for one in shown if "sight" not in one[1]["fields"]]

    @admin.display(description=_("What the survey can see"))
    def sight(self, row: Target) -> str:
        return sight_of(row, timezone.localdate()).text

    def save_model(self, request: HttpRequest, obj: Target, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        tell_sight(request, obj)


@admin.register(Instrument)
class InstrumentAdmin(HouseAdmin):
    belongs = _("Here belong known questionnaires and measures, such as WHO-5; the operator keeps the catalogue.")
    helps = helps.ASKED | helps.INSTRUMENT
    list_display = ["name"]
    search_fields = ["search_key"]
    fieldsets = [
        (None, {"fields": ["name", "reference", "aliases"]}),
        (_("What is asked"), {"fields": ["question", "scale", "cut_off", "unit", "better", "has_own_questions"]}),
        (_("How it is read"), {"fields": ["comparable_with", "not_comparable_with", "limits"]}),
    ]
    instead_of_deleting = _("An instrument is not deleted: indicators may use it.")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        user = signed_in(request)
        links = structure_links(user, (_("Methods and instruments"), "catalogue")) + catalogue_links(user, "instrument")
        return super().changelist_view(request, {"links": links, **(extra_context or {})})


@admin.register(ContextFigure)
class ContextFigureAdmin(ShowsFigure, HouseAdmin):
    belongs = _("Here belong figures that describe the need, such as the number of people in homelessness.")
    form = FigureForm
    helps = helps.ASKED | helps.VALUE | helps.CONTEXT
    list_display = ["label", "figure", "unit", "effective_text", "strategy", "initiative"]
    list_filter = ["unit", "strategy"]
    list_select_related = ["strategy", "initiative"]
    search_fields = ["label"]
    fieldsets = [
        (None, {"fields": ["label", "figure", "raw", "out_of", "unit", "reference"]}),
        (_("Of what"), {"fields": ["population", "geography", "effective_text", "source"]}),
        (_("What it belongs to"), {"fields": ["strategy", "initiative"]}),
        (_("Who may see it"), {"fields": ["about_citizens", "published_reason", "note"]}),
    ]
