"""Money of external pools within a sum: the sum says what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from budgets import ledger
from organisation.units import Unit
from portfolio.overview import amounts, words
from portfolio.overview.rows import Rows


def external_note(rows: Rows, found: Sequence[ledger.Movement], unit: Unit, decimals: int) -> Iterable[str]:
    """Only where some of the lines are financed by an external pool and some are not. `found` may be added together."""
    pools = rows.money.external
    total = ledger.add(movement for movement in found if movement.line in pools)
    is_mixed = any(movement.line not in pools for movement in found)
    if is_mixed and isinstance(total, ledger.Total) and total.ore:
        names = dict.fromkeys(name for movement in found for name in pools.get(movement.line, ()))
        yield _("Of the total, %(amount)s is financed by external pools: %(names)s.") % {
            "amount": amounts.money(total.ore, unit, decimals).full_text,
            "names": words.listed(list(names)),
        }
