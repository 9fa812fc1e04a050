"""Two towns with a row in every screen. All of Aarhus has a word in its name that København's people never meet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib import admin
from django.db import models
from django.test import Client

from budgets.models import AccountRule, FundingSource, LineRelation, StatedTotal, Transfer
from indicators.models import ContextFigure, IndicatorInitiative, IndicatorObjective, Instrument
from initiatives.models import (
    Activity,
    Event,
    EventInitiative,
    FollowUpMeasure,
    InitiativeTargetGroup,
    Method,
    MethodUse,
)
from organisation import writing
from organisation.access import Role
from organisation.models import ImportBatch, Membership, User
from portfolio.extracts.models import FinanceExtract
from portfolio.extracts.recognising import read_extract
from portfolio.plans.models import PlanDraft
from portfolio.plans.reading import read_pasted_plan
from portfolio.plans.understanding import understand_plan
from portfolio.reports.models import CaseTemplate, RecommendationSentence, Report, SavedComposition
from portfolio.sheets.reading import read_pasted
from tests import factories
from tests.cast import Cast, Town, make_cast

SECRET = "Brabrand"


@dataclass
class Rows:
    """One row of each kind in a town, by the name of its model."""

    town: Town
    of: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        # Not `self.of`: a copy is asked for names before it has its fields.
        try:
            return self.__dict__["of"][name]
        except KeyError:
            raise AttributeError(name) from None


def _strategy_rows(town: Town, word: str) -> dict[str, Any]:
    home, ada = town.municipality, town.administrator
    document = factories.document(home, f"Notat om {word}")
    strategy = factories.strategy(home, f"Strategi for {word}", by=ada, document=document, committee=town.committee)
    objective = factories.objective(strategy, f"Mål for {word}")
    group = factories.target_group(home, f"Borgere i {word}")
    heading = factories.heading(home, 1, f"Baggrund i {word}")
    factories.heading(home, 2, f"Indhold i {word}")
    initiative = factories.initiative(home, f"Indsats i {word}", by=ada, strategy=strategy, period_text="2017-2018")
    draft = factories.initiative(home, f"Kladde i {word}")
    factories.under(initiative, objective)
    factories.text(initiative, heading, f"Om {word}.")
    factories.owner(initiative, body=town.department)
    writing.save(InitiativeTargetGroup(municipality=home, initiative=initiative, target_group=group), by=ada)
    activity = writing.save(Activity(municipality=home, initiative=initiative, title=f"Møde i {word}"), by=ada)
    return {
        "document": document,
        "strategy": strategy,
        "objective": objective,
        "targetgroup": group,
        "heading": heading,
        "initiative": initiative,
        "draft": draft,
        "activity": activity,
    }


def _event_rows(town: Town, word: str, initiative: Any) -> dict[str, Any]:
    home, ada = town.municipality, town.administrator
    with writing.one_act(f"act-{home.code}"):
        event = writing.save(
            Event(municipality=home, reference="moede", kind="decision", title=f"Beslutning om {word}"), by=ada
        )
    writing.save(EventInitiative(municipality=home, event=event, initiative=initiative), by=ada)
    measure = FollowUpMeasure(
        municipality=home, reference="maaling", initiative=initiative, title=f"Opfølgning i {word}", kind="count"
    )
    carl = town[Role.CASEWORKER]
    return {
        "event": event,
        "followupmeasure": writing.save(measure, by=ada),
        "statusupdate": factories.status_update(initiative, carl, text=f"Status i {word}"),
        "approved_update": factories.status_update(initiative, carl, approved_by=ada, as_of=date(2018, 3, 1)),
    }


def _budget_rows(town: Town, word: str, initiative: Any) -> dict[str, Any]:
    home, ada = town.municipality, town.administrator
    line = factories.line(home, initiative, name=f"Løn i {word}", by=ada)
    other = factories.line(home, name=f"Drift i {word}", by=ada)
    source = FundingSource(
        municipality=home, reference="pulje", name=f"Pulje i {word}", kind="local_pool", value_state="not_stated"
    )
    source = writing.save(source, by=ada)
    writing.save(LineRelation(municipality=home, line=line, kind="financed_by", funding_source=source), by=ada)
    transfer = Transfer(
        municipality=home, from_line=line, to_line=other, year=2018, amount_ore=100, decision_state="proposed"
    )
    total = StatedTotal(
        municipality=home, reference="i-alt", label=f"I alt i {word}", line=line, unit="kr", value_state="value",
        amount_ore=100, raw="1",
    )  # fmt: skip
    return {
        "budgetline": line,
        "other_line": other,
        "entry": factories.entry(line, 2000),
        "posted": factories.entry(line, 1000, by=ada),
        "statement": factories.statement(line, 3000),
        "fundingsource": source,
        "transfer": writing.save(transfer, by=ada),
        "statedtotal": writing.save(total, by=ada),
        "bodybudget": factories.body_budget(town.committee, 4_000_000),
        "posted_body_budget": factories.body_budget(town.committee, 5_000_000, by=ada),
    }


def _indicator_rows(town: Town, word: str, initiative: Any, objective: Any) -> dict[str, Any]:
    home, ada = town.municipality, town.administrator
    indicator = factories.indicator(home, f"Andel i {word}", by=ada)
    writing.save(IndicatorInitiative(municipality=home, indicator=indicator, initiative=initiative), by=ada)
    writing.save(IndicatorObjective(municipality=home, indicator=indicator, objective=objective), by=ada)
    figure = ContextFigure(municipality=home, reference="tal", label=f"Tal om {word}", unit="count", value=7, raw="7")
    return {
        "indicator": indicator,
        "measurement": factories.measurement(indicator, 45),
        "approved_measurement": factories.measurement(indicator, 43, by=ada, effective_text="2018"),
        "target": factories.target(indicator, 40),
        "contextfigure": writing.save(figure, by=ada),
    }


def make_rows(town: Town, word: str) -> Rows:
    home, ada = town.municipality, town.administrator
    rows = _strategy_rows(town, word)
    rows |= _event_rows(town, word, rows["initiative"])
    rows |= _budget_rows(town, word, rows["initiative"])
    rows |= _indicator_rows(town, word, rows["initiative"], rows["objective"])
    report = Report(
        municipality=home, reference="r1", title=f"Rapport om {word}", as_of=date(2018, 6, 1), created_by=ada
    )
    batch = ImportBatch(municipality=home, filename=f"{word}.xlsx", sha256="0" * 64, created_by=ada)
    text = f"Plan for {word}\nTilsyn i {word}\n1. Baggrund\nDerfor i {word}.\nEn til\n1. Baggrund\nNej."
    content = understand_plan(read_pasted_plan(text)).as_json()
    plan = PlanDraft(
        municipality=home, reference="1", title=f"Plan for {word}", sha256="1" * 64, plan_content=content,
        created_by=ada,
    )  # fmt: skip
    sentence = RecommendationSentence(municipality=home, text=f"{word} tages til efterretning")
    table, terms = read_extract(read_pasted(f"Konto\tTekst\tBeløb\n51\tLøn i {word}\t5,00"), date(2018, 6, 1))
    extract = FinanceExtract(
        municipality=home, reference="1", filename=f"{word}.csv", sha256="2" * 64, read_rows=table.as_json(),
        terms=terms.as_json(), created_by=ada,
    )  # fmt: skip
    rule = AccountRule(municipality=home, field="account", pattern=f"99{word}", line=rows["budgetline"])
    rows |= {
        "casetemplate": writing.save(CaseTemplate(municipality=home, name=f"Sager i {word}"), by=ada),
        "recommendationsentence": writing.save(sentence, by=ada),
        "savedcomposition": writing.save(SavedComposition(municipality=home, name=f"Status i {word}"), by=ada),
        "plan": writing.save(plan, by=ada),
        "extract": writing.save(extract, by=ada),
        "accountrule": writing.save(rule, by=ada),
        "municipality": home,
        "body": town.department,
        "user": town[Role.READER],
        "membership": Membership.objects.get(user=town[Role.READER]),
        "report": writing.save(report, by=ada),
        "importbatch": writing.save(batch, by=ada),
    }
    rows["tableimport"] = factories.table_import(home, ada, rows["importbatch"], name=f"{word}.xlsx")
    return Rows(town, rows)


@dataclass
class World:
    cast: Cast
    ours: Rows
    theirs: Rows
    method: Method
    instrument: Instrument


def make_world() -> World:
    cast = make_cast()
    for person in cast.aarhus.people.values():
        person.name = f"{person.name} fra {SECRET}"
        writing.save(person, by=None)
    for body in (cast.aarhus.department, cast.aarhus.committee):
        body.name = f"{body.name} ({SECRET})"
        writing.save(body, by=None)
    method = writing.save(Method(reference="hf", name="Housing First"), by=cast.operator)
    instrument = writing.save(Instrument(reference="who", name="WHO-5"), by=cast.operator)
    pool = FundingSource(reference="statspulje", name="Statspulje", kind="state_pool", value_state="not_stated")
    writing.save(pool, by=cast.operator)
    ours, theirs = make_rows(cast.koebenhavn, "Valby"), make_rows(cast.aarhus, SECRET)
    for rows in (ours, theirs):
        use = MethodUse(
            municipality=rows.town.municipality, initiative=rows.initiative, method=method, state="in_use",
            note=f"Som i {SECRET}" if rows is theirs else "",
        )  # fmt: skip
        writing.save(use, by=rows.town.administrator)
    return World(cast, ours, theirs, method, instrument)


def screens() -> list[tuple[str, type[models.Model]]]:
    """(name of the address, model) of every screen that is registered."""
    return sorted((f"{model._meta.app_label}_{model._meta.model_name}", model) for model in admin.site._registry)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def form_of(client: Client, address: str) -> dict[str, Any]:
    """What the browser would send if nothing were changed on the screen."""
    answer = client.get(address)
    assert answer.status_code == 200
    form = answer.context["adminform"].form
    data = _values(form)
    for group in answer.context["inline_admin_formsets"]:
        formset = group.formset
        data |= _values(formset.management_form)
        for one in formset.forms:
            data |= _values(one)
    return data


def _values(form: Any) -> dict[str, Any]:
    data = {}
    for bound in form:
        value = bound.value()
        if callable(value):
            value = value()
        if bound.field.widget.input_type == "checkbox" if hasattr(bound.field.widget, "input_type") else False:
            if value:
                data[bound.html_name] = "on"
        elif value is not None:
            data[bound.html_name] = bound.field.widget.format_value(value) if isinstance(value, date) else str(value)
        if bound.field.show_hidden_initial:
            data[bound.html_initial_name] = "" if value is None else str(value)
    return data
