"""By how much an outturn passes its budget or stays below: 年初预算A，支出决算B，决算数大于年初预算数d."""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_GAP = re.compile(r"(?:^|[，,])\s*(?:(?P<over>超收|超支)|短收|短支|欠收|减收)了?\s*$")


def of_exceeded(statements: Sequence[Statement]) -> Iterator[Relation]:
    """The difference of each outturn and the budget that the words name; not where they go the wrong way."""
    for statement in statements:
        yield from _in_bracket(statement)
        gap, done = statement.roles.get("excess"), statement.main
        if gap is None or done is None or statement.table is not None:
            continue
        plan = _meant(statement, statement.how["excess"].whole)
        if plan is None or not plan.unit.kind == done.unit.kind == gap.unit.kind == "yuan":
            continue
        if any(token.approximate for token in (gap, done, plan)) or gap.value == plan.value:
            continue  # 低于预算300万元: the budget told again
        ends = (
            [(done, "outturn"), (plan, "plan")] if gap.direction > 0 else [(plan, "plan"), (done, "outturn")]
        )
        if ends[0][0].build().value >= ends[1][0].build().value:
            yield relation("difference", "difference", gap, ends)


def _in_bracket(statement: Statement) -> Iterator[Relation]:
    """收入73.25亿元，短收11.25亿元（预算84.50亿元）: the budget behind the gap, in a bracket."""
    gap, done, plan = statement.roles.get("change"), statement.main, statement.get("plan")
    if gap is None or done is None or plan is None or statement.table is not None:
        return
    found = _GAP.search(gap.lead)
    if found is None or plan.start < gap.end or not plan.lead.lstrip().startswith("("):
        return
    if len({token.unit.name for token in (gap, done, plan)}) == 1 and not done.approximate:
        ends = [(done, "outturn"), (plan, "plan")]
        yield relation("difference", "difference", gap, ends if found["over"] else ends[::-1])


def _meant(statement: Statement, words: str) -> Token | None:
    """The budget of the beginning where the words say so, else the last one; or the only one told."""
    first, last = statement.roles.get("initial"), statement.roles.get("plan")
    if first is None or last is None:
        named = "调整" if last is None else "年初"
        return None if named in words else first or last
    return first if "年初" in words else last
