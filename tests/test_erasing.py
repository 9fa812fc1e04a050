"""A municipality is erased as a whole, after it was written to a file as a whole; the others notice nothing."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from initiatives.models import Initiative
from organisation import triggers
from organisation.models import Action, ChangeRecord, Membership, Municipality, User
from organisation.tenancy import tenant_models
from portfolio.audit import audit
from tests import factories
from tests.cast import Cast
from tests.furnished import PDF, furnish


@pytest.fixture
def two_towns(cast: Cast, settings: Any, tmp_path: Path) -> Cast:
    storages = {name: dict(value) for name, value in settings.STORAGES.items()}
    storages["default"]["OPTIONS"] = {"location": tmp_path / "files", "base_url": None}
    settings.STORAGES = storages
    for town in (cast.koebenhavn, cast.aarhus):
        furnish(town)
    return cast


def erase(export: Path, code: str = "0101", confirm: str = "0101") -> None:
    call_command("erase_municipality", code, export=export, confirm=confirm)


def census() -> dict[str, dict[int | None, int]]:
    """{model: {municipality: rows}}"""
    counted: dict[str, dict[int | None, int]] = {}
    for model in tenant_models():
        homes = model._base_manager.values_list("municipality", flat=True)
        counted[model._meta.label] = {home: list(homes).count(home) for home in set(homes)}
    return counted


def test_all_of_the_municipality_is_gone_and_all_of_the_other_is_there(
    two_towns: Cast, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    gone, kept, before = two_towns.koebenhavn, two_towns.aarhus.municipality, census()
    home, people = gone.municipality.pk, [user.pk for user in gone.people.values()]
    with django_capture_on_commit_callbacks(execute=True):
        erase(tmp_path / "ud.json")
    after = census()
    for label, homes in after.items():
        assert home not in homes, label
        assert homes[kept.pk] == before[label][kept.pk], label
    assert list(Municipality.objects.all()) == [kept]
    assert not User.objects.get_queryset().filter(pk__in=people)
    assert len(default_storage.listdir("reports")[1]) == 1
    assert triggers.missing(connection) == []
    assert [finding for finding in audit() if finding.is_error] == []


def test_the_file_holds_every_row_and_every_file_and_no_password(two_towns: Cast, tmp_path: Path) -> None:
    home, export = two_towns.koebenhavn.municipality, tmp_path / "ud.json"
    expected = {
        (model._meta.label_lower, pk)
        for model in tenant_models()
        for pk in model._base_manager.filter(municipality=home).values_list("pk", flat=True)
    }
    passwords = [user.password for user in two_towns.koebenhavn.people.values()]
    erase(export)
    content = json.loads(export.read_text())
    written = {(row["model"], row["pk"]) for row in content["rows"]}
    assert written == expected | {("organisation.municipality", home.pk)}
    assert {row["fields"]["email"] for row in content["users"]} == {
        user.email for user in two_towns.koebenhavn.people.values()
    }
    assert [base64.b64decode(file) for file in content["files"].values()] == [PDF]
    assert not any(password in export.read_text() for password in passwords)
    assert export.stat().st_mode & 0o077 == 0


def test_that_it_happened_is_known_to_the_operator(two_towns: Cast, tmp_path: Path) -> None:
    export = tmp_path / "ud.json"
    erase(export)
    [record] = ChangeRecord.objects.visible_to(two_towns.operator).filter(action=Action.DELETED)
    assert record.object_label == "København"
    assert hashlib.sha256(export.read_bytes()).hexdigest() in record.reason


def test_who_works_elsewhere_too_stays(two_towns: Cast, tmp_path: Path) -> None:
    finn = two_towns.koebenhavn["finance"]
    factories.member(finn, two_towns.aarhus.municipality, "reader")
    erase(tmp_path / "ud.json")
    assert User.objects.get(pk=finn.pk).is_active
    assert Membership.objects.get(user=finn).municipality == two_towns.aarhus.municipality


def test_who_is_named_elsewhere_stays_but_cannot_sign_in(two_towns: Cast, tmp_path: Path) -> None:
    mona = two_towns.koebenhavn["manager"]
    factories.initiative(two_towns.aarhus.municipality, by=mona)
    erase(tmp_path / "ud.json")
    stored = User.objects.get(pk=mona.pk)
    assert (stored.is_active, stored.has_usable_password()) == (False, False)


@pytest.mark.parametrize(
    ("code", "confirm", "says"), [("0101", "0751", "en anden"), ("0999", "0999", "ingen kommune med koden 0999")]
)
def test_without_the_right_code_nothing_happens(
    two_towns: Cast, tmp_path: Path, code: str, confirm: str, says: str
) -> None:
    with pytest.raises(CommandError, match=says):
        erase(tmp_path / "ud.json", code, confirm)
    assert Municipality.objects.count() == 2
    assert not (tmp_path / "ud.json").exists()


def test_a_file_that_is_there_is_not_overwritten_and_nothing_is_erased(two_towns: Cast, tmp_path: Path) -> None:
    (tmp_path / "ud.json").write_text("vigtigt")
    before = census()
    with pytest.raises(CommandError, match="findes allerede"):
        erase(tmp_path / "ud.json")
    assert (tmp_path / "ud.json").read_text() == "vigtigt"
    assert census() == before
    assert Initiative.objects.filter(municipality__code="0101").exists()
    assert triggers.missing(connection) == []


def test_when_erasing_fails_all_rows_are_there_and_the_file_is_not(
    two_towns: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(people: list[User]) -> None:
        raise OSError("planted")

    before = census()
    with monkeypatch.context() as patch:
        patch.setattr("portfolio.erasing._let_go", fail)
        with pytest.raises(OSError, match="planted"):
            erase(tmp_path / "ud.json")
    assert census() == before
    assert triggers.missing(connection) == []
    assert not (tmp_path / "ud.json").exists()
    erase(tmp_path / "ud.json")
    assert list(Municipality.objects.all()) == [two_towns.aarhus.municipality]
