from django.urls import path

from portfolio import converters  # noqa: F401 - registers the converter of municipality codes
from portfolio.dashboards import bodies, lists, views

urlpatterns = [
    path("", views.home, name="home"),
    path("<kommunekode:code>/", lists.portfolio, name="portfolio"),
    path("<kommunekode:code>/udvalg/<slug:reference>/", bodies.body, name="body"),
    path("<kommunekode:code>/strategier/<slug:reference>/", views.strategy, name="strategy"),
    path("<kommunekode:code>/indsatser/<slug:reference>/", views.initiative, name="initiative"),
    path("<kommunekode:code>/indikatorer/<slug:reference>/", views.indicator, name="indicator"),
    path("instrumenter/", views.instruments, name="instruments"),
    path("instrumenter/<slug:reference>/", views.instrument, name="instrument"),
    path("<kommunekode:code>/dokumenter/<slug:reference>/fil", views.document_file, name="document-file"),
]
