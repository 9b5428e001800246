"""What is wrong with a workbook is all told at once: sheet, cell, value, reason, correction."""

import io
import zipfile

import pytest
from tests.dossiers.workbook.making import Edited, dossier

from jixiao.dossiers.faults import Fault
from jixiao.dossiers.workbook import write_workbook
from jixiao.dossiers.workbook.reading.reader import read


def one(edited: Edited) -> Fault:
    faults = edited.faults()
    assert len(faults) == 1, "\n".join(fault.told() for fault in faults)
    return faults[0]


def test_all_faults_are_told_together_with_their_cells() -> None:
    edited = Edited()
    sheet = edited.sheet("项目")
    cells = {
        heading: edited.at("项目", heading, 2)
        for heading in ("全年预算数", "项目来源", "项目名称", "公布得分")
    }
    sheet[cells["全年预算数"]] = "约65万元"
    sheet[cells["项目来源"]] = "去年"
    sheet[cells["项目名称"]] = None
    sheet[cells["公布得分"]] = "优"
    edited.sheet("基本信息")[edited.beside("基本信息", "预算年度")] = "二〇二三"
    faults = edited.faults()
    assert {fault.position.cell for fault in faults if fault.position.sheet == "项目"} == set(cells.values())
    assert len(faults) == 5
    by_cell = {fault.position.cell: fault for fault in faults if fault.position.sheet == "项目"}
    wrong = by_cell[cells["全年预算数"]]
    assert (wrong.file, wrong.value) == ("填报.xlsx", "约65万元")
    assert wrong.told().startswith(f"填报.xlsx 工作表“项目”{cells['全年预算数']}：“全年预算数”应当是金额")
    assert "改正：只填一个数，如 65.26" in wrong.told()
    assert f"sheet “项目”, {cells['全年预算数']}" in wrong.told("en")


@pytest.mark.parametrize(
    ("sheet", "heading", "row", "value", "message"),
    [
        ("项目", "项目代码", 2, "项目一", "不能作代码"),
        ("项目", "项目代码", 3, "p01", "用了两次"),
        ("项目", "执行率", 2, 95.5, "“执行率”填的是 95.50，按表中数字应为 90.6681"),
        ("项目", "执行数", 1, 99, "“执行数”填的是 99.00，按表中数字应为 94.17"),
        ("项目", "执行数", 2, "=VLOOKUP(A1,B:C,2,0)", "无法复核它的结果"),
        ("项目", "执行数", 2, "=[1]Sheet1!$A$1", "无法复核它的结果"),
        ("项目", "执行数", 2, "#REF!", "是错误值 #REF!"),
        ("项目指标", "项目代码", 1, "p99", "“项目代码”的“p99”在它所指的表中找不到"),
        ("项目指标", "权重", 1, "/", "“权重”应当是数"),
        ("公布值与差异", "公布事实路径", 1, "projects.p99.outturn", "projects.p99"),
        ("绩效管理", "管理环节", 1, "其他", "不在可选的内容之中"),
    ],
)
def test_one_fault(sheet: str, heading: str, row: int, value: str | int, message: str) -> None:
    edited = Edited(
        dossier(
            """
[[published]]
fact = "projects.p01.outturn"
value = "59.17"
place = "表"
[[performance_work.monitoring]]
label = "全部"
"""
        )
    )
    cell = edited.at(sheet, heading, row)
    edited.sheet(sheet)[cell] = value
    faults = [fault for fault in edited.faults() if fault.position.cell == cell]
    assert len(faults) == 1, [fault.told() for fault in edited.faults()]
    assert faults[0].position.sheet == sheet
    assert message in faults[0].message
    assert faults[0].fix
    assert faults[0].message_en
    assert faults[0].fix_en


def test_a_number_merged_over_rows_is_refused() -> None:
    edited = Edited()
    first, second = edited.at("项目", "执行数", 2), edited.at("项目", "执行数", 3)
    edited.sheet("项目").merge_cells(f"{first}:{second}")
    assert "跨行的合并单元格" in one(edited).message


def test_a_heading_that_nobody_knows_where_one_is_missing() -> None:
    edited = Edited()
    edited.sheet("项目")[edited.at("项目", "执行数", 0)] = "花了多少"
    assert "不认识“花了多少”这一列，同时缺少 “执行数”" in one(edited).message


def test_a_column_that_must_be_filled_in_is_missing() -> None:
    edited = Edited()
    edited.sheet("项目").delete_cols(2)
    assert any("缺少“项目名称”这一列" in fault.message for fault in edited.faults())


def test_two_columns_of_one_heading() -> None:
    edited = Edited()
    edited.sheet("项目")[edited.at("项目", "实施单位", 0)] = "执行数"
    assert "“执行数”有两列" in one(edited).message


def test_units_that_contradict_each_other() -> None:
    edited = Edited()
    edited.sheet("项目")["H4"] = "单位：元"
    assert all("表头写的是万元，表上方写的是元" in fault.message for fault in edited.faults())
    assert edited.faults()


def test_a_copied_sheet_is_told_and_nothing_is_guessed() -> None:
    edited = Edited()
    edited.book.copy_worksheet(edited.sheet("项目")).title = "项目 (2)"
    assert "“项目资金和结果”有两份" in one(edited).message


def test_the_first_form_is_needed() -> None:
    edited = Edited()
    del edited.book["基本信息"]
    assert any("没有找到“基本信息”表中的“单位和年度”" in fault.message for fault in edited.faults())


def test_the_same_line_twice_in_a_form() -> None:
    edited = Edited()
    sheet = edited.sheet("基本信息")
    sheet[edited.at("基本信息", "单位简称", 0)] = "单位名称"
    sheet[edited.beside("基本信息", "单位性质", 1)] = "行政单位"
    sheet["B13"] = "另一个名称"
    faults = edited.faults()
    assert any("“单位名称”有两行" in fault.message for fault in faults)


def test_the_same_member_twice_in_a_satellite() -> None:
    edited = Edited(dossier('[[projects.indicators]]\ncode = "x"\nlevel1 = "a"\nname = "b"\ncore = true\n'))
    sheet = edited.sheet("项目指标补充")
    for heading, value in (("项目代码", "p02"), ("所属指标代码", "x"), ("核心指标", "否")):
        sheet[edited.at("项目指标补充", heading, 2)] = value
    assert "写了两次" in one(edited).message


def test_a_stale_formula_is_told_and_the_facts_count() -> None:
    data = write_workbook(dossier())
    source = zipfile.ZipFile(io.BytesIO(data))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name).replace(b"<v>94.17</v>", b"<v>93.17</v>"))
    found = read(stream.getvalue(), "填报.xlsx")
    assert found.dossier == dossier()
    assert [notice.position.sheet for notice in found.notices] == ["项目"]
    assert "“执行数”的公式结果是 93.17，按表中数字应为 94.17" in found.notices[0].message
