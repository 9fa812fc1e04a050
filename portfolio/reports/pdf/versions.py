"""The programs and fonts that decide how a page comes out: the same of these, and the same bytes."""

from __future__ import annotations

import ctypes
import hashlib
from ctypes.util import find_library
from functools import cache
from importlib.metadata import version
from pathlib import Path

from portfolio.reports.pdf.fonts import font_hashes

# Libraries of the system, with the function that gives their version as a string.
LIBRARIES = {"pango": ("pango-1.0", "pango_version_string"), "harfbuzz": ("harfbuzz", "hb_version_string")}
PACKAGES = ("weasyprint", "pydyf", "pikepdf", "fonttools")


@cache
def engine_versions() -> dict[str, str]:
    """By name; a library that is not there is "missing": the check at the start says what to install."""
    return {name: version(name) for name in PACKAGES} | {
        name: _library_version(library, function) for name, (library, function) in LIBRARIES.items()
    }


def _library_version(library: str, function: str) -> str:
    found = find_library(library)
    if found is None:
        return "missing"
    ask = getattr(ctypes.CDLL(found), function)
    ask.restype = ctypes.c_char_p
    return str(ask().decode())


@cache
def press_digest() -> str:
    """SHA-256 of all that a part's bytes hang on beside its own content: our code, the programs and the fonts."""
    code = [path.read_text() for path in sorted(Path(__file__).parent.glob("*.py"))]
    words = [*code, *map(str, sorted(engine_versions().items())), *map(str, sorted(font_hashes().items()))]
    return hashlib.sha256("\x00".join(words).encode()).hexdigest()
