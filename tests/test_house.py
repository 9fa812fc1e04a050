"""The house keeps its floors, rooms and measures, and each check notices when it does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps
from django.utils import translation
from django.utils.translation import trans_real

from budgets.models import BudgetLine, FundingSource
from indicators.models import Indicator, Instrument
from initiatives.models import Initiative, Method, Objective, Strategy
from organisation.models import Body, ChangeRecord, Municipality, TenantRow, User
from organisation.tenancy import OWNER, is_tenant, tenant_models
from portfolio.reports.models import Report
from tests import house

ROOT = Path(__file__).resolve().parent.parent

# Shared by all municipalities, or above them.
OF_NOBODY: set[type[models.Model]] = {Municipality, User, Method, Instrument}
# National bodies and sources stand without a municipality; so does the history of what belongs to nobody.
ALSO_NATIONAL: set[type[models.Model]] = {Body, FundingSource, ChangeRecord}
ROOTS: list[type[models.Model]] = [
    Strategy,
    Objective,
    Initiative,
    BudgetLine,
    Indicator,
    FundingSource,
    Body,
    Report,
]

# Writes that go past the write path, and why they may.
ALLOWED_WRITES = {
    ("organisation/models/users.py", "create_user.save"): "Django's own commands make users by the manager",
    ("organisation/inviting.py", "send_link.save"): "the form's way of sending a mail; it writes nothing",
    ("organisation/inviting.py", "send_invitation.save"): "the same, with other words",
}
# Erasing a whole municipality leaves no history of its rows.
ALLOWED_WRITES |= dict.fromkeys(
    [("portfolio/erasing.py", f"{function}._raw_delete") for function in ("_delete", "_let_go")]
    + [("portfolio/erasing.py", "_delete.update")],
    "the rows' history goes with them",
)
# What a worker notes about a job is its pulse, not what a person did, and only one worker may win it.
WRITES_JOBS = "portfolio/reports/jobs.py"


def our_models() -> list[type[models.Model]]:
    return [model for label in house.LABELS if label in apps.app_configs for model in _models(label)]


def _models(label: str) -> list[type[models.Model]]:
    return list(apps.get_app_config(label).get_models())


# --- Checks of the models -------------------------------------------------------------------------------------------


def relations_upwards(found: list[type[models.Model]]) -> list[str]:
    return [
        f"{model._meta.label}.{field.name} points at {target}"
        for model in found
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]
        if isinstance(field.related_model, type) and (target := field.related_model._meta.app_label) in house.LABELS
        if not house.may_know(house.LABELS[model._meta.app_label], house.LABELS[target])
    ]


def rows_of_nobody(found: list[type[models.Model]]) -> list[str]:
    return [
        model._meta.label
        for model in found
        if model not in OF_NOBODY
        if not is_tenant(model) or (model._meta.get_field(OWNER).null and model not in ALSO_NATIONAL)
    ]


def without_rule_of_access(found: list[type[models.Model]]) -> list[str]:
    return [
        f"{model._meta.label} has no {rule}"
        for model in found
        for rule in ("visible_to", "editable_by")
        if not callable(getattr(model._default_manager.all(), rule, None))
    ]


def links_without_a_model(found: list[type[models.Model]]) -> list[str]:
    """Such links would carry no municipality, no history and no trigger."""
    return [
        f"{model._meta.label}.{field.name}"
        for model in found
        for field in model._meta.local_many_to_many
        if field.remote_field.through is None or field.remote_field.through._meta.auto_created
    ]


def without_danish(found: list[type[models.Model]]) -> list[str]:
    """Names of models and fields, and help texts, that Danes would read in English."""
    catalog = trans_real.translation("da")._catalog  # type: ignore[attr-defined]
    missing = []
    with translation.override("en"):
        for model in found:
            texts = [model._meta.verbose_name, model._meta.verbose_name_plural]
            for field in model._meta.local_fields:
                if field.editable and not field.auto_created:
                    texts += [field.verbose_name, field.help_text]
            missing += [f"{model._meta.label}: {text}" for text in texts if str(text) and str(text) not in catalog]
    return missing


# --- The house as it stands -----------------------------------------------------------------------------------------


def test_nothing_goes_up_or_sideways() -> None:
    assert house.imports_upwards(ROOT) == []
    assert house.migrations_upwards(ROOT) == []
    assert relations_upwards(our_models()) == []


def test_there_are_five_packages() -> None:
    assert house.packages(ROOT) - {"tests"} == set(house.FLOORS)
    assert [path.name for path in ROOT.glob("*.py")] == ["manage.py"]


def test_every_room_has_a_subject() -> None:
    assert house.rooms_without_a_subject(ROOT) == []


def test_rooms_are_of_a_readable_size() -> None:
    assert house.long_modules(ROOT) == []
    assert house.long_functions(ROOT) == []


def test_rows_are_written_by_the_write_path_only() -> None:
    found = {(module, method) for module, method in house.writes(ROOT) if module != WRITES_JOBS}
    assert found - ALLOWED_WRITES.keys() == set()
    assert ALLOWED_WRITES.keys() - found == set(), "no longer needed"


def test_every_row_has_a_home() -> None:
    assert rows_of_nobody(our_models()) == []
    assert len(tenant_models()) > 30


def test_every_root_says_who_may_see_and_change_it() -> None:
    assert without_rule_of_access(ROOTS) == []
    assert without_rule_of_access([model for model in our_models() if model is not ChangeRecord]) == []


def test_every_link_has_a_model() -> None:
    assert links_without_a_model(our_models()) == []


def test_models_speak_danish() -> None:
    assert without_danish(our_models()) == []


# --- What the checks notice -----------------------------------------------------------------------------------------


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    for package in house.FLOORS:
        (tmp_path / package / "migrations").mkdir(parents=True)
        (tmp_path / package / "__init__.py").touch()
    return tmp_path


UPWARD = [
    ("organisation/x.py", "import initiatives.models\n"),
    ("organisation/x.py", "from initiatives import models\n"),
    ("initiatives/x.py", "def late():\n    from budgets.models import Entry\n"),
    (
        "budgets/x.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from indicators.models import Indicator\n",
    ),
    ("indicators/x.py", "from ..budgets import models\n"),
    ("indicators/rooms/x.py", "from ...portfolio import overview\n"),
    ("initiatives/x.py", "apps.get_model('budgets.Entry')\n"),
    ("initiatives/x.py", "line = models.ForeignKey('budgets.BudgetLine', on_delete=models.PROTECT)\n"),
    ("organisation/x.py", "import_module('portfolio.reports.models')\n"),
    ("organisation/x.py", "report = models.ForeignKey('reports.Report', on_delete=models.PROTECT)\n"),
]


@pytest.mark.parametrize(("path", "text"), UPWARD)
def test_an_upward_import_is_noticed(planted: Path, path: str, text: str) -> None:
    assert house.imports_upwards(planted) == []
    (planted / path).parent.mkdir(exist_ok=True)
    (planted / path).write_text(text)
    assert len(house.imports_upwards(planted)) == 1


def test_a_downward_import_is_not(planted: Path) -> None:
    (planted / "portfolio/x.py").write_text("import budgets.models, indicators\nfrom organisation import access\n")
    (planted / "budgets/x.py").write_text("from initiatives.models import Initiative\nfrom . import models\n")
    assert house.imports_upwards(planted) == []


def test_an_upward_migration_is_noticed(planted: Path) -> None:
    migration = "class Migration:\n    dependencies = [('organisation', '0001_initial'), ('{}', '0001_initial')]\n"
    (planted / "indicators/migrations/0001.py").write_text(migration.format("initiatives"))
    assert house.migrations_upwards(planted) == []
    (planted / "indicators/migrations/0002.py").write_text(migration.format("budgets"))
    (planted / "budgets/migrations/0002.py").write_text(migration.format("reports"))
    assert len(house.migrations_upwards(planted)) == 2


@isolate_apps("organisation", "budgets", "indicators")
def test_an_upward_relation_is_noticed() -> None:
    class Planted(models.Model):  # noqa: DJ008
        initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT)

        class Meta:
            app_label = "organisation"

    class Sideways(models.Model):  # noqa: DJ008
        indicators: models.ManyToManyField[Indicator, Any] = models.ManyToManyField(Indicator)

        class Meta:
            app_label = "budgets"

    assert relations_upwards([Planted, Sideways]) == [
        "organisation.Planted.initiative points at initiatives",
        "budgets.Sideways.indicators points at indicators",
    ]
    assert links_without_a_model([Planted, Sideways]) == ["budgets.Sideways.indicators"]
    assert rows_of_nobody([Planted]) == ["organisation.Planted"]
    assert len(without_rule_of_access([Planted])) == 2


@isolate_apps("budgets")
def test_a_row_that_may_be_nobodys_is_noticed() -> None:
    class Planted(TenantRow):
        municipality = models.ForeignKey(Municipality, null=True, on_delete=models.PROTECT)
        colour = models.CharField("shade of the thing", max_length=10)

        class Meta:
            app_label = "budgets"
            verbose_name = "thing without a Danish name"
            verbose_name_plural = "budget lines"

    assert rows_of_nobody([Planted]) == ["budgets.Planted"]
    assert without_danish([Planted]) == [
        "budgets.Planted: thing without a Danish name",
        "budgets.Planted: shade of the thing",
    ]


def test_a_sixth_package_and_a_room_for_everything_are_noticed(planted: Path) -> None:
    (planted / "extras").mkdir()
    (planted / "extras/__init__.py").touch()
    assert house.packages(planted) - set(house.FLOORS) == {"extras"}
    (planted / "budgets/utils.py").touch()
    (planted / "portfolio/common").mkdir()
    (planted / "portfolio/common/texts.py").touch()
    assert house.rooms_without_a_subject(planted) == ["budgets/utils.py", "portfolio/common/texts.py"]


def test_a_long_module_and_a_long_function_are_noticed(planted: Path) -> None:
    (planted / "budgets/x.py").write_text("\n" * 400)
    (planted / "budgets/y.py").write_text("class A:\n    def long(self):\n" + "        pass\n" * 60)
    (planted / "budgets/z.py").write_text("def short():\n" + "    pass\n" * 59)
    assert house.long_modules(planted) == ["budgets/x.py has 400 lines"]
    assert house.long_functions(planted) == ["budgets/y.py:2 long has 61 lines"]


WRITES = [
    "Entry.objects.bulk_create(rows)",
    "Entry.objects.bulk_update(rows, ['note'])",
    "Entry.objects.filter(pk=1).update(note='')",
    "Entry.objects.filter(pk=1).update(**values)",
    "Entry.objects.create(note='')",
    "Entry.objects.get_or_create(note='')",
    "entry.save()",
    "entry.save(update_fields=['note'])",
    "super(Other, self).get().save()",
    "entry.delete()",
    "Entry.objects.all().delete()",
    "insert_many(Entry, rows)",
    "overwrite_many(Entry, rows)",
]
NO_WRITES = [
    "writing.save(entry, by=user)",
    "values.update(other)",
    "checksum.update(b'')",
    "form.save(commit=False)",
    "storage.save('name', content)",
    "storage.delete('name')",
    "super().save(*args, **kwargs)",
]


@pytest.mark.parametrize("line", WRITES)
def test_a_write_past_the_write_path_is_noticed(planted: Path, line: str) -> None:
    (planted / "budgets/x.py").write_text(f"def act():\n    {line}\n")
    assert {name for name, _method in house.writes(planted)} == {"budgets/x.py"}


@pytest.mark.parametrize("line", NO_WRITES)
def test_what_is_no_write_of_rows_is_left_alone(planted: Path, line: str) -> None:
    (planted / "budgets/x.py").write_text(f"def act():\n    {line}\n")
    assert house.writes(planted) == set()
