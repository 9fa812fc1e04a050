"""Whether the texts of a print sheet can be told from the paper, also in grey: computed from its rules.

Source: WCAG 2.2, relative luminance and contrast ratio; 4.5 for text. Paper is white, and our rules set no other
background under text; one that does is measured against its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import tinycss2
from tinycss2.color3 import parse_color

LEAST = 4.5
PAPER = (1.0, 1.0, 1.0)
Colour = tuple[float, float, float]


def faint(css: str) -> list[str]:
    """ "selector: 3.9" for each rule whose text is too faint."""
    return [f"{selector}: {ratio:.1f}" for selector, ratio in ratios(css) if ratio < LEAST]


def ratios(css: str) -> Iterator[tuple[str, float]]:
    """Each rule that sets a text's colour, with its contrast; the rules in an @page are those of its margins."""
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule" or (rule.type == "at-rule" and rule.at_keyword == "page"):
            yield from _of_rule(tinycss2.serialize(rule.prelude).strip(), rule.content)


def _of_rule(selector: str, content: Any) -> Iterator[tuple[str, float]]:
    declared: dict[str, Any] = {}
    for one in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if one.type == "at-rule":
            yield from _of_rule(f"{selector} @{one.at_keyword}".strip(), one.content)
        elif one.type == "declaration":
            declared[one.lower_name] = one.value
    if "color" in declared:
        text = _colour(declared["color"])
        ground = _colour(declared.get("background-color") or declared.get("background", ()))
        if text is not None:
            yield selector, contrast(text, ground or PAPER)


def _colour(tokens: Any) -> Colour | None:
    """The first colour among the tokens; None where there is none, as in `inherit`."""
    found = (parse_color(token) for token in tokens)
    return next(((one.red, one.green, one.blue) for one in found if one not in (None, "currentColor")), None)


def contrast(one: Colour, other: Colour) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
