"""Income left and spending right: each half is a table of its own, also where empty cells were dropped."""

import pytest
from tests.claims.support import changed, form, shown

from jixiao.claims.extraction import extract
from jixiao.claims.reading.document import read_document
from jixiao.core.claim import Claim
from jixiao.core.document import Document
from jixiao.formats.txt.read import read_text

TOTALS = [
    ["收入", "", "", "支出", "", ""],
    ["项 目", "行次", "金额", "项 目", "行次", "金额"],
    ["栏次", "", "1", "栏次", "", "2"],
    ["一、财政拨款收入", "1", "823.40", "一、一般公共服务支出", "21", "512.36"],
    ["二、事业收入", "2", "", "二、国防支出", "22", ""],
    ["三、其他收入", "3", "46.15", "三、教育支出", "23", "329.08"],
    ["", "4", "", "四、住房保障支出", "24", "61.77"],
    ["本年收入合计", "5", "869.55", "本年支出合计", "25", "903.21"],
    ["年初结转和结余", "6", "58.02", "年末结转和结余", "26", "24.36"],
    ["总计", "7", "927.57", "总计", "27", "927.57"],
]
SUMS = {
    "869.55 = 823.40 + 46.15",
    "903.21 = 512.36 + 329.08 + 61.77",
    "927.57 = 869.55 + 58.02",
    "927.57 = 903.21 + 24.36",
}


def dropped(rows: list[list[str]]) -> list[list[str]]:
    """The rows without their empty cells, as converters leave them."""
    return [[*filter(None, row), *[""] * row.count("")] for row in rows]


def sums(document: Document) -> list[Claim]:
    return [claim for claim in extract(document).claims if claim.kind == "sum"]


@pytest.mark.parametrize("rows", [TOTALS, dropped(TOTALS)], ids=["whole", "dropped"])
def test_each_half_adds_up(rows: list[list[str]]) -> None:
    found = sums(form(rows, "单位：万元"))
    assert {shown(claim) for claim in found} == SUMS
    assert {claim.verdict for claim in found} == {"holds"}


@pytest.mark.parametrize("rows", [TOTALS, dropped(TOTALS)], ids=["whole", "dropped"])
def test_line_numbers_are_no_amounts(rows: list[list[str]]) -> None:
    (table,) = read_document(form(rows)).tables
    assert {str(token.number) for row in table.rows for token in row.tokens.values()} == {
        "823.40", "46.15", "869.55", "58.02", "927.57", "512.36", "329.08", "61.77", "903.21", "24.36",
    }  # fmt: skip


@pytest.mark.parametrize("old", ["46.15", "329.08", "869.55", "58.02"])
def test_no_other_parts_are_found_for_a_changed_figure(old: str) -> None:
    kept = {shown(claim) for claim in sums(form(changed(TOTALS, old, "417.93"))) if claim.verdict == "holds"}
    assert kept < SUMS | {"927.57 = 823.40 + 46.15 + 58.02"}


def test_codes_left_and_right() -> None:
    rows = [
        ["科目编码", "科目名称", "金额", "科目编码", "科目名称", "金额"],
        ["301", "工资福利支出", "361.57", "302", "商品和服务支出", "120.12"],
        ["30101", "基本工资", "240.16", "30201", "办公费", "82.02"],
        ["30102", "津贴补贴", "121.41", "30211", "差旅费", "38.10"],
        ["303", "对个人和家庭的补助", "25.36", "310", "资本性支出", "13.44"],
        ["人员经费合计", "386.93", "公用经费合计", "133.56"],
    ]
    assert {shown(claim) for claim in sums(form(rows))} == {
        "361.57 = 240.16 + 121.41",
        "386.93 = 361.57 + 25.36",
        "120.12 = 82.02 + 38.10",
        "133.56 = 120.12 + 13.44",
    }


def test_columns_that_come_again_are_no_halves() -> None:
    rows = [
        ["税种", "2023年", "占比", "2022年", "占比"],
        ["增值税", "60", "60", "30", "50"],
        ["契税", "40", "40", "30", "50"],
    ]
    (table,) = read_document(form(rows)).tables
    assert [len(row.tokens) for row in table.rows] == [4, 4]


def test_each_half_adds_up_where_each_cell_is_a_line() -> None:
    lines = [cell for row in TOTALS for cell in row if cell]
    found = sums(read_text("\n".join(lines)))
    assert {shown(claim) for claim in found} == SUMS


def test_staff_stands_left_where_each_cell_is_a_line() -> None:
    cells = "科目编码 科目名称 决算数 科目编码 科目名称 决算数 301 工资 361.57 302 商品 120.12 30101 基本工资 240.16 "
    cells += "30201 办公费 120.12 30102 津贴 121.41 310 资本性支出 13.44 303 补助 25.36 人员合计 386.93 公用合计 133.56"
    found = {shown(claim) for claim in sums(read_text(cells.replace(" ", "\n")))}
    assert found >= {"361.57 = 240.16 + 121.41", "386.93 = 361.57 + 25.36", "133.56 = 120.12 + 13.44"}
