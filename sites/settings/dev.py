"""Development and demo: SQLite, http, demo accounts. Never for the open internet."""

from .base import *  # noqa: F403
from .base import ADMIN_HOST, INSTALLED_APPS, SQLITE_URL, VAR_DIR, database
from .env import env

# People who look at the demo meet our own error pages; DEBUG=true shows Django's.
DEBUG = env.bool("DEBUG", False)
SECRET_KEY = "dev-only-key-that-production-refuses"  # noqa: S105
VAR_DIR.mkdir(parents=True, exist_ok=True)
DATABASES = database(SQLITE_URL)

PUBLIC_SCHEME = "http"
PUBLIC_PORT = env.int("PORT", 8000)
WAGTAILADMIN_BASE_URL = f"http://{ADMIN_HOST}:{PUBLIC_PORT}"

INSTALLED_APPS = ["sites.demo", *INSTALLED_APPS]
# One tap logs in as anybody here, so only this machine may ask. HOST=0.0.0.0 opens it to others.
DEMO_HOST = env.str("HOST", "127.0.0.1")
SERVE_MEDIA = True
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["console"], "level": "ERROR"}},
}
DEMO_TODAY = env.str("DEMO_TODAY", "") or None
# Seconds since the epoch when `make demo` was typed, and how long the installation took: the demo
# prints both.
DEMO_STARTED_AT = env.float("DEMO_STARTED_AT", 0.0)
DEMO_INSTALL_SECONDS = env.float("DEMO_INSTALL_SECONDS", 0.0)
DEV_LOGIN = True
IS_DEMO = True
# Codes and all other mails are printed, in a form people can read.
EMAIL_BACKEND = "sites.demo.console_mail.EmailBackend"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # http, but browsers trust *.localhost with passkeys
