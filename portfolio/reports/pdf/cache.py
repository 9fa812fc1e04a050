"""Finished parts on disk, found again by what they were made from. Any of them may go at any time.

A file is written whole under another name and then moved into place, so that a reader meets all of it or nothing;
one that is damaged all the same counts as missing. What was not used for a month goes, and the longest unused goes
first when the folder holds more than it may: see `tidy`.
"""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from portfolio.reports.pdf.packed import Packed, unpacked

SUFFIX = ".part"
SECONDS_UNUSED = 30 * 24 * 3600
SECONDS_UNFINISHED = 3600
# Cleared down to this share of what it may hold, so that it is not cleared again at once.
SHARE_KEPT = 0.8
KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class PartCache:
    """One folder a municipality, so that its parts go when the municipality does."""

    folder: Path

    def find(self, key: str) -> Packed | None:
        path = self._path(key)
        try:
            packed = unpacked(path.read_bytes())
            os.utime(path)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return packed

    def keep(self, key: str, packed: bytes) -> None:
        """A full disk costs the next report some time, and this one nothing."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.NamedTemporaryFile(dir=self.folder, prefix="unfinished-", delete=False) as file:
                file.write(packed)
            Path(file.name).replace(self._path(key))

    def _path(self, key: str) -> Path:
        if not KEY.fullmatch(key):
            raise ValueError(f"{key!r} is not the key of a part")
        return self.folder / f"{key}{SUFFIX}"


def tidy(root: Path, megabytes: int, now: float | None = None) -> int:
    """Deletes by the rule above, over all municipalities; returns the number of files that went."""
    now = time.time() if now is None else now
    found = sorted(_files(root))
    gone = [path for used, _size, path in found if used < now - SECONDS_UNUSED]
    gone += [path for used, _size, path in found if path.suffix != SUFFIX and used < now - SECONDS_UNFINISHED]
    left = [one for one in found if one[2] not in set(gone)]
    total = sum(size for _used, size, _path in left)
    if total > megabytes << 20:
        for _used, size, path in left:
            if total <= (megabytes << 20) * SHARE_KEPT:
                break
            gone.append(path)
            total -= size
    for path in set(gone):
        path.unlink(missing_ok=True)
    return len(set(gone))


def forget(folder: Path) -> None:
    """Every part in the folder and below."""
    for _used, _size, path in list(_files(folder)):
        path.unlink(missing_ok=True)


def _files(root: Path) -> Iterator[tuple[float, int, Path]]:
    """(last used, bytes, path) of each; another process may delete one meanwhile."""
    for path in root.rglob("*"):
        with contextlib.suppress(FileNotFoundError):
            about = path.stat()
            if path.is_file():
                yield about.st_mtime, about.st_size, path
