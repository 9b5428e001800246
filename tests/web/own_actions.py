"""Every action of the site."""

from django.urls import get_resolver

from jixiao.web.actions import Action


def actions() -> list[type[Action]]:
    """Those of our applications, once each."""
    assert get_resolver().url_patterns  # the pages import their actions
    # By name: a class with slots is made twice.
    found = {f"{one.__module__}.{one.__name__}": one for one in _below(Action)}
    return [one for name, one in sorted(found.items()) if name.startswith("jixiao.")]


def _below(kind: type) -> list[type]:
    return [deeper for one in kind.__subclasses__() for deeper in (one, *_below(one))]
