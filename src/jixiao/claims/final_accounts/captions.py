"""What kind of table of final accounts one is told to be: by title, sheet, the lines around it, its shape."""

import re
from collections.abc import Iterator

from jixiao.claims.final_accounts.grid import lay_out
from jixiao.claims.final_accounts.shapes import kind_of_shape
from jixiao.claims.final_accounts.titles import Kind, kind_of_title, squeezed
from jixiao.core.document import Block, Document

_LOOK_BACK = 5
"""Text blocks above a table among which its title is looked for."""
_LONGEST = 60
_FIRST = 40
"""Cells of a table among which its header stands."""
_ANY_TITLE = re.compile(r"^(?!.*(?:部分|附表|报表|部门决算表)).*[\u4e00-\u9fff]{3}表(?:\([^)]*\))?$")
"""The title of some table; the heading of the part that holds the tables is none."""
_ABOUT = re.compile(r"反映|没有|(?<![有])无")


def tells_accounts(document: Document) -> bool:
    """Whether a short text, a cell of a header or the name of a sheet speaks of final accounts."""
    return any(
        "决算" in text
        for block in document.blocks
        for text in (block.sheet or "", block.text[:_LONGEST], *(c.text[:9] for c in block.cells[:_FIRST]))
    )


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


def kind_of_any_table(blocks: tuple[Block, ...], position: int) -> Kind | None:
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
