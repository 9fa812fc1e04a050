"""The list of reports, narrowed by what is in the address."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from organisation.models import Body, Municipality
from organisation.sorting import search_key
from portfolio.forms import HouseForm
from portfolio.reports.models import ReportQuerySet, ReportState

SEARCHED = ("pk", "title", "case_number")


class ReportFilter(HouseForm):
    """What cannot be used narrows nothing, and is said at its field."""

    q = forms.CharField(required=False, max_length=200, label=_("Search in titles and case numbers"))
    state = forms.ChoiceField(required=False, choices=[("", _("All")), *ReportState.choices], label=_("State"))
    committee = forms.ModelChoiceField(
        Body.objects.none(), required=False, to_field_name="reference", label=_("Committee"), empty_label=_("All")
    )
    year = forms.IntegerField(required=False, min_value=1970, max_value=2100, label=_("Figures of the year"))

    def __init__(self, query: QueryDict, municipality: Municipality) -> None:
        super().__init__(query)
        committees = Body.objects.filter(municipality=municipality, reports__isnull=False).distinct()
        self.fields["committee"].queryset = committees  # type: ignore[attr-defined]
        self.is_valid()

    @property
    def is_used(self) -> bool:
        return any(self.cleaned_data.values())

    def narrow(self, found: ReportQuerySet) -> ReportQuerySet:
        said = self.cleaned_data
        if words := search_key(said.get("q") or "").split():
            # Reports have no folded column; a municipality has few enough of them to look through their titles.
            named = [(pk, search_key(f"{title} {case}")) for pk, title, case in found.values_list(*SEARCHED)]
            found = found.filter(pk__in=[pk for pk, text in named if all(word in text for word in words)])
        conditions = {"state": said.get("state"), "committee": said.get("committee"), "as_of__year": said.get("year")}
        return found.filter(**{name: value for name, value in conditions.items() if value})

    @property
    def address(self) -> str:
        """The query string of what is used, for the links to other pages of the list."""
        kept = QueryDict(mutable=True)
        for name in self.fields:
            if value := (self.data.get(name) or "").strip():
                kept[name] = value
        return kept.urlencode()
