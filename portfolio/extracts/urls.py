from django.urls import path

from portfolio import converters  # noqa: F401 - registers the converter of municipality codes
from portfolio.extracts import views

urlpatterns = [
    path("<kommunekode:code>/budget/udtraek/", views.extracts, name="extracts"),
    path("<kommunekode:code>/budget/udtraek/<slug:reference>/", views.extract, name="extract"),
    path("<kommunekode:code>/budget/udtraek/<slug:reference>/konti/", views.remember, name="extract-accounts"),
    path("<kommunekode:code>/budget/udtraek/<slug:reference>/bogfoer/", views.confirm, name="extract-book"),
    path("<kommunekode:code>/budget/udtraek/<slug:reference>/fortryd/", views.undo, name="extract-undo"),
    path("<kommunekode:code>/budget/udtraek/<slug:reference>/kasser/", views.drop, name="extract-drop"),
]
