"""The final accounts of Sichuan: complete for the invented department, with gaps and refusals for Bazhou."""

import pytest
from tests.reports.places.making import composed, dossier, sections, share
from tests.reports.places.making import example as stated_example
from tests.support import ROOT

from jixiao.core.dossier import Dossier
from jixiao.dossiers.discovery import read
from jixiao.formats.docx.write import write
from jixiao.pipeline import check_bytes, check_document
from jixiao.pipeline.reporting.office import write_report
from jixiao.reports.composing import Composition

KIND = "final_accounts"
INVENTED = ROOT / "examples" / "510000-sichuan-2023"
BAZHOU = ROOT / "examples" / "511902-bazhou-2023"
PARTS = ["第一部分", "第二部分", "第三部分", "第四部分", "第五部分"]
HEAD = """
rulebook = "510000-sichuan"
fiscal_year = 2023
[department]
code = "x"
name = "某局"
"""
MIXED = (
    HEAD
    + """
[accounts]
opening_balance = 0
closing_balance = 0
[accounts.income]
outturn = 130
prior_outturn = 100
[accounts.expenditure]
outturn = 130
prior_outturn = 100
[accounts.basic]
outturn = 130
[accounts.general_budget]
received = 97
outturn = 97
prior_outturn = 120
reason = "压减开支。"
[accounts.government_funds]
opening = 0
received = 20
outturn = 20
closing = 0
[accounts.state_capital]
outturn = 0
[[accounts.sources]]
name = "一般公共预算财政拨款收入"
outturn = 97
[[accounts.sources]]
name = "政府性基金预算财政拨款收入"
outturn = 20
[[accounts.sources]]
name = "事业收入"
outturn = 13
[[accounts.functions]]
code = "2010301"
name = "行政运行"
outturn = 110
basic = 110
appropriated = 97
operational_income = 13
[[accounts.functions]]
code = "2299901"
name = "其他支出"
outturn = 20
basic = 20
appropriated = 20
[[accounts.general_lines]]
code = "2010301"
name = "行政运行"
outturn = 97
basic = 97
[[accounts.fund_lines]]
code = "2299901"
name = "其他支出"
outturn = 20
basic = 20
opening = 0
received = 20
closing = 0
"""
)


@pytest.fixture(scope="module")
def facts() -> Dossier:
    return read(INVENTED)


@pytest.fixture(scope="module")
def made(facts: Dossier) -> Composition:
    return composed(facts, KIND)


def table(composition: Composition, title: str) -> list[list[str]]:
    """The rows of the table below a heading."""
    blocks = composition.document.blocks
    place = next(n for n, one in enumerate(blocks) if one.kind == "heading" and one.text.endswith(title))
    block = next(one for one in blocks[place:] if one.kind == "table")
    rows: dict[int, list[str]] = {}
    for cell in block.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return list(rows.values())


def test_the_invented_package_is_clean_and_proved(made: Composition) -> None:
    for report in (check_document(made.document), check_bytes(write(made.document), "a.docx")):
        assert not [finding.message for finding in report.findings if finding.severity != "info"]
        assert share(report.certificate) >= 0.95
    assert not made.gaps


def test_parts_stand_in_order_and_tables_last(made: Composition) -> None:
    found = sections(made.document)
    names = [
        block.text
        for block in made.document.blocks
        if block.kind == "heading" and block.text.startswith("第")
    ]
    assert [name[:4] for name in names] == PARTS
    assert len(found[-13:]) == 13
    assert found[-13].endswith("收入支出决算总表")
    assert found[-1].endswith("“三公”经费支出决算表")


def test_seven_charts_show_what_the_tables_say(made: Composition) -> None:
    charts = [block for block in made.document.blocks if block.kind == "chart"]
    kinds = [block.look and block.look.chart and block.look.chart.kind for block in charts]
    assert kinds == ["column", "pie", "pie", "column", "column", "pie", "pie"]
    totals = [row for row in table(made, "收入支出决算总表") if row[0] == "总计"]
    assert totals == [["总计", "2350.00", "总计", "2350.00"]]
    assert [cell.text for cell in charts[0].cells if cell.row == 2] == ["2023年", "2350.00", "2350.00"]


def test_empty_tables_keep_their_grid_and_say_why(made: Composition) -> None:
    text = made.document.plain_text()
    assert table(made, "政府性基金预算财政拨款收入支出决算表")[-1][:2] == ["", "合计"]
    assert "本部门没有政府性基金预算财政拨款的收入和支出，本表没有数据。" in text
    assert "2023年度没有国有资本经营预算财政拨款支出。" in text
    assert "当年没有上缴上级支出、经营支出、对附属单位补助支出。" in text


def test_the_glossary_explains_only_what_is_used(made: Composition) -> None:
    text = made.document.plain_text()
    assert "“三公”经费：指用财政拨款开支" in text
    assert "结余分配：" not in text
    assert "政府办公厅（室）及相关机构事务（款）机关服务（项）：指" in text
    assert "2010601" not in text


def test_changes_have_direction_and_reason(made: Composition) -> None:
    text = made.document.plain_text()
    assert "增加82.00万元，增长3.62%，主要原因是人员增加，热线的座席扩容。" in text
    assert "减少0.64万元，下降4.60%，主要原因是厉行节约，合并调研行程。" in text


def test_three_budgets_are_kept_apart() -> None:
    composition = composed(dossier(MIXED), KIND)
    rows = table(composition, "财政拨款收入支出决算总表")
    assert ["本年收入合计", "117.00", "本年支出合计", "117.00", "97.00", "20.00", "0.00"] in rows
    assert table(composition, "政府性基金预算财政拨款收入支出决算表")[2][2:] == [
        "0.00", "20.00", "20.00", "20.00", "", "0.00",
    ]  # fmt: skip
    text = composition.document.plain_text()
    assert "一般公共预算财政拨款支出97.00万元，占本年支出合计的74.62%，比2022年度减少23.00万元" in text
    assert "〔待补：科目22999的名称〕" in text  # no list has it, and nobody stated it
    assert not [
        one.message for one in check_document(composition.document).findings if one.severity == "error"
    ]


def test_a_department_without_facts_shows_gaps() -> None:
    composition = composed(dossier(HEAD), KIND)
    assert len(composition.gaps) > 10
    assert "None" not in composition.document.plain_text()
    assert not check_document(composition.document).count("error")


def test_bazhou_is_refused_with_its_reasons() -> None:
    released = write_report(BAZHOU, KIND, "docx", date="2024-09-20")
    assert released.refusals
    assert not released.data
    assert any("数字城管案件结案率" in one.fact for one in released.refusals)
    draft = write_report(BAZHOU, KIND, "docx", date="2024-09-20", draft=True)
    assert draft.data
    assert "〔待补：工资福利支出的项目支出〕" in draft.gaps


def test_bazhou_with_its_statements_prints_its_annexes() -> None:
    composition = composed(stated_example("511902-bazhou-2023"), KIND)
    text = composition.document.plain_text()
    assert "附件1" in text
    assert "2023年部门整体绩效评价报告" in text
    assert "专项预算项目绩效评价报告" in text
    assert "302\t商品和服务支出\t222.18" in text  # what the foot tells; its rounded items make 222.20
    findings = [one for one in check_document(composition.document).findings if one.severity == "error"]
    assert {one.code for one in findings} <= {"JX101", "JX107", "JX111", "JX502"}  # the unit's own words
