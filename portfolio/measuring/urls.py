from django.urls import path

from portfolio import converters  # noqa: F401 - registers the converter of municipality codes
from portfolio.measuring import pages

urlpatterns = [path("<kommunekode:code>/maalinger/indtastning/", pages.survey, name="survey")]
