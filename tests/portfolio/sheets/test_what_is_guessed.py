"""What a sheet says of all its rows stands in the fields already, and what can be read in two ways is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from budgets.models import Entry, Statement
from indicators.models import Measurement
from organisation.models import Body
from organisation.units import Unit
from portfolio.sheets.forms import TermsForm
from portfolio.sheets.guessing import guessed_terms
from portfolio.sheets.opening import opened
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.reading import Sheet
from portfolio.sheets.understanding import ColumnCorrection, Correction, Meaning, RowRole, TableKind, understand
from tests.cast import Cast
from tests.files.builders import Formula, Rows, xlsx
from tests.portfolio.sheets.importing import begun, confirmed, preview
from tests.portfolio.sheets.test_import_pages import chosen, layout_of
from tests.world import signed_in

pytestmark = pytest.mark.usefixtures("files")
SHARES: Rows = [
    ["Indikator", "Måleenhed", "2017", "2018"],
    ["Ensomme", "procent", 0.45, "44 %"],
    ["I job", "antal", 1, 2],
]


def test_the_title_of_a_follow_up_says_its_year_its_day_and_its_name(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    head = ["Budgetlinje", "Oprindeligt budget", "Forbrug pr. 31. august 2018", "Forventet regnskab"]
    rows: Rows = [["Opfølgning pr. 30. september 2018 (t.kr., 2018-pl)"], head, ["Leg", 100, 70, 101]]
    said = guessed_terms(opened(begun(rows, town, finn)))
    assert (said.year, said.as_of, said.up_to) == (2018, date(2018, 9, 30), date(2018, 8, 31))
    assert (said.round, said.price_level, said.decision) == ("september 2018", "2018-pl", "adopted")


def test_what_was_said_is_not_guessed_over(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    rows: Rows = [["Opfølgning pr. 30. september 2018"], ["Budgetlinje", "Oprindeligt budget", "Forbrug"], ["A", 1, 2]]
    terms = Terms(decision="adopted", year=2019, as_of=date(2019, 1, 1), up_to=date(2019, 1, 1), round="BO1")
    assert guessed_terms(opened(begun(rows, town, finn, terms=terms))) == terms


def test_rows_are_looked_at_once_unless_what_is_said_makes_them_others() -> None:
    values: list[list[str | float | None]] = [
        ["Budget 2018 (t.kr.)"],
        ["Kode", "Budgetlinje", "2018"],
        ["A", "Tema 1", None],
        ["B", "Løn", 5.0],
        ["", "I alt", 5.0],
    ]
    sheet = Sheet("Ark", values)
    guess = understand(sheet)
    columns = {0: ColumnCorrection(Meaning.CODE), 1: ColumnCorrection(Meaning.NAME)}
    same = [Correction(unit=Unit.KR), Correction(columns=columns | {2: ColumnCorrection(Meaning.AMOUNT, 2019)})]
    others = [
        Correction(header_rows=(1,)),
        Correction(rows={4: RowRole.DATA}),
        Correction(columns=columns | {2: ColumnCorrection(Meaning.IGNORED)}),
    ]
    for correction in same:
        assert understand(sheet, correction, guess=guess).rows is guess.rows
    for correction in others:
        assert understand(sheet, correction, guess=guess).rows is not guess.rows
    for correction in same + others:
        assert understand(sheet, correction, guess=guess) == understand(sheet, correction)


def test_the_next_file_says_its_own_day_name_year_and_price_level(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    head = ["Budgetlinje", "Oprindeligt budget", "Forbrug"]
    first: Rows = [["Opfølgning pr. 30. september 2018 (kr., 2018-pl)"], head, ["Leg", 100, 70]]
    said = (ColumnCorrection(Meaning.NAME), ColumnCorrection(Meaning.ORIGINAL, 2018), ColumnCorrection(Meaning.ACTUAL))
    by_hand = Correction(columns=dict(enumerate(said)))
    table = begun(first, town, finn, correction=by_hand)
    terms = replace(guessed_terms(opened(table)), decision="adopted")
    confirmed(begun(first, town, finn, correction=by_hand, terms=terms), finn)
    monthly = guessed_terms(opened(begun([["Opfølgning pr. 31. oktober 2018 (kr.)"], head, ["Leg", 1, 2]], town, finn)))
    assert (monthly.as_of, monthly.up_to, monthly.round) == (date(2018, 10, 31), date(2018, 10, 31), "oktober 2018")
    assert (monthly.decision, monthly.price_level) == ("adopted", "2018-pl")
    work = opened(begun([["Opfølgning pr. 31. marts 2019 (kr., 2019-pl)"], head, ["Leg", 1, 2]], town, finn))
    yearly = guessed_terms(work)
    assert (yearly.year, yearly.as_of, yearly.price_level) == (2019, date(2019, 3, 31), "2019-pl")
    assert {column.year for column in work.layout.columns if column.is_money} == {2019}
    silent = opened(begun([["Opfølgning (kr.)"], head, ["Leg", 1, 2]], town, finn))
    assert {column.year for column in silent.layout.columns} == {None}
    assert (guessed_terms(silent).year, guessed_terms(silent).as_of) == (None, None)


def test_a_column_that_was_named_by_hand_has_the_year_of_its_own_heading_in_the_next_file(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    by_hand = Correction(columns={0: ColumnCorrection(Meaning.NAME), 1: ColumnCorrection(Meaning.AMOUNT, 2018)})
    confirmed(begun([["Budgetlinje", "Ramme 2018 (kr.)"], ["Leg", 5]], town, finn, correction=by_hand), finn)
    later = begun([["Budgetlinje", "Ramme 2019 (kr.)"], ["Leg", 6]], town, finn)
    assert [column.year for column in opened(later).layout.columns] == [None, 2019]
    confirmed(later, finn)
    assert list(Entry.objects.order_by("pk").values_list("year", "amount_ore")) == [(2018, 500), (2019, 600)]


def test_the_date_of_last_years_decision_is_not_that_of_the_next_budget(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    said = Terms(decision="adopted", effective_text="12. oktober 2017")
    confirmed(begun([["Budgetlinje", "2018 (kr.)"], ["Leg", 5]], town, finn, terms=said), finn)
    later = opened(begun([["Budgetlinje", "2019 (kr.)"], ["Leg", 6]], town, finn))
    assert (later.terms.decision, later.terms.effective_text) == ("adopted", "")


def test_a_required_field_is_named_where_it_is_missing(cast: Cast) -> None:
    rows: Rows = [["Budgetlinje", "Oprindeligt budget", "Forbrug"], ["A", 1, 2]]
    client = signed_in(cast.koebenhavn["finance"])
    page = chosen(client, rows)
    answer = client.post(page.redirect_chain[-1][0], layout_of(page))
    assert "Budgetår: Dette felt er påkrævet." in answer.content.decode()


def test_spending_beside_a_budget_is_a_follow_up_and_asks_for_its_day(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    rows: Rows = [["Budgetlinje", "Budget 2018 (kr.)", "Forbrug 2018 (kr.)"], ["Leg", 100, 70]]
    work = opened(begun(rows, town, finn))
    form = TermsForm(None, work.layout, guessed_terms(work))
    assert (work.layout.kind, guessed_terms(work).year) == ("follow_up", 2018)
    assert all(form.fields[name].required for name in ("as_of", "up_to"))
    for kind in (None, TableKind.BUDGET_WIDE):
        plan = preview(begun(rows, town, finn, correction=Correction(kind=kind)), finn)
        assert [(one.address, "hvilken dag" in one.reason) for one in plan.errors] == [("C2", True)]
    of_a_day = begun(rows, town, finn, terms=Terms(as_of=date(2018, 9, 30), up_to=date(2018, 8, 31)))
    [reading] = preview(of_a_day, finn).writes[Statement]
    assert isinstance(reading, Statement)
    assert (reading.as_of, reading.up_to) == (date(2018, 9, 30), date(2018, 8, 31))


def test_a_line_of_a_follow_up_has_a_row_for_each_year(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    head = ["Nr.", "Budgetlinje", "År", "Budget (kr.)", "Forbrug (kr.)"]
    rows: Rows = [head, *(["1.1", "Leg", year, 100, 70] for year in (2016, 2017, 2018))]
    said = Terms(year=2018, as_of=date(2018, 9, 30), up_to=date(2018, 8, 31), round="BO3")
    table = begun(rows, town, finn, terms=said)
    assert (opened(table).layout.kind, preview(table, finn).errors) == ("follow_up", [])
    confirmed(table, finn)
    found = Statement.objects.order_by("year").values_list("line__code", "year", "as_of", "up_to")
    assert list(found) == [
        ("1.1", 2016, date(2018, 9, 30), date(2016, 12, 31)),
        ("1.1", 2017, date(2018, 9, 30), date(2017, 12, 31)),
        ("1.1", 2018, date(2018, 9, 30), date(2018, 8, 31)),
    ]
    again = preview(begun([*rows, ["1.1", "Leg", 2018, 100, 70]], town, finn, terms=said), finn)
    assert {one.address for one in again.errors} == {"D5", "E5"}


def test_accounts_of_a_year_that_is_over_need_no_day(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    rows: Rows = [["Budgetlinje", "Regnskab 2017 (kr.)", "Budget 2018 (kr.)"], ["Leg", 90, 100]]
    plan = preview(begun(rows, town, finn), finn)
    assert plan.errors == []
    [reading] = plan.writes[Statement]
    assert isinstance(reading, Statement)
    assert (reading.kind, reading.as_of) == ("accounts", date(2017, 12, 31))


def test_a_bare_number_under_percent_is_asked_once_and_remembered(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    plan = preview(begun(SHARES, town, ada), ada)
    [question] = plan.questions
    assert (question.key, question.addresses, question.suggestion) == ("share:unit", ("C2",), "fraction")
    assert plan.errors == []
    said = Correction(answers={"share:unit": "fraction"})
    confirmed(begun(SHARES, town, ada, correction=said), ada)
    assert [str(one.value.normalize()) for one in Measurement.objects.order_by("pk") if one.value] == [
        "45", "44", "1", "2",
    ]  # fmt: skip
    later = begun([SHARES[0], ["Ensomme", "procent", 0.41, "42 %"]], town, ada)
    assert preview(later, ada).questions == []


def test_a_result_of_a_formula_is_marked_where_it_is_shown(cast: Cast) -> None:
    rows: Rows = [["Budgetlinje", "2018 (t.kr.)"], ["Leg", Formula.giving("2*5", 10)], ["Lyt", 7]]
    client = signed_in(cast.koebenhavn["finance"])
    page = chosen(client, xlsx(rows))
    assert page.content.decode().count(">formel<") == 1
    answer = client.post(page.redirect_chain[-1][0], layout_of(page), follow=True)
    assert answer.content.decode().count("resultat af en formel") == 1


def test_names_whose_types_are_those_of_bodies_are_bodies(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    rows: Rows = [["Navn", "Type", "Hører under"], ["Ældrerådet", "råd", None], ["Center for Voksne", "center", None]]
    work = opened(begun(rows, town, ada))
    assert (work.layout.kind, work.layout.why) == ("bodies", "typerne er dem, organisationer har")
    confirmed(begun(rows, town, ada), ada)
    assert set(Body.objects.filter(name__in=["Ældrerådet", "Center for Voksne"]).values_list("kind", flat=True)) == {
        "advisory_council", "centre",
    }  # fmt: skip
    others: Rows = [["Navn", "Type"], ["Uge 17", "indsats"]]
    assert opened(begun(others, town, ada)).layout.kind == "initiatives"
