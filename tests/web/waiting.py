"""Whether another transaction waits for the one that asks: what a test of two writers at once goes by. On PostgreSQL."""

from django.db import connection


def somebody_waits_for_us() -> bool:
    """Asked within a transaction. Other tests use the same server at the same time: their waiting does not count."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
        )
        return bool(cursor.fetchone()[0])
