"""Each case starts Python anew: the settings are read once, from the environment, when the process starts."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from portfolio.environment import without_settings

ROOT = Path(__file__).resolve().parents[2]
SECRET = "only-for-these-tests-" + "x1y2z3" * 10


def python(tmp_path: Path, *words: str, **chosen: str) -> subprocess.CompletedProcess[str]:
    env = without_settings(os.environ) | {"DATA_DIR": str(tmp_path)} | chosen
    return subprocess.run([sys.executable, *words], cwd=ROOT, env=env, capture_output=True, text=True, check=False)


def manage(tmp_path: Path, *words: str, **chosen: str) -> subprocess.CompletedProcess[str]:
    return python(tmp_path, "manage.py", *words, **chosen)


def value_of(tmp_path: Path, expression: str, **chosen: str) -> str:
    """Without the applications, which the settings do not need and which take longest to start."""
    code = f"from django.conf import settings; print({expression})"
    result = python(tmp_path, "-c", code, DJANGO_SETTINGS_MODULE="portfolio.settings", **chosen)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


READ = re.compile(r'env_\w+\("([A-Z_]+)"')


def test_every_variable_that_is_read_is_told_of() -> None:
    read = set(READ.findall((ROOT / "portfolio" / "settings.py").read_text()))
    told = (ROOT / "docs" / "deployment.md").read_text()
    assert len(read) > 20
    assert {name for name in read if f"| `{name}` |" not in told} == set()


def test_no_variable_of_an_installation_reaches_what_is_started_for_a_try() -> None:
    read = READ.findall((ROOT / "portfolio" / "settings.py").read_text())
    assert without_settings(dict.fromkeys([*read, "DJANGO_SETTINGS_MODULE", "PATH"], "x")) == {"PATH": "x"}


def test_the_command_of_the_web_server_serves_more_than_one_at_a_time() -> None:
    (command,) = re.findall(r"`\S*gunicorn portfolio\.wsgi[^`]*`", (ROOT / "docs" / "deployment.md").read_text())
    assert int(command.split("--workers ")[1].split()[0]) > 1


PRODUCTION = {"SECRET_KEY": SECRET, "ALLOWED_HOSTS": "indsatser.example.dk"}


def test_production_is_the_default_and_passes_djangos_deployment_check(tmp_path: Path) -> None:
    result = manage(tmp_path, "check", "--deploy", "--fail-level=WARNING", **PRODUCTION)
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


def test_production_does_not_start_without_a_secret_or_hosts(tmp_path: Path) -> None:
    for missing in PRODUCTION:
        result = manage(tmp_path, "check", **{name: value for name, value in PRODUCTION.items() if name != missing})
        assert result.returncode != 0
        assert f"{missing} must be set" in result.stderr


def test_the_localhost_profile_needs_nothing_and_keeps_one_secret(tmp_path: Path) -> None:
    expression = "settings.SECRET_KEY, settings.DEBUG, settings.SESSION_COOKIE_SECURE, settings.SECURE_HSTS_SECONDS"
    first = value_of(tmp_path, expression, PEJLEMAERKE_PROFILE="localhost")
    assert first.endswith(" False False 0")
    assert value_of(tmp_path, expression, PEJLEMAERKE_PROFILE="localhost") == first
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


NONSENSE = [
    ("PEJLEMAERKE_PROFILE", "demo", "PEJLEMAERKE_PROFILE must be one of production, localhost; got 'demo'."),
    ("SECRET_KEY", "kort", "SECRET_KEY must have at least 50 characters; got 4."),
    ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS must hold host names without wildcard"),
    ("ALLOWED_HOSTS", "https://example.dk/", "ALLOWED_HOSTS must hold host names without wildcard, scheme or path"),
    ("CSRF_TRUSTED_ORIGINS", "example.dk", "CSRF_TRUSTED_ORIGINS must hold origins such as https://"),
    ("DATABASE_URL", "mysql://localhost/x", "must begin with sqlite:/// or postgres://; got the scheme 'mysql'."),
    ("DATABASE_URL", "sqlite:///db.sqlite3", "DATABASE_URL must give SQLite an absolute path"),
    ("DATABASE_URL", "postgres://localhost/", "DATABASE_URL must name one database"),
    ("DATABASE_URL", "postgres://localhost:99999/x", "DATABASE_URL must have a port between 0 and 65535"),
    ("EMAIL_URL", "gmail", "EMAIL_URL must be smtp://host:port"),
    ("EMAIL_URL", "smtp://mail.example.dk?tls=maybe", "EMAIL_URL must say tls=true or tls=false; got 'maybe'."),
    ("SSL_REDIRECT", "ture", 'SSL_REDIRECT must be "true" or "false"; got \'ture\'.'),
    ("HSTS_SECONDS", "-1", "HSTS_SECONDS must be a whole number of at least 0; got '-1'."),
    ("BEHIND_PROXY", "2", 'BEHIND_PROXY must be "true" or "false"'),
    ("LOG_LEVEL", "LOUD", "LOG_LEVEL must be one of DEBUG, INFO, WARNING, ERROR; got 'LOUD'."),
    ("DATA_DIR", "var", "DATA_DIR must be an absolute path; got 'var'."),
    ("DATA_DIR", "/nowhere/at/all", "DATA_DIR must be a directory that exists; '/nowhere/at/all' does not."),
    ("MEDIA_ROOT", str(Path(__file__)), "MEDIA_ROOT must be a directory"),
]


@pytest.mark.parametrize(("name", "value", "sentence"), NONSENSE)
def test_nonsense_stops_the_start_with_a_sentence(tmp_path: Path, name: str, value: str, sentence: str) -> None:
    result = manage(tmp_path, "check", **{**PRODUCTION, name: value})
    assert result.returncode == 1
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_localhost_profile_puts_mail_into_files_of_its_data_directory(tmp_path: Path) -> None:
    expression = "settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH"
    chosen = value_of(tmp_path, expression, PEJLEMAERKE_PROFILE="localhost")
    assert chosen == f"django.core.mail.backends.filebased.EmailBackend {tmp_path / 'mail'}"


def test_a_postgresql_address_is_read_in_all_its_parts(tmp_path: Path) -> None:
    address = "postgres://anna:hemmeligt%2Ford@db.example.dk:5433/indsatser?sslmode=require"
    expression = (
        "{k: settings.DATABASES['default'][k] for k in ('NAME', 'USER', 'PASSWORD', 'HOST', 'PORT', 'OPTIONS')}"
    )
    expected = {
        "NAME": "indsatser",
        "USER": "anna",
        "PASSWORD": "hemmeligt/ord",
        "HOST": "db.example.dk",
        "PORT": "5433",
        "OPTIONS": {"options": "-c jit=off", "sslmode": "require"},
    }
    assert value_of(tmp_path, expression, **PRODUCTION, DATABASE_URL=address) == str(expected)


def test_an_encrypted_mail_server_is_read_in_all_its_parts(tmp_path: Path) -> None:
    names = ("HOST", "PORT", "HOST_USER", "HOST_PASSWORD", "USE_TLS", "USE_SSL")
    expression = f"[getattr(settings, f'EMAIL_{{name}}') for name in {names}]"
    address = "smtp://post:hemmeligt@mail.example.dk?tls=true"
    expected = ["mail.example.dk", 587, "post", "hemmeligt", True, False]
    assert value_of(tmp_path, expression, **PRODUCTION, EMAIL_URL=address) == str(expected)
