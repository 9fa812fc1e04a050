"""The words of a page's links, which tell where they lead."""

from __future__ import annotations

from html.parser import HTMLParser


class _LinkReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._open: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            said = dict(attrs)
            self._open = said.get("href")
            if self._open is not None and (name := said.get("aria-label")):
                self.found[self._open], self._open = name, None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            words = f"{self.found.get(self._open, '')} {data}"
            self.found[self._open] = " ".join(words.split())

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._open = None


def link_words(html: str) -> dict[str, str]:
    """The words of each address in the page; internal ones begin with #."""
    reader = _LinkReader()
    reader.feed(html)
    return reader.found
