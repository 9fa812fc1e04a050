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
from indicators.models.values import Design, Measurement, Reading, Status, Target, TargetKind, TargetOwner

__all__ = [
    "Aggregation",
    "Better",
    "ContextFigure",
    "Design",
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
