"""The database as PostgreSQL's ``COPY`` of every table, all at one moment.

``COPY`` comes with the driver and any server reads it; the text form is the same in all versions.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from jixiao.web.backups.archive import Reading, Writing
from jixiao.web.backups.manifest import Manifest, Table, damaged

_FOLDER: Final = "database"


@contextmanager
def one_moment() -> Iterator[Any]:
    """A cursor that sees the database as it is now, whatever others commit meanwhile."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield cursor


def save(writing: Writing, cursor: Any) -> tuple[Table, ...]:
    """Put every table into the backup."""
    found = []
    for name in _names(cursor):
        cursor.execute(
            "SELECT column_name FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND table_name = %s AND is_generated = 'NEVER'"
            " ORDER BY ordinal_position",
            [name],
        )
        columns = tuple(row[0] for row in cursor.fetchall())
        writing.add(f"{_FOLDER}/{name}.copy", _copied(cursor, f"COPY {_place(name, columns)} TO STDOUT"))
        cursor.execute(f"SELECT count(*) FROM {_quoted(name)}")  # noqa: S608  # quoted
        found.append(Table(name, columns, cursor.fetchone()[0]))
    return tuple(found)


def sequences(cursor: Any) -> dict[str, int]:
    """The numbers that the sequences have reached: one that was given and deleted is not given again."""
    cursor.execute(
        "SELECT sequencename, last_value FROM pg_sequences"
        " WHERE schemaname = current_schema() AND last_value IS NOT NULL"
    )
    return dict(cursor.fetchall())


def is_empty() -> bool:
    """Whether the database has no table yet."""
    with connection.cursor() as cursor:
        return not _names(cursor)


@transaction.atomic
def load(backup: Reading) -> None:
    """Make the tables as they were, fill them, check every reference; all of it or nothing.

    Raises:
        UserError: the backup is damaged or does not fit its own tables.
    """
    manifest = backup.manifest
    executor = MigrationExecutor(connection)
    executor.migrate(_last(executor, manifest))
    with connection.cursor() as cursor:
        there = set(_names(cursor))
        if {table.name for table in manifest.tables} != there:
            raise damaged("tables")
        cursor.execute("TRUNCATE " + ", ".join(_quoted(name) for name in sorted(there)))
        # A migration that adds a reference leaves it immediate until its transaction ends, which is this one.
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table in manifest.tables:
            _fill(cursor, backup, table)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        known = set(sequences_there(cursor))
        for name, number in manifest.sequences.items():
            if name not in known:
                raise damaged(name)
            cursor.execute("SELECT setval(%s::regclass, %s)", [_quoted(name), number])


def sequences_there(cursor: Any) -> list[str]:
    """The names of the sequences."""
    cursor.execute("SELECT sequencename FROM pg_sequences WHERE schemaname = current_schema()")
    return [row[0] for row in cursor.fetchall()]


def _fill(cursor: Any, backup: Reading, table: Table) -> None:
    member = next(
        (one for one in backup.manifest.members if one.name == f"{_FOLDER}/{table.name}.copy"), None
    )
    if member is None:
        raise damaged(table.name)
    with cursor.cursor.copy(f"COPY {_place(table.name, table.columns)} FROM STDIN") as stream:
        for chunk in backup.chunks(member):
            stream.write(chunk)
    if cursor.cursor.rowcount != table.rows:
        raise damaged(table.name)


def _last(executor: MigrationExecutor, manifest: Manifest) -> list[tuple[str, str]]:
    """Of each application the migrations that none of the others there follows."""
    graph = executor.loader.graph
    there = {key for key in manifest.migrations if key in graph.nodes}
    followed = {
        parent.key for key in there for parent in graph.node_map[key].parents if parent.key[0] == key[0]
    }
    return sorted(there - followed)


def _names(cursor: Any) -> list[str]:
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename")
    return [row[0] for row in cursor.fetchall()]


def _copied(cursor: Any, statement: str) -> Iterator[bytes]:
    with cursor.cursor.copy(statement) as stream:
        for block in stream:
            yield bytes(block)


def _place(name: str, columns: tuple[str, ...]) -> str:
    return f"{_quoted(name)} ({', '.join(_quoted(column) for column in columns)})"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
