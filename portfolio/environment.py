"""Reads settings from the environment; a value that makes no sense stops the start with a sentence that names it."""

import contextlib
import os
import secrets
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = ("true", "1", "yes", "on")
FALSE_WORDS = ("false", "0", "no", "off")

# What the names of our variables, and of Django's own, begin with.
OF_SETTINGS = (
    "PEJLEMAERKE_", "DATABASE_", "DATA_DIR", "MEDIA_ROOT", "SECRET_KEY", "ALLOWED_HOSTS", "CSRF_", "BEHIND_PROXY",
    "SSL_REDIRECT", "HSTS_", "EMAIL_", "DEFAULT_FROM_EMAIL", "REPORT_", "SHEET_", "LOG_LEVEL", "DJANGO_",
)  # fmt: skip


def without_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """The other variables: what is started for a try must not meet the database and files of an installation."""
    return {name: value for name, value in environment.items() if not name.startswith(OF_SETTINGS)}


def env_str(name: str, default: str | None = None) -> str:
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"{name} must be set: it has no default.")
    return default


def env_choice(name: str, choices: Sequence[str], default: str) -> str:
    value = env_str(name, default)
    if value not in choices:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(choices)}; got {value!r}.")
    return value


def env_bool(name: str, default: bool) -> bool:
    value = env_str(name, "true" if default else "false").lower()
    if value in TRUE_WORDS:
        return True
    if value in FALSE_WORDS:
        return False
    raise ImproperlyConfigured(f'{name} must be "true" or "false"; got {value!r}.')


def env_int(name: str, default: int, minimum: int = 0) -> int:
    value = env_str(name, str(default))
    if not value.isascii() or not value.isdigit() or int(value) < minimum:
        raise ImproperlyConfigured(f"{name} must be a whole number of at least {minimum}; got {value!r}.")
    return int(value)


def env_list(name: str, default: Sequence[str] | None = None) -> list[str]:
    """Comma-separated; spaces around an item and empty items do not count."""
    value = env_str(name, None if default is None else ",".join(default) or ",")
    return [item.strip() for item in value.split(",") if item.strip()]


def env_hosts(name: str, default: Sequence[str] | None) -> list[str]:
    hosts = env_list(name, default)
    for host in hosts:
        if "*" in host or "/" in host or " " in host:
            raise ImproperlyConfigured(
                f"{name} must hold host names without wildcard, scheme or path, separated by commas; got {host!r}."
            )
    return hosts


def env_origins(name: str) -> list[str]:
    origins = env_list(name, [])
    for origin in origins:
        parts = urlsplit(origin)
        if parts.scheme not in ("http", "https") or not parts.netloc or parts.path:
            raise ImproperlyConfigured(
                f"{name} must hold origins such as https://indsatser.example.dk; got {origin!r}."
            )
    return origins


def env_directory(name: str, default: Path) -> Path:
    path = Path(env_str(name, str(default)))
    if not path.is_absolute():
        raise ImproperlyConfigured(f"{name} must be an absolute path; got {str(path)!r}.")
    if path.exists() and not path.is_dir():
        raise ImproperlyConfigured(f"{name} must be a directory; {str(path)!r} is a file.")
    return path


def env_database(name: str, default: str) -> dict[str, Any]:
    """Django's ENGINE, NAME, USER … of sqlite:////absolute/path or postgres://user:password@host:port/name."""
    url = urlsplit(env_str(name, default))
    if url.scheme == "sqlite":
        return _sqlite(name, url)
    if url.scheme in ("postgres", "postgresql"):
        return _postgresql(name, url)
    raise ImproperlyConfigured(f"{name} must begin with sqlite:/// or postgres://; got the scheme {url.scheme!r}.")


def _sqlite(name: str, url: SplitResult) -> dict[str, Any]:
    path = Path(unquote(url.path[1:]))
    if url.netloc or not path.is_absolute():
        raise ImproperlyConfigured(f"{name} must give SQLite an absolute path, as in sqlite:////srv/db.sqlite3.")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # Recursive: a REPLACE then meets the triggers that refuse to delete what it takes the place of.
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
                " PRAGMA recursive_triggers=ON;"
            ),
        },
        # A file, not memory: threads and processes of a test then meet the locks that they meet in earnest.
        "TEST": {"NAME": str(path.with_name(f"{path.stem}-test.sqlite3"))},
    }


def _postgresql(name: str, url: SplitResult) -> dict[str, Any]:
    database = unquote(url.path[1:])
    if not database or "/" in database:
        raise ImproperlyConfigured(f"{name} must name one database, as in postgres://user:password@host:5432/name.")
    options = {key: values[-1] for key, values in parse_qs(url.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database,
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        # A socket directory does not fit in the address' host part: ?host=/var/run/postgresql
        "HOST": options.pop("host", url.hostname or ""),
        "PORT": str(_port(name, url) or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        # Compiling a query takes seconds where running it takes milliseconds: ours are long, not heavy.
        "OPTIONS": {"options": "-c jit=off"} | options,
        "TEST": {"TEMPLATE": "template0"},
    }


def env_email(name: str, default: str) -> dict[str, Any]:
    """Django's EMAIL_… settings of smtp://user:password@host:587?tls=true, smtps://…, file:///directory or console:"""
    url = urlsplit(env_str(name, default))
    if url.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if url.scheme == "file" and url.path.startswith("/"):
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": unquote(url.path),
        }
    if url.scheme in ("smtp", "smtps") and url.hostname:
        return _smtp(name, url)
    raise ImproperlyConfigured(f"{name} must be smtp://host:port, smtps://host:port, file:///directory or console:.")


def _smtp(name: str, url: SplitResult) -> dict[str, Any]:
    tls = parse_qs(url.query).get("tls", ["false"])[-1].lower()
    if tls not in TRUE_WORDS + FALSE_WORDS:
        raise ImproperlyConfigured(f"{name} must say tls=true or tls=false; got {tls!r}.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": url.hostname,
        "EMAIL_PORT": _port(name, url) or (465 if url.scheme == "smtps" else 587 if tls in TRUE_WORDS else 25),
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_SSL": url.scheme == "smtps",
        "EMAIL_USE_TLS": url.scheme == "smtp" and tls in TRUE_WORDS,
        "EMAIL_TIMEOUT": 20,
    }


def _port(name: str, url: SplitResult) -> int | None:
    try:
        return url.port
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must have a port between 0 and 65535, or none.") from error


def kept_secret(path: Path) -> str:
    """The secret in the file, made the first time; several processes starting at once agree on one."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent) as draft:
            draft.write(secrets.token_urlsafe(50))
            draft.flush()
            with contextlib.suppress(FileExistsError):
                os.link(draft.name, path)
    return path.read_text()
