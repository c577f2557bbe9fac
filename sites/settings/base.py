"""What is the same everywhere. `dev`, `test` and `production` add what differs."""

from pathlib import Path

from .env import env, host_name

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(env.str("VAR_DIR", str(BASE_DIR / "var")))

# --- Addresses ---------------------------------------------------------------------------
# Scheme and port of public addresses come from here, never from Site.port.
BASE_DOMAIN = host_name(env.str("BASE_DOMAIN", "localhost"))
PUBLIC_SCHEME = "https"
PUBLIC_PORT: int | None = None
ADMIN_HOST = host_name(env.str("ADMIN_HOST", f"redaktion.{BASE_DOMAIN}"))
# Host names are checked by places.middleware against the database (an unknown host gets a page
# of ours); Django's own list would refuse previews and every place's own domain.
ALLOWED_HOSTS = ["*"]
# The domain behind the "@" of every UID. Never change it once calendars are subscribed.
CALENDAR_UID_DOMAIN = env.str("CALENDAR_UID_DOMAIN", f"termine.{BASE_DOMAIN}")

# --- Applications ------------------------------------------------------------------------
INSTALLED_APPS = [
    "home",
    "ortsseiten",
    "kalender",
    "sites.news",
    "sites.projects",
    "sites.content",
    "sites.accounts",
    "sites.runtime",
    "themes",
    "wagtail_localize",
    "wagtail_localize.locales",  # instead of wagtail.locales
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    # Last: its ready() registers permission policies after Wagtail's own image and document ones.
    "sites.places",
]

MIDDLEWARE = [
    # First of all: who is asked? Sets request.place and request.is_editing_side.
    "sites.places.middleware.host_middleware",
    "django.middleware.security.SecurityMiddleware",
    "sites.places.middleware.language_middleware",
    # Cookies exist on the editing side only.
    "sites.places.editing_side.session_middleware",
    "django.middleware.common.CommonMiddleware",
    "sites.places.editing_side.EditingCsrfMiddleware",
    "sites.places.editing_side.authentication_middleware",
    "sites.places.editing_side.messages_middleware",
    # Touches no session by itself; allauth insists on its being here.
    "allauth.account.middleware.AccountMiddleware",
    "sites.accounts.middleware.SecondFactorMiddleware",
    # May make the person somebody else for this request; then: in which place are they?
    "sites.places.looking.looking_middleware",
    "sites.places.current.current_tenant_middleware",
    "sites.places.editing_side.one_transaction_middleware",
    # Nothing of the editing side runs that no table of ours allows.
    "sites.places.gate.middleware.GateMiddleware",
    "sites.places.editing_side.StillNeededMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "sites.urls"
WSGI_APPLICATION = "sites.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "sites.accounts.backends.EmailBackend",
    "sites.places.backends.MembershipBackend",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sites.content.context.surface",
                "sites.accounts.dev_login.demo_accounts",
            ],
        },
    },
]

# --- Database, cache, files --------------------------------------------------------------
SQLITE_URL = f"sqlite:///{VAR_DIR / 'buergernetzwerk.sqlite3'}"
SQLITE_OPTIONS = {
    # Readers never wait for the writer, and a writer waits for another one instead of failing.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000",
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
}


def database(default: str) -> dict:
    """DATABASE_URL as a Django setting; options given in the URL (a socket's host) are kept."""
    config = dict(env.dj_db_url("DATABASE_URL", default))
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {**SQLITE_OPTIONS, **config.get("OPTIONS", {})}
    return {"default": config}


CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", str(VAR_DIR / "media")))
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "themes.stylesheets.StylesheetFinder",
]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # the page form of a long page

# --- Language and time -------------------------------------------------------------------
LANGUAGE_CODE = "de"
LANGUAGES = [
    ("de", "Deutsch"),
    ("en", "English"),
    ("uk", "Українська"),
    ("ar", "العربية"),
    ("tr", "Türkçe"),
    ("ru", "Русский"),
    ("pl", "Polski"),
]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [("de", "Deutsch")]
# Submitting a translation must never publish a German text under another language.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
USE_I18N = True
# Date (YYYY-MM-DD) that the clock of a demo starts from; only dev settings read it.
DEMO_TODAY: str | None = None

# --- Wagtail -----------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Bürgernetzwerk"
WAGTAILIMAGES_IMAGE_MODEL = "content.Image"
WAGTAILDOCS_DOCUMENT_MODEL = "content.Document"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_EXTENSIONS = ["pdf", "odt", "docx", "ods", "xlsx", "txt"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "sites.content.search", "SEARCH_CONFIG": "german"}}
# No request of the editing side leaves our hosts.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = ""
WAGTAIL_AUTOSAVE_INTERVAL = 30_000
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False  # publishing is releasing: content.review ends it well
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False  # content.review_mails knows whom to ask
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILADMIN_BASE_URL = ""  # set by the settings that know scheme and port
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_TIME_FORMAT = "%H:%M"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"

# --- Accounts ----------------------------------------------------------------------------
# Nobody has a password: a code in the mail or a passkey, and for some roles a second factor.
WAGTAILADMIN_LOGIN_URL = "/redaktion/login/"
LOGIN_URL = WAGTAILADMIN_LOGIN_URL
LOGIN_REDIRECT_URL = "wagtailadmin_home"
LOGOUT_REDIRECT_URL = LOGIN_URL
# Per device, counted from the login and not from the last visit (accounts.sessions).
SESSION_COOKIE_AGE = 60 * 24 * 60 * 60
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAILUSERS_PASSWORD_REQUIRED = False
ACCOUNT_ADAPTER = "sites.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]  # nobody signs up; allauth wants to know what a login name is
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # User.email is verified by every login
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # accounts.views.LoginView writes that mail
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a mail whenever a second factor is added or removed
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}
ACCOUNT_LOGIN_TIMEOUT = 30 * 60  # code and second factor together
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "request_login_code": "20/m/ip,5/10m/key",  # key: the typed address
    "login_failed": "10/m/ip,5/5m/key",  # key: the account, for second factors
    "reauthenticate": "10/m/user",
}
MFA_ADAPTER = "sites.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # a passkey counts as both factors
MFA_TOTP_ISSUER = f"{WAGTAIL_SITE_NAME} Redaktion"
MFA_TOTP_TOLERANCE = 1  # clocks of phones differ by some seconds

# --- Work after the response --------------------------------------------------------------
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

# --- Cookies, headers ---------------------------------------------------------------------
SESSION_COOKIE_NAME = "redaktion"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "redaktion_csrf"
CSRF_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
# No cookie besides these two: messages wait in the session.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# "Anmelden als …" on the login page and the Beispielnetz line: dev settings only.
DEV_LOGIN = False
IS_DEMO = False
# Uploads are served by the proxy or the bucket; only the demo does it itself.
SERVE_MEDIA = False
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", f"Bürgernetzwerk <post@{BASE_DOMAIN}>")
SILENCED_SYSTEM_CHECKS = [
    "security.W003",  # our own CSRF middleware stands in for it: places.editing_side
    "wagtailadmin.W003",  # WAGTAILADMIN_BASE_URL is set per environment
]
