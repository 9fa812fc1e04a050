"""What figures are called where no row is needed to say it."""

from __future__ import annotations

import pytest
from django.utils import translation

from portfolio.overview import words


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "i dag"),
        (1, "for 1 dag siden"),
        (60, "for 60 dage siden"),
        (61, "for 2 måneder siden"),
        (730, "for 23 måneder siden"),
        (731, "for 2 år siden"),
        (3075, "for 8 år siden"),
    ],
)
def test_the_age_of_an_update_is_said_in_the_largest_unit_of_which_two_have_passed(days: int, said: str) -> None:
    with translation.override("da"):
        assert words.age(days) == said
