"""Files made to take long or much, through the pages that take files: a sentence within seconds, and nothing kept."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client

from organisation.models import User
from portfolio.extracts.models import FinanceExtract
from portfolio.plans.models import PlanDraft
from portfolio.plans.reading import NotReadError, read_plan
from portfolio.sheets.models import TableImport, Upload
from portfolio.sheets.opening import opened
from portfolio.sheets.reading import Area, Reason, read_workbook
from portfolio.sheets.reading.files import MOST_AREAS
from portfolio.sheets.understanding import understand
from tests.cast import Cast
from tests.files.builders import SHEET, packed, parts_of, xlsx
from tests.files.hostile import HOSTILE, ROWS
from tests.portfolio.sheets.importing import begun_file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("files")]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WAYS_IN = ("/0101/regneark/import/", "/0101/handleplaner/", "/0101/budget/udtraek/")
# Read in a process of their own, each of which takes its time to start.
CHOSEN = (
    "nothing.xlsx", "bomb.xlsx", "bomb-that-lies.xlsx", "macros.xlsm", "binary.xlsb", "entities.xlsx", "protected.xlsx",
    "protected.xls", "protected.ods", "report.xlsx", "noise-in-a-packet.xlsx",
)  # fmt: skip


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def sent(client: Client, address: str, name: str, content: bytes) -> Any:
    file = BytesIO(content)
    file.name = name
    return client.post(address, {"file": file, "title": "Plan"})


@pytest.mark.sample
@pytest.mark.parametrize("address", WAYS_IN)
def test_every_way_in_refuses_in_a_sentence_and_keeps_nothing(cast: Cast, address: str) -> None:
    client = signed_in(cast.koebenhavn["administrator"])
    for case in HOSTILE:
        if case.name in CHOSEN:
            answer = sent(client, address, case.name, case.make())
            assert answer.status_code == 400, case.name
            said = answer.context["form"] if "form" in answer.context else answer.context["file_form"]
            [sentence] = [str(one) for found in said.errors.values() for one in found]
            assert sentence.endswith("."), case.name
            assert sentence[0].isupper(), case.name
    assert not any(model._base_manager.exists() for model in (Upload, TableImport, PlanDraft, FinanceExtract))


def document(body: str) -> bytes:
    xml = f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return packed({"word/document.xml": xml})


EMPTY = f'<w:document xmlns:w="{WORD}"><w:body/></w:document>'
PLANS: dict[str, tuple[Callable[[], bytes], Reason]] = {
    "paragraphs without end": (lambda: document("<w:p/>" * 100_000), Reason.TOO_MANY_ROWS),
    "elements without end": (lambda: document("<w:p/>" * 1_000_000), Reason.TOO_MUCH_MEMORY),
    "elements within elements": (lambda: document("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000), Reason.DAMAGED),
    "a bomb": (lambda: packed({"word/document.xml": b"<a>" + b" " * (100 * 2**20)}), Reason.UNPACKS_TOO_LARGE),
    "zeros in a text": (lambda: b"a\0b" * 1_000, Reason.UNKNOWN),
    "an old document": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Reason.DAMAGED),
    "macros": (lambda: packed({"word/document.xml": "<a/>", "word/vbaProject.bin": b"\0"}), Reason.MACROS),
    "macros in a part of its own": (
        lambda: packed({"word/document.xml": "<a/>", "custom/VbaProject.BIN": b"\0"}),
        Reason.MACROS,
    ),
    "a file from elsewhere": (
        lambda: packed({"word/document.xml": f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>{EMPTY}'}),
        Reason.ENTITIES,
    ),
    "styles of entities": (
        lambda: packed({"word/document.xml": EMPTY, "word/styles.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'}),
        Reason.ENTITIES,
    ),
    "text by the megabyte": (lambda: b"Et afsnit.\n" * 2**20, Reason.TOO_LARGE),
    "a workbook": (lambda: xlsx(ROWS), Reason.XML_2003),
    "a packet of nothing": (lambda: packed({}), Reason.ARCHIVE),
    "persons with their numbers": (
        lambda: "".join(f"Person {n};010190-{1000 + n}\n" for n in range(50)).encode(),
        Reason.PERSON_NUMBERS,
    ),
    "persons with their days": (
        lambda: "Navn\tFødselsdato\n".encode() + b"Hans Hansen\t01-01-1990\n" * 9,
        Reason.PERSON_BIRTHDAYS,
    ),
    "persons with their homes": (
        lambda: b"Navn;Adresse\n" + b"Hans Hansen;Skovvej 5\nIda Ibsen;Torvet 7\nBo Bang;Havnen 2\n",
        Reason.PERSON_ROWS,
    ),
    "a page of pages": (lambda: b"<html><body>" + b"<table><tr><td>" * 30_000, Reason.DAMAGED),
}


@pytest.mark.parametrize("name", PLANS)
def test_a_hostile_plan_is_refused_in_seconds(name: str) -> None:
    make, reason = PLANS[name]
    content = make()
    began = time.process_time()
    with pytest.raises(NotReadError) as refused:
        read_plan(BytesIO(content), "plan.docx")
    assert refused.value.reason is reason
    assert time.process_time() - began < 5


HELD: dict[str, Callable[[], bytes]] = {
    "a charset that is none": lambda: b'<html><meta charset="undefined"><p>1. Baggrund</p></html>',
    "a charset that takes hours": lambda: b'<html><meta charset="punycode"><p>Tekst-' + b"b9c" * 2**20,
    "scripts and frames": lambda: (
        b"<html><script>alert(1)</script><iframe src='http://x'>hej</iframe>"
        b"<p onclick='x'>Tekst<img src=x onerror=y></p>"
    ),
    "what is elsewhere": lambda: packed({
        "word/document.xml": EMPTY.replace("<w:body/>", "<w:body><w:p><w:r><w:t>Tekst</w:t></w:r></w:p></w:body>"),
        "word/_rels/document.xml.rels": '<Relationships><Relationship Type="attachedTemplate" TargetMode="External" '
        'Target="http://127.0.0.1:9/x.dotm"/></Relationships>',
    }),
    "letters that are not seen": "\u202eBag\u200bgrund\u202c \u2066Tekst\u2069 \u200f\u200e\ufeffmed".encode,
    "ten thousand headings": lambda: b"1. Baggrund\nTekst.\n" * 9_900,
}  # fmt: skip


@pytest.mark.parametrize("name", HELD)
def test_what_does_no_harm_is_read_in_seconds_without_what_could(cast: Cast, name: str) -> None:
    client, began = signed_in(cast.koebenhavn["administrator"]), time.process_time()
    answer = sent(client, WAYS_IN[1], "plan.html" if b"<html>" in HELD[name]()[:10] else "plan.docx", HELD[name]())
    assert answer.status_code == 302, name
    page = client.get(answer["Location"])
    assert page.status_code == 200
    assert b"alert(1)" not in page.content
    assert b"onerror" not in page.content
    assert not set("\u202e\u200b\u2066") & set(page.content.decode())
    assert time.process_time() - began < 10


def test_areas_by_the_thousand_do_not_make_every_cell_look_through_them() -> None:
    """Each row merged, as some programs write them."""
    number = 8_000
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>Linje {n}</t></is></c><c r="C{n}"><v>{n}</v></c></row>'
        for n in range(2, number)
    )
    head = "".join(
        f'<c r="{at}1" t="inlineStr"><is><t>{one}</t></is></c>' for at, one in (("A", "Indsats"), ("C", "2018"))
    )
    areas = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(number, 0, -1))
    data = f'<sheetData><row r="1">{head}</row>{rows}</sheetData><mergeCells>{areas}</mergeCells>'
    xml = f'<?xml version="1.0"?><worksheet xmlns="{MAIN}">{data}</worksheet>'
    sheet = read_workbook(BytesIO(packed({**parts_of(xlsx(ROWS)), SHEET: xml})), "a.xlsx").sheets[0]
    assert (len(sheet.facts.merged), sheet.facts.merged[0]) == (MOST_AREAS, Area(0, 0, 0, 1))
    began = time.process_time()
    assert understand(sheet).header_rows == (0,)
    assert time.process_time() - began < 5


@pytest.mark.slow
def test_more_rows_with_errors_than_a_form_may_have_fields_are_left_out_at_once(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    content = "Nr.;Indsats;2018 i t.kr.\n" + "".join(f"{n};Indsats {n};vides ikke {n}\n" for n in range(1_500))
    table = begun_file(f"{content}x;Café;5\n".encode(), "a.csv", town, ada)
    address = f"/0101/regneark/import/{table.upload.reference}/0/"
    client = signed_in(ada)
    page = client.get(f"{address}forhaandsvisning/").content.decode()
    assert len(page) < 200_000
    assert client.post(f"{address}udelad", {"errors": "1"}).status_code == 302
    table.refresh_from_db()
    plan = opened(table).plan(ada)
    assert ([row.name for row in plan.rows], plan.errors) == (["Café"], [])
    page = client.get(f"{address}forhaandsvisning/").content.decode()
    assert "og 1450 mere" in page.replace("1.450", "1450")
    client.post(f"{address}udelad", {"again": "1"})
    table.refresh_from_db()
    assert len(opened(table).plan(ada).errors) == 1_500
