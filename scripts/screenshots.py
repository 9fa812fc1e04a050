"""Takes the pictures of the main pages that the README shows: docs/screenshots/*.png.

Starts a server of its own on a free port, with a temporary database that holds the demonstration.
"""

import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from messages import compile_messages
from portfolio.environment import without_settings

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "screenshots"
WIDTH, HEIGHT = 1280, 900
LARGEST = 150_000
SECONDS_TO_START = 30

# Picture, who sees it, and the address; in the administration's list the first row is opened.
PICTURES = (
    ("portfolio", "udvalgsmedlem.koebenhavn", "/0101/"),
    ("filters", "udvalgsmedlem.aarhus", "/0751/?q=peer"),
    ("strategy", "udvalgsmedlem.aarhus", "/0751/strategier/social-baeredygtighedsplan/"),
    ("initiative", "udvalgsmedlem.koebenhavn", "/0101/indsatser/so8/"),
    ("reports", "administrator.koebenhavn", "/0101/rapporter/"),
    ("admin-initiative", "administrator.koebenhavn", "/admin/initiatives/initiative/?q=SO8"),
)


def main() -> int:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        sys.exit("Chromium is needed. On Debian: apt-get install chromium")
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as directory, demonstration(Path(directory)) as (address, password):
        take_all(chromium, address, password)
    return 0


def take_all(chromium: str, address: str, password: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, person, path in PICTURES:
            context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, locale="da-DK", base_url=address)
            page = context.new_page()
            sign_in(page, f"{person}@demo.invalid", password)
            take(page, name, path)
            context.close()
        browser.close()


@contextmanager
def demonstration(directory: Path) -> Iterator[tuple[str, str]]:
    """(address of a running server with the demonstration, the password of its users)"""
    for name in os.environ.keys() - without_settings(os.environ).keys():
        del os.environ[name]
    os.environ.update(
        PEJLEMAERKE_PROFILE="localhost",
        DATA_DIR=str(directory),
        DATABASE_URL=f"sqlite:///{directory / 'db.sqlite3'}",
        DJANGO_SETTINGS_MODULE="portfolio.settings",
        LOG_LEVEL="WARNING",
    )
    compile_messages()
    for words in (["migrate", "-v0"], ["collectstatic", "--no-input", "-v0"], ["load_portfolios"], ["demo_logins"]):
        subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    port = free_port()
    command = ["-m", "gunicorn", "portfolio.wsgi", f"--bind=127.0.0.1:{port}", "--log-level=warning"]
    server = subprocess.Popen([sys.executable, *command, "--no-control-socket"], cwd=ROOT)
    try:
        wait_until_open(port, server)
        yield f"http://127.0.0.1:{port}", demo_password()
    finally:
        server.terminate()
        server.wait()


def demo_password() -> str:
    import django

    django.setup()
    from portfolio.demo.logins import PASSWORD

    return PASSWORD


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_open(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while server.poll() is None and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit("The web server did not start.")


def take(page: Page, name: str, path: str) -> None:
    answer = page.goto(path)
    if answer is None or not answer.ok:
        sys.exit(f"{path} answered {answer.status if answer else 'nothing'}.")
    if path.startswith("/admin/"):
        page.locator("#result_list tbody th a").first.click()
        page.wait_for_url("**/change/**")
        page.wait_for_load_state("networkidle")
    target = TARGET / f"{name}.png"
    target.write_bytes(small(page.screenshot()))
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1000} kB")


def sign_in(page: Page, email: str, password: str) -> None:
    page.goto("/konto/log-ind/")
    page.fill("input[name=username]", email)
    page.fill("input[name=password]", password)
    page.click("main button[type=submit]")
    page.wait_for_load_state("networkidle")


def small(png: bytes) -> bytes:
    """The picture with so few colours that it is small enough for the README."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    for colours in (256, 128, 64, 32, 16):
        out = io.BytesIO()
        picture.quantize(colours).save(out, "PNG", optimize=True)
        if out.tell() <= LARGEST:
            break
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
