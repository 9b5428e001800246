"""Installations of their own: a data folder, and a database on the server of DATABASE_URL where there is one."""

import os
import shutil
import sqlite3
import subprocess
import sys
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
_TOLD = "address.txt"
VENDOR = "postgresql" if SERVER.startswith("postgres") else "sqlite"


@dataclass(frozen=True, slots=True)
class Installation:
    """A data folder and the address of its database; blank means SQLite in the folder."""

    folder: Path
    address: str = ""

    @property
    def database(self) -> str:
        """The name of its database on the server."""
        return urlsplit(self.address).path.removeprefix("/")

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
            save_migrating(folder)
        yield Installation(folder)
        return
    with _database(with_tables() if tables else None) as address:
        yield Installation(folder, address)


@contextmanager
def copied(one: Installation, folder: Path) -> Iterator[Installation]:
    """Another one with the same rows, files and key; nobody may be at work in the first."""
    shutil.copytree(one.folder, folder)
    if VENDOR == "sqlite":
        yield Installation(folder)
        return
    _all_left(one)
    with _database(one) as address:
        yield Installation(folder, address)


@contextmanager
def _database(like: Installation | None) -> Iterator[str]:
    """A database on the server for as long as it is needed, with what is in that of the other; its address."""
    made = f"own_{uuid4().hex}"
    _on_server(f"CREATE DATABASE {made}" + (f" TEMPLATE {like.database}" if like else ""))
    try:
        yield _address(made)
    finally:
        _on_server(f"DROP DATABASE {made} WITH (FORCE)")


@cache
def with_tables() -> Installation:
    """The one whose database is copied, made by the worker that asks first; nothing else is ever written to it."""
    folder = Path(os.environ["JIXIAO_TEST_RUN"])
    told = folder / _TOLD
    with closing(sqlite3.connect(folder / "lock", timeout=3600, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")  # the others wait; a worker that dies lets go
        if not told.is_file():
            told.write_text(_migrated(folder / "tables").address, encoding="utf-8")
    return Installation(folder / "tables", told.read_text(encoding="utf-8"))


def _migrated(folder: Path) -> Installation:
    made = Installation(folder, "" if VENDOR == "sqlite" else _address(f"tables_{uuid4().hex}"))
    if made.address:
        _on_server(f"CREATE DATABASE {made.database}")
    with made.start("from jixiao.web.starting import migrate\nmigrate()") as migrating:
        assert migrating.wait() == 0
    if made.address:
        _all_left(made)
    return made


def _all_left(one: Installation) -> None:
    """The server copies no database that somebody is still taking leave of."""
    theirs = f"FROM pg_stat_activity WHERE datname = '{one.database}'"
    _on_server(f"SELECT pg_terminate_backend(pid, 60000) {theirs}")


def copy_tables(target: sqlite3.Connection) -> None:
    """Make them in an empty database of SQLite."""
    with closing(sqlite3.connect(with_tables().folder / "jixiao.sqlite3")) as old:
        old.backup(target)


def save_migrating(folder: Path) -> None:
    """Put the tables into the SQLite file of a new folder, if the tests run on SQLite and so have them at hand."""
    if VENDOR == "sqlite":
        with closing(sqlite3.connect(folder / "jixiao.sqlite3")) as new:
            copy_tables(new)


def put_away() -> None:
    """After all tests of all workers: a server that is not ours keeps no database of theirs."""
    if VENDOR == "postgresql" and (Path(os.environ["JIXIAO_TEST_RUN"]) / _TOLD).is_file():
        _on_server(f"DROP DATABASE {with_tables().database} WITH (FORCE)")


def _address(name: str) -> str:
    return urlsplit(SERVER)._replace(path=f"/{name}").geturl()


def _on_server(statement: str) -> None:
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(statement.encode())
