"""Installations of their own: a data folder, and a database on the server of DATABASE_URL where there is one."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg

SERVER = os.environ.get("DATABASE_URL", "")
VENDOR = "postgresql" if SERVER.startswith("postgres") else "sqlite"


@dataclass(frozen=True, slots=True)
class Installation:
    """A data folder and the address of its database; blank means SQLite in the folder."""

    folder: Path
    address: str = ""

    def environment(self, **more: str) -> dict[str, str]:
        """Of a program that works in it."""
        return {
            **os.environ,
            "JIXIAO_DATA": str(self.folder),
            "DATABASE_URL": self.address,
            "JIXIAO_HTTPS": "0",
            "PYTHONUTF8": "1",
            **more,
        }

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A command of jixiao in it."""
        return subprocess.run(
            [sys.executable, "-m", "jixiao.cli", *arguments],
            env=self.environment(), capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip

    def start(self, script: str, *arguments: str) -> subprocess.Popen[str]:
        """A Python script with Django set up in it, left running."""
        return subprocess.Popen(
            [sys.executable, "-c", f"from jixiao.web.starting import start\nstart()\n{script}", *arguments],
            env=self.environment(), encoding="utf-8", stdout=subprocess.PIPE,
        )  # fmt: skip

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """The answer of its database."""
        if not self.address:
            with sqlite3.connect(self.folder / "jixiao.sqlite3") as database:
                return database.execute(query).fetchall()
        with psycopg.connect(self.address) as connection:
            return connection.execute(query.encode()).fetchall()

    def everything(self) -> dict[str, list[str]]:
        """Every row of every table as text, sorted."""
        names = (
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            if self.address
            else "SELECT name FROM sqlite_master WHERE type = 'table'"
        )
        return {name: sorted(map(repr, self.rows(f'SELECT * FROM "{name}"'))) for (name,) in self.rows(names)}  # noqa: S608


@contextmanager
def installation(folder: Path, *, tables: bool = False) -> Iterator[Installation]:
    """An empty one, on the database that the tests run with.

    With ``tables`` the database has its tables, as after ``migrate``: for tests that are not about how they come to
    be there, which takes five seconds of the processor.
    """
    if VENDOR == "sqlite":
        if tables:
            folder.mkdir(parents=True, exist_ok=True)
            _copied(_with_tables().folder, folder)
        yield Installation(folder)
        return
    made = _database(_with_tables() if tables else None)
    try:
        yield Installation(folder, _address(made))
    finally:
        _on_server(f"DROP DATABASE {made} WITH (FORCE)")


def put_away() -> None:
    """At the end of all tests: a server that is not ours keeps no database of theirs."""
    if VENDOR == "postgresql" and _with_tables.cache_info().currsize:
        name = urlsplit(_with_tables().address).path.removeprefix("/")
        _with_tables.cache_clear()
        _on_server(f"DROP DATABASE {name} WITH (FORCE)")


@cache
def _with_tables() -> Installation:
    """The one whose database is copied, made once a process; nothing else is ever written to it."""
    folder = Path(tempfile.mkdtemp(prefix="tables-", dir=os.environ["JIXIAO_TEST_DATA"]))
    made = Installation(folder, "" if VENDOR == "sqlite" else _address(_database(None)))
    with made.start("from jixiao.web.starting import migrate\nmigrate()") as migrating:
        assert migrating.wait() == 0
    return made


def _copied(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(source / "jixiao.sqlite3")) as old,
        closing(sqlite3.connect(target / "jixiao.sqlite3")) as new,
    ):
        old.backup(new)


def _database(pattern: Installation | None) -> str:
    """The name of a new one on the server, a copy of the pattern's or empty."""
    name = f"own_{uuid4().hex}"
    copied = f" TEMPLATE {urlsplit(pattern.address).path.removeprefix('/')}" if pattern else ""
    _on_server(f"CREATE DATABASE {name}{copied}")
    return name


def _address(name: str) -> str:
    return urlsplit(SERVER)._replace(path=f"/{name}").geturl()


def _on_server(statement: str) -> None:
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(statement.encode())
