"""Tables: cells by the edges of their rows, merged cells told once, tables within tables."""

import struct

import pytest
from tests.formats.doc.building import (
    DELETED,
    IN_TABLE,
    ROW_END,
    Part,
    Word,
    cells,
    definition,
    document_of,
    grid_of,
    plain,
)

from jixiao.core.document import Block

DOWN, HEADS = 1 << 5, 3 << 5
THREE = (0, 1000, 2000, 3000)
INNER = b"\x49\x66\x02\x00\x00\x00"  # the depth of a paragraph


def tables_of(*parts: Part, data: bytes | None = None) -> list[Block]:
    document = document_of(Word([*parts, plain("表后")], data=data))
    return [block for block in document.blocks if block.kind == "table"]


def test_a_row_is_ended_by_its_mark() -> None:
    rules = definition(THREE)
    (table,) = tables_of(*cells("甲", "1", "", rules=rules), *cells("乙", "2", "无", rules=rules))
    assert grid_of(table) == [
        (0, 0, 1, 1, "甲"),
        (0, 1, 1, 1, "1"),
        (0, 2, 1, 1, ""),
        (1, 0, 1, 1, "乙"),
        (1, 1, 1, 1, "2"),
        (1, 2, 1, 1, "无"),
    ]


def test_wide_cells_and_edges_that_nearly_agree() -> None:
    (table,) = tables_of(
        *cells("总", "注", rules=definition((0, 2010, 3000))),
        *cells("甲", "乙", "丙", rules=definition(THREE)),
    )
    assert grid_of(table)[:2] == [(0, 0, 1, 2, "总"), (0, 2, 1, 1, "注")]


@pytest.mark.parametrize(("first", "rest"), [(1, 2), (2, 1), (3, 1)])
def test_cells_merged_across_whichever_value_means_the_first(first: int, rest: int) -> None:
    (table,) = tables_of(
        *cells("合", "", "丙", rules=definition(THREE, (first, rest))),
        *cells("甲", "乙", "丁", rules=definition(THREE)),
    )
    assert grid_of(table)[:2] == [(0, 0, 1, 2, "合"), (0, 2, 1, 1, "丙")]


def test_cells_merged_down() -> None:
    (table,) = tables_of(
        *cells("头", "a", "b", rules=definition(THREE, (HEADS,))),
        *cells("", "c", "d", rules=definition(THREE, (DOWN,))),
        *cells("", "e", "f", rules=definition(THREE, (DOWN,))),
        *cells("新", "g", "h", rules=definition(THREE, (HEADS,))),
    )
    assert grid_of(table)[0] == (0, 0, 3, 1, "头")
    assert (3, 0, 1, 1, "新") in grid_of(table)
    assert len(grid_of(table)) == 10


def test_later_operations_change_the_row() -> None:
    down = b"\x2b\xd6\x02\x00\x03"
    merge = b"\x24\x56\x01\x03"
    insert = b"\x21\x76\x00\x01" + struct.pack("<H", 500)
    delete = b"\x22\x56\x00\x01"
    width = b"\x23\x76\x00\x01" + struct.pack("<H", 1000)
    rules = definition(THREE) + insert + delete + width + down + merge
    (table,) = tables_of(
        *cells("甲", "合", "", rules=rules),
        *cells("", "乙", "丙", rules=definition(THREE, (DOWN,))),
    )
    assert grid_of(table) == [(0, 0, 2, 1, "甲"), (0, 1, 1, 2, "合"), (1, 1, 1, 1, "乙"), (1, 2, 1, 1, "丙")]


def test_properties_kept_elsewhere() -> None:
    """Word puts those of wide tables into another stream."""
    group = IN_TABLE + ROW_END + definition((0, 2000, 3000))
    data = b"\0\0" + struct.pack("<H", len(group)) + group
    far = Part([], "\x07", b"\x46\x66" + struct.pack("<I", 2))
    row = [plain("总", IN_TABLE, "\x07"), plain("注", IN_TABLE, "\x07"), far]
    (table,) = tables_of(*row, *cells("甲", "乙", "丙", rules=definition(THREE)), data=data)
    assert grid_of(table)[0] == (0, 0, 1, 2, "总")
    document = document_of(Word([*row, plain("表后")]))
    assert any("表格的属性" in note for note in document.notes)


def test_a_row_without_definition() -> None:
    (table,) = tables_of(*cells("甲", "乙", rules=b""))
    assert grid_of(table) == [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙")]


def test_nested_tables_follow_the_outer() -> None:
    inner_cell, inner_row = b"\x4b\x24\x01", b"\x4c\x24\x01"
    outer, inner = tables_of(
        plain("外", IN_TABLE),
        plain("内1", IN_TABLE + INNER + inner_cell),
        plain("内2", IN_TABLE + INNER + inner_cell),
        Part([], "\r", IN_TABLE + INNER + inner_cell + inner_row + definition((0, 500, 900))),
        *cells("后", "邻", rules=definition((0, 1000, 2000))),
    )
    assert grid_of(outer) == [(0, 0, 1, 1, "外\n后"), (0, 1, 1, 1, "邻")]
    assert grid_of(inner) == [(0, 0, 1, 1, "内1"), (0, 1, 1, 1, "内2")]


def test_a_deleted_row_is_left_out() -> None:
    rules = definition((0, 1000, 2000))
    gone = cells("旧", "9", rules=rules)
    gone[-1].end_properties = DELETED
    (table,) = tables_of(*cells("甲", "1", rules=rules), *gone, *cells("乙", "2", rules=rules))
    assert [cell.text for cell in table.cells] == ["甲", "1", "乙", "2"]


@pytest.mark.parametrize(
    "rules",
    [
        b"\x08\xd6\x00\x00",
        b"\x08\xd6\x02\x00\xff",
        definition((3000, 2000, 1000)),
        definition((-30000, 30000, -30000)),
        b"\x24\x56\xff\xff\x22\x56\x00\xff\x21\x76\xff\xff\xff\xff",
    ],
)
def test_senseless_definitions_keep_the_texts(rules: bytes) -> None:
    (table,) = tables_of(*cells("甲", "乙", rules=rules))
    assert [cell.text for cell in table.cells] == ["甲", "乙"]
    assert len({cell.column for cell in table.cells}) == 2
