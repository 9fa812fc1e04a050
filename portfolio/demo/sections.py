"""What may stand in a demonstration file: the sections, the model of each, and what makes a row the same row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.db import models

from budgets.models import (
    AccountRule,
    BodyBudget,
    BudgetLine,
    Entry,
    EntryPart,
    FundingSource,
    LineInitiative,
    LineRelation,
    StatedTotal,
    Statement,
    Transfer,
)
from indicators.models import (
    ContextFigure,
    Indicator,
    IndicatorInitiative,
    IndicatorObjective,
    Instrument,
    Measurement,
    Target,
)
from initiatives.models import (
    Activity,
    Event,
    EventInitiative,
    FollowUpMeasure,
    Heading,
    Initiative,
    InitiativeObjective,
    InitiativeTargetGroup,
    InitiativeText,
    Involvement,
    Method,
    MethodUse,
    Objective,
    StatusUpdate,
    Strategy,
    TargetGroup,
)
from organisation.models import Body, Document, Membership, Municipality, User


@dataclass(frozen=True)
class Section:
    """`key` are the fields that identify a row; `parent` points at the row it stands under; `short` is what a bare
    word in place of a table means; `words_for` gives the file's word for a field whose name is taken or unclear."""

    model: type[models.Model]
    key: tuple[str, ...]
    parent: str = ""
    short: str = ""
    words_for: Mapping[str, str] = field(default_factory=dict)
    children: Mapping[str, Section] = field(default_factory=dict)

    @property
    def fields_of_words(self) -> dict[str, str]:
        return {word: name for name, word in self.words_for.items()}


LINE = {"line": "budget_line"}  # `line` is the line of the document.

PART = Section(EntryPart, ("entry", "label"), parent="entry")
# Stands under the posted entry that it corrects, in its terms.
CORRECTION = Section(Entry, ("corrects", "note"), parent="corrects", words_for=LINE)
ENTRY = Section(
    Entry,
    ("line", "kind", "year", "period_text", "decision_state", "is_fictional"),
    parent="line",
    words_for=LINE,
    children={"parts": PART, "corrections": CORRECTION},
)
STATEMENT = Section(Statement, ("line", "kind", "year", "as_of"), parent="line", words_for=LINE)
RELATION = Section(
    LineRelation, ("line", "kind", "to_line", "initiative", "funding_source"), parent="line", words_for=LINE
)
MEASUREMENT = Section(Measurement, ("indicator", "subgroup", "effective_text", "is_baseline"), parent="indicator")
TARGET = Section(Target, ("indicator", "kind", "subgroup", "period_text"), parent="indicator")
ACTIVITY = Section(Activity, ("initiative", "title"), parent="initiative")
INVOLVEMENT = Section(Involvement, ("initiative", "role", "body", "user", "words"), parent="initiative")
STATUS = Section(StatusUpdate, ("initiative", "as_of", "author"), parent="initiative")


def _link(model: type[models.Model], parent: str, target: str) -> Section:
    return Section(model, (parent, target), parent=parent, short=target)


# In the order in which they are written: what is pointed at comes first.
SECTIONS: dict[str, Section] = {
    "method": Section(Method, ("reference",)),
    "instrument": Section(Instrument, ("reference",)),
    "municipality": Section(Municipality, ("code",)),
    "document": Section(Document, ("municipality", "reference")),
    "body": Section(Body, ("municipality", "reference")),
    "user": Section(
        User,
        ("email",),
        children={"memberships": Section(Membership, ("municipality", "user", "role"), parent="user")},
    ),
    "strategy": Section(Strategy, ("municipality", "reference")),
    "objective": Section(Objective, ("municipality", "reference")),
    "heading": Section(Heading, ("municipality", "number")),
    "target_group": Section(TargetGroup, ("municipality", "reference")),
    "initiative": Section(
        Initiative,
        ("municipality", "reference"),
        children={
            "objectives": _link(InitiativeObjective, "initiative", "objective"),
            "target_groups": _link(InitiativeTargetGroup, "initiative", "target_group"),
            "methods": _link(MethodUse, "initiative", "method"),
            "involvements": INVOLVEMENT,
            "activities": ACTIVITY,
            "texts": Section(InitiativeText, ("initiative", "heading"), parent="initiative"),
        },
    ),
    "event": Section(
        Event, ("municipality", "reference"), children={"initiatives": _link(EventInitiative, "event", "initiative")}
    ),
    "funding_source": Section(FundingSource, ("municipality", "reference")),
    "budget_line": Section(
        BudgetLine,
        ("municipality", "reference"),
        children={
            "initiatives": _link(LineInitiative, "line", "initiative"),
            "entries": ENTRY,
            "relations": RELATION,
            "statements": STATEMENT,
        },
    ),
    "account_rule": Section(AccountRule, ("municipality", "field", "pattern"), words_for=LINE),
    "stated_total": Section(StatedTotal, ("municipality", "reference"), words_for=LINE),
    "body_budget": Section(BodyBudget, ("body", "year", "as_of")),
    "follow_up": Section(FollowUpMeasure, ("municipality", "reference")),
    "indicator": Section(
        Indicator,
        ("municipality", "reference"),
        children={
            "objectives": _link(IndicatorObjective, "indicator", "objective"),
            "initiatives": _link(IndicatorInitiative, "indicator", "initiative"),
            "measurements": MEASUREMENT,
            "targets": TARGET,
        },
    ),
    "context_figure": Section(ContextFigure, ("municipality", "reference")),
    # What is added to rows that another file holds.
    "entry": ENTRY,
    "transfer": Section(Transfer, ("from_line", "to_line", "year", "amount_ore")),
    "statement": STATEMENT,
    "measurement": MEASUREMENT,
    "target": TARGET,
    "activity": ACTIVITY,
    "involvement": INVOLVEMENT,
    "status_update": STATUS,
}


def all_sections() -> Iterator[Section]:
    """Every section once, what is pointed at before what points."""
    seen: set[type[models.Model]] = set()
    waiting = list(SECTIONS.values())
    while waiting:
        section = waiting.pop(0)
        if section.model not in seen:
            seen.add(section.model)
            yield section
        waiting = [*section.children.values(), *waiting]
