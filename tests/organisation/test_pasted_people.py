"""People are read from what is really pasted, and what is not understood is said at its line."""

from __future__ import annotations

from time import process_time

import pytest

from organisation.pasted_people import Pasted, read_people

BODIES = {
    1: ("Socialforvaltningen", "sof"),
    2: ("Børne- og Ungdomsudvalget", "buu", "BUU"),
    3: ("Team A", "a1"),
    4: ("Team A", "a2"),
}


def read(text: str) -> list[Pasted]:
    return read_people(text, BODIES)


def facts(one: Pasted) -> tuple[str, str, str, int | None]:
    return one.email, one.name, one.role, one.body


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("mh@kommune.dk", ("mh@kommune.dk", "", "", None)),
        ("Mette Hansen <MH@kommune.dk>", ("mh@kommune.dk", "Mette Hansen", "", None)),
        ('"Hansen, Mette" <mh@kommune.dk>', ("mh@kommune.dk", "Mette Hansen", "", None)),
        ("Hansen, Mette <mh@kommune.dk>", ("mh@kommune.dk", "Mette Hansen", "", None)),
        ("mh@kommune.dk;Mette Hansen;leder;Socialforvaltningen", ("mh@kommune.dk", "Mette Hansen", "manager", 1)),
        ("Mette Hansen\tmh@kommune.dk\tØkonomi\tSOF", ("mh@kommune.dk", "Mette Hansen", "finance", 1)),
        ("Mette\tHansen\tmh@kommune.dk\tudvalgsmedlem\tBUU", ("mh@kommune.dk", "Mette Hansen", "committee_member", 2)),
        ("mh@kommune.dk, Mette Hansen, sagsbehandler", ("mh@kommune.dk", "Mette Hansen", "caseworker", None)),
        (
            "Børne- og ungdomsudvalget; politiker; mh@kommune.dk; Mette",
            ("mh@kommune.dk", "Mette", "committee_member", 2),
        ),
        ("mailto:mh@kommune.dk", ("mh@kommune.dk", "", "", None)),
        ("Mette Hansen mh@kommune.dk", ("mh@kommune.dk", "Mette Hansen", "", None)),
        ("Mette Hansen (mh@kommune.dk)", ("mh@kommune.dk", "Mette Hansen", "", None)),
        ("Mette Hansen E-mail: mh@kommune.dk", ("mh@kommune.dk", "Mette Hansen", "", None)),
        ("Mette Hansen, e-mail: mh@kommune.dk", ("mh@kommune.dk", "Mette Hansen", "", None)),
        ("Mette Hansen; E-mail:; mh@kommune.dk", ("mh@kommune.dk", "Mette Hansen", "", None)),
        ("Mette Hansen, e-mail: <mh@kommune.dk>", ("mh@kommune.dk", "Mette Hansen", "", None)),
        ("Mail: mh@kommune.dk", ("mh@kommune.dk", "", "", None)),
        ("Mette Hansen (leder) mh@kommune.dk", ("mh@kommune.dk", "Mette Hansen", "manager", None)),
        ("Mette Hansen (SOF) (mh@kommune.dk)", ("mh@kommune.dk", "Mette Hansen", "", 1)),
        ("Mette (Mie) Hansen mh@kommune.dk", ("mh@kommune.dk", "Mette (Mie) Hansen", "", None)),
        ("mh@kommune.dk leder", ("mh@kommune.dk", "", "manager", None)),
        ("1. Mette Hansen <mh@kommune.dk>", ("mh@kommune.dk", "Mette Hansen", "", None)),
        ("• 'Mette Hansen' <mh@kommune.dk>", ("mh@kommune.dk", "Mette Hansen", "", None)),
        ("- 'Mette Hansen'; mh@kommune.dk", ("mh@kommune.dk", "Mette Hansen", "", None)),
        ("\ufeffMette\u00adHansen\u200b\u00a0<mh@kommune.dk>\u200b", ("mh@kommune.dk", "MetteHansen", "", None)),
        ("mh@kommune.dk\u200b", ("mh@kommune.dk", "", "", None)),
    ],
)
def test_a_line_is_read_however_it_was_copied(line: str, expected: tuple[str, str, str, int | None]) -> None:
    [one] = read(line)
    assert (facts(one), one.problems) == (expected, ())


def test_a_line_of_receivers_from_a_mail_program_is_several_people() -> None:
    found = read('"Hansen, Mette" <mh@k.dk>; Ole Kjær <ok@k.dk>;\nx@k.dk, y@k.dk')
    assert [(one.line, one.email, one.name) for one in found] == [
        (1, "mh@k.dk", "Mette Hansen"), (1, "ok@k.dk", "Ole Kjær"), (2, "x@k.dk", ""), (2, "y@k.dk", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("where", ["Udvalg", "Organisation", "Center"])
def test_headings_and_empty_lines_are_skipped_but_counted(where: str) -> None:
    found = read(f"Navn\tE-mail\tRolle\t{where}\n\nMette\tmh@k.dk\tleder\t\n")
    assert [(one.line, one.email, one.role) for one in found] == [(3, "mh@k.dk", "manager")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Mette Hansen", "ingen mailadresse"),
        ("mh@kommune", "“mh@kommune” er ikke en mailadresse"),
        ("mh@k.dk;Mette Hansen;tryllekunstner", "“tryllekunstner” er hverken en rolle, en afdeling"),
        ("mh@k.dk;Mette;leder;Socialforvaltninge", "“Socialforvaltninge” er hverken"),
        ("mh@k.dk;leder;læser", "mere end én rolle"),
        ("Mette Hansen (tryllekunstner) mh@k.dk", "“tryllekunstner” er hverken en rolle, en afdeling"),
        ("mh@k.dk;Socialforvaltningen;BUU", "mere end én afdeling"),
        ("mh@k.dk;Team A", "Flere afdelinger eller udvalg hedder “Team A”"),
    ],
)
def test_what_is_not_understood_is_said_at_its_line(line: str, said: str) -> None:
    [one] = read(line)
    assert said in " ".join(one.problems)


def test_too_many_lines_are_refused_not_cut() -> None:
    found = read("\n".join(f"p{number}@k.dk" for number in range(501)))
    assert "Højst 500 linjer" in found[-1].problems[0]


def test_a_line_that_is_too_long_for_a_person_is_said_at_its_line() -> None:
    long, short = read("x " * 30_000 + "\nmh@kommune.dk")
    assert "længere end 1000" in long.problems[0]
    assert (short.line, short.problems) == (2, ())


def test_a_name_that_is_too_long_is_said_at_its_line() -> None:
    assert "længere end 120" in read("x" * 121 + " <mh@kommune.dk>")[0].problems[0]
    assert not read("x" * 120 + " <mh@kommune.dk>")[0].problems


def test_long_words_with_two_signs_of_an_address_take_no_time() -> None:
    started = process_time()
    found = read("\n".join(["a" * 300 + "@" + "b" * 300 + "@" + "c" * 300] * 20))
    assert all("er ikke en mailadresse" in one.problems[0] for one in found)
    assert process_time() - started < 0.5
