from budgets.models.accounts import AccountField, AccountRule
from budgets.models.bodies import BodyBudget
from budgets.models.entries import Coverage, DecisionState, Entry, EntryKind, EntryPart, day_of, hold_lines
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
from budgets.models.statements import StatedTotal, Statement, StatementKind, TotalKind
from budgets.models.transfers import Transfer

__all__ = [
    "AccountField",
    "AccountRule",
    "BodyBudget",
    "BudgetLine",
    "CostKind",
    "Coverage",
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
    "TotalKind",
    "Transfer",
    "UnitOrigin",
    "ValueState",
    "day_of",
    "hold_lines",
]
