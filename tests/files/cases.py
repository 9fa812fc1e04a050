"""What a caseworker's table may look like, and what it then says.

Each case is a file and what it is understood as: one line for each record (row, code, name, then what its figures
are), totals, the cells that have problems, and what is asked.
"""

from __future__ import annotations

from tests.files.case import Case
from tests.files.cell_values import CELLS
from tests.files.layouts import LAYOUTS, SHARES
from tests.files.marked_cells import MARKED
from tests.files.programs import PROGRAMS
from tests.files.roles import ROLES
from tests.files.tables_below import TABLES_BELOW
from tests.files.texts import PAGES, TEXTS
from tests.files.titles import TITLES

__all__ = ["CASES", "Case"]

CASES = [*TEXTS, *PAGES, *TITLES, *ROLES, *CELLS, *LAYOUTS, *SHARES, *PROGRAMS, *TABLES_BELOW, *MARKED]
