"""The database itself lets no row point into another municipality."""

from __future__ import annotations

from django.db import models

from budgets.models import Entry, EntryPart, LineInitiative, LineRelation, StatedTotal, Statement, Transfer
from indicators.models import IndicatorInitiative, IndicatorObjective, Measurement, Target
from initiatives.models import InitiativeObjective, Involvement
from organisation import triggers, writing
from organisation.models import ChangeRecord, Membership
from organisation.tenancy import tenant_models, tenant_relations
from portfolio.reports.models import Report, ReportScope
from tests import factories
from tests.cast import Cast, Town
from tests.refusing import change, overwrite, refused

# --- Borders --------------------------------------------------------------------------------------------------------


def rows_of(town: Town) -> dict[type[models.Model], models.Model]:
    """One row of every model that money or access hangs on, all inside the town."""
    home, people = town.municipality, town.people
    strategy = factories.strategy(home, committee=town.committee)
    objective, initiative = factories.objective(strategy), factories.initiative(home, strategy=strategy)
    line, other, indicator = factories.line(home), factories.line(home), factories.indicator(home)
    whole = factories.entry(line, coverage="line", coverage_line=other)
    correction = factories.entry(line, by=people["finance"])
    made: list[models.Model] = [
        writing.save(row, by=None)
        for row in (
            LineInitiative(municipality=home, line=line, initiative=initiative),
            LineRelation(municipality=home, line=line, kind="financed_by", to_line=other),
            EntryPart(municipality=home, entry=whole, label="Løn", value_state="zero", amount_ore=0),
            Transfer(
                municipality=home, from_line=line, to_line=other, year=2018, amount_ore=1, decision_state="adopted"
            ),
            StatedTotal(
                municipality=home, reference="i-alt", label="I alt", line=line, value_state="zero", amount_ore=0
            ),
            InitiativeObjective(municipality=home, initiative=initiative, objective=objective),
            IndicatorObjective(municipality=home, indicator=indicator, objective=objective),
            IndicatorInitiative(municipality=home, indicator=indicator, initiative=initiative),
            Involvement(municipality=home, initiative=initiative, role="owner", body=town.department),
        )
    ]
    report = Report(
        municipality=home,
        reference="rapport",
        title="Status",
        strategy=strategy,
        committee=town.committee,
        as_of=factories.NOON.date(),
        created_by=town.administrator,
    )
    writing.save(report, by=None)
    scope = writing.save(ReportScope(municipality=home, report=report, initiative=initiative), by=None)
    measured = [factories.measurement(indicator, 45), factories.target(indicator, 40)]
    readings = [whole, correction, factories.statement(line), *measured, report, scope]
    memberships = list(Membership.objects.filter(municipality=home, body=town.department))
    return {type(row): row for row in [*made, *reversed(readings), *memberships]}


BORDERS: list[tuple[type[models.Model], str]] = [
    (LineInitiative, "line"),
    (LineInitiative, "initiative"),
    (LineRelation, "line"),
    (LineRelation, "to_line"),
    (Entry, "line"),
    (Entry, "coverage_line"),
    (EntryPart, "entry"),
    (Transfer, "from_line"),
    (Transfer, "to_line"),
    (Statement, "line"),
    (StatedTotal, "line"),
    (InitiativeObjective, "initiative"),
    (InitiativeObjective, "objective"),
    (IndicatorObjective, "indicator"),
    (IndicatorObjective, "objective"),
    (IndicatorInitiative, "indicator"),
    (IndicatorInitiative, "initiative"),
    (Measurement, "indicator"),
    (Target, "indicator"),
    (Involvement, "initiative"),
    (Involvement, "body"),
    (Membership, "body"),
    (ReportScope, "report"),
    (ReportScope, "initiative"),
    (Report, "strategy"),
    (Report, "committee"),
]


def test_no_row_points_across_the_border(cast: Cast) -> None:
    here, there = rows_of(cast.koebenhavn), rows_of(cast.aarhus)
    for model, field in BORDERS:
        row, stranger = here[model], getattr(there[model], f"{field}_id")
        assert stranger, (model, field)
        with refused("other_municipality"):
            change(row, **{f"{field}_id": stranger})
        setattr(row, f"{field}_id", stranger)
        with refused("other_municipality"):
            overwrite(row)
        row.pk = None
        with refused("other_municipality"):
            model._base_manager.bulk_create([row])
        here[model] = model._base_manager.filter(municipality=cast.koebenhavn.municipality)[0]


def test_no_row_moves_to_another_municipality(cast: Cast) -> None:
    aarhus = cast.aarhus.municipality
    for model, row in rows_of(cast.koebenhavn).items():
        with refused("(fixed|other)_municipality"):
            change(row, municipality=aarhus)
        assert model._base_manager.filter(pk=row.pk).exclude(municipality=aarhus).exists()


def test_a_row_with_children_does_not_become_national(cast: Cast) -> None:
    with refused("fixed_municipality"):
        change(cast.koebenhavn.department, municipality=None, kind="national_partner")


def test_everybody_may_point_at_a_national_body(cast: Cast) -> None:
    national = factories.body(None, "Socialstyrelsen", "national_partner")
    for town in (cast.koebenhavn, cast.aarhus):
        initiative = factories.initiative(town.municipality)
        assert factories.owner(initiative, national).body == national


def test_a_national_body_is_not_part_of_a_municipal_one(cast: Cast) -> None:
    national = factories.body(None, "Socialstyrelsen", "national_partner")
    with refused("other_municipality"):
        change(national, parent=cast.koebenhavn.department)


def test_a_row_cannot_come_before_what_it_points_at(cast: Cast) -> None:
    """Otherwise a foreign key, checked at the end of the transaction, would let the other row come from anywhere."""
    line = factories.line(cast.koebenhavn.municipality)
    ahead = LineInitiative(municipality=cast.koebenhavn.municipality, line=line, initiative_id=987_654)
    with refused("other_municipality"):
        LineInitiative._base_manager.bulk_create([ahead])


def test_every_relation_between_tenants_has_its_rule() -> None:
    rules = {(rule.table, rule.event): rule for rule in triggers.all_rules() if rule.code == "other_municipality"}
    fixed = {rule.table for rule in triggers.all_rules() if rule.code == "fixed_municipality"}
    for model in tenant_models():
        if model is ChangeRecord:
            continue
        assert model._meta.db_table in fixed
        for field in tenant_relations(model):
            for event in (triggers.INSERT, triggers.UPDATE):
                assert f"NEW.{field.column} IS NOT NULL" in rules[model._meta.db_table, event].condition
