"""Totals that are facts become sums where they follow from their parts, and only there."""

from jixiao.core.document import Block, Cell
from jixiao.core.look import Look, TableLook
from jixiao.formats.xlsx.write.figures import number
from jixiao.formats.xlsx.write.totals import Position, totals

HEAD = ("支出项目", "预算", "支付")


def formulas(
    *rows: tuple[str, ...], computed: frozenset[Position] = frozenset(), top: int = 0
) -> dict[Position, str]:
    cells = tuple(
        Cell(row, column, text) for row, line in enumerate(rows) for column, text in enumerate(line)
    )
    return of(cells, 1, computed, top)


def of(
    cells: tuple[Cell, ...], header_rows: int, computed: frozenset[Position] = frozenset(), top: int = 0
) -> dict[Position, str]:
    block = Block(0, "table", cells=cells, look=Look(table=TableLook(header_rows=header_rows)))
    known = {(cell.row, cell.column): found for cell in cells if (found := number(cell)) is not None}
    return totals(block, known, computed, top)


def test_a_row_of_totals_adds_what_stands_above() -> None:
    rows = (HEAD, ("基本", "1.00", "2.50"), ("项目", "2.00", ""), ("合 计", "3.00", "2.50"))
    assert formulas(*rows) == {(3, 1): "=SUM(B2:B3)"}
    assert formulas(*rows, top=2) == {(3, 1): "=SUM(B4:B5)"}


def test_a_total_that_does_not_follow_stays_a_number() -> None:
    assert formulas(HEAD, ("基本", "1.00", "2.50"), ("项目", "2.00", "1.00"), ("合计", "3.01", "3.40")) == {}
    assert formulas(HEAD, ("基本", "1.00", "50%"), ("项目", "2.00", "50%"), ("其他", "3.00", "100%")) == {}
    assert (
        formulas(HEAD, ("基本", "1.00", "50.00%"), ("项目", "2.00", "50.00%"), ("合计", "", "100.00%")) == {}
    )
    assert formulas(HEAD, ("基本", "1.00元", ""), ("项目", "2.00万元", ""), ("合计", "3.00元", "")) == {}


def test_parts_end_at_words_and_at_the_total_before() -> None:
    rows = (
        HEAD,
        ("甲", "9.00", ""),
        ("二、", "金额", ""),
        ("乙", "1.00", ""),
        ("丙", "2.00", ""),
        ("小计", "3.00", ""),
        ("丁", "4.00", ""),
        ("戊", "5.00", ""),
        ("小计", "9.00", ""),
    )
    assert formulas(*rows) == {(5, 1): "=SUM(B4:B5)", (8, 1): "=SUM(B7:B8)"}


def test_a_column_of_totals_adds_the_columns_under_its_heading() -> None:
    cells = (
        Cell(0, 0, "支出项目", row_span=2),
        Cell(0, 1, "支付", column_span=3),
        *(Cell(1, column, text) for column, text in enumerate(("小计", "基本", "项目"), start=1)),
        *(Cell(2, column, text) for column, text in enumerate(("甲", "3.00", "1.00", "2.00"))),
        *(Cell(3, column, text) for column, text in enumerate(("乙", "1.00", "1.00", ""))),
        *(Cell(4, column, text) for column, text in enumerate(("合计", "4.00", "2.00", "2.00"))),
    )
    expected = {
        (2, 1): "=SUM(C3:D3)",
        (3, 1): "=SUM(C4:D4)",
        (4, 1): "=SUM(B3:B4)",
        (4, 2): "=SUM(C3:C4)",
    }
    assert of(cells, 2) == of(cells, 0) == expected


def test_formulas_of_the_ledger_are_no_parts() -> None:
    rows = (HEAD, ("基本", "1.00", "1.00"), ("项目", "2.00", "1.00"), ("合计", "3.00", "2.00"))
    assert formulas(*rows, computed=frozenset({(1, 1), (3, 2)})) == {}
