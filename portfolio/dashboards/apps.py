from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DashboardsConfig(AppConfig):
    name = "portfolio.dashboards"
    label = "dashboards"
    verbose_name = _("Pages")

    def ready(self) -> None:
        from organisation.triggers import keep_installed
        from portfolio.dashboards.triggers import rules

        keep_installed(self, rules())
