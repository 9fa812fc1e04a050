"""What the engine may fetch: our fonts, held in memory. No file, no address, whatever stands in the text."""

from __future__ import annotations

from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

SCHEME = "pejlemaerke"


class ClosedFetcher(URLFetcher):  # type: ignore[misc]  # the library has no types
    """Answers `pejlemaerke:NAME` from the given files and `data:` addresses; refuses all else."""

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self._files = files

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        scheme, _colon, name = url.partition(":")
        if scheme == SCHEME and name in self._files:
            return URLFetcherResponse(url, self._files[name], {"Content-Type": "font/ttf"})
        return super().fetch(url, headers)
