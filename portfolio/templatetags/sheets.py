"""The menu of downloads on a page: the workbook, and its tables as text."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

register = template.Library()


@register.inclusion_tag("sheets/_download.html")
def download(name: str, *arguments: str, address: str = "", about: str = "") -> dict[str, Any]:
    """`name` and `arguments` are of the download's address, `address` is the page's query; `about` what is fetched."""
    return {"url": reverse(name, args=arguments), "address": f"&{address}" if address else "", "about": about}
