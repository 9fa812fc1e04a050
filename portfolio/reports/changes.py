"""What a corrected version changes, in words and figures: the facts of the two snapshots held against each other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from portfolio.reports.closed_since import leave_out_what_is_closed
from portfolio.reports.facts import facts, names_in
from portfolio.reports.models import Report

LONGEST_SHOWN = 240


@dataclass(frozen=True)
class Line:
    """A fact that is not the same in both; what is not there is said so."""

    what: str
    before: str
    after: str


@dataclass(frozen=True)
class Changes:
    reason: str
    text: str
    before_text: str
    version_text: str
    lines: tuple[Line, ...]


def changes(report: Report, read: Mapping[str, Any]) -> Changes | None:
    """Between the version that the report corrects and `read`, its own content; None for a first version."""
    if report.corrects is None:
        return None
    before = json.loads(report.corrects.snapshot)
    if not report.is_closed:
        leave_out_what_is_closed(before, read, report.municipality)
    given = {"before": report.corrects.version, "version": report.version}
    return Changes(
        reason=report.correction,
        text=_("This is a revised attachment, version %(version)d. It replaces version %(before)d.") % given,
        before_text=_("Version %(before)d") % given,
        version_text=_("Version %(version)d") % given,
        lines=tuple(differences(before, read)),
    )


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Line]:
    was, is_now = names_in(before), names_in(after)
    both = {reference: name for reference, name in is_now.items() if reference in was}
    for reference, name in (was | is_now).items():
        if reference not in both:
            yield Line(name, _there(reference in was), _there(reference in is_now))
    old, new = facts(before, both), facts(after, both)
    for what in dict.fromkeys([*new, *old]):
        if old.get(what, "") != new.get(what, ""):
            yield Line(what, _shown(old.get(what, "")), _shown(new.get(what, "")))


def _there(stands: bool) -> str:
    return _("stood in the report") if stands else _shown("")


def _shown(text: str) -> str:
    return Truncator(text).chars(LONGEST_SHOWN) if text else _("did not stand there")
