"""The administration in a browser: an edit by keyboard, and axe on every screen."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from budgets.models import BudgetLine
from initiatives.models import Activity, Initiative, TargetGroup
from organisation.models import ChangeRecord, User
from tests.browser import Reader, reading
from tests.world import screens

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("portfolios")]


def person(role: str) -> User:
    return User.objects.get(email=f"{role}.roedovre@demo.invalid")


def press_to(reader: Reader, selector: str, most: int = 400) -> None:
    """Tabs until the element has the focus: whoever has no mouse gets there too."""
    for _press in range(most):
        if reader.page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        reader.page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached with the keyboard")


@pytest.mark.slow
def test_an_initiative_is_edited_with_the_keyboard_alone(live_server: LiveServer, browser: Browser) -> None:
    row = Initiative.objects.get(municipality__code="0175", title__startswith="Færre ensomme")
    with reading(browser, live_server.url, person("administrator")) as reader:
        page = reader.page
        assert reader.open(reverse("admin:initiatives_initiative_change", args=[row.pk])) == 200
        press_to(reader, "fieldset:has(#id_display_title) summary")
        page.keyboard.press("Enter")
        press_to(reader, "#id_display_title")
        page.keyboard.type("Færre ensomme i Rødovre")
        press_to(reader, "#activities-group summary")
        page.keyboard.press("Enter")
        press_to(reader, "#activities-group .add-row a")
        page.keyboard.press("Enter")
        number = page.locator("#id_activities-TOTAL_FORMS").input_value()
        press_to(reader, f"#id_activities-{int(number) - 1}-title")
        page.keyboard.type("Cafémøde om ensomhed")
        press_to(reader, "#id_change_reason")
        page.keyboard.type("Aftalt på mødet")
        press_to(reader, "[name=_save]")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{reverse('admin:initiatives_initiative_changelist')}")
        assert page.locator(".messagelist .success").count() == 1
        assert reader.said == []
    row.refresh_from_db()
    assert row.display_title == "Færre ensomme i Rødovre"
    assert Activity.objects.filter(initiative=row, title="Cafémøde om ensomhed").exists()
    assert ChangeRecord.objects.of_row(row)[0].reason == "Aftalt på mødet"


@pytest.mark.slow
def test_an_amount_that_cannot_be_read_is_explained_at_its_field(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, person("oekonomi")) as reader:
        reader.open(reverse("admin:budgets_entry_add"))
        reader.page.fill("#id_amount", "2.5")
        reader.page.click("[name=_save]")
        row = reader.page.locator(".form-row.errors.field-amount")
        assert "2,5" in row.inner_text()
        assert reader.page.locator("#id_amount").input_value() == "2.5"
        assert reader.axe() == []


def pages_of(user: User) -> list[str]:
    """The index, and of every screen its list, its empty form, and the form and history of one row."""
    found = [reverse("admin:index")]
    for name, model in screens():
        found.append(reverse(f"admin:{name}_changelist"))
        row = model._default_manager.all().visible_to(user).first()  # type: ignore[attr-defined]
        if row is not None:
            found += [reverse(f"admin:{name}_{page}", args=[row.pk]) for page in ("change", "history")]
    adds = [f"{name}_add" for name in ("initiatives_initiative", "budgets_entry", "indicators_measurement")]
    return [*found, *(reverse(f"admin:{name}") for name in [*adds, "organisation_user_add"])]


@pytest.mark.layout
@pytest.mark.slow
@pytest.mark.parametrize(("width", "language"), [(1280, "da"), (320, "en")])
def test_every_screen_is_accessible_and_silent(
    live_server: LiveServer, browser: Browser, width: int, language: str
) -> None:
    user = person("administrator")
    addresses = pages_of(user)
    with reading(browser, live_server.url, user, width=width, language=language) as reader:
        for path in addresses:
            assert reader.open(path) == 200, path
            reader.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            assert reader.said == [], path
            assert reader.axe() == [], path
            assert reader.sideways() == 0, path
            # axe reads an imported style sheet by way of an inline one, which our policy refuses, and says so.
            reader.said.clear()


def test_the_screen_of_an_initiative_is_accessible(live_server: LiveServer, browser: Browser) -> None:
    """The long run looks at every screen, in both languages."""
    row = Initiative.objects.get(municipality__code="0175", title__startswith="Færre ensomme")
    with reading(browser, live_server.url, person("medarbejder")) as reader:
        assert reader.open(reverse("admin:initiatives_initiative_change", args=[row.pk])) == 200
        reader.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert reader.axe() == []


@pytest.mark.slow
def test_the_widest_list_is_whole_on_a_screen(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, person("administrator"), width=1280) as reader:
        reader.open(reverse("admin:indicators_measurement_changelist"))
        cut = "(box => box.scrollWidth - box.clientWidth)(document.querySelector('.results'))"
        assert reader.page.evaluate(cut) == 0


COVERED = """() => {
  const buttons = [...document.querySelectorAll(".object-tools li")].map((one) => one.getBoundingClientRect());
  const words = [...document.querySelectorAll("#content > h2")].flatMap((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return [...range.getClientRects()];
  });
  const marks = [...document.querySelectorAll("p.pm-fictional")].map((one) => one.getBoundingClientRect());
  return [...words, ...marks].filter((a) => buttons.some(
    (b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length;
}"""


@pytest.mark.slow
def test_the_buttons_of_a_screen_lie_over_no_name_and_no_mark(live_server: LiveServer, browser: Browser) -> None:
    longest = max(TargetGroup.objects.filter(municipality__code="0175"), key=lambda one: len(one.name))
    line = BudgetLine.objects.filter(municipality__code="0175", is_fictional=True)[0]
    with reading(browser, live_server.url, person("administrator"), width=1280) as reader:
        for row in (longest, line):
            reader.open(reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk]))
            assert reader.page.evaluate(COVERED) == 0, row


@pytest.mark.slow
def test_on_a_phone_every_fact_of_a_list_is_in_sight(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, person("administrator"), width=320) as reader:
        for name in ("initiatives_initiative", "initiatives_statusupdate", "indicators_measurement"):
            reader.open(reverse(f"admin:{name}_changelist"))
            assert reader.page.locator("#result_list td[data-of]").count() > 5
            cut = reader.page.evaluate("(box => box.scrollWidth - box.clientWidth)(document.querySelector('.results'))")
            assert (name, cut, reader.sideways()) == (name, 0, 0)
        assert reader.axe() == []


@pytest.mark.slow
def test_a_wrong_day_is_explained_at_its_field_and_stays_as_it_was_typed(
    live_server: LiveServer, browser: Browser
) -> None:
    with reading(browser, live_server.url, person("administrator")) as reader:
        page = reader.page
        reader.open(reverse("admin:organisation_body_add"))
        page.fill("#id_name", "Et nyt center")
        page.select_option("#id_kind", "centre", force=True)
        page.fill("#id_valid_to", "31.2.2018")
        page.click("[name=_save]")
        wrong = page.locator(".form-row.errors.field-valid_to")
        assert "“31.2.2018” findes ikke i kalenderen" in wrong.inner_text()
        assert page.input_value("#id_valid_to") == "31.2.2018"
        page.fill("#id_valid_to", "28. februar 2018")
        page.click("[name=_continue]")
        page.locator(".messagelist .success").wait_for()
        assert page.input_value("#id_valid_to") == "28.2.2018"
