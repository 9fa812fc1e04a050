"""Removes what is made up, so that only what the documents state is left."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import ProtectedError

from organisation.models import User
from portfolio.demo.loading import LOADER_EMAIL
from portfolio.demo.removal import remove_fictional


class Command(BaseCommand):
    help = "Removes every row that is marked fictional. The history keeps that it was there and who removed it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--by", metavar="EMAIL", help="the user who stands in the history for it")

    def handle(self, *args: Any, **options: Any) -> None:
        by = User.objects.filter(email=(options["by"] or LOADER_EMAIL).lower()).first()
        if options["by"] and by is None:
            raise CommandError(f"There is no user {options['by']}.")
        try:
            removed = remove_fictional(by=by)
        except ProtectedError as error:
            rows = ", ".join(sorted(f"{row._meta.verbose_name} “{row}”" for row in error.protected_objects))
            raise CommandError(f"Nothing was removed: {rows} depends on a fictional row. Delete it first.") from error
        for name, count in sorted(removed.items()):
            self.stdout.write(f"{count} {name}")
        self.stdout.write(f"{removed.total()} fictional rows removed")
