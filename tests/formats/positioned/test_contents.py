"""Tables of contents are left out, and nothing else that has dots."""

import pytest

from jixiao.core.document import Block
from jixiao.formats.positioned.contents import without_contents


def kept(*texts: str) -> list[str]:
    blocks = without_contents([Block(number, "paragraph", text) for number, text in enumerate(texts)])
    assert [block.index for block in blocks] == list(range(len(blocks)))
    return [block.text for block in blocks]


@pytest.mark.parametrize(
    "lines",
    [
        ("目　录", "一、部门概况……………3", "（一）职能…………—4—"),
        ("目次", "一、部门概况........ 3", "二、决算 ········ 12"),
        ("一、部门概况……3二、决算情况……12",),
        ("目录", "一、概况______ii", "二、决算______3"),
    ],
)
def test_the_table_and_its_title_go(lines: tuple[str, ...]) -> None:
    assert kept("报告", *lines, "一、部门概况", "正文。") == ["报告", "一、部门概况", "正文。"]


@pytest.mark.parametrize(
    "lines",
    [
        ("目录", "一、部门概况"),
        ("等等……", "省略……共3项"),
        ("得分……95",),
        ("执行率……为94.68%", "得分……95分"),
        ("……3", "……4"),
    ],
)
def test_other_dots_stay(lines: tuple[str, ...]) -> None:
    assert kept(*lines) == list(lines)
