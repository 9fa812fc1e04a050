"""Where the demonstration has not been loaded: into an empty database, from a wrong file, among real data."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from budgets.models import Entry
from initiatives.models import Method
from organisation import writing
from organisation.models import ChangeRecord, Municipality
from portfolio.demo.files import DemoFileError
from portfolio.demo.loading import RealDataError, load
from portfolio.demo.removal import fictional_models
from tests import factories
from tests.portfolio.demo.conftest import Edit, edited

__all__ = ["edited"]  # The fixture of the folder beside this one.


def test_a_method_that_the_operator_had_already_is_used_as_it_is(db: None) -> None:
    method = writing.save(Method(reference="housing-first", name="Bolig først"), by=None)
    load()
    assert Method.objects.get(reference="housing-first").name == "Bolig først"
    assert method.uses.count() == 2


def test_what_is_made_up_can_be_left_out(db: None) -> None:
    call_command("load_portfolios", "--without-fictional", stdout=StringIO())
    assert not [model for model in fictional_models() if model._base_manager.filter(is_fictional=True).exists()]
    assert Entry.objects.count() == 31


def test_without_portfolios_nobody_can_sign_in(db: None) -> None:
    with pytest.raises(CommandError, match="Run load_portfolios first"):
        call_command("demo_logins")


def test_a_database_with_a_real_municipality_is_refused(db: None) -> None:
    factories.municipality("0461", "Odense")
    with pytest.raises(RealDataError, match=r"The database holds real data \(Odense\)"):
        load()
    with pytest.raises(CommandError, match="Odense"):
        call_command("load_portfolios")
    assert Municipality.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        (
            "0167-hvidovre.toml",
            'display_title = "Kys Livet"',
            'displaytitle = "Kys Livet"',
            "0167-hvidovre.toml: initiative kys-livet: Initiative has no “displaytitle”",
        ),
        ("0167-hvidovre.toml", "[[event]]", "[[happening]]", "0167-hvidovre.toml: there is no section “happening”"),
        (
            "0151-ballerup.toml",
            'recipient = "social-og-sundhedsudvalget"',
            'recipient = "socialudvalget"',
            "0151-ballerup.toml: follow_up besoeg-i-aktiviteter: there is no Body “socialudvalget” for recipient",
        ),
        (
            "0101-koebenhavn.toml",
            'name = "Socialudvalget"\nkind = "committee"\nline = "L5"',
            'name = "Socialudvalget"\nkind = "committee"',
            "0101-koebenhavn.toml: body socialudvalget: a fact needs the line of its document",
        ),
        (
            "0101-koebenhavn.toml",
            'raw = "0", value_state = "zero"',
            'raw = "-", value_state = "zero"',
            "0101-koebenhavn.toml: budget_line so8: entries 4: “-” is not what zero looks like",
        ),
        (
            "0101-koebenhavn.toml",
            'parent = "flere-maalgrupper"',
            'parent = "socialpsykiatrien"',
            "0101-koebenhavn.toml: target_group socialpsykiatrien: the rows stand under each other in a circle",
        ),
        (
            "0101-koebenhavn.toml",
            'lines = { aliases = "L21" }',
            'lines = { alias = "L21" }',
            "0101-koebenhavn.toml: body team-ud-i-livet: Body has no “alias” to name a source of",
        ),
        (
            "0101-koebenhavn.toml",
            'kind = "committee"',
            'kind = "comittee"',
            "0101-koebenhavn.toml: body socialudvalget: kind: Værdien ‘comittee’ er ikke et gyldigt valg.",
        ),
        ("users.toml", "is_operator", "is_operato", "users.toml: user operator@demo.invalid: User has no “is_operato”"),
    ],
)
def test_a_wrong_file_is_named_with_the_place_and_nothing_is_loaded(
    edited: Edit, name: str, before: str, after: str, said: str
) -> None:
    folder = edited(name, before, after)
    with pytest.raises(DemoFileError) as error:
        load(folder)
    assert str(error.value).replace("'", "‘", 1).replace("'", "’", 1) == said
    assert not Municipality.objects.exists()
    assert not ChangeRecord.objects.exists()
