"""What the headings of an extract are called, and what counts as an amount in its cells."""

from __future__ import annotations

import re

from organisation.sorting import search_key

# Written as search_key writes them; the first that fits decides.
COLUMNS = {
    "project": r"psp(?:-?element)?|projekt(?: ?-?(?:nr\.?|nummer|definition))?|wbs(?:-?element)?|ordre(?:nr\.?)?",
    "cost_centre": r"omkostningssted|omk\.? ?-?sted|omkostningscenter|profitcenter|delregnskab|sted(?:nr\.?)?",
    "account": r"konto(?:streng|nr\.?|nummer)?|kontering|finanskonto|artskonto|autoriseret konto|account|"
    r"funktion(?:snr\.?|snummer)?|(?:gl|g/l)[- ]?konto",
    "debit": r"debet|debit|udgift(?:er)?",
    "credit": r"kredit|credit|indtaegt(?:er)?",
    "month": r"maaned|periode|bogfoeringsperiode|bogfoert (?:maaned|periode|dato|den)|regnskabsperiode|bogf\.? ?dato"
    r"|bogfoeringsdato|posteringsdato",
    "amount": r"(?:(?:faktisk )?forbrug|(?:netto)?beloeb|netto|bogfoert(?! (?:af|dato|den|maaned|periode)\b)|saldo"
    r"|bevaegelse|aatd|aar til dato|realiseret)"
    r"(?!s? ?(?:pct|procent|i (?:pct|procent|valuta)|valuta))\b[^%]*",
    "side": r"(?:d ?[/-] ?k|d/c|s/h|deb(?:et|it)?\.? ?[/-] ?[kc]red(?:it)?\.?|deb[ei]t (?:eller|el\.) kredit|fortegn)"
    r"(?:[- ]?(?:kode|indikator|maerke|markering|type|kz\.?))?",
    "text": r"(?:posterings?|konto|linje)?tekst|betegnelse|beskrivelse|navn|kontonavn",
}
YEAR = re.compile(r"(?:regnskabs|budget|finans)?aar")
# Where nothing is called an amount, the sum of the months is one.
ROW_SUM = re.compile(r"i ?alt|total|sum")


def plain(heading: str) -> str:
    return search_key(heading).strip(" .:*")


def is_called(heading: str, name: str) -> bool:
    return re.fullmatch(COLUMNS[name], plain(heading)) is not None


def is_amount(text: str) -> bool:
    """Something stands there, and it is not 0."""
    return bool(text.strip(" 0,.-"))
