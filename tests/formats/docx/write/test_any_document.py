"""Any document at all makes a file that is whole and says the same."""

from dataclasses import replace
from typing import Literal, get_args

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.formats.docx.building import unpack
from tests.formats.docx.write.schema_order import wrong_orders

from jixiao.core.document import Block, Cell, Document
from jixiao.core.look import CellLook, Look, Mark, Properties, TableLook, TextStyle
from jixiao.formats.docx.read import read
from jixiao.formats.docx.write import write

WORDS = st.text(st.sampled_from("预算执行2.%“（<&\n\t"), min_size=1, max_size=12).map(
    lambda text: f"甲{text}乙"
)
MARKS = st.lists(
    st.builds(
        Mark,
        st.integers(0, 9),
        st.integers(0, 16),
        st.sampled_from(["figure", "gap", "strong"]),
        st.sampled_from(["_jx1", "_jx2", "_jx3"]),
    ),
    max_size=3,
).map(tuple)
PAGES: st.SearchStrategy[Literal["", "portrait", "landscape"]] = st.sampled_from(
    ("", "", "", "portrait", "landscape")
)
STYLES = [style for style in get_args(TextStyle) if style != "contents"]


@st.composite
def paragraphs(draw: st.DrawFn) -> Block:
    look = Look(draw(st.sampled_from(STYLES)), draw(PAGES), draw(st.booleans()))
    return Block(0, "paragraph", draw(WORDS), marks=draw(MARKS), look=draw(st.sampled_from([look, None])))


@st.composite
def headings(draw: st.DrawFn) -> Block:
    number = draw(st.sampled_from(["一、", "二、", "（一）", "1.", "（1）", "第一部分", ""]))
    title = draw(WORDS).replace("\n", "").replace("\t", "")
    look = Look(page=draw(PAGES))
    return Block(0, "heading", number + title, level=draw(st.integers(0, 11)), number=number, look=look)


@st.composite
def tables(draw: st.DrawFn) -> Block:
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            wide, high = draw(st.integers(1, columns - column)), draw(st.integers(1, rows - row))
            places = {(r, c) for r in range(row, row + high) for c in range(column, column + wide)}
            if places & taken:
                wide = high = 1
                places = {(row, column)}
            taken |= places
            head = CellLook(draw(st.booleans()), draw(st.sampled_from(["", "right"])))
            cells.append(
                Cell(
                    row,
                    column,
                    draw(WORDS),
                    high,
                    wide,
                    marks=draw(MARKS),
                    look=draw(st.sampled_from([head, None])),
                )
            )
    look = Look(
        page=draw(PAGES),
        keep=draw(st.booleans()),
        table=TableLook(draw(st.integers(0, 2)), tuple(range(1, columns + 1)), draw(st.booleans()), (0,)),
    )
    return Block(0, "table", cells=tuple(cells), look=draw(st.sampled_from([look, None])))


CONTENTS = st.just(Block(0, "paragraph", "目录", look=Look("contents")))
BLOCKS = st.lists(st.one_of(paragraphs(), headings(), tables(), CONTENTS), max_size=7)


@given(BLOCKS, st.booleans())
def test_any_document_is_whole_and_reads_back(blocks: list[Block], draft: bool) -> None:  # noqa: FBT001 - given
    document = Document(
        "任意",
        "docx",
        tuple(replace(block, index=number) for number, block in enumerate(blocks)),
        properties=Properties(draft=draft),
    )
    data = write(document)
    files = unpack(data)
    for name in ("word/document.xml", "word/numbering.xml"):
        assert list(wrong_orders(etree.fromstring(files[name]))) == []
    read_back = [text for block in read(data, "a").blocks for text, _ in block.texts()]
    wanted = [
        text
        for block in blocks
        if block.look is None or block.look.style != "contents"
        for text, _ in block.texts()
    ]
    assert read_back == wanted
