"""What the database refuses about reports: nothing crosses municipalities, and what is frozen stands."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from organisation.tenancy import tenant_models
from organisation.triggers import DELETE, TRUNCATE, UPDATE, Rule, stays_home
from portfolio.reports.models import Report

# What the committee was given. The states after it, and the decision, are added to a frozen report.
FROZEN = (
    "reference", "title", "as_of", "version", "language", "snapshot", "snapshot_sha256", "frozen_at", "pdf",
    "pdf_sha256", "composition",
)  # fmt: skip


def rules() -> list[Rule]:
    table, sentence = Report._meta.db_table, _("A frozen report stands; a corrected version replaces it.")
    changed = " OR ".join(f"NEW.{column} <> OLD.{column}" for column in FROZEN)
    frozen = "OLD.state <> 'draft'"
    return [
        Rule("frozen_stands", table, UPDATE, f"{frozen} AND (NEW.state = 'draft' OR {changed})", sentence),
        Rule("frozen_stands", table, DELETE, f"{frozen} AND NOT OLD.is_fictional", sentence),
        Rule("frozen_stands", table, TRUNCATE, f'EXISTS (SELECT 1 FROM "{table}")', sentence),  # noqa: S608 - a table's name
        *(rule for model in tenant_models("reports") for rule in stays_home(model)),
    ]
