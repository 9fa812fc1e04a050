"""Which rule an account meets: the most specific one wins, and two alike are told of."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets.account_rules import Rule, plain_key, rule_for, rules_for

KEYS = {"account": "5.38.42.010.1", "cost_centre": "4210510", "project": "XA-1"}


@pytest.mark.parametrize(
    ("patterns", "line"),
    [
        ([("account", "5.38.42.010.1", 1), ("account", "5.38.42*", 2)], 1),
        ([("account", "5.38*", 1), ("account", "5.38.42*", 2)], 2),
        ([("account", "5.38.42.010.?", 1), ("account", "5.38.42.010*", 2)], 1),
        ([("cost_centre", "4210510", 1), ("account", "5.38.42.010*", 2)], 1),
        ([("cost_centre", "42*", 1), ("project", "XA*", 2)], 2),
        ([("account", "5.38.42.010.1", 1), ("project", "XA-1", 2)], 1),
        ([("account", "5.38.4", 1)], None),
        ([("account", "6*", 1)], None),
    ],
)
def test_the_most_specific_rule_wins(patterns: list[tuple[str, str, int]], line: int | None) -> None:
    found = rule_for([Rule(*one) for one in patterns], KEYS)
    assert (found.line if found else None) == line


def test_two_rules_alike_that_name_different_lines_are_both_told_of() -> None:
    rules = [Rule("account", "5.38.4?.*", 1), Rule("account", "5.38.?2.*", 2)]
    assert {rule.line for rule in rules_for(rules, KEYS)} == {1, 2}


def test_two_rules_alike_that_name_the_same_line_are_one() -> None:
    rules = [Rule("account", "5.38.4?.*", 1), Rule("account", "5.38.?2.*", 1)]
    assert len(rules_for(rules, KEYS)) == 1


def test_outside_the_overview_is_a_line_like_others() -> None:
    found = rule_for([Rule("account", "5*", 1), Rule("cost_centre", "4210510", None)], KEYS)
    assert found is not None
    assert found.line is None


def test_spaces_and_case_make_no_difference() -> None:
    assert plain_key(" xa-1 \u00a0 2 ") == "XA-12"


@given(st.text("12.*?", min_size=1, max_size=8), st.text("12.", max_size=10))
def test_patterns_fit_as_in_a_file_list(pattern: str, account: str) -> None:
    plain = re.sub(r"[\[\]]", "", pattern)
    assert Rule("account", plain, 1).fits({"account": account}) == (bool(account) and fnmatchcase(account, plain))
