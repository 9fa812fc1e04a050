"""The case: the municipality's headings in its order, each with what is computed and written; none of them empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from portfolio.reports.facts import names_in
from portfolio.reports.printed.footnotes import Footnotes

Read = Mapping[str, Any]
Block = dict[str, Any]


def case_of(read: Read) -> list[dict[str, Any]]:
    """[{part, label, anchor, blocks}]. Summary and recommendation stand first where no heading is for them."""
    headings = [(one["part"], one["label"]) for one in read["composition"]["headings"]]
    named = {part for part, _label in headings}
    first = [("summary", _("Summary")), ("recommendation", _("Recommendation"))]
    wanted = [*(one for one in first if one[0] not in named), *headings]
    found = [
        {"part": part, "label": label, "anchor": f"sag-{number}", "blocks": list(_BLOCKS[part](read, part))}
        for number, (part, label) in enumerate(wanted, start=1)
        if part in _BLOCKS
    ]
    return [one for one in found if one["blocks"]]


def text_block(text: str) -> Iterator[Block]:
    if text.strip():
        yield {"kind": "text", "text": text.strip()}


def list_block(items: list[str], label: str = "") -> Iterator[Block]:
    if items:
        yield {"kind": "list", "items": [{"text": one, "calls": []} for one in items], "label": label}


def table_block(caption: str, header: list[str], rows: list[list[str]]) -> Iterator[Block]:
    """Columns that say nothing in any row are left out."""
    told = [place for place in range(len(header)) if any(row[place] for row in rows)]
    if rows:
        kept = [[row[place] for place in told] for row in rows]
        yield {"kind": "table", "caption": caption, "header": [header[place] for place in told], "rows": kept}


def written(read: Read, part: str) -> Iterator[Block]:
    yield from text_block(read["composition"]["texts"].get(part, ""))


def _summary(read: Read, part: str) -> Iterator[Block]:
    resume = read["content"]["resume"]
    yield from list_block(resume["lines"])
    yield from list_block(resume["attention"], _("Needs attention"))


def _recommendation(read: Read, part: str) -> Iterator[Block]:
    composition = read["composition"]
    sentences = [one.strip() for one in composition["recommendations"] if one.strip()]
    if sentences:
        numbered = [_numbered(composition["numbering"], at, one) for at, one in enumerate(sentences, start=1)]
        yield {"kind": "sentences", "opening": composition["opening"], "items": numbered}


def _sentence(text: str) -> str:
    """“at …” stands before it once, however it was written."""
    return text.removeprefix("at ").removeprefix("At ")


LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


def _numbered(numbering: str, at: int, text: str) -> str:
    return {
        "numbered": f"{at}. at {_sentence(text)}",
        "parenthesis": f"At {at}) {_sentence(text)}",
        "letters": f"{LETTERS[(at - 1) % len(LETTERS)]}) at {_sentence(text)}",
        "plain": f"at {_sentence(text)}",
    }[numbering]


def _case_number(read: Read, part: str) -> Iterator[Block]:
    yield from text_block(read["report"]["case_number"])


def _competence(read: Read, part: str) -> Iterator[Block]:
    yield from text_block(read["composition"]["texts"].get(part, "") or read["report"]["committee_text"])


def _course(read: Read, part: str) -> Iterator[Block]:
    about = read["report"]
    words = [about["case_kind_text"], about["openness_text"]]
    if about["committee_text"] and about["meeting_text"]:
        given = {"committee": about["committee_text"], "day": about["meeting_text"]}
        words.append(_("Before %(committee)s on %(day)s.") % given)
    yield from text_block(" ".join(words))
    yield from written(read, part)


def _effect(read: Read, part: str) -> Iterator[Block]:
    yield from written(read, part)
    notes = Footnotes(f"sag-{part}")
    figures = read["content"]["indicators"]
    items = [{"text": _indicator(one), "calls": notes.cite(one, words=one["source_text"])} for one in figures]
    if items:
        yield {"kind": "list", "items": items, "label": ""}
        yield {"kind": "notes", "notes": notes.lines}


def _indicator(figure: Mapping[str, Any]) -> str:
    given = {
        "name": capfirst(figure["name"]),
        "baseline": figure["baseline_text"],
        "latest": figure["latest_text"],
        "target": figure["target_text"],
        "verdict": figure["verdict_words"],
    }
    if given["verdict"] == given["latest"]:
        return _("%(name)s: baseline %(baseline)s, target %(target)s – %(verdict)s.") % given
    return _("%(name)s: baseline %(baseline)s, latest %(latest)s, target %(target)s – %(verdict)s.") % given


def _economy(read: Read, part: str) -> Iterator[Block]:
    yield from written(read, part)
    yield from list_block(read["content"]["resume"]["money"])


def _alternatives(read: Read, part: str) -> Iterator[Block]:
    yield from alternatives(read)


def alternatives(read: Read) -> Iterator[Block]:
    """What is written of them, and the options that do not stand with a deviation, each with what it is about."""
    yield from written(read, "alternatives")
    found, names = _loose_options(read), names_in(read)
    if any(one["initiative"] for one in found):
        whole, outside = {"": capfirst(_("the case as a whole"))}, _("An initiative outside the report")
        yield from options(found, [(names | whole).get(one["initiative"], outside) for one in found])
    else:
        yield from options(found)


def _loose_options(read: Read) -> list[Mapping[str, Any]]:
    """Those that do not stand with the deviation that they are about."""
    composition = read["composition"]
    deviations = read["content"]["deviations"] if "deviations" in composition["sections"] else ()
    shown = {one["reference"] for one in deviations}
    return [one for one in composition["options"] if one["initiative"] not in shown]


def options(found: list[Mapping[str, Any]], about: Sequence[str] = ()) -> Iterator[Block]:
    """`about` says of each what it concerns, where that does not stand above them."""
    concerns = about or [""] * len(found)
    rows = [[one["title"], of, one["price"], one["text"]] for one, of in zip(found, concerns, strict=True)]
    header = [_("Option"), _("Concerns"), _("Price"), _("What it means")]
    yield from table_block(_("Options with price"), header, rows)


def _hearing(read: Read, part: str) -> Iterator[Block]:
    yield from written(read, part)
    yield from hearings(read)


def hearings(read: Read) -> Iterator[Block]:
    rows = [[one["body"], one["text"]] for one in read["composition"]["hearings"] if one["text"]]
    yield from table_block(_("Answers to the hearing"), [_("Heard"), _("Answer")], rows)


def _history(read: Read, part: str) -> Iterator[Block]:
    yield from written(read, part)
    yield from decided(read)


def decided(read: Read) -> Iterator[Block]:
    """What the committee decided on earlier reports, and what became of it."""
    header = [_("Decided"), _("Decision"), _("What has happened since")]
    rows = [[one["meeting_text"], one["text"], one["since"]] for one in read["earlier"]]
    yield from table_block(_("The committee's earlier decisions"), header, rows)


def _attachments(read: Read, part: str) -> Iterator[Block]:
    own = _("Status report with figures as of %(day)s (follows below)") % {"day": read["content"]["as_of_text"]}
    others = [line.strip() for line in read["composition"]["texts"].get(part, "").splitlines() if line.strip()]
    yield from list_block([own, *others])


_BLOCKS: dict[str, Callable[[Read, str], Iterator[Block]]] = {
    "summary": _summary,
    "recommendation": _recommendation,
    "case_number": _case_number,
    "competence": _competence,
    "course": _course,
    "effect": _effect,
    "economy": _economy,
    "alternatives": _alternatives,
    "hearing": _hearing,
    "history": _history,
    "attachments": _attachments,
    **dict.fromkeys(
        (
            "alternative", "decision", "theme", "core", "problem", "solution", "description", "consequences", "legal",
            "process",
        ),
        written,
    ),
}  # fmt: skip
