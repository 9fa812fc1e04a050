"""A report's content, frozen: canonical JSON that holds everything the PDF prints, and what it was made with.

The same content and order of a report gives the same text, so its SHA-256 stands for it. Days are ISO dates,
decimals their digits, figures already in words beside their raw values; under “printed” stand the finished pages.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import json
import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from organisation.logos import as_data
from organisation.numbers import DanishNumberError, parse_amount
from organisation.printing import format_date
from organisation.units import Unit
from portfolio import overview
from portfolio.overview.whole_budgets import Committee
from portfolio.reports import earlier
from portfolio.reports.changes import changes
from portfolio.reports.composition import Composition
from portfolio.reports.models import Report
from portfolio.reports.pdf.fonts import font_hashes
from portfolio.reports.pdf.versions import engine_versions, press_digest
from portfolio.reports.printed.sections import DIGEST
from portfolio.reports.printed.setting import set_pages
from portfolio.reports.reading import consistent_reading
from portfolio.reports.scope import scope_of

FORMAT = 2
# A text that fills ten pages is a mistake of pasting; it would make the report unreadable and the layout slow.
LONGEST_TEXT = 20_000


@dataclasses.dataclass(frozen=True)
class Frozen:
    """`text` is the canonical JSON; `references` are those of the initiatives that it shows."""

    text: str
    references: tuple[str, ...]
    is_fictional: bool


def freeze(report: Report, made_at: datetime.datetime) -> Frozen:
    """Reads the figures of a report as they are now; writes nothing."""
    with translation.override(report.language), consistent_reading():
        composition = Composition.read(report.composition)
        scope = scope_of(report.municipality, composition.scope, report.as_of, report.known_on)
        question = overview.ReportQuestion(
            initiatives=scope.initiatives,
            known_on=report.known_on,
            before=earlier.before(report),
            committee=_committee(composition),
            body=report.committee or (report.strategy.committee if report.strategy else None),
        )
        content = overview.report_content(report.municipality, scope.strategy, report.as_of, question)
        about = {**_about(report, made_at), "scope_text": scope.words}
        decided = earlier.decisions(report, composition)
        text = build(about, content, composition.kept(), language=report.language, decided=decided, corrected=report)
        references = tuple(sheet.card.reference for sheet in content.sheets)
        return Frozen(text, references, content.is_fictional)


def build(
    about: Mapping[str, Any],
    content: overview.shapes.ReportContent,
    composition: Mapping[str, Any],
    *,
    language: str,
    decided: list[dict[str, str]] | None = None,
    corrected: Report | None = None,
) -> str:
    """The snapshot of these parts. The report's language is active."""
    read = plain(
        {
            "format": FORMAT,
            "language": language,
            "versions": _versions(),
            "fonts": font_hashes(),
            "report": about,
            "composition": composition,
            "content": content,
            "earlier": decided or [],
        }
    )
    # No text that a person pasted: cut, it would be half a picture.
    read["report"]["logo"] = about.get("logo", "")
    read["changes"] = plain(changes(corrected, read)) if corrected is not None else None
    return canonical({**read, "printed": set_pages(read)})


def canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def sha256(snapshot: str) -> str:
    return hashlib.sha256(snapshot.encode()).hexdigest()


def plain(value: Any) -> Any:
    """What JSON can hold. Raises TypeError for a value that nobody has said how to keep."""
    if value is None or isinstance(value, bool | int):
        return value
    for kind, write in _WRITERS.items():
        if isinstance(value, kind):
            return write(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    raise TypeError(f"A snapshot cannot hold {type(value).__name__}: {value!r}")


def _text(text: str) -> str:
    # str() first: the value may be a member of an enumeration. Nobody's text stands in the checksum's place.
    kept = str(text).replace(DIGEST, "\N{REPLACEMENT CHARACTER}")
    return kept if len(kept) <= LONGEST_TEXT else f"{kept[:LONGEST_TEXT]} …"


_WRITERS: dict[Any, Callable[[Any], Any]] = {
    str: _text,
    Decimal: str,
    datetime.datetime: lambda moment: moment.isoformat(),
    datetime.date: lambda day: day.isoformat(),
    Mapping: lambda mapping: {str(key): plain(one) for key, one in mapping.items()},
    (list, tuple): lambda many: [plain(one) for one in many],
}


def _versions() -> dict[str, str]:
    """Of the programs that decide how a page comes out, and of our own code that lays it out."""
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())
    return {"pejlemaerke": str(project["project"]["version"]), **engine_versions(), "press": press_digest()}


def _committee(composition: Composition) -> Committee | None:
    """What is written for this report alone."""
    try:
        amount = parse_amount(composition.committee_budget) if composition.committee_budget else None
    except DanishNumberError:
        # The form refuses it; what stands in an old composition is then as if it were not stated.
        amount = None
    if amount is None or amount.ore is None:
        return None
    return Committee(amount.ore, amount.unit or Unit.MIO, composition.committee_budget_source)


def _about(report: Report, made_at: datetime.datetime) -> dict[str, Any]:
    moment = timezone.localtime(made_at).replace(microsecond=0)
    known = timezone.localtime(report.known_on).date() if report.known_on else None
    return {
        "reference": report.reference,
        "title": report.title,
        "version": report.version,
        "version_text": version_text(report.version),
        "committee_text": str(report.committee) if report.committee else "",
        "meeting_text": format_date(report.meeting_on) if report.meeting_on else "",
        "case_number": report.case_number or _case_number(report),
        "case_kind_text": _("Item %(kind)s.") % {"kind": report.get_case_kind_display()},
        "openness_text": _("Closed item.") if report.is_closed else _("Open item."),
        "known_text": format_date(known) if known else "",
        "previous_text": earlier.words_of_previous(report),
        "logo": as_data(report.municipality),
        "made_at": moment,
        "made_text": f"{format_date(moment.date())}, {moment:%H.%M}",
    }


def version_text(version: int) -> str:
    if version == 1:
        return _("version 1")
    return _("revised attachment, version %(number)d") % {"number": version}


def _case_number(report: Report) -> str:
    """That of the strategy's document, where the report has none of its own."""
    document = report.strategy.document if report.strategy else None
    return document.case_number if document else ""
