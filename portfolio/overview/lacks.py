"""What an initiative that runs is expected to have, and the initiatives that lack it: for lists, filters and counts."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, TextChoices
from django.utils.translation import gettext_lazy as _

from budgets.models import LineInitiative
from indicators.models import IndicatorInitiative
from initiatives.models import InitiativeState, InitiativeTargetGroup, Involvement, InvolvementRole
from initiatives.models.initiatives import InitiativeQuerySet
from organisation.models import User

# Of these nobody expects news, nor what was never entered.
ENDED = (InitiativeState.COMPLETED, InitiativeState.STOPPED)


class Part(TextChoices):
    OWNER = "owner", _("owner")
    BUDGET = "budget", _("budget line")
    INDICATOR = "indicator", _("indicator")
    TARGET_GROUP = "target_group", _("target group")
    PERIOD = "period", _("period")


def parts(user: User) -> dict[str, QuerySet[Any]]:
    """Rows, of those that the user sees, by which an initiative has an owner, money, a measure and those it is for."""
    return {
        Part.OWNER.value: Involvement.objects.visible_to(user).filter(role=InvolvementRole.OWNER),
        Part.BUDGET.value: LineInitiative.objects.visible_to(user),
        Part.INDICATOR.value: IndicatorInitiative.objects.visible_to(user),
        Part.TARGET_GROUP.value: InitiativeTargetGroup.objects.visible_to(user),
    }


def lacking(part: str, initiatives: InitiativeQuerySet, user: User) -> InitiativeQuerySet:
    """Of the initiatives those that run and lack the part. A draft does not run."""
    running = initiatives.approved().exclude(state__in=ENDED)
    if part == Part.PERIOD:
        return running.with_unknown_period()
    return running.filter(~Exists(parts(user)[part].filter(initiative=OuterRef("pk"))))
