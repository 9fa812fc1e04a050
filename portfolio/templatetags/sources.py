"""Marks beside facts: the numbers of their sources, and a word where a fact is not the document's own."""

from collections.abc import Iterable

from django import template
from django.template.context import RequestContext
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from portfolio.overview.shapes import Source

register = template.Library()


@register.simple_tag(takes_context=True)
def cite(context: RequestContext, sources: Iterable[Source], besides: Iterable[Source] = ()) -> SafeString:
    """ "[3]" with a link to the page's list of sources, which the view puts into the context as `notes`.

    What is cited for the whole row already is given as `besides`, and not repeated in each of its cells.
    """
    notes = context["notes"].cite(sources)
    known = context["notes"].cite(besides)
    links = format_html_join(
        "",
        '<a href="#source-{}" aria-label="{}">{}</a>',
        (
            (note.number, _("Source %(number)d") % {"number": note.number}, note.number)
            for note in notes
            if note not in known
        ),
    )
    inferred = notes and all(note.source.mark == "inferred" for note in notes)
    word = format_html(' <span class="pm-mark">{}</span>', _("inferred by us")) if inferred else SafeString("")
    return format_html('<span class="pm-cite">{}</span>{}', links, word) if links else word
