"""The language of what the process says that makes a PDF: our translations, and nothing else of the settings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


@contextmanager
def speaking(language: str) -> Iterator[None]:
    import django
    from django.conf import settings
    from django.utils import translation

    if not settings.configured:
        settings.configure(
            LOCALE_PATHS=[ROOT / "locale"], LANGUAGE_CODE="da", LANGUAGES=[("da", "da"), ("en", "en")], USE_I18N=True
        )
        django.setup(set_prefix=False)
    with translation.override(language):
        yield
