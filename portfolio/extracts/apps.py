from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExtractsConfig(AppConfig):
    name = "portfolio.extracts"
    label = "extracts"
    verbose_name = _("Finance extracts")

    def ready(self) -> None:
        from organisation.triggers import keep_installed
        from portfolio.extracts.triggers import rules

        keep_installed(self, rules())
