"""One report as plain text and as a web page is one document."""

from jixiao.formats import discovery
from jixiao.formats.html.write import write

REPORT = """2023年度部门整体支出绩效自评报告
一、部门概况
（一）年初预算数35.32万元，全年执行数33.44万元，执行率94.68%。
1.基本支出1253.40万元，占总支出的80.1%；项目支出311.4万元，占19.9%，资金已全部支付完毕。

项目\t预算数\t决算数
基本支出\t1253.40\t1235.40
合计\t1564.80\t1546.80
"""


def test_text_and_page_are_the_same_blocks() -> None:
    text = discovery.read(REPORT.encode("utf-8"), "a.txt")
    page = discovery.read(write(text), "a.html")
    assert page.format == "html"
    assert len(page.blocks) == len(text.blocks)
    for one, other in zip(text.blocks, page.blocks, strict=True):
        assert (one.kind, one.level, one.number, one.text) == (
            other.kind,
            other.level,
            other.number,
            other.text,
        )
        assert [(c.row, c.column, c.text) for c in one.cells] == [
            (c.row, c.column, c.text) for c in other.cells
        ]
