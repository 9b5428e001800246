"""Tables set with blanks, their rows apart by empty lines, as a program that keeps the layout of a page leaves them."""

from tests.formats.txt.grids import grid, tables

from jixiao.pipeline import check_text

HEAD = """单位：亿元

                 债务限额                          债务余额
  地区
          合计       一般债务     专项债务     合计      一般债务    专项债务
"""
ROWS = """合计        121.74      56.81      64.93     114.02     51.40     62.62

市本级       36.08       27.57       8.51     31.71      22.51      9.20

西河县      {total}       13.04      41.02     53.71      13.69     40.02

南岭县       20.30       10.10      10.20     18.30       9.10      9.20

北川县       11.30       6.10       5.20      10.30       6.10      4.20
"""


def test_rows_apart_by_empty_lines_are_one_table() -> None:
    (table,) = tables(HEAD + ROWS.format(total="54.06"))
    assert grid(table)[-1] == ["北川县", "11.30", "6.10", "5.20", "10.30", "6.10", "4.20"]
    assert len(grid(table)) == 6


def test_a_wrong_total_of_such_a_row_is_found() -> None:
    report = check_text(HEAD + ROWS.format(total="45.06"))
    errors = [finding for finding in report.findings if finding.severity == "error"]
    assert [(error.code, error.quote) for error in errors] == [("JX103", "45.06")]


def test_paragraphs_apart_by_empty_lines_are_no_table() -> None:
    text = "2023年收入 10.20 万元\n\n2022年收入 9.10 万元\n\n增加 1.10 万元\n"
    assert not tables(text)


def test_the_total_of_numbered_rows_lacks_the_cells_between() -> None:
    rows = "序号    单位    性质    人数\n1    图书馆    一类    64\n2    文化馆    一类    41\n3    博物馆    一类    52\n合计    157\n"
    (table,) = tables(rows)
    assert grid(table)[-1] == ["合计", "", "", "157"]
