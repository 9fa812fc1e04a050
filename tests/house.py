"""Reads the house as text: what each module imports, names, writes and how long it is. Used by test_house.py."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FLOORS = {"organisation": 0, "initiatives": 1, "budgets": 2, "indicators": 2, "portfolio": 3}
# An app whose label is not the name of its package.
LABELS = {name: name for name in FLOORS} | dict.fromkeys(
    ("dashboards", "extracts", "plans", "reports", "sheets"), "portfolio"
)
NO_HOME = {"utils", "util", "common", "core", "helpers", "misc", "shared", "lib"}
MOST_LINES, LONGEST_FUNCTION = 400, 60

# "budgets.Entry" and "budgets.models.entries": a relation or an import in words.
_IN_WORDS = re.compile(rf"^({'|'.join(LABELS)})\.[A-Za-z_][\w.]*$")


@dataclass(frozen=True)
class Module:
    root: Path
    path: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(self.root).as_posix()

    @property
    def package(self) -> str:
        return self.path.relative_to(self.root).parts[0]

    @property
    def is_migration(self) -> bool:
        return self.path.parent.name == "migrations"

    def tree(self) -> ast.Module:
        return ast.parse(self.path.read_text(), str(self.path))


def modules(root: Path) -> list[Module]:
    """The Python files of the five packages."""
    return [Module(root, path) for package in FLOORS for path in sorted((root / package).rglob("*.py"))]


def may_know(package: str, other: str) -> bool:
    return package == other or FLOORS[other] < FLOORS[package]


# --- Floors ---------------------------------------------------------------------------------------------------------


def imports_upwards(root: Path) -> list[str]:
    """Imports anywhere in a module, also inside functions and under TYPE_CHECKING, and modules named in words."""
    return [
        f"{module.name}:{line} knows {known}"
        for module in modules(root)
        if not module.is_migration
        for line, known in _known(module)
        if not may_know(module.package, LABELS[known.split(".")[0]])
    ]


def _known(module: Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module.tree()):
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found = [_absolute(module, node)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and _IN_WORDS.match(node.value):
            found = [node.value]
        else:
            continue
        yield from ((node.lineno, name) for name in found if name.split(".")[0] in LABELS)


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    above = module.path.relative_to(module.root).parts[: -node.level]
    return ".".join([*above, node.module or ""])


def migrations_upwards(root: Path) -> list[str]:
    """Migrations that depend on an app of a floor above or beside."""
    return [
        f"{module.name} depends on {label}"
        for module in modules(root)
        if module.is_migration
        for label in _dependencies(module)
        if label in LABELS and not may_know(module.package, LABELS[label])
    ]


def _dependencies(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree()):
        targets = node.targets if isinstance(node, ast.Assign) else []
        if any(isinstance(target, ast.Name) and target.id in ("dependencies", "run_before") for target in targets):
            for one in ast.walk(node):
                if isinstance(one, ast.Tuple) and isinstance(one.elts[0], ast.Constant):
                    yield str(one.elts[0].value)


def packages(root: Path) -> set[str]:
    return {path.parent.name for path in root.glob("*/__init__.py")}


def rooms_without_a_subject(root: Path) -> list[str]:
    return [
        module.name
        for module in modules(root)
        if NO_HOME & {part.removesuffix(".py") for part in module.path.relative_to(root).parts}
    ]


# --- Measures -------------------------------------------------------------------------------------------------------


def long_modules(root: Path) -> list[str]:
    lengths = {
        module.name: len(module.path.read_text().splitlines()) for module in modules(root) if not module.is_migration
    }
    return [f"{name} has {length} lines" for name, length in lengths.items() if length >= MOST_LINES]


def long_functions(root: Path) -> list[str]:
    return [
        f"{module.name}:{node.lineno} {node.name} has {length} lines"
        for module in modules(root)
        if not module.is_migration
        for node in ast.walk(module.tree())
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]


# --- Writing --------------------------------------------------------------------------------------------------------

MANY = {"bulk_create", "bulk_update", "get_or_create", "update_or_create", "_raw_delete"}
ONE = {"save", "delete", "update", "create"}
PAST_DJANGO = {"insert_many", "overwrite_many"}
WRITE_PATH = {"organisation/writing.py", "organisation/inserting.py"}


def writes(root: Path) -> set[tuple[str, str]]:
    """(module, function.method) of every call that looks like a write of rows past the write path.

    `save`, `delete`, `update` and `create` of files, dicts and checksums take something by position; those of rows
    and QuerySets do not.
    """
    found = set()
    for module in modules(root):
        if not module.is_migration and module.name not in WRITE_PATH:
            for function, call in _calls(module.tree(), ""):
                if isinstance(call.func, ast.Attribute) and _writes(call, call.func):
                    found.add((module.name, f"{function}.{call.func.attr}"))
                elif isinstance(call.func, ast.Name) and call.func.id in PAST_DJANGO:
                    found.add((module.name, f"{function}.{call.func.id}"))
    return found


def _calls(node: ast.AST, function: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield function, child
        inside = child.name if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) else function
        yield from _calls(child, inside)


def _writes(call: ast.Call, method: ast.Attribute) -> bool:
    if method.attr in MANY:
        return True
    receiver = method.value
    ours = isinstance(receiver, ast.Name) and receiver.id == "writing"
    # A row's own save, which calls the one it overrides.
    inherited = isinstance(receiver, ast.Call) and isinstance(receiver.func, ast.Name) and receiver.func.id == "super"
    unwritten = any(word.arg == "commit" and ast.unparse(word.value) == "False" for word in call.keywords)
    by_position = any(not isinstance(argument, ast.Starred) for argument in call.args)
    return method.attr in ONE and not ours and not inherited and not unwritten and not by_position
