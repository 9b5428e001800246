"""What was given and what was spent of it, in a bracket or in the other order.

(安排50万元；列支48万元); 列支48万元，安排资金50万元; 占年度预算(50万元)的比重为96%.
"""

import re

from jixiao.claims.reading.counterparts import has_plan
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_GIVEN = re.compile(r"(?:安排|到位|下达|批复)(?:数|金额|资金|额)?(?:了|为|共)?\s*$")
_GIVEN_BEHIND = re.compile(
    r"^[\s，,；;]+(?:年初|全年|共)?(?:安排|到位|下达|批复)(?:数|金额|资金|额)?(?:了|为|共)?\s*$"
)
_SPENT = re.compile(r"(?:列支|使用|支付|执行|支出)(?:数|金额|资金|额)?(?:了|为|共)?\s*$")
_OF_BRACKET = re.compile(r"^[\s)]*的?(?:比重|比例|百分比)(?:为|是|达)?\s*$")
_TAKES = re.compile(r"(?:占|为|完成)[^，,。；()]*[\s(]*$")
_PARTED = ("；", ";")
_SPENT_ONLY = re.compile(
    r"^[；;]\s?(?:全年|实际|已|共)?(?:列支|使用|支付|执行|支出)(?:数|金额|资金|额)?(?:了|为|共)?\s*$"
)
_DUE = re.compile(r"(?:计划|应|拟|原定)(?:总|新)?(?P<verb>[\u4e00-\u9fff]{1,2})[^，,。；;]*$")
_DONE_OF_DUE = re.compile(
    r"^[\s，,、；;]*(?:截[止至][^，,。；;]{0,12}[，,])?(?:全年|年内|年末|年底|累计|共|已经|已|实际|实|项目)*(?<=[已实际经])(?P<verb>[\u4e00-\u9fff]{1,2})"
)
_ENDS = re.compile(r"\s?(?:[，,。；;)]|$)")


def is_given_behind(text: str, token: Token, lead: str, current: Statement) -> bool:
    """列支40万元，安排资金47万元: what was given, told behind what was spent of it."""
    spent = current.main
    return (
        current.roles.keys() == {"main"}
        and spent is not None
        and spent.unit.name == token.unit.name
        and spent.end <= token.start
        and not spent.approximate
        and current.group < 0
        and _SPENT.search(current.lead) is not None
        and _GIVEN_BEHIND.match(lead) is not None
        and _ENDS.match(text, token.end) is not None
    )


def is_spent_of(current: Statement, token: Token, lead: str) -> bool:
    """(安排50万元；列支48万元): two sides of one thing in a bracket of its own."""
    return (
        lead[:1] in _PARTED
        and current.roles.keys() == {"main"}
        and current.roles["main"].unit.name == token.unit.name
        and not current.roles["main"].approximate
        and current.depth > 0
        and _GIVEN.search(current.lead) is not None
        and _SPENT_ONLY.match(lead) is not None
    )


def due_verb(due: str, done: str) -> str:
    """The verb that two leads share, behind 应 or 计划 and behind 已 or 实际; "" where they share none."""
    planned, told = _DUE.search(due), _DONE_OF_DUE.match(done)
    if planned is None or told is None or planned["verb"][0] != told["verb"][0]:
        return ""
    return planned["verb"]


def is_done_of_due(current: Statement, token: Token, lead: str) -> bool:
    """应缴A，已缴B; 计划培训800人次，实际培训862人次: the second is what was done of the first."""
    due = current.main
    return (
        current.roles.keys() == {"main"}
        and due is not None
        and (due.unit.name, due.unit.word) == (token.unit.name, token.unit.word)
        and not due.approximate
        and current.group < 0
        and bool(due_verb(due.lead, lead))
    )


def is_of_bracketed(lead: str, current: Statement) -> bool:
    """占年度预算(50万元)的比重为96%: the plan stands in a bracket between the words of its rate."""
    plan = current.get("plan")
    return (
        has_plan(current)
        and plan is not None
        and _OF_BRACKET.match(lead) is not None
        and _TAKES.search(plan.lead) is not None
    )
