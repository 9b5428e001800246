"""徐水区: ten categories of the bureau's appraisal, each with its items."""

from decimal import Decimal

import pytest
from tests.reports.places.support import Written, example, headings, made_up, unprinted, written

from jixiao.rulebooks.loading import load

HEAD = """
rulebook = "130609-xushui"
fiscal_year = 2023
department = { code = "shuili", name = "徐水区水利站" }
"""

RICH = """
rulebook = "130609-xushui"
fiscal_year = 2023
direct_funds = 12

[department]
code = "shuili"
name = "徐水区水利站"
kind = "全额事业单位"
staff = { in_post = 9 }

[accounts.income]
original_budget = 100
outturn = 110

[accounts.expenditure]
original_budget = 100
outturn = 110

[accounts]
returned_to_treasury = 0

[three_publics.total]
outturn = 0
prior_outturn = 2

[three_guarantees.wages]
arranged = 80
spent = 76

[advances]
added = 3
balance = 3

[procurement.total]
original_budget = 20
outturn = 18

[debt]
bonds_spent = 40
interest_paid = 1.2

[assets]
vehicles = 2
vehicle_use = "防汛巡查"
labelled = false

[[balance_sheets]]
as_of = "2023-12-31"
assets = 60
liabilities = 5

[[disclosures]]
what = "决算信息"
done = true
date = "2024-09-12"
where = "区政府网站"

[[disclosures]]
what = "绩效信息"
done = false

[[appraisal.indicators]]
code = "k02"
level1 = "预算编制管理"
name = "预算编制管理情况"
printed_score = 10

[[performance_work.self_evaluation]]
label = "自评项目"
count = 3

[[facts]]
topic = "资产管理"
name = "资产清查"
value = "2"
unit = "次"
number = 2

[[notes]]
section = "problems"
text = "采购计划调整较多。"
"""


@pytest.fixture(scope="module")
def made() -> Written:
    return written(example("130609-xushui-2023"))


def test_is_clean(made: Written) -> None:
    assert (made.errors, made.warnings, made.gaps) == ([], [], ())
    assert made.share >= Decimal("0.95")


def test_has_the_sections_of_the_place_and_its_ten_categories(made: Written) -> None:
    sections = load("130609-xushui").rules(2023).sections["self_evaluation"].value.headings
    assert headings(made) == [*sections, "需要说明的事项"]
    categories = [
        block.text
        for block in made.document.blocks
        if block.kind == "heading" and block.level == 2 and "分）" in block.text
    ]
    assert len(categories) == 10
    assert categories[2] == "（三）预算执行管理情况（得14.5分）"
    assert categories[-1] == "（十）存在问题（扣分0分）"


def test_the_score_is_converted(made: Written) -> None:
    assert "合计得71分，适用分值76.5分，换算得分92.81分" in made.text


def test_interest_of_a_few_yuan_is_not_rounded_away(made: Written) -> None:
    assert "其他收入0.0017万元" in made.text


def test_prints_the_facts(made: Written) -> None:
    """Left out: remarks of whoever made the example, and names of lines that the sections name."""
    left = {path for path in unprinted(made) if not path.endswith(".note")}
    assert left == {"accounts.income.name", "accounts.expenditure.name"}


def test_a_department_that_has_entered_nothing_shows_what_is_missing() -> None:
    made = written(made_up(HEAD))
    assert made.errors == []
    assert "〔待补：投资评审工作情况〕" in made.gaps
    assert "None" not in made.text


def test_nothing_spent_is_told_so_and_losses_are_not_hidden() -> None:
    made = written(made_up(RICH))
    assert (made.errors, made.warnings) == ([], [])
    for words in (
        "保工资安排资金80.00万元，实际支出76.00万元，执行率95.00%",
        "全年新增暂付款3.00万元。年末暂付款余额3.00万元。",
        "直达资金12.00万元。",
        "没有交回财政的结转结余资金。",
        "政府采购支出18.00万元。",
        "年末车辆2辆，用于防汛巡查。",
        "资产标识化工作没有完成。",
        "债券资金支出40.00万元，付息1.20万元。",
        "决算信息已于2024年9月12日在区政府网站公开。绩效信息没有公开。",
        "资产清查2次。",
        "截至2023年12月31日，资产总额60.00万元。负债总额5.00万元。",
    ):
        assert words in made.text, words
