"""A finding whose expression is a comparison shows no computed side."""

import pytest

from jixiao.core.document import Document
from jixiao.core.finding import Finding
from jixiao.core.place import Place
from jixiao.formats.docx.comments import comment_lines
from jixiao.formats.xlsx.comments import comment_text


def finding(expression: str) -> Finding:
    return Finding(
        "JX207", "error", "chart", "题", "话", "words", "1", Place(0, 0, 1), (), expression, "1", "2"
    )


@pytest.mark.parametrize(("expression", "compares"), [("1 ≠ 2（金额）", True), ("1 + 1", False), ("", False)])
def test_a_comparison_says_all(expression: str, *, compares: bool) -> None:
    one = finding(expression)
    assert one.compares is compares
    lines = [*comment_lines(one, Document("a", "docx", ()), "zh", exact=True), comment_text(one, "zh")]
    assert any("应为 2" in line for line in lines) is (bool(expression) and not compares)
