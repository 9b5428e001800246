"""Headings of a table: several rows where columns share one above them."""

from jixiao.rulebooks.schema.accounts import AccountsTable

_LEFT = "<"
_ABOVE = "^"


def heads(table: AccountsTable) -> list[list[str]]:
    """Rows of headings; ``<`` belongs to the cell on its left, ``^`` to the one above."""
    if table.layout == "lanes":
        figures = [column.heading for column in table.columns]
        top = ["收入", _LEFT, "支出", *[_LEFT] * len(figures)]
        return [top, [table.stub[0], "决算数", table.stub[1], *figures]]
    if table.layout == "economic_lanes":
        lane = [*table.stub, *(column.heading for column in table.columns)]
        return [["人员经费", *[_LEFT] * (len(lane) - 1), "公用经费", *[_LEFT] * (len(lane) - 1)], lane * 2]
    return _stacked(table)


def _stacked(table: AccountsTable) -> list[list[str]]:
    depth = 1 + max((len(column.above) for column in table.columns), default=0)
    rows: list[list[str]] = []
    for level in range(depth):
        row = [name if level == 0 else _ABOVE for name in table.stub]
        before: tuple[str, ...] | None = None
        for column in table.columns:
            here = (*column.above, column.heading)
            if level >= len(here):
                row.append(_ABOVE)
            elif (
                level < len(column.above) and before is not None and before[: level + 1] == here[: level + 1]
            ):
                row.append(_LEFT)
            else:
                row.append(here[level])
            before = here
        rows.append(row)
    return rows
