"""What a page says of itself: which page of a long list it shows, and whether something on it is to be mended."""

from typing import Any

from django import template
from django.contrib.messages import ERROR
from django.core.paginator import Page
from django.forms.forms import BaseForm
from django.utils.translation import gettext as _

from portfolio.dashboards.reading import page_problem

register = template.Library()


@register.simple_tag(takes_context=True)
def other_page_than_asked(context: template.Context) -> str:
    """A sentence where the list, `page` in the context, shows another page than the address asks for; or ""."""
    page: Any = context.get("page")
    request = context.get("request")
    if request is None or not isinstance(page, Page):
        return ""
    return page_problem(request, page.number, page.paginator.num_pages)


@register.simple_tag(takes_context=True)
def error_in_title(context: template.Context) -> str:
    """The first word of the title of a page whose form or button was refused; else ""."""
    said: Any = context.flatten().values()
    # What a view has not asked about itself is not asked here: it would ask the database.
    refused = any(isinstance(one, BaseForm) and one.is_bound and getattr(one, "_errors", None) for one in said)
    told = any(message.level >= ERROR for message in context.get("messages") or ())
    return f"{_('Error')}: " if refused or told or context.get("wrong") else ""
