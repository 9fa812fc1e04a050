"""A list without rows says why, what belongs in it, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from organisation.administration.rights import rows_of, signed_in
from organisation.models import ChildQuerySet, Municipality

if TYPE_CHECKING:
    from organisation.administration.base import HouseAdmin


@dataclass(frozen=True)
class Emptiness:
    """`sentences` in their order, and the next steps as (words, address)."""

    sentences: list[str]
    steps: list[tuple[str, str]]
    # A search or a filter has found nothing: they stand, to be changed.
    is_narrowed: bool = False


def emptiness(screen: HouseAdmin, request: HttpRequest, found: Any, links: list[tuple[str, str]]) -> Emptiness:
    """Of `found`, Django's list without rows; `links` stand above it already and are next steps too."""
    here = reverse(f"admin:{screen.opts.app_label}_{screen.opts.model_name}_changelist")
    everything = _("Show all of %(kind)s") % {"kind": screen.opts.verbose_name_plural}
    if request.GET.get("archived") and not found.query:
        return Emptiness([_("Nothing like it is in the archive.")], [(everything, here)], is_narrowed=True)
    if found.query or found.has_active_filters:
        return Emptiness([_nothing_matches(found)], [(everything, here)], is_narrowed=True)
    if found.root_queryset.exists():
        return Emptiness([_("All of it is in the archive.")], [(_("Look in the archive"), f"{here}?archived=only")])
    steps = list(_next(screen, request, links))
    sentences = [_("There is nothing here yet."), str(screen.belongs)]
    if not steps:
        sentences.append(_("Your role cannot make it. Ask an administrator of the municipality."))
        steps = [(_("Go to your work"), reverse("admin:index"))]
    return Emptiness(sentences, steps)


def _nothing_matches(found: Any) -> str:
    if found.query:
        words = {"words": found.query}
        with_filters = _("Nothing matches “%(words)s” and the filters. Try fewer letters, or take a filter away.")
        alone = _("Nothing matches “%(words)s”. Try fewer letters, or another word.")
        return (with_filters if found.has_active_filters else alone) % words
    return _("Nothing matches the filters. Take one away, and more is found.")


def _next(screen: HouseAdmin, request: HttpRequest, links: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    user = signed_in(request)
    first = _missing_root(screen, request)
    if first is not None:
        words = _("First: %(kind)s") % {"kind": capfirst(str(first._meta.verbose_name_plural))}
        yield words, reverse(f"admin:{first._meta.app_label}_{first._meta.model_name}_changelist")
    elif screen.has_add_permission(request):
        words = _("Add %(kind)s") % {"kind": screen.opts.verbose_name}
        yield words, reverse(f"admin:{screen.opts.app_label}_{screen.opts.model_name}_add")
    home = Municipality.objects.in_earnest().filter(pk__in=rows_of(screen.model).addable_in(user)).first()
    if home is not None:
        yield from ((str(words), reverse(name, args=[home.code])) for words, name in screen.made_at)
    yield from links


def _missing_root(screen: HouseAdmin, request: HttpRequest) -> Any:
    """What such rows stand under, when there is none of it to be seen either and they cannot be made without."""
    rows = rows_of(screen.model)
    if not isinstance(rows, ChildQuerySet):
        return None
    root: Any = screen.model._meta.get_field(rows.roots[0])
    above = rows_of(root.related_model)
    can_be_made = root.null and screen.has_add_permission(request)
    is_missing = not can_be_made and not above.visible_to(signed_in(request)).exists()
    return root.related_model if is_missing and root.related_model in screen.admin_site._registry else None
