"""What to write in the fields of lines, entries, statements, transfers, totals and sources."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

AMOUNT: dict[str, Any] = {
    "unit": _("What the amount is counted in, for example t.kr.: then 6.000 is six million kroner."),
    "raw": _("The amount to the letter, for example “2,5 mio.”. Empty: as it is typed above."),
    "unit_origin": _("For example derived, when the unit only stands in the heading of another table."),
    "unit_note": _("How the unit is known, for example “jf. tabellens overskrift”."),
    "price_level": _("For example 2018-pl; empty when it is not stated."),
    "recurrence": _("For example one-off for two years' project money, permanent for a raised budget."),
}

LINE: dict[str, Any] = {
    "code": _("As the document prints it, for example SO8; empty where there is none."),
    "name": _("To the letter, for example “Løn til bostøtte”."),
    "description": _("What the money is for, for example “To bostøttere, 37 timer om ugen”."),
    "aliases": _("One on each line, for example the line's name in last year's budget."),
    "direction": _("For example income for a grant or a state refund."),
    "cost_kind": _("For example pay for positions, grant for money to an association."),
    "dranst": _("For example operation for pay and purchases, construction for a building."),
    "service_frame": _("For example outside for construction and what the state refunds."),
    "account_string": _("As in the finance system, for example 5.38.42.001."),
}

RELATION: dict[str, Any] = {
    "kind": _("For example financed by, when a pool pays for the line."),
    "to_line": _("For example “Løn til bostøtte”, when the line hangs together with another line."),
    "initiative": _("For example “Flere i egen bolig”, when the line hangs together with another initiative."),
    "funding_source": _("For example “Puljen til bekæmpelse af hjemløshed”, when it pays."),
    "words": _("As the document puts it, for example “finansieres af satspuljen”."),
}

ENTRY: dict[str, Any] = {
    "line": _("The line whose budget it changes, for example “Løn til bostøtte”."),
    "kind": _(
        "For example original budget for what the budget says; a supplementary appropriation changes it in the year."
    ),
    "corrects": _("Only for a correction: the posted entry that was wrong, for example the one with a digit too many."),
    "year": _("For example 2018. Empty when the amount is for several years: it is never spread over them."),
    "decision_state": _("For example adopted: only that is part of the revised budget."),
    "decision": _(
        "The meeting that decided, for example “Kommunalbestyrelsen, 24. maj 2018”; made under Decisions and events."
    ),
    "coverage": _("How a supplementary appropriation is paid for, for example not yet assigned."),
    "coverage_line": _("Only when another line covers it, for example “Øvrig drift”."),
    "effective_text": _("For example 24. maj 2018. Empty: the day of the decision that is chosen."),
    "decision_note": _("For example “it is proposed to set aside”."),
    "note": _("What the money is for, for example “To stillinger fra august”. It is shown with the entry."),
}

PART: dict[str, Any] = {
    "code": _("As the document prints it, for example SO8; empty where there is none."),
    "label": _("What the part is of, for example “Løn” or “Husleje”."),
    "cost_kind": _("For example pay for positions, grant for money to an association."),
}

STATEMENT: dict[str, Any] = {
    "line": _("The line that it is the reading of, for example “Løn til bostøtte”."),
    "kind": _("For example spending for what is booked, expected accounts for what the year will end with."),
    "year": _("For example 2018."),
    "as_of": _("The day of the reading, for example 31.5.2018."),
    "up_to": _("For spending: the last day that is booked, for example 31.5.2018."),
    "is_final": _("For example once the accounts are closed; without the mark the reading is preliminary."),
    "follow_up_round": _("For example BO2 2018."),
    "note": _("Why it deviates, for example “To stillinger var ledige i foråret”."),
}

TRANSFER: dict[str, Any] = {
    "from_line": _("Whose budget becomes smaller, for example “Øvrig drift”. Empty when the money comes from outside."),
    "to_line": _("Whose budget becomes larger, for example “Løn til bostøtte”. Empty when the money goes outside."),
    "outside": _("The other end when it is no line here, for example “Børn og Unge”."),
    "year": _("For example 2018."),
}

TOTAL: dict[str, Any] = {
    "label": _("As the document prints it, for example “I alt, budgetpakke 2018”."),
    "kind": _("What the document adds up, for example the budget, or the spending of a follow-up."),
    "as_of": _("The day of the follow-up, for example 31.5.2018; empty for what is budgeted."),
    "decision_state": _("How far the amount is decided, for example adopted."),
    "objective": _("For example “Pejlemærke 2: Færre unge i hjemløshed”."),
    "line": _("For example “Løn til bostøtte”."),
}

BODY_BUDGET: dict[str, Any] = {
    "body": _("Whose whole budget it is, for example “Socialudvalget”."),
    "year": _("For example 2018."),
    "as_of": _("The day from which the amount holds, for example 1.1.2018."),
    "source": _("For example “Budget 2018, page 14”, so that it can be found."),
}

SOURCE: dict[str, Any] = {
    "name": _("As the one who gives it calls it, for example “Puljen til bekæmpelse af hjemløshed”."),
    "kind": _("For example state pool for money that is applied for, own budget for the municipality's own."),
    "giver": _("For example “Socialstyrelsen” or “Realdania”."),
    "conditions": _("What the money is tied to, for example “Kun løn, og mindst 20 borgere om året”."),
    "accounts_deadline": _("As the letter of the grant puts it, for example “senest 1. april 2019”."),
    "successor": _("The source that pays afterwards, for example “Kommunens eget budget”."),
}

ACCOUNT_RULE: dict[str, Any] = {
    "field": _("Which column of the extract is looked at, for example account."),
    "line": _(
        "For example “Løn til bostøtte”. Empty: the rows lie outside the overview, and are named but in no figure."
    ),
    "note": _("Why, for example “aftalt med økonomi 3. maj 2018”."),
}
