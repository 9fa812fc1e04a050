"""Addresses of the round of status updates."""

from django.urls import path

from portfolio.statuses import views

urlpatterns = [
    path("<kommunekode:code>/status/", views.statuses, name="statuses"),
    path("<kommunekode:code>/status/godkend/", views.approve, name="statuses-approve"),
    path("<kommunekode:code>/status/returner/", views.send_back, name="status-send-back"),
    path("<kommunekode:code>/indsatser/<slug:reference>/status/", views.update, name="status-update"),
]
