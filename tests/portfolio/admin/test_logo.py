"""The municipality's logo: drawn anew from whatever picture is sent, on the pages and on the front of reports."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image, ImageFile

from organisation.logos import as_data
from organisation.models import Municipality
from portfolio.reports.models import Report
from portfolio.reports.printed import printed
from portfolio.reports.snapshot import LONGEST_TEXT, freeze
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Any) -> None:
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": storage}


def picture(size: tuple[int, int] = (1200, 300), kind: str = "PNG") -> bytes:
    drawn = io.BytesIO()
    Image.new("RGBA" if kind == "PNG" else "RGB", size, (200, 0, 0, 128)[: 4 if kind == "PNG" else 3]).save(drawn, kind)
    return drawn.getvalue()


def send(client: Client, home: Municipality, content: bytes | None, **more: str) -> Any:
    path = f"/admin/organisation/municipality/{home.pk}/change/"
    said = {"council_name": "Borgerrepræsentationen", "suppression_threshold": "5", "agenda_template": "", **more}
    said["deviation_sign"] = "forecast_minus_revised"
    files = {"logo": SimpleUploadedFile("../../våben.png", content)} if content is not None else {}
    return client.post(path, {**said, **files})


def test_a_logo_is_drawn_anew_and_shown_to_members_alone(client: Client, cast: Cast) -> None:
    home = cast.koebenhavn.municipality
    client.force_login(cast.koebenhavn.administrator)
    assert send(client, home, picture()).status_code == 302
    home.refresh_from_db()
    with home.logo.open() as file, Image.open(file) as kept:
        assert (kept.format, kept.mode, kept.size) == ("PNG", "RGB", (720, 180))
    assert as_data(home).startswith("data:image/png;base64,iVBOR")
    assert home.get_logo_url() in client.get("/0101/").content.decode()
    answer = client.get(home.get_logo_url())
    assert b"".join(answer).startswith(b"\x89PNG")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/png")
    client.force_login(cast.aarhus.administrator)
    assert client.get(home.get_logo_url()).status_code == 404


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<svg onload='x'/>", "ikke et billede"),
        (picture()[:200], "ikke et billede"),
        (b"\x89PNG" + b"0" * 2_100_000, "mere end 2 MB"),
    ],
)
def test_what_is_no_picture_is_refused_with_a_sentence(
    client: Client, cast: Cast, content: bytes, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As the print engine leaves it in a process that has made a report.
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    client.force_login(cast.koebenhavn.administrator)
    page = send(client, cast.koebenhavn.municipality, content).content.decode()
    assert sentence in page
    assert not Municipality.objects.get(code="0101").logo


def test_a_wrong_logo_is_replaced_and_taken_away(client: Client, cast: Cast) -> None:
    home = cast.koebenhavn.municipality
    client.force_login(cast.koebenhavn.administrator)
    send(client, home, picture())
    send(client, home, picture(kind="JPEG", size=(100, 100)))
    send(client, home, None, council_name="Byrådet")
    home.refresh_from_db()
    with home.logo.open() as file:
        assert file.read(4) == b"\x89PNG"
    send(client, home, None, remove_logo="on")
    home.refresh_from_db()
    assert not home.logo
    assert as_data(home) == ""


def test_a_logo_stands_whole_on_the_front_of_reports(client: Client, cast: Cast) -> None:
    """Noise takes the most room that a picture of its size can."""
    home, noise = cast.koebenhavn.municipality, io.BytesIO()
    Image.effect_noise((720, 240), 200).save(noise, "PNG")
    client.force_login(cast.koebenhavn.administrator)
    send(client, home, noise.getvalue())
    home.refresh_from_db()
    whole = as_data(home)
    assert len(whole) > LONGEST_TEXT
    report = Report(municipality=home, reference="r", title="Status", as_of=date(2018, 6, 1))
    assert f'src="{whole}"' in printed(freeze(report, timezone.now()).text).html


def test_a_caseworker_sees_it_and_does_not_change_it(client: Client, cast: Cast) -> None:
    client.force_login(cast.koebenhavn["caseworker"])
    page = client.get(f"/admin/organisation/municipality/{cast.koebenhavn.municipality.pk}/change/").content.decode()
    assert 'name="logo"' not in page
