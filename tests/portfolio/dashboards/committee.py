"""A committee with a strategy, its initiatives and its reports."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.test import Client

from initiatives.models import Event, EventInitiative, Initiative, Strategy
from organisation import writing
from portfolio.reports.models import Report
from portfolio.reports.snapshot import freeze, sha256
from tests import factories
from tests.cast import Town

MEETING = datetime.date(2099, 6, 12)
BAD = {"progress_light": "red", "reason": "Der mangler boliger.", "action": "Der købes flere."}


@dataclass
class Case:
    town: Town
    strategy: Strategy
    one: Initiative
    other: Initiative

    @property
    def address(self) -> str:
        return f"/0101/udvalg/{self.town.committee.reference}/"

    def status(self, initiative: Initiative, day: str, **fields: str) -> None:
        mona = self.town["manager"]
        on = datetime.date.fromisoformat(day)
        factories.status_update(initiative, self.town.administrator, approved_by=mona, as_of=on, **fields)

    def met(self, words: str) -> None:
        event = Event(
            municipality=self.town.municipality, reference=f"m{len(words)}", kind="meeting", title="Møde",
            body=self.town.committee, effective_text=words,
        )  # fmt: skip
        writing.save(event, by=None)

    def decided(self, title: str, words: str, *initiatives: Initiative) -> Event:
        count = Event.objects.count()
        event = Event(
            municipality=self.town.municipality, reference=f"d{count}", kind="decision", title=title,
            effective_text=words,
        )  # fmt: skip
        event = writing.save(event, by=None)
        links = [EventInitiative(municipality=event.municipality, event=event, initiative=one) for one in initiatives]
        writing.save_many(links, by=None)
        return event

    def report(self, as_of: str, **fields: object) -> Report:
        day, ada = datetime.date.fromisoformat(as_of), self.town.administrator
        said: dict[str, object] = {"reference": f"r-{as_of}", "title": f"Status {as_of}", "pdf": "reports/r.pdf"}
        said |= {"strategy": self.strategy, "committee": self.town.committee, "state": "frozen"}
        frozen_at = fields.pop("frozen_at", None)
        assert frozen_at is None or isinstance(frozen_at, datetime.datetime)
        report = Report(municipality=self.town.municipality, as_of=day, created_by=ada, **said | fields)
        if report.state != "draft":
            frozen = freeze(report, factories.NOON)
            report.snapshot, report.snapshot_sha256 = frozen.text, sha256(frozen.text)
            noon = datetime.datetime.combine(day, datetime.time(12), tzinfo=datetime.UTC)
            report.frozen_at = frozen_at or noon
        return writing.save(report, by=ada)


def figures(client: Client, address: str) -> dict[str, str]:
    page = client.get(address).context["shown"].page
    return {figure.key: figure.value for figure in page.figures}
