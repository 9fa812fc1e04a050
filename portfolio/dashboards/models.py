"""What a reader keeps for herself: named views of the portfolio, and the address of a calendar without sign-in."""

from __future__ import annotations

import hashlib
import secrets
from typing import Self, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organisation import writing
from organisation.access import access_of
from organisation.models import Municipality, TenantQuerySet, TenantRow, User

LONGEST_QUERY = 2000

R = TypeVar("R", bound=models.Model)


class OwnQuerySet(TenantQuerySet[R]):
    """Rows that nobody but their user sees and changes, in the municipalities that she belongs to today."""

    removable_when = Q()

    def visible_to(self, user: User | AnonymousUser) -> Self:
        access = access_of(user)
        return self.filter(user_id=access.user_id, municipality_id__in=access.members)

    def editable_by(self, user: User | AnonymousUser) -> Self:
        return self.visible_to(user)


class OwnRow(TenantRow):
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", verbose_name=_("user"))
    created_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)

    class Meta:
        abstract = True


class SavedViewQuerySet(OwnQuerySet["SavedView"]):
    pass


class SavedView(OwnRow):
    """A view of the portfolio under a name of its own: the filters and the way of showing them, as in the address."""

    name = models.CharField(_("name of the view"), max_length=80)
    query = models.CharField(_("filters"), max_length=LONGEST_QUERY, blank=True)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "user", "name"],
                name="saved_view_name_once",
                violation_error_message=_("You already have a view with this name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        page = reverse("portfolio", args=[self.municipality.code])
        # As a query, so that a name or value in it is never more than that.
        return f"{page}?{QueryDict(self.query).urlencode()}" if self.query else page

    def shows(self, query: str) -> bool:
        """Whether a query shows the same, whether as a table or as cards and in whatever order it is written."""
        one, other = (dict(QueryDict(words).lists()) for words in (self.query, query))
        one.pop("view", None)
        other.pop("view", None)
        return one == other


class FeedQuerySet(OwnQuerySet["CalendarFeed"]):
    def in_use(self) -> Self:
        return self.filter(revoked_at__isnull=True)


class CalendarFeed(OwnRow):
    """Who knows the token reads the calendar with its user's rights. Only the token's checksum is kept."""

    token_sha256 = models.CharField(_("checksum of the address"), max_length=64, unique=True, editable=False)
    revoked_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)

    objects = FeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.user}"


def checksum(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def open_feed(user: User, municipality: Municipality) -> str:
    """The new token, which nobody can read again; addresses that the user had for the municipality stop working."""
    close_feeds(user, municipality)
    token = secrets.token_urlsafe(32)
    writing.save(CalendarFeed(municipality=municipality, user=user, token_sha256=checksum(token)), by=user)
    return token


def close_feeds(user: User, municipality: Municipality) -> None:
    feeds = list(CalendarFeed.objects.in_use().filter(user=user, municipality=municipality))
    for feed in feeds:
        feed.revoked_at = timezone.now()
    writing.save_many(feeds, by=user)
