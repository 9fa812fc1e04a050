"""Every chosen file goes by rule: sheets, action plans and extracts; while its import can be taken back it is there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from budgets.models import Statement
from initiatives.models import Initiative
from organisation import writing
from organisation.models import Provenance
from portfolio.extracts.models import FinanceExtract
from portfolio.plans.models import PlanDraft
from portfolio.plans.reading import read_pasted_plan
from portfolio.plans.saving import preview, save_plan
from portfolio.plans.understanding import understand_plan
from portfolio.reports.orphans import clear_orphans
from portfolio.sheets.models import Upload
from portfolio.sheets.retention import delete_overdue
from tests import factories
from tests.cast import Cast
from tests.portfolio.extracts.test_pages import address, lines, mapped, pasted, seen
from tests.portfolio.sheets.importing import begun, confirmed
from tests.world import signed_in

pytestmark = pytest.mark.usefixtures("files")
__all__ = ["lines"]
PLAN = "Plan\n{title}\n1. Baggrund\nEn tekst.\n4. Målgruppe\nAlle.\n7. Periode\n2017-2018\n"


@pytest.fixture
def delete(settings: Any, django_capture_on_commit_callbacks: Any) -> Any:
    def run(days: int) -> int:
        with django_capture_on_commit_callbacks(execute=True):
            return delete_overdue(timezone.now() + timedelta(days=days))

    return run


def draft_of(cast: Cast, title: str) -> PlanDraft:
    town = cast.koebenhavn
    text = PLAN.format(title=title)
    draft = PlanDraft(
        municipality=town.municipality, reference="1", title=title, sha256="a" * 64,
        plan_content=understand_plan(read_pasted_plan(text)).as_json(), created_by=town.administrator,
    )  # fmt: skip
    draft.file.save("0101-plan.txt", ContentFile(text.encode()), save=False)
    return writing.save(draft, by=town.administrator)


def in_folder(folder: str) -> int:
    return len(default_storage.listdir(folder)[1])


def test_what_was_never_imported_goes_with_all_that_was_read_of_it(cast: Cast, delete: Any, settings: Any) -> None:
    begun(
        [["Nr.", "Budgetlinje", "2018 (kr.)"], ["A", "Løn", 1]],
        cast.koebenhavn.municipality,
        cast.koebenhavn["finance"],
    )
    pasted(signed_in(cast.koebenhavn["finance"]))
    draft_of(cast, "Café Gaden")
    assert delete(settings.SHEET_UNUSED_DAYS - 1) == 0
    assert delete(settings.SHEET_UNUSED_DAYS + 1) == 3
    assert not FinanceExtract.objects.exists()
    assert not PlanDraft.objects.exists()
    assert Upload.objects.get().reading == ""
    assert [in_folder(folder) for folder in ("imports", "extracts", "plans")] == [0, 0, 0]
    assert delete(settings.SHEET_UNUSED_DAYS + 1) == 0


def test_a_plan_that_somebody_goes_on_correcting_is_not_overdue(cast: Cast, delete: Any, settings: Any) -> None:
    draft = draft_of(cast, "Café Gaden")
    later = timezone.now() + timedelta(days=20)
    with patch("organisation.writing.timezone.now", lambda: later):
        draft.title = "Cafe Gaden"
        writing.save(draft, by=cast.koebenhavn.administrator)
    assert delete(settings.SHEET_UNUSED_DAYS + 1) == 0
    assert delete(settings.SHEET_UNUSED_DAYS + 21) == 1


def test_a_sheet_that_somebody_goes_on_with_is_not_overdue(cast: Cast, delete: Any, settings: Any) -> None:
    finn = cast.koebenhavn["finance"]
    table = begun([["Nr.", "Budgetlinje", "2018 (kr.)"], ["A", "Løn", 1]], cast.koebenhavn.municipality, finn)
    later = timezone.now() + timedelta(days=20)
    with patch("organisation.writing.timezone.now", lambda: later):
        table.terms = {"decision": "adopted"}
        writing.save(table, by=finn)
    assert delete(settings.SHEET_UNUSED_DAYS + 1) == 0
    assert delete(settings.SHEET_UNUSED_DAYS + 21) == 1


def test_an_extract_keeps_its_file_while_it_can_be_taken_back_and_its_figures_after(
    cast: Cast, lines: Any, delete: Any, settings: Any
) -> None:
    finn = signed_in(cast.koebenhavn["finance"])
    found = pasted(finn)
    mapped(finn, found, lines)
    finn.post(address("extract-book", found.reference), {"seen": seen(finn, found)})
    assert delete(settings.SHEET_KEPT_DAYS - 1) == 0
    assert delete(settings.SHEET_KEPT_DAYS + 1) == 1
    found.refresh_from_db()
    assert (found.file.name, found.content.rows, found.batch and found.batch.file.name) == ("", [], "")
    assert Provenance.objects.filter(batch=found.batch, cell="F2:F3").exists()
    page = finn.get(address("extract", found.reference)).content.decode()
    assert "slettet efter reglerne" in page
    assert "Tag det tilbage" not in page
    told = finn.post(address("extract-undo", found.reference), follow=True).content.decode()
    assert "slettet efter reglerne" in told
    assert Statement.objects.count() == 2


def test_a_saved_plan_keeps_its_texts_when_its_file_goes(cast: Cast, delete: Any, settings: Any) -> None:
    admin = cast.koebenhavn.administrator
    draft = draft_of(cast, "Café Gaden")
    save_plan(draft, by=admin, seen=preview(draft, by=admin).token)
    assert delete(settings.SHEET_KEPT_DAYS + 1) == 1
    draft.refresh_from_db()
    assert (draft.content.initiatives, in_folder("plans")) == ([], 0)
    page = signed_in(admin).get(draft.get_absolute_url()).content.decode()
    assert "slettet efter reglerne" in page
    assert "Ingen indsatser" not in page
    assert Initiative.objects.filter(title="Café Gaden").exists()


def test_a_sheet_cannot_be_taken_back_after_its_file(cast: Cast, delete: Any, settings: Any) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    table = confirmed(begun([["Nr.", "Budgetlinje", "2018 (kr.)"], ["A", "Løn", 1]], town, finn), finn)
    assert delete(settings.SHEET_KEPT_DAYS + 1) == 1
    undo = reverse("sheet-undo", args=["0101", table.upload.reference, 0])
    page = signed_in(finn).get(undo).content.decode()
    assert "slettet efter reglerne" in page


def test_the_worker_deletes_without_being_asked(cast: Cast, settings: Any, monkeypatch: Any) -> None:
    draft_of(cast, "Café Gaden")
    later = timezone.now() + timedelta(days=settings.SHEET_UNUSED_DAYS + 1)
    monkeypatch.setattr("portfolio.management.commands.work.timezone.now", lambda: later)
    from portfolio.management.commands.work import Command

    worker = Command()
    worker.tidied = None
    worker.tidy()
    assert not PlanDraft.objects.exists()


def test_a_file_that_could_not_be_deleted_is_found_as_an_orphan(
    cast: Cast, delete: Any, settings: Any, monkeypatch: Any
) -> None:
    draft_of(cast, "Café Gaden")
    with monkeypatch.context() as patched:
        patched.setattr(default_storage, "delete", _refuses)
        assert delete(settings.SHEET_UNUSED_DAYS + 1) == 1
    assert in_folder("plans") == 1
    assert clear_orphans(timedelta(0)) == ["plans/0101-plan.txt"]


def _refuses(name: str) -> None:
    raise PermissionError(name)


def test_the_operator_is_told_how_many(capsys: Any, cast: Cast) -> None:
    factories.body(cast.koebenhavn.municipality, "Udsatterådet")
    call_command("delete_old_sheets")
    assert "0 files" in capsys.readouterr().out
