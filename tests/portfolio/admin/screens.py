"""What a screen of the administration sends, and what it says back."""

from __future__ import annotations

from typing import Any

from django.urls import reverse


def change(row: Any) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def errors(answer: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = dict(answer.context["adminform"].form.errors)
    return found
