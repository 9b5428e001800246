"""What a template leaves behind: placeholders, damaged figures, titles of another report."""

import pytest
from tests.claims.observations import faults, observe
from tests.claims.support import observations

from jixiao.claims.extractors.wording import figure, placeholder
from jixiao.claims.extractors.wording import title as titles

LEFT = {
    "财政拨款收入XX万元，占总收入的50%。": ("XX万元", True),
    "财政拨款收入××万元，其他收入2万元。": ("××万元", True),
    "支出____万元，完成预算的90%。": ("____万元", True),
    "收入10万元，占 %，比上年持平。": ("占 %", True),
    "收入10万元，比上年增长%。": ("增长%", True),
    "收入10万元，支出 万元，结余2万元。": ("支出 万元", True),
    "根据《》的规定，开展自评。": ("《》", False),
    "由×××负责牵头。": ("×××", False),
    "由***局负责牵头。": ("***", False),
    "20XX年度目标已完成。": ("20XX年", False),
    "于X月X日完成验收。": ("X月", False),
    "项目概况（简要说明项目背景和内容）如下。": ("（简要说明项目背景和内容）", False),
    "（此处填写存在的问题）": ("（此处填写存在的问题）", False),
    "主要原因：单击此处输入文字": ("单击此处输入文字", False),
    "支出比上年增加（减少）12.5万元。": ("增加（减少）", False),
    "全年接待____人次，已完成。": ("____人次", False),
    "由某某单位负责。": ("某某", False),
}


@pytest.mark.parametrize("text", LEFT)
def test_what_was_left_unfilled(text: str) -> None:
    assert faults(placeholder, text) == [("placeholder", *LEFT[text])]


@pytest.mark.parametrize(
    "text",
    [
        "联系电话138××××1234，欢迎监督。",
        "型号XX2000A设备1台。",
        "项目 | 金额 | 占调整预算% | 比上年增长%",
        "占预算%",
        "计量单位为万元，请注意。",
        "收入增长10%，支出下降5%，占比50%。",
        "负责人：____年__月__日",
        "（请参见附件）",
        "（请见附表3）",
        "收入10 万元，支出20 万元。",
        "单位：万元，人",
        "面积10×20米。",
        "支出数百万元，成效明显。",
        "占财政总收入的比重为53.79%,比上年提高。",
    ],
)
def test_what_only_looks_unfilled(text: str) -> None:
    assert faults(placeholder, text) == []


def test_the_same_placeholder_is_told_once() -> None:
    (found,) = observe(placeholder, "由×××负责。\n由×××审核。\n由×××公开。")
    assert (found.computed, len(found.related)) == ("3", 2)


DAMAGED = {
    "收入34.568.64万元。": ("34.568.64万元", True),
    "收入12..5万元。": ("12..5万元", True),
    "完成1.234,56万元。": ("1.234,56万元", True),
    "支出总计,867.48万元，其中支出1,867.48万元。": (",867.48万元", True),
    "支出总计,867.48万元，持平。": (",867.48万元", False),
    "收入1,23,456万元。": ("1,23,456", False),
    "收入28,5830万元。": ("28,5830", False),
    "收入12 34.5万元。": ("12 34.5", False),
    "收入10. 5万元。": ("10. 5", False),
    "收入1O0万元。": ("1O0万元", False),
}


@pytest.mark.parametrize("text", DAMAGED)
def test_damaged_figures(text: str) -> None:
    assert faults(figure, text) == [("damaged_figure", *DAMAGED[text])]


def test_figures_of_cells_that_ran_together_are_no_damage() -> None:
    head = "项目资金(万元)全年预算数(A)全年执行数(B)执行率(B/A)"
    assert not faults(figure, f"{head}年度资金总额80.572.4590%其中:财政拨款80.572.4590%")


@pytest.mark.parametrize(
    "text",
    [
        "收入1,234,567.89元,支出28,583万元。",
        "3.2.1 收入情况",
        "于2023.12.31前完成，支出5万元。",
        "分别为12,34,5678万元。",
        "2023 2024万元",
        "版本V2.0.1元素",
        "完成12.5万元。50万元用于设备。",
        "1. 50万元设备购置项目。",
        "其中,867.48万元用于教育,支出持平。",
        "| 12 34.5万元 |",
        "收入12.5万元,13.5万元。",
        "达到100.5%,提高3个百分点。",
    ],
)
def test_figures_that_are_whole(text: str) -> None:
    assert faults(figure, text) == []


REPORT = "青山县档案中心\n2023年度部门整体支出绩效自评报告\n青山县档案中心2023年收入95万元。2023年由档案中心管理。\n{}\n2023年目标已完成。"


@pytest.mark.parametrize(
    ("title", "fault"),
    [
        ("2023年度县卫生健康局资金预算执行表", "other_body"),
        ("2023年度县档案中心资金预算执行表", ""),
        ("2023年度青山县档案中心部门整体支出绩效自评表", ""),
        ("2022年度青山县档案中心部门整体支出绩效自评表", "other_year"),
        ("2022年度青山县档案中心固定资产登记表", ""),
        ("2023年度资金预算执行表", ""),
        ("附表1：2023年度县卫生健康局项目支出表（单位：万元）", ""),
    ],
)
def test_titles_of_tables(title: str, fault: str) -> None:
    assert [found for found, _, _ in faults(titles, REPORT.format(title))] == ([fault] if fault else [])


def test_a_body_that_the_report_speaks_of_is_not_foreign() -> None:
    text = REPORT.format("2023年度县卫生健康局资金预算执行表")
    assert faults(titles, text + "县卫生健康局负责监督。县卫生健康局定期检查。") == []


def test_the_body_named_beside_a_label_is_the_documents_own() -> None:
    text = (
        "部门整体支出绩效评价报告\n本单位为卫生健康局所属，卫生健康局统一管理。\n2023年度县档案中心资金预算执行表\n"
        "项目情况\n\t部门名称\n\t青山县卫生健康局\n\t年度\n\t2023\n\n\t金额\n\t95\n\t比例\n\t100%\n\n"
    )
    assert [found for found, _, _ in faults(titles, text)] == ["other_body"]


@pytest.mark.parametrize(("basic", "proven"), [("61.38", True), ("58.20", False)])
def test_a_table_with_the_documents_own_money_has_a_wrong_title(basic: str, *, proven: bool) -> None:
    text = (
        "青山县档案中心\n2023年度部门整体支出绩效自评报告\n"
        "青山县档案中心2023年支出95.82万元，其中基本支出61.38万元，项目支出34.44万元。\n"
        "2023年度县卫生健康局资金预算执行表\n"
        f"\t支出（万元）\n\t基本支出（万元）\n\t明细\n\n\t95.82\n\t{basic}\n\t一般公共服务\n\n"
        "以上资金由县档案中心管理。\n"
    )
    (found,) = [one for one in observations(text, "text") if one.fault == "other_body"]
    assert found.proven is proven


def test_a_paper_of_two_years_names_both() -> None:
    text = (
        "青山县2023年预算执行情况和2024年预算草案的报告\n2023年收入95万元。\n2024年度青山县财政局预算执行表"
    )
    assert faults(titles, text) == []
