from django.urls import path

from portfolio import converters  # noqa: F401 - registers the converter of municipality codes
from portfolio.reports import views

urlpatterns = [
    path("<kommunekode:code>/rapporter/", views.reports, name="reports"),
    path("<kommunekode:code>/rapporter/<slug:reference>/", views.report, name="report"),
    path("<kommunekode:code>/rapporter/<slug:reference>/pdf", views.report_pdf, name="report-pdf"),
    path("<kommunekode:code>/rapporter/<slug:reference>/igen", views.retry, name="report-retry"),
    path("<kommunekode:code>/rapporter/<slug:reference>/stop", views.cancel, name="report-cancel"),
]
