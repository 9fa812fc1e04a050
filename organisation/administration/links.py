"""Links above a list to the pages of ours that do the same for the whole municipality, for who administers it."""

from __future__ import annotations

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from organisation.access import access_of
from organisation.models import Municipality, User


def catalogue_links(user: User, kind: str) -> list[tuple[str, str]]:
    """What the operator does to the whole catalogue; `kind` is what she merges."""
    if not access_of(user).is_operator:
        return []
    merging = f"{reverse('merge-catalogue')}?slags={kind}"
    return [(_("Suggestions for the catalogue"), reverse("suggestions")), (_("Merge duplicates"), merging)]


def structure_links(user: User, *pages: tuple[str | Promise, str]) -> list[tuple[str, str]]:
    """(words, address) of each page, given as (words, name of its address); with the municipality where one has two."""
    homes = list(Municipality.objects.filter(pk__in=access_of(user).administered))
    return [
        (f"{words}: {home}" if len(homes) > 1 else str(words), reverse(name, args=[home.code]))
        for home in homes
        for words, name in pages
    ]
