"""The administration's site: our sign-in, our history, and nothing that answers for rows outside the rules."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.templatetags import admin_list
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from organisation.administration import HouseAdmin
from organisation.administration.history import recent_changes
from organisation.administration.rights import rows_of, signed_in
from organisation.models import Municipality
from portfolio.overview.work import work

# Of somebody who works in more municipalities, the others are found from their own pages.
MOST_WORKPLACES = 3
# Django's own pages for the password and the sign-out would be a second set beside ours, and its redirect to a row's
# page looks the row up without asking who may see it.
LEFT_OUT = frozenset({"login", "logout", "password_change", "password_change_done", "view_on_site"})


def _in_words(value: bool | None) -> str:
    """In lists and of what is only read. Django's own pictures have English names in every language."""
    return "–" if value is None else gettext("yes") if value else gettext("no")


admin_list._boolean_icon = _in_words  # type: ignore[attr-defined]


class AutocompleteView(AutocompleteJsonView):
    """Suggestions for a choice: the rows that the user may see, of a field that is on a screen she may open."""

    def has_perm(self, request: HttpRequest, obj: Any = None) -> bool:
        user = signed_in(request)
        return rows_of(self.source_field.model).opened_by(user) and super().has_perm(request, obj)

    def get_queryset(self) -> Any:
        return super().get_queryset().filter(pk__in=self._visible())

    def _visible(self) -> Any:
        return rows_of(self.model_admin.model).visible_to(signed_in(self.request)).values("pk")


class AdministrationSite(admin.AdminSite):
    site_title = _("Pejlemærke administration")
    site_header = _("Pejlemærke administration")
    index_title = _("Your work")
    enable_nav_sidebar = False

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Only screens that go through the rules. Django's users and groups are left out: roles are memberships."""
        if admin_class is not None and admin_class.__module__ == "django.contrib.auth.admin":
            return
        if admin_class is None or not issubclass(admin_class, HouseAdmin):
            raise ImproperlyConfigured(f"{admin_class} is not a HouseAdmin: its rows would be shown to everybody.")
        super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_active and request.user.is_staff

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Anonymous: our sign-in. Signed in without a role that edits: 403."""
        inner = super().admin_view(view, cacheable)

        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not self.has_permission(request):
                raise PermissionDenied
            answer: HttpResponseBase = inner(request, *args, **kwargs)
            return answer

        # What Django's wrapper says of itself: its pages are never kept by a browser, and never need CSRF twice.
        checked.__dict__.update(inner.__dict__)
        return checked

    def get_urls(self) -> list[Any]:
        return [one for one in super().get_urls() if not (isinstance(one, URLPattern) and one.name in LEFT_OUT)]

    def autocomplete_view(self, request: HttpRequest) -> Any:
        return AutocompleteView.as_view(admin_site=self)(request)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Without Django's list of all screens, which no page but the index shows and which asks for every right."""
        return {
            "site_title": self.site_title,
            "site_header": self.site_header,
            "site_url": reverse("home"),
            "has_permission": self.has_permission(request),
            "available_apps": [],
            "is_popup": False,
            "is_nav_sidebar_enabled": False,
            "log_entries": [],
        }

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Work first: what one's own initiatives and the portfolio ask for, then the list of screens."""
        user, today = signed_in(request), timezone.localdate()
        works = [work(user, home, today) for home in Municipality.objects.staffed_by(user)[:MOST_WORKPLACES]]
        return super().index(request, {"recent_changes": recent_changes(user), "works": works, **(extra_context or {})})
