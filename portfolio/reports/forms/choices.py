"""What a report is about and how it is built: committee, day, scope, headings, sections."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from organisation.fields import DanishDateField
from organisation.models import AgendaTemplate, Body, BodyKind, Municipality, User
from portfolio.dashboards.filters import InitiativeFilter
from portfolio.forms import HouseForm
from portfolio.overview.viewpoint import reader_of
from portfolio.reports.composition import Composition, StatusPart, headings_of
from portfolio.reports.models import CaseKind, CaseTemplate, Report
from portfolio.reports.ordering import Beginning, with_known_order

KNOWN, OWN, AS_IT_IS = "known", "own", "kept"
NO_HEADINGS = ""


@dataclass(frozen=True)
class SectionLine:
    """A section of the status report: whether it is there, and its place."""

    label: str
    included: BoundField
    place: BoundField


class ChoicesForm(HouseForm):
    """Beside it stand the portfolio's own filters, which are sent with it under their own names."""

    title = forms.CharField(
        required=False, max_length=300, label=_("Title"), help_text=_("Empty: named after what it reports on.")
    )
    committee = forms.ModelChoiceField(
        Body.objects.none(), required=False, label=_("Committee"), empty_label=_("not stated")
    )
    meeting_on = DanishDateField(
        required=False,
        label=_("Meeting"),
        help_text=_(
            "For example 29.8.2017. Where the committee has weekdays before a meeting, the draft says when it must be "
            "ready."
        ),
    )
    as_of = DanishDateField(
        required=False,
        label=_("Figures as of"),
        help_text=_("Facts after this day are left out. Empty: today."),
    )
    known_on = DanishDateField(
        required=False,
        label=_("As known on"),
        help_text=_("Also leaves out what was recorded after this day. Empty: all that is known when it is frozen."),
    )
    case_kind = forms.ChoiceField(choices=CaseKind.choices, label=_("The item is"))
    is_closed = forms.BooleanField(
        required=False,
        label=_("Closed item"),
        help_text=_("Only the committee and those who work in the municipality can see it."),
    )
    case_number = forms.CharField(required=False, max_length=60, label=_("Case number"))
    headings = forms.ChoiceField(
        required=False,
        label=_("Headings of the case"),
        help_text=_("The order in which your municipality writes its cases. An administrator can make its own."),
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        municipality: Municipality,
        composition: Composition,
        report: Report | None = None,
        usual: dict[str, Any] | None = None,
    ) -> None:
        initial: dict[str, Any] = {"as_of": timezone.localdate(), "case_kind": CaseKind.ORIENTATION}
        initial |= (usual or {}) | (_said(report) if report else {})
        super().__init__(data, prefix="r", initial=initial)
        self.municipality, self.composition = municipality, composition
        reader = reader_of(municipality)
        self.fields["committee"].queryset = _committees(reader, municipality, report)  # type: ignore[attr-defined]
        self.own = list(CaseTemplate.objects.filter(municipality=municipality, is_active=True))
        self._offer_headings()
        self._add_sections()
        query = data if data is not None else QueryDict(composition.scope)
        self.filters = InitiativeFilter(query, reader, municipality, initial["as_of"], keeps_archived=True)

    def _offer_headings(self) -> None:
        field, named = self.fields["headings"], ", ".join(heading.label for heading in self.composition.headings)
        kept = [(AS_IT_IS, _now("As now: %(headings)s") % {"headings": named})] if named else []
        own = [(f"{OWN}:{one.pk}", one.name) for one in self.own]
        known = [(f"{KNOWN}:{code}", name) for code, name in AgendaTemplate.choices]
        field.choices = [  # type: ignore[attr-defined]
            *kept,
            (NO_HEADINGS, _now("Status report alone, with summary and recommendation")),
            (_now("The municipality's own"), own),
            (_now("Known orders"), known),
        ]
        field.initial = AS_IT_IS if named else NO_HEADINGS

    def _add_sections(self) -> None:
        chosen = self.composition.sections
        order = [*chosen, *(one for one in StatusPart.values if one not in chosen)]
        for name, label in StatusPart.choices:
            place = order.index(name) + 1
            self.fields[f"has-{name}"] = forms.BooleanField(required=False, label=label, initial=name in chosen)
            self.fields[f"place-{name}"] = forms.IntegerField(
                required=False,
                min_value=1,
                max_value=99,
                label=_("Place of “%(part)s”") % {"part": label},
                initial=place,
            )

    @property
    def sections(self) -> list[SectionLine]:
        """In the order in which they are printed now."""
        chosen = self.composition.sections
        order = [*chosen, *(one for one in StatusPart.values if one not in chosen)]
        return [SectionLine(str(StatusPart(one).label), self[f"has-{one}"], self[f"place-{one}"]) for one in order]

    @property
    def plain_fields(self) -> Iterator[BoundField]:
        names = ("title", "committee", "meeting_on", "as_of", "known_on", "case_kind", "is_closed", "case_number")
        return (self[name] for name in names)

    def clean_as_of(self) -> datetime.date:
        today = timezone.localdate()
        day: datetime.date = self.cleaned_data["as_of"] or today
        if day > today:
            raise forms.ValidationError(_("Figures of a day to come are not known yet."))
        return day

    def clean(self) -> None:
        said = self.cleaned_data
        if self.filters.problems:
            self.add_error(None, " ".join(self.filters.problems))
        if not any(said.get(f"has-{name}") for name in StatusPart.values):
            self.add_error(None, _now("Choose at least one section of the status report."))
        known, as_of = said.get("known_on"), said.get("as_of")
        if known and as_of and known < as_of:
            self.add_error("known_on", _now("It cannot lie before the day of the figures."))

    @property
    def known_until(self) -> datetime.datetime | None:
        """The last moment of the day, where the municipality is."""
        day = self.cleaned_data["known_on"]
        return timezone.make_aware(datetime.datetime.combine(day, datetime.time.max)) if day else None

    def composed(self) -> Composition:
        """What was chosen, around what was written before."""
        said = self.cleaned_data
        chosen = [name for name in StatusPart.values if said[f"has-{name}"]]
        chosen.sort(key=lambda name: said[f"place-{name}"] or 99)
        composition = dataclasses.replace(self.composition, sections=tuple(chosen), scope=self.filters.address)
        kind, _mark, which = said["headings"].partition(":")
        if kind == AS_IT_IS:
            return composition
        own = next((one for one in self.own if kind == OWN and str(one.pk) == which), None)
        if own is None:
            return with_known_order(composition, which)
        return dataclasses.replace(
            composition, headings=headings_of(own.headings.all()), numbering=own.numbering, opening=own.opening
        )

    def columns(self) -> dict[str, Any]:
        """The report's own columns; an empty title leaves the one that it has."""
        said = self.cleaned_data
        names = ("committee", "meeting_on", "as_of", "case_kind", "is_closed", "case_number")
        title = {"title": said["title"].strip()} if said["title"].strip() else {}
        return {**{name: said[name] for name in names}, "known_on": self.known_until, **title}

    def beginning(self, by: User, language: str) -> Beginning:
        return Beginning(
            municipality=self.municipality, by=by, language=language, composition=self.composed(), **self.columns()
        )


def _committees(reader: User, municipality: Municipality, report: Report | None) -> QuerySet[Body]:
    """Those that still meet; a draft to one that closed meanwhile keeps it."""
    named = Body.objects.visible_to(reader).filter(
        municipality=municipality, kind__in=[BodyKind.COMMITTEE, BodyKind.COUNCIL]
    )
    still = named.choosable()
    return still | named.filter(pk=report.committee_id) if report and report.committee_id else still


def _said(report: Report) -> dict[str, Any]:
    names = ("title", "committee", "meeting_on", "as_of", "case_kind", "is_closed", "case_number")
    known = timezone.localtime(report.known_on).date() if report.known_on else None
    return {**{name: getattr(report, name) for name in names}, "known_on": known}
