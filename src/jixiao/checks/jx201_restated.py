"""JX201: the same fact is told with different figures."""

from collections.abc import Iterator

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.hanging import results_by_operand, with_hanging
from jixiao.checks.wording import finding_of
from jixiao.core.finding import Finding
from jixiao.core.solution import Solution

NAMES = Names("JX201", "同一事项前后数字不一致", "The same fact has different figures")


def find(solution: Solution) -> Iterator[Finding]:
    """One finding for each fact told with different figures, and what was worked out from either."""
    results = results_by_operand(solution)
    for root in solution.roots:
        if root.lead.kind == "restated":
            yield with_hanging(finding_of(root, NAMES), root, results)


CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("restated",),
    explanation="同一项目、同一口径的数字在正文、表格、图表和各部分之间应当一致。",
    explanation_en=(
        "A figure of the same thing in the same sense must be the same in text, tables, charts and sections."
    ),
    basis="同一事实只有一个数。",
    failing="一、项目支出情况\n1.会议经费，项目全年预算数50万元，执行数35.20万元。\n2.培训经费，项目全年预算数20万元，执行数20万元。\n二、绩效完成情况\n1.会议费，项目全年预算数50万元，执行数32.50万元。\n2.培训费，项目全年预算数20万元，执行数20万元。",
    passing="一、项目支出情况\n1.会议经费，项目全年预算数50万元，执行数35.20万元。\n2.培训经费，项目全年预算数20万元，执行数20万元。\n二、绩效完成情况\n1.会议费，项目全年预算数50万元，执行数35.20万元。\n2.培训费，项目全年预算数20万元，执行数20万元。",
    find=find,
)
