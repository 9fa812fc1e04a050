"""Makes the site of portfolio/admin_site.py the one that the screens of all apps register on."""

from django.contrib.admin.apps import AdminConfig


class AdministrationConfig(AdminConfig):
    default_site = "portfolio.admin_site.AdministrationSite"
