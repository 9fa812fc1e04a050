"""Addresses of the pages that shape a municipality's structure."""

from django.urls import path

from portfolio import converters  # noqa: F401 - registers the converter of municipality codes
from portfolio.structuring import archive, catalogue, doors, headings, objectives, terms

urlpatterns = [
    path("<kommunekode:code>/opbygning/", doors.structure, name="structure"),
    path("<kommunekode:code>/strategier/<slug:reference>/maal/", objectives.objectives, name="strategy-objectives"),
    path("<kommunekode:code>/overskrifter/", headings.headings, name="headings"),
    path("<kommunekode:code>/byraadsperiode/", terms.new_term, name="new-term"),
    path("<kommunekode:code>/katalog/", catalogue.catalogue, name="catalogue"),
    path("<kommunekode:code>/arkiv/", archive.archive, name="archive"),
    path("katalog/forslag/", catalogue.suggestions, name="suggestions"),
]
