import pytest
from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.http import QueryDict
from django.urls import get_resolver

from organisation.fields import DanishDateField
from portfolio.budgeting.forms import RoundChoices
from portfolio.forms import DkfdsRenderer, HouseForm


class Sample(forms.Form):
    default_renderer = DkfdsRenderer

    name = forms.CharField(help_text="Som i dokumentet", widget=forms.TextInput(attrs={"class": "wide"}))
    note = forms.CharField(widget=forms.Textarea, required=False, max_length=20)
    line = forms.CharField(required=False, max_length=20)
    state = forms.ChoiceField(choices=[("a", "I gang"), ("b", "Afsluttet")])
    light = forms.ChoiceField(choices=[("g", "Grøn"), ("r", "Rød")], widget=forms.RadioSelect)
    agree = forms.BooleanField(label="Vis alle", required=False)


class Plain(forms.Form):
    name = forms.CharField(widget=AdminTextInputWidget)


def html_of(field: str, **data: str) -> str:
    return Sample(data or None)[field].as_field_group()


def test_each_kind_of_field_has_its_class() -> None:
    assert 'class="wide form-input"' in html_of("name")
    assert 'class="form-input"' in html_of("note")
    assert 'class="form-select"' in html_of("state")
    assert html_of("light").count('class="form-radio"') == 2
    assert 'class="form-checkbox"' in html_of("agree")


def test_a_text_that_is_too_long_is_told_and_not_cut_by_the_browser() -> None:
    assert "maxlength" not in html_of("note")
    assert "maxlength" not in html_of("line")
    page = html_of("note", note="Teksten er indsat fra et dokument.")
    assert "må højst have 20 tegn (den har 34)" in page
    assert "Teksten er indsat fra et dokument." in page


def test_an_error_and_a_hint_are_tied_to_their_field() -> None:
    page = html_of("name", state="a")
    assert 'aria-describedby="id_name_helptext id_name_error"' in page
    assert 'id="id_name_helptext"' in page
    assert 'id="id_name_error"' in page
    assert "Dette felt er påkrævet." in page


def test_a_group_of_buttons_has_a_legend_and_each_button_its_label() -> None:
    page = html_of("light")
    assert "<legend" in page.split("<fieldset")[1]
    assert 'id="id_light_0"' in page
    assert '<label for="id_light_0">Grøn</label>' in page


def test_the_forms_of_the_admin_are_left_alone() -> None:
    assert "form-input" not in str(Plain()["name"])


def forms_below(kind: type[forms.Form]) -> list[type[forms.Form]]:
    return [one for below in kind.__subclasses__() for one in (below, *forms_below(below))]


def test_every_day_is_typed_in_danish_whatever_the_language_of_the_browser() -> None:
    assert get_resolver().url_patterns
    fields = {
        f"{form.__qualname__}.{name}": field
        for form in forms_below(HouseForm)
        for name, field in form.base_fields.items()
        if isinstance(field, forms.DateField)
    }
    assert {"RoundChoices.as_of", "ChoicesForm.meeting_on", "DayForm.as_of", "QuestionForm.since"} <= set(fields)
    for name, field in fields.items():
        assert isinstance(field, DanishDateField), name
        assert getattr(field.widget, "input_type", "") in {"text", "hidden"}, name


USUAL = {"year": 2018, "round": "BO2 2018", "as_of": "2018-06-30", "up_to": "2018-05-31", "unit": "kr"}


@pytest.mark.parametrize(
    ("typed", "shown", "wrong"),
    [
        ("", "30.6.2018", ""),
        ("1. juli 2018", "1. juli 2018", ""),
        ("31.6.2018", "31.6.2018", "“31.6.2018” findes ikke"),
    ],
)
def test_a_day_is_shown_in_danish_and_one_that_is_none_stays_as_it_was_typed(
    typed: str, shown: str, wrong: str
) -> None:
    query = QueryDict(mutable=True)
    query["as_of"] = typed
    form = RoundChoices(query, USUAL, [])
    assert f'value="{shown}"' in str(form["as_of"])
    assert wrong in str(form.errors.get("as_of", "")) if wrong else "as_of" not in form.errors
