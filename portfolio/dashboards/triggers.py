"""What the database refuses about a reader's own rows: they do not cross municipalities."""

from __future__ import annotations

from organisation.tenancy import tenant_models
from organisation.triggers import Rule, stays_home


def rules() -> list[Rule]:
    return [rule for model in tenant_models("dashboards") for rule in stays_home(model)]
