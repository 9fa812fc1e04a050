"""A town with rows of every kind, all of them right: what sweeps over all models look at."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.db import models

from budgets.models import AccountRule, BudgetLine, EntryPart, FundingSource, LineRelation, StatedTotal, Transfer
from indicators.models import ContextFigure, IndicatorInitiative, IndicatorObjective
from initiatives.models import (
    Activity,
    Event,
    EventInitiative,
    FollowUpMeasure,
    Initiative,
    InitiativeTargetGroup,
    Method,
    MethodUse,
    Objective,
    Strategy,
    Suggestion,
)
from organisation import writing
from organisation.models import Absence, ImportBatch, Provenance
from portfolio.dashboards.models import CalendarFeed, SavedView
from portfolio.extracts.models import FinanceExtract
from portfolio.extracts.recognising import read_extract
from portfolio.plans.models import PlanDraft
from portfolio.plans.reading import read_pasted_plan
from portfolio.plans.understanding import understand_plan
from portfolio.reports.models import (
    CaseHeading,
    CaseTemplate,
    Job,
    RecommendationSentence,
    Report,
    ReportScope,
    SavedComposition,
)
from portfolio.sheets.models import RememberedLayout
from portfolio.sheets.reading import read_pasted
from tests import factories
from tests.cast import Town

PDF = b"%PDF-1.7 status"


def furnish(town: Town) -> None:
    """At least one row of every model that belongs to a municipality; all that can be is approved or posted."""
    home, finance, manager = town.municipality, town["finance"], town["manager"]
    strategy = factories.strategy(home, by=manager, committee=town.committee, period_text="2017-2018")
    top = factories.objective(strategy)
    below = factories.objective(strategy, "Flere aktive", parent=top)
    initiative = factories.initiative(home, by=manager, strategy=strategy, period_text="2. kvartal 2017")
    factories.under(initiative, below)
    factories.owner(initiative, town.department)
    line, other = factories.line(home, initiative, by=manager), factories.line(home, by=manager)
    whole = factories.entry(line, 1000, note="")
    for label, ore in (("Løn", 60_000), ("Kørsel", 40_000)):
        part = EntryPart(municipality=home, entry=whole, label=label, value_state="value", amount_ore=ore)
        writing.save(part, by=finance)
    whole.post(by=finance)
    factories.entry(line, -50, by=finance, kind="correction", corrects=whole)
    factories.entry(other, 0, by=finance)
    transfer = Transfer(
        municipality=home, from_line=line, to_line=other, year=2018, amount_ore=10_000, decision_state="adopted"
    )
    writing.save(transfer, by=finance).post(by=finance)
    factories.statement(line, 900, by=finance)
    total = StatedTotal(
        municipality=home, reference="i-alt", label="I alt", line=line, value_state="value", amount_ore=95_000
    )
    writing.save(total, by=finance)
    factories.body_budget(town.committee, by=finance)
    _measure(town, initiative, below)
    factories.status_update(initiative, town["caseworker"], approved_by=manager)
    document = factories.document(home)
    batch = ImportBatch(municipality=home, filename="ark.xlsx", sha256="0" * 64, created_by=manager)
    relation = LineRelation(municipality=home, line=line, kind="financed_by", initiative=initiative)
    source = FundingSource(
        municipality=home, reference="pulje", name="Pulje", kind="local_pool", value_state="not_stated"
    )
    provenance = Provenance(municipality=home, row=initiative, document=document, line="12", mark="stated")
    for row in (batch, relation, source, provenance, *_parts(initiative)):
        writing.save(row, by=manager)
    factories.table_import(home, manager, batch)
    writing.save(RememberedLayout(municipality=home, shape="0" * 32, label="ark.xlsx"), by=manager)
    view = SavedView(municipality=home, user=town["reader"], name="Alt", query="q=x")
    feed = CalendarFeed(municipality=home, user=town["reader"], token_sha256=home.code.rjust(64, "0"))
    for own in (view, feed):
        writing.save(own, by=town["reader"])
    away = Absence(
        municipality=home, user=manager, deputy=finance, starts_on=date(2018, 7, 1), ends_on=date(2018, 7, 21)
    )
    writing.save(away, by=manager)
    writing.save(Suggestion(municipality=home, kind="method", name="ACT", suggested_by=manager), by=manager)
    _report(town, strategy, initiative)
    _plan(town)
    _extract(town, line)


def _parts(initiative: Initiative) -> list[models.Model]:
    """What stands under an initiative."""
    home, group = initiative.municipality, factories.target_group(initiative.municipality)
    method = Method.objects.filter(reference="housing-first").first() or Method(
        reference="housing-first", name="Housing First"
    )
    writing.save(method, by=None)
    factories.text(initiative, factories.heading(home))
    event = Event(
        municipality=home, reference="moede", kind="decision", title="Vedtaget", effective_text="1. juni 2018"
    )
    writing.save(event, by=None)
    return [
        InitiativeTargetGroup(municipality=home, initiative=initiative, target_group=group),
        MethodUse(municipality=home, initiative=initiative, method=method, state="in_use"),
        Activity(municipality=home, initiative=initiative, title="Kaffe", period_text="2018"),
        FollowUpMeasure(municipality=home, initiative=initiative, reference="maal", title="Antal", kind="count"),
        EventInitiative(municipality=home, event=event, initiative=initiative),
        ContextFigure(municipality=home, reference="tal", label="Ældre", unit="count", value=7, initiative=initiative),
    ]


def _measure(town: Town, initiative: Initiative, objective: Objective) -> None:
    indicator = factories.indicator(town.municipality, by=town["manager"], aggregation="ratio")
    # All of a survey stand there before the first is approved: then they are hidden well together.
    waiting = []
    for group, numerator, denominator in (("", 91, 102), ("Kvinder", 90, 100), ("Mænd", 1, 2)):
        share: dict[str, Any] = {
            "subgroup": group,
            "numerator": numerator,
            "denominator": denominator,
            "effective_text": "2017",
        }
        waiting.append(factories.measurement(indicator, 89, **share))
    for measurement in waiting:
        measurement.approve(by=town["manager"])
    factories.target(indicator, 95, by=town["manager"])
    home = town.municipality
    writing.save(IndicatorInitiative(municipality=home, indicator=indicator, initiative=initiative), by=None)
    writing.save(IndicatorObjective(municipality=home, indicator=indicator, objective=objective), by=None)


def _extract(town: Town, line: BudgetLine) -> None:
    content, terms = read_extract(read_pasted("Konto\tBeløb\n51\t5,00"), date(2018, 6, 1))
    extract = FinanceExtract(
        municipality=town.municipality, reference="1", filename="udtraek.csv", sha256="2" * 64,
        read_rows=content.as_json(), terms=terms.as_json(), created_by=town.administrator,
    )  # fmt: skip
    writing.save(extract, by=town.administrator)
    rule = AccountRule(municipality=town.municipality, field="account", pattern="51", line=line)
    writing.save(rule, by=town.administrator)


def _plan(town: Town) -> None:
    content = understand_plan(read_pasted_plan("Plan\nAktiv ven\n1. Baggrund\nFordi.")).as_json()
    plan = PlanDraft(
        municipality=town.municipality, reference="1", title="Plan", sha256="1" * 64, plan_content=content,
        created_by=town.administrator,
    )  # fmt: skip
    writing.save(plan, by=town.administrator)


def _report(town: Town, strategy: Strategy, initiative: Initiative) -> None:
    snapshot = '{"title":"Status"}'
    report = Report(
        municipality=town.municipality,
        reference="status",
        title="Status",
        strategy=strategy,
        committee=town.committee,
        as_of=date(2018, 6, 1),
        created_by=town["caseworker"],
        state="frozen",
        snapshot=snapshot,
        snapshot_sha256=hashlib.sha256(snapshot.encode()).hexdigest(),
        frozen_at=factories.NOON,
        pdf_sha256=hashlib.sha256(PDF).hexdigest(),
    )
    report.pdf.save("status.pdf", ContentFile(PDF), save=False)
    writing.save(report, by=town["caseworker"])
    writing.save(ReportScope(municipality=town.municipality, report=report, initiative=initiative), by=None)
    template = writing.save(CaseTemplate(municipality=town.municipality, name="Vores sager"), by=None)
    heading = CaseHeading(municipality=town.municipality, template=template, label="Resumé", part="summary")
    sentence = RecommendationSentence(municipality=town.municipality, text="rapporten tages til efterretning")
    for row in (heading, sentence, SavedComposition(municipality=town.municipality, name="Kvartal")):
        writing.save(row, by=None)
    job = Job(
        municipality=town.municipality,
        key=f"status-{town.municipality.code}",
        report=report,
        created_by=report.created_by,
    )
    writing.save(job, by=None)
