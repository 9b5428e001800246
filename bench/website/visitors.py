"""Who visits and what they ask for: each visit is one request of one person."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from bench.website.filling import Size
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from jixiao.web.filings.models import Indicator
from jixiao.web.people.models import User

_TOKEN = "b" * 32  # the cookie and the header have to agree, no more


@dataclass(frozen=True, slots=True)
class Visitor:
    """A person who has logged in: the headers of the session, and the body that the forms are of."""

    headers: dict[str, str]
    body: int
    role: str


@dataclass(slots=True)
class Visit:
    """A view: the page's name, its address, content; ``check`` says what is wrong with the answer."""

    page: str
    visitor: Visitor
    address: str
    content: bytes = b""
    check: Callable[[int, bytes], str] = field(default=lambda status, _: "" if status == 200 else str(status))


def sign_in(names: list[str]) -> list[Visitor]:
    """Sessions as the login makes them."""
    found = []
    for user in User.objects.filter(username__in=names).order_by("pk"):
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.create()
        cookies = (
            f"{settings.SESSION_COOKIE_NAME}={session.session_key}; {settings.CSRF_COOKIE_NAME}={_TOKEN}"
        )
        headers = {"Cookie": cookies, "X-CSRFToken": _TOKEN, "Content-Type": "application/json"}
        found.append(Visitor(headers, user.organisation_id, user.username.rstrip("0123456789")))
    return found


class Visits:
    """Draws visits by the shares of a working day; types into each cell once."""

    def __init__(self, size: Size, visitors: list[Visitor], seed: int, pages: dict[str, str]) -> None:
        self._size, self._chance, self._pages = size, random.Random(seed), pages
        bodies = {visitor.body for visitor in visitors if visitor.role == "clerk"}
        self._by_role: dict[str, list[Visitor]] = {}
        for visitor in visitors:
            self._by_role.setdefault(visitor.role, []).append(visitor)
        self._actual = dict(
            Indicator.objects.filter(project__organisation__in=bodies).values_list("pk", "actual")
        )
        shares = {
            "home": 18, "tasks": 14, "task": 14, "grid": 14, "cells": 16, "cycle": 5,
            "organisations": 4, "accounts": 3, "documents": 6, "dashboards": 6,
        }  # fmt: skip
        self.names = [name for name in shares if name in pages]
        self._shares = [shares[name] for name in self.names]

    def draw(self, name: str = "") -> Visit:
        """The next one, of this page or of any."""
        name = name or self._chance.choices(self.names, self._shares)[0]
        return getattr(self, f"_{name}", self._simple)(name)

    def _who(self, *roles: str) -> Visitor:
        return self._chance.choice(self._by_role[self._chance.choice(roles)])

    def _simple(self, name: str) -> Visit:
        return Visit(name, self._who("clerk", "lead", "officer", "line"), self._pages[name])

    def _home(self, name: str) -> Visit:
        return Visit(name, self._who("clerk", "clerk", "clerk", "lead", "line", "officer"), "/")

    def _dashboards(self, name: str) -> Visit:
        return Visit(name, self._who("officer", "line"), self._pages[name])

    def _cycle(self, name: str) -> Visit:
        return Visit(name, self._who("officer", "officer", "line", "clerk"), "/cycles/1/")

    def _tasks(self, name: str) -> Visit:
        query = self._chance.choice(
            (
                "",
                "?stage=2",
                "?stage=2&state=pending",
                "?late=1",
                "?stage=2&page=3",
                f"?q={quote('第77')}",
                "?state=draft",
            )
        )
        return Visit(name, self._who("clerk", "clerk", "lead", "line", "officer"), f"/cycles/tasks/{query}")

    def _task(self, name: str) -> Visit:
        visitor = self._who("clerk", "clerk", "clerk", "officer")
        return Visit(name, visitor, f"/cycles/tasks/{self._form(visitor)}/")

    def _grid(self, name: str) -> Visit:
        visitor = self._who("clerk", "clerk", "clerk", "officer")
        return Visit(name, visitor, f"/filings/tasks/{self._form(visitor)}/")

    def _organisations(self, name: str) -> Visit:
        query = self._chance.choice(("", "?page=2", f"?q={quote('第12')}"))
        return Visit(name, self._who("officer", "line", "system"), f"/organisations/{query}")

    def _accounts(self, name: str) -> Visit:
        query = self._chance.choice(("", "?page=7", "?q=clerk12"))
        return Visit(name, self._who("system", "security"), f"/people/{query}")

    def _cells(self, name: str) -> Visit:
        """Up to three cells of a form in the clerk's hand."""
        visitor = self._who("clerk")
        project = self._project(visitor, draft=True)
        cells = []
        for leaf in self._chance.sample(range(15), self._chance.randint(1, 3)):
            row = (project - 1) * 15 + leaf + 1
            if row not in self._actual:
                continue
            before = self._actual.pop(row)  # once: a cell that waits to be saved is not saved again meanwhile
            after = str(self._chance.randrange(60, 130))
            cells.append(
                {"table": "indicators", "row": row, "column": "actual", "before": before, "after": after}
            )
        address = f"/filings/tasks/{self._size.projects + project}/cells/"
        return Visit(name, visitor, address, json.dumps({"cells": cells}).encode(), _saved)

    def _form(self, visitor: Visitor) -> int:
        return self._size.projects + self._project(visitor, draft=False)

    def _project(self, visitor: Visitor, *, draft: bool) -> int:
        body = visitor.body if visitor.role == "clerk" else self._chance.randrange(3, self._size.units + 3)
        first = (body - 3) * self._size.each + 1
        own = [
            number for number in range(first, first + self._size.each) if not draft or number % 6 in {0, 1, 4}
        ]
        return self._chance.choice(own)


def _saved(status: int, content: bytes) -> str:
    """Wrong unless every cell was saved."""
    if status != 200:
        return str(status)
    answer: dict[str, Any] = json.loads(content)
    bad = [one["error"] for one in answer["cells"] if one["error"]]
    return f"{len(bad)} cells: {bad[0]}" if bad else ""
