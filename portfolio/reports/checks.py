"""Says at the start, and not in the middle of the first report, that something the PDF needs is missing."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes.util import find_library
from typing import Any

from django.core.checks import CheckMessage, register
from django.core.checks import Warning as CheckWarning

from portfolio.reports.pdf.fonts import FOLDER, NAMES

# Without the second the engine works, more slowly and with larger files.
LIBRARIES = {"pangoft2-1.0": "libpangoft2-1.0-0", "harfbuzz-subset": "libharfbuzz-subset0"}
INSTALL = "apt-get install --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0"


@register
def pdf_engine(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    missing = [package for library, package in LIBRARIES.items() if find_library(library) is None]
    warnings: list[CheckMessage] = []
    if missing:
        message = f"PDF reports need system libraries that are not installed: {', '.join(missing)}."
        warnings.append(CheckWarning(message, hint=f"On Debian: {INSTALL}", id="reports.W001"))
    fonts = [name for name in NAMES if not (FOLDER / name).exists()]
    if fonts:
        message = f"PDF reports need fonts that are not installed: {', '.join(fonts)}."
        warnings.append(CheckWarning(message, hint="Run: npm ci", id="reports.W002"))
    return warnings
