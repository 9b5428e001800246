"""Blocks of charts and diagrams for tests, and Word files with nothing but drawings."""

from collections.abc import Sequence
from typing import Literal

from tests.formats.docx.building import unpack

from jixiao.core.document import Block, Cell, Document
from jixiao.core.look import ChartLook, DiagramLook, Look, Node
from jixiao.formats.docx.write import write

Kind = Literal["column", "bar", "pie", "line"]
KINDS: tuple[Kind, ...] = ("column", "bar", "pie", "line")


def chart(kind: Kind, rows: Sequence[Sequence[str]], title: str = "图", decimals: int = 2) -> Block:
    """A chart of these cells."""
    cells = tuple(
        Cell(row, column, text) for row, line in enumerate(rows) for column, text in enumerate(line)
    )
    look = Look(chart=ChartLook(kind, title, "万元", decimals))
    return Block(0, "chart", title, cells=cells, part="chart", table=0, look=look)


def diagram(kind: Literal["tree", "flow"], nodes: Sequence[str | tuple[str, int]]) -> Block:
    """A diagram of texts, each with the number of the one above it; a text alone has none."""
    made = tuple(Node(node) if isinstance(node, str) else Node(*node) for node in nodes)
    return Block(0, "paragraph", look=Look(diagram=DiagramLook(kind, "图", made)))


def word_file(blocks: Sequence[Block]) -> bytes:
    """A Word file of these drawings."""
    return write(Document("a", "docx", tuple(blocks)))


def parts(block: Block) -> dict[str, bytes]:
    """The parts of a Word file with one chart."""
    return unpack(word_file([block]))
