"""A report's content, frozen: canonical JSON that holds everything the PDF prints, and what it was made with.

The same content and order of a report gives the same text, so its SHA-256 stands for it. Days are ISO dates,
decimals their digits, figures already in words beside their raw values.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import json
import tomllib
from collections.abc import Callable
from decimal import Decimal
from importlib.metadata import version
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from organisation.printing import format_date
from portfolio import overview
from portfolio.reports.models import Report
from portfolio.reports.pdf.fonts import font_hashes
from portfolio.reports.reading import consistent_reading

FORMAT = 1
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
        content = overview.report_content(report.municipality, report.strategy, report.as_of)
        frozen = {
            "format": FORMAT,
            "language": report.language,
            "versions": engine_versions(),
            "fonts": font_hashes(),
            "report": _about(report, made_at),
            "content": content,
        }
        references = tuple(sheet.card.reference for sheet in content.sheets)
        return Frozen(canonical(frozen), references, content.is_fictional)


def canonical(value: Any) -> str:
    return json.dumps(plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def sha256(snapshot: str) -> str:
    return hashlib.sha256(snapshot.encode()).hexdigest()


def engine_versions() -> dict[str, str]:
    return {"pejlemaerke": _own_version(), "weasyprint": version("weasyprint"), "pikepdf": version("pikepdf")}


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
    # str() first: the value may be a member of an enumeration.
    return str(text) if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]} …"


_WRITERS: dict[Any, Callable[[Any], Any]] = {
    str: _text,
    Decimal: str,
    datetime.datetime: lambda moment: moment.isoformat(),
    datetime.date: lambda day: day.isoformat(),
    dict: lambda mapping: {str(key): plain(one) for key, one in mapping.items()},
    (list, tuple): lambda many: [plain(one) for one in many],
}


def _about(report: Report, made_at: datetime.datetime) -> dict[str, Any]:
    moment = timezone.localtime(made_at).replace(microsecond=0)
    return {
        "reference": report.reference,
        "title": report.title,
        "version": report.version,
        "committee_text": str(report.committee) if report.committee else "",
        "meeting_text": format_date(report.meeting_on) if report.meeting_on else "",
        "case_number": _case_number(report),
        "made_at": moment,
        "made_text": f"{format_date(moment.date())}, {moment:%H.%M}",
    }


def _case_number(report: Report) -> str:
    """That of the strategy's document; a report has no case of its own."""
    document = report.strategy.document if report.strategy else None
    return document.case_number if document else ""


def _own_version() -> str:
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())
    return str(project["project"]["version"])
