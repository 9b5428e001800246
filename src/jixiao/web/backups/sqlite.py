"""The database as SQLite's own copy of itself."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from jixiao.web.backups.archive import Reading, Writing, chunks_of
from jixiao.web.backups.manifest import Member, Table, damaged

NAME: Final = "jixiao.sqlite3"
_OWN: Final = ("sqlite_",)


def copy(database: Path, to: Path) -> None:
    """Copy it at one moment, while others go on writing."""
    with closing(sqlite3.connect(database, timeout=60)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    to.chmod(0o600)


def save(writing: Writing, database: Path) -> Member:
    """Put the copy into the backup."""
    return writing.add(NAME, chunks_of(database))


def tables(database: Path) -> tuple[Table, ...]:
    """Every table with its columns and number of rows."""
    with closing(_read_only(database)) as opened:
        names = [
            name
            for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            if not name.startswith(_OWN)
        ]
        return tuple(
            Table(
                name,
                tuple(row[1] for row in opened.execute(f"PRAGMA table_info({_quoted(name)})")),
                opened.execute(f"SELECT count(*) FROM {_quoted(name)}").fetchone()[0],  # noqa: S608  # quoted
            )
            for name in names
        )


def rows(database: Path, query: str) -> list[tuple]:
    """The answer of the database to a question that changes nothing."""
    with closing(_read_only(database)) as opened:
        return opened.execute(query).fetchall()


def unpack(backup: Reading, to: Path) -> None:
    """Write the database of the backup to a new file and see that it is whole.

    Raises:
        UserError: it is damaged, or does not hold what the manifest says.
    """
    member = next((one for one in backup.manifest.members if one.name == NAME), None)
    if member is None:
        raise damaged(NAME)
    backup.extract(member, to)
    try:
        whole = rows(to, "PRAGMA integrity_check") == [("ok",)] and not rows(to, "PRAGMA foreign_key_check")
        if not whole or tables(to) != backup.manifest.tables:
            raise damaged(NAME)
    except sqlite3.Error as error:
        raise damaged(NAME) from error


def _read_only(database: Path) -> sqlite3.Connection:
    opened = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)
    opened.execute("PRAGMA trusted_schema=OFF")
    return opened


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
