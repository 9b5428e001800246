"""Headers of office tables: merged cells say where each stands, gaps of a draft are none."""

from tests.claims.support import form

from jixiao.claims.reading.document import read_document
from jixiao.claims.reading.facts import facts_of
from jixiao.claims.reading.tables.table import TableReading, read_table
from jixiao.core.document import Block, Cell, Document


def read(rows: list[list[str]]) -> TableReading:
    (found,) = read_document(form(rows)).tables
    return found


def spread(rows: list[list[tuple[str, int, int]]]) -> TableReading:
    """A table read from cells of so many rows and columns, as an office file has them."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        c = 0
        for text, height, width in row:
            while (r, c) in taken:
                c += 1
            cells.append(Cell(row=r, column=c, text=text, row_span=height, column_span=width))
            taken.update((r + i, c + j) for i in range(height) for j in range(width))
            c += width
    block = Block(index=0, kind="table", cells=tuple(cells), table=0)
    return read_table(block, "", None)


def test_where_spans_are_known_no_header_is_moved() -> None:
    heads = [("支出项目", 2, 1), ("下达资金", 2, 1), ("资金支付", 1, 3)]
    parts = [("小计", 1, 1), ("基本支出", 1, 1), ("项目支出", 1, 1)]
    found = spread(
        [heads, parts, [(word, 1, 1) for word in ("教育支出", "90.10", "80.30", "50.10", "30.20")]]
    )
    headers = [found.rows[0].columns[c].header for c in range(5)]
    assert headers == ["支出项目", "下达资金", "资金支付/小计", "资金支付/基本支出", "资金支付/项目支出"]
    goal = [("年度总体目标", 1, 1), ("运转有序", 1, 6)]
    names = [
        ("年度指标", 2, 1),
        *((word, 1, 1) for word in ("一级", "二级", "三级")),
        ("指标值", 1, 2),
        ("分值", 1, 1),
    ]
    row = [("产出", 1, 1), ("数量", 1, 1), ("督查", 1, 1), ("≥7期", 1, 2), ("10", 1, 1)]
    line = spread([goal, names, row]).rows[0]
    assert {line.columns[c].role: token.number for c, token in line.tokens.items()} == {
        "target": 7,
        "full": 10,
    }


def test_what_is_still_to_be_filled_in_heads_no_columns() -> None:
    rows = [
        ["资金来源", "年初预算数", "全年执行数", "分值"],
        ["总额", "90.10", "80.30", "10"],
        ["财政拨款", "〔待补：预算数〕", "〔待补：执行数〕", "〔待补：分值〕"],
        ["其他资金", "10.10", "5.30", "—"],
    ]
    found = read(rows)
    assert [row.segment for row in found.rows] == [found.rows[0].segment] * 2
    assert [column.role for column in found.rows[1].columns.values()] == ["", "plan", "main", "full"]
    first = read([rows[0], ["财政拨款", "〔待补：预算数〕", "5.30", "〔待补：分值〕"]])
    assert [first.rows[0].columns[c].role for c in first.rows[0].tokens] == ["main"]


def test_a_role_of_the_header_above_tells_parts_under_their_own_names() -> None:
    """功能 600 in all, of which 400 basic: no figure of the basic part is the function's own outturn."""
    heads = [("科目名称", 2, 1), ("本年支出", 1, 3)]
    parts = [(word, 1, 1) for word in ("合计", "基本支出", "项目支出")]
    row = [(word, 1, 1) for word in ("教育支出", "600.00", "400.00", "200.00")]
    columns = spread([heads, parts, row]).rows[0].columns
    assert [columns[c].role for c in (1, 2, 3)] == ["main"] * 3
    assert [columns[c].part for c in (1, 2, 3)] == ["", "基本支出", "项目支出"]


def test_parts_of_one_table_are_not_held_against_the_whole_of_another() -> None:
    whole = ["201", "教育支出", "6100.00", "4100.00", "2000.00"]
    first = form([["编码", "科目名称", "本年支出合计", "基本支出", "项目支出"], whole]).blocks[-1].cells
    heads = [
        ["编码", "科目名称", "本年支出", "本年支出", "本年支出"],
        ["", "", "合计", "基本支出", "项目支出"],
    ]
    second = form([*heads, whole]).blocks[-1].cells
    blocks = tuple(
        Block(index=at, kind="table", cells=cells, table=at) for at, cells in enumerate((first, second))
    )
    facts = facts_of(read_document(Document("test", "txt", blocks)))
    named = {(fact.name, fact.token.number) for fact in facts if fact.block == 1}
    assert {(name, f"{number:f}") for name, number in named} == {
        ("教育支出", "6100.00"),
        ("教育支出基本支出", "4100.00"),
        ("教育支出项目支出", "2000.00"),
    }
