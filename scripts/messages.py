"""The texts' way into Danish.

scripts/messages.py            collect the texts of code and templates into locale/da
scripts/messages.py compile    make the compiled files that Django reads
scripts/messages.py check      fail, with a list, when a text has no finished translation
"""

import ast
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("organisation", "initiatives", "budgets", "indicators", "portfolio", "templates")
TRANSLATING = ("_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy")
CATALOGUES = Path("locale/da/LC_MESSAGES")


def compile_messages() -> None:
    for source in (ROOT / "locale").glob("*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            subprocess.run(["msgfmt", "--check-format", "-o", str(target), str(source)], check=True)


def called_in_f_strings(text: str) -> list[str]:
    """Calls as `_("Source")` in the braces of an f-string, where the collector does not look."""
    strings = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.JoinedStr)]
    calls = [node for string in strings for node in ast.walk(string) if isinstance(node, ast.Call)]
    return [ast.unparse(call) for call in calls if isinstance(call.func, ast.Name) and call.func.id in TRANSLATING]


def collect(copy: Path) -> None:
    """In a copy of the sources: gettext's preparation writes files beside the templates."""
    for name in SOURCES:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "migrations"))
    for module in copy.rglob("*.py"):
        # Where gettext_lazy is _, what is translated at once is called _now, which the collector does not know.
        text = module.read_text().replace("_now(", "gettext(")
        module.write_text(text + "".join(f"\n{call}" for call in called_in_f_strings(text)))
    shutil.copytree(ROOT / "locale", copy / "locale")
    shutil.copy(ROOT / "manage.py", copy)
    own = {"DJANGO_SETTINGS_MODULE": "portfolio.settings", "PEJLEMAERKE_PROFILE": "localhost", "DATA_DIR": str(copy)}
    command = [sys.executable, "manage.py", "makemessages", "--locale", "da"]
    subprocess.run(command, cwd=copy, env=os.environ | own, check=True)


def unfinished(catalogue: Path) -> list[str]:
    # A tool of the tests: `make run` compiles the texts without it.
    import polib

    entries = [entry for entry in polib.pofile(str(catalogue)) if not entry.obsolete]
    return [
        f"{'fuzzy' if entry.fuzzy else 'untranslated'}: {entry.msgid!r}" for entry in entries if not entry.translated()
    ]


def main(words: list[str]) -> int:
    if words == ["compile"]:
        compile_messages()
        return 0
    with tempfile.TemporaryDirectory() as directory:
        copy = Path(directory)
        collect(copy)
        if words == ["check"]:
            problems = unfinished(copy / CATALOGUES / "django.po")
            print("\n".join(problems) or "Every text has its translation.")
            return 1 if problems else 0
        shutil.copy(copy / CATALOGUES / "django.po", ROOT / CATALOGUES)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
