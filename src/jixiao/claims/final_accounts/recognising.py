"""A document to its package: each table of final accounts by kind, pieces of one table joined.

A table is recognised by its own title, the sheet's name or the lines above it, and by columns that such a
table must have: a title alone proves nothing. Where no title of any table is near, `shapes` tells it by what
it looks like, in documents that are a package anyway.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from jixiao.claims.final_accounts.grid import DASH, UNNAMED, Grid, Lane, lay_out
from jixiao.claims.final_accounts.roles import role_of
from jixiao.claims.final_accounts.shapes import kind_of_shape
from jixiao.claims.final_accounts.structure import AccountsTable, Line, Slot
from jixiao.claims.final_accounts.titles import Kind, kind_of_section, kind_of_title, squeezed
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.tokens import Token
from jixiao.core.classification import Code, EconomicCode, FunctionalCode
from jixiao.core.document import Block, Cell, Document

_LOOK_BACK = 5
"""Text blocks above a table among which its title is looked for."""
_FEWEST_SECTIONS = 4
"""Sections of the narrative that make a document without tables a package."""
_FEWEST_SHAPES = 2
"""Kinds told by shape alone that make a document without titles and narrative a package."""
_LONGEST = 60
_FIRST = 40
"""Cells of a table among which its header stands."""
_ANY_TITLE = re.compile(r"^(?!.*(?:部分|附表|报表|部门决算表)).*[\u4e00-\u9fff]{3}表(?:\([^)]*\))?$")
"""The title of some table; the heading of the part that holds the tables is none."""
_ABOUT = re.compile(r"反映|没有|(?<![有])无")
_NEEDED: dict[Kind, tuple[str, ...]] = {
    "receipts": ("total", "fiscal"),
    "spending": ("basic", "project"),
    "general": ("basic", "project"),
    "appropriation": ("general",),
    "total": ("amount",),
    "basic": ("amount",),
    "projects": ("amount",),
}
_LANES: dict[Kind, int] = {"total": 2, "appropriation": 2}
_NOTE = re.compile(r"^(?:注|备注|说明)[:：]?|本表反映|^反映")


@dataclass(frozen=True, slots=True)
class Package:
    """What a document holds of a final-accounts package.

    ``repeated`` are kinds of which several tables stand in the document, so that none can be told to be the
    department's; ``sections`` are the paragraphs of the narrative by the table that they are about.
    """

    tables: dict[Kind, AccountsTable]
    repeated: frozenset[Kind]
    sections: dict[Kind, tuple[Paragraph, ...]]
    reading: Reading = field(repr=False)

    def table(self, kind: Kind) -> AccountsTable | None:
        """The table of a kind."""
        return self.tables.get(kind)


@once
def package_of(reading: Reading) -> Package | None:
    """The package in a document; None where the document is none."""
    sections = _sections(reading)
    found = _found(reading, sections)
    if found is None:
        return None
    repeated = frozenset(kind for kind, tables in found.items() if len(tables) > 1)
    tables = {kind: tables[0] for kind, tables in found.items() if kind not in repeated}
    return Package(tables, repeated, sections, reading)


def tables_of(reading: Reading) -> list[AccountsTable]:
    """Every table of final accounts in a document, also several of one kind, in reading order."""
    found = _found(reading, _sections(reading)) or {}
    return sorted((table for tables in found.values() for table in tables), key=lambda one: one.block.index)


def _found(
    reading: Reading, sections: dict[Kind, tuple[Paragraph, ...]]
) -> dict[Kind, list[AccountsTable]] | None:
    """The tables by kind; None where the document is no package."""
    found: dict[Kind, list[AccountsTable]] = {}
    for table in _tables(reading, kind_of_table):
        found.setdefault(table.kind, []).append(table)
    known = bool(found) or len(sections) >= _FEWEST_SECTIONS
    untitled = _untitled(reading, found) if known or tells_accounts(reading.document) else {}
    if not known and len(untitled) < _FEWEST_SHAPES:
        return None
    return found | untitled


def _sections(reading: Reading) -> dict[Kind, tuple[Paragraph, ...]]:
    """The paragraphs of the narrative: each belongs to the nearest heading above it that names a table."""
    found: dict[Kind, list[Paragraph]] = {}
    for paragraph in reading.paragraphs:
        path = reading.sections[paragraph.section] if paragraph.section < len(reading.sections) else ()
        kinds = [kind for title in path if (kind := kind_of_section(title)) is not None]
        if kinds and kind_of_title(paragraph.text) is None:
            found.setdefault(kinds[-1], []).append(paragraph)
    return {kind: tuple(paragraphs) for kind, paragraphs in found.items()}


def _untitled(reading: Reading, titled: dict[Kind, list[AccountsTable]]) -> dict[Kind, list[AccountsTable]]:
    """The tables that only their shape tells, of kinds that no title names."""
    found: dict[Kind, list[AccountsTable]] = {}
    for table in _tables(reading, _named):
        if table.kind not in titled:
            found.setdefault(table.kind, []).append(table)
    return found


def tells_accounts(document: Document) -> bool:
    """Whether a short text, a cell of a header or the name of a sheet speaks of final accounts."""
    return any(
        "决算" in text
        for block in document.blocks
        for text in (block.sheet or "", block.text[:_LONGEST], *(c.text[:9] for c in block.cells[:_FIRST]))
    )


def tokens_of_cells(reading: Reading) -> dict[tuple[int, int, int], Token]:
    """The figures of all tables by block, row and column."""
    return {
        (token.block.index, token.cell.row, token.cell.column): token
        for table in reading.tables
        for token in table.tokens
        if token.cell is not None
    }


def _tables(
    reading: Reading, name: Callable[[tuple[Block, ...], int], Kind | None]
) -> Iterator[AccountsTable]:
    """The tables of a document that ``name`` names, in order."""
    tokens = tokens_of_cells(reading)
    blocks = reading.document.blocks
    open_: tuple[Kind, Grid, AccountsTable, int] | None = None
    for position, block in enumerate(blocks):
        if block.kind != "table":
            continue
        named = name(blocks, position)
        if open_ is not None and named in (None, open_[0]) and _continues(blocks, open_[3], position):
            grid = lay_out(block, open_[1])
            width = {len(lane.figures) for lane in grid.lanes} if grid is not None else set()
            if grid is not None and width == {len(lane.figures) for lane in open_[1].lanes}:
                more = _read(open_[0], grid, tokens)
                if not _repeats(open_[2], more):
                    open_ = (open_[0], open_[1], _joined(open_[2], more), position)
                    continue
        if open_ is not None:
            yield open_[2]
            open_ = None
        grid = lay_out(block) if named is not None else None
        table = _read(named, grid, tokens) if named is not None and grid is not None else None
        if table is not None and grid is not None and _is_what_it_says(table):
            open_ = (table.kind, grid, table, position)
    if open_ is not None:
        yield open_[2]


def _continues(blocks: tuple[Block, ...], last: int, position: int) -> bool:
    """Whether nothing but page furniture stands between two pieces of a table, on one sheet."""
    between = blocks[last + 1 : position]
    return blocks[last].sheet == blocks[position].sheet is None and all(
        len(block.text) < 30 and not _NOTE.search(block.text) for block in between
    )


def _repeats(first: AccountsTable, more: AccountsTable) -> bool:
    """Whether a piece tells lines again: then it is another table of this kind."""
    told = {(line.lane, line.code or line.name) for line in first.lines if line.code or line.name}
    return any((line.lane, line.code or line.name) in told for line in more.lines)


def kind_of_table(blocks: tuple[Block, ...], position: int) -> Kind | None:
    """The kind that a table's own first rows, the lines above it, or its sheet name tell."""
    block = blocks[position]
    first = min((cell.row for cell in block.cells), default=0)
    for cell in block.cells:
        if cell.row <= first + 2 and (kind := kind_of_title(cell.text)) is not None:
            return kind
    if (kind := kind_of_title(block.text)) is not None:
        return kind
    for above in range(position - 1, max(position - 1 - _LOOK_BACK, -1), -1):
        if blocks[above].cells or blocks[above].sheet != block.sheet:
            break
        if (kind := kind_of_title(blocks[above].text)) is not None:
            return kind
    return kind_of_title(block.sheet or "")


def _named(blocks: tuple[Block, ...], position: int) -> Kind | None:
    """The kind by title, else by shape; no shape tells against a title of another table."""
    titled = kind_of_table(blocks, position)
    if titled is not None or any(_ANY_TITLE.search(text) for text in _captions(blocks, position)):
        return titled
    grid = lay_out(blocks[position])
    return kind_of_shape(grid, note_of(blocks, position)) if grid is not None else None


def _captions(blocks: tuple[Block, ...], position: int) -> Iterator[str]:
    """Where the title of a table may stand: its first rows, its sheet, the lines above it."""
    block = blocks[position]
    first = min((cell.row for cell in block.cells), default=0)
    yield from (squeezed(cell.text) for cell in block.cells if cell.row <= first + 1)
    yield squeezed(block.text)
    yield squeezed(block.sheet or "")
    for above in range(position - 1, max(position - 1 - _LOOK_BACK, -1), -1):
        if blocks[above].cells or blocks[above].sheet != block.sheet:
            return
        yield squeezed(blocks[above].text)


def note_of(blocks: tuple[Block, ...], position: int) -> str:
    """What a table's own last row and the lines below it say of it."""
    block = blocks[position]
    last = max((cell.row for cell in block.cells), default=0)
    texts = [cell.text for cell in block.cells if cell.row == last]
    for below in blocks[position + 1 : position + 1 + _LOOK_BACK]:
        if below.cells or below.sheet != block.sheet:
            break
        texts.append(below.text)
    return " ".join(text for text in texts if _ABOUT.search(text))


def _is_what_it_says(table: AccountsTable) -> bool:
    return table.has(*_NEEDED.get(table.kind, ())) and len(table.roles) >= _LANES.get(table.kind, 1)


def _joined(first: AccountsTable, more: AccountsTable) -> AccountsTable:
    return AccountsTable(first.kind, first.block, (*first.lines, *more.lines), first.roles, first.headers)


def _read(kind: Kind, grid: Grid, tokens: dict[tuple[int, int, int], Token]) -> AccountsTable:
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
