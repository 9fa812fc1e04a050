"""What is read of a document, and what is refused with a sentence."""

from __future__ import annotations

import time
from io import BytesIO

import pytest

from portfolio.plans.reading import NotReadError, Paragraph, TableRow, read_pasted_plan, read_plan
from portfolio.sheets.reading import Reason
from tests.files.builders import packed, xlsx
from tests.portfolio.plans.documents import W, as_word, five_by_ten, word, word_paragraph


def texts(content: bytes, name: str = "plan.docx") -> list[str]:
    found = []
    for block in read_plan(BytesIO(content), name).blocks:
        found += [block.shown] if isinstance(block, Paragraph) else [one.shown for one in block.paragraphs]
    return found


def test_a_word_document_is_read_as_a_reader_sees_it() -> None:
    deleted = (
        "<w:p><w:del><w:r><w:delText>Slettet</w:delText></w:r></w:del><w:ins><w:r><w:t>Indsat</w:t></w:r></w:ins></w:p>"
    )
    hidden = word_paragraph("Skjult", run="<w:vanish/>")
    drawn = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Fallback><w:pict><w:t>To gange</w:t></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    broken = '<w:p><w:r><w:t>En linje</w:t><w:br/><w:t>og en til</w:t><w:br w:type="page"/><w:t>her</w:t></w:r></w:p>'
    linked = "<w:p><w:hyperlink><w:r><w:t>Et link</w:t></w:r></w:hyperlink></w:p>"
    body = [deleted, hidden, drawn, broken, linked, word_paragraph("• Et punkt"), word_paragraph("Første", number=2)]
    assert texts(word(body)) == ["Indsat", "En linje", "og en til her", "Et link", "• Et punkt", "Første"]


def test_rows_of_a_word_table_are_read_with_their_cells() -> None:
    cell = "<w:tc>{}</w:tc>"
    row = f"<w:tr>{cell.format(word_paragraph('Periode'))}{cell.format(word_paragraph('2018'))}</w:tr>"
    block = read_plan(BytesIO(word([f"<w:tbl>{row}</w:tbl>"])), "plan.docx").blocks[0]
    assert isinstance(block, TableRow)
    assert [[one.text for one in cells] for cells in block.cells] == [["Periode"], ["2018"]]


def test_headings_are_known_by_their_style_or_by_being_bold() -> None:
    body = [word_paragraph("Café", style="Overskrift2"), word_paragraph("Fed", run="<w:b/>"), word_paragraph("Brød")]
    blocks = read_plan(BytesIO(word(body)), "plan.docx").blocks
    assert [block.is_heading for block in blocks if isinstance(block, Paragraph)] == [True, True, False]


def test_a_page_gives_paragraphs_lists_tables_and_links_and_nothing_that_runs() -> None:
    page = (
        "<!doctype html><title>T</title><style>p{}</style><script>alert('x')</script><nav>Menu</nav>"
        "<p onclick=x>Se <a href='https://kommune.example/plan'>planen</a> og "
        "<a href='javascript:alert(1)'>den</a>.</p>"
        "<ul><li>Et <b>punkt</b></li><li>To</li></ul><img src=x onerror=alert(1)><p>Linje<br>skift</p>"
    )
    assert texts(page.encode(), "plan.html") == [
        "Se planen (https://kommune.example/plan) og den.", "• Et punkt", "• To", "Linje", "skift",
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_texts_of_every_encoding_are_read(encoding: str) -> None:
    assert texts("Målgruppe\nÆldre på værested".encode(encoding), "plan.txt") == ["Målgruppe", "Ældre på værested"]


def test_marks_of_lists_soft_hyphens_and_broken_lines_are_taken_away() -> None:
    text = (
        "•\tEt punkt\n– Et til\n- Et tredje\n"
        "Borgerne får på den måde et sted at være, som de selv har været med til at\nbestemme over.\nOrd\u00addeling"
    )
    assert [one.shown for one in read_pasted_plan(text).blocks if isinstance(one, Paragraph)] == [
        "• Et punkt", "• Et til", "• Et tredje",
        "Borgerne får på den måde et sted at være, som de selv har været med til at bestemme over.", "Orddeling",
    ]  # fmt: skip


ENTITIES = (
    f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document {W}><w:body/></w:document>'
)
LATE = f'<?xml version="1.0"?><!--{"x" * 9_000}--><!DOCTYPE x [<!ENTITY a "ha">]><w:document {W}><w:body/></w:document>'
DEEP = "".join(["<w:sdt>"] * 5_000 + ["</w:sdt>"] * 5_000)
HOSTILE = {
    "0 bytes": (b"", Reason.EMPTY),
    "a zip bomb": (packed({"word/document.xml": b"0" * 80 * 2**20}), Reason.UNPACKS_TOO_LARGE),
    "a large part": (packed({"word/document.xml": b" " * 20 * 2**20}), Reason.UNPACKS_TOO_LARGE),
    "entities": (packed({"word/document.xml": ENTITIES}), Reason.ENTITIES),
    "entities after a comment": (packed({"word/document.xml": LATE}), Reason.ENTITIES),
    "macros": (packed({"word/document.xml": "<x/>", "word/vbaProject.bin": "x"}), Reason.MACROS),
    "a workbook": (xlsx([["a"]]), Reason.XML_2003),
    "a cut file": (as_word(five_by_ten())[:-300], Reason.DAMAGED),
    "no body": (packed({"word/document.xml": f"<w:document {W}/>"}), Reason.DAMAGED),
    "broken xml": (packed({"word/document.xml": "<w:document"}), Reason.DAMAGED),
    "deep nesting": (word([DEEP]), Reason.DAMAGED),
    "a pdf": (b"%PDF-1.7 x", Reason.PDF),
    "rtf": (b"{\\rtf1 x}", Reason.WORD),
    "a picture": (b"\x89PNG\r\n", Reason.PICTURE),
    "bytes": (bytes(range(1, 256)) * 40, Reason.UNKNOWN),
    "nothing but spaces": (b" \n\t \n", Reason.NO_TABLE),
    "cpr numbers": (b"Ring til Anna, 010203-1234.", Reason.PERSON_NUMBERS),
    "too many lines": ("\n".join(["x"] * 30_000).encode(), Reason.TOO_MANY_ROWS),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_is_refused_with_a_sentence_at_once(name: str) -> None:
    content, reason = HOSTILE[name]
    started = time.process_time()
    with pytest.raises(NotReadError) as refused:
        read_plan(BytesIO(content), "plan.docx")
    assert refused.value.reason is reason
    assert str(refused.value).endswith(".")
    assert time.process_time() - started < 3


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "span"])
def test_a_page_of_deep_elements_is_refused_in_no_time(tag: str) -> None:
    started = time.process_time()
    with pytest.raises(NotReadError):
        read_plan(BytesIO(b"<html>" + f"<{tag}>".encode() * 50_000 + b"x"), "plan.html")
    assert time.process_time() - started < 3


def test_the_name_does_not_decide_what_a_file_is() -> None:
    assert texts(as_word(five_by_ten()), "plan.txt")[0] == "Udsattepolitikkens handleplan"
    assert texts(b"Aktiv ven", "plan.docx") == ["Aktiv ven"]
