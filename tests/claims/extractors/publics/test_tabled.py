"""The three publics: their table and the words beside it."""

import pytest

from jixiao.claims.extraction import extract
from jixiao.claims.reading.publics import cost_of
from jixiao.formats.txt.read import read_text
from jixiao.pipeline import check_document

GROUPED = """一、某局2022年“三公”经费预算表
单位：万元
“三公”经费合计 |
因公出国（境）费 |
公务用车购置及运行费 |
公务 接待费 |
||
小计 |
公务用车购置费 |
公务用车运行费 |
|||
68 |
0 |
62 |
38 |
24 |
6 |
"""
BY_YEAR = """合计
因公出国（境）经费
公务接待费
公车购置及运行维护费
合计
车辆购置
车辆运行
2015年
2740
80
1350
1310
83
1227
2016年
2261
14
1306
941
32
909
"""


def told(text: str, kind: str) -> dict[str, tuple[str, str]]:
    claims = extract(read_text(text)).claims
    return {claim.stated: (claim.expression, claim.verdict) for claim in claims if claim.kind == kind}


@pytest.mark.parametrize(
    ("name", "cost"),
    [
        ("因公出国(境)费", "abroad"),
        ("公务接待费支出", "reception"),
        ("公车购置及运行费", "vehicles"),
        ("公务用车购置和运行维护费", "vehicles"),
        ("车辆购置", "buying"),
        ("公务用车运行维护费", "running"),
        ("“三公”经费财政拨款", "all"),
        ("会议费", ""),
        ("公务接待费和公务用车运行费", ""),
        ("公务接待费(含外宾接待)", "reception"),
        ("国内公务接待支出", ""),
        ("外事接待支出", ""),
        ("国(境)外接待费", ""),
        ("执法执勤用车运行维护费", ""),
        ("“三公”经费中外事接待费", ""),
    ],
)
def test_names_of_one_cost(name: str, cost: str) -> None:
    assert cost_of(name) == cost


def test_two_figures_exchanged_between_table_and_words() -> None:
    words = "2022年“三公”经费支出预算68万元，其中公务接待费支出预算6万元，公务用车购置及运行费支出预算62万元（公务用车运行费38万元，公务用车购置费24万元）。"
    findings = check_document(read_text(GROUPED + words)).findings
    assert [(f.code, f.stated) for f in findings if f.severity == "error"] == [
        ("JX201", "38万元"),
        ("JX201", "24万元"),
    ]


def test_words_as_the_grouped_header_tells() -> None:
    words = "2022年“三公”经费支出预算68万元，其中公务接待费支出预算6万元，公务用车购置及运行费支出预算62万元（公务用车购置费38万元，公务用车运行费24万元）。"
    assert not [f for f in check_document(read_text(GROUPED + words)).findings if f.severity == "error"]


def test_a_table_without_unit_and_years_in_front() -> None:
    words = "某区2016年“三公”经费决算数2261万元，比上年决算数下降17.48%，其中因公出国（境）经费14万元，公务接待费1306万元，公车购置及运行费940万元。\n"
    restated = told(words + BY_YEAR, "restated")
    assert restated["941"] == ("940", "fails")
    assert restated["1306"] == ("1306", "holds")
    assert told(words + BY_YEAR, "growth")["17.48%"] == ("(2740 − 2261) / 2740", "holds")


def test_another_stage_or_year_is_no_contradiction() -> None:
    words = "某区2016年“三公”经费预算数2900万元，其中因公出国（境）经费60万元，公务接待费1500万元，公车购置及运行费1340万元。\n"
    assert not [f for f in check_document(read_text(words + BY_YEAR)).findings if f.severity == "error"]


def test_one_figure_in_common_is_too_few() -> None:
    words = "某局2022年公务接待费支出预算6万元，公务用车运行费31万元。"
    assert not [f for f in check_document(read_text(GROUPED + words)).findings if f.severity == "error"]
