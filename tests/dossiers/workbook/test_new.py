"""An empty workbook: what the place prescribes stands there, and only names are missing."""

import io

import pytest
from openpyxl import load_workbook
from tests.dossiers.workbook.making import Edited

from jixiao.dossiers.faults import DossierError
from jixiao.dossiers.workbook import new_workbook, read_workbook
from jixiao.rulebooks.loading import load, names


def edited(data: bytes) -> Edited:
    """The workbook opened by a clerk."""
    made = Edited.__new__(Edited)
    made.book = load_workbook(io.BytesIO(data))
    return made


@pytest.mark.parametrize("name", names())
def test_only_the_body_is_missing(name: str) -> None:
    with pytest.raises(DossierError) as caught:
        read_workbook(new_workbook(load(name).rules(2023), 2023), "空白.xlsx")
    assert [fault.message for fault in caught.value.faults] == ["“单位代码”没有填写", "“单位名称”没有填写"]


@pytest.mark.parametrize("name", names())
def test_filled_in_it_is_a_dossier_of_the_place(name: str) -> None:
    made = edited(new_workbook(load(name).rules(2023), 2023))
    sheet = made.sheet("基本信息")
    sheet[made.beside("基本信息", "单位代码")] = "office"
    sheet[made.beside("基本信息", "单位名称")] = "某办公室"
    read = made.read()
    assert (read.dossier.rulebook, read.dossier.fiscal_year) == (name, 2023)
    assert read.notices == ()


def test_the_lines_that_a_place_prescribes_are_there() -> None:
    rules = load("430406-yanfeng").rules(2023)
    prescribed = [leaf for group in rules.schemes["department"].value.groups for leaf in group.leaves]
    made = edited(new_workbook(rules, 2023))
    column = made.at("部门指标", "三级指标")[0]
    stated = {str(cell.value) for cell in made.sheet("部门指标")[column]}
    assert {leaf.name for leaf in prescribed if leaf.code != "execution"} - stated <= {"预算执行率"}


def test_the_first_sheet_tells_the_rules_of_the_place() -> None:
    made = edited(new_workbook(load("610902-hengkou").rules(2023), 2023))
    text = "\n".join(
        str(cell.value) for row in made.sheet("填写说明").iter_rows() for cell in row if cell.value
    )
    assert "安康市恒口示范区" in text
    assert "优：90 分及以上；良：80 分及以上，不满 90 分" in text
    assert "空着不等于 0" in text
