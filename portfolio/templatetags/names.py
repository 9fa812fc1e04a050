"""Names as a page says them: other names in a line to be read, and where a long one may be broken."""

import re
from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

register = template.Library()

# Between words: not in "2017/18".
SLASH = re.compile(r"(?<=[^\W\d_]|-)/(?=[^\W\d_])")
MAY_BREAK = mark_safe("/<wbr>")


@register.filter
def breakable(text: object) -> SafeString:
    """Browsers do not break after a slash: a narrow column cuts "Bruger-/pårørendeundersøgelse" anywhere."""
    return format_html_join(MAY_BREAK, "{}", ((part,) for part in SLASH.split(str(text))))


@register.filter
def other_names(text: str) -> str:
    """One on each line, as they are kept for the search; those that differ in capitals alone are named once."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        if name := line.strip():
            found.setdefault(name.casefold(), name)
    return "; ".join(found.values())


@register.filter
def names_itself_fictional(row: Mapping[str, Any]) -> bool:
    """Whether its own name ends with the mark of what is made up, which is then not said twice."""
    mark = f"({_('fictional')})"
    return any(str(row.get(name, "")).rstrip().endswith(mark) for name in ("name", "title", "label"))
