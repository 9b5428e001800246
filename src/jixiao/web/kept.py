"""Tables that triggers of the database keep equal to a query over other tables.

Whatever writes those tables keeps the figures in the same transaction; pages read figures instead of rows.
The triggers are made where they are missing at the end of every ``migrate`` and at every start: SQLite
forgets those of a table that a migration rebuilds. A trigger should name no table but its own and the kept
one: SQLite renames no table while a trigger names one that is away.
"""
# ruff: noqa: S608  # statements are made of the names of our tables, of nothing that was given

from dataclasses import dataclass
from typing import Any

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True)
class Kept:
    """A kept table: its columns, the query that they equal, the tables of that query.

    By the database's name: what makes the triggers, what takes them away, what counts those that are there.
    ``shown`` is the query over the kept table that equals the other, where its rows alone do not.
    """

    table: str
    columns: str
    query: str
    sources: tuple[str, ...]
    makes: dict[str, tuple[str, ...]]
    away: dict[str, tuple[str, ...]]
    there: dict[str, str]
    shown: str = ""

    def make(self, connection: BaseDatabaseWrapper) -> None:
        """Make the triggers anew, and the rows that they go on from."""
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            for statement in (*self.away[connection.vendor], *self.makes[connection.vendor]):
                cursor.execute(statement)
            cursor.execute(f"DELETE FROM {self.table}")
            cursor.execute(f"INSERT INTO {self.table} ({self.columns}) {self.query}")

    def ensure(self, using: str = "default", **_: Any) -> None:
        """Make the triggers where one is missing, once all tables are there."""
        connection = connections[using]
        with connection.cursor() as cursor:
            if not {self.table, *self.sources} <= set(connection.introspection.table_names(cursor)):
                return
            cursor.execute(self.there[connection.vendor])
            wanted = sum("CREATE TRIGGER" in one for one in self.makes[connection.vendor])
            if cursor.fetchone()[0] == wanted:
                return
        self.make(connection)

    def wrong(self, using: str = "default") -> list[tuple[Any, ...]]:
        """The rows that are kept and should not be, and those that should be and are not."""
        kept = self.shown or f"SELECT {self.columns} FROM {self.table}"
        made = f"SELECT * FROM ({self.query}) made"
        with connections[using].cursor() as cursor:
            cursor.execute(f"{kept} EXCEPT {made}")
            found = list(cursor.fetchall())
            cursor.execute(f"{made} EXCEPT {kept}")
            return found + list(cursor.fetchall())
