"""Downloads hold what the page shows to its reader, and ask the database as often for many rows as for few."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from initiatives.models import Activity, Initiative, InitiativeObjective, InitiativeTargetGroup, Strategy
from organisation import writing
from portfolio.sheets.reading import Sheet, Workbook, read_workbook
from portfolio.sheets.writing.lists import LISTS
from tests import factories
from tests.cast import Cast, Town
from tests.portfolio.budgeting.test_queries import grow

pytestmark = pytest.mark.django_db


def fetched(client: Client, address: str, **query: str) -> bytes:
    answer = client.get(address, query)
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def workbook(client: Client, address: str, **query: str) -> Workbook:
    return read_workbook(BytesIO(fetched(client, address, **query)), "a.xlsx")


def rows_of(sheet: Sheet) -> list[dict[str, str]]:
    heading, *rows = [[cell.raw for cell in row] for row in sheet.rows()]
    return [dict(zip(heading, row, strict=True)) for row in rows]


def signed_in(town: Town, role: str) -> Client:
    client = Client()
    client.force_login(town[role])
    return client


def about(book: Workbook) -> dict[str, str]:
    return {row[0].raw: row[1].raw for row in book.sheets[0].rows()}


@pytest.fixture
def town(cast: Cast) -> Town:
    town = cast.koebenhavn
    home, ada = town.municipality, town.administrator
    plan = factories.strategy(home, "Ensomhedsstrategi", by=ada)
    for number, title in enumerate(("Besøgsven", "Aktiv ven", "Årlig fest"), 1):
        row = factories.initiative(
            home, title, by=ada, reference=f"i{number}", strategy=plan, period_text="2017" if number > 1 else ""
        )
        factories.owner(row, town.department)
        line = factories.line(home, row, by=ada, reference=f"l{number}")
        factories.entry(line, 100 * number, by=ada)
    factories.initiative(home, "Kladden", reference="kladde", parent=row)
    return town


def test_the_portfolio_is_written_with_its_filters_and_in_its_order(town: Town) -> None:
    reader = signed_in(town, "reader")
    whole = workbook(reader, "/0101/indsatser/regneark")
    assert [row["Indsats"] for row in rows_of(whole.sheets[1])] == ["Aktiv ven", "Besøgsven", "Årlig fest"]
    narrowed = workbook(reader, "/0101/indsatser/regneark", q="ven", year="2017")
    assert [row["Indsats"] for row in rows_of(narrowed.sheets[1])] == ["Aktiv ven"]
    assert about(narrowed)["Filtre"] == "Viser 1 af 3 indsatser: indeholder “ven” · kører i 2017"
    assert about(narrowed)["Kommune"] == "København (0101)"


def test_a_saved_view_prints_its_name_its_groups_and_its_filters_also_as_text(town: Town) -> None:
    reader = signed_in(town, "reader")
    address = "year=2017&by=strategy&view=cards"
    for name, query in (("Til udvalget", address), ("Andet", "year=2018")):
        reader.post("/0101/visninger/gem", {"name": name, "query": query})
    saved = {"by": "strategy", "year": "2017"}
    told = about(workbook(reader, "/0101/indsatser/regneark", **saved))
    assert (told["Gemt visning"], told["Grupperet efter"]) == ("Til udvalget", "strategi")
    assert told["Filtre"] == "Viser 2 af 3 indsatser: kører i 2017"
    with ZipFile(BytesIO(fetched(reader, "/0101/indsatser/regneark", format="csv", **saved))) as archive:
        text = archive.read("about.csv").decode("utf-8-sig").splitlines()
    assert "Gemt visning;Til udvalget" in text
    assert "Filtre;Viser 2 af 3 indsatser: kører i 2017" in text
    other = about(workbook(signed_in(town, "caseworker"), "/0101/indsatser/regneark", **saved))
    assert "Gemt visning" not in other


def test_a_page_as_of_another_day_is_written_as_of_that_day_and_says_so(town: Town) -> None:
    reader = signed_in(town, "reader")
    page = "/0101/indsatser/i1/"
    assert 'regneark?format=xlsx&amp;as_of=2016-05-01"' in reader.get(page, {"as_of": "2016-05-01"}).content.decode()
    told = about(workbook(reader, f"{page}regneark", as_of="2016-05-01"))
    assert told["Opgjort pr."] == "1. maj 2016"


def test_missing_facts_stand_in_words(town: Town) -> None:
    book = workbook(signed_in(town, "reader"), "/0101/indsatser/regneark")
    row = next(row for row in rows_of(book.sheets[1]) if row["Reference"] == "i1")
    assert (row["Periode"], row["Tilstand"], row["Lys for fremdrift"]) == (
        "ikke angivet", "ikke angivet", "ingen status",
    )  # fmt: skip
    assert row["Penge i alt"] == "vedtaget: 100\u00a0kr."


def test_drafts_are_for_staff_alone_and_the_first_sheet_says_so(town: Town) -> None:
    staff = workbook(signed_in(town, "caseworker"), "/0101/regneark/indsatser")
    public = workbook(signed_in(town, "committee_member"), "/0101/regneark/indsatser")
    assert "kladde" in [row["Reference"] for row in rows_of(staff.sheets[1])]
    assert "kladde" not in [row["Reference"] for row in rows_of(public.sheets[1])]
    assert "udkast" in about(staff)["Hvem der må se det"]
    assert "udkast" not in about(public)["Hvem der må se det"]


def test_a_reference_to_what_the_reader_may_not_see_is_left_out(town: Town) -> None:
    home, ada = town.municipality, town.administrator
    secret = factories.initiative(home, "Hemmelig", reference="hemmelig")
    factories.initiative(home, "Del", by=ada, reference="del", parent=secret)
    factories.line(home, secret, by=ada, reference="delt")
    for slug in ("indsatser", "budgetlinjer", "budget", "posteringer", "aktiviteter"):
        text = fetched(signed_in(town, "reader"), f"/0101/regneark/{slug}", format="data").decode()
        assert "hemmelig" not in text
    row = next(
        row
        for row in rows_of(workbook(signed_in(town, "reader"), "/0101/regneark/budgetlinjer").sheets[1])
        if row["Reference"] == "delt"
    )
    assert row["Indsats"] == "andre"


def test_amounts_that_are_none_are_no_0_anywhere(town: Town) -> None:
    home, ada = town.municipality, town.administrator
    line = factories.line(home, by=ada, reference="ord")
    for year, state, ore in ((2018, "not_stated", None), (2019, "financed_elsewhere", 0), (2020, "zero", 0)):
        factories.entry(line, by=ada, year=year, value_state=state, amount_ore=ore)
    finance = signed_in(town, "finance")
    wide = rows_of(workbook(finance, "/0101/regneark/budgetlinjer").sheets[1])
    row = next(row for row in wide if row["Reference"] == "ord")
    assert [row[f"{year} i kr."] for year in (2018, 2019, 2020)] == ["ikke angivet", "finansieres andetsteds", "0"]
    for address in ("/0101/budget/linjer/ord/regneark", "/0101/budget/regneark"):
        book = workbook(finance, address)
        cells = [cell.raw for sheet in book.sheets for cells in sheet.rows() for cell in cells]
        assert {"ikke angivet", "finansieres andetsteds"} <= set(cells)
    data = fetched(finance, "/0101/regneark/budget", format="data").decode().splitlines()
    assert [line.split(",")[10:12] for line in data if line.startswith("0101,ord,")] == [
        ["", "not_stated"], ["", "financed_elsewhere"], ["0.00", "zero"],
    ]  # fmt: skip


def test_every_first_sheet_says_unit_day_source_and_filters(town: Town) -> None:
    client = signed_in(town, "administrator")
    for address in ADDRESSES:
        told = about(workbook(client, address))
        for label in ("Enhed", "Opgjort pr.", "Kilde", "Filtre", "Kommune", "Dannet", "Hvem der må se det"):
            assert told.get(label), (address, label)


def test_an_unknown_form_or_table_or_list_is_not_there(town: Town) -> None:
    reader = signed_in(town, "reader")
    for address in ("/0101/regneark/indsatser?format=pdf", "/0101/regneark/indsatser?table=x", "/0101/regneark/alt"):
        assert reader.get(address).status_code == 404


def test_a_download_is_named_and_kept_by_nobody(town: Town) -> None:
    answer = signed_in(town, "reader").get("/0101/regneark/maalgrupper", {"format": "csv"})
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="0101-maalgrupper-')
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


ADDRESSES = [f"/0101/regneark/{one.slug}" for one in LISTS.values()]
ADDRESSES += ["/0101/indsatser/regneark", "/0101/budget/regneark", "/0101/budget/linjer/l1/regneark"]


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        fetched(client, address)
    return len(captured)


def test_the_number_of_queries_does_not_grow(town: Town) -> None:
    client = signed_in(town, "administrator")
    few: dict[str, Any] = {address: queries(client, address) for address in ADDRESSES}
    grow(town, 60, "mange")
    assert {address: queries(client, address) for address in ADDRESSES} == few
    assert max(few[f"/0101/regneark/{one.slug}"] for one in LISTS.values()) <= 24
    assert max(few.values()) <= 45


def test_every_list_is_on_the_page_and_can_be_fetched(town: Town) -> None:
    client = signed_in(town, "reader")
    page = client.get("/0101/regneark/").content.decode()
    for one in LISTS.values():
        for form in ("xlsx", "csv", "data"):
            assert f'href="/0101/regneark/{one.slug}?format={form}"' in page


def test_what_stands_under_the_headings_is_a_list_of_its_own_without_drafts_for_readers(town: Town) -> None:
    headings = [factories.heading(town.municipality, 2, "Formål"), factories.heading(town.municipality)]
    for row in Initiative.objects.filter(reference__in=("i1", "kladde")):
        for heading in headings:
            factories.text(row, heading, f"{heading} for {row}:\n\n- ét\n- to")
    said = rows_of(workbook(signed_in(town, "reader"), "/0101/regneark/tekster").sheets[1])
    assert [(row["Reference"], row["Indsats"], row["Overskrift i indsatsen"]) for row in said] == [
        ("i1", "Besøgsven", "Baggrund"),
        ("i1", "Besøgsven", "Formål"),
    ]
    assert said[1]["Tekst under overskriften"] == "Formål for Besøgsven:\n\n- ét\n- to"
    staff = rows_of(workbook(signed_in(town, "caseworker"), "/0101/regneark/tekster").sheets[1])
    assert [row["Reference"] for row in staff] == ["i1", "i1", "kladde", "kladde"]


def test_the_columns_for_machines_are_those_that_are_documented(town: Town) -> None:
    text = (Path(__file__).parents[3] / "docs" / "sheets.md").read_text()
    told = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|$", text, re.MULTILINE))
    client = signed_in(town, "administrator")
    for one in LISTS.values():
        heading = fetched(client, f"/0101/regneark/{one.slug}", format="data").decode().splitlines()[0].split(",")
        columns = [column for column in heading if not column.endswith("_state") or column == "decision_state"]
        documented = told[one.slug].replace("as `budget`, and", f"{told['budget']},").replace(" …", "").split(", ")
        assert columns == [column.strip() for column in documented], one.slug


def test_the_pages_lead_to_their_downloads_with_what_is_chosen(town: Town) -> None:
    client = signed_in(town, "reader")
    pages = {
        "/0101/?q=ven": "/0101/indsatser/regneark?format=xlsx&amp;q=ven",
        "/0101/budget/?year=2018": "/0101/budget/regneark?format=xlsx&amp;year=2018",
        "/0101/budget/linjer/l1/": "/0101/budget/linjer/l1/regneark?format=csv",
        "/0101/indsatser/i1/": "/0101/indsatser/i1/regneark?format=data",
    }
    for page, download in pages.items():
        assert f'href="{download}"' in client.get(page).content.decode()


def test_pages_of_what_initiatives_hang_on_are_fetched_as_they_are_shown(town: Town) -> None:
    home = town.municipality
    goal = factories.objective(Strategy.objects.get(), title="Færre ensomme", reference="ensomme")
    below = factories.objective(Strategy.objects.get(), title="Flere besøg", reference="besoeg", parent=goal)
    group = factories.target_group(home, "Ældre", reference="aeldre")
    visit = Initiative.objects.get(reference="i1")
    InitiativeObjective.objects.create(municipality=home, initiative=visit, objective=below)
    InitiativeTargetGroup.objects.create(municipality=home, initiative=visit, target_group=group)
    reader = signed_in(town, "reader")
    for page in ("/0101/maal/ensomme/", "/0101/maalgrupper/aeldre/"):
        assert f'href="{page}regneark?format=xlsx"' in reader.get(page).content.decode()
        assert [row["Indsats"] for row in rows_of(workbook(reader, f"{page}regneark").sheets[1])] == ["Besøgsven"]
    assert about(workbook(reader, "/0101/maal/ensomme/regneark"))["Filtre"] == "mål: Færre ensomme"
    department = f"/0101/udvalg/{town.department.reference}/"
    assert f'href="{department}regneark?format=csv"' in reader.get(department).content.decode()
    shown = rows_of(workbook(reader, f"{department}regneark").sheets[1])
    assert [row["Indsats"] for row in shown] == ["Aktiv ven", "Besøgsven", "Årlig fest"]
    assert "strategikort/regneark" in reader.get("/0101/strategikort/").content.decode()
    tree = rows_of(workbook(reader, "/0101/strategikort/regneark").sheets[1])
    assert [(row["Mål og indsatser"], row["Dybde"]) for row in tree][:3] == [
        ("Færre ensomme", "0"), ("Flere besøg", "1"), ("Besøgsven", "2"),
    ]  # fmt: skip
    assert {row["Økonomi"] for row in tree} >= {"vedtaget: 100\u00a0kr."}


def test_the_year_is_fetched_as_it_is_shown(town: Town) -> None:
    visit = Initiative.objects.get(reference="i1")
    row = Activity(
        municipality=town.municipality, initiative=visit, title="Åbning", kind="milestone", period_text="1. maj 2018"
    )
    writing.save(row, by=town.administrator)
    reader = signed_in(town, "reader")
    assert "aarshjul/regneark?format=xlsx&amp;year=2018" in reader.get("/0101/aarshjul/?year=2018").content.decode()
    book = workbook(reader, "/0101/aarshjul/regneark", year="2018")
    assert ("Åbning", "01-05-2018") in [(row["Hvad"], row["Fra"]) for row in rows_of(book.sheets[1])]
