"""Screens of budget lines, their entries, statements, transfers, stated totals and funding sources."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from budgets import helps
from budgets.forms import AmountFields, AmountForm, EntryForm, TransferForm
from budgets.models import (
    AccountRule,
    BodyBudget,
    BudgetLine,
    Entry,
    EntryPart,
    FundingSource,
    LineInitiative,
    LineRelation,
    MoneyFact,
    StatedTotal,
    Statement,
    Transfer,
    ValueState,
)
from initiatives.models import Initiative
from organisation.administration import HouseAdmin, HouseInline, ShownInline, Verb, signed_in
from organisation.numbers import Unit, format_exact_amount

AMOUNT: list[Any] = ["amount", "unit", "no_amount", "raw", "unit_origin", "unit_note"]
MONEY: tuple[Any, Any] = (_("Amount"), {"fields": AMOUNT})


def shown_amount(row: MoneyFact) -> str:
    """The amount in its own unit, or in words why there is none."""
    if row.value_state == ValueState.VALUE and row.amount_ore is not None:
        return format_exact_amount(row.amount_ore, row.unit)
    return "0" if row.value_state == ValueState.ZERO else str(row.get_value_state_display())


class PostedFilter(admin.EmptyFieldListFilter):
    """Drafts and what is posted, in these words."""

    def choices(self, changelist: Any) -> Any:
        names = (_("All"), _("Drafts"), _("Posted"))
        return [{**one, "display": name} for one, name in zip(super().choices(changelist), names, strict=True)]


class ShowsAmount:
    """The words for an amount in lists and for those who read only."""

    @admin.display(description=_("Amount"))
    def amount(self, row: MoneyFact) -> str:
        return shown_amount(row)

    @admin.display(description=_("When there is no amount"))
    def no_amount(self, row: MoneyFact) -> str:
        return "–" if row.amount_ore else shown_amount(row)


def _post(row: BodyBudget | Entry | Statement | Transfer, request: HttpRequest, reason: str) -> None:
    row.post(by=signed_in(request), reason=reason)


POST = Verb(
    "post",
    _("Post"),
    rows=lambda rows, user: rows.changeable_by(user),
    run=_post,
    opens=lambda access: bool(access.financed),
)
CORRECTED = _("What is posted is not deleted: a new entry corrects it.")


class DraftEntryInline(ShowsAmount, HouseInline):
    model = Entry
    helps = helps.AMOUNT | helps.ENTRY
    form = AmountFields
    fk_name = "line"
    verbose_name_plural = _("entries that are drafts")
    only = Q(posted_at__isnull=True)
    select_related = ("line",)
    fields = [
        "kind", "year", "period_text", "amount", "unit", "no_amount", "raw", "decision_state", "decision", "coverage",
        "coverage_line", "price_level", "recurrence",
    ]  # fmt: skip


class PostedEntryInline(ShowsAmount, ShownInline):
    model = Entry
    fk_name = "line"
    verbose_name_plural = _("entries that are posted")
    only = Q(posted_at__isnull=False)
    select_related = ("line", "decision", "posted_by")
    fields = ["kind", "year", "period_text", "amount", "raw", "decision_state", "decision", "posted_at", "posted_by"]


class StatementInline(ShowsAmount, ShownInline):
    model = Statement
    select_related = ("line",)
    fields = ["kind", "year", "as_of", "up_to", "amount", "is_final", "posted_at"]


class LineInitiativeInline(HouseInline):
    model = LineInitiative
    verbose_name, verbose_name_plural = Initiative._meta.verbose_name, Initiative._meta.verbose_name_plural
    fields = ["initiative"]
    select_related = ("line", "initiative")


class LineRelationInline(HouseInline):
    model = LineRelation
    helps = helps.RELATION
    fk_name = "line"
    fields = ["kind", "to_line", "initiative", "funding_source", "words"]
    select_related = ("to_line", "initiative", "funding_source")


class StatedTotalInline(ShowsAmount, ShownInline):
    model = StatedTotal
    fields = ["label", "kind", "period_text", "amount", "raw"]


@admin.register(BudgetLine)
class BudgetLineAdmin(HouseAdmin):
    belongs = _("Here belong the lines of the budget that pay for initiatives.")
    helps = helps.AMOUNT | helps.LINE
    list_display = ["name", "code", "direction", "cost_kind", "budget_round", "approval"]
    list_filter = ["direction", "cost_kind", "approval", "document"]
    search_fields = ["search_key"]
    inlines = [
        LineInitiativeInline,
        DraftEntryInline,
        PostedEntryInline,
        StatementInline,
        LineRelationInline,
        StatedTotalInline,
    ]
    fieldsets = [
        (None, {"fields": ["code", "name", "description", "reference", "aliases"]}),
        (_("Kind"), {"fields": ["direction", "cost_kind", "dranst", "recurrence", "service_frame"]}),
        (_("Where it stands"), {"fields": ["account_string", "budget_round", "document", "position"]}),
    ]
    instead_of_deleting = _("An approved line is not deleted: its entries are corrected by new ones.")


class EntryPartInline(ShowsAmount, HouseInline):
    model = EntryPart
    helps = helps.AMOUNT | helps.PART
    form = AmountFields
    fields = ["code", "label", "cost_kind", "amount", "unit", "no_amount", "raw"]


@admin.register(Entry)
class EntryAdmin(ShowsAmount, HouseAdmin):
    belongs = _("Here stand the entries of all lines: original budget, supplementary appropriations, corrections.")
    made_at = ((_("Type the budget in the grid"), "budget-entries"),)
    form = EntryForm
    helps = helps.AMOUNT | helps.ENTRY
    verbs = (POST,)
    inlines = [EntryPartInline]
    list_display = ["line", "kind", "year", "amount", "decision_state", "posted_at"]
    list_filter = ["kind", "decision_state", ("posted_at", PostedFilter), "year"]
    list_select_related = ["line"]
    choices_with = {"corrects": ("line",)}
    search_fields = ["line__search_key"]
    fieldsets = [
        (None, {"fields": ["line", "kind", "corrects", "year", "period_text"]}),
        (_("Amount"), {"fields": ["amount", "unit", "no_amount"]}),
        (
            _("Decision"),
            {"fields": ["decision_state", "decision", "effective_text", "coverage", "coverage_line"]},
        ),
        (_("Terms"), {"fields": ["price_level", "recurrence", "note"]}),
        (
            _("As the document says it"),
            {
                "fields": ["raw", "unit_origin", "unit_note", "decision_note"],
                "description": _("Only where the amount is taken from a document."),
            },
        ),
        (_("Posting"), {"fields": ["posted_at", "posted_by", "recorded_at"]}),
    ]
    readonly_fields = ["posted_at", "posted_by", "recorded_at"]
    instead_of_deleting = CORRECTED

    def choices(self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, home: int | None) -> Any:
        rows = super().choices(db_field, request, home)
        return rows.filter(posted_at__isnull=False) if db_field.name == "corrects" else rows


@admin.register(Statement)
class StatementAdmin(ShowsAmount, HouseAdmin):
    belongs = _("Here stands what the budget follow-ups say of each line: spending, expected accounts, accounts.")
    made_at = ((_("Type the follow-up in the grid"), "budget-follow-up"),)
    form = AmountForm
    helps = helps.AMOUNT | helps.STATEMENT
    verbs = (POST,)
    list_display = ["line", "kind", "year", "as_of", "amount", "is_final", "posted_at"]
    list_filter = ["kind", "year", ("posted_at", PostedFilter)]
    list_select_related = ["line"]
    search_fields = ["line__search_key"]
    fieldsets = [
        (None, {"fields": ["line", "kind", "year", "as_of", "up_to", "is_final", "follow_up_round"]}),
        MONEY,
        (_("Terms"), {"fields": ["price_level", "note"]}),
        (_("Posting"), {"fields": ["posted_at", "posted_by", "recorded_at"]}),
    ]
    readonly_fields = ["posted_at", "posted_by", "recorded_at"]
    instead_of_deleting = _("A posted statement is not deleted: a later one takes its place.")


@admin.register(Transfer)
class TransferAdmin(HouseAdmin):
    belongs = _("Here stand transfers of money from one line to another.")
    form = TransferForm
    helps = helps.AMOUNT | helps.ENTRY | helps.TRANSFER
    verbs = (POST,)
    list_display = ["__str__", "amount", "decision_state", "posted_at"]
    list_filter = ["decision_state", "year", ("posted_at", PostedFilter)]
    list_select_related = ["from_line", "to_line"]
    search_fields = ["from_line__search_key", "to_line__search_key"]
    fieldsets = [
        (None, {"fields": ["from_line", "to_line", "outside", "year", "amount"]}),
        (_("Decision"), {"fields": ["decision_state", "decision", "effective_text", "price_level", "note"]}),
        (_("Posting"), {"fields": ["posted_at", "posted_by", "recorded_at"]}),
    ]
    readonly_fields = ["posted_at", "posted_by", "recorded_at"]
    instead_of_deleting = _("A posted transfer is not deleted: one the other way takes it back.")

    @admin.display(description=_("Amount"))
    def amount(self, row: Transfer) -> str:
        return format_exact_amount(row.amount_ore, Unit.KR)


@admin.register(StatedTotal)
class StatedTotalAdmin(ShowsAmount, HouseAdmin):
    belongs = _("Here belong the totals that documents print, to be shown beside the computed ones.")
    form = AmountForm
    helps = helps.AMOUNT | helps.TOTAL
    list_display = ["label", "amount", "kind", "period_text", "as_of", "decision_state"]
    list_filter = ["kind", "decision_state", "strategy"]
    search_fields = ["label"]
    fieldsets = [
        (None, {"fields": ["label", "reference", "kind", "period_text", "as_of", "decision_state"]}),
        (
            _("What it is the total of"),
            {"fields": ["strategy", "objective", "initiative", "line"], "description": _("Choose exactly one.")},
        ),
        MONEY,
    ]
    instead_of_deleting = _("A total that a document prints is not deleted: it stands beside the computed one.")


@admin.register(BodyBudget)
class BodyBudgetAdmin(ShowsAmount, HouseAdmin):
    belongs = _("Here belongs the whole budget of a committee or department for a year.")
    form = AmountForm
    helps = helps.AMOUNT | helps.BODY_BUDGET
    verbs = (POST,)
    list_display = ["body", "year", "amount", "as_of", "source", "posted_at"]
    list_filter = ["year", "body", ("posted_at", PostedFilter)]
    list_select_related = ["body"]
    search_fields = ["body__search_key", "source"]
    fieldsets = [
        (
            None,
            {
                "fields": ["body", "year", "as_of", "source", "note"],
                "description": _(
                    "The whole revised budget of the year. The initiatives' part of it is shown on the committee's page"
                    " and in the reports; it enters no sum."
                ),
            },
        ),
        MONEY,
        (_("Posting"), {"fields": ["posted_at", "posted_by", "recorded_at"]}),
    ]
    readonly_fields = ["posted_at", "posted_by", "recorded_at"]
    instead_of_deleting = _("A posted budget is not deleted: a later one takes its place.")


@admin.register(FundingSource)
class FundingSourceAdmin(ShowsAmount, HouseAdmin):
    belongs = _("Here belong state pools and others that give money to initiatives.")
    form = AmountForm
    helps = helps.AMOUNT | helps.SOURCE
    list_display = ["name", "kind", "giver", "period_text", "amount"]
    list_filter = ["kind"]
    search_fields = ["search_key"]
    fieldsets = [
        (None, {"fields": ["name", "kind", "giver", "reference", "aliases"]}),
        (
            _("Size of the source"),
            {"fields": AMOUNT, "description": _("Background only: it enters no sum.")},
        ),
        (_("Time and terms"), {"fields": ["period_text", "conditions", "accounts_deadline", "successor", "note"]}),
    ]
    instead_of_deleting = _("A source is not deleted: say what took over.")


@admin.register(AccountRule)
class AccountRuleAdmin(HouseAdmin):
    belongs = _(
        "Here stand the accounts that are remembered for each budget line; they are made when an extract is read."
    )
    made_at = ((_("Read an extract of the finance system"), "extracts"),)
    helps = helps.ACCOUNT_RULE
    list_display = ["pattern", "field", "line", "note"]
    list_filter = ["field"]
    list_select_related = ["line"]
    search_fields = ["pattern", "line__search_key"]
    fields = ["field", "pattern", "line", "note"]
