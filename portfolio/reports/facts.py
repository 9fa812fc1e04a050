"""All that a report says, fact by fact, read from its snapshot: what two versions of it are compared by.

What has a name in the report has it here too; the rest is read as it stands, so that nothing printed is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from portfolio.reports.composition import ALWAYS, StatusPart
from portfolio.reports.models import CasePart
from portfolio.reports.printed.columns import prints_planning

Fact = tuple[str, str]
Read = Mapping[str, Any]
Sections = Container[str]
LONGEST_NAME = 90
NAMES = ("title", "name", "label", "caption", "heading", "first", "body", "text")
OF_NODE = ("title", "label", "text", "summary", "kind_words", "period_text", "committee_text", "missing")
# Not printed: addresses and marks for programs, the same amount once more, and what is told apart from its row.
UNPRINTED = frozenset({
    "anchor", "url", "reference", "code", "key", "kind", "state", "unit", "mark", "full_text", "sources", "picture",
    "pictures", "children", "initiatives", "made_of", "statuses", "definition", "progress",
})  # fmt: skip
# What a sheet prints of each of its parts.
OF_SHEET = {
    "involvements": ("role_words", "parties"),
    "target_groups": ("name",),
    "methods": ("name", "state_words"),
    "activities": ("title", "text", "result", "state_words", "period_text"),
    "follow_up_measures": ("title", "kind_words", "cadence_words", "recipient_text", "period_text"),
    "events": ("title", "kind_words", "body_text", "date_text", "outcome_words", "outcome_text", "sent_on_text"),
    "funding_sources": ("name", "kind_words", "giver", "amount", "note"),
    "context_figures": ("label", "text", "date_text", "geography", "source_text"),
}


def names_in(read: Read) -> dict[str, str]:
    """What each initiative of the report is called, by its reference."""
    cards = [sheet["card"] for sheet in read["content"]["sheets"]]
    return {card["reference"]: f"{card['code']} {card['title']}".strip() for card in cards}


def facts(read: Read, names: Mapping[str, str]) -> dict[str, str]:
    """By a name that is its own in the report: what has the same name as another is numbered.

    Initiatives that `names` does not hold are left out; the others are called as it says.
    """
    found: dict[str, str] = {}
    met: Counter[str] = Counter()
    for name, text in _facts(read, names):
        met[name] += 1
        found[f"{name} ({met[name]})" if met[name] > 1 else name] = text
    return found


def _facts(read: Read, names: Mapping[str, str]) -> Iterator[Fact]:
    yield from _of_the_case(read, names)
    content, sections = read["content"], read.get("composition", {}).get("sections", StatusPart)
    resume = content.get("resume", {})
    for number, line in enumerate([*resume.get("lines", ()), *resume.get("attention", ())], start=1):
        yield _("Summary, line %(number)d") % {"number": number}, line
    yield from _of_initiatives(content, sections, names)
    yield from _of_indicators(read, sections)
    if StatusPart.ECONOMY in sections:
        yield from _of_economy(content)
    if StatusPart.OBJECTIVES in sections:
        yield from rows(_("Strategies and objectives"), _flat(content.get("strategies", ())))
    if StatusPart.DEFINITIONS in sections:
        yield from rows(_("Definitions of the indicators"), content.get("definitions", ()))
    if StatusPart.METHOD in sections:
        yield from rows(_("Sources"), (_only(one, ("label", "note")) for one in content.get("sources", ())))
        yield from rows(_("How the figures are made"), content.get("notes", ()))


def _of_initiatives(content: Read, sections: Sections, names: Mapping[str, str]) -> Iterator[Fact]:
    titled = _titled(content, sections)
    for sheet in content["sheets"]:
        card = sheet["card"]
        if card["reference"] in names and card["reference"] in titled:
            yield f"{names[card['reference']]}: {_('Title')}", f"{card['code']} {card['title']}".strip()
    for table in content.get("tables", ()) if StatusPart.OVERVIEW in sections else ():
        yield from _of_overview(table, names, is_alone=StatusPart.SHEETS not in sections)
    for one in content.get("deviations", ()) if StatusPart.DEVIATIONS in sections else ():
        if one["reference"] in names:
            yield f"{_('Deviations')}: {names[one['reference']]}", "; ".join(words_in({**one, "title": ""}))
    for sheet in content["sheets"] if StatusPart.SHEETS in sections else ():
        if sheet["card"]["reference"] in names:
            yield from _of_card(names[sheet["card"]["reference"]], sheet)
            yield from _of_sheet(names[sheet["card"]["reference"]], sheet)


def _titled(content: Read, sections: Sections) -> set[str]:
    """The initiatives whose title a section prints. The tables of the economy have it in the name of each row."""
    if StatusPart.OVERVIEW in sections or StatusPart.SHEETS in sections:
        return {sheet["card"]["reference"] for sheet in content["sheets"]}
    deviations = content.get("deviations", ()) if StatusPart.DEVIATIONS in sections else ()
    served = _served(content.get("strategies", ())) if StatusPart.OBJECTIVES in sections else ()
    return {one["reference"] for one in [*deviations, *served]}


def _served(nodes: Iterable[Read]) -> Iterator[Read]:
    """The initiatives under each objective. Those under none stand with the strategy, and are not printed there."""
    for node in nodes:
        yield from () if "objectives" in node else node.get("initiatives", ())
        yield from _served(node.get("objectives", node.get("children", ())))


def _of_indicators(read: Read, sections: Sections) -> Iterator[Fact]:
    content = read["content"]
    whole = StatusPart.INDICATORS in sections
    sheets = content["sheets"] if StatusPart.SHEETS in sections else ()
    with_sheets = {one["reference"] for sheet in sheets for one in sheet.get("indicators", ())}
    headings = {heading["part"] for heading in read.get("composition", {}).get("headings", ())}
    for figure in content["indicators"]:
        if whole or figure["reference"] in with_sheets:
            yield from _of_indicator(figure)
        elif CasePart.EFFECT in headings:
            yield from _in_short(figure)
    if whole:
        yield from rows(
            _("Context"), (_only(one, OF_SHEET["context_figures"]) for one in content.get("context_figures", ()))
        )


def _only(row: Read, keys: Iterable[str]) -> Read:
    return {key: row[key] for key in keys if row.get(key)}


def words_in(value: Any) -> Iterator[str]:
    """What is printed of a part of the snapshot, in an order of its own."""
    if isinstance(value, str):
        if value.strip():
            yield value.strip()
    elif isinstance(value, Mapping):
        for name in sorted(value.keys() - UNPRINTED):
            yield from words_in(value[name])
    elif isinstance(value, list | tuple):
        for one in value:
            yield from words_in(one)


def rows(about: str, found: Iterable[Any]) -> Iterator[Fact]:
    """Each row under what it is called, with all that is said of it."""
    for row in found:
        words = list(dict.fromkeys(words_in(row)))
        if words:
            names = [row[key] for key in NAMES if row.get(key)] if isinstance(row, Mapping) else words
            name = next((one for one in names if isinstance(one, str)), words[0])
            yield f"{about}: {Truncator(capfirst(name)).chars(LONGEST_NAME)}", "; ".join(words)


def _flat(nodes: Iterable[Read]) -> Iterator[Read]:
    """A strategy, and the objectives under it, each without those under it."""
    for node in nodes:
        yield {name: value for name, value in node.items() if name in OF_NODE}
        yield from _flat(node.get("objectives", node.get("children", ())))


def _of_the_case(read: Read, names: Mapping[str, str]) -> Iterator[Fact]:
    about, composition = read["report"], read.get("composition", {})
    for key, label in (
        ("title", _("Title")),
        ("committee_text", _("Committee")),
        ("meeting_text", _("Meeting")),
        ("case_number", _("Case number")),
        ("scope_text", _("Scope")),
        ("known_text", _("As known on")),
        ("previous_text", _("Previous status")),
    ):
        yield label, about.get(key, "")
    yield _("Item"), " ".join((about.get("case_kind_text", ""), about.get("openness_text", ""))).strip()
    yield _("Figures as of"), read["content"]["as_of_text"]
    yield from _of_composition(composition)
    yield from _of_what_comes(read, names)


def _of_composition(composition: Read) -> Iterator[Fact]:
    yield _("Cover text"), composition.get("cover", "")
    yield _("Opening of the recommendation"), composition.get("opening", "")
    for number, sentence in enumerate(composition.get("recommendations", ()), start=1):
        yield _("Recommendation, sentence %(number)d") % {"number": number}, sentence
    headings = composition.get("headings", ())
    yield _("Headings of the case"), ", ".join(heading["label"] for heading in headings)
    labels = {heading["part"]: heading["label"] for heading in headings}
    if StatusPart.OUTLOOK in composition.get("sections", StatusPart):
        labels = {part.value: capfirst(str(part.label)) for part in ALWAYS} | labels
    for part, text in composition.get("texts", {}).items():
        # What was written under a heading that is not chosen is kept, and printed nowhere.
        if part in labels:
            yield labels[part], text


def _of_what_comes(read: Read, names: Mapping[str, str]) -> Iterator[Fact]:
    """What was written of deviations, decisions, options, risks and hearings, as far as a section prints it."""
    composition = read.get("composition", {})
    sections = composition.get("sections", StatusPart)
    parts = {heading["part"] for heading in composition.get("headings", ())}
    deviations = read["content"].get("deviations", ()) if StatusPart.DEVIATIONS in sections else ()
    shown = {one["reference"] for one in deviations}
    for reference, text in composition.get("consequences", {}).items():
        if reference in shown and reference in names:
            yield f"{names[reference]}: {_('Consequence for the target group')}", text
    follows = StatusPart.FOLLOW_UP in sections or CasePart.HISTORY in parts
    # The last decision stands in the opening, whatever is chosen.
    yield from rows(_("Earlier decisions"), read.get("earlier", ())[: None if follows else 1])
    comes, own = StatusPart.OUTLOOK in sections, {**names_in(read), **names}
    for one in composition.get("options", ()):
        if comes or CasePart.ALTERNATIVES in parts or one["initiative"] in shown:
            # Called by its name: the reference is printed nowhere.
            about = one["initiative"]
            outside = _("An initiative outside the report") if about else ""
            yield from rows(_("Option"), [{**one, "initiative": own.get(about, outside)}])
    yield from rows(_("Risk"), composition.get("risks", ()) if comes else ())
    yield from rows(_("Hearing"), composition.get("hearings", ()) if comes or CasePart.HEARING in parts else ())


def _of_overview(table: Read, names: Mapping[str, str], *, is_alone: bool) -> Iterator[Fact]:
    """`is_alone`: no sheets are printed, which tell some of it in more words."""
    for row in table["rows"]:
        name = names.get(row["reference"])
        if name is None:
            continue
        if is_alone:
            yield f"{name}: {_('Objectives')}", "; ".join(one["title"] for one in row.get("objectives", ()))
            status = row.get("status")
            yield f"{name}: {_('Status')}", status["worst"]["word"] if status else row.get("status_text", "")
        yield f"{name}: {_('Owner')}", row.get("owner_text", "")
        yield f"{name}: {_('Since the previous status')}", row["move"]["words"]
        yield f"{name}: {_('Age of the status')}", row["age_text"]
        yield f"{name}: {_('Next milestone')}", row["milestone_text"]
        said = (row.get("deviation_text", ""), row.get("deviation_covered", ""))
        yield f"{name}: {table.get('deviation_heading') or _('Deviation')}", ", ".join(part for part in said if part)


def _of_sheet(name: str, sheet: Read) -> Iterator[Fact]:
    for heading in sheet["headings"]:
        if not heading["is_missing"]:
            yield f"{name}: {heading['label']}", heading["text"]
    funding = [{**one, "amount": one["money"]["full_text"]} for one in sheet.get("funding_sources", ())]
    for key, label in (
        ("involvements", _("Who does what")),
        ("target_groups", _("Target groups")),
        ("methods", _("Methods")),
        ("activities", _("Activities")),
        ("follow_up_measures", _("Follow-up")),
        ("events", _("Decisions and events")),
        ("funding_sources", _("Funding")),
        ("context_figures", _("Context")),
    ):
        found = funding if key == "funding_sources" else sheet.get(key, ())
        yield from rows(f"{name}: {label}", (_only(one, OF_SHEET[key]) for one in found))
    yield from rows(f"{name}: {_('What the sources do not say')}", sheet.get("missing", ()))
    for table in sheet.get("budget_tables", ()):
        yield from _of_budget(name, table)
    for table in sheet["follow_up"]:
        about = f"{name}, {table['year']}"
        for row in table["rows"]:
            here = f"{about}: {row['code'] or row['name']}"
            yield from _of_follow_up(here, row)
            yield from rows(here, [row.get("actual_note", ""), *row.get("changes", ()), *row.get("notes", ())])
        if table["total"]:
            yield from _of_follow_up(f"{about}: {table['total']['name']}", table["total"])
        yield from _of_coverage(about, table)
        yield from rows(about, [*_of_checks(table), *table.get("notes", ())])


def _of_card(name: str, sheet: Read) -> Iterator[Fact]:
    card = sheet["card"]
    status = card["status"]
    parent, strategy = card.get("parent"), card.get("strategy")
    lights = status["lights"] if status else ()
    printed_title, has_tables = sheet.get("printed_title", ""), sheet.get("budget_tables") or sheet["follow_up"]
    for label, text in (
        (_("Printed title"), "" if printed_title == card["title"] else printed_title),
        (_("Summary"), sheet.get("summary", "")),
        (_("Kind"), card.get("kind_words", "")),
        (_("State"), f"{card['state_words']}. {card.get('state_note', '')}".strip(". ")),
        (_("Period"), card.get("period_text", "")),
        (_("Strategy"), strategy["title"] if strategy else ""),
        (_("Part of"), parent["title"] if parent else ""),
        (_("Objectives"), "; ".join(one["title"] for one in card.get("objectives", ()))),
        (_("Status"), "; ".join(f"{one['aspect_words']}: {one['word']}" for one in lights) or card["status_text"]),
        (_("Status as of"), status["as_of_text"] if status else ""),
        (_("Status in words"), " ".join(status[key] for key in ("text", "reason", "action")) if status else ""),
        (_("Economy"), "" if has_tables else card["money"]["text"]),
    ):
        yield f"{name}: {label}", text.strip()


def _of_budget(name: str, table: Read) -> Iterator[Fact]:
    about = f"{name}: {table['caption']}"
    for row in table["rows"]:
        here = f"{about}: {row['code']} {row['name']}".rstrip()
        for year, money in zip(table["years"], row["cells"], strict=False):
            yield f"{here}, {year}", money["text"]
        yield f"{here}, {_('Total')}", row["total"]["text"]
        yield from rows(here, _of_line(row))
    yield f"{about}, {table['price_level_text']}: {_('Total')}", table["total"]["text"]
    yield from rows(about, [*_of_checks(table), *table.get("notes", ())])


def _of_line(row: Read) -> Iterator[str]:
    for one in row.get("undistributed", ()):
        yield f"{one['period_text']}: {one['money']['text']}"
    if row.get("stated_total"):
        yield f"{_('Stated total')}: {row['stated_total']['text']}"
    for one in row.get("parts", ()):
        yield f"{_('of which')} {one['label']}: {one['money']['full_text']}"
    yield from (one["text"] for one in row.get("relations", ()))
    if row.get("sharing"):
        yield row["sharing"]["text"]
    yield from row.get("notes", ())


def _of_checks(table: Read) -> Iterator[str]:
    return (f"{one['label']}: {one['text']}" for one in table.get("checks", ()))


def _of_coverage(name: str, table: Read) -> Iterator[Fact]:
    """Over how many of the lines the sums are."""
    yield f"{name}: {_('Spent')}", table.get("actual_coverage_text", "")
    yield f"{name}: {_('Forecast')}", table.get("forecast_coverage_text", "")


def _of_economy(content: Read) -> Iterator[Fact]:
    for table in content["overview"]["budget_tables"]:
        yield from _of_budget(_("Economy"), table)
    economy = content.get("economy", {})
    for table in economy.get("planning", ()) if prints_planning(content) else ():
        yield from _of_budget(economy.get("planning_heading", ""), table)
    for table in economy.get("tables", ())[:1]:
        for group in [*table.get("rows", ()), *table.get("gross", ()), table["total"]]:
            name = f"{table['heading']}: {group['name']['title']}"
            yield from _of_follow_up(name, group["row"])
            yield f"{name}: {_('Deviation')} %", group["row"]["deviation"]["percent_text"]
        yield from _of_coverage(table["heading"], table)
        said = [table.get("overlap_text", ""), table.get("price_level_text", "")]
        yield from rows(table["caption"], [*said, *table.get("notes", ())])
    yield from rows(_("Pictures"), [one["sentence"] for one in economy.get("pictures", ())])
    bridge = economy.get("bridge")
    if bridge:
        # Each is one sentence, with its amount and its decision.
        yield from rows(bridge["heading"], [step["text"] for step in bridge["steps"]])


def _of_follow_up(name: str, row: Read) -> Iterator[Fact]:
    for key, words in (
        ("original", _("Original budget")),
        ("revised", _("Revised budget")),
        ("actual", _("Spent")),
        ("forecast", _("Forecast")),
    ):
        yield f"{name}: {words}", row[key]["full_text"]
    yield f"{name}: {_('Deviation')}", row["deviation"]["text"]


def _in_short(figure: Read) -> Iterator[Fact]:
    name = capfirst(figure["name"])
    for key, words in (
        ("baseline_text", _("Baseline")),
        ("latest_text", _("Latest")),
        ("target_text", _("Target")),
        ("verdict_words", _("Assessment")),
    ):
        yield f"{name}: {words}", figure.get(key) or ""


def _of_indicator(figure: Read) -> Iterator[Fact]:
    yield from _in_short(figure)
    name = capfirst(figure["name"])
    for key, words in (
        ("verdict_reason", _("Reason")),
        ("change_words", _("Change")),
        ("certainty_text", _("Certainty")),
        ("target_certainty_words", _("Certainty of the target")),
    ):
        yield f"{name}: {words}", figure.get(key) or ""
    for one in figure.get("targets", ()):
        if one["group"] and one["is_own"]:
            yield f"{name}: {_('Target')}, {one['group']}, {one['date_text']}", one["text"]
    yield from _of_picture(name, figure.get("picture") or {})
    yield from rows(name, figure.get("notes", ()))


def _of_picture(name: str, picture: Read) -> Iterator[Fact]:
    """Each value that is drawn, and stands in the table behind the picture: also those between first and last."""
    for point in picture.get("points", ()):
        said = (point["value"]["text"], point["interval_text"], point["note"])
        yield f"{name}: {_('Measured value')}, {point['when']}", "; ".join(one for one in said if one)
