"""A view of the portfolio is kept under a name, by and for its user alone."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portfolio.dashboards.models import SavedView
from tests import factories
from tests.cast import Cast
from tests.world import signed_in

pytestmark = pytest.mark.django_db
SAVE, DELETE = "/0101/visninger/gem", "/0101/visninger/slet"


def test_a_view_is_saved_shown_as_a_link_saved_again_and_deleted(cast: Cast) -> None:
    rie = signed_in(cast.koebenhavn["reader"])
    answer = rie.post(SAVE, {"name": "Mine gule", "query": "light=yellow&by=method"})
    assertRedirects(answer, "/0101/?light=yellow&by=method", fetch_redirect_response=False)
    page = rie.get("/0101/")
    assertContains(page, "Visningen “Mine gule” er gemt.")
    assertContains(page, '<a href="/0101/?light=yellow&amp;by=method">Mine gule</a>', html=True)
    rie.post(SAVE, {"name": "Mine gule", "query": "light=red"})
    assert [view.query for view in SavedView.objects.all()] == ["light=red"]
    rie.post(DELETE, {"name": "Mine gule"})
    assert not SavedView.objects.exists()


def test_nobody_else_sees_or_deletes_it(cast: Cast) -> None:
    signed_in(cast.koebenhavn["reader"]).post(SAVE, {"name": "Kun min", "query": "q=x"})
    for other in (cast.koebenhavn.administrator, cast.aarhus["reader"]):
        client = signed_in(other)
        assert client.post(DELETE, {"name": "Kun min"}).status_code == 404
    assertNotContains(signed_in(cast.koebenhavn.administrator).get("/0101/"), "Kun min")
    assert SavedView.objects.count() == 1


def test_a_view_without_a_name_or_with_a_long_one_gets_a_sentence(cast: Cast) -> None:
    rie = signed_in(cast.koebenhavn["reader"])
    for name in ("", "x" * 81):
        assertContains(rie.post(SAVE, {"name": name, "query": "q=a"}), "højst 80 tegn", status_code=400)
    assert not SavedView.objects.exists()


def test_what_is_saved_is_never_more_than_a_query(cast: Cast) -> None:
    rie = signed_in(cast.koebenhavn["reader"])
    rie.post(SAVE, {"name": "<b>Ond</b>", "query": "q=x#//ond.invalid/"})
    page = rie.get("/0101/")
    assertContains(page, "&lt;b&gt;Ond&lt;/b&gt;")
    assertContains(page, 'href="/0101/?q=x%23%2F%2Fond.invalid%2F"')
    factories.municipality("0200", "Andeby")
    assert rie.post("/0200/visninger/gem", {"name": "x"}).status_code == 404
