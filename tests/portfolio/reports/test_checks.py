"""The start says what the PDF lacks, with the line that installs it."""

from pathlib import Path

import pytest

from portfolio.reports import checks


def test_nothing_is_missing_here() -> None:
    assert checks.pdf_engine(None) == []


def test_a_missing_library_is_named_with_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(checks.LIBRARIES, "no-such-library", "libno-such0")
    (warning,) = checks.pdf_engine(None)
    assert "libno-such0" in warning.msg
    assert "apt-get install" in str(warning.hint)


def test_missing_fonts_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(checks, "FOLDER", tmp_path)
    (warning,) = checks.pdf_engine(None)
    assert "IBMPlexSans-Regular.ttf" in warning.msg
