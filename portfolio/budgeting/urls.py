from django.urls import path

from portfolio import converters  # noqa: F401 - registers the converter of municipality codes
from portfolio.budgeting import pages

urlpatterns = [
    path("<kommunekode:code>/budget/linjer/<slug:reference>/", pages.line, name="budget-line"),
    path("<kommunekode:code>/budget/kilder/<slug:reference>/", pages.source, name="funding-source"),
]
