"""What is written can be read by spreadsheet programs, by ours and by screen readers, and never holds a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from python_calamine import CalamineWorkbook

from organisation.units import Unit
from portfolio.sheets.formula_signs import SIGNS, neutralised, restored
from portfolio.sheets.reading import Sheet, Workbook, read_workbook
from portfolio.sheets.writing.cells import LONGEST_TEXT
from portfolio.sheets.writing.files import Format, write
from portfolio.sheets.writing.package import sheet_names
from portfolio.sheets.writing.tables import Book, Column, Kind, Percent, Row, Table, Words

MADE = datetime(2018, 6, 1, 12, tzinfo=UTC)
COLUMNS = (
    Column("reference", "Reference"),
    Column("name", "Budgetlinje", Kind.LONG_TEXT),
    Column("year", "År", Kind.YEAR, is_always_known=True),
    Column("revised", "Korrigeret budget (t.kr.)", Kind.MONEY, Unit.TKR),
    Column("value", "Værdi", Kind.NUMBER),
    Column("day", "Opgjort pr.", Kind.DATE),
)
ROWS: list[Row] = [
    ("a", "Løn & drift\nto linjer", 2018, 150_050_000, Percent(Decimal("49.5")), date(2018, 6, 1)),
    ("b", "Drift", 2018, Words("finansieres andetsteds", "financed_elsewhere"), Decimal("3.25"), None),
    ("c", "Tilskud", 2019, -5, 0, Words("uden dato", "undated")),
]
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=12)
TRICKY = st.builds("{}{}".format, st.text("=+-@\t\r'＝ ", min_size=1, max_size=4), TEXTS)


def book(rows: Iterable[Row] = ROWS, columns: tuple[Column, ...] = COLUMNS) -> Book:
    table = Table("lines", "Linjer", columns, rows, ("En note.",))
    return Book("Budget & opfølgning", "0101-budget", (("Kommune", "Rødovre (0175)"),), (table,), "Rødovre")


def content(book: Book, form: Format, table: str = "") -> bytes:
    with write(book, form, MADE, table).file as file:
        return file.read()


def workbook(book: Book) -> Workbook:
    return read_workbook(BytesIO(content(book, Format.XLSX)), "a.xlsx")


def parts(book: Book) -> dict[str, etree._Element]:
    with ZipFile(BytesIO(content(book, Format.XLSX))) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def shown(sheet: Sheet) -> list[list[str]]:
    return [[cell.raw for cell in row] for row in sheet.rows()]


# --- The workbook ---------------------------------------------------------------------------------------------------


def test_numbers_and_dates_are_real_and_stand_as_a_dane_writes_them() -> None:
    sheet = workbook(book()).sheets[1]
    assert shown(sheet)[1:] == [
        ["a", "Løn & drift\nto linjer", "2018", "1.500,5", "49,5 %", "01-06-2018"],
        ["b", "Drift", "2018", "finansieres andetsteds", "3,25", ""],
        ["c", "Tilskud", "2019", "-0,00005", "0", "uden dato"],
    ]
    assert [cell.value for cell in sheet.cells(1)][2:] == [
        Decimal(2018), Decimal("1500.5"), Decimal("0.495"), date(2018, 6, 1),
    ]  # fmt: skip


def test_the_first_sheet_says_what_it_is_and_the_heading_stays_in_sight() -> None:
    found = parts(book())
    about, lines = workbook(book()).sheets
    assert about.name == "Om regnearket"
    assert [row[:2] for row in shown(about)] == [
        ["Budget & opfølgning", ""], ["", ""], ["Kommune", "Rødovre (0175)"], ["", ""], ["Ark", ""],
        ["Linjer", "En note."],
    ]  # fmt: skip
    sheet = found["xl/worksheets/sheet2.xml"]
    assert [pane.attrib["ySplit"] for pane in sheet.iter("{*}pane")] == ["1"]
    assert all(float(column.attrib["width"]) > 9 for column in sheet.iter("{*}col"))
    assert lines.facts.merged == ()


def test_the_document_has_title_language_and_defined_headings() -> None:
    found = parts(book())
    core = {child.tag.rpartition("}")[2]: child.text for child in found["docProps/core.xml"]}
    assert (core["title"], core["language"], core["creator"]) == ("Budget & opfølgning", "da", "Rødovre")
    table = found["xl/tables/table1.xml"]
    assert table.attrib["ref"] == "A1:F4"
    assert [one.attrib["ref"] for one in table.iter("{*}autoFilter")] == ["A1:F4"]
    assert [one.attrib["name"] for one in table.iter("{*}tableColumn")] == [column.heading for column in COLUMNS]
    names = {one.attrib["name"]: one.text for one in found["xl/workbook.xml"].iter("{*}definedName")}
    assert names == {"ColumnTitle": "'Linjer'!$A$1:$F$1", "_xlnm.Print_Titles": "'Linjer'!$1:$1"}


def test_the_package_names_each_of_its_parts_and_no_other() -> None:
    found = parts(book())
    typed = {one.attrib["PartName"].lstrip("/") for one in found["[Content_Types].xml"].iter("{*}Override")}
    assert typed == {name for name in found if not name.endswith(".rels")} - {"[Content_Types].xml"}
    for name, part in found.items():
        folder = name.replace("_rels/", "").rpartition("/")[0]
        for one in part.iter("{*}Relationship") if name.endswith(".rels") else ():
            target = re.sub(r"[^/]+/\.\./", "", f"{folder}/{one.attrib['Target']}".lstrip("/"))
            assert target in found


def test_the_parts_of_a_sheet_stand_in_the_order_that_the_format_asks_for() -> None:
    order = [child.tag.rpartition("}")[2] for child in parts(book())["xl/worksheets/sheet2.xml"]]
    assert order == [
        "sheetPr", "sheetViews", "sheetFormatPr", "cols", "sheetData", "pageMargins", "pageSetup", "headerFooter",
        "tableParts",
    ]  # fmt: skip


def test_the_same_is_written_to_the_same_bytes() -> None:
    assert content(book(), Format.XLSX) == content(book(), Format.XLSX)


def test_an_empty_table_has_its_headings() -> None:
    assert shown(workbook(book([])).sheets[1]) == [[column.heading for column in COLUMNS]]


def test_sheets_have_names_that_the_program_takes() -> None:
    names = sheet_names(["Budget: [2018]/alt", "x" * 40, "x" * 40, "'", "BUDGET", "budget"])
    assert names == ["Budget   2018  alt", "x" * 31, "x" * 29 + " 2", "Ark", "BUDGET", "budget 2"]


def test_a_text_too_long_for_a_cell_ends_in_a_mark() -> None:
    text = workbook(book([("a", "x" * 40_000, 1, 1, 1, None)])).sheets[1].cell(1, 1).raw
    assert len(text) == LONGEST_TEXT
    assert text.endswith("x …")


def test_what_no_cell_holds_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="dict cannot be written"):
        content(book([({}, "", 1, 1, 1, None)]), Format.XLSX)  # type: ignore[list-item]


# --- No formula -----------------------------------------------------------------------------------------------------


@given(st.lists(TEXTS | TRICKY, min_size=1, max_size=6))
@settings(max_examples=40)
def test_no_text_becomes_a_formula_and_every_text_comes_back(texts: list[str]) -> None:
    columns = (Column("a", "Titel"), Column("b", "Bemærkning", Kind.LONG_TEXT), Column("c", "Beløb", Kind.MONEY))
    made = book([(one, one, one) for one in texts], columns)
    raw = content(made, Format.XLSX)
    with ZipFile(BytesIO(raw)) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet2.xml"))
    assert not list(sheet.iter("{*}f"))
    assert {cell.attrib.get("t") for cell in sheet.iter("{*}c")} <= {"inlineStr", None}
    assert not list(sheet.iter("{*}v"))
    rows = CalamineWorkbook.from_filelike(BytesIO(raw)).get_sheet_by_index(1).to_python(skip_empty_area=False)
    for one, row in zip(texts, rows[1:], strict=False):
        assert row[0] == re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", "", one.replace("\r", "\n"))


@given(st.lists(TEXTS | TRICKY, min_size=1, max_size=6), st.sampled_from([Format.CSV, Format.DATA]))
@settings(max_examples=100)
def test_no_cell_of_a_text_file_begins_as_a_formula_and_ours_reads_it_as_it_was(texts: list[str], form: Format) -> None:
    made = book(
        [(one, Words(one, one), 2018) for one in texts], (Column("a", "Titel"), Column("b", "Bemærkning"), COLUMNS[2])
    )
    text = content(made, form).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text, newline=""), delimiter=";" if form is Format.CSV else ","))
    assert not any(
        (cell.strip() and cell.lstrip()[:1] in SIGNS) or cell[:1] in ("\t", "\r") for row in rows for cell in row
    )
    assert [restored(row[0]) for row in rows[1:]] == texts
    assert [restored(row[1]) for row in rows[1:]] == texts


@given(TEXTS | TRICKY)
def test_the_apostrophe_is_undone_exactly(text: str) -> None:
    assert restored(neutralised(text)) == text
    assert not neutralised(text).lstrip()[:1] or neutralised(text).lstrip()[:1] not in SIGNS


def test_a_sign_that_is_edited_stays_a_text() -> None:
    found = parts(book([("=1+1", "", 2018, 0, 0, None)]))
    cell = next(one for one in found["xl/worksheets/sheet2.xml"].iter("{*}c") if one.attrib["r"] == "A2")
    styles = list(next(found["xl/styles.xml"].iter("{*}cellXfs")))
    assert styles[int(cell.attrib["s"])].attrib["quotePrefix"] == "1"


def test_titles_headings_names_and_properties_are_texts_too() -> None:
    evil = "=HYPERLINK(\"http://x\")&cmd|'/c calc'!A1"
    table = Table("t", evil, (Column("a", evil), Column("b", "+1")), [("a", "b")], (evil,))
    hostile = Book(evil, "navn", ((evil, evil), ("@x", "-1+1")), (table, replace(table, key="u")), evil)
    found = parts(hostile)
    for name, xml in found.items():
        assert not list(xml.iter("{*}f")), name
    for sheet in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
        assert {cell.attrib.get("t") for cell in found[sheet].iter("{*}c")} == {"inlineStr"}
    # A name that the workbook defines is a range of a quoted sheet, whatever the sheet is called.
    ranges = [one.text or "" for one in found["xl/workbook.xml"].iter("{*}definedName")]
    assert ranges
    assert all(re.fullmatch(r"'(?:[^']|'')+'!\$[A-Z$0-9:]+", one) for one in ranges)
    with ZipFile(write(hostile, Format.CSV, MADE).file) as archive:
        texts = [archive.read(name).decode("utf-8-sig") for name in archive.namelist()]
    cells = [cell for text in texts for row in csv.reader(StringIO(text), delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell.lstrip()[:1] in SIGNS]


# --- Text files -----------------------------------------------------------------------------------------------------


def test_danish_excel_gets_semicolons_commas_and_a_mark_of_utf8() -> None:
    raw = content(book(), Format.CSV)
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.decode("utf-8-sig").splitlines() == [
        "Reference;Budgetlinje;År;Korrigeret budget (t.kr.);Værdi;Opgjort pr.",
        'a;"Løn & drift',
        'to linjer";2018;1500,5;49,5 %;01-06-2018',
        "b;Drift;2018;finansieres andetsteds;3,25;",
        "c;Tilskud;2019;-0,00005;0;uden dato",
    ]


def test_machines_get_points_iso_days_kroner_and_why_there_is_no_figure() -> None:
    assert content(book(), Format.DATA).decode().splitlines() == [
        "reference,name,year,revised_kr,revised_state,value,value_state,day,day_state",
        'a,"Løn & drift',
        'to linjer",2018,1500500.00,value,49.5,value,2018-06-01,value',
        "b,Drift,2018,,financed_elsewhere,3.25,value,,",
        "c,Tilskud,2019,-0.05,value,0,zero,,undated",
    ]


def test_several_tables_are_packed_and_one_may_be_asked_for() -> None:
    first, second = (Table(key, key, COLUMNS[:1], [(key,)]) for key in ("one", "two_more"))
    two = Book("To", "to", (), (first, second))
    packed = write(two, Format.DATA, MADE)
    assert packed.name == "to.zip"
    with ZipFile(packed.file) as archive:
        assert archive.namelist() == ["about.csv", "one.csv", "two-more.csv"]
    assert write(two, Format.CSV, MADE, "two_more").name == "to-two-more.csv"
    with pytest.raises(KeyError):
        write(two, Format.CSV, MADE, "three")
