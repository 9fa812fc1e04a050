"""Deviations with what was written of them, the fate of earlier decisions, and what comes: each said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from portfolio.reports.printed.cases import Block, Read, alternatives, decided, hearings, options, table_block, written
from portfolio.reports.printed.footnotes import Footnotes


def deviations(read: Read) -> list[dict[str, Any]]:
    """What the figures and the approved updates say, with the consequence and the options that were written."""
    found = enumerate(read["content"]["deviations"], start=1)
    return [_deviation(f"afvigelse-{number}", one, read["composition"]) for number, one in found]


def _deviation(anchor: str, one: Mapping[str, Any], composition: Mapping[str, Any]) -> dict[str, Any]:
    notes, day = Footnotes(anchor), one["as_of_text"]
    words = _("the owner's assessment as of %(day)s") % {"day": day} if day else ""
    return {
        **one,
        "anchor": anchor,
        "consequence": composition["consequences"].get(one["reference"], "").strip(),
        "options": list(options(_about(composition["options"], one["reference"]))),
        "calls": notes.cite({"sources": one["sources"]}, words=words),
        "notes": notes.lines,
    }


def _about(found: Iterable[Mapping[str, Any]], initiative: str) -> list[Mapping[str, Any]]:
    return [one for one in found if one["initiative"] == initiative]


def earlier_decisions(read: Read) -> list[Block]:
    return [] if _is_in_case(read, "history") else list(decided(read))


def outlook(read: Read) -> list[dict[str, Any]]:
    """[{label, blocks}]: risks, options, hearing and next process, without what the case's headings hold."""
    parts = (
        (_("Risks"), list(_risks(read)), ""),
        (_("Options"), list(alternatives(read)), "alternatives"),
        (_("Hearing"), [*written(read, "hearing"), *hearings(read)], "hearing"),
        (_("Next process"), list(written(read, "process")), "process"),
    )
    return [
        {"label": label, "blocks": blocks}
        for label, blocks, part in parts
        if blocks and not (part and _is_in_case(read, part))
    ]


def _risks(read: Read) -> Iterator[Block]:
    rows = [[one["text"], one["action"]] for one in read["composition"]["risks"]]
    yield from table_block(_("Risks, and what is done about them"), [_("Risk"), _("What is done")], rows)


def _is_in_case(read: Read, part: str) -> bool:
    return any(heading["part"] == part for heading in read["composition"]["headings"])
