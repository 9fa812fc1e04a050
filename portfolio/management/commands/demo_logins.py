"""Prints who can sign in to the demonstration, and makes sure that they can."""

from argparse import ArgumentParser
from itertools import groupby
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from organisation.models import Membership, Municipality, User
from portfolio.demo.logins import PASSWORD, demo_users, set_passwords


class Command(BaseCommand):
    help = "Gives the demo users their common password, unless they have chosen another, and prints them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--allow-demo-users", action="store_true", help="also in the production profile, where it is refused"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.refuse(allowed=options["allow_demo_users"])
        users = demo_users()
        if not users:
            raise CommandError("There are no demo users. Run load_portfolios first.")
        own = {user.pk for user in set_passwords(users)}
        self.stdout.write(f"Password of all demo users: {PASSWORD}\n\n")
        for user in users:
            if user.is_operator:
                self.say(user, "operator", own)
        held = Membership.objects.filter(user__in=users).select_related("user", "municipality")
        by_town = groupby(held.order_by("municipality__sort_key", "pk"), key=lambda one: one.municipality)
        for municipality, memberships in by_town:
            self.stdout.write(f"\n{municipality.name}\n")
            for membership in memberships:
                self.say(membership.user, str(membership.get_role_display()), own)

    def refuse(self, *, allowed: bool) -> None:
        """A password that everybody knows opens nothing where real data is or will be."""
        if Municipality.objects.real().exists():
            raise CommandError("The database holds real data; demo users get no password in it.")
        if not settings.ON_LOCALHOST and not allowed:
            raise CommandError("This is the production profile: pass --allow-demo-users if it is a demonstration.")

    def say(self, user: User, role: str, own: set[int]) -> None:
        changed = "  (has chosen another password)" if user.pk in own else ""
        self.stdout.write(f"  {user.email:<42} {role}{changed}")
