"""Of an empty page: what comes next, with the way there, for whoever may take it and for whoever may not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.db import models
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from budgets.models import BudgetLine
from indicators.models import Indicator
from initiatives.models import Initiative, Strategy
from organisation.access import access_of
from organisation.administration.rights import rows_of
from organisation.models import Municipality, User
from portfolio.overview.getting_started import getting_started

register = template.Library()


@dataclass(frozen=True)
class _Made:
    model: type[models.Model]
    words: str | Promise
    by_whom: str | Promise


WHAT = {
    "strategy": _Made(
        Strategy, gettext_lazy("Enter the first strategy"), gettext_lazy("An administrator enters strategies.")
    ),
    "initiative": _Made(
        Initiative,
        gettext_lazy("Enter the first initiative"),
        gettext_lazy("An administrator, a manager or the caseworker of a department enters initiatives."),
    ),
    "line": _Made(
        BudgetLine,
        gettext_lazy("Enter the first budget line"),
        gettext_lazy("An administrator or a finance officer enters budget lines."),
    ),
    "indicator": _Made(
        Indicator,
        gettext_lazy("Enter the first indicator"),
        gettext_lazy("An administrator, or who may change the initiative, enters indicators."),
    ),
}


@register.inclusion_tag("working/_still_to_do.html", takes_context=True)
def still_to_do(context: dict[str, Any]) -> dict[str, Any]:
    """Below what has just been done: the next step of a municipality that is being set up, for its administrator."""
    user = context.get("user")
    if not isinstance(user, User) or user.practises or len(access_of(user).administered) != 1:
        return {}
    (home,) = Municipality.objects.filter(pk__in=access_of(user).administered)
    starting = getting_started(home)
    # Who has made a first report knows the way; what is left then stands on the front page alone.
    return {} if starting.steps[-1].is_done else {"starting": starting}


@register.inclusion_tag("working/_next_step.html", takes_context=True)
def next_step(context: dict[str, Any], what: str, municipality: Municipality) -> dict[str, str]:
    """`what` is made next. Who may not make it is told who does, and led where she has something to do or read."""
    user, made = context.get("user"), WHAT[what]
    if not isinstance(user, User):
        return {"words": "", "url": "", "said": ""}
    access = access_of(user)
    if municipality.pk in rows_of(made.model).addable_in(user):
        meta = made.model._meta
        return {"words": str(made.words), "url": reverse(f"admin:{meta.app_label}_{meta.model_name}_add"), "said": ""}
    if municipality.pk in access.staff:
        return {"words": _("My work"), "url": reverse("work", args=[municipality.code]), "said": str(made.by_whom)}
    said = _("You see what a manager has approved; nothing of this is approved yet.")
    return {"words": _("Reports that are made"), "url": reverse("reports", args=[municipality.code]), "said": said}
