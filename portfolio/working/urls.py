"""Addresses of daily work: one's own list, and the round of status updates."""

from django.urls import path

from portfolio.working import history, searching, views

urlpatterns = [
    path("<kommunekode:code>/arbejde/", views.work, name="work"),
    path("<kommunekode:code>/soeg/", searching.found, name="search"),
    path("<kommunekode:code>/historik/", history.history, name="history"),
    path("<kommunekode:code>/historik/<int:number>/tilbage/", history.put_back, name="history-put-back"),
    path("<kommunekode:code>/historik/<int:number>/fortryd/", history.take_back, name="history-undo"),
    path("<kommunekode:code>/historik/handling/<slug:act>/", history.act, name="history-act"),
    path("katalog/handling/<slug:act>/", history.act, name="catalogue-act"),
    path("<kommunekode:code>/status/", views.statuses, name="statuses"),
    path("<kommunekode:code>/status/godkend/", views.approve, name="statuses-approve"),
    path("<kommunekode:code>/status/returner/", views.send_back, name="status-send-back"),
    path("<kommunekode:code>/indsatser/<slug:reference>/status/", views.update, name="status-update"),
    path("<kommunekode:code>/indsatser/<slug:reference>/status/traek-tilbage/", views.withdraw, name="status-withdraw"),
]
