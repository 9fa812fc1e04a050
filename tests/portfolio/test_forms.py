from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget

from portfolio.forms import DkfdsRenderer


class Sample(forms.Form):
    default_renderer = DkfdsRenderer

    name = forms.CharField(help_text="Som i dokumentet", widget=forms.TextInput(attrs={"class": "wide"}))
    note = forms.CharField(widget=forms.Textarea, required=False)
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
