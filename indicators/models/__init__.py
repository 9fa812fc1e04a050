from indicators.models.context import ContextFigure
from indicators.models.indicators import (
    Aggregation,
    Better,
    Indicator,
    IndicatorInitiative,
    IndicatorObjective,
    IndicatorUnit,
    Instrument,
)
from indicators.models.values import (
    Break,
    Design,
    Disclosure,
    Measurement,
    Reading,
    Status,
    Target,
    TargetKind,
    TargetOwner,
)

__all__ = [
    "Aggregation",
    "Better",
    "Break",
    "ContextFigure",
    "Design",
    "Disclosure",
    "Indicator",
    "IndicatorInitiative",
    "IndicatorObjective",
    "IndicatorUnit",
    "Instrument",
    "Measurement",
    "Reading",
    "Status",
    "Target",
    "TargetKind",
    "TargetOwner",
]
