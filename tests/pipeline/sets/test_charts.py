"""A chart of totals among the documents of a set."""

from dataclasses import replace

import pytest

from jixiao.core.document import Block, Cell, Document
from jixiao.pipeline import check_document, check_text
from jixiao.pipeline.sets import check_set


def chart(title: str) -> Document:
    """Final accounts with one chart of income and spending by year."""
    rows = [("", "收入（万元）", "支出（万元）"), ("2023年", "6795.29", "6795.29")]
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    blocks = (
        Block(0, "heading", "测试局2023年度部门决算", level=1),
        Block(1, "chart", title, cells=tuple(cells), part="chart", table=0),
    )
    return Document("a.docx", "docx", blocks)


@pytest.mark.parametrize(("title", "found"), [("收、支决算总计变动情况", 0), ("本年收入、支出变动情况", 2)])
def test_totals_are_not_the_income_and_spending_of_the_year(title: str, found: int) -> None:
    words = "测试局2023年度部门整体支出绩效自评报告\n本年收入6362.50万元，本年支出6176.45万元。"
    accounts = replace(check_document(chart(title)), file="决算.docx")
    report = check_set([accounts, check_text(words, "自评.txt")])
    assert len(report.findings) == found
