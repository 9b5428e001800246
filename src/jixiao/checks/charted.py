"""Examples of checks that need a chart, in a notation for people: a title, then lines ``2023年：13.9|13.4``.

Left of the bar stands what the drawing shows, right of it the data; without a bar both are the same.
"""

from jixiao.core.document import Block, Cell, Document
from jixiao.core.twin import Twin

NOTATION = "例中每行是图的一个数，竖线左边是图上的字，右边是图的数据；没有竖线的两处相同。"
NOTATION_EN = "In the examples each line is a figure of a chart: what the drawing shows | what its data have."


def chart(text: str) -> Document:
    """The document of such an example: one chart with one series."""
    title, *lines = text.splitlines()
    cells = [Cell(0, 0, ""), Cell(0, 1, "金额（万元）")]
    twins: list[Twin] = []
    for row, line in enumerate(lines, start=1):
        name, _, both = line.partition("：")
        shown, _, stored = both.partition("|")
        cells += [Cell(row, 0, name), Cell(row, 1, stored or shown)]
        twins.append(Twin(row, 1, shown, "drawing"))
    block = Block(0, "chart", title, cells=tuple(cells), table=0, twins=tuple(twins))
    return Document("报告", "html", (block,))
