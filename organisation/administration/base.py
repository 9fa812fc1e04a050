"""The one way to make a screen: every list, form, choice, button and history goes through the rules of the QuerySets.

A screen declares what it shows. It never says who may: that is `visible_to`, `changeable_by`, `deletable_by`,
`approvable_by` and `addable_in` of the model's QuerySet. All writing goes through organisation.writing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from organisation import writing
from organisation.access import access_of
from organisation.administration.deleting import DeletesDrafts, dependents
from organisation.administration.emptiness import emptiness
from organisation.administration.filters import scoped, works_in_several
from organisation.administration.forms import RowForm
from organisation.administration.groups import HouseInline, deletable_in, goes_with_the_screen, with_their_rows
from organisation.administration.history import history_of
from organisation.administration.leaving import merged_part, verbs_of_leaving
from organisation.administration.making import make_missing
from organisation.administration.parts import FEWEST_TO_JUMP_TO, parts_of, wrong_fields
from organisation.administration.refusing import page_again
from organisation.administration.rights import RuledRows, has_municipality, home_of, may, rows_of, signed_in
from organisation.administration.rows_meanwhile import added_by_others
from organisation.administration.seen import mark_of, marks_of
from organisation.administration.undated import tell_undated
from organisation.administration.undoing import OffersUndo
from organisation.administration.verbs import ReasonActionForm, Verb, approval_of, as_action, perform, verbs_for
from organisation.models import Approvable, ChildQuerySet, TenantQuerySet, User
from organisation.sorting import search_key

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin


class HouseAdmin(OffersUndo, DeletesDrafts, RuledRows, ModelAdmin):
    """A screen of one model."""

    form = RowForm
    verbs: tuple[Verb, ...] = ()
    action_form = ReasonActionForm
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    change_form_template = "admin/row_form.html"
    delete_confirmation_template = "admin/row_delete.html"
    object_history_template = "admin/row_history.html"
    # What belongs in the list, said where it is empty; and pages of ours, (words, name of the address), that make it.
    belongs: ClassVar[Any] = ""
    made_at: ClassVar[tuple[tuple[Any, str], ...]] = ()
    # Sentence for a row that is never deleted.
    instead_of_deleting = gettext_lazy("Rows are not deleted: what was once true is kept.")

    # --- Who may

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        user = signed_in(request)
        return rows_of(self.model).opened_by(user) and (obj is None or may(user, "visible_to", obj))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request) and bool(self._homes(signed_in(request)))

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        user = signed_in(request)
        if obj is None:
            # Who makes the first row goes on with it, though there is none yet.
            rows = rows_of(self.model)
            return rows.opened_by(user) and (bool(self._homes(user)) or rows.editable_by(user).exists())
        return may(user, "changeable_by", obj)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return obj is not None and may(signed_in(request), "deletable_by", obj)

    def _homes(self, user: User) -> frozenset[int | None]:
        """Where the user may make such rows; None stands for the country, whose rows the operator keeps."""
        rows = rows_of(self.model)
        national = isinstance(rows, TenantQuerySet) and rows.has_national_rows
        whole = not has_municipality(self.model)
        everywhere = {None} if user.access.is_operator and (national or whole) else set()
        return frozenset(rows.addable_in(user)) | frozenset(everywhere)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """Another municipality's row and one that never was are answered alike."""
        row = super().get_object(request, object_id, from_field)
        if row is None:
            raise Http404
        return row

    # --- The list

    def get_list_filter(self, request: HttpRequest) -> Any:
        return scoped(self.model, super().get_list_filter(request), signed_in(request))

    def get_list_display(self, request: HttpRequest) -> Any:
        shown = list(super().get_list_display(request))
        several = has_municipality(self.model) and works_in_several(signed_in(request))
        shown += ["municipality"] if several and "municipality" not in shown else []
        return [*shown, "fictional_mark"] if self._has_fictional(request) else shown

    def _has_fictional(self, request: HttpRequest) -> bool:
        """A column that says which rows are made up, only where some are."""
        return hasattr(self.model, "is_fictional") and self.get_queryset(request).filter(is_fictional=True).exists()

    @admin.display(description=gettext_lazy("fictional"))
    def fictional_mark(self, row: Any) -> str:
        return _("fictional") if row.is_fictional else ""

    def get_list_select_related(self, request: HttpRequest) -> Any:
        asked = super().get_list_select_related(request)
        own = ["municipality"] if has_municipality(self.model) else []
        return [*(() if isinstance(asked, bool) else asked), *own] or False

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        folded = any(name.endswith("search_key") for name in self.search_fields)
        return super().get_search_results(request, queryset, search_key(search_term) if folded else search_term)

    def get_actions(self, request: HttpRequest) -> Any:
        return {verb.name: as_action(verb) for verb in verbs_for(self.all_verbs(), signed_in(request))}

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Its actions are done to the rows as the page shows them; without rows it says what comes next."""
        title = {"title": capfirst(str(self.opts.verbose_name_plural))}
        answer = super().changelist_view(request, {**title, **(extra_context or {})})
        if request.method == "POST" and not (request.POST.getlist(ACTION_CHECKBOX_NAME) and request.POST.get("action")):
            # Django has said what is missing, and would lead to the list without the reason.
            return page_again(request, request.get_full_path())
        shown = getattr(answer, "context_data", None) or {}
        if "cl" in shown and not shown["cl"].result_count:
            shown["emptiness"] = emptiness(self, request, shown["cl"], (extra_context or {}).get("links", []))
        if shown.get("action_form") is not None:
            shown["action_form"].fields["seen"].initial = marks_of(shown["cl"].result_list)
            if typed := getattr(request, "typed", None):
                shown["action_form"].initial = {"reason": typed.get("reason", ""), "action": typed.get("action", "")}
                chosen = typed.getlist(ACTION_CHECKBOX_NAME)
                if typed.get("select_across") == "1":
                    # Ticked unseen, more would be done than the page shows.
                    messages.warning(request, _("Only the rows on this page are ticked now, not all of the list."))
                for row in shown["cl"].result_list:
                    row.is_chosen = str(row.pk) in chosen
        return answer

    def action_checkbox(self, obj: models.Model) -> SafeString:
        box = super().action_checkbox(obj)
        return SafeString(box.replace("<input", "<input checked", 1)) if getattr(obj, "is_chosen", False) else box

    # --- The form

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        fieldsets = list(super().get_fieldsets(request, obj))
        if has_municipality(self.model) and self._shows_municipality(request, obj):
            fieldsets.insert(0, (None, {"fields": ["municipality"]}))
        if obj is not None and issubclass(self.model, Approvable):
            approval: Any = {"fields": ["approval", "approver", "approved_at"], "classes": ["collapse"]}
            fieldsets.append((_("Approval"), approval))
        if obj is not None and self.has_change_permission(request, obj):
            fieldsets.append((_("Why"), {"fields": ["change_reason"]}))
        return fieldsets

    def _shows_municipality(self, request: HttpRequest, obj: models.Model | None) -> bool:
        user, rows = signed_in(request), rows_of(self.model)
        if obj is not None:
            return works_in_several(user)
        stands_under = isinstance(rows, ChildQuerySet) and not self.model._meta.get_field(rows.roots[0]).null
        return not stands_under and len(self._homes(user)) > 1

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        fixed = list(super().get_readonly_fields(request, obj))
        if issubclass(self.model, Approvable):
            fixed += ["approval", "approver", "approved_at"]
        return fixed if obj is None else [*fixed, *self._fixed_once_made()]

    @admin.display(description=gettext_lazy("approved by"))
    def approver(self, row: Any) -> str | None:
        """By name alone: her own screen is another's to see."""
        return str(row.approved_by) if row.approved_by else None

    def _fixed_once_made(self) -> list[str]:
        names = {field.name for field in self.model._meta.concrete_fields}
        return [name for name in ("municipality", "reference") if name in names]

    def get_form(
        self, request: HttpRequest, obj: models.Model | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        user = signed_in(request)
        homes = {home for home in self._homes(user) if home is not None} if obj is None else set()
        home = home_of(obj) if obj is not None else next(iter(homes)) if len(homes) == 1 else None
        kwargs["formfield_callback"] = partial(self.formfield_for_dbfield, request=request, home=home)
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.user, form.addable = user, frozenset(homes)
        form.refusal = getattr(request, "refusal", None)
        if "municipality" in form.base_fields:
            form.base_fields["municipality"].required = None not in self._homes(user)
        return form

    def choices(self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, home: int | None) -> Any:
        """A row is put under what the user may change."""
        rows = super().choices(db_field, request, home)
        own = rows_of(self.model)
        if isinstance(own, ChildQuerySet) and db_field.name == own.roots[0]:
            return rows.filter(pk__in=rows_of(rows.model).editable_by(signed_in(request)).values("pk"))
        return rows

    def get_view_on_site_url(self, obj: models.Model | None = None) -> str | None:
        return obj.get_absolute_url() if obj is not None and hasattr(obj, "get_absolute_url") else None

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """What the write path or the database refuses is shown at the form; the transaction has kept nothing of it."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except ValidationError as error:
            request.refusal = error  # type: ignore[attr-defined]
        except IntegrityError:
            sentence = _(
                "Somebody else changed the same thing at the same time. Nothing was saved; look and try again."
            )
            request.refusal = ValidationError(sentence)  # type: ignore[attr-defined]
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_inline_formsets(self, *args: Any, **kwargs: Any) -> Any:
        return with_their_rows(super().get_inline_formsets(*args, **kwargs))

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        row = context.get("original")
        context["row_verbs"] = self.verbs_of(row, signed_in(request)) if row is not None else []
        if row is not None and context["row_verbs"]:
            # A refused form has left what was sent in this object.
            stored = row if request.method == "GET" else type(row)._base_manager.get(pk=row.pk)
            context["row_mark"] = mark_of(stored, self._parts(request, row))
            leaves = request.method == "GET" and any(verb.takes_out_of_lists for verb in context["row_verbs"])
            context["stays_pointing"] = dependents(row, signed_in(request)) if leaves else []
        if row is not None and context["adminform"].form.fields and not self.has_delete_permission(request, row):
            context["instead_of_deleting"] = self.instead_of_deleting
            context["depends_on_it"] = dependents(row, signed_in(request)) if request.method == "GET" else []
        parts = list(parts_of(list(context["adminform"]), context["inline_admin_formsets"]))
        context |= {"parts": parts, "has_parts": len(parts) >= FEWEST_TO_JUMP_TO, "tools": self.tools_of(row)}
        if context.get("errors"):
            context["wrong_fields"] = list(wrong_fields(context["adminform"].form, context["inline_admin_formsets"]))
        if hasattr(request, "typed"):
            # The browser is at the address of the button that was refused.
            kwargs["form_url"] = request.path
        return super().render_change_form(request, context, *args, **kwargs)

    def tools_of(self, row: Any) -> list[tuple[str, str]]:
        """(words, address) of pages about the row, beside its history; `row` is None when it is being made."""
        return []

    # --- Writing

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        reason = form.cleaned_data.get("change_reason", "")
        writing.save(obj, by=signed_in(request), reason=reason, validate=False)
        self._must_be_own(request, [obj])
        tell_undated(request, [(obj, form.changed_data)])

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        formset.save(commit=False)
        user, reason = signed_in(request), form.cleaned_data.get("change_reason", "")
        # Read anew: the history is to keep what was stored, not what was typed over it before the row was taken out.
        asked = [row.pk for row in formset.deleted_objects]
        gone = list(deletable_in(formset, user).filter(pk__in=asked)) if asked else []
        if len(gone) < len(asked):
            raise ValidationError(_("Only drafts that were never approved, and links, can be deleted."))
        writing.delete_many(gone, by=user, reason=reason)
        make_missing(formset, by=user, reason=reason)
        rows = [*(row for row, _fields in formset.changed_objects), *formset.new_objects]
        writing.save_many(rows, by=user, reason=reason)
        tell_undated(request, [(one.instance, one.changed_data) for one in formset.forms if one.instance in rows])
        if not goes_with_the_screen(formset):
            self._must_be_own(request, rows)
        others = [row for row in added_by_others(formset) if row.pk not in {mine.pk for mine in rows}]
        if others:
            words = {"kind": formset.model._meta.verbose_name_plural, "rows": "; ".join(map(str, others))}
            messages.info(request, _("Somebody else has added to %(kind)s meanwhile: %(rows)s.") % words)

    def _must_be_own(self, request: HttpRequest, rows: Sequence[models.Model]) -> None:
        """Nobody writes what she may not change: the transaction is undone."""
        if not rows:
            return
        own = rows_of(type(rows[0])).editable_by(signed_in(request)).filter(pk__in=[row.pk for row in rows])
        if own.count() < len(rows):
            raise PermissionDenied

    # The write path has kept the history already.
    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return None

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return None

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        return None

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        return []

    # --- Buttons and history

    def all_verbs(self) -> tuple[Verb, ...]:
        return (*approval_of(self.model), *self.verbs, *verbs_of_leaving(self.model))

    def verbs_of(self, row: models.Model, user: User) -> list[Verb]:
        return [verb for verb in verbs_for(self.all_verbs(), user) if verb.fits(row, user)]

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_verb"
        view = require_POST(self.admin_site.admin_view(self.verb_view))
        own = [path("<path:object_id>/verb/<slug:verb>/", view, name=name)] if self.all_verbs() else []
        return [*own, *super().get_urls()]

    def verb_view(self, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        asked = next((one for one in self.all_verbs() if one.name == verb), None)
        if asked is None:
            raise Http404
        if not asked.opens(access_of(signed_in(request))) or not self.has_view_permission(request, row):
            raise PermissionDenied
        screen = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[row.pk])
        if not asked.fits(row, signed_in(request)):
            # Pressed twice, or by two: the page shows what has come of it, and has the button no more.
            sentence = _("“%(verb)s” cannot be done here now; it may be done already. Nothing was done.")
            messages.error(request, sentence % {"verb": asked.label})
            return page_again(request, screen)
        now = [(row, mark_of(row, self._parts(request, row)))]
        is_done = perform(asked, now, request, {str(row.pk): request.POST.get("seen", now[0][1])})
        return HttpResponseRedirect(screen) if is_done else page_again(request, screen)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        parts = self._parts(request, row)
        events, page = history_of(row, parts, signed_in(request), request.GET.get("page"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("History"),
            "subtitle": str(row),
            "events": events,
            "page": page,
            "object": row,
            "opts": self.opts,
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.object_history_template, context)

    def _parts(self, request: HttpRequest, row: models.Model) -> list[tuple[type[models.Model], str]]:
        inlines = [one for one in self.get_inline_instances(request, row) if isinstance(one, HouseInline)]
        return [*((inline.model, inline.link()) for inline in inlines), *merged_part(self.model)]


def link_to(row: models.Model | None, words: str = "") -> str:
    """A link to the screen of a row."""
    if row is None:
        return ""
    url = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    return format_html('<a href="{}">{}</a>', url, words or str(row))
