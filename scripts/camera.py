"""What takes the pictures: somebody's browser, and the folder that they go to."""

import hashlib
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page
from screenshots import ROOT, sign_in

TARGET = ROOT / "var" / "pictures"
# A phone, a tablet and a screen, each with its height.
SIZES = ((320, 700), (768, 1024), (1280, 900))
# What differs from person to person without being part of what the page says.
PERSONAL = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|<span class="pm-user">[^<]*</span>')


@dataclass
class Camera:
    """Somebody's browser, and the folder of the town whose pages it takes."""

    page: Page
    town: str
    sizes: tuple[tuple[int, int], ...] = SIZES

    def take(self, path: str, name: str) -> None:
        """The page follows its width by itself, and is asked for once; what the administration folds is asked anew."""
        for size in self.sizes:
            if size == self.sizes[0] or path.startswith("/admin/"):
                self.page.set_viewport_size({"width": size[0], "height": size[1]})
                self.open(path)
            self._shoot(name, size)

    def shoot(self, name: str) -> None:
        """The page as it stands now."""
        for size in self.sizes:
            self._shoot(name, size)

    def _shoot(self, name: str, size: tuple[int, int]) -> None:
        width, height = size
        folder = TARGET / str(width) / self.town
        folder.mkdir(parents=True, exist_ok=True)
        self.page.set_viewport_size({"width": width, "height": height})
        # In a window as high as the page: what keeps to the foot of the window would else lie over its middle.
        whole = self.page.evaluate("document.documentElement.scrollHeight")
        self.page.set_viewport_size({"width": width, "height": max(height, whole)})
        self.page.screenshot(path=folder / f"{name}.png", full_page=True)

    def open(self, path: str) -> None:
        answer = self.page.goto(path)
        if answer is None or not answer.ok:
            sys.exit(f"{path} answered {answer.status if answer else 'nothing'}.")

    def sees(self, path: str) -> str:
        """What the page says, in a word that is the same for all who see the same; empty where it is not for them."""
        answer = self.page.request.get(path)
        said = PERSONAL.sub("", answer.text()) if answer.ok else ""
        return hashlib.sha256(said.encode()).hexdigest() if said else ""

    def links_to(self, path: str) -> bool:
        """Whether the page that is open leads there: a page that is not offered is refused, and no screen."""
        return self.page.locator(f'a[href^="{path}"]').count() > 0

    def press(self, name: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).first.click()


@dataclass
class Studio:
    browser: Browser
    address: str
    password: str
    sizes: tuple[tuple[int, int], ...] = SIZES

    @contextmanager
    def camera(self, role: str, town: str, language: str = "da") -> Iterator[Camera]:
        context = self.browser.new_context(locale="da-DK", base_url=self.address)
        page = context.new_page()
        sign_in(page, f"{role}.{town}@demo.invalid" if town else f"{role}@demo.invalid", self.password)
        context.add_cookies([{"name": "django_language", "value": language, "url": self.address}])
        yield Camera(page, town or role, self.sizes)
        context.close()
