"""The menu: each application may say its entries in ``navigation.py``; people see those they may open."""

import importlib
import importlib.util
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from rules import Predicate

from jixiao.web.installed import applications


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu: the name of its address, its words, who sees it, where in the order it stands.

    ``icon`` is a file of ``static/icons`` without ending.
    """

    address: str
    words: Any
    permission: Predicate
    order: int
    icon: str = "file"


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry, in order."""
    found: list[Entry] = []
    for name in applications():
        if importlib.util.find_spec(f"{name}.navigation"):
            found.extend(importlib.import_module(f"{name}.navigation").ENTRIES)
    return tuple(sorted(found, key=lambda entry: entry.order))


def context(request: HttpRequest) -> dict[str, Any]:
    """For every template: the menu of the person, and which line is open."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"menu": ()}
    menu = []
    for entry in entries():
        if entry.permission.test(user, None):
            address = reverse(entry.address)
            menu.append({"entry": entry, "address": address, "open": _is_open(request.path, address)})
    # Of addresses that begin alike, such as /cycles/ and /cycles/tasks/, the longest is the open one.
    longest = max((len(line["address"]) for line in menu if line["open"]), default=0)
    for line in menu:
        line["open"] = line["open"] and len(line["address"]) == longest
    return {"menu": menu}


def _is_open(path: str, address: str) -> bool:
    return path == address if address == "/" else path.startswith(address)
