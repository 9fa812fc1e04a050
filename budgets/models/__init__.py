from budgets.models.entries import DecisionState, Entry, EntryKind, EntryPart, Transfer
from budgets.models.lines import (
    BudgetLine,
    CostKind,
    Direction,
    Dranst,
    LineInitiative,
    LineRelation,
    Recurrence,
    RelationKind,
    ServiceFrame,
)
from budgets.models.money import MoneyFact, UnitOrigin, ValueState
from budgets.models.sources import FundingSource, FundingSourceKind
from budgets.models.statements import StatedTotal, Statement, StatementKind

__all__ = [
    "BudgetLine",
    "CostKind",
    "DecisionState",
    "Direction",
    "Dranst",
    "Entry",
    "EntryKind",
    "EntryPart",
    "FundingSource",
    "FundingSourceKind",
    "LineInitiative",
    "LineRelation",
    "MoneyFact",
    "Recurrence",
    "RelationKind",
    "ServiceFrame",
    "StatedTotal",
    "Statement",
    "StatementKind",
    "Transfer",
    "UnitOrigin",
    "ValueState",
]
