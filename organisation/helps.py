"""What to write in the fields of the ground floor's screens."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

MUNICIPALITY: dict[str, Any] = {
    "name": _("The town's name alone, for example “Rødovre”."),
    "code": _("Four digits, for example 0175."),
    "statbank_code": _("The code in Statistics Denmark's tables, for example 175."),
    "region": _("For example “Region Hovedstaden”."),
    "region_from_2027": _("For example “Region Østdanmark”."),
    "council_name": _("As your cases call it, for example “Kommunalbestyrelsen” or “Byrådet”."),
    "suppression_threshold": _("For example 5: then counts of citizens from 1 to 4 are hidden."),
    "deviation_sign": _("Which way round a deviation is stated: “expected less budget” shows overspending as a plus."),
    "agenda_template": _("The order that your cases follow, for example Rødovre's; it is suggested for new reports."),
    "statement_url": _(
        "For example https://www.was.digst.dk/pejlemaerke: a link to it stands at the foot of every page."
    ),
    "logo": _(
        "A picture, PNG or JPEG, of at most 2 MB, for example logo.png. Stands at the top of pages and on reports."
    ),
}

BODY: dict[str, Any] = {
    "name": _("Its whole name, for example “Social- og Sundhedsudvalget” or “Udsatterådet”."),
    "kind": _("For example department for a part of the administration, partner for an association."),
    "parent": _("What it stands under, for example “Social- og Sundhedsforvaltningen”."),
    "aliases": _("One on each line, for example “SOSU” or the spelling of an old document."),
    "successor": _("Who took over, for example “Social- og Beskæftigelsesudvalget” after a new council term."),
    "agenda_deadline_days": _("When a case must be ready: for example 10 weekdays before the meeting."),
}

DOCUMENT: dict[str, Any] = {
    "title": _("As it stands on the front page, for example “Handleplan for socialt udsatte 2018”."),
    "kind": _("For example action plan, budget note or case for a committee."),
    "effective_text": _("The day of the document, for example “24. maj 2018”; empty when it has none."),
    "url": _("Where it can be read, for example https://www.rk.dk/handleplan.pdf."),
    "file": _("The document itself, for example handleplan-2018.pdf; only your municipality can fetch it."),
}

USER: dict[str, Any] = {
    "is_operator": _(
        "Only who runs the installation, for example in IT: municipalities, users and the catalogue, no content."
    ),
    "email": _("The address at work, for example navn@roedovre.dk; one signs in with it."),
    "name": _("As colleagues write it, for example “Anne Holm”."),
    "language": _("The language of pages and mails, for example Danish."),
    "is_active": _("Remove the mark when somebody has left, for example at the end of a job. What the user did stays."),
}

MEMBERSHIP: dict[str, Any] = {
    "user": _("For example navn@roedovre.dk. Who is not there yet is invited under Users."),
    "role": _("For example caseworker for who describes initiatives, manager for who approves."),
    "body": _("Of a caseworker the department, of a member the committee, for example “Socialafdelingen”."),
    "valid_from": _("The first day of the role, for example 1.1.2018; empty: at once."),
    "valid_to": _("The last day of the role, for example 31.12.2021; empty: until further notice."),
}
