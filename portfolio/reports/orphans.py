"""Files that no row names: somebody was cut off between the file and its row, or the file could not be deleted."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Iterator

from django.apps import apps
from django.core.files.storage import default_storage
from django.db.models import FileField
from django.utils import timezone

log = logging.getLogger(__name__)
FOLDERS = ("reports", "imports", "plans", "extracts")
# Far longer than publishing takes: between the file and its row lies one short transaction.
AGE = datetime.timedelta(hours=1)


def clear_orphans(older_than: datetime.timedelta = AGE) -> list[str]:
    """Deletes the files that nobody names and that nobody is about to name; returns their names."""
    # The files first: one that is named afterwards was there before, and is named when the names are read.
    before = timezone.now() - older_than
    old = [name for folder in FOLDERS for name in _files(folder) if default_storage.get_modified_time(name) < before]
    named = _named() if old else set()
    gone = [name for name in old if name not in named]
    for name in gone:
        log.warning("The file %s belongs to no row and was deleted", name)
        default_storage.delete(name)
    return gone


def _files(folder: str) -> Iterator[str]:
    if not default_storage.exists(folder):
        return
    folders, files = default_storage.listdir(folder)
    yield from (f"{folder}/{name}" for name in files)
    for inner in folders:
        yield from _files(f"{folder}/{inner}")


def _named() -> set[str]:
    """The names in every column that holds files, whatever model has it."""
    columns = [(model, field) for model in apps.get_models() for field in model._meta.concrete_fields]
    return {
        name
        for model, field in columns
        if isinstance(field, FileField)
        for name in model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True)
    }
