"""What is followed up, how often and before whom; and what was decided, heard and held."""

from __future__ import annotations

from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from initiatives.models.initiatives import Initiative
from initiatives.models.strategies import Strategy
from organisation.access import access_of
from organisation.models import Body, ChildQuerySet, HasEffectiveDate, HasPeriod, Searched, TenantRow, User


class FollowUpKind(models.TextChoices):
    COUNT = "count", _("count")
    QUALITATIVE = "qualitative", _("dialogue or description")
    LIST = "list", _("list")
    SURVEY = "survey", _("survey")
    REGISTER = "register", _("register")
    EVALUATION = "evaluation", _("evaluation")
    MEETING = "meeting", _("meeting")
    STATUS = "status", _("status report")


class Cadence(models.TextChoices):
    MONTHLY = "monthly", _("monthly")
    QUARTERLY = "quarterly", _("quarterly")
    HALF_YEARLY = "half_yearly", _("half-yearly")
    YEARLY = "yearly", _("yearly")
    AT_END = "at_end", _("when the project ends")
    NOT_STATED = "not_stated", _("not stated")


class FollowUpMeasureQuerySet(ChildQuerySet["FollowUpMeasure"]):
    roots = ("initiative", "strategy")


class FollowUpMeasure(Searched, HasPeriod, TenantRow):
    """One thing that is followed up. Its period says when, where the source states it; the cadence belongs to it."""

    reference = models.SlugField(_("reference"), max_length=80)
    initiative = models.ForeignKey(
        Initiative,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="follow_up_measures",
        verbose_name=_("initiative"),
    )
    strategy = models.ForeignKey(
        Strategy,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="follow_up_measures",
        verbose_name=_("strategy"),
    )
    title = models.CharField(_("what is followed up"), max_length=400)
    kind = models.CharField(_("kind"), max_length=12, choices=FollowUpKind.choices)
    cadence = models.CharField(_("how often"), max_length=12, choices=Cadence.choices, default=Cadence.NOT_STATED)
    recipient = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="receives_follow_up",
        verbose_name=_("presented to"),
    )
    note = models.TextField(_("note"), blank=True)

    objects = FollowUpMeasureQuerySet.as_manager()

    class Meta:
        verbose_name = _("follow-up measure")
        verbose_name_plural = _("follow-up measures")
        ordering = ["municipality", "reference"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "reference"],
                name="follow_up_reference_unique",
                violation_error_message=_("The municipality already has a follow-up measure with this reference."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def search_text(self) -> str:
        return f"{self.title} {self.note}"


class EventKind(models.TextChoices):
    DECISION = "decision", _("decision")
    HEARING = "hearing", _("hearing")
    MEETING = "meeting", _("meeting")
    EVENT = "event", _("event")
    SURVEY = "survey", _("survey")
    APPLICATION = "application", _("application")


class Outcome(models.TextChoices):
    APPROVED = "approved", _("approved")
    TAKEN_NOTE_OF = "taken_note_of", _("taken note of")
    RECOMMENDED = "recommended", _("recommended for approval")
    AGREED = "agreed", _("agreed to")
    DISCUSSED = "discussed", _("discussed")
    POSTPONED = "postponed", _("postponed")
    REJECTED = "rejected", _("rejected")
    SENT_TO_HEARING = "sent_to_hearing", _("sent to hearing")
    NOT_STATED = "not_stated", _("not stated")


class EventQuerySet(ChildQuerySet["Event"]):
    roots = ("strategy",)

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """What was decided on a closed item is for the committee and for those who work with it."""
        inside = access_of(user).reads_closed
        return super().visible_to(user).filter(Q(is_closed=False) | Q(municipality_id__in=inside))

    def decisions(self) -> Self:
        return self.filter(kind=EventKind.DECISION)


class Event(Searched, HasEffectiveDate, TenantRow):
    reference = models.SlugField(_("reference"), max_length=80)
    kind = models.CharField(_("kind"), max_length=12, choices=EventKind.choices)
    title = models.CharField(_("title"), max_length=400)
    body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("body"),
        help_text=_("Who decided, was heard or met."),
    )
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices, default=Outcome.NOT_STATED)
    outcome_text = models.TextField(_("outcome in words"), blank=True)
    sent_on_to = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="events_received",
        verbose_name=_("sent on to"),
        help_text=_("The body that decides next."),
    )
    case_number = models.CharField(_("case number"), max_length=60, blank=True)
    is_closed = models.BooleanField(_("closed item"), default=False)
    strategy = models.ForeignKey(
        Strategy, on_delete=models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("strategy")
    )
    initiatives: models.ManyToManyField[Initiative, EventInitiative] = models.ManyToManyField(
        Initiative, through="EventInitiative", related_name="events", verbose_name=_("initiatives")
    )
    note = models.TextField(_("note"), blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision or event")
        verbose_name_plural = _("decisions and events")
        ordering = ["municipality", "effective_start", "reference"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "reference"],
                name="event_reference_unique",
                violation_error_message=_("The municipality already has a decision or event with this reference."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def is_for(self, user: User | AnonymousUser) -> bool:
        """Whether its title may be named to the user, where it is met at something else that the user sees."""
        return not self.is_closed or self.municipality_id in access_of(user).reads_closed

    def search_text(self) -> str:
        return f"{self.title} {self.outcome_text} {self.case_number} {self.note} {self.effective_text}"


class EventInitiativeQuerySet(ChildQuerySet["EventInitiative"]):
    roots = ("initiative", "event")
    removable_when = Q()


class EventInitiative(TenantRow):
    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="initiative_links", verbose_name=_("decision or event")
    )
    initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="event_links", verbose_name=_("initiative")
    )

    objects = EventInitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("initiative of the event")
        verbose_name_plural = _("initiatives of the event")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "initiative"],
                name="event_initiative_once",
                violation_error_message=_("The initiative is already linked to this event."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event}: {self.initiative}"
