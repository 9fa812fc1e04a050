"""Which rule an account meets: pure functions over rules.

The rules in words: spaces and the case of letters make no difference. A pattern without * or ? is compared with the
whole, and comes before every pattern with them; of two patterns the one with more signs of its own comes first; of two
alike, project before account before cost centre. Two that are still alike and name different lines are told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from budgets.models import AccountField

_ORDER = {field: place for place, field in enumerate(AccountField.values)}


@dataclass(frozen=True)
class Rule:
    """`line` is None for accounts that are known to lie outside the overview."""

    field: str
    pattern: str
    line: int | None

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        signs = {"*": ".*", "?": "."}
        # Runs of * say no more than one, and would be tried in every way.
        plain = re.sub(r"\*+", "*", self.pattern)
        return re.compile("".join(signs.get(sign, re.escape(sign)) for sign in plain), re.DOTALL)

    @property
    def rank(self) -> tuple[bool, int, int]:
        """The smaller comes first."""
        own = len(self.pattern.replace("*", "").replace("?", ""))
        return ("*" in self.pattern or "?" in self.pattern, -own, _ORDER[self.field])

    def fits(self, keys: Mapping[str, str]) -> bool:
        key = keys.get(self.field, "")
        return bool(key) and self._expression.fullmatch(key) is not None


def plain_key(text: str) -> str:
    return "".join(text.split()).upper()


def rule_for(rules: Iterable[Rule], keys: Mapping[str, str]) -> Rule | None:
    """`keys` are {field: account}, written by `plain_key`."""
    found = rules_for(rules, keys)
    return found[0] if found else None


def rules_for(rules: Iterable[Rule], keys: Mapping[str, str]) -> list[Rule]:
    """The rules that come first; more than one only when they are alike and name different lines."""
    fitting = sorted((rule for rule in rules if rule.fits(keys)), key=lambda rule: rule.rank)
    first = [rule for rule in fitting if rule.rank == fitting[0].rank]
    return first if len({rule.line for rule in first}) > 1 else first[:1]
