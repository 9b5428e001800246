"""Any table, with whatever merged cells and words, is read from the workbook as it was written."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.core.document import Block, Cell, Document
from jixiao.core.look import CellLook, Look, TableLook
from jixiao.formats.html.read import read as read_page
from jixiao.formats.html.write import write as write_page
from jixiao.formats.xlsx.read import read
from jixiao.formats.xlsx.write import write
from jixiao.formats.xlsx.write.naming import LONGEST, Names

WORDS = st.one_of(
    st.text(alphabet="甲乙=+-@'“，。 /\n<>&_x0041", max_size=12).map(str.strip),
    st.from_regex(r"-?\d{1,7}(\.\d{1,3})?%?", fullmatch=True),
    st.from_regex(r"[1-9]\d{0,2}(,\d{3}){1,2}(\.\d\d)?", fullmatch=True),
    st.sampled_from(
        ["007", "-0", "2023-01-02", "1e5", "TRUE", "#N/A", "1/2", "单位：万元", "合计", "注：无"]
    ),
)


@st.composite
def tables(draw: st.DrawFn) -> Block:
    """A table that covers its grid, cells merged here and there."""
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(2, 5))
    free = {(row, column) for row in range(rows) for column in range(columns)}
    cells: list[Cell] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) not in free:
                continue
            high, wide = draw(st.integers(1, rows - row)), draw(st.integers(1, columns - column))
            spread = {(r, c) for r in range(row, row + high) for c in range(column, column + wide)}
            if not spread <= free:
                high = wide = 1
                spread = {(row, column)}
            free -= spread
            look = draw(st.sampled_from([None, CellLook(head=True), CellLook(align="right")]))
            cells.append(Cell(row, column, draw(WORDS), high, wide, look=look))
    head = draw(st.integers(0, 2))
    return Block(0, "table", cells=tuple(cells), table=0, look=Look(table=TableLook(header_rows=head)))


def grid(block: Block) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in block.cells]


@settings(max_examples=60, deadline=None)
@given(tables())
def test_every_table_survives_the_workbook(block: Block) -> None:
    again = [found for found in read(write(Document("x", "x", (block,))), "x").blocks if found.cells]
    assert len(again) == 1
    assert grid(again[0]) == grid(block)


@settings(max_examples=60, deadline=None)
@given(tables())
def test_heads_and_looks_change_nothing_that_is_read_from_a_page(block: Block) -> None:
    plain = Block(
        0, "table", cells=tuple(Cell(c.row, c.column, c.text, c.row_span, c.column_span) for c in block.cells)
    )
    one, other = (read_page(write_page(Document("x", "x", (some,))), "x") for some in (block, plain))
    assert [(b.kind, b.text, grid(b)) for b in one.blocks] == [
        (b.kind, b.text, grid(b)) for b in other.blocks
    ]


@given(st.lists(st.text(max_size=40), max_size=30))
def test_names_of_sheets(wanted: list[str]) -> None:
    names = Names(("正文",))
    found = [names.take(one) for one in wanted]
    assert len({name.lower() for name in found}) == len(found)
    for name in found:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= LONGEST
        assert not set(name) & set("[]:*?/\\")
        assert name.strip("'") == name
