"""The command looks at files, and at every report as it was issued."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from organisation import triggers
from portfolio.reports.jobs import Failed
from portfolio.reports.making import refuse_unreadable
from portfolio.reports.models import Report
from portfolio.reports.ordering import correct
from portfolio.reports.rendering import Rendered
from portfolio.reports.snapshot import canonical, freeze, sha256
from tests.portfolio.reports.conftest import Reporting


@pytest.mark.slow
def test_every_report_that_was_made_is_looked_at(reporting: Reporting, files: Path, capsys: Any) -> None:
    reporting.order()
    reporting.order(title="En kladde")
    call_command("work", "--once")
    made = Report.objects.exclude(pdf="").get()
    call_command("check_report", "--all")
    assert capsys.readouterr().out == f"0101/{made.reference}: 0 findings\n"
    file = Path(made.pdf.path)
    issued = file.read_bytes()
    file.write_bytes(issued[:-100])
    assert "ikke åbnes" in refused(capsys) or "ikke den, der blev udsendt" in refused(capsys)
    file.write_bytes(issued + b"\n")
    assert "Filen er ikke den, der blev udsendt." in refused(capsys)
    file.unlink()
    assert "Filen er væk." in refused(capsys)
    file.write_bytes(issued)
    with triggers.lifted():
        Report.objects.filter(pk=made.pk).update(snapshot=made.snapshot + " ")
    assert "Indholdet er ikke det, der blev låst." in refused(capsys)


def refused(capsys: Any) -> str:
    with pytest.raises(CommandError, match="1 of 1"):
        call_command("check_report", "--all")
    return str(capsys.readouterr().out)


def of_the_first_format(report: Report) -> None:
    """As reports were frozen before their pages were kept with them."""
    read = json.loads(report.snapshot)
    newer = ("resume", "tables", "deviations", "economy", "definitions")
    kept = {name: read[name] for name in ("language", "versions", "fonts", "report")}
    content = {name: value for name, value in read["content"].items() if name not in newer}
    snapshot = canonical({**kept, "format": 1, "content": content})
    with triggers.lifted():
        Report.objects.filter(pk=report.pk).update(snapshot=snapshot, snapshot_sha256=sha256(snapshot), composition={})
    report.refresh_from_db()


@pytest.mark.slow
def test_of_a_report_of_the_first_format_the_file_is_the_record(
    reporting: Reporting, files: Path, tmp_path: Path, capsys: Any
) -> None:
    report = reporting.order().report
    call_command("work", "--once")
    report.refresh_from_db()
    of_the_first_format(report)
    call_command("check_report", "--all")
    assert capsys.readouterr().out == f"0101/{report.reference}: 0 findings\n"
    with pytest.raises(CommandError, match="cannot be made again"):
        call_command("render_report", "0101", report.reference, str(tmp_path / "x.pdf"))
    client = Client()
    client.force_login(reporting.orderer)
    page = client.get(report.get_absolute_url()).content.decode()
    assert "Hent PDF" in page
    assert "/sider/" not in page
    assert client.get(f"{report.get_absolute_url()}sider/").status_code == 404
    # It is corrected and followed like any other.
    read = json.loads(freeze(correct(report, by=reporting.orderer, reason="Et navn."), timezone.now()).text)
    assert read["changes"]["reason"] == "Et navn."
    following = json.loads(freeze(reporting.draft(as_of=report.as_of + timedelta(days=90)), timezone.now()).text)
    assert following["content"]["tables"][0]["rows"][0]["move"]["code"] == "same"


def test_it_asks_for_something_to_look_at(db: None) -> None:
    with pytest.raises(CommandError, match="--all"):
        call_command("check_report")


def test_what_is_no_pdf_is_a_finding(tmp_path: Path, capsys: Any) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(b"hej")
    with pytest.raises(CommandError):
        call_command("check_report", file)
    assert "Filen kan ikke åbnes som PDF." in capsys.readouterr().out


def test_a_report_that_not_everybody_can_read_is_not_published() -> None:
    refuse_unreadable(Rendered(b"%PDF", 1))
    with pytest.raises(Failed) as caught:
        refuse_unreadable(Rendered(b"%PDF", 1, findings=("Filen har ingen titel.",)))
    assert caught.value.final
    assert "kan ikke læses af alle" in caught.value.reason
    assert "Filen har ingen titel." in caught.value.reason
