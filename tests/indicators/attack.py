"""An attacker who has all that is shown, knows what adds up to what, and solves for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import LinearConstraint, milp

from indicators.small_counts import Cell, Equation, Pattern


@dataclass(frozen=True)
class Told:
    """The hidden cells whose count the attacker knows."""

    cells: frozenset[int]


def attack(cells: Sequence[Cell], equations: Sequence[Equation], pattern: Pattern, k: int) -> Told:
    """Least and largest count of every hidden cell, over all tables that fit; a plain count is the only kind taken.

    "<k" tells 1…k-1. A count that is hidden without it is taken to be anything from k on, which tells more than it does
    when it is 0.
    """
    hidden = sorted(pattern.hidden)
    if not hidden:
        return Told(frozenset())
    rows, sums = [], []
    for equation in equations:
        signs = {**dict.fromkeys(equation.parts, 1), equation.whole: -1}
        rows.append([signs.get(index, 0) for index in hidden])
        sums.append(-sum(sign * (cells[index].count or 0) for index, sign in signs.items() if index not in hidden))
    low = [1 if index in pattern.small else k for index in hidden]
    most_of_all = 2 * sum(cell.count or 0 for cell in cells) + k
    high = [k - 1 if index in pattern.small else most_of_all for index in hidden]
    constraint = LinearConstraint(np.array(rows), np.array(sums), np.array(sums))
    told = set()
    for place, index in enumerate(hidden):
        aim = np.zeros(len(hidden))
        aim[place] = 1
        least, most = (
            milp(sign * aim, constraints=constraint, bounds=(low, high), integrality=np.ones(len(hidden)))
            for sign in (1, -1)
        )
        assert least.success
        assert most.success
        if round(least.fun) == round(-most.fun):
            told.add(index)
    return Told(frozenset(told))
