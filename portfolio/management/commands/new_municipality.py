"""manage.py new_municipality 0253 name@kommune.dk --address https://…: a municipality and its first administrator."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from organisation import writing
from organisation.access import Role
from organisation.inviting import send_invitation
from organisation.models import Membership, Municipality, User
from portfolio.demo.files import FOLDER, DemoFileError, known_municipality


class Command(BaseCommand):
    help = "Makes a municipality by its code and invites its first administrator by mail."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", help="the municipality's code, four digits, for example 0253")
        parser.add_argument("email", help="the first administrator's e-mail")
        parser.add_argument("--address", required=True, help="where the installation is, for the link in the mail")
        parser.add_argument("--name", default="", help="the administrator's name")

    def handle(self, *args: Any, code: str, email: str, address: str, name: str, **options: Any) -> None:
        place = urlsplit(address)
        if place.scheme not in ("http", "https") or not place.netloc:
            raise CommandError(_("The address must be whole, as https://pejlemaerke.example.dk; nothing was made."))
        with override("da"):
            municipality, user = make(code, email, name)
            sent = send_invitation(user, municipality, domain=place.netloc, is_secure=place.scheme == "https")
        words = {"name": municipality.name, "email": user.email}
        if not sent:
            sentence = _("%(name)s is made, but the mail to %(email)s could not be sent.")
            raise CommandError(f"{sentence % words} {_('Mend the mail server; then ask for a link to sign in.')}")
        self.stdout.write(_("%(name)s is made. %(email)s gets a mail with a link for choosing a password.") % words)


@transaction.atomic
def make(code: str, email: str, name: str) -> tuple[Municipality, User]:
    """Raises CommandError, and then nothing is made, for a code that is no municipality's or is there already."""
    if Municipality.objects.filter(code=code).exists():
        raise CommandError(_("The municipality %(code)s is there already; nothing was made.") % {"code": code})
    try:
        facts = known_municipality(FOLDER, code, "new_municipality")
    except DemoFileError as error:
        raise CommandError(
            _("%(code)s is no Danish municipality's code; nothing was made.") % {"code": code}
        ) from error
    reason = _("New municipality")
    try:
        municipality = writing.save(Municipality(code=code, **facts), by=None, reason=reason)
        user = _administrator(email, name)
        membership = Membership(municipality=municipality, user=user, role=Role.ADMINISTRATOR)
        writing.save(membership, by=None, reason=reason)
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
    return municipality, user


def _administrator(email: str, name: str) -> User:
    """Whoever is known elsewhere already keeps the account."""
    known = User.objects.filter(email=email.strip().lower()).first()
    if known is not None and not known.is_active:
        sentence = _("The user %(email)s is closed: mark the user as active again first; nothing was made.")
        raise CommandError(sentence % {"email": known.email})
    if known is not None:
        return known
    user = User(email=email, name=name)
    # A password that nobody knows: an unusable one could not be set by mail.
    user.set_password(get_random_string(60))
    return writing.save(user, by=None, reason=_("New municipality"))
