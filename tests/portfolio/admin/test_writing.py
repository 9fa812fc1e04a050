"""What is typed on the screens is written once, with its history, or not at all."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.urls import reverse

from budgets.models import BudgetLine, Entry, FundingSource, LineInitiative, UnitOrigin, ValueState
from indicators.models import Measurement
from initiatives.models import Activity, Initiative, InitiativeText, Involvement, StatusUpdate, UpdateState
from organisation import writing
from organisation.access import Role
from organisation.models import Action, Approval, ChangeRecord, Membership, User
from tests import factories
from tests.world import SECRET, World, form_of, signed_in


def change(row: Any) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def errors(answer: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = dict(answer.context["adminform"].form.errors)
    return found


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


# --- Amounts


AMOUNTS = [
    ("2.825.146", "kr", 282514600, "kr", "2.825.146"),
    ("1,1", "mio", 110000000, "mio", "1,1"),
    ("1,1 mio. kr.", "kr", 110000000, "mio", "1,1 mio. kr."),
    ("6.000", "tkr", 600000000, "tkr", "6.000"),
    ("ca. 2,5 mio. kr.", "tkr", 250000000, "mio", "ca. 2,5 mio. kr."),
    ("-300", "kr", -30000, "kr", "-300"),
]


def entry_data(world: World, **typed: str) -> dict[str, Any]:
    return {
        "line": world.ours.budgetline.pk,
        "kind": "original",
        "year": "2019",
        "unit": "kr",
        "unit_origin": "inferred",
        "decision_state": "adopted",
        "recurrence": "not_stated",
        "parts-TOTAL_FORMS": "0",
        "parts-INITIAL_FORMS": "0",
    } | typed


@pytest.mark.parametrize("case", AMOUNTS)
def test_an_amount_is_read_the_danish_way_and_its_words_are_kept(
    world: World, case: tuple[str, str, int, str, str]
) -> None:
    typed, unit, ore, kept_unit, raw = case
    client = signed_in(world.cast.koebenhavn[Role.FINANCE])
    answer = client.post(reverse("admin:budgets_entry_add"), entry_data(world, amount=typed, unit=unit))
    assert answer.status_code == 302, errors(answer)
    made = Entry.objects.get(year=2019)
    assert (made.amount_ore, made.unit, made.raw, made.value_state) == (ore, kept_unit, raw, ValueState.VALUE)
    stated = unit != kept_unit or typed.endswith("kr.")
    assert made.unit_origin == (UnitOrigin.STATED if stated else UnitOrigin.INFERRED)


@pytest.mark.parametrize("typed", ["2.5", "1,1, mio. kr.", "mange penge", "2016-2019", "25-30"])
def test_what_cannot_be_read_with_certainty_is_refused_at_the_field(world: World, typed: str) -> None:
    client = signed_in(world.cast.koebenhavn[Role.FINANCE])
    answer = client.post(reverse("admin:budgets_entry_add"), entry_data(world, amount=typed))
    assert list(errors(answer)) == ["amount"]
    assert not Entry.objects.filter(year=2019).exists()


@pytest.mark.parametrize(
    ("typed", "why", "ore", "state"),
    [
        ("", "not_stated", None, ValueState.NOT_STATED),
        ("-", "not_stated", None, ValueState.NOT_STATED),
        ("0", "", 0, ValueState.ZERO),
        ("", "financed_elsewhere", 0, ValueState.FINANCED_ELSEWHERE),
        ("", "within_frame", 0, ValueState.WITHIN_FRAME),
    ],
)
def test_unknown_zero_and_financed_elsewhere_are_kept_apart(
    world: World, typed: str, why: str, ore: int | None, state: str
) -> None:
    client = signed_in(world.cast.koebenhavn[Role.FINANCE])
    answer = client.post(reverse("admin:budgets_entry_add"), entry_data(world, amount=typed, no_amount=why))
    assert answer.status_code == 302, errors(answer)
    made = Entry.objects.get(year=2019)
    assert (made.amount_ore, made.value_state, made.raw) == (ore, state, typed)


@pytest.mark.parametrize(("typed", "why"), [("", ""), ("-", ""), ("5", "not_stated"), ("5", "within_frame")])
def test_an_amount_or_a_reason_why_there_is_none_but_not_both(world: World, typed: str, why: str) -> None:
    client = signed_in(world.cast.koebenhavn[Role.FINANCE])
    answer = client.post(reverse("admin:budgets_entry_add"), entry_data(world, amount=typed, no_amount=why))
    assert list(errors(answer)) == ["amount"]


def test_the_words_of_the_document_stay_when_they_say_the_same_or_cannot_be_read(world: World) -> None:
    client, entry = signed_in(world.cast.koebenhavn[Role.FINANCE]), world.ours.entry
    for raw, typed, kept in [("1,1, mio. kr.", "1.100.000", "1,1, mio. kr."), ("2.000", "2500", "2500")]:
        data = form_of(client, change(entry)) | {"raw": raw, "amount": typed}
        assert client.post(change(entry), data).status_code == 302
        assert Entry.objects.get(pk=entry.pk).raw == kept


def test_a_transfer_is_typed_in_kroner_or_with_its_unit(world: World) -> None:
    client, row = signed_in(world.cast.koebenhavn[Role.FINANCE]), world.ours.transfer
    for typed, ore in (("250.000", 25000000), ("1,1 mio. kr.", 110000000)):
        assert client.post(change(row), form_of(client, change(row)) | {"amount": typed}).status_code == 302
        row.refresh_from_db()
        assert row.amount_ore == ore
    assert list(errors(client.post(change(row), form_of(client, change(row)) | {"amount": "-"}))) == ["amount"]


@pytest.mark.parametrize(
    "case",
    [
        ("49 %", 49, "exact", None, None),
        ("67,4", 67.4, "exact", None, None),
        ("ca. 1.600", 1600, "about", None, None),
        ("25-30", None, "interval", 25, 30),
        ("flere end 210", 210, "more_than", 210, None),
    ],
)
def test_a_measured_value_is_read_the_danish_way(
    world: World, case: tuple[str, float | None, str, int | None, int | None]
) -> None:
    typed, value, qualifier, low, high = case
    client, row = signed_in(world.cast.koebenhavn[Role.CASEWORKER]), world.ours.measurement
    answer = client.post(change(row), form_of(client, change(row)) | {"figure": typed, "raw": ""})
    assert answer.status_code == 302, errors(answer)
    kept = Measurement.objects.get(pk=row.pk)
    assert kept.raw == typed
    assert [None if one is None else float(one) for one in (kept.value, kept.low, kept.high)] == [value, low, high]
    assert kept.qualifier == qualifier


# --- What stands


@pytest.mark.parametrize("name", ["posted", "approved_measurement", "approved_update"])
def test_what_is_posted_or_approved_is_neither_changed_nor_deleted(world: World, name: str) -> None:
    client, row = signed_in(world.cast.koebenhavn.administrator), getattr(world.ours, name)
    assert 'name="_save"' not in client.get(change(row)).content.decode()
    assert client.post(change(row), {"note": "nyt"}).status_code == 403
    delete = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_delete", args=[row.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403
    assert type(row).objects.filter(pk=row.pk).exists()


def test_a_posted_entry_cannot_be_smuggled_in_among_the_drafts_of_its_line(world: World) -> None:
    client, line = signed_in(world.cast.koebenhavn[Role.FINANCE]), world.ours.budgetline
    data = form_of(client, change(line))
    prefix = next(key.removesuffix("-0-id") for key in data if key.startswith("entries") and key.endswith("-0-id"))
    client.post(change(line), data | {f"{prefix}-0-id": str(world.ours.posted.pk), f"{prefix}-0-amount": "9"})
    assert Entry.objects.get(pk=world.ours.posted.pk).amount_ore == 100000


def test_finance_posts_an_entry_from_its_screen_and_from_the_list(world: World) -> None:
    client, first = signed_in(world.cast.koebenhavn[Role.FINANCE]), world.ours.entry
    client.post(reverse("admin:budgets_entry_verb", args=[first.pk, "post"]), {"reason": "Besluttet"})
    assert ChangeRecord.objects.of_row(first).first().reason == "Besluttet"  # type: ignore[union-attr]
    second = factories.entry(world.ours.budgetline, 5, year=2020)
    client.post(reverse("admin:budgets_entry_changelist"), {"action": "post", "_selected_action": [second.pk]})
    assert set(Entry.objects.filter(pk__in=[first.pk, second.pk]).posted()) == {first, second}


def test_an_action_on_rows_of_which_one_cannot_is_done_to_none(world: World) -> None:
    client = signed_in(world.cast.koebenhavn[Role.FINANCE])
    chosen = [world.ours.entry.pk, world.ours.posted.pk]
    address = reverse("admin:budgets_entry_changelist")
    answer = client.post(address, {"action": "post", "_selected_action": chosen}, follow=True)
    assert "Intet er gjort" in answer.content.decode()
    assert not Entry.objects.get(pk=world.ours.entry.pk).is_posted


@pytest.mark.parametrize(
    ("role", "status"), [(Role.CASEWORKER, 403), (Role.FINANCE, 403), (Role.MANAGER, 302), (Role.ADMINISTRATOR, 302)]
)
def test_who_approves_a_draft(world: World, role: Role, status: int) -> None:
    client, row = signed_in(world.cast.koebenhavn[role]), world.ours.draft
    address = reverse("admin:initiatives_initiative_verb", args=[row.pk, "approve"])
    assert client.get(address).status_code == 405
    assert client.post(address).status_code == status
    row.refresh_from_db()
    assert (row.approval == Approval.APPROVED) is (status == 302)


def test_another_municipalitys_row_is_not_there_for_a_verb_either(world: World) -> None:
    client = signed_in(world.cast.koebenhavn.administrator)
    address = reverse("admin:initiatives_initiative_verb", args=[world.theirs.draft.pk, "approve"])
    assert client.post(address).status_code == 404
    lists = reverse("admin:initiatives_initiative_changelist")
    client.post(lists, {"action": "approve", "_selected_action": [world.theirs.draft.pk]})
    assert not Initiative.objects.get(pk=world.theirs.draft.pk).is_approved


def test_a_status_update_is_written_submitted_sent_back_and_approved(world: World) -> None:
    town, row = world.cast.koebenhavn, world.ours.initiative
    carl, mona = signed_in(town[Role.CASEWORKER]), signed_in(town[Role.MANAGER])
    data = {"initiative": row.pk, "as_of": "2018-06-01", "text": "Godt på vej"}
    lights = {"progress_light": "green", "economy_light": "grey", "effect_light": "grey"}
    assert carl.post(reverse("admin:initiatives_statusupdate_add"), data | lights).status_code == 302
    update = StatusUpdate.objects.get(as_of="2018-06-01")
    assert update.author == town[Role.CASEWORKER]

    def do(client: Any, verb: str, **sent: str) -> tuple[int, str]:
        answer = client.post(reverse("admin:initiatives_statusupdate_verb", args=[update.pk, verb]), sent)
        update.refresh_from_db()
        return answer.status_code, update.state

    assert do(carl, "approve") == (403, UpdateState.DRAFT)
    assert do(carl, "submit") == (302, UpdateState.SUBMITTED)
    assert do(mona, "send-back") == (302, UpdateState.SUBMITTED)  # no reason given
    assert do(mona, "send-back", reason="Mangler tal") == (302, UpdateState.RETURNED)
    assert do(carl, "submit") == (302, UpdateState.SUBMITTED)
    assert do(mona, "approve") == (302, UpdateState.APPROVED)
    assert carl.post(change(update), {"text": "nyt"}).status_code == 403


def test_a_draft_is_deleted_with_what_hangs_on_it_and_the_history_keeps_it(world: World) -> None:
    client, row = signed_in(world.cast.koebenhavn.administrator), world.ours.draft
    factories.owner(row, body=world.cast.koebenhavn.department)
    address = reverse("admin:initiatives_initiative_delete", args=[row.pk])
    assert "Kladde i Valby" in client.get(address).content.decode()
    assert client.post(address, {"post": "yes", "reason": "Dublet"}).status_code == 302
    assert not Initiative.objects.filter(pk=row.pk).exists()
    gone = ChangeRecord.objects.filter(action=Action.DELETED, reason="Dublet")
    assert {record.content_type.model for record in gone} == {"initiative", "involvement"}


@pytest.mark.parametrize("name", ["initiative", "strategy", "budgetline", "indicator", "body", "membership", "event"])
def test_what_was_approved_or_has_no_draft_is_not_deleted(world: World, name: str) -> None:
    client, row = signed_in(world.cast.koebenhavn.administrator), getattr(world.ours, name)
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_delete", args=[row.pk])
    assert client.get(address).status_code == 403
    assert client.post(address, {"post": "yes"}).status_code == 403
    assert type(row).objects.filter(pk=row.pk).exists()


# --- Links and users


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


def user_data(world: World, email: str, **more: str) -> dict[str, Any]:
    return {
        "email": email,
        "name": "Nina Ny",
        "language": "",
        "memberships-TOTAL_FORMS": "1",
        "memberships-INITIAL_FORMS": "0",
        "memberships-0-municipality": world.cast.koebenhavn.municipality.pk,
        "memberships-0-role": "reader",
    } | more


def test_an_administrator_makes_a_user_who_sets_the_password_by_mail(
    world: World, django_capture_on_commit_callbacks: Any
) -> None:
    client = signed_in(world.cast.koebenhavn.administrator)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("admin:organisation_user_add"), user_data(world, "Nina@Kk.invalid"))
    assert answer.status_code == 302
    made = User.objects.get(email="nina@kk.invalid")
    assert [one.role for one in Membership.objects.filter(user=made)] == [Role.READER]
    assert [message.to for message in mail.outbox] == [["nina@kk.invalid"]]
    assert reverse("password_reset_confirm", args=["x", "y"]).split("x/")[0] in mail.outbox[0].body


def test_a_person_who_is_known_elsewhere_gets_the_membership_and_is_left_alone(world: World) -> None:
    client, arie = signed_in(world.cast.koebenhavn.administrator), world.cast.aarhus[Role.READER]
    assert client.post(reverse("admin:organisation_user_add"), user_data(world, arie.email)).status_code == 302
    arie.refresh_from_db()
    assert SECRET in arie.name
    assert Membership.objects.filter(user=arie, municipality=world.cast.koebenhavn.municipality).exists()
    # She may not be edited by one who knows only half of what she is.
    assert 'name="_save"' not in client.get(change(arie)).content.decode()


def test_a_user_without_a_membership_is_not_made(world: World) -> None:
    client = signed_in(world.cast.koebenhavn.administrator)
    data = user_data(world, "nina@kk.invalid") | {"memberships-0-role": ""}
    assert client.post(reverse("admin:organisation_user_add"), data).status_code == 200
    assert not User.objects.filter(email="nina@kk.invalid").exists()


def test_a_membership_is_given_only_in_ones_own_municipality(world: World) -> None:
    client = signed_in(world.cast.koebenhavn.administrator)
    data = user_data(world, "nina@kk.invalid") | {"memberships-0-municipality": world.cast.aarhus.municipality.pk}
    assert client.post(reverse("admin:organisation_user_add"), data).status_code == 200
    assert not User.objects.filter(email="nina@kk.invalid").exists()


def test_nobody_but_an_operator_makes_an_operator(world: World) -> None:
    client = signed_in(world.cast.koebenhavn.administrator)
    row = world.cast.koebenhavn[Role.READER]
    client.post(change(row), form_of(client, change(row)) | {"is_operator": "on"})
    row.refresh_from_db()
    assert not row.is_operator


def test_the_operator_makes_a_national_source_and_an_administrator_one_of_her_own(world: World) -> None:
    data = {"name": "Pulje", "kind": "state_pool", "unit": "kr", "unit_origin": "stated", "no_amount": "not_stated"}
    for user, home in (
        (world.cast.operator, None),
        (world.cast.koebenhavn.administrator, world.cast.koebenhavn.municipality),
    ):
        answer = signed_in(user).post(reverse("admin:budgets_fundingsource_add"), data)
        assert answer.status_code == 302, errors(answer)
        assert FundingSource.objects.filter(name="Pulje", municipality=home).exists()


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
