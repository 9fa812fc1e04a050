"""A sheet with one row for each person is refused; a sheet of bodies, initiatives or counts is not."""

from __future__ import annotations

import tomllib
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from portfolio.sheets.persons import refuse_persons
from portfolio.sheets.reading import Reason, Refused, read_pasted, read_workbook
from tests.files.builders import xlsx
from tests.files.cases import CASES, Case
from tests.organisation.test_cpr import checking

NUMBERS, BIRTHDAYS, ROWS = Reason.PERSON_NUMBERS, Reason.PERSON_BIRTHDAYS, Reason.PERSON_ROWS
DAYS = [date(1950, 3, 1), date(1961, 12, 24), date(1987, 7, 9)]
NAMES = ["Anna Holm", "Bo Friis Lund", "Céline de la Cour"]

PERSON_SHEETS: dict[str, tuple[Reason, list[list[Any]]]] = {
    "numbers with a hyphen": (NUMBERS, [["Nr.", "Ydelse"], ["010203-1234", "Bostøtte"]]),
    "numbers without one": (NUMBERS, [["Id", "Ydelse"], *([checking(f"{n:02d}0570"), "§ 85"] for n in range(1, 6))]),
    "numbers that lost their zero": (NUMBERS, [["Id"], *([int(checking(f"{n:02d}0570"))] for n in range(1, 6))]),
    "a heading alone": (NUMBERS, [["CPR-nr.", "Ydelse"], ["skjult", "Bostøtte"]]),
    "a heading in two rows": (NUMBERS, [["Borgere", ""], ["Borgerens personnummer", "Ydelse"], ["x", "y"]]),
    "in the middle of a text": (NUMBERS, [["Indsats", "Note"], ["Aktiv ven", "Ring til 010203-1234 om mødet"]]),
    "dates of birth": (BIRTHDAYS, [["Navn", "Fødselsdato"], *map(list, zip(NAMES, DAYS, strict=True))]),
    "dates of birth as text": (BIRTHDAYS, [["Kode", "Født"], ["a", "1.3.1950"], ["b", "24-12-61"], ["c", "090787"]]),
    "a row for each citizen": (ROWS, [["Borger", "Indsats"], *([name, "Aktiv ven"] for name in NAMES)]),
    "citizens by number": (ROWS, [["Borger-id", "Timer"], *([f"B{n:04d}", n] for n in range(1, 8))]),
    "citizens by initials": (ROWS, [["Beboer", "Timer"], ["A.H.", 2], ["B.L.", 3], ["C.C.", 4]]),
    "names and homes": (
        ROWS, [["Navn", "Adresse", "Postnr."], *([name, f"Allé {n}", "2650"] for n, name in enumerate(NAMES))],
    ),
    "first and last names and homes": (
        ROWS, [["Fornavn", "Efternavn", "Vej", "Telefon"], *([*name.split(" ", 1), "Allé 2", "1"] for name in NAMES)],
    ),
    "one date of birth": (BIRTHDAYS, [["Navn", "Fødselsdato", "Indsats"], ["Anna Holm", DAYS[0], "Aktiv ven"]]),
    "one date of birth as text": (BIRTHDAYS, [["Indsats", "Født den"], ["Aktiv ven", "24.12.1961"]]),
    "one citizen": (ROWS, [["Borger", "Indsats"], ["Anna Holm", "Aktiv ven"]]),
    "two citizens by initials": (ROWS, [["Beboer", "Timer"], ["A.H.", 2], ["B.L.", 3]]),
    "one citizen by number": (ROWS, [["Borgernr.", "Timer"], [4711, 3]]),
    "one name and home": (ROWS, [["Navn", "Adresse"], ["Anna Holm", "Allé 2, 2. tv."]]),
    "two names and homes": (ROWS, [["Navn", "Adresse", "By"], *([name, "Allé 2", "Rødovre"] for name in NAMES[:2])]),
    "one first name and home": (ROWS, [["Fornavn", "Efternavn", "Adresse"], ["Anna", "Holm", "Allé 2"]]),
    "a private address": (ROWS, [["Navn", "Privatadresse"], ["anna holm", "Allé 2"]]),
    "below a title": (ROWS, [["Visiterede i 2018"], [], ["Borger", "Tilbud"], *([name, "Café"] for name in NAMES)]),
}  # fmt: skip
MORE_NAMES = ["Anna Holm", "Hansen, Lars", "Mohammed Ali", "Jette Møller Lund", "PETER KROGH"]


def named_under(*heading: str, beside: str) -> tuple[Reason, list[list[Any]]]:
    return ROWS, [list(heading), *([name, beside, 1000] for name in MORE_NAMES)]


PERSON_SHEETS |= {
    "names and wages": named_under("Medarbejder", "Lønart", "Beløb", beside="Timeløn"),
    "names and positions with amounts": named_under("Ansat", "Stilling", "2018 (kr.)", beside="SSA"),
    "names and wages by initiative": named_under("Medarbejdere", "Indsats", "Lønudgift", beside="Aktiv ven"),
    "names of participants": named_under("Deltager", "Forløb", "Uger", beside="IPS"),
    "names of receivers": named_under("Modtager", "Ydelse", "2018 (kr.)", beside="Bostøtte"),
    "names of foster families": named_under("Plejefamilie", "Type", "2018 (kr.)", beside="almindelig"),
    "names of relatives": named_under("Pårørende", "Tilbud", "Gange", beside="Café"),
    "names and benefits": named_under("Navn", "Ydelse", "2018 (kr.)", beside="Bostøtte"),
    "names and numbers of wages": named_under("Navn", "Afdeling", "Lønnr.", beside="Center for Mestring"),
    "names and amounts": named_under("Navn", "Bemærkning", "2018 (kr.)", beside=""),
    "names as texts of an extract": named_under("Tekst", "Omkostningssted", "Beløb", beside="421"),
    "employees of an extract": named_under("Medarbejder", "Omkostningssted", "Beløb", beside="421"),
    "first names of participants": (
        ROWS,
        [["Deltagere", "Indsats", "Uger"], *([name, "IPS", 2] for name in ("Anna", "Lars", "Ida"))],
    ),
    "first and last names": (ROWS, [["Fornavn", "Efternavn", "2018"], ["Anna", "Holm", 1], ["Xu", "Li", 2]]),
    "numbers of wages": (ROWS, [["Lønnr.", "Beløb"], *([10_000 + n, 1000] for n in range(5))]),
    "names beside initiatives": (ROWS, [["Navn", "Indsats", "Start"], *([n, "IPS", "uge 4"] for n in MORE_NAMES)]),
    "cases with an age": (
        ROWS,
        [["Sagsnr.", "Alder", "Indsats"], *([f"27.03.00-{n}", 30 + n, "IPS"] for n in range(5))],
    ),
    "cases with a sex and visits": (
        ROWS,
        [["Sags-id", "Køn", "Antal besøg"], *([f"S{n}", "K", 2] for n in range(5))],
    ),
    "respondents": (
        ROWS,
        [["Respondent", "Køn", "Ensom"], *([n, sex, "Ja"] for n, sex in enumerate(["m", "k", "k"], 1))],
    ),
    "ages and sexes": (
        ROWS,
        [["Alder", "Køn", "Tilbud"], ["34 år", "Mand", "IPS"], ["51 år", "Kvinde", "IPS"], [19, "Mand", "ACT"]],
    ),
    "years of birth and how one lives": (
        ROWS,
        [["Fødselsår", "Civilstand", "Indsats"], *([1950 + n, "Enlig", "Aktiv ven"] for n in range(4))],
    ),
    "grants of cases": (
        ROWS,
        [["Sagsnr.", "Alder", "Bevilling 2018"], *([f"27.03.00-{n}", 30 + n, 12_000] for n in range(5))],
    ),
    "diagnoses of cases": (ROWS, [["Journalnr.", "Diagnose"], *([f"J-{n}", "F20.0"] for n in range(4))]),
    "names as budget lines": named_under("Budgetlinje", "Formål", "2018 (kr.)", beside=""),
    "names as titles": named_under("Titel", "Status", "Beløb", beside="i gang"),
    "names as initiatives": named_under("Indsats", "Tilbud", "Start", beside="IPS"),
    "names of families as initiatives": (
        ROWS,
        [["Indsats", "Budget"], *([name, 1] for name in ("Lars Nørgård", "Anna Holm", "Ida Damgård", "Bo Bang"))],
    ),
    "creditors of an extract": (
        ROWS,
        [["Konto", "Kreditor", "Beløb"], *(["421", name, 1] for name in [*MORE_NAMES, "Jensens Bageri ApS"])],
    ),
    "pupils in a row": (ROWS, [["Elev", *MORE_NAMES], ["Klasse", *["3a"] * 5], ["Støttetimer", 4, 5, 6, 7, 8]]),
    "first names in a row": (ROWS, [["Barn", "Anna", "Bo", "Lis"], ["Timer", 4, 5, 6]]),
    "names and benefits in rows": (
        ROWS,
        [[], ["Navn", *MORE_NAMES], ["Ydelse", *["Bostøtte"] * 5], ["Kr.", 1, 2, 3, 4, 5]],
    ),
    "dates of birth in a row": (BIRTHDAYS, [["Nr.", 1, 2, 3], ["Fødselsdato", *DAYS]]),
    "numbers with dots in the day": (NUMBERS, [["Ref", "Beløb"], ["01.03.80-1000", 1]]),
}

OTHER_SHEETS: dict[str, list[list[Any]]] = {
    "contact persons": [
        ["Enhed", "Kontaktperson", "Telefon", "E-mail", "Adresse"],
        *(["Center for Mestring", name, "36 37 70 00", "post@kommune.example", "Allé 2"] for name in NAMES),
    ],
    "names with positions": [
        ["Navn", "Stilling", "Telefon", "Adresse"],
        *([name, "afdelingsleder", "36 37 70 00", "Rådhuset"] for name in NAMES),
    ],
    "institutions with addresses": [
        ["Navn", "Adresse", "P-nummer"],
        ["Café Mødestedet", "Torvet 1", "1003456781"], ["Rødovre Gymnasium", "Allé 2", "1004456782"],
        ["Havkærhus", "Vej 3", "1005456783"],
    ],
    "partners with addresses": [
        ["Navn", "Adresse"], ["SAND, de hjemløses landsorganisation", "Torvet 1"],
        ["Foreningen for frivillige i kommunen", "Allé 2"], ["Boblberg", "Vej 3"],
    ],
    "initiatives with owners": [
        ["Nr.", "Indsats", "Tovholder", "Periode"], *([1, "Aktiv ven", name, "2017-2018"] for name in NAMES),
    ],
    "one house with its address": [["Navn", "Adresse"], ["Café Mødestedet", "Torvet 1"]],
    "two associations with addresses": [
        ["Navn", "Adresse"], ["Foreningen Solsikken", "Torvet 1"], ["Idrætsklubben Fremad", "Allé 2"],
    ],
    "one initiative with its owner": [["Indsats", "Tovholder", "Adresse"], ["Aktiv Ven", "Anna Holm", "Rådhuset"]],
    "one name alone": [["Navn", "Periode"], ["Aktiv Ven", "2018"]],
    "one count of citizens": [["Indsats", "Borgere", "Borger"], ["Aktiv ven", 1200, 1300]],
    "a heading without rows": [["Navn", "Adresse", "Fødselsdato"], [], ["Indsats"], ["Aktiv ven"]],
    "target groups of one row each": [["Målgruppe"], ["Borger"], ["Pensionist"], ["Unge mødre"]],
    "an owner's column of two": [["Indsats", "Navn", "Funktion"], *(["Ven", name, "leder"] for name in NAMES[:2])],
    "counts of citizens": [["Indsats", "Borgere", "Borger"], ["Aktiv ven", 12, 3], ["Café", 40, 17], ["ACT", 12, 5]],
    "years of birth": [["Fødselsår", "Antal borgere"], [1950, 12], [1951, 17], [1952, 9]],
    "the words of citizens": [
        ["Borger", "Antal"], ["oplever støtte i hverdagen", 12], ["oplever ensomhed", 40], ["har en bolig", 17],
    ],
    "accounts of ten digits": [
        ["Konto", "Beløb"], *([f"{n:010d}", n] for n in range(1_003_456_700, 1_003_456_760)),
    ],
    "projects and cases": [
        ["PSP-element", "Sagsnr."], ["XG-0102031234-00001", "27.03.00-G01-1-17"], ["XA-0000000101", "010203-12345"],
    ],
    "initiatives with the employee to ask": [
        ["Indsats", "Medarbejder", "2018 (t.kr.)"], *(["Aktiv ven", name, 12] for name in MORE_NAMES),
    ],
    "employees with their positions": [
        ["Medarbejder", "Stilling", "E-mail"], *([name, "konsulent", "post@kommune.example"] for name in MORE_NAMES),
    ],
    "initiatives with one who answers": [
        ["Navn", "Ansvarlig", "2018 (t.kr.)"], *(["Aktiv ven", name, 12] for name in MORE_NAMES),
    ],
    "receivers of grants": [
        ["Modtager", "Ydelse", "2018 (kr.)"],
        *([name, "§ 18", 1] for name in (
            "Kirkens Korshær", "Blå Kors", "Red Barnet", "Ældre Sagen", "Dansk Røde Kors", "Mødrehjælpen",
            "Karens Venner",
        )),
    ],
    "counts of participants": [["Indsats", "Deltagere", "Deltager"], *(["Café", 1200 + n, 4000 + n] for n in range(5))],
    "counts of employees": [
        ["Enhed", "Antal ansatte", "Ansatte", "Medarbejdere"], *(["A", n, n, 2000 + n] for n in range(5)),
    ],
    "a first and a last name of whom one asks": [
        ["Fornavn", "Efternavn", "Stilling", "E-mail"],
        *([*name.split(" ", 1), "leder", "x@kommune.example"] for name in NAMES),
    ],
    "texts of an extract": [
        ["Konto", "Tekst", "Beløb"], *(["421", text, 1] for text in (
            "Løn", "Lars Larsen, murer", "Anna Holm", "Husleje", "Jensens Bageri", "Pension", "Varme",
        )),
    ],
    "names of initiatives with amounts": [
        ["Navn", "2018 (kr.)"], *([name, 1] for name in ("Aktiv Ven", "Lone Ranger", "Tæt På Familien", "Emma Gad")),
    ],
    "those who answer in a plan": [["Navn", "Ansvar"], *([name, "evaluering"] for name in MORE_NAMES)],
    "target groups by age": [
        ["Målgruppe", "Alder", "Køn"],
        ["Unge", "18-24 år", "Alle"], ["Voksne", "25-64 år", "Alle"], ["Ældre", "65+", "K"],
    ],
    "counts by age and sex": [
        ["Alder", "Køn", "Antal"], *([18 + n, "Mand", 40 + n] for n in range(5)),
    ],
    "answers by age": [["Alder", "Køn", "Værdi 2019", "Svar"], *([18 + n, "Mand", 40, 412 - n] for n in range(5))],
    "courses by sex": [["Køn", "Forløb", "2018"], ["Mand", 120, 3], ["Kvinde", 98, 4], ["Mand", 101, 5]],
    "indicators by age and sex": [
        ["Indikator", "Alder", "Køn", "Baseline", "Mål"], *(["Ensomhed", 18 + n, "Mand", 4, 3] for n in range(5)),
    ],
    "each age with each sex": [
        ["Alder", "Køn", "Ensomhed"], *([18 + n // 2, ("Mand", "Kvinde")[n % 2], 40 + n] for n in range(6)),
    ],
    "places by age": [["Tilbud", "Alder", "Køn", "Pladser"], *(["Café", 18 + n, "K", 12] for n in range(4))],
    "budgets with the council's case and a least age": [
        ["Sagsnr.", "Indsats", "Alder", "Budget 2019"], *([f"17/0123{n}", "Café", 16 + n, 100] for n in range(4)),
    ],
    "values by age and sex": [["Alder", "Køn", 2017, 2018], *([18 + n, "Kvinde", 40, 45] for n in range(5))],
    "decisions with the council's case": [
        ["Sagsnr.", "Budgetlinje", "2018 (kr.)"], *([f"17/0123{n}", "Aktiv ven", 1000] for n in range(5)),
    ],
    "cases of initiatives with the age they are for": [
        ["Sagsnr.", "Indsats", "Alder"], *([f"17/0123{n}", "Aktiv ven", "18-30 år"] for n in range(5)),
    ],
    "names of initiatives beside initiatives": [
        ["Navn", "Indsats"], *([name, "IPS"] for name in ("Aktiv Ven", "Tæt På Familien", "Emma Gad", "SO8")),
    ],
    "those who answer for initiatives": [
        ["Indsats", "Navn", "Funktion"], *(["Aktiv ven", name, "leder"] for name in MORE_NAMES),
    ],
    "firms among creditors": [
        ["Konto", "Kreditor", "Beløb"], *(["421", name, 1] for name in (
            "Jensens Bageri", "Murer Lars Larsen", "Ole Jensen VVS", "Carl Hansen & Søn", "Peter Larsen Kaffe A/S",
            "Red Barnet", "Bent Brandt",
        )),
    ],
    "houses as initiatives": [
        ["Indsats", "Budget"], *([name, 1] for name in (
            "Villa Rosa", "Maria Huset", "Anna Hus", "Klara Have", "Karla Klub",
        )),
    ],
    "firms called after those who have them": [
        ["Kreditor", "Beløb"], *([name, 1] for name in (
            "Martin Byg", "Klaus Transport", "Erik Auto", "Jonas El", "Bent VVS",
        )),
    ],
    "woods as budget lines": [
        ["Budgetlinje", "2018 (kr.)"], *([name, 1] for name in ("Vestre Skov", "Nørre Holm", "Søndre Dam", "Ny Toft")),
    ],
    "one initiative called as a person": [["Indsats", "2018 (kr.)"], ["Emma Gad", 1]],
    "counts of citizens in rows": [
        ["Borger", 2017, 2018, 2019], ["Deltagere", 12, 15, 17], ["Elever", "Min", "Max", "Snit"],
    ],
    "those who answer, in rows": [
        ["Indsats", "Aktiv ven", "Café", "ACT"], ["Navn", *MORE_NAMES[:3]], ["Funktion", "leder", "leder", "leder"],
    ],
    "dates of meetings": [["Møde", "Dato"], *(["Udvalg", day] for day in DAYS)],
}  # fmt: skip


@pytest.mark.parametrize("name", PERSON_SHEETS)
def test_a_row_for_each_person_is_refused(name: str) -> None:
    reason, rows = PERSON_SHEETS[name]
    with pytest.raises(Refused) as refused:
        refuse_persons(read_workbook(BytesIO(xlsx({"Liste": [list(row) for row in rows]})), "liste.xlsx"))
    assert refused.value.reason is reason


@pytest.mark.parametrize("name", OTHER_SHEETS)
def test_bodies_initiatives_and_counts_are_not(name: str) -> None:
    refuse_persons(read_workbook(BytesIO(xlsx(OTHER_SHEETS[name])), "liste.xlsx"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_ordinary_file_is(case: Case) -> None:
    refuse_persons(read_workbook(BytesIO(case.make()), case.name))


@pytest.mark.parametrize("path", sorted((Path(settings.BASE_DIR) / "fixtures").rglob("0*.toml")), ids=lambda p: p.stem)
def test_nothing_of_the_five_portfolios_is(path: Path) -> None:
    """Each kind of row as a sheet of its own, headed by the names of its columns."""
    sheets = {}
    for name, rows in tomllib.loads(path.read_text()).items():
        if isinstance(rows, list) and all(isinstance(row, dict) for row in rows):
            headings = sorted({key for row in rows for key in row})
            sheets[name[:31]] = [headings, *([str(row.get(key, "")) for key in headings] for row in rows)]
    assert sheets
    refuse_persons(read_workbook(BytesIO(xlsx(sheets)), f"{path.stem}.xlsx"))


def test_a_hidden_sheet_is_looked_at_too() -> None:
    sheets = {"Oversigt": [["Indsats"], ["Aktiv ven"]], "Data": [["Indsats", "CPR"], ["Aktiv ven", "1"]]}
    with pytest.raises(Refused):
        refuse_persons(read_workbook(BytesIO(xlsx(sheets, hidden_sheets=["Data"])), "x.xlsx"))


def test_the_sentence_says_where_and_what_to_do_and_repeats_nobody() -> None:
    with pytest.raises(Refused) as refused:
        refuse_persons(read_pasted("Indsats\tCPR-nr.\nAktiv ven\t010203-1234", "Borgere"))
    said = str(refused.value)
    assert said == (
        "Kolonne B i “Borgere” indeholder CPR-numre. Intet af filen er gemt: Oplysninger om enkeltpersoner hører ikke "
        "til her. Tæl rækkerne op for hver indsats eller gruppe, og indlæs tallene."
    )
    assert "010203" not in repr(refused.value)
