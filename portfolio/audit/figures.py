"""Subgroups against their total, reports against their checksums, derived columns against their sources."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from indicators import gate
from indicators.models import Aggregation, Indicator, Measurement
from organisation.telling import TOO_LARGE
from portfolio.audit.findings import Finding, worth_knowing, wrong
from portfolio.reports.models import Report, ReportState

# Rows in memory at once: those that hold whole snapshots or plans, and all others.
FEW, MANY = 10, 2_000


def subgroups() -> Iterator[Finding]:
    """Where an indicator adds up over groups, the groups of one survey are held against its total."""
    surveys: dict[tuple[int, str], list[Measurement]] = defaultdict(list)
    adding = Measurement.objects.approved().filter(indicator__aggregation__in=[Aggregation.SUM, Aggregation.RATIO])
    replaced = Measurement.objects.filter(replaces__isnull=False).values("replaces")
    for one in adding.exclude(pk__in=replaced).select_related("indicator"):
        surveys[one.indicator_id, one.effective_text].append(one)
    for found in surveys.values():
        groups, whole = [one for one in found if one.subgroup], [one for one in found if not one.subgroup]
        if groups and len(whole) == 1:
            ours, theirs = _together(groups), _together(whole)
            if ours is not None and theirs is not None and ours != theirs:
                words = {"groups": ours, "total": theirs}
                yield worth_knowing(
                    "groups_differ_from_total", whole[0], _("The groups make %(groups)s, the total %(total)s.") % words
                )


def _together(found: list[Measurement]) -> Decimal | tuple[int, int] | None:
    """The sum, or numerators over denominators; None when one of them is not known."""
    if found[0].indicator.aggregation == Aggregation.SUM:
        values = [one.value for one in found if one.value is not None]
        return sum(values, Decimal(0)) if len(values) == len(found) else None
    pairs = [
        (one.numerator, one.denominator) for one in found if one.numerator is not None and one.denominator is not None
    ]
    if len(pairs) < len(found):
        return None
    return sum(numerator for numerator, _base in pairs), sum(base for _numerator, base in pairs)


def small_counts() -> Iterator[Finding]:
    """No hidden count can be computed from what is shown; an approved value has been through the gate."""
    for row in Measurement.objects.approved().filter(disclosure=""):
        yield wrong("gate_not_asked", row, _("It is approved, but nobody has decided whether it may be shown."))
    for indicator in Indicator.objects.filter(about_citizens=True).select_related("municipality").order_by("pk"):
        for row in gate.told(indicator):
            yield wrong("small_count_can_be_computed", row, _("Few people, and computable from what is shown."))


def reports() -> Iterator[Finding]:
    for report in Report.objects.iterator(chunk_size=FEW):
        frozen = report.state != ReportState.DRAFT
        found = hashlib.sha256(report.snapshot.encode()).hexdigest()
        if (report.snapshot or report.snapshot_sha256 or frozen) and found != report.snapshot_sha256:
            yield wrong("snapshot_changed", report, _("The snapshot is not the one that was frozen."))
        if report.pdf:
            yield from _pdf(report)


def _pdf(report: Report) -> Iterator[Finding]:
    try:
        with report.pdf.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        yield wrong("pdf_is_gone", report, _("The file of the report cannot be read."))
        return
    if found != report.pdf_sha256:
        yield wrong("pdf_changed", report, _("The file is not the one that was made."))


def derived_columns() -> Iterator[Finding]:
    for model in apps.get_models():
        if hasattr(model, "prepare"):
            large = not TOO_LARGE.isdisjoint(field.name for field in model._meta.concrete_fields)
            for row in model._base_manager.all().iterator(chunk_size=FEW if large else MANY):
                yield from _derived(row)


def _derived(row: Any) -> Iterator[Finding]:
    before = _columns(row)
    try:
        row.prepare()
    except ValidationError as error:
        yield wrong("words_not_understood", row, " ".join(error.messages))
        return
    differing = sorted(name for name, value in _columns(row).items() if value != before[name])
    if differing:
        words = {"fields": ", ".join(differing)}
        yield wrong("derived_column_is_stale", row, _("Not what it is derived from says: %(fields)s.") % words)


def _columns(row: models.Model) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
