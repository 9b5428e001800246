"""Paragraphs and tables that are set on pages come back as they were."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.formats.positioned import Page, Piece, Rule, blocks
from jixiao.formats.positioned.plain import plain

SIZE = 12.0
WIDE = 30
"""Characters in a line."""
LINES = 12
"""On a page."""
LEFT, TOP, PITCH = 80.0, 120.0, 20.0

WORDS = "预算支出执行绩效目标人员经费公用完成年度部门项目"


def paragraph_of(length: int) -> st.SearchStrategy[str]:
    """Texts of so many characters; those of any length would nearly all be short."""
    return st.text(WORDS, min_size=length, max_size=length).map(lambda text: text + "。")


paragraphs = st.lists(st.integers(3, 200).flatmap(paragraph_of), min_size=1, max_size=12)


def piece(text: str, left: float, top: float, size: float = SIZE) -> Piece:
    edges = tuple(left + size * index for index in range(len(text) + 1))
    return Piece(text, edges, top, top + size, size)


def lines_of(text: str) -> list[tuple[int, str]]:
    """The lines of a paragraph with their indents, in characters; none begins with a full stop."""
    found = [(2, text[: WIDE - 2])]
    rest = text[WIDE - 2 :]
    while rest:
        found.append((0, rest[:WIDE]))
        rest = rest[WIDE:]
    if found[-1][1] == "。":
        indent, before = found[-2]
        found[-2:] = [(indent, before[:-1]), (0, before[-1] + "。")]
    return found


def tells_its_width(texts: list[str]) -> bool:
    """Whether more than a quarter of the long lines fill the page from side to side."""
    long = [len(line) for text in texts for _, line in lines_of(text) if len(line) > WIDE * 4 / 5]
    return long.count(WIDE) * 4 > len(long)


def pages_of(texts: list[str]) -> list[Page]:
    """The pages, each with the same header and its number."""
    lines = [line for text in texts for line in lines_of(text)]
    found = []
    for number, start in enumerate(range(0, len(lines), LINES), start=1):
        pieces = [piece("某某局二〇二三年度报告", 200, 40), piece(f"—{number}—", 280, 800)]
        for row, (indent, text) in enumerate(lines[start : start + LINES]):
            pieces.append(piece(text, LEFT + SIZE * indent, TOP + PITCH * row))
        found.append(Page(number, 595, 842, tuple(pieces)))
    return found


@given(paragraphs)
@settings(max_examples=200)
def test_paragraphs_come_back_from_their_lines(texts: list[str]) -> None:
    pages = pages_of(texts)
    found = [block.text for block in blocks(pages)]
    if len(pages) == 1:  # nothing tells that a header is one
        assert found.pop(0) == "某某局二〇二三年度报告"
    if not tells_its_width(texts):
        assert "".join(found) == "".join(texts)
        return
    assert found == texts


@given(paragraphs)
def test_every_character_has_its_box(texts: list[str]) -> None:
    for block in blocks(pages_of(texts)):
        assert sum(len(area.edges) - 1 for area in block.areas) == len(block.text)
        for index in range(len(block.text)):
            place = block.place(index, index + 1)
            assert place.box is not None
            assert place.box[2] - place.box[0] == SIZE


@st.composite
def merged(draw: st.DrawFn) -> list[tuple[int, int, int, int]]:
    """Cells of a table as row, column, rows, columns; some of them merged."""
    rows, columns = draw(st.integers(2, 6)), draw(st.integers(2, 6))
    taken: set[tuple[int, int]] = set()
    cells = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            high = draw(st.integers(1, min(3, rows - row)))
            wide = draw(st.integers(1, min(3, columns - column)))
            while any((row, column + step) in taken for step in range(wide)):
                wide -= 1
            cells.append((row, column, high, wide))
            taken |= {(row + down, column + right) for down in range(high) for right in range(wide)}
    return cells


@given(merged(), st.booleans())
@settings(max_examples=200)
def test_tables_come_back_from_their_rules(cells: list[tuple[int, int, int, int]], in_pieces: bool) -> None:  # noqa: FBT001
    rules, pieces = [], []
    for number, (row, column, high, wide) in enumerate(cells):
        left, top, right, bottom = (
            80 + 60 * column,
            100 + 30 * row,
            80 + 60 * (column + wide),
            100 + 30 * (row + high),
        )
        sides = [
            (left, top, right, top),
            (left, bottom, right, bottom),
            (left, top, left, bottom),
            (right, top, right, bottom),
        ]
        for x, y, to_x, to_y in sides:
            middle = (x + to_x) / 2, (y + to_y) / 2
            if in_pieces:
                rules += [Rule(x, y, *middle), Rule(*middle, to_x, to_y)]
            else:
                rules.append(Rule(x, y, to_x, to_y))
        pieces.append(piece(str(100 + number), left + 5, top + 5))
    found = blocks([Page(1, 595, 842, tuple(pieces), tuple(rules))])
    if {column for _, column, _, _ in cells} == {0}:  # boxes below each other hold text, they are no table
        assert [block.text for block in found] == [str(100 + number) for number in range(len(cells))]
        return
    table = found[0]
    assert [cell.text for cell in table.cells] == [str(100 + number) for number in range(len(cells))]
    starts = sorted({column for _, column, _, _ in cells})
    for cell, (_, column, _, wide) in zip(table.cells, cells, strict=True):
        assert cell.column == starts.index(column)
        assert cell.column_span == sum(column <= start < column + wide for start in starts)
    assert [cell.row for cell in table.cells] == sorted(cell.row for cell in table.cells)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0xFFFF, exclude_categories=["Cs"]), max_size=30))
def test_usual_characters_keep_their_edges(text: str) -> None:
    made, edges = plain(text, tuple(float(index) for index in range(len(text) + 1)))
    assert len(edges) == len(made) + 1
    assert list(edges) == sorted(edges)
    assert plain(made, edges) == (made, edges)
