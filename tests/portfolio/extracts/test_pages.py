"""The pages of an extract, as a finance officer uses them: choose, map, compare, book."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from budgets.models import AccountRule, BudgetLine, Statement
from organisation.access import Role
from organisation.models import ImportBatch, Provenance
from portfolio.extracts.models import FinanceExtract
from tests import factories
from tests.cast import Cast
from tests.portfolio.extracts.test_summing import HEAD, ROWS
from tests.world import signed_in

pytestmark = pytest.mark.django_db
TOTAL = ["I alt", "", "", "", "", "2.255,25"]


@pytest.fixture
def finn(cast: Cast) -> Client:
    return signed_in(cast.koebenhavn[Role.FINANCE])


@pytest.fixture
def lines(cast: Cast) -> list[BudgetLine]:
    home = cast.koebenhavn.municipality
    return [factories.line(home, name=name, by=cast.koebenhavn.administrator) for name in ("Løn", "Drift")]


def address(name: str, *more: object) -> str:
    return reverse(name, args=["0101", *more])


def pasted(client: Client, rows: list[list[str]] | None = None) -> FinanceExtract:
    text = "\n".join("\t".join(row) for row in rows or [HEAD, *ROWS, TOTAL])
    answer = client.post(address("extracts"), {"text": text})
    assert answer.status_code == 302, answer.content.decode()
    return FinanceExtract.objects.latest("pk")


def answered(client: Client, found: FinanceExtract, *answers: tuple[str, str, str]) -> dict[str, str]:
    """What the browser sends of the first accounts on the page: (line, field, pattern) of each."""
    marks = list(client.get(address("extract", found.reference)).context["mapping"].groups)
    said: dict[str, str] = {}
    for mark, (line, field, pattern) in zip(marks, answers, strict=False):
        said |= {f"line-{mark}": line, f"field-{mark}": field, f"pattern-{mark}": pattern}
    return said


def mapped(client: Client, found: FinanceExtract, lines: list[BudgetLine]) -> Any:
    said = answered(
        client, found, (lines[0].reference, "cost_centre", ""), (lines[1].reference, "account", "5.38.59*"),
        ("-", "account", "6*"),
    )  # fmt: skip
    return client.post(address("extract-accounts", found.reference), said)


def typed(page: Any) -> dict[str, Any]:
    """What the browser sends when nothing is changed."""
    values = {bound.html_name: bound.value() for bound in page.context["terms"]}
    return {name: "" if value is None else value for name, value in values.items()}


def seen(client: Client, found: FinanceExtract) -> str:
    token: str = client.get(address("extract", found.reference)).context["booking"]["seen"].value()
    return token


def test_an_extract_is_mapped_compared_and_booked_with_its_cells(finn: Client, lines: list[BudgetLine]) -> None:
    found = pasted(finn)
    page = finn.get(address("extract", found.reference)).content.decode()
    assert "3 konti har ingen budgetlinje" in page
    mapped(finn, found, lines)
    assert [(one.field, one.pattern, one.line) for one in AccountRule.objects.order_by("pattern")] == [
        ("cost_centre", "4210510", lines[0]), ("account", "5.38.59*", lines[1]), ("account", "6*", None),
    ]  # fmt: skip
    said = {"seen": seen(finn, found)}
    answer = finn.post(address("extract-book", found.reference), said, follow=True)
    assert "2 opgørelser er indlæst" in answer.content.decode()
    again = finn.post(address("extract-book", found.reference), said, follow=True)
    assert "Udtrækket er allerede indlæst" in again.content.decode()
    assert Statement.objects.count() == 2
    row = Statement.objects.get(line=lines[0])
    assert (row.kind, row.amount_ore, row.year, str(row.up_to), row.is_final, row.is_posted) == (
        "actual", 241_050, 2017, "2017-02-28", False, False,
    )  # fmt: skip
    source = Provenance.objects.of_row(row).get()
    assert (source.batch, source.cell) == (ImportBatch.objects.get(), "F2:F3")


def test_the_accounts_are_remembered_for_the_next_extract(finn: Client, lines: list[BudgetLine]) -> None:
    mapped(finn, pasted(finn), lines)
    later = [[*row[:4], "03.2017", row[5]] for row in ROWS]
    page = finn.get(address("extract", pasted(finn, [HEAD, *ROWS, *later]).reference))
    assert page.context["mapping"] is None


def test_what_does_not_agree_with_its_total_is_not_booked(finn: Client, lines: list[BudgetLine]) -> None:
    found = pasted(finn, [HEAD, *ROWS, [*TOTAL[:5], "2.300,00"]])
    mapped(finn, found, lines)
    page = finn.get(address("extract", found.reference))
    assert "44,75" in page.content.decode()
    assert not page.context["page"].may_book
    answer = finn.post(address("extract-book", found.reference), {"seen": seen(finn, found)})
    assert answer.status_code == 400
    assert not Statement.objects.exists()


def test_without_a_total_it_is_asked_for(finn: Client, lines: list[BudgetLine]) -> None:
    found = pasted(finn, [HEAD, *ROWS])
    mapped(finn, found, lines)
    page = finn.get(address("extract", found.reference))
    assert "Udtrækket angiver ingen sum" in page.content.decode()
    said = typed(page) | {"stated": "2.255,25"}
    finn.post(address("extract", found.reference), said)
    assert finn.get(address("extract", found.reference)).context["page"].may_book


def test_a_column_for_each_month_is_asked_about_and_booked_with_all_its_cells(
    finn: Client, lines: list[BudgetLine]
) -> None:
    rows = [["Omkostningssted", "Konto", "Forbrug januar 2018", "Forbrug februar 2018", "Forbrug marts 2018"],
            ["4210510", "5.38.42", "1.000", "500", "100"], ["I alt", "", "1.000", "500", "100"]]  # fmt: skip
    found = pasted(finn, rows)
    mapped(finn, found, lines)
    address_ = address("extract", found.reference)
    page = finn.get(address_)
    assert page.context["page"].blockers == ("Angiv, om beløbene er årets til og med måneden eller kun månedens.",)
    early = finn.post(address_, typed(page) | {"basis": "month", "amount": "3"})
    assert "Kolonnen “Forbrug februar 2018” er for februar." in early.content.decode()
    finn.post(address_, typed(page) | {"basis": "month"})
    page = finn.get(address_)
    assert "Forbrug januar 2018, Forbrug februar 2018, Forbrug marts 2018" in page.context["page"].read_as
    finn.post(address("extract-book", found.reference), {"seen": seen(finn, found)})
    row = Statement.objects.get()
    assert (row.amount_ore, str(row.up_to)) == (160_000, "2018-03-31")
    assert Provenance.objects.of_row(row).get().cell == "C2:E2"


def test_of_several_columns_of_amounts_one_is_chosen(finn: Client, lines: list[BudgetLine]) -> None:
    rows = [["Omkostningssted", "Konto", "Forbrug 2017", "Forbrug 2018"],
            ["4210510", "5.38.42", "7", "8"], ["I alt", "", "7", "8"]]  # fmt: skip
    found = pasted(finn, rows)
    mapped(finn, found, lines)
    page = finn.get(address("extract", found.reference))
    assert "Flere kolonner kan være beløbene: “Forbrug 2017”, “Forbrug 2018”. Angiv nedenfor, hvilken det er." in (
        page.context["page"].blockers
    )
    finn.post(address("extract", found.reference), typed(page) | {"basis": "year", "amount": "3"})
    page = finn.get(address("extract", found.reference)).context["page"]
    assert (page.blockers, page.lines[0].after) == ((), "8\xa0kr.")


def test_which_of_several_columns_is_the_amount_is_remembered_when_it_was_booked(
    finn: Client, lines: list[BudgetLine]
) -> None:
    def of(month: str) -> list[list[str]]:
        return [["Omkostningssted", "Konto", f"Forbrug {month} 2018", "Saldo"],
                ["4210510", "5.38.42", "7", "8"], ["I alt", "", "7", "8"]]  # fmt: skip

    found = pasted(finn, of("april"))
    mapped(finn, found, lines)
    page = finn.get(address("extract", found.reference))
    finn.post(address("extract", found.reference), typed(page) | {"basis": "year", "amount": "3"})
    finn.post(address("extract-book", found.reference), {"seen": seen(finn, found)})
    later = pasted(finn, of("maj"))
    page = finn.get(address("extract", later.reference))
    assert (later.said.amount, later.said.rivals) == (3, [])
    assert "“Saldo” er læst som beløbene" in page.content.decode()
    assert len(page.context["page"].blockers) == 1


def test_an_extract_whose_month_is_not_understood_waits_for_it(finn: Client, lines: list[BudgetLine]) -> None:
    rows = [
        ["Omkostningssted", "Konto", "Periode", "Beløb"],
        ["4210510", "5.38.42", "0518", "8"],
        ["I alt", "", "", "8"],
    ]
    found = pasted(finn, rows)
    mapped(finn, found, lines)
    page = finn.get(address("extract", found.reference))
    assert "Angiv nedenfor, til og med hvilken dag forbruget er bogført." in page.context["page"].blockers
    assert finn.post(address("extract-book", found.reference), {"seen": seen(finn, found)}).status_code == 400
    assert finn.post(address("extract", found.reference), typed(page)).status_code == 400
    finn.post(address("extract", found.reference), typed(page) | {"up_to": "31-05-2018"})
    page = finn.get(address("extract", found.reference))
    assert (page.context["page"].blockers, "0518" in page.content.decode()) == ((), True)
    assert "Maj 2018" in finn.get(address("extracts")).content.decode()


def test_the_same_extract_again_is_recognised_and_changes_nothing(finn: Client, lines: list[BudgetLine]) -> None:
    first = pasted(finn)
    assert pasted(finn) == first
    mapped(finn, first, lines)
    finn.post(address("extract-book", first.reference), {"seen": seen(finn, first)})
    again = pasted(finn)
    assert again != first
    page = finn.get(address("extract", again.reference))
    assert page.context["page"].is_nothing
    assert Statement.objects.count() == 2


def test_a_month_alone_is_added_to_the_posted_reading_before(finn: Client, cast: Cast, lines: list[BudgetLine]) -> None:
    mapped(finn, pasted(finn), lines)
    april = [[*row[:4], "04.2017", row[5]] for row in ROWS]
    found = pasted(finn, [HEAD, *april, TOTAL])
    page = finn.get(address("extract", found.reference))
    assert "årets til og med måneden" in page.content.decode()
    said = typed(page) | {"basis": "month"}
    finn.post(address("extract", found.reference), said)
    assert not finn.get(address("extract", found.reference)).context["page"].may_book
    for line in lines:
        factories.statement(
            line,
            1_000,
            kind="actual",
            year=2017,
            as_of="2017-04-02",
            up_to="2017-03-31",
            by=cast.koebenhavn.administrator,
        )
    finn.post(address("extract-book", found.reference), {"seen": seen(finn, found)})
    assert Statement.objects.get(line=lines[0], up_to="2017-04-30").amount_ore == 100_000 + 241_050


def test_two_months_alone_are_added_to_what_stood_before_both(
    finn: Client, cast: Cast, lines: list[BudgetLine]
) -> None:
    mapped(finn, pasted(finn), lines)
    for month, amount in (("03-31", 1_000), ("04-30", 7_000)):
        for line in lines:
            factories.statement(
                line, amount, kind="actual", year=2017, as_of=f"2017-{month}", up_to=f"2017-{month}",
                by=cast.koebenhavn.administrator,
            )  # fmt: skip
    april, may = ([[*row[:4], f"{month}.2017", row[5]] for row in ROWS] for month in ("04", "05"))
    found = pasted(finn, [HEAD, *april, *may, [*TOTAL[:5], "4.510,50"]])
    finn.post(
        address("extract", found.reference), typed(finn.get(address("extract", found.reference))) | {"basis": "month"}
    )
    finn.post(address("extract-book", found.reference), {"seen": seen(finn, found)})
    assert Statement.objects.get(line=lines[0], up_to="2017-05-31").amount_ore == 100_000 + 2 * 241_050


def test_a_month_that_is_drawn_again_corrects_its_reading_and_does_not_double_it(
    finn: Client, lines: list[BudgetLine]
) -> None:
    first = pasted(finn)
    mapped(finn, first, lines)
    finn.post(address("extract-book", first.reference), {"seen": seen(finn, first), "is_posted": "on"})
    again = pasted(finn, [HEAD, [*ROWS[0][:5], "1.310,50"], *ROWS[1:], [*TOTAL[:5], "2.355,25"]])
    said = {"seen": seen(finn, again), "is_posted": "on"}
    refused = finn.post(address("extract-book", again.reference), said)
    assert refused.status_code == 400
    assert Statement.objects.filter(line=lines[0]).count() == 1
    finn.post(address("extract-book", again.reference), said | {"reason": "Udtrækket er trukket igen."})
    rows = Statement.objects.filter(line=lines[0]).order_by("pk")
    assert [row.amount_ore for row in rows] == [241_050, 251_050]
    assert Statement.objects.filter(line=lines[1]).count() == 1


def test_negative_expenditure_is_asked_about_and_reversed(finn: Client, lines: list[BudgetLine]) -> None:
    turned = [
        [*row[:5], row[5].removeprefix("-") if row[5].startswith("-") else f"-{row[5]}"] for row in [*ROWS, TOTAL]
    ]
    found = pasted(finn, [HEAD, *turned])
    mapped(finn, found, lines)
    page = finn.get(address("extract", found.reference))
    assert "Udgifter er negative i udtrækket" in page.content.decode()
    said = typed(page) | {"sign": "reversed"}
    finn.post(address("extract", found.reference), said)
    finn.post(address("extract-book", found.reference), {"seen": seen(finn, found)})
    assert Statement.objects.get(line=lines[0]).amount_ore == 241_050


def test_a_pattern_that_does_not_fit_its_account_is_refused_and_kept(finn: Client, lines: list[BudgetLine]) -> None:
    found = pasted(finn)
    said = answered(finn, found, (lines[0].reference, "account", "7*"))
    answer = finn.post(address("extract-accounts", found.reference), said)
    assert answer.status_code == 400
    assert "Mønsteret passer ikke" in answer.content.decode()
    assert not AccountRule.objects.exists()


def test_a_pattern_that_fits_every_account_is_refused(finn: Client, lines: list[BudgetLine]) -> None:
    found = pasted(finn)
    answer = finn.post(
        address("extract-accounts", found.reference),
        answered(finn, found, (lines[0].reference, "account", "*")),
    )
    assert answer.status_code == 400
    assert "Mønsteret passer på alle" in answer.content.decode()
    assert not AccountRule.objects.exists()


def test_an_answer_that_is_sent_twice_is_not_taken_for_the_next_account(finn: Client, lines: list[BudgetLine]) -> None:
    found = pasted(finn)
    said = answered(finn, found, (lines[0].reference, "account", ""))
    for _again in range(2):
        assert finn.post(address("extract-accounts", found.reference), said).status_code == 302
    rule = AccountRule.objects.get()
    assert (rule.line, len(finn.get(address("extract", found.reference)).context["mapping"].groups)) == (lines[0], 2)


def test_a_list_of_persons_is_refused_and_not_kept(finn: Client) -> None:
    answer = finn.post(address("extracts"), {"text": "Konto\tCPR-nr.\tBeløb\n51\t010203-1234\t5,00"})
    assert answer.status_code == 400
    assert "CPR-numre" in answer.content.decode()
    assert not FinanceExtract.objects.exists()


def test_the_page_asks_as_often_for_many_rows_as_for_few(finn: Client, lines: list[BudgetLine]) -> None:
    mapped(finn, pasted(finn), lines)
    many = [["5.38.59.020.2", str(n), "", "Drift", "02.2017", "1,00"] for n in range(200)]
    asked = []
    for rows in ([HEAD, *ROWS, ["I alt", "", "", "", "", "2.255,26"]], [HEAD, *ROWS, *many]):
        found = pasted(finn, rows)
        with CaptureQueriesContext(connection) as queries:
            assert finn.get(address("extract", found.reference)).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 11


def test_the_fictional_extract_is_read_whole(finn: Client) -> None:
    content = (Path(settings.BASE_DIR) / "fixtures/fictional/0167-udtraek-2017-10.csv").read_bytes()
    answer = finn.post(address("extracts"), {"file": SimpleUploadedFile("0167-udtraek-2017-10.csv", content)})
    assert answer.status_code == 302
    page = finn.get(answer.headers["Location"]).context["page"]
    assert [part.amount for part in page.parts][2:] == [
        "29.637.200,25\u00a0kr.", "29.637.200,25\u00a0kr.", "29.637.200,25\u00a0kr.", "0\u00a0kr.",
    ]  # fmt: skip
    assert FinanceExtract.objects.get().said.up_to == "2017-10-31"


@pytest.mark.parametrize("is_posted", [False, True])
def test_drafts_are_taken_back_and_posted_readings_stand(
    finn: Client, lines: list[BudgetLine], is_posted: bool
) -> None:
    found = pasted(finn)
    mapped(finn, found, lines)
    said = {"seen": seen(finn, found), "is_posted": "on"} if is_posted else {"seen": seen(finn, found)}
    finn.post(address("extract-book", found.reference), said)
    page = finn.post(address("extract-undo", found.reference), follow=True).content.decode()
    assert ("kan ikke tages tilbage" in page) == is_posted
    assert finn.post(address("extract-undo", found.reference)).status_code == 302
    assert Statement.objects.count() == (2 if is_posted else 0)
    # The accounts are remembered all the same.
    assert AccountRule.objects.count() == 3
