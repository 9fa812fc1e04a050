"""What the database refuses about extracts of the finance system: they do not cross municipalities."""

from __future__ import annotations

from organisation.tenancy import tenant_models
from organisation.triggers import Rule, stays_home


def rules() -> list[Rule]:
    return [rule for model in tenant_models("extracts") for rule in stays_home(model)]
