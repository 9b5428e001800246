"""The triggers that keep `models.Standing`, in both databases.

On PostgreSQL each first waits for whoever changes the same project, and then looks: what it reads is new.
"""
# ruff: noqa: S608  # statements are made of the names below, of nothing that was given

from dataclasses import dataclass
from typing import Final

from jixiao.web.kept import Kept

_COLUMNS: Final = "project_id, month, organisation_id, fiscal_year, deleted, budget, spent, score, due"
_ABOUT: Final = "organisation_id, fiscal_year, deleted"
_SCORE: Final = (
    "(SELECT percent FROM dashboards_formscore WHERE project_id = {number} ORDER BY id DESC LIMIT 1)"
)
_DUE: Final = (
    "(SELECT min(deadline) FROM cycles_task WHERE project_id = {number} AND state IN ('draft', 'returned'))"
)
_YEAR: Final = "project_id = {number} AND month IS NULL"
_QUERY: Final = f"""
    SELECT id AS project_id, NULL AS month, {_ABOUT}, revised_budget AS budget, outturn AS spent,
        {_SCORE.format(number="filings_project.id")} AS score,
        {_DUE.format(number="filings_project.id")} AS due
    FROM filings_project
    UNION ALL
    SELECT project_id, through_month, {_ABOUT}, revised_budget, period.outturn, NULL, NULL
    FROM filings_monitoringperiod period JOIN filings_project ON filings_project.id = project_id
"""


@dataclass(frozen=True, slots=True)
class _Source:
    """A table: its column of the project, those that are watched, what is done when a row comes or goes.

    ``moves`` is done when a watched column changes; where it is blank, the row goes and comes anew.
    """

    table: str
    project: str
    watched: tuple[str, ...]
    comes: str
    goes: str
    moves: str = ""


def _again(column: str, figure: str, row: str) -> str:
    number = f"{row}.project_id"
    return (
        f"UPDATE dashboards_standing SET {column} = {figure.format(number=number)}"
        f" WHERE {_YEAR.format(number=number)};"
    )


_SOURCES: Final = (
    _Source(
        "filings_project",
        "id",
        ("organisation_id", "fiscal_year", "deleted", "revised_budget", "outturn"),
        f"INSERT INTO dashboards_standing (project_id, {_ABOUT}, budget, spent) VALUES (NEW.id,"
        " NEW.organisation_id, NEW.fiscal_year, NEW.deleted, NEW.revised_budget, NEW.outturn);",
        "DELETE FROM dashboards_standing WHERE project_id = OLD.id;",
        "UPDATE dashboards_standing SET organisation_id = NEW.organisation_id, fiscal_year = NEW.fiscal_year,"
        " deleted = NEW.deleted, budget = NEW.revised_budget,"
        " spent = CASE WHEN month IS NULL THEN NEW.outturn ELSE spent END WHERE project_id = NEW.id;",
    ),
    _Source(
        "filings_monitoringperiod",
        "project_id",
        ("project_id", "through_month", "outturn"),
        f"INSERT INTO dashboards_standing (project_id, month, {_ABOUT}, budget, spent)"
        f" SELECT project_id, NEW.through_month, {_ABOUT}, budget, NEW.outturn FROM dashboards_standing"
        f" WHERE {_YEAR.format(number='NEW.project_id')};",
        "DELETE FROM dashboards_standing WHERE project_id = OLD.project_id AND month = OLD.through_month;",
    ),
    _Source(
        "dashboards_formscore",
        "project_id",
        ("project_id", "percent"),
        _again("score", _SCORE, "NEW"),
        _again("score", _SCORE, "OLD"),
    ),
    _Source(
        "cycles_task",
        "project_id",
        ("project_id", "state", "deadline"),
        _again("due", _DUE, "NEW"),
        _again("due", _DUE, "OLD"),
    ),
)


def _sqlite(one: _Source) -> tuple[str, ...]:
    old, new = (", ".join(f"{row}.{name}" for name in one.watched) for row in ("OLD", "NEW"))
    name = f"dashboards_{one.table}"
    return (
        f"CREATE TRIGGER {name}_comes AFTER INSERT ON {one.table} BEGIN {one.comes} END",
        f"CREATE TRIGGER {name}_goes AFTER DELETE ON {one.table} BEGIN {one.goes} END",
        f"""
        CREATE TRIGGER {name}_moves AFTER UPDATE OF {", ".join(one.watched)} ON {one.table}
        WHEN ({old}) IS NOT ({new}) BEGIN {one.moves or one.goes + one.comes} END
        """,
    )


def _postgresql(one: _Source) -> tuple[str, ...]:
    old, new = (", ".join(f"{row}.{name}" for name in one.watched) for row in ("OLD", "NEW"))
    wait_old, wait_new = (
        f"PERFORM 1 FROM dashboards_standing WHERE {_YEAR.format(number=f'{row}.{one.project}')} FOR UPDATE;"
        for row in ("OLD", "NEW")
    )
    name = f"dashboards_{one.table}"
    return (
        f"""
        CREATE FUNCTION {name}_stands() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF TG_OP = 'INSERT' THEN {wait_new} {one.comes}
            ELSIF TG_OP = 'DELETE' THEN {wait_old} {one.goes}
            ELSE {wait_old} {wait_new} {one.moves or one.goes + one.comes}
            END IF;
            RETURN NULL;
        END $$
        """,
        f"""
        CREATE TRIGGER {name}_comes AFTER INSERT OR DELETE ON {one.table}
        FOR EACH ROW EXECUTE FUNCTION {name}_stands()
        """,
        f"""
        CREATE TRIGGER {name}_moves AFTER UPDATE OF {", ".join(one.watched)} ON {one.table}
        FOR EACH ROW WHEN (({old}) IS DISTINCT FROM ({new})) EXECUTE FUNCTION {name}_stands()
        """,
    )


AWAY: Final[dict[str, tuple[str, ...]]] = {
    "sqlite": tuple(
        f"DROP TRIGGER IF EXISTS dashboards_{one.table}_{when}"
        for one in _SOURCES
        for when in ("comes", "goes", "moves")
    ),
    "postgresql": tuple(
        f"DROP FUNCTION IF EXISTS dashboards_{one.table}_stands() CASCADE" for one in _SOURCES
    ),
}
STANDING: Final = Kept(
    "dashboards_standing",
    _COLUMNS,
    _QUERY,
    tuple(one.table for one in _SOURCES),
    {
        "sqlite": tuple(statement for one in _SOURCES for statement in _sqlite(one)),
        "postgresql": tuple(statement for one in _SOURCES for statement in _postgresql(one)),
    },
    AWAY,
    {
        "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"
        " AND name LIKE 'dashboards!_%' ESCAPE '!'",
        "postgresql": "SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'dashboards!_%' ESCAPE '!'",
    },
)
