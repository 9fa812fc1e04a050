"""The fixed cast: one person for each role in København, the same in Aarhus, an operator, and a stranger.

Ada administers, Carl is caseworker in the social department, Finn keeps the books, Mona manages, Kim sits in the
committee and Rie reads; the Aarhus cast has the same names with an A before them. Oda operates, Sten belongs nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from organisation.access import Role
from organisation.models import Body, Municipality, User
from tests import factories

NAMES = {
    Role.ADMINISTRATOR: "ada",
    Role.CASEWORKER: "carl",
    Role.FINANCE: "finn",
    Role.MANAGER: "mona",
    Role.COMMITTEE_MEMBER: "kim",
    Role.READER: "rie",
}


@dataclass
class Town:
    """A municipality with its department, its committee and one person in each role."""

    municipality: Municipality
    department: Body
    committee: Body
    people: dict[str, User] = field(default_factory=dict)

    def __getitem__(self, role: str) -> User:
        return self.people[role]

    @property
    def administrator(self) -> User:
        return self.people[Role.ADMINISTRATOR]


@dataclass
class Cast:
    koebenhavn: Town
    aarhus: Town
    operator: User
    stranger: User


def make_town(code: str, name: str, prefix: str = "") -> Town:
    municipality = factories.municipality(code, name)
    department = factories.body(municipality, f"Socialforvaltningen i {name}", "department")
    committee = factories.body(municipality, f"Socialudvalget i {name}", "committee")
    town = Town(municipality, department, committee)
    bodies = {Role.CASEWORKER: department, Role.COMMITTEE_MEMBER: committee}
    for role, person in NAMES.items():
        user = factories.user(
            f"{prefix}{person}@{name.lower().replace('ø', 'oe')}.invalid", name=f"{prefix}{person}".capitalize()
        )
        factories.member(user, municipality, role, bodies.get(role))
        town.people[role] = user
    return town


def make_cast() -> Cast:
    return Cast(
        koebenhavn=make_town("0101", "København"),
        aarhus=make_town("0751", "Aarhus", "a"),
        operator=factories.user("oda@drift.invalid", name="Oda", is_operator=True),
        stranger=factories.user("sten@udenfor.invalid", name="Sten"),
    )
