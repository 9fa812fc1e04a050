"""The known orders of headings in a committee case. A municipality may edit a copy of its own."""

from __future__ import annotations

from dataclasses import dataclass

from organisation.models import AgendaTemplate
from portfolio.reports.models import CasePart, Numbering

P, N = CasePart, Numbering


@dataclass(frozen=True)
class Order:
    """`headings` are (what stands under it, what the municipality calls it). Danish: they are printed as they stand."""

    headings: tuple[tuple[CasePart, str], ...]
    numbering: Numbering = N.PLAIN
    opening: str = ""


KNOWN: dict[str, Order] = {
    AgendaTemplate.ODENSE: Order(
        (
            (P.SUMMARY, "Resumé"),
            (P.RECOMMENDATION, "Indstilling"),
            (P.DECISION, "Beslutning"),
            (P.DESCRIPTION, "Sagsfremstilling"),
            (P.EFFECT, "Effekt"),
            (P.ECONOMY, "Økonomi"),
            (P.ATTACHMENTS, "Bilag"),
        ),
        opening="Forvaltningen indstiller,",
    ),
    AgendaTemplate.KOEBENHAVN: Order(
        (
            (P.SUMMARY, "Resumé"),
            (P.RECOMMENDATION, "Indstilling"),
            (P.PROBLEM, "Problemstilling"),
            (P.SOLUTION, "Løsning"),
            (P.ECONOMY, "Økonomi"),
            (P.PROCESS, "Videre proces"),
            (P.ATTACHMENTS, "Bilag"),
        ),
        N.NUMBERED,
        "Forvaltningen indstiller,",
    ),
    AgendaTemplate.AARHUS: Order(
        (
            (P.SUMMARY, "Resumé"),
            (P.RECOMMENDATION, "Indstilling"),
            (P.HISTORY, "Sagens forløb"),
            (P.ATTACHMENTS, "Bilag"),
        ),
        N.PARENTHESIS,
        "Det indstilles:",
    ),
    AgendaTemplate.ROEDOVRE: Order(
        (
            (P.CASE_NUMBER, "Sag nr."),
            (P.COMPETENCE, "Beslutningskompetence"),
            (P.CORE, "Sagens kerne"),
            (P.RECOMMENDATION, "Indstilling"),
            (P.DECISION, "Beslutning"),
            (P.DESCRIPTION, "Sagsfremstilling"),
            (P.ATTACHMENTS, "Bilag"),
        ),
        opening="Forvaltningen indstiller,",
    ),
    AgendaTemplate.BALLERUP: Order(
        (
            (P.SUMMARY, "Sammendrag"),
            (P.ECONOMY, "Økonomiske konsekvenser og finansiering"),
            (P.ATTACHMENTS, "Bilag"),
            (P.COMPETENCE, "Beslutningen træffes af"),
            (P.RECOMMENDATION, "Indstilling"),
            (P.DECISION, "Beslutning"),
        ),
        opening="Administrationen indstiller,",
    ),
    AgendaTemplate.HVIDOVRE: Order(
        (
            (P.THEME, "Beslutningstema"),
            (P.RECOMMENDATION, "Indstilling"),
            (P.DECISION, "Beslutning"),
            (P.DESCRIPTION, "Sagsfremstilling"),
        ),
        N.NUMBERED,
        "Forvaltningen indstiller,",
    ),
    AgendaTemplate.HOLBAEK: Order(
        (
            (P.COURSE, "Sagsgang og sagstype"),
            (P.RECOMMENDATION, "Indstilling"),
            (P.ALTERNATIVE, "Alternativ indstilling"),
            (P.DESCRIPTION, "Beskrivelse"),
            (P.ECONOMY, "Økonomiske konsekvenser"),
            (P.CONSEQUENCES, "Øvrige konsekvenser"),
            (P.HEARING, "Høring"),
            (P.LEGAL, "Lovgrundlag"),
            (P.HISTORY, "Sagshistorik"),
            (P.ATTACHMENTS, "Bilag"),
        ),
        opening="Administrationen indstiller,",
    ),
    AgendaTemplate.VIBORG: Order(
        (
            (P.SUMMARY, "Resume"),
            (P.RECOMMENDATION, "Indstilling"),
            (P.DECISION, "Beslutning"),
            (P.HISTORY, "Historik"),
            (P.HEARING, "Inddragelse og høring"),
            (P.DESCRIPTION, "Beskrivelse"),
            (P.ALTERNATIVES, "Alternativer"),
            (P.PROCESS, "Tidsperspektiv"),
            (P.ECONOMY, "Økonomi"),
            (P.LEGAL, "Jura"),
        ),
        N.NUMBERED,
        "Direktøren indstiller,",
    ),
}
