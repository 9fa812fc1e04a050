"""Packed files: what they hold, and that they are no larger than they may be, before anything is unpacked."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from struct import unpack_from

from portfolio.sheets.reading.limits import Limits
from portfolio.sheets.reading.refusals import Reason, Refused

_ENTITIES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HEAD = 4_096


class Archive:
    """A zip file whose sizes have been checked. Names are compared without regard to case, as programs do."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise Refused(Reason.DAMAGED) from error
        entries = self._zip.infolist()
        if len(entries) > limits.archive_parts:
            raise Refused(Reason.TOO_MANY_PARTS, limit=limits.archive_parts)
        if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
            raise Refused(Reason.UNPACKS_TOO_LARGE, limit=limits.unpacked_bytes // 2**20)
        if any(entry.flag_bits & 1 for entry in entries):
            raise Refused(Reason.ENCRYPTED)
        self._content = content
        self._entries = {entry.filename.casefold().lstrip("/"): entry for entry in entries}

    @property
    def names(self) -> list[str]:
        return list(self._entries)

    def __contains__(self, name: str) -> bool:
        return name.casefold().lstrip("/") in self._entries

    def size(self, name: str) -> int:
        """How large the file states that the part is when unpacked; 0 when there is none."""
        entry = self._entries.get(name.casefold().lstrip("/"))
        return entry.file_size if entry else 0

    def read(self, name: str) -> bytes:
        """The part; b"" when there is none. Raises Refused when it does not unpack to exactly what the file states."""
        entry = self._entries.get(name.casefold().lstrip("/"))
        if entry is None:
            return b""
        content = self._unpacked(entry)
        if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
            raise Refused(Reason.DAMAGED)
        return content

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        """At most one byte more than stated. The library would unpack a part that lies about its size in full."""
        head = self._content[entry.header_offset : entry.header_offset + 30]
        if len(head) < 30 or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise Refused(Reason.DAMAGED)
        start = entry.header_offset + 30 + sum(unpack_from("<HH", head, 26))
        packed = self._content[start : start + entry.compress_size]
        if entry.compress_type == zipfile.ZIP_STORED:
            return packed
        try:
            return zlib.decompressobj(-15).decompress(packed, entry.file_size + 1)
        except zlib.error as error:
            raise Refused(Reason.DAMAGED) from error

    def xml(self, name: str) -> bytes:
        """A part of XML. Raises Refused when it defines entities."""
        content = self.read(name)
        head = content[:_HEAD]
        if b"\0" in head:
            head = head.replace(b"\0", b"")
        if _ENTITIES.search(head):
            raise Refused(Reason.ENTITIES)
        return content

    def check_xml(self) -> None:
        """Every part of XML is read to its end, and none defines entities: what reads the file next may trust it."""
        for name in self.names:
            if name.endswith((".xml", ".rels", ".vml")):
                self.xml(name)
