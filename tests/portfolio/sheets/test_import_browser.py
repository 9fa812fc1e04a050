"""An import in a browser, by keyboard and pointer, at several widths, with and without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from budgets.models import BudgetLine, Entry
from organisation.models import User
from portfolio.sheets.models import TableImport
from tests import factories
from tests.browser import Reader, reading
from tests.cast import Cast, make_cast
from tests.files.builders import Rows, xlsx

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("files")]

ROWS: Rows = [
    ["Budget 2017-2018, forslag"],
    ["Nr.", "Budgetlinje", "2017", "2018", "I alt"],
    ["Tema 1: Ensomhed"],
    ["SO8", "Frivillighed på tværs", 2000, 2500, 4500],
    ["SO9", "Ældre og ensomhed", "3.0.0", "-", 0],
    ["I alt", "", 2000, 2500, 4500],
]


@pytest.fixture
def people(transactional_db: None) -> Cast:
    cast = make_cast()
    line = factories.line(cast.koebenhavn.municipality, name="Frivillighed på tværs", code="SO8")
    factories.entry(line, 1_000_000, year=2017, decision_state="proposed")
    return cast


def choose(reader: Reader, folder: Path, rows: Rows = ROWS) -> None:
    file = folder / "budget.xlsx"
    file.write_bytes(xlsx(rows))
    reader.open("/0101/regneark/import/")
    reader.page.set_input_files("input[type=file]", file)
    reader.page.get_by_role("button", name="Læs filen").click()


def is_right(reader: Reader) -> None:
    assert reader.axe() == []
    assert reader.sideways() == 0
    assert reader.said == []


def walk(reader: Reader, folder: Path) -> None:
    """Every step: choose, answer, correct, leave out, confirm, take back."""
    page = reader.page
    reader.open("/0101/regneark/import/")
    is_right(reader)
    choose(reader, folder)
    is_right(reader)
    page.get_by_label("t.kr.").check()
    page.get_by_label("nul", exact=True).check()
    page.get_by_role("button", name="Se, hvad der ville ske").click()
    is_right(reader)
    page.get_by_text("1.000 t.kr.").first.wait_for()
    assert page.get_by_role("button", name="Bekræft importen").count() == 0
    page.get_by_role("button", name="udelad række 5").click()
    page.get_by_text("Rækker 5").wait_for()
    is_right(reader)
    page.get_by_role("button", name="Bekræft importen").click()
    page.get_by_text("Importen er gennemført").wait_for()
    is_right(reader)
    page.get_by_role("link", name="Tag importen tilbage").click()
    is_right(reader)
    page.get_by_label("Hvorfor").fill("Forkert udgave")
    page.get_by_role("button", name="Tag importen tilbage").click()
    page.get_by_text("Importen er taget tilbage").first.wait_for()
    is_right(reader)


@pytest.mark.slow
def test_the_button_is_pressed_twice_and_sends_once(
    browser: Browser, live_server: LiveServer, people: Cast, tmp_path: Path
) -> None:
    with reading(browser, live_server.url, finance(people), width=1280) as reader:
        page = reader.page
        choose(reader, tmp_path, [["Nr.", "Budgetlinje", "2018 (kr.)"], ["A", "Løn", 1]])
        page.get_by_role("button", name="Se, hvad der ville ske").click()
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.method))
        button = page.get_by_role("button", name="Bekræft importen")
        button.dblclick(no_wait_after=True)
        page.get_by_text("Importen er gennemført").wait_for()
        assert sent.count("POST") == 1
        assert reader.said == []


def finance(people: Cast) -> User:
    return people.koebenhavn["finance"]


@pytest.mark.slow
def test_a_sheet_is_imported_and_taken_back(
    browser: Browser, live_server: LiveServer, people: Cast, tmp_path: Path
) -> None:
    with reading(browser, live_server.url, finance(people), width=320) as reader:
        walk(reader, tmp_path)
    assert TableImport.objects.get().state == "undone"
    assert (BudgetLine.objects.count(), Entry.objects.get().amount_ore) == (1, 100_000_000)


@pytest.mark.slow
@pytest.mark.parametrize("width", [768, 1280])
def test_the_walk_is_right_at_every_width_without_scripts(
    browser: Browser, live_server: LiveServer, people: Cast, tmp_path: Path, width: int
) -> None:
    with reading(browser, live_server.url, finance(people), width=width) as reader:
        walk(reader, tmp_path)
    with reading(browser, live_server.url, finance(people), width=width, scripts=False) as reader:
        choose(reader, tmp_path, ROWS[1:4])
        reader.page.get_by_role("button", name="Se, hvad der ville ske").click()
        reader.page.get_by_role("button", name="Bekræft importen").click()
        reader.page.get_by_text("Importen er gennemført").wait_for()
    assert Entry.objects.filter(year=2018).count() == 1


@pytest.mark.slow
def test_cells_are_pasted_and_corrected_by_keyboard_alone(
    browser: Browser, live_server: LiveServer, people: Cast
) -> None:
    with reading(browser, live_server.url, finance(people), language="en") as reader:
        page = reader.page
        reader.open("/0101/regneark/import/")
        page.get_by_label("Cells copied in Excel").focus()
        page.keyboard.insert_text("Nr.\tHvad\t2018 (t.kr.)\nSO10\tAktiv ven\t500\n")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.get_by_label("Meaning of column B").focus()
        page.keyboard.type("name")
        is_right(reader)
        page.get_by_role("button", name="See what would happen").press("Enter")
        is_right(reader)
        page.get_by_role("button", name="Confirm the import").press("Enter")
        page.get_by_text("The import is done").wait_for()
    assert Entry.objects.get(line__code="SO10").amount_ore == 50_000_000


@pytest.mark.slow
def test_a_large_import_is_waited_for_until_the_worker_has_written_it(
    browser: Browser, live_server: LiveServer, people: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portfolio.sheets.ordering.MOST_AT_ONCE", 1)
    with reading(browser, live_server.url, finance(people), width=320) as reader:
        page = reader.page
        choose(reader, tmp_path, [["Nr.", "Budgetlinje", "2018 (t.kr.)"], ["A", "Leg", 500], ["B", "Lyt", 600]])
        page.get_by_role("button", name="Se, hvad der ville ske").click()
        page.get_by_role("button", name="Bekræft importen").click()
        page.get_by_text("Den venter på sin tur.").wait_for()
        is_right(reader)
        call_command("work", "--once")
        page.get_by_role("heading", name="Hvad importen gjorde").wait_for()
        is_right(reader)
    assert Entry.objects.filter(year=2018).count() == 2


SEVERAL = {"Budget": ROWS, "Noter": [["Indsats", "Note"], ["Aktiv ven", "Ring"]], "Gemt": [["Indsats"], ["Café"]]}


@pytest.mark.slow
@pytest.mark.parametrize("shown", [(320, "en"), (1280, "en"), (768, "da")], ids=str)
def test_every_step_is_accessible_in_both_languages(
    browser: Browser, live_server: LiveServer, people: Cast, tmp_path: Path, shown: tuple[int, str]
) -> None:
    """Of a file with several sheets, and with hidden ones, hidden rows and hidden columns."""
    (width, language), file = shown, tmp_path / "flere.xlsx"
    file.write_bytes(xlsx(SEVERAL, hidden_sheets=["Gemt"], hidden_rows=[2], hidden_columns=[4]))
    with reading(browser, live_server.url, finance(people), width=width, language=language) as reader:
        page = reader.page

        def press(selector: str) -> None:
            page.locator(selector).first.click()
            is_right(reader)

        reader.open("/0101/regneark/import/")
        page.set_input_files("input[type=file]", file)
        press("form[enctype] button[type=submit]")
        press("button[name=sheet]")
        page.locator("input[value=tkr]").check()
        page.locator("input[value=zero]").check()
        press("form[novalidate] button[type=submit].button-primary")
        with page.expect_download() as marked:
            page.locator("a[href$='/markeret']").click()
        assert marked.value.suggested_filename.endswith(".xlsx")
        press("button[name=errors]")
        press("form.pm-saving button[type=submit]")
        press("a[href$='/fortryd/']")


@pytest.mark.slow
@pytest.mark.parametrize(("width", "language"), [(320, "en"), (1280, "da")])
def test_the_menus_of_downloads_are_accessible_when_they_are_open(
    browser: Browser, live_server: LiveServer, people: Cast, width: int, language: str
) -> None:
    with reading(browser, live_server.url, finance(people), width=width, language=language) as reader:
        reader.open("/0101/regneark/")
        is_right(reader)
        for address in ("/0101/", "/0101/budget/", "/0101/strategikort/", "/0101/aarshjul/"):
            reader.open(address)
            reader.page.locator("details.pm-download > summary").first.click()
            assert reader.page.locator("a[download]").first.is_visible(), address
            is_right(reader)
