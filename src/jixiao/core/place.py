"""Where something stands in the source, in the terms of its format."""

from jixiao.core.frozen import frozen

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in points from the upper left corner of the page."""


@frozen
class Place:
    """A stretch of text in the source.

    ``block`` counts the blocks of the document from 0. For text files ``line`` is 1-based and
    ``start``/``end`` are character offsets in that line; elsewhere they count inside the block, or inside the
    cell for tables. ``part`` is one of body, footnote, textbox, header, chart, sheet, drawing (the label of a
    chart, which repeats the cell), workbook (the sheet behind a chart; ``sheet`` and ``cell`` are its own).
    """

    block: int
    start: int
    end: int
    line: int | None = None
    part: str = "body"
    table: int | None = None
    row: int | None = None
    column: int | None = None
    page: int | None = None
    box: Box | None = None
    """On the (1-based) page; of the first line where the stretch runs over several."""
    sheet: str | None = None
    cell: str | None = None
    chart: int | None = None
    file: str = ""
    """The file, where findings show places in several; "" where there is only one."""
