"""What every row of a municipality has: an owner, a rule for who sees it, words for its period, approval.

The columns that a row derives from others (search keys, dates read from words) are set by `prepare()`,
which both `save()` and the write path for many rows call.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.fields.files import FieldFile
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from organisation.access import Access, access_of
from organisation.models.leaving import is_archivable, is_mergeable
from organisation.periods import Period, PeriodError, Precision, parse_period

if TYPE_CHECKING:
    from organisation.models.users import User

M = TypeVar("M", bound=models.Model)


def nothing_as_zero(link: str) -> Coalesce:
    """A link that may be empty, so that "the same, both empty" is a repetition too: SQLite never sees it as one."""
    return Coalesce(F(link), Value(0), output_field=models.BigIntegerField())


def nothing_as_the_first_day(day: str) -> Coalesce:
    """The same for a date that may be empty."""
    return Coalesce(F(day), Value(datetime.date(1, 1, 1)), output_field=models.DateField())


class Approval(models.TextChoices):
    DRAFT = "draft", _("draft")
    APPROVED = "approved", _("approved")


class Row(models.Model):
    """A row whose derived columns are set before it is written."""

    # What this object has seen in the database, oldest first: how it was read, then how it was last written.
    # By it the write path tells its user's changes from those of others.
    seen: list[dict[str, Any]]
    # Columns that hold text with paragraphs, lists and links, in the marks of organisation.prose.
    prose_fields: ClassVar[frozenset[str]] = frozenset()

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any], **kwargs: Any) -> Self:
        row = super().from_db(db, field_names, values, **kwargs)
        row.seen = [dict(zip(field_names, values, strict=False))]
        return row

    def refresh_from_db(
        self,
        using: str | None = None,
        fields: Iterable[str] | None = None,
        from_queryset: models.QuerySet[Any] | None = None,
    ) -> None:
        super().refresh_from_db(using, fields, from_queryset)
        if fields is None:
            # Files by their names: a file is one object, which takes another name when a new file is saved into it.
            columns = {field.attname: getattr(self, field.attname) for field in self._meta.concrete_fields}
            self.seen = [{name: str(it) if isinstance(it, FieldFile) else it for name, it in columns.items()}]

    def prepare(self) -> None:
        """Sets derived columns; raises ValidationError naming the field whose words cannot be understood."""

    def clean(self) -> None:
        super().clean()
        self.prepare()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.prepare()
        super().save(*args, **kwargs)


NOTHING = Q(pk__in=[])
# Also where an approval has been taken back; then it is no draft that could be deleted.
AWAITS_APPROVAL = Q(approval=Approval.DRAFT)
NEVER_APPROVED = Q(approval=Approval.DRAFT, approved_at__isnull=True)


class RuledQuerySet(models.QuerySet[M]):
    """Rows with the rules of who may see, add, change, approve and delete them. A screen asks nothing else."""

    # What stands and is never changed after, what may be deleted, what waits for an approval.
    settled_when: ClassVar[Q] = NOTHING
    removable_when: ClassVar[Q] = NOTHING
    approvable_when: ClassVar[Q] = NOTHING

    def visible_to(self, user: User | AnonymousUser) -> Self:
        raise NotImplementedError

    def editable_by(self, user: User | AnonymousUser) -> Self:
        raise NotImplementedError

    def unmerged(self) -> Self:
        """Without the rows that were merged into another, which are found through that one."""
        return self.filter(merged_into__isnull=True) if is_mergeable(self.model) else self

    def current(self) -> Self:
        """Without what is archived: what lists show and what can be chosen."""
        return self.filter(archived_at__isnull=True) if is_archivable(self.model) else self

    def choosable(self) -> Self:
        """What can be linked from now on. A link that is there already stays a choice of its own form."""
        return self.current()

    def archived(self) -> Self:
        return self.filter(archived_at__isnull=False) if is_archivable(self.model) else self.none()

    def changeable_by(self, user: User | AnonymousUser) -> Self:
        """Rows that the user may change and that can still be changed: nothing posted, no approved value."""
        return self.editable_by(user).exclude(self.settled_when)

    def deletable_by(self, user: User | AnonymousUser) -> Self:
        """Drafts that were never approved, and links. All else is closed, replaced or corrected."""
        return self.changeable_by(user).filter(self.removable_when)

    def approvable_by(self, user: User | AnonymousUser) -> Self:
        return self.none()

    def addable_in(self, user: User | AnonymousUser) -> frozenset[int]:
        """Ids of the municipalities in which the user may make such rows."""
        return frozenset()

    def opened_by(self, user: User | AnonymousUser) -> bool:
        """Whether the user's roles open the administration's screen of these rows."""
        return bool(access_of(user).staff)


class TenantQuerySet(RuledQuerySet[M]):
    """Rows of municipalities, found through the rule of who may see and change them."""

    # Bodies and funding sources also hold national rows without a municipality, which everybody signed in sees.
    has_national_rows: ClassVar[bool] = False

    def published(self) -> Q:
        """What those see who only see approved content."""
        return Q()

    def visible_to(self, user: User | AnonymousUser) -> Self:
        access = access_of(user)
        rule = Q(municipality_id__in=access.staff) | (Q(municipality_id__in=access.readers) & self.published())
        if self.has_national_rows and access.user_id is not None:
            rule |= Q(municipality_id__isnull=True)
        return self.filter(rule).unmerged()

    def editable_by(self, user: User | AnonymousUser) -> Self:
        access = access_of(user)
        rule = self.editable(access)
        if self.has_national_rows and access.is_operator:
            rule |= Q(municipality_id__isnull=True)
        return self.filter(rule).unmerged()

    def editable(self, access: Access) -> Q:
        """The rows of municipalities that this access may change; administrators only, unless a subclass says more."""
        return Q(municipality_id__in=access.administered)

    def approvable_by(self, user: User | AnonymousUser) -> Self:
        """Drafts in the municipalities where the user approves."""
        return self.filter(self.approvable_when, municipality_id__in=access_of(user).approves)

    def addable_in(self, user: User | AnonymousUser) -> frozenset[int]:
        return self.adds(access_of(user))

    def adds(self, access: Access) -> frozenset[int]:
        """Municipalities in which this access may make such rows; administrators only, unless a subclass says more."""
        return access.administered

    def opened_by(self, user: User | AnonymousUser) -> bool:
        access = access_of(user)
        return bool(access.staff) or (self.has_national_rows and access.is_operator)

    def fictional(self) -> Self:
        return self.filter(is_fictional=True)


class ChildQuerySet(TenantQuerySet[M]):
    """Rows that stand under a root: seen when all their roots are seen, changed when the first root may be changed."""

    roots: ClassVar[tuple[str, ...]] = ("initiative",)

    def visible_to(self, user: User | AnonymousUser) -> Self:
        rows = super().visible_to(user)
        for root in self.roots:
            # A subquery, not a join: a join repeats a child once per membership.
            seen = self._root_model(root)._default_manager.visible_to(user)  # type: ignore[attr-defined]
            rows = rows.filter(Q(**{f"{root}__isnull": True}) | Q(**{f"{root}__in": seen}))
        return rows

    def editable_by(self, user: User | AnonymousUser) -> Self:
        """A child without its first root belongs to the municipality, so its administrators may change it."""
        home = self.roots[0]
        changeable = self._root_model(home)._default_manager.editable_by(user)  # type: ignore[attr-defined]
        orphan = Q(**{f"{home}__isnull": True}) & self.editable(access_of(user))
        return self.filter(Q(**{f"{home}__in": changeable}) | orphan).unmerged()

    def addable_in(self, user: User | AnonymousUser) -> frozenset[int]:
        """Where the user may change at least one row under which such rows stand, or a row that stands under none."""
        homes = self._root_model(self.roots[0])._default_manager.all().editable_by(user)  # type: ignore[attr-defined]
        under = frozenset(homes.order_by().values_list("municipality", flat=True).distinct())
        return under | self.adds(access_of(user)) if self.model._meta.get_field(self.roots[0]).null else under

    def _root_model(self, root: str) -> type[models.Model]:
        related = self.model._meta.get_field(root).related_model
        if not isinstance(related, type):
            raise TypeError(f"{self.model.__name__}.{root} is not a relation")
        return related


class CatalogueQuerySet(RuledQuerySet[M]):
    """Rows shared by all municipalities; only the operator changes them."""

    def opened_by(self, user: User | AnonymousUser) -> bool:
        return access_of(user).works_in_admin

    def visible_to(self, user: User | AnonymousUser) -> Self:
        return self.unmerged() if access_of(user).user_id is not None else self.none()

    def editable_by(self, user: User | AnonymousUser) -> Self:
        return self.unmerged() if access_of(user).is_operator else self.none()


class TenantRow(Row):
    municipality = models.ForeignKey(
        "organisation.Municipality", on_delete=models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    is_fictional = models.BooleanField(
        _("fictional demonstration data"),
        default=False,
        help_text=_("Marked on every page and report that shows it."),
    )

    class Meta:
        abstract = True


class Approvable(models.Model):
    """A row that only staff see until somebody has approved it."""

    approval = models.CharField(_("approval"), max_length=10, choices=Approval.choices, default=Approval.DRAFT)
    approved_by = models.ForeignKey(
        "organisation.User",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("approved by"),
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_approved(self) -> bool:
        return self.approval == Approval.APPROVED

    def approve(self, *, by: User, reason: str = "") -> None:
        """Committee members see it from now on. Raises ValidationError when it is approved already."""
        # The write path imports the models.
        from organisation import writing

        if self.is_approved:
            raise ValidationError(_("It is already approved."))
        self.approval, self.approved_by, self.approved_at = Approval.APPROVED, by, timezone.now()
        writing.save(self, by=by, reason=reason or gettext("Approved"))


def read_words(row: models.Model, prefix: str) -> None:
    """Sets the date columns of `prefix` from its words; raises ValidationError at the words' field."""
    words = getattr(row, f"{prefix}_text")
    try:
        period = parse_period(words) if words else Period("", None, None, Precision.UNKNOWN)
    except PeriodError as error:
        raise ValidationError({f"{prefix}_text": str(error)}) from error
    setattr(row, f"{prefix}_start", period.start)
    setattr(row, f"{prefix}_end", period.end)
    setattr(row, f"{prefix}_precision", period.precision)


class HasPeriod(Row):
    """When something runs, in the document's own words, with the dates that the words mean."""

    period_text = models.CharField(
        _("period"),
        max_length=400,
        blank=True,
        help_text=_("In words, for example “2017-2018”, “2nd quarter 2017” or “mid 2017 to end 2019”, in Danish."),
    )
    period_start = models.DateField(_("period from"), null=True, blank=True, editable=False)
    period_end = models.DateField(_("period to"), null=True, blank=True, editable=False)
    period_precision = models.CharField(
        _("precision of the period"),
        max_length=12,
        choices=Precision.choices,
        default=Precision.UNKNOWN,
        editable=False,
    )

    class Meta:
        abstract = True

    def prepare(self) -> None:
        super().prepare()
        read_words(self, "period")

    @property
    def period(self) -> Period:
        return Period(self.period_text, self.period_start, self.period_end, Precision(self.period_precision))


class HasEffectiveDate(Row):
    """When a fact holds in the world, which may be unknown, apart from when it was recorded here."""

    effective_text = models.CharField(
        _("date of the fact"),
        max_length=400,
        blank=True,
        help_text=_("When it holds or was decided, in words; empty when the source gives no date."),
    )
    effective_start = models.DateField(_("date from"), null=True, blank=True, editable=False)
    effective_end = models.DateField(_("date to"), null=True, blank=True, editable=False)
    effective_precision = models.CharField(
        _("precision of the date"), max_length=12, choices=Precision.choices, default=Precision.UNKNOWN, editable=False
    )
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now, editable=False)

    class Meta:
        abstract = True

    def prepare(self) -> None:
        super().prepare()
        read_words(self, "effective")

    @property
    def effective(self) -> Period:
        return Period(
            self.effective_text, self.effective_start, self.effective_end, Precision(self.effective_precision)
        )

    @property
    def is_dated(self) -> bool:
        return self.effective_start is not None
