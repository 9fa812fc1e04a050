"""manage.py erase_municipality 0101 --export FILE --confirm 0101: everything of a municipality to a file, then gone."""

from __future__ import annotations

import logging
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from organisation.models import Municipality
from portfolio.erasing import erase

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Exports everything of a municipality as JSON and erases it from the database. Cannot be undone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", help="the municipality's code, four digits")
        parser.add_argument("--export", type=Path, required=True, help="the file to write; must not exist")
        parser.add_argument("--confirm", required=True, help="the code once more")

    def handle(self, *args: Any, code: str, export: Path, confirm: str, **options: Any) -> None:
        if confirm != code:
            raise CommandError(_("The code in --confirm is another one; nothing was erased."))
        municipality = Municipality.objects.filter(code=code).first()
        if municipality is None:
            raise CommandError(_("There is no municipality with the code %(code)s.") % {"code": code})
        try:
            erased = erase(municipality, export)
        except FileExistsError as error:
            raise CommandError(_("%(file)s is there already; nothing was erased.") % {"file": export}) from error
        logger.warning("Municipality %s erased: %d rows, export sha256 %s", code, erased.rows.total(), erased.sha256)
        for model, count in sorted(erased.rows.items()):
            self.stdout.write(f"{count:8} {model}")
        words = {"code": code, "rows": erased.rows.total(), "file": export, "sha256": erased.sha256}
        self.stdout.write(_("%(code)s is erased: %(rows)d rows, kept in %(file)s (sha256 %(sha256)s).") % words)
