"""Screens of the ground floor: municipalities and their settings, bodies, users, documents and imported files."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from organisation import helps, writing
from organisation.administration import HouseAdmin, HouseInline, RowForm, Verb, rows_of, signed_in
from organisation.administration.links import structure_links
from organisation.inviting import send_invitation, send_link
from organisation.logos import redrawn
from organisation.models import Body, Document, ImportBatch, Membership, Municipality, User


class MunicipalityForm(RowForm):
    remove_logo = forms.BooleanField(
        label=_("Remove the logo"),
        required=False,
        help_text=_("For example when the municipality gets a new one: until then its name alone is shown."),
    )

    def clean_logo(self) -> Any:
        sent = self.cleaned_data.get("logo")
        if isinstance(sent, UploadedFile):
            return redrawn(sent)
        return "" if self.data.get("remove_logo") else sent


@admin.register(Municipality)
class MunicipalityAdmin(HouseAdmin):
    belongs = _("Here stands the municipality with its settings.")
    form = MunicipalityForm
    helps = helps.MUNICIPALITY
    list_display = ["name", "code", "region"]
    search_fields = ["search_key"]
    fieldsets = [
        (None, {"fields": ["name", "code", "statbank_code", "region", "region_from_2027", "council_name"]}),
        (
            _("What the municipality decides"),
            {
                "fields": ["suppression_threshold", "deviation_sign", "agenda_template", "statement_url"],
                "description": _("Holds for every page and report of the municipality from now on."),
            },
        ),
        (_("Logo"), {"fields": ["logo_shown", "logo", "remove_logo"]}),
    ]
    instead_of_deleting = _("A municipality is taken out with a command of the operator, which exports it first.")

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        """Who the municipality is belongs to the installation; what it decides, to its administrators."""
        fixed = ["name", "code", "statbank_code", "region", "region_from_2027"]
        own = super().get_readonly_fields(request, obj) if signed_in(request).access.is_operator else fixed
        return [*own, "logo_shown"]

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        """Who cannot change the municipality is shown its logo and not how to send another."""
        fieldsets = super().get_fieldsets(request, obj)
        may = obj is not None and self.has_change_permission(request, obj)
        held = isinstance(obj, Municipality) and bool(obj.logo)
        left_out = set() if may and held else {"remove_logo"} if may else {"remove_logo", "logo"}
        return [(name, {**look, "fields": _without(look["fields"], left_out)}) for name, look in fieldsets]

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        answer = super().render_change_form(request, context, *args, **kwargs)
        row = context.get("original")
        if row is not None and not Municipality.objects.read_by(request.user).filter(pk=row.pk).exists():
            # The operator keeps the municipality and does not read its portfolio.
            answer.context_data["has_absolute_url"] = False
        return answer

    @admin.display(description=_("the logo now"))
    def logo_shown(self, row: Municipality) -> str:
        return format_html('<img src="{}" alt="{}">', row.get_logo_url(), row.name) if row.logo else "–"

    def save_model(self, request: HttpRequest, obj: Municipality, form: Any, change: bool) -> None:
        before = str(form.initial.get("logo") or "")
        super().save_model(request, obj, form, change)
        if before and before != str(obj.logo):
            transaction.on_commit(lambda: default_storage.delete(before))


@admin.register(Body)
class BodyAdmin(HouseAdmin):
    belongs = _("Here belong committees, departments, councils and partners.")
    helps = helps.BODY
    list_display = ["name", "kind", "parent", "valid_from", "valid_to"]
    list_filter = ["kind"]
    list_select_related = ["parent"]
    search_fields = ["search_key"]
    fieldsets = [
        (None, {"fields": ["name", "kind", "parent", "aliases", "reference"]}),
        (_("Time"), {"fields": ["valid_from", "valid_to", "successor"]}),
        (_("Meetings"), {"fields": ["agenda_deadline_days"]}),
        (_("Note"), {"fields": ["note"]}),
    ]
    instead_of_deleting = _("A body is not deleted: write when it ended and who took over.")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        links = structure_links(
            signed_in(request), (_("New council term"), "new-term"), (_("Merge duplicates"), "merge")
        )
        return super().changelist_view(request, {"links": links, **(extra_context or {})})


def _without(names: list[str], left_out: set[str]) -> list[str]:
    return [name for name in names if name not in left_out]


@admin.register(Document)
class DocumentAdmin(HouseAdmin):
    belongs = _("Here belong the documents that facts are taken from: strategies, plans, budget notes and cases.")
    helps = helps.DOCUMENT
    list_display = ["__str__", "kind", "case_number", "effective_text"]
    list_filter = ["kind"]
    search_fields = ["search_key"]
    fieldsets = [
        (None, {"fields": ["title", "display_title", "kind", "reference"]}),
        (_("Where it comes from"), {"fields": ["effective_text", "case_number", "url", "file", "file_link"]}),
        (_("Note"), {"fields": ["note"]}),
    ]
    readonly_fields = ["file_link"]
    instead_of_deleting = _("A document is not deleted: facts name it as their source.")

    @admin.display(description=_("the file"))
    def file_link(self, row: Document) -> str:
        return format_html('<a href="{}">{}</a>', row.get_file_url(), row.file.name) if row.file else "–"

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        """Who cannot put a file there is shown only the link that asks who may read it."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [(name, {**look, "fields": _without(look["fields"], {"file"})}) for name, look in fieldsets]


@admin.register(ImportBatch)
class ImportBatchAdmin(HouseAdmin):
    """What was imported is looked at here, not made."""

    belongs = _("Here stand the files that rows were read from.")
    made_at = ((_("Read a spreadsheet"), "imports"),)
    list_display = ["filename", "created_by", "created_at"]
    list_select_related = ["created_by"]
    search_fields = ["filename"]
    fieldsets = [(None, {"fields": ["filename", "sha256", "created_by", "created_at", "note"]})]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class MembershipInline(HouseInline):
    model = Membership
    helps = helps.MEMBERSHIP
    fields = ["municipality", "role", "body", "valid_from", "valid_to"]
    classes: list[str] = []
    select_related = ("municipality", "body", "user")
    may_delete = False

    def get_extra(self, request: HttpRequest, obj: models.Model | None = None, **kwargs: Any) -> int:
        return 0 if obj else 1

    def get_formset(self, request: HttpRequest, obj: models.Model | None = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        homes = rows_of(Membership).addable_in(signed_in(request))
        if len(homes) == 1 and "municipality" in formset.form.base_fields:
            formset.form.base_fields["municipality"].initial = next(iter(homes))
        return formset

    def choices(self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, home: int | None) -> Any:
        rows = super().choices(db_field, request, home)
        if db_field.name != "body":
            return rows
        return rows.filter(municipality__in=rows_of(Membership).addable_in(signed_in(request)))


class UserForm(RowForm):
    """A new user may be known elsewhere already: then that user gets the membership and is otherwise left alone."""

    def fill(self) -> None:
        if self.instance._state.adding:
            # A password that nobody knows: an unusable one could not be set by mail.
            self.instance.set_password(get_random_string(60))

    def _post_clean(self) -> None:
        email = str(self.cleaned_data.get("email", "")).strip().lower()
        known = User.objects.filter(email=email).first() if self.instance.pk is None else None
        if known is not None and not known.is_active:
            self.add_error("email", _now("The user is closed. Mark the user as active again first."))
            return
        if known is not None:
            self.instance, self.cleaned_data = known, {"email": email}
            return
        super()._post_clean()


def _send_link(user: User, request: HttpRequest, reason: str = "") -> None:
    send_link(user, request)


def _invite(user: User, request: HttpRequest) -> None:
    """Into the municipality of the first role; a user without one, whom the operator makes, gets the link alone."""
    first = Membership.objects.in_earnest().filter(user=user).select_related("municipality").first()
    if first is None:
        send_link(user, request)
    elif not send_invitation(user, first.municipality, request):
        messages.error(request, _now("The mail could not be sent. Send the link again from the user's page."))


SEND_LINK = Verb(
    "send-link",
    _("Send a link for setting a password"),
    rows=lambda rows, user: rows.editable_by(user).filter(is_active=True),
    run=_send_link,
    opens=lambda access: bool(access.administered) or access.is_operator,
)


@admin.register(User)
class UserAdmin(HouseAdmin):
    belongs = _("Here stand those who sign in.")
    form = UserForm
    helps = helps.USER
    list_display = ["email", "name", "is_active"]
    list_filter = ["is_active"]
    search_fields = ["search_key"]
    inlines = [MembershipInline]
    instead_of_deleting = _("A user is not deleted: remove the mark “active”. What the user did stays.")
    verbs = (SEND_LINK,)

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        own = ["email", "name", "language"]
        if obj is not None:
            own.append("is_active")
        if signed_in(request).access.is_operator:
            own.append("is_operator")
        if obj is None:
            look = {"fields": own, "description": _("The user gets a mail with a link for setting a password.")}
            return [(None, look)]
        why = [(_now("Why"), {"fields": ["change_reason"]})] if self.has_change_permission(request, obj) else []
        return [(None, {"fields": own}), *why]

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        if change:
            super().save_model(request, obj, form, change)
            return
        if obj._state.adding:
            writing.save(obj, by=signed_in(request), validate=False)
            transaction.on_commit(partial(_invite, obj, request))

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        formset.instance = form.instance
        super().save_formset(request, form, formset, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        made = any(formset.new_objects for formset in formsets)
        if not change and not made and not signed_in(request).access.is_operator:
            raise ValidationError(_now("Say what the user is to be: a user without a membership belongs to nobody."))

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        pages = ((_("Invite from a list"), "people-invite"), (_("Absence and deputies"), "absences"))
        links = structure_links(signed_in(request), *pages)
        return super().changelist_view(request, {"links": links, **(extra_context or {})})

    def response_add(self, request: HttpRequest, obj: User, post_url_continue: str | None = None) -> HttpResponse:
        self.message_user(request, _now("The user %(email)s has the membership now.") % {"email": obj.email})
        return HttpResponseRedirect(reverse("admin:organisation_user_changelist"))


@admin.register(Membership)
class MembershipAdmin(HouseAdmin):
    belongs = _("Here stands who has which role, and from when to when.")
    helps = helps.MEMBERSHIP
    list_display = ["user", "role", "body", "valid_from", "valid_to"]
    list_filter = ["role", "body"]
    list_select_related = ["user", "body", "municipality"]
    search_fields = ["user__search_key"]
    fieldsets = [(None, {"fields": ["user", "role", "body", "valid_from", "valid_to"]})]
    instead_of_deleting = _("A membership is not deleted: write when it ended.")

    def choices(self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, home: int | None) -> Any:
        # A colleague of another municipality may become one here; so the users are those whom she may see.
        return super().choices(db_field, request, None if db_field.name == "user" else home)
