"""The character NUL: no address with it is looked up, no text loses more than it. And numbers that are none of ours."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from initiatives.models import Heading
from organisation.administration.seen import read_marks
from organisation.models import User
from portfolio.sent import without_nul
from tests import factories
from tests.cast import Cast
from tests.world import World, form_of, signed_in


@pytest.mark.parametrize(
    "address",
    [
        "/0101/personer/?q=%00", "/0101/?q=a%00b", "/0101/soeg/?q=%00nul", "/0101/rapporter/ny/?start=as:%00",
        "/admin/initiatives/initiative/%00/change/", "/admin/organisation/user/?q=%00", "/%00",
    ],
)  # fmt: skip
def test_an_address_with_it_is_answered_in_words(cast: Cast, address: str) -> None:
    answer = signed_in(cast.koebenhavn.administrator).get(address)
    assert answer.status_code == 400
    assert "Gå tilbage og prøv igen" in answer.content.decode()


def test_a_text_that_is_pasted_with_it_is_kept_without_it(cast: Cast) -> None:
    town = cast.koebenhavn
    row = factories.heading(town.municipality)
    ada = signed_in(town.administrator)
    sent = {"rename": row.pk, "label": "Form\x00ål", "help_text": "\x00"}
    assert ada.post("/0101/overskrifter/", sent).status_code == 302
    assert Heading.objects.get().label == "Formål"
    address = f"/admin/organisation/user/{town['reader'].pk}/change/"
    said = form_of(ada, address) | {"name": "Rie\x00 Riis", "change_reason": "\x00"}
    assert ada.post(address, said).status_code == 302
    assert User.objects.get(pk=town["reader"].pk).name == "Rie Riis"


def test_what_holds_none_is_left_as_it_is() -> None:
    sent = QueryDict("a=1&a=2&b=%C3%A6")
    assert without_nul(sent) is sent
    clean = without_nul(QueryDict("a=1%00&a=2&b%00=%C3%A6"))
    assert dict(clean.lists()) == {"a": ["1", "2"], "b": ["æ"]}
    with pytest.raises(AttributeError):
        clean["a"] = "3"


@pytest.mark.parametrize("pk", ["²", "٣²", "9" * 40, "-1", "x", ""])
def test_what_is_no_key_is_the_key_of_no_row(world: World, pk: str) -> None:
    ada, oda = signed_in(world.cast.koebenhavn.administrator), signed_in(world.cast.operator)
    assert ada.post("/0101/fravaer/", {"end": pk}).status_code == 404
    assert ada.post("/0101/arkiv/", {"restore": f"initiative-{pk}"}).status_code == 404
    assert ada.post("/0101/overskrifter/", {"up": pk}).status_code == 404
    assert oda.post("/katalog/forslag/", {"accept": pk}).status_code == 404
    assert ada.get("/0101/rapporter/ny/", {"start": f"kept:{pk}"}).status_code == 200
    assert ada.post("/0101/status/godkend/", {"update": [f"{pk}-1"]}).status_code == 302
    objectives = f"/0101/strategier/{world.ours.strategy.reference}/maal/"
    assert ada.post(objectives, {"move": f"{pk}-up"}).status_code == 404
    assert ada.post(objectives, {"add": "1", "parent": pk, "title": "", "kind": "goal"}).status_code == 200


@pytest.mark.parametrize("name", ["texts-TOTAL_FORMS", "texts-INITIAL_FORMS", "texts-1-heading"])
def test_a_number_of_thousands_of_digits_is_refused_in_words(world: World, name: str) -> None:
    ada = signed_in(world.cast.koebenhavn.administrator)
    address = f"/admin/initiatives/initiative/{world.ours.initiative.pk}/change/"
    sent = form_of(ada, address)
    assert name in sent
    assert ada.post(address, sent | {name: "9" * 5_000}).status_code == 200


@pytest.mark.parametrize("text", ["", "x", "[]", "1", "9" * 5_000, "[" * 100_000, '{"1": ' + "[" * 100_000])
def test_what_is_no_list_of_marks_says_nothing(text: str) -> None:
    assert read_marks(text) == {}
