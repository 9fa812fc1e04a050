"""The portfolio's filters: they live in the address, and say in words what they do."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import django_filters
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.validators import slug_re
from django.db.models import Model, Q, QuerySet, TextChoices
from django.forms.renderers import BaseRenderer
from django.http import QueryDict
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_filters.fields import ChoiceField

from budgets.models import BudgetLine, LineInitiative, LineRelation, RelationKind
from initiatives.models import (
    Initiative,
    InitiativeObjective,
    InitiativeState,
    InitiativeTargetGroup,
    InitiativeText,
    Involvement,
    InvolvementRole,
    Light,
    Method,
    MethodUse,
    Objective,
    Strategy,
    TargetGroup,
)
from organisation.models import Body, Municipality, User
from organisation.sorting import search_key
from portfolio.dashboards.choices import Choice, FilterChoices, filter_choices, pks_of
from portfolio.dashboards.moved import kept_under
from portfolio.dashboards.reading import said_again
from portfolio.forms import DkfdsRenderer
from portfolio.overview.lacks import Part, lacking
from portfolio.overview.listing import latest_lights
from portfolio.overview.statuses import NO_STATUS

UNKNOWN = "unknown"
EARLIEST_YEAR, LATEST_YEAR = 1970, 2100

# How each filter speaks of itself above the results.
WORDS: dict[str, str | Promise] = {
    "q": _("contains “%(value)s”"),
    "strategy": _("strategy: %(value)s"),
    "objective": _("objective: %(value)s"),
    "target_group": _("target group: %(value)s"),
    "method": _("method: %(value)s"),
    "state": _("state: %(value)s"),
    "owner": _("owner: %(value)s"),
    "committee": _("committee: %(value)s"),
    "department": _("department: %(value)s"),
    "funding_source": _("funding source: %(value)s"),
    "light": _("status: %(value)s"),
    "period": _("period: %(value)s"),
    "year": _("running in %(value)s"),
    "lacks": _("lacks: %(value)s, of those that run"),
    "archived": _("archived: %(value)s"),
}


@dataclass(frozen=True)
class AppliedFilter:
    """One filter in words, and the query string of the page without it."""

    words: str
    address_without: str


class YearField(ChoiceField):  # type: ignore[misc]  # the library has no types
    """Any year may be asked for; those of the list are only the likely ones."""

    def valid_value(self, value: Any) -> bool:
        return is_year(str(value)) or bool(super().valid_value(value))


def is_year(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) == 4 and EARLIEST_YEAR <= int(text) <= LATEST_YEAR


class YearFilter(django_filters.ChoiceFilter):  # type: ignore[misc]  # the library has no types
    field_class = YearField


MERGEABLE: dict[str, type[Model]] = {
    "strategy": Strategy,
    "objective": Objective,
    "target_group": TargetGroup,
    "method": Method,
    "owner": Body,
    "committee": Body,
    "department": Body,
}


class AtTime(TextChoices):
    RUNNING = "running", _("running now")
    NOT_BEGUN = "not_begun", _("not begun")
    ENDED = "ended", _("ended")
    UNKNOWN = "unknown", _("not known")


class OfTheArchive(TextChoices):
    TOO = "too", _("shown too")
    ONLY = "only", _("shown alone")


class FilterForm(forms.Form):
    default_renderer: BaseRenderer | type[BaseRenderer] | None = DkfdsRenderer


def choice_filter(label: str | Promise, method: str) -> Any:
    return django_filters.ChoiceFilter(label=label, method=method, empty_label=_("All"))


class InitiativeFilter(django_filters.FilterSet):  # type: ignore[misc]  # the library has no types
    """Narrows the initiatives that the reader sees. An invalid value narrows to nothing and is said in a sentence."""

    q = django_filters.CharFilter(label=_("Search in titles, codes and texts"), method="search", max_length=200)
    strategy = choice_filter(_("Strategy"), "in_strategy")
    objective = choice_filter(_("Objective"), "under_objective")
    target_group = choice_filter(_("Target group"), "for_target_group")
    method = choice_filter(_("Method"), "using_method")
    state = django_filters.ChoiceFilter(label=_("State"), choices=InitiativeState.choices, empty_label=_("All"))
    light = choice_filter(_("Status"), "with_light")
    owner = choice_filter(_("Owner"), "owned_by")
    committee = choice_filter(_("Committee"), "of_committee")
    department = choice_filter(_("Department"), "in_department")
    funding_source = choice_filter(_("Funding source"), "financed_by")
    period = choice_filter(_("Period"), "at_time")
    year = YearFilter(label=_("Running in the year"), method="in_year", empty_label=_("All years"))
    archived = django_filters.ChoiceFilter(
        label=_("Archived initiatives"), method="of_the_archive", empty_label=_("Not shown")
    )

    lacks = choice_filter(_("Lacks"), "lacking_part")

    class Meta:
        model = Initiative
        fields: list[str] = []
        form = FilterForm

    def __init__(
        self,
        query: QueryDict,
        user: User | AnonymousUser,
        municipality: Municipality,
        as_of: datetime.date,
        shown: QueryDict | None = None,
        *,
        keeps_archived: bool = False,
        known_on: datetime.datetime | None = None,
    ) -> None:
        """`shown` says how the list is shown, which every address of it keeps. Reports keep what is archived."""
        self.as_of, self.known_on, self.shown = as_of, known_on, shown or QueryDict()
        seen = Initiative.objects.visible_to(user).filter(municipality=municipality).known_by(known_on)
        self.user = user
        self.again = said_again(query, {name: one.label for name, one in self.base_filters.items()})
        said = without_blanks(query, self.base_filters)
        # What is archived has left the list; it is shown to whoever asks for it.
        super().__init__(said, seen if keeps_archived or "archived" in said else seen.current())
        self.choices = filter_choices(user, municipality, seen)
        self._lead_on(municipality)
        for name, choices in self._choices().items():
            self.filters[name].extra["choices"] = choices

    def _lead_on(self, municipality: Municipality) -> None:
        """An address that was kept before something was merged narrows to what is kept, where that is offered."""
        offered = self._of_rows()
        for name, model in MERGEABLE.items():
            asked, known = self.data.get(name), {row.reference for row in offered[name]}
            if asked and asked not in known and slug_re.match(asked):
                kept = kept_under(model, municipality.code, asked)
                if kept is not None and kept.reference in known:
                    self.data[name] = kept.reference

    def _of_rows(self) -> dict[str, tuple[Choice, ...]]:
        return {
            "strategy": self.choices.strategies,
            "objective": self.choices.objectives,
            "target_group": self.choices.target_groups,
            "method": self.choices.methods,
            "owner": self.choices.owners,
            "committee": self.choices.committees,
            "department": self.choices.departments,
            "funding_source": self.choices.funding_sources,
        }

    def _choices(self) -> dict[str, list[tuple[str, str | Promise]]]:
        return {
            **{name: [(row.reference, row.label) for row in rows] for name, rows in self._of_rows().items()},
            "year": self._year_choices(self.choices),
            "light": [*Light.choices, (NO_STATUS, _("no status"))],
            "period": list(AtTime.choices),
            "lacks": list(Part.choices),
            "archived": list(OfTheArchive.choices),
        }

    def _year_choices(self, choices: FilterChoices) -> list[tuple[str, str | Promise]]:
        asked = self.data.get("year", "")
        years = {str(year) for year in choices.years} | ({asked} if is_year(asked) else set())
        return [(UNKNOWN, _("Period not known")), *((year, year) for year in sorted(years, reverse=True))]

    @cached_property
    def narrowed(self) -> QuerySet[Initiative]:
        found: QuerySet[Initiative] = self.qs
        return found if self.is_valid() else found.none()

    @cached_property
    def applied(self) -> list[AppliedFilter]:
        """The filters in use, in the order of the form."""
        return [
            AppliedFilter(self._words(name), query_string(self.data, self.shown, leaving_out=name))
            for name in self.filters
            if name in self.data
        ]

    @property
    def narrows_by_choice(self) -> bool:
        """Whether more than the search is in use: then the page opens the other filters."""
        return any(name in self.data for name in self.filters if name != "q")

    @property
    def problems(self) -> list[str]:
        """A sentence for each value that cannot be used."""
        sentence = _now("“%(value)s” cannot be used for “%(label)s”.")
        fields = self.form.fields
        return [
            sentence % {"value": self._shortened(self.data.get(name, "")), "label": fields[name].label}
            for name in self.form.errors
        ]

    @property
    def address(self) -> str:
        """The query string that says the same and nothing else; "" without filters."""
        return query_string(self.data, self.shown)

    @property
    def address_without_filters(self) -> str:
        return self.shown.urlencode()

    def summary(self, found: int, total: int) -> str:
        """For example "Viser 4 af 18 indsatser: kører i 2018 · målgruppe: Ældre"."""
        counted = ngettext(
            "Showing %(found)d of %(total)d initiative", "Showing %(found)d of %(total)d initiatives", total
        )
        words = counted % {"found": found, "total": total}
        return f"{words}: {' · '.join(one.words for one in self.applied)}" if self.applied else words

    def _words(self, name: str) -> str:
        value = self.data[name]
        if name == "year" and value == UNKNOWN:
            return _now("period not known")
        labels = dict(self.form.fields[name].choices) if name != "q" else {}
        shown = str(labels.get(value, value)).strip("\N{NO-BREAK SPACE} ")
        return str(WORDS[name]) % {"value": self._shortened(shown)}

    @staticmethod
    def _shortened(value: str, longest: int = 80) -> str:
        return value if len(value) <= longest else f"{value[: longest - 1]}…"

    # The filters. A subquery each, not a join: a join repeats an initiative once per row that it meets.

    def search(self, initiatives: QuerySet[Initiative], name: str, value: str) -> QuerySet[Initiative]:
        """Initiatives of which each word stands in the code, the title, another name or a text."""
        for word in search_key(value).split():
            in_texts = InitiativeText.objects.filter(search_key__contains=word).values("initiative")
            initiatives = initiatives.filter(Q(search_key__contains=word) | Q(pk__in=in_texts))
        return initiatives

    def in_strategy(self, initiatives: QuerySet[Initiative], name: str, value: str) -> QuerySet[Initiative]:
        """Those that stand in the strategy's document, and those that serve one of its objectives."""
        strategy = pks_of(self.choices.strategies, value)
        serving = InitiativeObjective.objects.filter(objective__strategy__in=strategy).values("initiative")
        return initiatives.filter(Q(strategy__in=strategy) | Q(pk__in=serving))

    def under_objective(self, initiatives: QuerySet[Initiative], name: str, value: str) -> QuerySet[Initiative]:
        links = InitiativeObjective.objects.filter(objective__in=pks_of(self.choices.objectives, value))
        return initiatives.filter(pk__in=links.values("initiative"))

    def for_target_group(self, initiatives: QuerySet[Initiative], name: str, value: str) -> QuerySet[Initiative]:
        links = InitiativeTargetGroup.objects.filter(target_group__in=pks_of(self.choices.target_groups, value))
        return initiatives.filter(pk__in=links.values("initiative"))

    def using_method(self, initiatives: QuerySet[Initiative], name: str, value: str) -> QuerySet[Initiative]:
        uses = MethodUse.objects.filter(method__in=pks_of(self.choices.methods, value))
        return initiatives.filter(pk__in=uses.values("initiative"))

    def owned_by(self, initiatives: QuerySet[Initiative], name: str, value: str) -> QuerySet[Initiative]:
        owners = Involvement.objects.filter(role=InvolvementRole.OWNER, body__in=pks_of(self.choices.owners, value))
        return initiatives.filter(pk__in=owners.values("initiative"))

    def of_committee(self, initiatives: QuerySet[Initiative], name: str, value: str) -> QuerySet[Initiative]:
        """Those of the committee's strategies, and those that serve one of their objectives."""
        committee = pks_of(self.choices.committees, value)
        serving = InitiativeObjective.objects.filter(objective__strategy__committee__in=committee)
        return initiatives.filter(Q(strategy__committee__in=committee) | Q(pk__in=serving.values("initiative")))

    def in_department(self, initiatives: QuerySet[Initiative], name: str, value: str) -> QuerySet[Initiative]:
        """Led or carried out by the department or one below it."""
        working = Involvement.objects.carried_by_departments().filter(body__in=pks_of(self.choices.departments, value))
        return initiatives.filter(pk__in=working.values("initiative"))

    def financed_by(self, initiatives: QuerySet[Initiative], name: str, value: str) -> QuerySet[Initiative]:
        """By a line that the reader sees."""
        source = pks_of(self.choices.funding_sources, value)
        relations = LineRelation.objects.filter(kind=RelationKind.FINANCED_BY, funding_source__in=source)
        lines = BudgetLine.objects.visible_to(self.user).filter(pk__in=relations.values("line"))
        return initiatives.filter(pk__in=LineInitiative.objects.filter(line__in=lines).values("initiative"))

    def with_light(self, initiatives: QuerySet[Initiative], name: str, value: str) -> QuerySet[Initiative]:
        """By the worst light of the latest approved update; “none” finds those without any."""
        lights = latest_lights(list(initiatives.order_by().values_list("pk", flat=True)), self.as_of, self.known_on)
        if value == NO_STATUS:
            return initiatives.exclude(pk__in=list(lights))
        return initiatives.filter(pk__in=[pk for pk, light in lights.items() if light == value])

    def at_time(self, initiatives: Any, name: str, value: str) -> QuerySet[Initiative]:
        """Where the period lies to the day of the figures. A period without an end has not ended."""
        if value == AtTime.UNKNOWN:
            unknown: QuerySet[Initiative] = initiatives.with_unknown_period()
            return unknown
        known, day = initiatives.with_known_period(), self.as_of
        begun = Q(period_start__isnull=True) | Q(period_start__lte=day)
        ended = Q(period_end__lt=day)
        narrowed: QuerySet[Initiative] = {
            AtTime.RUNNING.value: known.filter(begun).exclude(ended),
            AtTime.NOT_BEGUN.value: known.exclude(begun),
            AtTime.ENDED.value: known.filter(ended),
        }[value]
        return narrowed

    def lacking_part(self, initiatives: Any, name: str, value: str) -> QuerySet[Initiative]:
        if not isinstance(self.user, User):
            none: QuerySet[Initiative] = initiatives.none()
            return none
        return lacking(value, initiatives, self.user)

    def of_the_archive(self, initiatives: Any, name: str, value: str) -> QuerySet[Initiative]:
        found: QuerySet[Initiative] = initiatives.archived() if value == OfTheArchive.ONLY else initiatives
        return found

    def in_year(self, initiatives: Any, name: str, value: str) -> QuerySet[Initiative]:
        found: QuerySet[Initiative] = (
            initiatives.with_unknown_period() if value == UNKNOWN else initiatives.running_in(int(value))
        )
        return found


def without_blanks(query: QueryDict, names: Mapping[str, Any]) -> QueryDict:
    """The filters of the address that say something, each once; other parameters are not ours."""
    kept = QueryDict(mutable=True)
    for name in names:
        if value := (query.get(name) or "").strip():
            kept[name] = value
    return kept


def query_string(query: QueryDict, shown: QueryDict, *, leaving_out: str = "") -> str:
    kept = query.copy()
    kept.pop(leaving_out, None)
    for name, value in shown.items():
        kept[name] = str(value)
    return kept.urlencode()
