"""Screens of strategies, objectives, the catalogue, headings, follow-up, events and status updates."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from initiatives import helps
from initiatives.models import (
    Event,
    EventInitiative,
    FollowUpMeasure,
    Heading,
    Initiative,
    Method,
    Objective,
    StatusUpdate,
    Strategy,
    TargetGroup,
)
from organisation.administration import HouseAdmin, HouseForm, HouseInline, RowForm, Verb, signed_in
from organisation.administration.links import catalogue_links, structure_links
from organisation.models import BodyKind

ADOPTING = (BodyKind.COMMITTEE, BodyKind.COUNCIL)


@admin.register(Strategy)
class StrategyAdmin(HouseAdmin):
    belongs = _("Here belong the strategies, policies, plans and budget packages that name your initiatives.")
    helps = helps.STRATEGY
    list_display = ["__str__", "kind", "period_text", "committee", "approval"]
    list_filter = ["kind", "approval", "committee"]
    list_select_related = ["committee"]
    search_fields = ["search_key"]
    fieldsets = [
        (None, {"fields": ["title", "display_title", "aliases", "kind", "reference", "period_text"]}),
        (_("Where it stands"), {"fields": ["committee", "document", "objectives_page"]}),
        (_("Text"), {"fields": ["summary", "note"]}),
    ]
    readonly_fields = ["objectives_page"]
    instead_of_deleting = _("An approved strategy is not deleted: give it its period, so that it ends.")

    @admin.display(description=_("order of the objectives"))
    def objectives_page(self, row: Strategy) -> str:
        url = reverse("strategy-objectives", args=[row.municipality.code, row.reference])
        return format_html('<a href="{}">{}</a>', url, _now("Put the objectives in order"))

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        """There are no objectives to put in order before the strategy is there."""
        shown = super().get_fieldsets(request, obj)
        left_out = set() if obj is not None else {"objectives_page"}
        return [
            (name, {**look, "fields": [one for one in look["fields"] if one not in left_out]}) for name, look in shown
        ]

    def choices(self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, home: int | None) -> Any:
        """A strategy is adopted by a committee or by the council; a department leads, and is an owner."""
        rows = super().choices(db_field, request, home)
        if db_field.name != "committee":
            return rows
        chosen = Strategy.objects.visible_to(signed_in(request)).exclude(committee=None).values("committee")
        return rows.filter(models.Q(kind__in=ADOPTING) | models.Q(pk__in=chosen))

    def get_inlines(self, request: HttpRequest, obj: models.Model | None) -> Any:
        return [ObjectiveInline] if obj is not None else []


class ObjectiveInline(HouseInline):
    model = Objective
    helps = helps.OBJECTIVE
    fields = ["level_label", "number", "title", "kind", "parent", "position"]
    may_delete = False

    def choices(self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, home: int | None) -> Any:
        rows = super().choices(db_field, request, home)
        return rows.filter(strategy=self.strategy) if db_field.name == "parent" else rows

    def get_formset(self, request: HttpRequest, obj: models.Model | None = None, **kwargs: Any) -> Any:
        self.strategy = obj
        return super().get_formset(request, obj, **kwargs)


@admin.register(Objective)
class ObjectiveAdmin(HouseAdmin):
    belongs = _("Here belong the objectives of your strategies, in the documents' own words.")
    helps = helps.OBJECTIVE
    list_display = ["__str__", "kind", "strategy", "position"]
    list_filter = ["strategy", "kind"]
    list_select_related = ["strategy"]
    search_fields = ["search_key"]
    fieldsets = [
        (None, {"fields": ["strategy", "parent", "position"]}),
        (_("Words"), {"fields": ["level_label", "number", "title", "display_title", "kind", "reference"]}),
        (_("Text"), {"fields": ["text", "aliases"]}),
    ]
    instead_of_deleting = _("An objective of an approved strategy is not deleted: it is part of what was decided.")


@admin.register(Method)
class MethodAdmin(HouseAdmin):
    belongs = _("Here belong known ways of working, such as Housing First; the operator keeps the catalogue.")
    helps = helps.METHOD
    list_display = ["name"]
    search_fields = ["search_key"]
    fieldsets = [(None, {"fields": ["name", "reference", "aliases", "description"]})]
    instead_of_deleting = _("A method is not deleted: municipalities may use it.")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The operator answers suggestions and merges; the others see what is theirs of the catalogue."""
        user = signed_in(request)
        links = structure_links(user, (_("Methods and instruments"), "catalogue")) + catalogue_links(user, "metode")
        return super().changelist_view(request, {"links": links, **(extra_context or {})})


@admin.register(TargetGroup)
class TargetGroupAdmin(HouseAdmin):
    belongs = _("Here belong the groups that your initiatives are for, such as young people in homelessness.")
    helps = helps.TARGET_GROUP
    list_display = ["name", "parent"]
    list_select_related = ["parent"]
    search_fields = ["search_key"]
    fieldsets = [(None, {"fields": ["name", "parent", "reference", "aliases", "note"]})]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        links = structure_links(signed_in(request), (_("Merge duplicates"), "merge"))
        return super().changelist_view(request, {"links": links, **(extra_context or {})})


@admin.register(Heading)
class HeadingAdmin(HouseAdmin):
    belongs = _("Here belong the headings under which you describe an initiative, such as background and purpose.")
    helps = helps.HEADING
    list_display = ["label", "number", "is_active"]
    ordering = ["municipality", "number"]
    fieldsets = [(None, {"fields": ["number", "label", "help_text", "is_active"]})]
    instead_of_deleting = _("A heading is not deleted: remove the mark “in use”, and it is offered no more.")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        links = structure_links(signed_in(request), (_("Order, known sets and what hangs on each"), "headings"))
        return super().changelist_view(request, {"links": links, **(extra_context or {})})


@admin.register(FollowUpMeasure)
class FollowUpMeasureAdmin(HouseAdmin):
    belongs = _("Here belongs what is followed up, how often and for whom, such as a yearly count for the committee.")
    helps = helps.FOLLOW_UP
    list_display = ["title", "kind", "cadence", "initiative", "recipient"]
    list_filter = ["kind", "cadence", "strategy"]
    list_select_related = ["initiative", "recipient"]
    search_fields = ["title"]
    fieldsets = [
        (None, {"fields": ["title", "kind", "cadence", "period_text", "reference"]}),
        (_("What it belongs to"), {"fields": ["initiative", "strategy", "recipient"]}),
        (_("Note"), {"fields": ["note"]}),
    ]


class EventInitiativeInline(HouseInline):
    model = EventInitiative
    verbose_name, verbose_name_plural = Initiative._meta.verbose_name, Initiative._meta.verbose_name_plural
    fields = ["initiative"]
    select_related = ("initiative",)


@admin.register(Event)
class EventAdmin(HouseAdmin):
    belongs = _("Here belong decisions, hearings and meetings about your initiatives.")
    helps = helps.EVENT
    list_display = ["title", "kind", "effective_text", "body", "outcome"]
    list_filter = ["kind", "outcome", "body"]
    list_select_related = ["body"]
    search_fields = ["title", "case_number"]
    inlines = [EventInitiativeInline]
    fieldsets = [
        (None, {"fields": ["title", "kind", "effective_text", "body", "reference"]}),
        (_("Outcome"), {"fields": ["outcome", "outcome_text", "sent_on_to", "case_number", "is_closed"]}),
        (_("What it belongs to"), {"fields": ["strategy", "note"]}),
    ]


def _submit(update: StatusUpdate, request: HttpRequest, reason: str) -> None:
    update.submit(by=signed_in(request))


def _approve(update: StatusUpdate, request: HttpRequest, reason: str) -> None:
    update.approve(by=signed_in(request))


def _send_back(update: StatusUpdate, request: HttpRequest, reason: str) -> None:
    update.send_back(by=signed_in(request), reason=reason)


STATUS_VERBS = (
    Verb(
        "submit",
        _("Submit"),
        rows=lambda rows, user: rows.changeable_by(user),
        run=_submit,
        opens=lambda access: bool(access.staff),
    ),
    Verb(
        "approve",
        _("Approve"),
        rows=lambda rows, user: rows.approvable_by(user),
        run=_approve,
        opens=lambda access: bool(access.approves),
    ),
    Verb(
        "send-back",
        _("Send back"),
        rows=lambda rows, user: rows.approvable_by(user),
        run=_send_back,
        opens=lambda access: bool(access.approves),
        needs_reason=True,
    ),
)


class AuthoredForm(HouseForm):
    """Whoever makes a status update is its author."""

    def fill(self) -> None:
        if self.instance.author_id is None:
            self.instance.author = self.user


class StatusUpdateForm(AuthoredForm, RowForm):
    pass


@admin.register(StatusUpdate)
class StatusUpdateAdmin(HouseAdmin):
    belongs = _(
        "Here stand the status updates of all initiatives; they are easiest to write on the page of the status round."
    )
    made_at = ((_("To the status round"), "statuses"),)
    form = StatusUpdateForm
    helps = helps.STATUS
    verbs = STATUS_VERBS
    list_display = ["initiative", "as_of", "progress_light", "economy_light", "effect_light", "state", "author"]
    list_filter = ["state", "progress_light"]
    list_select_related = ["initiative", "author"]
    search_fields = ["initiative__search_key"]
    fieldsets = [
        (None, {"fields": ["initiative", "as_of", "no_change"]}),
        (_("Lights"), {"fields": ["progress_light", "economy_light", "effect_light"]}),
        (_("In words"), {"fields": ["text", "reason", "action"]}),
        (
            _("Where it is"),
            {"fields": ["state", "author", "submitted_at", "approved_by", "approved_at", "return_reason"]},
        ),
    ]
    readonly_fields = ["state", "author", "submitted_at", "approved_by", "approved_at", "return_reason"]
    instead_of_deleting = _("An update that was submitted is not deleted: a later one takes its place.")
