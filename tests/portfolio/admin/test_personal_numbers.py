"""Whoever writes what looks like a CPR number beside a value is warned."""

from __future__ import annotations

import datetime

from django.urls import reverse

from initiatives.models import Heading
from organisation import writing
from portfolio.dashboards.models import SavedView
from portfolio.reports.models import Report, SavedComposition
from tests import factories
from tests.world import World, form_of, signed_in


def test_a_note_that_looks_like_a_cpr_number_is_asked_about(world: World) -> None:
    town = world.cast.koebenhavn
    indicator = factories.indicator(town.municipality, "Ensomhed", by=town.administrator)
    client, add = signed_in(town.administrator), reverse("admin:indicators_target_add")
    data = form_of(client, add) | {"indicator": str(indicator.pk), "figure": "40 %", "kind": "level", "owner": "own"}
    page = client.post(add, data | {"note": "Se sagen 070761-4285"}).content.decode()
    assert "ligner et CPR-nummer" in page
    assert not indicator.targets.exists()
    assert client.post(add, data | {"note": "Se sagen fra 2018"}).status_code == 302
    assert indicator.targets.get().note == "Se sagen fra 2018"


NUMBER = "Borger 010190-1234"


def test_what_is_written_beside_a_button_is_refused_with_such_a_number(world: World) -> None:
    town = world.cast.koebenhavn
    client = signed_in(town.administrator)
    heading = factories.heading(town.municipality)
    report = Report(municipality=town.municipality, title="Status", reference="status", as_of=datetime.date(2018, 6, 1))
    report.created_by = town.administrator
    writing.save(report, by=town.administrator)
    sent = {
        "/0101/overskrifter/": {"rename": heading.pk, "label": NUMBER, "help_text": ""},
        "/0101/visninger/gem": {"name": NUMBER, "query": "light=red"},
        f"/0101/rapporter/{report.reference}/gem": {"name": NUMBER},
        f"/0101/rapporter/{report.reference}/send": {"to": NUMBER},
        f"/0101/rapporter/{report.reference}/ret": {"reason": NUMBER},
    }
    for address, said in sent.items():
        page = client.post(address, said, follow=True).content.decode()
        assert "ligner et CPR-nummer" in page, address
    searched = client.post("/0101/visninger/gem", {"name": "Mine", "query": "q=010190-1234&light=red"})
    assert "ligner et CPR-nummer" in searched.content.decode()
    assert not SavedView.objects.filter(name="Mine").exists()
    assert not Heading.objects.filter(label=NUMBER).exists()
    assert not SavedView.objects.filter(name=NUMBER).exists()
    assert not SavedComposition.objects.filter(name=NUMBER).exists()
