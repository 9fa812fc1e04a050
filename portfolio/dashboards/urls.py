from django.urls import path

from portfolio import converters  # noqa: F401 - registers the converter of municipality codes
from portfolio.dashboards import bodies, calendars, lists, nodes, saving, views

urlpatterns = [
    path("", views.home, name="home"),
    path("<kommunekode:code>/", lists.portfolio, name="portfolio"),
    path("<kommunekode:code>/logo", views.logo, name="logo"),
    path("<kommunekode:code>/udvalg/<slug:reference>/", bodies.body, name="body"),
    path("<kommunekode:code>/visninger/gem", saving.save_view, name="view-save"),
    path("<kommunekode:code>/visninger/slet", saving.delete_view, name="view-delete"),
    path("<kommunekode:code>/aarshjul/", calendars.year, name="calendar"),
    path("<kommunekode:code>/aarshjul/adresse", calendars.subscribe, name="calendar-subscribe"),
    path("<kommunekode:code>/aarshjul/luk", calendars.unsubscribe, name="calendar-unsubscribe"),
    path("kalender/<str:token>.ics", calendars.calendar_feed, name="calendar-feed"),
    path("<kommunekode:code>/strategikort/", nodes.strategy_map, name="strategy-map"),
    path("<kommunekode:code>/maal/<slug:reference>/", nodes.objective, name="objective"),
    path("<kommunekode:code>/maalgrupper/<slug:reference>/", nodes.target_group, name="target-group"),
    path("<kommunekode:code>/metoder/<slug:reference>/", nodes.method, name="method"),
    path("<kommunekode:code>/strategier/<slug:reference>/", views.strategy, name="strategy"),
    path("<kommunekode:code>/indsatser/<slug:reference>/", views.initiative, name="initiative"),
    path("<kommunekode:code>/indikatorer/<slug:reference>/", views.indicator, name="indicator"),
    path("instrumenter/", views.instruments, name="instruments"),
    path("instrumenter/<slug:reference>/", views.instrument, name="instrument"),
    path("<kommunekode:code>/dokumenter/<slug:reference>/fil", views.document_file, name="document-file"),
]
