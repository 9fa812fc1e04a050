from django.urls import path

from portfolio import converters  # noqa: F401 - registers the converter of municipality codes
from portfolio.sheets.writing import node_views, views

urlpatterns = [
    path("<kommunekode:code>/regneark/", views.sheets, name="sheets"),
    path("<kommunekode:code>/regneark/<slug:slug>", views.sheet_list, name="sheet-list"),
    path("<kommunekode:code>/regneark/skabeloner/<slug:slug>", views.fill_in, name="fill-in"),
    path("<kommunekode:code>/indsatser/regneark", views.portfolio, name="portfolio-sheet"),
    path("<kommunekode:code>/strategier/<slug:reference>/regneark", views.strategy, name="strategy-sheet"),
    path("<kommunekode:code>/indsatser/<slug:reference>/regneark", views.initiative, name="initiative-sheet"),
    path("<kommunekode:code>/indikatorer/<slug:reference>/regneark", views.indicator, name="indicator-sheet"),
    path("<kommunekode:code>/strategikort/regneark", node_views.strategy_map, name="strategy-map-sheet"),
    path("<kommunekode:code>/aarshjul/regneark", node_views.year, name="calendar-sheet"),
    path("<kommunekode:code>/maal/<slug:reference>/regneark", node_views.objective, name="objective-sheet"),
    path(
        "<kommunekode:code>/maalgrupper/<slug:reference>/regneark", node_views.target_group, name="target-group-sheet"
    ),
    path("<kommunekode:code>/metoder/<slug:reference>/regneark", node_views.method, name="method-sheet"),
    path("<kommunekode:code>/udvalg/<slug:reference>/regneark", node_views.body, name="body-sheet"),
    path("instrumenter/<slug:reference>/regneark", views.instrument, name="instrument-sheet"),
    path("<kommunekode:code>/budget/regneark", views.budget, name="budget-sheet"),
    path("<kommunekode:code>/budget/linjer/<slug:reference>/regneark", views.line, name="budget-line-sheet"),
    path("<kommunekode:code>/budget/kilder/<slug:reference>/regneark", views.source, name="funding-source-sheet"),
    path(
        "<kommunekode:code>/budget/kilder/landsdaekkende/<slug:reference>/regneark",
        views.national_source,
        name="national-funding-source-sheet",
    ),
]
