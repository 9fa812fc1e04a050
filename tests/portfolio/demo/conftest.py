"""The portfolios are loaded once for the whole folder; what a test changes is undone after it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker

from portfolio.demo.files import FOLDER
from portfolio.demo.loading import Report, load

Edit = Callable[[str, str, str], Path]


@pytest.fixture(scope="package")
def portfolios(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Report]:
    """All five, with what is made up."""
    with django_db_blocker.unblock(), translation.override("da"), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


@pytest.fixture
def loaded(portfolios: Report, db: None) -> Report:
    return portfolios


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """A copy of the files in which one file says something else."""

    def edit(name: str, before: str, after: str) -> Path:
        folder = tmp_path / "fixtures"
        shutil.copytree(FOLDER, folder)
        text = (folder / name).read_text(encoding="utf-8")
        assert before in text
        (folder / name).write_text(text.replace(before, after, 1), encoding="utf-8")
        return folder

    return edit
