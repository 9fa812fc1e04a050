"""The administration's screens that show several apps: the initiative, and the reports made of it all."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from initiatives import helps as initiative_helps
from initiatives.models import Initiative, Involvement
from organisation.administration import HouseAdmin, HouseInline, signed_in
from portfolio import admin_helps as helps
from portfolio import overview
from portfolio.admin_groups import (
    ActivityInline,
    EventInline,
    IndicatorInline,
    InvolvementInline,
    LineInline,
    MethodInline,
    ObjectiveInline,
    OpenUpdateInline,
    StandingUpdateInline,
    TargetGroupInline,
)
from portfolio.admin_texts import TextInline
from portfolio.overview.completeness import completeness_texts
from portfolio.reports.models import CaseHeading, CaseTemplate, RecommendationSentence, Report, SavedComposition
from portfolio.reports.printed.setting import set_sheet
from portfolio.reports.snapshot import plain


@admin.register(Initiative)
class InitiativeAdmin(HouseAdmin):
    belongs = _("Here belongs what is done for somebody: each initiative with its texts, people, money and figures.")
    list_display = ["__str__", "kind", "state", "period_text", "strategy", "approval"]
    list_filter = ["kind", "state", "approval", "strategy"]
    list_select_related = ["strategy"]
    search_fields = ["search_key"]
    fieldsets = [
        (_("What it is"), {"fields": ["title", "code", "kind", "strategy", "summary"]}),
        (_("How far it is, and when"), {"fields": ["state", "period_text"]}),
        (
            _("Other names, and where it stands"),
            {
                "fields": ["display_title", "aliases", "parent", "document", "state_note", "reference"],
                "classes": ["collapse"],
            },
        ),
        (_("Sharing"), {"fields": ["shared_nationally"], "classes": ["collapse"]}),
    ]
    helps = initiative_helps.INITIATIVE
    instead_of_deleting = _("An approved initiative is not deleted: set its state to completed or stopped.")

    def get_list_display(self, request: HttpRequest) -> Any:
        shown = list(super().get_list_display(request))
        return [*shown[:1], "filled_in", *shown[1:]]

    @admin.display(description=_("headings"))
    def filled_in(self, row: Initiative) -> str:
        return getattr(row, "filled_in_text", "")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Of the rows on the page it is counted how much is written; Django asks for the columns when it shows them."""
        answer = super().changelist_view(request, extra_context)
        if changelist := (getattr(answer, "context_data", None) or {}).get("cl"):
            texts = completeness_texts(changelist.result_list)
            for row in changelist.result_list:
                row.filled_in_text = texts[row.pk]
        return answer

    def tools_of(self, row: Initiative | None) -> list[tuple[str, str]]:
        if row is None:
            return []
        return [(gettext("See it as a sheet, and print"), reverse("admin:initiatives_initiative_sheet", args=[row.pk]))]

    def get_urls(self) -> list[URLPattern]:
        view = require_safe(self.admin_site.admin_view(self.sheet_view))
        return [path("<path:object_id>/sheet/", view, name="initiatives_initiative_sheet"), *super().get_urls()]

    def sheet_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The initiative as it stands, also a draft, as its sheet in a report would be printed."""
        row = self.get_object(request, unquote(object_id))
        sheet = overview.initiative_sheet(signed_in(request), row, timezone.localdate())
        context = {"initiative": row, "sheet": set_sheet(plain(sheet))}
        response = render(request, "reports/sheet_preview.html", context)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        context["writes_prose"] = True
        return super().render_change_form(request, context, *args, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Who leads it comes last: whoever gives it away writes all else while it is still hers."""
        in_order = sorted(formsets, key=lambda formset: formset.model is Involvement)
        super().save_related(request, form, in_order, change)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        """What hangs on it comes next: her screen stays open."""
        if "_addanother" in request.POST:
            return super().response_add(request, obj, post_url_continue)
        messages.success(request, gettext("“%(row)s” is made. Now fill in what is known of it.") % {"row": obj})
        return HttpResponseRedirect(reverse("admin:initiatives_initiative_change", args=[obj.pk]))

    def get_inlines(self, request: HttpRequest, obj: models.Model | None) -> Any:
        """A new initiative first gets its name; what hangs on it comes when it is there."""
        if obj is None:
            return []
        return [
            TextInline,
            InvolvementInline,
            TargetGroupInline,
            ObjectiveInline,
            MethodInline,
            ActivityInline,
            LineInline,
            IndicatorInline,
            EventInline,
            OpenUpdateInline,
            StandingUpdateInline,
        ]


@admin.register(Report)
class ReportAdmin(HouseAdmin):
    """Reports are made on their own page; here they are only found."""

    belongs = _("Here stand the reports to committees; each is composed on the page of a new report.")
    made_at = ((_("Make a report"), "report-new"),)
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
    helps = helps.CASE_HEADING
    fields = ["position", "label", "part"]
    classes: list[str] = []


@admin.register(CaseTemplate)
class CaseTemplateAdmin(HouseAdmin):
    """The headings of a municipality's cases; a copy of a known order is made on the page of a new report."""

    belongs = _("Here belong the headings of your cases, when none of the known orders fits.")
    helps = helps.CASE_TEMPLATE
    list_display = ["name", "numbering", "is_active"]
    search_fields = ["name"]
    inlines = [CaseHeadingInline]
    fieldsets = [(None, {"fields": ["name", "is_active"]}), (_("Recommendation"), {"fields": ["numbering", "opening"]})]
    instead_of_deleting = _("Headings are not deleted: remove the mark “in use”, and they are offered no more.")


@admin.register(RecommendationSentence)
class RecommendationSentenceAdmin(HouseAdmin):
    belongs = _("Here belong sentences that you recommend again and again, such as taking a status into account.")
    helps = helps.SENTENCE
    list_display = ["text", "case_kind", "position", "is_active"]
    list_filter = ["case_kind", "is_active"]
    search_fields = ["text"]
    fieldsets = [(None, {"fields": ["text", "case_kind", "position", "is_active"]})]
    instead_of_deleting = _("A sentence is not deleted: remove the mark “in use”, and it is offered no more.")


@admin.register(SavedComposition)
class SavedCompositionAdmin(HouseAdmin):
    """Kept from a report's page; here they are renamed, given to a committee, and deleted."""

    belongs = _("Here stand the choices for reports that were kept under a name on a report's page.")
    made_at = ((_("Make a report"), "report-new"),)
    helps = helps.COMPOSITION
    list_display = ["name", "committee", "case_kind"]
    list_filter = ["case_kind"]
    list_select_related = ["committee"]
    search_fields = ["name"]
    fieldsets = [(None, {"fields": ["name", "committee", "case_kind", "is_closed"]})]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
