"""The door of every list of initiatives: what all of them come to, summed by the database, and one page of their lines.

Only the page's own initiatives are loaded, whatever is found: the sums of the rest never leave the database.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from budgets.decision_sums import Wanted
from budgets.models import BudgetLine, LineInitiative
from initiatives.models import Initiative, InitiativeState, StatusUpdate
from organisation.models import Municipality, User
from portfolio.overview import shapes, words
from portfolio.overview.group_sums import GroupSums
from portfolio.overview.list_groups import Membership, memberships
from portfolio.overview.list_rows import Family, lines_of_page
from portfolio.overview.shapes.listing import InitiativeLine, ListGroup, Listing
from portfolio.overview.statuses import NO_STATUS, count_codes, worst_code
from portfolio.overview.summed import money_of
from portfolio.overview.viewpoint import Viewpoint

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """How the list is shown: in groups of what, and which page of it. Pages beyond the last are the last.

    `keeps_day`: the reader has chosen the day, and links go on with it. `known_on` is that of the viewpoint.
    """

    by: str = ""
    page: int = 1
    on_a_page: int = ON_A_PAGE
    keeps_day: bool = False
    known_on: datetime.datetime | None = None


def listing(
    user: User,
    municipality: Municipality,
    initiatives: QuerySet[Initiative],
    as_of: datetime.date,
    asked: Asked | None = None,
) -> Listing:
    """`initiatives` is narrowed by the caller; of them, those count that the user may see in the municipality."""
    asked = asked or Asked()
    viewpoint = Viewpoint(user, municipality, as_of, keeps_day=asked.keeps_day, known_on=asked.known_on)
    return _List(viewpoint, initiatives, asked).shape()


@dataclass(frozen=True)
class _List:
    viewpoint: Viewpoint
    initiatives: QuerySet[Initiative]
    asked: Asked

    def shape(self) -> Listing:
        seen = Initiative.objects.visible_to(self.viewpoint.user).filter(municipality=self.viewpoint.municipality)
        family = Family(dict(seen.order_by("sort_key", "pk").values_list("pk", "parent")))
        asked = (self.initiatives & seen).known_by(self.viewpoint.known_on)  # type: ignore[attr-defined]
        states = dict(asked.order_by("sort_key", "pk").values_list("pk", "state"))
        found = [pk for pk in family.parents if pk in states]
        # Thousands of keys are slow to send; of everything that the reader sees, the database knows them.
        is_all = len(found) == len(family.parents)
        lights = latest_lights(seen.values("pk") if is_all else found, self.viewpoint.as_of, self.viewpoint.known_on)
        lines = self.lines_serving(seen.values("pk") if is_all else list(family.with_everything_below(found)))
        money = money_of(lines, self.viewpoint.as_of, self.viewpoint.known_on)
        groups = memberships(self.viewpoint, found, self.asked.by)
        page, pages = self._page_of(sum(len(group.initiatives) for group in groups))
        places = list(_places(groups))[(page - 1) * self.asked.on_a_page : page * self.asked.on_a_page]
        is_grouped = any(group.name is not None for group in groups)
        here = {key for key, _pk in places}
        sums = GroupSums.of(self.viewpoint, groups, family, lines, here) if is_grouped else GroupSums({}, 0)
        shown = lines_of_page(self.viewpoint, family, [pk for _group, pk in places])
        return Listing(
            as_of=self.viewpoint.as_of,
            as_of_text=words.day(self.viewpoint.as_of),
            count=len(found),
            count_text=words.initiatives(len(found)),
            by_state=_states(states.values()),
            by_light=count_codes([lights.get(pk, NO_STATUS) for pk in found]),
            money=money,
            groups=tuple(_groups(groups, places, shown, lights, sums)),
            overlap_text=_overlap_text(groups, sums),
            page=page,
            pages=pages,
            previous_page=page - 1,
            next_page=page + 1 if page < pages else 0,
            empty_text="" if found else _("There are no initiatives here."),
            is_fictional=money.is_fictional or any(line.is_fictional for line in shown.values()),
        )

    def _page_of(self, number: int) -> tuple[int, int]:
        pages = max(1, -(-number // self.asked.on_a_page))
        return min(max(1, self.asked.page), pages), pages

    def lines_serving(self, initiatives: Wanted) -> QuerySet[BudgetLine]:
        """Of initiatives that the reader sees, the lines that she sees, each once."""
        serving = LineInitiative.objects.filter(initiative__in=initiatives).values("line")
        lines = BudgetLine.objects.visible_to(self.viewpoint.user).filter(municipality=self.viewpoint.municipality)
        return lines.filter(pk__in=serving)


def latest_lights(
    initiatives: Wanted, as_of: datetime.date, known_on: datetime.datetime | None = None
) -> dict[int, str]:
    """{initiative: the worst light of its latest approved update}; those without an update are not there."""
    newest = StatusUpdate.objects.filter(initiative=OuterRef("initiative")).approved_as_of(as_of, known_on)
    latest = StatusUpdate.objects.filter(initiative__in=initiatives, pk=Subquery(newest.values("pk")[:1]))
    found = latest.order_by().values_list("initiative", "progress_light", "economy_light", "effect_light")
    return {initiative: worst_code(lights) for initiative, *lights in found}


def _states(states: Iterable[str]) -> tuple[shapes.Count, ...]:
    times = Counter(states)
    return tuple(
        shapes.Count(state.value, str(state.label), times[state.value], f"{times[state.value]} {state.label}")
        for state in InitiativeState
        if times[state.value]
    )


def _places(groups: Iterable[Membership]) -> Iterable[tuple[str, int]]:
    """Every line of the list in order: its group and its initiative."""
    return ((group.key, pk) for group in groups for pk in group.initiatives)


def _groups(
    groups: Iterable[Membership],
    places: Sequence[tuple[str, int]],
    shown: Mapping[int, InitiativeLine],
    lights: Mapping[int, str],
    sums: GroupSums,
) -> Iterable[ListGroup]:
    here: dict[str, list[int]] = {}
    for key, pk in places:
        here.setdefault(key, []).append(pk)
    for group in groups:
        if group.key in here:
            own = here[group.key]
            yield ListGroup(
                key=group.key,
                name=group.name,
                count=len(group.initiatives),
                count_text=words.initiatives(len(group.initiatives)),
                by_light=count_codes([lights.get(pk, NO_STATUS) for pk in group.initiatives]),
                lines=tuple(shown[pk] for pk in own if pk in shown),
                is_continued=own[0] != group.initiatives[0],
                money=sums.money.get(group.key),
            )


def _overlap_text(groups: Sequence[Membership], sums: GroupSums) -> str:
    """Groups may share initiatives, and initiatives their lines: then numbers or sums do not add up."""
    times = Counter(pk for group in groups for pk in group.initiatives)
    several = sum(number > 1 for number in times.values())
    if not several:
        return _of_shared_lines(sums.shared_lines)
    return ngettext(
        "%(number)d initiative stands in more than one group: the groups' numbers cannot be added together.",
        "%(number)d initiatives stand in more than one group: the groups' numbers cannot be added together.",
        several,
    ) % {"number": several}


def _of_shared_lines(number: int) -> str:
    if not number:
        return ""
    return ngettext(
        "%(number)d budget line serves more than one group: the groups' sums cannot be added together.",
        "%(number)d budget lines serve more than one group: the groups' sums cannot be added together.",
        number,
    ) % {"number": number}
