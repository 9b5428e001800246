"""The project evaluation of Bazhou, with its diagrams and the form at its end."""

import pytest
from tests.reports.places.making import composed, dossier, example, sections, share, untold

from jixiao.core.dossier import Dossier
from jixiao.formats.docx.write import write
from jixiao.pipeline import check_bytes, check_document

KIND = "project_evaluation"
EXAMPLE = "511902-bazhou-2023"
CODE = "dianlu-zulin"
SECTIONS = ["项目概况", "评价实施", "绩效分析", "评价结论", "存在主要问题", "改进建议"]
EXPLAINED = {"JX107", "JX111"}
"""Weights of 80 points, a score that is not the sum of its lines, a value in per cent of 万元: all are stated."""
ELSEWHERE = (
    f"projects.{CODE}.function_code",
    f"projects.{CODE}.origin",
    f"projects.{CODE}.notes.individual_indicators",  # 无 is told in words
    f"projects.{CODE}.indicators.xy02.unit",  # 其他 is no unit
    f"projects.{CODE}.indicators.xy02.operator",
    f"projects.{CODE}.organisation",  # drawn
    f"projects.{CODE}.process",
    f"projects.{CODE}.evidence",  # told by its title
)
OTHER = """
rulebook = "511902-bazhou"
fiscal_year = 2023
[department]
code = "x"
name = "某区档案馆"
[[projects]]
code = "p"
name = "档案数字化"
original_budget = 50
revised_budget = 40
outturn = 30
annual_goal = "扫描两万页。"
annual_result = "扫描一万八千页。"
problems = "设备老旧。"
[[projects.funding]]
source = "财政资金"
revised_budget = 40
outturn = 30
[[projects.organisation]]
name = "领导小组"
[[projects.indicators]]
code = "a"
level1 = "产出指标"
level2 = "数量指标"
name = "扫描页数"
operator = "≥"
target = 20000
unit = "页"
weight = 90
actual = 18000
reason = "设备停机十天。"
[[projects.notes]]
section = "individual_indicators"
text = "扫描合格率高。"
[[projects]]
code = "q"
name = "空项目"
[[facts]]
topic = "档案"
name = "库存"
value = "3万"
unit = "卷"
"""


def of_project(path: str) -> bool:
    return path.startswith(f"projects.{CODE}.")


@pytest.fixture(scope="module")
def facts() -> Dossier:
    return example(EXAMPLE)


def test_only_what_the_statements_explain_is_found(facts: Dossier) -> None:
    document = composed(facts, KIND, CODE).document
    for report in (check_document(document), check_bytes(write(document), "a.docx")):
        assert {finding.code for finding in report.findings} <= EXPLAINED
        assert 1 <= report.count("error") <= 2
        assert share(report.certificate) >= 0.95


def test_every_stated_fact_of_the_project_is_told(facts: Dossier) -> None:
    document = composed(facts, KIND, CODE).document
    assert not [path for path in untold(facts, document, ELSEWHERE) if of_project(path)]
    assert "承载业务系统20个" in document.plain_text()


def test_sections_stand_in_the_order_of_the_place(facts: Dossier) -> None:
    assert sections(composed(facts, KIND, CODE).document) == [*SECTIONS, "需要说明的事项"]


def test_only_statements_about_the_project_are_printed(facts: Dossier) -> None:
    text = composed(facts, KIND, CODE).document.plain_text()
    assert "1.自评表的指标部分印90分" in text
    assert "绩效评价得分95.1分（见说明2）" in text
    assert "数字城管" not in text


def test_who_carries_it_out_and_how_are_drawn(facts: Dossier) -> None:
    document = composed(facts, KIND, CODE).document
    diagrams = [block.look.diagram for block in document.blocks if block.look and block.look.diagram]
    assert [(diagram.kind, len(diagram.nodes)) for diagram in diagrams] == [("tree", 5), ("flow", 18)]
    assert "组织架构见图1" in document.plain_text()
    assert "图2 项目实施流程" in document.plain_text()


def test_the_form_ends_the_report(facts: Dossier) -> None:
    document = composed(facts, KIND, CODE).document
    assert document.blocks[-1].kind == "table"
    assert any(block.text.endswith("自评表") for block in document.blocks)


@pytest.mark.parametrize(
    "sentence",
    [
        "年初预算50.00万元，年中减少10.00万元，调整后预算40.00万元，实际支出30.00万元，预算执行率75.00%。",
        "财政资金30.00万元，占100%。",
        "库存3万卷。",
        "产出指标1个（数量指标）。",
        "扫描合格率高。",
        "未得满分的指标2项：“预算执行率”得7.5分；“扫描页数”得81分。",
        "〔待补：专用指标绩效〕",
        "设备老旧。",
    ],
)
def test_another_project_of_the_place(sentence: str) -> None:
    document = composed(dossier(OTHER), KIND, "p").document
    assert sentence in document.plain_text()
    assert not check_document(document).count("error")


def test_a_project_without_facts_shows_gaps() -> None:
    composition = composed(dossier(OTHER), KIND, "q")
    assert len(composition.gaps) > 15
    assert "None" not in composition.document.plain_text()
    assert not check_document(composition.document).count("error")
