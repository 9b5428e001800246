"""What people do to a form and may do: nothing that they filled in is lost or misread."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl.worksheet.datavalidation import DataValidation
from tests.dossiers.workbook.making import EXAMPLES, Edited, dossier, example

from jixiao.core.money import Money, MoneyUnit
from jixiao.dossiers.toml import write_toml

WAN, YUAN = MoneyUnit.TEN_THOUSAND, MoneyUnit.YUAN


def told(made: Edited) -> str:
    """The notices of the reading, one a line."""
    return "\n".join(notice.told() for notice in made.read().notices)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_examples_come_back_as_they_are(path: Path) -> None:
    made = example(path)
    read = Edited(made).read()  # saved once more by another library
    assert write_toml(read.dossier) == write_toml(made)
    assert read.notices == ()


def test_sheets_may_be_renamed_and_moved() -> None:
    edited = Edited()
    for number, sheet in enumerate(edited.book.worksheets):
        sheet.title = f"表{number}"
    edited.book.move_sheet("表20", -15)
    assert edited.read().dossier == dossier()


def test_sheets_that_are_not_needed_may_be_removed() -> None:
    edited = Edited()
    for name in ("填写说明", "三公经费", "监控", "公布值与差异"):
        del edited.book[name]
    assert edited.read().dossier == dossier()


def test_columns_may_be_moved_hidden_and_inserted() -> None:
    edited = Edited()
    sheet = edited.sheet("项目")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    for row, values in enumerate(rows, start=5):
        for column, value in enumerate([None, *reversed(values)], start=1):
            sheet.cell(row, column).value = None if str(value).startswith("=") else value
    sheet["A5"] = "序号"
    sheet["A7"] = 1
    sheet.column_dimensions["F"].hidden = True
    read = edited.read()
    assert read.dossier == dossier()
    assert "“序号”这一列不属于本表，没有读取" in told(edited)


def test_headings_may_be_written_a_little_differently() -> None:
    edited = Edited()
    sheet = edited.sheet("项目")
    for heading, other in (
        ("执行数", "执 行 数(万元)"),
        ("全年预算数", "全年预算"),
        ("项目名称", "项目的名称"),
    ):
        sheet[edited.at("项目", heading, 0)] = other
    assert edited.read().dossier == dossier()
    assert "“全年预算”这一列按“全年预算数”读取" in told(edited)
    assert "执行数" not in told(edited)


def test_a_unit_changed_in_the_heading_counts() -> None:
    edited = Edited()
    sheet = edited.sheet("项目")
    sheet[edited.at("项目", "执行数", 0)] = "执行数（元）"
    sheet[edited.at("项目", "执行数", 2)] = 591700
    assert edited.read().dossier.project("p01").outturn == Money(Decimal(591700), YUAN)


def test_a_unit_above_the_table_counts_where_headings_have_none() -> None:
    edited = Edited()
    sheet = edited.sheet("项目")
    sheet[edited.at("项目", "执行数", 0)] = "执行数"
    sheet[edited.at("项目", "全年预算数", 0)] = "全年预算数"
    for heading in ("年初预算数", "调整数"):
        sheet[edited.at("项目", heading, 0)] = heading
    sheet["J4"] = "金额单位：元"
    assert edited.read().dossier.project("p01").outturn == Money(Decimal("59.17"), YUAN)


def test_blank_rows_notes_and_signatures_are_no_members() -> None:
    edited = Edited()
    sheet = edited.sheet("项目")
    sheet.insert_rows(8)
    last = sheet.max_row
    sheet.cell(last + 1, 1).value = "注：金额保留两位小数。"
    sheet.cell(last + 3, 1).value = "填表人：某某　　审核人：某某"
    sheet.cell(last + 4, 1).value = "说明：本表由财务科填写"
    sheet.merge_cells(start_row=last + 4, start_column=1, end_row=last + 4, end_column=8)
    assert edited.read().dossier == dossier()


def test_words_in_merged_cells_hold_for_all_their_rows() -> None:
    edited = Edited(dossier(MORE))
    sheet = edited.sheet("项目指标")
    for heading in ("项目代码", "一级指标", "二级指标"):
        first, second = edited.at("项目指标", heading, 2), edited.at("项目指标", heading, 3)
        sheet.merge_cells(f"{first}:{second}")
    assert edited.read().dossier == dossier(MORE)


def test_a_blank_code_or_first_level_means_the_one_above() -> None:
    edited = Edited(dossier(MORE))
    sheet = edited.sheet("项目指标")
    for heading in ("项目代码", "一级指标"):
        sheet[edited.at("项目指标", heading, 3)] = None
    assert edited.read().dossier == dossier(MORE)


def test_a_project_may_be_named_instead_of_its_code() -> None:
    edited = Edited()
    edited.sheet("项目指标")[edited.at("项目指标", "项目代码", 1)] = "道路养护"
    assert edited.read().dossier == dossier()


def test_a_row_of_sums_typed_below_is_no_member() -> None:
    edited = Edited()
    sheet = edited.sheet("机构人员")
    row = edited.at("机构人员", "人员类别", 3)
    sheet[row] = "合　计"
    sheet[row.replace("A", "B")] = 12
    assert edited.read().dossier == dossier()


def test_numbers_as_people_type_them() -> None:
    edited = Edited()
    sheet = edited.sheet("项目")
    sheet[edited.at("项目", "全年预算数", 2)] = "１，２３４．５０ 万元"
    sheet[edited.at("项目", "执行数", 2)] = "—"
    rate = edited.at("项目", "公布执行率", 2)
    sheet[rate] = 0.9067
    sheet[rate].number_format = "0.00%"
    project = edited.read().dossier.project("p01")
    assert (project.revised_budget, str(project.outturn)) == (Money(Decimal("1234.50"), WAN), "/")
    assert str(project.printed_rate) == "90.67"


def test_simple_formulas_in_cells_for_facts_are_recomputed() -> None:
    edited = Edited()
    sheet = edited.sheet("项目")
    sheet[edited.at("项目", "年初预算数", 2)] = "=ROUND((60+5.255)*1,2)"
    sheet[edited.at("项目", "调整数", 2)] = f"={edited.at('项目', '执行数', 2)}-60+0.1+0.2"
    project = edited.read().dossier.project("p01")
    assert (str(project.original_budget), str(project.adjustment)) == ("65.26万元", "-0.53万元")


def test_a_form_with_rows_moved_and_one_of_its_own() -> None:
    edited = Edited()
    sheet = edited.sheet("基本信息")
    sheet["A30"], sheet["B30"] = "联系电话", "0915-0000000"
    edited.book.move_sheet("基本信息", 5)
    assert edited.read().dossier == dossier()
    assert "没有“联系电话”这一项" in told(edited)


MORE = """
[[projects.indicators]]
code = "b"
level1 = "产出指标"
level2 = "数量指标"
name = "会议次数"
[[projects.indicators]]
code = "c"
level1 = "产出指标"
level2 = "数量指标"
name = "参会人数"
"""


def test_texts_that_look_like_formulas_stay_texts() -> None:
    words = ["=SUM(A1:A9)", "+1", "-1", "@name", "=cmd|' /C calc'!A0", "12.5", "/", "合计", "（空）", "'x"]
    rows = "\n".join(f"[[notes]]\nsection = {_quoted(one)}\ntext = {_quoted(one)}" for one in words)
    targets = "\n".join(
        f'[[appraisal.indicators]]\ncode = "t{number}"\nlevel1 = "产出"\nname = "n"\ntarget = {_quoted(one)}'
        for number, one in enumerate(words)
    )
    made = dossier(f"{rows}\n{targets}")
    edited = Edited(made)
    texts = [
        cell for sheet in edited.book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ]
    assert all("IF(" in str(cell.value) or "SUM(" in str(cell.value) for cell in texts)
    assert not any("cmd" in str(cell.value) for cell in texts)
    assert edited.read().dossier == made


def _quoted(text: str) -> str:
    return "'" + text + "'" if "'" not in text else f'"{text}"'


def test_drop_down_lists_offer_what_the_model_takes() -> None:
    rules = [
        rule
        for sheet in Edited().book.worksheets
        for rule in sheet.data_validations.dataValidation
        if isinstance(rule, DataValidation)
    ]
    sources = {str(rule.formula1) for rule in rules}
    assert '"≥,＞,＝,≤,＜,区间,定性"' in sources
    assert '"是,否"' in sources
    assert any("'项目'!$A$" in source for source in sources)


def test_sheets_are_protected_without_a_password_and_cells_for_facts_are_open() -> None:
    edited = Edited()
    sheet = edited.sheet("项目")
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert not sheet[edited.at("项目", "执行数", 2)].protection.locked
    assert sheet[edited.at("项目", "执行率", 2)].protection.locked
