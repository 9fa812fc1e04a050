"""Days and moments in the words of the language: 29. august 2017, 14.05."""

import datetime

from django import template
from django.utils import timezone

from organisation.printing import format_date

register = template.Library()


@register.filter
def day(value: datetime.date | None) -> str:
    return format_date(value) if value else ""


@register.filter
def moment(value: datetime.datetime | None) -> str:
    """In the time zone of the reader."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    return f"{format_date(local.date())}, {local:%H.%M}"
