"""Rows that people look for by words and find in Danish order, on both database engines."""

from __future__ import annotations

from django.db import models

from organisation.models.rows import Row
from organisation.sorting import search_key, sort_key


class Searched(Row):
    """A row that people search for by what it says."""

    search_key = models.TextField(editable=False, default="")

    # The text that the key was made of, and the key.
    _searched: tuple[str, str]

    class Meta:
        abstract = True

    def search_text(self) -> str:
        """Everything by which a person may look for the row."""
        raise NotImplementedError(f"{type(self).__name__} does not say what it is searched by")

    def prepare(self) -> None:
        super().prepare()
        text = self.search_text()
        # A row is prepared when it is checked and again when it is written, most often with the same words.
        if vars(self).get("_searched") != (text, self.search_key):
            self.search_key = search_key(text)
            self._searched = text, self.search_key

    def has_its_keys(self) -> bool:
        """They were made of the words that stand there now."""
        return vars(self).get("_searched") == (self.search_text(), self.search_key)

    def take_keys(self) -> None:
        """The keys that stand there are those of the words: they need not be made again."""
        self._searched = self.search_text(), self.search_key


class Named(Searched):
    """A row that people also sort by name."""

    sort_key = models.TextField(editable=False, default="")

    # The text that the key was made of, and the key.
    _sorted: tuple[str, str]

    class Meta:
        abstract = True

    def sort_text(self) -> str:
        return str(self)

    def prepare(self) -> None:
        super().prepare()
        text = self.sort_text()
        if vars(self).get("_sorted") != (text, self.sort_key):
            self.sort_key = sort_key(text)
            self._sorted = text, self.sort_key

    def has_its_keys(self) -> bool:
        return super().has_its_keys() and vars(self).get("_sorted") == (self.sort_text(), self.sort_key)

    def take_keys(self) -> None:
        super().take_keys()
        self._sorted = self.sort_text(), self.sort_key
