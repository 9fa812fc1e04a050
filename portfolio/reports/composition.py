"""What is chosen and written for one report: kept as JSON on the report, copied into the next one, frozen with it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from portfolio.reports.models import CasePart, Numbering


class StatusPart(models.TextChoices):
    """The sections of the status report, in their usual order."""

    OVERVIEW = "overview", _("Overview on one page (on more for many initiatives)")
    DEVIATIONS = "deviations", _("Deviations")
    INDICATORS = "indicators", _("Indicators")
    ECONOMY = "economy", _("Economy")
    FOLLOW_UP = "follow_up", _("Follow-up on earlier decisions")
    OUTLOOK = "outlook", _("Risks, hearing and next process")
    OBJECTIVES = "objectives", _("Strategies and objectives")
    SHEETS = "sheets", _("A sheet for each initiative")
    DEFINITIONS = "definitions", _("Definitions of the indicators")
    GLOSSARY = "glossary", _("Glossary")
    METHOD = "method", _("Sources, and how the figures are made")


@dataclass(frozen=True)
class Heading:
    part: str
    label: str


@dataclass(frozen=True)
class Option:
    """What may be done instead or besides. `initiative` is a reference, or empty; `price` is in words or an amount."""

    title: str
    price: str = ""
    text: str = ""
    initiative: str = ""


@dataclass(frozen=True)
class Risk:
    text: str
    action: str = ""


@dataclass(frozen=True)
class Hearing:
    """Who was heard, and what they answered."""

    body: str
    text: str


@dataclass(frozen=True)
class Composition:
    """`scope` is the query string of the portfolio's filters; texts are by CasePart, consequences and the fate of
    earlier decisions by the reference of the initiative or report that they are about.
    """

    headings: tuple[Heading, ...] = ()
    numbering: str = Numbering.PLAIN.value
    opening: str = ""
    sections: tuple[str, ...] = tuple(StatusPart.values)
    scope: str = ""
    cover: str = ""
    recommendations: tuple[str, ...] = ()
    texts: Mapping[str, str] = dataclasses.field(default_factory=dict)
    consequences: Mapping[str, str] = dataclasses.field(default_factory=dict)
    options: tuple[Option, ...] = ()
    risks: tuple[Risk, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    since: Mapping[str, str] = dataclasses.field(default_factory=dict)
    committee_budget: str = ""
    committee_budget_source: str = ""

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Composition:
        """What `kept` does not hold is as usual; what this version does not know is left behind."""
        known = {field.name: kept[field.name] for field in dataclasses.fields(cls) if field.name in kept}
        for name, kind in (("headings", Heading), ("options", Option), ("risks", Risk), ("hearings", Hearing)):
            if name in known:
                known[name] = tuple(kind(**one) for one in known[name])
        for name in ("sections", "recommendations"):
            if name in known:
                known[name] = tuple(known[name])
        return cls(**known)

    def kept(self) -> dict[str, Any]:
        """As JSON holds it: the same after a round trip through any database."""
        return {
            name: [dict(one) if isinstance(one, dict) else one for one in value] if isinstance(value, tuple) else value
            for name, value in dataclasses.asdict(self).items()
        }

    @property
    def parts(self) -> frozenset[str]:
        """What the case's headings cover, and the status report therefore does not repeat."""
        return frozenset(heading.part for heading in self.headings)

    def text(self, part: str) -> str:
        return self.texts.get(part, "").strip()

    def without_answers(self) -> Composition:
        """For the next period: what was chosen stays, what was written is written anew beside it."""
        blank = Composition()
        return dataclasses.replace(
            self,
            texts=blank.texts,
            consequences=blank.consequences,
            options=blank.options,
            risks=blank.risks,
            hearings=blank.hearings,
            since=blank.since,
            cover=blank.cover,
            recommendations=blank.recommendations,
            committee_budget=blank.committee_budget,
            committee_budget_source=blank.committee_budget_source,
        )


# Written in the status report, in its section of what comes, where the case has no heading for it.
ALWAYS = (CasePart.ALTERNATIVES, CasePart.HEARING, CasePart.PROCESS)
# Parts under whose heading somebody may write, besides what is computed there.
WRITTEN = tuple(
    part for part in CasePart if part not in (CasePart.SUMMARY, CasePart.RECOMMENDATION, CasePart.CASE_NUMBER)
)


def headings_of(rows: Iterable[Any]) -> tuple[Heading, ...]:
    """The headings of a municipality's own template, which are rows with a part and a label."""
    return tuple(Heading(str(row.part), row.label) for row in rows)
