"""How a block is to be printed, for the writers of formats. The checker never looks at it.

Nothing here says points, fonts or colours: a writer knows what an official paper looks like (GB/T 9704-2012).
"""

from typing import Literal

from jixiao.core.frozen import frozen

MarkKind = Literal["figure", "gap", "strong"]


@frozen
class Mark:
    """A stretch ``text[start:end]`` that is more than text.

    ``figure``: a number with an entry of the ledger (``entry`` is its name). ``gap``: a missing fact, shown
    so that nobody overlooks it. ``strong``: emphasis.
    """

    start: int
    end: int
    kind: MarkKind
    entry: str = ""


TextStyle = Literal[
    "body",
    "title",  # of the whole paper, centred
    "subtitle",  # below the title: the body that reports
    "caption",  # of a table (above it) or figure (below it)
    "unit",  # 单位：万元, above a table, at the right
    "note",  # below a table, small
    "attachment",  # 附件3, at the top left of a page
    "signature",  # who signs, at the right
    "seal",  # （盖章）
    "date",
    "contents",  # where the table of contents goes
]


@frozen
class CellLook:
    """``head``: a heading of a column or row, shaded. ``align``: else numbers right, short text centred."""

    head: bool = False
    align: Literal["", "left", "center", "right"] = ""


@frozen
class TableLook:
    """``header_rows`` are repeated on each page; ``widths`` are relative, one per column of the grid."""

    header_rows: int = 0
    widths: tuple[int, ...] = ()
    small: bool = False
    tall_rows: tuple[int, ...] = ()  # rows with room for a signature and seal


@frozen
class ChartLook:
    """A native chart of the block's cells (categories in column 0, names of series in row 0).

    ``unit`` is that of all values; ``decimals`` those that labels show. A pie shows shares in percent.
    """

    kind: Literal["column", "bar", "pie", "line"]
    title: str
    unit: str = ""
    decimals: int = 2


@frozen
class Node:
    """A box of a diagram; ``under`` is the number (from 0) of the node that leads it, or comes before it."""

    text: str
    under: int | None = None


@frozen
class DiagramLook:
    """Boxes joined by lines: ``tree`` from the top down, ``flow`` one after the other with arrows."""

    kind: Literal["tree", "flow"]
    title: str
    nodes: tuple[Node, ...]


@frozen
class Look:
    """How one block is printed.

    ``page``: the block begins a new page of this orientation ("" goes on). ``keep``: stays on one page with
    the next block.
    """

    style: TextStyle = "body"
    page: Literal["", "portrait", "landscape"] = ""
    keep: bool = False
    table: TableLook | None = None
    chart: ChartLook | None = None
    diagram: DiagramLook | None = None


@frozen
class Properties:
    """What a file says of itself; ``created`` is an ISO date, or empty. A ``draft`` shows a watermark."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    created: str = ""
    draft: bool = False
