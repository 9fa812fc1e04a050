"""What every address answers to everybody, judged by hand: the rules of who may see what, written out.

A line of answers is for the six roles of the municipality whose rows the address names, then for the same roles of
another municipality, then for the operator, for somebody without a membership, and for nobody signed in.
404 hides a row that is not one's own; 403 is for those who see it and may not; 302 leads to the sign-in.
"""

from __future__ import annotations

# administrator, caseworker, finance, manager, committee member, reader | the same elsewhere | operator, stranger, none
STAFF_LIST = "200 200 200 200 403 403 | 200 200 200 200 403 403 | 403 403 302"
LIST_WITH_NATIONAL_ROWS = "200 200 200 200 403 403 | 200 200 200 200 403 403 | 200 403 302"
STAFF_ROW = "200 200 200 200 403 403 | 404 404 404 404 403 403 | 404 403 302"
STAFF_ROW_AND_OPERATOR = "200 200 200 200 403 403 | 404 404 404 404 403 403 | 200 403 302"
NEVER_DELETED = "403 403 403 403 403 403 | 404 404 404 404 403 403 | 404 403 302"
NEVER_DELETED_BUT_SEEN_BY_OPERATOR = "403 403 403 403 403 403 | 404 404 404 404 403 403 | 403 403 302"
NOBODY = "403 403 403 403 403 403 | 403 403 403 403 403 403 | 403 403 302"
FINANCE_ADDS = "200 403 200 403 403 403 | 200 403 200 403 403 403 | 403 403 302"
FINANCE_DELETES_DRAFTS = "200 403 200 403 403 403 | 404 404 404 404 403 403 | 404 403 302"
OWNERS_ADD = "200 200 403 200 403 403 | 200 200 403 200 403 403 | 403 403 302"
OWNERS_DELETE_DRAFTS = "200 200 403 200 403 403 | 404 404 404 404 403 403 | 404 403 302"
ADMINISTRATOR_ADDS = "200 403 403 403 403 403 | 200 403 403 403 403 403 | 403 403 302"
READERS_PAGE = "200 200 200 200 200 200 | 404 404 404 404 404 404 | 404 404 302"
DRAFT_PAGE = "200 200 200 200 404 404 | 404 404 404 404 404 404 | 404 404 302"
NO_FILE_YET = "404 404 404 404 404 404 | 404 404 404 404 404 404 | 404 404 302"
ONLY_POST = "405 405 405 405 405 405 | 405 405 405 405 405 405 | 405 405 405"
SIGNED_IN = "200 200 200 200 200 200 | 200 200 200 200 200 200 | 200 200 302"
EVERYBODY = "200 200 200 200 200 200 | 200 200 200 200 200 200 | 200 200 200"

PAGES = {
    READERS_PAGE: [
        "portfolio",
        "body",
        "strategy-map",
        "objective",
        "target-group",
        "method",
        "calendar",
        "search",
        "strategy",
        "initiative",
        "indicator",
        "reports",
        "budget",
        "budget-line",
        "funding-source",
        "national-funding-source",
        "sheets",
        "sheet-list",
        "portfolio-sheet",
        "strategy-map-sheet",
        "calendar-sheet",
        "objective-sheet",
        "target-group-sheet",
        "method-sheet",
        "body-sheet",
        "strategy-sheet",
        "initiative-sheet",
        "indicator-sheet",
        "budget-sheet",
        "budget-line-sheet",
        "funding-source-sheet",
        "national-funding-source-sheet",
    ],
    DRAFT_PAGE: ["report", "report-preview"],
    # Nothing is decided on a draft.
    "403 403 403 403 404 404 | 404 404 404 404 404 404 | 404 404 302": ["report-decision"],
    # Those who may change the budget type it; the others of the municipality are told so.
    "200 403 200 403 403 403 | 404 404 404 404 404 404 | 404 404 302": [
        "budget-entries",
        "budget-follow-up",
        "budget-revised",
        "extracts",
    ],
    "200 200 200 200 403 403 | 404 404 404 404 404 404 | 404 404 302": [
        "report-new",
        "structure",
        "people",
        "absences",
        "catalogue",
        "archive",
        "work",
        "practice",
        "history",
        "history-act",
        "statuses",
        "fill-in",
        "imports",
        "sheet-preview",
        "sheet-undo",
    ],
    # The structure is an administrator's.
    "200 403 403 403 403 403 | 404 404 404 404 404 404 | 404 404 302": [
        "headings",
        "new-term",
        "merge",
        "people-invite",
        "people-handover",
        "strategy-objectives",
    ],
    "403 403 403 403 403 403 | 403 403 403 403 403 403 | 200 403 302": ["suggestions", "merge-catalogue"],
    # Of the import in the table the file is gone by rule, and it is done: one is led on.
    "302 302 302 302 403 403 | 404 404 404 404 404 404 | 404 404 302": ["sheet-file", "sheet-layout"],
    "404 404 404 404 403 403 | 404 404 404 404 404 404 | 404 404 302": ["sheet-original", "sheet-marked"],
    # Those who may change the initiative give its status, and those who may change an indicator enter its values.
    "200 200 403 200 403 403 | 404 404 404 404 404 404 | 404 404 302": ["status-update", "survey"],
    "200 403 200 403 404 404 | 404 404 404 404 404 404 | 404 404 302": ["extract"],
    # Whoever may make initiatives anywhere in the municipality reads plans; other staff know of them.
    "200 403 403 200 403 403 | 404 404 404 404 404 404 | 404 404 302": ["plans"],
    "200 403 403 200 404 404 | 404 404 404 404 404 404 | 404 404 302": [
        # Whoever made the draft of a report, and those who approve.
        "report-choices",
        "report-texts",
        "plan",
        "plan-initiative",
        "plan-outside",
        "plan-save",
    ],
    NO_FILE_YET: ["report-pdf", "document-file", "logo"],
    # An address without sign-in: whoever does not know it finds nothing.
    "404 404 404 404 404 404 | 404 404 404 404 404 404 | 404 404 404": ["calendar-feed"],
    # The operator has done nothing to the catalogue under that name.
    "403 403 403 403 403 403 | 403 403 403 403 403 403 | 404 403 302": ["catalogue-act"],
    ONLY_POST: [
        "people-link",
        "role-end",
        "view-save",
        "view-delete",
        "calendar-subscribe",
        "calendar-unsubscribe",
        "report-retry",
        "report-cancel",
        "report-act",
        "report-headings",
        "statuses-approve",
        "history-put-back",
        "history-undo",
        "status-withdraw",
        "status-send-back",
        "practice-enter",
        "practice-clear",
        "sheet-answer",
        "sheet-leave-out",
        "extract-accounts",
        "extract-book",
        "extract-drop",
        "extract-undo",
        "plan-undo",
        "plan-join",
        "plan-add",
        "plan-drop",
        "logout",
    ],
    # What is shared nationally is for whoever belongs to a municipality.
    "200 200 200 200 200 200 | 200 200 200 200 200 200 | 200 404 302": [
        "instrument",
        "instruments",
        "instrument-sheet",
    ],
    SIGNED_IN: ["password_change", "password_change_done"],
    EVERYBODY: ["password_reset", "password_reset_done", "password_reset_confirm", "password_reset_complete"],
    # To one's own portfolio, or where one belongs; whoever belongs nowhere is told so.
    "302 302 302 302 302 302 | 302 302 302 302 302 302 | 302 200 302": ["home"],
    "302 302 302 302 302 302 | 302 302 302 302 302 302 | 302 302 200": ["login"],
    "302 302 302 302 302 302 | 302 302 302 302 302 302 | 302 302 302": ["set_language"],
    LIST_WITH_NATIONAL_ROWS: ["index", "app_list", "jsi18n"],
    # Without saying for which field: tests/portfolio/admin/test_access.py asks for each field.
    NOBODY: ["autocomplete"],
}

BUDGET_ROWS = ["accountrule", "bodybudget", "entry", "statement", "transfer"]
OWNED_ROWS = ["measurement", "target", "statusupdate"]
OPERATORS = ["membership", "municipality", "user"]
CATALOGUE = ["method", "instrument"]
WITH_NATIONAL_ROWS = ["body", "fundingsource"]
KEPT_ROWS = [
    "budgetline", "contextfigure", "document", "event", "followupmeasure", "heading", "indicator", "initiative",
    "objective", "statedtotal", "strategy", "targetgroup", "importbatch", "report", "casetemplate",
    "recommendationsentence",
]  # fmt: skip

LISTS = {
    STAFF_LIST: [*KEPT_ROWS, *BUDGET_ROWS, *OWNED_ROWS, "savedcomposition"],
    LIST_WITH_NATIONAL_ROWS: [*OPERATORS, *CATALOGUE, *WITH_NATIONAL_ROWS],
}
ROWS = {
    STAFF_ROW: [*KEPT_ROWS, *BUDGET_ROWS, *OWNED_ROWS, *WITH_NATIONAL_ROWS, "savedcomposition"],
    STAFF_ROW_AND_OPERATOR: OPERATORS,
    LIST_WITH_NATIONAL_ROWS: CATALOGUE,
}
SCREENS = {
    "changelist": LISTS,
    "change": ROWS,
    "history": ROWS,
    "sheet": {STAFF_ROW: ["initiative"]},
    "verb": {
        ONLY_POST: [
            "body", "bodybudget", "budgetline", "entry", "indicator", "initiative", "measurement", "objective",
            "statement", "statusupdate", "strategy", "target", "targetgroup", "transfer", "user", *CATALOGUE,
        ],
    },
    "delete": {
        NEVER_DELETED: [*KEPT_ROWS, *WITH_NATIONAL_ROWS],
        NEVER_DELETED_BUT_SEEN_BY_OPERATOR: OPERATORS,
        NOBODY: CATALOGUE,
        FINANCE_DELETES_DRAFTS: BUDGET_ROWS,
        OWNERS_DELETE_DRAFTS: OWNED_ROWS,
        STAFF_ROW: ["savedcomposition"],
    },
    "add": {
        FINANCE_ADDS: ["budgetline", "statedtotal", *BUDGET_ROWS],
        "200 403 200 403 403 403 | 200 403 200 403 403 403 | 200 403 302": ["fundingsource"],
        OWNERS_ADD: ["contextfigure", "followupmeasure", *OWNED_ROWS],
        ADMINISTRATOR_ADDS: [
            "document", "event", "heading", "indicator", "objective", "strategy", "targetgroup", "casetemplate",
            "recommendationsentence",
        ],
        "200 403 403 200 403 403 | 200 403 403 200 403 403 | 403 403 302": ["initiative"],
        "200 403 403 403 403 403 | 200 403 403 403 403 403 | 200 403 302": ["body", "membership", "user"],
        "403 403 403 403 403 403 | 403 403 403 403 403 403 | 200 403 302": [*CATALOGUE, "municipality"],
        NOBODY: ["importbatch", "report", "savedcomposition"],
    },
}  # fmt: skip

# Refused to all but those who may: what they then do is tested where it is built.
POSTS = {
    **dict.fromkeys(
        (
            "headings",
            "new-term",
            "merge",
            "people-invite",
            "people-handover",
            "people-link",
            "role-end",
            "strategy-objectives",
        ),
        "--- 403 403 403 403 403 | 404 404 404 404 404 404 | 404 404 302",
    ),
    **dict.fromkeys(
        ("absences", "catalogue", "archive"), "--- --- --- --- 403 403 | 404 404 404 404 404 404 | 404 404 302"
    ),
    **dict.fromkeys(
        ("suggestions", "merge-catalogue"), "403 403 403 403 403 403 | 403 403 403 403 403 403 | --- 403 302"
    ),
    "view-save": "--- --- --- --- --- --- | 404 404 404 404 404 404 | 404 404 302",
    "view-delete": "404 404 404 404 404 404 | 404 404 404 404 404 404 | 404 404 302",
    "calendar-subscribe": "--- --- --- --- --- --- | 404 404 404 404 404 404 | 404 404 302",
    "calendar-unsubscribe": "--- --- --- --- --- --- | 404 404 404 404 404 404 | 404 404 302",
    "budget-entries": "--- 403 --- 403 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "survey": "--- --- 403 --- 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "budget-follow-up": "--- 403 --- 403 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "budget-revised": "--- 403 --- 403 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "extracts": "--- 403 --- 403 403 403 | 404 404 404 404 404 404 | 404 404 302",
    **dict.fromkeys(
        ("extract", "extract-accounts", "extract-book", "extract-drop", "extract-undo"),
        "--- 403 --- 403 404 404 | 404 404 404 404 404 404 | 404 404 302",
    ),
    "plans": "--- 403 403 --- 403 403 | 404 404 404 404 404 404 | 404 404 302",
    **dict.fromkeys(
        ("plan", "plan-initiative", "plan-outside", "plan-save", "plan-join", "plan-add", "plan-drop", "plan-undo"),
        "--- 403 403 --- 404 404 | 404 404 404 404 404 404 | 404 404 302",
    ),
    "report-new": "--- --- --- --- 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "report-choices": "--- 403 403 --- 404 404 | 404 404 404 404 404 404 | 404 404 302",
    "report-texts": "--- 403 403 --- 404 404 | 404 404 404 404 404 404 | 404 404 302",
    "report-act": "--- 403 403 --- 404 404 | 404 404 404 404 404 404 | 404 404 302",
    "report-headings": "--- 403 403 403 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "imports": "--- --- --- --- 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "sheet-file": "--- --- --- --- 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "sheet-layout": "--- --- --- --- 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "sheet-preview": "--- --- --- --- 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "sheet-answer": "--- --- --- --- 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "sheet-leave-out": "--- --- --- --- 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "sheet-undo": "--- --- --- --- 403 403 | 404 404 404 404 404 404 | 404 404 302",
    # No change has the number 0.
    "history-put-back": "404 404 404 404 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "practice-enter": "--- --- --- --- 403 403 | 404 404 404 404 404 404 | 404 404 302",
    # What is in earnest is not cleared.
    "practice-clear": "404 404 404 404 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "history-act": "--- --- --- --- 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "catalogue-act": "403 403 403 403 403 403 | 403 403 403 403 403 403 | 404 403 302",
    "history-undo": "404 404 404 404 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "status-withdraw": "--- --- 403 --- 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "statuses-approve": "--- 403 403 --- 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "status-send-back": "--- 403 403 --- 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "status-update": "--- --- 403 --- 403 403 | 404 404 404 404 404 404 | 404 404 302",
    "report-retry": "--- 403 403 --- 404 404 | 404 404 404 404 404 404 | 404 404 302",
    "report-cancel": "--- 403 403 --- 404 404 | 404 404 404 404 404 404 | 404 404 302",
}
VERB_POST = "--- --- --- --- 403 403 | 404 404 404 404 403 403 | 404 403 302"


def answers(line: str) -> list[str]:
    return line.replace("|", " ").split()


def expected() -> dict[tuple[str, str], list[str]]:
    """{(view, model): answers}; a page has no model. Raises ValueError for an address that stands there twice."""
    lines = [((view, ""), line) for line, views in PAGES.items() for view in views]
    lines += [
        ((view, model), line)
        for view, screens in SCREENS.items()
        for line, models in screens.items()
        for model in models
    ]
    if len(lines) != len(dict(lines)):
        raise ValueError("An address stands in the table twice.")
    return {key: answers(line) for key, line in lines}
