"""The rows that were there before texts could be searched are found too."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from initiatives.models import Initiative, InitiativeText
from tests import factories

migration = import_module("initiatives.migrations.0002_texts_are_searched")


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
