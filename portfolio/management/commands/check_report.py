"""Looks through reports for what a reader with a screen reader would miss, and whether they are as they were issued."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from portfolio.reports.models import Report
from portfolio.reports.pdf.structure import findings, of_colours
from portfolio.reports.printed import HoldsNoPages, printed


class Command(BaseCommand):
    help = "Checks that PDF reports are tagged, described and complete for readers who cannot see them."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="*", type=Path)
        parser.add_argument("--all", action="store_true", help="every report that has been made, as it was issued")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["files"] and not options["all"]:
            raise CommandError("Name the files, or ask for --all.")
        checked = broken = 0
        for name, found in self.found(options["files"], everything=options["all"]):
            checked, broken = checked + 1, broken + bool(found)
            self.stdout.write("\n".join([f"{name}: {len(found)} findings", *(f"  {one}" for one in found)]))
        if broken:
            raise CommandError(f"{broken} of {checked} files are not accessible to everybody.")

    def found(self, files: list[Path], *, everything: bool) -> Iterator[tuple[str, list[str]]]:
        for file in files:
            yield str(file), of_file(file.read_bytes())
        if everything:
            for report in Report.objects.exclude(pdf="").select_related("municipality").order_by("pk").iterator(10):
                yield f"{report.municipality.code}/{report.reference}", of_report(report)


def of_file(pdf: bytes) -> list[str]:
    try:
        return findings(pdf)
    except pikepdf.PdfError:
        return [_("The file cannot be opened as PDF.")]


def of_report(report: Report) -> list[str]:
    try:
        with report.pdf.open("rb") as file:
            pdf = file.read()
    except FileNotFoundError:
        return [_("The file is gone.")]
    found = of_file(pdf)
    if hashlib.sha256(pdf).hexdigest() != report.pdf_sha256:
        found.append(_("The file is not the one that was issued."))
    if hashlib.sha256(report.snapshot.encode()).hexdigest() != report.snapshot_sha256:
        found.append(_("The content is not the one that was frozen."))
        return found
    try:
        kept = printed(report.snapshot)
    except HoldsNoPages:
        # The file is the record, and has been looked at; the sheet that it was printed with is not kept.
        return found
    return [*found, *of_colours(kept.css + kept.running_css)]
