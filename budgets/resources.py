"""Columns of sheets of money. Amounts stand in kroner; a sheet with a column for each year adds them to the lines."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from import_export import widgets

from budgets.models import BudgetLine, DecisionState, Direction, Dranst, Entry, EntryKind, Statement, StatementKind
from organisation.numbers import DanishNumberError, parse_number
from organisation.resources import (
    Chosen,
    Column,
    Day,
    HouseResource,
    Referred,
    municipality_column,
    reference_column,
)


class Kroner(widgets.Widget):  # type: ignore[misc]  # the library has no types
    """Whole øre in the database, kroner in the sheet."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> int | None:
        """Raises ValueError when it is no number, or finer than an øre."""
        if value in (None, ""):
            return None
        number = value if isinstance(value, int | float | Decimal) else _number(str(value))
        ore = Decimal(str(number)).scaleb(2)
        if ore != ore.to_integral_value():
            raise ValueError(str(value))
        return int(ore)

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-2)


def _number(text: str) -> Decimal:
    try:
        return parse_number(text)
    except DanishNumberError as error:
        raise ValueError(str(error)) from error


class Names(widgets.Widget):  # type: ignore[misc]
    """The references of the linked rows, with semicolons between; what is linked is changed apart."""

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return "; ".join(sorted(row.reference for row in value.all())) if value is not None else ""


# As the chart of accounts numbers them.
_DRANST = {
    "1": Dranst.OPERATIONS.value,
    "1 drift": Dranst.OPERATIONS.value,
    "2": Dranst.STATE_REFUND.value,
    "2 statsrefusion": Dranst.STATE_REFUND.value,
    "refusion": Dranst.STATE_REFUND.value,
    "3": Dranst.CONSTRUCTION.value,
    "3 anlaeg": Dranst.CONSTRUCTION.value,
}


class BudgetLineResource(HouseResource):
    municipality = municipality_column()
    reference = reference_column()
    code = Column("code", "Kode", "Code", others=["Nr.", "Nummer", "Id"])
    name = Column("name", "Budgetlinje", "Budget line", others=["Budgetpost", "Post", "Linje"])
    initiatives = Column(
        "initiatives", "Indsats", "Initiative", others=["Initiativ", "Projekt"], widget=Names(), readonly=True
    )
    direction = Column("direction", "Udgift eller indtægt", "Expenditure or income", widget=Chosen(Direction))
    account_string = Column("account_string", "Konto", "Account", others=["Kontostreng", "Funktion", "PSP-element"])
    description = Column("description", "Beskrivelse", "Description", others=["Formål"])
    dranst = Column(
        "dranst", "Drift eller anlæg", "Operation or construction", others=["Dranst"], widget=Chosen(Dranst, _DRANST)
    )

    class Meta(HouseResource.Meta):
        model = BudgetLine
        import_id_fields = ("municipality", "reference")
        fields = (
            "municipality", "reference", "code", "name", "initiatives", "direction", "account_string", "description",
            "dranst",
        )  # fmt: skip


class EntryResource(HouseResource):
    """One row for each line and year or period. The key is the whole of what a cell of a budget is."""

    municipality = municipality_column()
    line = Column("line", "Reference", "Reference", widget=Referred(BudgetLine), is_key=True)
    code = Column("line__code", "Kode", "Code", others=["Nr."], readonly=True)
    name = Column("line__name", "Budgetlinje", "Budget line", others=["Budgetpost", "Post"], readonly=True)
    kind = Column("kind", "Type", "Kind", widget=Chosen(EntryKind), is_key=True)
    decision_state = Column("decision_state", "Beslutning", "Decision", widget=Chosen(DecisionState), is_key=True)
    price_level = Column("price_level", "Prisniveau", "Price level", is_key=True)
    year = Column("year", "År", "Year", others=["Budgetår"], is_key=True)
    period_text = Column("period_text", "Periode", "Period", is_key=True)
    amount = Column("amount_ore", "Beløb i kr.", "Amount in kr.", others=["Beløb", "Budget"], widget=Kroner())
    note = Column("note", "Bemærkning", "Note", others=["Kommentar"])

    class Meta(HouseResource.Meta):
        model = Entry
        import_id_fields = ("municipality", "line", "kind", "decision_state", "price_level", "year", "period_text")
        fields = (
            "municipality", "line", "code", "name", "kind", "decision_state", "price_level", "year", "period_text",
            "amount", "note",
        )  # fmt: skip


class StatementResource(HouseResource):
    """One row for each line; a follow-up has one column for each kind of reading."""

    municipality = municipality_column()
    line = Column("line", "Reference", "Reference", widget=Referred(BudgetLine), is_key=True)
    code = Column("line__code", "Kode", "Code", others=["Nr."], readonly=True)
    name = Column("line__name", "Budgetlinje", "Budget line", others=["Budgetpost", "Post"], readonly=True)
    kind = Column("kind", "Type", "Kind", widget=Chosen(StatementKind), is_key=True)
    year = Column("year", "År", "Year", others=["Regnskabsår"], is_key=True)
    as_of = Column("as_of", "Opgjort pr.", "As of", widget=Day(), is_key=True)
    round = Column("follow_up_round", "Runde", "Round", others=["Opfølgningsrunde"], is_key=True)
    amount = Column("amount_ore", "Beløb i kr.", "Amount in kr.", others=["Beløb"], widget=Kroner())
    note = Column("note", "Bemærkning", "Note", others=["Kommentar"])

    class Meta(HouseResource.Meta):
        model = Statement
        import_id_fields = ("municipality", "line", "kind", "year", "as_of", "round")
        fields = ("municipality", "line", "code", "name", "kind", "year", "as_of", "round", "amount", "note")
