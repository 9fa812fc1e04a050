"""Long lists come in pages, and every page is reached from the one before."""

from __future__ import annotations

import pytest
from django.test import Client

from portfolio.budgeting import grids
from tests import factories
from tests.cast import Cast


@pytest.mark.parametrize(
    ("path", "ends"),
    [
        ("/0101/status/?vis=mangler", ("Indsats 01", "Indsats 55")),
        ("/0101/historik/?kind=initiative", ("Indsats 55", "Indsats 01")),
        ("/0101/budget/indtastning/?year=2019", ("Linje 01", "Linje 55")),
    ],
)
def test_the_last_row_is_reached_by_the_links(
    monkeypatch: pytest.MonkeyPatch, client: Client, cast: Cast, path: str, ends: tuple[str, str]
) -> None:
    first, last = ends
    monkeypatch.setattr(grids, "LINES_ON_A_PAGE", 40)
    town = cast.koebenhavn
    for number in range(1, 56):
        factories.initiative(town.municipality, f"Indsats {number:02d}", by=town.administrator)
        factories.line(town.municipality, name=f"Linje {number:02d}")
    client.force_login(town.administrator)
    page = client.get(path).content.decode()
    assert first in page
    assert last not in page
    start = page.index('rel="next" href="') + len('rel="next" href="')
    following = page[start : page.index('"', start)].replace("&amp;", "&")
    page = client.get(following).content.decode()
    assert last in page
    assert first not in page
