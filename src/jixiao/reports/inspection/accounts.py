"""What is wrong with the expressions in the tables of the final accounts, told with file and line."""

from collections.abc import Iterator
from pathlib import Path

from jixiao.core.toml_places import line_of, places
from jixiao.reports.faults import TemplateFault
from jixiao.reports.inspection.layouts import scope_of
from jixiao.reports.inspection.types import UNKNOWN
from jixiao.reports.inspection.walking import Walker, distinct
from jixiao.rulebooks.accounts import TABLES, stated_tables
from jixiao.rulebooks.resolving import Rulebook
from jixiao.rulebooks.schema.accounts import AccountsTable


def accounts_faults(folder: Path, rulebook: Rulebook) -> Iterator[TemplateFault]:
    """The faults of the tables that the folder states: names, fields and functions that do not exist."""
    if not (folder / TABLES).is_file():
        return
    file = str(folder / TABLES)
    lines = places((folder / TABLES).read_text(encoding="utf-8-sig"))
    for number, table in enumerate(stated_tables(folder)):
        scope = {**scope_of(rulebook.rules(table.from_year), "department"), "line": UNKNOWN}
        for path, expression in _expressions(table):
            walker = Walker()
            walker.expression(expression, dict(scope))
            line = line_of(lines, ("tables", number, *path)) or 1
            for slip in distinct(walker.slips):
                yield TemplateFault(file, line, slip.message, slip.message_en)


def _expressions(table: AccountsTable) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every expression of a table with its place in it."""
    if table.rows:
        yield ("rows",), table.rows
    for number, column in enumerate(table.columns):
        yield ("columns", number, "fact"), column.fact
        if column.total:
            yield ("columns", number, "total"), column.total
    for number, line in enumerate(table.left):
        yield from ((("left", number), fact) for fact in line.facts)
    for number, foot in enumerate(table.feet):
        yield from ((("feet", number), fact) for fact in (*foot.left.facts, *foot.right.facts))
