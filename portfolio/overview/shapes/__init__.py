"""What a page, a report or a sheet shows: frozen values, made by the overview and read by templates.

- Fields that end in `text`, `words`, `note` or `heading` are for showing: translated, with Danish numbers, never empty
  where something is missing (they then say what). Beside them stand the raw values for charts, classes and tests.
- There are no properties and no lazy strings: a frozen report reads the same names back from JSON.
- `is_fictional` is true when anything that the value shows, however deep, is fictional demonstration data.
- Money in øre, days as `date`, percentages and measured values as `Decimal` in the indicator's own unit.
"""

from portfolio.overview.shapes.facts import Count, Event, Link, Source
from portfolio.overview.shapes.indicators import (
    ContextFigureShown,
    IndicatorFigure,
    ProgressShown,
    Reading,
    SubgroupShown,
    TargetShown,
)
from portfolio.overview.shapes.initiatives import (
    ActivityShown,
    FollowUpMeasureShown,
    HeadingText,
    InitiativeCard,
    InitiativeSheet,
    InvolvedParty,
    InvolvementGroup,
    LightShown,
    MethodShown,
    StatusShown,
    TargetGroupShown,
)
from portfolio.overview.shapes.money import (
    AmountPart,
    BudgetRow,
    BudgetTable,
    Deviation,
    FollowUpRow,
    FollowUpTable,
    FundingSourceShown,
    Money,
    MoneySummary,
    PeriodAmount,
    Relation,
    Sharing,
    SumShown,
    TotalCheck,
)
from portfolio.overview.shapes.strategies import ObjectiveNode, PortfolioOverview, ReportContent, StrategyShown

__all__ = [
    "ActivityShown",
    "AmountPart",
    "BudgetRow",
    "BudgetTable",
    "ContextFigureShown",
    "Count",
    "Deviation",
    "Event",
    "FollowUpMeasureShown",
    "FollowUpRow",
    "FollowUpTable",
    "FundingSourceShown",
    "HeadingText",
    "IndicatorFigure",
    "InitiativeCard",
    "InitiativeSheet",
    "InvolvedParty",
    "InvolvementGroup",
    "LightShown",
    "Link",
    "MethodShown",
    "Money",
    "MoneySummary",
    "ObjectiveNode",
    "PeriodAmount",
    "PortfolioOverview",
    "ProgressShown",
    "Reading",
    "Relation",
    "ReportContent",
    "Sharing",
    "Source",
    "StatusShown",
    "StrategyShown",
    "SubgroupShown",
    "SumShown",
    "TargetGroupShown",
    "TargetShown",
    "TotalCheck",
]
