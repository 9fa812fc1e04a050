"""How much of an initiative is written: the texts under the headings that the municipality uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Count
from django.utils.translation import gettext as _

from initiatives.models import Heading, Initiative, InitiativeText
from portfolio.overview import shapes


def completeness(headings: Iterable[tuple[shapes.Link, bool]]) -> shapes.Completeness:
    """`headings` are those in use, each with whether something is written under it."""
    asked = list(headings)
    missing = tuple(link for link, is_written in asked if not is_written)
    return shapes.Completeness(completeness_text(len(asked) - len(missing), len(asked)), missing)


def completeness_text(written: int, headings: int) -> str:
    """Empty where the municipality has no headings."""
    if not headings:
        return ""
    return _("%(written)d of %(headings)d filled in") % {"written": written, "headings": headings}


def completeness_texts(initiatives: Sequence[Initiative]) -> Mapping[int, str]:
    """For a list: how much is written of each, by its primary key; two queries."""
    written = written_texts(row.pk for row in initiatives)
    headings = headings_in_use({row.municipality_id for row in initiatives})
    return {
        row.pk: completeness_text(written.get(row.pk, 0), headings.get(row.municipality_id, 0)) for row in initiatives
    }


def written_texts(initiatives: Iterable[int]) -> Mapping[int, int]:
    """How many of the headings in use each initiative has a text under; one query."""
    texts = InitiativeText.objects.filter(initiative__in=initiatives, heading__is_active=True)
    return dict(texts.order_by().values_list("initiative").annotate(number=Count("pk")))


def headings_in_use(municipalities: Iterable[int]) -> Mapping[int, int]:
    """How many headings each municipality uses; one query."""
    headings = Heading.objects.filter(municipality__in=municipalities, is_active=True)
    return dict(headings.order_by().values_list("municipality").annotate(number=Count("pk")))
