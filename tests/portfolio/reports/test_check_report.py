"""The command looks at files, and at every report as it was issued."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from organisation import triggers
from portfolio.reports.jobs import Failed
from portfolio.reports.making import refuse_unreadable
from portfolio.reports.models import Report
from portfolio.reports.rendering import Rendered
from tests.portfolio.reports.conftest import Reporting


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
    assert "Indholdet er ikke det, der blev frosset." in refused(capsys)


def refused(capsys: Any) -> str:
    with pytest.raises(CommandError, match="1 of 1"):
        call_command("check_report", "--all")
    return str(capsys.readouterr().out)


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
