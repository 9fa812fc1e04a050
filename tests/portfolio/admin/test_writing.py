"""What is typed on the screens is written once, with its history, or not at all."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from budgets.models import BudgetLine, LineInitiative
from indicators.models import IndicatorInitiative
from initiatives.models import Activity, Initiative, InitiativeText, Involvement
from organisation import writing
from organisation.access import Role
from organisation.models import Action, ChangeRecord
from tests import factories
from tests.portfolio.admin.screens import change, errors
from tests.world import World, form_of, signed_in


def test_an_edit_is_kept_with_before_after_who_and_why(world: World) -> None:
    carl, row = world.cast.koebenhavn[Role.CASEWORKER], world.ours.initiative
    client = signed_in(carl)
    data = form_of(client, change(row)) | {"title": "Nyt navn", "change_reason": "Stod forkert"}
    assert client.post(change(row), data).status_code == 302
    record = ChangeRecord.objects.of_row(row).first()
    assert record is not None
    assert (record.by, record.reason) == (carl, "Stod forkert")
    assert record.changes["title"] == ["Indsats i Valby", "Nyt navn"]
    page = client.get(reverse("admin:initiatives_initiative_history", args=[row.pk])).content.decode()
    assert "Indsats i Valby" in page
    assert "Nyt navn" in page
    assert "Stod forkert" in page


def test_saving_without_a_change_writes_nothing(world: World) -> None:
    client, row = signed_in(world.cast.koebenhavn.administrator), world.ours.initiative
    before = ChangeRecord.objects.count()
    assert client.post(change(row), form_of(client, change(row))).status_code == 302
    assert ChangeRecord.objects.count() == before


@pytest.mark.parametrize(
    "name",
    [
        "strategy", "objective", "document", "body", "heading", "targetgroup", "budgetline", "entry", "statement",
        "transfer", "statedtotal", "fundingsource", "indicator", "measurement", "target", "contextfigure", "event",
        "followupmeasure", "municipality", "membership", "user",
    ],
)  # fmt: skip
def test_every_screen_saves_what_it_shows_without_changing_it(world: World, name: str) -> None:
    """A form that loses or reinterprets what is stored would write a change here."""
    client, row = signed_in(world.cast.koebenhavn.administrator), getattr(world.ours, name)
    before = ChangeRecord.objects.count()
    answer = client.post(change(row), form_of(client, change(row)))
    assert answer.status_code == 302, errors(answer)
    assert ChangeRecord.objects.count() == before


def test_a_text_is_written_under_each_heading_and_taken_out_when_emptied(world: World) -> None:
    client, row = signed_in(world.cast.koebenhavn[Role.CASEWORKER]), world.ours.initiative
    data = form_of(client, change(row))
    client.post(change(row), data | {"texts-0-text": "", "texts-1-text": "Hvad vi gør."})
    assert list(InitiativeText.objects.filter(initiative=row).values_list("heading__number", "text")) == [
        (2, "Hvad vi gør.")
    ]
    history = client.get(reverse("admin:initiatives_initiative_history", args=[row.pk])).content.decode()
    assert "Om Valby." in history


def test_parts_are_added_changed_and_removed_with_their_history(world: World) -> None:
    client, row = signed_in(world.cast.koebenhavn[Role.CASEWORKER]), world.ours.draft
    factories.owner(row, body=world.cast.koebenhavn.department)
    data = form_of(client, change(row)) | {
        "activities-TOTAL_FORMS": "1",
        "activities-0-title": "Opstart",
        "activities-0-kind": "milestone",
        "activities-0-state": "planned",
        "activities-0-position": "1",
        "activities-0-period_text": "2. kvartal 2018",
    }
    assert client.post(change(row), data).status_code == 302
    activity = Activity.objects.get(initiative=row)
    assert str(activity.period_start) == "2018-04-01"
    client.post(change(row), form_of(client, change(row)) | {"activities-0-DELETE": "on"})
    assert not Activity.objects.filter(initiative=row).exists()
    actions = ChangeRecord.objects.filter(object_label="Opstart").values_list("action", flat=True)
    assert set(actions) == {Action.CREATED, Action.DELETED}


def test_a_period_that_is_misspelt_is_kept_and_told_of(world: World) -> None:
    client, row = signed_in(world.cast.koebenhavn[Role.CASEWORKER]), world.ours.draft
    factories.owner(row, body=world.cast.koebenhavn.department)
    milestone = {"kind": "milestone", "state": "planned", "position": "1", "period_text": "1. kvratal 2017"}
    part = {f"activities-0-{name}": value for name, value in (milestone | {"title": "Opstart"}).items()}
    data = form_of(client, change(row)) | part | {"activities-TOTAL_FORMS": "1", "period_text": "2019 - 2O20"}
    page = client.post(change(row), data, follow=True).content.decode()
    assert "“2019 - 2O20” kunne ikke læses som tid" in page
    assert "“1. kvratal 2017” kunne ikke læses som tid" in page
    row.refresh_from_db()
    assert (row.period_text, row.period_start) == ("2019 - 2O20", None)
    # Told once, and not of words that are meant as words.
    data = form_of(client, change(row)) | {"activities-0-period_text": "løbende"}
    assert "kunne ikke læses" not in client.post(change(row), data, follow=True).content.decode()


def test_who_approved_is_named_without_a_link_that_leads_nowhere(world: World) -> None:
    row, client = world.ours.draft, signed_in(world.cast.koebenhavn.administrator)
    row.approve(by=world.cast.operator)
    page = client.get(change(row)).content.decode()
    assert "Oda" in page
    assert f"/organisation/user/{world.cast.operator.pk}/" not in page


@pytest.fixture
def hers_alone(world: World) -> Initiative:
    """Carl's only because he leads it himself."""
    row: Initiative = world.ours.draft
    factories.owner(row, user=world.cast.koebenhavn[Role.CASEWORKER])
    for title in ("Opstart", "Slut"):
        writing.save(Activity(municipality=row.municipality, initiative=row, title=title), by=None)
    return row


def test_whoever_leads_an_initiative_gives_it_to_a_colleague(world: World, hers_alone: Initiative) -> None:
    """With the same press she takes an activity and an indicator out and changes an activity: all was hers by then."""
    home = hers_alone.municipality
    for name in ("Antal boliger", "Antal møder"):
        indicator = factories.indicator(home, name)
        writing.save(IndicatorInitiative(municipality=home, initiative=hers_alone, indicator=indicator), by=None)
    carl, mona = (world.cast.koebenhavn[role] for role in (Role.CASEWORKER, Role.MANAGER))
    client, address = signed_in(carl), change(hers_alone)
    sent = form_of(client, address) | {
        "involvements-0-user": str(mona.pk), "activities-0-DELETE": "on", "activities-1-title": "Slut i Valby",
        "indicator_links-0-DELETE": "on",
    }  # fmt: skip
    answer = client.post(address, sent)
    assert answer.status_code == 302, errors(answer)
    assert Involvement.objects.get(initiative=hers_alone).user == mona
    assert list(Activity.objects.filter(initiative=hers_alone).values_list("title", flat=True)) == ["Slut i Valby"]
    assert IndicatorInitiative.objects.get(initiative=hers_alone).indicator.name == "Antal møder"
    assert client.post(address, sent).status_code == 403


def test_no_row_is_moved_to_an_initiative_by_the_form(world: World, hers_alone: Initiative) -> None:
    """Neither one's own into another's nor another's into one's own, whatever is sent."""
    client, address = signed_in(world.cast.koebenhavn[Role.CASEWORKER]), change(hers_alone)
    other = factories.initiative(world.cast.koebenhavn.municipality, "Andres")
    theirs = writing.save(Activity(municipality=other.municipality, initiative=other, title="Andres møde"), by=None)
    sent = form_of(client, address)
    for attempt in (
        {"activities-0-initiative": str(other.pk), "activities-0-title": "Flyttet"},
        {"activities-0-id": str(theirs.pk), "activities-0-title": "Taget"},
        {"activities-0-id": str(theirs.pk), "activities-0-DELETE": "on"},
    ):
        client.post(address, sent | attempt)
        assert list(Activity.objects.filter(initiative=other)) == [theirs]
        theirs.refresh_from_db()
        assert theirs.title == "Andres møde"
        assert Activity.objects.filter(initiative=hers_alone).count() == 2


def test_an_activity_of_an_approved_initiative_is_not_deleted(world: World) -> None:
    client, row = signed_in(world.cast.koebenhavn.administrator), world.ours.initiative
    answer = client.post(change(row), form_of(client, change(row)) | {"activities-0-DELETE": "on"})
    assert "Kun udkast" in answer.content.decode()
    assert Activity.objects.filter(pk=world.ours.activity.pk).exists()


def test_when_one_part_is_wrong_nothing_is_written(world: World) -> None:
    client, row = signed_in(world.cast.koebenhavn[Role.CASEWORKER]), world.ours.initiative
    data = form_of(client, change(row)) | {
        "title": "Halvt gemt",
        "involvements-TOTAL_FORMS": "2",
        "involvements-1-role": "respondent",
        "involvements-1-words": "nogen",
    }
    answer = client.post(change(row), data)
    assert "En tovholder" in answer.content.decode() or "respondent" in answer.content.decode()
    assert Initiative.objects.get(pk=row.pk).title == "Indsats i Valby"
    assert Involvement.objects.filter(initiative=row).count() == 1


def test_a_rule_over_columns_that_the_form_does_not_show_is_told_at_the_form(world: World) -> None:
    client = signed_in(world.cast.koebenhavn.administrator)
    data = {"title": "Ny", "kind": "initiative", "state": "idea", "reference": world.ours.initiative.reference}
    answer = client.post(reverse("admin:initiatives_initiative_add"), data)
    assert "Kommunen har allerede en indsats med denne reference" in answer.content.decode()


def test_a_reference_is_made_from_the_name_in_danish_letters(world: World) -> None:
    client = signed_in(world.cast.koebenhavn.administrator)
    data = {"title": "Støtte på Østerbro", "kind": "initiative", "state": "idea"}
    for reference in ("stoette-paa-oesterbro", "stoette-paa-oesterbro-2"):
        assert client.post(reverse("admin:initiatives_initiative_add"), data).status_code == 302
        made = Initiative.objects.get(reference=reference)
        assert made.municipality == world.cast.koebenhavn.municipality


def test_a_search_folds_danish_letters(world: World) -> None:
    factories.initiative(world.cast.koebenhavn.municipality, "Århusgades værested")
    client = signed_in(world.cast.koebenhavn.administrator)
    page = client.get(reverse("admin:initiatives_initiative_changelist"), {"q": "aarhusgades vaere"})
    assert [row.title for row in page.context["cl"].result_list] == ["Århusgades værested"]


# --- Links


def test_finance_links_a_line_to_an_initiative_on_the_lines_screen(world: World) -> None:
    client, line = signed_in(world.cast.koebenhavn[Role.FINANCE]), world.ours.other_line
    data = form_of(client, change(line)) | {
        "initiative_links-TOTAL_FORMS": "1",
        "initiative_links-0-initiative": world.ours.draft.pk,
    }
    assert client.post(change(line), data).status_code == 302
    assert LineInitiative.objects.filter(line=line, initiative=world.ours.draft).exists()


def test_a_caseworker_cannot_link_a_line_to_her_initiative(world: World) -> None:
    client, row = signed_in(world.cast.koebenhavn[Role.CASEWORKER]), world.ours.initiative
    data = form_of(client, change(row)) | {"line_links-TOTAL_FORMS": "2", "line_links-1-line": world.ours.other_line.pk}
    client.post(change(row), data)
    assert not LineInitiative.objects.filter(line=world.ours.other_line).exists()


# --- The number of questions


def test_the_list_of_initiatives_asks_as_often_for_500_as_for_5(
    world: World, django_assert_max_num_queries: Any
) -> None:
    client, home = signed_in(world.cast.koebenhavn.administrator), world.cast.koebenhavn.municipality
    address = reverse("admin:initiatives_initiative_changelist")

    def asked() -> int:
        with django_assert_max_num_queries(25) as queries:
            assert client.get(address).status_code == 200
        return len(queries.captured_queries)

    few = [Initiative(municipality=home, reference=f"n-{n}", title=f"Nr. {n}") for n in range(3)]
    writing.save_many(few, by=None)
    with_five = asked()
    more = [Initiative(municipality=home, reference=f"m-{n}", title=f"Nr. {n}") for n in range(495)]
    writing.save_many(more, by=None, validate=False)
    assert asked() == with_five
    assert BudgetLine.objects.count() == 4


def test_on_the_day_a_target_is_set_one_is_told_what_the_survey_can_see(world: World) -> None:
    town = world.cast.koebenhavn
    indicator = factories.indicator(town.municipality, "Ensomhed", by=town.administrator)
    factories.measurement(
        indicator, 45, by=town.administrator, is_baseline=True, effective_text="2017", design="sample", n=400
    )
    client, add = signed_in(town.administrator), reverse("admin:indicators_target_add")
    data = form_of(client, add) | {"indicator": str(indicator.pk), "figure": "40 %", "kind": "level", "owner": "own"}
    page = client.post(add, data, follow=True).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    sentence = "Med 400 besvarelser kan undersøgelsen ikke se en ændring på 5 procentpoint; den mindste er 9,9"
    assert sentence in page
    target = indicator.targets.get()
    shown = client.get(change(target)).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert sentence in shown
    assert "Hvad undersøgelsen kan se" in shown
