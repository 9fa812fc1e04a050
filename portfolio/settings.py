"""The one settings file. What differs between installations is read from the environment: docs/deployment.md."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from portfolio.environment import (
    env_bool,
    env_choice,
    env_database,
    env_directory,
    env_email,
    env_hosts,
    env_int,
    env_origins,
    env_str,
    kept_secret,
)

BASE_DIR = Path(__file__).resolve().parent.parent

# production: behind HTTPS, nothing assumed. localhost: one machine, plain HTTP, for trying the application out.
PROFILE = env_choice("PEJLEMAERKE_PROFILE", ("production", "localhost"), "production")
ON_LOCALHOST = PROFILE == "localhost"
DEBUG = False

DATA_DIR = env_directory("DATA_DIR", BASE_DIR / "var")
if ON_LOCALHOST:
    DATA_DIR.mkdir(parents=True, exist_ok=True)
elif not DATA_DIR.is_dir():
    raise ImproperlyConfigured(f"DATA_DIR must be a directory that exists; {str(DATA_DIR)!r} does not.")
MEDIA_ROOT = env_directory("MEDIA_ROOT", DATA_DIR / "media")
MAINTENANCE_FILE = DATA_DIR / "maintenance"

SECRET_KEY = env_str("SECRET_KEY", kept_secret(DATA_DIR / "secret_key") if ON_LOCALHOST else None)
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(f"SECRET_KEY must have at least 50 characters; got {len(SECRET_KEY)}.")
ALLOWED_HOSTS = env_hosts("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"] if ON_LOCALHOST else None)
CSRF_TRUSTED_ORIGINS = env_origins("CSRF_TRUSTED_ORIGINS")

# --- Applications ---------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "portfolio",
    "portfolio.dashboards",
    "portfolio.reports",
    "portfolio.sheets",
    "portfolio.plans",
    "portfolio.extracts",
    "budgets",
    "indicators",
    "initiatives",
    "organisation",
    "portfolio.admin_app.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    # The templates of form widgets, for the renderer of our own pages.
    "django.forms",
    "portfolio.static_files.StaticFilesConfig",
    "csp",
    "django_filters",
    "import_export",
]

MIDDLEWARE = [
    "portfolio.requests.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Before everything that asks the database.
    "portfolio.errors.MaintenanceMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    # After the token, with which what was sent is read; before all that looks rows up by it.
    "portfolio.sent.NulMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portfolio.practising.middleware.PracticeMiddleware",
    "portfolio.acting.OneActMiddleware",
    "portfolio.language.LanguageMiddleware",
    # Within the language of the page.
    "portfolio.errors.OnlyByButtonMiddleware",
    "portfolio.buttons.SignInLeadsBackMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "portfolio.urls"
WSGI_APPLICATION = "portfolio.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Database and files ---------------------------------------------------------------------------------------------

DATABASES = {"default": env_database("DATABASE_URL", f"sqlite:///{DATA_DIR / 'db.sqlite3'}")}

STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        # No address of its own: a file is handed out by a view that has asked who may see it.
        "OPTIONS": {"location": MEDIA_ROOT, "base_url": None},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o600
# A screen sends every row of its groups, and each field twice: as it was shown, and as it is now. Django's 1,000 are
# used up by 45 activities. What a request may hold in all is still 2.5 megabytes.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# Packed already, or large and asked for by hardly any browser (old fonts, developers' source maps).
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("png", "gz", "br", "woff", "woff2", "eot", "otf", "ttf", "map")

# What browsers and search engines ask for at the root of the address.
WHITENOISE_ROOT = BASE_DIR / "static" / "root"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
DKFDS = BASE_DIR / "node_modules" / "dkfds" / "dist"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("dkfds/css", DKFDS / "css"),
    ("dkfds/fonts", DKFDS / "fonts"),
    ("dkfds/img", DKFDS / "img"),
    ("dkfds/js", DKFDS / "js"),
    ("htmx", BASE_DIR / "node_modules" / "htmx.org" / "dist"),
]

# --- Reports --------------------------------------------------------------------------------------------------------

# What one report may take before it is given up: the longest asked for, 500 initiatives, needs 3 minutes and 3 GB.
REPORT_SECONDS = env_int("REPORT_SECONDS", 15 * 60, minimum=10)
REPORT_MEGABYTES = env_int("REPORT_MEGABYTES", 4096, minimum=512)
REPORT_PROCESSES = env_int("REPORT_PROCESSES", 2, minimum=1)
REPORT_RENDERER_MEGABYTES = env_int("REPORT_RENDERER_MEGABYTES", 1024, minimum=512)
# Finished parts of reports, as large as the megabytes allow; 0 keeps none. Beside the files that are handed out.
REPORT_CACHE = env_directory("REPORT_CACHE", DATA_DIR / "report-parts")
REPORT_CACHE_MEGABYTES = env_int("REPORT_CACHE_MEGABYTES", 512, minimum=0)

# --- Spreadsheets from people ---------------------------------------------------------------------------------------

# What is larger is refused with a sentence; the time and memory are those of the process that reads one file.
SHEET_MEGABYTES = env_int("SHEET_MEGABYTES", 20, minimum=1)
SHEET_UNPACKED_MEGABYTES = env_int("SHEET_UNPACKED_MEGABYTES", 120, minimum=1)
SHEET_ROWS = env_int("SHEET_ROWS", 60_000, minimum=100)
SHEET_COLUMNS = env_int("SHEET_COLUMNS", 500, minimum=10)
SHEET_COUNT = env_int("SHEET_COUNT", 60, minimum=1)
SHEET_SECONDS = env_int("SHEET_SECONDS", 20, minimum=1)
SHEET_READING_MEGABYTES = env_int("SHEET_READING_MEGABYTES", 1024, minimum=256)
# A file that was never imported is forgotten first; one that was is kept as the voucher of its figures.
SHEET_UNUSED_DAYS = env_int("SHEET_UNUSED_DAYS", 30, minimum=1)
SHEET_KEPT_DAYS = env_int("SHEET_KEPT_DAYS", 1826, minimum=30)

# --- Sign-in --------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "organisation.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "login"
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
SESSION_COOKIE_AGE = 8 * 60 * 60

# --- Language and time ----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Danish")), ("en", _("English"))]
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
# True would write years and reference numbers as "2.018"; our own formatter groups what is an amount.
USE_THOUSAND_SEPARATOR = False

# --- E-mail ---------------------------------------------------------------------------------------------------------

vars().update(env_email("EMAIL_URL", f"file://{DATA_DIR / 'mail'}" if ON_LOCALHOST else "smtp://localhost:25"))
DEFAULT_FROM_EMAIL = env_str("DEFAULT_FROM_EMAIL", "pejlemaerke@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# --- Security -------------------------------------------------------------------------------------------------------

SECURE_SSL_REDIRECT = env_bool("SSL_REDIRECT", not ON_LOCALHOST)
SECURE_HSTS_SECONDS = env_int("HSTS_SECONDS", 0 if ON_LOCALHOST else 365 * 24 * 60 * 60)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_SECONDS > 0
SECURE_HSTS_PRELOAD = SECURE_HSTS_SECONDS > 0
# Only for an installation behind a proxy that always sets or removes the header: a browser could send it itself.
if env_bool("BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = not ON_LOCALHOST
CSRF_COOKIE_SECURE = not ON_LOCALHOST
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = not ON_LOCALHOST
CSRF_FAILURE_VIEW = "portfolio.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "frame-src": [NONE],
        "img-src": [SELF],
        "object-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
    }
}

# --- Logging --------------------------------------------------------------------------------------------------------

LOG_LEVEL = env_choice("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), "INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "portfolio.requests.RequestFilter"}},
    "formatters": {
        "line": {
            "()": "portfolio.requests.LineFormatter",
            "format": "%(asctime)s %(levelname)s [%(request_id)s] %(name)s: %(message)s",
        },
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "filters": ["request"], "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    # Django's own handlers would write the addresses that people visited, and mail them.
    "loggers": {"django": {"handlers": [], "level": LOG_LEVEL, "propagate": True}},
}
