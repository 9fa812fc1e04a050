"""Chromium on the live server: somebody signed in, at a given width, with everything the console says kept."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page

from organisation.models import User

AXE = Path(settings.BASE_DIR) / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def chromium() -> str:
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        raise RuntimeError("Chromium is needed; scripts/setup test installs it.")
    return found


@dataclass
class Reader:
    """A page in the browser with what its console said."""

    page: Page
    address: str
    said: list[str] = field(default_factory=list)

    def open(self, path: str) -> int:
        """The status of the answer."""
        answer = self.page.goto(f"{self.address}{path}")
        assert answer is not None
        return answer.status

    def axe(self) -> list[str]:
        """What axe-core objects to: rule, and the first element. Through evaluate: the CSP refuses scripts."""
        self.page.evaluate(AXE.read_text())
        result: dict[str, Any] = self.page.evaluate(f"axe.run(document, {{runOnly: {RULES!r}}})")
        return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in result["violations"]]

    def sideways(self) -> int:
        """How many pixels the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@contextmanager
def reading(
    browser: Browser, address: str, user: User, *, width: int = 1280, language: str = "da", scripts: bool = True
) -> Iterator[Reader]:
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="da-DK", java_script_enabled=scripts)
    client = Client()
    client.force_login(user)
    cookies = {
        settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value,
        settings.LANGUAGE_COOKIE_NAME: language,
    }
    context.add_cookies([{"name": name, "value": value, "url": address} for name, value in cookies.items()])
    page = context.new_page()
    reader = Reader(page, address)
    page.on("console", lambda message: reader.said.append(message.text))
    page.on("pageerror", lambda error: reader.said.append(str(error)))
    try:
        yield reader
    finally:
        context.close()
