"""People read from what somebody pastes: an Outlook line, rows from Excel, `Name <mail>`, `mail; name; role; body`.

Each cell is known by what it holds, so the order of the columns does not matter. What a cell means is not guessed: a
word that is neither an address, a name, a role nor a body of the municipality stops its line with a sentence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from organisation.access import Role
from organisation.resources import words_of
from organisation.sorting import search_key

# What people also call the roles.
MORE_ROLE_WORDS = {
    "admin": Role.ADMINISTRATOR,
    "sagsbehandler": Role.CASEWORKER,
    "konsulent": Role.CASEWORKER,
    "tovholder": Role.CASEWORKER,
    "økonomi": Role.FINANCE,
    "økonomimedarbejder": Role.FINANCE,
    "chef": Role.MANAGER,
    "politiker": Role.COMMITTEE_MEMBER,
    "udvalgsformand": Role.COMMITTEE_MEMBER,
    "medlem": Role.COMMITTEE_MEMBER,
    "læseadgang": Role.READER,
}
HEADING_WORDS = frozenset(
    (
        "navn", "fornavn", "efternavn", "mail", "e-mail", "email", "mailadresse", "e-mailadresse", "rolle", "udvalg",
        "organisation", "organ", "afdeling", "center", "enhed", "forvaltning", "name", "role", "body",
        "department", "committee",
    )
)  # fmt: skip
MOST_LINES = 500
LONGEST_NAME = 120
# Longer than any line about a person, and short enough for the patterns below.
LONGEST_LINE = 1000

_ADDRESSED = re.compile(r"^\s*(?P<name>[^<>]*?)\s*<\s*(?P<email>[^<>\s]+)\s*>\s*$")
# “Mette Hansen mh@kommune.dk” and “Mette Hansen (mh@kommune.dk), leder”.
_AMONG_WORDS = re.compile(r"[^\s<>()\[\];,\"'@]+@[^\s<>()\[\];,\"'@]+")
# “Mette Hansen E-mail: mh@kommune.dk”.
_MAIL_LABEL = re.compile(r"\b(?:e-?)?mail(?:adresse)?\s*:?$", re.IGNORECASE)
# “Mette Hansen (leder)”.
_WITH_BRACKETS = re.compile(r"(?P<name>[^()\[\]]+)[(\[](?P<inside>[^()\[\]]+)[)\]]")
# The number or the dot of a list that was copied with its marks.
_LIST_MARK = re.compile(r"^\s*(?:\d{1,3}[.)]|[-–—•·*▪◦])\s+")
_AN_ADDRESS = re.compile(r"[^\s<>;,\"']+@[^\s<>;,\"']+")


@dataclass(frozen=True)
class Pasted:
    """One person of one line, which counts from 1. `problems` are sentences; with any of them the line is not taken."""

    line: int
    text: str
    email: str = ""
    name: str = ""
    role: str = ""
    body: int | None = None
    problems: tuple[str, ...] = ()


def read_people(text: str, bodies: Mapping[int, tuple[str, ...]]) -> list[Pasted]:
    """`bodies` are the municipality's, each with all that it is called. Empty lines and headings are skipped."""
    known = _names_of(bodies)
    found: list[Pasted] = []
    for number, pasted in enumerate(text.splitlines(), start=1):
        line = _LIST_MARK.sub("", _visible(pasted))
        if not line.strip() or (not found and _is_heading(line)):
            continue
        if number > MOST_LINES:
            sentence = _("At most %(n)d lines at a time. Paste the rest afterwards.") % {"n": MOST_LINES}
            return [*found, Pasted(number, line.strip(), problems=(sentence,))]
        if len(line) > LONGEST_LINE:
            sentence = _("The line is longer than %(n)d letters. Write one person on each line.") % {"n": LONGEST_LINE}
            found.append(Pasted(number, line[:LONGEST_LINE].strip(), problems=(sentence,)))
            continue
        found += _people_of(number, line, known)
    return found


def _visible(line: str) -> str:
    """Without the letters that nobody sees: marks of a file's beginning, of direction, of where a word may break."""
    return "".join(letter for letter in line if unicodedata.category(letter) != "Cf")


def _names_of(bodies: Mapping[int, tuple[str, ...]]) -> dict[str, list[int]]:
    known: dict[str, list[int]] = {}
    for pk, names in bodies.items():
        for name in {search_key(one) for one in names if one.strip()}:
            known.setdefault(name, []).append(pk)
    return known


def _is_heading(line: str) -> bool:
    cells = [cell for cell in _cells(line) if cell]
    return bool(cells) and "@" not in line and all(cell.casefold().strip(":") in HEADING_WORDS for cell in cells)


def _people_of(number: int, line: str, known: Mapping[str, list[int]]) -> Iterator[Pasted]:
    """More than one from a line of receivers copied from a mail program."""
    addresses = _AN_ADDRESS.findall(line)
    if len(addresses) > 1:
        separator = ";" if ";" in line else ","
        for part in _split_outside_quotes(line, separator):
            if part.strip():
                yield _person(number, part.strip(), [part], known)
        return
    yield _person(number, line.strip(), _cells(line), known)


def _cells(line: str) -> list[str]:
    """By tabs as from Excel, else by semicolons, else by commas – but “Hansen, Mette <…>” is one person's name."""
    for separator in ("\t", ";"):
        if separator in line:
            return [_bare(cell) for cell in _split_outside_quotes(line, separator)]
    if "," in line and not _ADDRESSED.match(line):
        return [_bare(cell) for cell in _split_outside_quotes(line, ",")]
    return [_bare(line)]


def _split_outside_quotes(line: str, separator: str) -> list[str]:
    parts, current, quoted = [], "", False
    for letter in line:
        quoted ^= letter == '"'
        if letter == separator and not quoted:
            parts.append(current)
            current = ""
        else:
            current += letter
    return [*parts, current]


def _bare(cell: str) -> str:
    bare = cell.strip().strip('"').strip()
    return bare[1:-1].strip() if len(bare) > 1 and bare[0] == bare[-1] == "'" else bare


@dataclass
class _Reading:
    emails: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    bodies: list[int] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def _person(number: int, text: str, cells: list[str], known: Mapping[str, list[int]]) -> Pasted:
    reading = _Reading()
    for cell in cells:
        _read_cell(_bare(cell), known, reading)
    problems = reading.problems + list(_faults(reading))
    return Pasted(
        line=number,
        text=text,
        email=reading.emails[0].lower() if reading.emails else "",
        name=_in_order(" ".join(reading.names)),
        role=reading.roles[0] if reading.roles else "",
        body=reading.bodies[0] if reading.bodies else None,
        problems=tuple(problems),
    )


def _read_cell(cell: str, known: Mapping[str, list[int]], reading: _Reading) -> None:
    if not cell or _MAIL_LABEL.fullmatch(cell):
        return
    if addressed := _ADDRESSED.match(cell):
        if name := _bare(_MAIL_LABEL.sub("", addressed["name"]).strip(" ,")):
            reading.names.append(name)
        reading.emails.append(addressed["email"])
    elif "@" in cell:
        _read_address(cell.removeprefix("mailto:"), known, reading)
    elif role := _role(cell):
        reading.roles.append(role)
    elif found := known.get(search_key(cell)):
        if len(found) > 1:
            sentence = _("Several bodies are called “%(name)s”. Write the reference of the one you mean.")
            reading.problems.append(sentence % {"name": cell})
        reading.bodies.append(found[0])
    elif reading.names and not _may_be_name(cell, reading):
        sentence = _("“%(text)s” is neither a role nor a body of the municipality.")
        reading.problems.append(sentence % {"text": cell})
    else:
        reading.names.append(cell)


def _read_address(cell: str, known: Mapping[str, list[int]], reading: _Reading) -> None:
    # One search for the address and a plain count: a pattern for the whole cell takes a minute over 500 long words.
    found = _AMONG_WORDS.search(cell) if cell.count("@") == 1 else None
    if found is None:
        reading.emails.append(cell)
        return
    reading.emails.append(found[0])
    before = _MAIL_LABEL.sub("", cell[: found.start()].rstrip(" \t\u00a0([<"))
    for words in (before, cell[found.end() :].lstrip(" \t\u00a0)]>")):
        bare = words.strip(" -–:,")
        parts = _WITH_BRACKETS.fullmatch(bare)
        for part in parts.groups() if parts else (bare,):
            _read_cell(_bare(part), known, reading)


def _role(cell: str) -> str:
    key = search_key(cell)
    more = {search_key(word): str(role) for word, role in MORE_ROLE_WORDS.items()}
    return words_of(Role).get(key, "") or more.get(key, "")


def _may_be_name(cell: str, reading: _Reading) -> bool:
    """First and last name in columns of their own: two short cells beside each other before all else."""
    return len(reading.names) == 1 and " " not in reading.names[0] and not (reading.roles or reading.bodies)


def _in_order(name: str) -> str:
    """“Hansen, Mette” as a mail program writes it is Mette Hansen."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() else name.strip()


def _faults(reading: _Reading) -> Iterator[str]:
    if not reading.emails:
        yield _("There is no e-mail address in the line.")
    for email in reading.emails:
        try:
            validate_email(email)
        except ValidationError:
            yield _("“%(text)s” is not an e-mail address.") % {"text": email}
    if len(" ".join(reading.names)) > LONGEST_NAME:
        yield _("The name is longer than %(n)d letters.") % {"n": LONGEST_NAME}
    if len(set(reading.roles)) > 1:
        yield _("The line names more than one role. Write one line for each.")
    if len(set(reading.bodies)) > 1:
        yield _("The line names more than one body. Write one line for each.")
