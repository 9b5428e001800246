"""Installations of their own: a data folder, and a database on the server of DATABASE_URL where there is one."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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
def installation(folder: Path) -> Iterator[Installation]:
    """An empty one, on the database that the tests run with."""
    if VENDOR == "sqlite":
        yield Installation(folder)
        return
    name = f"own_{uuid4().hex}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}".encode())
    try:
        yield Installation(folder, urlsplit(SERVER)._replace(path=f"/{name}").geturl())
    finally:
        with psycopg.connect(SERVER, autocommit=True) as server:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
