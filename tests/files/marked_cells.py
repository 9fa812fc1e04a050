"""Cells whose marks, spaces and units say more than their digits."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import xlsxwriter
import xlwt

from tests.files.builders import Styled, cells, ods, ods_cell, ods_row, page, patched, xlsx
from tests.files.case import WIDE, Case

_HEAD = ["Budgetlinje", "Beløb (t.kr.)"]


def _excel() -> bytes:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet, plain = book.add_worksheet("Ark1"), book.add_format()
    raised, lowered = (book.add_format({"font_script": script}) for script in (1, 2))
    struck = book.add_format({"font_strikeout": True})
    sheet.write_row(0, 0, _HEAD)
    sheet.write(1, 0, "Leg")
    sheet.write_rich_string(1, 1, "500", raised, "1")
    sheet.write(2, 0, "Lyt")
    sheet.write_rich_string(2, 1, struck, "400", plain, " 450")
    sheet.write_rich_string(3, 0, "CO", lowered, "2")
    sheet.write(3, 1, 5)
    sheet.write_row(4, 0, ["Ude", 400], struck)
    book.close()
    return file.getvalue()


def _excel97() -> bytes:
    """With so many texts that they go on in further records."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Ark1")
    raised, lowered, struck = xlwt.Font(), xlwt.Font(), xlwt.Font()
    raised.escapement, lowered.escapement, struck.struck_out = 1, 2, True
    for row in range(400):
        sheet.write(row, 2, "Note" if not row else f"Nr. {row} er en lang tekst" + " Ω" * (row % 3))
    gone = xlwt.XFStyle()
    gone.font = struck
    for row, name in enumerate([_HEAD[0], "Leg", "Lyt"]):
        sheet.write(row, 0, name)
    sheet.write(0, 1, _HEAD[1])
    sheet.write_rich_text(1, 1, ["500", ("1", raised)])
    sheet.write_rich_text(2, 1, [("400", struck), " 450"])
    sheet.write_rich_text(3, 0, ["CO", ("2", lowered)])
    sheet.write(3, 1, 5)
    sheet.write(4, 0, "Ude", gone)
    sheet.write(4, 1, 400, gone)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _open_document() -> bytes:
    styles = {
        ("text", "up"): 'text-position="super 58%"',
        ("text", "down"): 'text-position="-33% 58%"',
        ("text", "gone"): 'text-line-through-style="solid"',
        ("table-cell", "ce1"): 'text-line-through-type="single"',
    }
    said = "".join(
        f'<style:style style:name="{name}" style:family="{family}"><style:text-properties style:{look}/></style:style>'
        for (family, name), look in styles.items()
    )
    struck = "".join(ods_cell(value, 'table:style-name="ce1"') for value in ("Ude", 400))
    rows = [ods_row(*_HEAD), ods_row("Leg", "500[up]1[/]"), ods_row("Lyt", "[gone]400[/] 450")]
    rows += [ods_row("CO[down]2[/]", 5), f"<table:table-row>{struck}</table:table-row>"]
    body = f'<table:table table:name="Ark1">{"".join(rows)}</table:table>'.replace("[/]", "</text:span>")
    for _family, name in styles:
        body = body.replace(f"[{name}]", f'<text:span text:style-name="{name}">')
    return patched(ods(body), "content.xml", "</office:auto", f"{said}</office:auto")


def _page() -> bytes:
    rows = [
        "<td>Leg</td><td>500<sup>1</sup></td>",
        "<td>Lyt</td><td><s>400</s> 450</td>",
        "<td>CO<span class=low>2</span></td><td><span style='display:none'>9</span>5</td>",
        "<td class=gone>Ude</td><td class=gone x:num=400>400</td>",
    ]
    looks = "<style>.low { vertical-align: sub } .gone{text-decoration:line-through}</style>"
    return page([cells(*_HEAD), *rows], before=looks)


def _marked(name: str, make: Callable[[], bytes]) -> Case:
    return Case(
        name,
        make,
        WIDE,
        ("2 Leg | amount=500000", "3 Lyt |", "4 CO₂ | amount=5000", "5 Ude |"),
        problems=("error B3", "error B5", "warning A5", "warning B2"),
        unit=None,
    )


MARKED = [
    _marked("raised-and-struck-out.xlsx", _excel),
    _marked("raised-and-struck-out.ods", _open_document),
    _marked("raised-and-struck-out.html", _page),
    _marked("raised-and-struck-out.xls", _excel97),
    Case(
        "names-indented-by-spaces.xlsx",
        lambda: xlsx([["Indsats", "2018 (t.kr.)"], ["Dagpleje", 5], ["   heraf løn", 3], ["   heraf drift", 2]]),
        WIDE,
        ("2 Dagpleje | 2018=5000", "3 heraf løn | 2018=3000", "4 heraf drift | 2018=2000"),
        problems=("warning A3", "warning A4"),
        unit=None,
    ),
    Case(
        "rows-in-units-of-their-own.xlsx",
        lambda: xlsx(
            [
                ["Beløb i t.kr."],
                ["Nr.", "Budgetlinje", "Enhed", "2018"],
                ["1", "Leg", "t.kr.", 5],
                ["2", "Lyt", "mio. kr.", 6],
                ["3", "Personale", "årsværk", 3],
                ["4", "Job", None, 7],
                ["5", "Hal", "procent", "2\n3"],
            ]
        ),
        WIDE,
        ("3 1 Leg | 2018=5000", "4 2 Lyt | 2018=6000000", "5 3 Personale |", "6 4 Job | 2018=7000", "7 5 Hal |"),
        problems=("error D5", "error D7"),
    ),
    Case(
        "names-that-say-what-is-counted.xlsx",
        lambda: xlsx(
            [
                ["Budgetlinje", "2018 (t.kr.)"],
                ["Leg (t.kr.)", 500],
                ["Udgift pr. elev (kr. pr. elev)", 41000],
                ["Drift, mio. kr.", "1,2"],
                ["Personale (årsværk)", 3],
                ["Antal elever", 1200],
                ["Pulje (mio. kr.)", "4 mio. kr."],
                ["Refusion 50 pct.", 6],
                ["Støtte (elever)", 7],
            ]
        ),
        WIDE,
        (
            "2 Leg (t.kr.) | 2018=500000",
            "3 Udgift pr. elev (kr. pr. elev) |",
            "4 Drift, mio. kr. |",
            "5 Personale (årsværk) |",
            "6 Antal elever | 2018=1200000",
            "7 Pulje (mio. kr.) | 2018=4000000",
            "8 Refusion 50 pct. | 2018=6000",
            "9 Støtte (elever) | 2018=7000",
        ),
        problems=("error B3", "error B4", "error B5", "warning B6"),
        unit=None,
    ),
    Case(
        "formats-of-euro-and-of-nothing.xlsx",
        lambda: xlsx(
            [
                ["Budgetlinje", "2018 (t.kr.)"],
                ["Leg", Styled(500, "#,##0 [$€-1]")],
                ["Lyt", Styled(300, "#,##0 [$kr.-406]")],
                ["Løb", Styled(200, ";;;")],
                ["Læs", Styled(100, r"_-* #,##0\ _€_-")],
            ]
        ),
        WIDE,
        ("2 Leg |", "3 Lyt | 2018=300000", "4 Løb |", "5 Læs | 2018=100000"),
        problems=("error B2", "warning B4"),
        unit=None,
    ),
]
