"""What must not be read is refused with a sentence, at once, and costs no more memory than it may."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from django.utils import translation

from portfolio.sheets.persons import refuse_persons
from portfolio.sheets.reading import Limits, Reason, Refused, Remark, read_apart, read_pasted, read_workbook
from portfolio.sheets.reading.refusals import Notice
from tests.files.builders import SHEET, ods, ods_row, packed, parts_of, patched, text, xls, xlsx
from tests.files.hostile import HOSTILE, ROWS, Hostile

SECONDS = 10
ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.name)
def test_a_hostile_file_is_refused_with_its_reason(case: Hostile) -> None:
    content = case.make()
    began = time.process_time()
    with pytest.raises(Refused) as refused:
        read_workbook(BytesIO(content), case.name)
    assert refused.value.reason is case.reason
    assert time.process_time() - began < SECONDS


def test_the_process_that_reads_a_file_loads_no_more_than_it_needs() -> None:
    """Its start is a part of every upload."""
    asked = "import sys, portfolio.sheets.reading.child; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in ended.stdout.split()}
    assert not loaded & {"django", "lxml", "python_calamine"}


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_is_a_danish_sentence(reason: Reason) -> None:
    refused = Refused(reason, limit=1, line=3, count=2, sheet="Ark1", column="A")
    danish = str(refused)
    with translation.override("en"):
        assert danish != str(refused)
    assert danish.endswith(".")
    assert "%" not in danish


@pytest.mark.parametrize("remark", list(Remark))
def test_every_remark_is_a_danish_sentence(remark: Remark) -> None:
    words = {"ending": ".xls", "kind": ".html", "encoding": "UTF-16", "sheet": "Diagram1"}
    notice = Notice(remark, tuple(words.items()))
    danish = str(notice)
    with translation.override("en"):
        assert danish != str(notice)


def test_each_reason_has_a_file_that_shows_it() -> None:
    elsewhere = {Reason.TOO_SLOW, Reason.TOO_MUCH_MEMORY, Reason.TOO_MANY_PARTS}
    # What is read is looked at for persons: test_persons.py.
    elsewhere |= {Reason.PERSON_NUMBERS, Reason.PERSON_BIRTHDAYS, Reason.PERSON_ROWS}
    assert {case.reason for case in HOSTILE} | elsewhere == set(Reason)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('Nr.;Titel\nA;x\nB;"Café\nC;z\n', 3),
        ('sep=;\nNr.;Titel\nA;"Café', 3),
        ('Nr.;Titel;2018\n1;"Leg;5\n2;Lyt";6\n3;Job;7\n', 2),
        ('Nr.;Titel;2018\n1;Leg;5\n2;";6\n3;";7\n', 3),
        ('Nr.;Titel;2018\nA;"Leg;\nB;Lyt";6\n', 2),
        ('Nr.;Titel\nA;"over\nto";x\nB;"en\nto";"tre\nD;z\n', 5),
    ],
)
def test_a_quotation_mark_left_open_is_refused_with_the_line_where_it_stands(text: str, line: int) -> None:
    with pytest.raises(Refused) as refused:
        read_workbook(BytesIO(text.encode()), "a.csv")
    assert (refused.value.reason, refused.value.numbers) == (Reason.OPEN_QUOTE, {"line": line})


@pytest.mark.parametrize(
    "text", ['Nr.;Titel\nA;"x"', 'Nr.;Titel\r\nA;"x\r\ny"\r\n', 'Nr.;Titel\rA;5" rør\r', 'Nr.;Titel\nA;""\n']
)
def test_quotation_marks_in_pairs_or_inside_a_text_are_read(text: str) -> None:
    [sheet] = read_workbook(BytesIO(text.encode()), "a.csv").sheets
    assert (sheet.height, sheet.values[1][0]) == (2, "A")


@pytest.mark.parametrize(
    "text",
    [
        'Indsats;Mål;Tovholder\nLeg;"- Flere i job;\n- Bedre trivsel;\n- Færre ensomme;";Bo\n',
        'Indsats;Mål;2018\nLeg;"- Flere i job;\n- Færre ensomme;";300\n',
        'Navn,Beløb,Note\nLeg,"1,5\n2,5",x\n',
        'Navn;Målgruppe;2018\nLeg;"Unge;Ældre\nBørn;Voksne";300\n',
    ],
)
def test_a_list_that_is_rightly_quoted_is_one_cell(text: str) -> None:
    [sheet] = read_workbook(BytesIO(text.encode()), "a.csv").sheets
    assert (sheet.height, sheet.values[1][1]) == (2, text.split('"')[1])


def test_a_million_empty_rows_are_read_as_none() -> None:
    empty = "".join(f'<row r="{number}" ht="15" customHeight="1"/>' for number in range(3, 1_048_577))
    content = patched(xlsx(ROWS), SHEET, "</sheetData>", f"{empty}</sheetData>")
    sheet = read_workbook(BytesIO(content), "million.xlsx").sheets[0]
    assert [list(row) for row in sheet.values] == ROWS


@pytest.mark.slow
def test_a_million_formatted_empty_cells_are_read_as_none() -> None:
    empty = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(3, 1_048_577))
    content = patched(xlsx(ROWS), SHEET, "</sheetData>", f"{empty}</sheetData>")
    sheet = read_workbook(BytesIO(content), "million.xlsx").sheets[0]
    assert [list(row) for row in sheet.values] == ROWS


def test_links_to_other_files_are_told_of_and_not_followed() -> None:
    link = {"xl/externalLinks/externalLink1.xml": "<externalLink/>"}
    workbook = read_workbook(BytesIO(packed({**parts_of(xlsx(ROWS)), **link})), "links.xlsx")
    assert [notice.remark for notice in workbook.notices] == [Remark.EXTERNAL_LINKS]
    assert workbook.sheets[0].cell(1, 1).raw == "Leg"


def test_a_wrong_extension_is_told_of() -> None:
    workbook = read_workbook(BytesIO(text(ROWS)), "budget.xlsx")
    assert ".xlsx" in str(workbook.notices[0])
    assert workbook.kind == "csv"


def test_too_many_parts_are_refused_before_they_are_looked_at() -> None:
    content = packed({**parts_of(xlsx(ROWS)), **{f"x{number}": b"" for number in range(2_001)}})
    with pytest.raises(Refused) as refused:
        read_workbook(BytesIO(content), "parts.xlsx")
    assert refused.value.reason is Reason.TOO_MANY_PARTS


@pytest.mark.parametrize("number", ["1e999", "nan"])
def test_what_is_no_number_is_read_as_a_word(number: str) -> None:
    row = ods_row("A", 7).replace('office:value="7"', f'office:value="{number}"')
    open_document = ods(f'<table:table table:name="Ark">{row}</table:table>')
    excel = patched(xlsx([["A", 7]]), SHEET, "<v>7</v>", f"<v>{number}</v>")
    for content, shown in ((open_document, "7"), (excel, str(float(number)))):
        workbook = read_workbook(BytesIO(content), "tal")
        refuse_persons(workbook)
        assert workbook.sheets[0].values[0][1] == shown


@pytest.mark.parametrize("length", ["PT99999999999H00M00S", f"PT{'9' * 5_000}H00M00S"])
def test_a_length_beyond_all_time_is_read_as_its_words(length: str) -> None:
    cell = f'<table:table-cell office:value-type="time" office:time-value="{length}"><text:p>længe</text:p>'
    row = f"<table:table-row>{cell}</table:table-cell></table:table-row>"
    workbook = read_workbook(BytesIO(ods(f'<table:table table:name="Ark">{row}</table:table>')), "tid.ods")
    assert workbook.sheets[0].values[0][0] == "længe"


@pytest.mark.parametrize("style", ["9" * 7, "9" * 5_000])
def test_a_style_of_any_number_of_digits_is_no_style(style: str) -> None:
    content = patched(xlsx([["A", 7]]), "xl/styles.xml", 'numFmtId="0"', f'numFmtId="{style}"')
    # The sign of a comment: each cell is then read on its own.
    odd = patched(content, SHEET, "<sheetData>", "<!-- --><sheetData>")
    odd = patched(odd, SHEET, '<c r="B1"', f'<c r="B1" s="{style}"')
    for one in (content, odd):
        assert read_workbook(BytesIO(one), "tal.xlsx").sheets[0].cell(0, 1).raw == "7"


def test_a_zero_byte_in_an_old_workbook_is_left_out() -> None:
    sheet = read_workbook(BytesIO(xls([["Nr.", "Titel"], ["A", "Leg\0"]])), "gammel.xls").sheets[0]
    assert sheet.cell(1, 1).raw == "Leg"


def test_a_pasted_block_may_not_be_endless() -> None:
    with pytest.raises(Refused) as refused:
        read_pasted("a\tb\n" * 60_001)
    assert refused.value.reason is Reason.TOO_MANY_ROWS
    with pytest.raises(Refused) as refused:
        read_pasted("a\tb\nc\0\td")
    assert refused.value.reason is Reason.UNKNOWN
    with pytest.raises(Refused) as refused:
        read_pasted(" \n\t\n")
    assert refused.value.reason is Reason.NO_TABLE


# --- In a process of its own ----------------------------------------------------------------------------------------


def test_reading_apart_gives_the_same_workbook() -> None:
    content = xlsx([["Nr.", "Titel", "2017"], ["A", "Æblegård", 2000]], hidden_rows=[1], merged=["A1:B1"])
    assert read_apart(BytesIO(content), "a.xlsx") == read_workbook(BytesIO(content), "a.xlsx")


@pytest.mark.parametrize("name", ["entities.xlsx", "nothing.xlsx", "noise-in-a-container.xls"])
def test_reading_apart_refuses_for_the_same_reason(name: str) -> None:
    case = next(case for case in HOSTILE if case.name == name)
    with pytest.raises(Refused) as refused:
        read_apart(BytesIO(case.make()), name)
    assert refused.value.reason is case.reason


def test_a_file_that_takes_too_much_memory_ends_only_its_own_process() -> None:
    content = xlsx([["x" * 1_000 + str(row * 100 + column) for column in range(100)] for row in range(300)])
    with pytest.raises(Refused) as refused:
        read_apart(BytesIO(content), "large.xlsx", replace(Limits(), memory_megabytes=120))
    assert refused.value.reason is Reason.TOO_MUCH_MEMORY


def test_a_file_that_takes_too_long_is_given_up() -> None:
    content = xlsx([[row * column for column in range(400)] for row in range(800)])
    with pytest.raises(Refused) as refused:
        read_apart(BytesIO(content), "slow.xlsx", replace(Limits(), seconds=0))
    assert refused.value.reason is Reason.TOO_SLOW


@pytest.mark.parametrize("name", ["bomb.xlsx", "bomb-that-lies.xlsx", "far-corner.xlsx", "spans.xls"])
def test_a_hostile_file_costs_little_memory(name: str, tmp_path: Path) -> None:
    """Measured as the largest size that a process which reads it ever had."""
    case = next(case for case in HOSTILE if case.name == name)
    path = tmp_path / name
    path.write_bytes(case.make())
    program = (
        "import sys\n"
        "from portfolio.sheets.reading import Refused, read_workbook\n"
        "try:\n    read_workbook(open(sys.argv[1], 'rb'), sys.argv[1])\n"
        "except Refused:\n    print(next(line for line in open('/proc/self/status') if 'VmHWM' in line).split()[1])\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(path)], cwd=ROOT, capture_output=True, check=True, env=dict(os.environ)
    )
    assert int(ended.stdout) / 1024 < 200
