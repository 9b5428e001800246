"""A grid to the lines of a table of final accounts: name, code, and a figure under each role."""

from collections.abc import Iterator

from jixiao.claims.final_accounts.grid import DASH, UNNAMED, Grid, Lane
from jixiao.claims.final_accounts.roles import role_of
from jixiao.claims.final_accounts.structure import AccountsTable, Line, Slot
from jixiao.claims.final_accounts.titles import Kind
from jixiao.claims.reading.tokens import Token
from jixiao.core.classification import Code, EconomicCode, FunctionalCode
from jixiao.core.document import Cell


def table_of(kind: Kind, grid: Grid, tokens: dict[tuple[int, int, int], Token]) -> AccountsTable:
    """The lines of every lane with what stands under each role; ``tokens`` by block, row and column."""
    lines: list[Line] = []
    roles: list[tuple[str, ...]] = []
    for number, lane in enumerate(grid.lanes):
        columns = {c: role_of(kind, path) for c, path in lane.figures.items()}
        if not any(columns.values()) and len(columns) == 1:  # the one column of figures needs no name
            columns = dict.fromkeys(columns, "amount")
        roles.append(tuple(role for role in columns.values() if role))
        above: list[str] = []
        for row in grid.body:
            code = _code(kind, grid, lane, row, above)
            line = _line(grid, lane, row, number, code)
            for c, role in columns.items():
                line.figures[c] = _slot(grid, row, c, tokens)
                if role and role not in line.slots:
                    line.slots[role] = line.figures[c]
            named = line.name or line.code is not None or lane.name == UNNAMED
            if named and not _covers_figures(line, lane):
                lines.append(line)
    headers = tuple(dict(lane.figures) for lane in grid.lanes)
    return AccountsTable(kind, grid.block, tuple(lines), tuple(roles), headers)


def _line(grid: Grid, lane: Lane, row: int, number: int, code: Code | None) -> Line:
    name = grid.words.get((row, lane.name), "")
    label = grid.cells.get((row, lane.name))
    for c in lane.codes:
        word = grid.words.get((row, c), "")
        if not name and word and not word.isdigit():  # 合计 stands over the columns of codes
            name, label = word, grid.cells[row, c]
    if label is None and not name:
        label = next((cell for cell in _left_of(grid, lane, row) if _reaches(cell, lane.name)), None)
        name = grid.words[row, label.column] if label is not None else ""
    return Line(grid.block, row, number, name if not name.isdigit() else "", code, {}, label)


def _left_of(grid: Grid, lane: Lane, row: int) -> Iterator[Cell]:
    """The cells of other lanes left of a lane's names, the nearest first."""
    return (cell for c in range(lane.name - 1, -1, -1) if (cell := grid.cells.get((row, c))) is not None)


def _reaches(cell: Cell, column: int) -> bool:
    """Whether a merged cell covers a column: 公用经费合计 stands over a lane and the names of the next."""
    return cell.column + cell.column_span > column


def _covers_figures(line: Line, lane: Lane) -> bool:
    """Whether a line's name is merged over all its figures: they belong to the lane behind it."""
    label = line.label
    return label is not None and label.column <= lane.name and _reaches(label, max(lane.figures))


def _code(kind: Kind, grid: Grid, lane: Lane, row: int, above: list[str]) -> Code | None:
    """The code of a line; columns left blank under a merged cell repeat what stands above."""
    columns = lane.codes or ([lane.name] if grid.words.get((row, lane.name), "").isdigit() else [])
    words = [grid.words.get((row, c), "") for c in columns]
    type_: type[Code] = EconomicCode if kind == "basic" else FunctionalCode
    if len([word for word in words if word]) == 1:
        whole = type_.read(next(word for word in words if word))
        if whole is not None:
            above[:] = list(whole.parts)
            return whole
    if not any(word.isdigit() for word in words):
        return None
    last = max(at for at, word in enumerate(words) if word)
    filled = [word or (above[at] if at < len(above) and at < last else "") for at, word in enumerate(words)]
    made = type_.of_levels(*filled)
    if made is not None:
        above[:] = list(made.parts)
    return made


def _slot(grid: Grid, row: int, column: int, tokens: dict[tuple[int, int, int], Token]) -> Slot:
    cell: Cell | None = grid.cells.get((row, column))
    word = grid.words.get((row, column), "")
    token = tokens.get((grid.block.index, row, column))
    if token is not None:
        return Slot("figure", token, grid.block, cell)
    if not word:
        return Slot("blank", None, grid.block, cell)
    return Slot("dash" if DASH.fullmatch(word) else "text", None, grid.block, cell)
