"""The limits of this installation."""

from __future__ import annotations

from django.conf import settings

from portfolio.sheets.reading import Limits


def limits() -> Limits:
    return Limits(
        file_bytes=settings.SHEET_MEGABYTES * 2**20,
        unpacked_bytes=settings.SHEET_UNPACKED_MEGABYTES * 2**20,
        sheets=settings.SHEET_COUNT,
        rows=settings.SHEET_ROWS,
        columns=settings.SHEET_COLUMNS,
        seconds=settings.SHEET_SECONDS,
        memory_megabytes=settings.SHEET_READING_MEGABYTES,
    )
