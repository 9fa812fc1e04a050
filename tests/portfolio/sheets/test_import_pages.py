"""The pages of an import, walked as its user walks them."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from budgets.models import BudgetLine, Entry
from organisation.models import ChangeRecord, ImportBatch, Provenance
from portfolio.sheets.models import TableImport, Upload
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.reading import read_workbook
from portfolio.sheets.retention import delete_overdue
from tests import factories
from tests.cast import Cast
from tests.files.builders import Rows, ods, ods_row, text, xls, xlsx
from tests.portfolio.sheets.importing import begun, confirmed
from tests.portfolio.sheets.test_importing import TKR
from tests.world import signed_in

pytestmark = pytest.mark.usefixtures("files")
HEAD = ["Nr.", "Budgetlinje", "2017", "2018"]
ROWS: Rows = [["Beløb i t.kr."], HEAD, ["SO8", "Frivillighed", 2000, 2000], ["SO9", "Ældre", "2.5", 0]]


@pytest.fixture(autouse=True)
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a process of its own for each file, which tests of reading look at."""
    monkeypatch.setattr("portfolio.sheets.uploading.read_apart", read_workbook)


def chosen(client: Client, rows: Rows | bytes, name: str = "budget.xlsx") -> Any:
    file = BytesIO(rows if isinstance(rows, bytes) else xlsx(rows))
    file.name = name
    return client.post("/0101/regneark/import/", {"file": file}, follow=True)


def layout_of(answer: Any) -> dict[str, Any]:
    """What the layout's form sends when nothing is changed."""
    context, data = answer.context, {}
    columns = [field for _column, *fields in context["columns"] for field in fields]
    for field in [*context["form"], *context["questions"], *context["roles"], *context["terms"], *columns]:
        value = field.value()
        if value not in (None, False):
            data[field.html_name] = value
    return data


def test_a_file_is_walked_from_choice_to_rows_and_back(cast: Cast) -> None:
    client = signed_in(cast.koebenhavn["finance"])
    answer = chosen(client, ROWS)
    assert answer.redirect_chain[-1][0].endswith("/0/")
    assert "t.kr." in answer.content.decode()
    preview = client.post(answer.request["PATH_INFO"], layout_of(answer), follow=True)
    page = preview.content.decode()
    assert "C4" in page
    assert "kan ikke læses" in page
    assert preview.context["plan"].errors
    address = preview.request["PATH_INFO"]
    refused = client.post(address, {"fingerprint": preview.context["plan"].fingerprint}, follow=True)
    assert "intet blev importeret" in refused.content.decode()
    assert not BudgetLine.objects.exists()
    left = client.post(address.replace("forhaandsvisning/", "udelad"), {"row": "4"}, follow=True)
    assert left.context["left_out"] == [4]
    done = client.post(address, {"fingerprint": left.context["plan"].fingerprint}, follow=True)
    assert "Importen er gennemført" in done.content.decode()
    assert [line.code for line in BudgetLine.objects.all()] == ["SO8"]
    twice = client.post(address, {"fingerprint": left.context["plan"].fingerprint}, follow=True)
    assert "to gange" in twice.content.decode()
    undo = address.replace("forhaandsvisning/", "fortryd/")
    said = client.get(undo).content.decode()
    assert "Det nye slettes" in said
    assert "<strong>1</strong> ny række" in said
    colleague = signed_in(cast.koebenhavn["caseworker"])
    assert undo not in colleague.get(address).content.decode()
    assert "Kun den, der importerede" in colleague.get(undo).content.decode()
    assert "Kun den, der importerede" in colleague.post(undo, {"reason": "Forkert"}).content.decode()
    asked = client.post(undo, {"reason": "Borger 010190-1234"}).content.decode()
    assert "ligner et CPR-nummer" in asked
    assert 'value="Borger 010190-1234"' in asked
    long = "Forkert fil. " * 40
    asked = client.post(undo, {"reason": long}).content.decode()
    assert "Begrundelsen har 519 tegn; der er plads til højst 500." in asked
    assert f'value="{long}"' in asked
    assert Entry.objects.exists()
    client.post(undo, {"reason": "Forkert fil"})
    assert not Entry.objects.exists()
    assert TableImport.objects.get().state == "undone"


def test_the_reason_of_a_correction_names_nobody(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    factories.entry(factories.line(town, name="Frivillighed", code="SO8"), 2_000_000, by=finn, year=2017)
    rows: Rows = [HEAD, ["SO8", "Frivillighed", 2500, None]]
    table = begun(rows, town, finn, correction=TKR, terms=Terms(decision="adopted"))
    client, address = signed_in(finn), reverse("sheet-preview", args=["0101", table.upload.reference, 0])
    said = {"fingerprint": client.get(address).context["plan"].fingerprint}
    asked = client.post(address, said | {"reason": "Borger 010190-1234"}, follow=True).content.decode()
    assert "ligner et CPR-nummer" in asked
    assert 'value="Borger 010190-1234"' in asked
    assert not ImportBatch.objects.exists()
    long = "Fejl i første udgave".ljust(501, "!")
    asked = client.post(address, said | {"reason": long}, follow=True).content.decode()
    assert "Begrundelsen har 501 tegn; der er plads til højst 500." in asked
    assert f'value="{long}"' in asked
    assert not ImportBatch.objects.exists()
    client.post(address, said | {"reason": "Fejl i første\0 udgave" + "!" * 480})
    reason = ChangeRecord.objects.get(batch=ImportBatch.objects.get(), content_type__model="entry").reason
    assert reason == "Fejl i første udgave".ljust(500, "!")


def test_an_endless_number_in_the_place_of_a_sheet_or_a_row_is_none(cast: Cast) -> None:
    finn, endless = cast.koebenhavn["finance"], "9" * 5_000
    table = begun([HEAD, ["SO8", "Frivillighed", 2500, None]], cast.koebenhavn.municipality, finn, correction=TKR)
    client = signed_in(finn)
    assert client.post(table.upload.get_absolute_url(), {"sheet": endless}).status_code == 404
    left = client.post(reverse("sheet-leave-out", args=["0101", table.upload.reference, 0]), {"row": endless})
    assert left.status_code == 302


def test_the_unit_is_asked_for_and_the_answer_is_kept(cast: Cast) -> None:
    client = signed_in(cast.koebenhavn["finance"])
    answer = chosen(client, [HEAD, ["SO8", "Frivillighed", 2000, 2000]])
    assert [question.key for question in answer.context["questions"].questions] == ["unit"]
    data = layout_of(answer) | {"q-unit": "tkr"}
    preview = client.post(answer.request["PATH_INFO"], data, follow=True)
    assert preview.context["plan"].may_be_confirmed
    assert "2.000" in preview.content.decode()


def test_a_date_of_the_decision_that_is_none_is_told_at_its_field(cast: Cast) -> None:
    client = signed_in(cast.koebenhavn["finance"])
    answer = chosen(client, [["Budgetlinje", "2018 (kr.)"], ["Leg", 5]])
    refused = client.post(answer.request["PATH_INFO"], layout_of(answer) | {"effective_text": "31. februar 2018"})
    assert refused.status_code == 400
    assert [label for label, _errors in refused.context["wrong"][0]] == ["Dato for beslutningen"]
    assert TableImport.objects.get().terms == {}


def test_what_the_rows_object_to_as_they_are_written_is_told_and_nothing_is_imported(cast: Cast) -> None:
    finn = cast.koebenhavn["finance"]
    table = begun([["Budgetlinje", "2018 (kr.)"], ["Leg", 5]], cast.koebenhavn.municipality, finn,
                  terms=Terms(effective_text="31. februar 2018"))  # fmt: skip
    client, address = signed_in(finn), reverse("sheet-preview", args=["0101", table.upload.reference, 0])
    seen = client.get(address).context["plan"].fingerprint
    told = client.post(address, {"fingerprint": seen}, follow=True)
    assert "31. februar 2018" in told.content.decode()
    assert not ImportBatch.objects.exists()
    assert not BudgetLine.objects.exists()


def test_another_heading_row_makes_the_columns_be_guessed_anew(cast: Cast) -> None:
    client = signed_in(cast.koebenhavn["finance"])
    rows: Rows = [["Nr.", "Titel", "2016"], ["x", "y", "z"], ["Kode", "Post", "2018 (kr.)"], ["A", "Løn", 500]]
    answer = chosen(client, rows)
    again = client.post(answer.request["PATH_INFO"], layout_of(answer) | {"header": "3"}, follow=True)
    assert again.context["work"].layout.header_rows == (2,)
    assert "læst igen" in again.content.decode()
    wrong = client.post(answer.request["PATH_INFO"], layout_of(again) | {"header": "99"})
    assert wrong.status_code == 400
    assert "3-4" in wrong.content.decode()


def test_a_file_chosen_again_is_recognised_and_a_hostile_one_leaves_nothing(cast: Cast) -> None:
    client, content = signed_in(cast.koebenhavn["finance"]), xlsx(ROWS)
    chosen(client, content)
    colleague = signed_in(cast.koebenhavn["administrator"])
    assert "valgt før" in chosen(colleague, content, "andet navn.xlsx").content.decode()
    assert Upload.objects.count() == 1
    file = BytesIO(b"%PDF-1.7")
    file.name = "budget.xlsx"
    refused = client.post("/0101/regneark/import/", {"file": file})
    assert (refused.status_code, "PDF" in refused.content.decode()) == (400, True)
    persons = chosen(client, [["Navn", "CPR-nummer"], ["Anna Berg", "010190-1234"]])
    assert persons.status_code == 400
    assert Upload.objects.count() == 1
    assert len(default_storage.listdir("imports")[1]) == 2


def test_pasted_cells_and_several_sheets_have_the_same_way_in(cast: Cast) -> None:
    client = signed_in(cast.koebenhavn["finance"])
    text = "Nr.\tBudgetlinje\t2018 (t.kr.)\nSO8\tFrivillighed\t2.000\n"
    pasted = client.post("/0101/regneark/import/", {"text": text}, follow=True)
    assert pasted.context["work"].layout.kind == "budget_wide"
    sheets = {"Budget": ROWS, "Noter": [["Intet her"]]}
    file = BytesIO(many_sheets(sheets))
    file.name = "flere.xlsx"
    answer = client.post("/0101/regneark/import/", {"file": file}, follow=True)
    assert [row.name for row in answer.context["rows"]] == ["Budget", "Noter"]
    table = client.post(answer.request["PATH_INFO"], {"sheet": "0"}, follow=True)
    assert table.context["table"].sheet == "Budget"


def many_sheets(sheets: dict[str, Rows]) -> bytes:
    import xlsxwriter

    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    book.close()
    return file.getvalue()


def test_the_file_comes_back_with_the_errors_marked(cast: Cast) -> None:
    client = signed_in(cast.koebenhavn["finance"])
    address = chosen(client, [*ROWS, ["=1+1", '=HYPERLINK("x")', 1, 2]]).request["PATH_INFO"]
    marked = b"".join(client.get(f"{address}markeret"))
    cells = CalamineWorkbook.from_filelike(BytesIO(marked)).get_sheet_by_index(0).to_python()
    assert cells[3][2] == "2.5"
    assert b"comments1.xml" in marked
    assert b"<f>" not in marked
    text = "Nr.;Budgetlinje;2018 (t.kr.)\r\nSO8;=cmd|x;2.5\r\n"
    file = BytesIO(text.encode())
    file.name = "budget.csv"
    pasted = client.post("/0101/regneark/import/", {"file": file}, follow=True)
    told = b"".join(client.get(f"{pasted.request['PATH_INFO']}markeret")).decode("utf-8-sig")
    assert "'=cmd|x" in told
    assert "C2:" in told


OLD: Rows = [["Nr.", "Budgetlinje", "2018 (t.kr.)"], ["SO8", "Løn", "2.5"]]
OPEN = ods(f'<table:table table:name="Ark">{"".join(ods_row(*row) for row in OLD)}</table:table>')


@pytest.mark.parametrize(
    ("name", "content", "told", "ending"),
    [
        ("a.xls", xls(OLD), "kommer tilbage som .xlsx", ".xlsx"),
        ("a.ods", OPEN, "kommer tilbage som .xlsx", ".xlsx"),
        ("a.csv", text(OLD), "kommer tilbage som .csv", ".csv"),
        ("a.xlsx", xlsx(OLD), "Celler med fejl er farvede", ".xlsx"),
    ],
)
def test_the_page_says_as_what_the_file_comes_back(
    cast: Cast, name: str, content: bytes, told: str, ending: str
) -> None:
    client = signed_in(cast.koebenhavn["finance"])
    file = BytesIO(content)
    file.name = name
    address = client.post("/0101/regneark/import/", {"file": file}, follow=True).request["PATH_INFO"]
    assert told in client.get(f"{address}forhaandsvisning/").content.decode()
    marked: Any = client.get(f"{address}markeret")
    assert marked.headers["Content-Disposition"].rstrip('"').endswith(ending)
    assert read_workbook(BytesIO(b"".join(marked)), f"m{ending}").sheets[0].cell(1, 2).raw == "2.5"


def test_files_are_deleted_by_rule_and_what_they_wrote_stays(
    cast: Cast, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    done = confirmed(begun([["Nr.", "Budgetlinje", "2018 (kr.)"], ["A", "Løn", 1]], town, finn), finn)
    unused = begun(ROWS, town, finn).upload
    now = timezone.now()
    with django_capture_on_commit_callbacks(execute=True):
        assert delete_overdue(now + timedelta(days=settings.SHEET_UNUSED_DAYS + 1)) == 1
    assert Upload.objects.get(deleted_at__isnull=False) == unused
    with django_capture_on_commit_callbacks(execute=True):
        assert delete_overdue(now + timedelta(days=settings.SHEET_KEPT_DAYS + 1)) == 1
    assert default_storage.listdir("imports")[1] == []
    assert (ImportBatch.objects.get().file.name, Provenance.objects.count()) == ("", 2)
    client = signed_in(finn)
    address = done.upload.get_absolute_url()
    assert "slettet" in client.get(address, follow=True).content.decode()
    assert client.get(f"{address}0/forhaandsvisning/").status_code == 200


@pytest.mark.parametrize("count", [3, 120])
def test_a_preview_asks_as_often_for_many_rows_as_for_few(cast: Cast, count: int) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    for number in range(count // 3):
        line = factories.line(town, name=f"Linje {number}", code=f"K{number}")
        factories.entry(line, 1000, year=2018, decision_state="proposed")
    rows: Rows = [["Nr.", "Budgetlinje", "2018 (kr.)"], *([f"K{n}", f"Linje {n}", n + 5] for n in range(count))]
    table = begun(rows, town, finn)
    client = signed_in(finn)
    address = f"{table.upload.get_absolute_url()}0/forhaandsvisning/"
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    assert len(asked) == 8


def test_a_fact_says_its_file_sheet_and_cell_on_the_page(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    confirmed(begun([["Nr.", "Budgetlinje", "2018 (kr.)"], ["A", "Løn", 1234]], town, finn), finn)
    Entry.objects.get().post(by=finn)
    page = signed_in(finn).get("/0101/budget/linjer/a/").content.decode()
    assert "ark.xlsx" in page
    assert "C2" in page


def test_files_lie_where_no_server_looks(files: Path, cast: Cast) -> None:
    chosen(signed_in(cast.koebenhavn["finance"]), ROWS, "../../x/<b>.xlsx")
    [upload] = Upload.objects.all()
    assert Path(upload.file.path).parent == files / "imports"
    assert upload.filename == "<b>.xlsx"


def test_what_stands_in_a_file_is_never_taken_for_markup(cast: Cast) -> None:
    """Headings, titles, themes and answers of a sheet are words in the pages' hints and labels."""
    evil = "<img src=x onerror=alert(1)>"
    head = [f"Indsats {evil}", f"Tema {evil}", f"2018 {evil}", f"2019 {evil}"]
    rows: Rows = [[f"Beløb i t.kr. {evil}"], head, [evil, evil, evil, "-"], [f"{evil} i alt", None, "x", 5]]
    factories.objective(factories.strategy(cast.koebenhavn.municipality, f"S {evil}"), evil)
    client = signed_in(cast.koebenhavn["administrator"])
    pages = [chosen(client, rows, name=f"{evil}.xlsx")]
    address = pages[0].redirect_chain[-1][0]
    pages += [client.get(f"{address}forhaandsvisning/"), client.get(address.removesuffix("0/"))]
    pages.append(client.get("/0101/regneark/import/"))
    for page in pages:
        assert page.status_code == 200
        assert "<img src=x" not in page.content.decode()


def test_a_list_for_programs_is_walked_as_any_file_and_says_what_it_is(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    factories.entry(factories.line(town, by=ada), 1_250, by=ada)
    client = signed_in(ada)
    fetched: Any = client.get("/0101/regneark/budget", {"format": "data"})
    file = BytesIO(b"".join(fetched.streaming_content))
    file.name = "liste.csv"
    answer: Any = client.post("/0101/regneark/import/", {"file": file}, follow=True)
    assert "andre programmer" in answer.content.decode()
    page = client.get(f"{answer.redirect_chain[-1][0]}forhaandsvisning/").content.decode()
    assert "det hele står her allerede" in page


def test_choosing_nothing_is_told_in_the_pages_own_words(cast: Cast) -> None:
    client = signed_in(cast.koebenhavn["finance"])
    page = client.get("/0101/regneark/import/").content.decode()
    assert page.count("novalidate") == 2
    for said, sentence in (({"file": ""}, "Vælg den fil, der skal læses."), ({"text": ""}, "Indsæt de celler")):
        answer = client.post("/0101/regneark/import/", said)
        assert answer.status_code == 400
        assert sentence in answer.content.decode()


def test_the_preview_names_its_sheet_at_each_error_and_says_what_it_waits_for(cast: Cast) -> None:
    ada = cast.koebenhavn.administrator
    client = signed_in(ada)
    told_of: list[tuple[Rows, str]] = [
        ([["Nr.", "Budgetlinje", "2018 (t.kr.)"], ["A", "Leg", "x"]], '<span class="pm-small">Ark1</span> C2'),
        ([["Nr.", "Budgetlinje", "2018"], ["A", "Leg", 5]], "når spørgsmålene ovenfor er besvaret"),
    ]
    for rows, told in told_of:
        table = begun(rows, cast.koebenhavn.municipality, ada)
        address = reverse("sheet-preview", args=["0101", table.upload.reference, 0])
        page = client.get(address).content.decode()
        assert told in page
        assert "Arket “Ark1” i ark.xlsx" in page


def test_only_a_row_below_the_headings_is_offered_to_be_left_out(cast: Cast) -> None:
    ada = cast.koebenhavn.administrator
    rows: Rows = [[None, None, "Drift", "Anlæg"], ["Nr.", "Budgetlinje", 2017, 2018], ["A", "Leg", "x", 5]]
    table = begun(rows, cast.koebenhavn.municipality, ada, correction=TKR)
    page = signed_in(ada).get(reverse("sheet-preview", args=["0101", table.upload.reference, 0]))
    assert {one.problem.address: one.row for one in page.context["errors"]} == {"D1": None, "C3": 3}
    assert page.context["error_rows"] == [3]
