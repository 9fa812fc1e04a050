"""The headings under which a municipality describes its initiatives: known sets to begin with, and their order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from initiatives.models import Heading
from organisation import writing
from organisation.models import Municipality, User


@dataclass(frozen=True)
class KnownSet:
    """The labels are Danish in every language: they are words of the municipality's own texts."""

    code: str
    name: str | Promise
    labels: tuple[str, ...]


KNOWN = (
    KnownSet(
        "roedovre",
        gettext_lazy("The ten of Rødovre's action plan"),
        (
            "Baggrund for indsatsen",
            "Formål med indsatsen",
            "Mål og succeskriterier",
            "Målgruppe",
            "Involvering af målgruppen",
            "Aktiviteter",
            "Periode",
            "Samarbejdspartnere og interessenter",
            "Dokumentation og evaluering (kvantitative og/eller kvalitative metoder)",
            "Tovholder/kontaktperson for indsatsen",
        ),
    ),
    KnownSet(
        "forandringsteori",
        gettext_lazy("A theory of change"),
        (
            "Udfordring",
            "Målgruppe",
            "Indsats og metode",
            "Forventede resultater på kort sigt",
            "Forventede resultater på længere sigt",
            "Forudsætninger og risici",
            "Måling og opfølgning",
        ),
    ),
    KnownSet(
        "budgetforslag",
        gettext_lazy("A budget proposal"),
        (
            "Baggrund",
            "Formål",
            "Indhold",
            "Målgruppe",
            "Forventet effekt",
            "Økonomi",
            "Tidsplan og organisering",
        ),
    ),
)


# What the database has room for.
GREATEST = 32_767


def in_order(municipality: Municipality) -> list[Heading]:
    """All headings with `written`, the number of texts under each, and `of_running`, those of approved initiatives."""
    rows = Heading.objects.filter(municipality=municipality)
    counted = rows.annotate(
        written=Count("texts"), approved=Count("texts", filter=Q(texts__initiative__approval="approved"))
    )
    return list(counted.order_by("number", "pk"))


def begin_with(municipality: Municipality, code: str, *, by: User) -> int:
    """Adds the labels of the set that are not there yet, after those that are. Raises KeyError for an unknown set."""
    chosen = {one.code: one for one in KNOWN}[code]
    with transaction.atomic():
        rows = _locked(municipality)
        there = {row.label.casefold() for row in rows}
        labels = [one for one in chosen.labels if one.casefold() not in there]
        last = _last(rows, len(labels), by=by)
        new = [
            Heading(municipality=municipality, number=last + at, label=one) for at, one in enumerate(labels, start=1)
        ]
        writing.save_many(new, by=by, reason=_("Began with a known set of headings"))
    return len(new)


def add(municipality: Municipality, label: str, help_text: str = "", *, by: User) -> Heading:
    """As the last. Raises ValidationError for a label that is there already."""
    with transaction.atomic():
        rows = _locked(municipality)
        _must_be_new(label, rows)
        last = _last(rows, 1, by=by)
        row = Heading(municipality=municipality, number=last + 1, label=label, help_text=help_text)
        return writing.save(row, by=by)


def _last(rows: Sequence[Heading], new: int, *, by: User) -> int:
    """The greatest number, which is more than how many there are where the numbers have gaps.

    Where no numbers are left for the new ones, the headings are numbered anew from 1.
    """
    last = max((row.number for row in rows), default=0)
    if last + new <= GREATEST:
        return last
    _number(rows, by=by)
    return len(rows)


def words_of(row: Heading) -> str:
    """Names the label and help as they stand, so that nobody writes over others that she has not seen."""
    return hashlib.sha256(json.dumps([row.label, row.help_text]).encode()).hexdigest()[:16]


def rename(row: Heading, label: str, help_text: str, *, by: User, seen: str = "") -> Heading:
    """The texts under it stand under the new words; frozen reports keep the old. `seen` is of `words_of`; without it
    the words are those that stand. Raises ValidationError.
    """
    with transaction.atomic():
        rows = _locked(row.municipality)
        now = next((one for one in rows if one.pk == row.pk), row)
        if seen and seen != words_of(now):
            sentence = _("Somebody else has written here meanwhile: “%(words)s”. Save again to let yours stand.")
            raise ValidationError(sentence % {"words": "; ".join(filter(None, [now.label, now.help_text]))})
        _must_be_new(label, [one for one in rows if one.pk != row.pk])
        row.label, row.help_text = label, help_text
        return writing.save(row, by=by, reason=_("Heading renamed"))


def _must_be_new(label: str, rows: Sequence[Heading]) -> None:
    if not label.strip():
        raise ValidationError(_("Write what the heading is to be called."))
    same = next((row for row in rows if row.label.casefold() == label.strip().casefold()), None)
    if same is not None:
        sentence = (
            _("“%(label)s” is a heading already.")
            if same.is_active
            else _("“%(label)s” is a retired heading: take it into use again instead.")
        )
        raise ValidationError(sentence % {"label": same.label})


def move(row: Heading, *, down: bool, by: User) -> None:
    """One place, past what stands there now: two who order at once both get their way."""
    with transaction.atomic():
        rows = _locked(row.municipality)
        order = [one.pk for one in rows]
        at = order.index(row.pk)
        to = at + 1 if down else at - 1
        if not 0 <= to < len(rows):
            raise ValidationError(_("“%(heading)s” cannot be moved further that way.") % {"heading": row})
        rows.insert(to, rows.pop(at))
        _number(rows, by=by)


def _number(rows: Sequence[Heading], *, by: User) -> None:
    changed = []
    for number, row in enumerate(rows, start=1):
        if row.number != number:
            row.number = number
            changed.append(row)
    writing.save_many(changed, by=by, reason=_("Headings put in another order"))


def retire(row: Heading, *, by: User) -> None:
    """Offered no more; what is written under it stays where it is, and is shown."""
    row.is_active = False
    writing.save(row, by=by, reason=_("Heading retired"))


def take_back(row: Heading, *, by: User) -> None:
    row.is_active = True
    writing.save(row, by=by, reason=_("Heading taken into use again"))


def _locked(municipality: Municipality) -> list[Heading]:
    """In their order; whoever else orders them waits until the transaction ends."""
    Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
    return list(Heading.objects.filter(municipality=municipality).order_by("number", "pk"))
