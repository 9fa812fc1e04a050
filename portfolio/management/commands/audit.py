"""manage.py audit: 0 when the whole database keeps the rules, 1 when a row breaks one."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portfolio.audit import CHECKS, audit


class Command(BaseCommand):
    help = "Proves over the whole database that no rule is broken: borders, ledger, posted rows, trees, reports."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--quiet", action="store_true", help="Only errors, not what is merely worth knowing.")

    def handle(self, *args: Any, quiet: bool = False, **options: Any) -> None:
        errors = 0
        with one_view():
            for finding in audit():
                errors += finding.is_error
                if finding.is_error or not quiet:
                    prefix = _("ERROR") if finding.is_error else _("NOTE")
                    self.stdout.write(f"{prefix} {finding}")
        checked = ngettext("%(n)d check made", "%(n)d checks made", len(CHECKS)) % {"n": len(CHECKS)}
        found = ngettext("%(n)d error", "%(n)d errors", errors) % {"n": errors}
        self.stdout.write(f"{checked}, {found}.")
        if errors:
            sys.exit(1)


@contextmanager
def one_view() -> Iterator[None]:
    """The database as it is now, unchanged by what others write meanwhile; nothing can be written inside."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        # Deferred: an immediate transaction, as Django begins it here, would keep everybody from writing.
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = ON")
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
                cursor.execute("PRAGMA query_only = OFF")
