"""All that the database holds of one municipality: written to a file, then gone. The operator's last resort."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core import serializers
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from organisation import triggers, writing
from organisation.models import ChangeRecord, Membership, Municipality, User
from organisation.tenancy import tenant_models
from portfolio.reports.pdf.cache import forget


@dataclass(frozen=True)
class Erased:
    """What was there, by model, and the checksum of the file that now holds it."""

    rows: Counter[str]
    sha256: str


def erase(municipality: Municipality, export: Path) -> Erased:
    """All or nothing: either the file is complete and the rows are gone, or nothing is. Raises FileExistsError."""
    with _new_file(export) as file, transaction.atomic():
        # Without the triggers nobody else writes to these tables until the transaction ends.
        with triggers.lifted():
            _let_practice_go(municipality)
            people = list(_only_here(municipality))
            rows = [row for model in tenant_models() for row in model._base_manager.filter(municipality=municipality)]
            files = list(_files([municipality, *rows]))
            sha256 = _write(file, municipality, rows, people, files)
            _delete(municipality)
            _let_go(people)
        counted = Counter(row._meta.label for row in rows)
        reason = _("Erased by the operator; exported with the checksum %(sha256)s") % {"sha256": sha256}
        writing.delete_many([municipality], by=None, reason=reason)
        transaction.on_commit(lambda: _delete_files(files))
        transaction.on_commit(lambda: forget(settings.REPORT_CACHE / municipality.code))
    return Erased(counted, sha256)


def empty(practice: Municipality) -> int:
    """Everything of a practice area is gone, its files too; the number of rows. Only there does nothing stand."""
    if practice.practice_of_id is None:
        raise ValueError("only a practice area is emptied without an export")
    with transaction.atomic():
        files = [name for model in _with_files() for name in _files(model._base_manager.filter(municipality=practice))]
        number = _delete(practice)
        transaction.on_commit(lambda: _delete_files(files))
        transaction.on_commit(lambda: forget(settings.REPORT_CACHE / practice.code))
    return number


def _with_files() -> list[type[models.Model]]:
    return [
        model
        for model in tenant_models()
        if any(isinstance(field, models.FileField) for field in model._meta.concrete_fields)
    ]


def _let_practice_go(municipality: Municipality) -> None:
    practice = Municipality.objects.filter(practice_of=municipality).first()
    if practice is not None:
        empty(practice)
        writing.delete_many([practice], by=None, reason=_("Erased by the operator with its municipality"))


def _only_here(municipality: Municipality) -> models.QuerySet[User]:
    here, elsewhere = (
        Membership.objects.filter(municipality=municipality),
        Membership.objects.exclude(municipality=municipality),
    )
    return (
        User.objects.get_queryset()
        .filter(pk__in=here.values("user"), is_operator=False)
        .exclude(pk__in=elsewhere.values("user"))
    )


def _files(rows: Iterable[models.Model]) -> Iterator[str]:
    for row in rows:
        for field in row._meta.concrete_fields:
            name = str(getattr(row, field.attname)) if isinstance(field, models.FileField) else ""
            if name and default_storage.exists(name):
                yield name


@contextmanager
def _new_file(path: Path) -> Iterator[IO[bytes]]:
    """Nobody but its owner may read it; gone again when what it is made for fails."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        try:
            yield file
        except BaseException:
            path.unlink()
            raise


def _write(
    file: IO[bytes], municipality: Municipality, rows: list[models.Model], people: list[User], files: list[str]
) -> str:
    """The checksum of what is written. Passwords are left out."""
    content = {
        "exported_at": timezone.now().isoformat(),
        "rows": _plain([municipality, *rows]),
        "users": _plain(people, leaving_out="password"),
        "files": {name: _content(name) for name in files},
    }
    written = json.dumps(content, ensure_ascii=False, indent=1).encode()
    file.write(written)
    file.flush()
    os.fsync(file.fileno())
    return hashlib.sha256(written).hexdigest()


def _plain(rows: Iterable[models.Model], leaving_out: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(serializers.serialize("json", rows))
    for row in found:
        row["fields"].pop(leaving_out, None)
    return found


def _content(name: str) -> str:
    with default_storage.open(name, "rb") as file:
        return base64.b64encode(file.read()).decode()


def _delete(municipality: Municipality) -> int:
    """In any order: foreign keys are checked when the transaction ends. The number of rows."""
    number = 0
    # What an import of theirs wrote to the shared catalogue stays, without the import.
    ChangeRecord.objects.filter(municipality=None, batch__municipality=municipality).update(batch=None)
    for model in tenant_models():
        rows = model._base_manager.filter(municipality=municipality)
        number += rows._raw_delete(rows.db)
    return number


def _let_go(people: list[User]) -> None:
    """Users whom nothing mentions any more go, with what the history says of them; the others cannot sign in again."""
    for user in people:
        if _is_mentioned(user):
            user.is_active = False
            user.set_unusable_password()
            writing.save(user, by=None, reason=_("The municipality was erased"), validate=False)
        else:
            records = ChangeRecord.objects.of_row(user)
            records._raw_delete(records.db)
            itself = User.objects.get_queryset().filter(pk=user.pk)
            itself._raw_delete(itself.db)


def _is_mentioned(user: User) -> bool:
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: user}).exists()
        for relation in User._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel) and isinstance(relation.related_model, type)
    )


def _delete_files(names: list[str]) -> None:
    for name in names:
        default_storage.delete(name)
