"""Kept tables of sums: for each key the figures of another table's rows added up (see `jixiao.web.kept`).

Nobody waits for anybody: on PostgreSQL a key may have several rows, and whoever finds them all held by others
adds one. Readers add up the rows of a key, so that many may write to one body at once and none of them can
lock another up. SQLite has one writer at a time, and one row a key.
"""
# ruff: noqa: S608  # statements are made of the names of our tables, of nothing that was given

from dataclasses import dataclass

from jixiao.web.kept import Kept


@dataclass(frozen=True)
class Sums:
    """What is added up: ``figures`` of the rows of ``source`` of which ``counted`` is true, by ``key``.

    Keys and figures are SQL by column; ``{row}`` in it stands for the row. Keys are never NULL, figures never
    NULL and whole. ``watched`` are the columns of the source that any of it reads.
    """

    table: str
    source: str
    key: dict[str, str]
    figures: dict[str, str]
    counted: str
    watched: tuple[str, ...]

    @property
    def _name(self) -> str:
        """What the names of its triggers begin with."""
        return f"sums_{self.table}"

    def kept(self) -> Kept:
        """The table with its triggers."""
        columns = ", ".join((*self.key, *self.figures))
        return Kept(
            self.table,
            columns,
            self._added_up(f"{self.source} one WHERE {self.counted.format(row='one')}", "one"),
            (self.source,),
            {"sqlite": self._sqlite(), "postgresql": self._postgresql()},
            {
                "sqlite": tuple(
                    f"DROP TRIGGER IF EXISTS {self._name}_{when}" for when in ("comes", "goes", "moves")
                ),
                "postgresql": (f"DROP FUNCTION IF EXISTS {self._name}_of() CASCADE",),
            },
            {
                "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"
                f" AND name LIKE '{self._name}!_%' ESCAPE '!'",
                "postgresql": "SELECT count(*) FROM pg_trigger"
                f" WHERE tgname LIKE '{self._name}!_%' ESCAPE '!'",
            },
            f"SELECT {', '.join(self.key)}, {', '.join(f'sum({one})' for one in self.figures)}"
            f" FROM {self.table} GROUP BY {', '.join(self.key)}"
            f" HAVING {' OR '.join(f'sum({one}) <> 0' for one in self.figures)}",
        )

    def _added_up(self, rows: str, row: str) -> str:
        key = [one.format(row=row) for one in self.key.values()]
        named = [f"{words} AS {name}" for name, words in zip(self.key, key, strict=True)]
        sums = [f"sum({words.format(row=row)}) AS {name}" for name, words in self.figures.items()]
        return f"SELECT {', '.join((*named, *sums))} FROM {rows} GROUP BY {', '.join(key)}"

    def _differences(self, *, less: str, more: str) -> dict[str, str]:
        """By column what a row that goes and one that comes change; either may be blank."""
        return {
            name: " + ".join(
                filter(
                    None, (more and f"({words.format(row=more)})", less and f"-({words.format(row=less)})")
                )
            )
            for name, words in self.figures.items()
        }

    def _same(self, row: str) -> str:
        return " AND ".join(f"{name} = {words.format(row=row)}" for name, words in self.key.items())

    def _moved(self, operator: str) -> str:
        old, new = (", ".join(f"{row}.{name}" for name in self.watched) for row in ("OLD", "NEW"))
        return f"({old}) {operator} ({new})"

    def _new_row(self, differences: dict[str, str], row: str) -> tuple[str, str]:
        """The columns and the values of a row of its own."""
        columns = ", ".join((*self.key, *differences))
        return columns, ", ".join(
            (*(one.format(row=row) for one in self.key.values()), *differences.values())
        )

    def _sqlite(self) -> tuple[str, ...]:
        def grown(row: str, differences: dict[str, str]) -> str:
            more = ", ".join(f"{name} = {name} + {words}" for name, words in differences.items())
            return (
                f"UPDATE {self.table} SET {more} WHERE {self._same(row)} AND {self.counted.format(row=row)};"
            )

        columns, nothing = self._new_row(dict.fromkeys(self.figures, "0"), "NEW")
        begun = (
            f"INSERT INTO {self.table} ({columns}) SELECT {nothing} WHERE {self.counted.format(row='NEW')}"
            f" AND NOT EXISTS (SELECT 1 FROM {self.table} WHERE {self._same('NEW')});"
        )
        comes = begun + grown("NEW", self._differences(less="", more="NEW"))
        goes = grown("OLD", self._differences(less="OLD", more=""))
        return (
            f"CREATE TRIGGER {self._name}_comes AFTER INSERT ON {self.source} BEGIN {comes} END",
            f"CREATE TRIGGER {self._name}_goes AFTER DELETE ON {self.source} BEGIN {goes} END",
            f"""
            CREATE TRIGGER {self._name}_moves AFTER UPDATE OF {", ".join(self.watched)} ON {self.source}
            WHEN {self._moved("IS NOT")} BEGIN {goes} {comes} END
            """,
        )

    def _postgresql(self) -> tuple[str, ...]:
        def added(row: str, differences: dict[str, str]) -> str:
            columns, values = self._new_row(differences, row)
            grown = ", ".join(f"{name} = {name} + {words}" for name, words in differences.items())
            return (
                f"SELECT id INTO free FROM {self.table} WHERE {self._same(row)}"
                " LIMIT 1 FOR UPDATE SKIP LOCKED;"
                f" IF FOUND THEN UPDATE {self.table} SET {grown} WHERE id = free;"
                f" ELSE INSERT INTO {self.table} ({columns}) VALUES ({values}); END IF;"
            )

        old, new = (self.counted.format(row=row) for row in ("OLD", "NEW"))
        both = added("NEW", self._differences(less="OLD", more="NEW"))
        goes = added("OLD", self._differences(less="OLD", more=""))
        comes = added("NEW", self._differences(less="", more="NEW"))
        stays = " AND ".join(
            f"{words.format(row='OLD')} = {words.format(row='NEW')}" for words in self.key.values()
        )
        return (
            f"""
            CREATE FUNCTION {self._name}_of() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE free bigint;
            BEGIN
                IF TG_OP = 'UPDATE' AND {old} AND {new} AND {stays} THEN
                    {both}
                    RETURN NULL;
                END IF;
                IF TG_OP <> 'INSERT' AND {old} THEN {goes} END IF;
                IF TG_OP <> 'DELETE' AND {new} THEN {comes} END IF;
                RETURN NULL;
            END $$
            """,
            f"""
            CREATE TRIGGER {self._name}_comes AFTER INSERT OR DELETE ON {self.source}
            FOR EACH ROW EXECUTE FUNCTION {self._name}_of()
            """,
            f"""
            CREATE TRIGGER {self._name}_moves AFTER UPDATE OF {", ".join(self.watched)} ON {self.source}
            FOR EACH ROW WHEN ({self._moved("IS DISTINCT FROM")}) EXECUTE FUNCTION {self._name}_of()
            """,
        )
