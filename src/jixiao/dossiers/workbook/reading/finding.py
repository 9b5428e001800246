"""Which blocks of the layout stand where: by their headings, whatever the sheets are called."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from jixiao.dossiers.workbook.layouts import FORM_VALUE, layout
from jixiao.dossiers.workbook.reading.grid import Grid
from jixiao.dossiers.workbook.reading.headings import key, known, names
from jixiao.dossiers.workbook.shapes import Block, Column, Style

_HOME: Final = 0.25
"""What the expected sheet or title adds to the share of headings that are found."""
_ENOUGH: Final = 0.34
_ABOVE: Final = 2
_HEADER_ROWS: Final = 4_000
"""Rows of a sheet in which headings are looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """A block on a sheet: its heading row, and the last row that belongs to it."""

    block: Block
    grid: Grid
    header: int
    end: int


def find(grids: Sequence[Grid]) -> list[Found]:
    """All blocks of all sheets."""
    return [found for grid in grids for found in _on(grid)]


@cache
def columns_by_key(title: str) -> dict[str, Column]:
    """The columns of a block by every name that they are known by."""
    block = next(block for sheet in layout() for block in sheet.blocks if block.title == title)
    head = block.columns[:1] if block.style is Style.FORM else block.columns
    return {name: column for column in reversed(head) for name in names(column)}


def _on(grid: Grid) -> list[Found]:
    headers: dict[int, Block] = {}
    for row in grid.filled[:_HEADER_ROWS]:
        block = _best(grid, row)
        if block is not None:
            headers[row] = block
    rows = sorted(headers)
    titles = {key(block.title) for sheet in layout() for block in sheet.blocks}
    found = []
    for number, row in enumerate(rows):
        end = grid.filled[-1]
        if number + 1 < len(rows):
            end = rows[number + 1] - 1
            for above in range(end, end - _ABOVE, -1):
                if any(key(text) in titles for _, text in grid.texts(above)):
                    end = above - 1
        found.append(Found(headers[row], grid, row, end))
    return found


def _best(grid: Grid, row: int) -> Block | None:
    """The block whose headings stand in the row."""
    texts = [text for _, text in grid.texts(row)]
    if not texts:
        return None
    above = {key(text) for line in range(row - _ABOVE, row) for _, text in grid.texts(line)}
    scores: dict[str, float] = defaultdict(float)
    blocks = {}
    for sheet in layout():
        home = key(grid.name) in {key(name) for name in (sheet.name, *sheet.aliases)}
        for block in sheet.blocks:
            share, count = _share(block, texts)
            if not share:
                continue
            score = share + count / 1000 + _HOME * home + _HOME * (key(block.title) in above)
            scores[block.title] = score
            blocks[block.title] = block
    if not scores:
        return None
    best = max(scores, key=lambda title: scores[title])
    return blocks[best]


def _share(block: Block, texts: Sequence[str]) -> tuple[float, int]:
    """The share of the block's headings among the texts, 0 where there are too few."""
    columns = columns_by_key(block.title)
    found = {column.heading for text in texts if (column := known(text, columns)[0]) is not None}
    if block.style is Style.FORM:
        stub = block.stub in found and any(key(text) == key(FORM_VALUE) for text in texts)
        return (1.0, 2) if stub else (0.0, 0)
    if block.style is Style.MATRIX and block.stub not in found:
        return 0.0, 0
    wanted = [column for column in block.columns if column.is_read or column.heading == block.stub]
    count = sum(column.heading in found for column in wanted)
    if count < min(2, len(wanted)) or count / len(wanted) < _ENOUGH:
        return 0.0, 0
    return count / len(wanted), count
