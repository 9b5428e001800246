"""The department evaluation of Linze."""

import pytest
from tests.reports.places.making import composed, dossier, example, sections, share, untold

from jixiao.formats.docx.write import write
from jixiao.pipeline import check_bytes, check_document

KIND = "evaluation"
EXAMPLE = "620723-linze-2023"
EXPLAINED = {"JX107", "JX110"}
"""Weights of 90 points and operators the wrong way round, which the last statement explains."""
SECTIONS = (
    "部门概况",
    "评价工作开展",
    "部门整体支出绩效评价分析",
    "履职完成情况",
    "存在的问题",
    "整改措施或建议",
)
NOT_TOLD = (
    "accounts.income.name",  # told as 预算收入 and 实际收入
    "accounts.expenditure.name",
    "accounts.expenditure.printed_rate",  # computed
    "appraisal.printed",
    "accounts.closing_balance",  # zero is told in words
    "accounts.sources.一般公共预算财政拨款.revised_budget",  # the outturn is told
    "facts.评价准备开始.name",  # told in sentences of their own
    "facts.评价方法.name",
    "facts.部门预算范围.name",
)
BARE = """
rulebook = "620723-linze"
fiscal_year = 2023
[department]
code = "x"
name = "某县档案馆"
"""
OTHER = """
rulebook = "620723-linze"
fiscal_year = 2023
[department]
code = "x"
name = "某县档案馆"
short_name = "县档案馆"
duties = ["保管档案。", "提供查阅。"]
divisions = ["办公室", "保管股"]
[[department.units]]
name = "某县地方志中心"
[[department.staff.groups]]
name = "事业编制"
established_posts = 9
in_post = 8
[accounts]
closing_balance = 3.5
returned_to_treasury = 1.2
[accounts.income]
revised_budget = 200
outturn = 203.5
[accounts.expenditure]
original_budget = 180
revised_budget = 200
outturn = 200
[accounts.basic]
name = "基本支出"
outturn = 200
[accounts.project]
name = "项目支出"
outturn = "无"
[[accounts.sources]]
name = "一般公共预算财政拨款"
outturn = 203.5
[[accounts.sources]]
name = "上级下达部门资金"
revised_budget = 20
outturn = 15
[[accounts.functions]]
code = "201"
name = "一般公共服务支出"
original_budget = 170
outturn = 188
basic = 188
reason = "年中增加修缮经费。"
[[accounts.functions]]
code = "208"
name = "社会保障和就业支出"
original_budget = 10
outturn = 12
basic = 12
[[facts]]
topic = "档案利用"
name = "接待查阅"
value = "320余"
unit = "人次"
[[notes]]
section = "problems"
text = "库房面积不够。"
"""


def test_no_error_and_only_explained_warnings() -> None:
    document = composed(example(EXAMPLE), KIND).document
    for report in (check_document(document), check_bytes(write(document), "a.docx")):
        assert {finding.code for finding in report.findings} <= EXPLAINED
        assert not report.count("error")
        assert share(report.certificate) >= 0.95


def test_every_stated_fact_is_told() -> None:
    facts = example(EXAMPLE)
    composition = composed(facts, KIND)
    assert not composition.gaps
    assert not untold(facts, composition.document, NOT_TOLD)


def test_sections_stand_in_the_order_of_the_place() -> None:
    document = composed(example(EXAMPLE), KIND).document
    assert sections(document) == [*SECTIONS, "需要说明的事项"]
    assert sections(composed(example(EXAMPLE, stated=False), KIND).document) == [*SECTIONS]


def test_statements_are_printed_and_pointed_to() -> None:
    facts = example(EXAMPLE)
    text = composed(facts, KIND).document.plain_text()
    for number, one in enumerate(facts.discrepancies, start=1):
        assert f"{number}.{one.statement}（说明人：{one.signed_by}）" in text
    assert "一般公共服务支出（见说明1、2）" in text
    assert "人员经费12.37万元（见说明3）" in text
    assert "结转结余变动率（见说明5）" in text


def test_a_dossier_without_facts_shows_gaps() -> None:
    composition = composed(dossier(BARE), KIND)
    text = composition.document.plain_text()
    assert "〔待补：部门主要职责〕" in text
    assert len(composition.gaps) > 15
    assert "None" not in text
    assert not check_document(composition.document).count("error")


@pytest.mark.parametrize(
    "sentence",
    [
        "县档案馆设有办公室、保管股，共2个内设机构。",
        "所属单位1个：某县地方志中心。",
        "事业编制9人，实有8人。",
        "项目支出无",
        "上级下达部门资金20.00万元，实际支付15.00万元，预算执行率75.00%。",
        "完成年初预算的110.59%。年中增加修缮经费。",
        "年末结转和结余3.50万元，财政收回指标额度1.20万元。",
        "2023年没有安排项目支出。",
        "档案利用：接待查阅320余人次。",
        "库房面积不够。",
    ],
)
def test_another_department_of_the_place(sentence: str) -> None:
    document = composed(dossier(OTHER), KIND).document
    if sentence == "项目支出无":
        assert "其中：基本支出200.00万元，占100%。" in document.plain_text()
    else:
        assert sentence in document.plain_text()
    assert not check_document(document).count("error")
