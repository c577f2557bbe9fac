"""Production: PostgreSQL, https, everything from the environment. Refuses unsafe values.

`deploy/env.example` lists every variable.
"""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import ADMIN_HOST, BASE_DOMAIN, CALENDAR_UID_DOMAIN, MIDDLEWARE, database
from .env import env


def _refuse(condition: bool, message: str) -> None:
    if condition:
        raise ImproperlyConfigured(message)


DEBUG = False
_refuse(env.bool("DEBUG", False), "DEBUG must not be set in production.")
_refuse(bool(env.str("DEMO_TODAY", "")), "DEMO_TODAY must not be set in production.")
_refuse(env.bool("DEV_LOGIN", False), "DEV_LOGIN logs in anybody as anybody: never in production.")

SECRET_KEY = env.str("SECRET_KEY", "")
_refuse(
    len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 12 or SECRET_KEY.startswith("dev-"),
    "SECRET_KEY must be a random text of at least 50 characters.",
)
_refuse(
    BASE_DOMAIN == "localhost" or BASE_DOMAIN.endswith(".localhost"),
    "BASE_DOMAIN must be the network's domain.",
)
_refuse(
    ADMIN_HOST == BASE_DOMAIN or "." not in ADMIN_HOST or "/" in ADMIN_HOST,
    "ADMIN_HOST must be a host name of its own: cookies and passkeys are bound to it.",
)
_refuse(
    CALENDAR_UID_DOMAIN.endswith("localhost") or not env.str("CALENDAR_UID_DOMAIN", ""),
    "CALENDAR_UID_DOMAIN must be set once and kept for ever: it stands in every calendar entry.",
)

_refuse(not env.str("DATABASE_URL", ""), "DATABASE_URL must name a PostgreSQL database.")
DATABASES = database("")
_refuse(
    DATABASES["default"].get("ENGINE") != "django.db.backends.postgresql",
    "DATABASE_URL must name a PostgreSQL database.",
)
DATABASES["default"]["CONN_MAX_AGE"] = env.int("DB_CONN_MAX_AGE", 60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

PUBLIC_SCHEME = "https"
WAGTAILADMIN_BASE_URL = f"https://{ADMIN_HOST}"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", 3600)
SESSION_COOKIE_NAME = "__Host-redaktion"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-redaktion_csrf"
CSRF_COOKIE_SECURE = True

# Exactly one proxy of ours stands in front and appends the visitor's address to X-Forwarded-For:
# the last entry counts, whatever a visitor wrote before it. Rate limits of the login depend on it.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 1)

# Several server processes must see one cache: a host or site table kept in one process would be
# stale in the others. Needs `manage.py createcachetable` before the first page is saved.
# Room for four entries a place at ten thousand places, and as much again for all else: a full cache
# throws out a third of its rows, the lowest keys first. Those count the attempts to log in: allauth
# keeps its rate limits in the default cache and nowhere else.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}

MIDDLEWARE = [
    "whitenoise.middleware.WhiteNoiseMiddleware",
    *MIDDLEWARE,
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if bucket := env.str("MEDIA_S3_BUCKET", ""):
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": env.str("MEDIA_S3_ENDPOINT", "") or None,
            "access_key": env.str("MEDIA_S3_ACCESS_KEY", "") or None,
            "secret_key": env.str("MEDIA_S3_SECRET_KEY", "") or None,
            "file_overwrite": False,
            "querystring_auth": False,
        },
    }

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_URL = env.str("EMAIL_URL", "smtp://localhost:25")
globals().update(env.dj_email_url("EMAIL_URL", EMAIL_URL))
_refuse(
    not EMAIL_URL.startswith(("smtp:", "smtps:", "smtp+", "submission:", "submit:")),
    "EMAIL_URL must name an SMTP server: codes for logging in must not end in a log.",
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "WARNING")},
}
