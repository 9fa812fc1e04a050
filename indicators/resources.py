"""Columns of sheets of indicators, their values and targets."""

from __future__ import annotations

from indicators.models import Better, Indicator, IndicatorUnit, Measurement, Status, Target
from organisation.resources import Chosen, Column, HouseResource, Referred, municipality_column, reference_column


class IndicatorResource(HouseResource):
    municipality = municipality_column()
    reference = reference_column()
    name = Column("name", "Indikator", "Indicator", others=["Nøgletal", "Effektmål"])
    unit = Column("unit", "Måleenhed", "Unit", widget=Chosen(IndicatorUnit))
    better = Column("better", "Retning", "Direction", widget=Chosen(Better))
    population = Column("population", "Population", "Population", others=["Målgruppe"])
    question = Column("question", "Beskrivelse", "Description", others=["Spørgsmål"])
    source = Column("source", "Kilde", "Source", others=["Datakilde", "Undersøgelse"])
    aliases = Column("aliases", "Andre navne", "Other names", others=["Alias"])

    class Meta(HouseResource.Meta):
        model = Indicator
        import_id_fields = ("municipality", "reference")
        fields = (
            "municipality", "reference", "name", "unit", "better", "population", "question", "source", "aliases",
        )  # fmt: skip


class MeasurementResource(HouseResource):
    """One row for each value. Its day is in the words of the source."""

    municipality = municipality_column()
    indicator = Column("indicator", "Reference", "Reference", widget=Referred(Indicator), is_key=True)
    name = Column("indicator__name", "Indikator", "Indicator", others=["Nøgletal"], readonly=True)
    subgroup = Column("subgroup", "Undergruppe", "Subgroup", is_key=True)
    value = Column("value", "Værdi", "Value", others=["Måling", "Resultat"])
    effective_text = Column("effective_text", "Måledato", "Measured on", others=["Målt", "Måletidspunkt"], is_key=True)
    n = Column("n", "Antal svar", "Answers", others=["n", "Besvarelser"])
    status = Column("status", "Status", "Status", widget=Chosen(Status))
    source = Column("source", "Kilde", "Source", others=["Datakilde"])
    note = Column("note", "Bemærkning", "Note", others=["Kommentar"])

    class Meta(HouseResource.Meta):
        model = Measurement
        import_id_fields = ("municipality", "indicator", "subgroup", "effective_text")
        fields = (
            "municipality", "indicator", "name", "subgroup", "value", "effective_text", "n", "status", "source", "note",
        )  # fmt: skip


class TargetResource(HouseResource):
    municipality = municipality_column()
    indicator = Column("indicator", "Reference", "Reference", widget=Referred(Indicator), is_key=True)
    name = Column("indicator__name", "Indikator", "Indicator", others=["Nøgletal"], readonly=True)
    subgroup = Column("subgroup", "Undergruppe", "Subgroup", is_key=True)
    value = Column("value", "Måltal", "Target", others=["Mål", "Målsætning"])
    period_text = Column("period_text", "Måldato", "Target date", others=["Målår"], is_key=True)
    note = Column("note", "Bemærkning", "Note", others=["Kommentar"])

    class Meta(HouseResource.Meta):
        model = Target
        import_id_fields = ("municipality", "indicator", "subgroup", "period_text")
        fields = ("municipality", "indicator", "name", "subgroup", "value", "period_text", "note")
