"""What to write in the fields of the screens that show several apps."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

ACTIVITY: dict[str, Any] = {
    "kind": _("For example milestone for a day by which something is to be there."),
    "title": _("For example “Opsøgende arbejde på gaden”."),
    "state": _("For example planned, and carried out when it is over."),
    "period_text": _("In words, for example “2. kvartal 2018” or “medio 2018 til ultimo 2019”."),
    "text": _("One or two sentences: who does what, for whom, for example “To medarbejdere er på gaden hver aften”."),
    "result": _("What came of it, for example “42 deltagere i tre forløb”."),
}

INVOLVEMENT: dict[str, Any] = {
    "role": _("For example owner for who leads the initiative, respondent for who is asked for its status."),
    "body": _("A department, a council or a partner, for example “Udsatterådet”."),
    "user": _("Only somebody who signs in here, for example navn@roedovre.dk."),
    "words": _("As the document prints it, or a function, for example “koordinator”. Never a citizen's name."),
    "note": _("For example “fra 1. marts 2018”."),
}

METHOD_USE: dict[str, Any] = {
    "method": _("For example “Housing First”; what is missing in the catalogue is suggested to it."),
    "state": _("For example in use; planned until it begins."),
    "note": _("For example “med støtte i 12 måneder”."),
}

CHOSEN: dict[str, Any] = {
    "target_group": _("For example “Borgere i hjemløshed”."),
    "objective": _("For example “Færre unge i hjemløshed”."),
    "line": _("For example “Løn til bostøtte”."),
    "indicator": _("For example “Andel, der har fast bolig efter et år”."),
}

CASE_TEMPLATE: dict[str, Any] = {
    "name": _("What you call the order, for example “Sager til Socialudvalget”."),
    "numbering": _("How the sentences of the recommendation are numbered, for example “1. at …”."),
}

CASE_HEADING: dict[str, Any] = {
    "label": _("As your cases print it, for example “Sagsfremstilling”."),
    "part": _("What the system puts under it, for example the recommendation."),
}

CASE: dict[str, Any] = {
    "case_kind": _("For example for decision; empty: of every kind."),
}

SENTENCE: dict[str, Any] = {
    "text": _(
        "What the committee is asked to adopt, after “at”, for example “status for indsatserne tages til efterretning”."
    ),
    "case_kind": _("For example for decision; empty: of every kind."),
}

COMPOSITION: dict[str, Any] = {
    "name": _("What you find it by, for example “Status til udvalget hvert kvartal”."),
    "committee": _("The committee that it is made for, for example “Socialudvalget”; empty: every one."),
    "is_closed": _("For example a case about a contract: it stands on the closed agenda."),
    "case_kind": _("For example for information."),
}
