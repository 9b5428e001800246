"""Cells between commas: a sheet saved as text and pasted into a report."""

from jixiao.formats.txt.read import read_text

TABLE = """捐赠情况如下
来源,年初数,全年数,备注
财政资金,54,51.5,
社会捐赠,10,10,"含衣物,书籍"
合计,64,61.5,
以上。"""


def tables(text: str) -> list[list[str]]:
    return [[cell.text for cell in block.cells] for block in read_text(text).blocks if block.cells]


def test_empty_cells_and_quoted_commas_are_kept() -> None:
    (cells,) = tables(TABLE)
    assert cells[:4] == ["来源", "年初数", "全年数", "备注"]
    assert cells[4:8] == ["财政资金", "54", "51.5", ""]
    assert cells[11] == "含衣物,书籍"


def test_a_cell_knows_its_place() -> None:
    (block,) = (block for block in read_text(TABLE).blocks if block.cells)
    cell = block.cells[11]
    assert (cell.segments[0].line, cell.segments[0].column) == (4, 12)


def test_sentences_with_commas_are_none() -> None:
    assert not tables("收入12,支出10,结余2,无误。\n收入14,支出11,结余3,无误。\n收入15,支出11,结余4,无误。")


def test_amounts_in_groups_of_three_are_none() -> None:
    assert not tables("一月支出1,280,300元\n二月支出1,310,200元\n三月支出1,402,100元")
