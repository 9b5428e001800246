"""Settings of the site, all from the environment and the data folder; docs/zh/安装与运行.md lists them."""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

from jixiao.web.data_folder import DataFolder
from jixiao.web.given import given
from jixiao.web.installed import applications
from jixiao.web.limits.rates import rates
from jixiao.web.people.outer import providers

HERE = Path(__file__).resolve().parent
FOLDER = DataFolder.named()


def _flag(name: str, *, default: bool) -> bool:
    return (os.environ.get(name) or ("1" if default else "0")).lower() in {"1", "true", "yes", "on"}


def _list(name: str, *default: str) -> list[str]:
    return [part.strip() for part in os.environ.get(name, ",".join(default)).split(",") if part.strip()]


def _proxies(written: str) -> int:
    """How many proxies of ours a request passes; yes is one."""
    return int(written) if written.isdecimal() else int(written.lower() in {"true", "yes", "on"})


DEMO = FOLDER.is_demo
DEBUG = False
SECRET_KEY = FOLDER.secret_key()
SECRET_KEY_FALLBACKS = FOLDER.earlier_secret_keys()
HTTPS = _flag("JIXIAO_HTTPS", default=not DEMO)  # an installation is reached over https, the demo is not
ALLOWED_HOSTS = _list("JIXIAO_HOSTS", "127.0.0.1", "localhost", "[::1]")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if "*" not in host] if HTTPS else []

# --- applications ---

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "tree_queries",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    *applications(),
]
MIDDLEWARE = [
    "jixiao.web.addresses.TrueAddress",
    "jixiao.web.logs.LogRequests",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "jixiao.web.null_signs.NoNullSigns",
    "jixiao.web.tokens.middleware.WithoutCookies",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "jixiao.web.language.ChosenLanguage",
    "jixiao.web.limits.middleware.Limited",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "jixiao.web.tokens.middleware.ByToken",
    "jixiao.web.people.sessions.KeepSession",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "jixiao.web.people.middleware.RequireLogin",
    "jixiao.web.pressed.NotOpenedByItself",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "jixiao.web.urls"
WSGI_APPLICATION = "jixiao.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jixiao.web.navigation.context",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "jixiao.web.templatetags.built",
                "jixiao.web.templatetags.figures",
                "jixiao.web.templatetags.plain",
            ],
        },
    }
]

# --- database: SQLite in the data folder, or DATABASE_URL ---

DATABASES = {
    "default": dj_database_url.parse(
        given("DATABASE_URL") or f"sqlite:///{FOLDER.database.as_posix()}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000;"
        " PRAGMA foreign_keys=ON;",
        "transaction_mode": "IMMEDIATE",  # two writers queue up instead of failing half-way
        "timeout": 20,
    }
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- people ---

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "jixiao.web.people.passwords.NotLikeThePerson"},
    {"NAME": "jixiao.web.people.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "jixiao.web.people.passwords.NotACommonOne"},
    {"NAME": "jixiao.web.people.passwords.ThreeKindsValidator"},
    {"NAME": "jixiao.web.people.passwords.NotAFormerOne"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "jixiao.web.people.account_forms.LoginForm",
    "change_password": "jixiao.web.people.account_forms.ChangePasswordForm",
    "reauthenticate": "jixiao.web.people.account_forms.ReauthenticateForm",
}
# Our own limits count for all processes together. Axes counts failed logins, so that unlocking unlocks.
ACCOUNT_RATE_LIMITS = False
ACCOUNT_ADAPTER = "jixiao.web.people.adapters.AccountAdapter"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_CHANGE_EMAIL = False
SOCIALACCOUNT_ADAPTER = "jixiao.web.people.adapters.SocialAccountAdapter"
SOCIALACCOUNT_PROVIDERS = providers()
SOCIALACCOUNT_LOGIN_ON_GET = True  # a button of the login leads there; the directory asks for itself
MFA_ADAPTER = "jixiao.web.people.adapters.MfaAdapter"
MFA_FORMS = {
    "authenticate": "jixiao.web.people.account_forms.AuthenticateForm",
    "reauthenticate": "jixiao.web.people.account_forms.ReauthenticateCodeForm",
    "activate_totp": "jixiao.web.people.account_forms.ActivateTotpForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # half a minute either way: clocks of closed networks drift
MFA_TOTP_ISSUER = "绩效"
USERSESSIONS_TRACK_ACTIVITY = True
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "jixiao.web.people.signals.name_typed"
AXES_LOCKOUT_TEMPLATE = "account/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
TOTP_FOR_ADMINISTRATORS = _flag("JIXIAO_TOTP_FOR_ADMINISTRATORS", default=not DEMO)
SESSIONS_PER_PERSON = int(os.environ.get("JIXIAO_SESSIONS_PER_PERSON", "2"))
SESSION_HOURS = int(os.environ.get("JIXIAO_SESSION_HOURS", "12"))  # a working day, however busy
PASSWORDS_REMEMBERED = int(os.environ.get("JIXIAO_PASSWORDS_REMEMBERED", "5"))
PASSWORD_DAYS = int(os.environ.get("JIXIAO_PASSWORD_DAYS", "90"))
SESSION_COOKIE_AGE = 60 * int(os.environ.get("JIXIAO_IDLE_MINUTES", "60"))
SESSION_SAVE_EVERY_REQUEST = False  # `KeepSession` does, once a minute
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# --- safety ---

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
LANGUAGE_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "jixiao.web.refusals.grown_old"
LANGUAGE_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
PROXIES = _proxies(os.environ.get("JIXIAO_BEHIND_PROXY") or "0")
if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"  # a page that is shown in a frame of another one of ours says so itself
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # Tabler's own signs, the square code of the second factor
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a grid of a thousand rows in one save
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
UPLOAD_LIMIT = 50 * 1024 * 1024  # bytes of one file
UPLOADS_PER_HOUR = int(os.environ.get("JIXIAO_UPLOADS_PER_HOUR", "300"))  # documents of one person
REQUEST_LIMIT = 5 * UPLOAD_LIMIT  # bytes of one request with all its files
RATE_LIMITS = rates(os.environ.get("JIXIAO_RATE_LIMITS", ""))
LIMITED_VIEWS = dict.fromkeys(
    ("account_login", "account_reauthenticate", "mfa_authenticate", "mfa_reauthenticate"), "login"
)

# --- language, time, files ---

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
STATIC_URL = "static/"
STATICFILES_DIRS = [HERE / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_IMMUTABLE_FILE_TEST = r"/built/assets/.*-[\w-]{8,}\."
MEDIA_ROOT = FOLDER.uploads
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
TEST_RUNNER = "django.test.runner.DiscoverRunner"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "jixiao.web.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("JIXIAO_LOG_LEVEL", "WARNING")},
    "loggers": {
        "jixiao.requests": {"level": "INFO" if _flag("JIXIAO_LOG_REQUESTS", default=not DEMO) else "WARNING"},
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.request": {"level": "ERROR"},  # of what was refused, the line of the request tells
        "gunicorn.error": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "axes": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},  # the audit log keeps these
    },
}
