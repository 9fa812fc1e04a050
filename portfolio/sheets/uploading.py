"""A file or a pasted block taken in: read apart, refused with a reason, or kept once with what was read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import IO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify

from organisation import writing
from organisation.models import Municipality, User
from organisation.sorting import search_key
from portfolio.sheets.for_programs import as_for_people
from portfolio.sheets.limits import limits
from portfolio.sheets.models import TableImport, Upload
from portfolio.sheets.opening import Opened
from portfolio.sheets.persons import refuse_persons
from portfolio.sheets.reading import Refused, Workbook, read_apart, read_pasted
from portfolio.sheets.reading.refusals import Reason
from portfolio.sheets.remembering import applied, lasting, remembered
from portfolio.sheets.storing import packed
from portfolio.sheets.understanding.recognising import kind_by_itself


@dataclass(frozen=True, slots=True)
class Taken:
    """`is_known`: the same file has been chosen before, and nothing new was stored."""

    upload: Upload
    is_known: bool


def take_file(file: IO[bytes], name: str, municipality: Municipality, *, by: User) -> Taken:
    """Raises Refused; nothing is stored then."""
    most = limits().file_bytes
    content = file.read(most + 1)
    if len(content) > most:
        raise Refused(Reason.TOO_LARGE, limit=most // 2**20)
    if known := _known(municipality, content):
        return Taken(known, is_known=True)
    return _keep(content, read_apart(BytesIO(content), name, limits()), municipality, by)


def take_pasted(text: str, name: str, municipality: Municipality, *, by: User) -> Taken:
    content = text.encode()
    if known := _known(municipality, content):
        return Taken(known, is_known=True)
    return _keep(content, read_pasted(text, name, limits()), municipality, by)


def _known(municipality: Municipality, content: bytes) -> Upload | None:
    """The file as it was chosen before; one whose file has been deleted by rule is taken in again."""
    sha256 = hashlib.sha256(content).hexdigest()
    known = Upload.objects.filter(municipality=municipality, sha256=sha256).first()
    return known if known is not None and known.is_there else None


def _keep(content: bytes, workbook: Workbook, municipality: Municipality, by: User) -> Taken:
    refuse_persons(workbook)
    workbook = as_for_people(workbook)
    sha256 = hashlib.sha256(content).hexdigest()
    row = Upload.objects.filter(municipality=municipality, sha256=sha256).first() or Upload(
        municipality=municipality,
        reference=f"{slugify(search_key(PurePath(workbook.name).stem))[:50].strip('-') or 'ark'}-{sha256[:8]}",
        filename=workbook.name[:255],
        sha256=sha256,
        created_by=by,
    )
    row.kind, row.size, row.deleted_at = workbook.kind.value, len(content), None
    row.created_at = timezone.now()
    stem = f"{municipality.code}-{sha256[:24]}"
    # The name under which it lies is ours: nobody chooses where a file is put.
    row.file.save(f"{stem}.{workbook.kind.value}", ContentFile(content), save=False)
    row.reading.save(f"{stem}.json.z", ContentFile(packed(workbook)), save=False)
    try:
        with transaction.atomic():
            writing.save(row, by=by, validate=False)
    except IntegrityError:
        # Somebody chose the same file in the same moment.
        default_storage.delete(str(row.file))
        default_storage.delete(str(row.reading))
        return Taken(Upload.objects.get(municipality=municipality, sha256=sha256), is_known=True)
    return Taken(row, is_known=False)


def begin(upload: Upload, workbook: Workbook, position: int, *, by: User) -> TableImport:
    """The import of one sheet: one that is under way or done, else a new one with what is remembered of its shape."""
    standing = TableImport.objects.filter(upload=upload, position=position).exclude(state="undone").first()
    if standing is not None:
        return standing
    sheet = workbook.sheets[position]
    table = TableImport(
        municipality=upload.municipality, upload=upload, position=position, sheet=sheet.name[:200], created_by=by
    )
    if known := remembered(upload.municipality, sheet):
        work = Opened(table, sheet)
        layout, header_rows = known
        table.correction = applied(layout.correction, sheet, header_rows, work.guess)
        table.terms = lasting(layout.terms, work.layout)
        table.kind = work.layout.kind
    else:
        table.kind = kind_by_itself(sheet)
    return writing.save(table, by=by, validate=False)
