"""The columns that are declared are those that are understood, so that what is written can be read again."""

from __future__ import annotations

import pytest

from budgets.resources import BudgetLineResource, EntryResource, Kroner, StatementResource
from indicators.resources import IndicatorResource, MeasurementResource, TargetResource
from initiatives.models import Initiative, InitiativeState
from initiatives.resources import ActivityResource, InitiativeResource, TargetGroupResource
from organisation.resources import BodyResource, Chosen, Day, HouseResource, code_of
from portfolio.sheets.understanding.headings import heading_of
from tests import factories
from tests.cast import Cast

RESOURCES: list[type[HouseResource]] = [
    BodyResource,
    InitiativeResource,
    ActivityResource,
    TargetGroupResource,
    BudgetLineResource,
    EntryResource,
    StatementResource,
    IndicatorResource,
    MeasurementResource,
    TargetResource,
]


@pytest.mark.parametrize("resource", RESOURCES)
def test_every_heading_is_understood_as_one_column(resource: type[HouseResource]) -> None:
    meanings = {}
    for name, column in resource.columns().items():
        found = {heading_of(heading).meaning for heading in (column.heading, column.english)}
        assert len(found) == 1, (name, found)
        meanings[name] = found.pop()
    assert None not in meanings.values(), meanings
    assert len(set(meanings.values())) == len(meanings), meanings


def test_organisations_are_headed_by_the_word_of_the_pages_and_known_by_the_word_of_before() -> None:
    column = BodyResource.columns()["name"]
    assert column.heading == "Organisation"
    assert len({heading_of(heading).meaning for heading in column.headings}) == 1


@pytest.mark.parametrize("resource", RESOURCES)
def test_every_row_is_found_by_a_key_that_is_no_number_of_ours(resource: type[HouseResource]) -> None:
    keys = [name for name, column in resource.columns().items() if column.is_key]
    assert keys == list(resource._meta.import_id_fields)
    assert not {"id", "pk"} & set(resource.fields)


def test_a_sheet_says_choices_in_words_and_rows_by_reference(cast: Cast) -> None:
    town = cast.koebenhavn.municipality
    package = factories.initiative(town, "Pakken", reference="pakken")
    row = factories.initiative(town, "Aktiv ven", reference="so8", code="SO8", state="ongoing", parent=package)
    said = dict(zip(InitiativeResource.columns(), InitiativeResource().export_resource(row), strict=True))
    assert (said["municipality"], said["reference"], said["state"]) == ("0101", "so8", "i gang")
    assert said["parent"] == "pakken"
    assert Initiative.objects.get(reference=said["parent"]) == package


@pytest.mark.parametrize("said", ["i gang", "I gang", " ongoing ", "IGANG", "Ongoing"])
def test_a_choice_is_known_by_its_word_in_any_language_and_by_its_code(said: str) -> None:
    widget = Chosen(InitiativeState)
    if said == "IGANG":
        with pytest.raises(ValueError, match="i gang"):
            widget.clean(said)
    else:
        assert widget.clean(said) == "ongoing"


def test_codes_days_and_kroner_survive_the_spreadsheet_program() -> None:
    assert [code_of(101), code_of("0101"), code_of(" 751 ")] == ["0101", "0101", "0751"]
    assert str(Day().clean("30-06-2018")) == str(Day().clean("2018-06-30")) == "2018-06-30"
    assert Kroner().clean(Kroner().render(282514650)) == 282514650
    assert Kroner().clean("2.825.146,50") == 282514650
    with pytest.raises(ValueError, match=r"0\.001"):
        Kroner().clean(0.001)
