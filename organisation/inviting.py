"""People invited: who they are to be, what stands in the way, and the mail with the link for choosing a password."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.forms import PasswordResetForm
from django.core.mail import EmailMessage
from django.db import models, transaction
from django.db.models import Q
from django.http import HttpRequest
from django.template import loader
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisation import writing
from organisation.access import Role
from organisation.models import Body, Membership, Municipality, User
from organisation.pasted_people import Pasted, read_people


def send_link(
    user: User, request: HttpRequest | None = None, *, domain: str | None = None, is_secure: bool = True
) -> None:
    """The link leads to where the request came, or to the domain."""
    form = PasswordResetForm({"email": user.email})
    if form.is_valid():
        form.save(
            request=request, domain_override=domain, use_https=request.is_secure() if request is not None else is_secure
        )


class InvitationForm(PasswordResetForm):
    """Django's form of the same link, whose mail says who invites, and fails aloud."""

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """Called by Django with the names of subject and text, context, sender, receiver and HTML, in that order."""
        subject, text, context, sender, receiver, *_html = args
        words = " ".join(loader.render_to_string(subject, context).split())
        EmailMessage(words, loader.render_to_string(text, context), sender, [receiver]).send()


def send_invitation(
    user: User,
    municipality: Municipality,
    request: HttpRequest | None = None,
    *,
    domain: str | None = None,
    is_secure: bool = True,
) -> bool:
    """Whether the mail could be handed over to the mail server. Without a request it is the operator who invites."""
    form, by = InvitationForm({"email": user.email}), str(request.user) if request else _("The operator")
    form.full_clean()
    if not any(form.get_users(user.email)):
        # Django passes over a user who is closed, and says nothing.
        return False
    try:
        form.save(
            request=request,
            domain_override=domain,
            use_https=request.is_secure() if request is not None else is_secure,
            subject_template_name="registration/invitation_subject.txt",
            email_template_name="registration/invitation_email.html",
            extra_email_context={"municipality": str(municipality), "by": by},
        )
    except OSError:  # What smtplib and sockets raise.
        return False
    return True


class Standing(models.TextChoices):
    NEW = "new", gettext_lazy("new user: gets a mail")
    KNOWN = "known", gettext_lazy("is a user already: gets the role")
    HOLDS = "holds", gettext_lazy("has the role already: nothing is changed")
    WRONG = "wrong", gettext_lazy("cannot be invited")


@dataclass(frozen=True)
class Invited:
    """One pasted person with what becomes of her; `body` and `role` are what was said, or else the usual ones."""

    pasted: Pasted
    standing: Standing
    role: Role | None
    body: Body | None
    problems: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.pasted.name


@dataclass(frozen=True)
class Usual:
    """What holds for the lines that do not say it."""

    role: str = ""
    body: Body | None = None
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None


def digest(invited: Sequence[Invited]) -> str:
    """Names what was looked at, so that nothing else is sent."""
    said = "\n".join(
        f"{one.pasted.email}|{one.name}|{one.role}|{one.body and one.body.pk}|{one.standing}" for one in invited
    )
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def look_at(text: str, municipality: Municipality, usual: Usual, today: datetime.date) -> list[Invited]:
    """In three queries, however many lines."""
    rows = Body.objects.filter(municipality=municipality).unmerged().current()
    bodies = {row.pk: row for row in rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=today))}
    names = {row.pk: (row.name, row.reference, *row.aliases.splitlines()) for row in bodies.values()}
    pasted = read_people(text, names)
    emails = {one.email for one in pasted if one.email}
    users = {user.email: user for user in User.objects.get_queryset().filter(email__in=emails)}
    held = Membership.objects.filter(municipality=municipality, user__in=users.values())
    roles = {(row.user_id, row.role, row.body_id) for row in held.exclude(valid_to__lt=today)}
    looking = _Looking(bodies, users, roles, usual)
    return [looking.judged(one) for one in pasted]


Key = tuple[str, str, int | None]


@dataclass(frozen=True)
class _Looking:
    bodies: Mapping[int, Body]
    users: Mapping[str, User]
    roles: set[tuple[int, str, int | None]]
    usual: Usual
    first: dict[Key, int] = field(default_factory=dict)

    def judged(self, one: Pasted) -> Invited:
        said = one.role or self.usual.role
        role = Role(said) if said else None
        body = self.bodies[one.body] if one.body is not None else self.usual.body
        key = (one.email, said, body.pk if body else None)
        problems = (*one.problems, *self._problems(one, role, key))
        if problems:
            return Invited(one, Standing.WRONG, role, body, problems)
        user = self.users.get(one.email)
        if user is None:
            return Invited(one, Standing.NEW, role, body)
        holds = (user.pk, said, body.pk if body else None) in self.roles
        return Invited(one, Standing.HOLDS if holds else Standing.KNOWN, role, body)

    def _problems(self, one: Pasted, role: Role | None, key: Key) -> Iterator[str]:
        if role is None:
            yield _("The role is missing: write it in the line, or choose one for all below.")
        user = self.users.get(one.email)
        if user is not None and not user.is_active:
            yield _("The user is closed. Mark the user as active again first.")
        if one.email and self.first.setdefault(key, one.line) != one.line:
            yield _("The same person and role stand in line %(line)d already.") % {"line": self.first[key]}


@transaction.atomic
def invite(
    invited: Sequence[Invited], municipality: Municipality, usual: Usual, *, by: User, today: datetime.date
) -> list[User]:
    """Writes users and roles, all or nothing; who was made is to get a mail. Raises ValidationError.

    A role that has ended is given anew from today where it was held from the same day: the old one stays as it was.
    """
    reason = _("Invited from a pasted list")
    new = {one.pasted.email: one for one in invited if one.standing == Standing.NEW}
    made = []
    for email, one in new.items():
        user = User(email=email, name=one.name)
        # A password that nobody knows: an unusable one could not be set by mail.
        user.set_password(get_random_string(60))
        made.append(user)
    writing.save_many(made, by=by, reason=reason)
    emails = [one.pasted.email for one in invited]
    users = {user.email: user for user in User.objects.get_queryset().filter(email__in=emails)}
    held = Membership.objects.filter(municipality=municipality, user__in=users.values(), valid_from=usual.valid_from)
    over = {(row.user_id, row.role, row.body_id) for row in held}
    memberships = []
    for one in invited:
        if one.standing in (Standing.NEW, Standing.KNOWN):
            row = Membership(
                municipality=municipality, user=users[one.pasted.email], role=one.role or "", body=one.body,
                valid_from=usual.valid_from, valid_to=usual.valid_to,
            )  # fmt: skip
            if (row.user_id, row.role, row.body_id) in over:
                row.valid_from = today
            memberships.append(row)
    writing.save_many(memberships, by=by, reason=reason)
    return made
