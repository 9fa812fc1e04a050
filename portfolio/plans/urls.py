from django.urls import path

from portfolio import converters  # noqa: F401 - registers the converter of municipality codes
from portfolio.plans import views

urlpatterns = [
    path("<kommunekode:code>/handleplaner/", views.plans, name="plans"),
    path("<kommunekode:code>/handleplaner/<slug:reference>/", views.plan, name="plan"),
    path(
        "<kommunekode:code>/handleplaner/<slug:reference>/indsats/<int:number>/",
        views.initiative,
        name="plan-initiative",
    ),
    path("<kommunekode:code>/handleplaner/<slug:reference>/saml/<int:number>/", views.join, name="plan-join"),
    path("<kommunekode:code>/handleplaner/<slug:reference>/tilfoej/", views.add, name="plan-add"),
    path("<kommunekode:code>/handleplaner/<slug:reference>/udenfor/", views.outside, name="plan-outside"),
    path("<kommunekode:code>/handleplaner/<slug:reference>/gem/", views.save, name="plan-save"),
    path("<kommunekode:code>/handleplaner/<slug:reference>/fortryd/", views.undo, name="plan-undo"),
    path("<kommunekode:code>/handleplaner/<slug:reference>/kasser/", views.drop, name="plan-drop"),
]
