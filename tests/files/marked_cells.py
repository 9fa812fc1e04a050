"""Cells whose marks, spaces and units say more than their digits."""

from __future__ import annotations

from tests.files.builders import xlsx
from tests.files.case import WIDE, Case

MARKED = [
    Case(
        "names-indented-by-spaces.xlsx",
        lambda: xlsx([["Indsats", "2018 (t.kr.)"], ["Dagpleje", 5], ["   heraf løn", 3], ["   heraf drift", 2]]),
        WIDE,
        ("2 Dagpleje | 2018=5000", "3 heraf løn | 2018=3000", "4 heraf drift | 2018=2000"),
        problems=("warning A3", "warning A4"),
        unit=None,
    ),
]
