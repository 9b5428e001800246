"""What the site's tests share: a small county with one account a role, and another county beside it.

The rows that a page's address may name have the numbers ``HERE`` in the county and ``ELSEWHERE`` in the other, so
that every address with a number in it can be tried with a row that may be seen and with one that may not. An
application adds its own rows in ``tests/web/<application>/samples.py``: ``make(county, number)``.
"""

import runpy
import time
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client
from django.test.client import ClientHandler

from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people import sessions
from jixiao.web.people.models import Membership, User
from jixiao.web.people.roles import ADMINISTRATORS, BUREAU, Role

PASSWORD = "Correct-horse-7"  # noqa: S105  # of accounts in tests
HERE, ELSEWHERE = 5_000_001, 9_000_001  # far from what PostgreSQL's sequences reach in a run
_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SAMPLES = sorted(Path(__file__).parent.glob("*/samples.py"))


@dataclass(slots=True)
class County:
    """A jurisdiction with its bureau, two departments with a unit each, and people."""

    top: Organisation
    bureau: Organisation
    department: Organisation
    unit: Organisation
    other_department: Organisation
    other_unit: Organisation
    people: dict[str, User] = field(default_factory=dict)  # by role; "" is an account without one

    def place_of(self, role: str) -> Organisation:
        """Where the role is held."""
        if role in ADMINISTRATORS or role == Role.AUDITOR:
            return self.top
        if role in BUREAU:
            return self.bureau
        return self.unit if role in {Role.UNIT_CLERK, Role.UNIT_REVIEWER} else self.department


def county(name: str = "Yan", number: int = HERE) -> County:
    """A county whose sample rows have this number; its names are in Latin letters, as no words of ours are."""

    def body(kind: Kind, code: str, parent: Organisation | None, pk: int | None = None) -> Organisation:
        return Organisation.objects.create(
            pk=pk, kind=kind, code=f"{name}-{code}", name=f"{name} {code}", parent=parent,
            rulebook="cn" if parent is None else "",
        )  # fmt: skip

    top = body(Kind.JURISDICTION, "county", None)
    department = body(Kind.DEPARTMENT, "education", top)
    made = County(
        top=top,
        bureau=body(Kind.BUREAU, "bureau", top),
        department=department,
        unit=body(Kind.UNIT, "school", department, number),
        other_department=(other := body(Kind.DEPARTMENT, "health", top)),
        other_unit=body(Kind.UNIT, "hospital", other),
    )
    for role in ("", *Role):
        made.people[role] = account(f"{name}-{role or 'nobody'}", role, made.place_of(role))
    sample = account(f"{name}-sample", "", made.unit, number)
    Membership.objects.create(pk=number, user=sample, organisation=made.unit, role=Role.UNIT_CLERK)
    for path in SAMPLES:
        runpy.run_path(str(path))["make"](made, number)
    return made


def account(username: str, role: str, at: Organisation, pk: int | None = None) -> User:
    """An account that has changed its first password, with a role at a body."""
    user = User(
        pk=pk, username=username, full_name=username.title(), organisation=at, must_change_password=False
    )
    user.set_password(PASSWORD)
    user.save()
    if role:
        Membership.objects.create(user=user, organisation=at, role=role)
    return user


def signed_in(user: User | None) -> Client:
    """A browser in which the person logged in before and was at work just now; None: a stranger's.

    What a login and a first page write is left out, the log among it: tests of logins log in.
    """
    client = Client()
    client.handler = _site()
    if user is not None:
        session = SessionStore()
        session.update({SESSION_KEY: str(user.pk), BACKEND_SESSION_KEY: _BACKEND})
        session.update({HASH_SESSION_KEY: user.get_session_auth_hash()})
        session.update(dict.fromkeys((sessions._BEGAN, sessions._SEEN), int(time.time())))
        session.create()
        client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return client


@cache
def _site() -> ClientHandler:
    """The site with its middleware, built once a process: it lists every static file when it is built.

    A test that changes a setting which middleware reads while it is built needs a ``Client()`` of its own.
    """
    return ClientHandler(enforce_csrf_checks=False)
