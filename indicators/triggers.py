"""What the database refuses about indicators: approved values stand, and nothing crosses municipalities."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from indicators.models import Indicator, Measurement, Target
from indicators.models.indicators import STAYS_ABOUT_CITIZENS
from organisation.tenancy import tenant_models
from organisation.triggers import UPDATE, Rule, stands, stays_home


def rules() -> list[Rule]:
    approved = "{row}.approval = 'approved'"
    table = Measurement._meta.db_table
    values = f"SELECT 1 FROM {table} m WHERE m.indicator_id = OLD.id AND m.approval = 'approved'"  # noqa: S608 - a table's name
    return [
        *stands(
            Measurement, "approved_stands", approved, _("An approved measurement stands; a later one replaces it.")
        ),
        *stands(Target, "target_stands", approved, _("An approved target stands; a later one replaces it.")),
        Rule(
            "stays_about_citizens",
            Indicator._meta.db_table,
            UPDATE,
            f"OLD.about_citizens AND NOT NEW.about_citizens AND EXISTS ({values})",
            STAYS_ABOUT_CITIZENS,
            frozenset({table}),
        ),
        *(rule for model in tenant_models("indicators") for rule in stays_home(model)),
    ]
