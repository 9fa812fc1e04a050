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


PLANS: dict[str, tuple[Callable[[], bytes], Reason]] = {
    "paragraphs without end": (lambda: document("<w:p/>" * 100_000), Reason.TOO_MANY_ROWS),
    "elements without end": (lambda: document("<w:p/>" * 1_000_000), Reason.TOO_MUCH_MEMORY),
    "elements within elements": (lambda: document("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000), Reason.DAMAGED),
    "a bomb": (lambda: packed({"word/document.xml": b"<a>" + b" " * (100 * 2**20)}), Reason.UNPACKS_TOO_LARGE),
    "zeros in a text": (lambda: b"a\0b" * 1_000, Reason.UNKNOWN),
    "an old document": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Reason.DAMAGED),
    "macros": (lambda: packed({"word/document.xml": "<a/>", "word/vbaProject.bin": b"\0"}), Reason.MACROS),
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
