from django.contrib import admin
from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("admin/", admin.site.urls),
    path("konto/", include("portfolio.accounts")),
    path("sprog/", set_language, name="set_language"),
    path("", include("portfolio.dashboards.urls")),
    path("", include("portfolio.budgeting.urls")),
    path("", include("portfolio.measuring.urls")),
    path("", include("portfolio.plans.urls")),
    path("", include("portfolio.extracts.urls")),
    path("", include("portfolio.reports.urls")),
    path("", include("portfolio.working.urls")),
    path("", include("portfolio.structuring.urls")),
    path("", include("portfolio.people.urls")),
    path("", include("portfolio.merging.urls")),
    path("", include("portfolio.practising.urls")),
    path("", include("portfolio.sheets.urls")),
    path("", include("portfolio.sheets.writing.urls")),
]

handler400 = "portfolio.errors.bad_request"
handler403 = "portfolio.errors.permission_denied"
handler404 = "portfolio.errors.page_not_found"
handler500 = "portfolio.errors.server_error"
