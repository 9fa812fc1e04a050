"""What to write in the fields that many screens have, with an example in the words of those who write there."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

COMMON: dict[str, Any] = {
    "note": _("For those who keep the portfolio, for example “bekræftet af fagchefen 3. maj 2018”."),
    "aliases": _("One on each line, for example “SIKUR”. It is found by them."),
    "effective_text": _(
        "When it holds or was decided, for example “24. maj 2018” or “2018”; empty when no date is known."
    ),
    "display_title": _("Only where the printed title is long or has an error, for example “Hjemløsestrategien”."),
    "document": _("Where it is described or decided, for example “Budgetaftale 2018”."),
    "case_number": _("As the case system writes it, for example 27.00.00-P22-3-18."),
    "valid_from": _("The first day, for example 1.1.2018; empty when it is not known."),
    "valid_to": _("The last day, for example 31.12.2021; empty while it goes on."),
    "municipality": _("The municipality that it belongs to, for example “Rødovre”."),
    "position": _("They stand in the order of these numbers, for example 10, 20, 30."),
    "strategy": _("For example “Strategi for socialt udsatte”."),
    "initiative": _("For example “Flere i egen bolig”."),
    "is_active": _(
        "Without the mark it is offered no more, for example a heading that is given up; what stands stays."
    ),
}
