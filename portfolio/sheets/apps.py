from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SheetsConfig(AppConfig):
    name = "portfolio.sheets"
    label = "sheets"
    verbose_name = _("Spreadsheets")

    def ready(self) -> None:
        from organisation.triggers import keep_installed
        from portfolio.sheets.triggers import rules

        keep_installed(self, rules())
