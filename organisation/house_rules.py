"""What the database refuses about the ground floor: history is only added to, and nothing crosses municipalities."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from organisation.models import ChangeRecord
from organisation.tenancy import tenant_models
from organisation.triggers import Rule, stands, stays_home


def rules() -> list[Rule]:
    # A record of a catalogue row made by an import names the import's municipality nowhere: it is not a tenant's row.
    tenants = [model for model in tenant_models("organisation") if model is not ChangeRecord]
    return [
        *stands(ChangeRecord, "history_stands", "{row}.id IS NOT NULL", _("History is only added to.")),
        *(rule for model in tenants for rule in stays_home(model)),
    ]
