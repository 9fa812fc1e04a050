"""The rows that were there before texts could be searched are found too."""

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from initiatives.models import Activity, Event, FollowUpMeasure, Initiative, InitiativeText, StatusUpdate
from organisation import triggers, writing
from tests import factories

migration = import_module("initiatives.migrations.0002_texts_are_searched")
parts = import_module("initiatives.migrations.0007_searched_parts")


@pytest.mark.django_db
def test_stored_keys_of_rows_that_are_there_are_made_and_taken_back() -> None:
    home = factories.municipality()
    one = factories.initiative(home, "Netværk", summary="Kaffe på Ærø")
    factories.text(one, factories.heading(home), "Borgerne mødes i Århus.")
    Initiative.objects.update(search_key="netvaerk")
    InitiativeText.objects.update(search_key="")
    editor = connection.SchemaEditorClass(connection)
    migration.fill(apps, editor)
    assert Initiative.objects.get(search_key__contains="aeroe") == one
    assert InitiativeText.objects.get(search_key__contains="moedes i aarhus").initiative == one
    migration.names_alone(apps, editor)
    assert not Initiative.objects.filter(search_key__contains="aeroe").exists()


@pytest.mark.django_db
def test_what_an_initiative_is_made_of_is_found_too() -> None:
    home = factories.municipality()
    one, anna = factories.initiative(home), factories.user("anna@example.dk")
    factories.status_update(one, anna, text="Åbner på Ærø.", approved_by=anna)
    writing.save(Activity(municipality=home, initiative=one, title="Åbning på Ærø"), by=anna)
    writing.save(Event(municipality=home, reference="m", kind="meeting", title="Møde på Ærø"), by=anna)
    writing.save(FollowUpMeasure(municipality=home, reference="f", title="Gæster på Ærø", kind="count"), by=anna)
    keys: dict[Any, str] = {
        model: model.objects.get().search_key for model in (StatusUpdate, Activity, Event, FollowUpMeasure)
    }
    # As in a migration, which the rules of what stands do not meet.
    with triggers.lifted():
        for model in keys:
            model.objects.update(search_key="")
        parts.fill(apps, connection.SchemaEditorClass(connection))
    assert {model: model.objects.get().search_key for model in keys} == keys
    assert all("paa aeroe" in key for key in keys.values())
