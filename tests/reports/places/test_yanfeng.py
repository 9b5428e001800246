"""雁峰区: the department's own evaluation with its scored lines."""

from decimal import Decimal

import pytest
from tests.reports.places.support import Written, example, headings, made_up, unprinted, written

from jixiao.rulebooks.loading import load

HEAD = """
rulebook = "430406-yanfeng"
fiscal_year = 2023
department = { code = "jiuye", name = "雁峰区就业服务中心" }
"""

RICH = """
rulebook = "430406-yanfeng"
fiscal_year = 2023

[department]
code = "jiuye"
name = "雁峰区就业服务中心"
duties = ["办理就业登记和失业登记。", "组织招聘和培训。"]
divisions = ["综合股", "就业股"]

[department.staff]
as_of = "2023-12-31"
established_posts = 12
in_post = 11
retired = 4
groups = [{ name = "事业编制", established_posts = 12, in_post = 11 }]

[accounts.expenditure]
original_budget = 320
revised_budget = 300
outturn = 285
prior_outturn = 300
reason = "培训改在线上举办"

[accounts.basic]
original_budget = 200
revised_budget = 200
outturn = 195

[accounts.personnel]
outturn = 180

[accounts.operating]
outturn = 15

[accounts.project]
original_budget = 120
revised_budget = 100
outturn = 90
reason = "一期培训推迟"

[accounts.government_funds]
name = "政府性基金预算支出"
revised_budget = 40
outturn = 30

[accounts.state_capital]
outturn = 0

[three_publics.total]
original_budget = 8
outturn = 6
prior_outturn = 7.5

[three_publics.abroad]
outturn = "无"

[three_publics.vehicle_running]
original_budget = 5
outturn = 4

[three_publics.reception]
original_budget = 3
outturn = 2

[three_publics]
vehicles_held = 1
reception_batches = 12
reception_persons = 90

[appraisal]
goal = "新增就业2000人。"

[appraisal.printed]
execution = 9.5

[[appraisal.indicators]]
code = "cc1"
level1 = "产出指标"
name = "新增就业人数"
operator = "≥"
target = 2000
unit = "人"
weight = 50
actual = 1800
reason = "两家企业推迟招工。"

[[appraisal.indicators]]
code = "xy1"
level1 = "效益指标"
name = "就业稳定率"
operator = "≥"
target = 80
unit = "%"
weight = 30
actual = 86

[[appraisal.indicators]]
code = "my1"
level1 = "满意度指标"
name = "求职者满意度"
operator = "≥"
target = 90
unit = "%"
weight = 10
actual = 92

[[projects]]
code = "p1"
name = "就业培训"
revised_budget = 100
outturn = 90

[[facts]]
topic = "新增就业人数"
name = "举办招聘会"
value = "24"
unit = "场"
number = 24

[[facts]]
topic = "新增就业人数"
name = "新增就业统计口径"
value = "以社保登记为准"

[[facts]]
topic = "就业稳定率"
name = "投诉"
value = "无"

[[notes]]
section = "problems"
text = "培训安排得晚。"

[[notes]]
section = "measures"
text = "一季度内排定全年培训。"
"""


@pytest.fixture(scope="module")
def made() -> Written:
    return written(example("430406-yanfeng-2023"))


def test_is_clean(made: Written) -> None:
    assert (made.errors, made.warnings, made.gaps) == ([], [], ())
    assert made.share >= Decimal("0.95")


def test_has_the_sections_of_the_place(made: Written) -> None:
    sections = load("430406-yanfeng").rules(2023).sections["self_evaluation"].value.headings
    assert headings(made) == [*sections, "需要说明的事项"]


def test_prints_the_facts(made: Written) -> None:
    """Left out: short names, remarks of whoever made the example, and facts that the unit tells in its words."""
    left = {path for path in unprinted(made) if not path.startswith("facts.")}
    assert left == {
        "department.units.档案局.kind",
        "department.units.档案局.note",
        "accounts.expenditure.note",
        "accounts.operating.note",
    }


def test_a_department_that_has_entered_nothing_shows_what_is_missing() -> None:
    made = written(made_up(HEAD))
    assert made.errors == []
    assert "〔待补：部门主要职责〕" in made.gaps
    assert "None" not in made.text
    assert headings(made)[-1] == "下一步改进措施"


def test_losses_are_told_with_the_reason_of_the_unit() -> None:
    made = written(made_up(RICH))
    assert (made.errors, made.warnings, made.gaps) == ([], [], ())
    text = made.text
    for words in (
        "全年预算300.00万元，比年初预算减少20.00万元，下降6.25%，主要原因是培训改在线上举办。",
        "全年执行285.00万元，比上年减少15.00万元，下降5.00%；预算执行率95.00%。",
        "核定编制12名，在职人员11人，离退休人员4人。其中：事业编制12名，实有11人",
        "2023年没有国有资本经营预算支出。",
        "政府性基金预算支出全年预算40.00万元，实际支出30.00万元，执行率75.00%。",
        "其中：公务用车运行维护费年初预算5.00万元",
        "扣5分，原因：两家企业推迟招工。",
        "没有投诉。",
        "新增就业统计口径：以社保登记为准。",
    ):
        assert words in text, words
