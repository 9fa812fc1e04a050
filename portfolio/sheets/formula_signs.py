"""Texts that a spreadsheet program would take for a formula when it opens a file of plain text.

Such a text gets an apostrophe in front, which the programs do not show, and loses it again when the file comes back.
"""

from __future__ import annotations

import re

# The wide forms are formulas in East Asian editions of the programs.
SIGNS = "=+-@＝＋－＠\t\r"
_FORMULA = re.compile(rf"'*\s*[{re.escape(SIGNS)}]")
_NEUTRALISED = re.compile(rf"''*\s*[{re.escape(SIGNS)}]")


def neutralised(text: str) -> str:
    """The text, with one apostrophe more where it begins as a formula or as one that has been neutralised."""
    return f"'{text}" if _FORMULA.match(text) else text


def restored(text: str) -> str:
    """What `neutralised` was given."""
    return text[1:] if _NEUTRALISED.match(text) else text
