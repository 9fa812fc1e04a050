"""Looks through a PDF for what a person with a screen reader would miss."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portfolio.reports.pdf.structure import findings


class Command(BaseCommand):
    help = "Checks that a PDF report is tagged, described and complete for readers who cannot see it."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        broken = 0
        for file in options["files"]:
            found = findings(file.read_bytes())
            broken += bool(found)
            self.stdout.write("\n".join([f"{file}: {len(found)} findings", *(f"  {one}" for one in found)]))
        if broken:
            raise CommandError(f"{broken} of {len(options['files'])} files are not accessible to everybody.")
