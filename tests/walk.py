"""Walks the running application as each role: signs in, filters, edits, orders and downloads a report.

`python -m tests.walk http://localhost:8000` after `make run`; ends with 1 and a line for each thing that is wrong.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page, sync_playwright

AXE = Path(__file__).resolve().parents[1] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PASSWORD = "pejlemaerke-demo"  # the demonstration's, printed by make run
CODE, TOWN = "0151", "ballerup"
MINUTES_FOR_A_REPORT = 3
STAFF = ("administrator", "medarbejder", "oekonomi", "leder")
READERS = ("udvalgsmedlem", "laeser")
# Who may change the municipality's initiatives, whoever leads them.
EDITORS = ("administrator", "leder")


@dataclass
class Walk:
    """One person's way through the application, and what was wrong on it."""

    page: Page
    address: str
    who: str
    wrong: list[str]
    said: list[str] = field(default_factory=list)

    def look(self, where: str) -> None:
        """The page as it stands: silent, and without objections of axe-core, which itself makes the console speak."""
        self.wrong += [f"{self.who} {where}: the console says {words}" for words in self.said]
        self.page.evaluate(AXE.read_text())
        result: dict[str, Any] = self.page.evaluate(f"axe.run(document, {{runOnly: {RULES!r}}})")
        self.wrong += [
            f"{self.who} {where}: axe {one['id']} {one['nodes'][0]['html'][:160]}" for one in result["violations"]
        ]
        self.said.clear()

    def open(self, path: str) -> None:
        answer = self.page.goto(f"{self.address}{path}")
        if answer is None or answer.status != 200:
            self.wrong.append(f"{self.who} {path}: answers {answer and answer.status}")
        self.look(path)

    def follow(self, selector: str) -> None:
        href = self.page.locator(selector).first.get_attribute("href")
        self.open(href or "")

    def sign_in(self) -> None:
        self.page.goto(self.address)
        self.look("the sign-in")
        self.page.fill("input[name=username]", f"{self.who}@demo.invalid")
        self.page.fill("input[name=password]", PASSWORD)
        with self.page.expect_navigation():
            self.page.click("main button[type=submit]")

    def read(self) -> None:
        self.open(f"/{CODE}/")
        self.open(f"/{CODE}/?q=ven")
        if self.page.locator(f"a[href^='/{CODE}/indsatser/']:not([href*=regneark])").count() == 0:
            self.wrong.append(f"{self.who}: the search for “ven” finds nothing")
        self.follow(f"main a[href^='/{CODE}/indsatser/']:not([href*=regneark])")
        self.open(f"/{CODE}/")
        self.follow(f"main a[href^='/{CODE}/strategier/']:not([href*=regneark])")
        self.open(f"/{CODE}/rapporter/")

    def edit(self) -> None:
        """Changes the summary of an initiative and finds it changed; the rest see the list and the screen."""
        self.open("/admin/")
        self.open("/admin/initiatives/initiative/")
        self.follow("#result_list tbody th a")
        if not self.who.startswith(EDITORS):
            return
        summary = self.page.locator("textarea[name=summary]")
        text = f"{summary.input_value()} Set af {self.who}."
        summary.fill(text)
        with self.page.expect_navigation():
            self.page.click("input[name=_continue]")
        if self.page.locator("textarea[name=summary]").input_value() != text:
            self.wrong.append(f"{self.who}: the edit of an initiative was not kept")
        self.look("the edited initiative")

    def order_report(self) -> None:
        self.open(f"/{CODE}/")
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=re.compile("PDF")).first.click()
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Lav udkastet").click()
        self.look("the texts of the report")
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Gem", exact=True).click()
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Lås, og lav PDF'en").click()
        self.look("the ordered report")
        ready = self.page.locator("a[href$='/pdf']")
        ready.first.wait_for(timeout=MINUTES_FOR_A_REPORT * 60_000)
        self.look("the finished report")
        self.download()

    def download_newest(self) -> None:
        """Those who only read take the report that staff have made."""
        self.open(f"/{CODE}/rapporter/")
        self.follow(f"main a[href^='/{CODE}/rapporter/rapport']")
        self.download()

    def download(self) -> None:
        href = self.page.locator("a[href$='/pdf']").first.get_attribute("href")
        answer = self.page.request.get(f"{self.address}{href}")
        if answer.status != 200 or not answer.body().startswith(b"%PDF-1.7"):
            self.wrong.append(f"{self.who}: the report answers {answer.status}")


def walk(address: str) -> list[str]:
    """What was wrong, as sentences; empty when everything is as it should be."""
    wrong: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for role in (*STAFF, *READERS):
            with walking(browser, address, f"{role}.{TOWN}", wrong) as one:
                one.sign_in()
                one.read()
                if role in STAFF:
                    one.edit()
                    one.order_report()
                else:
                    one.download_newest()
        with walking(browser, address, "operator", wrong) as one:
            one.sign_in()
            one.look("the operator's start")
        browser.close()
    return wrong


@contextmanager
def walking(browser: Browser, address: str, who: str, wrong: list[str]) -> Iterator[Walk]:
    """What somebody meets is kept in `wrong`, also what stops the walk: the others go on."""
    context = browser.new_context(locale="da-DK", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    one = Walk(page, address, who, wrong)
    page.on("console", lambda message: one.said.append(message.text))
    page.on("pageerror", lambda error: one.said.append(str(error)))
    try:
        yield one
    except Error as error:
        wrong.append(f"{who} at {page.url}: {error.message}")
    finally:
        context.close()


def main() -> int:
    wrong = walk(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000")
    sys.stdout.write(
        "\n".join(wrong) or "Every role signed in, read, filtered, edited and downloaded without an objection.\n"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
