"""The department evaluation of Bazhou."""

import pytest
from tests.reports.places.making import composed, dossier, example, sections, share, untold

from jixiao.formats.docx.write import write
from jixiao.pipeline import check_bytes, check_document

KIND = "evaluation"
EXAMPLE = "511902-bazhou-2023"
SECTIONS = ["部门（单位）基本情况", "部门资金收支情况", "部门预算绩效分析", "评价结论及建议"]
ELSEWHERE = (
    "accounts.income.name",  # told as 收入 and 支出
    "accounts.expenditure.name",
    "accounts.expenditure.printed_rate",  # computed
    "accounts.economic",  # the items of the final accounts belong to their own report
    "accounts.functions.2",
    "three_publics",
    "procurement.total.name",
    "projects.",
    "facts.重点领域绩效.value",  # 无 is told in words
    "evidence.yunwei-kaohe",  # of a project
    "evidence.niandu-kaoping",
)
BARE = """
rulebook = "511902-bazhou"
fiscal_year = 2023
[department]
code = "x"
name = "某区档案馆"
"""
OTHER = """
rulebook = "511902-bazhou"
fiscal_year = 2023
[department]
code = "x"
name = "某区档案馆"
duties = ["保管档案。"]
divisions = ["办公室"]
[[department.units]]
name = "某区地方志中心"
kind = "下属事业单位"
independent_budget = true
[department.staff]
established_posts = 10
in_post = 9
retired = 4
[accounts]
opening_balance = 2
closing_balance = 3
surplus_distributed = 0
[accounts.income]
original_budget = 100
outturn = 110
prior_outturn = 100
[accounts.expenditure]
original_budget = 100
outturn = 109
prior_outturn = 120
reason = "压减一般性支出。"
[accounts.basic]
name = "基本支出"
outturn = 109
[accounts.project]
name = "项目支出"
outturn = "无"
[accounts.government_funds]
outturn = 5
[[accounts.sources]]
name = "一般公共预算财政拨款收入"
outturn = 100
[[accounts.sources]]
name = "事业收入"
outturn = 10
[procurement.total]
outturn = "无"
[assets]
vehicles = 0
[appraisal]
goal = "管好档案。"
result = "档案管理规范。"
[appraisal.printed]
total = 88.5
[[facts]]
topic = "档案利用"
name = "接待查阅"
value = "95以上"
unit = "%"
[[facts]]
topic = "重点领域绩效"
name = "数字化"
value = "按期完成"
[[notes]]
section = "measures"
text = "第一条。\\n第二条。"
"""


def test_only_the_stated_contradiction_is_found() -> None:
    document = composed(example(EXAMPLE), KIND).document
    for report in (check_document(document), check_bytes(write(document), "a.docx")):
        assert [finding.quote for finding in report.findings] == ["数字城管案件结案率为67%"]
        assert share(report.certificate) >= 0.95


def test_every_stated_fact_is_told() -> None:
    facts = example(EXAMPLE)
    composition = composed(facts, KIND)
    assert not composition.gaps
    assert not untold(facts, composition.document, ELSEWHERE)


def test_sections_stand_in_the_order_of_the_place() -> None:
    assert sections(composed(example(EXAMPLE), KIND).document) == [*SECTIONS, "需要说明的事项"]
    assert sections(composed(example(EXAMPLE, stated=False), KIND).document) == SECTIONS


def test_statements_are_printed_and_pointed_to() -> None:
    facts = example(EXAMPLE)
    text = composed(facts, KIND).document.plain_text()
    for number, one in enumerate(facts.discrepancies, start=1):
        assert f"{number}.{one.statement}（说明人：{one.signed_by}）" in text
    assert "志愿服务。（见说明1）" in text
    assert "绩效自评得分95.1分（见说明3）" in text


def test_charts_show_two_years_and_three_structures() -> None:
    document = composed(example(EXAMPLE), KIND).document
    charts = [block for block in document.blocks if block.kind == "chart"]
    assert [block.look and block.look.chart and block.look.chart.kind for block in charts] == [
        "column", "pie", "pie", "pie",
    ]  # fmt: skip
    assert [cell.text for cell in charts[0].cells if cell.column == 0] == ["", "2022年", "2023年"]


def test_a_dossier_without_facts_shows_gaps() -> None:
    composition = composed(dossier(BARE), KIND)
    text = composition.document.plain_text()
    assert "〔待补：部门内设机构〕" in text
    assert "〔待补：存在的问题〕" in text
    assert len(composition.gaps) > 15
    assert "None" not in text
    assert not check_document(composition.document).count("error")


@pytest.mark.parametrize(
    "sentence",
    [
        "核定编制10名，在职职工9人，离退休4人。",
        "其中下属事业单位1个。",
        "上年决算数120.00万元，比上年减少11.00万元，下降9.17%，主要原因是压减一般性支出。",
        "一般公共预算财政拨款收入100.00万元，占90.91%；事业收入10.00万元，占9.09%。",
        "年初结转和结余2.00万元，年末结转和结余3.00万元，没有结余分配。",
        "2023年没有项目支出。",
        "2023年没有政府采购支出。",
        "年末没有车辆。",
        "政府性基金预算财政拨款支出实际支出5.00万元。",
        "档案利用。接待查阅为95%以上。",
        "数字化：按期完成。",
        "自评得分88.5分",
        "2.第二条。",
    ],
)
def test_another_department_of_the_place(sentence: str) -> None:
    document = composed(dossier(OTHER), KIND).document
    assert sentence in document.plain_text()
    assert not check_document(document).findings
