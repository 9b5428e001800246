"""The tables that are read from a plain text, and their rows."""

from jixiao.core.document import Block
from jixiao.formats.txt.read import read_text


def tables(text: str) -> list[Block]:
    return [block for block in read_text(text).blocks if block.cells]


def grid(block: Block) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for cell in block.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return list(rows.values())
