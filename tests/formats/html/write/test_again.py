"""What is written is read again as the same document."""

from jixiao.core.document import Block, Cell, Document
from jixiao.formats.html.read import read
from jixiao.formats.html.write import write

CELLS = (
    Cell(0, 0, "项目", row_span=2),
    Cell(0, 1, "金额 <万元>", column_span=2),
    Cell(1, 1, "预算"),
    Cell(1, 2, "决算"),
    Cell(2, 0, "甲\n乙"),
    Cell(2, 1, ""),
    Cell(2, 2, "35.32"),
)
DOCUMENT = Document(
    name="x.html",
    format="html",
    blocks=(
        Block(0, "heading", "一、部门概况", level=2, number="一、"),
        Block(1, "paragraph", "经费 < 35.32万元 & 其他。"),
        Block(2, "item", "1.项目资金35.32万元，已全部支付完毕。", level=4, number="1."),
        Block(3, "item", "无序项", level=1),
        Block(4, "table", cells=CELLS, table=0),
        Block(5, "chart", cells=(Cell(0, 1, "预算"), Cell(1, 0, "甲"), Cell(1, 1, "3")), table=1),
        Block(6, "heading", "某局文件", level=1),
    ),
)


def test_round_trip() -> None:
    again = read(write(DOCUMENT), "x.html")
    assert again.blocks[:5] == DOCUMENT.blocks[:5]
    assert again.blocks[6] == DOCUMENT.blocks[6]


def test_gaps_keep_their_columns() -> None:
    chart = read(write(DOCUMENT), "x.html").blocks[5]
    assert (chart.kind, [(c.row, c.column, c.text) for c in chart.cells]) == (
        "chart",
        [(0, 0, ""), (0, 1, "预算"), (1, 0, "甲"), (1, 1, "3")],
    )


def test_titles_of_tables_and_charts() -> None:
    cells = (Cell(0, 0, "甲"), Cell(0, 1, "1"))
    chart = Document("x", "html", (Block(0, "chart", "表1", cells=cells, table=0),))
    assert read(write(chart), "x").blocks == chart.blocks
    table = Document("x", "html", (Block(0, "table", "表1", cells=cells, table=0),))
    assert [block.text for block in read(write(table), "x").blocks] == ["表1", ""]
