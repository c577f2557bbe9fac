"""The suite's settings, on the database of DATABASE_URL. The cache lives in the process."""

from sites.settings.test import *  # noqa: F403
from sites.settings.test import BASE_DIR

VAR_DIR = BASE_DIR / ".cache" / "bench"
MEDIA_ROOT = VAR_DIR / "media"
STATIC_ROOT = VAR_DIR / "static"
