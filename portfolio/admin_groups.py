"""The groups of rows on the screen of an initiative: who, for whom, what is done, paid and measured."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.db import models
from django.utils.translation import gettext_lazy as _

from budgets.models import BudgetLine, LineInitiative
from indicators.models import Indicator, IndicatorInitiative, IndicatorUnit
from initiatives import helps as initiative_helps
from initiatives.admin import AuthoredForm
from initiatives.models import (
    Activity,
    Event,
    EventInitiative,
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
from organisation.administration import HouseInline, Making, MakingForm, NewName, ShownInline, link_to
from organisation.models import Body, BodyKind
from portfolio import admin_helps as helps


class ActivityInline(HouseInline):
    model = Activity
    help_text = _("What is done, and the days by which something is to be there: “Café for pårørende”, “Huset åbner”.")
    stands_after = 2
    fieldsets = [
        (None, {"fields": ["kind", "title", "state", "period_text", "text"]}),
        (_("Result and order"), {"fields": ["result", "position"], "classes": ["collapse"]}),
    ]
    helps = helps.ACTIVITY


class InvolvementForm(MakingForm):
    makes = (Making("body", Body, also=(("kind", "new_body_kind"),)),)
    new_body = NewName(label=_("new body or partner"), help_text=_("Its name, for example “Foreningen Værestedet”."))
    new_body_kind = forms.ChoiceField(
        label=_("kind of body"),
        required=False,
        choices=[("", "---------"), *(one for one in BodyKind.choices if one[0] != BodyKind.NATIONAL_PARTNER)],
        help_text=_("For example partner for an association, department for a part of the administration."),
    )


class InvolvementInline(HouseInline):
    model = Involvement
    form = InvolvementForm
    help_text = _("Who leads the initiative, answers for its status, carries it out or takes part.")
    stands_after = 2
    fieldsets = [
        (None, {"fields": ["role", "body", "user", "words", "note"]}),
        (_("Is the body missing?"), {"fields": ["new_body", "new_body_kind"], "classes": ["collapse"]}),
    ]
    helps = helps.INVOLVEMENT
    select_related = ("body", "user")


class TargetGroupForm(MakingForm):
    makes = (Making("target_group", TargetGroup),)
    new_target_group = NewName(
        label=_("new target group"), help_text=_("For example “Unge i hjemløshed, 18-24 år”. Never a person.")
    )


class TargetGroupInline(HouseInline):
    model = InitiativeTargetGroup
    form = TargetGroupForm
    verbose_name, verbose_name_plural = TargetGroup._meta.verbose_name, TargetGroup._meta.verbose_name_plural
    help_text = _("Whom the initiative is for, for example “Borgere i hjemløshed”.")
    stands_after = 2
    fieldsets = [
        (None, {"fields": ["target_group", "note"]}),
        (_("Is the target group missing?"), {"fields": ["new_target_group"], "classes": ["collapse"]}),
    ]
    helps = helps.CHOSEN | {"note": _("For example “især kvinder” or “fra 2019 også pårørende”.")}
    select_related = ("target_group",)


class ObjectiveInline(HouseInline):
    model = InitiativeObjective
    helps = helps.CHOSEN | {"note": _("For example how the document quotes the objective.")}
    verbose_name, verbose_name_plural = Objective._meta.verbose_name, Objective._meta.verbose_name_plural
    help_text = _("The objectives of a strategy that the initiative serves.")
    stands_after = 2
    fields = ["objective", "note"]
    select_related = ("objective",)


class MethodInline(HouseInline):
    model = MethodUse
    verbose_name, verbose_name_plural = Method._meta.verbose_name, Method._meta.verbose_name_plural
    help_text = _("Known ways of working, for example Housing First.")
    stands_after = 2
    fields = ["method", "state", "note"]
    helps = helps.METHOD_USE
    select_related = ("method",)


class LineForm(MakingForm):
    makes = (Making("line", BudgetLine),)
    new_line = NewName(
        label=_("new budget line"), help_text=_("For example “Løn til bostøtte”. Its amounts are typed in the budget.")
    )


class LineInline(HouseInline):
    """The budget lines that serve the initiative; who keeps the budget adds them, with a link to each."""

    model = LineInitiative
    form = LineForm
    helps = helps.CHOSEN
    verbose_name, verbose_name_plural = BudgetLine._meta.verbose_name, BudgetLine._meta.verbose_name_plural
    help_text = _("The lines of the budget that pay for it; a line may serve several initiatives.")
    stands_after = 2
    fieldsets = [
        (None, {"fields": ["line", "line_link"]}),
        (_("Is the line missing?"), {"fields": ["new_line"], "classes": ["collapse"]}),
    ]
    readonly_fields = ["line_link"]
    select_related = ("line", "initiative")

    @admin.display(description=_("the line's own screen"))
    def line_link(self, row: LineInitiative) -> str:
        return link_to(row.line) if row.pk else "–"


class IndicatorForm(MakingForm):
    makes = (Making("indicator", Indicator, also=(("unit", "new_indicator_unit"),)),)
    new_indicator = NewName(
        label=_("new indicator"), help_text=_("For example “Antal borgere, der er flyttet i egen bolig”.")
    )
    new_indicator_unit = forms.ChoiceField(
        label=_("unit"), required=False, choices=[("", "---------"), *IndicatorUnit.choices],
        help_text=_("What it is counted in, for example percent for a share, count for a number of people."),
    )  # fmt: skip


class IndicatorInline(HouseInline):
    model = IndicatorInitiative
    form = IndicatorForm
    helps = helps.CHOSEN
    verbose_name, verbose_name_plural = Indicator._meta.verbose_name, Indicator._meta.verbose_name_plural
    help_text = _("What is measured to see whether it works.")
    stands_after = 2
    fieldsets = [
        (None, {"fields": ["indicator", "indicator_link"]}),
        (
            _("Is the indicator missing?"),
            {"fields": ["new_indicator", "new_indicator_unit"], "classes": ["collapse"]},
        ),
    ]
    readonly_fields = ["indicator_link"]
    select_related = ("indicator", "initiative")

    @admin.display(description=_("the indicator's own screen"))
    def indicator_link(self, row: IndicatorInitiative) -> str:
        return link_to(row.indicator) if row.pk else "–"


class EventInline(HouseInline):
    model = EventInitiative
    helps = initiative_helps.EVENT_LINK
    verbose_name, verbose_name_plural = Event._meta.verbose_name, Event._meta.verbose_name_plural
    help_text = _("What was decided, heard or held about it.")
    stands_after = 2
    fields = ["event"]
    select_related = ("event", "initiative")


LIGHTS = ["progress_light", "economy_light", "effect_light"]


class OpenUpdateInline(HouseInline):
    """Updates that can still be written on; they are submitted and approved on their own screen."""

    model = StatusUpdate
    form = AuthoredForm
    helps = initiative_helps.STATUS
    verbose_name_plural = _("status updates that are drafts")
    only = models.Q(state__in=[UpdateState.DRAFT, UpdateState.RETURNED])
    stands_after = 2
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
    stands_after = 2
    select_related = ("initiative", "author", "approved_by")
    fields = ["state", "as_of", *LIGHTS, "text", "reason", "action", "author", "approved_by", "own_screen"]

    @admin.display(description=_("Its own screen"))
    def own_screen(self, row: StatusUpdate) -> str:
        return link_to(row)
