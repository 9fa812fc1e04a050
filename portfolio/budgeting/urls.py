from django.urls import path

from portfolio import converters  # noqa: F401 - registers the converter of municipality codes
from portfolio.budgeting import grids, pages

urlpatterns = [
    path("<kommunekode:code>/budget/", pages.budget, name="budget"),
    path("<kommunekode:code>/budget/indtastning/", grids.entries, name="budget-entries"),
    path("<kommunekode:code>/budget/opfoelgning/", grids.follow_up, name="budget-follow-up"),
    path("<kommunekode:code>/budget/korrigeret/", grids.revised, name="budget-revised"),
    path("<kommunekode:code>/budget/linjer/<slug:reference>/", pages.line, name="budget-line"),
    path(
        "<kommunekode:code>/budget/kilder/landsdaekkende/<slug:reference>/",
        pages.national_source,
        name="national-funding-source",
    ),
    path("<kommunekode:code>/budget/kilder/<slug:reference>/", pages.source, name="funding-source"),
]
