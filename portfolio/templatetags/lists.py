"""Which page of a long list is shown."""

from typing import Any

from django import template
from django.core.paginator import Page

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
