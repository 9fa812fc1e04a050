"""What the database refuses about initiatives: approved updates stand, and nothing crosses municipalities."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from initiatives.models import StatusUpdate
from organisation.tenancy import tenant_models
from organisation.triggers import Rule, stands, stays_home


def rules() -> list[Rule]:
    approved, sentence = "{row}.state = 'approved'", _("An approved status update stands; a later one replaces it.")
    return [
        *stands(StatusUpdate, "approved_stands", approved, sentence),
        *(rule for model in tenant_models("initiatives") for rule in stays_home(model)),
    ]
