"""Addresses of the pages about people."""

from django.urls import path

from portfolio import converters  # noqa: F401 - registers the converter of municipality codes
from portfolio.people import absences, views

urlpatterns = [
    path("<kommunekode:code>/personer/", views.people, name="people"),
    path("<kommunekode:code>/personer/inviter/", views.invite, name="people-invite"),
    path("<kommunekode:code>/personer/<int:number>/link/", views.send_again, name="people-link"),
    path("<kommunekode:code>/personer/<int:number>/overdrag/", absences.handover, name="people-handover"),
    path("<kommunekode:code>/roller/<int:number>/slut/", views.end_role, name="role-end"),
    path("<kommunekode:code>/fravaer/", absences.absences, name="absences"),
]
