from initiatives.models.catalogue import Method, TargetGroup
from initiatives.models.decisions import (
    Cadence,
    Event,
    EventInitiative,
    EventKind,
    FollowUpKind,
    FollowUpMeasure,
    Outcome,
)
from initiatives.models.initiatives import (
    Initiative,
    InitiativeKind,
    InitiativeObjective,
    InitiativeState,
    InitiativeTargetGroup,
    MethodUse,
    MethodUseState,
)
from initiatives.models.parts import (
    Activity,
    ActivityKind,
    ActivityState,
    Heading,
    InitiativeText,
    Involvement,
    InvolvementRole,
)
from initiatives.models.status import Light, StatusUpdate, UpdateState
from initiatives.models.strategies import Objective, ObjectiveKind, Strategy, StrategyKind
from initiatives.models.suggestions import Suggestion, SuggestionKind, SuggestionState

__all__ = [
    "Activity",
    "ActivityKind",
    "ActivityState",
    "Cadence",
    "Event",
    "EventInitiative",
    "EventKind",
    "FollowUpKind",
    "FollowUpMeasure",
    "Heading",
    "Initiative",
    "InitiativeKind",
    "InitiativeObjective",
    "InitiativeState",
    "InitiativeTargetGroup",
    "InitiativeText",
    "Involvement",
    "InvolvementRole",
    "Light",
    "Method",
    "MethodUse",
    "MethodUseState",
    "Objective",
    "ObjectiveKind",
    "Outcome",
    "StatusUpdate",
    "Strategy",
    "StrategyKind",
    "Suggestion",
    "SuggestionKind",
    "SuggestionState",
    "TargetGroup",
    "UpdateState",
]
