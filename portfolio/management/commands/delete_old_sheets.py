"""Deletes chosen spreadsheets, action plans and extracts whose time is up. The worker does the same once a day."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from portfolio.sheets.retention import delete_overdue


class Command(BaseCommand):
    help = "Deletes chosen spreadsheets, plans and extracts by rule (SHEET_UNUSED_DAYS, SHEET_KEPT_DAYS)."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{delete_overdue(timezone.now())} files deleted")
