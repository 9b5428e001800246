"""One Word file in the formats that are flat streams, made by LibreOffice: the same blocks."""

from functools import cache

import pytest
from tests.formats.flat.features import features
from tests.support import require

from jixiao.core.document import Block, Document
from jixiao.formats import discovery
from jixiao.formats.office import convert

FILTERS = {"doc": "MS Word 97", "rtf": ""}
each_format = pytest.mark.parametrize("kind", FILTERS)


@cache
def converted(kind: str) -> Document:
    require("soffice")
    return discovery.read(convert(features(), "docx", kind, FILTERS[kind]), f"报告.{kind}")


def told(block: Block) -> tuple[object, ...]:
    """What a block says, without its position, which the text boxes lost in RTF change."""
    cells = [(cell.row, cell.column, cell.row_span, cell.column_span, cell.text) for cell in block.cells]
    return block.kind, block.level, block.number, block.text, block.part, cells


@each_format
def test_blocks_are_those_of_the_word_file(kind: str) -> None:
    expected = [told(block) for block in discovery.read(features(), "报告.docx").blocks]
    if kind == "rtf":  # LibreOffice 7.4 writes text boxes as empty fields
        expected = [block for block in expected if block[4] != "textbox"]
    assert [told(block) for block in converted(kind).blocks] == expected


@each_format
def test_nothing_is_missing_and_the_format_is_told(kind: str) -> None:
    document = converted(kind)
    lost = ("文档中有 1 处图形，其中的内容没有读取。",) if kind == "rtf" else ()  # the text box, see above
    assert (document.format, document.notes) == (kind, lost)
    assert [block.index for block in document.blocks] == list(range(len(document.blocks)))
    tables = [block.table for block in document.blocks if block.kind == "table"]
    assert tables == [0, 1, 2]
