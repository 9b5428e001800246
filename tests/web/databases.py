"""On which databases a test of the site runs where ``make test`` has both: on both, unless one is enough.

What asks no database runs once, on SQLite. What opens the browser runs once, on PostgreSQL, where people really save at
the same time, but for what is marked ``both``. Where PostgreSQL is missing everything runs on SQLite.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.web.kept import asks_the_database

FOLDER = Path(__file__).parent
PROGRAMS = {"tests.web.installations", "tests.web.served"}
"""Modules that begin programs with a database of their own."""


def tell_apart(items: Iterable[pytest.Item]) -> None:
    """Mark the tests of the site; one that would run nowhere is refused."""
    for item in items:
        if not item.path.is_relative_to(FOLDER):
            continue
        marks = {mark.name for mark in item.iter_markers()}
        if "browser" in item.fixturenames and "both" not in marks:
            item.add_marker("browser")
        elif "sqlite" not in marks and not may_reach_a_database(item):
            item.add_marker("sqlite")
        if not runs({mark.name for mark in item.iter_markers()}):
            raise pytest.UsageError(f"{item.nodeid} would run on neither database: take its mark sqlite away")


def runs(marks: set[str]) -> list[str]:
    """The databases on which ``make test`` runs a test with these marks, where it has both."""
    left_out = {"sqlite": "browser", "postgresql": "sqlite"}  # as the Makefile says
    return [database for database, mark in left_out.items() if mark not in marks]


def may_reach_a_database(item: pytest.Item) -> bool:
    """Whether it asks for that of this process, from which pytest-django keeps all others, or begins programs."""
    if asks_the_database(item) or not {"set_up", "browser"}.isdisjoint(item.fixturenames):
        return True
    if not isinstance(item, pytest.Function):
        return True  # nothing is known of what it asks
    made = vars(item.module)
    return "subprocess" in made or any(getattr(one, "__module__", "") in PROGRAMS for one in made.values())
