"""What is wrong with a page in the browser, as sentences: for the tests of every page's looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playwright.sync_api import Response

from tests.browser import Reader

WIDTHS = (320, 768, 1280)
# What may be reached with the keyboard: its place in the document, and what it is.
REACHABLE = """() => {
  const own = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const seen = (it) => it.checkVisibility({visibilityProperty: true}) && !it.disabled && it.tabIndex >= 0;
  const all = [...document.querySelectorAll("*")];
  return [...document.querySelectorAll(own)].filter(seen).map((it) => all.indexOf(it));
}"""
# Where the focus is: its place in the document, whether anything marks it, and what it is.
FOCUSED = """() => {
  const it = document.activeElement, style = getComputedStyle(it);
  const marked = style.outlineStyle !== "none" || style.boxShadow !== "none";
  return [[...document.querySelectorAll("*")].indexOf(it), it === document.body || marked, it.outerHTML.slice(0, 90)];
}"""
# Words that are cut off by their own box: wider than it, and hidden.
CLIPPED = """() => [...document.querySelectorAll("main *")].filter((it) =>
  it.checkVisibility() && it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 1 &&
  ["hidden", "clip"].includes(getComputedStyle(it).overflowX)).map((it) => it.outerHTML.slice(0, 90))"""
# On paper: what is still there of menus, what sticks out, and what only its colour would tell.
ON_PAPER = """() => {
  const shown = (it) => it.checkVisibility();
  const said = (words, found) => [...found].filter(shown).map((it) => `${words}: ${it.outerHTML.slice(0, 90)}`);
  const wide = [...document.querySelectorAll("main table, main svg, main figure")].filter((it) =>
    it.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
  const pale = [...document.querySelectorAll("main .pm-light, main .pm-verdict, main .badge")].filter((it) =>
    getComputedStyle(it).color !== "rgb(0, 0, 0)");
  const plain = [...document.querySelectorAll("main p a[href], main td a[href], main th a[href]")].filter((it) =>
    !getComputedStyle(it).textDecorationLine.includes("underline"));
  const cut = [...document.querySelectorAll("main .table--responsive-scroll")].filter((it) =>
    getComputedStyle(it).overflowX !== "visible");
  return [...said("a menu is printed", document.querySelectorAll("nav, form, .pm-account")),
    ...said("sticks out of the paper", wide), ...said("only its colour tells", pale),
    ...said("a link is not marked", plain), ...said("a table is cut", cut)];
}"""
# The width of an A4 page between its margins, in CSS pixels.
PAPER = {"width": 718, "height": 1046}


@dataclass
class Watched:
    """A reader whose browser tells of every answer."""

    reader: Reader

    def __post_init__(self) -> None:
        self.elsewhere: list[str] = []
        self.reader.page.on("request", lambda request: self._note(request.url))

    def _note(self, url: str) -> None:
        if not url.startswith((self.reader.address, "data:", "blob:")):
            self.elsewhere.append(f"asks another host: {url}")

    def objections(self, path: str, widths: Iterable[int] = WIDTHS, language: str = "da") -> list[str]:
        page = self.reader.page
        answer = page.goto(f"{self.reader.address}{path}")
        found = [] if answer is not None and answer.status == 200 else [f"answers {answer and answer.status}"]
        found += _policy(answer)
        if page.locator("html").get_attribute("lang") != language:
            found.append("is in another language")
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            at = [f"axe {one}" for one in self.reader.axe()]
            at += [f"{self.reader.sideways()} pixels too wide"] if self.reader.sideways() else []
            at += [f"clipped {one}" for one in page.evaluate(CLIPPED)]
            found += [f"{width}: {one}" for one in at]
        found += [*self.reader.said, *self.elsewhere]
        self.reader.said.clear()
        self.elsewhere.clear()
        return [f"{path} {one}" for one in found]

    def on_paper(self, path: str) -> list[str]:
        page = self.reader.page
        page.goto(f"{self.reader.address}{path}")
        page.set_viewport_size({"width": PAPER["width"], "height": PAPER["height"]})
        page.emulate_media(media="print")
        found: list[str] = page.evaluate(ON_PAPER)
        page.emulate_media(media="null")
        return [f"{path} {one}" for one in found]

    def by_keyboard(self, path: str) -> list[str]:
        """The skip link first, then everything in the order of the page, each seen, and out at the end."""
        page = self.reader.page
        page.goto(f"{self.reader.address}{path}")
        wanted: list[int] = page.evaluate(REACHABLE)
        # A field of a day has stops of its own: day, month, year and the calendar.
        days = page.locator("input[type=date]:visible").count()
        order: list[int] = []
        found = []
        for step in range(len(wanted) + 3 * days + 1):
            page.keyboard.press("Tab")
            place, marked, what = page.evaluate(FOCUSED)
            if step == 0 and "skipnav" not in what:
                found.append(f"the first stop is no way past the menu: {what}")
            if not marked:
                found.append(f"the focus is not seen on {what}")
            order += [] if place in order else [place]
        reached = [place for place in order if place in wanted]
        missing = set(wanted) - set(reached)
        found += [f"{len(missing)} of {len(wanted)} are not reached"] if missing else []
        found += ["the order is not that of the page"] if reached != sorted(reached) else []
        return [f"{path} {one}" for one in found]


def _policy(answer: Response | None) -> list[str]:
    policy = "" if answer is None else answer.headers.get("content-security-policy", "")
    wrong = [word for word in ("unsafe-inline", "unsafe-eval", "http:", "https:", "*") if word in policy]
    return [f"its policy says {wrong}"] if wrong or "default-src" not in policy else []
