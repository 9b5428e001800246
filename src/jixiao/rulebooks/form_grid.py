"""Where the cells of a form stand: every place of the grid is covered exactly once.

As in a page of the web, a cell goes to the next column that no cell from above covers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jixiao.core.toml_places import Path
from jixiao.rulebooks.schema.form import FormCell, FormTable
from jixiao.rulebooks.stated import Problem


@dataclass(frozen=True, slots=True)
class Misfit(Exception):  # noqa: N818  # a fault of a form, told with its line
    """A row does not fill the grid; ``cell`` is the number of the cell, None for the row as a whole."""

    cell: int | None
    message: str
    message_en: str


@dataclass(slots=True)
class Columns:
    """The columns of a grid while rows are put in.

    ``held`` counts, by column, the rows that a cell from above still covers.
    """

    width: int
    held: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.held = [0] * self.width

    def row(self, cells: Sequence[FormCell]) -> list[int]:
        """The columns of a row's cells.

        Raises:
            Misfit: the cells do not fill the row.
        """
        columns: list[int] = []
        taken = [rows > 0 for rows in self.held]
        after = [max(rows - 1, 0) for rows in self.held]
        column = 0
        for number, cell in enumerate(cells):
            column = self._free(taken, column)
            end = column + cell.span
            if end > self.width or any(taken[column:end]):
                raise Misfit(
                    number,
                    f"这一格放不下：表格共 {self.width} 列，这里只剩 {self._room(taken, column)} 列。"
                    "请改 span，或减少这一行的格子。",
                    f"the cell does not fit: of {self.width} columns {self._room(taken, column)} are left. "
                    "Change span, or leave out cells.",
                )
            columns.append(column)
            for covered in range(column, end):
                taken[covered] = True
                after[covered] = cell.rows - 1
            column = end
        if not all(taken):
            raise Misfit(
                None,
                f"这一行只占了 {sum(taken)} 列，表格共 {self.width} 列。请补上格子，或加大 span。",
                f"the row fills {sum(taken)} of {self.width} columns. Add cells, or enlarge span.",
            )
        self.held = after
        return columns

    @staticmethod
    def _free(taken: Sequence[bool], column: int) -> int:
        while column < len(taken) and taken[column]:
            column += 1
        return column

    @staticmethod
    def _room(taken: Sequence[bool], column: int) -> int:
        end = column
        while end < len(taken) and not taken[end]:
            end += 1
        return end - column


def problems(place: Path, table: FormTable) -> Iterator[Problem]:
    """What does not fit in a table; ``place`` is its path in the file."""
    grid = Columns(len(table.widths))
    for number, row in enumerate(table.rows):
        path = (*place, "rows", number)
        rows: list[tuple[str, Sequence[FormCell]]] = [("empty", row.empty), ("cells", row.cells)]
        if row.each or row.when:
            yield from _loose(path, row.cells, row.empty, grid)
            rows = [(key, [one.model_copy(update={"rows": 1}) for one in cells]) for key, cells in rows]
        for key, cells in rows:
            if not cells and key == "empty":
                continue
            try:
                (grid if key == "cells" else Columns(grid.width)).row(cells)
            except Misfit as misfit:
                where = path if misfit.cell is None else (*path, key, misfit.cell)
                yield Problem(where, misfit.message, misfit.message_en)
                grid.held = [0] * grid.width
    if any(grid.held):
        last = (*place, "rows", len(table.rows) - 1)
        zh = "上面有一格的 rows 伸到了表格外面。请改小 rows，或补上下面的行。"
        yield Problem(last, zh, "a cell above reaches below the table. Make rows smaller, or add rows.")
    yield from _header(place, table)


def _loose(
    path: Path, cells: Sequence[FormCell], empty: Sequence[FormCell], grid: Columns
) -> Iterator[Problem]:
    """A row that may stand once, often or not at all cannot take part in cells over several rows."""
    if any(grid.held):
        zh = "上面有一格的 rows 跨到了这一行，而这一行的次数不定（有 each 或 when）。请改用 merge = true。"
        en = "a cell above covers this row, which may come often or never (each, when). Use merge = true."
        yield Problem(path, zh, en)
        grid.held = [0] * grid.width
    for key, several in (("cells", cells), ("empty", empty)):
        for number, cell in enumerate(several):
            if cell.rows > 1:
                zh = "行数不定的行（有 each 或 when）里不能用 rows。请改用 merge = true。"
                en = "rows cannot be used in a row that may come often or never. Use merge = true."
                yield Problem((*path, key, number), zh, en)


def _header(place: Path, table: FormTable) -> Iterator[Problem]:
    rows = table.rows[: table.header_rows]
    if len(rows) < table.header_rows or any(row.each or row.when for row in rows):
        zh = "header_rows 只能包括表头上几行固定的行（没有 each、when）。请改小。"
        yield Problem((*place, "header_rows"), zh, "header_rows may count fixed rows only. Make it smaller.")
        return
    for number, row in enumerate(rows):
        for at, cell in enumerate(row.cells):
            if number + cell.rows > table.header_rows:
                zh = f"这一格伸出了表头（header_rows = {table.header_rows}）。请改 rows 或 header_rows。"
                en = f"the cell reaches below the {table.header_rows} header rows. Change one of the two."
                yield Problem((*place, "rows", number, "cells", at), zh, en)
