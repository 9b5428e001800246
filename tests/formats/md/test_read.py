"""Markdown as it is read: what is shown, in which block, and where in the file it was written."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.core.document import Block, Document
from jixiao.core.errors import ReadError
from jixiao.formats import discovery
from jixiao.formats.md.read import MAX_BYTES, read
from jixiao.formats.md.recognise import recognise

REPORT = """# 某局2023年度部门整体支出绩效自评报告

## 一、部门概况

年初预算数**35.32万元**，全年执行数33.44万元，
执行率[94.68%](http://example.org/9)，见附件。
（一）机构设置

| 项目 | 预算数 | 决算数 |
|---|---:|---:|
| 基本支出 | **1253.40** | 1235.40 |
| 项目<br>支出 | 311.40 | |
| 合计 | 1564.80 | 1546.80 |
"""


def told(document: Document) -> list[tuple[str, int, str, str]]:
    return [(one.kind, one.level, one.number, one.text) for one in document.blocks]


def written(text: str, block: Block, words: str) -> str:
    """What stands in the file where the words of a block are said to be."""
    start = block.text.index(words)
    place = block.place(start, start + len(words))
    assert place.line is not None
    return text.split("\n")[place.line - 1][place.start : place.end]


def test_a_report() -> None:
    document = discovery.read(REPORT.encode(), "报告.md")
    assert document.format == "md"
    assert told(document)[:4] == [
        ("heading", 1, "", "某局2023年度部门整体支出绩效自评报告"),
        ("heading", 2, "一、", "一、部门概况"),
        ("paragraph", 0, "", "年初预算数35.32万元，全年执行数33.44万元，执行率94.68%，见附件。"),
        ("heading", 3, "（一）", "（一）机构设置"),
    ]
    assert [(cell.row, cell.column, cell.text) for cell in document.blocks[4].cells] == [
        (0, 0, "项目"),
        (0, 1, "预算数"),
        (0, 2, "决算数"),
        (1, 0, "基本支出"),
        (1, 1, "1253.40"),
        (1, 2, "1235.40"),
        (2, 0, "项目\n支出"),
        (2, 1, "311.40"),
        (2, 2, ""),
        (3, 0, "合计"),
        (3, 1, "1564.80"),
        (3, 2, "1546.80"),
    ]


@pytest.mark.parametrize("words", ["35.32万元", "33.44万元", "94.68%", "年初预算数"])
def test_words_are_found_in_the_file(words: str) -> None:
    assert written(REPORT, read(REPORT.encode(), "a.md").blocks[2], words) == words


def test_cells_are_found_in_the_file() -> None:
    table = read(REPORT.encode(), "a.md").blocks[4]
    lines = REPORT.split("\n")
    for cell in table.cells:
        if cell.text and "\n" not in cell.text:
            place = table.place(0, len(cell.text), cell)
            assert place.line is not None
            assert lines[place.line - 1][place.start : place.end] == cell.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. 甲单位完成\n3. 乙单位完成\n", ["1. 甲单位完成", "3. 乙单位完成"]),
        ("1. 甲\n1. 乙\n1. 丙\n", ["1. 甲", "2. 乙", "3. 丙"]),
        ("- 甲\n- 乙\n  1) 丙\n", ["甲", "乙", "1) 丙"]),
        ("1. 一、甲\n", ["一、甲"]),
        ("---\ntitle: x\n---\n正文\n", ["正文"]),
        ("```\n一行 3万元\n二行\n```\n", ["一行 3万元", "二行"]),
        ("甲\\*乙 &lt;丙 `丁`\n", ["甲*乙 <丙 丁"]),
        ("第一行  \n第二行\n", ["第一行", "第二行"]),
        ("only\nwords\n", ["only words"]),
        ("> 引文\n", ["引文"]),
        ("<p>甲</p>\n", ["甲"]),
    ],
)
def test_what_is_shown(text: str, expected: list[str]) -> None:
    assert [block.text for block in read(text.encode(), "a.md").blocks] == expected


def test_an_html_table_keeps_its_merged_cells() -> None:
    text = "甲\n\n<table><tr><td rowspan=2>乙</td><td>1</td></tr><tr><td>2</td></tr></table>\n\n|a|b|\n|-|-|\n|1|2|\n"
    document = read(text.encode(), "a.md")
    tables = [block for block in document.blocks if block.kind == "table"]
    assert [table.table for table in tables] == [0, 1]
    assert tables[0].cells[0].row_span == 2


def test_pictures_and_emptiness_are_told() -> None:
    assert read("![图](a.png)".encode(), "a.md").notes == ("有 1 幅图片未读取。", "文件中没有可读取的文字。")


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"# a", "a.md", "md"),
        (b"# a", "a.MARKDOWN", "md"),
        (b"# a\n\n| a | b |\n", "a.txt", "txt"),
        (b"# a", "-", "txt"),
        (b"<html><body><p>a</p></body></html>", "a.md", "html"),
    ],
)
def test_only_the_name_tells_markdown(data: bytes, name: str, expected: str) -> None:
    assert discovery.detect(data, name) == expected


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", b"PK\x03\x04abc", bytes.fromhex("d0cf11e0a1b11ae1"), b"a\x00\x01\x02"]
)
def test_what_is_no_text_is_never_taken(data: bytes) -> None:
    assert not recognise(data, "a.md")


def test_a_file_too_large_is_refused() -> None:
    with pytest.raises(ReadError) as refused:
        read(b"a" * (MAX_BYTES + 1), "a.md")
    assert refused.value.code == "too_large"


@pytest.mark.parametrize(
    "text",
    ["[" * 30000, "*a " * 30000, "`a" * 30000, "> " * 3000 + "x", "- " * 3000, "![[" * 20000, "<a " * 30000],
    ids=["links", "emphasis", "code", "quotations", "lists", "pictures", "tags"],
)
def test_hostile_marks_are_read(text: str) -> None:
    assert read(text.encode(), "a.md").format == "md"


@given(st.randoms(use_true_random=False))
def test_mangled_files_are_read(chance: random.Random) -> None:
    signs = list(REPORT)
    for _ in range(chance.randint(1, 40)):
        spot = chance.randrange(len(signs))
        signs[spot : spot + chance.randint(0, 3)] = chance.choices(
            "|-*`[]<>#\n 1.（一）\\&;", k=chance.randint(0, 4)
        )
    document = read("".join(signs).encode(), "a.md")
    for block in document.blocks:
        for text, cell in block.texts():
            block.place(0, len(text), cell)
