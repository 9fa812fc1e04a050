"""Every bench module side by side in one pass, on SQLite and PostgreSQL. Run: make bench

Each runs in a process of its own, and those that ask a database run on each engine. A module does its work in turns,
each way after the other, so that a busy machine slows them alike: ratios count, not seconds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from run_tests import postgresql

from portfolio.environment import without_settings


def modules() -> list[str]:
    """Those that can be run; what they share cannot."""
    found = sorted(path for path in Path(__file__).parent.glob("*.py") if path.stem != "__main__")
    return [path.stem for path in found if '__name__ == "__main__"' in path.read_text()]


def run(name: str, engine: str, env: dict[str, str]) -> int:
    print(f"\n=== {name} on {engine}", flush=True)
    return subprocess.run(
        [sys.executable, str(Path(__file__).parent / f"{name}.py")], cwd=ROOT, env=env, check=False
    ).returncode


def main(wanted: list[str]) -> int:
    failed = 0
    # Without the compiled words no Danish word of a sheet is known: every cell would be complained of, and slow.
    subprocess.run([sys.executable, "scripts/messages.py", "compile"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory(prefix="pejlemaerke-bench-") as directory:
        scratch = Path(directory)
        own = {"PEJLEMAERKE_PROFILE": "localhost", "DATA_DIR": directory, "PYTHONPATH": str(ROOT)}
        env = without_settings(os.environ) | own
        with postgresql(scratch) as address:
            for name in wanted or modules():
                asks = "create_test_db" in (Path(__file__).parent / f"{name}.py").read_text()
                failed += run(name, "SQLite" if asks else "no database", env) != 0
                if asks:
                    failed += run(name, "PostgreSQL", env | {"DATABASE_URL": address}) != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
