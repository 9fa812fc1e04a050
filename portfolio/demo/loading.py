"""Loads the demonstration portfolios through the one write path, as often as one likes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from budgets.models import Entry, EntryPart
from organisation import writing
from organisation.models import Municipality, User
from portfolio.demo import rows
from portfolio.demo.files import FOLDER, DemoFile, DemoFileError, Fact, read_all
from portfolio.demo.references import LeftOut, References, called_by, has_home
from portfolio.demo.remembered import Remembered, key_of
from portfolio.demo.sections import Section, all_sections
from portfolio.demo.sources import PROVENANCE, Sources

LOADER_EMAIL = "indlaesning@demo.invalid"


class RealDataError(Exception):
    """The database holds a municipality that is no part of the demonstration."""


@dataclass
class Report:
    """How many rows of each kind were written, and in words what was left as people have made it."""

    created: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    kept: list[str] = field(default_factory=list)


def load(folder: Path = FOLDER, *, with_fictional: bool = True) -> Report:
    """All or nothing. Raises RealDataError, and DemoFileError when a file is wrong."""
    refuse_real_data()
    files = read_all(folder, with_fictional=with_fictional)
    with transaction.atomic():
        work = Load(loading_user())
        for file in files:
            work.file(file)
    return work.report


def refuse_real_data() -> None:
    real = Municipality.objects.real().values_list("name", flat=True)
    if real:
        raise RealDataError(
            f"The database holds real data ({', '.join(sorted(real))}); the demonstration is not loaded into it."
        )


def loading_user() -> User:
    """Stands in the history for the loader; nobody can sign in as it."""
    found = User.objects.filter(email=LOADER_EMAIL).first()
    if found:
        return found
    user = User(email=LOADER_EMAIL, name=_("Demonstration data"), is_active=False)
    user.set_unusable_password()
    return writing.save(user, by=None, reason=_("Demonstration data loaded"))


class Load:
    """One run over the files; holds who writes, what the history remembers and what has been found so far."""

    def __init__(self, by: User) -> None:
        self.by = by
        self.report = Report()
        self.references = References()
        self._remembered = Remembered(by)
        self._in_parts: set[int] = set()

    def file(self, file: DemoFile) -> None:
        # By identity: the facts whose row is only whole when the rows under it are written.
        self._in_parts = {id(fact.parent) for fact in file.facts if fact.section.model is EntryPart}
        for section in all_sections():
            facts = [fact for fact in file.facts if fact.section.model is section.model]
            while facts:
                facts = self._wave(file, facts)
        self._post(file)
        town = self._town(file)
        if town and not file.is_fictional:
            self._sources(file, town)

    def _post(self, file: DemoFile) -> None:
        """The entries that waited for their parts."""
        waiting = [fact.row for fact in file.facts if id(fact) in self._in_parts and isinstance(fact.row, Entry)]
        new = [rows.signed(row, by=self.by) for row in waiting if not row.is_posted]
        writing.save_many(new, by=self.by, reason=_("Demonstration data loaded"), validate=False)

    def _town(self, file: DemoFile) -> Municipality | None:
        row = self.references.find(Municipality, file.code, None) if file.code else None
        return row if isinstance(row, Municipality) else None

    def _wave(self, file: DemoFile, facts: Sequence[Fact]) -> list[Fact]:
        """Writes the facts that point at nothing still to come among these; returns the others."""
        coming = {fact.words.get(called_by(fact.section.model) or "") for fact in facts} - {None}
        here = {id(fact) for fact in facts}
        later = [fact for fact in facts if _points_at(fact, coming) or id(fact.parent) in here]
        now = [fact for fact in facts if fact not in later]
        if not now:
            raise DemoFileError(f"{facts[0].place}: the rows stand under each other in a circle")
        built = [pair for pair in ((fact, self._built(file, fact)) for fact in now) if pair[1] is not None]
        self._write(now[0].section, [(fact, row) for fact, row in built if row is not None])
        for fact in now:
            self._remember(file, fact)
        return later

    def _built(self, file: DemoFile, fact: Fact) -> models.Model | None:
        if fact.parent and fact.parent.is_left_out:
            fact.is_left_out = True
            return None
        if fact.parent and fact.parent.stands_otherwise and fact.section.parent == "corrects":
            # The correction is of the amount in the file, not of the one that stands.
            fact.is_left_out = True
            self.report.kept.append(f"{fact.place}: corrects a row that stands otherwise")
            return None
        town = self._town(file)
        code = fact.words.get("municipality")
        if code:
            found = self.references.find(Municipality, code, None)
            town = found if isinstance(found, Municipality) else town
        try:
            return rows.build(fact, file, town, self.references)
        except LeftOut:
            fact.is_left_out = True
            self.report.kept.append(f"{fact.place}: points at a row that was deleted")
            return None

    def _write(self, section: Section, facts: Iterable[tuple[Fact, models.Model]]) -> None:
        known = self._remembered.rows(section.model, section.key)
        deleted = self._remembered.deleted_by_people(section.model, section.key)
        new, changed = [], []
        for fact, row in facts:
            key = key_of(row, section.key)
            fact.row = known.get(key) or self._made_by_others(fact, row)
            if fact.row is None and key in deleted:
                fact.is_left_out = True
                self.report.kept.append(f"{fact.place}: was deleted")
            elif fact.row is None:
                fact.row = rows.signed(row, by=self.by, is_whole=id(fact) not in self._in_parts)
                new.append(fact)
            elif key in known and self._takes_over(fact, row):
                changed.append(fact)
        self._save(new, self.report.created)
        self._save(changed, self.report.changed)

    def _made_by_others(self, fact: Fact, row: models.Model) -> models.Model | None:
        """A row with the same reference that the loader has not made is used as it is."""
        called = called_by(type(row))
        if called is None:
            return None
        home = getattr(row, "municipality", None) if has_home(type(row)) else None
        try:
            found = self.references.find(type(row), getattr(row, called), home)
        except LeftOut:
            return None
        if found is None or (has_home(type(row)) and found.municipality_id != (home.pk if home else None)):  # type: ignore[attr-defined]
            return None
        self.report.kept.append(f"{fact.place}: there was one already")
        return found

    def _takes_over(self, fact: Fact, row: models.Model) -> bool:
        """Copies what the file says onto the stored row, unless a person has changed it or it stands for good."""
        stored = fact.row
        if stored is None:
            return False
        attnames = [row._meta.get_field(name).attname for name in rows.given_fields(fact, row)]  # type: ignore[union-attr]
        differing = [name for name in attnames if getattr(row, name) != getattr(stored, name)]
        if not differing:
            return False
        fact.stands_otherwise = True
        if self._remembered.is_edited(stored):
            self.report.kept.append(f"{fact.place}: was changed by a person ({', '.join(differing)})")
            return False
        if rows.stands(stored):
            self.report.kept.append(f"{fact.place}: is posted or approved and stands ({', '.join(differing)})")
            return False
        for name in differing:
            setattr(stored, name, getattr(row, name))
        fact.stands_otherwise = False
        return True

    def _save(self, facts: Sequence[Fact], counted: Counter[str]) -> None:
        """The fields were checked when the rows were built; the database checks them against each other."""
        written = [fact.row for fact in facts if fact.row is not None]
        if not written:
            return
        for fact, row in zip(facts, written, strict=True):
            _check(fact, row)
        try:
            with transaction.atomic():
                writing.save_many(written, by=self.by, reason=_("Demonstration data loaded"), validate=False)
        except (IntegrityError, ValidationError) as error:
            raise DemoFileError(_what_is_wrong(facts, error)) from error
        counted[type(written[0]).__name__] += len(written)

    def _remember(self, file: DemoFile, fact: Fact) -> None:
        called = called_by(fact.section.model)
        if called is None or (fact.row is None and not fact.is_left_out):
            return
        town = self._town(file)
        home = town.pk if town and has_home(fact.section.model) else None
        row = fact.row or fact.section.model()
        self.references.add(row, fact.words.get(called), home=home, left_out=fact.row is None)

    def _sources(self, file: DemoFile, town: Municipality) -> None:
        sources = Sources(file, town, self.references)
        made = [(fact, one) for fact in file.facts if fact.row is not None for one in sources.of_fact(fact)]
        cited = [(_citation(file), one) for one in sources.of_citations()]
        facts = [Fact(PROVENANCE, _said(one), {}, fact.place, 0, row=one) for fact, one in [*made, *cited]]
        self._write(PROVENANCE, [(fact, fact.row) for fact in facts if fact.row is not None])


def _points_at(fact: Fact, coming: set[object]) -> bool:
    """Whether the fact points at a row of its own model that has not been written."""
    for name, word in fact.words.items():
        field = None if name == "kroner" else fact.section.model._meta.get_field(name)
        if isinstance(field, models.ForeignKey) and field.remote_field.model is fact.section.model and word in coming:
            return True
    return False


def _check(fact: Fact, row: models.Model) -> None:
    try:
        row.clean()
    except ValidationError as error:
        raise DemoFileError(f"{fact.place}: {' '.join(error.messages)}") from error


def _what_is_wrong(facts: Sequence[Fact], error: Exception) -> str:
    """The row among the many that the database refused, with the sentence of the rule that it breaks."""
    for fact in facts:
        try:
            if fact.row is not None:
                fact.row.full_clean()
        except ValidationError as said:
            return f"{fact.place}: {' '.join(said.messages)}"
    return f"{facts[0].place} and {len(facts) - 1} more: {error}"


def _citation(file: DemoFile) -> Fact:
    return Fact(PROVENANCE, {}, {}, f"{file.name}: cites", 0)


def _said(one: models.Model) -> dict[str, object]:
    return {name: getattr(one, name) for name in ("quote", "mark", "note")}
