"""Labels in the drawing of a chart, and the cells that they say they repeat."""

import pytest

from jixiao.core.document import Block
from jixiao.core.twin import Twin
from jixiao.formats.html.read import read
from jixiao.pipeline import check_bytes

TABLE = (
    '<table data-kind="chart"><caption>支出</caption><tr><td></td><th>金额</th></tr>'
    "<tr><th>2022年</th><td>12.30</td></tr><tr><th>2023年</th><td>37.70</td></tr></table>"
)


def chart(labels: str, table: str = TABLE) -> bytes:
    page = f"<figure><svg>{labels}</svg><details>{table}</details></figure><p>全年支出50.00万元。</p>"
    return f"<meta charset=utf-8><body>{page}</body>".encode()


def block(data: bytes) -> Block:
    return next(one for one in read(data, "a.html").blocks if one.cells)


def codes(data: bytes) -> list[str]:
    return [one.code for one in check_bytes(data, "a.html").findings if one.code == "JX207"]


def test_labels_are_twins_of_cells() -> None:
    labels = (
        '<text data-cell="title">支出</text><text data-cell="1 0">20</text><text data-cell="1 0">22年</text>'
        '<g><text data-cell="1 1">12.30<title>来源：事实 99</title></text></g>'
        '<text data-cell="2 1" data-share="2">75.40%</text><text>50</text>'
    )
    assert block(chart(labels)).twins == (
        Twin(None, None, "支出", "drawing"),
        Twin(1, 0, "2022年", "drawing"),
        Twin(1, 1, "12.30", "drawing"),
        Twin(2, 1, "75.40%", "drawing", 2),
    )
    assert codes(chart(labels)) == []


@pytest.mark.parametrize("cell", ["", "1", "1 x", "-1 1", "1 1 1", "99999 1"])
def test_what_names_no_cell_is_passed_by(cell: str) -> None:
    assert block(chart(f'<text data-cell="{cell}">9</text>')).twins == ()


def test_a_label_of_a_cell_that_is_not_there_says_nothing() -> None:
    assert codes(chart('<text data-cell="7 7">9</text>')) == []


def test_drawings_of_others_are_not_read() -> None:
    other = TABLE.replace(' data-kind="chart"', "")
    data = chart('<text data-cell="1 1">99.99</text><text>12.31</text>', other)
    assert block(data).twins == ()
    assert codes(data) == []


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ('<text data-cell="1 1">12.3</text>', 0),  # the same number
        ('<text data-cell="1 1">12.4</text>', 1),
        ('<text data-cell="1 1">12</text>', 1),  # what was printed twice is not rounded
        ('<text data-cell="1 1"></text>', 1),
        ('<text data-cell="1 1">12.30万</text>', 1),
        ('<text data-cell="2 0">2023…</text>', 0),  # cut for want of room
        ('<text data-cell="2 0">2024…</text>', 1),
        ('<text data-cell="2 1" data-share="2">75.41%</text>', 1),
        ('<text data-cell="2 1" data-share="1">75.4%</text>', 0),
        ('<text data-cell="title">收入</text>', 1),
        (f'<text data-cell="1 1">{"9" * 80}</text>', 1),
    ],
)
def test_labels_are_compared(label: str, found: int) -> None:
    assert len(codes(chart(label))) == found
