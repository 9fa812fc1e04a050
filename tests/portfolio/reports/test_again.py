"""A frozen report made again: the same bytes, in another process, after its database was dumped and restored."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core import serializers
from django.core.management import CommandError, call_command

from organisation import triggers
from portfolio.reports.models import Report, ReportScope, ReportState
from portfolio.reports.snapshot import sha256
from tests.portfolio.reports.conftest import Reporting

pytestmark = pytest.mark.slow


def made_again(report: Report, file: Path) -> bytes:
    out = io.StringIO()
    call_command("render_report", report.municipality.code, report.reference, str(file), stdout=out)
    assert out.getvalue() == "The same to the byte.\n"
    return file.read_bytes()


def test_the_same_bytes_come_again_also_after_the_rows_were_dumped_and_restored(
    reporting: Reporting, tmp_path: Path
) -> None:
    report = reporting.order().report
    call_command("work", "--until-empty")
    report.refresh_from_db()
    assert report.state == ReportState.FROZEN
    with report.pdf.open("rb") as file:
        issued = file.read()
    assert made_again(report, tmp_path / "one.pdf") == issued
    dumped = serializers.serialize("json", Report.objects.filter(pk=report.pk))
    with triggers.lifted():
        ReportScope.objects.filter(report=report)._raw_delete("default")
        report.jobs.all()._raw_delete("default")
        Report.objects.filter(pk=report.pk)._raw_delete("default")
        for row in serializers.deserialize("json", dumped):
            row.save()
    restored = Report.objects.get(pk=report.pk)
    assert sha256(restored.snapshot) == report.snapshot_sha256
    assert made_again(restored, tmp_path / "two.pdf") == issued


def test_another_file_is_told(reporting: Reporting, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no frozen report"):
        call_command("render_report", "0101", reporting.draft().reference, str(tmp_path / "x.pdf"))
