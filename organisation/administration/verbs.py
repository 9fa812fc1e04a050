"""What is done to a row besides editing it, such as approving: a button on its page and an action of its list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.contrib.admin.helpers import ActionForm
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.forms import CharField, HiddenInput, TextInput
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from organisation import writing
from organisation.access import Access, access_of
from organisation.administration.reasons import check_reason
from organisation.administration.refusing import page_again
from organisation.administration.rights import rows_of, signed_in
from organisation.administration.seen import Marks, mark_of, read_marks, refuse_changed
from organisation.administration.undoing import tell_where_undone
from organisation.models import Approvable, User
from organisation.models.rows import NOTHING

MOST_TOLD = 10


@dataclass(frozen=True)
class Verb:
    """`rows` narrows a QuerySet to the rows to which the user may do it now; `opens` asks the roles alone."""

    name: str
    label: str | Promise
    rows: Callable[[Any, User], Any]
    run: Callable[[Any, HttpRequest, str], None]
    opens: Callable[[Access], bool]
    needs_reason: bool = False
    # Said after it is done, where it stands for good.
    afterwards: str | Promise = ""
    can_be_undone: bool = False
    # Of each row, when it is done: what one would not see by oneself.
    tells: Callable[[models.Model, HttpRequest], str] | None = None
    takes_out_of_lists: bool = False

    def fits(self, row: models.Model, user: User) -> bool:
        return bool(self.rows(rows_of(type(row)).filter(pk=row.pk), user).exists())

    def apply(self, rows: Sequence[models.Model], request: HttpRequest, reason: str) -> None:
        """All or none. Raises ValidationError with the sentence of the first row that refuses."""
        with transaction.atomic():
            for row in rows:
                # What is changed between this reading and the writing is no more seen than what was changed before.
                writing.only_as_read(row)
                self.run(row, request, reason)


def _approve(row: Approvable, request: HttpRequest, reason: str) -> None:
    row.approve(by=signed_in(request), reason=reason)


APPROVE = Verb(
    "approve",
    gettext_lazy("Approve"),
    rows=lambda rows, user: rows.approvable_by(user),
    run=_approve,
    opens=lambda access: bool(access.approves),
    afterwards=gettext_lazy("An approval is not undone: what is wrong is changed with a reason, closed or corrected."),
)
# Of what may be changed afterwards too: it waits again, until something has been built on it.
APPROVE_FOR_NOW = replace(APPROVE, afterwards="", can_be_undone=True)


def approval_of(model: type[models.Model]) -> tuple[Verb, ...]:
    if not issubclass(model, Approvable):
        return ()
    return (APPROVE_FOR_NOW if rows_of(model).settled_when == NOTHING else APPROVE,)


class ReasonActionForm(ActionForm):
    """The choice of an action in a list, with room for the reason that the history keeps."""

    # How long it may be is said by what does it, which then shows the list again with the same ticks.
    reason = CharField(label=gettext_lazy("Reason"), required=False, widget=TextInput(attrs={"size": "20"}))
    seen = CharField(label="", required=False, widget=HiddenInput)


def as_action(verb: Verb) -> tuple[Callable[..., HttpResponse | None], str, str]:
    """The verb as Django's list of actions takes it: function, name, words."""

    def act(model_admin: Any, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        user, chosen = signed_in(request), list(queryset)
        ready = list(verb.rows(queryset, user))
        if len(ready) < len(chosen):
            sentence = ngettext(
                "“%(verb)s” is not possible for %(n)d of the chosen rows. Nothing was done.",
                "“%(verb)s” is not possible for %(n)d of the chosen rows. Nothing was done.",
                len(chosen) - len(ready),
            )
            messages.error(request, sentence % {"verb": verb.label, "n": len(chosen) - len(ready)})
            return page_again(request, request.get_full_path())
        now = [(row, mark_of(row)) for row in ready]
        if not perform(verb, now, request, read_marks(request.POST.get("seen", ""))):
            return page_again(request, request.get_full_path())
        return None

    return act, verb.name, str(verb.label)


def perform(verb: Verb, now: Sequence[tuple[models.Model, str]], request: HttpRequest, seen: Marks) -> bool:
    """Does it to the rows and says so, or says why not: False. `now`: rows with their marks; `seen`: the user's."""
    reason, rows = request.POST.get("reason", ""), [row for row, _mark in now]
    if verb.needs_reason and not reason.strip():
        messages.error(request, _("Say why: the reason is missing. Nothing was done."))
        return False
    try:
        check_reason(reason)
        refuse_changed(now, seen)
        verb.apply(rows, request, reason.strip())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return False
    done = ngettext("“%(verb)s” done for %(n)d row.", "“%(verb)s” done for %(n)d rows.", len(rows))
    messages.success(
        request, " ".join(filter(None, [done % {"verb": verb.label, "n": len(rows)}, str(verb.afterwards)]))
    )
    for said in (verb.tells(row, request) for row in rows[:MOST_TOLD] if verb.tells is not None):
        if said:
            messages.info(request, said)
    if rows and verb.can_be_undone:
        tell_where_undone(request, rows[0])
    return True


def verbs_for(verbs: Sequence[Verb], user: User) -> list[Verb]:
    return [verb for verb in verbs if verb.opens(access_of(user))]
