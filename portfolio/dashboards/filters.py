"""The portfolio's filters: they live in the address, and say in words what they do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import django_filters
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.forms.renderers import BaseRenderer
from django.http import QueryDict
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_filters.fields import ChoiceField

from initiatives.models import (
    Initiative,
    InitiativeObjective,
    InitiativeState,
    InitiativeTargetGroup,
    Involvement,
    InvolvementRole,
    MethodUse,
)
from organisation.models import Municipality, User
from organisation.sorting import search_key
from portfolio.dashboards.choices import Choice, FilterChoices, filter_choices, pks_of
from portfolio.forms import DkfdsRenderer

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
    "year": _("running in %(value)s"),
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


class FilterForm(forms.Form):
    default_renderer: BaseRenderer | type[BaseRenderer] | None = DkfdsRenderer


def choice_filter(label: str | Promise, method: str) -> Any:
    return django_filters.ChoiceFilter(label=label, method=method, empty_label=_("All"))


class InitiativeFilter(django_filters.FilterSet):  # type: ignore[misc]  # the library has no types
    """Narrows the initiatives that the reader sees. An invalid value narrows to nothing and is said in a sentence."""

    q = django_filters.CharFilter(label=_("Search in titles and codes"), method="search", max_length=200)
    strategy = choice_filter(_("Strategy"), "in_strategy")
    objective = choice_filter(_("Objective"), "under_objective")
    target_group = choice_filter(_("Target group"), "for_target_group")
    method = choice_filter(_("Method"), "using_method")
    state = django_filters.ChoiceFilter(label=_("State"), choices=InitiativeState.choices, empty_label=_("All"))
    owner = choice_filter(_("Owner"), "owned_by")
    year = YearFilter(label=_("Running in the year"), method="in_year", empty_label=_("All years"))

    class Meta:
        model = Initiative
        fields: list[str] = []
        form = FilterForm

    def __init__(self, query: QueryDict, user: User | AnonymousUser, municipality: Municipality) -> None:
        seen = Initiative.objects.visible_to(user).filter(municipality=municipality)
        super().__init__(without_blanks(query, self.base_filters), seen)
        self.choices = filter_choices(user, municipality, seen)
        for name, choices in self._choices().items():
            self.filters[name].extra["choices"] = choices

    def _choices(self) -> dict[str, list[tuple[str, str | Promise]]]:
        of_rows: dict[str, tuple[Choice, ...]] = {
            "strategy": self.choices.strategies,
            "objective": self.choices.objectives,
            "target_group": self.choices.target_groups,
            "method": self.choices.methods,
            "owner": self.choices.owners,
        }
        return {
            **{name: [(row.reference, row.label) for row in rows] for name, rows in of_rows.items()},
            "year": self._year_choices(self.choices),
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
            AppliedFilter(self._words(name), query_string(self.data, leaving_out=name))
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
        return query_string(self.data)

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
        """Initiatives whose code, title or other names hold every word."""
        for word in search_key(value).split():
            initiatives = initiatives.filter(search_key__contains=word)
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


def query_string(query: QueryDict, *, leaving_out: str = "") -> str:
    kept = query.copy()
    kept.pop(leaving_out, None)
    return kept.urlencode()
