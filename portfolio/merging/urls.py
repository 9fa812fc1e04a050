"""Addresses of merging."""

from django.urls import path

from portfolio import converters  # noqa: F401 - registers the converter of municipality codes
from portfolio.merging import views

urlpatterns = [
    path("<kommunekode:code>/dubletter/", views.merge, name="merge"),
    path("katalog/dubletter/", views.merge_catalogue, name="merge-catalogue"),
]
