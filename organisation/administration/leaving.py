"""The buttons that archive a row and take it back, for who keeps the whole: they change everybody's lists."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from organisation.access import Access, access_of
from organisation.administration.deleting import dependents
from organisation.administration.rights import has_municipality, signed_in
from organisation.administration.verbs import Verb
from organisation.models import Archivable, Mergeable, User


def _keeps_all(access: Access) -> bool:
    return bool(access.administered | access.managed_whole) or access.is_operator


def _own(rows: Any, user: User) -> Any:
    """Rows of the catalogue are the operator's, who alone may change them."""
    access = access_of(user)
    if not has_municipality(rows.model):
        return rows.changeable_by(user)
    return rows.changeable_by(user).filter(municipality_id__in=access.administered | access.managed_whole)


def archivable(rows: Any, user: User) -> Any:
    return _own(rows, user).current()


def restorable(rows: Any, user: User) -> Any:
    return _own(rows, user).archived()


def _archive(row: Archivable, request: HttpRequest, reason: str) -> None:
    row.archive(by=signed_in(request), reason=reason)


def _restore(row: Archivable, request: HttpRequest, reason: str) -> None:
    row.restore(by=signed_in(request), reason=reason)


def _what_stays(row: models.Model, request: HttpRequest) -> str:
    """What hangs on it is untouched, and goes on saying its name."""
    told = dependents(row, signed_in(request))
    words = {"row": row, "what": ", ".join(told)}
    return gettext("“%(row)s”: these stand and still point at it: %(what)s.") % words if told else ""


ARCHIVE = Verb(
    "archive",
    _("Archive"),
    rows=archivable,
    run=_archive,
    opens=_keeps_all,
    needs_reason=True,
    can_be_undone=True,
    tells=_what_stays,
    takes_out_of_lists=True,
)
RESTORE = Verb(
    "restore",
    _("Take back from the archive"),
    rows=restorable,
    run=_restore,
    opens=_keeps_all,
    can_be_undone=True,
)


def verbs_of_leaving(model: type[models.Model]) -> tuple[Verb, ...]:
    return (ARCHIVE, RESTORE) if issubclass(model, Archivable) else ()


def merged_part(model: type[models.Model]) -> list[tuple[type[models.Model], str]]:
    """The history of what was merged into a row is read with its own."""
    return [(model, "merged_into")] if issubclass(model, Mergeable) else []
