"""What a file is, by its content; its name only tells whether that is a surprise."""

from __future__ import annotations

import re

import olefile

from portfolio.sheets.reading.archives import Archive
from portfolio.sheets.reading.limits import Limits
from portfolio.sheets.reading.refusals import Notice, Reason, Refused, Remark
from portfolio.sheets.reading.workbook import FileKind

_OLE = olefile.MAGIC
_OTHERS = {
    b"%PDF": Reason.PDF,
    b"{\\rtf": Reason.WORD,
    b"\x89PNG": Reason.PICTURE,
    b"\xff\xd8\xff": Reason.PICTURE,
    b"GIF8": Reason.PICTURE,
    b"Rar!": Reason.ARCHIVE,
    b"7z\xbc\xaf": Reason.ARCHIVE,
    b"\x1f\x8b": Reason.ARCHIVE,
    b"PK\x05\x06": Reason.DAMAGED,
}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(rb"<\s*(?:!doctype\s+html|html|head|meta|body|table|style|div)\b", re.IGNORECASE)
_XML_2003 = re.compile(rb"progid=\"Excel\.Sheet\"|urn:schemas-microsoft-com:office:spreadsheet", re.IGNORECASE)
_ENDINGS = {
    FileKind.XLSX: {"xlsx"},
    FileKind.XLS: {"xls"},
    FileKind.ODS: {"ods"},
    FileKind.CSV: {"csv", "txt", "tsv", "tab"},
    FileKind.HTML: {"html", "htm"},
}


def kind_of(content: bytes, limits: Limits) -> FileKind:
    """Raises Refused with the reason for what is no spreadsheet, or one that is not read."""
    if not content:
        raise Refused(Reason.EMPTY)
    for mark, reason in _OTHERS.items():
        if content.startswith(mark):
            raise Refused(reason)
    if content.startswith(b"PK"):
        return _packed(Archive(content, limits))
    if content.startswith(_OLE):
        return _ole(content)
    return _text(content)


def surprise(name: str, kind: FileKind) -> tuple[Notice, ...]:
    """A remark when the name promises something else."""
    ending = name.rpartition(".")[2].casefold() if "." in name else ""
    if not ending or ending in _ENDINGS.get(kind, {ending}):
        return ()
    return (Notice(Remark.OTHER_EXTENSION, (("ending", f".{ending}"), ("kind", f".{kind.value}"))),)


def _packed(archive: Archive) -> FileKind:
    if "xl/workbook.bin" in archive:
        raise Refused(Reason.BINARY_WORKBOOK)
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in archive.names):
        raise Refused(Reason.MACROS)
    if _is_workbook(archive):
        return FileKind.XLSX
    if archive.read("mimetype").startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return _open_document(archive)
    if "word/document.xml" in archive or archive.read("mimetype").startswith(
        b"application/vnd.oasis.opendocument.text"
    ):
        raise Refused(Reason.WORD)
    if any(name.endswith(".iwa") for name in archive.names):
        raise Refused(Reason.NUMBERS)
    raise Refused(Reason.ARCHIVE)


def _is_workbook(archive: Archive) -> bool:
    return b"spreadsheetml" in archive.read("[Content_Types].xml") and "_rels/.rels" in archive


def _open_document(archive: Archive) -> FileKind:
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Refused(Reason.ENCRYPTED)
    if any(name.startswith("basic/") and name.count("/") > 1 for name in archive.names):
        raise Refused(Reason.MACROS)
    return FileKind.ODS


def _ole(content: bytes) -> FileKind:
    try:
        with olefile.OleFileIO(content) as file:
            names = {"/".join(path).casefold() for path in file.listdir(streams=True, storages=True)}
    except Exception as error:
        # The library raises whatever a broken table of contents leads it to.
        raise Refused(Reason.DAMAGED) from error
    if "encryptedpackage" in names:
        raise Refused(Reason.ENCRYPTED)
    if "worddocument" in names:
        raise Refused(Reason.WORD)
    if any(name.startswith("_vba_project_cur") for name in names):
        raise Refused(Reason.MACROS)
    if names & {"workbook", "book"}:
        return FileKind.XLS
    raise Refused(Reason.UNKNOWN)


def _text(content: bytes) -> FileKind:
    head = content[:_LOOKED_AT]
    plain = head.replace(b"\0", b"") if head.startswith(_UTF16) or looks_like_utf16(head) else head
    if _XML_2003.search(plain):
        raise Refused(Reason.XML_2003)
    if _HTML.search(plain[:2_048]) and plain.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<"):
        return FileKind.HTML
    if b"\0" in plain or sum(byte < 9 or 13 < byte < 32 for byte in plain) > len(plain) // 100:
        raise Refused(Reason.UNKNOWN)
    return FileKind.CSV


_LOOKED_AT = 8_192


def looks_like_utf16(head: bytes) -> bool:
    """Text of western letters in UTF-16 has a zero in every other byte."""
    odd, even = head[1::2].count(0), head[0::2].count(0)
    return len(head) >= 4 and max(odd, even) > len(head) // 4 and min(odd, even) < len(head) // 50 + 1
