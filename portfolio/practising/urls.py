from django.urls import path

from portfolio.practising import views

urlpatterns = [
    path("<kommunekode:code>/oeveomraade/", views.practice, name="practice"),
    path("<kommunekode:code>/oeveomraade/aabn/", views.enter, name="practice-enter"),
    path("<kommunekode:code>/oeveomraade/ryd/", views.clear, name="practice-clear"),
]
