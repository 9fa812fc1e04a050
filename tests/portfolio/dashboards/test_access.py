"""Who reaches which page, and what a page gives away."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from initiatives.models import Initiative, Strategy
from organisation import writing
from organisation.access import Role
from organisation.models import Document, User
from tests import factories
from tests.cast import Cast, Town

STAFF = ("administrator", "caseworker", "finance", "manager")
READERS = ("committee_member", "reader")


def status(client: Client, user: User | None, address: str) -> int:
    client.logout()
    if user:
        client.force_login(user)
    return client.get(address).status_code


def page(client: Client, user: User, address: str) -> str:
    client.force_login(user)
    return client.get(address).content.decode()


@pytest.fixture
def town(cast: Cast) -> Town:
    return cast.koebenhavn


@pytest.fixture
def strategy(town: Town) -> Strategy:
    return factories.strategy(town.municipality, by=town.administrator)


@pytest.fixture
def initiative(town: Town, strategy: Strategy) -> Initiative:
    return factories.initiative(town.municipality, "Aktiv ven", by=town.administrator, strategy=strategy)


@pytest.fixture
def addresses(town: Town, strategy: Strategy, initiative: Initiative) -> list[str]:
    return [town.municipality.get_absolute_url(), strategy.get_absolute_url(), initiative.get_absolute_url()]


@pytest.mark.slow
def test_every_role_reads_the_pages_of_the_own_municipality(client: Client, town: Town, addresses: list[str]) -> None:
    for user in town.people.values():
        for address in addresses:
            assert status(client, user, address) == 200, (user, address)


def test_outsiders_cannot_tell_that_the_pages_exist(client: Client, cast: Cast, addresses: list[str]) -> None:
    for user in (*cast.aarhus.people.values(), cast.operator, cast.stranger):
        for address in addresses:
            assert status(client, user, address) == 404, (user, address)


def test_a_reference_is_looked_up_in_its_own_municipality(client: Client, cast: Cast, initiative: Initiative) -> None:
    factories.member(cast.koebenhavn.administrator, cast.aarhus.municipality, Role.READER)
    crossed = reverse("initiative", args=["0751", initiative.reference])
    assert status(client, cast.koebenhavn.administrator, crossed) == 404


def test_anonymous_visitors_are_sent_to_the_sign_in_and_back(client: Client, addresses: list[str]) -> None:
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer.headers["Location"] == f"{reverse('login')}?next={address}"


def test_drafts_are_for_those_who_work_here(client: Client, town: Town) -> None:
    drafts: list[Initiative | Strategy] = [
        factories.initiative(town.municipality, "Kladden"),
        factories.strategy(town.municipality, "Kladdestrategi"),
    ]
    for draft in drafts:
        for role in STAFF:
            assert status(client, town[role], draft.get_absolute_url()) == 200
        for role in READERS:
            assert status(client, town[role], draft.get_absolute_url()) == 404


def test_the_portfolio_of_a_reader_does_not_mention_drafts(client: Client, town: Town, initiative: Initiative) -> None:
    factories.initiative(town.municipality, "Kladden")
    address = town.municipality.get_absolute_url()
    assert "Kladden" in page(client, town.administrator, address)
    for role in READERS:
        shown = page(client, town[role], address)
        assert "Aktiv ven" in shown
        assert "Kladden" not in shown
        assert "Viser 1 af 1 indsats" in shown


def test_only_those_who_may_edit_get_the_link(client: Client, town: Town, initiative: Initiative) -> None:
    address = initiative.get_absolute_url()
    link = reverse("admin:initiatives_initiative_change", args=[initiative.pk])
    for role in ("administrator", "manager"):
        assert link in page(client, town[role], address), role
    for role in ("caseworker", "finance", *READERS):
        assert link not in page(client, town[role], address), role
    factories.owner(initiative, town.department)
    assert link in page(client, town["caseworker"], address)


def test_only_those_who_work_here_get_the_button_for_a_report(
    client: Client, town: Town, initiative: Initiative
) -> None:
    address = town.municipality.get_absolute_url()
    button = f'href="{reverse("report-new", args=[town.municipality.code])}'
    for role in STAFF:
        assert button in page(client, town[role], address), role
    for role in READERS:
        assert button not in page(client, town[role], address), role


def test_a_line_shared_with_a_hidden_initiative_does_not_name_it(
    client: Client, town: Town, initiative: Initiative
) -> None:
    hidden = factories.initiative(town.municipality, "Kladden")
    line = factories.line(town.municipality, initiative, hidden, by=town.administrator)
    factories.entry(line, by=town.administrator)
    assert "Kladden" in page(client, town.administrator, initiative.get_absolute_url())
    assert "Kladden" not in page(client, town["reader"], initiative.get_absolute_url())


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_pages_only_show(client: Client, town: Town, addresses: list[str], method: str) -> None:
    client.force_login(town.administrator)
    for address in addresses:
        assert getattr(client, method)(address).status_code == 405


# The front page


def test_the_front_page_leads_to_where_one_belongs(client: Client, cast: Cast) -> None:
    assert client.get("/").headers["Location"] == f"{reverse('login')}?next=/"
    client.force_login(cast.koebenhavn["reader"])
    assert client.get("/").headers["Location"] == "/0101/"
    for who in ("caseworker", "administrator"):
        client.force_login(cast.koebenhavn[who])
        assert client.get("/").headers["Location"] == "/0101/arbejde/", who
    client.force_login(cast.operator)
    assert client.get("/").headers["Location"] == reverse("admin:index")


def test_one_who_belongs_in_two_municipalities_chooses(client: Client, cast: Cast) -> None:
    user = cast.koebenhavn["reader"]
    factories.member(user, cast.aarhus.municipality, Role.READER)
    shown = page(client, User.objects.get(pk=user.pk), "/")
    assert 'href="/0101/"' in shown
    assert 'href="/0751/"' in shown


def test_one_who_belongs_nowhere_is_told_so(client: Client, cast: Cast) -> None:
    assert "Ingen kommune endnu" in page(client, cast.stranger, "/")


# Files of documents


@pytest.fixture
def document(town: Town, tmp_path: Path, settings: object) -> Document:
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": storage}  # type: ignore[attr-defined]
    made = factories.document(town.municipality)
    made.file.save("notat.html", ContentFile(b"<script>alert(1)</script>"), save=False)
    return writing.save(made, by=town.administrator)


def test_a_file_is_handed_out_as_an_attachment_that_cannot_run(client: Client, town: Town, document: Document) -> None:
    for user in town.people.values():
        client.force_login(user)
        answer = client.get(document.get_file_url())
        assert answer.status_code == 200
        assert answer.headers["Content-Disposition"].startswith('attachment; filename="notat')
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "private" in answer.headers["Cache-Control"]
        assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"  # type: ignore[attr-defined]


def test_a_file_is_for_its_own_municipality(client: Client, cast: Cast, document: Document) -> None:
    for user in (*cast.aarhus.people.values(), cast.operator, cast.stranger):
        assert status(client, user, document.get_file_url()) == 404, user
    assert status(client, None, document.get_file_url()) == 302


def test_a_document_without_a_file_or_whose_file_is_gone_has_none_to_hand_out(
    client: Client, town: Town, document: Document
) -> None:
    bare = factories.document(town.municipality)
    assert status(client, town.administrator, bare.get_file_url()) == 404
    document.file.storage.delete(str(document.file.name))
    assert status(client, town.administrator, document.get_file_url()) == 404
