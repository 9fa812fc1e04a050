"""How much of a file is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Rows and columns count up to the last one with content; cells are those with content, of the whole workbook."""

    file_bytes: int = 20 * 2**20
    unpacked_bytes: int = 120 * 2**20
    archive_parts: int = 2_000
    sheets: int = 60
    rows: int = 60_000
    columns: int = 500
    cells: int = 1_000_000
    cell_text: int = 32_767
    seconds: int = 20
    memory_megabytes: int = 1_024
