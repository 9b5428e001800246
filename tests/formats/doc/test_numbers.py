"""Automatic numbers and headings of the binary format."""

import struct

import pytest
from tests.formats.doc.building import Word, document_of, plain

from jixiao.core.document import Block


def level(
    text: str, code: int, *, start: int = 1, flags: int = 0, restart: int = 0, follow: int = 2
) -> bytes:
    """A level of a list; signs 0 to 8 of the text are counters."""
    head = struct.pack("<iBB9xB8xBBBB", start, code, flags, follow, 0, 0, restart, 0)
    return head + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def lists(*levels: bytes, key: int = 7) -> bytes:
    """A table with one list, and its levels behind."""
    filled = [*levels, *[level("", 255)] * (9 - len(levels))]
    return struct.pack("<HI4x9HBB", 1, key, *[0xFFF] * 9, 0, 0) + b"".join(filled)


def overrides(*changes: bytes, key: int = 7) -> bytes:
    """Lists of paragraphs; each change is a level's override or empty."""
    heads = b"".join(struct.pack("<I8xBBBB", key, bool(change), 0, 0, 0) for change in changes)
    return struct.pack("<I", len(changes)) + heads + b"".join(b"\xff" * 4 + change for change in changes)


def of(number: int, depth: int) -> bytes:
    return b"\x0b\x46" + struct.pack("<h", number) + b"\x0a\x26" + bytes([depth])


def blocks(
    parts: list[tuple[str, bytes]], *levels: bytes, changes: tuple[bytes, ...] = (b"",)
) -> list[Block]:
    # the levels stand behind the table, beyond the size that the head tells
    table = lists(*levels)
    word = Word([plain(*part) for part in parts], tables={73: table, 74: overrides(*changes)})
    return list(document_of(word).blocks)


def test_chinese_and_decimal_levels() -> None:
    one, two, three = level("\0、", 39), level("（\1）", 37), level("\0.\1.\2", 0, flags=4, follow=0)
    parts = [
        ("概况", of(1, 0)),
        ("机构", of(1, 1)),
        ("人员", of(1, 1)),
        ("甲", of(1, 2)),
        ("收支", of(1, 0)),
        ("乙", of(1, 1)),
    ]
    found = blocks(parts, one, two, three)
    assert [block.text for block in found] == [
        "一、概况",
        "（一）机构",
        "（二）人员",
        "1.2.1 甲",
        "二、收支",
        "（一）乙",
    ]
    assert found[0].number == "一、"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (0, "11)"),
        (1, "XI)"),
        (4, "k)"),
        (10, "一一)"),
        (18, "⑪)"),
        (22, "11)"),
        (38, "壹拾壹)"),
        (200, "11)"),
    ],
)
def test_ways_of_counting(code: int, shown: str) -> None:
    (block,) = blocks([("项", of(1, 0))], level("\0)", code, start=11))
    assert block.text == f"{shown}项"


def test_bullets_leave_no_sign() -> None:
    (block,) = blocks([("项", of(1, 0))], level("\uf0b7", 23))
    assert (block.kind, block.text) == ("item", "项")


def test_a_list_may_start_anew() -> None:
    again = struct.pack("<iI", 1, 0x10)
    other = struct.pack("<iI", 0, 0x30 | 0) + level("第\0条", 39, start=5)
    parts = [("甲", of(1, 0)), ("乙", of(1, 0)), ("丙", of(2, 0)), ("丁", of(1, 0)), ("戊", of(3, 0))]
    found = blocks(parts, level("\0、", 0), changes=(b"", again, other))
    assert [block.text for block in found] == ["1、甲", "2、乙", "1、丙", "2、丁", "第五条戊"]


def test_levels_that_never_restart() -> None:
    parts = [("甲", of(1, 0)), ("乙", of(1, 1)), ("丙", of(1, 0)), ("丁", of(1, 1))]
    found = blocks(parts, level("\0、", 0), level("\1)", 0, flags=8))
    assert [block.text for block in found] == ["1、甲", "1)乙", "2、丙", "2)丁"]


@pytest.mark.parametrize("number", [0, 2, 99, -1, -2047, 0x7FF])
def test_no_such_list(number: int) -> None:
    (block,) = blocks([("甲", of(number, 0))], level("\0、", 0))
    assert block.text == "甲"


def test_broken_lists_cost_only_the_numbers() -> None:
    word = Word([plain("甲", of(1, 0))], tables={73: struct.pack("<H", 9999), 74: overrides(b"")})
    document = document_of(word)
    assert [block.text for block in document.blocks] == ["甲"]
    assert any("自动编号" in note for note in document.notes)


def style(kind: int, base: int, name: str, changes: bytes = b"") -> bytes:
    head = struct.pack("<5H", kind, 1 | base << 4, 1, 0, 0)
    written = struct.pack("<H", len(name)) + name.encode("utf-16-le") + b"\0\0"
    papx = struct.pack("<HH", 2 + len(changes), 0) + changes
    body = head + written + papx
    return struct.pack("<H", len(body)) + body + bytes(len(body) % 2)


def sheet(*styles: bytes) -> bytes:
    return struct.pack("<HHH", 4, len(styles), 10) + b"".join(styles)


def test_headings_by_style() -> None:
    styles = sheet(
        style(0, 0xFFF, "正文"),
        style(1, 0, "标题 1"),
        style(0xFFE, 1, "我的标题"),
        style(19, 0, "目录 1"),
        style(0xFFE, 5, "甲"),
        style(0xFFE, 4, "乙"),
        style(0xFFE, 0, "带级", b"\x40\x26\x02"),
        b"\0\0",
    )
    parts = [plain(f"文{number}", style=number) for number in range(9)]
    found = document_of(Word(parts, tables={1: styles})).blocks
    assert [(block.kind, block.level, block.text) for block in found] == [
        ("paragraph", 0, "文0"),
        ("heading", 1, "文1"),
        ("heading", 1, "文2"),
        ("paragraph", 0, "文4"),
        ("paragraph", 0, "文5"),
        ("heading", 3, "文6"),
        ("paragraph", 0, "文7"),
        ("paragraph", 0, "文8"),
    ]


def test_a_style_may_number() -> None:
    styles = sheet(style(0, 0xFFF, "正文"), style(0xFFE, 0, "条", of(1, 0)))
    tables = {1: styles, 73: lists(level("第\0条", 39)), 74: overrides(b"")}
    parts = [plain("甲", style=1), plain("乙", of(0, 0), style=1), plain("丙", style=1)]
    found = document_of(Word(parts, tables=tables)).blocks
    assert [block.text for block in found] == ["第一条甲", "乙", "第二条丙"]
