"""What a measured value and a target are called where they stand in a list."""

import pytest

from indicators.models import Measurement, Target
from tests import factories
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_a_value_without_a_number_is_called_not_stated(cast: Cast) -> None:
    indicator = factories.indicator(cast.koebenhavn.municipality, "Stemmeprocent")
    unknown = Measurement(indicator=indicator, subgroup="indvandrere og efterkommere")
    assert str(unknown) == "Stemmeprocent indvandrere og efterkommere ikke angivet"
    assert str(Target(indicator=indicator)) == "Stemmeprocent: ikke angivet"


def test_a_value_is_called_as_its_source_prints_it(cast: Cast) -> None:
    indicator = factories.indicator(cast.koebenhavn.municipality, "Stemmeprocent")
    assert str(factories.measurement(indicator, 67, raw="67,4 %")) == "Stemmeprocent 67,4 %"
    assert str(factories.measurement(indicator, 0, raw="")) == "Stemmeprocent 0"
