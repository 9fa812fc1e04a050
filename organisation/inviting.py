"""The mail with the link by which a user sets a password, the same as for a forgotten one."""

from __future__ import annotations

from django.contrib.auth.forms import PasswordResetForm
from django.http import HttpRequest

from organisation.models import User


def send_link(
    user: User, request: HttpRequest | None = None, *, domain: str | None = None, is_secure: bool = True
) -> None:
    """The link leads to where the request came, or to the domain."""
    form = PasswordResetForm({"email": user.email})
    if form.is_valid():
        form.save(
            request=request, domain_override=domain, use_https=request.is_secure() if request is not None else is_secure
        )
