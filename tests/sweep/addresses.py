"""Every address of the application, with an example of København's and of Aarhus' rows to fill it in with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.world import Rows, World

# Django's redirect of a short admin address, and its last one that answers whatever no other does.
UNNAMED = ("<path:object_id>/", "(?P<url>.*)$")
OF_A_REPORT = ("report-choices", "report-texts", "report-preview", "report-decision")
ROW_VIEWS = ("change", "delete", "history", "sheet", "verb")
OF_A_TABLE = ("sheet-layout", "sheet-preview", "sheet-answer", "sheet-leave-out", "sheet-marked", "sheet-undo")
OF_THE_STRUCTURE = (
    "structure", "headings", "new-term", "catalogue", "archive", "merge", "people", "people-invite", "absences",
)  # fmt: skip
A_VERB = {"status": "approve"}


@dataclass(frozen=True)
class Address:
    """`view` is what is expected of it: the name of a page, or what an admin screen does."""

    name: str
    view: str
    model: str
    path: str


def all_names() -> set[str]:
    return {name for name, pattern in _walk(get_resolver()) if not pattern.endswith(UNNAMED)}


def unnamed() -> list[str]:
    return [pattern for name, pattern in _walk(get_resolver()) if pattern.endswith(UNNAMED)]


def _walk(resolver: URLResolver, prefix: str = "", namespace: str = "") -> Iterator[tuple[str, str]]:
    for one in resolver.url_patterns:
        pattern = f"{prefix}{one.pattern}"
        if isinstance(one, URLPattern):
            yield f"{namespace}{one.name}", pattern
        else:
            yield from _walk(one, pattern, f"{namespace}{one.namespace}:" if one.namespace else namespace)


def address_of(name: str, rows: Rows, world: World) -> Address:
    """The address filled in with the town's rows. Raises KeyError for a name that the tests do not know."""
    if not name.startswith("admin:"):
        return Address(name, name, "", reverse(name, args=_page_arguments(name, rows)))
    view = name.removeprefix("admin:")
    if view in ("index", "autocomplete", "jsi18n"):
        return Address(name, view, "", reverse(name))
    if view == "app_list":
        return Address(name, view, "", reverse(name, args=["initiatives"]))
    _app, model, action = view.split("_")
    return Address(name, action, model, reverse(name, args=_row_arguments(model, action, rows, world)))


def _page_arguments(name: str, rows: Rows) -> list[Any]:
    code = rows.town.municipality.code
    return {
        "portfolio": [code],
        "strategy-map": [code],
        **{page: [code] for page in OF_THE_STRUCTURE},
        "people-handover": [code, rows.user.pk],
        "people-link": [code, rows.user.pk],
        "role-end": [code, rows.membership.pk],
        "strategy-objectives": [code, rows.strategy.reference],
        "objective": [code, rows.objective.reference],
        "target-group": [code, rows.targetgroup.reference],
        "method": [code, "hf"],
        "calendar": [code],
        "calendar-subscribe": [code],
        "calendar-unsubscribe": [code],
        "calendar-feed": ["guessed"],
        "view-save": [code],
        "view-delete": [code],
        "body": [code, rows.town.committee.reference],
        "strategy": [code, rows.strategy.reference],
        "initiative": [code, rows.initiative.reference],
        "indicator": [code, rows.of["indicator"].reference],
        "instrument": ["who"],
        "document-file": [code, rows.document.reference],
        "budget": [code],
        "budget-entries": [code],
        "budget-follow-up": [code],
        "budget-revised": [code],
        "survey": [code],
        "budget-line": [code, rows.budgetline.reference],
        "funding-source": [code, rows.fundingsource.reference],
        "national-funding-source": [code, "statspulje"],
        "sheets": [code],
        "sheet-list": [code, "indsatser"],
        "fill-in": [code, "indikatorer"],
        "portfolio-sheet": [code],
        "strategy-map-sheet": [code],
        "calendar-sheet": [code],
        "objective-sheet": [code, rows.objective.reference],
        "target-group-sheet": [code, rows.targetgroup.reference],
        "method-sheet": [code, "hf"],
        "body-sheet": [code, rows.town.committee.reference],
        "strategy-sheet": [code, rows.strategy.reference],
        "initiative-sheet": [code, rows.initiative.reference],
        "indicator-sheet": [code, rows.of["indicator"].reference],
        "instrument-sheet": ["who"],
        "budget-sheet": [code],
        "budget-line-sheet": [code, rows.budgetline.reference],
        "funding-source-sheet": [code, rows.fundingsource.reference],
        "national-funding-source-sheet": [code, "statspulje"],
        "extracts": [code],
        "extract": [code, rows.extract.reference],
        "extract-accounts": [code, rows.extract.reference],
        "extract-book": [code, rows.extract.reference],
        "extract-drop": [code, rows.extract.reference],
        "plans": [code],
        "plan": [code, rows.plan.reference],
        "plan-add": [code, rows.plan.reference],
        "plan-outside": [code, rows.plan.reference],
        "plan-save": [code, rows.plan.reference],
        "plan-drop": [code, rows.plan.reference],
        "plan-undo": [code, rows.plan.reference],
        "extract-undo": [code, rows.extract.reference],
        "plan-initiative": [code, rows.plan.reference, 1],
        "plan-join": [code, rows.plan.reference, 1],
        "reports": [code],
        "report": [code, rows.report.reference],
        "report-pdf": [code, rows.report.reference],
        "report-new": [code],
        "report-headings": [code],
        **{name: [code, rows.report.reference] for name in OF_A_REPORT},
        "report-act": [code, rows.report.reference, "godkend"],
        "report-retry": [code, rows.report.reference],
        "report-cancel": [code, rows.report.reference],
        "work": [code],
        "search": [code],
        "logo": [code],
        "practice": [code],
        "practice-enter": [code],
        "practice-clear": [code],
        "history": [code],
        "history-put-back": [code, 0],
        "history-undo": [code, 0],
        "history-act": [code, f"act-{code}"],
        "catalogue-act": ["guessed"],
        "status-withdraw": [code, rows.initiative.reference],
        "statuses": [code],
        "statuses-approve": [code],
        "status-send-back": [code],
        "status-update": [code, rows.initiative.reference],
        "imports": [code],
        "sheet-file": [code, rows.tableimport.upload.reference],
        "sheet-original": [code, rows.tableimport.upload.reference],
        **{name: [code, rows.tableimport.upload.reference, rows.tableimport.position] for name in OF_A_TABLE},
        "password_reset_confirm": ["MQ", "set-password"],
    }.get(name, [])


def _row_arguments(model: str, action: str, rows: Rows, world: World) -> list[Any]:
    if action not in ROW_VIEWS:
        return []
    catalogue = {"method": world.method, "instrument": world.instrument}
    row = catalogue.get(model) or rows.of[model]
    return [row.pk, "approve"] if action == "verb" else [row.pk]
