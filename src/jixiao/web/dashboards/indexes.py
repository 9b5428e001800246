"""Indexes that the sums of a year run through: they hold what is summed, so that no row is read.

Made after every migration: SQLite forgets them when Django rebuilds a table of another application.
"""

from typing import Any, Final

from django.db import connections

_PROJECTS: Final = "fiscal_year, deleted, organisation_id, revised_budget, outturn"
_TASKS: Final = "stage_id, organisation_id, state, deadline"
SUMS: Final = (
    f"CREATE INDEX IF NOT EXISTS dashboards_project_sums ON filings_project ({_PROJECTS})",
    f"CREATE INDEX IF NOT EXISTS dashboards_task_states ON cycles_task ({_TASKS})",
)


def ensure(using: str = "default", **_: Any) -> None:
    """Make those that are missing, once the tables are there."""
    connection = connections[using]
    there = set(connection.introspection.table_names())
    if {"filings_project", "cycles_task"} <= there:
        with connection.cursor() as cursor:
            for statement in SUMS:
                cursor.execute(statement)
