"""JX110: a figure exceeds what limits it."""

from collections.abc import Iterator
from dataclasses import replace

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.comparing import Words, observed, roots_of, told
from jixiao.core.finding import Finding, Related
from jixiao.core.solution import Solution

NAMES = Names("JX110", "数值超出界限", "Figure beyond its limit")
_WORDS = {
    "plan": Words(
        "执行数“{stated}”大于全年预算数“{other}”。",
        'The outturn "{stated}" exceeds the revised budget "{other}".',
        "请核对两数；确有超支或以前年度资金的，请说明。",
        "Check both; explain overspending or money of earlier years.",
    ),
    "full": Words(
        "得分“{stated}”超过分值“{other}”。",
        'The score "{stated}" exceeds its full mark "{other}".',
        "请核对得分与分值。",
        "Check the score and its full mark.",
    ),
    "whole": Words(
        "其中数“{stated}”大于总数“{other}”。",
        'The part "{stated}" exceeds its whole "{other}".',
        "请核对总数与其中数。",
        "Check the whole and the part.",
    ),
    "received": Words(
        "办结（采用）数“{stated}”大于受理（上报）数“{other}”。",
        'More was settled ("{stated}") than received ("{other}").',
        "请核对两数及其统计口径。",
        "Check both figures and what they count.",
    ),
    "target": Words(
        "完成值“{stated}”未达到目标值“{other}”，但未扣分或未说明原因。",
        'The achieved value "{stated}" misses the target "{other}", yet nothing is deducted or explained.',
        "请补充未完成原因，并按评分标准扣分。",
        "Give the reason and deduct points as the scoring rule says.",
    ),
    "bought": Words(
        "本年购置公务用车“{stated}”，而公务用车购置费为0，二者必有一误。",
        'Vehicles bought: "{stated}", yet their cost of buying is told as nil; one of the two is wrong.',
        "请核对购置数量与购置费；由其他资金购置的，请说明。",
        "Check the number and the cost; explain vehicles that other money paid for.",
    ),
    "spent_nothing": Words(
        "完成率“{stated}”与所列支出矛盾：支出为零则完成率为零，有支出则不为零。",
        'The completion "{stated}" contradicts the spending beside it: only of nothing spent it is nil.',
        "请核对支出数与完成率；未安排预算的，请注明。",
        "Check the spending and the rate; say so where there was no budget.",
    ),
    "rate": Words(
        "比率“{stated}”超过100%，与其含义不符。",
        'The rate "{stated}" exceeds 100 %, which it cannot.',
        "请核对该比率及其分子、分母。",
        "Check the rate and both its amounts.",
    ),
}
_INVERTED = Words(
    "目标值的比较符号方向相反：{stated}；此类指标应使用“{computed}”。",
    'The operator of these targets points the wrong way: {stated}; such indicators take "{computed}".',
    "请将比较符号改为“{computed}”。",
    'Change the operator to "{computed}".',
    "operator_inverted",
)


def find(solution: Solution) -> Iterator[Finding]:
    """Figures beyond their limits, and operators that point the wrong way."""
    missed: dict[int | None, list[Finding]] = {}
    for root in roots_of(solution, "bound"):
        relation = root.lead.relation
        role = relation.operands[0].role if relation.operands else relation.role
        finding = told(root, NAMES, _WORDS.get(role, _WORDS["rate"]))
        if role == "target" and finding.severity != "error" and finding.place.table is not None:
            missed.setdefault(finding.place.table, []).append(finding)
        else:
            yield finding
    yield from (_of_table(findings) for findings in missed.values())
    yield from observed(solution, "operator_inverted", NAMES, _INVERTED)


def _of_table(findings: list[Finding]) -> Finding:
    """The rows of one form that miss their targets: told once, with every row's value."""
    first, *others = findings
    if not others:
        return first
    stated = "、".join(f"“{one.stated}”" for one in others)
    stated_en = ", ".join(f'"{one.stated}"' for one in others)
    related = tuple(side for one in others for side in (Related(one.quote, one.place), *one.related))
    return replace(
        first,
        message=f"{first.message}同表另有 {len(others)} 项指标同样未达到目标值：完成值{stated}。",
        message_en=f"{first.message_en} So do {len(others)} more of the table: {stated_en}.",
        related=(*first.related, *related),
        claims=(*first.claims, *(claim for one in others for claim in one.claims)),
    )


CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("bound",),
    explanation="得分不超过分值，其中数不超过总数，满意度、合格率等不超过100%；执行数大于全年预算数、目标未达到却未说明、目标值比较符号相反的，提示核对。",
    explanation_en=(
        "Scores keep to their full mark, parts to their whole, satisfaction and the like to 100 "
        "%; overspent budgets, missed targets without a reason and inverted operators are "
        "pointed out."
    ),
    basis="逻辑依据；预算执行以全年（调整后）预算数为限（《中华人民共和国预算法》第十三条：经批准的预算，非经法定程序不得调整，支出必须以经批准的预算为依据）。",
    failing="（一）产出指标（分值20分，得22分）",
    passing="（一）产出指标（分值22分，得20分）",
    find=find,
)
