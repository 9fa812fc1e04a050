"""The municipality's rows as lists, each as the reader may see them: the read-only export, and what one sends back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from initiatives.models import (
    Activity,
    Initiative,
    InitiativeText,
    Involvement,
    InvolvementRole,
    Light,
    StatusUpdate,
    TargetGroup,
)
from initiatives.resources import ActivityResource, InitiativeResource, TargetGroupResource
from organisation.models import Body, Municipality, User
from organisation.resources import BodyResource
from portfolio.sheets import shown_only
from portfolio.sheets.writing import lists_of_figures, lists_of_money
from portfolio.sheets.writing.declared import (
    Extra,
    Listed,
    choice,
    fictional_column,
    missing,
    referred,
    yes_or_no,
)
from portfolio.sheets.writing.tables import Column, Kind, Row, Table, Value

Make = Callable[[User, Municipality], Table]


@dataclass(frozen=True)
class SheetList:
    """`about` says in a sentence what the list holds; `slug` names it in its address."""

    key: str
    slug: str
    name: str | Promise
    about: str | Promise
    make: Make


def bodies(user: User, municipality: Municipality) -> Table:
    rows = Body.objects.visible_to(user).filter(municipality=municipality).order_by("sort_key", "pk")
    return Listed("bodies", _now("Organisation"), BodyResource, rows, user, municipality).table()


def target_groups(user: User, municipality: Municipality) -> Table:
    rows = TargetGroup.objects.visible_to(user).filter(municipality=municipality).order_by("sort_key", "pk")
    return Listed("target_groups", _now("Target groups"), TargetGroupResource, rows, user, municipality).table()


def initiatives(
    user: User,
    municipality: Municipality,
    chosen: QuerySet[Initiative] | None = None,
    extra: Sequence[Extra] = (),
) -> Table:
    """`chosen` narrows them; the order is that of the page."""
    asked: Any = Initiative.objects.all() if chosen is None else chosen
    rows = asked.visible_to(user).filter(municipality=municipality).order_by("sort_key", "pk")
    period = [
        Extra(Column(f"period_{end}", "", Kind.DATE, is_for_machines=True), (f"period_{end}",), lambda day: day)
        for end in ("start", "end")
    ]
    owner = Extra(Column("owner", shown_only.OWNER), ("pk",), _owners(user, municipality))
    listed = Listed(
        "initiatives", _now("Initiatives"), InitiativeResource, rows, user, municipality, extra=[owner, *period, *extra]
    )
    return listed.table()


def _owners(user: User, municipality: Municipality) -> Callable[[int], Value]:
    """Who leads each initiative, in words. Asked for once, when the first row is written."""
    found: dict[int, list[str]] = {}
    is_loaded: list[bool] = []

    def load() -> None:
        is_loaded.append(True)
        involved = Involvement.objects.visible_to(user).filter(municipality=municipality, role=InvolvementRole.OWNER)
        for one in involved.select_related("body", "user").order_by("pk"):
            found.setdefault(one.initiative_id, []).append(one.who)

    def say(pk: int) -> Value:
        if not is_loaded:
            load()
        return "; ".join(found.get(pk, ())) or missing()

    return say


def activities(user: User, municipality: Municipality) -> Table:
    rows = Activity.objects.visible_to(user).filter(municipality=municipality)
    rows = rows.order_by("initiative__sort_key", "initiative", "position", "pk")
    name = _now("Activities and milestones")
    return Listed("activities", name, ActivityResource, rows, user, municipality).table()


def texts(user: User, municipality: Municipality) -> Table:
    """What stands under the headings, a row for each."""
    rows = InitiativeText.objects.visible_to(user).filter(municipality=municipality)
    found = rows.order_by("initiative__sort_key", "initiative", "heading__number", "pk").values_list(
        "initiative_id", "initiative__code", "initiative__title", "heading__label", "text", "is_fictional"
    )
    reference = referred(Initiative, user, municipality)

    def read() -> Any:
        for initiative, code, title, heading, text, is_fictional in found.iterator(chunk_size=2_000):
            row: Row = [municipality.code, reference(initiative), code or None, title, heading, text]
            yield [*row, yes_or_no(is_fictional)] if municipality.is_demo else row

    columns = [
        Column("municipality", "Kommunekode"),
        Column("initiative", "Reference"),
        # Not as in the list of initiatives, where a code stands once.
        Column("code", shown_only.CODE),
        Column("title", "Indsats", Kind.LONG_TEXT),
        Column("heading", shown_only.HEADING),
        Column("text", shown_only.TEXT, Kind.LONG_TEXT),
        *([fictional_column()] if municipality.is_demo else []),
    ]
    return Table("texts", _now("Texts under the headings"), tuple(columns), read())


def statuses(user: User, municipality: Municipality) -> Table:
    """Approved updates, the newest first."""
    rows = StatusUpdate.objects.visible_to(user).filter(municipality=municipality, state="approved")
    fields = (
        "initiative_id",
        "initiative__title",
        "as_of",
        "progress_light",
        "economy_light",
        "effect_light",
        "text",
        "reason",
        "action",
    )
    found = rows.order_by("-as_of", "-pk").values_list(*fields, "is_fictional")
    reference, light = referred(Initiative, user, municipality), choice(Light)

    def read() -> Any:
        for initiative, title, as_of, *lights, text, reason, action, is_fictional in found.iterator(chunk_size=2_000):
            row: Row = [
                municipality.code, reference(initiative), title, as_of, *map(light, lights), text or None,
                reason or None, action or None, yes_or_no(is_fictional),
            ]  # fmt: skip
            yield row if municipality.is_demo else row[:-1]

    columns = [
        Column("municipality", "Kommunekode"),
        Column("initiative", "Reference"),
        Column("title", "Indsats", Kind.LONG_TEXT),
        Column("as_of", shown_only.STATUS_DAY, Kind.DATE, is_always_known=True),
        Column("progress_light", shown_only.PROGRESS),
        Column("economy_light", shown_only.ECONOMY),
        Column("effect_light", shown_only.EFFECT),
        Column("text", shown_only.STATUS_TEXT, Kind.LONG_TEXT),
        Column("reason", shown_only.REASON, Kind.LONG_TEXT),
        Column("action", shown_only.STATUS_ACTION, Kind.LONG_TEXT),
        *([fictional_column()] if municipality.is_demo else []),
    ]
    return Table("statuses", _now("Status"), tuple(columns), read())


LISTS = {
    one.key: one
    for one in (
        SheetList("initiatives", "indsatser", _("Initiatives"), _("One row for each initiative."), initiatives),
        SheetList(
            "activities",
            "aktiviteter",
            _("Activities and milestones"),
            _("What each initiative does, and when."),
            activities,
        ),
        SheetList(
            "texts",
            "tekster",
            _("Texts under the headings"),
            _("What is written of each initiative, a row for each heading. To read; it is written on the initiative."),
            texts,
        ),
        SheetList(
            "statuses",
            "status",
            _("Status"),
            _("Approved status updates, the newest first. To read; status is given on its own page."),
            statuses,
        ),
        SheetList(
            "target_groups", "maalgrupper", _("Target groups"), _("Whom the initiatives are for."), target_groups
        ),
        SheetList("bodies", "organisation", _("Organisation"), _("Committees, departments and partners."), bodies),
        SheetList(
            "budget_lines",
            "budgetlinjer",
            _("Budget lines by year"),
            _("One row for each line and decision, one column for each year."),
            lists_of_money.budget_wide,
        ),
        SheetList(
            "entries",
            "budget",
            _("Budget by line and year"),
            _("One row for each line, year or period, decision and price level."),
            lists_of_money.budget_long,
        ),
        SheetList(
            "follow_up",
            "opfoelgning",
            _("Budget follow-up"),
            _("Original and revised budget, actual spending and forecast, for each line, year and reading."),
            lists_of_money.follow_up,
        ),
        SheetList(
            "postings",
            "posteringer",
            _("Postings"),
            _("Every budget entry as posted, and corrections. To read: amounts are corrected in the budget."),
            lists_of_money.postings,
        ),
        SheetList(
            "indicators",
            "indikatorer",
            _("Indicators"),
            _("What is measured, of whom and how."),
            lists_of_figures.indicators,
        ),
        SheetList(
            "measurements",
            "maalinger",
            _("Measured values"),
            _("Approved values. Figures about few people are hidden."),
            lists_of_figures.measurements,
        ),
        SheetList("targets", "maaltal", _("Targets"), _("Approved targets."), lists_of_figures.targets),
    )
}
