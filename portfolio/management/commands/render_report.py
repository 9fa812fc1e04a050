"""Makes the PDF of a frozen report again from its snapshot, and says whether it is the one that was issued."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portfolio.reports.models import Report, ReportState
from portfolio.reports.pdf.fonts import font_hashes
from portfolio.reports.pdf.versions import engine_versions
from portfolio.reports.printed import HoldsNoPages, printed
from portfolio.reports.rendering import render

NO_PAGES = (
    "The report was frozen before snapshots held their pages. Its figures are in the snapshot, and the file that was"
    " issued is the record; it cannot be made again."
)


class Command(BaseCommand):
    help = "Makes the PDF of a frozen report again and compares it with the one that was issued."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("municipality", help="The municipality's code.")
        parser.add_argument("reference", help="The report's reference.")
        parser.add_argument("file", type=Path, help="Where to write the PDF.")

    def handle(self, *args: Any, **options: Any) -> None:
        frozen = Report.objects.exclude(state=ReportState.DRAFT)
        report = frozen.filter(municipality__code=options["municipality"], reference=options["reference"]).first()
        if report is None:
            raise CommandError("There is no frozen report with this reference.")
        try:
            printed(report.snapshot)
        except HoldsNoPages:
            raise CommandError(NO_PAGES) from None
        made = render(report.snapshot, lambda _progress: None)
        options["file"].write_bytes(made.pdf)
        if hashlib.sha256(made.pdf).hexdigest() == report.pdf_sha256:
            self.stdout.write("The same to the byte.")
            return
        changed = ", ".join(sorted(_changed(json.loads(report.snapshot)))) or "nothing that is known of"
        raise CommandError(f"The file differs from the one that was issued. Changed since: {changed}.")


def _changed(read: dict[str, Any]) -> set[str]:
    """Programs and fonts that are other than when the report was frozen."""
    now = engine_versions() | font_hashes()
    then = read["versions"] | read["fonts"]
    return {name for name in now if now[name] != then.get(name)}
