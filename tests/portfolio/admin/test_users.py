"""Users and their memberships on the screens, and who makes what is national."""

from __future__ import annotations

from typing import Any

from django.core import mail
from django.urls import reverse

from budgets.models import FundingSource
from organisation import writing
from organisation.access import Role
from organisation.models import Action, ChangeRecord, Membership, User
from tests import factories
from tests.portfolio.admin.screens import change, errors
from tests.world import SECRET, World, form_of, signed_in


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


def test_a_user_who_is_closed_gets_no_membership_and_no_mail(world: World) -> None:
    factories.user("lukket@kk.invalid", is_active=False)
    client = signed_in(world.cast.koebenhavn.administrator)
    answer = client.post(reverse("admin:organisation_user_add"), user_data(world, "lukket@kk.invalid"))
    assert "Brugeren er lukket" in str(answer.context["adminform"].form.errors["email"])
    assert not Membership.objects.filter(user__email="lukket@kk.invalid").exists()


def test_an_administrator_reads_what_was_changed_of_a_user_of_hers_and_of_no_other(world: World) -> None:
    town, theirs = world.cast.koebenhavn, world.cast.aarhus
    client = signed_in(town.administrator)

    def history(user: User) -> str:
        return client.get(reverse("admin:organisation_user_history", args=[user.pk])).content.decode()

    rie, kim = town[Role.READER], town[Role.COMMITTEE_MEMBER]
    factories.member(rie, town.municipality, Role.FINANCE)
    ends = {f"memberships-{number}-valid_to": "31-12-2030" for number in range(2)}
    answer = client.post(change(rie), form_of(client, change(rie)) | {"name": "Rie Riis"} | ends, follow=True)
    assert "katalog/handling" not in answer.content.decode()
    shown = history(rie)
    assert "Rie Riis" in shown
    assert "katalog/handling" not in shown
    kim.name = "Kim fra i går"
    writing.save(kim, by=world.cast.operator)
    assert "Kim fra i går" in history(kim)
    # Known in Aarhus too: what is changed of him there is not hers to read.
    factories.member(kim, theirs.municipality, Role.READER)
    kim.email = "kim@aarhus.invalid"
    writing.save(kim, by=theirs.administrator)
    assert "Kim fra i går" not in history(kim).split('id="content-main"')[1]
    assert client.get(reverse("admin:organisation_user_history", args=[theirs[Role.READER].pk])).status_code == 404
    assert not ChangeRecord.objects.visible_to(town.administrator).filter(municipality=None).exists()


def test_a_role_that_is_changed_leads_to_where_that_is_taken_back(world: World) -> None:
    town = world.cast.koebenhavn
    client, rie = signed_in(town.administrator), town[Role.READER]
    changed = form_of(client, change(rie)) | {"memberships-0-role": Role.FINANCE.value}
    page = client.post(change(rie), changed, follow=True).content.decode()
    history = reverse("admin:organisation_user_history", args=[rie.pk])
    assert f'<a href="{history}">Se ændringen, eller fortryd den</a>' in page


def test_roles_that_are_changed_and_given_at_once_lead_to_where_they_are_taken_back(world: World) -> None:
    town = world.cast.koebenhavn
    client, rie = signed_in(town.administrator), town[Role.READER]
    screen = form_of(client, change(rie))
    another = {
        name.replace("memberships-0-", "memberships-1-"): value
        for name, value in screen.items()
        if name.startswith("memberships-0-")
    }
    changed = screen | another | {"memberships-0-role": Role.MANAGER.value, "memberships-TOTAL_FORMS": "2"}
    changed |= {"memberships-1-id": "", "memberships-1-role": Role.FINANCE.value}
    page = client.post(change(rie), changed, follow=True).content.decode()
    history = reverse("admin:organisation_user_history", args=[rie.pk])
    assert f'<a href="{history}">Se ændringen, eller fortryd den</a>' in page
    # A role that was given ends by its date, so it is the other that is taken back there.
    kept = ChangeRecord.objects.of_row(rie.memberships.get(role=Role.MANAGER))
    undo = reverse("history-undo", args=["0101", kept.get(action=Action.CHANGED).pk])
    assert f'action="{undo}"' in client.get(history).content.decode()
    client.post(undo)
    assert set(rie.memberships.values_list("role", flat=True)) == {Role.READER, Role.FINANCE}


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
