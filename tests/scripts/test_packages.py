"""What `make run` imports is among the packages that it installs: the tests' own are not there."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("organisation", "initiatives", "budgets", "indicators", "portfolio")
SCRIPTS = ("manage.py", "scripts/run.py", "scripts/messages.py")
OURS = {*PACKAGES, "messages"}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def providers() -> dict[str, set[str]]:
    """The packages that bring a module, by its top name; asking takes a tenth of a second."""
    return {name: {canonical(one) for one in found} for name, found in packages_distributions().items()}


@cache
def installed_by_run() -> set[str]:
    pinned = (ROOT / "requirements" / "base.txt").read_text(encoding="utf-8")
    return {canonical(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", pinned, re.MULTILINE)}


def imported(source: str) -> Iterator[str]:
    """The top names of what a module needs to be imported: functions may ask for more, when they are called."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def strangers(source: str) -> list[str]:
    """Imported modules that come with no package of `make run`."""
    outside = [name for name in imported(source) if name not in sys.stdlib_module_names and name not in OURS]
    return [name for name in outside if not installed_by_run() & providers().get(name, set())]


def test_the_application_starts_with_its_own_packages_alone() -> None:
    modules = [ROOT / name for name in SCRIPTS]
    modules += [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    found = {str(path.relative_to(ROOT)): strangers(path.read_text(encoding="utf-8")) for path in modules}
    assert {name: missing for name, missing in found.items() if missing} == {}


def test_a_tool_of_the_tests_is_noticed() -> None:
    assert strangers("import os\nimport polib\nfrom django.db import models\n") == ["polib"]
