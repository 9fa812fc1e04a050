from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    name = "portfolio.plans"
    label = "plans"
    verbose_name = _("Action plans")

    def ready(self) -> None:
        from organisation.triggers import keep_installed
        from portfolio.plans.triggers import rules

        keep_installed(self, rules())
