from django.urls import path

from portfolio import converters  # noqa: F401 - registers the converter of municipality codes
from portfolio.reports import acting, composing, headings, views

urlpatterns = [
    path("<kommunekode:code>/rapporter/", views.reports, name="reports"),
    path("<kommunekode:code>/rapporter/ny/", composing.new, name="report-new"),
    path("<kommunekode:code>/rapporter/overskrifter", headings.own_copy, name="report-headings"),
    path("<kommunekode:code>/rapporter/<slug:reference>/", views.report, name="report"),
    path("<kommunekode:code>/rapporter/<slug:reference>/valg/", composing.choices, name="report-choices"),
    path("<kommunekode:code>/rapporter/<slug:reference>/tekster/", composing.texts, name="report-texts"),
    path("<kommunekode:code>/rapporter/<slug:reference>/sider/", composing.preview, name="report-preview"),
    path("<kommunekode:code>/rapporter/<slug:reference>/beslutning/", acting.decision, name="report-decision"),
    path("<kommunekode:code>/rapporter/<slug:reference>/pdf", views.report_pdf, name="report-pdf"),
    path("<kommunekode:code>/rapporter/<slug:reference>/igen", views.retry, name="report-retry"),
    path("<kommunekode:code>/rapporter/<slug:reference>/stop", views.cancel, name="report-cancel"),
    path("<kommunekode:code>/rapporter/<slug:reference>/<slug:act>", acting.act, name="report-act"),
]
