"""The way in: a file or a pasted text becomes a PlanText, known by its content and not by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import IO

import olefile

from organisation.cpr import holds_cpr
from portfolio.plans.reading.blocks import Block, Paragraph, PlanText, TableRow
from portfolio.plans.reading.pages import blocks_of_page
from portfolio.plans.reading.refusals import NotReadError
from portfolio.plans.reading.texts import blocks_of_text
from portfolio.plans.reading.word import blocks_of_word
from portfolio.sheets.persons import refuse_persons
from portfolio.sheets.reading import FileKind, Limits, Reason, Refused, Sheet, Workbook
from portfolio.sheets.reading.archives import Archive
from portfolio.sheets.reading.kinds import looks_like_utf16
from portfolio.sheets.reading.texts import decoded, decoded_as

LIMITS = Limits(file_bytes=10 * 2**20, unpacked_bytes=60 * 2**20, archive_parts=2_000, rows=20_000)
_MOST_TEXT = 4 * 2**20
_MOST_XML = 12 * 2**20
_MOST_TAGS = 800_000
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OTHERS = {
    b"%PDF": Reason.PDF,
    b"{\\rtf": Reason.WORD,
    b"\x89PNG": Reason.PICTURE,
    b"\xff\xd8\xff": Reason.PICTURE,
    b"GIF8": Reason.PICTURE,
    b"Rar!": Reason.ARCHIVE,
    b"7z\xbc\xaf": Reason.ARCHIVE,
    b"\x1f\x8b": Reason.ARCHIVE,
}
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<\s*(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{1,30})", re.IGNORECASE)


def read_plan(file: IO[bytes], name: str) -> PlanText:
    """Raises NotReadError when it is no document that can be read, or holds CPR numbers."""
    content = file.read(LIMITS.file_bytes + 1)
    if not content:
        raise NotReadError(Reason.EMPTY)
    if len(content) > LIMITS.file_bytes:
        raise NotReadError(Reason.TOO_LARGE, limit=LIMITS.file_bytes // 2**20)
    for mark, reason in _OTHERS.items():
        if content.startswith(mark):
            raise NotReadError(reason)
    try:
        return _checked(*_read(content, PurePath(name).suffix.casefold()), name)
    except Refused as refused:
        raise NotReadError(refused.reason, **refused.numbers) from refused


def read_pasted_plan(text: str, name: str = "") -> PlanText:
    """A text that was copied from somewhere, or the source of a page. Raises NotReadError."""
    return _checked(*_of_text(text, ""), name)


def _read(content: bytes, ending: str) -> tuple[list[Block], bool]:
    if content.startswith(b"PK"):
        return blocks_of_word(_word(Archive(content, LIMITS))), False
    if content.startswith(olefile.MAGIC):
        raise NotReadError(_reason_of_old(content))
    head = content[:8_192]
    if b"\0" in head and not content.startswith(_UTF16) and not looks_like_utf16(head):
        raise NotReadError(Reason.UNKNOWN)
    stated = _CHARSET.search(head) if b"<" in head else None
    return _of_text(_decoded(content, stated[1].decode() if stated else ""), ending)


def _word(archive: Archive) -> Archive:
    if any(name.endswith("vbaproject.bin") for name in archive.names):
        raise NotReadError(Reason.MACROS)
    if "word/document.xml" not in archive:
        is_text = archive.read("mimetype").startswith(b"application/vnd.oasis.opendocument.text")
        is_sheet = "xl/workbook.xml" in archive
        raise NotReadError(Reason.WORD if is_text else Reason.XML_2003 if is_sheet else Reason.ARCHIVE)
    if archive.size("word/document.xml") > _MOST_XML:
        raise NotReadError(Reason.UNPACKS_TOO_LARGE, limit=_MOST_XML // 2**20)
    # A tree of elements takes thirty times the room of its text: they are counted before it grows.
    if archive.read("word/document.xml").count(b"<") > _MOST_TAGS:
        raise NotReadError(Reason.TOO_MUCH_MEMORY)
    return archive


def _reason_of_old(content: bytes) -> Reason:
    try:
        with olefile.OleFileIO(content) as file:
            names = {"/".join(path).casefold() for path in file.listdir(streams=True, storages=True)}
    except Exception:
        # The library raises whatever a broken table of contents leads it to.
        return Reason.DAMAGED
    if "encryptedpackage" in names:
        return Reason.ENCRYPTED
    return Reason.WORD if "worddocument" in names else Reason.XML_2003 if "workbook" in names else Reason.UNKNOWN


def _decoded(content: bytes, charset: str) -> str:
    is_marked = content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"))
    text = decoded_as(content, charset) if charset and not is_marked else None
    return decoded(content)[0] if text is None else text


def _of_text(text: str, ending: str) -> tuple[list[Block], bool]:
    text = text.removeprefix("\ufeff")
    if len(text) > _MOST_TEXT:
        raise NotReadError(Reason.TOO_LARGE, limit=_MOST_TEXT // 2**20)
    if "\0" in text or sum(ord(sign) < 9 or 13 < ord(sign) < 32 for sign in text[:8_192]) > len(text[:8_192]) // 100:
        raise NotReadError(Reason.UNKNOWN)
    if _PAGE.match(text) or ending in {".html", ".htm"}:
        return blocks_of_page(text), False
    return blocks_of_text(text), True


def _checked(blocks: list[Block], has_lines: bool, name: str) -> PlanText:
    if not blocks:
        raise NotReadError(Reason.NO_TABLE)
    if len(blocks) > LIMITS.rows:
        raise NotReadError(Reason.TOO_MANY_ROWS, limit=LIMITS.rows)
    if any(holds_cpr(text) for text in _texts(blocks)):
        raise NotReadError(Reason.PERSON_NUMBERS)
    try:
        refuse_persons(Workbook(name, FileKind.CSV, tuple(_tables(blocks))))
    except Refused as refused:
        raise NotReadError(refused.reason) from refused
    return PlanText(name, tuple(blocks), has_lines)


def _tables(blocks: Iterable[Block]) -> Iterator[Sheet]:
    """The tables of a plan, also those whose cells are parted by semicolons, as sheets."""
    rows: list[list[str]] = []
    for block in blocks:
        row = _cells(block)
        if row:
            rows.append(row)
        elif rows:
            yield Sheet("", rows)
            rows = []
    if rows:
        yield Sheet("", rows)


def _cells(block: Block) -> list[str]:
    if isinstance(block, TableRow):
        return [" ".join(one.text for one in cell) for cell in block.cells]
    return block.text.split(";") if ";" in block.text else []


def _texts(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (paragraph.text for paragraph in block.paragraphs)
