"""The screen of an initiative: its headings, what is made beside a choice, its sheet, and two at the same rows."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse

from budgets.models import BudgetLine, LineInitiative
from indicators.models import Indicator, IndicatorInitiative
from initiatives.models import Activity, Heading, Initiative, InitiativeText, Involvement, TargetGroup
from organisation import writing
from organisation.access import Role
from organisation.models import Body, ChangeRecord
from tests import factories
from tests.clipboards import HOSTILE, WORD
from tests.world import SECRET, World, form_of, signed_in


def change(row: Any) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def page(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    text: str = answer.content.decode()
    return text


def group(answer: Any, prefix: str) -> Any:
    return next(one for one in answer.context["inline_admin_formsets"] if one.formset.prefix == prefix).formset


def wrong(answer: Any, prefix: str) -> str:
    formset = group(answer, prefix)
    return " ".join([str(formset.non_form_errors()), *(str(form.errors) for form in formset.forms)])


def added(prefix: str, number: int, **values: str) -> dict[str, str]:
    """One more row of a group that had `number`."""
    return {f"{prefix}-TOTAL_FORMS": str(number + 1), **{f"{prefix}-{number}-{name}": v for name, v in values.items()}}


@pytest.fixture
def client(world: World) -> Client:
    return signed_in(world.cast.koebenhavn.administrator)


# --- Headings and their texts


def test_it_says_how_many_headings_are_filled_in_and_which_are_not(world: World, client: Client) -> None:
    row = world.ours.initiative
    shown = page(client.get(change(row)))
    assert "1 af 2 udfyldt" in shown
    assert '<a href="#heading-2">Indhold i Valby</a>' in shown
    assert 'id="heading-2"' in shown
    factories.text(row, Heading.objects.get(label="Indhold i Valby"), "Alt.")
    shown = page(client.get(change(row)))
    assert "2 af 2 udfyldt" in shown
    assert "Ikke udfyldt:" not in shown


def test_the_list_says_it_too(world: World, client: Client) -> None:
    rows = client.get(reverse("admin:initiatives_initiative_changelist")).context["cl"].result_list
    assert {row.title: row.filled_in_text for row in rows} == {
        "Indsats i Valby": "1 af 2 udfyldt",
        "Kladde i Valby": "0 af 2 udfyldt",
    }


@pytest.mark.sample
@pytest.mark.parametrize("clipboard", [WORD, HOSTILE], ids=lambda one: one.name)
def test_html_that_a_program_sends_is_kept_as_text(world: World, client: Client, clipboard: Any) -> None:
    row = world.ours.initiative
    sent = form_of(client, change(row)) | {"texts-0-text": clipboard.html}
    assert client.post(change(row), sent).status_code == 302
    text = InitiativeText.objects.get(initiative=row)
    assert text.text == clipboard.text
    public = page(client.get(row.get_absolute_url()))
    assert "<script>alert" not in public
    assert "onclick" not in public
    assert ("https://www.example.dk/plan?a=1&amp;b=2" in public) == (clipboard is WORD)


def test_two_who_fill_in_the_same_empty_heading_see_both_texts(world: World, client: Client) -> None:
    row = world.ours.initiative
    sent = form_of(client, change(row)) | {"texts-1-text": "Mine ord", "initial-texts-1-text": ""}
    factories.text(row, Heading.objects.get(label="Indhold i Valby"), "Deres ord")
    answer = client.post(change(row), sent)
    assert "<q>Deres ord</q>" in wrong(answer, "texts")
    assert group(answer, "texts").forms[1]["text"].value() == "Mine ord"
    chosen = {"saw-texts-1-text": "Deres ord", "choose-texts-1-text": "mine"}
    assert client.post(change(row), sent | chosen).status_code == 302
    assert InitiativeText.objects.get(initiative=row, heading__number=2).text == "Mine ord"


@pytest.mark.slow
def test_a_heading_that_only_the_other_has_filled_in_keeps_her_text(world: World, client: Client) -> None:
    row = world.ours.initiative
    sent = form_of(client, change(row)) | {"summary": "Mit", "initial-texts-1-text": ""}
    factories.text(row, Heading.objects.get(label="Indhold i Valby"), "Deres ord")
    assert client.post(change(row), sent).status_code == 302
    assert InitiativeText.objects.get(initiative=row, heading__number=2).text == "Deres ord"


@pytest.mark.sample
@pytest.mark.parametrize(("choice", "texts"), [("mine", ["Mine ord"]), ("theirs", [])])
def test_a_text_that_the_other_has_taken_out_is_asked_about(
    world: World, client: Client, choice: str, texts: list[str]
) -> None:
    row = world.ours.initiative
    sent = form_of(client, change(row)) | {"texts-0-text": "Mine ord"}
    writing.delete_many(list(InitiativeText.objects.filter(initiative=row)), by=world.cast.koebenhavn["manager"])
    answer = client.post(change(row), sent)
    assert "En anden har imens fjernet denne række" in wrong(answer, "texts")
    assert "Mine ord" in page(answer)
    assert client.post(change(row), sent | {"choose-texts-0-gone": choice}).status_code == 302
    assert list(InitiativeText.objects.filter(initiative=row).values_list("text", flat=True)) == texts


# --- Rows of groups


def activity_of(world: World) -> Activity:
    return factories_activity(world.ours.draft, "Opstart", world)


def factories_activity(row: Initiative, title: str, world: World) -> Activity:
    made = Activity(municipality=row.municipality, initiative=row, title=title)
    return writing.save(made, by=world.cast.koebenhavn.administrator)


@pytest.mark.parametrize(("choice", "titles"), [("mine", ["Mit navn"]), ("theirs", [])])
def test_a_row_that_the_other_has_taken_out_is_made_again_or_gone(
    world: World, client: Client, choice: str, titles: list[str]
) -> None:
    row, activity = world.ours.draft, activity_of(world)
    sent = form_of(client, change(row)) | {"activities-0-title": "Mit navn"}
    writing.delete_many([activity], by=world.cast.koebenhavn["manager"])
    answer = client.post(change(row), sent)
    assert "En anden har imens fjernet denne række" in wrong(answer, "activities")
    assert 'value="Mit navn"' in page(answer)
    assert 'name="choose-activities-0-gone"' in page(answer)
    assert client.post(change(row), sent | {"choose-activities-0-gone": choice}).status_code == 302
    assert list(Activity.objects.filter(initiative=row).values_list("title", flat=True)) == titles


def test_a_row_that_the_other_has_taken_out_and_one_has_left_alone_is_gone(world: World, client: Client) -> None:
    row, activity = world.ours.draft, activity_of(world)
    sent = form_of(client, change(row)) | {"summary": "Mit"}
    writing.delete_many([activity], by=world.cast.koebenhavn["manager"])
    assert client.post(change(row), sent).status_code == 302
    assert not Activity.objects.filter(initiative=row).exists()
    assert Initiative.objects.get(pk=row.pk).summary == "Mit"


@pytest.mark.parametrize(("choice", "titles"), [("mine", []), ("theirs", ["Rettet imens"])])
def test_taking_out_a_row_that_the_other_has_changed_is_asked_about(
    world: World, client: Client, choice: str, titles: list[str]
) -> None:
    row, activity = world.ours.draft, activity_of(world)
    sent = form_of(client, change(row)) | {"activities-0-DELETE": "on"}
    activity.title = "Rettet imens"
    writing.save(activity, by=world.cast.koebenhavn["manager"])
    answer = client.post(change(row), sent)
    asked = wrong(answer, "activities")
    assert "Rettet imens" in asked
    saw = re.search(r'name="(saw-activities-0-delete)" value="([^"]+)"', asked)
    assert saw is not None
    again = sent | {saw[1]: saw[2], "choose-activities-0-delete": choice}
    assert client.post(change(row), again).status_code == 302
    assert list(Activity.objects.filter(initiative=row).values_list("title", flat=True)) == titles


def test_what_the_other_has_added_stands_and_is_told(world: World, client: Client) -> None:
    row = world.ours.draft
    sent = form_of(client, change(row)) | added(
        "activities", 0, kind="activity", title="Min", state="planned", position="1"
    )
    factories_activity(row, "Deres", world)
    answer = client.post(change(row), sent, follow=True)
    assert "En anden har imens tilføjet" in page(answer)
    assert "Deres" in page(answer)
    assert set(Activity.objects.filter(initiative=row).values_list("title", flat=True)) == {"Min", "Deres"}


@pytest.mark.slow
def test_an_initiative_with_many_activities_can_be_saved(world: World, client: Client) -> None:
    """Every field is sent twice: more fields than Django takes unless it is told to."""
    row = world.ours.draft
    many = [Activity(municipality=row.municipality, initiative=row, title=f"Møde {n}") for n in range(70)]
    writing.save_many(many, by=world.cast.koebenhavn.administrator)
    sent = form_of(client, change(row)) | {"summary": "Mit"}
    assert len(sent) > 1000
    assert client.post(change(row), sent).status_code == 302
    assert Initiative.objects.get(pk=row.pk).summary == "Mit"


def test_the_blank_row_counts_where_no_script_adds_rows(world: World, client: Client) -> None:
    row = world.ours.draft
    blank = {"kind": "milestone", "title": "Huset åbner", "state": "planned", "position": "0", "period_text": "2018"}
    sent = form_of(client, change(row)) | {f"activities-__prefix__-{name}": value for name, value in blank.items()}
    assert client.post(change(row), sent).status_code == 302
    assert Activity.objects.get(initiative=row).title == "Huset åbner"
    untouched = blank | {"kind": "activity", "title": "", "state": "not_stated", "period_text": ""}
    sent = form_of(client, change(row)) | {f"activities-__prefix__-{name}": value for name, value in untouched.items()}
    assert client.post(change(row), sent).status_code == 302
    assert Activity.objects.filter(initiative=row).count() == 1


# --- What is missing from a choice


def test_a_missing_partner_is_made_with_the_involvement(world: World, client: Client) -> None:
    row = world.ours.draft
    new = added("involvements", 0, role="partner", new_body="Foreningen Fristedet", new_body_kind="partner")
    assert client.post(change(row), form_of(client, change(row)) | new).status_code == 302
    made = Involvement.objects.get(initiative=row)
    assert made.body is not None
    assert (made.body.name, made.body.kind, made.body.reference) == (
        "Foreningen Fristedet", "partner", "foreningen-fristedet",
    )  # fmt: skip
    assert ChangeRecord.objects.of_row(made.body).count() == 1


def test_what_has_the_name_already_is_used(world: World, client: Client) -> None:
    row, department = world.ours.draft, world.cast.koebenhavn.department
    new = added("involvements", 0, role="owner", new_body=department.name.upper(), new_body_kind="department")
    before = Body.objects.count()
    assert client.post(change(row), form_of(client, change(row)) | new).status_code == 302
    assert Involvement.objects.get(initiative=row).body == department
    assert Body.objects.count() == before


def test_names_that_are_like_it_are_suggested(world: World, client: Client) -> None:
    row, group_row = world.ours.draft, world.ours.targetgroup
    new = added("target_group_links", 0, new_target_group="Borgere i Valby, 18-24 år")
    sent = form_of(client, change(row)) | new
    answer = client.post(change(row), sent)
    assert f"Brug “{group_row}”" in wrong(answer, "target_group_links")
    assert SECRET not in page(answer)
    assert 'value="Borgere i Valby, 18-24 år"' in page(answer)
    chosen = sent | {"use-target_group_links-0-target_group": str(group_row.pk)}
    assert client.post(change(row), chosen).status_code == 302
    assert list(row.target_groups.all()) == [group_row]


def test_one_that_is_like_another_may_be_new(world: World, client: Client) -> None:
    row = world.ours.draft
    new = added("target_group_links", 0, new_target_group="Borgere i Valby, 18-24 år")
    sent = form_of(client, change(row)) | new | {"use-target_group_links-0-target_group": "new"}
    assert client.post(change(row), sent).status_code == 302
    assert [one.name for one in row.target_groups.all()] == ["Borgere i Valby, 18-24 år"]


def test_a_line_and_an_indicator_are_made_too(world: World, client: Client) -> None:
    row = world.ours.draft
    new = added("line_links", 0, new_line="Løn til bostøtte") | added(
        "indicator_links", 0, new_indicator="Antal i egen bolig", new_indicator_unit="count"
    )
    answer = client.post(change(row), form_of(client, change(row)) | new)
    assert answer.status_code == 302, wrong(answer, "line_links") + wrong(answer, "indicator_links")
    assert LineInitiative.objects.get(initiative=row).line.name == "Løn til bostøtte"
    assert IndicatorInitiative.objects.get(initiative=row).indicator.unit == "count"


def test_what_is_missing_in_what_is_new_is_said_and_nothing_is_made(world: World, client: Client) -> None:
    row = world.ours.draft
    new = added("indicator_links", 0, new_indicator="Antal i egen bolig", new_indicator_unit="")
    before = [model._default_manager.count() for model in (Indicator, BudgetLine, Body)]
    answer = client.post(change(row), form_of(client, change(row)) | new)
    assert "Skal udfyldes for det, der er nyt" in wrong(answer, "indicator_links")
    assert 'value="Antal i egen bolig"' in page(answer)
    assert [model._default_manager.count() for model in (Indicator, BudgetLine, Body)] == before


@pytest.mark.sample
@pytest.mark.parametrize(
    ("model", "prefix", "new"),
    [(Body, "involvements", {"role": "partner", "new_body": "Ny", "new_body_kind": "partner"}),
     (TargetGroup, "target_group_links", {"new_target_group": "Ny"})],
)  # fmt: skip
def test_who_may_not_make_it_is_not_offered_it(
    world: World, model: type[models.Model], prefix: str, new: dict[str, str]
) -> None:
    row, carl = world.ours.initiative, signed_in(world.cast.koebenhavn[Role.CASEWORKER])
    shown = page(carl.get(change(row)))
    assert f'name="{prefix}-__prefix__-new_' not in shown
    sent = form_of(carl, change(row))
    number = int(sent[f"{prefix}-TOTAL_FORMS"])
    before = model._default_manager.count()
    answer = carl.post(change(row), sent | added(prefix, number, **new))
    assert "Din rolle opretter ikke den slags" in wrong(answer, prefix)
    assert model._default_manager.count() == before


# --- The sheet, and what one sees first


def test_the_sheet_shows_what_is_saved_also_of_a_draft(world: World, client: Client) -> None:
    row = world.ours.draft
    factories.text(row, Heading.objects.get(label="Indhold i Valby"), "Vi gør:\n- først\n- så <b>")
    shown = page(client.get(reverse("admin:initiatives_initiative_sheet", args=[row.pk])))
    assert '<ul class="points"><li>først</li><li>så &lt;b&gt;</li></ul>' in shown
    assert "Indsatsen er et udkast" in shown
    assert reverse("admin:initiatives_initiative_sheet", args=[row.pk]) in page(client.get(change(row)))


def test_a_new_initiative_leads_to_its_own_screen(world: World, client: Client) -> None:
    sent = {"title": "Ny indsats", "kind": "initiative", "state": "idea"}
    answer = client.post(reverse("admin:initiatives_initiative_add"), sent)
    assert answer.headers["Location"] == change(Initiative.objects.get(title="Ny indsats"))


def test_one_jumps_to_the_parts_of_the_screen_in_the_order_of_the_work(world: World, client: Client) -> None:
    shown = page(client.get(change(world.ours.initiative)))
    anchors = re.findall(r'<li><a href="#(part-[\w-]+)"', shown)
    assert anchors[:5] == ["part-0", "part-1", "part-texts", "part-involvements", "part-target_group_links"]
    assert all(f'id="{anchor}"' in shown for anchor in anchors)
    assert anchors[-1] == re.findall(r'id="(part-\d+)"', shown)[-1]
