"""The suite: like production in behaviour, like dev in speed. DATABASE_URL names the database."""

from .base import *  # noqa: F403
from .base import BASE_DIR, INSTALLED_APPS, database

DEBUG = False
DEMO_HOST = "127.0.0.1"
SECRET_KEY = "test-only-key"  # noqa: S105
BASE_DOMAIN = "localhost"
ADMIN_HOST = "redaktion.localhost"
CALENDAR_UID_DOMAIN = "termine.example.org"
DATABASES = database("sqlite:///:memory:")
VAR_DIR = BASE_DIR / ".cache" / "test-var"
MEDIA_ROOT = VAR_DIR / "media"
STATIC_ROOT = VAR_DIR / "static"
PUBLIC_SCHEME = "http"
PUBLIC_PORT = None
WAGTAILADMIN_BASE_URL = f"http://{ADMIN_HOST}"
INSTALLED_APPS = ["sites.demo", *INSTALLED_APPS]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # the live server speaks http
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
