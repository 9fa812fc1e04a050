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
def cite(context: RequestContext, sources: Iterable[Source]) -> SafeString:
    """ "[3]" with a link to the page's list of sources. The view puts a SourceNotes into the context as `notes`."""
    notes = context["notes"].cite(sources)
    if not notes:
        return SafeString("")
    links = format_html_join(
        "",
        '<a href="#source-{}" aria-label="{}">{}</a>',
        ((note.number, _("Source %(number)d") % {"number": note.number}, note.number) for note in notes),
    )
    inferred = all(note.source.mark == "inferred" for note in notes)
    word = format_html(' <span class="pm-mark">{}</span>', _("inferred by us")) if inferred else ""
    return format_html('<span class="pm-cite">{}</span>{}', links, word)
