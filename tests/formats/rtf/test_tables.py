"""Tables of RTF: right edges, merged cells, rows whose definition is told once, nested tables."""

import pytest
from tests.formats.doc.building import grid_of
from tests.formats.rtf.test_text import document_of

from jixiao.core.document import Block

THREE = rb"\trowd\cellx1000\cellx2000\cellx3000"


def tables_of(body: bytes) -> list[Block]:
    return [block for block in document_of(body + rb"\pard z\par").blocks if block.kind == "table"]


def test_rows_and_a_definition_that_goes_on() -> None:
    (table,) = tables_of(THREE + rb"\intbl a\cell 1\par 2\cell\cell\row b\cell 0\cell /\cell\row")
    assert grid_of(table) == [
        (0, 0, 1, 1, "a"),
        (0, 1, 1, 1, "1\n2"),
        (0, 2, 1, 1, ""),
        (1, 0, 1, 1, "b"),
        (1, 1, 1, 1, "0"),
        (1, 2, 1, 1, "/"),
    ]


@pytest.mark.parametrize(
    ("first", "cells", "spans"),
    [
        (rb"\trowd\cellx2005\cellx3000", rb"a\cell b\cell", [(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b")]),
        (
            rb"\trowd\clmgf\cellx1000\clmrg\cellx2000\cellx3000",
            rb"a\cell\cell b\cell",
            [(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b")],
        ),
        (
            rb"\trowd\clvmgf\cellx1000\cellx3000",
            rb"a\cell b\cell",
            [(0, 0, 2, 1, "a"), (0, 1, 1, 2, "b")],
        ),
    ],
)
def test_merged_cells(first: bytes, cells: bytes, spans: list[tuple[int, int, int, int, str]]) -> None:
    down = rb"\trowd\clvmrg\cellx1000\cellx2000\cellx3000" if b"clvmgf" in first else THREE
    (table,) = tables_of(first + rb"\intbl " + cells + rb"\row" + down + rb"\cell x\cell y\cell\row")
    assert grid_of(table)[:2] == spans


def test_the_definition_may_stand_behind_the_cells_in_a_group() -> None:
    (table,) = tables_of(rb"\pard\intbl a\cell b\cell{\trowd\trleft-100\cellx900\cellx2000\row}")
    assert grid_of(table) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b")]


def test_nested_tables_follow_the_outer() -> None:
    body = (
        THREE + rb"\intbl o\par\pard\intbl\itap2 i1\nestcell i2\nestcell"
        rb"{\*\nesttableprops\trowd\cellx400\cellx900\nestrow}{\nonesttables\par}"
        rb"\pard\intbl p\cell q\cell r\cell\row"
    )
    outer, inner = tables_of(body)
    assert grid_of(outer) == [(0, 0, 1, 1, "o\np"), (0, 1, 1, 1, "q"), (0, 2, 1, 1, "r")]
    assert grid_of(inner) == [(0, 0, 1, 1, "i1"), (0, 1, 1, 1, "i2")]


def test_what_the_table_lacks() -> None:
    (table,) = tables_of(rb"\intbl a\cell b\cell\row c\cell d\cell e\cell")
    assert [cell.text for cell in table.cells] == ["a", "b", "c", "d", "e"]
