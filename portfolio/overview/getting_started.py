"""What a new municipality still needs before its first report, in the order in which one makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from budgets.models import BudgetLine, Entry
from indicators.models import Indicator
from initiatives.models import Heading, Initiative, Objective, Strategy
from organisation.models import Action, Body, ChangeRecord, Membership, Municipality
from organisation.models.bodies import BodyKind
from portfolio.overview import shapes
from portfolio.reports.models import CaseTemplate, Report


@dataclass(frozen=True)
class _Step:
    """`rows` of the municipality by which the step is taken, at least `needed` of them."""

    code: str
    title: str | Promise
    why: str | Promise
    rows: Callable[[Municipality], QuerySet[Any]]
    screen: str
    needed: int = 1
    place: str = ""
    is_optional: bool = False


def _committees(home: Municipality) -> QuerySet[Any]:
    return Body.objects.filter(municipality=home, kind=BodyKind.COMMITTEE)


def _settled(home: Municipality) -> QuerySet[Any]:
    """Somebody has chosen headings, made some of the municipality's own, or changed a setting."""
    itself = Municipality.objects.filter(pk=home.pk)
    changed = ChangeRecord.objects.of_row(home).filter(action=Action.CHANGED, by__isnull=False)
    own = CaseTemplate.objects.filter(municipality=home)
    return itself.filter(~Q(agenda_template="") | Exists(changed) | Exists(own))


def _of(model: Any) -> Callable[[Municipality], QuerySet[Any]]:
    return lambda home: model._default_manager.filter(municipality=home)


STEPS = (
    _Step(
        "settings",
        gettext_lazy("Look at the municipality's settings"),
        gettext_lazy("The threshold for small counts, the sign of deviations and the headings of committee cases."),
        _settled,
        "organisation_municipality_change",
    ),
    _Step(
        "logo",
        gettext_lazy("Send the municipality's logo"),
        gettext_lazy("It stands at the top of pages and on the front of reports. It may wait."),
        lambda home: Municipality.objects.filter(pk=home.pk).exclude(logo=""),
        "organisation_municipality_change",
        place="id_logo",
        is_optional=True,
    ),
    _Step(
        "committees",
        gettext_lazy("Enter the committees"),
        gettext_lazy("Those who decide and receive reports, and the departments that work."),
        _committees,
        "organisation_body_add",
    ),
    _Step(
        "people",
        gettext_lazy("Invite your colleagues"),
        gettext_lazy("Each gets a mail with a link. A role says what one may see and change."),
        _of(Membership),
        "people-invite",
        needed=2,
    ),
    _Step(
        "headings",
        gettext_lazy("Choose the headings"),
        gettext_lazy("Those under which your initiatives are described, for example Background and Purpose."),
        _of(Heading),
        "headings",
    ),
    _Step(
        "strategy",
        gettext_lazy("Enter the first strategy"),
        gettext_lazy("A strategy, policy or action plan that the council has adopted."),
        _of(Strategy),
        "initiatives_strategy_add",
    ),
    _Step(
        "objectives",
        gettext_lazy("Enter its objectives, in the document's own words"),
        gettext_lazy("Landmark, track, theme: write the word of each level as the document has it."),
        lambda home: Objective.objects.filter(municipality=home).exclude(level_label=""),
        "initiatives_objective_add",
    ),
    _Step(
        "initiatives",
        gettext_lazy("Enter the first initiative"),
        gettext_lazy("What is done, for whom, by whom and when."),
        _of(Initiative),
        "initiatives_initiative_add",
    ),
    _Step(
        "budget",
        gettext_lazy("Enter the first budget line"),
        gettext_lazy("What is paid for. Its amounts come next."),
        _of(BudgetLine),
        "budgets_budgetline_add",
    ),
    _Step(
        "amounts",
        gettext_lazy("Type the first amounts"),
        gettext_lazy("In the grid of all lines, year by year."),
        _of(Entry),
        "budget-entries",
    ),
    _Step(
        "indicators",
        gettext_lazy("Enter the first indicator"),
        gettext_lazy("What is measured, its baseline and its target."),
        _of(Indicator),
        "indicators_indicator_add",
    ),
    _Step(
        "report",
        gettext_lazy("Make the first report"),
        gettext_lazy("A PDF for the committee, frozen as of a day."),
        _of(Report),
        "reports",
    ),
)


# Pages outside the administration, found by the municipality's code.
OF_OUR_OWN = frozenset({"reports", "headings", "people-invite", "budget-entries"})


def getting_started(municipality: Municipality) -> shapes.GettingStarted:
    """One query a step; all steps, those that are taken too."""
    steps = tuple(_steps(municipality))
    left = tuple(step for step in steps if not step.is_done)
    done, number = len(steps) - len(left), len(steps)
    left_text = ngettext("%(left)d of %(steps)d steps is left:", "%(left)d of %(steps)d steps are left:", len(left))
    return shapes.GettingStarted(
        steps=steps,
        is_done=all(step.is_done or step.is_optional for step in steps),
        text=_("%(done)d of %(steps)d steps are taken") % {"done": done, "steps": number},
        left=left,
        left_text=left_text % {"left": len(left), "steps": number},
        is_nearly_done=3 * done >= 2 * number,
        next_step=next((step for step in steps if not (step.is_done or step.is_optional)), None),
    )


def _steps(municipality: Municipality) -> Iterator[shapes.StartingStep]:
    for step in STEPS:
        number = step.rows(municipality)[: step.needed].count()
        yield shapes.StartingStep(
            code=step.code,
            title=str(step.title),
            why=str(step.why),
            url=_url(step, municipality),
            is_done=number >= step.needed,
            is_optional=step.is_optional,
        )


def _url(step: _Step, municipality: Municipality) -> str:
    if step.code == "objectives":
        return _address_of_objectives(municipality)
    if step.screen in OF_OUR_OWN:
        return reverse(step.screen, args=[municipality.code])
    arguments = [municipality.pk] if step.screen.endswith("_change") else []
    address = reverse(f"admin:{step.screen}", args=arguments)
    return f"{address}#{step.place}" if step.place else address


def _address_of_objectives(municipality: Municipality) -> str:
    """Objectives are written on the page of their strategy; until there is one, it comes first."""
    strategy = Strategy.objects.filter(municipality=municipality).unmerged().current().order_by("pk").first()
    if strategy is None:
        return reverse("admin:initiatives_strategy_add")
    return reverse("strategy-objectives", args=[municipality.code, strategy.reference])
