"""Addresses that a test fills in with a hole."""

from typing import Any

urlpatterns: list[Any] = []
