"""The amount whose share is told: its own, or one told before under the same name."""

import re

from jixiao.claims.reading.lookup import ENDS_ALIKE, likeness
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.shares.divisions import NAMED_BEHIND

_EXPLAINED = re.compile(
    r"^[，,(]?\s*(?:主要|均|全部|基本|[与同较比]|(?:具体|其中)?包[括含]|用于|涵盖|涉及(?=[^\d]*等))"
)
_COUNTED = re.compile(r"^[\u4e00-\u9fff][^，,。；;:：]*[，,]\s*(?:仅|只|约|共|合计)?占")
"""11个子项目未按期完工，占抽查数的p%: what is counted stands behind the count."""
_AMONG_ALL = re.compile(r"^[，,]\s*(?:在|于)?(?:各|所有|全部|其中)[^，,。；;\d]{0,10}中所?(?:占比|比重|份额)")
"""农村低保金支出A，在各项支出中占比最高，为41.8%."""
_SHARE_ONLY = re.compile(r"[，,]\s*占[^，,]*$")
_NAMES_WHOLE = re.compile(r"^[。；;，,\s]*占(?!用|地(?!方)|有|领|道)")
"""A亩。占规划面积B亩的p%: what the words name is the whole."""
_WITHIN = re.compile(r"^[^中]{2,16}(?:收入|支出|经费|资金|总额)中(?!央)")
_WITHIN_ONLY = re.compile(r"(?:收入|支出|经费|资金|总额)中[，,]\s*$")
"""总收入中，A为保险费收入（占p%）: what stands before the amount names its whole."""
_CLAUSE_ON = re.compile(r"^[，,。；;]\s*(?!(?:为|达|计|共|合计|金额|数[量额])+\s*$)[\u4e00-\u9fff]")
"""Words of a clause behind a share, more than lead to its own amount (占p%，为A)."""
_BESIDE = re.compile(r"[\s、，,和(（]*")
"""Between two counts of one thing."""
_LONG = 4
"""Characters of a name that stands within a longer one."""
_NEAR = 12
"""Statements before its own among which a part is looked for."""


def part_of(statements: list[Statement], position: int, statement: Statement) -> Token | None:
    """The amount whose share is told: its own, or that of the same name told before."""
    if (
        "增" in statement.how["share"].whole
        and "增值" not in statement.how["share"].whole
        and statement.get("change") is not None
    ):
        return statement.get("change")
    if statement.amount is not None and not _is_of_next(statements, position):
        return statement.amount
    saved = statement.roles.get("saved")
    if saved is not None and saved.index == statement.roles["share"].index - 1:
        return None  # 审减C，占送审金额的p%: a rate, of what was sent in
    earlier = statements[max(position - _NEAR, 0) : position][::-1]
    if earlier and (_tells_more_of(statement, earlier[0]) or _names(statement, earlier[0])):
        return earlier[0].amount
    if earlier and earlier[0].sentence == statement.sentence and _AMONG_ALL.match(statement.lead):
        return earlier[0].amount
    if earlier and _is_counted(statement, earlier[0]):
        return earlier[0].amount
    near = [s for s in earlier if s.amount is not None and s.block >= statement.block - 1]
    if statement.label and not _NAMES_WHOLE.match(statement.lead):
        name = _within(statement.label)
        fits = {s.index: max(likeness(name, s.label), likeness(name, _within(s.label))) for s in near}
        found = [s for s in near if fits[s.index] >= ENDS_ALIKE] or [s for s in near if fits[s.index]]
        if not found and len(name) >= _LONG:  # 财政拨款占总收入的p%: told as 一般公共预算财政拨款收入
            told = [s for s in near if name in s.label and statement.sentence - s.sentence <= 1]
            found = told if len(told) == 1 else []
        return min(found, key=lambda s: (-fits[s.index], len(s.label))).amount if found else None
    return near[0].amount if near and near[0].block == statement.block else None


def _is_of_next(statements: list[Statement], position: int) -> bool:
    """Whether the amount behind a share begins a clause of its own: 公用经费占p%，按年末135人计算，人均….

    What has the share was told before under its very name, and in another unit.
    """
    own = statements[position]
    amount, share = own.amount, own.roles["share"]
    if amount is None or amount.start < share.end or _CLAUSE_ON.match(amount.lead) is None:
        return False
    before = statements[max(position - _NEAR, 0) : position]
    named = [s for s in before if s.block == own.block and s.main is not None and s.key == own.key]
    kinds = {s.main.unit.kind for s in named if s.main is not None}
    return bool(own.label) and bool(kinds) and amount.unit.kind not in kinds


def _is_counted(statement: Statement, before: Statement) -> bool:
    """Whether the words before a share go on with what the count before them counts."""
    count = before.amount
    return (
        count is not None
        and count.unit.kind == "count"
        and statement.sentence == before.sentence
        and statement.block == before.block
        and "share" not in before.roles
        and _COUNTED.match(statement.lead) is not None
    )


def twin_of(statements: list[Statement], position: int, part: Token) -> Token | None:
    """What else the part is counted in, told right before it: 脱贫户356户1120人，占p%."""
    before = statements[position - 1].main if position else None
    if before is None or before.block is not part.block or {part.unit.kind, before.unit.kind} != {"count"}:
        return None
    between = part.block.text[before.end : part.start]
    return before if before.unit.word != part.unit.word and _BESIDE.fullmatch(between) else None


def _tells_more_of(statement: Statement, before: Statement) -> bool:
    """其他收入A，主要是捐赠款，占总收入的p%: what stands between explains the amount, and names no other."""
    same = statement.sentence == before.sentence and statement.block == before.block
    return (
        same
        and "share" not in before.roles
        and _EXPLAINED.match(statement.lead) is not None
        and _SHARE_ONLY.search(statement.lead) is not None
    )


def _names(statement: Statement, before: Statement) -> bool:
    """A为税收收入，占比p%: the amount stands before the name of its thing, which is told with the share."""
    return (
        statement.sentence == before.sentence
        and statement.block == before.block
        and (not before.label or _WITHIN_ONLY.search(before.lead) is not None)
        and "share" not in before.roles
        and NAMED_BEHIND.match(statement.lead) is not None
    )


def _within(label: str) -> str:
    """The part, where a label names its whole before it: 税收 of 一般公共预算收入中税收."""
    found = _WITHIN.search(label)
    return label[found.end() :] if found is not None else label
