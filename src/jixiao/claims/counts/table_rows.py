"""The rows of tables as things that can be counted: how many items a table tells, and of what.

A total, a part of the row above it (其中) and a row of indicators are no items. What the items are is told by
the header above their names: 项目名称, 乡镇, 补贴类别.
"""

import re
from collections.abc import Sequence

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.core.frozen import frozen

_FEWEST, _MOST = 2, 99
_POINTS = frozenset(("full", "target", "actual"))
_REST = re.compile(r"^其[他它余]|^[.…]+$|^其他项目$")
_KINDS = re.compile(r"类|用途|来源|性质|方式|级次|项目")


@frozen
class Items:
    """The items of a table, in order; ``header`` stands above their names."""

    table: TableReading
    rows: tuple[Row, ...]
    header: str
    whole: bool
    """No row tells of several together (其他项目), so that their number is that of the things."""

    @property
    def block(self) -> int:
        """The index of the table's block."""
        return self.table.block.index

    def are(self, thing: str, classifier: str) -> bool:
        """Whether the items are things of this name; a mere number of kinds may be of any."""
        if classifier in ("类", "种", "大类"):
            return _KINDS.search(self.header) is not None
        if not self.header:  # names alone, each with what it was given and what was spent
            heads = [column.header for column in self.rows[0].columns.values()]
            return thing in ("项目", "专项", "") and any("预算" in head or "执行率" in head for head in heads)
        words = ("项目", "专项", "工程") if thing in ("项目", "专项", "工程", "") else (thing,)
        return any(word in self.header for word in words)


@once
def counted_rows(reading: Reading) -> list[Items]:
    """The items of every table that tells of some, in order."""
    found = (_items(table) for table in reading.tables if table.block.kind == "table")
    return [items for items in found if items is not None]


def _items(table: TableReading) -> Items | None:
    rows = [row for row in table.rows if not (row.names_total or row.of_which)]
    if not _FEWEST <= len(rows) <= _MOST or len({row.segment for row in table.rows}) > 1:
        return None
    if any(not row.label.strip() for row in rows) or len({row.label for row in rows}) < len(rows):
        return None
    header = _header(rows)
    if header is None or any(column.role in _POINTS for column in rows[0].columns.values()):
        return None
    return Items(table, tuple(rows), header, whole=not any(_REST.search(row.label) for row in rows))


def _header(rows: Sequence[Row]) -> str | None:
    """What stands above the names of the rows, be it nothing; None where they stand in several columns."""
    places = {next((c for c, text in row.texts.items() if text.strip() == row.label), -1) for row in rows}
    place = next(iter(places))
    if len(places) > 1 or place not in rows[0].columns:
        return None
    return rows[0].columns[place].header
