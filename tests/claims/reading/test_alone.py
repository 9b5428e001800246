"""Which numbers have no partner in their document; what has one is never called alone, checked or not."""

import pytest
from tests.claims.support import form

from jixiao.claims.extraction import extract
from jixiao.core.document import Document
from jixiao.formats.txt.read import read_text

Rows = list[list[str]]

TARGETS = [
    ["一级指标", "三级指标", "指标值", "分值"],
    ["产出", "养护道路", "≥72处", "60"],
    ["满意度", "群众满意度", "≥90%", "40"],
]
FUNDS = [["资金来源", "年初预算数", "全年预算数", "全年执行数", "执行率"]]
POINTS = [["三级指标", "指标值", "完成值", "分值", "得分"]]


def alone(document: Document) -> set[str]:
    found = extract(document)
    return {found.quantities[index].text for index in found.alone}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (TARGETS, {"72处", "90%"}),
        ([*TARGETS, ["效益", "群众满意度", "≥90%", "0"]], {"72处"}),
        ([*FUNDS, ["年度资金总额", "43.28", "47.93", "27.26", "56.87%"]], {"43.28"}),
        (
            [
                *FUNDS,
                ["年度资金总额", "43.28", "47.93", "27.26", "56.87%"],
                ["其中：拨款", "40.28", "/", "/", "/"],
            ],
            set(),
        ),
        ([["项目", "年初预算数", "全年预算数", "增减额"], ["运转", "43.28", "47.93", "4.65"]], set()),
        ([["部门预算", "预算数"], ["预算总额", "734.03"]], {"734.03"}),
        ([["部门预算", "预算数"], ["基本支出", "454.99"], ["项目支出", "280.04"]], set()),
        (
            [
                *POINTS,
                ["办理件数", "〔待补：指标值〕", "58件", "〔待补：分值〕", ""],
                ["总分", "", "", "", "91.7"],
            ],
            {"58件", "91.7"},
        ),
        ([*POINTS, ["办理件数", "60件", "58件", "〔待补：分值〕", ""]], set()),
        ([*POINTS, ["办理件数", "及时", "完成", "10", "9"], ["总分", "", "", "", "91.7"]], set()),
        ([["项目名称", "得分"], ["道路养护", "96.58"], ["档案整理", "98.91"]], {"96.58", "98.91"}),
        ([["一级指标", "得分"], ["产出", "46.58"], ["效益", "38.91"]], set()),
        ([*POINTS, ["督查", "通报及时", "督查通报7期", "10", "10"]], {"7期"}),
        ([*POINTS, ["督查", "7期", "督查通报7期", "10", "10"]], set()),
        ([["指标", "年度指标值", "1-7月完成值"], ["办理件数", "60件", "38件"]], {"60件", "38件"}),
        ([[*FUNDS[0], "全年预计执行数"], ["总额", "/", "47.93", "27.26", "56.87%", "45.20"]], {"45.20"}),
        ([["项目名称", "路灯专项30万元"], ["预算", "45.00万元"], ["其他", "30万元"]], set()),
    ],
)
def test_figures_of_tables(rows: Rows, expected: set[str]) -> None:
    assert alone(form(rows, "单位：万元")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("群众满意度97%（目标≥90%）。", {"97%", "90%"}),
        ("1.道路养护：群众满意度97%（目标≥90%）。\n2.路灯维修：群众满意度90%（目标≥90%）。", {"97%", "90%"}),
        ("年末设备完好率98%。第二部分。\n设备完好率98%。", set()),
    ],
)
def test_figures_of_text(text: str, expected: set[str]) -> None:
    assert alone(read_text(text)) == expected
