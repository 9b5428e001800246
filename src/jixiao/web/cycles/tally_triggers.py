"""The triggers that count forms, in both databases, and what proves their numbers.

Of a form that moves, the lesser key is written first, whichever of them grows, so
that two moves in opposite directions wait for each other instead of locking each other up.
"""
# ruff: noqa: S608  # statements are made of the names below, of nothing that was given

from typing import Final

from jixiao.web.kept import Kept

KEY: Final = ("organisation_id", "stage_id", "state", "node", "deadline")
_COLUMNS: Final = ", ".join(KEY)
_SAME: Final = " AND ".join(f"{name} = OLD.{name}" for name in KEY)
_OLD: Final = ", ".join(f"OLD.{name}" for name in KEY)
_NEW: Final = ", ".join(f"NEW.{name}" for name in KEY)
_LESS: Final = (
    f"UPDATE cycles_tally SET forms = forms - 1 WHERE {_SAME};"
    f" DELETE FROM cycles_tally WHERE {_SAME} AND forms = 0;"
)
_MORE: Final = (
    f"INSERT INTO cycles_tally ({_COLUMNS}, forms) VALUES ({_NEW}, 1)"
    f" ON CONFLICT ({_COLUMNS}) DO UPDATE SET forms = cycles_tally.forms + 1;"
)
_COUNTED: Final = f"SELECT {_COLUMNS}, count(*) AS forms FROM cycles_task GROUP BY {_COLUMNS}"
_MOVED: Final = f"({_OLD}) IS DISTINCT FROM ({_NEW})"

MAKE: Final[dict[str, tuple[str, ...]]] = {
    "sqlite": (
        f"CREATE TRIGGER cycles_task_counted AFTER INSERT ON cycles_task BEGIN {_MORE} END",
        f"CREATE TRIGGER cycles_task_uncounted AFTER DELETE ON cycles_task BEGIN {_LESS} END",
        f"""
        CREATE TRIGGER cycles_task_recounted AFTER UPDATE OF {_COLUMNS} ON cycles_task
        WHEN ({_OLD}) IS NOT ({_NEW}) BEGIN {_LESS} {_MORE} END
        """,
    ),
    "postgresql": (
        f"""
        CREATE FUNCTION cycles_task_count() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF TG_OP = 'INSERT' THEN {_MORE}
            ELSIF TG_OP = 'DELETE' THEN {_LESS}
            ELSIF ({_OLD}) < ({_NEW}) THEN {_LESS} {_MORE}
            ELSE {_MORE} {_LESS}
            END IF;
            RETURN NULL;
        END $$
        """,
        """
        CREATE TRIGGER cycles_task_counted AFTER INSERT OR DELETE ON cycles_task
        FOR EACH ROW EXECUTE FUNCTION cycles_task_count()
        """,
        f"""
        CREATE TRIGGER cycles_task_recounted AFTER UPDATE OF {_COLUMNS} ON cycles_task
        FOR EACH ROW WHEN ({_MOVED}) EXECUTE FUNCTION cycles_task_count()
        """,
    ),
}
AWAY: Final[dict[str, tuple[str, ...]]] = {
    "sqlite": tuple(
        f"DROP TRIGGER IF EXISTS cycles_task_{name}" for name in ("counted", "uncounted", "recounted")
    ),
    "postgresql": (
        "DROP TRIGGER IF EXISTS cycles_task_counted ON cycles_task",
        "DROP TRIGGER IF EXISTS cycles_task_recounted ON cycles_task",
        "DROP FUNCTION IF EXISTS cycles_task_count()",
    ),
}
THERE: Final = {
    "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'cycles_task'"
    " AND name IN ('cycles_task_counted', 'cycles_task_uncounted', 'cycles_task_recounted')",
    "postgresql": "SELECT count(*) FROM pg_trigger WHERE tgrelid = 'cycles_task'::regclass"
    " AND tgname IN ('cycles_task_counted', 'cycles_task_recounted')",
}

TALLIES: Final = Kept("cycles_tally", f"{_COLUMNS}, forms", _COUNTED, ("cycles_task",), MAKE, AWAY, THERE)
