"""Tables as text, as pages, and pasted."""

from __future__ import annotations

from collections.abc import Callable

from organisation.units import Unit
from portfolio.sheets.understanding import Correction
from tests.files.builders import (
    cells,
    page,
    text,
)
from tests.files.case import HEAD, ROWS, SAID, TKR, WIDE, Case, moved


def _plain(encoding: str = "utf-8", separator: str = ";", end: str = "\r\n") -> Callable[[], bytes]:
    return lambda: text([HEAD, *ROWS], separator, encoding, end)


TEXTS = [
    Case("semicolon.csv", _plain(), WIDE, SAID, correction=TKR),
    Case("bom.csv", _plain("utf-8-sig"), WIDE, SAID, correction=TKR),
    Case("windows-1252.csv", _plain("cp1252"), WIDE, SAID, correction=TKR),
    Case("dos.csv", _plain("cp850"), WIDE, SAID, correction=TKR),
    Case("utf-16.txt", _plain("utf-16", "\t"), WIDE, SAID, correction=TKR),
    Case("utf-16-without-mark.csv", _plain("utf-16-le"), WIDE, SAID, correction=TKR),
    Case("utf-16-big-endian.csv", lambda: b"\xfe\xff" + _plain("utf-16-be")(), WIDE, SAID, correction=TKR),
    Case("comma.csv", _plain(separator=","), WIDE, SAID, questions=("points",), correction=TKR),
    Case(
        "comma-and-decimal-points.csv",
        b"Titel,2018 (mio. kr.)\nLeg,2.500\nLyt,1.25\nSum,3.750\n".strip,
        WIDE,
        ("2 Leg | 2018=2500000", "3 Lyt | 2018=1250000"),
        ("B4 Sum 3750000=3750000",),
        unit=None,
        correction=Correction(answers={"points": "decimals"}),
    ),
    Case(
        "comma-and-points-of-thousands.csv",
        b'Titel,2018 (kr.)\nLeg,2.500\nLyt,"1.250,50"\n'.strip,
        WIDE,
        ("2 Leg | 2018=2500", "3 Lyt | 2018=1250.50"),
        unit=None,
    ),
    Case("tab.tsv", _plain(separator="\t"), WIDE, SAID, correction=TKR),
    Case("old-mac.csv", _plain(end="\r"), WIDE, SAID, correction=TKR),
    Case("sep-line.csv", lambda: b"sep=|\r\n" + _plain(separator="|")(), WIDE, SAID, correction=TKR),
    Case(
        "quoted-lines-and-commas.csv",
        'Nr.,Titel,"Beløb (mio. kr.)"\nA1,"Leg, lyt og\nlær ""sammen""","2,5"\n'.encode,
        WIDE,
        ('2 A1 Leg, lyt og/lær "sammen" | amount=2500000',),
        unit=None,
    ),
    Case(
        "prose-of-several-lines.csv",
        b'Nr.,Titel,2018 (kr.)\n1,"Leg, lyt og\nl\xc3\xa6r, l\xc3\xb8b",5\n2,"a,b\nc",6\n'.strip,
        WIDE,
        ("2 1 Leg, lyt og/lær, løb | 2018=5", "3 2 a,b/c | 2018=6"),
        unit=None,
    ),
    Case(
        "decimal-commas-and-semicolons.csv",
        lambda: text([["Titel", "2017 (mio. kr.)", "2018 (mio. kr.)"], ["Leg", "1,5", "2,5"], ["Lyt", "0,5", "3,5"]]),
        WIDE,
        ("2 Leg | 2017=1500000 2018=2500000", "3 Lyt | 2017=500000 2018=3500000"),
        unit=None,
    ),
    Case(
        "title-above-comma.csv",
        "Budget 2018, hele kr.\n\nTitel,Beløb\nBoblberg,100.000\nPulje,15.000\nI alt,115.000\n".encode,
        WIDE,
        ("4 Boblberg | 2018=100000", "5 Pulje | 2018=15000"),
        ("B6 I alt 115000=115000",),
        unit=Unit.KR,
    ),
    Case(
        "decimal-commas-without-quotes.csv",
        "Nr.,Indsats,2018 (kr.)\nB3,x,1,5\nB4,y,2\n".encode,
        WIDE,
        ("2 B3 x | 2018=1", "3 B4 y | 2018=2"),
        problems=("error D2",),
        unit=None,
    ),
    Case(
        "tab-with-a-column-without-a-heading.tsv",
        "Nr.\tTitel\t2018 (kr.)\nA\tLeg\t1\t5\nB\tLyt\t2\n".encode,
        WIDE,
        ("2 A Leg | 2018=1", "3 B Lyt | 2018=2"),
        problems=("warning D2",),
        unit=None,
    ),
]

PAGES = [
    Case(
        "page-as.xls",
        lambda: page(
            [
                '<td colspan="4"><b>Oversigt &ndash; bel&oslash;b i t.kr.</b></td>',
                '<th rowspan="2">Nr.</th><th rowspan="2">Titel</th><th colspan="2">Budget</th>',
                "<th>2017</th><th>2018</th>",
                *(cells(*row) for row in ROWS),
            ],
            charset="windows-1252",
        ),
        WIDE,
        moved(SAID, 2),
    ),
    Case(
        "page-with-numbers.xls",
        lambda: page(
            [
                cells("Nr.", "Titel", "Beløb (kr.)"),
                '<td>A</td><td>Leg</td><td x:num="2000.5">2.001</td>',
                '<tr style="display:none"><td>B</td><td>Skjult</td><td>1</td></tr>',
                "<td>C</td><td>Lyt<br>og lær</td><td x:num>0</td>",
            ],
            attributes=' xmlns:x="urn:schemas-microsoft-com:office:excel"',
        ),
        WIDE,
        ("2 A Leg | amount=2000.50", "4 C Lyt/og lær | amount=0"),
        problems=("warning 3:3",),
        unit=None,
    ),
]
