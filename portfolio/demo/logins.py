"""The demo users' one password, which is no secret: it opens nothing but made-up and published content."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext as _

from organisation import writing
from organisation.models import User
from portfolio.demo.loading import LOADER_EMAIL

PASSWORD = "pejlemaerke-demo"  # noqa: S105 - printed to whoever starts the demonstration
DOMAIN = "@demo.invalid"


def demo_users() -> list[User]:
    """Those whose address ends in the domain of the demonstration, which no mail can reach."""
    return list(User.objects.filter(email__endswith=DOMAIN, is_active=True).exclude(email=LOADER_EMAIL))


def set_passwords(users: Sequence[User]) -> list[User]:
    """Gives those without a password the common one; returns those who had chosen their own."""
    # One hash for all: the password is the same and is printed, and a slow hash for each would take half a minute.
    encoded = make_password(PASSWORD)
    without = [user for user in users if not user.has_usable_password()]
    for user in without:
        user.password = encoded
    writing.save_many(without, by=None, reason=_("Demo logins"), validate=False)
    return _with_their_own(users)


def _with_their_own(users: Sequence[User]) -> list[User]:
    """Each different hash is tried once."""
    right: dict[str, bool] = {}
    for user in users:
        if user.password not in right:
            right[user.password] = user.check_password(PASSWORD)
    return [user for user in users if not right[user.password]]
