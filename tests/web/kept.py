"""The county of most tests, made once and kept: a transaction around them holds it, and each works in a savepoint.

Tests that ask for ``elsewhere`` have another county beside it.

What a test writes is rolled back to that savepoint, as Django does with the rows of ``setUpTestData``; the objects
that a test is given are its own copies. The transaction ends before a test that commits, or that wants no county.
"""

import pickle
from typing import Any

import pytest
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker
from tests.web.support import ELSEWHERE, County, county

QUICK_PASSWORDS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
_COMMITTING = {"transactional_db", "live_server", "django_db_reset_sequences"}


class KeptCounty:
    """One county a process, made where there is none and kept until a test cannot have it around."""

    def __init__(self, blocker: DjangoDbBlocker) -> None:
        self._blocker = blocker
        self._around: transaction.Atomic | None = None
        self._connection: Any = None
        self._county = b""
        self._two = False

    def prepare(self, item: pytest.Item) -> None:
        """Before the transaction of this test begins: make the county, keep it, or put it away."""
        wanted = "county" in item.fixturenames and not _commits(item)
        two = "elsewhere" in item.fixturenames
        if not wanted or two != self._two or self._connection is not connections[DEFAULT_DB_ALIAS]:
            self.put_away()
        if wanted and self._around is None:
            self._make(two=two)

    def copy(self) -> County | None:
        """The county for one test; None where none is kept."""
        return None if self._around is None else pickle.loads(self._county)  # noqa: S301  # our own bytes

    def put_away(self) -> None:
        """End the transaction around the tests: its rows never were.

        In the connection where it began: once a browser has started, Django takes the thread's tests for
        asynchronous ones and gives them another.
        """
        if self._around is None:
            return
        around, self._around = self._around, None
        now = connections[DEFAULT_DB_ALIAS]
        connections[DEFAULT_DB_ALIAS] = self._connection
        with self._blocker.unblock():
            transaction.set_rollback(True)
            around.__exit__(None, None, None)
        connections[DEFAULT_DB_ALIAS] = now

    def _make(self, *, two: bool) -> None:
        around = transaction.atomic()
        around._from_testcase = True  # as Django marks its own: what must be outermost may be within
        with self._blocker.unblock(), override_settings(PASSWORD_HASHERS=QUICK_PASSWORDS):
            around.__enter__()
            self._around, self._connection = around, connections[DEFAULT_DB_ALIAS]
            self._county, self._two = pickle.dumps(county()), two
            if two:
                county("Shi", ELSEWHERE)


def asks_the_database(item: pytest.Item) -> bool:
    """Whether pytest-django gives the test a database, and so a transaction or the emptying of all tables."""
    return item.get_closest_marker("django_db") is not None or not {"db", *_COMMITTING}.isdisjoint(
        item.fixturenames
    )


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    asked: dict[str, Any] = marker.kwargs if marker else {}
    return bool(asked.get("transaction") or asked.get("reset_sequences")) or not _COMMITTING.isdisjoint(
        item.fixturenames
    )
