from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "portfolio.reports"
    label = "reports"
    verbose_name = _("Reports")

    def ready(self) -> None:
        from organisation.triggers import keep_installed
        from portfolio.reports import checks  # noqa: F401 - registers the check
        from portfolio.reports.triggers import rules

        keep_installed(self, rules())
