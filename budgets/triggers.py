"""What the database refuses about money: posted rows stand, and nothing crosses municipalities."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from budgets.models import BodyBudget, Entry, EntryPart, Statement, Transfer
from organisation.tenancy import tenant_models
from organisation.triggers import INSERT, UPDATE, Rule, stands, stays_home

POSTED = "{row}.posted_at IS NOT NULL"


def rules() -> list[Rule]:
    entry = Entry._meta.db_table
    part_of_posted = (
        f'EXISTS (SELECT 1 FROM "{entry}" whole'  # noqa: S608 - names of tables
        " WHERE whole.id = {row}.entry_id AND whole.posted_at IS NOT NULL)"
    )
    late_when = part_of_posted.format(row="NEW")
    part, reads = EntryPart._meta.db_table, frozenset({entry})
    late = _("The parts of an entry are stated before it is posted.")
    is_there = f'EXISTS (SELECT 1 FROM "{part}" own WHERE own.id = NEW.id AND own.entry_id = NEW.entry_id)'  # noqa: S608
    return [
        *stands(Entry, "posted_stands", POSTED, _("A posted entry stands; correct it with a new entry.")),
        *stands(
            EntryPart, "posted_stands", part_of_posted, _("The parts of a posted entry stand with it."), reads=entry
        ),
        # Nor does one come to it, new or from a draft. The write path's upsert of a part that is there is an update.
        Rule("part_comes_late", part, INSERT, f"{late_when} AND NOT {is_there}", late, reads),
        Rule("part_comes_late", part, UPDATE, f"NEW.entry_id <> OLD.entry_id AND {late_when}", late, reads),
        *stands(Transfer, "posted_stands", POSTED, _("A posted transfer stands; correct it with a new transfer.")),
        *stands(BodyBudget, "posted_stands", POSTED, _("A posted budget stands; a later one replaces it.")),
        *stands(Statement, "posted_stands", POSTED, _("A posted statement stands; a later one replaces it.")),
        *(rule for model in tenant_models("budgets") for rule in stays_home(model)),
    ]
