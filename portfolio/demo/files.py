"""Reads the demonstration files strictly: a word that no model knows is an error that names the file and the place."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models

from budgets.models.entries import Posted
from portfolio.demo.sections import SECTIONS, Section

FOLDER = Path(settings.BASE_DIR) / "fixtures"
CODES = ("0101", "0151", "0167", "0175", "0751")

# Where a fact stands in its document, beside the fact itself.
SOURCE_WORDS = frozenset(
    {"doc", "line", "mark", "quote", "source_note", "docs", "lines", "marks", "quotes", "notes", "also"}
)
PLACE_WORDS = ("doc", "line")
ALSO_WORDS = frozenset({"field", "doc", "line", "mark", "quote", "note"})
CITE_WORDS = frozenset({"section", "reference", "doc", "line", "mark", "quote", "source_note"})
FILE_WORDS = frozenset({"document_default", "municipality_code", "fictional", "cites"})
# Set by the loader, never typed.
NOT_IN_FILES = frozenset(
    {"id", "municipality", "is_fictional", "is_demo", "search_key", "sort_key", "amount_ore", "recorded_at", "password"}
)


class DemoFileError(Exception):
    """A demonstration file is wrong; str() says where and how."""


@dataclass
class Fact:
    """One row of a file. `words` are its fields, `source` where it stands in the document.

    `stands_otherwise`: the stored row says something else and is not changed.
    """

    section: Section
    words: dict[str, Any]
    source: dict[str, Any]
    place: str
    position: int
    parent: Fact | None = None
    row: models.Model | None = None
    is_left_out: bool = False
    stands_otherwise: bool = False


@dataclass
class DemoFile:
    name: str
    code: str | None
    is_fictional: bool
    document_default: str
    facts: list[Fact]
    cites: list[dict[str, Any]] = field(default_factory=list)


def read_all(folder: Path = FOLDER, *, with_fictional: bool) -> list[DemoFile]:
    """The shared catalogue, the municipalities, the users, and last what is made up."""
    names = ["catalogue.toml", *(_file_of(folder, code) for code in CODES), "users.toml"]
    if with_fictional:
        names += [f"fictional/{code}.toml" for code in CODES if (folder / f"fictional/{code}.toml").exists()]
    return [read(folder, name) for name in names]


def read(folder: Path, name: str) -> DemoFile:
    try:
        content = tomllib.loads((folder / name).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DemoFileError(f"{name}: {error}") from error
    for word in content:
        if word not in SECTIONS and word not in FILE_WORDS:
            raise DemoFileError(f"{name}: there is no section “{word}”")
    for cite in content.get("cites", []):
        _refuse_unknown(cite, CITE_WORDS, f"{name}: cites")
    own = content.get("municipality", {}).get("code")
    if own:
        content["municipality"] = [{**known_municipality(folder, own, name), **content["municipality"]}]
    return DemoFile(
        name=name,
        code=own or content.get("municipality_code"),
        is_fictional=content.get("fictional", False),
        document_default=content.get("document_default", ""),
        facts=list(_facts(content, name)),
        cites=content.get("cites", []),
    )


def _file_of(folder: Path, code: str) -> str:
    found = sorted(folder.glob(f"{code}-*.toml"))
    if len(found) != 1:
        raise DemoFileError(f"fixtures: there must be one file for {code}, there are {len(found)}")
    return found[0].name


def known_municipality(folder: Path, code: str, name: str) -> dict[str, Any]:
    """The name, codes and regions that the list of the 98 municipalities holds."""
    with (folder / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        known = {row["kode4"]: row for row in csv.DictReader(file, delimiter=";")}
    if code not in known:
        raise DemoFileError(f"{name}: {code} is no municipality")
    row = known[code]
    merged = "Region Østdanmark" if "Østdanmark" in row["aendring"] else row["region_indtil_2026-12-31"]
    return {
        "name": row["navn"],
        "statbank_code": row["kode_statbank"],
        "region": row["region_indtil_2026-12-31"],
        "region_from_2027": merged,
    }


def _facts(content: Mapping[str, Any], name: str) -> Iterator[Fact]:
    for word, section in SECTIONS.items():
        for number, row in enumerate(content.get(word, []), start=1):
            label = row.get("reference", row.get("code", row.get("email", number)))
            yield from _fact(section, row, f"{name}: {word} {label}", number, None)


def _fact(section: Section, row: Any, place: str, position: int, parent: Fact | None) -> Iterator[Fact]:
    if not isinstance(row, dict):
        if not section.short:
            raise DemoFileError(f"{place}: a table is needed, not “{row}”")
        row = {section.short: row}
    children = {word: row[word] for word in section.children if word in row}
    defaults = {word: row.get(f"{_one(word)}_defaults", {}) for word in children}
    used = {*children, *(f"{_one(word)}_defaults" for word in children)}
    words = {word: value for word, value in row.items() if word not in SOURCE_WORDS and word not in used}
    fact = Fact(section, _checked(section, words, place), _source(row, parent), place, position, parent)
    for more in row.get("also", []):
        _refuse_unknown(more, ALSO_WORDS, f"{place}: also")
    yield fact
    for word, rows in children.items():
        for number, child in enumerate(rows, start=1):
            merged = {**defaults[word], **child} if isinstance(child, dict) else child
            yield from _fact(section.children[word], merged, f"{place}: {word} {number}", number, fact)


def _refuse_unknown(words: Mapping[str, Any], known: frozenset[str], place: str) -> None:
    for word in words:
        if word not in known:
            raise DemoFileError(f"{place}: there is no “{word}”")


def _one(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def _source(row: dict[str, Any], parent: Fact | None) -> dict[str, Any]:
    """A row without a line of its own stands on its parent's; its mark, quote and notes are always its own."""
    inherited: dict[str, Any] = {}
    if parent:
        inherited = {word: parent.source[word] for word in PLACE_WORDS if word in parent.source}
    return {**inherited, **{word: row[word] for word in SOURCE_WORDS if word in row}}


def _checked(section: Section, words: dict[str, Any], place: str) -> dict[str, Any]:
    """The words as field names. Raises DemoFileError for a word that is no field of the model."""
    fields = {one.name for one in section.model._meta.concrete_fields} - NOT_IN_FILES
    if section.model._meta.model_name == "membership":
        fields.add("municipality")
    if issubclass(section.model, Posted):
        fields.add("recorded_at")
    if "amount_ore" in {one.name for one in section.model._meta.concrete_fields}:
        fields.add("kroner")
    known = {}
    for word, value in words.items():
        name = section.fields_of_words.get(word, word)
        name = f"{name}_text" if f"{name}_text" in fields else name
        if name not in fields or word in section.words_for:
            raise DemoFileError(f"{place}: {section.model.__name__} has no “{word}”")
        known[name] = value.strip() if isinstance(value, str) else value
    return known
