"""What the database refuses about money: posted rows stand, and nothing crosses municipalities."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from budgets.models import Entry, EntryPart, Statement, Transfer
from organisation.tenancy import tenant_models
from organisation.triggers import Rule, stands, stays_home

POSTED = "{row}.posted_at IS NOT NULL"


def rules() -> list[Rule]:
    entry = Entry._meta.db_table
    part_of_posted = (
        f'EXISTS (SELECT 1 FROM "{entry}" whole'  # noqa: S608 - names of tables
        " WHERE whole.id = {row}.entry_id AND whole.posted_at IS NOT NULL)"
    )
    return [
        *stands(Entry, "posted_stands", POSTED, _("A posted entry stands; correct it with a new entry.")),
        *stands(
            EntryPart, "posted_stands", part_of_posted, _("The parts of a posted entry stand with it."), reads=entry
        ),
        *stands(Transfer, "posted_stands", POSTED, _("A posted transfer stands; correct it with a new transfer.")),
        *stands(Statement, "posted_stands", POSTED, _("A posted statement stands; a later one replaces it.")),
        *(rule for model in tenant_models("budgets") for rule in stays_home(model)),
    ]
