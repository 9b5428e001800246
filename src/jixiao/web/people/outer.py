"""The login of the office's own directory (OpenID Connect), where the environment names one."""

import os
from typing import Any, Final

from jixiao.web.given import given

PROVIDER: Final = "oidc"
ACCOUNT_FIELD: Final = "account_field"
_USUAL: Final = "preferred_username"


def providers() -> dict[str, Any]:
    """For ``SOCIALACCOUNT_PROVIDERS``; empty where ``JIXIAO_OIDC_SERVER`` is.

    Raises:
        UserError: the file of the secret cannot be read.
    """
    server = os.environ.get("JIXIAO_OIDC_SERVER")
    if not server:
        return {}
    app = {
        "provider_id": PROVIDER,
        "name": os.environ.get("JIXIAO_OIDC_NAME") or "统一身份认证",
        "client_id": os.environ.get("JIXIAO_OIDC_CLIENT", ""),
        "secret": given("JIXIAO_OIDC_SECRET"),
        "settings": {
            "server_url": server.rstrip("/"),
            ACCOUNT_FIELD: os.environ.get("JIXIAO_OIDC_ACCOUNT_FIELD") or _USUAL,
        },
    }
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


def account_name(extra_data: dict[str, Any], app_settings: dict[str, Any]) -> str:
    """The name of the account here, as the directory tells it; blank where it tells none."""
    told = extra_data.get("userinfo") or extra_data.get("id_token") or {}
    name = told.get(app_settings.get(ACCOUNT_FIELD, _USUAL))
    return name if isinstance(name, str) else ""


def came_from_outside(session: Any) -> bool:
    """Whether the person of this session logged in there: the password of the account here was not used."""
    methods = session.get("account_authentication_methods", ())
    return any(one.get("method") == "socialaccount" for one in methods)
