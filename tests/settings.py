"""The application's settings as the tests need them: the localhost profile, files in place of collected ones."""

import os

os.environ.setdefault("PEJLEMAERKE_PROFILE", "localhost")

from portfolio.settings import *  # noqa: F403
from portfolio.settings import STORAGES as _STORAGES

# The collected files exist only after collectstatic; what the tests read are the files themselves.
STORAGES = {**_STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
# Signing in by the hundred: a hash that takes no time.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
