"""What Django says on our pages is said in plain Danish, and Django still says it in the words that we translate."""

from django.core.validators import validate_slug
from django.test import Client
from django.urls import reverse
from django.utils import translation

from portfolio import django_sentences
from tests.cast import Cast


def test_an_action_without_a_tick_and_a_reference_that_is_wrong() -> None:
    with translation.override("da"):
        assert (
            str(validate_slug.message) == "Brug kun bogstaverne a-z, tal, bindestreg og understregning, uden mellemrum."
        )
        assert "emner" not in translation.gettext(django_sentences.NOTHING_TICKED)


def test_a_form_that_is_wrong(client: Client, cast: Cast, db: None) -> None:
    client.force_login(cast.koebenhavn.administrator)
    lists = reverse("admin:initiatives_initiative_changelist")
    page = client.post(reverse("admin:initiatives_initiative_add"), {}).content.decode()
    assert "Ret fejlen" in page
    assert "venligst" not in page
    assert "Sæt hak ved de rækker" in client.post(lists, {"action": "approve", "index": 0}).content.decode()
