"""Takes a picture of every page at three widths, to be looked at: var/pictures/<width>/<town>-<page>.png.

Starts a server of its own on a free port, with a temporary database that holds the demonstration.
"""

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from screenshots import ROOT, demonstration, sign_in

TARGET = ROOT / "var" / "pictures"
WIDTHS = (320, 768, 1280)
TOWNS = {"0101": "koebenhavn", "0151": "ballerup", "0167": "hvidovre", "0175": "roedovre", "0751": "aarhus"}
MAIN = {
    "portfolio": "", "cards": "?view=cards&by=target_group", "map": "strategikort/", "year": "aarshjul/?year=2018",
    "budget": "budget/", "reports": "rapporter/",
}  # fmt: skip
# Of what the main pages link to, the first of each kind.
KINDS = (
    "strategier", "maal", "maalgrupper", "metoder", "indsatser", "indikatorer", "udvalg", "budget/linjer",
    "budget/kilder",
)  # fmt: skip


def main() -> int:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        sys.exit("Chromium is needed. On Debian: apt-get install chromium")
    with (
        tempfile.TemporaryDirectory() as directory,
        demonstration(Path(directory)) as (address, password),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for code, town in TOWNS.items():
            take_town(browser, address, password, code, town)
        browser.close()
    return 0


def take_town(browser: Browser, address: str, password: str, code: str, town: str) -> None:
    pages: dict[str, str] = {}
    for width in WIDTHS:
        context = browser.new_context(viewport={"width": width, "height": 900}, locale="da-DK", base_url=address)
        page = context.new_page()
        sign_in(page, f"udvalgsmedlem.{town}@demo.invalid", password)
        pages = pages or dict(found(page, code))
        folder = TARGET / str(width)
        folder.mkdir(parents=True, exist_ok=True)
        for name, path in pages.items():
            answer = page.goto(path)
            if answer is None or not answer.ok:
                sys.exit(f"{path} answered {answer.status if answer else 'nothing'}.")
            page.screenshot(path=folder / f"{town}-{name}.png", full_page=True)
        context.close()
    print(f"{town}: {len(pages)} pages at {len(WIDTHS)} widths in {TARGET.relative_to(ROOT)}", flush=True)


def found(page: Page, code: str) -> Iterator[tuple[str, str]]:
    """The main pages, and the first page of each kind that they and the pages they lead to link to."""
    yield from ((name, f"/{code}/{path}") for name, path in MAIN.items())
    read = ""
    for path in ("", "?by=target_group", "?by=method", "strategikort/", "budget/"):
        page.goto(f"/{code}/{path}")
        read += page.content()
    if first := re.search(rf'href="(/{code}/indsatser/[^"?#]+)"', read):
        page.goto(first[1])
        read += page.content()
    for kind in KINDS:
        if link := re.search(rf'href="(/{code}/{kind}/[^"?#/]+/)"', read):
            yield kind.replace("/", "-"), link[1]


if __name__ == "__main__":
    sys.exit(main())
