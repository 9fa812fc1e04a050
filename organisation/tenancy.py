"""Which rows belong to a municipality, and which of their relations must stay inside it. Read from the models."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models

OWNER = "municipality"


def is_tenant(model: type[models.Model]) -> bool:
    return any(field.name == OWNER for field in model._meta.concrete_fields)


def tenant_models(app_label: str | None = None) -> list[type[models.Model]]:
    """The models, of one app or of all, whose rows belong to a municipality."""
    configs = [apps.get_app_config(app_label)] if app_label else apps.get_app_configs()
    return [model for config in configs for model in config.get_models() if is_tenant(model)]


def tenant_relations(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    """The foreign keys to rows that themselves belong to a municipality."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and isinstance(field.related_model, type)
        and is_tenant(field.related_model)
    ]
