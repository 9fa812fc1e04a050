"""What the database refuses about indicators: approved values stand, and nothing crosses municipalities."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from indicators.models import Measurement, Target
from organisation.tenancy import tenant_models
from organisation.triggers import Rule, stands, stays_home


def rules() -> list[Rule]:
    approved = "{row}.approval = 'approved'"
    return [
        *stands(
            Measurement, "approved_stands", approved, _("An approved measurement stands; a later one replaces it.")
        ),
        *stands(Target, "target_stands", approved, _("An approved target stands; a later one replaces it.")),
        *(rule for model in tenant_models("indicators") for rule in stays_home(model)),
    ]
