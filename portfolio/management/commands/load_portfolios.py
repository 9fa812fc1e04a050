"""Loads the five demonstration portfolios, again and again without doubling or overwriting what people have changed."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portfolio.demo.files import DemoFileError
from portfolio.demo.loading import RealDataError, Report, load


class Command(BaseCommand):
    help = "Loads the five demonstration portfolios and the demo users, who cannot sign in until demo_logins is run."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--without-fictional", action="store_true", help="only what the documents state, nothing made up"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = load(with_fictional=not options["without_fictional"])
        except (RealDataError, DemoFileError) as error:
            raise CommandError(str(error)) from error
        self.say(report, options["verbosity"])

    def say(self, report: Report, verbosity: int) -> None:
        self.stdout.write(f"{report.created.total()} rows loaded, {report.changed.total()} brought up to date")
        if report.kept:
            self.stdout.write(f"{len(report.kept)} rows left as they are:")
        for line in report.kept if verbosity > 1 else report.kept[:10]:
            self.stdout.write(f"  {line}")
        if verbosity < 2 and len(report.kept) > 10:
            self.stdout.write(f"  and {len(report.kept) - 10} more (--verbosity 2 shows them)")
