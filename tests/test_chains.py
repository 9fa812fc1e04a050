"""A row that stands under or follows another of its kind is never led back to itself, and the field says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.test import Client
from django.urls import reverse

from budgets.models import FundingSource
from organisation import writing
from organisation.models import Chained, ChangeRecord, Municipality
from tests import factories
from tests.cast import Cast
from tests.world import form_of

Made = Callable[..., Any]


def source(home: Municipality, name: str, **fields: Any) -> FundingSource:
    said: dict[str, Any] = {"kind": "local_pool", "value_state": "not_stated", **fields}
    said["reference"] = f"pulje-{FundingSource.objects.count()}"
    return writing.save(FundingSource(municipality=home, name=name, **said), by=None)


def objective(home: Municipality, name: str, **fields: Any) -> Any:
    above = fields.get("parent")
    return factories.objective(above.strategy if above else factories.strategy(home), name, **fields)


CHAINS: list[tuple[str, Made]] = [
    ("parent", factories.body),
    ("successor", factories.body),
    ("parent", factories.initiative),
    ("parent", objective),
    ("parent", factories.target_group),
    ("successor", source),
]
chains = pytest.mark.parametrize(("link", "made"), CHAINS)


def two(made: Made, link: str, home: Municipality) -> tuple[Any, Any]:
    first = made(home, "Forneden")
    return first, made(home, "Foroven", **{link: first})


@chains
def test_none_is_led_back_to_itself_also_by_way_of_others(cast: Cast, link: str, made: Made) -> None:
    last, middle = two(made, link, cast.koebenhavn.municipality)
    first = made(cast.koebenhavn.municipality, "Øverst", **{link: middle})
    for to in (last, middle, first):
        row = type(last).objects.get(pk=last.pk)
        setattr(row, link, to)
        with pytest.raises(ValidationError) as refused:
            writing.save(row, by=None)
        assert list(refused.value.message_dict) == [link]


@chains
def test_a_change_is_not_taken_back_into_a_circle(client: Client, cast: Cast, link: str, made: Made) -> None:
    town = cast.koebenhavn
    client.force_login(town.administrator)
    ahead, row = two(made, link, town.municipality)
    screen = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    address = reverse(screen, args=[row.pk])
    assert client.post(address, form_of(client, address) | {link: ""}).status_code == 302
    ahead = type(row).objects.get(pk=ahead.pk)
    setattr(ahead, link, type(row).objects.get(pk=row.pk))
    writing.save(ahead, by=None)
    record = ChangeRecord.objects.of_row(row)[0]
    one, whole = f"/0101/historik/{record.pk}/fortryd/", f"/0101/historik/handling/{record.act}/"
    for way in (one, whole):
        said = " ".join(map(str, client.post(way, follow=True).context["messages"]))
        assert "sig sel" in said
    row.refresh_from_db()
    assert getattr(row, link) is None


@chains
def test_what_leads_where_it_led_is_not_asked_about(
    cast: Cast, link: str, made: Made, django_assert_num_queries: Any
) -> None:
    _ahead, row = two(made, link, cast.koebenhavn.municipality)
    kept = type(row).objects.get(pk=row.pk)
    with django_assert_num_queries(0):
        assert not kept._comes_back_by(link)


def test_every_such_link_that_a_person_chooses_is_among_those_that_are_checked() -> None:
    found = {
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model is model and field.editable
    }
    checked = {(model, name) for model in apps.get_models() if issubclass(model, Chained) for name in model.leads_on}
    # What corrects or replaces another names one that stands, and what stands is not changed.
    assert {name for _model, name in found - checked} == {"corrects", "replaces"}
    assert checked <= found
