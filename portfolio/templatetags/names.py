"""Other names of a thing, in a line to be read."""

from django import template

register = template.Library()


@register.filter
def other_names(text: str) -> str:
    """One on each line, as they are kept for the search; those that differ in capitals alone are named once."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        if name := line.strip():
            found.setdefault(name.casefold(), name)
    return "; ".join(found.values())
