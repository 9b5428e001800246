"""Tables as text: signs, quotes, encodings, titles, and what is no table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.core.errors import ReadError
from jixiao.formats import discovery
from jixiao.formats.csv.read import read
from jixiao.formats.csv.recognise import recognise
from jixiao.formats.csv.records import DELIMITERS, Records, delimiter

TABLE = """2023年度部门收支决算总表,,,
部门：城市管理局,,,单位：万元
项目,年初预算数,决算数,执行率
基本支出,"1,253.40","1,235.40",98.56%
"项目支出
（含""上年结转""）",311.40,300.00,96.34%

="0012", 0 ,/,无
注：本表反映部门本年度总收支和年末结转结余情况。,,,
"""
CELLS = {
    "A3": "项目",
    "B4": "1,253.40",
    "A5": "项目支出\n（含“上年结转”）".replace("“", '"').replace("”", '"'),
    "D5": "96.34%",
    "A7": "0012",
    "B7": "0",
    "C7": "/",
    "D7": "无",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_with_titles_and_notes(encoding: str, end: str) -> None:
    data = TABLE.replace("\n", end).encode(encoding)
    document = discovery.read(data, "表.csv")
    assert document.format == "csv"
    assert [(block.kind, block.text) for block in document.blocks if not block.cells] == [
        ("heading", "2023年度部门收支决算总表"),
        ("paragraph", "部门：城市管理局"),
        ("paragraph", "单位：万元"),
        ("paragraph", "注：本表反映部门本年度总收支和年末结转结余情况。"),
    ]
    cells = {cell.reference: cell.text for block in document.blocks for cell in block.cells}
    assert {name: cells[name] for name in CELLS} == CELLS
    assert document.notes == ()


@pytest.mark.parametrize("sign", DELIMITERS)
def test_the_sign_is_found_out(sign: str) -> None:
    rows = [["项目", "预算数", "决算数"], ["基本支出", "12.50", "11.40"], ["合计", "12.50", "11.40"]]
    text = "\n".join(sign.join(row) for row in rows)
    assert delimiter(text) == sign
    assert list(Records(text, sign)) == rows


def test_a_first_line_may_tell_the_sign() -> None:
    document = read("sep=;\n项目;预算数\n基本支出;12,5\n".encode(), "a.csv")
    assert [cell.reference for cell in document.blocks[0].cells] == ["A1", "B1", "A2", "B2"]


def test_a_quote_that_is_never_closed_is_a_sign_and_noted() -> None:
    lines = ["项目,预算数,决算数", '"基本支出,12.50,11.40', *(f"项目{n},1.00,2.00" for n in range(3000))]
    document = read("\n".join(lines).encode(), "a.csv")
    assert max(cell.row for cell in document.blocks[0].cells) == 3001
    assert document.notes == ("文件中有没有成对的引号，按普通字符读取。",)


def test_too_many_cells_are_cut_and_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jixiao.formats.csv.read.MAX_CELLS", 6)
    document = read(b"a,b\n1,2\n3,4\n5,6\n7,8\n", "a.csv")
    assert len(document.blocks[0].cells) == 6
    assert len(document.notes) == 1


PROSE = (
    "一、部门概况\n（一）年初预算数35.32万元，全年执行数33.44万元，执行率94.68%。\n二、结论\n总体良好。\n" * 3
)

WITH_COMMAS = (
    "2022年度收入总计512.36万元,其中:本年收入498.21万元,年初结转和结余14.15万元。\n"
    "2022年度支出总计512.36万元,其中:本年支出497.83万元,年末结转和结余14.53万元。\n"
    "收入支出与上年相比,各增加31.28万元,增长6.50%。\n"
)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (PROSE, "报告.txt", False),
        (WITH_COMMAS, "报告.txt", False),
        (PROSE, "报告", False),
        ("项目\t预算数\n基本支出\t12.5\n合计\t12.5\n", "表.txt", False),  # plain text knows such tables
        ("a,b,c\n1,2,3\n4,5,6\n7,8,9\n", "表", True),
        ("2023年,一,二\n支出 1,234.5 和 2,345.6 万元,等\n三,1\n四\n五, 六, 七\n", "报告.txt", False),
        ("项目,数\n甲,1\n", "表.csv", True),
        ("只有一列\n甲\n乙\n", "表.csv", False),
        ("<html><table><tr><td>1,2,3</table>\n,,\n,,\n", "表.csv", False),
        ("%PDF-1.7\n1,2\n3,4\n", "表.csv", False),
    ],
)
def test_what_is_a_table(text: str, name: str, *, expected: bool) -> None:
    assert recognise(text.encode(), name) is expected


def test_binary_files_are_none() -> None:
    assert not recognise(b"a,b\x00c\n1,2\n", "a.csv")


def test_a_file_without_a_table_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        read("没有分隔符。\n".encode(), "a.csv")
    assert caught.value.code == "no_table"


VALUES = st.text(st.sampled_from('甲1,"\n;\t x.%'), max_size=6).map(str.strip)


@given(st.lists(st.lists(VALUES, min_size=2, max_size=4), min_size=1, max_size=5))
def test_quoted_values_come_back(rows: list[list[str]]) -> None:
    text = "\n".join(",".join('"' + value.replace('"', '""') + '"' for value in row) for row in rows)
    assert list(Records(text, ",")) == rows


@given(st.text(max_size=300), st.sampled_from(DELIMITERS))
def test_any_text_comes_to_an_end(text: str, sign: str) -> None:
    for record in Records(text, sign):
        assert all(isinstance(value, str) for value in record)
    delimiter(text)
