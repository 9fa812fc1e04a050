"""The administration's screens that show several apps: the initiative, and the reports made of it all."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from budgets.models import BudgetLine, LineInitiative
from indicators.models import Indicator, IndicatorInitiative
from initiatives.admin import AuthoredForm
from initiatives.models import (
    Activity,
    Event,
    EventInitiative,
    Initiative,
    InitiativeObjective,
    InitiativeTargetGroup,
    Involvement,
    Method,
    MethodUse,
    Objective,
    StatusUpdate,
    TargetGroup,
    UpdateState,
)
from organisation.administration import HouseAdmin, HouseInline, ShownInline, link_to
from portfolio.admin_texts import TextInline
from portfolio.reports.models import CaseHeading, CaseTemplate, RecommendationSentence, Report, SavedComposition


class ActivityInline(HouseInline):
    model = Activity
    fields = ["kind", "title", "state", "period_text", "text", "result", "position"]


class InvolvementInline(HouseInline):
    model = Involvement
    fields = ["role", "body", "user", "words", "note"]
    select_related = ("body", "user")


class TargetGroupInline(HouseInline):
    model = InitiativeTargetGroup
    verbose_name, verbose_name_plural = TargetGroup._meta.verbose_name, TargetGroup._meta.verbose_name_plural
    fields = ["target_group", "note"]
    select_related = ("target_group",)


class ObjectiveInline(HouseInline):
    model = InitiativeObjective
    verbose_name, verbose_name_plural = Objective._meta.verbose_name, Objective._meta.verbose_name_plural
    fields = ["objective", "note"]
    select_related = ("objective",)


class MethodInline(HouseInline):
    model = MethodUse
    verbose_name, verbose_name_plural = Method._meta.verbose_name, Method._meta.verbose_name_plural
    fields = ["method", "state", "note"]
    select_related = ("method",)


class LineInline(HouseInline):
    """The budget lines that serve the initiative; who keeps the budget adds them, with a link to each."""

    model = LineInitiative
    verbose_name, verbose_name_plural = BudgetLine._meta.verbose_name, BudgetLine._meta.verbose_name_plural
    fields = ["line", "line_link"]
    readonly_fields = ["line_link"]
    select_related = ("line", "initiative")

    @admin.display(description=_("the line's own screen"))
    def line_link(self, row: LineInitiative) -> str:
        return link_to(row.line) if row.pk else "–"


class IndicatorInline(HouseInline):
    model = IndicatorInitiative
    verbose_name, verbose_name_plural = Indicator._meta.verbose_name, Indicator._meta.verbose_name_plural
    fields = ["indicator", "indicator_link"]
    readonly_fields = ["indicator_link"]
    select_related = ("indicator", "initiative")

    @admin.display(description=_("the indicator's own screen"))
    def indicator_link(self, row: IndicatorInitiative) -> str:
        return link_to(row.indicator) if row.pk else "–"


class EventInline(HouseInline):
    model = EventInitiative
    verbose_name, verbose_name_plural = Event._meta.verbose_name, Event._meta.verbose_name_plural
    fields = ["event"]
    select_related = ("event", "initiative")


LIGHTS = ["progress_light", "economy_light", "effect_light"]


class OpenUpdateInline(HouseInline):
    """Updates that can still be written on; they are submitted and approved on their own screen."""

    model = StatusUpdate
    form = AuthoredForm
    verbose_name_plural = _("status updates that are drafts")
    only = models.Q(state__in=[UpdateState.DRAFT, UpdateState.RETURNED])
    select_related = ("initiative",)
    fields = ["as_of", *LIGHTS, "no_change", "text", "reason", "action", "return_reason", "own_screen"]
    readonly_fields = ["return_reason", "own_screen"]

    @admin.display(description=_("Submit"))
    def own_screen(self, row: StatusUpdate) -> str:
        return link_to(row, str(_("Submit on the update's own screen"))) if row.pk else "–"


class StandingUpdateInline(ShownInline):
    model = StatusUpdate
    verbose_name_plural = _("status updates that are submitted or approved")
    only = models.Q(state__in=[UpdateState.SUBMITTED, UpdateState.APPROVED])
    select_related = ("initiative", "author", "approved_by")
    fields = ["state", "as_of", *LIGHTS, "text", "reason", "action", "author", "approved_by", "own_screen"]

    @admin.display(description=_("Its own screen"))
    def own_screen(self, row: StatusUpdate) -> str:
        return link_to(row)


@admin.register(Initiative)
class InitiativeAdmin(HouseAdmin):
    list_display = ["__str__", "kind", "state", "period_text", "strategy", "approval"]
    list_filter = ["kind", "state", "approval", "strategy"]
    list_select_related = ["strategy"]
    search_fields = ["search_key"]
    fieldsets = [
        (
            _("What it is called"),
            {
                "fields": ["code", "title", "display_title", "aliases", "reference"],
                "description": _("The title as the document prints it; a title to show only where that has an error."),
            },
        ),
        (
            _("What it is"),
            {
                "fields": ["kind", "parent", "strategy", "document", "summary"],
                "description": _("The strategy, plan or package in which the initiative stands."),
            },
        ),
        (
            _("How far it is, and when"),
            {
                "fields": ["state", "state_note", "period_text"],
                "description": _("Your own words are kept to the letter; the dates are read from them."),
            },
        ),
        (_("Sharing"), {"fields": ["shared_nationally"]}),
    ]
    instead_of_deleting = _("An approved initiative is not deleted: set its state to completed or stopped.")

    def get_inlines(self, request: HttpRequest, obj: models.Model | None) -> Any:
        """A new initiative first gets its name; what hangs on it comes when it is there."""
        if obj is None:
            return []
        return [
            TextInline,
            ActivityInline,
            InvolvementInline,
            TargetGroupInline,
            ObjectiveInline,
            MethodInline,
            LineInline,
            IndicatorInline,
            EventInline,
            OpenUpdateInline,
            StandingUpdateInline,
        ]


@admin.register(Report)
class ReportAdmin(HouseAdmin):
    """Reports are made on their own page; here they are only found."""

    list_display = ["title", "strategy", "as_of", "state", "page"]
    list_filter = ["state", "strategy"]
    list_select_related = ["strategy"]
    search_fields = ["title"]
    fieldsets = [
        (None, {"fields": ["title", "strategy", "committee", "meeting_on", "as_of", "state", "version", "page"]}),
        (_("The case"), {"fields": ["case_kind", "is_closed", "case_number"]}),
        (_("Frozen"), {"fields": ["frozen_at", "pages", "snapshot_sha256", "pdf_sha256", "created_by", "created_at"]}),
    ]

    @admin.display(description=_("the report's page"))
    def page(self, row: Report) -> str:
        return format_html('<a href="{}">{}</a>', row.get_absolute_url(), row.reference)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class CaseHeadingInline(HouseInline):
    model = CaseHeading
    fields = ["position", "label", "part"]
    classes: list[str] = []


@admin.register(CaseTemplate)
class CaseTemplateAdmin(HouseAdmin):
    """The headings of a municipality's cases; a copy of a known order is made on the page of a new report."""

    list_display = ["name", "numbering", "is_active"]
    search_fields = ["name"]
    inlines = [CaseHeadingInline]
    fieldsets = [(None, {"fields": ["name", "is_active"]}), (_("Recommendation"), {"fields": ["numbering", "opening"]})]
    instead_of_deleting = _("Headings are not deleted: remove the mark “in use”, and they are offered no more.")


@admin.register(RecommendationSentence)
class RecommendationSentenceAdmin(HouseAdmin):
    list_display = ["text", "case_kind", "position", "is_active"]
    list_filter = ["case_kind", "is_active"]
    search_fields = ["text"]
    fieldsets = [(None, {"fields": ["text", "case_kind", "position", "is_active"]})]
    instead_of_deleting = _("A sentence is not deleted: remove the mark “in use”, and it is offered no more.")


@admin.register(SavedComposition)
class SavedCompositionAdmin(HouseAdmin):
    """Kept from a report's page; here they are renamed, given to a committee, and deleted."""

    list_display = ["name", "committee", "case_kind"]
    list_filter = ["case_kind"]
    list_select_related = ["committee"]
    search_fields = ["name"]
    fieldsets = [(None, {"fields": ["name", "committee", "case_kind", "is_closed"]})]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
