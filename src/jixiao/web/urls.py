"""Addresses: each application's own under its name, the account pages of allauth, the home page."""

import importlib
from pathlib import Path

from django.urls import include, path
from django.views.generic import RedirectView
from django.views.i18n import set_language

from jixiao.web.installed import applications


def _own() -> list:
    found = []
    for name in applications():
        module = importlib.import_module(name)
        if (Path(module.__path__[0]) / "urls.py").is_file():
            own = importlib.import_module(f"{name}.urls")
            found.append(path(getattr(own, "PREFIX", f"{name.rpartition('.')[2]}/"), include(own)))
    return found


urlpatterns = [
    path("account/", include("allauth.urls")),
    path("favicon.ico", RedirectView.as_view(url="/static/built/icon.svg")),
    path("language/", set_language, name="set_language"),
    *_own(),
]
handler400 = "jixiao.web.refusals.malformed"
handler403 = "jixiao.web.refusals.forbidden"
handler404 = "jixiao.web.refusals.missing"
handler500 = "jixiao.web.refusals.failed"
