"""Takes a picture of every page at three widths, to be looked at: var/pictures/<width>/<town>/<page>.png.

As a committee member sees it in Danish; of one town also `<page>-<role>.png` where somebody of another role sees
another page, `<page>-en.png` in English, every screen of the administration and of daily work, and the committee's page
once reports are frozen. Starts a server of its own on a free port, with a temporary database that holds the
demonstration.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

from camera import SIZES, TARGET, Camera, Studio
from pictures_of_work import take_work
from playwright.sync_api import Page, sync_playwright
from screenshots import ROOT, demonstration

TOWNS = {"0101": "koebenhavn", "0151": "ballerup", "0167": "hvidovre", "0175": "roedovre", "0751": "aarhus"}
# The town that is also taken in English, as each role, and with frozen reports.
WHOLE = "roedovre"
MEMBER, ADMINISTRATOR, MANAGER = "udvalgsmedlem", "administrator", "leder"
OTHER_ROLES = ("laeser", "medarbejder", "oekonomi", MANAGER, ADMINISTRATOR)
MAIN = {
    "portfolio": "", "cards": "?view=cards&by=target_group", "filtered": "?q=unge&by=strategy",
    "another-day": "?as_of=2018-12-31", "nothing-found": "?q=findesikke", "map": "strategikort/",
    "year": "aarshjul/?year=2018", "budget": "budget/", "reports": "rapporter/", "sheets": "regneark/",
}  # fmt: skip
# Of what the main pages link to, the first of each kind.
KINDS = {
    "strategy": "strategier", "objective": "maal", "target-group": "maalgrupper", "method": "metoder",
    "initiative": "indsatser", "indicator": "indikatorer", "committee": "udvalg", "budget-line": "budget/linjer",
    "funding-source": "budget/kilder",
}  # fmt: skip
LOOKED_AT = ("", "?by=target_group", "?by=method", "?by=funding_source", "strategikort/", "budget/")
# The days of the two reports that are frozen, so that the second says what changed.
FROZEN_ON = ("2018-03-31", "2018-09-30")


def main() -> int:
    asked = _asked()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        sys.exit("Chromium is needed. On Debian: apt-get install chromium")
    shutil.rmtree(TARGET, ignore_errors=True)
    with (
        tempfile.TemporaryDirectory() as directory,
        demonstration(Path(directory)) as (address, password),
        sync_playwright() as playwright,
    ):
        # In Danish also what the browser itself draws, such as the fields of days.
        in_danish: dict[str, str | float | bool] = {**os.environ, "LANGUAGE": "da"}
        args = ["--no-sandbox", "--lang=da"]
        browser = playwright.chromium.launch(executable_path=chromium, args=args, env=in_danish)
        studio = Studio(browser, address, password, tuple(size for size in SIZES if size[0] in asked.width))
        if asked.work:
            take_work(studio, *next(item for item in TOWNS.items() if item[1] == WHOLE))
        else:
            take_all(studio, asked.town)
        browser.close()
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Takes a picture of every page, into var/pictures.")
    widths = [width for width, _height in SIZES]
    parser.add_argument("--town", nargs="+", choices=TOWNS.values(), default=list(TOWNS.values()))
    parser.add_argument("--width", nargs="+", type=int, choices=widths, default=widths)
    parser.add_argument("--work", action="store_true", help=f"the screens of daily work alone, of {WHOLE}")
    return parser.parse_args()


def take_all(studio: Studio, towns: Collection[str]) -> None:
    for code, town in TOWNS.items():
        if town in towns:
            take_town(studio, code, town)
    with studio.camera("operator", "") as camera:
        camera.take("/", "landing")


def take_town(studio: Studio, code: str, town: str) -> None:
    with studio.camera(MEMBER, town) as camera:
        pages = {"landing": "/", **dict(found(camera.page, code))}
        for name, path in pages.items():
            camera.take(path, name)
        seen = {name: {camera.sees(path)} for name, path in pages.items()}
    if town == WHOLE:
        take_roles(studio, town, pages, seen)
        take_more(studio, code, town, pages)
        take_work(studio, code, town)
    number = len(list((TARGET / str(studio.sizes[0][0]) / town).glob("*.png")))
    print(f"{town}: {number} pages at {len(studio.sizes)} widths in {TARGET.relative_to(ROOT)}", flush=True)


def take_roles(studio: Studio, town: str, pages: dict[str, str], seen: dict[str, set[str]]) -> None:
    """As each role that sees something which no one before it saw."""
    for role in OTHER_ROLES:
        with studio.camera(role, town) as camera:
            for name, path in pages.items():
                sight = camera.sees(path)
                if sight and sight not in seen[name]:
                    seen[name].add(sight)
                    camera.take(path, f"{name}-{role}")


def take_more(studio: Studio, code: str, town: str, pages: dict[str, str]) -> None:
    """In English, with a view of one's own saved, and the committee's page before and after its reports."""
    with studio.camera(MEMBER, town, "en") as camera:
        for name, path in pages.items():
            camera.take(path, f"{name}-en")
    with studio.camera(MEMBER, town) as camera:
        camera.open(f"/{code}/?light=red")
        camera.page.locator(".pm-save-view summary").click()
        camera.page.locator("#view-name").fill("Det, der afviger")
        camera.press("Gem visningen")
        camera.take(f"/{code}/?light=red", "saved-view")
        camera.open("/")
        committee = camera.page.locator("h1").inner_text()
    with studio.camera(ADMINISTRATOR, town) as administrator, studio.camera(MANAGER, town) as manager:
        for day in FROZEN_ON:
            freeze_report(administrator, manager, code, committee, day)
    with studio.camera(MEMBER, town) as camera:
        camera.open("/")
        if not camera.page.get_by_text("Tal fra rapporten").count():
            sys.exit("The committee's page does not show the report that was frozen for it.")
        camera.take("/", "landing-frozen")
        camera.take(f"/{code}/rapporter/", "reports-frozen")


def freeze_report(administrator: Camera, manager: Camera, code: str, committee: str, day: str) -> None:
    """From the draft until it is noted as sent. A committee sees a report when the worker has made its PDF."""
    administrator.open(f"/{code}/rapporter/ny/")
    administrator.page.locator("select[name=r-committee]").select_option(label=committee)
    administrator.page.locator("input[name=r-as_of]").fill(day)
    administrator.press("Lav udkastet")
    administrator.press("Gem")
    administrator.press("Lås, og lav PDF'en")
    subprocess.run([sys.executable, "manage.py", "work", "--until-empty"], cwd=ROOT, check=True)
    address = administrator.page.url
    manager.open(address)
    manager.press("Godkend")
    administrator.open(address)
    administrator.page.locator("#to").fill("Dagsordenssystemet")
    administrator.press("Notér, at den er sendt")


def found(page: Page, code: str) -> Iterator[tuple[str, str]]:
    """The main pages, and the first page of each kind that they and the pages they lead to link to."""
    yield from ((name, f"/{code}/{path}") for name, path in MAIN.items())
    read = ""
    for path in LOOKED_AT:
        page.goto(f"/{code}/{path}")
        read += page.content()
    for kind in ("indsatser", "strategier"):
        if first := re.search(rf'href="(/{code}/{kind}/[^"?#/]+/)"', read):
            page.goto(first[1])
            read += page.content()
    for name, kind in KINDS.items():
        if link := re.search(rf'href="(/{code}/{kind}/(?:landsdaekkende/)?[^"?#/]+/)"', read):
            yield name, link[1]
    if other := re.search(rf'href="(/{code}/udvalg/(?:[^"?#/]*(?:center|forvaltning|afdeling)[^"?#/]*)/)"', read):
        yield "body", other[1]


if __name__ == "__main__":
    sys.exit(main())
