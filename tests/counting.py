"""A person at a page, counted: each press, each choice and each field that is written in is one interaction."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page


@dataclass
class Counted:
    """Does what a person does and counts it. `fields` are those that were answered, each once however often."""

    page: Page
    interactions: int = 0
    fields: set[str] = field(default_factory=set)

    def press(self, target: Locator) -> None:
        """A button, a link, a summary."""
        self.interactions += 1
        target.click()

    def write(self, target: Locator, text: str) -> None:
        self._answer(target)
        target.fill(text)

    def choose(self, target: Locator, label: str) -> None:
        """From a list, be it a plain one or one that is searched in by typing."""
        self._answer(target)
        if target.get_attribute("role") == "combobox":
            target.fill(label)
            target.press("Enter")
        else:
            target.select_option(label=label)

    def tick(self, target: Locator) -> None:
        self._answer(target)
        target.check()

    def say(self, task: str) -> str:
        """What is printed and kept by a test's output: the task and its two counts."""
        words = f"{task}: {self.interactions} interactions, {len(self.fields)} fields"
        sys.stdout.write(f"{words}\n")
        return words

    def _answer(self, target: Locator) -> None:
        self.interactions += 1
        self.fields.add(target.get_attribute("name") or target.get_attribute("id") or str(target))
