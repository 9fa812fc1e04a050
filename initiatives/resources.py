"""Columns of sheets of initiatives, their activities and target groups."""

from __future__ import annotations

from initiatives.models import (
    Activity,
    ActivityKind,
    ActivityState,
    Initiative,
    InitiativeKind,
    InitiativeState,
    Strategy,
    TargetGroup,
)
from organisation.resources import (
    Chosen,
    Column,
    HouseResource,
    Referred,
    municipality_column,
    reference_column,
)


class InitiativeResource(HouseResource):
    municipality = municipality_column()
    reference = reference_column()
    code = Column("code", "Kode", "Code", others=["Nr.", "Nummer", "Id", "Lb.nr."])
    title = Column("title", "Indsats", "Initiative", others=["Titel", "Initiativ", "Forslag", "Projekt", "Tiltag"])
    kind = Column("kind", "Type", "Kind", others=["Slags"], widget=Chosen(InitiativeKind))
    state = Column("state", "Tilstand", "State", others=["Status", "Fase"], widget=Chosen(InitiativeState))
    period_text = Column("period_text", "Periode", "Period", others=["Tidsplan", "Tidsramme"])
    parent = Column("parent", "Hører under", "Part of", others=["Overordnet", "Del af"], widget=Referred(Initiative))
    strategy = Column("strategy", "Strategi", "Strategy", widget=Referred(Strategy))
    summary = Column("summary", "Beskrivelse", "Description", others=["Formål", "Indhold"])
    aliases = Column("aliases", "Andre navne", "Other names", others=["Alias"])

    class Meta(HouseResource.Meta):
        model = Initiative
        import_id_fields = ("municipality", "reference")
        fields = (
            "municipality", "reference", "code", "title", "kind", "state", "period_text", "parent", "strategy",
            "summary", "aliases",
        )  # fmt: skip


class ActivityResource(HouseResource):
    municipality = municipality_column()
    initiative = Column("initiative", "Indsats", "Initiative", widget=Referred(Initiative), is_key=True)
    title = Column("title", "Aktivitet", "Activity", others=["Milepæl", "Handling", "Opgave"], is_key=True)
    kind = Column("kind", "Type", "Kind", others=["Slags"], widget=Chosen(ActivityKind))
    state = Column("state", "Tilstand", "State", others=["Status", "Fase"], widget=Chosen(ActivityState))
    period_text = Column("period_text", "Periode", "Period", others=["Tidsplan", "Hvornår"])
    text = Column("text", "Beskrivelse", "Description", others=["Indhold"])
    result = Column("result", "Bemærkning", "Note", others=["Kommentar"])

    class Meta(HouseResource.Meta):
        model = Activity
        import_id_fields = ("municipality", "initiative", "title")
        fields = ("municipality", "initiative", "title", "kind", "state", "period_text", "text", "result")


class TargetGroupResource(HouseResource):
    municipality = municipality_column()
    reference = reference_column()
    name = Column("name", "Målgruppe", "Target group", others=["Målgrupper"])
    parent = Column("parent", "Hører under", "Part of", others=["Overordnet"], widget=Referred(TargetGroup))
    aliases = Column("aliases", "Andre navne", "Other names", others=["Alias"])
    note = Column("note", "Bemærkning", "Note", others=["Note", "Kommentar"])

    class Meta(HouseResource.Meta):
        model = TargetGroup
        import_id_fields = ("municipality", "reference")
        fields = ("municipality", "reference", "name", "parent", "aliases", "note")
