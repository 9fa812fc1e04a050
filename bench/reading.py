"""Reading 10,000 x 9 cells of a workbook, beside the bare reader. Run: .venv/bin/python bench/reading.py"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from portfolio.sheets.reading import read_apart, read_workbook

ROWS, TURNS = 10_000, 9


def made(number_format: str) -> bytes:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet, style = book.add_worksheet(), book.add_format({"num_format": number_format}) if number_format else None
    sheet.write_row(0, 0, ["Nr.", "Titel", "Målgruppe", "2017", "2018", "2019", "2020", "2021", "2022"])
    for row in range(1, ROWS + 1):
        sheet.write_row(row, 0, [f"SO{row}", f"Indsats nummer {row}", "Flere målgrupper"])
        for column in range(3, 9):
            sheet.write_number(row, column, row * column, style)
    book.close()
    return file.getvalue()


def bare(content: bytes) -> object:
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)


def ours(content: bytes) -> object:
    return read_workbook(BytesIO(content), "bench.xlsx")


def apart(content: bytes) -> object:
    return read_apart(BytesIO(content), "bench.xlsx")


def seconds(read: Callable[[bytes], object], content: bytes) -> float:
    gc.collect()
    began = time.perf_counter()
    read(content)
    return time.perf_counter() - began


def main() -> None:
    for name, number_format in (("plain numbers", ""), ("numbers shown as #,##0", "#,##0")):
        content = made(number_format)
        readers = (bare, ours, apart)
        # One after the other in each turn, so that a busy machine slows them alike.
        turns = [[seconds(read, content) for read in readers] for _turn in range(TURNS)]
        medians = [statistics.median(turn[place] for turn in turns) for place in range(len(readers))]
        print(f"{name}, {ROWS} x 9 cells, median of {TURNS}")
        for read, median in zip(readers, medians, strict=True):
            print(f"  {read.__name__:<6} {median * 1000:7.0f} ms   {median / medians[0]:.2f} x bare calamine")


if __name__ == "__main__":
    main()
