"""Writes the nasty and the hostile files into a folder, to be opened and looked at.

Run: .venv/bin/python -m tests.files.make FOLDER
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import django


def main(folder: Path) -> None:
    from tests.files.cases import CASES
    from tests.files.hostile import HOSTILE

    for name, files in (("nasty", CASES), ("hostile", HOSTILE)):
        (folder / name).mkdir(parents=True, exist_ok=True)
        for file in files:
            (folder / name / file.name).write_bytes(file.make())


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    main(Path(sys.argv[1]))
