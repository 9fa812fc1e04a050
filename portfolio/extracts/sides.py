"""Amounts whose sign is said in a column beside them: D is counted as spending, K is subtracted.

Amounts of K that all are less than 0 have their sign already. Where some are and some are not, nobody knows whether a
minus beside K takes a credit back, and each of those is an error; so is a row that says neither, except beside signs.
1 and -1 are read so only where no amount is less than 0, or where those of -1 are that already.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from organisation.sorting import search_key
from portfolio.extracts.content import ExtractRow

_ONE, _MINUS_ONE = frozenset(["1", "+1"]), "-1"
_DEBIT = frozenset(["d", "dr", "deb", "debet", "debit", "s", "soll", "+"]) | _ONE
_CREDIT = frozenset(["k", "c", "cr", "kred", "kredit", "credit", "h", "haben", "-", _MINUS_ONE])


@dataclass(frozen=True, slots=True)
class Sides:
    """`refuse` is told (row, sentence) of each amount that has no certain sign."""

    column: int
    credits_are_signed: bool
    are_credits_mixed: bool
    is_minus_one_unclear: bool
    is_blank_debit: bool
    refuse: Callable[[ExtractRow, str], None]

    def signed(self, row: ExtractRow, ore: int) -> int | None:
        """The amount with its sign, None when it has no certain one; a total without a side stands as it is."""
        side = _side(row, self.column)
        if ore == 0 or side in _DEBIT or (not side and (row.is_total or self.is_blank_debit)):
            return ore
        if side not in _CREDIT:
            self.refuse(
                row, _("“%(text)s” says neither D nor K of the amount. Write one of them in the file.") % {"text": side}
            )
            return None
        if row.is_total:
            return -abs(ore)
        if side == _MINUS_ONE and self.is_minus_one_unclear:
            self.refuse(
                row,
                _(
                    "Some amounts have a minus themselves, so what -1 says of this one is not certain. Correct the "
                    "amounts in the file, or choose no column of D or K."
                ),
            )
            return None
        if self.are_credits_mixed and ore < 0:
            self.refuse(
                row,
                _("The amount has a minus and K too, and others of K have no minus. Correct it in the file."),
            )
            return None
        return ore if self.credits_are_signed else -ore


def sides_of(
    rows: Sequence[tuple[ExtractRow, int | None]], column: int, refuse: Callable[[ExtractRow, str], None]
) -> Sides:
    """How the column is to be read; the amounts are in øre, None where they cannot be read."""
    of_credit = [ore for row, ore in rows if ore and not row.is_total and _side(row, column) in _CREDIT]
    has_minus, has_none = any(ore < 0 for ore in of_credit), any(ore > 0 for ore in of_credit)
    is_any_less = any(ore < 0 for row, ore in rows if ore and not row.is_total)
    # Beside a column of minus signs nothing is plus.
    is_minus_alone = {_side(row, column) for row, _ore in rows} <= {"", "+", "-", _MINUS_ONE, *_ONE}
    return Sides(
        column,
        credits_are_signed=has_minus and not has_none,
        are_credits_mixed=has_minus and has_none,
        is_minus_one_unclear=is_any_less and has_none,
        is_blank_debit=is_minus_alone,
        refuse=refuse,
    )


def _side(row: ExtractRow, column: int) -> str:
    return search_key(row.cells[column]).replace("−", "-").strip(" .") if column < len(row.cells) else ""
