"""Twins: what a chart tells a second time in the same file, beside the data that it was drawn from.

A chart stands twice in every format: drawn, and as data. Web pages have labels in a drawing and a table below
it, Word files a copy of the values for showing and the workbook behind 编辑数据. Cells of a block hold
one side, twins the other; only what a reader of files finds there, compared by the claims.
"""

from typing import Literal

from jixiao.core.frozen import frozen

TwinSource = Literal["drawing", "workbook", "cache"]
"""``drawing``: a label of the drawing of a page, in full digits; ``workbook``: the data sheet behind a chart
of a Word file, exact; ``cache``: what a chart of a workbook shows of the cells of its sheets."""


@frozen
class Twin:
    """One text of a chart at its other place.

    Attributes:
        row, column: of the cell of the block that it repeats; None for the title of the chart.
        text: as it stands there; names that were cut for want of room end in ``…``.
        share: where a label tells not the value but its share of the series in percent: its decimals.
        sheet, reference: where it stands in a workbook.
    """

    row: int | None
    column: int | None
    text: str
    source: TwinSource
    share: int | None = None
    sheet: str | None = None
    reference: str | None = None
