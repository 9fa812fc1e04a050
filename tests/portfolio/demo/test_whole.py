"""Of all that was loaded: each stated fact says where it stands, and nobody who should not be there is."""

import hashlib
import json
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from django.apps import apps
from django.db import models

from initiatives.models import Initiative
from organisation.models import Body, Document, Mark, Municipality, Provenance
from portfolio.demo.sections import all_sections
from tests.portfolio.demo.reading import sources

pytestmark = pytest.mark.usefixtures("loaded")

# The named employee and her address and telephone, the office holders, and the story's first name: their hashes,
# so that the names stand nowhere.
LEFT_OUT = {
    "eee9e0172bbf5a80", "dd3683f71ac93931", "f86ce84654a70d64", "b5c8622fb7bf8976", "5db86007cc1ef899",
    "aae437f755b5ebb2", "1df44882a7027a37", "ca9882ff0884183a",
}  # fmt: skip
PLANTED = "5295eca3a3d384a4"  # "fru prøve": what the search must find when it is there.
NO_PERSONS = ("user", "membership")


def texts() -> Iterator[str]:
    """Every word that the database holds, the history included."""
    for model in apps.get_models():
        for row in model._base_manager.all():
            for field in model._meta.concrete_fields:
                value = getattr(row, field.attname)
                if isinstance(field, models.JSONField):
                    value = json.dumps(value, ensure_ascii=False)
                if isinstance(value, str) and field.name not in ("password", "session_data"):
                    yield value


def hashes(text: str) -> set[str]:
    """Of each word, each pair of words and each telephone number in the text."""
    words = re.findall(r"[a-zæøå]+", text.lower())
    pairs = [f"{first} {second}" for first, second in pairwise(words)]
    numbers = [re.sub(r"\D", "", found) for found in re.findall(r"(?<!\d)\d{2} ?\d{2} ?\d{2} ?\d{2}(?!\d)", text)]
    return {hashlib.sha256(one.encode()).hexdigest()[:16] for one in [*words, *pairs, *numbers]}


def test_no_named_employee_office_holder_or_citizen_is_in_the_database() -> None:
    found = {one for text in set(texts()) for one in hashes(text)}
    assert not found & LEFT_OUT


def test_the_search_for_names_finds_one_that_is_there() -> None:
    Initiative.objects.filter(reference="so8").update(summary="Spørg Fru Prøve, 44 77 00 00.")
    found = {one for text in texts() for one in hashes(text)}
    assert PLANTED in found
    assert hashlib.sha256(b"44770000").hexdigest()[:16] in found


def test_no_address_but_those_that_lead_nowhere_and_no_personal_number() -> None:
    everything = "\n".join(texts())
    addresses = set(re.findall(r"[\w.+-]+@[\w.-]+", everything))
    assert addresses
    assert not [address for address in addresses if not address.endswith("@demo.invalid")]
    assert not re.search(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-\d{4}(?!\d)", everything)


def facts() -> Iterator[models.Model]:
    for section in all_sections():
        model = section.model
        if model._meta.model_name in NO_PERSONS:
            continue
        rows = model._base_manager.all()
        if model is not Municipality:
            if "municipality" not in {field.name for field in model._meta.fields}:
                continue  # The shared catalogue states nothing of a document.
            rows = rows.filter(municipality__isnull=False, is_fictional=False)
        yield from rows


def test_every_stated_fact_names_its_document_and_line() -> None:
    rows = list(facts())
    assert len(rows) > 800
    lacking = [row for row in rows if not any(one.field == "" for one in sources(row))]
    assert lacking == []


def test_what_is_stated_or_inferred_has_a_line_and_the_external_has_none() -> None:
    for one in Provenance.objects.select_related("document"):
        if one.mark in (Mark.STATED, Mark.INFERRED):
            assert one.document is not None
            assert re.fullmatch(r"L\d+(-L\d+)?", one.line), one.line
            assert one.document.municipality_id == one.municipality_id
        else:
            assert (one.document, one.line) == (None, "")


def test_no_line_is_beyond_the_end_of_its_document() -> None:
    last = {"covernotat": 28, "faellesskabsindsats-2018": 112, "udsattepolitik": 220, "handleplan": 511, "oversigt": 88}
    for one in Provenance.objects.exclude(line="").exclude(document__reference="ramme-og-retning"):
        assert one.document is not None
        assert int(one.line.split("L")[-1]) <= last[one.document.reference], one
    assert min(int(one.line[1:]) for one in Provenance.objects.filter(document__reference="ramme-og-retning")) >= 206


def test_made_up_rows_name_no_document() -> None:
    for section in all_sections():
        if "is_fictional" in {field.name for field in section.model._meta.fields}:
            for row in section.model._base_manager.filter(is_fictional=True):
                assert sources(row) == []


def test_five_municipalities_with_their_codes_and_documents() -> None:
    towns = Municipality.objects.order_by("code")
    assert [(town.code, town.name, town.statbank_code, town.region_from_2027) for town in towns] == [
        ("0101", "København", "101", "Region Østdanmark"),
        ("0151", "Ballerup", "151", "Region Østdanmark"),
        ("0167", "Hvidovre", "167", "Region Østdanmark"),
        ("0175", "Rødovre", "175", "Region Østdanmark"),
        ("0751", "Aarhus", "751", "Region Midtjylland"),
    ]
    assert all(town.is_demo for town in towns)
    assert [str(document) for document in Document.objects.order_by("municipality__code", "pk")] == [
        "Covernotat: Ensomhed og livskvalitet",
        "Fællesskabsindsats under værdighedspuljen 2018",
        "Ramme og Retning 2016-2020. Strategi for borgere med handicap samt borgere med sociale udfordringer",
        "Udsattepolitik",
        "Udsattepolitikkens handleplan",
        "Oversigt over investeringsinitiativer i den sociale bæredygtighedsplan",
    ]


def test_the_same_committee_name_is_three_committees() -> None:
    same = Body.objects.filter(name="Social- og Sundhedsudvalget")
    assert sorted(same.values_list("municipality__name", flat=True)) == ["Ballerup", "Hvidovre", "Rødovre"]
