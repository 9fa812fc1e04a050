from django.urls import path

from portfolio import converters  # noqa: F401 - registers the converter of municipality codes
from portfolio.sheets import table_views, views

_FILE = "<kommunekode:code>/regneark/import/<slug:reference>/"
_TABLE = _FILE + "<int:position>/"

urlpatterns = [
    path("<kommunekode:code>/regneark/import/", views.imports, name="imports"),
    path(_FILE, views.file, name="sheet-file"),
    path(_FILE + "fil", views.original, name="sheet-original"),
    path(_TABLE, table_views.layout, name="sheet-layout"),
    path(_TABLE + "forhaandsvisning/", table_views.preview, name="sheet-preview"),
    path(_TABLE + "svar", table_views.answer, name="sheet-answer"),
    path(_TABLE + "udelad", table_views.leave_out, name="sheet-leave-out"),
    path(_TABLE + "markeret", table_views.marked, name="sheet-marked"),
    path(_TABLE + "fortryd/", table_views.take_back, name="sheet-undo"),
]
